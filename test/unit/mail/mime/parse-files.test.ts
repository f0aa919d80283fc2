import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { parseMail, readFile } from '../../../../src/mail/mime/parse.ts';
import type { ParseLimits } from '../../../../src/mail/types.ts';
import { codes, fileOf, head, multipart, names, parse, pieces } from './parse-helpers.ts';

describe('files of a mail', () => {
  it('are hashed, measured, and read again by their index', async () => {
    const mail = multipart(
      'mixed',
      '\nhello',
      `Content-Type: application/pdf\nContent-Disposition: attachment; ` +
        `filename*=utf-8''%C3%84rger.pdf\nContent-Transfer-Encoding: ` +
        `base64\n\n${Buffer.from('PDF bytes').toString('base64')}`,
      'Content-Type: image/png; name=x.png\nContent-ID: <pic@x>\nContent-Disposition: inline\n\nPNG',
    );
    const parsed = await parse(mail);
    assert.deepEqual(parsed.files, [
      {
        index: 0,
        type: 'application/pdf',
        name: 'Ärger.pdf',
        disposition: 'attachment',
        contentId: null,
        size: 9,
        sha256: createHash('sha256').update('PDF bytes').digest('hex'),
      },
      {
        index: 1,
        type: 'image/png',
        name: 'x.png',
        disposition: 'inline',
        contentId: 'pic@x',
        size: 3,
        sha256: createHash('sha256').update('PNG').digest('hex'),
      },
    ]);
    assert.equal((await fileOf(mail, 0)).toString(), 'PDF bytes');
    assert.equal((await fileOf(mail, 1)).toString(), 'PNG');
    assert.equal(await readFile(pieces(mail), 2), null);
  });
  const fileNames: readonly (readonly [string, string, string])[] = [
    ['a path', 'filename="../../etc/passwd"', 'passwd'],
    ['a Windows path', 'filename="C:\\\\temp\\\\a.txt"', 'a.txt'],
    ['dots alone', 'filename=".."', 'file-1.bin'],
    ['bidi controls', 'filename="=?utf-8?q?a=E2=80=AEgpj.exe?="', 'agpj.exe'],
    [
      'a space at the edge of a piece',
      `filename*0="minutes of"; filename*1=" the board.txt"`,
      'minutes of the board.txt',
    ],
    ['pieces by RFC 2231', `filename*0*=utf-8''%C3%A4; filename*1="b"; filename*2=.txt`, 'äb.txt'],
    ['an encoded word in quotes', 'filename="=?iso-8859-1?Q?=E4.txt?="', 'ä.txt'],
    ['quotes that are not escaped', 'filename="a "b" c.txt"', 'a _b_ c.txt'],
    ['no quotes around spaces', 'filename=my file.txt; size=3', 'my file.txt'],
    ['no name', 'x=y', 'file-1.bin'],
  ];
  for (const [name, parameters, expected] of fileNames)
    it(`are named safely: ${name}`, async () => {
      const mail = await parse(
        multipart(
          'mixed',
          `Content-Type: application/octet-stream\nContent-Disposition: attachment; ${parameters}\n\nx`,
        ),
      );
      assert.equal(mail.files[0]?.name, expected);
    });
  it('keep their extension when the name is very long', async () => {
    const mail = await parse(multipart('mixed', `Content-Type: application/pdf; name="${'ä'.repeat(500)}.pdf"\n\nx`));
    assert.match(mail.files[0]?.name ?? '', /^ä{116}\.pdf$/);
  });
  it('stand in text by uuencode', async () => {
    const mail = `${head}\nbefore\nbegin 644 cat.txt\n#0V%T\n\`\nend\nafter\nbegin 644 is only said\nend\n`;
    const parsed = await parse(mail);
    assert.deepEqual(
      [parsed.text, names(parsed)],
      ['before\nafter\nbegin 644 is only said\nend\n', ['cat.txt text/plain']],
    );
    assert.equal((await fileOf(mail, 0)).toString(), 'Cat');
  });
  it('stand in text by yEnc', async () => {
    const data = Buffer.from('Hello = world\n');
    const encoded = Buffer.from(
      Array.from(data, (byte) => (byte + 42) & 255).flatMap((byte) =>
        [0, 10, 13, 61].includes(byte) ? [61, byte + 64] : [byte],
      ),
    );
    const mail = Buffer.concat([
      Buffer.from(`${head}\nbefore\n=ybegin line=128 size=14 name=a.bin\n`),
      encoded,
      Buffer.from('\n=yend size=14\nafter\n'),
    ]);
    const parsed = await parse(mail);
    assert.deepEqual([parsed.text, parsed.files[0]?.name], ['before\nafter\n', 'a.bin']);
    assert.deepEqual(await fileOf(mail, 0), data);
  });
  it('may be a whole mail, named by its subject', async () => {
    const mail = await parse(
      multipart(
        'mixed',
        '\nsee below',
        'Content-Type: message/rfc822\n\nFrom: b@example.org\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe/x?=\n' +
          'Content-Type: multipart/mixed; boundary=c\n\n--c\n\ninner\n--c--',
      ),
    );
    assert.deepEqual([mail.text, names(mail)], ['see below', ['Grüße-x.eml message/rfc822']]);
  });
  it('are the parts of a calendar, a signature, a contact', async () => {
    const mail = await parse(
      multipart(
        'alternative',
        '\nhi',
        'Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR',
        'Content-Type: application/pgp-signature\n\nsig',
      ),
    );
    assert.deepEqual(names(mail), ['invitation.ics text/calendar', 'signature.asc application/pgp-signature']);
  });
});

