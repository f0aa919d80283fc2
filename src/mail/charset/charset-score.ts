import iconv from 'iconv-lite';
import { type WrittenLanguage, languages } from './languages.ts';

/** A charset, with how likely it is that the bytes were written in it: a natural logarithm, to be compared only. */
export interface Scored {
  readonly charset: string;
  readonly score: number;
}

/** What a letter costs that the language does not have: names and words of others come with them. */
const foreignLetter = -11;
/** What stands where no charset of the kind has a character, or a control character of ISO 6429. */
const noCharacter = -25;
/** A letter beyond ASCII with no letter beside it; most are signs that another charset has in its place. */
const alone = -4;
/** A spelling that the language does not have. */
const misspelt = -4;
/** A word of the language, and how much its words may count together. */
const knownWord = 1.5;
const mostWords = 9;
/** How many letters of a text count against a language that would have had more of its own among them. */
const mostLetters = 100;
/** What it counts that something else of the same mail uses a charset. */
export const asHinted = 12;
/** Words of a text that are looked up. */
const mostTokens = 3000;

/** A text as read in one charset: what every language sees of it. */
interface Reading {
  readonly text: string;
  /** What its signs and its capitals are worth, whatever the language. */
  readonly base: number;
  readonly letters: ReadonlyMap<string, number>;
  /** Of these, how many have no letter beside them. */
  readonly lonely: ReadonlyMap<string, number>;
  /** Letters of the text, of all alphabets. */
  readonly total: number;
}

/** What is looked up in a reading where its letters leave it a chance. */
interface Spelling {
  readonly small: string;
  readonly words: ReadonlyMap<string, number>;
}

/** The charsets of one byte a letter that are weighed. */
export const singleByteCharsets: readonly string[] = [
  ...new Set(languages.flatMap((each) => each.charsets.map(([name]) => name))),
];

/**
 * The charset of one byte a letter in which the bytes are most likely text: for each language in each of its charsets,
 * how usual the letters are that the bytes would stand for, with the words and the spelling of that language, and how
 * usual the language itself. Nothing is learnt; ties go to Western Europe.
 *
 * @param hint a charset that counts for more, since something else of the same mail uses it
 */
export function likeliestSingleByte(bytes: Buffer, hint: string | null): Scored {
  const readings = new Map(singleByteCharsets.map((charset) => [charset, read(iconv.decode(bytes, charset))]));
  const spellings = new Map<Reading, Spelling>();
  let best: Scored = { charset: 'windows-1252', score: -Infinity };
  // By their letters first: of most, words and spelling cannot change any more that they are none.
  for (const { charset, language, reading, byLetters } of candidates(readings, hint)) {
    if (byLetters + mostWords <= best.score) break;
    const spelling = spellings.get(reading) ?? spellingOf(reading.text);
    spellings.set(reading, spelling);
    const score = byLetters + spellingScore(spelling, language);
    if (score > best.score) best = { charset, score };
  }
  return best;
}

interface Candidate {
  readonly charset: string;
  readonly language: WrittenLanguage;
  readonly reading: Reading;
  readonly byLetters: number;
}

/** Each language in each of its charsets, the likeliest by letters first. */
function candidates(readings: ReadonlyMap<string, Reading>, hint: string | null): readonly Candidate[] {
  return languages
    .flatMap((language) =>
      language.charsets.flatMap(([charset, price]): Candidate[] => {
        const reading = readings.get(charset);
        if (reading === undefined) return [];
        const byLetters = letterScore(reading, language) + price + language.prior + (charset === hint ? asHinted : 0);
        return [{ charset, language, reading, byLetters }];
      }),
    )
    .sort((a, b) => b.byLetters - a.byLetters);
}

function letterScore(reading: Reading, language: WrittenLanguage): number {
  let score = reading.base;
  for (const [letter, count] of reading.letters) score += count * (language.letters.get(letter) ?? foreignLetter);
  for (const [letter, count] of reading.lonely) if (!language.words.has(letter)) score += count * alone;
  // In Latin writing most letters are ASCII, so that few others in many letters speak against a language with many.
  return language.beyond < 0.5 ? score - language.beyond * Math.min(reading.total, mostLetters) : score;
}

function spellingScore({ small, words }: Spelling, language: WrittenLanguage): number {
  let known = 0;
  for (const [word, count] of words) if (language.words.has(word)) known += count * knownWord;
  const wrong = language.never === null ? 0 : (small.match(language.never)?.length ?? 0);
  return Math.min(known, mostWords) + wrong * misspelt;
}

function spellingOf(text: string): Spelling {
  const small = text.replaceAll('İ', 'i').toLowerCase();
  const words = new Map<string, number>();
  let tokens = 0;
  for (const [token] of small.matchAll(/\p{L}+/gu)) {
    if ((tokens += 1) > mostTokens) break;
    // A letter alone is a word of so many languages that it says nothing.
    if (token.length > 1) add(words, token);
  }
  return { small, words };
}

