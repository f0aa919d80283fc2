import { blocksToHtml } from './html.ts';
import { plainMarks, type Block, type InlineLine, type Run } from './model.ts';
import { parseHtml } from './html-parse.ts';
import { readHtml } from './read.ts';
import { escapeText, writeBlocks } from './write.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';

/** A text that was made to fit. */
export interface Cut {
  /** With a last line that says what was cut, where something was. At most as long as was asked for. */
  readonly content: string;
  readonly cut: boolean;
}

/** Bytes that a text takes inside an event: UTF-8 with JSON's escapes, without the quotes around it. */
export function eventBytes(text: string): number {
  return Buffer.byteLength(JSON.stringify(text), 'utf8') - 2;
}

/** The same once it stands in HTML. */
const htmlBytes = (text: string) => eventBytes(escapeText(text));

const kb = (bytes: number) => Math.max(1, Math.round(bytes / 1024));

/** Blocks of HTML of the Matrix subset; images in it are taken as ours. */
function blocksOf(html: string): readonly Block[] {
  const nothing = () => null;
  return readHtml(parseHtml(html).document, {
    cid: nothing,
    located: nothing,
    embedded: nothing,
    own: () => true,
    seenOnly: false,
    mark: (alt) => alt,
  }).blocks;
}

/**
 * Cuts HTML of the Matrix subset to at most so many bytes as they count in an event (`eventBytes`): between blocks,
 * items and rows where that is possible, else between lines and words. What stays is well formed. `maxBytes` must leave
 * room for the notice, 400 bytes at least.
 */
export function truncateHtml(html: string, maxBytes: number, language: Language): Cut {
  const total = eventBytes(html);
  if (total <= maxBytes) return { content: html, cut: false };
  const say = words(language);
  const budget = maxBytes - 200;
  const kept = cutBlocks(blocksOf(html), budget);
  const shown = kb(eventBytes(blocksToHtml(kept)));
  const marks = { ...plainMarks, italic: true };
  const notice: Block = {
    kind: 'paragraph',
    lines: [[{ kind: 'text', text: say('mail-cut-here', { shownKb: shown, totalKb: kb(total) }), marks }]],
  };
  return { content: blocksToHtml([...kept, notice]), cut: true };
}

/** The same for plain text: between paragraphs where the last one begins late enough, else between lines or words. */
export function truncateText(text: string, maxBytes: number, language: Language): Cut {
  const total = eventBytes(text);
  if (total <= maxBytes) return { content: text, cut: false };
  const shown = cutString(text, maxBytes - 200).trimEnd();
  return {
    content: `${shown}\n\n${words(language)('mail-cut-here', { shownKb: kb(eventBytes(shown)), totalKb: kb(total) })}`,
    cut: true,
  };
}

/** The longest beginning of at most so many bytes, ended at an empty line, a line or a word in its last quarter. */
function cutString(text: string, maxBytes: number, bytes: (part: string) => number = eventBytes): string {
  let low = 0;
  let high = Math.min(text.length, Math.max(0, maxBytes));
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (bytes(text.slice(0, middle)) <= maxBytes) low = middle;
    else high = middle - 1;
  }
  const beginning = text.slice(0, low);
  for (const end of ['\n\n', '\n', ' ']) {
    const at = beginning.lastIndexOf(end);
    if (at >= low * 0.75) return beginning.slice(0, at);
  }
  // Never between the halves of a character.
  return beginning.isWellFormed() ? beginning : beginning.slice(0, -1);
}

const sizeOf = (blocks: readonly Block[]) => eventBytes(writeBlocks(blocks));

/**
 * Bytes of the tags of a container at the most; of a paragraph that gets its tag because another follows; of an item.
 */
const overhead = 26;
const paragraphTag = 7;
const itemTag = 9;

