import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseMail, readFile } from '../../../../src/mail/mime/parse.ts';
import { readReport } from '../../../../src/mail/report/report.ts';
import { head, multipart, pieces } from './parse-helpers.ts';
import { cpuTime } from '../../../support/cpu-time.ts';

/** Mails of every sort, to be broken. */
const mails: readonly string[] = [
  `${head}Subject: =?utf-8?B?R3LDvMOfZQ==?=\nTo: "Lee, Ann" <a@x.example>, Team: b@x.example;\nContent-Type: ` +
    `text/plain; charset=utf-8; format=flowed\n\nflowed \ntext\n> quoted\n`,
  multipart(
    'alternative',
    'Content-Type: text/plain; charset=iso-2022-jp\n\n\u001b$BF|K\\\u001b(B',
    'Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>=C3=BC</p>',
  ),
  multipart(
    'mixed',
    '\nhello',
    "Content-Type: application/pdf; name*=utf-8''%C3%A4.pdf\nContent-Transfer-Encoding: base64\n\nUERGIGJ5dGVz",
    'Content-Type: multipart/related; boundary=c\n\n--c\nContent-Type: text/html\n\n<img src="cid:x">\n--c\n' +
      'Content-Type: image/png\nContent-ID: <x>\n\nPNG\n--c--',
  ),
  multipart(
    'report; report-type=delivery-status',
    '\nfailed',
    'Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; ' +
      'a@b.example\nAction: failed\nStatus: 5.1.1',
    'Content-Type: message/rfc822\n\nFrom: a@b.example\nSubject: x\n\nx',
  ),
  `${head}\nbefore\nbegin 644 cat.txt\n#0V%T\n\`\nend\n=ybegin line=128 size=3 name=a.bin\nabc\n=yend size=3\n`,
  multipart(
    'mixed',
    'Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: ' +
      'base64\n\neJ8+IgEAAgKQBgAOAAAAAAAAAAAAAAAAAAAAAAA=',
  ),
  `${head}Content-Type: multipart/mixed\n\n--x\nContent-Type: text/plain\n\nhello\n--x--\n`,
];

type Change = {
  readonly kind: 'set' | 'cut' | 'put' | 'copy' | 'swap';
  readonly at: number;
  readonly size: number;
  readonly bytes: string;
};
const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('set', 'cut', 'put', 'copy', 'swap'),
  at: fc.nat(100_000),
  size: fc.integer({ min: 1, max: 60 }),
  bytes: fc.oneof(
    fc.constantFrom(
      '--b',
      '--b--',
      '\n\n',
      '\r\n',
      '\r',
      ':',
      '"',
      '<',
      '=?',
      '?=',
      '=',
      ';',
      '\u0000',
      'Content-Type: ',
      'boundary=b',
      'multipart/mixed',
      'base64',
      '\u00ff\u00fe',
      'begin 644 x\n',
      '=ybegin name=x\n',
      'charset=utf-7',
      '>',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  ),
});

function broken(mail: string, changes: readonly Change[]): Buffer {
  let bytes = Buffer.from(mail, 'utf8');
  for (const { kind, at, size, bytes: text } of changes) {
    const from = bytes.length === 0 ? 0 : at % bytes.length;
    const [before, here, after] = [
      bytes.subarray(0, from),
      bytes.subarray(from, from + size),
      bytes.subarray(from + size),
    ];
    const put = Buffer.from(text, 'latin1');
    const middle = {
      set: put,
      cut: Buffer.alloc(0),
      put: Buffer.concat([put, here]),
      copy: Buffer.concat([here, here]),
      swap: Buffer.from(here).reverse(),
    }[kind];
    bytes = Buffer.concat([before, middle, after]);
  }
  return bytes;
}

describe('parsing', () => {
  it('never throws, always ends, and does not depend on the pieces that a mail comes in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...mails),
        fc.array(change, { maxLength: 12 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (mail, changes, size, crlf) => {
          const bytes = broken(crlf ? mail.replace(/\n/g, '\r\n') : mail, changes);
          const [whole, cut] = [await parseMail(pieces(bytes)), await parseMail(pieces(bytes, size))];
          assert.deepEqual(cut, whole);
          if (!whole.ok) {
            assert.equal(bytes.length, 0);
            return;
          }
          readReport(whole.mail);
          const strings = [
            whole.mail.text,
            whole.mail.html,
            whole.mail.subject,
            ...whole.headers.flatMap((field) => [field.name, field.value]),
            ...whole.mail.files.map((file) => file.name),
          ];
          for (const text of strings) assert.ok(text === null || (text.isWellFormed() && !text.includes('\u0000')));
          for (const file of whole.mail.files) {
            let length = 0;
            for await (const piece of (await readFile(pieces(bytes, size), file.index)) ?? [])
              length += (piece as Uint8Array).length;
            assert.equal(length, file.size);
            assert.match(file.name, /^[^/\\\p{Cc}]{1,200}$/u);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('takes time in proportion to what came', async () => {
    const many: readonly string[] = [
      '--b\n'.repeat(100_000),
      `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(50_000)}`,
      `Content-Type: multipart/mixed; boundary=b\n\n${'--x\n'.repeat(150_000)}`,
      `Content-Type: multipart/mixed; boundary=b\n\n${'--'.repeat(300_000)}`,
      `Subject: ${'=?utf-8?q?a'.repeat(20_000)}\n\nx`,
      `Content-Type: text/plain; ${'a="'.repeat(50_000)}\n\nx`,
      `Content-Type: text/plain; ${"a*0*=utf-8''%41; ".repeat(20_000)}\n\nx`,
      `To: ${'"'.repeat(100_000)}\n\nx`,
      `References: ${'<'.repeat(200_000)}\n\nx`,
      `\n${'begin 644 x\n'.repeat(50_000)}`,
      `Content-Type: text/enriched\n\n${'<param>'.repeat(60_000)}`,
      `Content-Type: text/plain; format=flowed\n\n${'> \n'.repeat(200_000)}`,
      'a'.repeat(1_000_000),
      '\n'.repeat(1_000_000),
    ];
    for (const mail of many) {
      const from = cpuTime();
      const result = await parseMail(pieces(mail, 4096));
      assert.ok(result.ok);
      assert.ok(cpuTime() - from < 5000, `${mail.slice(0, 60)}: ${cpuTime() - from} ms`);
    }
  });
});
