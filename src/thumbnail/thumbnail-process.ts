/** The program of the child that makes thumbnails, one after the other. */
import sharp from 'sharp';
import { enterSandbox } from '../sandbox/inside.ts';
import { thumbnailTask } from './protocol.ts';
import type { Thumbnail, ThumbnailTask } from './protocol.ts';

/** The readers of what clients show, from memory; no others, and nothing from files. */
const LOADERS = ['JpegBuffer', 'PngBuffer', 'WebpBuffer', 'NsgifBuffer'].map((name) => `VipsForeignLoad${name}`);

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: LOADERS });
sharp.cache(false);
sharp.concurrency(1);

async function shrink({ image, limits }: ThumbnailTask): Promise<Thumbnail | null> {
  try {
    const source = sharp(image, {
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

const channel = enterSandbox();
channel.listen((value) => {
  void shrink(thumbnailTask(value)).then((thumbnail) => channel.send({ thumbnail }));
});
