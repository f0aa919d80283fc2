/**
 * Which thread a mail belongs to, and why. One pure function: it is given every id that the mail names and everything that the account's
 * threads know of them. Never by subject alone: on 2,500 list mails that glued 225 unrelated threads together.
 *
 * What counts as what:
 * - An id of ours is keyed (`IdKey.ownMessageId`): who names it has seen a mail of ours, so that anybody may join by it. So is a
 *   plus-address token. Both choose the thread and identify nobody.
 * - An id of somebody else can be known to anybody (a list's archive, a forwarded mail): only who takes part joins by it.
 */
import type { MailKind, MessageId } from '../mail/types.ts';
import { changedTopic } from './thread-topic.ts';
import type { ThreadDecision, ThreadId } from './types.ts';

/** One Message-ID that a thread of the account is known by. */
export interface KnownId {
  readonly id: MessageId;
  readonly thread: ThreadId;
  /**
   * message: the thread holds that mail. reference: a mail of the thread names it, and nobody has seen it yet. alias: another id of a mail of
   * ours, from the relay's answer or the copy in Sent (Amazon SES and Exchange rewrite ids); never from a mail that came in, whose
   * header fields its sender chose.
   */
  readonly kind: 'message' | 'reference' | 'alias';
  /** Somebody in the room put it there (`!mail move`, `!mail split`, `!mail merge`): replies to it follow, whatever else they name. */
  readonly placed?: boolean;
}

/** The ids that a mail names. */
export interface ThreadIds {
  readonly messageId: MessageId;
  readonly inReplyTo: readonly MessageId[];
  /** Oldest first. */
  readonly references: readonly MessageId[];
}

/** What the decision sees of a mail. */
export interface ThreadMail extends ThreadIds {
  readonly kind: MailKind;
  /** `addressKey` of the one From; null where there is none or several. Claimed, not proven: it never opens a door alone. */
  readonly sender: string | null;
  /** Shown to come from the account's own people: found in Sent, or submitted to the account's server. They take part everywhere. */
  readonly insider: boolean;
  /** `addressKey` of everybody in To and Cc but the account itself. */
  readonly people: readonly string[];
  readonly subject: string;
  /** Whether it quotes what it answers. */
  readonly quotes: boolean;
  /** List-Id (RFC 2919), lower case, null for mail that came by no list. */
  readonly list: string | null;
  /** The ids that a report is about (DSN, MDN, ARF); empty for every other mail. */
  readonly reportOf: readonly MessageId[];
}

/** A mail that the account has already and that this one claims to be: the same Message-ID, or our keyed header. */
export interface Copy {
  readonly thread: ThreadId;
  readonly of: 'own' | 'foreign';
  /** same: by content hash. words: the same text under another From, as lists with DMARC write it. other: someone else's words. */
  readonly content: 'same' | 'words' | 'other';
  /** Whether either of the two came by a list. */
  readonly list: boolean;
}

/** What a thread is, as far as it decides who may join it. */
export interface ThreadCandidate {
  /** `addressKey` of everybody who wrote or was written to in it. */
  readonly people: ReadonlySet<string>;
  /** Those who wrote in it as newcomers, and have had no yes yet: what they write next stands there too, as from a newcomer. */
  readonly entered?: ReadonlySet<string>;
  /** Every subject that it has had. */
  readonly subjects: readonly string[];
  /** List-Ids of its mails. */
  readonly lists: ReadonlySet<string>;
}

/** Everything that was looked up for a mail; values only. */
export interface ThreadKnowledge {
  /** All that is known of `lookedUpIds`, the oldest thread first. */
  readonly known: readonly KnownId[];
  /** Those of the looked up ids that carry our key. */
  readonly ownIds: ReadonlySet<MessageId>;
  /** Where the mail lies: in Sent only the account itself writes. */
  readonly sent: boolean;
  readonly copies: readonly Copy[];
  /** The threads of the tokens in its recipient addresses, each token checked (`readThreadToken`). */
  readonly tokens: readonly ThreadId[];
  /** The threads with a mail of the same Thread-Index root. */
  readonly indexed: readonly ThreadId[];
  /** Every thread that stands above. */
  readonly threads: ReadonlyMap<ThreadId, ThreadCandidate>;
}

/** Every id by which a thread may be found for this mail: its parents, nearest first, what it reports on, then itself (for replies that came before it). */
export function lookedUpIds(mail: ThreadIds & Partial<Pick<ThreadMail, 'reportOf'>>): MessageId[] {
  return [...new Set([...parentIds(mail), ...(mail.reportOf ?? []), mail.messageId])];
}

/** RFC 5322 section 3.6.4: In-Reply-To names the parents, References ends with the nearest. Own id left out: a mail is not its parent. */
export function parentIds(mail: ThreadIds): MessageId[] {
  const ids = [...mail.inReplyTo, ...mail.references.toReversed()];
  return [...new Set(ids)].filter((id) => id !== mail.messageId);
}

/** Whether the sender takes part in a thread: by address, by being one of us, or by the list that carries both. */
export function takesPart(
  mail: Pick<ThreadMail, 'sender' | 'insider' | 'list'>,
  thread: ThreadCandidate | undefined,
): boolean {
  if (mail.insider) return true;
  if (thread === undefined) return false;
  return (
    (mail.sender !== null && thread.people.has(mail.sender)) || (mail.list !== null && thread.lists.has(mail.list))
  );
}

/**
 * Decides. Rules in this order: our own mail back, and the same mail twice (nothing to do) · what a report is about · where somebody of the room
 * put the parent · our own ids, newest first · tokens · a known mail of somebody else in whose thread the sender takes part · aliases of our
 * mails · a parent that comes after its reply · siblings of a parent that nobody has seen · the Thread-Index root with a participant · a
 * new thread. A changed subject without a quoted parent opens a new thread, linked to the one that it would have joined; so does an id
 * whose thread the sender has no part in.
 */
