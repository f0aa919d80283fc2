import { linkLabel, showsTarget } from './link.ts';
import { lineText, type Block, type Cell, type InlineLine, type Run } from './model.ts';
import { parseHtml } from './html-parse.ts';
import { readHtml } from './read.ts';
import { imageMark } from '../../words/marks.ts';
import { words } from '../../words/words.ts';
import type { Language, Say } from '../../words/words.ts';

/** Widest table that is set in columns; wider ones become a paragraph per row. */
const maxTableWidth = 100;

/**
 * Blocks as plain text, for the `body` of an event and for text/plain: lists with marks, quotations with `>`, tables in
 * columns, code indented, links followed by their target. Not wrapped; no line ends at the end.
 */
export function blocksToText(blocks: readonly Block[], language: Language): string {
  return render(blocks, words(language));
}

/** HTML of the Matrix subset as plain text. Reply fallbacks (`mx-reply`) are left out. Never throws. */
export function htmlToText(html: string, language: Language = 'en'): string {
  const say = words(language);
  const nothing = () => null;
  const { blocks } = readHtml(parseHtml(html).document, {
    cid: nothing,
    located: nothing,
    embedded: nothing,
    own: () => true,
    seenOnly: false,
    mark: (alt) => imageMark(say, alt),
  });
  return blocksToText(blocks, language);
}

function render(blocks: readonly Block[], say: Say): string {
  return blocks.map((block) => renderBlock(block, say)).join('\n\n');
}

function renderBlock(block: Block, say: Say): string {
  switch (block.kind) {
    case 'paragraph':
      return renderLines(block.lines, say);
    case 'heading': {
      const text = renderLines(block.lines, say);
      const width = Math.min(72, Math.max(...text.split('\n').slice(0, 20).map(displayWidth)));
      return block.level > 2 ? text : `${text}\n${(block.level === 1 ? '=' : '-').repeat(width)}`;
    }
    case 'pre':
      return indent(block.text, '    ', '    ');
    case 'quote':
      return render(block.blocks, say)
        .split('\n')
        .map((line) => (line === '' || line.startsWith('>') ? `>${line}` : `> ${line}`))
        .join('\n');
    case 'list': {
      const items = block.items.map((item, index) => {
        const mark = block.ordered ? `${block.start + index}. ` : '- ';
        return indent(renderItem(item, say), mark, ' '.repeat(mark.length));
      });
      return items.join('\n');
    }
    case 'table':
      return renderTable(block, say);
    case 'details':
      return `${renderLines(block.summary, say)}\n\n${render(block.blocks, say)}`;
    case 'rule':
      return '-'.repeat(20);
  }
}

/** An item's list follows its text without an empty line. */
function renderItem(item: readonly Block[], say: Say): string {
  let text = '';
  for (const [index, block] of item.entries()) {
    text += index === 0 ? '' : block.kind === 'list' ? '\n' : '\n\n';
    text += renderBlock(block, say);
  }
  return text;
}

function indent(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? '' : rest + line))
    .join('\n');
}

function renderLines(lines: readonly InlineLine[], say: Say): string {
  // A link that goes on over lines is named once, after its last line.
  return lines.map((line, index) => renderLine(line, lines[index + 1]?.[0]?.marks.href ?? null, say)).join('\n');
}

function renderLine(line: InlineLine, continued: string | null, say: Say): string {
  let text = '';
  for (let start = 0; start < line.length;) {
    const href = line[start]?.marks.href ?? null;
    let end = start + 1;
    while (end < line.length && (line[end]?.marks.href ?? null) === href) end += 1;
    const group = line.slice(start, end);
    const shown = renderRuns(group, say);
    const goesOn = end === line.length && continued !== null && continued === href;
    text += href === null || goesOn ? shown : shown + target(lineText(group), href);
    start = end;
  }
  return text;
}

/** ` <target>`, unless the text of the link is the target. */
function target(shown: string, href: string): string {
  if (href.startsWith('mailto:')) return showsTarget(shown, href) ? '' : ` <${linkLabel(href)}>`;
  const same = shown.trim() === href || (showsTarget(shown, href) && new URL(href).href === asUrl(shown));
  return same ? '' : ` <${href}>`;
}

function asUrl(text: string): string | null {
  const url = text.includes('://') ? text.trim() : `https://${text.trim()}`;
  return URL.canParse(url) ? new URL(url).href : null;
}

const raised: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};
const lowered: Readonly<Record<string, string>> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
};

function renderRuns(runs: readonly Run[], say: Say): string {
  return runs.map((run) => renderRun(run, say)).join('');
}

function renderRun(run: Run, say: Say): string {
  if (run.kind === 'image') return imageMark(say, run.alt);
  const { marks } = run;
  let text = run.text.replace(/\u00a0/g, ' ');
  if (marks.script !== null && /^\d{1,4}$/.test(text)) {
    const digits = marks.script === 'sup' ? raised : lowered;
    text = text.replace(/\d/g, (digit) => digits[digit] ?? digit);
  }
  if (marks.code) text = `\`${text}\``;
  if (marks.strike && text.trim() !== '') text = `~~${text}~~`;
  if (marks.spoiler !== null)
    text = say('mail-spoiler', { text: marks.spoiler === '' ? text : `${marks.spoiler}: ${text}` });
  return text;
}

/**
 * Columns that a text takes in a monospaced font: East Asian wide characters and emoji take two.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[\p{Mn}\p{Me}\u200b-\u200f\u2060-\u2069\ufe0f]/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}

function renderTable(block: Block & { kind: 'table' }, say: Say): string {
  const caption = block.caption.length === 0 ? '' : `${renderLines(block.caption, say)}\n\n`;
  const cell = ({ blocks }: Cell) => render(blocks, say).replace(/\s*\n\s*/g, ' / ');
  const rows = block.rows.map((row) => row.map(cell));
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[column] ?? '')), 0),
  );
  const total = widths.reduce((sum, width) => sum + width + 2, -2);
  return caption + (total <= maxTableWidth ? inColumns(rows, widths, block.head) : inRecords(rows, block.head));
}

function inColumns(rows: readonly (readonly string[])[], widths: readonly number[], head: number): string {
  const lines = rows.map((row) =>
    row
      .map((text, column) => text + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(text))))
      .join('  ')
      .trimEnd(),
  );
  if (head > 0) lines.splice(head, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  return lines.join('\n');
}

function inRecords(rows: readonly (readonly string[])[], head: number): string {
  const names = head > 0 ? (rows[head - 1] ?? []) : [];
  const records = rows
    .slice(head)
    .map((row) =>
      row
        .flatMap((text, column) => (text === '' ? [] : [names[column] ? `${names[column]}: ${text}` : text]))
        .join(head > 0 ? '\n' : ' | '),
    );
  return records.join(head > 0 ? '\n\n' : '\n') || rows.map((row) => row.join(' | ')).join('\n');
}
