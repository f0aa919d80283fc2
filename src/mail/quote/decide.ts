/**
 * Decides line by line what is the reply. The rules are few and meant for mail programs in general:
 *
 * 1. What follows an attribution or a quoted header block without quote marks is history, up to the end.
 * 2. Quoted lines at the end, with their attribution, are history. Quoted lines at the top, with an attribution and one
 *    answer below, are history too. Quoted lines between what the author wrote are answered there, and stay.
 * 3. What stands under the text is a signature if its delimiter, the program's own line, or contact details say so.
 * 4. A forwarded mail stays from its first line on. Where the author points at answers inside, everything stays.
 * 5. Something of the author's own always stays; if nothing would, all does.
 */
import { findSpans, headerLabel, type LineSpan } from './attribution.ts';
import { at, isDelimiter, type QuoteLine } from './line.ts';
import {
  isAddedLine,
  isClosing,
  isContact,
  isDisclaimer,
  isFooterMark,
  isMeetingLine,
  isSignatureMark,
} from './signature.ts';
import { ANSWERS_INSIDE, ANSWERS_MARKED } from './quote-words.ts';

/** What is known of a mail beside its text. */
export interface QuoteOptions {
  /**
   * The subject says that this is a forwarded mail (`isForwardSubject`): quoted header blocks then open what is
   * forwarded.
   */
  readonly forwarded?: boolean;
}

/** Why a line is cut; 'keep' is not cut. */
export type Fate = 'keep' | 'history' | 'attribution' | 'signature';

/** The longest signature behind `-- ` that is believed, in lines with text; behind a line of underscores. */
const SIGNATURE_LINES = 20;
const FOOTER_LINES = 8;
/** A quotation at the end without attribution is history only when it is longer than this, in lines. */
const BARE_QUOTE_LINES = 2;
/** How many lines contact details may take. */
const CONTACT_LINES = 14;
/** In how many lines from the top the author may point at answers inside the quotation. */
const OPENING_LINES = 60;

class Decision {
  readonly fates: Fate[];
  readonly lines: readonly QuoteLine[];
  readonly spans: readonly LineSpan[];
  /** The span that a line belongs to. */
  private readonly spanOf = new Map<number, LineSpan>();
  /** The first line of the author's own, or the number of lines. */
  private readonly firstOwn: number;
  /** The first line of the first attribution, or the number of lines. */
  readonly firstAttribution: number;
  /** The author says that the answers stand inside the quotation, where markup does not tell them from it. */
  readonly answeredInside: boolean;

  constructor(lines: readonly QuoteLine[], markup: boolean) {
    this.spans = findSpans(lines);
    this.lines = promote(lines, this.spans);
    this.fates = this.lines.map(() => 'keep');
    for (const span of this.spans) for (let i = span.start; i <= span.end; i++) this.spanOf.set(i, span);
    const first = this.lines.findIndex((line, index) => this.own(index) && !isDelimiter(line.text));
    this.firstOwn = first === -1 ? lines.length : first;
    this.firstAttribution = this.spans.find((span) => span.kind === 'attribution')?.start ?? lines.length;
    const said = (line: QuoteLine): boolean => line.depth === 0 && ANSWERS_MARKED.test(line.text);
    this.answeredInside = markup && this.lines.slice(0, OPENING_LINES).some(said);
  }

  line(index: number): QuoteLine {
    return at(this.lines, index) ?? { text: '', depth: 0, weak: false, hint: null };
  }

  span(index: number): LineSpan | null {
    return this.spanOf.get(index) ?? null;
  }

  cut(start: number, end: number, fate: Fate): void {
    for (let i = start; i <= end; i++) if (this.fates[i] === 'keep') this.fates[i] = fate;
  }

  /** The nearest line with text above `index` (exclusive), -1 if none. */
  above(index: number, floor = 0): number {
    for (let i = index - 1; i >= floor; i--) if (this.line(i).text !== '') return i;
    return -1;
  }

  /** Whether line `index` is the author's own text. */
  own(index: number): boolean {
    const line = this.line(index);
    return line.text !== '' && line.depth === 0 && this.span(index) === null;
  }

  /** Whether the author's own text stands above `end`. What is cut is cut from below, so the first own line decides. */
  ownAbove(end: number): boolean {
    return this.firstOwn < end && this.fates[this.firstOwn] === 'keep';
  }
}

/** Lines that are perhaps quoted are so where an attribution stands above them. */
function promote(lines: readonly QuoteLine[], spans: readonly LineSpan[]): readonly QuoteLine[] {
  if (!lines.some((line) => line.weak)) return lines;
  const ends = new Set(spans.map((span) => span.end));
  let quoting = false;
  return lines.map((line, index) => {
    if (line.weak && line.depth === 0 && quoting) return { ...line, depth: 1 };
    if (line.text !== '') quoting = ends.has(index);
    return line;
  });
}

interface Region {
  /** Where the author's own part ends (exclusive). */
  readonly end: number;
  /** What is from there on: nothing, history, or something that stays. */
  readonly tail: 'none' | 'history' | 'kept';
}

