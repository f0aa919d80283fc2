import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decodeText, decodeWords } from '../../../../src/mail/charset/charset.ts';
import { knownCharset } from '../../../../src/mail/charset/label.ts';

const russian = 'Добрый день, коллеги! Отправляю вам отчёт за прошлый месяц, посмотрите, пожалуйста.';
const greek = 'Καλημέρα σας, σας στέλνω την αναφορά του προηγούμενου μήνα.';
const hebrew = 'שלום לכולם, אני שולח לכם את הדוח של החודש שעבר.';
const japanese = 'いつもお世話になっております。先月の報告書をお送りします。よろしくお願いいたします。';
const chinese = '您好，我把上个月的报告发给你们，请查看一下。谢谢大家的帮助。';
const korean = '안녕하세요. 지난달 보고서를 보내 드립니다. 확인해 주시기 바랍니다.';
const taiwan = '您好，我把上個月的報告寄給你們，請看一下。這是我們大家在這裡的成果，有問題的人請說。';
const german = 'Schöne Grüße aus München, die Übersicht ist fertig.';
const polish = 'Dzień dobry, przesyłam zaległą fakturę, proszę o sprawdzenie. Żółć, gęś.';

describe('decodeText by label', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['utf-8', 'utf-8', russian],
    ['"UTF-8"', 'utf-8', russian],
    ['utf8', 'utf-8', japanese],
    ['koi8-r', 'koi8-r', russian],
    ['windows-1251', 'windows-1251', russian],
    ['win-1251', 'windows-1251', russian],
    ['cp-1251', 'windows-1251', russian],
    ['iso-8859-7', 'iso-8859-7', 'Καλημέρα σας'],
    ['iso-8859-8-i', 'iso-8859-8', hebrew],
    ['latin1', 'windows-1252', german],
    ['ISO_8859-1', 'windows-1252', 'Preis: 5 € – „gut“'],
    ['gb2312', 'gb18030', chinese],
    ['x-gbk', 'gb18030', chinese],
    ['big5', 'big5', taiwan],
    ['ks_c_5601-1987', 'cp949', korean],
    ['x-sjis', 'shift_jis', japanese],
    ['windows-31j', 'shift_jis', japanese],
    ['euc-jp', 'euc-jp', japanese],
    ['unicode-1-1-utf-7', 'utf-7', german],
    ['utf-16be', 'utf-16be', german],
    ['tis-620', 'windows-874', 'สวัสดีครับ'],
    ['cp850', 'cp850', german],
    ['macintosh', 'macroman', german],
  ];
  for (const [label, encoding, text] of rows)
    it(`knows ${label}`, () => assert.deepEqual(decodeText(iconv.encode(text, encoding), label).text, text));

  it('knows every charset that iconv-lite knows', () => {
    const letters = 'plain ASCII text';
    for (const label of [
      'iso-8859-2',
      'iso-8859-13',
      'iso-8859-15',
      'windows-1250',
      'windows-1258',
      'cp437',
      'cp866',
      'koi8-u',
      'maccyrillic',
      'armscii8',
      'viscii',
      'utf-32le',
      'cesu8',
      'cp950',
      'gb18030',
      'big5-hkscs',
    ])
      assert.equal(decodeText(iconv.encode(letters, label), label).text, letters, label);
  });

  const iso2022 = Buffer.from('\u001b$BF|K\\8l\u001b(B abc \u001b(I123\u001b(B\n\u001b$(D"/0!\u001b(B', 'latin1');
  it('knows ISO-2022-JP with katakana and JIS X 0212', () =>
    assert.equal(decodeText(iso2022, 'iso-2022-jp').text, '日本語 abc ｱｲｳ\n˘丂'));
  it('knows ISO-2022-KR', () =>
    assert.equal(decodeText(Buffer.from('\u001b$)C\u000e>H3g\u000f ok', 'latin1'), 'iso-2022-kr').text, '안녕 ok'));
  it('knows HZ', () =>
    assert.equal(decodeText(Buffer.from('ok ~{VPND~} ~~', 'latin1'), 'hz-gb-2312').text, 'ok 中文 ~'));
});

