/** What an erasure takes, and how an address is found in what others wrote. Pure. */
import { addressKey } from '../../mail/address.ts';
import type { Address } from '../../mail/types.ts';
import type { JsonObject, ThreadId } from '../types.ts';

interface Named {
  readonly address: string;
}

/** A mail as an erasure sees it. */
export interface ErasableMail {
  readonly id: string;
  readonly thread: ThreadId | null;
  readonly direction: 'in' | 'out' | 'colleague';
  readonly from: readonly Named[];
  readonly to: readonly Named[];
}

/** What goes: whole threads, single mails of others; and mails that stay and only name the address. */
export interface ErasureScope {
  readonly threads: readonly ThreadId[];
  readonly mails: readonly string[];
  readonly naming: number;
}

/**
 * What the erasure of an address takes: what it wrote, and what of ours went to it alone. Where nothing else is left of
 * a conversation, all of it goes, with the notes about it. What others wrote to it and to others stays.
 *
 * @param own `addressKey` of the account's own addresses
 */
export function scopeOfAddress(
  mails: readonly ErasableMail[],
  keys: ReadonlySet<string>,
  own: ReadonlySet<string>,
): ErasureScope {
  const taken = new Set(mails.filter((mail) => isTaken(mail, keys, own)).map(({ id }) => id));
  const kept = new Set(mails.filter(({ id }) => !taken.has(id)).flatMap(({ thread }) => thread ?? []));
  const threads = new Set(mails.flatMap(({ id, thread }) => (taken.has(id) && thread !== null ? [thread] : [])));
  const naming = mails.filter(
    ({ id, from, to }) => !taken.has(id) && [...from, ...to].some((one) => keys.has(keyOf(one))),
  );
  return { threads: [...threads].filter((thread) => !kept.has(thread)), mails: [...taken], naming: naming.length };
}

function isTaken({ direction, from, to }: ErasableMail, keys: ReadonlySet<string>, own: ReadonlySet<string>): boolean {
  if (from.some((one) => keys.has(keyOf(one)))) return true;
  if (direction === 'in') return false;
  const others = to.map(keyOf).filter((key) => !own.has(key));
  return others.length > 0 && others.every((key) => keys.has(key));
}

function keyOf({ address }: Named): string {
  return addressKey(address as Address);
}

/** Characters that make an address go on: another one stands there. */
const GOES_ON_BEFORE = /[\p{L}\p{N}.%+_~-]/u;
const GOES_ON_AFTER = /[\p{L}\p{N}_-]/u;

/** A text with other words in the place of these addresses (`addressKey`), wherever they stand whole. Linear. */
export function replaceAddresses(text: string, keys: readonly string[], by: string): string {
  let replaced = text;
  for (const key of keys) replaced = replaceOne(replaced, key, by);
  return replaced;
}

function replaceOne(text: string, key: string, by: string): string {
  const lower = sameLength(text);
  let result = '';
  let from = 0;
  for (let at = lower.indexOf(key); at >= 0; at = lower.indexOf(key, at + key.length)) {
    const end = at + key.length;
    if (beganBefore(text, at) || goesOn(text, end)) continue;
    result += text.slice(from, at) + by;
    from = end;
  }
  return from === 0 && result === '' ? text : result + text.slice(from);
}

/** Whether the local part began before: an apostrophe counts between letters (o'neill), and not as a quotation mark. */
function beganBefore(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (before === "'") return /[\p{L}\p{N}]/u.test(text.charAt(at - 2));
  return GOES_ON_BEFORE.test(before);
}

/** Whether the domain goes on: a letter, or a dot with a letter behind it. */
function goesOn(text: string, end: number): boolean {
  const next = text.charAt(end);
  return GOES_ON_AFTER.test(next) || (next === '.' && GOES_ON_AFTER.test(text.charAt(end + 1)));
}

/** In lower case, letter by letter: some have more letters then. */
function sameLength(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from({ length: text.length }, (_, at) => {
    const letter = text.charAt(at);
    const small = letter.toLowerCase();
    return small.length === 1 ? small : letter;
  }).join('');
}

/** Deeper than any JSON of ours. */
const DEEPEST = 40;

/** JSON without these people: who stands in a list goes out of it, and their address is replaced elsewhere. */
export function withoutPeople(value: unknown, keys: readonly string[], by: string, depth = 0): unknown {
  if (typeof value === 'string') return replaceAddresses(value, keys, by);
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) {
    return value
      .filter((one: unknown) => !isPerson(one, keys))
      .map((one: unknown) => withoutPeople(one, keys, by, depth + 1));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      replaceAddresses(name, keys, by),
      withoutPeople(inner, keys, by, depth + 1),
    ]),
  );
}

function isPerson(one: unknown, keys: readonly string[]): boolean {
  if (typeof one === 'string') return keys.includes(one.toLowerCase());
  if (typeof one !== 'object' || one === null || !('address' in one)) return false;
  return typeof one.address === 'string' && keys.includes(one.address.toLowerCase());
}

/** Facts of which nothing is left. */
export const NO_FACTS: JsonObject = {
  ...{ subject: '', from: [], replyTo: [], to: [], cc: [], inReplyTo: [], references: [] },
  ...{ date: null, decision: 'erased', sender: null, bare: true },
};