describe('limits of parsing', () => {
  const small: ParseLimits = {
    size: 20_000,
    header: 2000,
    fields: 20,
    depth: 3,
    parts: 5,
    recipients: 3,
    references: 4,
    text: 1000,
    tnef: 1000,
  };
  it('of size fail the mail', async () =>
    assert.deepEqual(await parseMail(pieces('a'.repeat(30_000), 1000), small), {
      ok: false,
      failure: { code: 'too-large', detail: 'more than 20000 bytes', limit: 20_000 },
    }));
  it('of nothing fail the mail', async () =>
    assert.deepEqual(await parseMail(pieces('')), { ok: false, failure: { code: 'empty', detail: 'no bytes' } }));
  it('of fields cut the header', async () => {
    const result = await parseMail(pieces(`${'X-A: b\n'.repeat(50)}From: a@example.org\n\nHi`), small);
    assert.ok(result.ok);
    const { mail, headers } = result;
    assert.deepEqual([headers.length, mail.text, codes(mail).includes('header-too-long')], [20, 'Hi', true]);
  });
  it('of a header cut it', async () =>
    assert.equal((await parse(`From: a@example.org\nX-A: ${'b'.repeat(9000)}\nSubject: x\n\nHi`, small)).text, 'Hi'));
  it('of depth leave a file', async () => {
    const nest = (depth: number): string =>
      depth === 0
        ? 'Content-Type: text/plain\n\ndeep'
        : `Content-Type: multipart/mixed; boundary=n${depth}\n\n--n${depth}\n${nest(depth - 1)}\n--n${depth}--`;
    const mail = await parse(`${head}${nest(6)}`, small);
    assert.deepEqual([mail.files.map((file) => file.type), codes(mail)], [['multipart/mixed'], ['too-deep']]);
  });
  it('of parts leave the rest out', async () => {
    const mail = await parse(
      multipart('mixed', ...Array.from({ length: 9 }, (_, i) => `Content-Type: application/zip; name=${i}.zip\n\nx`)),
      small,
    );
    assert.deepEqual([mail.files.length, codes(mail)], [5, ['too-many-parts']]);
  });
  it('of recipients and references keep the first and the last', async () => {
    const mail = await parse(
      `${head}To: a@x.example, b@x.example, c@x.example, d@x.example\nReferences: <1> <2> <3> <4> <5> <6>\n\nHi`,
      small,
    );
    assert.deepEqual(
      [mail.to.length, mail.references, codes(mail)],
      [3, ['<1>', '<4>', '<5>', '<6>'], ['too-many-references', 'too-many-recipients']],
    );
  });
  it('cut a text that is too long', async () => {
    const mail = await parse(`${head}\n${'word\n'.repeat(2000)}`, small);
    assert.deepEqual([(mail.text ?? '').length <= 1000, codes(mail)], [true, ['text-cut']]);
  });
});

