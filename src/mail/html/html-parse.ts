import { Document, Element, Text } from 'domhandler';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { MailWarning } from '../types.ts';

/**
 * What a hostile mail may cost. Past each limit the rest is left out and a warning says so; the original is kept
 * elsewhere.
 */
export interface HtmlLimits {
  /** Characters of HTML that are read. */
  readonly maxInput: number;
  /** Elements and texts of the tree. */
  readonly maxNodes: number;
  /** Levels of the tree; elements nested deeper become siblings on the last level, so that no text is lost. */
  readonly maxDepth: number;
}

/** Limits that every mail of the measured corpora stays far below. */
export const defaultHtmlLimits: HtmlLimits = { maxInput: 2_000_000, maxNodes: 150_000, maxDepth: 250 };

/** A tree of domhandler nodes, linked in both directions, and what was left out. */
export interface ParsedHtml {
  readonly document: Document;
  readonly warnings: readonly MailWarning[];
}

const voidElements = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
);
const closesParagraph = new Set(
  (
    'address article aside blockquote center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 ' +
    'h3 h4 h5 h6 header hr li main menu nav ol p pre section table ul'
  ).split(' '),
);
const tableTags = new Set('table tbody thead tfoot tr td th caption'.split(' '));
/** An open element of the first kind is ended by the start of the second, unless one of the third lies between. */
const implied = new Map<string, { readonly ends: ReadonlySet<string>; readonly within: ReadonlySet<string> }>([
  ['li', { ends: new Set(['li']), within: new Set(['ul', 'ol', 'menu', 'table', 'blockquote']) }],
  ['dt', { ends: new Set(['dt', 'dd']), within: new Set(['dl', 'table']) }],
  ['dd', { ends: new Set(['dt', 'dd']), within: new Set(['dl', 'table']) }],
  ['option', { ends: new Set(['option']), within: new Set(['select']) }],
  ['td', { ends: new Set(['td', 'th', 'caption']), within: new Set(['tr', 'table']) }],
  ['th', { ends: new Set(['td', 'th', 'caption']), within: new Set(['tr', 'table']) }],
  ['tr', { ends: new Set(['tr', 'caption']), within: new Set(['table']) }],
  ['tbody', { ends: new Set(['tbody', 'thead', 'tfoot', 'caption']), within: new Set(['table']) }],
  ['thead', { ends: new Set(['tbody', 'thead', 'tfoot', 'caption']), within: new Set(['table']) }],
  ['tfoot', { ends: new Set(['tbody', 'thead', 'tfoot', 'caption']), within: new Set(['table']) }],
]);

/**
 * A tree builder of our own over htmlparser2's tokenizer: its parser keeps an unbounded stack that costs the square of
 * the depth (50 KB of nested div), and this one is linear whatever the input. The rules are those of the HTML standard
 * (section 13.2.6) that mail depends on: implied ends, cells that end tags do not cross, text after `</html>` kept.
 */
class TreeBuilder implements TokenizerCallbacks {
  readonly document = new Document([]);
  readonly codes = new Set<string>();
  tokenizer: Tokenizer | null = null;
  private readonly html: string;
  private readonly limits: HtmlLimits;
  private readonly stack: (Document | Element)[] = [this.document];
  private readonly open = new Map<string, number>();
  /** Elements that stand open beyond the depth limit, by name. */
  private readonly deeper = new Map<string, number>();
  private nodes = 0;
  private text = '';
  private name = '';
  private nameStart = 0;
  private attributes: Record<string, string> = {};
  private attributeName = '';
  private attributeValue = '';

  constructor(html: string, limits: HtmlLimits) {
    this.html = html;
    this.limits = limits;
  }

  ontext(start: number, end: number): void {
    this.text += this.html.slice(start, end);
  }
  ontextentity(codepoint: number): void {
    this.text += String.fromCodePoint(codepoint);
  }
  onopentagname(start: number, end: number): void {
    this.flushText();
    const name = this.html.slice(start, end).toLowerCase();
    this.name = name === 'image' ? 'img' : name;
    this.nameStart = start;
    this.attributes = {};
  }
  onattribname(start: number, end: number): void {
    this.attributeName = this.html.slice(start, end).toLowerCase();
  }
  onattribdata(start: number, end: number): void {
    this.attributeValue += this.html.slice(start, end);
  }
  onattribentity(codepoint: number): void {
    this.attributeValue += String.fromCodePoint(codepoint);
  }
  onattribend(): void {
    if (!Object.hasOwn(this.attributes, this.attributeName) && this.attributeName !== '__proto__') {
      this.attributes[this.attributeName] = this.attributeValue;
    }
    this.attributeValue = '';
  }
  onopentagend(end: number): void {
    if (!this.unescaped(end)) this.start(false);
  }
  onselfclosingtag(end: number): void {
    if (this.unescaped(end)) return;
    // HTML ignores the slash, but for SVG, MathML and the namespaced elements of Word.
    this.start(this.name.includes(':') || this.isOpen('svg') || this.isOpen('math') || /^(svg|math)$/.test(this.name));
  }
  onclosetag(start: number, end: number): void {
    this.flushText();
    this.end(this.html.slice(start, end).toLowerCase());
  }
  oncomment(): void {
    this.flushText();
  }
  oncdata(): void {
    this.flushText();
  }
  ondeclaration(): void {
    this.flushText();
  }
  onprocessinginstruction(): void {
    this.flushText();
  }
  onend(): void {
    this.flushText();
  }

