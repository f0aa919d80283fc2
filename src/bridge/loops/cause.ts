/**
 * What a mail that we are about to send was caused by, as far as its way, its pace and its words tell. People and
 * machines say things in rooms alike; what tells them apart is that a machine answers at once, and that what it answers
 * is an answer to us: that is a circle. Pure; times are milliseconds.
 */
import { addressKey } from '../../mail/address.ts';
import { baseSubject } from '../../mail/subject.ts';
import type { Address, HeaderField, Person } from '../../mail/types.ts';
import type { Scope } from './loop-guard.ts';
import { HOP_HEADER } from '../../mail/header/own-fields.ts';
import type { Way } from './way.ts';
import type { MatrixSend } from '../types.ts';

/** The key in the content of an event of ours that carries the same, for other bridges in the room. */
export const HOP_KEY = 'org.mailroom.hops';

/** Who answers sooner than this after a mail was shown may be a machine. */
const QUICK_MS = 60_000;
/** Who answers sooner than this has hardly read it: nobody does so mail after mail. */
const AT_ONCE_MS = 10_000;
/**
 * How long the words of a thread are compared, and how long after an answer of ours a first mail of the same sender may
 * be what a machine makes of it.
 */
export const CIRCLE_MS = 600_000;
/** How often words may come again before that is a circle. */
const REPEATS = 3;
/** Characters; shorter words are in many mails by chance. */
const TELLING = 5;

/** The events of a mail that has hops, with them: another bridge in the room mails on what it says there. */
export function withHops<T extends MatrixSend>(sends: readonly T[], way: Way, own: string): readonly T[] {
  if (way.hops.length === 0) return sends;
  const hops = [...way.hops, own];
  return sends.map((send) =>
    send.kind === 'event' ? { ...send, content: { ...send.content, [HOP_KEY]: hops } } : send,
  );
}

/** The header of a mail that another mail caused. */
export function hopHeader(cause: readonly string[], own: string): HeaderField {
  return { name: HOP_HEADER, value: [...cause, own].join(' ') };
}

/** How soon after the mail that it answers something was said. A clock that went back makes nothing slow. */
export function paceOf(shownAt: number, saidAt: number): 'at-once' | 'quick' | 'slow' {
  const after = saidAt - shownAt;
  return after < AT_ONCE_MS ? 'at-once' : after < QUICK_MS ? 'quick' : 'slow';
}

/** A mail that is answered, against what we sent before. */
export interface AnsweredMail {
  readonly way: Way;
  /** Whether it refers to a mail of ours, by a keyed id. */
  readonly refersToUs: boolean;
  /** Its own words; '' where it has none. */
  readonly words: string;
}

/**
 * Whether a mail looks like an answer to, or a copy of, what we sent: then an answer at a machine's pace is one turn of
 * a circle. Who writes by their own will again and again, and is answered quickly each time, is in none; neither is
 * what goes to many.
 *
 * @param ours the words of our latest mails in the thread
 */
export function isPrompted({ way, refersToUs, words }: AnsweredMail, ours: readonly string[]): boolean {
  const byPeople = way.kind === 'message' || way.kind === 'list' || way.kind === 'bulk';
  return way.hops.length > 0 || !byPeople || refersToUs || contains(words, ours);
}

/**
 * Whether an answer may be a turn of a circle in which a machine opens a new conversation for each mail that it gets,
 * in new words: nothing in such a mail tells it from the first mail of a person. What does is that it is answered at
 * once, and that it came soon after our last such answer.
 *
 * @param answeredAt when we last answered a first mail of the same sender at once; null for never
 */
export function mayBegin(
  first: {
    /** Whether it refers to any mail at all. */
    readonly refers: boolean;
    readonly at: number;
    /** Something of ours in the conversation is newer. */
    readonly answered: boolean;
  },
  pace: 'at-once' | 'quick' | 'slow',
  answeredAt: number | null,
): 'no' | 'first-time' | 'again' {
  if (first.refers || first.answered || pace !== 'at-once') return 'no';
  const since = answeredAt === null ? 0 : first.at - answeredAt;
  return since > 0 && since < CIRCLE_MS ? 'again' : 'first-time';
}

/**
 * Whom a mail counts for: who wrote it. A form has one sender for what many wrote, and names whom to answer in
 * Reply-To; that is believed of no mail that answers us, since a machine can put another address there each time.
 */
export function countedAs(
  { from, replyTo }: { readonly from: readonly Person[]; readonly replyTo: readonly Person[] },
  refersToUs: boolean,
): Address | null {
  const form = refersToUs ? undefined : replyTo[0];
  return (form ?? from[0])?.address ?? null;
}

/**
 * Whether words go round in a thread: the same for the third time, or ours come back for the third time (a list that
 * reflects).
 *
 * @param theirs the words of the mails of the last `CIRCLE_MS`, with those that are answered
 */
export function circleOf(
  answered: string,
  theirs: readonly string[],
  ours: readonly string[],
): 'repeated-body' | 'returned-body' | null {
  const same = plain(answered);
  if (same !== '' && theirs.filter((words) => plain(words) === same).length >= REPEATS) return 'repeated-body';
  if (!contains(answered, ours)) return null;
  return theirs.filter((words) => contains(words, ours)).length >= REPEATS ? 'returned-body' : null;
}

function contains(words: string, ours: readonly string[]): boolean {
  const all = plain(words);
  return ours.map(plain).some((own) => (own.length < TELLING ? own !== '' && own === all : all.includes(own)));
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Letters and digits of a subject's end that are compared: what machines change stands in front. */
const SUBJECT_END = 24;

/** The keys of the buckets that an answer takes from. */
export function bucketKeys(facts: {
  readonly thread: string;
  readonly sender: Address | null;
  readonly subject: string;
}): Readonly<Record<Scope, string>> {
  const sender = facts.sender === null ? '' : addressKey(facts.sender);
  const letters = Array.from(
    baseSubject(facts.subject)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );
  return {
    'sender-in-thread': `subject:${sender}:${letters.slice(-SUBJECT_END).join('')}`,
    sender: `sender:${sender}`,
    thread: `thread:${facts.thread}`,
    account: 'account',
  };
}

/** The key of the bucket of answers at once to first mails of a sender (`FIRST_RATE`). */
export function firstKey(from: Address | null): string {
  return `first:${from === null ? '' : addressKey(from)}`;
}
