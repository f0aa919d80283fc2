import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { beginsCms, readCms } from '../../../../src/mail/mime/cms.ts';
import { defaultLimits } from '../../../../src/mail/mime/parse.ts';
import { isPasswordProtected, secureNotices, secureParts } from '../../../../src/mail/mime/secure.ts';
import type { SecureParts } from '../../../../src/mail/mime/secure.ts';
import { codes, fileOf, parse } from './parse-helpers.ts';

/** A mail of these parts; each is a header and a body. */
const mixed = (...parts: readonly (readonly [string, string | Buffer])[]): string =>
  'From: a@north.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n' +
  parts
    .map(([head, body]) =>
      typeof body === 'string'
        ? `--b\n${head}\n\n${body}\n`
        : `--b\n${head}\nContent-Transfer-Encoding: base64\n\n${body.toString('base64')}\n`,
    )
    .join('') +
  '--b--\n';

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const size =
    body.length < 128
      ? [body.length]
      : [0x84, body.length >>> 24, (body.length >> 16) & 255, (body.length >> 8) & 255, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};
const ber = (tag: number, ...parts: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([tag, 0x80]), ...parts, Buffer.from([0, 0])]);
const type = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const dataType = type('2a864886f70d010701');
/** SignedData; without content where there is none. */
const signed = (content: Buffer | null, wrap = der): Buffer =>
  wrap(
    0x30,
    type('2a864886f70d010702'),
    wrap(
      0xa0,
      wrap(
        0x30,
        der(0x02, Buffer.from([1])),
        wrap(0x31, der(0x30, type('608648016503040201'))),
        content === null ? wrap(0x30, dataType) : wrap(0x30, dataType, wrap(0xa0, content)),
        der(0x31),
      ),
    ),
  );
const sealed = (text: string): Buffer => signed(der(0x04, Buffer.from(text)));
const enveloped = der(0x30, type('2a864886f70d010703'), der(0xa0, der(0x30, der(0x02, Buffer.from([0])))));
const entity = 'Content-Type: text/plain; charset=utf-8\r\n\r\nHello from inside.\r\n';
const p7m = 'Content-Type: application/pkcs7-mime; name=smime.p7m';
const octets = 'Content-Type: application/octet-stream; name=smime.p7m\nContent-Disposition: attachment';
const armour = '-----BEGIN PGP MESSAGE-----\n\nhQEM\n=abcd\n-----END PGP MESSAGE-----\n';

