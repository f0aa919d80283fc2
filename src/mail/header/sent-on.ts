/** What groups and lists write when they send a mail on. */
import { parsePeople } from '../address.ts';
import type { HeaderField, Person, SentOn } from '../types.ts';

/** Fields of one name, and people in one of them, that are looked at. */
const MOST = 5;

/** Any of them says that the mail was sent on. */
const SENT_ON: ReadonlySet<string> = new Set([
  'x-google-group-id',
  'x-original-from',
  'x-beenthere',
  'mailing-list',
  'list-post',
]);

/** Fields of other software than Google's. */
const OTHERS = ['x-mailman-version', 'x-beenthere', 'x-loop', 'x-sympa-to'];

/** Where a field of lists has the list's address. */
const ADDRESSES: readonly (readonly [field: string, pattern: RegExp])[] = [
  ['list-post', /<mailto:([^<>?\s]{1,254})/i],
  ['mailing-list', /^\s*list\s{1,10}([^\s;]{1,254})/i],
  ['x-beenthere', /^\s*(\S{1,254})/],
];

export function sentOn(fields: readonly HeaderField[]): SentOn {
  const named = (field: string) => fields.filter(({ name }) => name === field);
  const count = (field: string): number => named(field).length;
  const people = (field: string): Person[] =>
    named(field)
      .slice(0, MOST)
      .flatMap(({ value }) => parsePeople(value.slice(0, 8000), MOST));
  return {
    byGroup: fields.some(({ name }) => SENT_ON.has(name)),
    googleAlone:
      count('x-google-group-id') === 1 && count('mailing-list') === 1 && OTHERS.every((field) => count(field) === 0),
    addresses: ADDRESSES.flatMap(([field, pattern]) =>
      named(field)
        .slice(0, MOST)
        .flatMap(({ value }) => pattern.exec(value.slice(0, 1000))?.[1]?.toLowerCase() ?? []),
    ),
    originalFrom: people('x-original-from'),
    originalSender: people('x-original-sender'),
  };
}
