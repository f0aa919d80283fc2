import { wordsHash } from '../mime/content-hash.ts';
import { parseMail } from '../mime/parse.ts';
import { quotesAnother } from '../quote/parent.ts';
import { secureParts } from '../mime/secure.ts';
import { splitText } from '../quote/quote.ts';
import { readReaction } from '../reaction/reaction.ts';
import { isForwardSubject } from '../subject.ts';
import type { MailWarning, ParsedMail, ParseFailure, ParseLimits, ParseResult } from '../types.ts';
import type { Language } from '../../words/words.ts';
import type { Alternative } from './alternative.ts';
import { renderBody } from './body-text.ts';
import { pictureFinder, withEmbeddedAsParts } from './pictures.ts';
import { Collector } from './collect.ts';
import type { KeptFile } from './collect.ts';
import { nothingSpecial, previewOf, readKept } from './special-parts.ts';
import type { NestedMail, SpecialParts } from './special-parts.ts';
import type { RenderedText } from './rendered-text.ts';

/** The text of a mail for Matrix, separated into what its author wrote and what they quoted. */
export interface RenderedMail {
  /** Null where the mail has no text. */
  readonly kept: RenderedText | null;
  /** Null where nothing was cut. */
  readonly cut: RenderedText | null;
  /**
   * The files that the HTML shows in place, by their index; each stands there as `imagePlace(index)` until it is
   * uploaded.
   */
  readonly shown: readonly number[];
  readonly warnings: readonly MailWarning[];
  /** Which rendering was taken of a mail that has two; null of every other mail. */
  readonly alternative: Alternative | null;
  /** What its parts say beside the text. */
  readonly special: SpecialParts;
}

/**
 * Stands in `Rendered` for the picture that is file `index` of the mail, until its own mxc URI is known. The domain is
 * reserved (RFC 2606).
 */
export function imagePlace(index: number): string {
  return `mxc://mail.invalid/file-${index}`;
}

/** The files that stand in a text by `imagePlace`. */
function placedImages({ kept, cut }: Pick<RenderedMail, 'kept' | 'cut'>): number[] {
  const places = `${kept?.html ?? ''}${cut?.html ?? ''}`.matchAll(
    // Behind its tag: what a text says about one is no picture.
    /<img\b[^>]*?src="mxc:\/\/mail\.invalid\/file-(\d+)"/g,
  );
  return [...new Set([...places].map(([, index]) => Number(index)))];
}

/** Puts the uploaded pictures in their places; one without a URI is left out. */
export function placeImages(html: string, uri: (index: number) => string | null): string {
  return html.replace(/<img\b[^>]*?src="mxc:\/\/mail\.invalid\/file-(\d+)"[^>]*>/g, (tag, index: string) => {
    const own = uri(Number(index));
    return own === null ? '' : tag.replace(/src="[^"]*"/, `src="${own.replace(/["&<>]/g, '')}"`);
  });
}

type Read = Extract<ParseResult, { readonly ok: true }>;

export type Parsed =
  | {
      readonly ok: true;
      readonly mail: ParsedMail;
      /** See `wordsHash`. */
      readonly words: string;
      /** See `quotesAnother`. */
      readonly quotes: boolean;
      readonly rendered: RenderedMail;
    }
  | { readonly ok: false; readonly failure: ParseFailure };

/**
 * All that is done for a mail in a thread, because its time and memory depend on what strangers send: reading it, and
 * making its text fit for Matrix.
 */
export async function parseAndRender(
  source: AsyncIterable<Uint8Array>,
  limits: ParseLimits,
  language: Language,
): Promise<Parsed> {
  const collector = new Collector();
  const result = await parseMail(source, limits, (head) => collector.watch(head));
  if (!result.ok) return result;
  const { mail } = result;
  const rendered = render(result, language);
  const { held, locked } = collector;
  const told = readKept(mail, held, language);
  const sealed = mail.sealed.flatMap(({ file, is }) => (is === 'locked' ? [file] : []));
  const special: SpecialParts = {
    ...rendered.special,
    ...told,
    locked: [...locked, ...sealed],
    reaction: readReaction(mail, ownTexts(mail, rendered), rendered.shown),
    // The mail that a report is about is known to whoever wrote it.
    nested: told.report === null ? await previews(held, limits, language) : [],
  };
  const quotes = quotesAnother([rendered.kept?.body ?? null, rendered.cut?.body ?? null]);
  return { ok: true, mail, words: wordsHash(mail), quotes, rendered: { ...rendered, special } };
}

/** What a mail says itself: as it is shown, and as its plain text says, which may be more. */
function ownTexts(mail: ParsedMail, { kept }: RenderedMail): string[] {
  const plain = mail.text === null ? [] : [splitText(mail.text, { forwarded: false }).kept];
  return [...plain, ...(kept === null ? [] : [kept.body])];
}

/** Most nested mails that are previewed; all of them are files. */
const mostPreviews = 8;

async function previews(held: readonly KeptFile[], limits: ParseLimits, language: Language): Promise<NestedMail[]> {
  const made: NestedMail[] = [];
  for (const file of held.filter(({ kind }) => kind === 'mail').slice(0, mostPreviews)) {
    const inner = await parseMail(only(file.bytes), limits);
    if (inner.ok) made.push(previewOf(file, inner.mail, render(inner, language).kept?.body ?? ''));
  }
  return made;
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/**
 * The text of a mail for Matrix. Pure. Of its special parts only what the text and the structure tell is there.
 */
function render({ mail, pieces, addresses }: Read, language: Language): RenderedMail {
  const { protections, unreadable, text, html } = secureParts(mail);
  const special = { ...nothingSpecial, protections, unreadable };
  const source = html === null ? null : withEmbeddedAsParts(html, mail.files);
  const { byId, bySource } = pictureFinder(mail.files, addresses, source ?? '');
  const place = (index: number | null): string | null => (index === null ? null : imagePlace(index));
  const cid = (id: string): string | null => place(byId(id));
  const located = (src: string): string | null => place(bySource(src));
  const own = pieces.map((piece) => {
    const bare = secureParts({ ...piece, sealed: [] });
    return { text: bare.text, html: bare.html === null ? null : withEmbeddedAsParts(bare.html, mail.files) };
  });
  const options = { forwarded: isForwardSubject(mail.subject), cid, located, language };
  const body = renderBody({ text, html: source }, own, options);
  return { ...body, shown: placedImages(body), special };
}
