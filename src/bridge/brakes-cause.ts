/**
 * What a mail that we are about to send was caused by, as far as its way, its pace and its words tell. People and machines say things in rooms alike; what tells
 * them apart is that a machine answers at once, and that what it answers is an answer to us: that is a circle. Pure; times are milliseconds.
 */
import { addressKey } from '../mail/address.ts';
import { baseSubject } from '../mail/subject.ts';
import type { Address, HeaderField, MailKind } from '../mail/types.ts';
import type { Scope } from './brakes.ts';
import type { IdKey } from './ids.ts';
import type { AccountId, MatrixSend } from './types.ts';

/** The header of a mail that another mail caused: which Mailrooms it went through, oldest first. What a person took their time for begins anew, without it. */
export const HOP_HEADER = 'X-Mailroom-Hops';

/** The key in the content of an event of ours that carries the same, for other bridges in the room. */
export const HOP_KEY = 'org.mailroom.hops';

/** Who answers sooner than this after a mail was shown may be a machine. */
export const QUICK_MS = 60_000;
/** How long the words of a thread are compared, and how long a mail without any reference to ours counts as an answer to it. */
export const CIRCLE_MS = 600_000;
/** How often words may come again before that is a circle. */
const REPEATS = 3;
/** Characters; shorter words are in many mails by chance. */
const TELLING = 5;

/** What a mail tells of its way; kept with its facts. */
export interface Way {
  readonly hops: readonly string[];
  /** Number of its Received fields. */
  readonly received: number;
  readonly kind: MailKind;
}

/** Reads the way of a mail. Header names are in lower case, as `parseMail` gives them. */
export function wayOf(mail: { readonly headers: readonly HeaderField[]; readonly kind: MailKind }): Way {
  const received = mail.headers.filter(({ name }) => name === 'received').length;
  return { hops: readHops(mail.headers), received, kind: mail.kind };
}

/** Which Mailrooms a mail has gone through, oldest first; at most twenty are read. */
export function readHops(headers: readonly HeaderField[]): string[] {
  return headers
    .filter(({ name }) => name === HOP_HEADER.toLowerCase())
    .flatMap(({ value }) => value.split(/[\s,]+/))
    .filter(isHop)
    .slice(0, 20);
}

/** Whether a text can be the name of a Mailroom. */
export function isHop(text: string): boolean {
  return /^[a-z0-9]{4,32}$/.test(text);
}

/** The name of an account in hop headers: keyed, so that nobody can know it before they have seen it. */
export function hopName(ids: IdKey, account: AccountId): string {
  return ids.fingerprint('hop', account).slice(0, 12);
}

/** The events of a mail that has hops, with them: another bridge in the room mails on what it says there. */
export function withHops(sends: readonly MatrixSend[], way: Way, own: string): readonly MatrixSend[] {
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
export function paceOf(shownAt: number, saidAt: number): 'quick' | 'slow' {
  return saidAt - shownAt < QUICK_MS ? 'quick' : 'slow';
}

/** A mail that is answered, against what we sent before. */
export interface Answered {
  readonly way: Way;
  /** Whether it refers to a mail of ours, by a keyed id. */
  readonly refersToUs: boolean;
  /** Whether it refers to any mail at all. */
  readonly refers: boolean;
  /** Its own words; '' where it has none. */
  readonly words: string;
}

/**
 * Whether a mail looks like an answer to, or a copy of, what we sent: then an answer at a machine's pace is one turn of a circle. Who writes by their own will
 * again and again, and is answered at once each time, is in none.
 *
 * @param ours the words of our latest mails in the thread
 * @param mailedLately whether its sender got an answer of ours at such a pace within `CIRCLE_MS`
 */
export function isPrompted(cause: Answered, ours: readonly string[], mailedLately: boolean): boolean {
  if (cause.way.hops.length > 0 || cause.way.kind !== 'message' || cause.refersToUs) return true;
  return (mailedLately && !cause.refers) || contains(cause.words, ours);
}

/**
 * Whether words go round in a thread: the same for the third time, or ours come back for the third time (a list that reflects).
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
