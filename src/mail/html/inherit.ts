import { Element, Text, type ParentNode } from 'domhandler';
import type { Direction, Flow } from './flow.ts';
import { cleanText, type Marks } from './model.ts';
import { hasNoSize, highlight, isBold, parseStyle, solidColor, textColor, type Style } from './style.ts';

/** Where reading stands: everything that children inherit. */
export interface Inherited {
  readonly flow: Flow;
  readonly marks: Marks;
  /** White space is kept. */
  readonly pre: boolean;
  /** The text has no size: it is there for machines. */
  readonly noSize: boolean;
  readonly direction: Direction | null;
  /** The colour of the text and that behind it, `#rrggbb`; null where it cannot be told. */
  readonly ink: string | null;
  readonly paper: string | null;
  /** Containers around this place. */
  readonly level: number;
}

/** Elements whose content is not text of the mail, or runs, or fetches. */
export const dropped = new Set(
  (
    'script style title meta link base template mx-reply svg math iframe frame frameset object embed applet audio ' +
    'video source track canvas map noembed noframes select datalist colgroup col xml'
  ).split(' '),
);
/** What an element hands down to its children. */
export function inherit(element: Element, style: Style, outer: Inherited): Inherited {
  const noSize = hasNoSize(style) ?? outer.noSize;
  const direction = directionOf(element, style) ?? outer.direction;
  const space = style.get('white-space');
  const pre = space === undefined ? outer.pre : /^(pre|pre-wrap|pre-line|break-spaces)$/.test(space);
  const ink = inkOf(element, style, outer.ink);
  const paper = paperOf(element, style, outer.paper);
  return { ...outer, noSize, direction, pre, ink, paper, marks: inheritMarks(element, style, outer.marks) };
}

function inkOf({ name, attribs }: Element, style: Style, outer: string | null): string | null {
  const attribute = name === 'font' ? attribs['color'] : name === 'body' ? attribs['text'] : undefined;
  const value = style.get('color') ?? attribute?.trim().toLowerCase();
  return value === undefined || value === 'inherit' ? outer : solidColor(value);
}

/** Rows are read by their cells: what is behind a row is behind them. */
const rowTags = new Set(['tr', 'tbody', 'thead', 'tfoot']);

function paperOf(element: Element, style: Style, outer: string | null): string | null {
  const own = backgroundOf(element, style);
  if (own !== undefined) return own;
  if (element.name !== 'td' && element.name !== 'th') return outer;
  for (let row = element.parent; row instanceof Element && rowTags.has(row.name); row = row.parent) {
    const behind = backgroundOf(row, parseStyle(row.attribs['style']));
    if (behind !== undefined) return behind;
  }
  return outer;
}

/** Undefined where what is behind the element shows through. */
function backgroundOf({ attribs }: Element, style: Style): string | null | undefined {
  if (style.has('background-image') || attribs['background'] !== undefined) return null;
  const value = (style.get('background-color') ?? style.get('background') ?? attribs['bgcolor'])?.trim().toLowerCase();
  return value === undefined || /^(?:transparent|none|inherit|initial|unset|)$/.test(value)
    ? undefined
    : solidColor(value);
}

function directionOf(element: Element, style: Style): Direction | null {
  const value = (style.get('direction') ?? element.attribs['dir'] ?? '').toLowerCase();
  return value === 'rtl' || value === 'ltr' ? value : null;
}

const bold = { bold: true };
const italic = { italic: true };
const strike = { strike: true };
const code = { code: true };
const marksOf: Readonly<Record<string, Partial<Marks>>> = {
  b: bold,
  strong: bold,
  i: italic,
  em: italic,
  cite: italic,
  dfn: italic,
  u: { underline: true },
  ins: { underline: true },
  s: strike,
  strike,
  del: strike,
  sup: { script: 'sup' },
  sub: { script: 'sub' },
  code,
  tt: code,
  kbd: code,
  samp: code,
};

function inheritMarks(element: Element, style: Style, outer: Marks): Marks {
  const change: { -readonly [Key in keyof Marks]?: Marks[Key] } = {
    ...(Object.hasOwn(marksOf, element.name) ? marksOf[element.name] : {}),
  };
  const heading = /^h[1-6]$/.test(element.name);
  const weight = heading ? null : isBold(style);
  if (weight !== null) change.bold = weight;
  const slant = style.get('font-style');
  if (slant !== undefined && slant !== 'inherit') change.italic = slant === 'italic' || slant === 'oblique';
  const line = style.get('text-decoration') ?? style.get('text-decoration-line');
  if (line?.includes('line-through')) change.strike = true;
  if (line?.includes('underline') && element.name !== 'a') change.underline = true;
  if (line?.startsWith('none') && (element.name === 'u' || element.name === 'ins')) change.underline = false;
  const { attribs } = element;
  const color =
    attribs['data-mx-color'] ?? style.get('color') ?? (element.name === 'font' ? attribs['color'] : undefined);
  if (color !== undefined && color !== 'inherit') change.color = textColor(color.toLowerCase());
  if (element.name === 'span' || element.name === 'font' || element.name === 'mark') {
    const behind =
      attribs['data-mx-bg-color'] ??
      style.get('background-color') ??
      style.get('background') ??
      (element.name === 'mark' ? 'yellow' : undefined);
    const pair = behind === undefined ? null : highlight(behind.toLowerCase());
    if (pair) change.background = pair.background;
  }
  if (attribs['data-mx-spoiler'] !== undefined)
    change.spoiler = cleanText(attribs['data-mx-spoiler']).replace(/\s+/g, ' ').trim().slice(0, 200);
  if (isCodeFont(element, style)) change.code = true;
  return Object.keys(change).length === 0 ? outer : withHighlight({ ...outer, ...change });
}

/** Text on a coloured background gets black or white, whichever can be read on it, whatever the mail gives it. */
function withHighlight(marks: Marks): Marks {
  if (marks.background === null) return marks;
  return { ...marks, color: highlight(marks.background)?.color ?? null };
}

/** Inline and short: a whole mail in Courier is not code. */
function isCodeFont(element: Element, style: Style): boolean {
  if (element.name !== 'span' && element.name !== 'font') return false;
  const family =
    style.get('font-family') ?? (element.name === 'font' ? (element.attribs['face'] ?? '').toLowerCase() : '');
  if (!/^["']?(monospace|courier new|courier|consolas|menlo|monaco|lucida console|source code pro)\b/.test(family))
    return false;
  return (
    element.children.every((child) => child instanceof Text) &&
    textOf(element, 200).trim() !== '' &&
    textOf(element, 200).length < 200
  );
}

/** The text below a node, at most so many characters of it. */
export function textOf(node: ParentNode, limit: number): string {
  let text = '';
  for (const child of node.children) {
    if (text.length >= limit) break;
    if (child instanceof Text) text += child.data;
    else if (child instanceof Element && !dropped.has(child.name))
      text += child.name === 'br' ? '\n' : textOf(child, limit - text.length);
  }
  return text;
}
