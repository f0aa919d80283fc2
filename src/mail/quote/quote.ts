/**
 * The reply alone: separates what an author wrote from what the mail program put around it (quotation, attribution,
 * signature, disclaimer). Nothing is lost: what is not kept is returned as cut. Pure, total, linear in the input.
 */
import { decide, type QuoteOptions } from './decide.ts';
import { type QuoteLine, visible } from './line.ts';
import type { SplitText } from '../types.ts';

/** RFC 3676 section 4.5: quote marks, here with the spaces that programs put between and before them. */
const MARKS = /^ {0,3}(?:>[ \t]?)+/u;
/** Supercite and VM: the quoted author's initials or name before the mark. */
const INITIALS = /^ {0,8}[A-Z]{1,4}>(?: |$)/u;
const NAMED = /^\p{L}{2,20}>(?: |$)/u;
const BAR = /^\|(?: |$)/u;

function toLine(raw: string, wrapped: boolean): QuoteLine {
  const marks = wrapped ? undefined : MARKS.exec(raw)?.[0];
  if (marks !== undefined) {
    const depth = marks.split('>').length - 1;
    const text = visible(raw.slice(marks.length));
    return { text: text === '' ? '>' : text, depth, weak: false, hint: null };
  }
  if (INITIALS.test(raw)) return { text: visible(raw), depth: 1, weak: false, hint: null };
  return { text: visible(raw), depth: 0, weak: NAMED.test(raw) || BAR.test(raw), hint: null };
}

/** Whether `>` at the beginning of a line closes an address that an earlier line opened: "… <anna@…", "> wrote:". */
function closesAddress(raws: readonly string[], index: number): boolean {
  const raw = raws[index] ?? '';
  if (!/^>.{0,30}[:：]\s*$/u.test(raw)) return false;
  let open = 0;
  for (let i = index - 1; i >= 0 && i >= index - 5; i--) {
    const above = (raws[i] ?? '').slice(0, 400);
    if (MARKS.test(above)) return false;
    for (const sign of above) open += sign === '<' ? 1 : sign === '>' ? -1 : 0;
    if (open > 0) return true;
  }
  return false;
}

/** The lines of a plain text. A quoted blank line has the text '>' so that it does not count as blank. */
function linesOf(raws: readonly string[]): readonly QuoteLine[] {
  const lines = raws.map((raw, index) => toLine(raw, closesAddress(raws, index)));
  return lines.map((line, index) => {
    // One line with initials is a label; two are a quotation.
    const raw = raws[index] ?? '';
    if (line.depth === 0 || !INITIALS.test(raw)) return line;
    const same = raw.slice(0, raw.indexOf('>') + 1);
    const twice = (raws[index - 1] ?? '').startsWith(same) || (raws[index + 1] ?? '').startsWith(same);
    return twice ? line : { ...line, depth: 0, weak: true };
  });
}

function joined(raws: readonly string[]): string {
  let start = 0;
  let end = raws.length;
  while (start < end && raws[start]?.trim() === '') start++;
  while (end > start && raws[end - 1]?.trim() === '') end--;
  return raws.slice(start, end).join('\n');
}

/**
 * Separates a plain text (any line ends) into the reply and the rest. Both hold their lines in order, without space at
 * the ends of lines and without blank lines at their edges; every word of the text is in exactly one of them. `kept` is
 * empty only for a text without anything in it. A forwarded mail and answers between quoted lines stay in `kept`.
 */
export function splitText(text: string, options: QuoteOptions = {}): SplitText {
  const raws = text.split(/\r\n|[\n\r\u2028\u2029]/u).map((raw) => raw.trimEnd());
  const fates = decide(linesOf(raws), options);
  if (fates.every((fate) => fate === 'keep')) return { kept: joined(raws), cut: '' };
  return {
    kept: joined(raws.filter((_, i) => fates[i] === 'keep')),
    cut: joined(raws.filter((_, i) => fates[i] !== 'keep')),
  };
}
