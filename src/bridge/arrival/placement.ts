/** Where a mail belongs: the thread that it joins or begins, or that the account has it already. */
import { isInternalAddress, isOwnAddress, memberByAddress, plainAdmission } from '../account/account.ts';
import type { Account } from '../account/account.ts';
import type { ShownSender } from '../admission/sender.ts';
import { threadMailOf } from '../thread/thread-facts.ts';
import { decideThread, knownCopy } from '../thread/thread.ts';
import type { ThreadMail } from '../thread/thread.ts';
import type { Guest } from '../types.ts';
import type { AuthenticationVerdict, SenderVerdict } from '../../mail/authentication/verdict.ts';
import { addressKey } from '../../mail/address.ts';
import { isListMail } from '../../mail/authentication/list-mail.ts';
import type { Address, MessageId, ParsedMail } from '../../mail/types.ts';
import type { ArrivingMail, FoundThread } from './arrival.ts';
import { copiesOf } from './copies.ts';
import type { Copies, KnownMessage } from './copies.ts';

/**
 * Where a mail goes; nowhere where the account has it already, as `first` (null for a mail of ours that is no message).
 */
export type MailPlacement =
  | ({
      readonly do: 'show';
      /** Whether the sender had no part in the thread that it joins. */
      readonly newParticipant: boolean;
      /** See `ThreadDecision`. */
      readonly guest: Guest | null;
      /** The root of its Thread-Index. */
      readonly index: string | null;
    } & FoundThread)
  | { readonly do: 'ignore'; readonly reason: 'own-mail' | 'duplicate'; readonly first: KnownMessage | null };

/** Whether a mail is shown to be from the account's own people: they take part everywhere. */
export function isInsider(
  account: Account,
  role: 'watched' | 'sent',
  mail: Pick<ParsedMail, 'from'>,
  shown: ShownSender | null,
): boolean {
  if (role === 'sent') return true;
  const [from] = mail.from;
  if (shown === null || shown.as !== 'self' || from === undefined) return false;
  return isOwnAddress(account, from.address) || memberByAddress(account, from.address) !== null;
}

/**
 * The mails that the account has and that this one claims to be. Of a mail that could not be read only a copy in Sent
 * is known.
 */
export function mailCopies({ content, role, lookups }: ArrivingMail): Copies {
  if (content.read === 'header' && role !== 'sent') return { copies: [], own: null, same: null };
  const words = content.read === 'whole' ? content.words : null;
  const { messageId, keyed, former: formerIds } = content.ids;
  return copiesOf({ mail: content.mail, messageId, words, similar: lookups.similar, keyed, formerIds });
}

/** Whether the account has the mail already, so that nothing else that is known of it matters. */
export function isKnownMail(facts: ArrivingMail): boolean {
  const { copies, own } = mailCopies(facts);
  return isOwnNotice(facts, own) || knownCopy({ sent: facts.role === 'sent', copies }) !== null;
}

/** Whether a mail in Sent is one that Mailroom wrote by itself, which is no message of a thread. */
function isOwnNotice({ role, content }: ArrivingMail, own: KnownMessage | null): boolean {
  return role === 'sent' && own === null && (content.ids.keyed !== null || content.ids.isOwn);
}

/** The mails that a report is about: ours where that is known, else what it names. */
function reportedIds({ content, lookups }: ArrivingMail): MessageId[] {
  const report = content.read === 'whole' ? content.report : null;
  const about = lookups.reported?.messageId ?? report?.about.messageId ?? null;
  return about === null ? [] : [about];
}

/** Whether a list is the account itself: a group that feeds its mailbox. All mail of strangers comes by it. */
function isOwnList(account: Account, list: string): boolean {
  return [...account.own].some((key) => key.replace('@', '.') === list);
}

/**
 * The list that is shown to have sent a mail (`isListMail`); null where it names none, and where that is only a claim.
 */
export function listOf({ account, content }: ArrivingMail): string | null {
  const list = content.mail.header.list?.id ?? null;
  if (list === null || isOwnList(account, list)) return null;
  const trust = { ...account.senders, isInternal: (one: Address) => isInternalAddress(account, one) };
  const verdict = content.read === 'whole' ? content.verdict : null;
  const checks = account.senders.authentication !== 'none';
  return isListMail(content.mail, list, trust, { verdict, checks }) ? list : null;
}

/**
 * What the check of a sender comes to for what they may do in a room. Where nobody checks, whoever is shown as
 * themselves has nothing more to show.
 */
export function effectiveVerdict(shown: ShownSender, verdict: SenderVerdict | null): AuthenticationVerdict {
  return shown.as === 'self' ? 'pass' : (verdict?.verdict ?? 'unchecked');
}

/** The group of others that alone says who wrote a mail. */
function groupOf({ account, content }: ArrivingMail): string | null {
  const group = content.read === 'whole' ? content.verdict?.group : undefined;
  return group === undefined || isOwnAddress(account, group) ? null : addressKey(group);
}

/** Nobody looks at the sender of a mail that could not be read, and nobody asks about one in Sent. */
function verdictFor({ content }: ArrivingMail, shown: ShownSender | null): AuthenticationVerdict {
  if (content.read === 'header' || shown === null) return 'fail';
  return effectiveVerdict(shown, content.verdict);
}

/** @param shown as whom the mail would be shown; null for one in Sent, and for one that could not be read */
export function threadMailFor(facts: ArrivingMail, shown: ShownSender | null): ThreadMail {
  const { account, role, content } = facts;
  const seen = {
    insider: isInsider(account, role, content.mail, shown),
    // The topic of a mail whose text is not known is not looked at; a reaction begins none.
    quotes: content.read === 'header' || content.quotes || (content.reaction ?? null) !== null,
    reportOf: reportedIds(facts),
    list: listOf(facts),
    verdict: verdictFor(facts, shown),
    group: groupOf(facts),
  };
  return threadMailOf({ ...content.mail, messageId: content.ids.messageId }, seen, (address) =>
    isOwnAddress(account, address),
  );
}

/** Decides by `decideThread`. @param shown as for `threadMailFor` */
export function decidePlacement(facts: ArrivingMail, shown: ShownSender | null): MailPlacement {
  const { account, content, role, lookups } = facts;
  const { copies, own, same } = mailCopies(facts);
  if (isOwnNotice(facts, own)) return { do: 'ignore', reason: 'own-mail', first: null };
  const { known, ownIds, tokens, indexed, threads } = lookups;
  const { newcomers, shared } = account.entry ?? plainAdmission;
  const bounds = { newcomers, shared, sent: role === 'sent' };
  const knowledge = { ...bounds, known, ownIds, copies, tokens, indexed, threads };
  const decision = decideThread(threadMailFor(facts, shown), knowledge);
  const index = content.mail.header.threadIndex;
  switch (decision.do) {
    case 'ignore':
      return { do: 'ignore', reason: decision.reason, first: decision.reason === 'own-mail' ? own : same };
    case 'join': {
      const { thread, by: reason, newcomer: newParticipant, guest, row } = decision;
      return { do: 'show', thread, reason, opens: false, newParticipant, guest, link: null, index, row };
    }
    case 'open': {
      const { by: reason, link, row } = decision;
      const begins = { thread: content.ids.begins, reason, opens: true } as const;
      return { do: 'show', ...begins, newParticipant: false, guest: null, link, index, row };
    }
  }
}
