/**
 * Which thread a mail belongs to, and why. One pure function: it is given every id that the mail names and everything
 * that the account's threads know of them. Never by subject alone: on 2,500 list mails that glued 225 unrelated threads
 * together.
 *
 * What counts as what:
 * - An id of ours is keyed (`IdKey.ownMessageId`): who names it has seen a mail of ours, so that anybody may join by
 *   it. So is a plus-address token. Both choose the thread and identify nobody.
 * - An id of somebody else can be known to anybody (a list's archive, a forwarded mail): who takes part joins by it,
 *   and of others who belongs there by `belongingOf`.
 */
import type { AuthenticationVerdict } from '../../mail/authentication/verdict.ts';
import type { MailKind, MessageId } from '../../mail/types.ts';
import { belongingOf } from './belonging.ts';
import { domainOfKey, organisationOf } from './organisation.ts';
import { changedTopic } from './topic.ts';
import type { BelongingRow, ThreadDecision, ThreadId } from '../types.ts';

/** One Message-ID that a thread of the account is known by. */
export interface KnownId {
  readonly id: MessageId;
  readonly thread: ThreadId;
  /**
   * message: the thread holds that mail. reference: a mail of the thread names it, and nobody has seen it yet. alias:
   * another id of a mail of ours, from the relay's answer or the copy in Sent (Amazon SES and Exchange rewrite ids);
   * never from a mail that came in, whose header fields its sender chose.
   */
  readonly kind: 'message' | 'reference' | 'alias';
  /**
   * Somebody in the room put it there (`!mail move`, `!mail split`, `!mail merge`): replies to it follow, whatever else
   * they name.
   */
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
  /**
   * `addressKey` of the one From; null where there is none or several. Claimed, not proven: alone it never lets a mail
   * into a thread.
   */
  readonly sender: string | null;
  /**
   * What the check of that address came to. pass also where the account checks nobody; fail also where there is no one
   * sender, and where the mail cannot be read.
   */
  readonly verdict: AuthenticationVerdict;
  /**
   * `addressKey` of the group that alone says who wrote it; null for every other mail, and for a group at the account's
   * own address.
   */
  readonly group: string | null;
  /**
   * Shown to come from the account's own people: found in Sent, or submitted to the account's server. They take part
   * everywhere.
   */
  readonly insider: boolean;
  /** `addressKey` of everybody in To and Cc but the account itself. */
  readonly people: readonly string[];
  readonly subject: string;
  /** Whether it quotes what it answers. */
  readonly quotes: boolean;
  /**
   * List-Id (RFC 2919), lower case, of the list that is shown to have sent it (`isListMail`); null for every other
   * mail, whatever it claims.
   */
  readonly list: string | null;
  /** The ids that a report is about (DSN, MDN, ARF); empty for every other mail. */
  readonly reportOf: readonly MessageId[];
}

/** A mail that the account has already and that this one claims to be: the same Message-ID, or our keyed header. */
export interface Copy {
  readonly thread: ThreadId;
  readonly of: 'own' | 'foreign';
  /**
   * same: by content hash. words: the same text under another From, as lists with DMARC write it. other: someone else's
   * words.
   */
  readonly content: 'same' | 'words' | 'other';
  /** Whether either of the two came by a list. */
  readonly list: boolean;
}

/** What a thread is, as far as it decides who may join it. */
export interface ThreadCandidate {
  /** `addressKey` of everybody who wrote or was written to in it. */
  readonly people: ReadonlySet<string>;
  /** The domains of those who take part in it, as far as they are of the sender's organisation. */
  readonly domains: ReadonlySet<string>;
  /**
   * Those who wrote in it as newcomers, and have had no yes yet: what they write next stands there too, as from a
   * newcomer, unless they fail.
   */
  readonly entered?: ReadonlySet<string>;
  /** Every subject that it has had. */
  readonly subjects: readonly string[];
  /** The lists that sent mails of it, and were shown to. */
  readonly lists: ReadonlySet<string>;
  /** What it gathers; `mail` for an ordinary conversation. Only that has people who take part. */
  readonly gathers: 'mail' | 'list' | 'digest';
  /**
   * The conversation that it was begun aside from, and those that were begun aside from it (`!mail forward`); each is
   * among the threads. Absent for none.
   */
  readonly beside?: readonly ThreadId[];
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
  /** What the account adds to the domains that many share (`organisationOf`). */
  readonly shared: readonly string[];
  /** What becomes of somebody new in a conversation; with refused nobody belongs to one who has no part in it. */
  readonly newcomers: 'shown' | 'refused';
  /** Every thread that stands above. */
  readonly threads: ReadonlyMap<ThreadId, ThreadCandidate>;
}

