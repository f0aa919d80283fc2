import { LinkifyIt } from 'linkify-it';
import { blocksToHtml } from './html.ts';
import { readTarget } from './link.ts';
import { cleanText, maxNesting, plainMarks, type Block, type InlineLine, type Run } from './model.ts';

/** What a plain text becomes in Matrix. */
export interface PlainMessage {
  readonly body: string;
  /** Null where HTML would add nothing: then the event is plain `m.text`. */
  readonly html: string | null;
}

/** Longest line in which links are sought; longer ones are no prose. */
const maxLinkedLine = 4000;

/**
 * Plain text of a mail as a Matrix message. Quotations (`>`) become quotes, tables drawn with characters, patches and
 * code become preformatted; a text of nothing but paragraphs has no HTML, for clients show that as it is and find its
 * links. Flowed lines must have been joined before (RFC 3676). Pure; linear.
 */
export function textToMatrix(text: string): PlainMessage {
  const lines = linesOf(text);
  const blocks = blocksOf(lines);
  const formatted = blocks.some((block) => block.kind !== 'paragraph');
  return { body: lines.join('\n').trimEnd(), html: formatted ? blocksToHtml(blocks) : null };
}

/**
 * The same as HTML always: for a text that is to stand beside others, with its links and its columns as a client would
 * show them.
 */
export function textToHtml(text: string): string {
  return blocksToHtml(blocksOf(linesOf(text)));
}

function linesOf(text: string): readonly string[] {
  return trimEmptyLines(
    cleanText(text)
      .replace(/\r\n?|\f/g, '\n')
      .split('\n'),
  );
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  return plainBlocks(lines, 0, new LinkifyIt({ fuzzyEmail: true }));
}

function trimEmptyLines(lines: readonly string[]): readonly string[] {
  const filled = (line: string) => line.trim() !== '';
  const first = lines.findIndex(filled);
  return first === -1 ? [] : lines.slice(first, lines.findLastIndex(filled) + 1);
}

/**
 * A line of a quotation: `>`, as RFC 3676 section 4.5 has it; with a space before it, or `|`, it is no sure sign.
 * Sendmail's transcripts (`>>> DATA`, then `<<< 550 …`) quote nobody.
 */
function isQuoted(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  return line.startsWith('>') && !(line.startsWith('>>> ') && (lines[index + 1] ?? '').startsWith('<<< '));
}

function plainBlocks(lines: readonly string[], level: number, linkify: LinkifyIt): readonly Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < lines.length;) {
    const quoted = isQuoted(lines, start);
    let end = start + 1;
    while (end < lines.length && isQuoted(lines, end) === quoted) end += 1;
    const part = lines.slice(start, end);
    if (quoted && level < maxNesting) {
      const inner = plainBlocks(
        part.map((line) => line.replace(/^> ?/, '')),
        level + 1,
        linkify,
      );
      if (inner.length > 0) blocks.push({ kind: 'quote', blocks: inner });
    } else {
      for (const block of proseBlocks(part, linkify)) blocks.push(block);
    }
    start = end;
  }
  return blocks;
}

function proseBlocks(lines: readonly string[], linkify: LinkifyIt): Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < lines.length;) {
    if ((lines[start] ?? '').trim() === '') {
      start += 1;
      continue;
    }
    const fence = fenced(lines, start) ?? patch(lines, start);
    if (fence) {
      blocks.push({ kind: 'pre', language: fence.language, text: fence.lines.join('\n') });
      start = fence.end;
      continue;
    }
    let end = start + 1;
    while (end < lines.length && (lines[end] ?? '').trim() !== '' && !(lines[end] ?? '').startsWith('```')) end += 1;
    const part = lines.slice(start, end);
    blocks.push(
      isDrawn(part) || isCode(part) ? { kind: 'pre', language: '', text: part.join('\n') } : paragraph(part, linkify),
    );
    start = end;
  }
  return blocks;
}

