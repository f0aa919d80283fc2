/** Names that would be read as others: what people see is compared, not what stands there. */
import confusables from 'unhomoglyph/data.json' with { type: 'json' };

/**
 * Letters that names are written with, read as Latin ones by people, and not by UTS 39 (which compares printed shapes,
 * so that it has them only beside signs that no name holds).
 */
const READ_AS: Readonly<Record<string, string>> = {
  є: 'e',
  ɛ: 'e',
  ғ: 'f',
  ĸ: 'k',
  п: 'n',
  ш: 'w',
  ω: 'w',
  // Small capitals, which phonetic alphabets have and people write whole names with.
  ᴀ: 'a',
  ʙ: 'b',
  ᴅ: 'd',
  ᴇ: 'e',
  ɢ: 'g',
  ʜ: 'h',
  ᴊ: 'j',
  ᴋ: 'k',
  ʟ: 'l',
  ᴍ: 'm',
  ɴ: 'n',
  ᴘ: 'p',
  ᴛ: 't',
};

/** What UTS 39 (confusables.txt) says that a character looks like, one to one or to several. */
const PROTOTYPES: Readonly<Record<string, string>> = confusables;

/**
 * The same letter by a digit or sign that replaces it (`0livia`, `a1ice`, `$am`), and pairs that run together (`rn` for
 * m).
 */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/0/g, 'o'],
  [/[1|!]/g, 'l'],
  [/3/g, 'e'],
  [/5|\$/g, 's'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  // What is left to tell apart between i and l, no font of a chat client tells.
  [/i/g, 'l'],
];

/**
 * Characters that nobody sees: format and bidirectional controls, variation selectors, fillers (UTS 39 section 4,
 * Default_Ignorable).
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu;

/**
 * Embeddings, overrides and isolates: they turn what follows. The mere marks (U+200E, U+200F, U+061C) belong to names
 * of their scripts.
 */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/u;

/**
 * What a name looks like, as a key: two names with the same key are read as the same. Not for display.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function skeleton(name: string): string {
  const plain = bare(name.slice(0, 500));
  let text = '';
  for (const char of plain) text += latinOf(char);
  for (const [what, by] of REPLACED) text = text.replace(what, by);
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/**
 * Whether a display name would be read as somebody's name: the same words in whatever order (`Example, Alice`), also
 * with more around them (`Alice Example (CEO)`) where the name has two words or more. A single word must be the whole:
 * there are many called Alice.
 */
export function imitates(name: string, somebody: string): boolean {
  const theirs = wordsOf(somebody);
  const words = wordsOf(name);
  if (theirs.length === 0 || words.length === 0) return false;
  const joined = (list: readonly string[]) => list.toSorted().join('');
  if (joined(words) === joined(theirs) || words.join('') === theirs.join('')) return theirs.join('').length >= 3;
  return theirs.length >= 2 && theirs.every((word) => words.includes(word));
}

/** Whether a name holds characters that turn the direction of what follows. */
export function turnsDirection(name: string): boolean {
  return TURNING.test(name);
}

/**
 * The scripts whose letters are taken for Latin ones and that nobody writes within a word of Latin letters. Scripts
 * that stand beside Latin without a blank (Han, kana, Hangul, Arabic, Thai and others) are not among them (UTS 39,
 * section 5.2).
 */
const TAKEN_FOR_LATIN =
  /[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}\p{sc=Cherokee}\p{sc=Coptic}\p{sc=Lisu}\p{sc=Deseret}\p{sc=Osage}\p{sc=Cans}\p{sc=Tfng}]/u;

/**
 * Whether one word of a name mixes Latin with letters of a script that looks like it. Words of different scripts beside
 * each other are names.
 */
export function mixesScripts(name: string): boolean {
  const words = name
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u);
  return words.some((word) => /\p{Script=Latin}/u.test(word) && TAKEN_FOR_LATIN.test(word));
}

/** The addresses that a display name holds, as they would be read: full-width signs and letters count. Lower case. */
export function addressesInName(name: string): string[] {
  const plain = name.slice(0, 500).normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
  const found = plain.match(/[^\s<>()[\],;:"'@]+\s?@\s?[\p{L}\p{N}-]+(?:\s?\.\s?[\p{L}\p{N}-]+)+/gu) ?? [];
  return [...new Set(found.map((text) => text.replace(/\s/g, '')))];
}

/**
 * A name without what nobody sees or what would turn the line; one line; at most 100 characters. Joiners stay: scripts
 * of Iran and India write with them.
 */
export function safeName(name: string): string {
  const clean = name
    .replace(/(?![\u200c\u200d])[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const cut = Array.from(clean).slice(0, 100).join('');
  return (cut.length < clean.length ? `${cut.trimEnd()}…` : cut).toWellFormed();
}

function wordsOf(name: string): string[] {
  return skeleton(name)
    .split(' ')
    .filter((word) => word !== '');
}

/** Compatibility forms resolved, without what nobody sees and without accents, lower case. */
function bare(text: string): string {
  return text.normalize('NFKD').replace(INVISIBLE, '').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The Latin letters or digits that a bare character is read as; itself where there are none. A letter whose small form
 * looks like no Latin one and whose capital does (Cyrillic н, Н) is read as that in both, so that a name keeps its key
 * in capitals.
 */
function latinOf(char: string): string {
  if (char < '\u0080') return char;
  return READ_AS[char] ?? asciiOf(char) ?? asciiOf(char.toUpperCase()) ?? char;
}

function asciiOf(char: string): string | null {
  const prototype = PROTOTYPES[char];
  if (prototype === undefined) return null;
  const text = bare(prototype);
  return /^[a-z0-9]+$/.test(text) ? text : null;
}
