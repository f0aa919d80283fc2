import iconv from 'iconv-lite';
import { guessCharset, isUtf8 } from './charset-guess.ts';
import { decodeIso2022 } from './iso2022.ts';

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
 * @param hint a charset that the rest of the mail uses, for text without a label
 */
export function decodeText(bytes: Uint8Array, label: string | null, hint: string | null = null): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked !== null)
    return { text: clean(iconv.decode(Buffer.from(bytes), marked)), charset: marked, by: 'labelled' };
  const named = label === null ? null : knownCharset(label);
  if (named === null) {
    // US-ASCII bytes are the same under every label that is left; UTF-7 and ISO-2022 are only believed when they say
    // so.
    const charset =
      isAscii(bytes) && !hasEscape(bytes) ? 'utf-8' : guessCharset(bytes, hint === null ? null : knownCharset(hint));
    return { text: clean(decodeAs(bytes, charset)), charset, by: 'guessed' };
  }
  const better = contradiction(bytes, named, hint);
  const charset = better ?? named;
  return { text: clean(decodeAs(bytes, charset)), charset, by: better === null ? 'labelled' : 'mislabelled' };
}

/**
 * The name under which iconv-lite (or the ISO-2022 decoder) knows a label; null for none, unknown, and labels that say
 * nothing (us-ascii).
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function knownCharset(label: string): string | null {
  // The longest registered label has 45 characters (IANA, character sets).
  if (label.length > 200) return null;
  const name = label
    .toLowerCase()
    .replace(/^[\s"'=_]+|[\s"';,>]+$/g, '')
    // RFC 2231 section 5: an encoded word's charset may carry a language.
    .replace(/\*.*$/, '')
    .replace(/\s+/g, '-');
  const alias = aliases.get(name.replace(/[^a-z0-9]/g, ''));
  if (alias !== undefined) return alias;
  if (/^(?:cs)?iso-?2022-?(?:jp|kr|cn)/.test(name))
    return /jp|kr|cn/.exec(name)?.[0] === 'jp' ? 'iso-2022-jp' : 'iso-2022-kr';
  const windows = /^(?:x-)?(?:win(?:dows)?|cp)[-_]?(125\d|874|932|936|949|950)\b/.exec(name)?.[1];
  if (windows !== undefined) return windows.length === 4 || windows === '874' ? `windows-${windows}` : `cp${windows}`;
  const trimmed = name.replace(/^x-/, '');
  if (name === '' || !iconv.encodingExists(name))
    return trimmed !== name && iconv.encodingExists(trimmed) ? trimmed : null;
  return transferNames.has(name.replace(/[^a-z0-9]/g, '')) ? null : name;
}

/**
 * Decodes the encoded words of an unfolded value (RFC 2047), tolerantly: words inside quotes, words without space
 * between, characters split over two words, spaces and question marks inside a word, wrong charsets. What is no encoded
 * word stays.
 */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value;
  let text = '';
  let at = 0;
  let run: { charset: string; bytes: Uint8Array[] } | null = null;
  const flush = (): void => {
    if (run !== null) text += decodeText(Buffer.concat(run.bytes), run.charset).text;
    run = null;
  };
  for (const match of value.matchAll(/=\?([\w.:*+()-]{1,60})\?([bq])\?(.{0,4000}?)\?=/gi)) {
    const [word, charset = '', encoding = '', payload = ''] = match;
    const between = value.slice(at, match.index);
    // RFC 2047 section 6.2: white space between two encoded words is not part of the text.
    const adjacent = at > 0 && /^[ \t]*$/.test(between);
    const bytes = encoding.toLowerCase() === 'b' ? Buffer.from(payload, 'base64') : fromQ(payload);
    if (!adjacent || run?.charset !== charset.toLowerCase()) flush();
    if (!adjacent) text += between;
    run ??= { charset: charset.toLowerCase(), bytes: [] };
    run.bytes.push(bytes);
    at = match.index + word.length;
  }
  flush();
  return clean(text + value.slice(at));
}

/**
 * The charset of the first encoded word of a value, for text that has no label of its own. Null where there is none.
 */
export function wordCharset(value: string): string | null {
  return /=\?([\w.:+()-]{1,60})(?:\*[\w-]*)?\?[bq]\?/i.exec(value)?.[1] ?? null;
}

