/**
 * Finds the lines that introduce a quotation: attributions ("On … Anna wrote:"), quoted header blocks ("From: … Sent:
 * …"), "Original Message" and "Forwarded message" markers. Looks at a bounded window for each line, so that time is
 * linear in the number of lines whatever they hold.
 */
import { at, isDelimiter, unframed, type QuoteLine } from './line.ts';
import {
  DATE_FIRST,
  ENDS_WITH_WROTE,
  FORWARD_MARKER,
  HEADER_LABELS,
  type HeaderLabel,
  ORIGINAL_MARKER,
  QUOTING,
  WROTE,
} from './quote-words.ts';

/** Lines `start` to `end`, both included, that introduce something. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: 'attribution' | 'header' | 'forward';
}

/** Over how many lines mail programs break an attribution. */
const WINDOW = 6;
/** The longest attribution that is believed, in characters. */
const LONGEST = 400;

const ADDRESS = /[^\s<>@()]{1,64}@[^\s<>@()]{1,255}/u;
const ANGLE = /[<(\[][^<>()[\]]{0,200}@[^<>]{0,200}[>)\]]/u;
const TIME = /\d{1,2}\s?[:.hH時时点시]\s?\d{2}/u;
const DATE = /(?:19|20|25)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\s?[月월]/u;
/** Gmail before 2016: "2016-03-03 17:21 GMT+01:00 Some One", with or without an address. */
const GMAIL_GMT = /^\d{4}-\d\d-\d\d \d{1,2}:\d\d GMT[+-]\d\d:\d\d \S.{0,120}$/u;
/** Gmail in 2013: "2013/7/20 Anna <anna@…>", without a colon. */
const DATE_THEN_PERSON = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}\s[^:]{0,100}<[^<>\s]{3,200}@[^<>\s]{3,200}>:?$/u;
const COLON = /[:：]$/u;

/** The index of the next line with text at or behind `index`, or -1. */
function nextText(lines: readonly QuoteLine[], index: number): number {
  for (let i = index; i < Math.min(lines.length, index + 40); i++) if (at(lines, i)?.text !== '') return i;
  return -1;
}

/** Whether what follows line `index` is quoted deeper than it. */
function quoteFollows(lines: readonly QuoteLine[], index: number): boolean {
  const next = at(lines, nextText(lines, index + 1));
  return next !== null && (next.depth > (at(lines, index)?.depth ?? 0) || next.weak);
}

function endsLikeOne(text: string): boolean {
  return (
    COLON.test(text) ||
    ENDS_WITH_WROTE.test(text.slice(-60)) ||
    /^\d{4}[-/]\d/u.test(text) ||
    (text.endsWith('--') && WROTE.test(text.slice(-30)))
  );
}

/** Whether the joined text is an attribution for its own sake, whatever follows. */
function isStrong(joined: string, begins: boolean): boolean {
  if (GMAIL_GMT.test(joined) || DATE_THEN_PERSON.test(joined)) return true;
  const ends = COLON.test(joined) || ENDS_WITH_WROTE.test(joined.slice(-60));
  if (!ends) return false;
  const dated = DATE.test(joined) || TIME.test(joined);
  const angle = ANGLE.test(joined);
  if (angle && dated && COLON.test(joined)) return true;
  if (!WROTE.test(joined)) return QUOTING.test(joined) && (angle || ADDRESS.test(joined));
  // Finnish and Japanese programs put the date behind the verb, and no address.
  if (joined.length <= 100 && COLON.test(joined) && DATE.test(joined) && TIME.test(joined)) return true;
  return (dated && begins) || (joined.length <= 250 && (angle || (COLON.test(joined) && ADDRESS.test(joined))));
}

/** Whether the joined text is an attribution because a quotation follows it. */
function isWeak(joined: string): boolean {
  if (!COLON.test(joined) || joined.length > 250) return false;
  if (ADDRESS.test(joined) || TIME.test(joined) || DATE.test(joined)) return true;
  return joined.length <= 120 && (WROTE.test(joined) || QUOTING.test(joined));
}

interface Window {
  readonly start: number;
  readonly joined: string;
}

/** The texts that end at line `end`, shortest first; at most one gap of blank lines is crossed. */
function* windowsUp(lines: readonly QuoteLine[], end: number): Generator<Window> {
  const depth = at(lines, end)?.depth;
  let joined = '';
  let blanks = 0;
  for (let start = end; start >= 0 && start > end - WINDOW - blanks; start--) {
    const line = at(lines, start);
    if (line === null || (line.text !== '' && line.depth !== depth)) return;
    if (line.text === '') {
      if (++blanks > 1) return;
      continue;
    }
    joined = joined === '' ? line.text : `${line.text} ${joined}`;
    if (joined.length > LONGEST) return;
    yield { start, joined: unframed(joined) };
  }
}

/** The attribution that ends at line `end`, or null. Prefers the window that begins with a date over the shortest. */
function attributionEndingAt(lines: readonly QuoteLine[], end: number): LineSpan | null {
  let shortest: number | null = null;
  let above = end;
  for (const { start, joined } of windowsUp(lines, end)) {
    const own = at(lines, start)?.text ?? '';
    if (start < end && shortest !== null) {
      // A sentence that ends above is the author's; only an unfinished line belongs to what follows.
      if (/[.!?:;。！？]$/u.test(own) || (above - start > 1 && !DATE_FIRST.test(unframed(own)))) break;
    }
    const begins = DATE_FIRST.test(joined) && /\d/u.test(joined);
    if (isStrong(joined, begins)) {
      shortest = begins ? start : (shortest ?? start);
      if (begins) break;
    }
    above = start;
  }
  if (shortest === null && quoteFollows(lines, end)) {
    for (const { start, joined } of windowsUp(lines, end)) {
      if (start < end - 1) break;
      if (isWeak(joined)) return { start: withLineAbove(lines, start), end, kind: 'attribution' };
    }
  }
  return shortest === null ? null : { start: withLineAbove(lines, shortest), end, kind: 'attribution' };
}

