/**
 * Outlook's conversation: Thread-Index ([MS-OXOMSG] section 2.2.1.3, PidTagConversationIndex) and Thread-Topic. Outlook
 * and Exchange write them into each mail, and sort by them; an answer has the Thread-Index of the mail that it answers
 * with one level more. Copied as it is, or left out, the answer stands outside of the conversation.
 */
import { decodeWords } from '../charset/charset.ts';
import type { HeaderField, OutlookConversation } from '../types.ts';

/** Octets that all mails of a conversation share: a header of 6 and a GUID of 16. */
const ROOT = 22;
/** Octets of a level: a bit that says how the time is cut, 31 bits of time, 8 bits at random. */
const LEVEL = 5;
/**
 * Levels that are kept and written, so that the field stays one line below 998 octets (RFC 5322 section 2.1.1): base64
 * of 522 octets is 696. Of a longer one the first levels stay, since by the root alone Outlook knows the conversation.
 */
const MOST_LEVELS = 100;
/** Characters of base64 that are looked at. */
const LONGEST = 4000;
/** UTF-16 code units; a subject of ours is no longer. */
const TOPIC_MAX = 500;

/** The octets of Thread-Index; null where there is none or it is no Thread-Index. */
function indexOf(headers: readonly HeaderField[]): Buffer | null {
  const value = valueOf(headers, 'thread-index').replace(/\s+/g, '');
  if (value.length > LONGEST || !/^[A-Za-z0-9+/]{30,}={0,2}$/.test(value)) return null;
  const bytes = Buffer.from(value, 'base64');
  // The first octet is reserved and 1; children add 5 octets each. A GUID of one value is what broken generators write
  // for every mail.
  if (bytes.length < ROOT || bytes[0] !== 1 || (bytes.length - ROOT) % LEVEL !== 0) return null;
  return new Set(bytes.subarray(6, ROOT)).size < 4 ? null : bytes;
}

/** The root of Thread-Index as hex, null where there is none or it is no Thread-Index. */
export function threadIndexRoot(headers: readonly HeaderField[]): string | null {
  return indexOf(headers)?.subarray(0, ROOT).toString('hex') ?? null;
}

/** Null where the mail has no Thread-Index. */
export function readConversation(headers: readonly HeaderField[]): OutlookConversation | null {
  const bytes = indexOf(headers);
  if (bytes === null) return null;
  const topic = decodeWords(valueOf(headers, 'thread-topic').slice(0, 4 * TOPIC_MAX));
  return {
    index: bytes.subarray(0, ROOT + LEVEL * MOST_LEVELS).toString('base64'),
    topic: oneLine(topic).slice(0, TOPIC_MAX).toWellFormed().trim(),
  };
}

/** What an answer is written by. */
interface Answer {
  readonly date: Date;
  readonly subject: string;
  /** Unknown to anyone before the mail is sent, and the same at every try. */
  readonly seed: string;
}

/**
 * The conversation of an answer to a mail of this one: one level more. The topic goes on where its words stand in the
 * subject of the answer: elsewhere it would carry what nobody who answers has seen, or a subject that the team changed.
 */
export function answeredConversation(parent: OutlookConversation, answer: Answer): OutlookConversation {
  const bytes = Buffer.from(parent.index, 'base64');
  const kept = bytes.subarray(0, Math.min(bytes.length, ROOT + LEVEL * (MOST_LEVELS - 1)));
  const level = Buffer.alloc(LEVEL);
  level.writeUInt32BE(timeOf(answer.date.getTime(), bytes));
  level.writeUInt8(Number.parseInt(answer.seed.replace(/[^a-z0-9]/gi, '').slice(0, 4) || '0', 36) & 0xff, 4);
  return {
    index: Buffer.concat([kept, level]).toString('base64'),
    topic: parent.topic !== '' && comparable(answer.subject).includes(comparable(parent.topic)) ? parent.topic : '',
  };
}

/** The fields of a mail that is in a conversation. */
export function conversationFields({ index, topic }: OutlookConversation): HeaderField[] {
  return [...(topic === '' ? [] : [{ name: 'Thread-Topic', value: topic }]), { name: 'Thread-Index', value: index }];
}

/** Hundreds of nanoseconds from 1601, the beginning of FILETIME, to 1970. */
const EPOCH = 116_444_736_000_000_000n;

/**
 * The first 32 bits of a level: the time since that of the root, without its lowest 18 bits; where that is 1.7 years or
 * more, a 1 and the time without its lowest 23 bits.
 */
function timeOf(now: number, root: Buffer): number {
  // The reserved octet is the highest of the time as well, 1 until 2057, in what Outlook and older servers write. Newer
  // ones write it twice, and have one octet less of the time.
  const high = root.subarray(0, 6).toString('hex');
  const begun = root[1] === 1 ? BigInt(`0x${high.slice(2)}`) << 24n : BigInt(`0x${high}`) << 16n;
  const time = EPOCH + BigInt(Math.trunc(now)) * 10_000n - begun;
  // Whose clock is ahead of ours has an answer of the same moment.
  const since = time < 0n ? 0n : time;
  const isLong = (since & 0x00fe_0000_0000_0000n) !== 0n;
  return Number(isLong ? 0x8000_0000n | ((since >> 23n) & 0x7fff_ffffn) : (since >> 18n) & 0x7fff_ffffn);
}

function valueOf(headers: readonly HeaderField[], wanted: string): string {
  return headers.find(({ name }) => name === wanted)?.value ?? '';
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function comparable(text: string): string {
  return oneLine(text).normalize('NFKC').toLowerCase();
}
