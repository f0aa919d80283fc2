/**
 * Whether a mail is shown, and where: who may enter its room (`bridge/sender-entry.ts`), and what its kind may do (`bridge/brakes-effects.ts`). Called
 * between the decision about the thread and the message that is written. What is not let in stays in the mailbox, is counted, and its sender is told
 * at most once a day, if the sender has shown to be it and is no machine.
 */
import { isInternalAddress, plainEntry } from '../bridge/account.ts';
import type { Account, EntrySettings } from '../bridge/account.ts';
import { hopHeader, hopName, wayOf } from '../bridge/brakes-cause.ts';
import type { Way } from '../bridge/brakes-cause.ts';
import { brakeOf, CAUSED_RATES } from '../bridge/brakes.ts';
import { effectsOf, placeOf } from '../bridge/brakes-effects.ts';
import { renderLines } from '../bridge/commands.ts';
import { notice } from '../bridge/notices.ts';
import { entryOf, mayTellRefusal, patternsOf, ruleFor } from '../bridge/sender-entry.ts';
import type { EntryRule } from '../bridge/sender-entry.ts';
import type { Shown } from '../bridge/sender.ts';
import { listIdOf } from '../bridge/thread-facts.ts';
import type { MessageKey, ThreadId } from '../bridge/types.ts';
import {
  lastToldRefusal,
  markMessage,
  NOT_SHOWN,
  openGathering,
  rememberRefusalTold,
  rulesAbout,
  threadEntry,
} from '../db/entry.ts';
import { settleMailIn } from '../db/mails.ts';
import type { StoredMail } from '../db/mails.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import { standingIn } from '../db/thread-people.ts';
import type { SenderRecord } from '../db/threads.ts';
import { addressKey, formatPerson } from '../mail/address.ts';
import type { SenderVerdict } from '../mail/authentication.ts';
import { baseSubject } from '../mail/subject.ts';
import type { MessageId, ParsedMail } from '../mail/types.ts';
import { words } from '../mail/words.ts';
import type { JobDeps } from './deps.ts';
import { mailNotice } from './mail-notice.ts';

/** A mail before it is let in. */
export interface Arriving {
  readonly stored: StoredMail;
  readonly account: Account;
  readonly mail: ParsedMail;
  readonly message: MessageKey;
  readonly messageId: MessageId;
  /** Null for a mail in Sent. */
  readonly verdict: SenderVerdict | null;
  /** As whom it would be shown; null for the account's own. */
  readonly shown: Shown | null;
  readonly record: SenderRecord | null;
}

/** What the decision about its thread says. */
export interface FoundThread {
  readonly thread: ThreadId;
  /** Whether it begins a thread. */
  readonly opened: boolean;
  readonly newcomer: boolean;
}

export type Admission =
  | {
      readonly do: 'show';
      /** The thread; null for the account's lobby, where a mail makes no message. */
      readonly thread: ThreadId | null;
      /** Whether the thread that was found is to be opened: not where it is shown elsewhere. */
      readonly open: boolean;
      readonly shown: Shown | null;
      readonly record: SenderRecord | null;
      /** `addressKey` of a sender who is not one of the thread yet. */
      readonly newcomer: string | null;
      /** Why it is shown where many are gathered; null where the decision about its thread says why. */
      readonly gathered: 'list-room' | 'digest' | null;
    }
  | { readonly do: 'ignore' };

/** Position of the notice about a newcomer: it belongs to the message, behind all its parts. */
export const JOINED_POSITION = 3_001;

/** Refusals that an account tells within an hour, to whomever: whoever passes with a domain of their own has addresses without end. */
const TOLD_PER_HOUR = 60;

/** Whether a rule of the whole account keeps a mail out, so that nobody is asked about it; settles it then. */
export async function isBlocked(tx: Transaction, deps: JobDeps, arriving: Arriving): Promise<boolean> {
  const rule = blockOf(arriving, null, await rulesOf(tx, arriving));
  if (rule === null) return false;
  await keepOut(tx, deps, arriving, `blocked ${rule.pattern}`);
  return true;
}

/** Decides, and carries out what follows of not being let in. The caller holds `lockDecisions`. */
export async function admit(
  tx: Transaction,
  deps: JobDeps,
  arriving: Arriving,
  found: FoundThread,
): Promise<Admission> {
  const { mail, shown, record } = arriving;
  const stays = {
    do: 'show',
    thread: found.thread,
    open: found.opened,
    shown,
    record,
    newcomer: null,
    gathered: null,
  } as const;
  // What the account's own people wrote.
  if (arriving.verdict === null || shown === null) return stays;
  const rules = await rulesOf(tx, arriving);
  const block = blockOf(arriving, found.opened ? null : found.thread, rules);
  if (block !== null) {
    await keepOut(tx, deps, arriving, `blocked ${block.pattern}`);
    return { do: 'ignore' };
  }
  if (found.opened) return placed(tx, deps, arriving, found);
  const isReport = mail.kind === 'dsn' || mail.kind === 'mdn' || mail.kind === 'arf';
  if (!found.newcomer || isReport) return stays;
  return newcomerOf(tx, deps, arriving, found, rules);
}

