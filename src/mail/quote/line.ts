/**
 * A mail as lines, whatever it was written in: `mail/quote/quote.ts` makes them of plain text,
 * `mail/quote/quote-html.ts` of HTML, and one set of rules (`mail/quote/decide.ts`) says which of them are the reply.
 */
import { withoutEnd } from '../../base/trim.ts';

/** What a mail program's own markup says about a line of HTML. */
export type Hint = 'attribution' | 'history' | 'signature' | 'forward';

/** One line to judge. */
export interface QuoteLine {
  /** Without quote marks, invisible characters and outer space; at most LOOK characters. '' is a blank line. */
  readonly text: string;
  /** How deep it is quoted, 0 for the author's own. */
  readonly depth: number;
  /** Perhaps quoted (`| text`, `Anna> text`, an indented blockquote): is so only below an attribution. */
  readonly weak: boolean;
  readonly hint: Hint | null;
}

/** How many characters of a line the rules look at. */
const LOOK = 600;

const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;
const SPACE = /[\s\u00a0\u2007\u202f\u3000]+/gu;

/** Arabic, Persian and full-width digits. */
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/gu;
const asciiDigit = (digit: string): string => String(digit.charCodeAt(0) & 0xf);

/** What the rules see of a line: bidi controls and zero-width characters out, runs of space made one, digits plain. */
export function visible(text: string): string {
  const bare = text
    .slice(0, LOOK * 2)
    .replace(INVISIBLE, '')
    .replace(SPACE, ' ');
  return bare.replace(DIGITS, asciiDigit).trim().slice(0, LOOK);
}

/** The element at an index, or null; for windows that reach over an end. */
export function at<T>(list: readonly T[], index: number): T | null {
  return list[index] ?? null;
}

/**
 * A line that holds nothing but what separates. Streak's mark (U+1427) counts: its extension puts it under every mail.
 */
export function isDelimiter(text: string): boolean {
  return text === '\u1427' || (text.length >= 2 && /^[-*#~=_+\u2013\u2014\u2500\u1427 ]+$/u.test(text));
}

/** `text` without the dashes, underscores and stars that programs put around a marker. */
export function unframed(text: string): string {
  return withoutEnd(text.replace(/^[-*_=~>\u2013\u2014\u2500 ]+/u, ''), '-*_=~\u2013\u2014\u2500 ');
}
