import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { describeMedia, mediaPrefix } from '../../../src/mail/media.ts';

const file = (type: string, size: number, name = 'file') => ({ type, name, size });

function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(64);
  bytes.write('\u0089PNG\r\n\u001a\n', 0, 'latin1');
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

function wav(seconds: number): Buffer {
  const bytes = Buffer.alloc(44 + seconds * 16_000);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8000, 24);
  bytes.writeUInt32LE(16_000, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(bytes.length - 44, 40);
  return bytes;
}

describe('what a file is', () => {
  it('knows a picture and its size by its bytes, whatever the mail calls it', async () => {
    const picture = png(640, 480);
    const facts = { msgtype: 'm.image', mimetype: 'image/png', width: 640, height: 480, duration: null };
    assert.deepEqual(await describeMedia(file('image/png', 64), picture), facts);
    assert.deepEqual(await describeMedia(file('application/octet-stream', 64), picture), facts);
    assert.deepEqual(await describeMedia(file('image/jpeg', 64), picture), facts);
  });
  it('never shows SVG and HTML, whatever the mail calls them', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script/></svg>');
    for (const type of ['image/svg+xml', 'image/png', 'text/html', 'audio/mpeg']) {
      assert.equal((await describeMedia(file(type, svg.length), svg)).msgtype, 'm.file');
    }
  });
  it('knows the duration of a recording', async () => {
    const facts = await describeMedia(file('application/octet-stream', 48_044, 'msg.WAV'), wav(3));
    assert.deepEqual(facts, { msgtype: 'm.audio', mimetype: 'audio/wav', width: null, height: null, duration: 3000 });
  });
  it('knows it from the beginning of a long one', async () => {
    const whole = wav(100);
    const facts = await describeMedia(file('audio/wav', whole.length), whole.subarray(0, mediaPrefix(whole)));
    assert.ok(Math.abs((facts.duration ?? 0) - 100_000) < 100, String(facts.duration));
  });
  it('takes broken sound for sound without a duration, a broken picture for a file', async () => {
    const noise = Buffer.from([1, 2, 3, 4, 0xff, 0xfe, 0, 0, 0, 0, 0, 0]);
    assert.deepEqual((await describeMedia(file('audio/ogg', 12), noise)).duration, null);
    assert.equal((await describeMedia(file('image/png', 12), noise)).msgtype, 'm.file');
  });
  it('never throws', async () => {
    const type = fc.constantFrom('image/png', 'audio/mpeg', 'audio/ogg', 'video/mp4', 'video/webm', 'audio/flac', '');
    const magic = fc.constantFrom(
      '',
      '\u0089PNG\r\n\u001a\n',
      'OggS',
      'ID3',
      '\u00ff\u00d8\u00ff\u00e1',
      'GIF89a',
      'RIFF0000WAVE',
      '0000ftypisom',
      '\u001aE\u00df\u00a3',
      'fLaC',
      '\u00ff\u00fb',
    );
    await fc.assert(
      fc.asyncProperty(type, magic, fc.uint8Array({ maxLength: 300 }), async (mimetype, start, rest) => {
        await describeMedia(file(mimetype, 5000), Buffer.concat([Buffer.from(start, 'latin1'), rest]));
      }),
      { numRuns: 500 },
    );
  });
});