/** Where a mail that joins no thread is shown: in one that it opens, with others of its kind, in the lobby, or nowhere. */
async function placed(tx: Transaction, deps: JobDeps, arriving: Arriving, found: FoundThread): Promise<Admission> {
  const { account, mail, stored, message, shown, record } = arriving;
  const list = listIdOf(mail.headers);
  const place = placeOf({ kind: mail.kind, joins: false, list }, settingsOf(account).many);
  const elsewhere = { do: 'show', open: false, shown, record, newcomer: null, gathered: null } as const;
  switch (place.in) {
    case 'thread':
      return { ...elsewhere, thread: found.thread, open: true };
    case 'account-room':
      return { ...elsewhere, thread: null };
    case 'nowhere':
      await settleMailIn(tx, stored.mail, 'ignored', { message, reason: `${NOT_SHOWN}${place.reason}` });
      return { do: 'ignore' };
    case 'list-room':
    case 'digest': {
      const isList = place.in === 'list-room';
      const kind = isList ? 'list' : 'digest';
      const thread = deps.ids.gathering(account.id, kind, isList ? place.list : '');
      const subject = isList ? listName(mail, place.list) : words(account.language).entry.digest;
      await openGathering(tx, { thread, account: account.id, kind, subject });
      return { ...elsewhere, thread, gathered: place.in };
    }
  }
}

/** Somebody answers a mail of a thread in which they had no part. */
async function newcomerOf(
  tx: Transaction,
  deps: JobDeps,
  arriving: Arriving,
  found: FoundThread,
  rules: readonly EntryRule[],
): Promise<Admission> {
  const { account, mail, verdict, shown, record, stored } = arriving;
  const sender = mail.from[0]?.address ?? null;
  const key = sender === null ? null : addressKey(sender);
  const thread = await threadEntry(tx, found.thread);
  const known = key === null ? undefined : (await standingIn(tx, [found.thread], key)).get(found.thread);
  const settings = settingsOf(account);
  const stays = {
    do: 'show',
    thread: found.thread,
    open: false,
    shown,
    record,
    newcomer: null,
    gathered: null,
  } as const;
  // Many write where mails of many are gathered: nobody is new there.
  if (thread !== null && thread.kind !== 'mail') return stays;
  const refused = known?.standing === 'refused';
  const entry = entryOf({
    sender,
    // Where nobody checks, whoever is shown as themselves has nothing more to show.
    verdict: shown?.as === 'self' ? 'pass' : (verdict?.verdict ?? 'unchecked'),
    thread: found.thread,
    newcomer: true,
    rules,
    open: settings.open || thread?.entry === 'open',
    welcomed: known?.standing === 'participant',
    newcomers: refused ? 'refused' : settings.newcomers,
  });
  if (entry.enter) {
    if (!entry.marked) return stays;
    const marked = shown === null || record === null ? stays : { ...stays, ...asNewcomer(shown, record) };
    return { ...marked, newcomer: key ?? '' };
  }
  // Somebody accepted it after it was held.
  if (stored.released) return { ...stays, newcomer: key ?? '' };
  await keepOut(tx, deps, arriving, refused ? 'refused' : entry.by);
  return { do: 'ignore' };
}

/** Whoever is not one of the thread is not shown as the person of the address, who may be. */
function asNewcomer(shown: Shown, record: SenderRecord): { shown: Shown; record: SenderRecord } {
  const why = shown.as === 'self' ? [] : shown.why;
  const marks = [...record.marks, 'newcomer'];
  if (shown.as === 'bot') return { shown: { ...shown, why: [...why, 'newcomer'] }, record: { ...record, marks } };
  const { address, name } = shown;
  return {
    shown: { as: 'marked', address, name: name === address ? '' : name, why: [...why, 'newcomer'] },
    record: { ...record, as: 'marked', marks },
  };
}

