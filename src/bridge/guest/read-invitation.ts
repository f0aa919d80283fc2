/** What stands behind `!mail invite`. Pure, linear. */
import { parseAddress } from '../../mail/address.ts';
import type { Person } from '../../mail/types.ts';

export interface ReadInvitation {
  readonly person: Person;
  /** How many of the last messages before they came they get. */
  readonly last: number;
}

const READ_MOST = 1_000;
/** Messages from before that somebody gets at most. */
const LAST_MOST = 50;

/** `bob@example.org`, with a name behind or in front of it, and `last 5` at the end. Null where there is no address. */
export function readInvitation(text: string): ReadInvitation | null {
  if (text.length > READ_MOST) return null;
  const all = text.split(/\s+/u).filter((word) => word !== '');
  const number = all.at(-2)?.toLowerCase() === 'last' && /^\d{1,4}$/.test(all.at(-1) ?? '') ? Number(all.at(-1)) : null;
  const words = number === null ? all : all.slice(0, -2);
  const bare = words.map((word) => word.replace(/^[<("]+|[>),;"]+$/g, '').replace(/^mailto:/i, ''));
  const at = bare.findIndex((word) => parseAddress(word) !== null);
  const address = parseAddress(bare[at] ?? '');
  if (address === null || bare.some((word, place) => place !== at && parseAddress(word) !== null)) return null;
  const name = bare.filter((word, place) => place !== at && word !== '').join(' ');
  return { person: { name, address }, last: Math.min(number ?? 0, LAST_MOST) };
}