describe('the content hash', () => {
  const base = multipart(
    'mixed',
    'Content-Type: text/plain; charset=utf-8\n\nGrüße',
    'Content-Type: application/zip; name=a.zip\n\nzip',
  ).replace('\n', '\nTo: bob@example.net, carl@example.net\nSubject: Hello\n');
  const same: readonly (readonly [string, (mail: string) => string])[] = [
    [
      'other trace fields',
      (mail) => `Received: from x by y\nReturn-Path: <z@example.org>\nX-Spam: no\nDKIM-Signature: v=1\n${mail}`,
    ],
    ['other line ends', (mail) => mail.replace(/\n/g, '\r\n')],
    [
      'another encoding',
      (mail) =>
        mail.replace(
          'charset=utf-8\n\nGrüße',
          'charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=C3=9Fe',
        ),
    ],
    [
      'another order of recipients',
      (mail) => mail.replace('bob@example.net, carl@example.net', 'Carl <carl@example.net>, BOB@example.net'),
    ],
    ['the prefix of a list', (mail) => mail.replace('Subject: Hello', 'Subject: [team] Hello')],
    [
      'the footer of a list',
      (mail) =>
        mail.replace(
          'Grüße',
          'Grüße\n_______________________________________________\nteam mailing list\nteam@example.org\n',
        ),
    ],
    ['another spelling of the time zone', (mail) => mail.replace('10:00:00 +0100', '09:00:00 GMT')],
  ];
  for (const [name, change] of same)
    it(`stays with ${name}`, async () => {
      assert.notEqual(change(base), base);
      assert.equal((await parse(change(base))).contentHash, (await parse(base)).contentHash);
    });
  const other: readonly (readonly [string, (mail: string) => string])[] = [
    ['other words', (mail) => mail.replace('Grüße', 'Geld')],
    ['another file', (mail) => mail.replace('\nzip\n', '\nexe\n')],
    ['another sender', (mail) => mail.replace('ann@example.org', 'eve@example.org')],
    ['another recipient', (mail) => mail.replace('carl@', 'eve@')],
    ['another subject', (mail) => mail.replace('Hello', 'Hi')],
    ['another date', (mail) => mail.replace('10:00:00', '10:00:01')],
    [
      'words behind what looks like a footer',
      (mail) => mail.replace('Grüße', `Grüße\n${'_'.repeat(40)}\n${'pay here\n'.repeat(20)}`),
    ],
  ];
  for (const [name, change] of other)
    it(`changes with ${name}`, async () =>
      assert.notEqual((await parse(change(base))).contentHash, (await parse(base)).contentHash));
});

describe('a file name without quotes', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['filename=Offerte nr 12; versie 3.pdf', 'Offerte nr 12; versie 3.pdf'],
    ['filename=Offerte; nr 12; v3.pdf; size=5', 'Offerte; nr 12; v3.pdf'],
    ['filename=R&amp;D.pdf', 'R&amp;D.pdf'],
    ['filename=Vertrag; Entwurf', 'Vertrag; Entwurf'],
    ['filename=a.pdf; inline', 'a.pdf'],
    ['filename=a.pdf;', 'a.pdf'],
    ['filename=a.pdf; size=5', 'a.pdf'],
    ['size=5; filename="a; b.pdf"; x', 'a; b.pdf'],
  ];
  for (const [written, name] of cases) {
    it(`keeps what is its own: ${written}`, async () => {
      const part = `Content-Type: application/pdf\nContent-Disposition: attachment; ${written}\n\npdf`;
      assert.deepEqual(names(await parse(multipart('mixed', part))), [`${name} application/pdf`]);
    });
  }
});

describe('an empty part without a name', () => {
  it('is no file, and leaves the numbers of the others', async () => {
    const mail = await parse(
      multipart('related', 'Content-Type: text/html\n\n<p>Hi</p>', '', 'Content-Type: image/png; name=a.png\n\npng'),
    );
    assert.deepEqual(
      mail.files.map(({ name, index }) => [name, index]),
      [['a.png', 1]],
    );
    const again = multipart(
      'related',
      'Content-Type: text/html\n\n<p>Hi</p>',
      '',
      'Content-Type: image/png; name=a.png\n\npng',
    );
    assert.equal((await fileOf(again, 1)).toString(), 'png');
  });
  it('is a file where it was attached, named, or is no text', async () => {
    const mail = await parse(
      multipart(
        'mixed',
        'Content-Type: text/plain\n\nHi',
        'Content-Type: text/plain\nContent-Disposition: attachment\n\n',
        'Content-Type: text/plain; name=empty.txt\nContent-Disposition: attachment\n\n',
        'Content-Type: application/pdf\n\n',
      ),
    );
    assert.equal(mail.files.length, 3);
  });
});
