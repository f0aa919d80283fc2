/** Pictures of a text: what their bytes are, and those that are written into HTML itself. */
import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';

/** A `data:` picture of an HTML, and where its URI stands there. */
export interface EmbeddedPicture {
  readonly start: number;
  readonly end: number;
  /** Media type in lower case, as the URI says it. */
  readonly type: string;
  readonly bytes: Buffer;
  /** SHA-256 of the bytes, hex. */
  readonly sha256: string;
}

/** Pixels up to which a picture measures or waits for another: nothing that people see. */
const SPACER = 9;
/** Pictures that are found in one HTML; repetitions count. */
const MOST = 1_000;
const SOURCE = /\bsrc\s{0,20}=\s{0,20}(["']?)\s{0,20}(?=data:image\/)/giu;
const HEAD = /data:(image\/[a-z0-9.+-]{1,40})((?:;[^,;"'<>]{1,60}){0,4}),/iuy;

/**
 * The pictures that web editors and some phones write into the HTML as `data:` URIs (RFC 2397), in their order. What
 * cannot be decoded is passed over, and so is what has a pixel or a few: spacers, and what stands in place of a picture
 * that a script would fetch. Linear.
 */
export function embeddedPictures(html: string): readonly EmbeddedPicture[] {
  const found: EmbeddedPicture[] = [];
  let end: number | null = 0;
  for (const match of html.matchAll(SOURCE)) {
    const start = match.index + match[0].length;
    // What stands inside of another is no attribute, and would be read once for each around it.
    if (start < end) continue;
    HEAD.lastIndex = start;
    const head = HEAD.exec(html);
    if (head === null) continue;
    end = endOf(html, HEAD.lastIndex, match[1] ?? '');
    if (end === null) break;
    const [, type = '', parameters = ''] = head;
    const bytes = decode(html.slice(HEAD.lastIndex, end), /;\s*base64$/i.test(parameters));
    if (bytes === null || isSpacer(bytes)) continue;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    found.push({ start, end, type: type.toLowerCase(), bytes, sha256 });
    if (found.length >= MOST) break;
  }
  return found;
}

/** The HTML with other sources in place of its pictures; a null leaves one as it is. */
export function withSources(html: string, source: (picture: EmbeddedPicture) => string | null): string {
  const out: string[] = [];
  let from = 0;
  for (const picture of embeddedPictures(html)) {
    const other = source(picture);
    if (other === null) continue;
    out.push(html.slice(from, picture.start), other);
    from = picture.end;
  }
  return from === 0 ? html : out.join('') + html.slice(from);
}

/** Where the value of an attribute ends; null where it never does. */
function endOf(html: string, from: number, quote: string): number | null {
  if (quote !== '') {
    const end = html.indexOf(quote, from);
    return end < 0 ? null : end;
  }
  const stop = /[\s>]/gu;
  stop.lastIndex = from;
  return stop.exec(html)?.index ?? null;
}

function decode(written: string, base64: boolean): Buffer | null {
  const plain = written.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (reference, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
  });
  const text = plain.includes('%') ? percentDecoded(plain) : plain;
  if (text === null) return null;
  if (!base64) return text === '' ? null : Buffer.from(text);
  const letters = text.replace(/\s+/g, '');
  return letters !== '' && /^[A-Za-z0-9+/_-]+={0,2}$/.test(letters) ? Buffer.from(letters, 'base64') : null;
}

function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function isSpacer(bytes: Buffer): boolean {
  if (!/^image\/(?:png|gif)$/.test(pictureType(bytes) ?? '')) return false;
  try {
    const { width, height } = imageSize(bytes);
    return width * height <= SPACER;
  } catch {
    return false; // image-size throws where it knows no picture.
  }
}

/** The type of a picture that clients show in place, by its first bytes (12 are enough); null for everything else. */
export function pictureType(start: Uint8Array): string | null {
  const text = Buffer.from(start.buffer, start.byteOffset, Math.min(start.byteLength, 12)).toString('latin1');
  if (text.startsWith('\u0089PNG\r\n')) return 'image/png';
  if (text.startsWith('GIF8')) return 'image/gif';
  if (text.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg';
  return text.startsWith('RIFF') && text.slice(8) === 'WEBP' ? 'image/webp' : null;
}

const EMBEDDED = /^embedded-\d+@mail\.invalid$/;

/** The Content-ID of the picture that is file `index` and stands in the HTML. The domain is reserved (RFC 2606). */
export function embeddedId(index: number): string {
  return `embedded-${index}@mail.invalid`;
}

/** Whether a Content-ID is one of `embeddedId`. No part of a mail keeps one that says so. */
export function isEmbeddedId(id: string | null): boolean {
  return id !== null && EMBEDDED.test(id);
}

/** A URI as an absolute one; of what is relative to nothing `thismessage:/…` (RFC 2557 section 5), or as it stands. */
export function resolveAddress(uri: string, base: string | null): string {
  const against = base !== null && URL.canParse(base) ? base : 'thismessage:/';
  return URL.canParse(uri, against) ? new URL(uri, against).href : uri;
}