describe('what a part of a mail is', () => {
  const protections = async (source: string): Promise<string> => {
    const mail = await parse(source);
    const parts = secureParts(mail);
    return `${parts.protections.join()}${parts.unreadable ? ', unreadable' : ''}`;
  };
  it('is said by its bytes, whatever it is called', async () => {
    const opaque = sealed(entity);
    for (const head of [
      p7m,
      octets,
      `${p7m}; smime-type=enveloped-data`,
      'Content-Type: application/octet-stream; name=ATT00001',
      'Content-Type: application/x-pkcs7-mime; smime-type=signed-data; name=smime.p7m',
    ]) {
      assert.equal(await protections(mixed([head, opaque])), 'signed-smime', head);
      assert.equal(await protections(mixed([head, enveloped])), 'encrypted-smime, unreadable', head);
    }
    assert.equal(
      await protections(mixed([`${p7m}; smime-type=signed-data`, enveloped])),
      'encrypted-smime, unreadable',
    );
    assert.equal(
      await protections(mixed(['Content-Type: application/octet-stream; name=ATT2', armour])),
      'encrypted-pgp, unreadable',
    );
    assert.equal(
      await protections(
        mixed(
          ['Content-Type: text/plain', 'Hi'],
          ['Content-Type: application/octet-stream; name=ATT2', armour.replaceAll('MESSAGE', 'SIGNATURE')],
        ),
      ),
      'signed-pgp',
    );
  });
  it('is said by its own Content-Type where the bytes say nothing, never by that of the mail', async () => {
    const damaged = Buffer.from('damaged');
    assert.equal(await protections(mixed([p7m, damaged])), 'encrypted-smime, unreadable');
    assert.equal(await protections(mixed([`${p7m}; smime-type=signed-data`, damaged])), 'opaque-smime, unreadable');
    assert.equal(await protections(mixed([`${p7m}; smime-type=certs-only`, damaged])), '');
    const stripped = mixed(['Content-Type: text/plain', 'Hi']).replace(
      'multipart/mixed',
      'multipart/signed; protocol="application/pgp-signature"',
    );
    assert.equal(await protections(stripped), '');
  });
  it('is told of each part by itself', async () => {
    const both = mixed([p7m, sealed(entity)], [p7m.replace('smime', 'second'), enveloped]);
    assert.equal(await protections(both), 'encrypted-smime,signed-smime');
  });
  it('is nothing but a file where it holds keys, certificates, or the signature of one document', async () => {
    const text = ['Content-Type: text/plain', 'Hi'] as const;
    const file = (name: string, of = 'application/octet-stream') => `Content-Type: ${of}; name="${name}"`;
    for (const [head, body] of [
      [file('certs.p7c', 'application/pkcs7-mime'), signed(null)],
      [file('offer.pdf.p7s', 'application/pkcs7-signature'), signed(null)],
      [file('release.tar.gz.asc'), armour.replaceAll('MESSAGE', 'SIGNATURE')],
      [file('key.asc', 'application/pgp-keys'), armour.replaceAll('MESSAGE', 'PUBLIC KEY BLOCK')],
      [file('me.p12'), der(0x30, der(0x02, Buffer.from([3])), der(0x30, dataType))],
    ] as const) {
      assert.equal(await protections(mixed(text, [head, body])), '', head);
    }
    assert.equal(
      await protections(mixed(text, [file('smime.p7s', 'application/pkcs7-signature'), signed(null)])),
      'signed-smime',
    );
  });
  it('is a file that needs a key where one document is encrypted', async () => {
    const mail = await parse(
      mixed(
        ['Content-Type: text/plain', 'The plan is attached.'],
        ['Content-Type: application/octet-stream; name="plan.pdf.asc"', armour],
        ['Content-Type: application/octet-stream; name="plan.pdf.p7m"', enveloped],
      ),
    );
    assert.deepEqual(mail.sealed, [
      { file: 0, is: 'locked' },
      { file: 1, is: 'locked' },
    ]);
    assert.deepEqual(secureParts(mail).protections, []);
  });
});