function read(decoded: string): Reading {
  const text = decoded.replace(/<[^<>]{0,2000}>/g, ' ');
  const letters = new Map<string, number>();
  const lonely = new Map<string, number>();
  let base = 0;
  let total = 0;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    const kind = kinds.get(char);
    if (kind?.letter === true) total += 1;
    if (char <= '\u007f') continue;
    const before = i === 0 ? ' ' : text.charAt(i - 1);
    const after = i + 1 === text.length ? ' ' : text.charAt(i + 1);
    if (kind?.letter !== true) {
      base += signScore(char, before, after);
      continue;
    }
    add(letters, kind.key);
    base += placeScore(char, before, after, i < 2 ? ' ' : text.charAt(i - 2));
    if (!isLetter(before) && !isLetter(after)) add(lonely, kind.key);
  }
  return { text, base, letters, lonely, total };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

interface Kind {
  /** The small letter; of a Turkish İ itself. */
  readonly key: string;
  readonly letter: boolean;
  readonly capital: boolean;
  readonly small: boolean;
  /** Of an alphabet that shares no word with ASCII letters. */
  readonly far: boolean;
}

function kindOf(char: string): Kind {
  return {
    key: char === 'İ' ? char : char.toLowerCase(),
    letter: /[\p{L}\p{M}]/u.test(char) && !/[ªº]/.test(char),
    capital: char !== char.toLowerCase(),
    small: char !== char.toUpperCase(),
    far: /[^\P{L}\p{sc=Latn}]|\p{M}/u.test(char),
  };
}

/** What the characters of all the charsets are, ASCII with them. */
const kinds: ReadonlyMap<string, Kind> = new Map(
  singleByteCharsets
    .flatMap((charset) =>
      iconv.decode(Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)), charset).match(/./gsu),
    )
    .filter((char) => char !== null)
    .map((char) => [char, kindOf(char)]),
);

const isLetter = (char: string): boolean => kinds.get(char)?.letter === true;
const isDigit = (char: string): boolean => char >= '0' && char <= '9';
const isCapital = (char: string): boolean => kinds.get(char)?.capital === true;
const isSmall = (char: string): boolean => kinds.get(char)?.small === true;
const isFar = (char: string): boolean => kinds.get(char)?.far === true;

/** What the place of a letter beyond ASCII is worth: its case and its neighbours. */
function placeScore(char: string, before: string, after: string, second: string): number {
  let score = 0;
  if (isCapital(char)) {
    if (isSmall(before) && !isCapital(before)) score -= 6;
    else score -= isCapital(before) || isCapital(after) ? 0.5 : 2;
  } else if (isCapital(before) && isCapital(second) && isSmall(char)) score -= 3;
  if (isDigit(before) || isDigit(after)) score -= 3;
  if (isFar(char)) for (const each of [before, after]) if (/[A-Za-z]/.test(each)) score -= 9;
  return score;
}

/** What a sign beyond ASCII is worth between its neighbours. */
function signScore(char: string, before: string, after: string): number {
  const inWord = isLetter(before) && isLetter(after);
  switch (char) {
    case '’':
      return -5;
    case '‘':
    case '´':
      return inWord ? -7 : -8;
    case '“':
    case '”':
    case '„':
    case '‚':
    case '«':
    case '»':
      return inWord ? -14 : -6;
    case '–':
    case '—':
    case '…':
    case '•':
    case '\u00a0':
    case '،':
    case '؟':
      return inWord ? -8 : -5;
    case '£':
    case '€':
    case '¥':
      if (isLetter(after)) return -18;
      return isDigit(after) || isDigit(before) || (before === ' ' && after === ' ') ? -5 : -9;
    case '°':
      return isDigit(before) || /[CFKcn]/.test(after) ? -5 : -10;
    case '²':
    case '³':
      if (isLetter(after)) return -12;
      return /[m\d)]/.test(before) ? -5 : -11;
    case 'º':
    case 'ª':
      return isDigit(before) || /[nN.]/.test(before) ? -5 : -12;
    case '½':
    case '¼':
    case '¾':
      return isLetter(before) || isLetter(after) ? -13 : -7;
    case '¿':
    case '¡':
      return !isLetter(before) && (isLetter(after) || after === '¿' || after === '¡') ? -6 : -13;
    case '§':
    case '©':
    case '®':
    case '™':
    case '№':
      return isLetter(after) ? -12 : -7;
    case '±':
    case '×':
    case '÷':
    case 'µ':
    case '·':
    case '¹':
    case '‰':
    case '†':
      return inWord ? -13 : -9;
    default:
      return char === '\ufffd' || (char >= '\u0080' && char <= '\u009f') ? noCharacter : -13;
  }
}
