import { imageSize } from 'image-size';
import { parseBuffer } from 'music-metadata';
import { plainFile } from './media-facts.ts';
import type { MediaFacts } from './media-facts.ts';

/** Bytes that are read of a file of which nothing is known. */
const FEW = 64 * 1024;
/** Bytes that are read at most. */
const MOST = 1024 * 1024;

/**
 * How many bytes of the beginning of a file `describeMedia` wants, by its first ones. More are read only of what is
 * known to say late what it is: a JPEG (behind what cameras and programs note), MP4 and QuickTime (behind other boxes),
 * and MP3 behind an ID3 tag, which says how long it is and holds a picture of the cover.
 */
export function mediaPrefix(start: Uint8Array): number {
  const bytes = Buffer.from(start.buffer, start.byteOffset, Math.min(start.byteLength, 12));
  if (bytes.length < 12) return FEW;
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return MOST;
  if (LATE_BOXES.has(bytes.toString('latin1', 4, 8))) return MOST;
  if (bytes.toString('latin1', 0, 3) !== 'ID3') return FEW;
  // Four bytes of seven bits each (ID3v2.4.0 section 3.1).
  const tag = bytes.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
  return Math.min(MOST, 10 + tag + FEW);
}

/** What MP4 and QuickTime begin with (ISO 14496-12 section 4.3, QuickTime File Format). */
const LATE_BOXES: ReadonlySet<string> = new Set(['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot']);

/** Pictures that clients show; others (TIFF, HEIC, PSD, SVG, …) are files. */
const shownImages: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** By the end of the name, for the many mails that call every file `application/octet-stream`. */
const byName: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  flac: 'audio/flac',
  amr: 'audio/amr',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  mkv: 'video/x-matroska',
};

/**
 * Says what a file is from its type, its name, its size in bytes and its first bytes (`mediaPrefix`, or all of a
 * shorter file; more are not looked at). A picture is only a picture where its bytes are one; HTML and SVG are always
 * files. Pure but for the time it takes; never throws: what cannot be read has no size and no duration.
 */
export async function describeMedia(
  file: { readonly type: string; readonly name: string; readonly size: number },
  start: Uint8Array,
): Promise<MediaFacts> {
  const prefix = start.subarray(0, mediaPrefix(start));
  const plain = plainFile(file.type);
  const declared = declaredType(file);
  const image = readImage(prefix);
  if (image) return { ...plain, msgtype: 'm.image', ...image };
  if (declared.startsWith('audio/') || declared.startsWith('video/')) {
    if (looksLikeText(prefix)) return plain;
    const found = await readRecording(declared, file.size, prefix);
    const video = declared.startsWith('video/') && found.hasVideo;
    const box = video ? videoSize(prefix) : null;
    return {
      msgtype: video ? 'm.video' : 'm.audio',
      mimetype: video ? declared : audioType(declared),
      width: box?.width ?? null,
      height: box?.height ?? null,
      duration: found.duration,
    };
  }
  return plain;
}

function declaredType(file: { readonly type: string; readonly name: string }): string {
  if (file.type !== 'application/octet-stream' && file.type !== '') return file.type;
  const extension = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(byName, extension) ? (byName[extension] ?? file.type) : file.type;
}

/** A file that its mail calls a video but that has only sound. */
const audioType = (type: string) => type.replace(/^video\//, 'audio/');

function readImage(prefix: Uint8Array): { mimetype: string; width: number; height: number } | null {
  if (prefix.length < 10 || looksLikeText(prefix)) return null;
  try {
    const { width, height, type, orientation } = imageSize(prefix);
    const mimetype = Object.hasOwn(shownImages, type ?? '') ? shownImages[type ?? ''] : undefined;
    if (mimetype === undefined || width <= 0 || height <= 0) return null;
    // Exif orientations from 5 on are turned by a quarter.
    const turned = (orientation ?? 1) >= 5;
    return { mimetype, width: turned ? height : width, height: turned ? width : height };
  } catch {
    return null; // image-size throws where it knows no picture.
  }
}

/** Markup, as it begins in HTML and SVG, and other text. */
function looksLikeText(prefix: Uint8Array): boolean {
  const start = Buffer.from(prefix.subarray(0, 512))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  return start.startsWith('<') || (start.length > 0 && /^[\t\n\r\x20-\x7e]*$/.test(start));
}

async function readRecording(
  type: string,
  size: number,
  prefix: Uint8Array,
): Promise<{ duration: number | null; hasVideo: boolean }> {
  try {
    const { format } = await parseBuffer(
      prefix,
      { mimeType: type, size },
      { skipCovers: true, duration: prefix.length >= size },
    );
    const hasVideo = format.hasVideo ?? type.startsWith('video/');
    const seconds = wholeDuration(format, size, prefix.length);
    return {
      duration: seconds === null ? null : Math.round(seconds * 1000),
      hasVideo: hasVideo || (format.container ?? '') === '',
    };
  } catch {
    // music-metadata throws where it does not know the format.
    return { duration: null, hasVideo: type.startsWith('video/') };
  }
}

interface Format {
  readonly duration?: number | undefined;
  readonly bitrate?: number | undefined;
  readonly container?: string | undefined;
}

/**
 * The duration in seconds; where only the beginning was read, what the format says of the whole, or what its bit rate
 * means.
 */
function wholeDuration(format: Format, size: number, read: number): number | null {
  const { duration, bitrate } = format;
  const sane = (seconds: number | undefined) =>
    seconds !== undefined && Number.isFinite(seconds) && seconds > 0 && seconds < 1e6 ? seconds : null;
  if (read >= size) return sane(duration);
  const container = format.container ?? '';
  if (/^(WAVE|AIFF)/.test(container)) return sane(bitrate ? (size * 8) / bitrate : undefined);
  if (/^(M4A|MP4|mp4|isom|qt|EBML|matroska|webm|FLAC)/i.test(container)) return sane(duration);
  if (container === 'MPEG') return sane(duration ?? (bitrate ? (size * 8) / bitrate : undefined));
  return null;
}

/**
 * Width and height of an MP4 or QuickTime film: the last eight bytes of the first track header that has any (ISO
 * 14496-12, 8.3.2).
 */
function videoSize(prefix: Uint8Array): { width: number; height: number } | null {
  const bytes = Buffer.from(prefix.buffer, prefix.byteOffset, prefix.byteLength);
  for (
    let at = bytes.indexOf('tkhd'), tries = 0;
    at >= 4 && tries < 20;
    at = bytes.indexOf('tkhd', at + 4), tries += 1
  ) {
    const length = bytes.readUInt32BE(at - 4);
    const end = at - 4 + length;
    if ((length !== 92 && length !== 104) || end > bytes.length) continue;
    const width = bytes.readUInt32BE(end - 8) >>> 16;
    const height = bytes.readUInt32BE(end - 4) >>> 16;
    if (width > 0 && height > 0) return { width, height };
  }
  return null;
}