/** Finds where the author's part ends. */
function liveRegion(decision: Decision, options: QuoteOptions): Region {
  const { lines, spans } = decision;
  for (const span of spans) {
    const { depth } = decision.line(span.start);
    const above = decision.above(span.start);
    if (span.kind === 'forward') {
      // Apple Mail quotes what it forwards: the marker is then the first line of its quotation.
      const opens = depth === 0 || above === -1 || (decision.line(above).depth === 0 && decision.span(above) === null);
      if (opens) return { end: span.start, tail: 'kept' };
      continue;
    }
    if (depth > 0) continue;
    const next = nextText(decision, span.end + 1);
    if (next !== -1 && decision.line(next).depth > 0) {
      if (span.kind === 'header' && options.forwarded === true) return { end: span.start, tail: 'kept' };
      continue;
    }
    const own = decision.ownAbove(span.start);
    if (span.kind === 'header' && (options.forwarded === true || !own)) return { end: span.start, tail: 'kept' };
    if (!own) continue;
    const said = lines
      .slice(0, span.start)
      .filter((line) => line.depth === 0)
      .slice(0, OPENING_LINES)
      .some((line) => ANSWERS_INSIDE.test(line.text));
    return { end: span.start, tail: said && next !== -1 ? 'kept' : 'history' };
  }
  return { end: lines.length, tail: 'none' };
}

function nextText(decision: Decision, index: number): number {
  for (let i = index; i < decision.lines.length; i++) if (decision.line(i).text !== '') return i;
  return -1;
}

/** The first line of the run of quoted lines that ends at `last`; blank lines inside belong to it. */
function quoteTop(decision: Decision, last: number): number {
  let top = last;
  for (let i = last; i >= 0; i--) {
    const line = decision.line(i);
    if (line.text !== '' && line.depth === 0) break;
    if (line.depth > 0) top = i;
  }
  return top;
}

/** Cuts the quotation that ends at `last` and gives the line above it, or null when it stays. */
function peelQuote(decision: Decision, last: number): number | null {
  if (decision.answeredInside) return null;
  const top = quoteTop(decision, last);
  const above = decision.above(top);
  const over = above === -1 ? null : decision.span(above);
  const first = nextText(decision, top);
  const attributed = over !== null || decision.span(first) !== null;
  const own = decision.ownAbove(over?.start ?? top);
  if (!own) return null;
  // What is left of a quotation that began above, with an attribution, needs none of its own.
  if (!attributed && !(decision.firstAttribution < top && !/[:：]$/u.test(decision.line(above).text))) {
    const count = decision.lines.slice(top, last + 1).filter((line) => line.text !== '').length;
    if (count <= BARE_QUOTE_LINES || /[:：]$/u.test(decision.line(above).text)) return null;
  }
  decision.cut(top, last, 'history');
  if (over === null) return above;
  decision.cut(over.start, above, 'attribution');
  return decision.above(over.start);
}

/** The line of the signature's delimiter above `last`, or -1: only own lines between, and not too many. */
function signatureMark(decision: Decision, last: number): number {
  let count = 0;
  let meeting = false;
  for (let i = last; i >= 0 && count <= SIGNATURE_LINES; i--) {
    const { text } = decision.line(i);
    if (text === '') continue;
    if (!decision.own(i)) return -1;
    if (isSignatureMark(text)) return i;
    if (isFooterMark(text)) return count <= FOOTER_LINES && !meeting ? i : -1;
    meeting ||= isMeetingLine(text);
    count++;
  }
  return -1;
}

/** The first line of the paragraph that ends at `last`. */
function paragraphTop(decision: Decision, last: number): number {
  let top = last;
  while (top > 0 && decision.own(top - 1) && last - top < 60) top--;
  return top;
}

/** Cuts one thing from under the text and gives the line above it; null when `last` is the author's. */
function peelOnce(decision: Decision, last: number): number | null {
  const line = decision.line(last);
  if (line.depth > 0) return peelQuote(decision, last);
  const span = decision.span(last);
  if (span !== null) {
    // An attribution with nothing below it: its quotation was cut, or the client sent none.
    if (!decision.ownAbove(span.start)) return null;
    decision.cut(span.start, span.end, 'attribution');
    return decision.above(span.start);
  }
  if (line.hint === 'signature') {
    let top = last;
    while (top > 0 && (decision.line(top - 1).hint === 'signature' || decision.line(top - 1).text === '')) top--;
    decision.cut(top, last, 'signature');
    return decision.above(top);
  }
  if (isDelimiter(line.text) || isAddedLine(line.text)) {
    decision.cut(last, last, 'signature');
    return decision.above(last);
  }
  const mark = signatureMark(decision, last);
  const top = mark !== -1 ? mark : paragraphTop(decision, last);
  if (
    mark === -1 &&
    !isDisclaimer(
      decision.lines
        .slice(top, last + 1)
        .map((each) => each.text)
        .join(' '),
    )
  )
    return null;
  decision.cut(top, last, 'signature');
  return decision.above(top);
}