/** Raw header bytes as text: UTF-8 (RFC 6532) where it is that, else by the hint or by what the bytes are. */
export function decodeHeaderBytes(bytes: Uint8Array, hint: string | null = null): string {
  if (isAscii(bytes)) return clean(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  return decodeText(bytes, null, hint).text;
}

/** Removes what neither Postgres nor Matrix takes: U+0000 and lone surrogates. */
export function clean(text: string): string {
  return (text.includes('\u0000') ? text.replaceAll('\u0000', '') : text).toWellFormed();
}

/** Names that iconv-lite takes for encodings of bytes, not of characters. */
const transferNames: ReadonlySet<string> = new Set(['base64', 'hex', 'binary', 'ucs2raw', 'utf7imap']);

/**
 * Labels of real mail that iconv-lite does not know, or knows as something narrower than what is sent; null says
 * nothing.
 */
const aliases: ReadonlyMap<string, string | null> = new Map([
  ...[
    'usascii',
    'ascii',
    'ansix341968',
    'iso646us',
    'us',
    'unknown',
    'unknown8bit',
    'xunknown',
    'default',
    'none',
    '8bit',
    '7bit',
    'xuserdefined',
    'autodetect',
    'null',
    'undefined',
  ].map((name): [string, null] => [name, null]),
  ...Object.entries({
    iso88591: 'windows-1252',
    latin1: 'windows-1252',
    l1: 'windows-1252',
    iso885911987: 'windows-1252',
    ansi: 'windows-1252',
    iso88599: 'windows-1254',
    latin5: 'windows-1254',
    iso885911: 'windows-874',
    tis620: 'windows-874',
    iso88598i: 'iso-8859-8',
    iso88598e: 'iso-8859-8',
    iso88596i: 'iso-8859-6',
    iso88596e: 'iso-8859-6',
    logical: 'iso-8859-8',
    visual: 'iso-8859-8',
    gb2312: 'gb18030',
    gb231280: 'gb18030',
    gbk: 'gb18030',
    xgbk: 'gb18030',
    euccn: 'gb18030',
    cngb: 'gb18030',
    cp936: 'gb18030',
    ksc56011987: 'cp949',
    ksc5601: 'cp949',
    euckr: 'cp949',
    xwindows949: 'cp949',
    uhc: 'cp949',
    korean: 'cp949',
    ksc56011989: 'cp949',
    big5: 'big5hkscs',
    cnbig5: 'big5hkscs',
    xxbig5: 'big5hkscs',
    xsjis: 'shift_jis',
    sjis: 'shift_jis',
    ms932: 'shift_jis',
    windows31j: 'shift_jis',
    shiftjis: 'shift_jis',
    mskanji: 'shift_jis',
    xeucjp: 'euc-jp',
    eucjp: 'euc-jp',
    jis: 'iso-2022-jp',
    cp50220: 'iso-2022-jp',
    cp50221: 'iso-2022-jp',
    cp50222: 'iso-2022-jp',
    hzgb2312: 'iso-2022-hz',
    hz: 'iso-2022-hz',
    unicode11utf7: 'utf-7',
    unicode20utf7: 'utf-7',
    csunicode11utf7: 'utf-7',
    xunicode20utf7: 'utf-7',
    utf7: 'utf-7',
    unicode11utf8: 'utf-8',
    unicode20utf8: 'utf-8',
    xunicode20utf8: 'utf-8',
    utf8: 'utf-8',
    utf8mb4: 'utf-8',
    utf8bom: 'utf-8',
    unicode: 'utf-16',
    xmaccyrillic: 'maccyrillic',
    xmacroman: 'macroman',
    macintosh: 'macroman',
    xmaccentraleurope: 'maccenteuro',
    xmacce: 'maccenteuro',
    koi8: 'koi8-r',
    xkoi8r: 'koi8-r',
    cskoi8r: 'koi8-r',
  }),
]);

function decodeAs(bytes: Uint8Array, charset: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (charset.startsWith('iso-2022-')) return decodeIso2022(buffer, charset);
  return charset === 'utf-8' ? buffer.toString('utf8') : iconv.decode(buffer, charset);
}

/** A charset that the bytes prove against their label, or null where the label may stand. */
function contradiction(bytes: Uint8Array, named: string, hint: string | null): string | null {
  if (isAscii(bytes)) return hasEscape(bytes) && !named.startsWith('iso-2022-') ? 'iso-2022-jp' : null;
  if (named === 'utf-8') {
    if (isUtf8(bytes)) return null;
    // A text cut inside a character, or with a few bad bytes, is still UTF-8; one with hardly a valid sequence never
    // was.
    const text = decodeAs(bytes, 'utf-8');
    const bad = text.split('\ufffd').length - 1;
    const good = text.replace(/[\u0000-\u007f\ufffd]/g, '').length;
    return good >= bad ? null : guessCharset(bytes, hint === null ? null : knownCharset(hint));
  }
  // A 7-bit charset with 8-bit bytes is mislabelled for certain.
  if (named === 'iso-2022-jp' || named === 'iso-2022-hz' || named === 'utf-7') return guessCharset(bytes, null);
  // Text in a legacy charset that happens to be UTF-8 throughout is rarer the more sequences it has.
  return /^(?:windows-125\d|windows-874|iso-?8859|koi8|mac|cp\d|gb|shift|euc|big5)/.test(named) &&
    isUtf8(bytes) &&
    sequences(bytes) >= (named === 'windows-1252' ? 2 : 4)
    ? 'utf-8'
    : null;
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

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
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
