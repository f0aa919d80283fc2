/** What the sets of whole mails have in common: reading them, and saying what of an expectation is not there. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { glob } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { ParsedMail, ParseFailure } from '../../src/mail/types.ts';
import type { ParsePool } from '../../src/parser/parse-pool.ts';
import type { RenderedMail } from '../../src/mail/render/render-mail.ts';
import { htmlToText } from '../../src/mail/html/text-render.ts';

/** A mail and the bytes of its files, in their order. */
export interface WholeMail {
  readonly mail: ParsedMail;
  readonly rendered: RenderedMail;
  readonly files: readonly Buffer[];
}

/** A mail cannot be read at all: it is one for quarantine. */
export class Quarantined extends Error {
  readonly failure: ParseFailure;
  constructor(failure: ParseFailure) {
    super(`${failure.code}: ${failure.detail}`);
    this.failure = failure;
  }
}

/** The files below `folder` that match, sorted, relative to it. */
export async function filesBelow(folder: string, pattern: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const name of glob(pattern, { cwd: folder })) found.push(name);
  return found.sort();
}

/** Parses a mail and reads all its files, in the bounded threads of the bridge. Throws Quarantined. */
export async function readWhole(pool: ParsePool, open: () => AsyncIterable<Uint8Array>): Promise<WholeMail> {
  const result = await pool.parse(open());
  if (!result.ok) throw new Quarantined(result.failure);
  const files: Buffer[] = [];
  for (const { index } of result.mail.files) {
    const stream = await pool.readFile(open(), index);
    if (stream === null) throw new Error(`file ${index} is listed and cannot be read`);
    files.push(await buffer(stream));
  }
  return { mail: result.mail, rendered: result.rendered, files };
}

export const fromPath = (path: string) => (): AsyncIterable<Uint8Array> => createReadStream(path);
export const fromBytes = (bytes: Buffer) => (): AsyncIterable<Uint8Array> =>
  Readable.from([bytes], { objectMode: false });

/** What must be somewhere in a mail. */
export interface Expected {
  readonly texts: readonly string[];
  readonly binaries: readonly Buffer[];
}

/** Letters and digits alone: line ends, padding and the like are not what gets lost. */
const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
const untagged = (text: string): string => text.replace(/<[^<>]*>/gu, ' ');
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A uuencoded file inside a text: its name, and its size as the lengths of its lines tell it. */
interface Uuencoded {
  readonly name: string;
  readonly size: number;
}

/** Takes uuencoded files out of a text: they are files for us, whatever the expectation calls them. */
function uuencoded(text: string): { readonly rest: string; readonly files: readonly Uuencoded[] } {
  const files: Uuencoded[] = [];
  const rest = text.replace(/^begin [0-7]{3,4} (.+)\r?\n([^]*?)^end\b/gmu, (_, name: string, lines: string) => {
    const sizes = lines.split(/\r?\n/u).map((line) => (line === '' ? 0 : (line.charCodeAt(0) - 32) & 63));
    files.push({ name: name.trim(), size: sizes.reduce((sum, each) => sum + each, 0) });
    return '';
  });
  return { rest, files };
}

/** Lines that are structure when boundaries are read otherwise: delimiters and the fields of part headers. */
const isStructure = (line: string): boolean => /^\s*(?:--|[a-z-]{2,40}:\s)/iu.test(line);

/** Everything of a mail that people can read, in letters. */
function readable(whole: WholeMail): string {
  const { text, html } = whole.mail;
  const files = whole.files.flatMap((bytes) => [bytes.toString('utf8'), bytes.toString('latin1')]);
  const texts = [text ?? '', html ?? '', html === null ? '' : htmlToText(html), ...files];
  return texts.flatMap((each) => [letters(each), letters(untagged(each))]).join('\n');
}

const ascii = (text: string): string => text.replace(/[^a-z0-9\n]+/gu, '');

/** Whether a line is there but for signs whose unnamed charset was guessed another way. */
function isThereInAscii(line: string, all: string): boolean {
  const plain = ascii(letters(untagged(line)));
  return plain.length >= 8 && ascii(all).includes(plain);
}

/** The lines of a text that are nowhere in the mail. A text that the expectation could not decode says nothing. */
function lostLines(text: string, all: string): readonly string[] {
  if (text.includes('\ufffd')) return [];
  return text
    .split(/\r?\n/u)
    .filter((line) => !isStructure(line) && !all.includes(letters(line)) && !all.includes(letters(untagged(line))))
    .filter((line) => !isThereInAscii(line, all));
}

/**
 * Each expected text and file that the mail does not have, in words. Line by line, for parsers join and part
 * differently.
 */
export function missing(whole: WholeMail, expected: Expected): readonly string[] {
  const all = readable(whole);
  const digests = new Set(whole.files.map(digest));
  const bare = new Set(whole.files.map((bytes) => letters(bytes.toString('latin1'))));
  const sizes = new Set(whole.mail.files.map(({ size }) => size));
  const notes: string[] = [];
  const text = (given: string): void => {
    const { rest, files } = uuencoded(given);
    notes.push(...files.filter(({ size }) => !sizes.has(size)).map(({ name }) => `uuencoded ${name}`));
    notes.push(...lostLines(rest, all).map((line) => `text ${JSON.stringify(line.slice(0, 60))}`));
  };
  expected.texts.forEach(text);
  for (const bytes of expected.binaries) {
    const latin = bytes.toString('latin1');
    if (digests.has(digest(bytes)) || bare.has(letters(latin))) continue;
    if (latin.includes('begin ')) text(latin);
    else if (lostLines(bytes.toString('utf8'), all).length > 0 || bytes.includes(0))
      notes.push(`file of ${bytes.length} bytes`);
  }
  return notes;
}

/** Signs in a mail's source that a machine wrote it; without any, a kind that says so is wrong. */
const MACHINE =
  /^(?:content-type:\s*multipart\/report|auto-submitted:\s*auto|return-path:\s*<>|from:.*(?:daemon|postmaster)|x-failed-recipients:)/imu;

/** Why the kind of an ordinary mail is wrong, or nothing. Lists and bulk are for people and stay out of it. */
export function wrongKind({ mail }: WholeMail, source: Buffer): readonly string[] {
  const { kind } = mail;
  if (kind === 'message' || kind === 'list' || kind === 'bulk') return [];
  return MACHINE.test(source.toString('latin1').split(/\r?\n\r?\n/u, 1)[0] ?? '') ? [] : [`taken for ${kind}`];
}
