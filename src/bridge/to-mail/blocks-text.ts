/**
 * Blocks as text/plain; format=flowed (RFC 3676): lines of at most 72 columns that a reader's program may join again,
 * quotes with `>`, tables and code as they are. Line ends are LF.
 */
import type { Language } from '../../words/words.ts';
import { linkText, plainInlines, spoilerText } from './blocks.ts';
import type { MailBlock, Inline, TableRow } from './blocks.ts';

/** Columns at which a flowed line is broken, and the most that a table may take (RFC 3676 section 4.2: at most 78). */
const WIDTH = 72;
const TABLE_WIDTH = 76;
/** A quotation deeper than this is not made deeper: the marks would leave no room for the words. */
const QUOTE_DEPTH = 8;

/** One line as the author means it; `fixed` lines are never broken. */
interface Line {
  readonly quote: number;
  readonly text: string;
  readonly fixed: boolean;
}

/**
 * The text of a mail.
 *
 * @param signature lines below `-- ` (RFC 3676 section 4.3), none for no signature
 */
export function mailBlocksToText(
  blocks: readonly MailBlock[],
  signature: readonly string[],
  language: Language,
): string {
  const lines = renderBlocks(blocks, 0, language).flatMap(flow);
  if (signature.length > 0) {
    // The one line whose closing space does not mean that it goes on.
    lines.push('', '-- ', ...signature.map((line) => stuff(line.trimEnd())));
  }
  return `${lines.join('\n').replace(/^\n+/, '')}\n`;
}

/** The same with each line as its author means it, to be quoted again: nothing is broken or stuffed. */
export function blocksToLines(blocks: readonly MailBlock[], language: Language): string {
  const lines = renderBlocks(blocks, 0, language);
  return lines.map(({ quote, text: line }) => (quote === 0 ? line : `${'>'.repeat(quote)} ${line}`)).join('\n');
}

function renderBlocks(blocks: readonly MailBlock[], quote: number, language: Language): Line[] {
  const lines: Line[] = [];
  blocks.forEach((block, index) => {
    if (index > 0) lines.push({ quote, text: '', fixed: true });
    lines.push(...renderBlock(block, quote, language));
  });
  return lines;
}

function renderBlock(block: MailBlock, quote: number, language: Language): Line[] {
  const flowed = (text: string): Line => ({ quote, text, fixed: false });
  const fixed = (text: string): Line => ({ quote, text, fixed: true });
  switch (block.kind) {
    case 'paragraph':
      return renderInlines(block.of, language).map(flowed);
    case 'heading': {
      const lines = renderInlines(block.of, language);
      const rule = (block.level <= 2 ? '=' : '-').repeat(Math.min(WIDTH, Math.max(1, ...lines.map(columns))));
      return [...lines.map(flowed), fixed(rule)];
    }
    case 'list':
      return block.items.flatMap((item, index) => {
        const mark = block.start === null ? '-' : `${block.start + index}.`;
        return renderItem(item, mark, quote, language);
      });
    case 'quote':
      return renderBlocks(block.of, Math.min(quote + 1, QUOTE_DEPTH), language);
    case 'code':
      return block.text.split('\n').map((line) => fixed(line.replaceAll('\t', '    ')));
    case 'table':
      return renderTable(block.rows, language).map((line) => (line.fixed ? fixed(line.text) : flowed(line.text)));
    case 'rule':
      return [fixed('-'.repeat(40))];
    case 'image':
      return [flowed(block.text)];
  }
}

function renderItem(item: readonly MailBlock[], mark: string, quote: number, language: Language): Line[] {
  const tight = item.every((block) => block.kind === 'paragraph' || block.kind === 'list');
  const lines = tight
    ? item.flatMap((block) => renderBlock(block, quote, language))
    : renderBlocks(item, quote, language);
  const indent = ' '.repeat(mark.length + 1);
  const [first] = lines;
  // An item that begins with a quotation: the mark stands alone, a quotation's prefix comes first in its line.
  const marked = first === undefined || first.quote !== quote;
  const head: Line = marked ? { quote, text: mark, fixed: true } : { ...first, text: `${mark} ${first.text}` };
  const rest = marked ? lines : lines.slice(1);
  return [
    head,
    ...rest.map((line) => (line.text === '' || line.quote !== quote ? line : { ...line, text: indent + line.text })),
  ];
}

