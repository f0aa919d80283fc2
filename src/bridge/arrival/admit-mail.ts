/**
 * Whether a mail is let in, and to which kind of room: who may write there (`bridge/admission`), and what its kind may
 * do (`bridge/loops/effects.ts`).
 */
import { isInternalAddress, plainAdmission } from '../account/account.ts';
import type { AdmissionSettings } from '../account/account.ts';
import { admissionOf, ruleFor } from '../admission/admission.ts';
import type { Admission, AdmissionRule } from '../admission/admission.ts';
import type { ShownSender } from '../admission/sender.ts';
import { placeOf } from '../loops/effects.ts';
import type { Guest, ThreadId } from '../types.ts';
import { addressKey } from '../../mail/address.ts';
import type { Address } from '../../mail/types.ts';
import type { KeptOutReason, WholeMailFacts } from './arrival.ts';
import { effectiveVerdict } from './placement.ts';
import type { MailPlacement } from './placement.ts';
import type { SenderRecord, SenderStanding } from './sender-standing.ts';

/** A mail that stays in the mailbox unshown. */
export interface KeptOut {
  readonly do: 'keep-out';
  readonly reason: KeptOutReason;
  /** The pattern of the rule that blocks it, null for no rule. */
  readonly rule: string | null;
}

/** A sender as the room sees them. */
export interface Admitted {
  readonly shown: ShownSender | null;
  readonly record: SenderRecord | null;
  /** `addressKey` of a sender who is not one of the thread yet; '' where From names nobody. */
  readonly newParticipant: string | null;
  /**
   * By what a sender who is not one of the thread is shown as themselves and without a question; null for everybody
   * else.
   */
  readonly guest: Guest | null;
}

type MailAdmission =
  | ({ readonly do: 'admit'; readonly to: 'thread' | 'digest' } & Admitted)
  | ({ readonly do: 'admit'; readonly to: 'list-room'; readonly list: string } & Admitted)
  | { readonly do: 'admit'; readonly to: 'lobby'; readonly shown: ShownSender }
  | KeptOut;

type Checked = Exclude<SenderStanding, { readonly is: 'own' }>;
type Found = Extract<MailPlacement, { readonly do: 'show' }>;

/** Decides about a mail that is to be shown. */
export function admitMail(facts: WholeMailFacts, sender: SenderStanding, found: Found): MailAdmission {
  // What the account's own people wrote.
  const member = { newParticipant: null, guest: null };
  if (sender.is === 'own') return { do: 'admit', to: 'thread', shown: null, record: null, ...member };
  const blocked = blockedBy(facts, sender.shown, found.opens ? null : found.thread);
  if (blocked !== null) return blocked;
  if (found.opens) return admitOpening(facts, sender);
  const { kind } = facts.content.mail;
  const isReport = kind === 'dsn' || kind === 'mdn' || kind === 'arf';
  const { shown, record } = sender;
  const isNew = found.newParticipant || found.guest !== null;
  if (!isNew || isReport) return { do: 'admit', to: 'thread', shown, record, ...member };
  const thread = facts.lookups.threads.get(found.thread);
  if (found.guest === null || thread?.standing === 'refused') return admitNewParticipant(facts, sender, found.thread);
  // Whom a rule or an open room lets in takes part, colleague or not.
  if (found.guest === 'organisation' && isAdmitted(facts, sender, found.thread))
    return { do: 'admit', to: 'thread', shown, record, ...member };
  // Where the mails of many are gathered nobody takes part, so that nobody is new.
  if (thread !== undefined && thread.gathers !== 'mail') return { do: 'admit', to: 'thread', shown, record, ...member };
  const [from] = facts.content.mail.from;
  const newParticipant = from === undefined ? '' : addressKey(from.address);
  return { do: 'admit', to: 'thread', shown, record, newParticipant, guest: found.guest };
}

/**
 * The rule that keeps a mail out: about anybody who stands in From, and the group that wrote itself there. Never one of
 * our own people, and nothing that somebody has accepted.
 *
 * @param thread the thread that it joins; null for the rules of the whole account alone
 */
export function blockedBy(facts: WholeMailFacts, shown: ShownSender, thread: ThreadId | null): KeptOut | null {
  const { account, released, content } = facts;
  if (released) return null;
  const rules = rulesFor(facts);
  for (const address of sendersOf(content)) {
    if (shown.as === 'self' && isInternalAddress(account, address)) return null;
    const rule = ruleFor(address, thread, rules);
    if (rule?.effect === 'block') return { do: 'keep-out', reason: 'blocked', rule: rule.pattern };
  }
  return null;
}

