import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { FromQuoter, FromUnquoter, isMbox, MboxScanner } from '../../../../src/mail/mime/mailbox-files.ts';
import { until } from '../../../../tools/servers/wait.ts';

/** The mails of an mbox that comes in pieces of `size` bytes, as the format says they were written. */
function read(mbox: string, size = 1 << 20): string[] {
  const bytes = Buffer.from(mbox);
  const scanner = new MboxScanner();
  const ranges = [];
  for (let at = 0; at < bytes.length; at += size) ranges.push(...scanner.write(bytes.subarray(at, at + size)));
  ranges.push(...scanner.end());
  return ranges.map(({ start, end }) => unquote(bytes.subarray(start, end), size));
}

function unquote(bytes: Buffer, size: number): string {
  const unquoter = new FromUnquoter();
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(unquoter.write(bytes.subarray(at, at + size)));
  return Buffer.concat([...pieces, unquoter.end()]).toString();
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}

const FROM = 'From ann@x.example Mon Jan  1 10:00:00 2024\n';

describe('an mbox', () => {
  it('is known by its first line', () => {
    assert.ok(isMbox(Buffer.from(FROM)));
    assert.ok(!isMbox(Buffer.from('From: ann@x.example')));
    assert.ok(!isMbox(Buffer.from('Fro')));
    assert.ok(!isMbox(Buffer.from('')));
  });

  const cases: readonly (readonly [name: string, mbox: string, mails: readonly string[]])[] = [
    ['two mails', `${FROM}A: 1\n\na\n\n${FROM}B: 2\n\nb\n\n`, ['A: 1\n\na\n', 'B: 2\n\nb\n']],
    [
      'line ends of CRLF',
      `${FROM}A: 1\n\na\n\n${FROM}B: 2\n`.replaceAll('\n', '\r\n'),
      ['A: 1\r\n\r\na\r\n', 'B: 2\r\n'],
    ],
    ['no empty line before a mail', `${FROM}A: 1\n\na\n${FROM}B: 2\n`, ['A: 1\n\na\n', 'B: 2\n']],
    ['no line end at the end', `${FROM}A: 1\n\na`, ['A: 1\n\na']],
    ['empty lines of the mail itself stay', `${FROM}A: 1\n\na\n\n\n\n${FROM}B: 2\n`, ['A: 1\n\na\n\n\n', 'B: 2\n']],
    ['From_ lines of Thunderbird', 'From - Tue Aug 05 10:00:00 2025\nA: 1\n\nFrom \nB: 2\n', ['A: 1\n', 'B: 2\n']],
    ['a first line of any form', 'From here\nA: 1\n', ['A: 1\n']],
    ['dates with a zone, as of Gmail', 'From 17@xxx Mon Jan 01 10:00:00 +0000 2024\nA: 1\n', ['A: 1\n']],
    ['quoted From_ lines', `${FROM}A: 1\n\n>From me\n>>From you\n> From\n`, ['A: 1\n\nFrom me\n>From you\n> From\n']],
    [
      'prose that begins with From',
      `${FROM}A: 1\n\nFrom 10:00 to 12:00 in 2024\n`,
      ['A: 1\n\nFrom 10:00 to 12:00 in 2024\n'],
    ],
    ['nothing but a From_ line', FROM, []],
    ['nothing', '', []],
  ];
  for (const [name, mbox, mails] of cases)
    it(`gives its mails: ${name}`, () => {
      assert.deepEqual(read(mbox), mails);
      assert.deepEqual(read(mbox, 1), mails);
    });

  const line = fc.constantFrom(
    '',
    'text',
    'From ',
    'From ann',
    FROM.trim(),
    '>From x',
    '>>From x',
    '>',
    'F',
    'A: 1',
    '\r',
  );
  const mail = fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) => `${lines.join('\n')}\n`);
  it('gives back what was written into it, in whatever pieces it comes', () => {
    fc.assert(
      fc.property(fc.array(mail, { maxLength: 5 }), fc.integer({ min: 1, max: 50 }), (mails, size) => {
        const quoted = mails.map((each) => each.replace(/^(?=>*From )/gm, '>'));
        assert.deepEqual(read(quoted.map((each) => `${FROM}${each}\n`).join(''), size), mails);
      }),
      { numRuns: 500 },
    );
  });

  it('is read in step: what is held does not grow with it', async () => {
    const chunk = Buffer.from('a line of some text\n\n'.repeat(50_000));
    const scanner = new MboxScanner();
    scanner.write(Buffer.from(FROM));
    const held = (): number => {
      collectGarbage();
      return process.memoryUsage().arrayBuffers;
    };
    const before = held();
    for (let i = 0; i < 100; i += 1) assert.deepEqual(scanner.write(chunk), []);
    // V8 gives buffers back beside the program, a moment after it found that nobody has them.
    const isLittle = (): boolean => held() - before < 1_000_000;
    await until(isLittle, { what: 'less than a megabyte of a hundred held', within: 20_000 });
    assert.deepEqual(scanner.end(), [{ start: FROM.length, end: FROM.length + 100 * chunk.length - 1 }]);
  });

  it('is quoted so that unquoting gives it back, in whatever pieces it comes', () => {
    const piece = fc.constantFrom('From ', 'From', '>', '>>', '\n', '\r\n', ' ', 'x', 'Fro');
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (mail, size) => {
        const quoter = new FromQuoter();
        const quoted: Buffer[] = [];
        const bytes = Buffer.from(mail);
        for (let at = 0; at < bytes.length; at += size) quoted.push(quoter.write(bytes.subarray(at, at + size)));
        quoted.push(quoter.end());
        const file = Buffer.concat(quoted);
        assert.doesNotMatch(file.toString(), /^From /m);
        const unquoter = new FromUnquoter();
        assert.equal(Buffer.concat([unquoter.write(file), unquoter.end()]).toString(), mail);
      }),
    );
  });
});
