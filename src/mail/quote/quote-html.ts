/**
 * The reply alone, for HTML: reads a tree as lines with what the mail programs' markup says of them, lets the common
 * rules judge them, and builds two trees of what is kept and what is cut. Every text, image and empty element of the
 * mail is in exactly one of them, inside copies of the elements that held it.
 */
import render from 'dom-serializer';
import { type ChildNode, cloneNode, Document, Element, type ParentNode, Text } from 'domhandler';
import { parseHtml } from '../html/html-parse.ts';
import { decide, looksLikeHeader, type QuoteOptions } from './decide.ts';
import { type Hint, isDelimiter, type QuoteLine, visible } from './line.ts';
import { markQuotes, type Role, roleOf } from './markup.ts';
import type { SplitText } from '../types.ts';

/** A piece that is moved as a whole: a node without children, an atomic element, or a line of a preformatted text. */
interface Leaf {
  readonly node: ChildNode;
  /** The part of the text node that this is; null for the whole node. */
  readonly data: string | null;
}

interface HtmlLine extends QuoteLine {
  readonly leaves: readonly Leaf[];
}

/** Elements that begin and end a line. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);
/** Elements around which programs show a gap. */
const GAPS = new Set('blockquote dl h1 h2 h3 h4 h5 h6 hr ol p pre table ul'.split(' '));
/** Elements whose text is not text of the mail, or not to be taken apart. Those of the first kind say nothing. */
const SILENT = new Set('head style script title link meta base template noembed noframes'.split(' '));
const ATOMIC = new Set('svg math iframe object audio video select textarea canvas map'.split(' '));

function isTiny(image: Element): boolean {
  return [image.attribs.width, image.attribs.height].some(
    (size) => size !== undefined && /^[01](?:px)?$/u.test(size.trim()),
  );
}

/** Collects leaves into lines while the tree is walked in document order. */
class LineReader {
  readonly lines: HtmlLine[] = [];
  /** What is neither kept nor cut by a rule: head, style. It goes with what is kept. */
  readonly silent = new Set<ChildNode>();
  private text = '';
  private leaves: Leaf[] = [];
  private depth = 0;
  private weak = 0;
  private pre = 0;
  private pending: 'sure' | 'likely' | null = null;
  private readonly hints: Hint[] = [];
  private readonly roles = new Map<Element, Role>();
  private readonly quoted: ReadonlySet<ParentNode>;

  constructor(quoted: ReadonlySet<ParentNode>) {
    this.quoted = quoted;
  }

  enter(element: Element): void {
    if (BLOCKS.has(element.name)) this.flush(false);
    if (GAPS.has(element.name)) this.gap();
    const role = roleOf(element, this.quoted.has(element));
    if (role.history !== null && this.pending !== 'sure') this.pending = role.history;
    if (role.pre) this.pre++;
    if (role.quote === 'sure') this.depth++;
    if (role.quote === 'perhaps') this.weak++;
    if (role.hint !== null) this.hints.push(role.hint);
    this.roles.set(element, role);
  }

  leave(element: Element): void {
    if (element.name === 'td' || element.name === 'th') this.text += ' ';
    if (BLOCKS.has(element.name)) this.flush(false);
    if (GAPS.has(element.name)) this.gap();
    const role = this.roles.get(element);
    if (role?.pre === true) this.pre--;
    if (role?.quote === 'sure') this.depth--;
    if (role?.quote === 'perhaps') this.weak--;
    if (role !== undefined && role.hint !== null) this.hints.pop();
    this.roles.delete(element);
  }

  leaf(node: ChildNode): void {
    if (node instanceof Text) {
      this.addText(node);
      return;
    }
    if (!(node instanceof Element)) return;
    if (SILENT.has(node.name)) {
      this.silent.add(node);
      this.leaves.push({ node, data: null });
      return;
    }
    const role = roleOf(node, false);
    if (role.history !== null && this.pending !== 'sure') this.pending = role.history;
    if (node.name === 'hr') {
      this.flush(false);
      this.gap();
      this.text = '\u2500\u2500\u2500';
    } else if (BLOCKS.has(node.name)) this.flush(false);
    if ((node.name === 'img' && !isTiny(node)) || ATOMIC.has(node.name)) this.text += '\ufffc';
    this.leaves.push({ node, data: null });
    if (node.name === 'br') this.flush(true);
    else if (BLOCKS.has(node.name)) this.flush(false);
  }

  private addText(node: Text): void {
    if (this.pre === 0 || !node.data.includes('\n')) {
      this.text += node.data;
      this.leaves.push({ node, data: null });
      return;
    }
    for (const part of node.data.split(/(?<=\n)/u)) {
      this.text += part;
      this.leaves.push({ node, data: part });
      if (part.endsWith('\n')) this.flush(true);
    }
  }

  /**
   * Ends the line. A line without text is a blank one only where a line break made it; else its leaves go with the
   * next.
   */
  flush(broken: boolean): void {
    const text = visible(this.text);
    this.text = '';
    if (text === '' && !broken) return;
    this.lines.push(this.lineOf(text));
    this.leaves = [];
  }