export function decideThread(mail: ThreadMail, facts: ThreadKnowledge): ThreadDecision {
  const again = knownCopy(facts);
  if (again !== null) return { do: 'ignore', reason: again };
  let refused: ThreadId | null = null;
  for (const found of candidates(mail, facts)) {
    const thread = facts.threads.get(found.thread);
    const part = takesPart(mail, thread);
    const allowed =
      found.open === 'anyone' ||
      part ||
      (mail.sender !== null && thread?.entered?.has(mail.sender) === true) ||
      (found.open === 'related' && mail.people.some((one) => thread?.people.has(one)));
    if (!allowed) {
      refused ??= found.thread;
      continue;
    }
    if (found.topic && leavesTopic(mail, thread)) return { do: 'open', by: 'changed-subject', link: found.thread };
    const parent = nearestIn(mail, facts, found.thread);
    return { do: 'join', thread: found.thread, parent, by: found.by, newcomer: !part };
  }
  if (refused !== null) return { do: 'open', by: 'not-a-participant', link: refused };
  const by = parentIds(mail).length === 0 ? 'no-references' : 'unknown-references';
  return { do: 'open', by, link: null };
}

/** Whether the account has the mail already. A forged copy of a known id is other words, and so suppresses nothing. */
export function knownCopy({ sent, copies }: Pick<ThreadKnowledge, 'sent' | 'copies'>): 'own-mail' | 'duplicate' | null {
  for (const copy of copies) {
    if (copy.of === 'own' && sent) return 'own-mail';
    // A list sends the mail on with another From and its footer; the words are those that the room has.
    if (copy.content === 'same' || (copy.content === 'words' && copy.list))
      return copy.of === 'own' ? 'own-mail' : 'duplicate';
  }
  return null;
}

interface Candidate {
  readonly thread: ThreadId;
  readonly by: Extract<ThreadDecision, { do: 'join' }>['by'];
  /** Who may join by it: anyone; participants; or also who writes to participants, who then see what was written. */
  readonly open: 'anyone' | 'participants' | 'related';
  /** Whether a changed subject parts. */
  readonly topic: boolean;
}

/** Everything that the mail could join, in the order of the rules. */
function* candidates(mail: ThreadMail, facts: ThreadKnowledge): Generator<Candidate> {
  const parents = parentIds(mail);
  const knownAs = (id: MessageId, kind: KnownId['kind']) =>
    facts.known.filter((one) => one.id === id && one.kind === kind);
  for (const id of mail.reportOf) {
    // Only our own mails can bounce back to us; a report about anything else proves nothing.
    const about = [...(facts.ownIds.has(id) ? knownAs(id, 'message') : []), ...knownAs(id, 'alias')];
    for (const { thread } of about) yield { thread, by: 'report', open: 'anyone', topic: false };
  }
  for (const id of parents) {
    for (const one of facts.known) {
      if (one.id !== id || one.placed !== true) continue;
      const ours = facts.ownIds.has(id) || one.kind === 'alias';
      yield { thread: one.thread, by: 'moved', open: ours ? 'anyone' : 'participants', topic: false };
    }
  }
  for (const id of parents.filter((each) => facts.ownIds.has(each))) {
    for (const { thread } of knownAs(id, 'message')) yield { thread, by: 'own-id', open: 'anyone', topic: true };
  }
  for (const copy of facts.copies.filter((each) => each.of === 'own')) {
    yield { thread: copy.thread, by: 'same-id', open: 'anyone', topic: false };
  }
  for (const thread of facts.tokens) yield { thread, by: 'token', open: 'anyone', topic: true };
  for (const id of parents) {
    const by = mail.inReplyTo.includes(id) ? 'in-reply-to' : 'references';
    for (const { thread } of knownAs(id, 'message')) yield { thread, by, open: 'participants', topic: true };
  }
  for (const copy of facts.copies.filter((each) => each.of === 'foreign')) {
    yield { thread: copy.thread, by: 'same-id', open: 'participants', topic: false };
  }
  for (const id of parents) {
    for (const { thread } of knownAs(id, 'alias')) yield { thread, by: 'alias', open: 'anyone', topic: true };
  }
  yield* byReference(mail, parents, knownAs);
  for (const thread of facts.indexed) yield { thread, by: 'thread-index', open: 'participants', topic: true };
}

function* byReference(
  mail: ThreadMail,
  parents: readonly MessageId[],
  knownAs: (id: MessageId, kind: KnownId['kind']) => readonly KnownId[],
): Generator<Candidate> {
  for (const { thread } of knownAs(mail.messageId, 'reference')) {
    yield { thread, by: 'referenced-by', open: 'related', topic: false };
  }
  for (const id of parents) {
    for (const { thread } of knownAs(id, 'reference')) yield { thread, by: 'sibling', open: 'related', topic: true };
  }
}

/** What machines answer has their own subject ("Out of office"), and begins no topic. */
function leavesTopic(mail: ThreadMail, thread: ThreadCandidate | undefined): boolean {
  if (mail.quotes || thread === undefined) return false;
  return (mail.kind === 'message' || mail.kind === 'list') && changedTopic(mail.subject, thread.subjects);
}

/** The nearest parent that the thread holds: what the mail's event is shown to answer. */
function nearestIn(mail: ThreadMail, facts: ThreadKnowledge, thread: ThreadId): MessageId | null {
  const held = (id: MessageId) =>
    facts.known.some((one) => one.id === id && one.thread === thread && one.kind !== 'reference');
  return [...parentIds(mail), ...mail.reportOf].find(held) ?? null;
}
