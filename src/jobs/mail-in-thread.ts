/**
 * Which thread a mail belongs to, with everything that is known: the copies of it that the account has, what its ids, tokens and Thread-Index
 * name, and who takes part there. `decideThread` decides; a thread that it opens is made, and told of in the one that it nearly joined.
 * Bounded: six statements a mail, whatever it names.
 */
import { isOwnAddress, memberByAddress } from '../bridge/account.ts';
import type { Account } from '../bridge/account.ts';
import { OWN_HEADER } from '../bridge/ids.ts';
import type { Shown } from '../bridge/sender.ts';
import { formerIds, threadIndexRoot, threadMailOf } from '../bridge/thread-facts.ts';
import { tokensOf } from '../bridge/thread-token.ts';
import { decideThread, lookedUpIds } from '../bridge/thread.ts';
import type { Copy, ThreadKnowledge, ThreadMail } from '../bridge/thread.ts';
import type { JoinReason, MessageKey, OpenReason, ThreadId } from '../bridge/types.ts';
import type { StoredMail } from '../db/mails.ts';
import type { Transaction } from '../db/pool.ts';
import { candidatesOf, messagesLike, threadsBeginning, threadsIndexed } from '../db/thread-traits.ts';
import type { KnownMessage } from '../db/thread-traits.ts';
import { openThread, threadsKnowing } from '../db/threads.ts';
import { quotesAnother } from '../mail/quote-parent.ts';
import { baseSubject } from '../mail/subject.ts';
import type { MessageId, ParsedMail } from '../mail/types.ts';
import type { Rendered } from '../mail/worker/work.ts';
import type { JobDeps } from './deps.ts';

/** A mail as the decision sees it. */
export interface Arrived {
  readonly stored: StoredMail;
  readonly account: Account;
  readonly mail: ParsedMail;
  /** The caller's where the mail has none. */
  readonly messageId: MessageId;
  /** Null for a mail of which only the header can be read: its topic is not looked at, and it is a copy of nothing. */
  readonly read: { readonly words: string; readonly rendered: Rendered } | null;
  /** As whom it would be shown; null for one in Sent. */
  readonly shown: Shown | null;
  /** The mails that a report is about. */
  readonly reportOf: readonly MessageId[];
}

/** What was decided about a mail's thread. Nothing is written yet. */
export interface ThreadFound {
  readonly thread: ThreadId;
  /** How it was found, for `!mail why`. */
  readonly reason: JoinReason | OpenReason;
  /** Whether it begins here: `openFound` makes it, unless the mail is shown elsewhere. */
  readonly opened: boolean;
  /** Whether the sender had no part in it. */
  readonly newcomer: boolean;
  /** The thread that it nearly joined. */
  readonly link: ThreadId | null;
  /** For `addTraits`. */
  readonly index: string | null;
}

/** Where a mail goes; nowhere where the account has it already, as `first` (null for a mail of ours that is no message). */
export type Placing =
  | ({ readonly do: 'show' } & ThreadFound)
  | { readonly do: 'ignore'; readonly reason: 'own-mail' | 'duplicate'; readonly first: KnownMessage | null };

/** Whether a mail is shown to be from the account's own people: they take part everywhere. */
export function isInsider({
  stored,
  account,
  mail,
  shown,
}: Pick<Arrived, 'stored' | 'account' | 'mail' | 'shown'>): boolean {
  if (stored.role === 'sent') return true;
  const [from] = mail.from;
  if (shown === null || shown.as !== 'self' || from === undefined) return false;
  return isOwnAddress(account, from.address) || memberByAddress(account, from.address) !== null;
}

/** Decides; reads only. The caller holds `lockDecisions`. */
export async function placeMail(tx: Transaction, deps: JobDeps, arrived: Arrived): Promise<Placing> {
  const { account, mail, stored, messageId } = arrived;
  const { copies, own, same } = await copiesOf(tx, deps, arrived);
  const sent = stored.role === 'sent';
  // A mail that Mailroom wrote by itself is no message of a thread.
  if (sent && own === null && isOurs(deps, arrived)) return { do: 'ignore', reason: 'own-mail', first: null };
  const facts = threadFactsOf(arrived);
  const index = threadIndexRoot(mail.headers);
  const knowledge = await knowledgeOf(tx, deps, arrived, facts, { copies, index });
  const decision = decideThread(facts, knowledge);
  switch (decision.do) {
    case 'ignore':
      return { do: 'ignore', reason: decision.reason, first: decision.reason === 'own-mail' ? own : same };
    case 'join': {
      const { thread, by, newcomer } = decision;
      return { do: 'show', thread, reason: by, opened: false, newcomer, link: null, index };
    }
    case 'open': {
      const thread = deps.ids.thread(account.id, messageId, mail.contentHash);
      return { do: 'show', thread, reason: decision.by, opened: true, newcomer: false, link: decision.link, index };
    }
  }
}