  /** `<name@mail.example>` and `<https://…>` are text whose writer forgot that it is HTML. */
  private unescaped(end: number): boolean {
    if (!/@|^(https?|ftp|mailto):/.test(this.name)) return false;
    this.text += this.html.slice(this.nameStart - 1, end + 1);
    return true;
  }

  private isOpen(name: string): boolean {
    return (this.open.get(name) ?? 0) > 0;
  }

  private top(): Document | Element {
    return this.stack.at(-1) ?? this.document;
  }

  private flushText(): void {
    if (this.text === '') return;
    this.append(new Text(this.text));
    this.text = '';
  }

  private append(node: Text | Element): boolean {
    if (this.nodes >= this.limits.maxNodes) {
      this.codes.add('html-too-many-nodes');
      this.tokenizer?.pause();
      return false;
    }
    this.nodes += 1;
    const parent = this.top();
    const last = parent.children.at(-1) ?? null;
    node.parent = parent;
    node.prev = last;
    if (last) last.next = node;
    parent.children.push(node);
    return true;
  }

  private start(closed: boolean): void {
    const { name } = this;
    if (name === 'html' || name === 'body') {
      if (this.isOpen(name)) return;
      if (name === 'body' && this.isOpen('head')) this.end('head');
    }
    this.endImplied(name);
    const element = new Element(name, this.attributes);
    if (!this.append(element) || closed || voidElements.has(name)) return;
    if (this.stack.length > this.limits.maxDepth) {
      this.codes.add('html-too-deep');
      this.deeper.set(name, (this.deeper.get(name) ?? 0) + 1);
      return;
    }
    this.stack.push(element);
    this.open.set(name, (this.open.get(name) ?? 0) + 1);
  }

  private endImplied(name: string): void {
    const top = this.stack.at(-1);
    if (closesParagraph.has(name) && top instanceof Element && top.name === 'p') this.pop();
    const rule = implied.get(name);
    if (!rule) return;
    for (let level = this.stack.length - 1; level > 0; level -= 1) {
      const node = this.stack[level];
      if (!(node instanceof Element) || rule.within.has(node.name)) return;
      if (rule.ends.has(node.name)) {
        while (this.stack.length > level) this.pop();
        return;
      }
    }
  }

  private end(name: string): void {
    // What follows the end of the document belongs to it: footers of mailing lists are often put there.
    if (name === 'html' || name === 'body') return;
    const deeper = this.deeper.get(name) ?? 0;
    if (deeper > 0) {
      this.deeper.set(name, deeper - 1);
      if (closesParagraph.has(name)) this.append(new Element('div', {}));
      return;
    }
    if (!this.isOpen(name)) {
      if (name === 'p' || name === 'br') this.append(new Element(name, {}));
      return;
    }
    for (let level = this.stack.length - 1; level > 0; level -= 1) {
      const node = this.stack[level];
      if (!(node instanceof Element)) return;
      if (node.name === name) {
        while (this.stack.length > level) this.pop();
        return;
      }
      if (tableTags.has(node.name) && !tableTags.has(name)) return;
    }
  }

  private pop(): void {
    const node = this.stack.pop();
    if (node instanceof Element) this.open.set(node.name, (this.open.get(node.name) ?? 1) - 1);
    if (this.deeper.size > 0) this.deeper.clear();
  }
}

/** Parses HTML as mail has it. Never throws; linear in the length of the input; fetches nothing. */
export function parseHtml(html: string, limits: HtmlLimits = defaultHtmlLimits): ParsedHtml {
  const input = html.length > limits.maxInput ? html.slice(0, limits.maxInput) : html;
  const builder = new TreeBuilder(input, limits);
  if (input.length < html.length) builder.codes.add('html-too-long');
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder);
  builder.tokenizer = tokenizer;
  tokenizer.write(input);
  tokenizer.end();
  builder.onend();
  const warnings = [...builder.codes].map((code) => ({ code, detail: `${html.length} characters of HTML` }));
  return { document: builder.document, warnings };
}
