import type { MessageId } from './types.ts';

/** Longest id that is kept, characters: a line of RFC 5322 section 2.1.1. A longer one is no id that anybody could answer to. */
const longest = 998;

/** What must never stand in an id of ours, whatever made it: it ends up in header fields and in the database. */
const unsafe = /[\u0000-\u001f\u007f]/gu;

/**
 * All ids of an In-Reply-To or References field, in the order of the field, each once, verbatim with their angle brackets
 * (RFC 5322 section 3.6.4). Malformed ones are kept, since they thread as well as good ones: nested brackets, no brackets,
 * spaces inside, no `@`. Words beside ids in brackets (`Your message of Friday <id>`, RFC 822 section 4.6.2) are passed over.
 *
 * @param value the unfolded field, or several of them joined by a space
 */
export function messageIds(value: string): MessageId[] {
  const clean = value.replace(/[\t\r\n]+/g, ' ').replace(unsafe, '');
  const found = clean.includes('<') ? bracketed(clean) : bare(clean);
  return [...new Set(found)].filter((id) => id.length <= longest).map(brand);
}

/**
 * The id of a Message-ID field, or null where it holds none. Text after the id (`<a@b> (added by postmaster@b)`) is passed over.
 */
export function messageId(value: string): MessageId | null {
  return messageIds(value)[0] ?? null;
}

/**
 * An id of our own. `left` and `right` come from callers that make them of letters, digits, dots and hyphens; everything
 * else is replaced, so that no caller can break a header.
 */
export function makeMessageId(left: string, right: string): MessageId {
  const safe = (text: string, other: string) =>
    text.replace(/[^A-Za-z0-9.+=_-]/g, '-').replace(/^\.+|\.+$/g, '') || other;
  return brand(`<${safe(left, 'mail').slice(0, 200)}@${safe(right, 'localhost').slice(0, 250)}>`);
}

/** Reads back an id that was stored as a string by us. Null where it never was one. */
export function storedMessageId(text: string): MessageId | null {
  return text.length > 2 &&
    text.length <= longest &&
    text.startsWith('<') &&
    text.endsWith('>') &&
    text.replace(unsafe, '') === text
    ? brand(text)
    : null;
}

function bracketed(text: string): string[] {
  const ids: string[] = [];
  let at = text.indexOf('<');
  while (at >= 0) {
    // `<<a@b>>` opens twice; the brackets belong to the id as it was written, and answers carry them as written.
    let close = text.indexOf('>', at + 1);
    while (close >= 0 && text[close + 1] === '>') close += 1;
    const next = text.indexOf('<', at + 1);
    const unclosed = close < 0 || (next > at + 1 && next < close && /\s/.test(text.slice(at, next)));
    const end = unclosed ? (next > at + 1 ? next : text.length) : close + 1;
    const id = text.slice(at, end).trim();
    const whole = unclosed && !id.endsWith('>') ? `${id}>` : id;
    if (/[^<>\s]/.test(whole)) ids.push(whole);
    at = text.indexOf('<', end);
  }
  return ids;
}

function bare(text: string): string[] {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const ids = words.length === 1 ? words : words.filter((word) => /^[^@"()]+@[^@"()]+$/.test(word));
  return ids.filter((word) => /[^<>]/.test(word)).map((word) => (word.endsWith('>') ? `<${word}` : `<${word}>`));
}

function brand(text: string): MessageId {
  return text as MessageId;
}
