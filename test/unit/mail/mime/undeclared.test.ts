import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import iconv from 'iconv-lite';
import { defaultLimits, parseMail } from '../../../../src/mail/mime/parse.ts';
import { fileOf, head, parse, pieces } from './parse-helpers.ts';

const italian = 'Buongiorno, lunedì il negozio è chiuso, però martedì sarà aperto più a lungo.';
const czech = 'Dobrý den, posílám vám přílohu. Děkuji za rychlou odpověď, těším se na setkání.';
const polish = 'Dzień dobry, przesyłam zaległą fakturę i proszę o odpowiedź.';

const part = (type: string, text: string, charset: string): Buffer =>
  Buffer.concat([Buffer.from(`--b\nContent-Type: ${type}\n\n`), iconv.encode(text, charset), Buffer.from('\n')]);
const mixed = (first: Buffer, ...parts: Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from(head),
    first,
    Buffer.from('Content-Type: multipart/mixed; boundary=b\n\n'),
    ...parts,
    Buffer.from('--b--\n'),
  ]);

describe('a mail that names no charset', () => {
  for (const [language, charset, body, subject] of [
    ['Italian', 'windows-1252', italian, 'Però'],
    ['Czech', 'windows-1250', czech, 'Č. 5 ň'],
    ['Polish', 'iso-8859-2', polish, 'Ł'],
    ['Greek', 'windows-1253', 'Καλημέρα σας, στέλνω το τιμολόγιο.', 'ΕΠΕΙΓΟΝ'],
    ['Russian', 'koi8-r', 'Добрый день, отправляю вам счёт за март.', 'СРОЧНО'],
    ['Ukrainian', 'windows-1251', 'Доброго дня, надсилаю рахунок.', 'Київ'],
  ] as const)
    it(`is in one as a whole: a word in ${language} in the subject is read as the body is`, async () => {
      const mail = await parse(
        iconv.encode(`${head}Subject: ${subject}\nTo: ${subject} <to@example.org>\n\n${body}`, charset),
      );
      assert.deepEqual([mail.subject, mail.to[0]?.name, mail.text], [subject, subject, body]);
    });

  it('is decided by no part that names its own', async () => {
    const mail = await parse(
      mixed(
        iconv.encode('Subject: Però\n', 'windows-1252'),
        part('text/plain; charset=iso-8859-2', `${polish}\n`.repeat(20), 'iso-8859-2'),
        part('text/plain', italian, 'windows-1252'),
      ),
    );
    assert.equal(mail.subject, 'Però');
    assert.match(mail.text ?? '', /zaległą[^]*lunedì il negozio è chiuso/u);
  });

  it('is decided by no mail that is attached to it, and decides for none', async () => {
    const inner = iconv.encode(`Subject: Příloha č. 5\n\n${`${czech}\n`.repeat(20)}`, 'windows-1250');
    const mail = await parse(
      mixed(
        iconv.encode('Subject: Però\n', 'windows-1252'),
        part('text/plain', italian, 'windows-1252'),
        Buffer.concat([Buffer.from('--b\nContent-Type: message/rfc822\n\n'), inner, Buffer.from('\n')]),
      ),
    );
    assert.deepEqual([mail.subject, mail.files.map((file) => file.name)], ['Però', ['Příloha č. 5.eml']]);
    assert.match(mail.text ?? '', /lunedì il negozio è chiuso/u);
  });

  it('names its files in the same', async () => {
    const bytes = mixed(
      Buffer.from('Subject: x\n'),
      iconv.encode('--b\nContent-Type: application/pdf; name="Kůň.pdf"\n\n1\n', 'windows-1250'),
      iconv.encode(
        '--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename="ň.pdf"\n\n2\n',
        'windows-1250',
      ),
      part('text/plain', czech, 'windows-1250'),
      iconv.encode('--b\nContent-Type: text/plain\n\nbegin 644 účet ň.txt\n#0V%T\n`\nend\n', 'windows-1250'),
    );
    const mail = await parse(bytes);
    assert.deepEqual(
      mail.files.map((file) => file.name),
      ['Kůň.pdf', 'ň.pdf', 'účet ň.txt'],
    );
    assert.equal((await fileOf(bytes, 1)).toString(), '2');
  });

  it('reads encoded words whose labels are not true as the rest', async () => {
    const mail = await parse(
      iconv.encode(
        `From: =?us-ascii?Q?Ji=F8=ED_=C8ern=FD?= <j@example.org>\nSubject: =?utf-8?Q?=C8?= ` +
          '=?x-unknown?Q?=2E_=F2?= 5\n' +
          `Reply-To: =??Q?=D8?= <r@example.org>\n\n${czech}`,
        'windows-1250',
      ),
    );
    assert.deepEqual([mail.from[0]?.name, mail.subject, mail.replyTo[0]?.name], ['Jiří Černý', 'Č. ň 5', 'Ř']);
  });
  it('knows words whose label stands in quotes', async () =>
    assert.equal((await parse(`${head}Subject: =?"iso-8859-2"?Q?=A3=F3d=BC?=\n\nx`)).subject, 'Łódź'));

  it('leaves fields in UTF-8 what they are', async () => {
    const mail = await parse(
      Buffer.concat([Buffer.from(`${head}Subject: Grüße – Łódź\n\n`), iconv.encode(italian, 'windows-1252')]),
    );
    assert.deepEqual([mail.subject, mail.text], ['Grüße – Łódź', italian]);
  });

  for (const label of ['utf-8', 'us-ascii', 'ISO-2022-JP', 'utf-7', 'x-unknown'])
    it(`is read as one that says ${label} over Latin-1`, async () => {
      const mail = await parse(
        iconv.encode(
          `${head}Subject: Però lunedì\nContent-Type: text/plain; charset=${label}\n\n${italian}`,
          'windows-1252',
        ),
      );
      assert.deepEqual([mail.subject, mail.text], ['Però lunedì', italian]);
    });

  it('takes a charset that its head names as a hint, and no more', async () => {
    const cyrillic = 'Добрый день, отправляю вам счёт за март.';
    const mail = await parse(
      Buffer.concat([
        Buffer.from(`${head}Subject: =?iso-8859-1?Q?Gr=FC=DFe?=\n\n`),
        iconv.encode(cyrillic, 'windows-1251'),
      ]),
    );
    assert.deepEqual([mail.subject, mail.text], ['Grüße', cyrillic]);
  });
});

