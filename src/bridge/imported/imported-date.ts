/**
 * When an imported mail was written. What it says of itself comes first; where that cannot be, what the server wrote
 * that took it last, then what whoever stored it wrote beside it. The same table stands in docs/archive.md.
 */

/** What tells the date of a mail. */
export interface DateFacts {
  /** Of its Date field, an instant: its zone is counted. Null where there is none, or none that can be read. */
  readonly written: Date | null;
  /** Whether it has a Date field at all. */
  readonly hasDate: boolean;
  /** Of its topmost Received field. */
  readonly received: Date | null;
  /** Of the line between the mails of an mbox, or what a server noted beside it. */
  readonly delivered: Date | null;
}

/** The date that counts. `odd`: why that of its Date field does not. */
export type ImportedDate =
  | { readonly at: Date; readonly by: 'date'; readonly odd: null }
  | { readonly at: Date; readonly by: 'received' | 'delivered'; readonly odd: OddDate }
  | { readonly at: null; readonly by: 'none'; readonly odd: OddDate };

export type OddDate = 'missing' | 'unreadable' | 'future';

/** A clock may be a day ahead, milliseconds. */
const AHEAD = 24 * 3600 * 1000;
/** Clocks that were never set stand in the first day of 1970, milliseconds. */
const UNSET = 24 * 3600 * 1000;

/** Decides. @param now what lies a day or more behind it is in the future */
export function importedDate({ written, hasDate, received, delivered }: DateFacts, now: Date): ImportedDate {
  const isFuture = (date: Date): boolean => date.getTime() > now.getTime() + AHEAD;
  const possible = (date: Date | null): Date | null =>
    date === null || date.getTime() < UNSET || isFuture(date) ? null : date;
  const [own, server, place] = [possible(written), possible(received), possible(delivered)];
  if (own !== null) return { at: own, by: 'date', odd: null };
  const odd = written !== null && isFuture(written) ? 'future' : hasDate ? 'unreadable' : 'missing';
  if (server !== null) return { at: server, by: 'received', odd };
  if (place !== null) return { at: place, by: 'delivered', odd };
  return { at: null, by: 'none', odd };
}
