import { Element, Text, type ChildNode, type ParentNode } from 'domhandler';
import { Flow, firstStrong, onlyLines, type Direction } from './flow.ts';
import { dropped, inherit, textOf, type Inherited } from './inherit.ts';
import { readImage, type ImageRules, type ReadImage } from './image.ts';
import { readTarget } from './link.ts';
import { cleanText, maxNesting, plainMarks, type Block, type InlineLine, type Marks, type Run } from './model.ts';
import { hasBorder, isHidden, isSameColor, verticalSpace, type Style } from './style.ts';
import { StyleSheet } from './style-sheet.ts';
import { fakeListItem } from './word-export.ts';
import { readTable } from './table.ts';

/** Reads a tree into blocks. One reader reads one tree; what it met is in its fields afterwards. */
class Reader {
  readonly images: ReadImage = { usedCids: new Set(), remote: 0, embedded: 0, missing: 0, unseen: 0 };
  private readonly rules: ImageRules;
  private readonly sheet: StyleSheet;
  private readonly base: Direction | null;

  constructor(rules: ImageRules, sheet: StyleSheet, base: Direction | null) {
    this.rules = rules;
    this.sheet = sheet;
    this.base = base;
  }

  styleOf(element: Element): Style {
    return this.sheet.styleOf(element);
  }

  /** The blocks of a subtree that stands for itself. */
  apart(nodes: readonly ChildNode[], place: Omit<Inherited, 'flow'>): readonly Block[] {
    const flow = new Flow(this.base);
    this.children(nodes, { ...place, flow });
    return flow.finish();
  }

  children(nodes: readonly ChildNode[], place: Inherited): void {
    for (const node of nodes) {
      if (node instanceof Text) this.text(node.data, place);
      else if (node instanceof Element) this.element(node, place);
    }
  }

  /** Adds text to the flow as the place has it. */
  text(data: string, place: Inherited): void {
    if (place.noSize || !this.shows(data, place)) return;
    const { flow, direction } = place;
    const marks = shownMarks(place.marks);
    if (!place.pre) {
      flow.run({ kind: 'text', text: cleanText(data), marks }, direction);
      return;
    }
    const lines = cleanText(data).replace(/\r\n?/g, '\n').split('\n');
    for (const [index, line] of lines.entries()) {
      if (index > 0) flow.lineBreak();
      const kept = line.replace(/\t/g, '    ').replace(/ (?= )|^ /g, '\u00a0');
      flow.run({ kind: 'text', text: kept, marks }, direction);
    }
  }

  /** Counts what nobody can see for its colour, and says whether it is read all the same. */
  shows(data: string, { ink, paper }: Inherited): boolean {
    if (ink === null || paper === null || !isSameColor(ink, paper) || data.trim() === '') return true;
    this.images.unseen += 1;
    return !this.rules.seenOnly;
  }

  private element(element: Element, outer: Inherited): void {
    const { name } = element;
    if (dropped.has(name)) return;
    const style = this.styleOf(element);
    if ('hidden' in element.attribs || isHidden(style)) return;
    const place = inherit(element, style, outer);
    const handler = handlers.get(name);
    if (handler) handler(this, element, place, style);
    else if (blockTags.has(name) || style.get('display') === 'block') block(this, element, place, style);
    else this.inline(element, place);
  }

  private inline(element: Element, place: Inherited): void {
    if (element.name === 'q') {
      this.text('“', place);
      this.children(element.children, place);
      this.text('”', place);
    } else this.children(element.children, place);
  }

  image(element: Element, place: Inherited): void {
    if (place.noSize && !element.attribs['src']?.startsWith('cid:')) return;
    const alone = place.marks.href !== null && (element.parent?.children.length ?? 0) <= 9 && !hasText(element.parent);
    const run: Run | null = readImage(element, shownMarks(place.marks), alone, this.rules, this.images);
    if (run) place.flow.run(run, place.direction);
  }
}

/** A link looks like a link: clients colour and underline it. */
const shownMarks = (marks: Marks): Marks =>
  marks.href === null ? marks : { ...marks, underline: false, color: null, background: null };

type Handler = (reader: Reader, element: Element, place: Inherited, style: Style) => void;

const blockTags = new Set(
  (
    'address article aside body caption center dd details dir div dl dt fieldset figcaption figure footer form ' +
    'header html legend li main menu nav optgroup option p section summary tbody td tfoot th thead tr'
  ).split(' '),
);

function hasText(node: ParentNode | null): boolean {
  return node !== null && node.children.some((child) => child instanceof Text && child.data.trim() !== '');
}

