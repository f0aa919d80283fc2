import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { inspectedAccount, Ledger } from '../../../src/inspect/ledger.ts';
import { parseAddress } from '../../../src/mail/address.ts';
import { matrixTags } from '../../../src/mail/html/html.ts';
import { createParsePool } from '../../../src/parser/parse-pool.ts';
import type { Parsed } from '../../../src/mail/render/render-mail.ts';

const MUTANTS = 10_000;
/** All mutants follow from it: mutant n of one run is mutant n of every run. */
const SEED = 'mailroom';
/** An event holds 65,536 bytes in all (Matrix specification, size limits); the homeserver adds its own. */
const EVENT_MAX = 60_000;

const golden = join(import.meta.dirname, '../../golden');

/** What breaks parsers, to be put anywhere. */
const TOKENS = [
  '\r\n\r\n',
  '\n\n',
  '\r',
  '\0',
  '--',
  '=',
  '=?utf-8?B?',
  '?=',
  '"',
  '<',
  '>',
  '(',
  ';',
  ':',
  '\n ',
  '\n.',
  '\n> ',
  '\n-- \n',
  '\nFrom ',
  '\nContent-Type: multipart/mixed; boundary="',
  '\nContent-Type: message/rfc822\n\n',
  '\nContent-Type: application/ms-tnef\n\n',
  '\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n',
  '\nContent-Transfer-Encoding: base64\n',
  '\nContent-Transfer-Encoding: quoted-printable\n',
  'charset=utf-7',
  'charset=iso-2022-jp',
  'format=flowed; delsp=yes',
  '\nbegin 644 a\n',
  '\n=ybegin line=128 size=9 name=a\n',
  '<div>'.repeat(300),
  '<table><tr><td>',
  '<!--',
  '<style>',
  '&#x110000;',
  '<blockquote type="cite">',
  '\u00ff\u00fe',
  '\u001b$B',
  'a'.repeat(3000),
];

/** Numbers that follow from a text: the same on each machine. */
function* numbers(seed: string): Generator<number, never> {
  for (let round = 0; ; round += 1) {
    const block = createHash('sha256').update(`${seed}:${round}`).digest();
    for (let at = 0; at < block.length; at += 4) yield block.readUInt32LE(at);
  }
}

/** A mail with one to eight wounds. */
function mutant(mails: readonly Buffer[], n: number): Buffer {
  const source = numbers(`${SEED}:${n}`);
  const below = (limit: number): number => source.next().value % Math.max(1, limit);
  const pick = <Item>(list: readonly Item[]): Item => {
    const item = list[below(list.length)];
    assert.ok(item !== undefined);
    return item;
  };
  let bytes = pick(mails);
  for (let wounds = 1 + below(8); wounds > 0; wounds -= 1) {
    const at = below(bytes.length);
    const end = at + 1 + below(below(4) === 0 ? bytes.length : 40);
    const [before, here, behind] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
    const other = pick(mails);
    const start = below(other.length);
    const wound: readonly (() => Buffer[])[] = [
      () => [before, Buffer.from(pick(TOKENS), 'latin1'), here, behind],
      () => [before, Buffer.from(pick(TOKENS), 'latin1'), behind],
      () => [before, Buffer.from(here.map((byte) => byte ^ (1 << below(8)))), behind],
      () => [before, behind],
      () => [before, here, here, behind],
      () => [before],
      () => [before, other.subarray(start)],
      () => [before, other.subarray(start, start + 500), here, behind],
      () => [Buffer.from(bytes.toString('latin1').replaceAll('\r\n', pick(['\n', '\r', '\r\r\n'])), 'latin1')],
    ];
    bytes = Buffer.concat(pick(wound)()).subarray(0, 1024 * 1024);
  }
  return bytes;
}

/** What must hold for whatever arrives. */
function check(parsed: Parsed, bytes: Buffer, ledger: Ledger): void {
  if (!parsed.ok) {
    assert.equal(parsed.failure.code, 'empty');
    assert.equal(bytes.length, 0);
    return;
  }
  const { mail, rendered } = parsed;
  for (const { name } of mail.files) assert.ok(/^[^/\\\p{Cc}]{1,200}$/u.test(name), `a file named ${name}`);
  for (const text of [mail.subject, mail.text, mail.html, rendered.kept?.body, rendered.kept?.html, rendered.cut?.body])
    assert.ok(text === null || text === undefined || (text.isWellFormed() && !text.includes('\0')));
  for (const { content } of ledger.add(parsed, null).sends) {
    const json = JSON.stringify(content);
    assert.ok(json.isWellFormed());
    assert.ok(Buffer.byteLength(json) < EVENT_MAX, `an event of ${Buffer.byteLength(json)} bytes`);
    const html = content['formatted_body'];
    for (const [, tag = ''] of typeof html === 'string' ? html.matchAll(/<\/?([^\s/>]*)/g) : [])
      assert.ok(matrixTags.includes(tag), `<${tag}> in an event`);
  }
}

describe('mutated mails', () => {
  const pool = createParsePool({ size: 2, timeLimit: 10_000 });
  after(() => pool.close());

  it(`${MUTANTS} of them: none throws, hangs, takes its thread down, or becomes what no room takes`, async () => {
    const names: string[] = [];
    for await (const name of glob('mail-*/*.eml', { cwd: golden })) names.push(name);
    const mails = await Promise.all(names.sort().map((name) => readFile(join(golden, name))));
    assert.ok(mails.length >= 40, `${mails.length} mails`);
    const address = parseAddress('support@ours.example');
    assert.ok(address !== null);
    const ledger = new Ledger(inspectedAccount(address, null));
    const begin = (n: number) => {
      const bytes = mutant(mails, n);
      return { n, bytes, parsed: pool.parse(pieces(bytes)) };
    };
    // Two are parsed at a time; they are judged in their order, so that a run is like every other.
    let ahead = begin(0);
    for (let n = 1; n <= MUTANTS; n += 1) {
      const one = ahead;
      if (n < MUTANTS) ahead = begin(n);
      const parsed = await one.parsed;
      try {
        check(parsed, one.bytes, ledger);
      } catch (error) {
        throw new Error(`mutant ${one.n}: ${parsed.ok ? '' : parsed.failure.detail}`, { cause: error });
      }
    }
  });
});

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield await Promise.resolve(bytes);
}
