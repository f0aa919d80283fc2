/** What became of every mail of an import. */
import { countDates, countEnds, namedAside } from '../db/archive-tables/import-mails.ts';
import { countRooms, passedFiles } from '../db/archive-tables/imports.ts';
import type { Import } from '../db/archive-tables/imports.ts';
import type { Queryable } from '../db/pool.ts';
import { megabytes } from '../mail/size.ts';

/** Places that are named; the others are counted. */
const NAMED = 1_000;
/** Places that are shown in words. */
const SHOWN = 20;

interface Counted {
  readonly mails: number;
  readonly bytes: number;
}

/** As `--json` prints it. */
export interface ImportReport {
  readonly account: string;
  readonly sources: readonly string[];
  /** All that were found; the sum of those below. */
  readonly mails: number;
  readonly bytes: number;
  readonly imported: Counted;
  /** In a conversation, or brought in before. */
  readonly already_there: Counted;
  /** The same mail, or its copy by a list, is brought in once. */
  readonly merged: Counted;
  readonly set_aside: Counted & { readonly reasons: readonly (Counted & { readonly reason: string })[] };
  /** What could not be read; no mail, as far as one can tell. */
  readonly damaged: Counted & { readonly reasons: readonly (Counted & { readonly reason: string })[] };
  /** Of what is set aside or damaged. */
  readonly places: readonly { readonly place: string; readonly reason: string; readonly bytes: number }[];
  readonly rooms: number;
  /** origin: each event has the time of its mail. text: the homeserver does not take it, and the date stands before the
   * text. Null where nothing was sent. */
  readonly times: 'origin' | 'text' | null;
  /** Mails whose date is not that of their Date field: why, and what it is by. */
  readonly odd_dates: readonly { readonly odd: string; readonly dated: string; readonly mails: number }[];
  /** Files that are no mail, by why. */
  readonly passed: readonly { readonly reason: string; readonly files: number }[];
}

/** Counts what the database says of a run that is done. */
export async function importReport(
  db: Queryable,
  importing: Import,
  sources: readonly string[],
): Promise<ImportReport> {
  const ends = await countEnds(db, importing);
  const sum = (...of: readonly (typeof ends)[number]['end'][]): Counted =>
    ends
      .filter(({ end }) => of.includes(end))
      .reduce((all, one) => ({ mails: all.mails + one.mails, bytes: all.bytes + one.bytes }), { mails: 0, bytes: 0 });
  const reasons = (of: (typeof ends)[number]['end']) =>
    ends.flatMap(({ end, reason, mails, bytes }) => (end === of ? [{ reason: reason ?? '', mails, bytes }] : []));
  return {
    account: importing.account,
    sources,
    ...sum('imported', 'there', 'merged', 'aside', 'waiting'),
    imported: sum('imported'),
    already_there: sum('there'),
    merged: sum('merged'),
    set_aside: { ...sum('aside', 'waiting'), reasons: reasons('aside') },
    damaged: { ...sum('damaged'), reasons: reasons('damaged') },
    places: await namedAside(db, importing, NAMED),
    rooms: await countRooms(db, importing.import),
    times: importing.takesTimes === null ? null : importing.takesTimes ? 'origin' : 'text',
    odd_dates: await countDates(db, importing),
    passed: await passedFiles(db, importing.import),
  };
}

const ODD: Readonly<Record<string, string>> = {
  missing: 'without a Date field',
  unreadable: 'with a Date field that is no date',
  future: 'dated in the future',
};
const DATED: Readonly<Record<string, string>> = {
  received: 'dated by the server that took them (Received)',
  delivered: 'dated by where they lay (the From line of the mbox)',
  none: 'without any date: behind the mail before them',
};

/** A report in words. Not made harmless to terminals: names of files stand in it. */
export function importText(report: ImportReport): string {
  const { set_aside: aside, damaged, rooms, times } = report;
  const line = ({ mails, bytes }: Counted, what: string): string => `  ${mails} ${what}, ${megabytes(bytes)}`;
  const lines = [
    `${report.mails} mails, ${megabytes(report.bytes)}, for ${report.account}; ${rooms} rooms`,
    line(report.imported, 'imported'),
    line(report.already_there, 'already there'),
    line(report.merged, 'merged with another'),
    line(aside, 'set aside'),
    ...aside.reasons.map(({ reason, mails, bytes }) => `    ${mails} ${reason}, ${megabytes(bytes)}`),
    ...(damaged.mails === 0 ? [] : [`${damaged.mails} places damaged`]),
    ...report.places.slice(0, SHOWN).map(({ place, reason }) => `  ${place.replaceAll('\n', ' ')}: ${reason}`),
    ...(report.places.length > SHOWN ? [`  … ${report.places.length - SHOWN} more`] : []),
    ...(times === 'text' ? ['this homeserver takes no times of mails: the date stands before each text'] : []),
    ...report.odd_dates.map(({ odd, dated, mails }) => `${mails} ${ODD[odd] ?? odd}, ${DATED[dated] ?? dated}`),
    ...report.passed.map(({ reason, files }) => `${files} files are no mail: ${reason}`),
  ];
  return `${lines.join('\n')}\n`;
}