/** After the message was written: what it is, and for a newcomer the question whether they may take part, once in each room. */
export async function afterEntry(
  tx: Transaction,
  deps: JobDeps,
  { account, mail, message }: Arriving,
  { thread, newcomer }: { readonly thread: ThreadId; readonly newcomer: string | null },
): Promise<void> {
  if (mail.kind !== 'message' || newcomer !== null) await markMessage(tx, message, { kind: mail.kind, newcomer });
  const [from] = mail.from;
  if (newcomer === null || from === undefined || !effectsOf(mail.kind).choosesRecipients) return;
  const say = words(account.language).entry;
  const place = { account: account.id, thread, room: null };
  const said = renderLines([say.joined(from.address), say.joinedHow]);
  const about = { place, bot: deps.ghosts.bot, of: `${thread}:${newcomer}`, purpose: 'joined', said };
  await addSend(tx, { ...notice(deps.ids, about), message, position: JOINED_POSITION });
}

/** Not shown: it stays in the mailbox, is counted, and its sender is told where that may be. */
async function keepOut(tx: Transaction, deps: JobDeps, arriving: Arriving, why: string): Promise<void> {
  const { account, stored, mail, message, messageId, verdict } = arriving;
  await settleMailIn(tx, stored.mail, 'ignored', { message, reason: `${NOT_SHOWN}${why}` });
  const [from] = mail.from;
  if (from === undefined || verdict === null || settingsOf(account).refusals === 'silent') return;
  // RFC 3834 section 2: whoever has no return path wants no answer.
  if (mail.headers.some(({ name, value }) => name === 'return-path' && /^\s*<\s*>\s*$/.test(value))) return;
  const key = addressKey(from.address);
  const facts = { verdict: verdict.verdict, kind: mail.kind };
  const own = hopName(deps.ids, account.id);
  const way = wayOf(mail);
  if (!mayTellRefusal({ ...facts, lastTold: null, now: 0 }) || goesRound(way, own)) return;
  const { lately, ...told } = await lastToldRefusal(tx, account.id, key);
  if (lately >= TOLD_PER_HOUR || !mayTellRefusal({ ...facts, ...told })) return;
  const say = words(account.language).entry;
  await rememberRefusalTold(tx, account.id, key);
  await mailNotice(tx, deps, account, {
    of: message,
    purpose: 'refusal',
    to: { name: '', address: from.address },
    subject: say.refusalSubject(baseSubject(mail.subject)),
    text: say.refusalText(account.address).join('\n\n'),
    cause: 'auto-replied',
    answers: { messageId, references: mail.references },
    headers: [hopHeader(way.hops, own)],
  });
}

/** Whether a mail has been here before, or at too many places (`brakeOf`). */
function goesRound(way: Way, own: string): boolean {
  const state = { buckets: { 'sender-in-thread': null, sender: null, thread: null, account: null }, latched: false };
  const context = { own, author: 'machine', rates: CAUSED_RATES, now: 0 } as const;
  return brakeOf({ way, circle: null }, state, context).brake !== null;
}

/** The line before a mail in the lobby, where no ghost speaks. */
export function automaticPrefix(account: Account, mail: ParsedMail, shown: Shown | null): string {
  const { entry, room, sender } = words(account.language);
  const [from] = mail.from;
  if (from === undefined) return room.noSender;
  const person = formatPerson({ ...from, name: shown?.as === 'self' ? shown.name : '' });
  return entry.automatic(shown?.as === 'self' ? person : `⚠ ${person} (${sender.notVerified})`);
}

function settingsOf(account: Account): EntrySettings {
  return account.entry ?? plainEntry;
}

async function rulesOf(tx: Transaction, { account, mail }: Arriving): Promise<readonly EntryRule[]> {
  const patterns = mail.from.slice(0, 20).flatMap(({ address }) => patternsOf(address));
  return [...settingsOf(account).rules, ...(await rulesAbout(tx, account.id, patterns))];
}

/** The rule that keeps a mail out: about anybody who stands in From. Never one of our own people, and nothing that somebody has accepted. */
function blockOf(
  { account, mail, shown, stored }: Arriving,
  thread: ThreadId | null,
  rules: readonly EntryRule[],
): EntryRule | null {
  if (shown === null || stored.released) return null;
  for (const { address } of mail.from) {
    if (shown.as === 'self' && isInternalAddress(account, address)) return null;
    const rule = ruleFor(address, thread, rules);
    if (rule?.effect === 'block') return rule;
  }
  return null;
}

/** What people call a list: the description in its List-Id (RFC 2919 section 2), else the id. */
function listName(mail: ParsedMail, list: string): string {
  const value = mail.headers.find(({ name }) => name === 'list-id')?.value ?? '';
  const described = /^\s*"?([^"<]*?)"?\s*</.exec(value)?.[1]?.trim() ?? '';
  // An encoded word (RFC 2047) would have to be decoded; the id says as much.
  return described === '' || described.includes('=?') ? list : described;
}
