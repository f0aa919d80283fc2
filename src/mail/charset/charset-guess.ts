import { isUtf8 as isWholeUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { likeliestSingleByte, singleByteCharsets } from './charset-score.ts';
import { doubleByteCharsets, likeliestDoubleByte } from './wide-score.ts';

/** How much of a text is looked at, bytes; of lines with bytes beyond ASCII, a few kilobytes say all. */
const sample = 16 * 1024;
export const highSample = 4 * 1024;

export function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

/**
 * Whether the bytes are valid UTF-8 throughout (RFC 3629); a character cut off at the end is forgiven where there is
 * another one.
 */
export function isUtf8(bytes: Uint8Array): boolean {
  if (isWholeUtf8(bytes)) return true;
  // The longest character has four bytes: one that is cut off has lost one to three of them.
  const lead = bytes.findLastIndex((byte) => byte >= 0xc2);
  const cut = bytes.subarray(Math.max(0, lead));
  const length = cut[0] === undefined ? 0 : cut[0] >= 0xf0 ? 4 : cut[0] >= 0xe0 ? 3 : 2;
  const isCut = lead >= 0 && cut.length < length && cut.every((byte, i) => i === 0 || (byte >= 0x80 && byte < 0xc0));
  const before = bytes.subarray(0, Math.max(0, lead));
  return isCut && isWholeUtf8(before) && !isAscii(before);
}

/**
 * The charset that eight-bit text without a (true) label is most likely in: what its escapes, zero bytes and UTF-8
 * sequences say of themselves, else the charset in which its bytes are the likeliest text of any language. Never fails.
 */
export function guessCharset(bytes: Uint8Array): string {
  return evidentCharset(bytes) ?? likeliestCharset(bytes, null);
}

/** The charset that the bytes show without regard to letters: ISO-2022, UTF-16 and UTF-8; null for none of them. */
export function evidentCharset(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, sample));
  if (text.includes('\u001b$')) return text.includes('\u001b$)C') ? 'iso-2022-kr' : 'iso-2022-jp';
  return wideWithoutMark(text) ?? (isUtf8(bytes) ? 'utf-8' : null);
}

/**
 * The charset in which the bytes, neither ISO-2022 nor UTF, are the likeliest text. A hint counts for as much as some
 * letters; one that is not among those that are weighed wins where the bytes allow it.
 */
export function likeliestCharset(bytes: Uint8Array, hint: string | null): string {
  if (hint !== null && hint !== 'utf-8' && !weighed.has(hint) && allows(bytes, hint)) return hint;
  const text = highLines(bytes, highSample);
  const single = likeliestSingleByte(text, hint);
  // Their tables are large, and text of one byte a character has hardly two such letters in a row.
  const double = highRun(text) < 1.25 ? null : likeliestDoubleByte(text, hint);
  return double !== null && double.score > single.score ? double.charset : single.charset;
}

/** The lines that hold bytes beyond ASCII, up to so many bytes. */
export function highLines(bytes: Uint8Array, most: number): Buffer {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lines: Buffer[] = [];
  let size = 0;
  let at = 0;
  while (at < text.length && size < most) {
    const lf = text.indexOf(0x0a, at);
    const line = text.subarray(at, lf < 0 ? text.length : lf + 1);
    at += line.length;
    if (isAscii(line)) continue;
    const high = line.findIndex((byte) => byte >= 0x80);
    // Of a line without an end, what is around its first such byte.
    const start = line.length > most ? Math.max(0, high - 1024) : 0;
    lines.push(line.subarray(start, start + most - size));
    size += Math.min(line.length - start, most - size);
  }
  return Buffer.concat(lines);
}

/** How many bytes beyond ASCII stand together on average. */
function highRun(bytes: Uint8Array): number {
  let high = 0;
  let runs = 0;
  for (const [i, byte] of bytes.entries()) {
    if (byte < 0x80) continue;
    high += 1;
    if (i === 0 || (bytes[i - 1] ?? 0) < 0x80) runs += 1;
  }
  return runs === 0 ? 0 : high / runs;
}

const weighed: ReadonlySet<string> = new Set([...singleByteCharsets, ...doubleByteCharsets]);

/** Whether the bytes, which show no charset, can be read in one. */
function allows(bytes: Uint8Array, charset: string): boolean {
  if (/^(?:utf-7|iso-2022-)/.test(charset)) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, sample));
  // A sample may end inside a character.
  return !iconv.decode(text.subarray(0, text.length - (text.length === sample ? 4 : 0)), charset).includes('\ufffd');
}

/** UTF-16 without a byte order mark: every other byte is NUL in text of any Latin sort. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const nul = [0, 0];
  const length = Math.min(bytes.length, 2048);
  for (let i = 0; i < length; i += 1) if (bytes[i] === 0) nul[i % 2] = (nul[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nul;
  if (length < 8 || Math.max(even, odd) < length / 4) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
