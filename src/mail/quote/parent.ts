import { findSpans } from './attribution.ts';
import { visible } from './line.ts';

/** Characters of each half that are looked at. */
const LOOKED_AT = 100_000;
/** RFC 3676 section 4.5. */
const MARK = /^ {0,3}>/u;

/**
 * Whether a mail holds words of another mail: lines with quote marks, an attribution, or the header block that Outlook
 * puts over them. A signature alone is none. Pure, linear, total.
 *
 * @param halves what was kept of its text and what was cut, plain
 */
export function quotesAnother(halves: readonly (string | null)[]): boolean {
  return halves.some((half) => {
    if (half === null) return false;
    const raws = half.slice(0, LOOKED_AT).split('\n');
    if (raws.some((raw) => MARK.test(raw))) return true;
    return findSpans(raws.map((raw) => ({ text: visible(raw), depth: 0, weak: false, hint: null }))).length > 0;
  });
}
