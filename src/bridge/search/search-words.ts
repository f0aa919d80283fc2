/**
 * Words as they are searched for. Both what is written and what is asked for pass here, so that they meet: accents and
 * the case of letters count for nothing. (Postgres' `unaccent` does the same, but it is an extension, which not every
 * hosted Postgres has; and its tables know no bound.) Languages that set no blanks between words are taken apart into
 * their characters, and asked for as a row of these.
 */

/** Letters that have no decomposition in Unicode, and how they are written without a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ς: 'σ',
};

/** Marks that people leave out: accents, the points of Hebrew and Arabic. Vowels of Indian scripts are none of them. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]/gu;

/** A text in small letters without accents. It may be up to 18 times as long. */
export function folded(text: string): string {
  const small = text.toLowerCase();
  if (ASCII.test(small)) return small;
  return small
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(/[łøđðþßæœıς]/gu, (letter) => PLAIN[letter] ?? letter);
}

/** What needs none of that; most mails do not, and it takes a tenth of the time. */
const ASCII = /^[\0-\x7f]*$/u;

/** UTF-16 code units of a word that count: what is longer is no word that anybody types. */
const LONGEST_WORD = 100;

/** A character of a script that sets no blanks, or a run of other letters and digits. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}](?<![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]))*/gu;

/** The words of a text, in their order. */
export function wordsIn(text: string): string[] {
  const words = text.match(ASCII.test(text) ? /[A-Za-z0-9]+/gu : WORD) ?? [];
  return words.map((word) => (word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD).toWellFormed() : word));
}

/** As many words from the first on as take so many bytes with a blank behind each, in one line. */
export function boundedWords(words: readonly string[], bytes: number): string {
  let left = bytes;
  let end = 0;
  for (const word of words) {
    left -= Buffer.byteLength(word) + 1;
    if (left < 0) break;
    end += 1;
  }
  return words.slice(0, end).join(' ');
}
