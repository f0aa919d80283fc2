/** Files made to harm whoever looks into them: what they cost, and whom. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createParsePool } from '../../src/parser/parse-pool.ts';
import { createThumbnailer } from '../../src/thumbnail/thumbnailer.ts';

const SIZE = 2 ** 20;

/** A beginning, and the rest of a megabyte of one pattern. */
const file = (start: string, pattern: string): Buffer => {
  const head = Buffer.from(start, 'hex');
  return Buffer.concat([head, Buffer.alloc(SIZE - head.length, Buffer.from(pattern, 'hex'))]);
};

const rows: readonly (readonly [name: string, type: string, bytes: Buffer])[] = [
  ['nothing but signs of a frame, as MP3', 'audio/mpeg', file('', 'ff')],
  ['nothing but signs of a frame, as AAC', 'audio/aac', file('', 'ff')],
  ['an empty tag before such signs', 'audio/mpeg', file('49443304000000000000', 'ff')],
  ['a tag that fills all of it', 'audio/mpeg', file('494433040000003f7f7f', 'ff')],
  ['a film of 130,000 empty boxes', 'video/mp4', file('000000106674797069736f6d00000000', '0000000866726565')],
  ['a Matroska of unknown elements', 'video/webm', file('1a45dfa3', '81')],
  ['a picture of 260,000 empty notes', 'image/jpeg', file('ffd8', 'ffe10002')],
  ['an icon that names no size', 'image/icns', file('69636e73000fffff6963303700000000', '00')],
];

describe('attack: files that are slow to look into', () => {
  const pool = createParsePool({ size: 1, readers: 1 });
  after(() => pool.close());

  for (const [name, type, bytes] of rows) {
    it(`${name}: it costs this process nothing, and other mail is read meanwhile`, async () => {
      const body = bytes.toString('base64').replace(/.{76}/g, '$&\n');
      const mail = Buffer.from(
        `From: a@b.example\nContent-Type: ${type}\nContent-Transfer-Encoding: base64\n\n${body}\n`,
      );
      // What is measured begins with what stands ready.
      await pool.warmUp();
      const before = process.cpuUsage();
      const looked = pool.describe(pieces(mail), { index: 0, type, name: 'file', size: bytes.length });
      const others = Array.from({ length: 5 }, () => pool.parse(pieces(Buffer.from('From: a@b.example\n\nok'))));
      assert.ok((await Promise.all(others)).every((other) => other.ok));
      const facts = await looked;
      const { user, system } = process.cpuUsage(before);
      assert.ok(facts !== null);
      assert.deepEqual([facts.width, facts.height], [null, null]);
      assert.ok(user + system < 300_000, `${user + system} µs`);
    });
  }
});

describe('attack: pictures for the maker of thumbnails', () => {
  it('of kinds that no client shows are not opened', async () => {
    const thumbnailer = await createThumbnailer();
    assert.ok(thumbnailer !== null);
    try {
      const svg =
        '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000"><rect width="9" height="9"/></svg>';
      // A TIFF of 2000 by 2000 white pixels in one strip, by its own header.
      const entries = [
        [256, 3, 1, 2000],
        [257, 3, 1, 2000],
        [258, 3, 1, 8],
        [259, 3, 1, 1],
        [262, 3, 1, 1],
        [273, 4, 1, 200],
        [278, 3, 1, 2000],
        [279, 4, 1, 4_000_000],
      ];
      const tiff = Buffer.alloc(200 + 4_000_000, 0xff);
      tiff.fill(0, 0, 200);
      tiff.write('II*\0', 0, 'latin1');
      tiff.writeUInt32LE(8, 4);
      tiff.writeUInt16LE(entries.length, 8);
      for (const [at, [tag = 0, kind = 0, count = 0, value = 0]] of entries.entries()) {
        tiff.writeUInt16LE(tag, 10 + 12 * at);
        tiff.writeUInt16LE(kind, 12 + 12 * at);
        tiff.writeUInt32LE(count, 14 + 12 * at);
        tiff.writeUInt32LE(value, 18 + 12 * at);
      }
      const { default: sharp } = await import('sharp');
      assert.deepEqual(
        [(await sharp(tiff).metadata()).format, (await sharp(Buffer.from(svg)).metadata()).format],
        ['tiff', 'svg'],
      );
      assert.equal(await thumbnailer.make(tiff), null);
      assert.equal(await thumbnailer.make(Buffer.from(svg)), null);
    } finally {
      await thumbnailer.close();
    }
  });
});

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield await Promise.resolve(bytes.subarray(at, at + 65_536));
}
