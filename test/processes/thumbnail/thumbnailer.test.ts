import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import sharp from 'sharp';
import { createThumbnailer, defaultThumbnailLimits } from '../../../src/thumbnail/thumbnailer.ts';
import type { Thumbnailer } from '../../../src/thumbnail/thumbnailer.ts';

const picture = (width: number, height: number, channels: 3 | 4) =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 30, b: 30, alpha: 0.5 } } })
    .png()
    .toBuffer();

describe('thumbnails', () => {
  const made: Thumbnailer[] = [];
  after(() => Promise.all(made.map((one) => one.close())));
  const thumbnailer = async (limits = defaultThumbnailLimits): Promise<Thumbnailer> => {
    const one = await createThumbnailer({ limits });
    assert.ok(one !== null);
    made.push(one);
    return one;
  };
  it('fit into 800 by 600 and keep their shape', async () => {
    const maker = await thumbnailer();
    const made = await maker.make(await picture(1600, 400, 3));
    assert.deepEqual([made?.width, made?.height, made?.mimetype], [800, 200, 'image/jpeg']);
  });
  it('keep what is transparent', async () => {
    const maker = await thumbnailer();
    assert.equal((await maker.make(await picture(900, 900, 4)))?.mimetype, 'image/png');
  });
  it('are not made of small, broken or huge pictures', async () => {
    const maker = await thumbnailer({ ...defaultThumbnailLimits, maxPixels: 1_000_000 });
    assert.equal(await maker.make(await picture(100, 100, 3)), null);
    assert.equal(await maker.make(Buffer.from('no picture')), null);
    assert.equal(await maker.make(await picture(2000, 1000, 3)), null);
  });
});
