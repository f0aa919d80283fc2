import { withoutLabel } from './link.ts';
import {
  lineText,
  plainMarks,
  sameMarks,
  trimEnd,
  type Block,
  type InlineLine,
  type Marks,
  type Run,
} from './model.ts';

/**
 * Right-to-left and left-to-right isolate, and their end (Unicode TR 9): the only way to say `dir` in a Matrix message.
 */
const RLI = '\u2067';
const LRI = '\u2066';
const PDI = '\u2069';

/** The direction that an element asks for. */
export type Direction = 'rtl' | 'ltr';

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const leftToRight = /[A-Za-z\u00aa-\u02b8\u0370-\u058f\u0900-\u1fff\u2c00-\ufb12\uff21-\uffdc]/;

/**
 * The direction of the first character that has one (what a client takes for the whole message); null where none has.
 */
export function firstStrong(text: string): Direction | null {
  const rtl = text.search(rightToLeft);
  const ltr = text.search(leftToRight);
  if (rtl === -1) return ltr === -1 ? null : 'ltr';
  return ltr === -1 || rtl < ltr ? 'rtl' : 'ltr';
}

function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (run.kind === 'text' && run.text === '') continue;
    if (run.kind === 'text' && last?.kind === 'text' && sameMarks(run.marks, last.marks)) {
      merged[merged.length - 1] = { ...last, text: last.text + run.text };
    } else merged.push(run);
  }
  return merged;
}

function withBalancedIsolates(runs: readonly Run[]): readonly Run[] {
  const text = lineText(runs);
  if (!/[\u2066-\u2069]/.test(text)) return runs;
  let depth = 0;
  let balanced = true;
  for (const character of text) {
    if (character === PDI) depth -= 1;
    else if (character >= LRI && character < PDI) depth += 1;
    if (depth < 0) balanced = false;
  }
  if (balanced && depth === 0) return runs;
  const without = (part: string) => part.replace(/[\u2066-\u2069]/g, '');
  return runs.map((run) =>
    run.kind === 'text' ? { ...run, text: without(run.text) } : { ...run, alt: without(run.alt) },
  );
}

/**
 * White space as HTML shows it: none at the ends, one space for any run of it. No-break spaces stay, but at the end.
 */
function collapse(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let afterSpace = true;
  for (const run of runs) {
    if (run.kind === 'image') {
      out.push(run);
      afterSpace = false;
      continue;
    }
    let text = run.text.replace(/[ \t\n\f\r]+/g, ' ');
    if (afterSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '') continue;
    afterSpace = text.endsWith(' ');
    out.push({ ...run, text });
  }
  for (let last = out.at(-1); last?.kind === 'text'; last = out.at(-1)) {
    const text = trimEnd(last.text);
    if (text === last.text) break;
    out.pop();
    if (text !== '') out.push({ ...last, text });
  }
  return out;
}

/** Links without spaces at their ends and without the label of an earlier pass. */
function tidyLinks(runs: readonly Run[]): readonly Run[] {
  if (!runs.some((run) => run.marks.href !== null)) return runs;
  const out: Run[] = [];
  for (let start = 0; start < runs.length;) {
    const href = runs[start]?.marks.href ?? null;
    let end = start + 1;
    while (end < runs.length && runs[end]?.marks.href === href) end += 1;
    const group = runs.slice(start, end);
    for (const run of href === null ? group : tidyLink(group, href)) out.push(run);
    start = end;
  }
  return mergeRuns(out);
}

function tidyLink(group: readonly Run[], href: string): Run[] {
  const outside = (text: string, marks: Marks): Run => ({ kind: 'text', text, marks: { ...marks, href: null } });
  if (group.every(isBlank)) return group.map((run) => (run.kind === 'text' ? outside(run.text, run.marks) : run));
  const before: Run[] = [];
  const after: Run[] = [];
  let start = 0;
  const inside = [...group];
  for (let first = inside[start]; first?.kind === 'text'; first = inside[start]) {
    const text = first.text.replace(/^[ \u00a0]+/, '');
    if (text === first.text) break;
    before.push(outside(first.text.slice(0, first.text.length - text.length), first.marks));
    if (text === '') start += 1;
    else inside[start] = { ...first, text };
  }
  for (let last = inside.at(-1); last?.kind === 'text'; last = inside.at(-1)) {
    const text = trimEnd(last.text);
    if (text === last.text) break;
    after.push(outside(last.text.slice(text.length), last.marks));
    inside.pop();
    if (text !== '') inside.push({ ...last, text });
  }
  return [...before, ...withoutLabel(mergeRuns(inside.slice(start)), href), ...after.reverse()];
}

