/**
 * What `!mail to`, `!mail cc` and `!mail bcc` were given: `+address` adds, `-address` takes out, addresses alone are
 * the new list.
 */
import { withoutEnd } from '../../base/trim.ts';
import { addressKey, isDamaged, parseAddress, parsePeople } from '../../mail/address.ts';
import type { Address, Person } from '../../mail/types.ts';
import type { Recipients } from '../types.ts';
import { isNobody, meantFor } from './recipients.ts';

export type PeopleChange =
  | { readonly kind: 'show' }
  | { readonly kind: 'change'; readonly add: readonly Person[]; readonly remove: readonly Address[] }
  | { readonly kind: 'set'; readonly people: readonly Person[] }
  /** `what` is no address. */
  | { readonly kind: 'unreadable'; readonly what: string };

/** Characters that are read; what a person types is shorter. */
const LENGTH = 4_000;
/** People that one command may name. */
const MOST = 50;

/** Reads the arguments as they were typed. `none` empties the list. */
export function readPeopleChange(rest: string): PeopleChange {
  const said = rest.trim().slice(0, LENGTH);
  if (said === '') return { kind: 'show' };
  if (/^(?:none|niemand|personne)$/i.test(said)) return { kind: 'set', people: [] };
  const signed = /(?:^|[\s,;])[+−–-](?=[^\s,;])/u.test(said);
  return signed ? readSigned(said) : readPlain(said);
}

function readPlain(said: string): PeopleChange {
  // Addresses alone may be separated by spaces; with names they are separated by commas, as in a mail program.
  const bare = !/[<",;]/.test(said) && said.split(/\s+/).every((word) => parseAddress(word) !== null);
  const people = parsePeople(bare ? said.split(/\s+/).join(', ') : said, MOST);
  return isPeople(people) ? { kind: 'set', people } : { kind: 'unreadable', what: said.slice(0, 100) };
}

function readSigned(said: string): PeopleChange {
  const add: Person[] = [];
  const remove: Address[] = [];
  // Each sign begins a piece; what stands before the first is added.
  for (const piece of said.split(/(?:^|(?<![\s,;])[\s,;]+)(?=[+−–-][^\s,;])/u).filter((one) => one.trim() !== '')) {
    const minus = /^[−–-]/u.test(piece);
    const written = withoutEnd(piece.replace(/^[+−–-]/u, '').trimEnd(), ' ,;\t\n');
    const people = parsePeople(written, MOST);
    if (!isPeople(people)) return { kind: 'unreadable', what: written.slice(0, 100) };
    if (minus) remove.push(...people.map(({ address }) => address));
    else add.push(...people);
  }
  return { kind: 'change', add: add.slice(0, MOST), remove: remove.slice(0, MOST) };
}

function isPeople(people: readonly Person[]): boolean {
  return people.length > 0 && !people.some(({ address }) => isDamaged(address));
}

/** A change as a difference to the list as it stands. */
export function difference(
  change: Extract<PeopleChange, { kind: 'change' | 'set' }>,
  now: readonly Person[],
): { readonly add: readonly Person[]; readonly remove: readonly Address[] } {
  if (change.kind === 'change') return change;
  const wanted = new Set(change.people.map(({ address }) => addressKey(address)));
  const have = new Set(now.map(({ address }) => addressKey(address)));
  return {
    add: change.people.filter(({ address }) => !have.has(addressKey(address))),
    remove: now.filter(({ address }) => !wanted.has(addressKey(address))).map(({ address }) => address),
  };
}

/**
 * The recipients of a mail after a change of one of its lists: whoever is added stands in that one alone, whoever is
 * taken out in none. Somebody is addressed where anybody is left.
 */
export function withPeopleChanged(
  recipients: Recipients,
  field: 'to' | 'cc' | 'bcc',
  { add, remove }: { readonly add: readonly Person[]; readonly remove: readonly Address[] },
): Recipients {
  const meant = meantFor(recipients);
  const moved = new Set([...add.map(({ address }) => address), ...remove].map((one) => addressKey(one)));
  const list = (name: 'to' | 'cc' | 'bcc') => [
    ...(meant[name] ?? []).filter(({ address }) => !moved.has(addressKey(address))),
    ...(name === field ? add : []),
  ];
  const [to, cc, bcc] = [list('to'), list('cc'), list('bcc')];
  const people = { ...(to.length === 0 ? { to: cc, cc: [] } : { to, cc }), ...(bcc.length === 0 ? {} : { bcc }) };
  const [first] = [...people.to, ...bcc];
  const { answers } = recipients;
  if (isNobody(people) || first === undefined) return { ...people, why: { kind: 'nobody' }, answers };
  return { ...people, why: { kind: 'chosen', of: first.address }, answers };
}