describe('bytes of a stranger without a charset', () => {
  const took = async (mail: Buffer): Promise<number> => {
    const begun = performance.now();
    assert.ok((await parseMail(pieces(mail, 1 << 16), defaultLimits)).ok);
    return performance.now() - begun;
  };
  const noise = (size: number): Buffer =>
    Buffer.from(Array.from({ length: size }, (_, i) => 0x80 + ((i * 7919) % 127)));
  const word = (i: number): string => `=?${i % 2 === 0 ? 'us-ascii' : 'x'}?Q?=FC=81?=`;

  // Each would cost minutes if every piece were guessed at alone.
  it('take a bounded time: a header of words with untrue labels', async () =>
    assert.ok(
      (await took(Buffer.from(`To: ${Array.from({ length: 12_000 }, (_, i) => word(i)).join(' ')}\n\nx`))) < 5000,
    ));
  it('take a bounded time: a thousand fields', async () => {
    const fields = Array.from({ length: 1000 }, (_, i) =>
      Buffer.concat([Buffer.from(`X-${i}: `), noise(200), Buffer.from('\n')]),
    );
    assert.ok((await took(Buffer.concat([...fields, Buffer.from('\nx')]))) < 10_000);
  });
  it('take a bounded time: a body of noise, in one line and in many', async () => {
    const body = noise(4 * 1024 * 1024);
    assert.ok((await took(Buffer.concat([Buffer.from('Subject: x\n\n'), body]))) < 10_000);
    for (let i = 0; i < body.length; i += 20) body[i] = 0x0a;
    assert.ok((await took(Buffer.concat([Buffer.from('Subject: x\n\n'), body]))) < 10_000);
  });
  it('take a bounded time: a hundred parts', async () => {
    const parts = Array.from({ length: 100 }, (_, i) =>
      Buffer.concat([
        Buffer.from(`--b\nContent-Type: application/x; name="`),
        noise(100 + i),
        Buffer.from('"\n\nx\n--b\n\n'),
        noise(5000),
        Buffer.from('\n'),
      ]),
    );
    assert.ok((await took(mixed(Buffer.from(''), ...parts))) < 10_000);
  });
});
