/**
 * How libraries that guess a charset would do, for docs/decisions/0015: the texts of the sets, whole and line by line,
 * in the charsets in which such mails are sent, without a label, and those of letters.ts. Again:
 * node tools/corpus/charsets-alone.ts
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { z } from 'zod';
import { decodeText } from '../../src/mail/charset/charset.ts';
import { createParsePool } from '../../src/parser/parse-pool.ts';
import { letters } from './letters.ts';
import { filesBelow, fromPath } from './mails.ts';
import { folders, load, printTable } from './others.ts';

/** The charsets of a text's letters, first where several write the same; empty for what UTF-8 alone writes. */
function charsetsOf(text: string): readonly string[] {
  if (/[\p{sc=Hira}\p{sc=Kana}]/u.test(text)) return ['shift_jis', 'euc-jp'];
  if (/\p{sc=Hang}/u.test(text)) return ['euc-kr'];
  // Traditional characters are sent as Big5, simplified ones as GBK (which has the others too).
  if (/\p{sc=Han}/u.test(text)) return encoded(text, 'big5') === null ? ['gbk'] : ['big5'];
  if (/\p{sc=Cyrl}/u.test(text)) return ['windows-1251', 'koi8-r'];
  if (/\p{sc=Grek}/u.test(text)) return ['windows-1253'];
  if (/\p{sc=Hebr}/u.test(text)) return ['windows-1255'];
  const latin = ['windows-1252', 'windows-1250', 'windows-1254'].find((each) => encoded(text, each) !== null);
  return latin === undefined ? [] : [latin];
}

/** The bytes of a text; null where the charset has not all of its characters. */
function encoded(text: string, charset: string): Buffer | null {
  const bytes = iconv.encode(text, charset);
  return iconv.decode(bytes, charset) === text ? bytes : null;
}

/** Every text of the sets that is not ASCII. */
async function texts(sets: string): Promise<readonly string[]> {
  const found: string[] = [];
  const replies = join(sets, 'email_reply_trimmer/test/emails');
  for (const name of await readdir(replies)) found.push(await readFile(join(replies, name), 'utf8'));
  const pool = createParsePool();
  try {
    for (const [set, pattern] of [
      ['stalwart-mail-parser', 'resources/eml/**/*.eml'],
      ['mikel-mail', 'spec/fixtures/emails/**/*.eml'],
      ['enmime', '**/*.raw'],
      ['sisimai-rb', 'set-of-emails/maildir/bsd/*.eml'],
    ] as const)
      for (const name of await filesBelow(join(sets, set), pattern)) {
        const result = await pool.parse(fromPath(join(sets, set, name))());
        if (result.ok && result.mail.text !== null) found.push(result.mail.text);
      }
  } finally {
    await pool.close();
  }
  // Texts that were damaged before they came here are no truth to compare with.
  return [...new Set(found)].filter((text) => /[^\p{ASCII}]/u.test(text) && !/[\ufffd\u0080-\u009f]/u.test(text));
}

interface Sample {
  readonly bytes: Buffer;
  readonly text: string;
}

function samplesOf(pieces: readonly string[]): readonly Sample[] {
  return pieces.flatMap((text) =>
    ['utf-8', ...charsetsOf(text)].flatMap((charset) => {
      const bytes = encoded(text, charset);
      return bytes === null ? [] : [{ bytes, text }];
    }),
  );
}

/** Lines of mails in the languages that the sets lack; whole where `isWhole`. Not those that are ASCII. */
function lettersOf(isWhole: boolean): readonly Sample[] {
  return letters.flatMap(({ charsets, lines }) =>
    charsets.flatMap((charset) =>
      (isWhole ? [lines.join('\n')] : lines).flatMap((text): Sample[] => {
        const bytes = encoded(text, charset);
        return bytes === null || bytes.every((byte) => byte < 0x80) ? [] : [{ bytes, text }];
      }),
    ),
  );
}

/** The text by the name that a library gives a charset; empty for none, and for one that iconv-lite does not know. */
const decodedAs = (bytes: Buffer, name: unknown): string =>
  typeof name === 'string' && iconv.encodingExists(name) ? iconv.decode(bytes, name) : '';

function contenders(others: string): readonly { readonly name: string; readonly read: (bytes: Buffer) => string }[] {
  const [chardet, jschardet, detector] = [
    load(others, 'chardet', ['detect']),
    load(others, 'jschardet', ['detect']),
    load(others, 'charset-detector'),
  ];
  const named = z.looseObject({ encoding: z.string().nullish() });
  const list = z.array(z.looseObject({ charsetName: z.string() }));
  return [
    { name: 'ours', read: (bytes) => decodeText(bytes, null).text },
    { name: 'iconv-lite alone (windows-1252)', read: (bytes) => iconv.decode(bytes, 'windows-1252') },
    { name: 'chardet 2.2.0', read: (bytes) => decodedAs(bytes, chardet(bytes)) },
    { name: 'jschardet 4.1.0', read: (bytes) => decodedAs(bytes, named.parse(jschardet(bytes)).encoding) },
    { name: 'charset-detector 0.0.2', read: (bytes) => decodedAs(bytes, list.parse(detector(bytes))[0]?.charsetName) },
  ];
}

async function run(sets: string, others: string): Promise<void> {
  const whole = await texts(sets);
  const lines = [...new Set(whole.flatMap((text) => text.split(/\r?\n/u)))]
    .map((line) => line.trim().slice(0, 200))
    .filter((line) => /[^\p{ASCII}]/u.test(line));
  const kinds = [samplesOf(whole), samplesOf(lines), lettersOf(true), lettersOf(false)];
  const names = ['texts', 'lines', 'mails in many languages', 'lines of these'];
  const rows = contenders(others).map(({ name, read }) => {
    const begun = performance.now();
    const right = kinds.map((samples) => {
      const good = samples.filter(({ bytes, text }) => {
        try {
          return read(bytes) === text;
        } catch {
          return false; // A library that throws has not read it.
        }
      }).length;
      return `${good} (${((100 * good) / samples.length).toFixed(1)} %)`;
    });
    return [name, ...right, `${((performance.now() - begun) / 1_000).toFixed(1)} s`];
  });
  printTable(['', ...kinds.map((each, at) => `of ${each.length} ${names[at] ?? ''}`), 'time'], rows);
}

const given = folders('charsets-alone.ts', ['chardet@2.2.0', 'jschardet@4.1.0', 'charset-detector@0.0.2']);
if (given !== null) await run(given.sets, given.others);
