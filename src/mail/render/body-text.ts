import { htmlToMatrix } from '../html/html.ts';
import type { MatrixHtml } from '../html/html.ts';
import { textToMatrix } from '../html/plain.ts';
import { joinHtml } from '../mime/body.ts';
import { splitHtml } from '../quote/quote-html.ts';
import type { QuoteOptions } from '../quote/decide.ts';
import { splitText } from '../quote/quote.ts';
import type { Body, BodyPiece, MailWarning, SplitText } from '../types.ts';
import type { Language } from '../../words/words.ts';
import { compareRenderings } from './alternative.ts';
import type { Alternative, Comparison } from './alternative.ts';
import { withoutDoubles } from './plain-doubles.ts';
import type { RenderedText } from './rendered-text.ts';

/** The text of a mail, in the rendering that is shown. */
export interface BodyText {
  /** Null where the mail has no text. */
  readonly kept: RenderedText | null;
  /** Null where nothing was cut. */
  readonly cut: RenderedText | null;
  readonly warnings: readonly MailWarning[];
  /** Null where the mail has one rendering. */
  readonly alternative: Alternative | null;
}

/** What rendering must be told beside the mail's own pieces. */
export interface BodyOptions extends QuoteOptions {
  /** See `HtmlOptions`. */
  readonly cid: (contentId: string) => string | null;
  readonly located: (src: string) => string | null;
  readonly language: Language;
}

interface Html {
  readonly kept: MatrixHtml | null;
  readonly cut: MatrixHtml | null;
}

/** Characters of HTML up to which its pieces are looked at one by one: each is read once more. */
const LONGEST = 1_000_000;

/**
 * Renders what a mail says: its HTML where it has any, its plain text where the HTML lacks what that says
 * (`compareRenderings`; each alternative of a mail decides for itself). Pure.
 *
 * @param body all of the mail as plain text, null where some part has HTML only, and as HTML, null where none has any
 */
export function renderBody(body: Body, pieces: readonly BodyPiece[], options: BodyOptions): BodyText {
  const { text, html } = body;
  if (html === null) return { ...plainBody(text ?? '', options), alternative: null };
  const rich = renderHtml(html, options);
  const both = pieces.filter(isDouble);
  if (both.length === 0) return { ...richBody(rich), alternative: null };
  const whole = text ?? both.map((piece) => piece.text).join('\n');
  const plain = splitText(whole, options);
  const compared = compare(plain, whole, rich, html, options);
  const other = !compared.differ
    ? null
    : compared.taken === 'html'
      ? textToMatrix(withoutDoubles(whole))
      : bothHalves(rich);
  const { taken, words, shown } = compared;
  const alternative = { taken, words, shown, other };
  if (taken === 'text' && text !== null) return { ...plainBody(text, options), alternative };
  if (taken === 'html' || html.length > LONGEST) return { ...richBody(rich), alternative };
  // Parts without a plain text stand between: each alternative is looked at alone.
  const mixed = joinHtml(pieces.map((piece) => (isDouble(piece) && saysLess(piece, options) ? plainOf(piece) : piece)));
  return { ...richBody(renderHtml(mixed, options)), alternative };
}

type Double = BodyPiece & { readonly text: string; readonly html: string };

function isDouble(piece: BodyPiece): piece is Double {
  return piece.text !== null && piece.html !== null;
}

const plainOf = ({ text }: Double): BodyPiece => ({ text, html: null });

function saysLess({ text, html }: Double, options: BodyOptions): boolean {
  return compare(splitText(text, options), text, renderHtml(html, options), html, options).taken === 'text';
}

function compare(plain: SplitText, whole: string, rich: Html, html: string, options: BodyOptions): Comparison {
  const isUnseen = rich.kept?.unseen === true || rich.cut?.unseen === true;
  const seen = isUnseen ? renderHtml(html, { ...options, seenOnly: true }) : rich;
  const kept = seen.kept?.text ?? '';
  return compareRenderings({
    text: { kept: plain.kept, whole },
    html: { kept, whole: `${kept}\n${seen.cut?.text ?? ''}` },
  });
}

function plainBody(text: string, options: QuoteOptions): Omit<BodyText, 'alternative'> {
  const split = splitText(text, options);
  const half = (part: string): RenderedText | null => (part.trim() === '' ? null : textToMatrix(withoutDoubles(part)));
  return { kept: half(split.kept), cut: half(split.cut), warnings: [] };
}

function renderHtml(html: string, options: BodyOptions & { readonly seenOnly?: boolean }): Html {
  const split = splitHtml(html, options);
  const half = (part: string): MatrixHtml | null => (part.trim() === '' ? null : htmlToMatrix(part, options));
  return { kept: half(split.kept), cut: half(split.cut) };
}

function richBody({ kept, cut }: Html): Omit<BodyText, 'alternative'> {
  const half = (part: MatrixHtml | null): RenderedText | null =>
    part === null || (part.html.trim() === '' && part.text.trim() === '') ? null : { body: part.text, html: part.html };
  return {
    kept: half(kept),
    cut: half(cut),
    warnings: [kept, cut].flatMap((part) => part?.warnings ?? []),
  };
}

function bothHalves(html: Html): RenderedText | null {
  const halves = [html.kept, html.cut].filter((half) => half !== null && half.text.trim() !== '');
  if (halves.length === 0) return null;
  return {
    body: halves.map((half) => half?.text ?? '').join('\n\n'),
    html: halves.map((half) => half?.html ?? '').join(''),
  };
}