interface Preformatted {
  readonly lines: readonly string[];
  readonly language: string;
  readonly end: number;
}

/** Code between lines of three back ticks. */
function fenced(lines: readonly string[], start: number): Preformatted | null {
  const open = /^```([\w+#.-]{0,30})\s*$/.exec(lines[start] ?? '');
  if (!open) return null;
  const end = lines.findIndex((line, index) => index > start && /^```\s*$/.test(line));
  const content = end === -1 ? [] : lines.slice(start + 1, end);
  return content.join('').trim() === '' ? null : { lines: content, language: open[1] ?? '', end: end + 1 };
}

/** A patch, as `git format-patch` and `diff -u` write it, up to the end of the text or the signature separator. */
function patch(lines: readonly string[], start: number): Preformatted | null {
  const isStart =
    /^diff --git /.test(lines[start] ?? '') ||
    (/^--- \S/.test(lines[start] ?? '') && /^\+\+\+ \S/.test(lines[start + 1] ?? ''));
  if (!isStart) return null;
  const ends = lines.findIndex((line, index) => index > start && (line === '-- ' || line === '--'));
  const end = ends === -1 ? lines.length : ends;
  return { lines: trimEmptyLines(lines.slice(start, end)), language: 'diff', end };
}

/**
 * A table or figure drawn with characters: every line has its strokes, or three lines in a row keep the same columns.
 */
function isDrawn(lines: readonly string[]): boolean {
  if (lines.length < 2 || lines.length > 2000) return false;
  if (lines.every((line) => /^\s*[|+].*[|+]\s*$/.test(line.slice(0, 500)))) return true;
  if (lines.filter((line) => /[\u2500-\u257f]/.test(line)).length * 3 >= lines.length * 2) return true;
  return lines.length >= 3 && sharedColumns(lines) >= 1;
}

/** Columns that begin after at least two spaces in every line. */
function sharedColumns(lines: readonly string[]): number {
  const starts = (line: string): ReadonlySet<number> =>
    new Set([...line.slice(0, 300).matchAll(/\S {2,40}(?=\S)/g)].map((match) => match.index + match[0].length));
  const [first, ...rest] = lines.map(starts);
  if (!first) return 0;
  return [...first].filter((column) => rest.every((others) => others.has(column))).length;
}

/** Indented throughout, and most lines end or begin as lines of programs do. */
function isCode(lines: readonly string[]): boolean {
  if (lines.length < 2 || !lines.every((line) => /^(\t| {4})/.test(line))) return false;
  const program = lines.filter((line) =>
    /[;{})\]]\s*$|^\s*(#|\/\/|\$ |<\/?\w|if\b|for\b|def\b|return\b|import\b|\w+ ?= ?\S)/.test(line.slice(0, 500)),
  );
  return program.length * 2 >= lines.length;
}

function paragraph(lines: readonly string[], linkify: LinkifyIt): Block {
  return { kind: 'paragraph', lines: lines.map((line) => linked(spaced(line), linkify)) };
}

/** Spaces that set columns or indent stay. */
function spaced(line: string): string {
  return line
    .trimEnd()
    .replace(/\t/g, '    ')
    .replace(/ (?= )|^ /g, '\u00a0');
}

function linked(line: string, linkify: LinkifyIt): InlineLine {
  const found = line.length <= maxLinkedLine ? (linkify.match(line) ?? []) : [];
  const runs: Run[] = [];
  let position = 0;
  const text = (end: number) => {
    if (end > position) runs.push({ kind: 'text', text: line.slice(position, end), marks: plainMarks });
  };
  for (const link of found) {
    const target = readTarget(link.url);
    if (target.kind !== 'link') continue;
    text(link.index);
    runs.push({ kind: 'text', text: link.raw, marks: { ...plainMarks, href: target.href } });
    position = link.lastIndex;
  }
  text(line.length);
  return runs;
}
