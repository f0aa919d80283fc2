import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import iconv from 'iconv-lite';
import { decodeText } from '../../../../src/mail/charset/charset.ts';
import { knownCharset } from '../../../../src/mail/charset/label.ts';
import { languages } from '../../../../src/mail/charset/languages.ts';
import { letters } from '../../../../tools/corpus/letters.ts';

/** The bytes of a text, null where the charset has not all of it or they are the same in every charset. */
function encoded(text: string, charset: string): Buffer | null {
  const bytes = iconv.encode(text, charset);
  return iconv.decode(bytes, charset) === text && bytes.some((byte) => byte > 0x7f) ? bytes : null;
}

describe('letters without a label', () => {
  for (const { language, charsets, lines } of letters)
    for (const charset of charsets)
      it(`of a mail in ${language}, ${charset}, are read as they were written`, () => {
        const text = lines.join('\n');
        const bytes =
          encoded(text, charset) ?? encoded(lines.filter((line) => encoded(line, charset)).join('\n'), charset);
        assert.ok(bytes !== null);
        assert.equal(decodeText(bytes, null).text, iconv.decode(bytes, charset));
      });

  it('of single lines are read right but for a few that are words in two languages', () => {
    const samples = letters.flatMap(({ charsets, lines }) =>
      charsets.flatMap((charset) => lines.map((line) => ({ line, bytes: encoded(line, charset) }))),
    );
    const known = samples.filter(({ bytes }) => bytes !== null);
    const wrong = known.filter(({ line, bytes }) => bytes !== null && decodeText(bytes, null).text !== line);
    assert.ok(known.length > 340, `${known.length} lines`);
    assert.ok(wrong.length <= 8, `wrong: ${wrong.map(({ line }) => line).join(' | ')}`);
  });

  for (const line of ['Però lunedì', '£250', '12 m³', 'Øyvind', 'D’où', "D'où", 'José', 'naïve', '§ 5', '25 °C', '½'])
    it(`${line} is Western`, () => assert.equal(decodeText(iconv.encode(line, 'windows-1252'), null).text, line));
  for (const line of ['Łukasz', 'Příloha', 'Győr', 'Dzień dobry', 'Žádost o změnu', 'Şedinţa'])
    it(`${line} is Central European`, () =>
      assert.equal(decodeText(iconv.encode(line, 'windows-1250'), null).text, line));
});

describe('the table of languages', () => {
  it('names only charsets that can be read, and letters that they have', () => {
    for (const { tag, charsets, letters: own } of languages) {
      const [first] = charsets[0] ?? [''];
      for (const [charset] of charsets) assert.ok(iconv.encodingExists(charset), charset);
      const usual = [...own].filter(([, worth]) => worth > Math.log(0.002)).map(([letter]) => letter);
      for (const letter of usual)
        assert.ok(
          charsets.some(([charset]) => encoded(letter, charset) !== null),
          `${tag}: ${letter} in ${first}`,
        );
    }
  });
});

describe('a damaged label of a charset', () => {
  const rows: readonly (readonly [string, string | null])[] = [
    ['ISO-8859-15"; boundary="TV9DrM=_bm', 'iso-8859-15'],
    ['windows-1252http-equivContent-Type', 'windows-1252'],
    ['utf-8;format=flowed', 'utf-8'],
    ['utf-8; charset=utf-8', 'utf-8'],
    ['iso-8859-2 (Central European)', 'iso-8859-2'],
    ['koi8-r\\', 'koi8-r'],
    ['ISO-2022-JP"; x', 'iso-2022-jp'],
    ['gb2312_charset', 'gb18030'],
    [`utf-8${' '.repeat(500)}x`, 'utf-8'],
    ['us-ascii"; x=y', null],
    ['x-nonsense', null],
    ['hexagon', null],
    ['base64', null],
    ['"', null],
  ];
  for (const [label, charset] of rows)
    it(`${label.slice(0, 40)} is read by its beginning`, () => assert.equal(knownCharset(label), charset));
});

describe('a label that is not true', () => {
  const footer = iconv.encode('\n_____\nListe für Gäste – Abmeldung möglich\n', 'windows-1252');
  it('leaves the lines of another program readable: a footer in Latin-1 below UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('Grüße aus Köln, schönes Wochenende\nöäü\n'), footer]);
    for (const label of ['utf-8', null])
      assert.equal(
        decodeText(bytes, label).text,
        'Grüße aus Köln, schönes Wochenende\nöäü\n\n_____\nListe für Gäste – Abmeldung möglich\n',
      );
  });
  it('utf-16 over ASCII or UTF-8 is HTML that was converted', () => {
    for (const text of ['<p>Hello there</p>', '<p>Grüße</p>'])
      for (const label of ['utf-16', 'unicode', 'utf-16le', 'ucs-2'])
        assert.equal(decodeText(Buffer.from(text), label).text, text, label);
  });
  it('does not make UTF-8 of a last letter that begins like one', () =>
    assert.equal(decodeText(Buffer.from('Jos\u00e9', 'latin1'), 'utf-8').text, 'José'));
});
