/**
 * Ends of texts that strangers wrote. An expression like `[. ]+$` tries every run in a text to its end, in square
 * time; these are linear.
 */

/** The text without any of these characters at its end. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The text without innermost `(…)`: what is opened and closed with no bracket between. One pass. */
export function withoutRemarks(text: string): string {
  let out = '';
  let from = 0;
  let open = -1;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '(') open = at;
    else if (char === ')' && open >= 0) {
      out += text.slice(from, open);
      from = at + 1;
      open = -1;
    }
  }
  return out + text.slice(from);
}