describe('an opaque signature', () => {
  const whole =
    `Content-Type: multipart/mixed; boundary=in\r\n\r\n--in\r\n${entity}--in\r\n` +
    'Content-Type: text/csv; name=offer.csv\r\n\r\nlamp;12\r\n--in--\r\n';
  const inside = async (source: string) => {
    const mail = await parse(source);
    const files = await Promise.all(
      mail.files.map(async ({ index, name }) => [name, (await fileOf(source, index)).toString()] as const),
    );
    return { text: mail.text, html: mail.html, files: files.filter(([name]) => !name.endsWith('.p7m')) };
  };
  it('is read in its place, and what it holds are files of the mail', async () => {
    const footer = ['Content-Type: text/plain', '_____\nthe list'] as const;
    const found = await inside(mixed([octets, sealed(whole)], footer, ['Content-Type: text/csv; name=b.csv', 'b']));
    assert.match(found.text ?? '', /^Hello from inside\.\s+_____\nthe list/);
    assert.deepEqual(found.files, [
      ['offer.csv', 'lamp;12'],
      ['b.csv', 'b'],
    ]);
    assert.match((await inside(mixed(footer, [octets, sealed(whole)]))).text ?? '', /the list\s+Hello from inside/);
  });
  it('is read from BER in pieces without lengths, and from one in another', async () => {
    const half = whole.length >> 1;
    const pieces = ber(
      0x24,
      der(0x04, Buffer.from(whole.slice(0, half))),
      ber(0x24, der(0x04, Buffer.alloc(0)), der(0x04, Buffer.from(whole.slice(half)))),
    );
    const found = await inside(mixed([octets, signed(pieces, ber)]));
    assert.equal(found.text?.trim(), 'Hello from inside.');
    assert.deepEqual(found.files, [['offer.csv', 'lamp;12']]);
    const nested = `${p7m}\r\nContent-Transfer-Encoding: base64\r\n\r\n${sealed(whole).toString('base64')}\r\n`;
    assert.equal((await inside(mixed([octets, sealed(nested)]))).text?.trim(), 'Hello from inside.');
  });
  it('gives a plain text, and a document that was signed by itself, as what they are', async () => {
    assert.equal(
      (await inside(mixed([p7m, sealed('Hello,\nno header here.\n')]))).text?.trim(),
      'Hello,\nno header here.',
    );
    const pdf = '%PDF-1.7 \u0000 content-type: nothing';
    const mail = mixed(['Content-Type: text/plain', 'Hi'], [p7m.replace('smime', 'offer.pdf'), sealed(pdf)]);
    assert.deepEqual(await inside(mail), { text: 'Hi', html: null, files: [['offer.pdf', pdf]] });
    assert.deepEqual((await parse(mail)).sealed, []);
  });
  it('stays closed, with a word about it, where it breaks off', async () => {
    const bytes = sealed(whole);
    const mail = await parse(mixed([p7m, bytes.subarray(0, bytes.length - 200)]));
    assert.deepEqual([mail.text, mail.sealed], [null, [{ file: 0, is: 'opaque-smime' }]]);
  });
  it('is opened three deep, and no deeper', async () => {
    let source = entity;
    for (let level = 0; level < 6; level += 1)
      source = `${p7m}\r\nContent-Transfer-Encoding: base64\r\n\r\n${sealed(source).toString('base64')}\r\n`;
    const mail = await parse(`From: a@north.example\r\n${source}`);
    assert.equal(mail.files.length, 4);
    // What is in the last one is not known.
    assert.deepEqual(
      mail.sealed.map(({ is }) => is),
      ['signed-smime', 'signed-smime', 'signed-smime', 'opaque-smime'],
    );
    assert.ok(codes(mail).includes('sealed-too-deep'));
  });
  it('of a document is opened three deep too', async () => {
    let bytes: Buffer = Buffer.from('%PDF-1.7');
    for (let level = 0; level < 6; level += 1) bytes = signed(der(0x04, bytes));
    const mail = await parse(mixed([p7m.replace('smime.p7m', `plan.pdf${'.p7m'.repeat(6)}`), bytes]));
    assert.deepEqual(
      mail.files.map(({ name }) => name.length),
      [32, 28, 24, 20],
    );
    assert.ok(codes(mail).includes('sealed-too-deep'));
  });
  it('opens no more parts than a mail may have', async () => {
    const parts = '--in\r\nContent-Type: text/csv\r\n\r\nx\r\n'.repeat(500);
    const many = `Content-Type: multipart/mixed; boundary=in\r\n\r\n${parts}--in--\r\n`;
    const mail = await parse(mixed([p7m, sealed(many)], [p7m, sealed(many)]));
    assert.ok(mail.files.length <= defaultLimits.parts);
    assert.ok(codes(mail).includes('too-many-parts'));
  });
});

describe('CMS', () => {
  it('is told from other files', () => {
    for (const bytes of ['', '0', '0\u0080', 'hello', '%PDF-1.7', '-----BEGIN PKCS7-----']) {
      assert.equal(beginsCms(Buffer.from(bytes, 'latin1')), false);
      assert.equal(readCms(Buffer.from(bytes, 'latin1')), null);
    }
    assert.ok(beginsCms(enveloped.subarray(0, 20)));
    assert.deepEqual(readCms(signed(null)), { kind: 'signed', content: null, whole: true });
  });
  it('never throws, and gives no more than there is', () => {
    const content = der(0x04, Buffer.from(entity));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(400), fc.boolean(), (rest, cut, inPieces) => {
        for (const bytes of [
          signed(Buffer.from(rest), inPieces ? ber : der),
          signed(content, inPieces ? ber : der).subarray(0, cut),
          Buffer.concat([signed(content).subarray(0, cut), rest]),
        ])
          assert.ok((readCms(bytes)?.content?.length ?? 0) <= bytes.length);
      }),
    );
  });
  it('takes little memory and time however many pieces it is in', () => {
    const pieces = Buffer.alloc(4 * 1024 * 1024, Buffer.from([0x04, 0x00]));
    const started = performance.now();
    assert.equal(readCms(signed(der(0x24, pieces)))?.content?.length, 0);
    assert.equal(readCms(signed(Buffer.alloc(4 * 1024 * 1024, Buffer.from([0x24, 0x80]))))?.whole, false);
    assert.ok(performance.now() - started < 5_000);
  });
});

