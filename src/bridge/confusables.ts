/** Names that would be read as others: what people see is compared, not what stands there. */

/**
 * Letters of other scripts that look like Latin ones in common fonts, after Unicode's compatibility forms are resolved and accents taken off: the part of
 * UTS 39's idea of confusables that names are written with. Each pair: the Latin letter, what looks like it.
 */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'аαɑ',
  b: 'ьвβƅ',
  c: 'сϲᴄ',
  d: 'ԁɗ',
  e: 'еєεҽɛ',
  f: 'ƒғ',
  g: 'ɡցԍ',
  h: 'һнհ',
  i: 'іιıɩ',
  j: 'јϳ',
  k: 'кκĸ',
  l: 'łӏ',
  m: 'мϻ',
  n: 'пηո',
  o: 'оοσօ',
  p: 'рρ',
  q: 'ԛզ',
  r: 'гᴦ',
  s: 'ѕʂ',
  t: 'тτ',
  u: 'υս',
  v: 'ѵν',
  w: 'ԝшωա',
  x: 'хχ',
  y: 'уγүʏ',
  z: 'ᴢʐ',
};

/** The same letter by a digit or sign that replaces it (`0livia`, `a1ice`, `$am`), and pairs that run together (`rn` for m). */
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

/** Characters that nobody sees: format and bidirectional controls, variation selectors, fillers (UTS 39 section 4, Default_Ignorable). */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu;

/** Embeddings, overrides and isolates: they turn what follows. The mere marks (U+200E, U+200F, U+061C) belong to names of their scripts. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/u;

/** What a name looks like, as a key: two names with the same key are read as the same. Not for display. */
export function skeleton(name: string): string {
  const plain = name.slice(0, 500).normalize('NFKD').replace(INVISIBLE, '').replace(/\p{M}/gu, '').toLowerCase();
  let text = '';
  for (const char of plain) text += latinOf(char);
  for (const [what, by] of REPLACED) text = text.replace(what, by);
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/**
 * Whether a display name would be read as somebody's name: the same words in whatever order (`Example, Alice`), also with more around them (`Alice
 * Example (CEO)`) where the name has two words or more. A single word must be the whole: there are many called Alice.
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

/** Whether one word of a name mixes Latin with letters of a script that looks like it. Words of different scripts beside each other are names. */
export function mixesScripts(name: string): boolean {
  const words = name
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u);
  return words.some(
    (word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(word), // prettier-ignore
  );
}

/** The addresses that a display name holds, as they would be read: full-width signs and letters count. Lower case. */
export function addressesInName(name: string): string[] {
  const plain = name.slice(0, 500).normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
  const found = plain.match(/[^\s<>()[\],;:"'@]+\s?@\s?[\p{L}\p{N}-]+(?:\s?\.\s?[\p{L}\p{N}-]+)+/gu) ?? [];
  return [...new Set(found.map((text) => text.replace(/\s/g, '')))];
}

/** A name without what nobody sees or what would turn the line; one line; at most 100 characters. Joiners stay: scripts of Iran and India write with them. */
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

function latinOf(char: string): string {
  if (char < '\u0080') return char;
  for (const [latin, others] of Object.entries(LOOKALIKES)) if (others.includes(char)) return latin;
  return char;
}