/**
 * Every id by which a thread may be found for this mail: its parents, nearest first, what it reports on, then itself
 * (for replies that came before it).
 */
export function lookedUpIds(mail: ThreadIds & Partial<Pick<ThreadMail, 'reportOf'>>): MessageId[] {
  return [...new Set([...parentIds(mail), ...(mail.reportOf ?? []), mail.messageId])];
}

/**
 * RFC 5322 section 3.6.4: In-Reply-To names the parents, References ends with the nearest. Own id left out: a mail is
 * not its parent.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function parentIds(mail: ThreadIds): MessageId[] {
  const ids = [...mail.inReplyTo, ...mail.references.toReversed()];
  return [...new Set(ids)].filter((id) => id !== mail.messageId);
}

/**
 * Whether the sender takes part in a thread: by address, or by being one of us. A list makes nobody a participant, and
 * the word of a group counts only where the group has a part in the thread itself.
 */
function takesPart(mail: ThreadMail, thread: ThreadCandidate | undefined): boolean {
  if (mail.insider) return true;
  if (mail.sender === null || thread?.people.has(mail.sender) !== true) return false;
  const { group, list } = mail;
  return group === null || thread.people.has(group) || (list !== null && thread.lists.has(list));
}

/**
 * Decides. Rules in this order: our own mail back, and the same mail twice (nothing to do) · what a report is about ·
 * where somebody of the room put the parent · our own ids, newest first · tokens · a known mail of somebody else in
 * whose thread the sender takes part · aliases of our mails · a parent that comes after its reply · siblings of a
 * parent that nobody has seen · the Thread-Index root with a participant · the first of these threads in which the
 * sender has no part and belongs by `belongingOf` · a new thread. Each of them counts as the thread beside it where the
 * sender takes part in that one alone (`!mail forward`). A changed subject without a quoted parent opens a
 * new thread, linked to the one that it would have joined; so does an id whose thread the sender does not belong to.
 */
export function decideThread(mail: ThreadMail, facts: ThreadKnowledge): ThreadDecision {
  const again = knownCopy(facts);
  if (again !== null) return { do: 'ignore', reason: again };
  let stranger: Entrance | null = null;
  let refused: Entrance | null = null;
  for (const candidate of candidates(mail, facts)) {
    const entrance = entranceOf(mail, facts, heardIn(mail, facts, candidate));
    if (entrance.as === 'apart') refused ??= entrance;
    else if (entrance.certain) return enter(mail, facts, entrance);
    else stranger ??= entrance;
  }
  if (stranger !== null) return enter(mail, facts, stranger);
  if (refused !== null) return { do: 'open', by: 'not-a-participant', link: refused.found.thread, row: refused.row };
  const by = parentIds(mail).length === 0 ? 'no-references' : 'unknown-references';
  return { do: 'open', by, link: null, row: null };
}

/** As what a mail would come into one of the threads that it may join. */
interface Entrance {
  readonly found: Candidate;
  readonly as: 'participant' | 'list' | 'colleague' | 'newcomer' | 'apart';
  /** Whether it is one by the fact alone: no other thread is looked for where the sender may take part. */
  readonly certain: boolean;
  /** Null for who takes part, and for mail of the thread's list. */
  readonly row: BelongingRow | null;
}

