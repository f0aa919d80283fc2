/** Whether two messages are the same answer written twice: by two people, or by one who did not see the first go. */

/** Characters below which the same words are no mistake ("Thanks!"). */
const LEAST = 8;
/** Characters from which on texts that are nearly the same count too. */
const LEAST_NEAR = 40;
/** Share of pairs of letters in common. */
const NEAR = 0.9;

/**
 * Whether the texts are the same but for case, punctuation and space, or nearly. Texts with other numbers in them are
 * never the same: the answers about two orders are alike in all else. Quotations are to be left out by the caller.
 */
export function sameAnswer(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  if (a.length < LEAST || b.length < LEAST) return false;
  if (a === b) return true;
  if (Math.min(a.length, b.length) < LEAST_NEAR || numbers(a) !== numbers(b)) return false;
  return likeness(a.slice(0, 10_000), b.slice(0, 10_000)) >= NEAR;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function numbers(text: string): string {
  return (text.match(/\p{N}+/gu) ?? []).join(' ');
}

/** Dice's coefficient of the pairs of letters. */
function likeness(a: string, b: string): number {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < a.length; at += 1) {
    const pair = a.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let at = 0; at + 1 < b.length; at += 1) {
    const pair = b.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    common += 1;
    pairs.set(pair, left - 1);
  }
  return (2 * common) / (a.length - 1 + (b.length - 1));
}
