import { clean } from '../charset/charset.ts';
import type { Body, BodyPiece } from '../types.ts';
import type { TextTree } from './parts.ts';

type Block = { readonly kind: 'text' | 'html'; readonly text: string };

/** What a tree says: as pieces, and as the blocks of each of its two renderings. Read once for each node. */
interface Said {
  readonly pieces: readonly BodyPiece[];
  readonly text: readonly Block[];
  readonly html: readonly Block[];
}

const nothing: Said = { pieces: [], text: [], html: [] };

/**
 * What is shown of the text parts, after RFC 8621 section 4.1.4 (textBody and htmlBody): all parts in their order, of
 * an alternative the plain ones for `text` and the HTML ones for `html`.
 */
export function bodyPieces(tree: TextTree | null): readonly BodyPiece[] {
  return tree === null ? [] : saidBy(tree).pieces;
}

/**
 * The two renderings of a whole mail. A plain part beside HTML (a footer of a list) stands in the HTML too, escaped.
 * `text` is null where some part exists as HTML only, so that whoever reads one of the two has read everything.
 */
export function chooseBody(pieces: readonly BodyPiece[]): Body {
  const texts = pieces.flatMap(({ text }) => (text === null ? [] : [text]));
  return {
    text: texts.length === pieces.length ? orNull(joinText(texts)) : null,
    html: pieces.some(({ html }) => html !== null) ? orNull(joinHtml(pieces)) : null,
  };
}

/** Pieces as one HTML: each in its HTML, else its text escaped. */
export function joinHtml(pieces: readonly BodyPiece[]): string {
  return pieces.map(({ text, html }) => html ?? escaped(text ?? '')).join('<br>\n');
}

function saidBy(tree: TextTree): Said {
  if (tree.kind === 'multipart') return saidByParts(tree.subtype, tree.children);
  if (tree.text.trim() === '') return nothing;
  const text = clean(tree.text);
  return tree.kind === 'html'
    ? allOf({ kind: 'html', text }, { text: null, html: text })
    : allOf({ kind: 'text', text }, { text, html: null });
}

const allOf = (block: Block, piece: BodyPiece): Said => ({ pieces: [piece], text: [block], html: [block] });

function saidByParts(subtype: string, children: readonly TextTree[]): Said {
  const filled = children.map((tree) => ({ tree, said: saidBy(tree) })).filter(({ said }) => said.pieces.length > 0);
  // What Outlook packs (`x-tnef`) holds the same message twice, as an alternative does.
  const isAlternative = subtype === 'alternative' || subtype === 'x-tnef';
  const hasPlain = filled.some(({ tree }) => tree.kind === 'text');
  const first = filled.filter(({ tree }) => !saysAgain(tree, isAlternative, hasPlain));
  const counted = (first.length > 0 ? first : filled).map(({ said }) => said);
  const whole: Said = {
    pieces: counted.flatMap(({ pieces }) => pieces),
    text: counted.flatMap(({ text }) => text),
    html: counted.flatMap(({ html }) => html),
  };
  if (!isAlternative) return whole;
  const isRich = (blocks: readonly Block[]): boolean => blocks.some(({ kind }) => kind === 'html');
  const plain = counted.filter(({ text }) => !isRich(text));
  const rich = counted.filter(({ html }) => isRich(html));
  const text = plain.length > 0 ? plain.flatMap((said) => said.text) : whole.text;
  const html = rich.length > 0 ? rich.flatMap((said) => said.html) : whole.html;
  if (plain.length === 0 || rich.length === 0) return { pieces: whole.pieces, text, html };
  const piece = { text: joinText(text.map((block) => block.text)), html: html.map(asHtml).join('<br>\n') };
  return { pieces: [piece], text, html };
}

/** What counts only where there is nothing else: beside text/plain a spare of it, beside a text a winmail.dat. */
function saysAgain(tree: TextTree, isAlternative: boolean, hasPlain: boolean): boolean {
  return (
    (tree.kind === 'spare' && hasPlain) || (!isAlternative && tree.kind === 'multipart' && tree.subtype === 'x-tnef')
  );
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

const asHtml = (block: Block): string => (block.kind === 'html' ? block.text : escaped(block.text));

function joinText(texts: readonly string[]): string {
  return texts.map((text, i) => (i < texts.length - 1 && !text.endsWith('\n') ? `${text}\n` : text)).join('');
}

function escaped(text: string): string {
  const lines = text.trimEnd().replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').split('\n');
  const spaced = lines.map((line) => line.replace(/^ +| {2,}/g, (run) => '&nbsp;'.repeat(run.length)));
  return `<div>${spaced.join('<br>\n')}</div>`;
}
