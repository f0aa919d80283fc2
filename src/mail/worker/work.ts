import { htmlToMatrix } from '../html.ts';
import { textToMatrix } from '../html-plain.ts';
import { parseMail } from '../parse.ts';
import { splitHtml } from '../quote-html.ts';
import { splitText } from '../quote.ts';
import { isForwardSubject } from '../subject.ts';
import type { MailWarning, ParsedMail, ParseFailure, ParseLimits } from '../types.ts';
import type { Language } from '../words.ts';

/** One half of a mail's text as Matrix shows it; not yet cut to the size of an event. */
export interface RenderedText {
  /** Plain. */
  readonly body: string;
  /** In the tags that Matrix allows; null where it would add nothing. */
  readonly html: string | null;
}

/** The text of a mail for Matrix, separated into what its author wrote and what they quoted. */
export interface Rendered {
  /** Null where the mail has no text. */
  readonly kept: RenderedText | null;
  /** Null where nothing was cut. */
  readonly cut: RenderedText | null;
  /** The files that the HTML shows in place, by their index; each stands there as `imagePlace(index)` until it is uploaded. */
  readonly shown: readonly number[];
  readonly warnings: readonly MailWarning[];
}

/** Stands in `Rendered` for the picture that is file `index` of the mail, until its own mxc URI is known. The domain is reserved (RFC 2606). */
export function imagePlace(index: number): string {
  return `mxc://mail.invalid/file-${index}`;
}

/** Puts the uploaded pictures in their places; one without a URI is left out. */
export function placeImages(html: string, uri: (index: number) => string | null): string {
  return html.replace(/<img\b[^>]*?src="mxc:\/\/mail\.invalid\/file-(\d+)"[^>]*>/g, (tag, index: string) => {
    const own = uri(Number(index));
    return own === null ? '' : tag.replace(/src="[^"]*"/, `src="${own.replace(/["&<>]/g, '')}"`);
  });
}

export type Parsed =
  | { readonly ok: true; readonly mail: ParsedMail; readonly rendered: Rendered }
  | { readonly ok: false; readonly failure: ParseFailure };

/**
 * All that is done for a mail in a thread, because its time and memory depend on what strangers send: reading it, and making
 * its text fit for Matrix.
 */
export async function parseAndRender(
  source: AsyncIterable<Uint8Array>,
  limits: ParseLimits,
  language: Language,
): Promise<Parsed> {
  const result = await parseMail(source, limits);
  return result.ok ? { ...result, rendered: render(result.mail, language) } : result;
}

/** The text of a mail for Matrix: its HTML where it has any, else its plain text. Pure. */
export function render(mail: ParsedMail, language: Language): Rendered {
  const options = { forwarded: isForwardSubject(mail.subject) };
  if (mail.html === null) {
    const split = splitText(mail.text ?? '', options);
    const plain = (text: string): RenderedText | null => (text.trim() === '' ? null : textToMatrix(text));
    return { kept: plain(split.kept), cut: plain(split.cut), shown: [], warnings: [] };
  }
  const places = new Map(
    mail.files.flatMap((file) =>
      file.contentId !== null && file.type.startsWith('image/') && file.type !== 'image/svg+xml'
        ? [[file.contentId, file.index] as const]
        : [],
    ),
  );
  const cid = (id: string): string | null => {
    const index = places.get(id);
    return index === undefined ? null : imagePlace(index);
  };
  const split = splitHtml(mail.html, options);
  const halves = [split.kept, split.cut].map((html) =>
    html.trim() === '' ? null : htmlToMatrix(html, { cid, language }),
  );
  const [kept = null, cut = null] = halves.map((half) =>
    half === null || (half.html.trim() === '' && half.text.trim() === '') ? null : { body: half.text, html: half.html },
  );
  const used = new Set(halves.flatMap((half) => half?.usedCids ?? []));
  const shown = [...places].flatMap(([id, index]) => (used.has(id) ? [index] : []));
  return { kept, cut, shown, warnings: halves.flatMap((half) => half?.warnings ?? []) };
}
