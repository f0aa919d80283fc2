import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isPasswordProtected, opaqueContent, secureNotices, secureParts } from '../../../../src/mail/mime/secure.ts';
import type { MailFile } from '../../../../src/mail/types.ts';

const mail = (contentType: string, files: readonly (readonly [string, string])[] = [], text: string | null = null) => ({
  headers: [{ name: 'content-type', value: contentType }],
  files: files.map(([type, name], index): MailFile => ({
    index,
    name,
    type,
    size: 1,
    sha256: '',
    disposition: 'attachment',
    contentId: null,
  })),
  text,
  html: null,
});

describe('signed and encrypted mail', () => {
  it('is recognised by its structure', () => {
    const cases: readonly (readonly [string, string, Parameters<typeof mail>])[] = [
      [
        'signed-pgp',
        'false',
        [
          'multipart/signed; protocol="application/pgp-signature"',
          [['application/pgp-signature', 'signature.asc']],
          'Hello',
        ],
      ],
      [
        'signed-smime',
        'false',
        [
          'multipart/signed; protocol="application/pkcs7-signature"',
          [['application/pkcs7-signature', 'smime.p7s']],
          'Hello',
        ],
      ],
      [
        'encrypted-pgp',
        'true',
        [
          'multipart/encrypted; protocol="application/pgp-encrypted"',
          [
            ['application/pgp-encrypted', 'version'],
            ['application/octet-stream', 'encrypted.asc'],
          ],
        ],
      ],
      [
        'encrypted-smime',
        'true',
        [
          'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
          [['application/pkcs7-mime', 'smime.p7m']],
        ],
      ],
      ['encrypted-smime', 'true', ['application/x-pkcs7-mime; name="smime.p7m"']],
      [
        'opaque-smime',
        'true',
        ['application/pkcs7-mime; smime-type=signed-data', [['application/pkcs7-mime', 'smime.p7m']]],
      ],
      ['encrypted-pgp', 'true', ['text/plain', [], '-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n']],
      ['', 'false', ['text/plain', [['application/pdf', 'a.pdf']], 'see -----BEGIN PGP']],
    ];
    for (const [kind, unreadable, input] of cases) {
      const parts = secureParts(mail(...input));
      assert.deepEqual([parts.protections.join(), String(parts.unreadable)], [kind, unreadable], input[0]);
    }
  });
  it('gives the text of a cleartext signature without its armour', () => {
    const text =
      'Before\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nHello\n- -- \nAnna\n-----BEGIN PGP ' +
      'SIGNATURE-----\n\niQ\n-----END PGP SIGNATURE-----\nfooter';
    const parts = secureParts(mail('text/plain', [], text));
    assert.equal(parts.signedText, 'Before\n\nHello\n-- \nAnna\n\nfooter');
    assert.match(secureNotices(parts, 'de')[0] ?? '', /OpenPGP signiert/);
  });
});

describe('the content of an opaque signature', () => {
  const der = (tag: number, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts);
    return Buffer.concat([
      Buffer.from(body.length < 128 ? [tag, body.length] : [tag, 0x82, body.length >> 8, body.length & 255]),
      body,
    ]);
  };
  const signed = Buffer.from('06092a864886f70d010702', 'hex');
  const data = Buffer.from('06092a864886f70d010701', 'hex');
  const text = Buffer.from(`Content-Type: text/plain\r\n\r\n${'Hello. '.repeat(40)}`);
  const wrap = (content: Buffer) =>
    der(0x30, signed, der(0xa0, der(0x30, der(0x02, Buffer.from([1])), der(0x31), der(0x30, data, content))));

  it('is read from DER', () => {
    assert.deepEqual(Buffer.from(opaqueContent(wrap(der(0xa0, der(0x04, text)))) ?? []), text);
  });
  it('is read from BER in pieces without a length', () => {
    const half = text.length >> 1;
    const octets = Buffer.concat([
      Buffer.from([0x24, 0x80]),
      der(0x04, text.subarray(0, half)),
      der(0x04, text.subarray(half)),
      Buffer.from([0, 0]),
    ]);
    const content = Buffer.concat([Buffer.from([0xa0, 0x80]), octets, Buffer.from([0, 0])]);
    assert.deepEqual(Buffer.from(opaqueContent(wrap(content)) ?? []), text);
  });
  it('is null for anything else, and never throws', () => {
    assert.equal(opaqueContent(Buffer.from('hello')), null);
    assert.equal(opaqueContent(wrap(Buffer.alloc(0))), null);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (rest) => {
        opaqueContent(wrap(Buffer.from(rest)));
        opaqueContent(wrap(der(0xa0, Buffer.from(rest))));
      }),
    );
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
