import { withoutEnd } from '../base/trim.ts';
import { decodeWords } from './charset/charset.ts';
import type { MessageId } from './types.ts';

/**
 * Longest id that is kept, characters: a line of RFC 5322 section 2.1.1. A longer one is no id that anybody could
 * answer to.
 */
const longest = 998;

/** What must never stand in an id of ours, whatever made it: it ends up in header fields and in the database. */
const unsafe = /[\u0000-\u001f\u007f]/gu;

/**
 * All ids of an In-Reply-To or References field, in the order of the field, each once, verbatim with their angle
 * brackets (RFC 5322 section 3.6.4). Malformed ones are kept, since they thread as well as good ones: nested brackets,
 * no brackets, spaces inside, no `@`. Words beside ids in brackets (`Your message of Friday <id>`, RFC 822 section
 * 4.6.2) are passed over, and so is the address of somebody whom they name (`Message from A <a@b.example> of Monday`):
 * it is the same in every mail about theirs. Blanks at the brackets are folds, not of the id, and an encoded word (RFC
 * 2047), which some programs make of a long id, is read.
 *
 * @param value the unfolded field, or several of them joined by a space
 */
export function messageIds(value: string): MessageId[] {
  const clean = plain(value)
    .replace(/[\t\r\n]+/g, ' ')
    .replace(unsafe, '');
  const found = clean.includes('<') ? bracketed(clean) : bare(clean);
  return [...new Set(found)].filter((id) => id.length <= longest).map(brand);
}

/**
 * The id of a Message-ID field, or null where it holds none. Text after the id (`<a@b> (added by postmaster@b)`) is
 * passed over.
 */
export function messageId(value: string): MessageId | null {
  return messageIds(value)[0] ?? null;
}

/**
 * An id of our own. `left` and `right` come from callers that make them of letters, digits, dots and hyphens;
 * everything else is replaced, so that no caller can break a header.
 */
export function makeMessageId(left: string, right: string): MessageId {
  const safe = (text: string, other: string) =>
    withoutEnd(
      text
        .slice(0, longest)
        .replace(/[^A-Za-z0-9.+=_-]/g, '-')
        .replace(/^\.+/, ''),
      '.',
    ) || other;
  return brand(`<${safe(left, 'mail').slice(0, 200)}@${safe(right, 'localhost').slice(0, 250)}>`);
}

/**
 * Reads back an id that was stored as a string by us. Null where it never was one.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function storedMessageId(text: string): MessageId | null {
  return text.length > 2 &&
    text.length <= longest &&
    text.startsWith('<') &&
    text.endsWith('>') &&
    text.replace(unsafe, '') === text
    ? brand(text)
    : null;
}

/** The field without encoded words, as far as what they hold can be an id (RFC 5322 section 3.6.4: ASCII). */
function plain(value: string): string {
  if (!value.includes('=?')) return value;
  const decoded = decodeWords(value);
  return /^[\u0000-\u007f]*$/.test(decoded) ? decoded : value;
}

/** Words before an address of somebody, in the languages of programs that wrote such fields. */
const fromWord = /(?:^|[\s"(])(?:from|by|von|de|van|da|fra)\s/i;
/** What goes on after the name and address of somebody whose mail is meant. */
const saysMore = /^\s?(?:of|on|at|sent|dated|vom|am|du|le)\s|^\s?['’]s\s|^\s?(?:wrote|writes|said|schrieb)(?:\s|:|$)/i;
/** Characters beside an id that are looked at. */
const BESIDE = 200;

/** Whether what stands in brackets is the address of whom the words around it name. */
function isSomebody(id: string, before: string, after: string): boolean {
  if (!/^<[^\s<>@]+@[^\s<>@]+>$/.test(id)) return false;
  const more = saysMore.test(after);
  if (!fromWord.test(before)) return more && /['’]s\s|wrote|writes|said|schrieb/i.test(after.slice(0, 12));
  // Nothing is said after it: what has a digit before its @ is an id.
  return more || !/\d/.test(id.slice(0, id.indexOf('@')));
}

function bracketed(text: string): string[] {
  const ids: string[] = [];
  let last = 0;
  let at = text.indexOf('<');
  while (at >= 0) {
    // `<<a@b>>` opens twice; the brackets belong to the id as it was written, and answers carry them as written.
    let close = text.indexOf('>', at + 1);
    while (close >= 0 && text[close + 1] === '>') close += 1;
    const next = text.indexOf('<', at + 1);
    const unclosed = close < 0 || (next > at + 1 && next < close && /\s/.test(text.slice(at, next)));
    const end = unclosed ? (next > at + 1 ? next : text.length) : close + 1;
    const id = text.slice(at, end).trim();
    const whole = trimmed(unclosed && !id.endsWith('>') ? `${id}>` : id);
    const before = text.slice(Math.max(last, at - BESIDE), at);
    if (/[^<>\s]/.test(whole) && !isSomebody(whole, before, text.slice(end, end + BESIDE))) ids.push(whole);
    last = end;
    at = text.indexOf('<', end);
  }
  return ids;
}

/** Without the blanks behind the opening and before the closing brackets. */
function trimmed(id: string): string {
  const inner = id.replace(/^<+/, '');
  const open = id.length - inner.length;
  const core = inner.replace(/>+$/, '');
  return id.slice(0, open) + core.trim() + inner.slice(core.length);
}

function bare(text: string): string[] {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const isId = (word: string, at: number) =>
    /^[^@"()]+@[^@"()]+$/.test(word) && !/^(?:from|by|von|de|van|da|fra)$/i.test(words[at - 1] ?? '');
  const ids = words.length === 1 ? words : words.filter(isId);
  return ids.filter((word) => /[^<>]/.test(word)).map((word) => (word.endsWith('>') ? `<${word}` : `<${word}>`));
}

function brand(text: string): MessageId {
  return text as MessageId;
}