describe('OpenPGP inside a text', () => {
  const parts = (text: string | null, html: string | null = null): SecureParts =>
    secureParts({ sealed: [], text, html });
  const begin = '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n';
  const end = '\n-----BEGIN PGP SIGNATURE-----\n\niQ\n-----END PGP SIGNATURE-----\n';
  it('leaves the signed text, with what stands around it', () => {
    const one = parts(`Before\n${begin}Hello\n- -- \nAnna${end}footer`);
    assert.equal(one.text, 'Before\n\nHello\n-- \nAnna\n\nfooter');
    assert.deepEqual([one.protections, one.unreadable], [['signed-pgp'], false]);
    assert.match(secureNotices(one.protections, 'de')[0] ?? '', /OpenPGP signiert/);
    assert.equal(parts(`${begin}One${end}between\n${begin}Two${end}`).text, 'One\n\nbetween\n\nTwo');
  });
  it('leaves it in HTML too, in which a plain part beside HTML stands', () => {
    const html = `<div>${`${begin}12 &lt; 15\n- -- \nAnna${end}`.replaceAll('\n', '<br>\n')}</div><br>\n<p>footer</p>`;
    const one = parts(null, html);
    assert.equal(one.html, '<div>12 &lt; 15<br>\n-- <br>\nAnna<br>\n<br>\n</div><br>\n<p>footer</p>');
    assert.deepEqual(one.protections, ['signed-pgp']);
  });
  it('hides what is encrypted, and says so where nothing else is there', () => {
    assert.deepEqual(parts(`Hi\n${armour}Bob`), {
      protections: ['encrypted-pgp'],
      unreadable: false,
      text: 'Hi\n\nBob',
      html: null,
    });
    assert.deepEqual(parts(armour), { protections: ['encrypted-pgp'], unreadable: true, text: '', html: null });
    const html = `<div>${armour.replaceAll('\n', '<br>\n')}</div>`;
    assert.deepEqual([parts(null, html).unreadable, parts(null, html).html], [true, '<div><br>\n</div>']);
  });
  it('leaves a text alone that only speaks of it', () => {
    for (const text of [
      'see -----BEGIN PGP MESSAGE-----\nhere',
      '> -----BEGIN PGP SIGNED MESSAGE-----\n> Hash: SHA1\n>\n> x\n> -----BEGIN PGP SIGNATURE-----',
      '-----BEGIN PGP SIGNED MESSAGE-----\nand nothing more',
      '-----BEGIN PGP MESSAGE----- is how it begins\nx',
      '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQ\n-----END PGP PUBLIC KEY BLOCK-----',
    ]) {
      assert.deepEqual(parts(text), { protections: [], unreadable: false, text, html: null });
    }
  });
  it('is found in time, however often it begins', () => {
    const started = performance.now();
    for (const piece of [
      '-----BEGIN PGP SIGNED MESSAGE-----\n',
      '-----BEGIN PGP MESSAGE-----\n',
      'x-----BEGIN PGP ',
      begin,
      end,
      'Hash: a\n',
    ]) {
      const long = begin + piece.repeat(50_000);
      parts(long, long.replaceAll('\n', '<br>\n'));
    }
    assert.ok(performance.now() - started < 10_000);
  });
});

describe('files with a password', () => {
  const office = (stream: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from(stream, 'hex'),
      Buffer.alloc(64),
    ]);
  const is = (bytes: Buffer) => isPasswordProtected(bytes, bytes);
  it('are named as such', () => {
    assert.ok(is(Buffer.from('504b03041400090008000000', 'hex')), 'zip');
    assert.ok(is(Buffer.from('%PDF-1.7 … trailer << /Encrypt 5 0 R >>')), 'pdf');
    assert.ok(is(Buffer.concat([Buffer.from('377abcaf271c0004', 'hex'), Buffer.from('2406f10701', 'hex')])), '7z');
    assert.ok(is(Buffer.from(`526172211a070000007380000d00${'00'.repeat(30)}`, 'hex')), 'rar');
    assert.ok(is(Buffer.from('526172211a070100aabbccdd2104000000', 'hex')), 'rar 5');
    assert.ok(is(Buffer.concat([office(''), Buffer.from('EncryptedPackage', 'utf16le')])), 'docx');
    assert.ok(is(office('eca5c1000000000000000001')), 'doc');
    assert.ok(is(office(`09081000${'00'.repeat(16)}2f003600`)), 'xls');
  });
  it('are told from those without one', () => {
    for (const bytes of [
      Buffer.from('504b03041400000008000000', 'hex'),
      Buffer.from('%PDF-1.7 trailer'),
      office('eca5c1000000000000000000'),
      office(`09081000${'00'.repeat(16)}e1000200`),
      Buffer.alloc(0),
      Buffer.from('hello'),
    ]) {
      assert.equal(is(bytes), false);
    }
  });
});
