/** What stands behind `!mail forward`: to whom, where its answers are told, and the words that go with it. Pure. */
import { addressKey, isDamaged, parseAddress } from '../../mail/address.ts';
import type { Person } from '../../mail/types.ts';

export interface ForwardAsked {
  /** Each address once. */
  readonly to: readonly Person[];
  /** Whether what comes back is told in a Matrix thread as well. */
  readonly inThread: boolean;
  /** '' for none. */
  readonly words: string;
}

/** The word before the addresses that asks for a Matrix thread. */
const IN_THREAD = 'thread';
const MOST = 20;
/** Characters of one address (RFC 5321 section 4.5.3.1) with what may stand around it. */
const LENGTH = 330;

/** Reads it: addresses first, with commas or blanks between them; the first word that is none begins the words. */
export function readForward(rest: string): ForwardAsked {
  const text = rest.replace(/\r\n?/g, '\n').trim();
  const first = wordAt(text, 0);
  const inThread = first?.word.toLowerCase() === IN_THREAD;
  let at = inThread ? first.end : 0;
  const to = new Map<string, Person>();
  while (to.size < MOST) {
    const next = wordAt(text, at);
    const found = next === null ? [] : addressesIn(next.word);
    if (next === null || found === null) break;
    for (const person of found) {
      const key = addressKey(person.address);
      if (!to.has(key)) to.set(key, person);
    }
    at = next.end;
  }
  return { to: [...to.values()], inThread, words: text.slice(at).trim() };
}

/** The next word behind a place of a text. */
function wordAt(text: string, from: number): { readonly word: string; readonly end: number } | null {
  const found = /\S+/g;
  found.lastIndex = from;
  const [word] = found.exec(text) ?? [];
  return word === undefined ? null : { word, end: found.lastIndex };
}

/** The addresses of a word (`<a@b.example>,c@d.example:`); null where it is something else. */
function addressesIn(word: string): Person[] | null {
  if (word.length > LENGTH * 2) return null;
  const pieces = word.split(/[,;]/).filter((piece) => piece !== '');
  const people: Person[] = [];
  for (const piece of pieces) {
    const bare = piece.replace(/^(?:<|mailto:)/i, '').replace(/[>:]$/, '');
    const address = bare.length > LENGTH ? null : parseAddress(bare);
    if (address === null || isDamaged(address)) return null;
    people.push({ name: '', address });
  }
  // A comma alone stands between two addresses.
  return people;
}