describe('decodeText against its label', () => {
  const rows: readonly (readonly [string, string, string, string])[] = [
    ['UTF-8 under iso-8859-1', 'iso-8859-1', 'utf-8', german],
    ['UTF-8 under us-ascii', 'us-ascii', 'utf-8', german],
    ['windows-1252 under utf-8', 'utf-8', 'windows-1252', german],
    ['windows-1252 under us-ascii', 'us-ascii', 'windows-1252', 'Preis: 5 € – gut'],
    ['windows-1251 without a label', '', 'windows-1251', russian],
    ['koi8-r without a label', '', 'koi8-r', russian],
    ['koi8-r under utf-8', 'utf-8', 'koi8-r', russian],
    ['windows-1253 without a label', '', 'windows-1253', greek],
    ['windows-1255 without a label', '', 'windows-1255', hebrew],
    ['Shift_JIS without a label', '', 'shift_jis', japanese],
    ['EUC-JP without a label', '', 'euc-jp', japanese],
    ['GBK without a label', '', 'gb18030', chinese],
    ['EUC-KR without a label', '', 'cp949', korean],
    ['Big5 without a label', '', 'big5', taiwan],
    ['windows-1250 without a label', '', 'windows-1250', polish],
    ['UTF-16 under utf-8', 'utf-8', 'utf-16le', 'A plain Latin text'],
    ['an unknown charset', 'x-nonsense', 'utf-8', russian],
  ];
  for (const [name, label, encoding, text] of rows)
    it(`reads ${name}`, () =>
      assert.equal(decodeText(iconv.encode(text, encoding), label === '' ? null : label).text, text));

  it('reads ISO-2022-JP without a label', () =>
    assert.equal(decodeText(Buffer.from('\u001b$BF|K\\8l\u001b(B', 'latin1'), null).text, '日本語'));
  it('keeps UTF-8 with a few bad bytes', () =>
    assert.match(
      decodeText(Buffer.concat([Buffer.from(russian), Buffer.from([0xff, 0xd0])]), 'utf-8').text,
      /^Добрый день/,
    ));
  it('removes NUL and lone surrogates', () => assert.equal(decodeText(Buffer.from('a\u0000b'), 'utf-8').text, 'ab'));
  it('does not take base64 for a charset', () => assert.equal(knownCharset('base64'), null));
  it('is total', () =>
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(
          'utf-8',
          'utf-7',
          'utf-16',
          'utf-32',
          'iso-2022-jp',
          'iso-2022-kr',
          'hz-gb-2312',
          'gb18030',
          'big5',
          'x',
          null,
        ),
        (bytes, label) => {
          const { text } = decodeText(bytes, label);
          assert.equal(text.isWellFormed() && !text.includes('\u0000'), true);
        },
      ),
      { numRuns: 2000 },
    ));
});

describe('decodeWords', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['Q', '=?utf-8?Q?Gr=C3=BC=C3=9Fe_aus?= Bonn', 'Grüße aus Bonn'],
    ['B', '=?UTF-8?B?R3LDvMOfZQ==?=', 'Grüße'],
    ['two words with folding between', '=?utf-8?q?a?=  =?utf-8?q?b?= c', 'ab c'],
    ['two words without a space', '=?utf-8?q?a?==?utf-8?q?b?=', 'ab'],
    ['a character over two words', '=?utf-8?B?w4Q=?= =?utf-8?B?w7w=?= =?utf-8?Q?=C3?= =?utf-8?Q?=BC?=', 'Äüü'],
    ['a question mark inside', '=?utf-8?Q?Was?_?=', 'Was? '],
    ['spaces inside', '=?utf-8?Q?a b c?=', 'a b c'],
    ['a language', '=?iso-8859-1*de?Q?=FC?=', 'ü'],
    ['UTF-7', '=?utf-7?Q?Gr+APwA3w-e?=', 'Grüße'],
    ['ISO-2022-JP', '=?ISO-2022-JP?B?GyRCRnxLXDhsGyhC?=', '日本語'],
    ['a wrong charset', '=?us-ascii?Q?=C3=BC=C3=9F?=', 'üß'],
    ['an unknown charset', '=?x-nope?Q?=C3=BC=C3=9F?=', 'üß'],
    ['no word at all', 'a =? b ?= c', 'a =? b ?= c'],
  ];
  for (const [name, value, expected] of rows) it(`reads ${name}`, () => assert.equal(decodeWords(value), expected));
});
