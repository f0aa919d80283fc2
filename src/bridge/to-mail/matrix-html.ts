/**
 * From what Matrix clients send (the HTML subset of "m.room.message", or plain text) to the blocks of a mail. Whatever
 * the input, the result holds no markup, no remote content and nothing that only works inside Matrix.
 */
import { isTag, isText } from 'domhandler';
import type { ChildNode, Element, ParentNode } from 'domhandler';
import { LinkifyIt } from 'linkify-it';
import { parseHtml } from '../../mail/html/html-parse.ts';
import { textColor } from '../../mail/html/style.ts';
import { imageMark } from '../../words/marks.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import { asMention, namedUsers, withoutMentions } from './mentions.ts';
import { inlineText } from './blocks.ts';
import type { MailBlock, Inline, Mark, TableRow } from './blocks.ts';
import { readMatrixUri } from '../matrix-uri.ts';

export interface MatrixHtmlContext {
  readonly language: Language;
  /** The name under which outsiders know a Matrix user; null where it is not known. */
  readonly nameOf: (user: string) => string | null;
  /** Whether a Matrix user is one of us, whose mention concerns nobody outside; nobody where it is not given. */
  readonly isInternal?: (user: string) => boolean;
  /** The picture that stands at an address, of those that go with the mail; null for every other. None where absent. */
  readonly pictureAt?: (source: string) => PlacedPicture | null;
}

/** A picture of a forwarded mail, by what the HTML refers to it. */
export interface PlacedPicture {
  readonly contentId: string;
  /** '' for none. */
  readonly name: string;
}

/** Levels of the tree that are kept as levels; below, all is on the last one. Clients need not render more than 100. */
const DEPTH = 60;
const LIMITS = { maxInput: 200_000, maxNodes: 20_000, maxDepth: DEPTH };

const BLOCKS = new Set(
  (
    'address article aside blockquote center dd details div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li ' +
    'main nav ol p pre section summary table ul'
  ).split(' '),
);
const HIDDEN = new Set(['head', 'mx-reply', 'script', 'style', 'template', 'title']);
const MARKS: Readonly<Record<string, Mark>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  u: 'underline',
  ins: 'underline',
  s: 'del',
  strike: 'del',
  del: 'del',
  code: 'code',
  kbd: 'code',
  tt: 'code',
  sup: 'sup',
  sub: 'sub',
};

/** Blocks of a `formatted_body`. Total and linear. */
export function matrixHtmlToBlocks(html: string, context: MatrixHtmlContext): MailBlock[] {
  const { document } = parseHtml(html, LIMITS);
  return withoutMentions(new Converter(document, context).blocks(document.children));
}

class Converter {
  readonly #context: MatrixHtmlContext;
  readonly #linkify = new LinkifyIt();
  /** Elements with a block somewhere below: they cannot be inline, whatever their name is. */
  readonly #holdsBlock = new Set<ParentNode>();

  constructor(root: ParentNode, context: MatrixHtmlContext) {
    this.#context = context;
    const open: ChildNode[] = [...root.children];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (!isTag(node)) continue;
      if (BLOCKS.has(node.name) || this.#picture(node) !== null) {
        for (let up = node.parent; up !== null && !this.#holdsBlock.has(up); up = up.parent) this.#holdsBlock.add(up);
      }
      for (const child of node.children) open.push(child);
    }
  }

