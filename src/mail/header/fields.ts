/** Readers of single fields, for `readHeader`: from what a stranger wrote to a value with a grammar and a bound. */
import { messageIds } from '../message-id.ts';
import { HOP_HEADER } from './own-fields.ts';
import type { HeaderField, MessageId } from '../types.ts';

/** List-Id (RFC 2919 section 2) in lower case, without its description; null for mail that came by no list. */
export function listIdOf(headers: readonly HeaderField[]): string | null {
  const value = firstOf(headers, 'list-id')?.trim() ?? '';
  const id = /<([^<>\s]{1,255})>$/.exec(value)?.[1] ?? /^\s*([^<>\s@]{1,255}\.[^<>\s@]{1,255})\s*$/.exec(value)?.[1];
  return id === undefined ? null : id.toLowerCase();
}

/** What people call a list: the description in its List-Id (RFC 2919 section 2); null where it has none. */
export function listNameOf(headers: readonly HeaderField[]): string | null {
  const value = firstOf(headers, 'list-id') ?? '';
  const described = value
    .slice(0, Math.max(value.indexOf('<'), 0))
    .slice(0, 250)
    .trim();
  const name = described.replace(/^"|"$/g, '').trim();
  // An encoded word (RFC 2047) would have to be decoded; the id says as much.
  return name === '' || name.length > 200 || /"|=\?/.test(name) ? null : name;
}

/**
 * The ids that a copy of our own mail had before a server gave it another: fields of Exchange, Gmail and list managers.
 * Believed only of what lies in Sent or is proven ours otherwise, since a stranger can write them too.
 */
export function formerIds(headers: readonly HeaderField[]): MessageId[] {
  const names = [
    'x-microsoft-original-message-id',
    'x-google-original-message-id',
    'x-original-message-id',
    'original-message-id',
  ];
  return [
    ...new Set(headers.filter(({ name }) => names.includes(name)).flatMap(({ value }) => messageIds(value))),
  ].slice(0, 10);
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

/**
 * Whether From is a group (RFC 6854 allows it): its people may not even know of the mail. A colon outside of quoted
 * strings, angle and square brackets and comments says so; of brackets that do not match each other every colon does.
 */
export function isGroup(headers: readonly HeaderField[]): boolean {
  return headers.some(({ name, value }) => name === 'from' && hasBareColon(value));
}

/** What ends what begins with a sign, and counts for nothing where it is never ended. */
const CLOSING: Readonly<Record<string, string>> = { '"': '"', '<': '>', '[': ']' };

/** One pass. */
function hasBareColon(value: string): boolean {
  const ended = new Map(Object.values(CLOSING).map((sign) => [sign, value.lastIndexOf(sign)]));
  let depth = 0;
  let colon = false;
  for (let at = 0; at < value.length; at += 1) {
    const char = value.charAt(at);
    const closing = CLOSING[char];
    if (char === '\\') at += 1;
    else if (closing !== undefined && (ended.get(closing) ?? -1) > at) at = endOf(value, closing, at + 1);
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (char === ':') {
      if (depth === 0) return true;
      colon = true;
    }
  }
  return colon && depth !== 0;
}

/** The place of a sign that is not behind a backslash; the end of the text where there is none. */
function endOf(value: string, sign: string, start: number): number {
  for (let at = start; at < value.length; at += 1) {
    const char = value.charAt(at);
    if (char === '\\') at += 1;
    else if (char === sign) return at;
  }
  return value.length;
}

/**
 * A field of ours: words of visible signs with one space between them; null where it is not there, or is no such value.
 */
export function ownValue(headers: readonly HeaderField[], name: string): string | null {
  const words = firstOf(headers, name.toLowerCase())?.slice(0, 1_000).trim().split(/\s+/) ?? [];
  const value = words.join(' ');
  return /^[!-~]+(?: [!-~]+){0,7}$/.test(value) && value.length <= 500 ? value : null;
}

function firstOf(headers: readonly HeaderField[], wanted: string): string | undefined {
  return headers.find(({ name }) => name === wanted)?.value;
}
