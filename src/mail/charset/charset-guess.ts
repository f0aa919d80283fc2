import iconv from 'iconv-lite';

/** How much of a text is looked at, bytes. */
const sample = 32 * 1024;

/** Whether the bytes are valid UTF-8 throughout (RFC 3629); a character cut off at the end is forgiven. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    // The decoder's only way to say no.
    return false;
  }
}

/**
 * The charset that eight-bit text without a (true) label is most likely in. It looks at how the high bytes are grouped
 * (pairs in the double-byte charsets, whole words in Cyrillic or Greek, single letters in Latin ones) and at how usual
 * the letters are that the bytes would stand for in each charset. `hint` wins where the bytes allow it. Never fails:
 * where nothing speaks for another, it is windows-1252.
 */
export function guessCharset(bytes: Uint8Array, hint: string | null): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, sample));
  if (text.includes('\u001b$')) return text.includes('\u001b$)C') ? 'iso-2022-kr' : 'iso-2022-jp';
  const wide = wideWithoutMark(text);
  if (wide !== null) return wide;
  if (isUtf8(bytes)) return 'utf-8';
  if (
    hint !== null &&
    hint !== 'utf-8' &&
    !hint.startsWith('iso-2022-') &&
    hint !== 'utf-7' &&
    replaced(text, hint) === 0
  )
    return hint;
  const groups = highGroups(text);
  return doubleByte(text, groups) ?? singleByte(text, groups);
}

interface Groups {
  readonly high: number;
  /** Share of high bytes in runs of even length. */
  readonly even: number;
  /** Average length of a run. */
  readonly length: number;
}

function highGroups(bytes: Uint8Array): Groups {
  let high = 0;
  let even = 0;
  let runs = 0;
  let run = 0;
  const close = (): void => {
    if (run > 0) runs += 1;
    if (run % 2 === 0) even += run;
    run = 0;
  };
  for (const byte of bytes) {
    if (byte < 0x80) close();
    else {
      run += 1;
      high += 1;
    }
  }
  close();
  return { high, even: high === 0 ? 0 : even / high, length: runs === 0 ? 0 : high / runs };
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

function replaced(bytes: Buffer, charset: string): number {
  return (
    iconv.decode(bytes.subarray(0, bytes.length - (bytes.length === sample ? 4 : 0)), charset).split('\ufffd').length -
    1
  );
}

function doubleByte(bytes: Buffer, groups: Groups): string | null {
  const leads = (from: number, to: number): number => {
    let count = 0;
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i] ?? 0;
      if (byte < 0x80) continue;
      if (byte >= from && byte <= to) count += 1;
      i += 1;
    }
    return count / Math.max(1, groups.high / 2);
  };
  if (groups.even > 0.9 && groups.length >= 2) {
    // The EUC forms: kana in rows 4 and 5 (A4, A5), hangul in B0 to C8, hanzi over all of B0 to F7 with its own
    // punctuation in A1 and A3.
    if (leads(0xa4, 0xa5) > 0.2 && replaced(bytes, 'euc-jp') === 0) return 'euc-jp';
    if (leads(0xb0, 0xc8) > 0.9 && replaced(bytes, 'cp949') === 0) return 'cp949';
    if (leads(0xa1, 0xf7) > 0.8 && replaced(bytes, 'gb18030') === 0) return 'gb18030';
  }
  // Second bytes below 0x80: kana in rows 82 and 83 of Shift_JIS, the usual hanzi in A4 to C6 of Big5.
  if (kanaShare(bytes) > 0.2 && replaced(bytes, 'shift_jis') === 0) return 'shift_jis';
  if (
    groups.length >= 1.3 &&
    leads(0xa1, 0xc8) > 0.5 &&
    replaced(bytes, 'big5') === 0 &&
    usual(iconv.decode(bytes, 'big5'), bigFive) > 0.05
  )
    return 'big5hkscs';
  return null;
}

function kanaShare(bytes: Buffer): number {
  const letters = iconv.decode(bytes, 'shift_jis').match(/[^\p{ASCII}\s]/gu) ?? [];
  return letters.length === 0 ? 0 : letters.filter((letter) => /[\u3041-\u30ff]/.test(letter)).length / letters.length;
}

const bigFive = '的一是不我有在人了這中大為上個到說們時要你會可也來就對以下';

/** The most frequent letters of what a charset is mostly used for. */
const alphabets: readonly (readonly [string, string])[] = [
  ['windows-1251', 'оеаинтсрвл'],
  ['koi8-r', 'оеаинтсрвл'],
  ['cp866', 'оеаинтсрвл'],
  ['windows-1253', 'αοιετνσρκπ'],
  ['windows-1255', 'יוהלאמרתבש'],
  ['windows-1256', 'المينترو'],
  ['windows-874', 'านรอกเงมยล่้'],
];
const western = 'äöüßéèàçñáíóúêâîôûåøæãõëïÄÖÜÉ’‘“”–—…«»€§°¿¡\u00a0·®©';
const central = 'ąćęłńóśźżčřšžěůőűťďňáéíýúĄĆŁŚŻČŘŠŽ„”–…äöüß\u00a0';
const turkish = 'ğışçöüİŞĞ’“”…\u00a0';

function singleByte(bytes: Buffer, groups: Groups): string {
  const score = (charset: string, letters: string): number => usual(iconv.decode(bytes, charset), letters);
  const best = (rows: readonly (readonly [string, string])[]): readonly [string, number] =>
    rows
      .map(([charset, letters]) => [charset, score(charset, letters)] as const)
      .reduce((a, b) => (b[1] > a[1] ? b : a));
  if (groups.length >= 2.5) {
    const [charset, share] = best(alphabets);
    if (share > 0.3) return charset;
  }
  // Western Latin is by far the most usual, so another needs to be clearly better.
  const first = score('windows-1252', western);
  const [other, share] = best([
    ['windows-1250', central],
    ['windows-1254', turkish],
  ]);
  return share > first + 0.2 ? other : 'windows-1252';
}

/** The share of the letters beyond ASCII that are in the list. */
function usual(text: string, letters: string): number {
  let all = 0;
  let found = 0;
  for (const letter of text) {
    if (letter <= '\u007f') continue;
    all += 1;
    if (letters.includes(letter)) found += 1;
  }
  return all === 0 ? 0 : found / all;
}