const blank = /^[\s\u00a0\u200c-\u200f\u2060\u2066-\u2069]*$/;
const isBlank = (run: Run) => run.kind === 'text' && blank.test(run.text);

/**
 * Collects runs into lines, lines into paragraphs and these into blocks, as a browser lays them out: a block element
 * begins a new line, a margin or an empty line a new paragraph.
 */
export class Flow {
  private readonly done: Block[] = [];
  private lines: InlineLine[] = [];
  private raw: Run[] = [];
  private direction: Direction | null = null;
  /** Line ends since the last content. */
  private gap = 0;
  /** The lists that items outside of any list made, from the outer to the inner; they may still grow. */
  private open: { readonly list: Block & { kind: 'list' }; readonly items: Block[][] }[] = [];
  private readonly base: Direction | null;

  /** `base` is the direction of the whole message; lines that ask for another are isolated. */
  constructor(base: Direction | null) {
    this.base = base;
  }

  /** Adds to the line. `direction` is what the elements around it ask for. */
  run(run: Run, direction: Direction | null): void {
    if (run.kind === 'text' && run.text === '') return;
    this.direction ??= direction;
    this.raw.push(run);
  }

  /** A `<br>`. */
  lineBreak(): void {
    if (!this.endLine()) this.gap += 1;
  }

  /** The edge of a block element; with a margin it separates paragraphs. */
  boundary(margin: boolean): void {
    this.endLine();
    if (margin) this.gap = Math.max(this.gap, 2);
  }

  /** A line that another flow made. */
  line(line: InlineLine): void {
    this.endLine();
    if (line.length > 0) this.push(line);
  }

  /** Whole blocks, apart from what is before and after them. */
  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) {
      this.boundary(true);
      this.endParagraph();
      const last = this.done.at(-1);
      if (block.kind === 'rule' && last?.kind === 'rule') continue;
      this.done.push(block);
    }
  }

  /** An item outside of any list, at its level from 1 on: adjacent ones make one list, with lists inside. */
  item(blocks: readonly Block[], level: number, ordered: boolean, start: number): void {
    this.endLine();
    if (this.lines.length > 0 || this.done.at(-1) !== this.open[0]?.list) this.open = [];
    const depth = Math.min(level, this.open.length + 1);
    const same = this.open[depth - 1];
    this.open.length = Math.min(this.open.length, depth);
    if (same?.list.ordered === ordered) {
      same.items.push([...blocks]);
      return;
    }
    const items = [[...blocks]];
    const list = { kind: 'list', ordered, start, items } as const;
    const above = this.open[depth - 2]?.items.at(-1);
    if (above) above.push(list);
    else this.blocks([list]);
    this.open[depth - 1] = { list, items };
  }

  finish(): readonly Block[] {
    this.endLine();
    this.endParagraph();
    return this.done;
  }

  /** True where the line had content. A line of no-break spaces is an empty line that was meant. */
  private endLine(): boolean {
    if (this.raw.length === 0) return false;
    const runs = tidyLinks(mergeRuns(collapse(withBalancedIsolates(mergeRuns(this.raw)))));
    const spaced = this.raw.some((run) => run.kind === 'text' && run.text.includes('\u00a0'));
    const { direction } = this;
    this.raw = [];
    this.direction = null;
    if (runs.every(isBlank)) {
      if (spaced) this.gap += 1;
      return false;
    }
    this.push(this.isolated(runs, direction));
    return true;
  }

  private push(line: InlineLine): void {
    if (this.gap >= 2) this.endParagraph();
    this.lines.push(line);
    this.gap = 1;
  }

  private isolated(runs: readonly Run[], direction: Direction | null): InlineLine {
    if (direction === null || direction === this.base) return runs;
    if (!(direction === 'rtl' ? rightToLeft : leftToRight).test(lineText(runs))) return runs;
    const mark = (text: string): Run => ({ kind: 'text', text, marks: plainMarks });
    return mergeRuns([mark(direction === 'rtl' ? RLI : LRI), ...runs, mark(PDI)]);
  }

  private endParagraph(): void {
    if (this.lines.length === 0) return;
    this.done.push({ kind: 'paragraph', lines: this.lines });
    this.lines = [];
  }
}

/** Lines of blocks that are nothing but paragraphs; null where there is more. */
export function onlyLines(blocks: readonly Block[]): readonly InlineLine[] | null {
  const lines: InlineLine[] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph') return null;
    for (const line of block.lines) lines.push(line);
  }
  return lines;
}
