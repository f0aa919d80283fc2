/**
 * Time zones: their names, what clocks in them show, and which moment people mean by what a clock shows. The rules of
 * the zones are those of the tz database as Node carries it (Intl, full ICU). Pure: the zone is always given.
 */
import type { Language } from './words.ts';

declare const zone: unique symbol;
/** The name of a zone of the tz database, `Europe/Berlin`, or `UTC`. Only `findZone` makes it. */
export type TimeZone = string & { readonly [zone]: true };

export const UTC = 'UTC' as TimeZone;

/** Who reads what is said: in their language, with times as their clocks show them. */
export interface Reader {
  readonly language: Language;
  readonly zone: TimeZone;
}

/** What a clock shows; month from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** The longest name that is looked at; the longest that there is has 30 characters. */
const LONGEST = 40;
/** Area and place: short names such as EST say no rules of summer time, and `Etc/GMT+5` is five hours behind. */
const NAME = /^(?!etc\/)[a-z][a-z_-]*(?:\/[a-z][a-z0-9_+-]*){1,2}$/i;

/** Names of today that the list of ICU still has under the ones of before. */
const RENAMED = [
  'Africa/Asmara',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
] as const;

/** All names that are known, for suggestions. */
export function zoneNames(): readonly TimeZone[] {
  const names = new Set([UTC, ...Intl.supportedValuesOf('timeZone'), ...RENAMED]);
  return [...names].filter((name) => name === UTC || NAME.test(name)).sort() as TimeZone[];
}

/** The zone of a name, whatever its case; null where there is none. */
export function findZone(text: string): TimeZone | null {
  const name = text.trim();
  if (name.length > LONGEST) return null;
  if (/^(?:etc\/)?utc$/i.test(name)) return UTC;
  if (!NAME.test(name)) return null;
  const wanted = name.toLowerCase();
  const known = zoneNames().find((one) => one.toLowerCase() === wanted);
  if (known !== undefined) return known;
  // Another name of a zone that the list has: a link of the tz database.
  return isZone(name)
    ? (new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone as TimeZone)
    : null;
}

/** Formatters that are kept, of some 66 KiB each: strangers name zones too, in calendars. */
const MOST_FORMATS = 32;
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/**
 * A formatter, which takes ten to a hundred times as long to make as to use. Throws RangeError where Intl has no rules
 * for the zone.
 */
function formatOf(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${options.timeZoneName === undefined ? 'clock' : 'label'} ${timeZone}`;
  const known = FORMATS.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const [first] = FORMATS.keys();
  if (FORMATS.size >= MOST_FORMATS && first !== undefined) FORMATS.delete(first);
  FORMATS.set(key, made);
  return made;
}

/** Whether Intl has rules for a name. */
export function isZone(name: string): boolean {
  try {
    formatOf('en-US', name, FIELDS);
    return true;
  } catch {
    return false; // RangeError is how Intl says that it does not know the zone.
  }
}

const FIELDS = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;

/** Minutes that a zone (one that Intl knows) is ahead of UTC at a moment, in milliseconds since 1970. */
export function offsetAt(name: string, instant: number): number {
  const format = formatOf('en-US', name, FIELDS);
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day, hour, minute, second } = part;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - instant) / 60_000);
}

/** What clocks in the zone show at a moment. */
export function wallTime(at: Date, name: TimeZone): WallTime {
  const shown = new Date(at.getTime() + offsetAt(name, at.getTime()) * 60_000);
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
  };
}

const DAY_MS = 86_400_000;

/**
 * The moments at which clocks in the zone show that time, the earlier first: two where the clock is set back over it.
 * Where it is set forward over it, no clock shows it: then the one moment is as long after the change as the time is
 * after the hour that is left out (02:30 is 03:30), as RFC 5545 section 3.3.5 has it.
 */
export function momentsOf(wall: WallTime, name: string): readonly Date[] {
  const shown = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
  const before = offsetAt(name, shown - DAY_MS);
  const after = offsetAt(name, shown + DAY_MS);
  const found = [...new Set([before, after])]
    .map((offset) => ({ offset, at: shown - offset * 60_000 }))
    .filter(({ offset, at }) => offsetAt(name, at) === offset)
    .map(({ at }) => at);
  const moments = found.length > 0 ? found : [shown - before * 60_000];
  return moments.sort((a, b) => a - b).map((at) => new Date(at));
}

/** Where zones have short names of their own that people there know; elsewhere the offset is said. */
const LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-NZ', 'en-IN', 'en-ZA'] as const;

/** What the zone's time is called at a moment: `CET`, `EST`, `UTC+9`. */
export function zoneLabel(at: Date, name: TimeZone): string {
  for (const locale of LOCALES) {
    const format = formatOf(locale, name, { timeZoneName: 'short' });
    const label = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    if (/^[A-Z]{3,5}$/.test(label)) return label;
  }
  return offsetLabel(offsetAt(name, at.getTime()));
}

/** `UTC+1`, `UTC−3:30`. */
export function offsetLabel(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return minutes === 0 ? 'UTC' : `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`;
}

/** `2026-11-22`: the day of a moment, in the zone. */
export function shortDay(at: Date, name: TimeZone): string {
  const { year, month, day } = wallTime(at, name);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** `16:04`. */
export function clockText({ hour, minute }: Pick<WallTime, 'hour' | 'minute'>): string {
  return `${two(hour)}:${two(minute)}`;
}

/** `2026-11-22 16:04 CET`. The zone is always named: a room has readers in several, and knows only one. */
export function shortTime(at: Date, name: TimeZone): string {
  return `${shortDay(at, name)} ${clockText(wallTime(at, name))} ${zoneLabel(at, name)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
