import leven from 'leven';

/** Characters of a word that are compared: the time grows with the lengths of both, and with their swaps. */
const COMPARED = 64;

/** How many edits are a slip in a word of that many characters: a third of them, one at least. */
function aThird(length: number): number {
  return Math.max(1, Math.floor(length / 3));
}

/**
 * The candidate that somebody probably meant: the one with the least edits (insert, remove, replace, and once a swap of
 * neighbours), the first of several. `most` says how many edits are a slip, by the length of the longer word. Null
 * where none is near. For suggestions only, never to decide.
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  most: (length: number) => number = aThird,
): string | null {
  const given = word.toLowerCase().slice(0, COMPARED);
  const swapped = swaps(given);
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const meant = candidate.toLowerCase().slice(0, COMPARED);
    const bound = Math.min(most(Math.max(word.length, candidate.length)), least - 1);
    const edits = Math.min(
      leven(given, meant, { maxDistance: bound + 1 }),
      ...swapped.map((other) => 1 + leven(other, meant, { maxDistance: bound })),
    );
    if (edits <= bound) {
      best = candidate;
      least = edits;
    }
  }
  return best;
}

/** The words that a word is with two neighbours the other way round. */
function swaps(word: string): string[] {
  return Array.from(
    { length: Math.max(0, word.length - 1) },
    (_, at) => `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`,
  );
}