/** Makes the thread that a mail begins; one that exists stays as it is. */
export async function openFound(
  tx: Transaction,
  account: Account,
  mail: ParsedMail,
  { thread, reason, opened }: Pick<ThreadFound, 'thread' | 'reason' | 'opened'>,
): Promise<void> {
  if (opened) await openThread(tx, { thread, account: account.id, subject: baseSubject(mail.subject), by: reason });
}

async function knowledgeOf(
  tx: Transaction,
  deps: JobDeps,
  { account, mail, stored }: Arrived,
  facts: ThreadMail,
  { copies, index }: { readonly copies: readonly Copy[]; readonly index: string | null },
): Promise<ThreadKnowledge> {
  const ids = lookedUpIds(facts);
  const starts = tokensOf(mail.headers, deps.ids.tokenKeys, account.id, (address) => isOwnAddress(account, address));
  const known = await threadsKnowing(tx, account.id, ids);
  const indexed = index === null ? [] : await threadsIndexed(tx, account.id, index);
  const tokens = starts.length === 0 ? [] : await threadsBeginning(tx, account.id, starts);
  const threads = [...new Set([...[...known, ...copies].map(({ thread }) => thread), ...indexed, ...tokens])];
  const people = [...new Set([...(facts.sender === null ? [] : [facts.sender]), ...facts.people])];
  return {
    known,
    ownIds: new Set(ids.filter((id) => deps.ids.isOwnMessageId(id))),
    sent: stored.role === 'sent',
    copies,
    tokens,
    indexed,
    threads: threads.length === 0 ? new Map() : await candidatesOf(tx, threads, { people, list: facts.list }),
  };
}

function threadFactsOf(arrived: Arrived): ThreadMail {
  const { account, mail, messageId, read, reportOf } = arrived;
  const { kept = null, cut = null } = read?.rendered ?? {};
  const shown = {
    insider: isInsider(arrived),
    quotes: read === null || quotesAnother([kept?.body ?? null, cut?.body ?? null]),
    reportOf,
  };
  return threadMailOf({ ...mail, messageId }, shown, (address) => isOwnAddress(account, address));
}

interface Copies {
  readonly copies: readonly Copy[];
  /** The mail of ours that it claims to be. */
  readonly own: KnownMessage | null;
  /** The mail that came in before: the same to the letter, else the same words under another From. */
  readonly same: KnownMessage | null;
}

/** The mails that the account has and that this one claims to be. */
async function copiesOf(tx: Transaction, deps: JobDeps, arrived: Arrived): Promise<Copies> {
  const { account, stored, mail, messageId } = arrived;
  const sent = stored.role === 'sent';
  if (arrived.read === null && !sent) return { copies: [], own: null, same: null };
  const keyed = keyedOf(deps, mail);
  // Exchange and Gmail say in the copy in Sent which id it had; anywhere else a stranger can say so.
  const former = sent ? formerIds(mail.headers).filter((id) => deps.ids.isOwnMessageId(id)) : [];
  const found = await messagesLike(tx, account.id, [messageId, ...former], keyed === null ? [] : [keyed]);
  const ours = (one: KnownMessage) =>
    one.direction === 'out' && (one.messageId === messageId || one.message === keyed || former.includes(one.messageId));
  const copies = found
    .filter((one) => ours(one) || one.messageId === messageId)
    .map((one): Copy => copyOf(arrived, one, ours(one)));
  const theirs = found.filter((one) => !ours(one));
  const same =
    theirs.find((one) => one.contentHash === mail.contentHash) ??
    theirs.find((one) => arrived.read !== null && one.wordsHash === arrived.read.words);
  return { copies, own: found.find(ours) ?? null, same: same ?? null };
}

/** The mail of ours that its keyed header names. */
function keyedOf(deps: JobDeps, mail: ParsedMail): MessageKey | null {
  const header = mail.headers.find(({ name }) => name === OWN_HEADER.toLowerCase());
  return header === undefined ? null : deps.ids.readOwnHeader(header.value);
}

function isOurs(deps: JobDeps, { mail, messageId }: Arrived): boolean {
  return keyedOf(deps, mail) !== null || deps.ids.isOwnMessageId(messageId);
}

function copyOf({ mail, read }: Arrived, one: KnownMessage, own: boolean): Copy {
  const sameWords = read !== null && one.wordsHash === read.words;
  const same = one.contentHash === mail.contentHash;
  // Words of ours that come back under another id or sender, word for word, are shown already.
  const content = same || (own && sameWords) ? 'same' : sameWords ? 'words' : 'other';
  const list = one.list !== null || mail.headers.some(({ name }) => name === 'list-id');
  return { thread: one.thread, of: own ? 'own' : 'foreign', content, list };
}
