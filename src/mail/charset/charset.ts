import { isUtf8 as isWholeUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { evidentCharset, guessCharset, isAscii, isUtf8, likeliestCharset } from './charset-guess.ts';
import { decodeIso2022 } from './iso2022.ts';
import { knownCharset } from './label.ts';

/** What a text turned out to be. */
export interface DecodedText {
  /** Well-formed Unicode without U+0000 (Postgres and Matrix take neither lone surrogates nor NUL). */
  readonly text: string;
  /** The charset that was used, iconv-lite's name in lower case. */
  readonly charset: string;
  /** `labelled`: as it said; `mislabelled`: the label was wrong; `guessed`: there was no usable label. */
  readonly by: 'labelled' | 'mislabelled' | 'guessed';
}

/**
 * Decodes bytes by their label, or by what they are where the label is missing, unknown or wrong. Total: there is a
 * result for any bytes and any label. Every charset of iconv-lite is known, UTF-7 among them, and the ISO-2022 family
 * (RFC 1468, 1554, 1557, 1922). Labels that are subsets of what is sent under them in practice are widened as the
 * WHATWG Encoding Standard does (iso-8859-1 is windows-1252, gb2312 is gb18030).
 *
 * @param label the charset parameter, null where there is none
 */
export function decodeText(bytes: Uint8Array, label: string | null): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked !== null)
    return { text: clean(iconv.decode(Buffer.from(bytes), marked)), charset: marked, by: 'labelled' };
  const named = label === null ? null : knownCharset(label);
  // US-ASCII bytes are the same under every label that is left; UTF-7 and ISO-2022 are only believed when they say so.
  if (named === null && isAscii(bytes) && !hasEscape(bytes))
    return { text: clean(decodeAs(bytes, 'utf-8')), charset: 'utf-8', by: 'guessed' };
  if ((named === null || named === 'utf-8') && !isUtf8(bytes) && isMostlyUtf8(bytes))
    return {
      text: clean(decodeMostlyUtf8(bytes, null)),
      charset: 'utf-8',
      by: named === null ? 'guessed' : 'labelled',
    };
  const better = named === null ? null : contradiction(bytes, named);
  const charset = better ?? named ?? guessCharset(bytes);
  return {
    text: clean(decodeAs(bytes, charset)),
    charset,
    by: named === null ? 'guessed' : better === null ? 'labelled' : 'mislabelled',
  };
}

/**
 * What of the bytes no label speaks for and nothing in them shows a charset: all, some lines of UTF-8 that another
 * program added in another charset (the footer of a list), or null for nothing.
 */
export function undeclaredBytes(bytes: Uint8Array, label: string | null): Uint8Array | null {
  if (isAscii(bytes) || byteOrderMark(bytes) !== null || evidentCharset(bytes) !== null) return null;
  const named = label === null ? null : knownCharset(label);
  if (named !== null && named !== 'utf-8' && !isSevenBit(named)) return null;
  if (named !== null && isSevenBit(named)) return bytes;
  if (!isMostlyUtf8(bytes)) return bytes;
  const other = lines(bytes).filter((line) => !isWholeUtf8(line) && utf8Sequences(line).good === 0);
  return other.length === 0 ? null : Buffer.concat(other);
}

/**
 * Decodes the encoded words of an unfolded value (RFC 2047), tolerantly: words inside quotes, words without space
 * between, characters split over two words, spaces and question marks inside a word, wrong charsets. What is no encoded
 * word stays.
 */
export function decodeWords(value: string): string {
  const runs = wordRuns(value);
  if (runs.length === 0) return value;
  const undeclared = runs.flatMap(({ bytes, charset }) => undeclaredBytes(bytes, charset) ?? []);
  // Words whose labels are not true are of one charset, and looked at together.
  const charset = undeclared.length === 0 ? null : likeliestCharset(Buffer.concat(undeclared), null);
  let text = '';
  let at = 0;
  for (const run of runs) {
    const isOpen = charset !== null && undeclaredBytes(run.bytes, run.charset) !== null;
    const read = isOpen ? decodeUndeclared(run.bytes, charset) : decodeText(run.bytes, run.charset).text;
    text += value.slice(at, run.start) + read;
    at = run.end;
  }
  return clean(text + value.slice(at));
}