/** Cuts contact details below a closing ("Kind regards", a name, then the card). */
function peelContact(decision: Decision, last: number): void {
  let texts = 0;
  let closing = -1;
  for (let i = last; i >= 0 && texts <= CONTACT_LINES; i--) {
    if (!decision.own(i)) {
      if (decision.line(i).text === '') continue;
      return;
    }
    if (isClosing(decision.line(i).text)) {
      closing = i;
      break;
    }
    texts++;
  }
  if (closing === -1) return;
  const name = nextText(decision, closing + 1);
  if (name === -1 || name >= last) return;
  const from = isContact(decision.line(name).text) ? name : name + 1;
  const below = decision.lines.slice(from, last + 1).filter((line) => line.text !== '');
  if (below.some((line) => isMeetingLine(line.text))) return;
  const contacts = below.filter((line) => isContact(line.text)).length;
  const sentences = below.some((line) => line.text.length > 140 || /[?]$/u.test(line.text));
  if (contacts >= 2 && contacts * 3 >= below.length && !sentences) decision.cut(from, last, 'signature');
}

/** What is left of quotations above the last own line: cut where they are only answered below, kept where between. */
function judgeQuotesAbove(decision: Decision, last: number): void {
  const tops: number[] = [];
  for (let i = 0; i <= last; i++) {
    if (decision.line(i).depth === 0 || decision.fates[i] !== 'keep') continue;
    tops.push(i);
    while (i + 1 <= last && (decision.line(i + 1).depth > 0 || decision.line(i + 1).text === '')) i++;
  }
  const [first] = tops;
  if (first === undefined) return;
  const above = decision.above(first);
  const over = above === -1 ? null : decision.span(above);
  const attributed = over !== null || decision.span(first) !== null;
  if (tops.length > 1 || !attributed || decision.ownAbove(first)) return;
  let end = first;
  while (end + 1 <= last && (decision.line(end + 1).depth > 0 || decision.line(end + 1).text === '')) end++;
  decision.cut(first, end, 'history');
}

/** Never empty: gives back the signature if that is all there is, and else everything. */
function neverEmpty(decision: Decision): void {
  const keeps = (): boolean =>
    decision.lines.some(
      (line, i) =>
        decision.fates[i] === 'keep' &&
        line.text !== '' &&
        !isDelimiter(line.text) &&
        decision.span(i)?.kind !== 'attribution',
    );
  if (keeps()) return;
  decision.fates.forEach((fate, i) => {
    if (fate === 'signature') decision.fates[i] = 'keep';
  });
  if (!keeps()) decision.fates.fill('keep');
}

/** One rule of dashes below the text is the author's: to cut it alone would clear up nothing. */
function keepLoneRule(decision: Decision): void {
  const { fates } = decision;
  const cut = fates.flatMap((fate, i) => (fate !== 'keep' && decision.line(i).text !== '' ? [i] : []));
  const [only] = cut;
  if (
    cut.length === 1 &&
    only !== undefined &&
    /^[^\u1427]/u.test(decision.line(only).text) &&
    isDelimiter(decision.line(only).text)
  )
    fates.fill('keep');
}

/** Blank lines go with what is cut where they touch it, so that no gap is left behind. */
function assignBlanks(decision: Decision): void {
  const { fates } = decision;
  for (let i = fates.length - 1; i >= 0; i--) {
    if (decision.line(i).text !== '' || fates[i] !== 'keep') continue;
    const below = fates[i + 1];
    if (below !== undefined && below !== 'keep' && below !== 'attribution') fates[i] = below;
  }
}

/**
 * The fate of each line. Total and linear in the number of lines: every line is judged within a bounded window, and
 * what is taken from the end is taken once. `markup`: the depths come from HTML, in which authors also write inside
 * quotations.
 */
export function decide(given: readonly QuoteLine[], options: QuoteOptions, markup = false): readonly Fate[] {
  const decision = new Decision(given, markup);
  const region = liveRegion(decision, options);
  if (region.tail === 'history') decision.cut(region.end, given.length - 1, 'history');
  let last = decision.above(region.end);
  while (last !== -1) {
    const next = peelOnce(decision, last);
    if (next === null) break;
    last = next;
  }
  if (last !== -1) {
    peelContact(decision, last);
    judgeQuotesAbove(decision, last);
    for (const span of decision.spans) {
      if (span.kind === 'attribution' && span.end < region.end && decision.line(span.start).depth === 0)
        decision.cut(span.start, span.end, 'attribution');
    }
  }
  neverEmpty(decision);
  keepLoneRule(decision);
  if (decision.fates.some((fate) => fate !== 'keep')) assignBlanks(decision);
  return decision.fates;
}

/** Whether the text looks like a field of a quoted header block; for markup whose meaning needs a second sign. */
export function looksLikeHeader(text: string): boolean {
  return headerLabel(text) !== null || /^[^:：]{1,30}[:：]/u.test(text);
}
