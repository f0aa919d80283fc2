/** Times as people write them after `!mail snooze`. Pure. */
import { weekdayNames } from '../../words/calendar.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import { momentsOf, wallTime } from '../../words/zones.ts';
import type { Reader, TimeZone, WallTime } from '../../words/zones.ts';

const MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000 };
const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7 };
/** The longest that a thread can sleep, milliseconds. */
const LONGEST = 366 * 86_400_000;
/** When a day without a time begins: there as the office opens. */
const MORNING = { hour: 8, minute: 0 } as const;
/** Characters that are read. */
const READ = 60;

const SPAN = /^(\d{1,4}) ?([mhdw])$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[t ](\d{2}:\d{2})(z|[+-]\d{2}:\d{2})?)?$/;
/** `9:00`, `09.00`, `9h00`, and behind a day also `9` and `9h`. */
const CLOCK = /^(\d{1,2})[:.h](\d{2})$/;
const HOUR = /^(\d{1,2})h?$/;

/**
 * When a snooze ends, by the clock of who says it: `30m`, `4h` from now; `3d`, `2w` at the same time of that day;
 * `tomorrow`, `mon 08:00`, `17:30` (days in their language or in English); `2026-12-01`, `2026-12-01T14:00`, which may
 * name a zone of its own. A day without a time begins at 08:00. A time that the clock leaves out in spring is as much
 * later; one that it shows twice in autumn is the first that is still ahead. Null for what is none of these, is over,
 * or is more than a year ahead.
 */
export function snoozeEnd(text: string, now: Date, { language, zone }: Reader): Date | null {
  const said = text.trim().replace(/\s+/g, ' ').toLowerCase();
  if (said.length > READ) return null;
  const at = spanEnd(said, now, zone) ?? dateEnd(said, now, zone) ?? dayEnd(said, now, language, zone);
  const ahead = at === null ? 0 : at.getTime() - now.getTime();
  return ahead > 0 && ahead <= LONGEST ? at : null;
}

/** Hours pass; days keep what the clock shows, over a change of it too. */
function spanEnd(said: string, now: Date, zone: TimeZone): Date | null {
  const [, count = '', unit = ''] = SPAN.exec(said) ?? [];
  const ms = MS[unit];
  if (ms !== undefined) return new Date(now.getTime() + Number(count) * ms);
  const days = DAYS[unit];
  if (days === undefined) return null;
  const end = momentAhead(later(wallTime(now, zone), Number(count) * days), now, zone);
  // Within the minute in which it is said.
  return new Date(end.getTime() + (now.getTime() % 60_000));
}

function dateEnd(said: string, now: Date, zone: TimeZone): Date | null {
  const [, year, month, day, clock, offset] = DATE.exec(said) ?? [];
  if (year === undefined) return null;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  const time = clock === undefined ? MORNING : clockOf(clock);
  if (time === null || !isDay(date)) return null;
  if (offset === undefined) return momentAhead({ ...date, ...time }, now, zone);
  const at = new Date(`${year}-${String(month)}-${String(day)}T${String(clock)}${offset.toUpperCase()}`);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** A day by its name, or a time alone: the next that is ahead. */
function dayEnd(said: string, now: Date, language: Language, zone: TimeZone): Date | null {
  const here = wallTime(now, zone);
  const alone = clockOf(said);
  if (alone !== null) return firstAhead([0, 1], alone, here, now, zone);
  const [name = '', written, ...rest] = said.split(' ');
  const time = written === undefined ? MORNING : (clockOf(written) ?? hourOf(written));
  if (time === null || rest.length > 0) return null;
  const days = daysMeant(name.replace(/[.,:]$/, ''), language, here);
  return days === null ? null : firstAhead(days, time, here, now, zone);
}

/** Days from today that a name can mean, the nearest first. */
function daysMeant(name: string, language: Language, { year, month, day }: WallTime): readonly number[] | null {
  const today = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  for (const say of [words(language), words('en')]) {
    if (name === say('helpdesk-today').toLowerCase()) return [0];
    if (name === say('helpdesk-tomorrow').toLowerCase()) return [1];
    const weekday = weekdayNames(say).findIndex((names) => names.includes(name));
    if (weekday >= 0) return [(weekday - today + 7) % 7, ((weekday - today + 7) % 7) + 7];
  }
  return null;
}

function firstAhead(
  days: readonly number[],
  time: Pick<WallTime, 'hour' | 'minute'>,
  here: WallTime,
  now: Date,
  zone: TimeZone,
): Date | null {
  const ends = days.map((count) => momentAhead({ ...later(here, count), ...time }, now, zone));
  return ends.find((end) => end > now) ?? null;
}

/** The first moment of that time that is ahead, else the last. */
function momentAhead(wall: WallTime, now: Date, zone: TimeZone): Date {
  const moments = momentsOf(wall, zone);
  return moments.find((one) => one > now) ?? moments.at(-1) ?? now;
}

function later(wall: WallTime, days: number): WallTime {
  const date = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + days));
  return { ...wall, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function clockOf(text: string): Pick<WallTime, 'hour' | 'minute'> | null {
  const [, hour, minute] = CLOCK.exec(text) ?? [];
  return hour === undefined ? null : timeOfDay(Number(hour), Number(minute));
}

function hourOf(text: string): Pick<WallTime, 'hour' | 'minute'> | null {
  const [, hour] = HOUR.exec(text) ?? [];
  return hour === undefined ? null : timeOfDay(Number(hour), 0);
}

function timeOfDay(hour: number, minute: number): Pick<WallTime, 'hour' | 'minute'> | null {
  return hour <= 23 && minute <= 59 ? { hour, minute } : null;
}

/** Whether the calendar has such a day. */
function isDay({ year, month, day }: Pick<WallTime, 'year' | 'month' | 'day'>): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A span in its largest unit, rounded down; less than a minute is one. */
export function spanOf(seconds: number): { readonly count: number; readonly unit: 'minute' | 'hour' | 'day' } {
  if (seconds < 3600) return { count: Math.max(1, Math.floor(seconds / 60)), unit: 'minute' };
  if (seconds < 48 * 3600) return { count: Math.floor(seconds / 3600), unit: 'hour' };
  return { count: Math.floor(seconds / 86_400), unit: 'day' };
}
