import { Element, type ChildNode } from 'domhandler';
import {
  lineText,
  maxNesting,
  plainMarks,
  type Block,
  type Cell,
  type InlineLine,
  type Row,
  type Run,
} from './model.ts';
import { onlyLines, type Flow } from './flow.ts';
import { hasBorder, verticalSpace, type Style } from './style.ts';
import type { Inherited } from './inherit.ts';

/** What a table asks of the reader of the tree that it stands in. */
export interface TableReader {
  styleOf(element: Element): Style;
  apart(nodes: readonly ChildNode[], place: Omit<Inherited, 'flow'>): readonly Block[];
  children(nodes: readonly ChildNode[], place: Inherited): void;
}

interface SourceCell extends Cell {
  readonly element: Element;
}
interface SourceRow {
  readonly head: boolean;
  readonly foot: boolean;
  readonly cells: readonly SourceCell[];
}

const maxSpan = 30;
const maxColumns = 100;
const empty: Cell = { header: false, blocks: [] };

/** Reads a table: data stays a table, layout becomes what it holds. */
export function readTable(reader: TableReader, table: Element, place: Inherited): void {
  const found: Found = { rows: [], captions: [], other: [] };
  collect(reader, table.children, { ...place, level: place.level + 1 }, false, false, found);
  const caption = found.captions.flatMap((blocks) => onlyLines(blocks) ?? []);
  const grid = toGrid([
    ...found.rows.filter((row) => row.head),
    ...found.rows.filter((row) => !row.head && !row.foot),
    ...found.rows.filter((row) => row.foot),
  ]);
  // What stands in a table outside of cells is shown before it, as browsers do.
  if (found.other.length > 0) reader.children(found.other, place);
  if (place.level < maxNesting && isData(reader, table, found, grid)) {
    place.flow.blocks([{ kind: 'table', caption, head: headRows(grid), rows: grid.map((row) => row.cells) }]);
    return;
  }
  for (const line of caption) place.flow.line(line);
  for (const row of found.rows) unwrap(reader, place.flow, row);
}

interface Found {
  readonly rows: SourceRow[];
  readonly captions: (readonly Block[])[];
  readonly other: ChildNode[];
}

function collect(
  reader: TableReader,
  nodes: readonly ChildNode[],
  place: Inherited,
  head: boolean,
  foot: boolean,
  found: Found,
): void {
  for (const node of nodes) {
    if (!(node instanceof Element)) {
      found.other.push(node);
    } else if (node.name === 'thead' || node.name === 'tbody' || node.name === 'tfoot') {
      collect(reader, node.children, place, node.name === 'thead', node.name === 'tfoot', found);
    } else if (node.name === 'tr') {
      found.rows.push({ head, foot, cells: readCells(reader, node, place) });
    } else if (node.name === 'td' || node.name === 'th') {
      found.rows.push({ head, foot, cells: [readCell(reader, node, place)] });
    } else if (node.name === 'caption') {
      found.captions.push(reader.apart(node.children, place));
    } else if (node.name !== 'colgroup' && node.name !== 'col') {
      found.other.push(node);
    }
  }
}

function readCells(reader: TableReader, row: Element, place: Inherited): SourceCell[] {
  const cells = row.children.filter(
    (node): node is Element => node instanceof Element && (node.name === 'td' || node.name === 'th'),
  );
  return cells.map((cell) => readCell(reader, cell, place));
}

function readCell(reader: TableReader, element: Element, place: Inherited): SourceCell {
  return { element, header: element.name === 'th', blocks: reader.apart([element], place) };
}

interface GridRow {
  readonly cells: Row;
  readonly head: boolean;
}

/** A rectangle: spans become empty cells, rows and columns without content are left out. Empty where it is too wide. */
function toGrid(rows: readonly SourceRow[]): readonly GridRow[] {
  const below: number[] = [];
  const all: GridRow[] = [];
  for (const row of rows) {
    const cells = spread(row, below);
    if (cells === null) return [];
    all.push({ cells, head: row.head });
  }
  const filled = all.filter((row) => row.cells.some((cell) => cell.blocks.length > 0));
  const used = new Set<number>();
  for (const row of filled) {
    for (const [column, cell] of row.cells.entries()) if (cell.blocks.length > 0) used.add(column);
  }
  const columns = [...used].sort((a, b) => a - b);
  return filled.map((row) => {
    const cells = columns.map((column) => row.cells[column] ?? empty);
    return { cells, head: row.head || cells.every((cell) => cell.header || cell.blocks.length === 0) };
  });
}

/**
 * One row with its spans spread out, null where it is too wide; `below` holds how many rows each column is still
 * covered from above.
 */
