import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { expandRtf } from '../../../../src/mail/mime/tnef-rtf.ts';
import { readTnef } from '../../../../src/mail/mime/tnef.ts';
import { fileOf, head, names, parse } from './parse-helpers.ts';

const u16 = (value: number): Buffer => Buffer.from([value & 255, value >> 8]);
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
const attribute = (level: number, id: number, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from([level]), u32(id), u32(data.length), data, u16(0)]);
const variable = (type: number, id: number, data: Buffer): Buffer =>
  Buffer.concat([u16(type), u16(id), u32(1), u32(data.length), padded(data)]);
const properties = (...list: Buffer[]): Buffer => Buffer.concat([u32(list.length), ...list]);
const wide = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf16le');
const tnef = (...attributes: Buffer[]): Buffer => Buffer.concat([u32(0x223e9f78), u16(1), ...attributes]);

const attachment = (name: string, content: string, ...more: Buffer[]): Buffer[] => [
  attribute(2, 0x00069002, Buffer.alloc(14)),
  attribute(2, 0x00018010, Buffer.from(`${name}\0`)),
  attribute(2, 0x0006800f, Buffer.from(content)),
  ...(more.length === 0 ? [] : [attribute(2, 0x00069005, properties(...more))]),
];

describe('winmail.dat', () => {
  it('that holds a signed mail gives its text and its files', async () => {
    const whole =
      'Content-Type: multipart/signed; boundary=s\r\n\r\n--s\r\n\r\nHello from inside.\r\n--s\r\n' +
      'Content-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nx\r\n--s--\r\n';
    const tag = variable(0x1e, 0x370e, Buffer.from('multipart/signed\0'));
    const mail = await parse(
      Buffer.concat([
        Buffer.from(
          `${head}Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n`,
        ),
        Buffer.from(tnef(...attachment('smime.p7m', whole, tag)).toString('base64')),
      ]),
    );
    assert.equal(mail.text?.trim(), 'Hello from inside.');
    assert.deepEqual(names(mail), ['smime.p7m multipart/signed', 'smime.p7s application/pkcs7-signature']);
    assert.deepEqual(mail.sealed, [{ file: 1, is: 'signed-smime' }]);
  });
  it('gives its attachments with their long names and types', () => {
    const read = readTnef(
      tnef(
        attribute(1, 0x00069007, u32(1252)),
        ...attachment(
          'REPORT~1.DOC',
          'doc',
          variable(0x1f, 0x3707, wide('Jährlicher Bericht.docx')),
          variable(0x1e, 0x370e, Buffer.from('application/msword\0')),
        ),
        ...attachment('b.txt', 'text', variable(0x1f, 0x3712, wide('<pic@x>'))),
      ),
    );
    assert.deepEqual(
      read?.files.map((file) => [file.name, file.type, file.contentId, Buffer.from(file.bytes).toString()]),
      [
        ['Jährlicher Bericht.docx', 'application/msword', null, 'doc'],
        ['b.txt', null, 'pic@x', 'text'],
      ],
    );
  });
  it('gives the body that is in it', () => {
    const read = readTnef(
      tnef(
        attribute(
          1,
          0x00069003,
          properties(
            variable(0x1f, 0x1000, wide('Grüße\r\n')),
            variable(0x102, 0x1013, Buffer.from('<p>Grüße</p>')),
            Buffer.concat([u16(3), u16(0x3fde), u32(65001)]),
          ),
        ),
      ),
    );
    assert.deepEqual([read?.text, read?.html], ['Grüße\n', '<p>Grüße</p>']);
  });
  it('passes over named and many-valued properties', () => {
    const named = Buffer.concat([
      u16(0x1e),
      u16(0x8001),
      Buffer.alloc(16),
      u32(1),
      u32(6),
      padded(wide('ab')),
      u32(1),
      u32(2),
      padded(Buffer.from('x\0')),
    ]);
    const many = Buffer.concat([u16(0x1003), u16(0x1234), u32(3), u32(1), u32(2), u32(3)]);
    assert.equal(
      readTnef(tnef(attribute(1, 0x00069003, properties(named, many, variable(0x1e, 0x1000, Buffer.from('hi\0'))))))
        ?.text,
      'hi',
    );
  });
  it('that broke off gives what there is', () => {
    const whole = tnef(...attachment('a.txt', 'first'), ...attachment('b.txt', 'second'));
    const read = readTnef(whole.subarray(0, whole.length - 6));
    assert.deepEqual(
      [read?.truncated, read?.files.map((file) => Buffer.from(file.bytes).toString())],
      [true, ['first', 'se']],
    );
  });
  it('that is none is none', () => assert.equal(readTnef(Buffer.from('not a winmail.dat')), null));
  it('is read to an end whatever is in it', () => {
    const whole = tnef(
      attribute(
        1,
        0x00069003,
        properties(variable(0x1f, 0x1000, wide('text')), variable(0x102, 0x1009, Buffer.from('00'))),
      ),
      ...attachment('a.txt', 'first', variable(0x1f, 0x3707, wide('a.txt'))),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 }),
        fc.nat(whole.length),
        (changes, length) => {
          const broken = Buffer.from(whole.subarray(0, length));
          for (const [at, byte] of changes) if (at > 3 && at < broken.length) broken[at] = byte;
          readTnef(broken);
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe('compressed RTF', () => {
  // The example of MS-OXRTFCP section 3.2.1.
  const example = Buffer.from(
    '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
    'hex',
  );
  it('expands to the text that it had before', () =>
    assert.equal(
      Buffer.from(expandRtf(example, 1000) ?? []).toString('latin1'),
      '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
    ));
  it('may be stored as it is', () =>
    assert.equal(
      Buffer.from(
        expandRtf(Buffer.concat([u32(17), u32(5), Buffer.from('MELA'), u32(0), Buffer.from('{rtf}')]), 1000) ?? [],
      ).toString(),
      '{rtf}',
    ));
  it('never grows beyond what it may', () => assert.equal(expandRtf(example, 10)?.length, 10));
  it('that is none is none', () => assert.equal(expandRtf(Buffer.alloc(20), 10), null));
});

describe('a mail with winmail.dat', () => {
  const mail = (data: Buffer, text: string): string =>
    `${head}Content-Type: multipart/mixed; boundary=b\n\n--b\n\n${text}\n--b\nContent-Type: application/ms-tnef; ` +
    `name=winmail.dat\nContent-Transfer-Encoding: base64\n\n${data.toString('base64')}\n--b\nContent-Type: ` +
    `application/zip; name=z.zip\n\nzip\n--b--`;
  const packed = tnef(
    attribute(1, 0x00069003, properties(variable(0x1f, 0x1000, wide('packed')))),
    ...attachment('a.txt', 'first'),
    ...attachment('b.bin', 'second'),
  );
  it('has its files in their place, and each can be read again', async () => {
    const whole = mail(packed, 'hello');
    const parsed = await parse(whole);
    assert.deepEqual(
      [parsed.text, names(parsed)],
      ['hello', ['a.txt text/plain', 'b.bin application/octet-stream', 'z.zip application/zip']],
    );
    assert.deepEqual(
      [(await fileOf(whole, 0)).toString(), (await fileOf(whole, 1)).toString(), (await fileOf(whole, 2)).toString()],
      ['first', 'second', 'zip'],
    );
  });
  it('shows what was packed where it has no text of its own', async () =>
    assert.equal((await parse(mail(packed, ''))).text, 'packed'));
  it('keeps one that cannot be opened', async () => {
    const parsed = await parse(mail(Buffer.from('nonsense'), 'hello'));
    assert.deepEqual(
      [names(parsed)[0], parsed.warnings.map((warning) => warning.code)],
      ['winmail.dat application/ms-tnef', ['tnef-unreadable']],
    );
  });
});
