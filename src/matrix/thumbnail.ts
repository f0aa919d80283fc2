import type sharp from 'sharp';

/** A small picture for a client to show before it loads the large one. */
export interface Thumbnail {
  readonly bytes: Uint8Array;
  readonly mimetype: 'image/jpeg' | 'image/png';
  readonly width: number;
  readonly height: number;
}

/** Makes thumbnails; null where the picture cannot be read, is too large, or is no larger than its thumbnail. Never throws. */
export type Thumbnailer = (image: Uint8Array) => Promise<Thumbnail | null>;

/** What a thumbnail may be and may cost. */
export interface ThumbnailLimits {
  /** Longest sides in pixels; Element asks for 800 by 600. */
  readonly width: number;
  readonly height: number;
  /** Pixels of a picture above which it is not read: a small file can hold a huge picture. */
  readonly maxPixels: number;
  /** Seconds after which a picture is given up. */
  readonly seconds: number;
}

/** Enough for photographs and scans, and no more than a second of work for most. */
export const defaultThumbnailLimits: ThumbnailLimits = { width: 800, height: 600, maxPixels: 50_000_000, seconds: 10 };

/**
 * A thumbnailer over sharp, which is an optional dependency: null where it is not installed or does not run on this system.
 * Then messages go without thumbnails and the homeserver makes its own.
 */
export async function createThumbnailer(limits: ThumbnailLimits = defaultThumbnailLimits): Promise<Thumbnailer | null> {
  const library = await loadSharp();
  return library && ((image) => shrink(library, image, limits));
}

/** The same, one picture after the other: each may take much memory for a moment. */
export function inTurn(thumbnailer: Thumbnailer): Thumbnailer {
  let last: Promise<unknown> = Promise.resolve();
  return (image) => {
    const made = last.then(() => thumbnailer(image));
    last = made;
    return made;
  };
}

async function loadSharp(): Promise<typeof sharp | null> {
  try {
    return (await import('sharp')).default;
  } catch {
    return null; // Not installed, or without a binary for this system; either way there are no thumbnails.
  }
}

async function shrink(library: typeof sharp, image: Uint8Array, limits: ThumbnailLimits): Promise<Thumbnail | null> {
  try {
    const source = library(image, {
      limitInputPixels: limits.maxPixels,
      failOn: 'error',
      sequentialRead: true,
    }).timeout({ seconds: limits.seconds });
    const { width, height, hasAlpha } = await source.metadata();
    if (width <= limits.width && height <= limits.height) return null;
    const small = source
      .autoOrient()
      .resize({ width: limits.width, height: limits.height, fit: 'inside', withoutEnlargement: true });
    const made = await (hasAlpha ? small.png() : small.jpeg({ quality: 80 })).toBuffer({ resolveWithObject: true });
    return {
      bytes: made.data,
      mimetype: hasAlpha ? 'image/png' : 'image/jpeg',
      width: made.info.width,
      height: made.info.height,
    };
  } catch {
    return null; // A picture that cannot be read has no thumbnail; it is sent as it is.
  }
}
