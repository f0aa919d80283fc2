import { Element, Text, type ChildNode, type ParentNode } from 'domhandler';
import { parseStyle, type Style } from './style.ts';

/** The properties that are read anywhere. */
const known =
  /^(display|visibility|opacity|overflow|(max-)?height|direction|white-space|color|background(-(color|image))?|font-(size|weight|style|family)|text-decoration(-line)?|(margin|padding|border)(-(top|bottom|left|right))?)$/;

/** Most rules that are read; mail programs write a few dozen, newsletters a few hundred. */
const maxRules = 2000;
const maxSheet = 500_000;

/**
 * What a mail's own style sheets say of an element, as far as selectors of one step say it: `td`, `.preheader`, `p.p1`.
 * Everything else (ids, descendants, media queries) is for screens of a size that nobody knows here.
 */
export class StyleSheet {
  private readonly rules = new Map<string, Style>();
  private count = 0;

  constructor(document: ParentNode) {
    for (const text of sheetsOf(document)) this.read(text);
  }

  /** The style of an element: its tag's, its classes' in the order of the attribute, then its own. */
  styleOf(element: Element): Style {
    const own = parseStyle(element.attribs['style']);
    if (this.rules.size === 0) return own;
    const classes = (element.attribs['class'] ?? '')
      .toLowerCase()
      .split(/\s+/, 8)
      .filter((name) => name !== '');
    const keys = [element.name, ...classes.flatMap((name) => [`.${name}`, `${element.name}.${name}`])];
    const found = keys.map((key) => this.rules.get(key)).filter((style) => style !== undefined);
    return found.length === 0 ? own : new Map([...found, own].flatMap((style) => [...style]));
  }

  private read(sheet: string): void {
    const text = withoutComments(sheet);
    for (let position = 0; position < text.length && this.count < maxRules;) {
      this.count += 1;
      const open = text.indexOf('{', position);
      if (open === -1) return;
      const selectors = text.slice(position, open).trim().toLowerCase();
      const isAt = selectors.startsWith('@');
      const close = isAt ? endOfBlock(text, open) : text.indexOf('}', open);
      const end = close === -1 ? text.length : close;
      if (!isAt) this.add(selectors, text.slice(open + 1, end));
      position = end + 1;
    }
  }

  private add(selectors: string, declarations: string): void {
    const names = selectors.split(',', 20).map((selector) => selector.trim());
    const single = names.filter((selector) => /^([a-z][a-z0-9]*)?(\.[\w-]+)?$/.test(selector) && selector !== '');
    if (single.length === 0) return;
    const style = [...parseStyle(declarations)].filter(([name]) => known.test(name));
    if (style.length === 0) return;
    for (const name of single) this.rules.set(name, new Map([...(this.rules.get(name) ?? []), ...style]));
  }
}

/** The text of the sheets that count on a screen. */
function sheetsOf(document: ParentNode): readonly string[] {
  const sheets: string[] = [];
  const pending: ChildNode[] = [...document.children].reverse();
  for (let node = pending.pop(); node && sheets.length < 50; node = pending.pop()) {
    if (!(node instanceof Element)) continue;
    const media = (node.attribs['media'] ?? 'all').toLowerCase();
    if (node.name === 'style' && /^(all|screen)\b/.test(media) && !media.includes('(')) {
      sheets.push(
        node.children
          .map((child) => (child instanceof Text ? child.data : ''))
          .join('')
          .slice(0, maxSheet),
      );
    }
    // Sheets stand in the head; one in the text is found too, but not below thousands of elements.
    for (let index = Math.min(node.children.length, 500) - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child instanceof Element) pending.push(child);
    }
  }
  return sheets;
}

/** Without CSS comments and the comment signs of HTML that old mails put around a sheet. */
function withoutComments(sheet: string): string {
  let text = '';
  let position = 0;
  for (;;) {
    const start = sheet.indexOf('/*', position);
    if (start === -1) return (text + sheet.slice(position)).replace(/<!--|-->/g, '');
    text += sheet.slice(position, start);
    const end = sheet.indexOf('*/', start + 2);
    if (end === -1) return text;
    position = end + 2;
  }
}

/** The brace that ends the block that begins at `open`; -1 where none does. */
function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    else if (text[index] === '}') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return -1;
}
