import { isTarget } from '../html/link.ts';

/** What may stand doubled in angle brackets behind its own words; one match begins at one bracket. */
const TARGET = / ?<((?:mailto|https?|ftp|tel|callto):[^<>\s]{1,2000})>/giu;

/**
 * Plain text without what Outlook and Thunderbird write twice when they make it of HTML: `bo@x<mailto:bo@x>`,
 * `https://x<https://x/>`, `+49 69 12<tel:+496912>` each become their first half. A target that the words before it do
 * not tell stays: a link that says one thing and leads to another must be seen. Linear: the words before a bracket are
 * looked at as far as the bracket before.
 */
export function withoutDoubles(text: string): string {
  const out: string[] = [];
  let from = 0;
  let words = '';
  for (const match of text.matchAll(TARGET)) {
    const before = text.slice(from, match.index);
    const [whole, target = ''] = match;
    if (before !== '')
      words =
        before
          .slice(-2_000)
          .split(/[\n<>]/u)
          .at(-1) ?? '';
    const doubled = tells(words, target);
    out.push(before, doubled ? '' : whole);
    if (!doubled) words = '';
    from = match.index + whole.length;
  }
  return from === 0 ? text : out.join('') + text.slice(from);
}

/** Whether the end of the words is the target itself, as people write it. */
function tells(words: string, target: string): boolean {
  if (/^(?:tel|callto):/iu.test(target)) {
    const number = /[\d\s().+/-]*$/u.exec(words.slice(-40))?.[0] ?? '';
    // The zero that is dialled at home alone.
    const shown = digits(number.replace('(0)', '')).replace(/^0+/u, '');
    return shown.length >= 4 && digits(target).endsWith(shown);
  }
  const word = words.split(/\s/u).at(-1) ?? '';
  return isTarget(word.replace(/^[[("'“„«*_]+/u, ''), target);
}

const digits = (text: string): string => text.replace(/\D/gu, '');
