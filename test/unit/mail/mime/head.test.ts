import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { headerOf } from '../../../../src/mail/mime/head.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

const header = async (text: string, size = 1000, most = 100): Promise<string> =>
  (await buffer(headerOf(inPieces(text, size), most))).toString('latin1');

describe('the header of a mail', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['ends with the empty line', 'A: b\r\n\r\nbody\r\n\r\n', 'A: b\r\n\r\n'],
    ['ends so where lines end with LF', 'A: b\n\nbody', 'A: b\n\n'],
    ['ends so where both are mixed', 'A: b\n\r\nbody', 'A: b\n\r\n'],
    ['is all where no line is empty', 'A: b\r\nC: d', 'A: b\r\nC: d'],
    ['does not end at a bare CR', 'A: b\r\rC: d\n\n', 'A: b\r\rC: d\n\n'],
  ];
  for (const [what, mail, expected] of rows) {
    it(`${what}, in whatever pieces it comes`, async () => {
      for (const size of [1, 2, 3, 5, 1000]) assert.equal(await header(mail, size), expected);
    });
  }
  it('is read up to a bound', async () => {
    for (const size of [1, 7, 64]) assert.equal(await header('x'.repeat(500), size, 64), 'x'.repeat(64));
  });
});