  blocks(nodes: readonly ChildNode[]): MailBlock[] {
    const result: MailBlock[] = [];
    let run: Inline[] = [];
    const flush = () => {
      const of = trimInlines(run);
      if (of.length > 0) result.push({ kind: 'paragraph', of });
      run = [];
    };
    for (const node of nodes) {
      const picture = isTag(node) ? this.#picture(node) : null;
      if (picture !== null) {
        flush();
        result.push(picture);
      } else if (isTag(node) && (BLOCKS.has(node.name) || this.#holdsBlock.has(node))) {
        flush();
        result.push(...this.#block(node));
      } else {
        run.push(...this.#inline(node));
      }
    }
    flush();
    return result;
  }

  #block(element: Element): MailBlock[] {
    switch (element.name) {
      case 'hr':
        return [{ kind: 'rule' }];
      case 'pre':
        return codeBlock(element);
      case 'blockquote': {
        const of = this.blocks(element.children);
        return of.length === 0 ? [] : [{ kind: 'quote', of }];
      }
      case 'ul':
      case 'ol':
        return this.#list(element);
      case 'table':
        return this.#table(element);
      case 'summary':
        return this.blocks(element.children).map((block) =>
          block.kind === 'paragraph' ? { ...block, of: [{ kind: 'mark', mark: 'strong', of: block.of }] } : block,
        );
      default: {
        if (HIDDEN.has(element.name)) return [];
        const inside = this.blocks(element.children);
        const level = /^h([1-6])$/.exec(element.name)?.[1];
        return level === undefined
          ? inside
          : inside.map((block) =>
              block.kind === 'paragraph' ? { kind: 'heading', level: Number(level), of: block.of } : block,
            );
      }
    }
  }

  /** A picture that goes with the mail stands as a block of its own: mail programs show no two the same in a line. */
  #picture(element: Element): Extract<MailBlock, { kind: 'image' }> | null {
    if (element.name !== 'img' || this.#context.pictureAt === undefined) return null;
    const placed = this.#context.pictureAt(element.attribs['src'] ?? '');
    if (placed === null) return null;
    const { alt = '', width = '' } = element.attribs;
    const name = alt.trim() === '' ? placed.name : alt.trim();
    const wide = /^\d{1,5}$/.test(width) ? Number(width) : null;
    const text = imageMark(words(this.#context.language), name);
    return { kind: 'image', contentId: placed.contentId, name, text, width: wide };
  }

  #list(element: Element): MailBlock[] {
    const items: MailBlock[][] = [];
    for (const child of element.children) {
      const inside = isTag(child) && child.name === 'li' ? this.blocks(child.children) : this.blocks([child]);
      if (isTag(child) && (child.name === 'li' || items.length === 0)) items.push(inside);
      else items.at(-1)?.push(...inside);
    }
    if (items.length === 0) return [];
    const start = Number.parseInt(element.attribs['start'] ?? '1', 10);
    const first = Number.isSafeInteger(start) && start >= 0 && start < 1_000_000 ? start : 1;
    return [{ kind: 'list', start: element.name === 'ol' ? first : null, items }];
  }

  #table(element: Element): MailBlock[] {
    const rows: TableRow[] = [];
    const before: MailBlock[] = [];
    const visit = (nodes: readonly ChildNode[], head: boolean) => {
      for (const node of nodes) {
        if (!isTag(node)) continue;
        if (node.name === 'caption') before.push(...this.blocks(node.children));
        else if (node.name === 'tr') rows.push(this.#row(node, head));
        else visit(node.children, head || node.name === 'thead');
      }
    };
    visit(element.children, false);
    const filled = rows.filter((row) => row.cells.length > 0);
    return filled.length === 0 ? this.blocks(withoutTable(element)) : [...before, { kind: 'table', rows: filled }];
  }

  #row(element: Element, head: boolean): TableRow {
    const cells = element.children.filter(isTag).filter((cell) => cell.name === 'td' || cell.name === 'th');
    return {
      header: head || (cells.length > 0 && cells.every((cell) => cell.name === 'th')),
      cells: cells.map((cell) => flatten(this.blocks(cell.children))),
    };
  }

  #inlines(nodes: readonly ChildNode[]): Inline[] {
    return nodes.flatMap((node) => this.#inline(node));
  }

  #inline(node: ChildNode): Inline[] {
    if (isText(node)) return this.#text(node.data, node.parent);
    if (!isTag(node) || HIDDEN.has(node.name)) return [];
    switch (node.name) {
      case 'br':
        return [{ kind: 'break' }];
      case 'img':
        return [inlineText(this.#image(node))];
      case 'a':
        return this.#anchor(node);
      default:
        return this.#marked(node, this.#inlines(node.children));
    }
  }

  #text(data: string, parent: ParentNode | null): Inline[] {
    const collapsed = data.replace(/[ \t\r\n\f]+/g, ' ');
    for (let up = parent; up !== null; up = up.parent) {
      if (isTag(up) && (up.name === 'a' || up.name === 'code')) return [inlineText(collapsed)];
    }
    return linkified(collapsed, this.#linkify, this.#context);
  }

  #marked(element: Element, of: Inline[]): Inline[] {
    if (of.length === 0) return [];
    const mark = MARKS[element.name];
    if (mark !== undefined) return [{ kind: 'mark', mark, of }];
    const { attribs } = element;
    const reason = attribs['data-mx-spoiler'];
    if (reason !== undefined) return [{ kind: 'spoiler', reason, of }];
    const color = textColor((attribs['data-mx-color'] ?? attribs['color'] ?? '').trim().toLowerCase());
    return color === null ? of : [{ kind: 'color', color, of }];
  }

  /** Custom emoji (MSC2545) and other images that live in Matrix: their words. */
  #image(element: Element): string {
    const label = (element.attribs['alt'] ?? element.attribs['title'] ?? '').trim();
    if (element.attribs['data-mx-emoticon'] !== undefined) return label === '' ? '▢' : label;
    return imageMark(words(this.#context.language), label);
  }

  #anchor(element: Element): Inline[] {
    const of = this.#inlines(element.children);
    const href = (element.attribs['href'] ?? '').trim();
    const inMatrix = matrixLink(href, of, this.#context);
    if (inMatrix !== null) return inMatrix;
    const target = safeHref(href);
    if (target === null || of.length === 0) return of;
    return [{ kind: 'link', href: target, of }];
  }
}

/** A table that has no cells is no table: what it holds is shown without it. */
function withoutTable(element: Element): ChildNode[] {
  return element.children.flatMap((child) =>
    isTag(child) && /^(?:thead|tbody|tfoot|tr|caption)$/.test(child.name) ? withoutTable(child) : [child],
  );
}

function codeBlock(element: Element): MailBlock[] {
  let code = '';
  const visit = (node: ChildNode) => {
    if (isText(node)) code += node.data;
    else if (isTag(node) && node.name === 'br') code += '\n';
    else if (isTag(node)) node.children.forEach(visit);
  };
  element.children.forEach(visit);
  const trimmed = code.replace(/^\n/, '').trimEnd();
  return trimmed === '' ? [] : [{ kind: 'code', text: trimmed }];
}

/** Blocks where only inlines can stand: in the cell of a table. */
function flatten(blocks: readonly MailBlock[]): Inline[] {
  return blocks.flatMap((block, index): Inline[] => {
    const lead: Inline[] = index === 0 ? [] : [{ kind: 'break' }];
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return [...lead, ...block.of];
      case 'code':
        return [...lead, { kind: 'mark', mark: 'code', of: [inlineText(block.text)] }];
      case 'list':
        return [
          ...lead,
          ...block.items.flatMap((item, at) => [...(at === 0 ? [] : [BREAK]), inlineText('- '), ...flatten(item)]),
        ];
      case 'quote':
        return [...lead, ...flatten(block.of)];
      case 'table':
        return [...lead, ...block.rows.flatMap((row) => row.cells.flatMap((cell) => [...cell, inlineText(' ')]))];
      case 'image':
        return [...lead, inlineText(block.text)];
      case 'rule':
        return lead;
    }
  });
}

const BREAK: Inline = { kind: 'break' };

/** Plain text as blocks: empty lines part paragraphs, `>` quotes, addresses of the web are links. */
export function plainToBlocks(body: string, context: MatrixHtmlContext): MailBlock[] {
  const linkify = new LinkifyIt();
  const lines = body.replace(/\r\n?/g, '\n').slice(0, LIMITS.maxInput).split('\n');
  return withoutMentions(plainLines(lines, linkify, context, 0));
}

function plainLines(
  lines: readonly string[],
  linkify: LinkifyIt,
  context: MatrixHtmlContext,
  depth: number,
): MailBlock[] {
  const result: MailBlock[] = [];
  const isQuote = (line: string | undefined) => line?.startsWith('>') === true && depth < 10;
  for (let at = 0; at < lines.length;) {
    const quote = isQuote(lines[at]);
    const from = at;
    if (lines[at]?.trim() === '') {
      at += 1;
      continue;
    }
    while (at < lines.length && isQuote(lines[at]) === quote && (quote || lines[at]?.trim() !== '')) at += 1;
    const run = lines.slice(from, at);
    if (quote) {
      const of = plainLines(
        run.map((line) => line.replace(/^> ?/, '')),
        linkify,
        context,
        depth + 1,
      );
      if (of.length > 0) result.push({ kind: 'quote', of });
    } else {
      const of = run.flatMap((line, index) => [
        ...(index === 0 ? [] : [BREAK]),
        ...linkified(line.trimEnd(), linkify, context),
      ]);
      result.push({ kind: 'paragraph', of });
    }
  }
  return result;
}

function linkified(value: string, linkify: LinkifyIt, context: MatrixHtmlContext): Inline[] {
  if (value === '') return [];
  const result: Inline[] = [];
  let last = 0;
  for (const match of linkify.match(value) ?? []) {
    if (match.index > last) result.push(...namedUsers(value.slice(last, match.index), context));
    const of = [inlineText(match.text)];
    const target = safeHref(match.url);
    const inMatrix = matrixLink(match.url, of, context);
    result.push(...(inMatrix ?? (target === null ? of : [{ kind: 'link' as const, href: target, of }])));
    last = match.lastIndex;
  }
  if (last < value.length) result.push(...namedUsers(value.slice(last), context));
  return result;
}

/** What an outsider reads instead of a link into Matrix: a name; null where the target is not in Matrix. */
function matrixLink(href: string, of: readonly Inline[], context: MatrixHtmlContext): Inline[] | null {
  const target = readMatrixUri(href);
  if (target === null) return null;
  const shown = of
    .map((inline) => (inline.kind === 'text' ? inline.text : ''))
    .join('')
    .trim();
  const isAddress = shown === '' || readMatrixUri(shown) !== null || shown === target.id;
  switch (target.kind) {
    case 'user': {
      const name = inlineText(context.nameOf(target.id) ?? (isAddress ? target.localpart : shown));
      return [context.isInternal?.(target.id) === true ? asMention(name) : name];
    }
    case 'event':
      return isAddress ? [inlineText(words(context.language)('outgoing-some-message'))] : [...of];
    case 'room':
      return isAddress
        ? [inlineText(target.id.startsWith('#') ? target.id : words(context.language)('outgoing-some-room'))]
        : [...of];
  }
}

/** The schemes of the spec's allow-list, but for `mxc`. */
function safeHref(href: string): string | null {
  if (!/^(?:https?|ftp|mailto|magnet|tel):/i.test(href)) return null;
  const clean = href.replace(/[\p{Cc}\s]/gu, (found) => encodeURIComponent(found));
  return clean.length <= 2000 && URL.canParse(clean) ? clean : null;
}

/** Without spaces and breaks at both ends, and without space around a break. */
function trimInlines(run: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of run) {
    const before = result.at(-1);
    if (inline.kind === 'text' && (before === undefined || before.kind === 'break')) {
      const trimmed = inline.text.replace(/^[ \t]+/, '');
      if (trimmed !== '') result.push({ ...inline, text: trimmed });
    } else if (inline.kind === 'break' && before === undefined) {
      continue;
    } else {
      if (inline.kind === 'break' && before?.kind === 'text')
        result[result.length - 1] = { ...before, text: before.text.trimEnd() };
      result.push(inline);
    }
  }
  for (let last = result.at(-1); last !== undefined; last = result.at(-1)) {
    if (last.kind === 'text' && last.text.trim() !== '') {
      result[result.length - 1] = { ...last, text: last.text.trimEnd() };
      break;
    }
    if (last.kind !== 'break' && last.kind !== 'text') break;
    result.pop();
  }
  return result;
}