/**
 * Whoever takes part beside a thread and not in it is heard where they take part, whichever of the two their mail
 * names: a side conversation and its first one have no people in common by a mail.
 */
function heardIn(mail: ThreadMail, facts: ThreadKnowledge, found: Candidate): Candidate {
  const thread = facts.threads.get(found.thread);
  if (found.by === 'report' || takesPart(mail, thread)) return found;
  const beside = thread?.beside?.find((one) => takesPart(mail, facts.threads.get(one)));
  return beside === undefined ? found : { ...found, thread: beside, by: 'beside' };
}

function entranceOf(mail: ThreadMail, facts: ThreadKnowledge, found: Candidate): Entrance {
  const thread = facts.threads.get(found.thread);
  if (takesPart(mail, thread)) return { found, as: 'participant', certain: true, row: null };
  if (mail.list !== null && thread?.lists.has(mail.list) === true)
    return { found, as: 'list', certain: true, row: null };
  const row = rowOf(mail, thread, facts.shared);
  const as = facts.newcomers === 'shown' && belongingOf(row) === 'colleague' ? 'colleague' : 'newcomer';
  if (found.open === 'anyone') return { found, as, certain: true, row };
  return { found, as: belongsThere(mail, facts, found, row) ? as : 'apart', certain: false, row };
}

/** Whether somebody without a part in a thread comes into it by a fact that does not let in anybody. */
function belongsThere(mail: ThreadMail, facts: ThreadKnowledge, found: Candidate, row: BelongingRow): boolean {
  const thread = facts.threads.get(found.thread);
  const belongs = belongingOf(row);
  if (row.verdict !== 'fail' && mail.sender !== null && thread?.entered?.has(mail.sender) === true) return true;
  switch (found.open) {
    case 'anyone':
      return true;
    case 'named':
      return belongs !== 'apart' && facts.newcomers === 'shown' && thread?.gathers === 'mail' && !isReport(mail);
    case 'related':
      return belongs !== 'apart' && namesPeople(mail, thread);
    case 'participants':
      return false;
  }
}

/** A report on somebody else's mail proves nothing, and is no answer. */
function isReport({ kind }: ThreadMail): boolean {
  return kind === 'dsn' || kind === 'mdn' || kind === 'arf';
}

function namesPeople(mail: ThreadMail, thread: ThreadCandidate | undefined): boolean {
  return mail.people.some((one) => thread?.people.has(one));
}

/** The row of a sender who has no part in a thread. */
function rowOf(mail: ThreadMail, thread: ThreadCandidate | undefined, shared: readonly string[]): BelongingRow {
  const { sender, verdict } = mail;
  const theirs = sender === null ? null : organisationOf(domainOfKey(sender), shared);
  const ofThread = [...(thread?.domains ?? [])].map((domain) => organisationOf(domain, shared));
  if (theirs !== null && ofThread.includes(theirs)) return { relation: 'same-organisation', verdict };
  return { relation: namesPeople(mail, thread) ? 'names-participants' : 'other', verdict };
}

function enter(mail: ThreadMail, facts: ThreadKnowledge, { found, as, row }: Entrance): ThreadDecision {
  const thread = facts.threads.get(found.thread);
  if (found.topic && leavesTopic(mail, thread)) return { do: 'open', by: 'changed-subject', link: found.thread, row };
  const parent = nearestIn(mail, facts, found.thread);
  const guest = as === 'list' ? 'list' : as === 'colleague' ? 'organisation' : null;
  return { do: 'join', thread: found.thread, parent, by: found.by, newcomer: as === 'newcomer', guest, row };
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
  /**
   * Who may join by it: anyone; participants alone; also whom `belongingOf` lets in; of those only who write to
   * participants, who then see what was written.
   */
  readonly open: 'anyone' | 'participants' | 'named' | 'related';
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
      yield { thread: one.thread, by: 'moved', open: ours ? 'anyone' : 'named', topic: false };
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
    for (const { thread } of knownAs(id, 'message')) yield { thread, by, open: 'named', topic: true };
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
