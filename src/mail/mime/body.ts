import { clean } from '../charset/charset.ts';
import type { TextTree } from './parts.ts';

/** The two renderings of a mail. Each is whole by itself, or null. */
export interface Body {
  readonly text: string | null;
  readonly html: string | null;
}

type Block = { readonly kind: 'text' | 'html'; readonly text: string };

/**
 * Chooses what is shown of the text parts, after RFC 8621 section 4.1.4 (textBody and htmlBody): all parts in their
 * order, of an alternative the plain ones for `text` and the HTML ones for `html`. A plain part beside HTML (a footer
 * of a list) stands in the HTML too, escaped. `text` is null where some part exists as HTML only, so that whoever reads
 * one of the two has read everything.
 */
export function chooseBody(tree: TextTree | null): Body {
  if (tree === null) return { text: null, html: null };
  const plain = blocks(tree, 'text');
  const rich = blocks(tree, 'html');
  const text = plain.every((block) => block.kind === 'text') ? joinText(plain.map((block) => block.text)) : '';
  const html = rich.some((block) => block.kind === 'html')
    ? rich.map((block) => (block.kind === 'html' ? block.text : escaped(block.text))).join('<br>\n')
    : '';
  return { text: text.trim() === '' ? null : clean(text), html: html.trim() === '' ? null : clean(html) };
}

function blocks(tree: TextTree, want: 'text' | 'html'): Block[] {
  if (tree.kind !== 'multipart') return tree.text.trim() === '' ? [] : [tree];
  const children = tree.children
    .map((child) => ({ tree: child, blocks: blocks(child, want) }))
    .filter((child) => child.blocks.length > 0);
  if (tree.subtype === 'alternative' || tree.subtype === 'x-tnef') {
    const rich = children.filter((child) => child.blocks.some((block) => block.kind === 'html'));
    const plain = children.filter((child) => !rich.includes(child));
    const chosen = want === 'html' && rich.length > 0 ? rich : plain.length > 0 ? plain : rich;
    return chosen.flatMap((child) => child.blocks);
  }
  const packed = children.filter((child) => child.tree.kind === 'multipart' && child.tree.subtype === 'x-tnef');
  // What a winmail.dat holds is the same message again: it counts where there is nothing else.
  const counted = packed.length < children.length ? children.filter((child) => !packed.includes(child)) : children;
  return counted.flatMap((child) => child.blocks);
}

function joinText(texts: readonly string[]): string {
  return texts.map((text, i) => (i < texts.length - 1 && !text.endsWith('\n') ? `${text}\n` : text)).join('');
}

function escaped(text: string): string {
  const lines = text.trimEnd().replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').split('\n');
  const spaced = lines.map((line) => line.replace(/^ +| {2,}/g, (run) => '&nbsp;'.repeat(run.length)));
  return `<div>${spaced.join('<br>\n')}</div>`;
}
