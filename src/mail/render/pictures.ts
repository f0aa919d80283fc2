import { isEmbeddedId, resolveAddress, withSources } from '../mime/pictures.ts';
import type { MailFile, PartAddresses } from '../types.ts';

/** Finds the file that a source in the HTML means: its index, or null. */
export interface PictureFinder {
  /** By what stands behind `cid:` (RFC 2392). */
  readonly byId: (contentId: string) => number | null;
  /** By any other source. */
  readonly bySource: (src: string) => number | null;
}

/** Pictures that stand in the text: each is uploaded before the text is said. The others are files. */
const MOST = 100;
/** Characters of a source beyond which it names no part. */
const LONGEST = 2_000;

/**
 * The pictures of a mail by all names that programs write into HTML: the Content-ID behind `cid:` or bare, in whatever
 * case; the Content-Location, absolute or relative to that of the HTML or to its `base` (RFC 2557); the file name of a
 * part that says nothing else of itself. SVG is never shown in place.
 */
export function pictureFinder(files: readonly MailFile[], addresses: PartAddresses, html: string): PictureFinder {
  const pictures = files.filter(({ type }) => type.startsWith('image/') && type !== 'image/svg+xml').slice(0, MOST);
  const ids = new Map<string, number>();
  const lower = new Map<string, number>();
  const places = new Map<string, number>();
  const names = new Map<string, number>();
  const nameless = new Map<string, number>();
  for (const { index, contentId, disposition, name } of pictures) {
    if (contentId !== null) ids.set(contentId, index);
    const address = addresses.files.get(index);
    if (address !== undefined) places.set(address, index);
    first(lower, contentId?.toLowerCase(), index);
    if (isEmbeddedId(contentId)) continue;
    if (disposition === 'inline' || contentId !== null) first(names, name.toLowerCase(), index);
    if (disposition === 'inline' && contentId === null) first(nameless, name.toLowerCase(), index);
  }
  const base = baseIn(html) ?? addresses.base;
  const byName = (text: string): number | null => names.get(text.toLowerCase()) ?? null;
  // By its name only what has no id: quotations name pictures of earlier mails, and all are called image001.png.
  const byId = (id: string): number | null => {
    if (id.length > LONGEST) return null;
    const named = nameless.get(id.split('@', 1)[0]?.toLowerCase() ?? '');
    return ids.get(id) ?? lower.get(id.toLowerCase()) ?? named ?? null;
  };
  const bySource = (src: string): number | null => {
    if (pictures.length === 0 || src.length > LONGEST) return null;
    const place = places.size === 0 ? undefined : places.get(resolveAddress(src, base));
    if (place !== undefined) return place;
    // A name alone: with a scheme or a path it is the address of something else.
    return /[:/\\]/.test(src) ? (ids.get(src) ?? null) : (ids.get(src) ?? byName(decoded(src)));
  };
  return { byId, bySource };
}

/** The HTML with `cid:` in place of the pictures that stand in it themselves and are files of the mail. */
export function withEmbeddedAsParts(html: string, files: readonly MailFile[]): string {
  const ids = new Map(
    files.flatMap(({ contentId, sha256, type }) =>
      isEmbeddedId(contentId) && type !== 'image/svg+xml' ? [[sha256, contentId] as const] : [],
    ),
  );
  if (ids.size === 0) return html;
  return withSources(html, ({ sha256 }) => {
    const id = ids.get(sha256);
    return id === undefined ? null : `cid:${id}`;
  });
}

function first(map: Map<string, number>, key: string | undefined, index: number): void {
  if (key !== undefined && !map.has(key)) map.set(key, index);
}

/** What `base` says in the head of an HTML. */
function baseIn(html: string): string | null {
  return /<base\s[^>]{0,500}?href\s{0,20}=\s{0,20}["']?([^"'\s>]{1,2000})/i.exec(html.slice(0, 20_000))?.[1] ?? null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray percent sign is part of the name.
  }
}