/** As `decodeText`, but that what no label speaks for (`undeclaredBytes`) is read in a charset that was decided on. */
export function decodeDecided(bytes: Uint8Array, label: string | null, decided: string | null): DecodedText {
  if (decided === null || undeclaredBytes(bytes, label) === null) return decodeText(bytes, label);
  const isMixed = isMostlyUtf8(bytes);
  const named = label === null ? null : knownCharset(label);
  return {
    text: decodeUndeclared(bytes, decided),
    charset: isMixed ? 'utf-8' : decided,
    by: named === null ? 'guessed' : isMixed ? 'labelled' : 'mislabelled',
  };
}

/** Bytes that no label speaks for (`undeclaredBytes`), in a charset that was decided on. */
export function decodeUndeclared(bytes: Uint8Array, charset: string): string {
  return clean(isMostlyUtf8(bytes) ? decodeMostlyUtf8(bytes, charset) : decodeAs(bytes, charset));
}

/** Encoded words of one charset that follow one another: `start` to `end` (excluded) of the value, decoded. */
interface WordRun {
  readonly start: number;
  readonly end: number;
  readonly charset: string;
  readonly bytes: Uint8Array;
}

function wordRuns(value: string): readonly WordRun[] {
  if (!value.includes('=?')) return [];
  const runs: { start: number; end: number; charset: string; pieces: Uint8Array[] }[] = [];
  // Labels in quotes, and none at all, are seen in real mail.
  for (const match of value.matchAll(/=\?(["']?[\w.:*+()-]{0,60}["']?)\?([bq])\?(.{0,4000}?)\?=/gi)) {
    const [word, label = '', encoding = '', payload = ''] = match;
    const charset = label.toLowerCase();
    const end = match.index + word.length;
    const bytes = encoding.toLowerCase() === 'b' ? Buffer.from(payload, 'base64') : fromQ(payload);
    const last = runs.at(-1);
    // RFC 2047 section 6.2: white space between two encoded words is not part of the text.
    const isNext = last !== undefined && /^[ \t]*$/.test(value.slice(last.end, match.index));
    if (isNext && last.charset === charset) {
      last.pieces.push(bytes);
      last.end = end;
    } else runs.push({ start: isNext ? last.end : match.index, end, charset, pieces: [bytes] });
  }
  return runs.map(({ start, end, charset, pieces }) => ({ start, end, charset, bytes: Buffer.concat(pieces) }));
}

/** The bytes of encoded words that their labels do not speak for, with those labels. */
export function undeclaredWords(value: string): readonly { readonly bytes: Uint8Array; readonly label: string }[] {
  return wordRuns(value)
    .filter(({ bytes, charset }) => undeclaredBytes(bytes, charset) !== null)
    .map(({ bytes, charset }) => ({ bytes, label: charset }));
}

/** The value with the encoded words that their labels do not speak for written anew, read in that charset. */
export function relabelledWords(value: string, hint: string): string {
  let text = '';
  let at = 0;
  for (const { start, end, charset, bytes } of wordRuns(value)) {
    if (undeclaredBytes(bytes, charset) === null) continue;
    text += value.slice(at, start) + encodedWords(decodeUndeclared(bytes, hint));
    at = end;
  }
  return at === 0 ? value : text + value.slice(at);
}

function encodedWords(text: string): string {
  return (text.match(/.{1,500}/gsu) ?? [])
    .map((piece) => `=?utf-8?B?${Buffer.from(piece).toString('base64')}?=`)
    .join(' ');
}

/**
 * The charset of the first encoded word of a value, for text that has no label of its own. Null where there is none.
 */
export function wordCharset(value: string): string | null {
  return /=\?["']?([\w.:+()-]{1,60})(?:\*[\w-]*)?["']?\?[bq]\?/i.exec(value)?.[1] ?? null;
}

/** Removes what neither Postgres nor Matrix takes: U+0000 and lone surrogates. */
export function clean(text: string): string {
  return (text.includes('\u0000') ? text.replaceAll('\u0000', '') : text).toWellFormed();
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (charset.startsWith('iso-2022-')) return decodeIso2022(buffer, charset);
  return charset === 'utf-8' ? buffer.toString('utf8') : iconv.decode(buffer, charset);
}

/** A charset that the bytes prove against their label, or null where the label may stand. */
function contradiction(bytes: Uint8Array, named: string): string | null {
  // No text in wide characters has no zero byte and is UTF-8 besides: HTML that was converted and still says utf-16.
  if (/^(?:utf-?(?:16|32)|ucs)/.test(named)) return !bytes.includes(0) && isUtf8(bytes) ? 'utf-8' : null;
  if (isAscii(bytes)) return hasEscape(bytes) && !named.startsWith('iso-2022-') ? 'iso-2022-jp' : null;
  if (named === 'utf-8') return isUtf8(bytes) ? null : guessCharset(bytes);
  // A 7-bit charset with 8-bit bytes is mislabelled for certain.
  if (isSevenBit(named)) return guessCharset(bytes);
  // Text in a legacy charset that happens to be UTF-8 throughout is rarer the more sequences it has.
  return /^(?:windows-125\d|windows-874|iso-?8859|koi8|mac|cp\d|gb|shift|euc|big5)/.test(named) &&
    isUtf8(bytes) &&
    sequences(bytes) >= (named === 'windows-1252' ? 2 : 4)
    ? 'utf-8'
    : null;
}

function isSevenBit(charset: string): boolean {
  return charset === 'utf-7' || charset.startsWith('iso-2022-');
}

/**
 * Whether bytes that are no UTF-8 throughout are UTF-8 for the most part: a text cut inside a character, with a few bad
 * bytes, or with lines of another charset. One with hardly a valid sequence never was.
 */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const { good, bad } = utf8Sequences(bytes);
  return good > 0 && good >= bad;
}

function utf8Sequences(bytes: Uint8Array): { readonly good: number; readonly bad: number } {
  const text = decodeAs(bytes, 'utf-8');
  let good = 0;
  let bad = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) bad += 1;
    else if (code > 0x7f) good += 1;
  }
  return { good, bad };
}

/** UTF-8, but for lines in which nothing is: those are read in `decided`, or as what they are. */
function decodeMostlyUtf8(bytes: Uint8Array, decided: string | null): string {
  const other = undeclaredBytes(bytes, null);
  if (other === null) return decodeAs(bytes, 'utf-8');
  const charset = decided ?? guessCharset(other);
  return lines(bytes)
    .map((line) => decodeAs(line, isWholeUtf8(line) || utf8Sequences(line).good > 0 ? 'utf-8' : charset))
    .join('');
}

/** Lines with their ends. */
function lines(bytes: Uint8Array): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const lf = bytes.indexOf(0x0a, at);
    const end = lf < 0 ? bytes.length : lf + 1;
    found.push(bytes.subarray(at, end));
    at = end;
  }
  return found;
}

function sequences(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0xc2) count += 1;
  return count;
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** Whether an ISO-2022 designation of a double-byte set is there (ESC $). */
function hasEscape(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b);
  return at >= 0 && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('\u001b$');
}

function fromQ(payload: string): Uint8Array {
  const text = payload
    .replace(/_/g, ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  // Characters beyond a byte come from raw UTF-8 inside the word; they stay what they are.
  return /^[\u0000-\u00ff]*$/.test(text) ? Buffer.from(text, 'latin1') : Buffer.from(text, 'utf8');
}
