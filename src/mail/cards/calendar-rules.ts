/** The time zones that an iCalendar file brings along (VTIMEZONE, RFC 5545 section 3.6.5). */
import ICAL from 'ical.js';
import type { WallTime } from '../../words/zones.ts';
import { cleanText } from '../html/model.ts';

/** A time of the year from which on an offset holds, by the clock before it. */
interface YearlyRule {
  /** From 1. */
  readonly month: number;
  /** From Sunday = 0; null where the day of the month decides. */
  readonly weekday: number | null;
  /** Which of these weekdays in the month; negative from its end. */
  readonly nth: number;
  /** The days among which the weekday is taken, or the day itself. */
  readonly monthDays: readonly number[];
  /** Milliseconds, as the clock shows them. */
  readonly until: number;
}

interface Observance {
  /** Minutes ahead of UTC, before and after. */
  readonly from: number;
  readonly to: number;
  /** Wall times in milliseconds (as if they were UTC), the first one first. */
  readonly onsets: readonly number[];
  readonly rule: YearlyRule | null;
}

/** By the name of the zone (`zoneKey`). */
export type FileZones = ReadonlyMap<string, readonly Observance[]>;

const DAY = 86_400_000;
/** Bounds of one file: real ones have three zones, of up to two hundred observances. */
const mostZones = 20;
const mostObservances = 400;
const mostOnsets = 200;
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** A zone's name as it is compared: without quotes, escapes and the space around it. */
function zoneKey(name: string): string {
  return cleanText(name).replace(/\\(.)/g, '$1').replace(/^"|"$/g, '').replace(/\s+/g, ' ').trim().slice(0, 200);
}

/** The zones of a calendar. What cannot be read of one is left out. */
export function readZones(calendar: ICAL.Component): FileZones {
  const zones = new Map<string, readonly Observance[]>();
  for (const zone of calendar.getAllSubcomponents('vtimezone').slice(0, mostZones)) {
    const name: unknown = zone.getFirstPropertyValue('tzid');
    const parts = [...zone.getAllSubcomponents('standard'), ...zone.getAllSubcomponents('daylight')];
    const observances = parts.slice(0, mostObservances).flatMap(readObservance);
    if (typeof name === 'string' && observances.length > 0) zones.set(zoneKey(name), observances);
  }
  return zones;
}

/**
 * Minutes that a zone of the file is ahead of UTC at that wall time, and for how many milliseconds it has been; null
 * where the file says nothing of it. Before its first change the offset from before that holds.
 */
export function offsetByFile(
  zones: FileZones,
  name: string,
  time: WallTime,
): { readonly offset: number; readonly since: number } | null {
  const wall = wallOf(time);
  let latest: { at: number; offset: number } | null = null;
  let earliest: { at: number; offset: number } | null = null;
  for (const { from, to, onsets, rule } of zones.get(zoneKey(name)) ?? []) {
    const yearly = rule === null ? [] : [time.year - 1, time.year].map((year) => onsetIn(year, rule, onsets[0] ?? 0));
    for (const at of [...onsets, ...yearly.filter((one) => one !== null)]) {
      if (at <= wall && (latest === null || at >= latest.at)) latest = { at, offset: to };
      if (earliest === null || at < earliest.at) earliest = { at, offset: from };
    }
  }
  if (latest !== null) return { offset: latest.offset, since: wall - latest.at };
  return earliest === null ? null : { offset: earliest.offset, since: Infinity };
}

const wallOf = (time: WallTime): number => Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute);

function readObservance(part: ICAL.Component): Observance[] {
  const [from, to] = [minutes(part, 'tzoffsetfrom'), minutes(part, 'tzoffsetto')];
  const start = first(part, 'dtstart');
  if (to === null || !(start instanceof ICAL.Time)) return [];
  const dates = part
    .getAllProperties('rdate')
    .slice(0, mostOnsets)
    .flatMap((property) => property.getValues().slice(0, mostOnsets) as unknown[])
    .slice(0, mostOnsets)
    .filter((value) => value instanceof ICAL.Time);
  const onsets = [start, ...dates].map(timeOf).filter(Number.isFinite);
  return onsets.length === 0 ? [] : [{ from: from ?? to, to, onsets, rule: readRule(first(part, 'rrule'), start) }];
}

/** A value; null where there is none, or none that can be read. */
function first(part: ICAL.Component, name: string): unknown {
  try {
    return part.getFirstPropertyValue(name);
  } catch {
    return null; // ical.js decodes late, and throws then.
  }
}

function minutes(part: ICAL.Component, name: string): number | null {
  const value = first(part, name);
  const seconds = value instanceof ICAL.UtcOffset ? value.toSeconds() : Number.NaN;
  return Math.abs(seconds) <= 18 * 3600 ? Math.round(seconds / 60) : null;
}

const timeOf = (time: ICAL.Time): number =>
  Date.UTC(time.year, time.month - 1, time.day, time.isDate ? 0 : time.hour, time.isDate ? 0 : time.minute);

/** Zones change by rules of the year; what else a rule may say is passed over, and its first date holds. */
function readRule(rule: unknown, start: ICAL.Time): YearlyRule | null {
  if (!(rule instanceof ICAL.Recur) || rule.freq !== 'YEARLY') return null;
  const values = (name: string) => (rule.getComponent(name) as (string | number)[]).slice(0, 40);
  const day = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(String(values('BYDAY')[0] ?? ''));
  const monthDays = values('BYMONTHDAY')
    .map(Number)
    .filter((one) => Number.isInteger(one) && one >= 1 && one <= 31);
  const month = Number(values('BYMONTH')[0] ?? start.month);
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  return {
    month,
    weekday: day === null ? null : weekdays.indexOf(day[2] ?? ''),
    nth: Number(day?.[1] ?? 1) || 1,
    monthDays: monthDays.length === 0 && day === null ? [start.day] : monthDays.sort((a, b) => a - b),
    // UNTIL is in UTC, the onset on the clock.
    until: rule.until instanceof ICAL.Time ? timeOf(rule.until) + DAY : Infinity,
  };
}

/** When the rule applies in that year; null where it does not. */
function onsetIn(year: number, rule: YearlyRule, start: number): number | null {
  const days = new Date(Date.UTC(year, rule.month, 0)).getUTCDate();
  const weekdayOf = (day: number) => new Date(Date.UTC(year, rule.month - 1, day)).getUTCDay();
  const among = rule.monthDays.length > 0 ? rule.monthDays : Array.from({ length: days }, (_, index) => index + 1);
  const fitting = among.filter((day) => day <= days && (rule.weekday === null || weekdayOf(day) === rule.weekday));
  const day = fitting.at(rule.nth > 0 ? rule.nth - 1 : rule.nth);
  if (day === undefined) return null;
  const clock = ((start % DAY) + DAY) % DAY;
  const at = Date.UTC(year, rule.month - 1, day) + clock;
  return at >= start && at <= rule.until ? at : null;
}