/** The lines of inlines; a break ends one. */
function renderInlines(inlines: readonly Inline[], language: Language): string[] {
  return inlineText(inlines, language)
    .split('\n')
    .map((line) => line.trimEnd());
}

function inlineText(inlines: readonly Inline[], language: Language): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text.replaceAll('\n', ' ');
        case 'break':
          return '\n';
        case 'link':
          return linkText(inline.href, plainInlines(inline.of, language));
        case 'spoiler':
          return spoilerText(inline.reason, plainInlines(inline.of, language), language);
        case 'color':
          return inlineText(inline.of, language);
        case 'mark':
          return marked(inline.mark, inlineText(inline.of, language));
      }
    })
    .join('');
}

/** The habits of plain-text mail; what has none is left as it is. What was struck out may not read as if it stood. */
function marked(mark: string, inside: string): string {
  const sign = { strong: '*', em: '_', code: '`', del: '~~' }[mark];
  const bare = inside.trim();
  if (sign === undefined || bare === '' || bare.includes('\n') || bare.includes(sign)) return inside;
  return inside.replace(bare, () => sign + bare + sign);
}

function renderTable(rows: readonly TableRow[], language: Language): { text: string; fixed: boolean }[] {
  const cells = rows.map((row) => row.cells.map((cell) => plainInlines(cell, language).replace(/\s+/g, ' ').trim()));
  const count = Math.max(...cells.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, at) => Math.max(1, ...cells.map((row) => columns(row[at] ?? ''))));
  const total = widths.reduce((sum, width) => sum + width + 3, -3);
  if (total > TABLE_WIDTH) return listedTable(rows, cells);
  const lines: { text: string; fixed: boolean }[] = [];
  cells.forEach((row, index) => {
    const text = widths.map((width, at) => pad(row[at] ?? '', width)).join(' | ');
    lines.push({ text: text.trimEnd(), fixed: true });
    const headEnds = rows[index]?.header === true && rows[index + 1]?.header !== true;
    if (headEnds) lines.push({ text: widths.map((width) => '-'.repeat(width)).join('-+-'), fixed: true });
  });
  return lines;
}

/** A table that is too wide: each row as lines of `heading: value`. */
function listedTable(
  rows: readonly TableRow[],
  cells: readonly (readonly string[])[],
): { text: string; fixed: boolean }[] {
  const headings = rows[0]?.header === true ? (cells[0] ?? []) : [];
  const body = headings.length > 0 ? cells.slice(1) : cells;
  return body.flatMap((row, index) => {
    const lines = row.flatMap((cell, at) => {
      const heading = headings[at] ?? '';
      return cell === '' ? [] : [{ text: heading === '' ? cell : `${heading}: ${cell}`, fixed: false }];
    });
    return index === 0 ? lines : [{ text: '', fixed: true }, ...lines];
  });
}

function pad(value: string, width: number): string {
  return value + ' '.repeat(Math.max(0, width - columns(value)));
}

/** Columns in a terminal, near enough: wide East Asian characters and emoji take two, combining marks none. */
function columns(value: string): number {
  const wide = value.match(
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/gu,
  );
  const none = value.match(/[\p{Mn}\p{Me}\p{Cf}]/gu);
  return Array.from(value).length + (wide?.length ?? 0) - (none?.length ?? 0);
}

/** A line in the form of RFC 3676: broken where it is too long, each piece that goes on with a space at its end. */
function flow(line: Line): string[] {
  const prefix = '>'.repeat(line.quote);
  const write = (piece: string) => {
    const body = line.quote > 0 ? (piece === '' ? '' : ` ${piece}`) : stuff(piece);
    return prefix + body;
  };
  const text = line.text.trimEnd();
  if (line.fixed || columns(text) <= WIDTH) return [write(text)];
  const pieces: string[] = [];
  let piece = '';
  for (const word of text.split(/(?<= )(?=[^ ])/)) {
    if (piece.trim() !== '' && columns(piece + word.trimEnd()) > WIDTH - line.quote) {
      pieces.push(piece);
      piece = '';
    }
    piece += word;
  }
  pieces.push(piece);
  return pieces.map((one, index) => (index === pieces.length - 1 ? write(one.trimEnd()) : write(one)));
}

/**
 * Space-stuffing (RFC 3676 section 4.4): a line of our own that looks like a quote, a mailbox separator or stuffing.
 */
function stuff(line: string): string {
  return /^(?:[ >]|From )/.test(line) ? ` ${line}` : line;
}