/** Takes in the line above `start` where a program broke the attribution: long, unfinished, dated, alone above it. */
function withLineAbove(lines: readonly QuoteLine[], start: number): number {
  const upper = at(lines, start - 1);
  const own = at(lines, start)?.text ?? '';
  if (upper === null || upper.depth !== at(lines, start)?.depth || (at(lines, start - 2)?.text ?? '') !== '')
    return start;
  const complete = DATE_FIRST.test(own) && /^\p{L}/u.test(own);
  const dated = DATE.test(upper.text) || TIME.test(upper.text) || ADDRESS.test(upper.text) || upper.text.includes('<');
  const ended = /[!?:;。！？]$|\D\.$/u.test(upper.text);
  return !complete && dated && !ended && upper.text.length >= 40 && upper.text.length <= 120 ? start - 1 : start;
}

/** Whether an attribution and what it quotes share the line (Yahoo on phones): "On … <anna@…> wrote: See you". */
function attributionInside(text: string): boolean {
  const head = text.slice(0, 300);
  if (!DATE_FIRST.test(head) || !head.includes('@')) return false;
  const verb = WROTE.exec(head);
  if (verb === null) return false;
  const behind = verb.index + verb[0].length;
  const colon = /^\s?[:：](?= ?\S)/u.exec(head.slice(behind));
  if (colon === null) return false;
  const prefix = head.slice(0, behind + colon[0].length);
  return ANGLE.test(prefix) && isStrong(prefix, true);
}

/** The field that a line of a quoted header block names, or null. */
export function headerLabel(text: string): HeaderLabel | null {
  const head = text.slice(0, 48).replace(/^[-*_|>\u2022 ]+/u, '');
  const colon = head.search(/[:：]/u);
  if (colon < 1) return null;
  const word = head
    .slice(0, colon)
    .replace(/[*_ ]+$/u, '')
    .toLowerCase();
  return HEADER_LABELS.get(word) ?? null;
}

/** The header block that begins at line `start`: RFC 5322 field names as mail programs translate them, or null. */
function headerBlockAt(lines: readonly QuoteLine[], start: number): LineSpan | null {
  const first = at(lines, start);
  if (first === null || headerLabel(first.text) === null) return null;
  const seen = new Set<HeaderLabel>();
  let end = start;
  let address = false;
  let loose = 0;
  for (let i = start; i < Math.min(lines.length, start + 24); i++) {
    const line = at(lines, i);
    if (line === null || (line.text !== '' && line.depth !== first.depth)) break;
    const label = headerLabel(line.text);
    if (label !== null) {
      seen.add(label);
      if (label === 'from') address ||= line.text.includes('@');
      end = i;
      loose = 0;
    } else if (++loose > 2) break;
  }
  const enough = seen.has('from') && seen.size >= 3 && (seen.has('subject') || (address && seen.has('date')));
  return enough ? { start, end, kind: 'header' } : null;
}

/** Whether a line is a marker of `words`, framed by dashes, in stars, or ending in a colon. */
function isMarker(text: string, words: RegExp): boolean {
  if (text.length > 160) return false;
  const inner = unframed(text)
    .replace(/[:：]$/u, '')
    .trim();
  return words.test(inner) && (inner.length !== text.length || COLON.test(text));
}

/** Takes the separators and markers above a header block into it. */
function withMarkersAbove(lines: readonly QuoteLine[], start: number, floor: number): number {
  let top = start;
  for (let i = start - 1; i >= floor && i >= start - 6; i--) {
    const text = at(lines, i)?.text ?? '';
    if (text === '') continue;
    if (!isDelimiter(text) && !isMarker(text, ORIGINAL_MARKER)) break;
    top = i;
  }
  return top;
}

/** The span that begins at or, for attributions, ends at line `index`; `floor` is the first line not yet taken. */
function spanAt(lines: readonly QuoteLine[], index: number, floor: number): LineSpan | null {
  const line = at(lines, index);
  if (line === null || line.text === '') return null;
  if (line.hint === 'forward' || isMarker(line.text, FORWARD_MARKER))
    return { start: index, end: index, kind: 'forward' };
  const block = headerBlockAt(lines, index);
  if (block !== null) return { ...block, start: withMarkersAbove(lines, index, floor) };
  if (isMarker(line.text, ORIGINAL_MARKER)) {
    const next = nextText(lines, index + 1);
    return next !== -1 && headerBlockAt(lines, next) !== null ? null : { start: index, end: index, kind: 'header' };
  }
  if (line.hint === 'history') return { start: withMarkersAbove(lines, index, floor), end: index, kind: 'header' };
  if (line.hint === 'attribution') {
    let end = index;
    while (at(lines, end + 1)?.hint === 'attribution') end++;
    return { start: index, end, kind: 'attribution' };
  }
  if (attributionInside(line.text)) return { start: index, end: index, kind: 'attribution' };
  if (!endsLikeOne(unframed(line.text)) && !endsLikeOne(line.text)) return null;
  const span = attributionEndingAt(lines, index);
  return span === null || span.start < floor ? null : span;
}

/** Every introduction in the mail, in order, none overlapping another. */
export function findSpans(lines: readonly QuoteLine[]): readonly LineSpan[] {
  const spans: LineSpan[] = [];
  let floor = 0;
  for (let index = 0; index < lines.length; index++) {
    const span = spanAt(lines, index, floor);
    if (span === null) continue;
    spans.push(span);
    floor = span.end + 1;
    index = Math.max(index, span.end);
  }
  return spans;
}
