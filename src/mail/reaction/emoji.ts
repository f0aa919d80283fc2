/** Code units of the longest emoji there are (flags of regions by tags, families), with much to spare. */
const LONGEST = 40;
/** One emoji of the sets that are recommended for general interchange (UTS 51, ED-27), fully qualified. */
const ONE = /^\p{RGI_Emoji}$/v;
const EMOJI_STYLE = '\ufe0f';

/**
 * A text that is exactly one emoji (UTS 51) and nothing else, in its fully qualified form: `❤` without the selector
 * that asks for colours is the same emoji as with it. Null for everything else, however much it looks like one: a
 * chain of joined emoji that no font has, two of them, letters, what is longer than any emoji.
 */
export function oneEmoji(text: string): string | null {
  if (text.length > LONGEST) return null;
  const bare = text.trim();
  return [bare, `${bare}${EMOJI_STYLE}`].find((one) => ONE.test(one)) ?? null;
}