/** Whom rules about senders are asked about. */
export function sendersOf({ mail, verdict }: WholeMailFacts['content']): readonly Address[] {
  const group = verdict?.group;
  return [...mail.from.map(({ address }) => address), ...(group === undefined ? [] : [group])];
}

/**
 * Where a mail that joins no thread is shown: in one that it opens, with others of its kind, in the lobby, or nowhere.
 */
function admitOpening({ account, content }: WholeMailFacts, { shown, record }: Checked): MailAdmission {
  const { kind, header } = content.mail;
  const place = placeOf({ kind, joins: false, list: header.list?.id ?? null }, settingsOf(account).many);
  const admitted = { do: 'admit', shown, record, newParticipant: null, guest: null } as const;
  switch (place.in) {
    case 'thread':
      return { ...admitted, to: 'thread' };
    case 'account-room':
      return { do: 'admit', to: 'lobby', shown };
    case 'nowhere':
      return { do: 'keep-out', reason: place.reason, rule: null };
    case 'list-room':
      return { ...admitted, to: 'list-room', list: place.list };
    case 'digest':
      return { ...admitted, to: 'digest' };
  }
}

/** Whether somebody without a part in a thread takes part by what members and the config say. */
function isAdmitted(facts: WholeMailFacts, sender: Checked, id: ThreadId): boolean {
  const entry = newParticipantEntry(facts, sender, id);
  return entry.enter && !entry.marked;
}

function newParticipantEntry(facts: WholeMailFacts, { shown }: Checked, id: ThreadId): Admission {
  const { account, content, lookups } = facts;
  const thread = lookups.threads.get(id);
  const settings = settingsOf(account);
  return admissionOf({
    sender: content.mail.from[0]?.address ?? null,
    verdict: effectiveVerdict(shown, content.verdict),
    thread: id,
    newcomer: true,
    rules: rulesFor(facts),
    open: settings.open || thread?.open === true,
    welcomed: thread?.standing === 'participant',
    newcomers: thread?.standing === 'refused' ? 'refused' : settings.newcomers,
  });
}

/** Somebody answers a mail of a thread in which they had no part. */
function admitNewParticipant(facts: WholeMailFacts, sender: Checked, id: ThreadId): MailAdmission {
  const { content, released, lookups } = facts;
  const { shown, record } = sender;
  const address = content.mail.from[0]?.address ?? null;
  const thread = lookups.threads.get(id);
  const admitted = { do: 'admit', to: 'thread', shown, record, newParticipant: null, guest: null } as const;
  // A room that gathers the mails of many has no participants: whoever writes there is not new.
  if (thread !== undefined && thread.gathers !== 'mail') return admitted;
  const refused = thread?.standing === 'refused';
  const entry = newParticipantEntry(facts, sender, id);
  const key = address === null ? '' : addressKey(address);
  if (entry.enter) return entry.marked ? { ...admitted, ...asNew(shown, record), newParticipant: key } : admitted;
  // Somebody accepted it after it was suspected.
  if (released) return { ...admitted, newParticipant: key };
  return { do: 'keep-out', reason: refused ? 'refused' : entry.by, rule: null };
}

/** Whoever is not one of the thread is not shown as the person of the address, who may be. */
function asNew(
  shown: ShownSender,
  record: SenderRecord,
): { readonly shown: ShownSender; readonly record: SenderRecord } {
  const why = shown.as === 'self' ? [] : shown.why;
  const marks = [...record.marks, 'newcomer'];
  if (shown.as === 'bot') return { shown: { ...shown, why: [...why, 'newcomer'] }, record: { ...record, marks } };
  const { address, name } = shown;
  return {
    shown: { as: 'marked', address, name: name === address ? '' : name, why: [...why, 'newcomer'] },
    record: { ...record, as: 'marked', marks },
  };
}

/** What the config says of who may write, or its defaults. */
export function settingsOf({ entry }: { readonly entry?: AdmissionSettings }): AdmissionSettings {
  return entry ?? plainAdmission;
}

function rulesFor({ account, lookups }: WholeMailFacts): readonly AdmissionRule[] {
  return [...settingsOf(account).rules, ...lookups.rules];
}
