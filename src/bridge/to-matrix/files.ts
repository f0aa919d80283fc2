/** The files of a mail as events: what kind of message each is, and how its address comes into the content. */
import { bundledNames, bundleSize } from '../../mail/bundle.ts';
import type { MailFile } from '../../mail/types.ts';
import type { MediaFacts } from '../../mail/media-facts.ts';
import type { RenderedText } from '../../mail/render/rendered-text.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import type { FileSource, JsonObject, SendFile } from '../types.ts';

/** Stands in the content for the address of a file until it is uploaded. */
export const FILE_PLACE = 'mxc://mail.invalid/this-file';

/**
 * What kind of message a file is by its type alone. SVG and HTML are files always: a client that showed them would run
 * what strangers wrote.
 */
function messageType(type: string): 'm.image' | 'm.audio' | 'm.video' | 'm.file' {
  if (type === 'image/svg+xml') return 'm.file';
  if (type.startsWith('image/')) return 'm.image';
  if (type.startsWith('audio/')) return 'm.audio';
  return type.startsWith('video/') ? 'm.video' : 'm.file';
}

const MEDIA_NAME = /\.(?:png|jpe?g|gif|webp|mp3|wav|og[ag]|opus|m4a|aac|flac|amr|mp4|m4v|mov|webm|mkv)$/i;

/**
 * Whether the first bytes of a file are looked at before it is shown. Many mail programs call everything
 * application/octet-stream.
 */
export function mayBeMedia({ type, name }: Pick<SendFile, 'type' | 'name'>): boolean {
  if (type === 'image/svg+xml') return false;
  return /^(?:image|audio|video)\//.test(type) || (type === 'application/octet-stream' && MEDIA_NAME.test(name));
}

/** The message of a file. With a caption `body` is that, and `filename` alone the name (spec v1.10). */
export function fileContent(file: Pick<MailFile, 'name' | 'type' | 'size'>, caption = ''): JsonObject {
  return {
    msgtype: messageType(file.type),
    body: caption === '' ? file.name : caption,
    filename: file.name,
    url: FILE_PLACE,
    info: { mimetype: file.type, size: file.size },
  };
}

/** The message of a file that is never shown in place. */
export function attachedContent(file: Pick<SendFile, 'name' | 'type' | 'size'>, caption = ''): JsonObject {
  return { ...fileContent(file, caption), msgtype: 'm.file' };
}

/** A small picture of a file, uploaded. */
export interface PlacedThumbnail {
  readonly url: string;
  readonly mimetype: string;
  readonly width: number;
  readonly height: number;
  readonly size: number;
}

/** A file's message with what its bytes tell: kind, type, measures, duration, thumbnail. Other keys stay. */
export function withMedia(
  content: Readonly<Record<string, JsonObject[string]>>,
  file: Pick<SendFile, 'size'>,
  facts: MediaFacts,
  thumbnail: PlacedThumbnail | null,
): JsonObject {
  const { width, height, duration } = facts;
  const small =
    thumbnail === null
      ? {}
      : {
          thumbnail_url: thumbnail.url,
          thumbnail_info: {
            mimetype: thumbnail.mimetype,
            w: thumbnail.width,
            h: thumbnail.height,
            size: thumbnail.size,
          },
        };
  const measures = width === null || height === null ? {} : { w: width, h: height };
  const info = {
    mimetype: facts.mimetype,
    size: file.size,
    ...measures,
    ...(duration === null ? {} : { duration }),
    ...small,
  };
  return { ...content, msgtype: facts.msgtype, info };
}

export function partFile(mail: number, file: MailFile, placeholder: string): SendFile {
  const { name, type, size, sha256, index } = file;
  return { source: { kind: 'part', mail, index }, name, type, size, sha256, placeholder };
}

/** An archive of files of a mail. */
export type BundleFile = SendFile & { readonly source: Extract<FileSource, { readonly kind: 'bundle' }> };

/** Several files of a mail as one archive; `first` is the position of the first of them, from 1. */
export function bundleFile(mail: number, files: readonly MailFile[], name: string, first: number): BundleFile {
  const names = bundledNames(
    files.map((file) => file.name),
    first,
  );
  const entries = files.map(({ index, size }, at) => ({ index, size, name: names[at] ?? '' }));
  return {
    source: { kind: 'bundle', mail, parts: entries.map(({ index, name: entry }) => ({ index, name: entry })) },
    name,
    type: 'application/zip',
    size: bundleSize(entries),
    sha256: '',
    placeholder: FILE_PLACE,
  };
}

/** The original, under a name that tells what it is. */
export function rawFile(input: {
  readonly mail: number;
  readonly language: Language;
  readonly parsed: { readonly size: number };
}): SendFile {
  return {
    source: { kind: 'raw', mail: input.mail },
    name: `${words(input.language)('room-original')}.eml`,
    type: 'message/rfc822',
    size: input.parsed.size,
    sha256: '',
    placeholder: FILE_PLACE,
  };
}

/** A text as a file: HTML where it has any. */
export function textFile(text: RenderedText, name: string): SendFile {
  const [ending, type, content] =
    text.html === null
      ? ['txt', 'text/plain; charset=utf-8', text.body]
      : ['html', 'text/html; charset=utf-8', `<!doctype html><meta charset="utf-8">${withoutPlaces(text.html)}`];
  return {
    source: { kind: 'text', text: content },
    name: `${name.toLowerCase().replaceAll(' ', '-')}.${ending}`,
    type,
    size: Buffer.byteLength(content),
    sha256: '',
    placeholder: FILE_PLACE,
  };
}

/** A file of its own shows no picture of the homeserver: the pictures stand as files beside it. */
function withoutPlaces(html: string): string {
  return html.replace(/<img\b[^>]*src="mxc:[^>]*>/g, '');
}

/**
 * A content with the addresses of its files in their places. A picture that could not be uploaded is left out of the
 * text.
 */
export function placeFiles(
  content: JsonObject,
  addresses: ReadonlyMap<string, string | null>,
): Record<string, JsonObject[string]> {
  const placed: Record<string, JsonObject[string]> = {};
  for (const [key, value] of Object.entries(content)) {
    placed[key] = typeof value === 'string' ? placeIn(value, addresses) : value;
  }
  return placed;
}

function placeIn(value: string, addresses: ReadonlyMap<string, string | null>): string {
  let text = addresses.get(value) ?? value;
  for (const [place, address] of addresses) {
    // With its quotes: one place may be the beginning of another (`file-1`, `file-10`).
    if (!text.includes(`"${place}"`)) continue;
    text =
      address === null
        ? text.replaceAll(new RegExp(`<img\\b[^>]*src="${place.replaceAll('.', '\\.')}"[^>]*>`, 'g'), '')
        : text.replaceAll(`"${place}"`, () => `"${address}"`);
  }
  return text;
}