function cutBlocks(blocks: readonly Block[], budget: number): readonly Block[] {
  const kept: Block[] = [];
  let left = budget;
  for (const block of blocks) {
    const size = sizeOf([block]) + paragraphTag;
    if (size <= left) {
      kept.push(block);
      left -= size;
      continue;
    }
    const part = left > 100 ? cutBlock(block, left - overhead) : null;
    if (part) kept.push(part);
    break;
  }
  return kept;
}

/** The beginning of a block; null where none of it fits. */
function cutBlock(block: Block, budget: number): Block | null {
  switch (block.kind) {
    case 'paragraph': {
      const lines = cutLines(block.lines, budget);
      return lines.length === 0 ? null : { ...block, lines };
    }
    case 'pre': {
      const text = cutString(block.text, budget - 60, htmlBytes);
      return text.trim() === '' ? null : { ...block, text };
    }
    case 'quote':
    case 'details': {
      const blocks = cutBlocks(
        block.blocks,
        budget - (block.kind === 'details' ? sizeOf([{ ...block, blocks: [] }]) : overhead),
      );
      return blocks.length === 0 ? null : { ...block, blocks };
    }
    case 'list':
      return cutList(block, budget);
    case 'table':
      return cutTable(block, budget);
    case 'heading':
    case 'rule':
      return null;
  }
}

function cutList(block: Block & { kind: 'list' }, budget: number): Block | null {
  const items: (readonly Block[])[] = [];
  let left = budget - overhead;
  for (const item of block.items) {
    const size = sizeOf(item) + itemTag;
    if (size <= left) {
      items.push(item);
      left -= size;
      continue;
    }
    const part = left > 100 ? cutBlocks(item, left - overhead) : [];
    if (part.length > 0) items.push(part);
    break;
  }
  return items.length === 0 ? null : { ...block, items };
}

function cutTable(block: Block & { kind: 'table' }, budget: number): Block | null {
  let left = budget - sizeOf([{ ...block, rows: block.rows.slice(0, block.head) }]);
  const rows = block.rows.slice(0, block.head);
  for (const row of block.rows.slice(block.head)) {
    left -= row.reduce((sum, cell) => sum + sizeOf(cell.blocks) + 10, 12);
    if (left < 0) break;
    rows.push(row);
  }
  return left < 0 && rows.length <= block.head ? null : { ...block, rows };
}

function cutLines(lines: readonly InlineLine[], budget: number): readonly InlineLine[] {
  const kept: InlineLine[] = [];
  let left = budget;
  for (const line of lines) {
    const size = sizeOf([{ kind: 'paragraph', lines: [line] }]) + 6;
    if (size <= left) {
      kept.push(line);
      left -= size;
      continue;
    }
    const part = cutLine(line, left - 60);
    if (part.length > 0) kept.push(part);
    break;
  }
  return kept;
}

function cutLine(line: InlineLine, budget: number): InlineLine {
  const kept: Run[] = [];
  let left = budget;
  for (const run of line) {
    const size = sizeOf([{ kind: 'paragraph', lines: [[run]] }]);
    if (size <= left) {
      kept.push(run);
      left -= size;
      continue;
    }
    if (run.kind === 'text') {
      // The tags of the run.
      const cost = size - htmlBytes(run.text);
      const text = cutString(run.text, left - cost, htmlBytes).trimEnd();
      if (text !== '') kept.push({ ...run, text });
    }
    break;
  }
  return kept;
}

/**
 * What was kept, and below it what was cut, folded: `<details>` of the Matrix subset. Both must be of the subset. A
 * client that does not fold shows the summary as a heading of the rest. Large quotations belong into a file instead;
 * the caller decides.
 */
export function cutToDetails(keptHtml: string, cutHtml: string, language: Language): string {
  if (cutHtml.trim() === '') return keptHtml;
  const summary: InlineLine = [
    { kind: 'text', text: words(language)('mail-rest'), marks: { ...plainMarks, italic: true } },
  ];
  return blocksToHtml([...blocksOf(keptHtml), { kind: 'details', summary: [summary], blocks: blocksOf(cutHtml) }]);
}
