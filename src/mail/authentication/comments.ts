/**
 * Comments (RFC 5322 section 3.2.2) in fields that servers write. What a stranger chose (the envelope's sender, HELO)
 * stands in them as it was said, so that a bracket of theirs can end one early. Whoever may write a bracket in an
 * address must put it in quotation marks (RFC 5321 section 4.1.2): a comment that ends within such a pair holds one of
 * its marks alone.
 */

/** A comment that was read. `end` is the position behind its last bracket. */
interface Comment {
  /** What stands in it, a quoted pair without its backslash. */
  readonly text: string;
  readonly end: number;
  /** Pairs of quotation marks with something between them, and pairs with nothing. */
  readonly quoted: number;
  readonly empty: number;
}

/**
 * Reads the comment that begins at `start`; brackets count within quotation marks too. Null where it never closes, or
 * where a quotation mark in it has no partner, whether a backslash hides it from the count or not. Linear.
 */
export function readComment(value: string, start: number): Comment | null {
  let text = '';
  let depth = 1;
  let marks = 0;
  let opened = -1;
  const counts = { quoted: 0, empty: 0 };
  for (let at = start + 1; at < value.length; at += 1) {
    let char = value.charAt(at);
    if (char === '\\' && at + 1 < value.length) {
      at += 1;
      char = value.charAt(at);
      if (char === '"') marks += 1;
      text += char;
      continue;
    }
    if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (char === '"') {
      marks += 1;
      if (opened < 0) opened = at;
      else {
        counts[at === opened + 1 ? 'empty' : 'quoted'] += 1;
        opened = -1;
      }
    }
    if (depth === 0) return opened >= 0 || marks % 2 === 1 ? null : { text, end: at + 1, ...counts };
    text += char;
  }
  return null;
}

/** Whether a field holds a control character; no server writes one, and none is left of the folding but tabs. */
export function hasControls(value: string): boolean {
  return /[^\P{Cc}\t]/u.test(value);
}