function spread(row: SourceRow, below: number[]): Row | null {
  const cells: Cell[] = [];
  const fill = () => {
    for (; (below[cells.length] ?? 0) > 0; cells.push(empty)) below[cells.length] = (below[cells.length] ?? 1) - 1;
  };
  for (const cell of row.cells) {
    fill();
    if (cells.length > maxColumns) return null;
    const wide = span(cell.element, 'colspan');
    for (let index = 0; index < wide; index += 1) {
      below[cells.length] = span(cell.element, 'rowspan') - 1;
      cells.push(index === 0 ? { header: cell.header, blocks: cell.blocks } : empty);
    }
  }
  fill();
  return cells;
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(cell.attribs[name] ?? '1', 10);
  return Number.isSafeInteger(value) && value > 1 ? Math.min(value, maxSpan) : 1;
}

function headRows(grid: readonly GridRow[]): number {
  const body = grid.findIndex((row) => !row.head);
  return body === -1 ? grid.length : body;
}

const single = (cell: Cell): InlineLine | null => {
  const lines = onlyLines(cell.blocks);
  return lines?.length === 1 ? (lines[0] ?? null) : null;
};

/** Whether the grid says something by its rows and columns. */
function isData(reader: TableReader, table: Element, found: Found, grid: readonly GridRow[]): boolean {
  const columns = grid[0]?.cells.length ?? 0;
  if (grid.length < 2 || columns < 2) return false;
  const cells = grid.flatMap((row) => row.cells);
  if (
    cells.some((cell) =>
      cell.blocks.some((block) => block.kind === 'table' || block.kind === 'rule' || block.kind === 'heading'),
    )
  )
    return false;
  const role = table.attribs['role'];
  if (role === 'presentation' || role === 'none') return false;
  if (
    found.captions.length > 0 ||
    cells.some((cell) => cell.header && cell.blocks.length > 0) ||
    found.rows.some((row) => row.head)
  )
    return true;
  if (isBare(table)) return true;
  if (Number.parseInt(table.attribs['border'] ?? '0', 10) > 0 || drawsCells(reader, found.rows)) return true;
  return isRegular(grid, cells);
}

/** Tables for layout always say how; a table without any attribute is one that a person (or an earlier pass) wrote. */
function isBare(table: Element): boolean {
  const bare = (node: ChildNode): boolean =>
    !(node instanceof Element) ||
    (Object.keys(node.attribs).length === 0 && (node.name === 'td' || node.name === 'th' || node.children.every(bare)));
  return bare(table);
}

function drawsCells(reader: TableReader, rows: readonly SourceRow[]): boolean {
  const cells = rows.flatMap((row) => row.cells);
  const drawn = cells.filter(({ element }) => {
    const style = reader.styleOf(element);
    return hasBorder(style, 'bottom') || hasBorder(style, 'right') || hasBorder(style, 'left');
  });
  return drawn.length * 2 > cells.length;
}

/** Short texts in full rows, not all of them links. */
function isRegular(grid: readonly GridRow[], cells: readonly Cell[]): boolean {
  const columns = grid[0]?.cells.length ?? 0;
  if (grid.length < 3 && columns < 3) return false;
  const lines = cells.map((cell) => (cell.blocks.length === 0 ? [] : single(cell)));
  const short = (line: InlineLine | null) =>
    line !== null && lineText(line).length <= 60 && line.every((run) => run.kind === 'text');
  if (!lines.every(short)) return false;
  const linked = lines.every((line) => line === null || line.every((run) => run.marks.href !== null));
  const full = grid.filter((row) => row.cells.every((cell) => cell.blocks.length > 0)).length;
  return !linked && full * 3 >= grid.length * 2;
}

const longLine = 80;

/** A row of a layout: short cells side by side stay on one line, others follow each other. */
function unwrap(reader: TableReader, flow: Flow, row: SourceRow): void {
  const cells = row.cells.filter((cell) => cell.blocks.length > 0);
  const lines = cells.map(single);
  const joined: Run[] = [];
  for (const line of lines) {
    if (line && joined.length > 0) joined.push({ kind: 'text', text: ' ', marks: plainMarks });
    for (const run of line ?? []) joined.push(run);
  }
  const spaced = row.cells.some((cell) => isSpaced(reader.styleOf(cell.element)));
  if (cells.length > 0 && lines.every((line) => line !== null) && lineText(joined).length <= longLine) {
    flow.boundary(spaced);
    for (const run of joined) flow.run(run, null);
    flow.boundary(spaced);
    return;
  }
  for (const cell of cells) {
    flow.boundary(true);
    flow.blocks(cell.blocks);
  }
}

function isSpaced(style: Style): boolean {
  const padding = verticalSpace(style, 'padding');
  return (padding.top ?? 0) + (padding.bottom ?? 0) >= 12;
}