  private lineOf(text: string): HtmlLine {
    // HTML that was made of plain text still has its quote marks (Outlook, web forms, list archives).
    const marks = /^(?:> ?)+/u.exec(text)?.[0] ?? '';
    const inner = text.slice(marks.length);
    const depth = this.depth + (marks === '' ? 0 : marks.split('>').length - 1);
    let hint = this.hints.at(-1) ?? null;
    if (this.pending !== null && text !== '' && !isDelimiter(text)) {
      if (this.pending === 'sure' || looksLikeHeader(inner)) hint = 'history';
      this.pending = null;
    }
    const shown = inner === '' && depth > 0 ? '>' : inner;
    return { text: shown, depth, weak: this.weak > 0, hint, leaves: this.leaves };
  }

  private gap(): void {
    if (this.lines.length > 0 && this.lines.at(-1)?.text !== '')
      this.lines.push({ text: '', depth: 0, weak: false, hint: null, leaves: [] });
  }

  /** The lines, with what was left over at the end. */
  finish(): readonly HtmlLine[] {
    this.flush(false);
    if (this.leaves.length > 0) this.lines.push({ text: '', depth: 0, weak: false, hint: null, leaves: this.leaves });
    return this.lines;
  }
}

/** Walks without recursion: the depth of a mail's tree is the sender's choice. */
function readLines(document: Document): LineReader {
  const reader = new LineReader(markQuotes(document));
  let node: ChildNode | null = document.children[0] ?? null;
  while (node !== null) {
    const down: ChildNode | null =
      node instanceof Element && !SILENT.has(node.name) && !ATOMIC.has(node.name) ? (node.children[0] ?? null) : null;
    if (down !== null && node instanceof Element) {
      reader.enter(node);
      node = down;
      continue;
    }
    reader.leaf(node);
    while (node !== null && node.next === null) {
      const parent: ParentNode | null = node.parent;
      node = parent instanceof Element ? parent : null;
      if (node instanceof Element) reader.leave(node);
    }
    node = node?.next ?? null;
  }
  return reader;
}

/** Builds a tree of the leaves, in order, inside copies of their elements. */
class TreeBuilder {
  readonly document = new Document([]);
  private readonly copies = new Map<ParentNode, ParentNode>();

  add(leaf: Leaf): void {
    const parent = this.copyOf(leaf.node.parent);
    append(parent, leaf.data === null ? cloneNode(leaf.node, true) : new Text(leaf.data));
  }

  private copyOf(parent: ParentNode | null): ParentNode {
    const path: Element[] = [];
    let node = parent;
    let copy: ParentNode | undefined;
    while (node instanceof Element && (copy = this.copies.get(node)) === undefined) {
      path.push(node);
      node = node.parent;
    }
    let top: ParentNode = copy ?? this.document;
    for (const element of path.reverse()) {
      const made = new Element(element.name, { ...element.attribs });
      append(top, made);
      this.copies.set(element, made);
      top = made;
    }
    return top;
  }
}

function append(parent: ParentNode, child: ChildNode): void {
  const last = parent.children.at(-1) ?? null;
  child.parent = parent;
  child.prev = last;
  child.next = null;
  if (last !== null) last.next = child;
  parent.children.push(child);
}

/** Two trees of one mail; `cut` is null where everything is kept, and `kept` is then the tree that was given. */
interface SplitDocument {
  readonly kept: Document;
  readonly cut: Document | null;
}

/**
 * Separates the tree of an HTML mail (as `parseHtml` makes it) into the reply and the rest. The given tree is not
 * changed. Linear in its size, with no recursion but inside embedded graphics.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function splitDocument(document: Document, options: QuoteOptions = {}): SplitDocument {
  const reader = readLines(document);
  const lines = reader.finish();
  const fates = decide(lines, options, true);
  if (fates.every((fate) => fate === 'keep')) return { kept: document, cut: null };
  const kept = new TreeBuilder();
  const cut = new TreeBuilder();
  lines.forEach((line, index) => {
    for (const leaf of line.leaves) {
      if (fates[index] === 'keep' || reader.silent.has(leaf.node)) kept.add(leaf);
      else cut.add(leaf);
    }
  });
  return { kept: kept.document, cut: cut.document };
}

/**
 * Separates an HTML mail into the reply and the rest, both as HTML (unsanitised, comments left out); every word is in
 * exactly one of them. Where nothing is cut, or the mail is larger than `parseHtml` reads, `kept` is the input itself.
 */
export function splitHtml(html: string, options: QuoteOptions = {}): SplitText {
  const { document, warnings } = parseHtml(html);
  if (warnings.some(({ code }) => code === 'html-too-long' || code === 'html-too-many-nodes'))
    return { kept: html, cut: '' };
  const { kept, cut } = splitDocument(document, options);
  if (cut === null) return { kept: html, cut: '' };
  return { kept: render(kept, { encodeEntities: 'utf8' }), cut: render(cut, { encodeEntities: 'utf8' }) };
}
