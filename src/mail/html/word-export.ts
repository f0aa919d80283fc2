import { Element, Text, type ChildNode } from 'domhandler';
import { parseStyle } from './style.ts';

/** A paragraph of Word that looks like an item of a list: the marker is text, the level is in `mso-list`. */
export interface FakeItem {
  readonly level: number;
  readonly ordered: boolean;
  readonly start: number;
  /** The content without the marker. */
  readonly nodes: readonly ChildNode[];
}

const isMarker = (node: ChildNode): node is Element =>
  node instanceof Element && /mso-list:\s*ignore/i.test(node.attribs['style'] ?? '');

function markerText(node: Element): string {
  return node.children
    .map((child) => (child instanceof Text ? child.data : child instanceof Element ? markerText(child) : ''))
    .join('');
}

/**
 * Recognises `<p class=MsoListParagraph style="mso-list:l0 level1 lfo1">` of Outlook and Word; null for any other
 * paragraph.
 */
export function fakeListItem(element: Element): FakeItem | null {
  const match = /\blevel([1-9])\b/.exec(parseStyle(element.attribs['style']).get('mso-list') ?? '');
  if (!match) return null;
  const nodes = [...element.children];
  // The marker stands first, sometimes inside a span of its own.
  let marker = nodes.find(isMarker);
  const holder = nodes.find(
    (node) => node instanceof Element && node.children.length === 1 && node.children.some(isMarker),
  );
  if (!marker && holder instanceof Element) marker = holder.children.find(isMarker);
  if (!marker) return null;
  const text = markerText(marker).replace(/[\s\u00a0]+/g, '');
  const ordered = /^\(?(\d+|[a-z]{1,3})[.)]/i.test(text) && text !== 'o';
  const kept = nodes.filter((node) => node !== marker && node !== holder);
  return { level: Number(match[1]), ordered, start: Number.parseInt(text.replace(/^\(/, ''), 10) || 1, nodes: kept };
}
