/** Which time zone somebody probably meant by a name that is none. Pure. */
import { nearest } from '../base/nearest.ts';
import { zoneNames } from '../words/zones.ts';
import type { TimeZone } from '../words/zones.ts';

/** Characters that are compared. */
const READ = 40;
/** In words of fewer characters every slip makes another word. */
const SHORT = 4;
/** Suggestions at most. */
const MOST = 3;

/** Zones whose place is called so, as `berlin` or `new york`. */
export function zonesOfPlace(text: string): readonly TimeZone[] {
  const place = placeIn(text);
  return place === '' ? [] : zoneNames().filter((name) => placeOf(name) === place);
}

/** What may have been meant, the best first: the same place elsewhere, a slip in the name or in the place. */
export function zonesLike(text: string): readonly TimeZone[] {
  const wanted = text.trim().slice(0, READ).replaceAll(' ', '_');
  const names = zoneNames();
  const near = (word: string, of: (name: TimeZone) => string) => {
    const found = word.length < SHORT ? null : nearest(word, names.map(of));
    return names.filter((name) => of(name) === found);
  };
  const found = [
    ...zonesOfPlace(placeOf(wanted)),
    ...near(wanted, (name) => name),
    ...near(placeOf(wanted), (name) => placeOf(name)),
  ];
  return [...new Set(found)].slice(0, MOST);
}

function placeIn(text: string): string {
  return text.trim().slice(0, READ).replaceAll(' ', '_').toLowerCase();
}

function placeOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).toLowerCase();
}