function marginOf(element: Element, style: Style): boolean {
  const margin = verticalSpace(style, 'margin');
  const ownMargin = (margin.top ?? 0) >= 8 || (margin.bottom ?? 0) >= 8;
  if (element.name !== 'p') return ownMargin;
  // Outlook's paragraphs are lines: its style sheet gives MsoNormal no margin; the empty line is a paragraph of its
  // own.
  if (/(^|\s|_)Mso(Normal|PlainText|NoSpacing)/.test(element.attribs['class'] ?? '')) return ownMargin;
  return !(margin.top !== null && margin.bottom !== null) || ownMargin;
}

function block(reader: Reader, element: Element, place: Inherited, style: Style): void {
  const { flow } = place;
  const margin = marginOf(element, style);
  const left = hasBorder(style, 'left');
  const top = hasBorder(style, 'top');
  // Outlook for Mac marks quotations by a line at the left, Outlook for Windows the header of one by a line above.
  if (left && !top && !hasBorder(style, 'right') && !hasBorder(style, 'bottom') && element.name === 'div') {
    quote(reader, element, place, style);
    return;
  }
  if (top && !left && !hasBorder(style, 'bottom') && element.name === 'div') flow.blocks([{ kind: 'rule' }]);
  flow.boundary(margin);
  reader.children(element.children, place);
  flow.boundary(margin);
}

function quote(reader: Reader, element: Element, place: Inherited, style: Style): void {
  // Gmail and Outlook on the web indent by a blockquote without a line.
  const indent =
    /\bnone\b/.test(style.get('border') ?? '') && !hasBorder(style, 'left') && element.attribs['type'] !== 'cite';
  const blocks = reader.apart(element.children, { ...place, level: place.level + 1 });
  if (blocks.length === 0) return;
  place.flow.blocks(indent || place.level >= maxNesting ? blocks : [{ kind: 'quote', blocks }]);
}

function heading(reader: Reader, element: Element, place: Inherited): void {
  const blocks = reader.apart(element.children, place);
  const lines = onlyLines(blocks);
  if (lines === null) place.flow.blocks(blocks);
  else if (lines.length > 0) place.flow.blocks([{ kind: 'heading', level: Number(element.name[1]), lines }]);
}

/** The items of a list, and what stands between them. */
function itemsOf(list: Element): { readonly item: Element | null; readonly nodes: ChildNode[] }[] {
  const groups: { readonly item: Element | null; readonly nodes: ChildNode[] }[] = [];
  for (const child of list.children) {
    const last = groups.at(-1);
    if (child instanceof Element && child.name === 'li') groups.push({ item: child, nodes: child.children });
    else if (last?.item === null) last.nodes.push(child);
    else groups.push({ item: null, nodes: [child] });
  }
  return groups;
}

function joined(before: readonly Block[], after: readonly Block[]): readonly Block[] {
  const twice = before.at(-1)?.kind === 'rule' && after[0]?.kind === 'rule';
  return [...before, ...(twice ? after.slice(1) : after)];
}

function list(reader: Reader, element: Element, place: Inherited): void {
  const items: (readonly Block[])[] = [];
  const inner = { ...place, level: place.level + 1 };
  for (const group of itemsOf(element)) {
    const { item } = group;
    const blocks = reader.apart(group.nodes, item ? inherit(item, reader.styleOf(item), inner) : inner);
    if (blocks.length === 0) continue;
    const last = items.at(-1);
    // A list directly in a list, without an item of its own, belongs to the item before it.
    if (!item && last) items[items.length - 1] = joined(last, blocks);
    else items.push(blocks);
  }
  if (items.length === 0) return;
  if (place.level >= maxNesting) {
    for (const item of items) place.flow.blocks(item);
    return;
  }
  const start = element.name === 'ol' ? Number.parseInt(element.attribs['start'] ?? '1', 10) : 1;
  const valid = Number.isSafeInteger(start) && Math.abs(start) < 1e6;
  place.flow.blocks([{ kind: 'list', ordered: element.name === 'ol', start: valid ? start : 1, items }]);
}

function looseItem(reader: Reader, element: Element, place: Inherited): void {
  const item = reader.apart(element.children, { ...place, level: place.level + 1 });
  if (item.length === 0) return;
  if (place.level >= maxNesting) place.flow.blocks(item);
  else place.flow.item(item, 1, false, 1);
}

