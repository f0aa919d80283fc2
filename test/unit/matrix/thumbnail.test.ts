import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { createThumbnailer, defaultThumbnailLimits } from '../../../src/matrix/thumbnail.ts';

const picture = (width: number, height: number, channels: 3 | 4) =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 30, b: 30, alpha: 0.5 } } })
    .png()
    .toBuffer();

describe('thumbnails', () => {
  it('fit into 800 by 600 and keep their shape', async () => {
    const make = await createThumbnailer();
    const made = await make?.(await picture(1600, 400, 3));
    assert.deepEqual([made?.width, made?.height, made?.mimetype], [800, 200, 'image/jpeg']);
  });
  it('keep what is transparent', async () => {
    const make = await createThumbnailer();
    assert.equal((await make?.(await picture(900, 900, 4)))?.mimetype, 'image/png');
  });
  it('are not made of small, broken or huge pictures', async () => {
    const make = await createThumbnailer({ ...defaultThumbnailLimits, maxPixels: 1_000_000 });
    assert.equal(await make?.(await picture(100, 100, 3)), null);
    assert.equal(await make?.(Buffer.from('no picture')), null);
    assert.equal(await make?.(await picture(2000, 1000, 3)), null);
  });
});