function preformatted(reader: Reader, element: Element, place: Inherited, style: Style): void {
  // K-9, Thunderbird and many converters put a whole plain text mail into one pre.
  const prose =
    /\b(k9mail|moz-|wrap)/.test(element.attribs['class'] ?? '') ||
    'wrap' in element.attribs ||
    style.get('white-space') === 'pre-wrap';
  if (prose || place.noSize) {
    place.flow.boundary(true);
    reader.children(element.children, { ...place, pre: true });
    place.flow.boundary(true);
    return;
  }
  const text = cleanText(textOf(element, 1_000_000))
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2066-\u2069]/g, '');
  const content = trimLines(text);
  if (content === '' || !reader.shows(content, place)) return;
  const only = element.children.length === 1 ? element.children[0] : undefined;
  const language =
    only instanceof Element && only.name === 'code'
      ? /^language-([\w+#.-]{1,30})$/.exec(only.attribs['class'] ?? '')?.[1]
      : undefined;
  place.flow.blocks([{ kind: 'pre', language: language ?? '', text: content }]);
}

/** Without empty lines before and after. */
function trimLines(text: string): string {
  const lines = text.split('\n');
  const filled = (line: string) => line.trim() !== '';
  const first = lines.findIndex(filled);
  return first === -1 ? '' : lines.slice(first, lines.findLastIndex(filled) + 1).join('\n');
}

function link(reader: Reader, element: Element, place: Inherited): void {
  const target = readTarget(element.attribs['href']);
  if (target.kind === 'link') {
    reader.children(element.children, { ...place, marks: { ...place.marks, href: target.href } });
    return;
  }
  reader.children(element.children, place);
  if (target.kind !== 'words') return;
  const shown = textOf(element, 500);
  const digits = (text: string) => text.replace(/\W/g, '').toLowerCase();
  if (!digits(target.words).endsWith(digits(shown).replace(/^0+/, '')) || shown.trim() === '')
    reader.text(` (${target.words})`, place);
}

function details(reader: Reader, element: Element, place: Inherited): void {
  const isSummary = (child: ChildNode) => child instanceof Element && child.name === 'summary';
  const head = reader.apart(element.children.filter(isSummary), place);
  const blocks = reader.apart(
    element.children.filter((child) => !isSummary(child)),
    { ...place, level: place.level + 1 },
  );
  const lines = onlyLines(head);
  if (lines === null || blocks.length === 0 || place.level >= maxNesting) {
    place.flow.blocks([...head, ...blocks]);
    return;
  }
  const dots: InlineLine = [{ kind: 'text', text: '…', marks: plainMarks }];
  place.flow.blocks([{ kind: 'details', summary: lines.length === 0 ? [dots] : lines, blocks }]);
}

function input(reader: Reader, element: Element, place: Inherited): void {
  const { type, value, checked } = element.attribs;
  const kind = (type ?? 'text').toLowerCase();
  if (kind === 'checkbox' || kind === 'radio') reader.text(checked === undefined ? '☐ ' : '☑ ', place);
  else if (kind === 'submit' || kind === 'button' || kind === 'reset') reader.text(value ?? '', place);
}

function paragraph(reader: Reader, element: Element, place: Inherited, style: Style): void {
  const fake = fakeListItem(element);
  if (!fake) {
    block(reader, element, place, style);
    return;
  }
  const blocks = reader.apart(fake.nodes, { ...place, level: place.level + fake.level });
  const level = Math.min(fake.level, maxNesting - place.level);
  if (blocks.length > 0 && level > 0) place.flow.item(blocks, level, fake.ordered, fake.ordered ? fake.start : 1);
  else place.flow.blocks(blocks);
}

const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['br', (_reader, _element, place) => place.flow.lineBreak()],
  ['hr', (_reader, _element, place) => place.flow.blocks([{ kind: 'rule' }])],
  ['wbr', () => undefined],
  ['p', paragraph],
  ['blockquote', quote],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name): [string, Handler] => [name, heading]),
  ['ul', list],
  ['ol', list],
  ['menu', list],
  ['dir', list],
  ['li', looseItem],
  ['pre', preformatted],
  ['listing', preformatted],
  ['xmp', preformatted],
  ['plaintext', preformatted],
  ['table', readTable],
  ['a', link],
  ['img', (reader, element, place) => reader.image(element, place)],
  ['details', details],
  ['input', input],
  [
    'dt',
    (reader, element, place, style) =>
      block(reader, element, { ...place, marks: { ...place.marks, bold: true } }, style),
  ],
]);

/** True where a document has lines but no element that makes lines: plain text that was sent as HTML. */
function isPlain(document: ParentNode): boolean {
  let lines = false;
  const pending: ChildNode[] = [...document.children];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node instanceof Text) lines ||= node.data.trim().includes('\n');
    if (!(node instanceof Element) || dropped.has(node.name)) continue;
    if (
      !/^(html|head|body)$/.test(node.name) &&
      (handlers.has(node.name) ? !/^(a|img|wbr)$/.test(node.name) : blockTags.has(node.name))
    )
      return false;
    for (const child of node.children) pending.push(child);
  }
  return lines;
}

/** The blocks of a document, and what was met on the way. */
export function readHtml(
  document: ParentNode,
  rules: ImageRules,
): { readonly blocks: readonly Block[]; readonly images: ReadImage } {
  const reader = new Reader(rules, new StyleSheet(document), firstStrong(textOf(document, 20_000)));
  const blocks = reader.apart(document.children, {
    marks: plainMarks,
    pre: isPlain(document),
    noSize: false,
    direction: null,
    ink: '#000000',
    paper: '#ffffff',
    level: 0,
  });
  return { blocks, images: reader.images };
}
