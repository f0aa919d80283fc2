/** Dates and times of an iCalendar file (RFC 5545 sections 3.3.4 and 3.3.5). */
import ICAL from 'ical.js';
import type { WallTime } from '../../words/zones.ts';
import { cleanText } from '../html/model.ts';
import { offsetByFile } from './calendar-rules.ts';
import type { FileZones } from './calendar-rules.ts';
import { zoneName } from './calendar-zones.ts';

/** A moment of an event as its calendar wrote it. */
export interface Moment extends WallTime {
  /** A whole day: hour and minute mean nothing. */
  readonly isDate: boolean;
  readonly zone:
    | { readonly kind: 'utc' }
    | { readonly kind: 'floating' }
    | {
        readonly kind: 'named';
        /** As written. */
        readonly name: string;
        /** In the tz database's spelling, null where it is not in there. */
        readonly known: string | null;
        /** Minutes ahead of UTC at that moment by the file's own VTIMEZONE; absent where the tz database decides. */
        readonly offset?: number | undefined;
      };
}

/** Milliseconds. A VTIMEZONE whose last change is older says nothing of today's rules of a zone that is known. */
const STALE = 366 * 86_400_000;

/** A text of a calendar on one line, at most 1,000 characters. */
export const lineOf = (text: string): string =>
  cleanText(text)
    .replace(/[\s\u2066-\u2069]+/g, ' ')
    .trim()
    .slice(0, 1000)
    .toWellFormed();

/** A parameter of a property, '' where there is none. */
export function parameter(property: ICAL.Property, name: string): string {
  const value: unknown = property.getFirstParameter(name);
  return typeof value === 'string' ? value : '';
}

/** A value that cannot be read is as good as none: the rest of the event still says something. */
export function valueOf(property: ICAL.Property): unknown {
  try {
    return property.getFirstValue();
  } catch {
    return null;
  }
}

/** The date or time of a property; null where there is none that can be read. */
export function readMoment(component: ICAL.Component, name: string, zones: FileZones): Moment | null {
  const property = component.getFirstProperty(name);
  if (!property) return null;
  const value = valueOf(property);
  return value instanceof ICAL.Time ? toMoment(value, parameter(property, 'tzid'), zones) : null;
}

/** What stands in place of a time, with its zone, for people to make sense of; '' where there is nothing. */
export function writtenTime(component: ICAL.Component, name: string): string {
  const property = component.getFirstProperty(name);
  const value = property ? valueOf(property) : null;
  if (!property || typeof value !== 'string') return '';
  const [text, zone] = [value, parameter(property, 'tzid')].map((one) => lineOf(one).slice(0, 100).toWellFormed());
  return text === '' || zone === '' ? (text ?? '') : `${text} (${zone})`;
}

/** A time of ical.js; null for one that is on no clock. */
export function toMoment(time: ICAL.Time, tzid: string, zones: FileZones): Moment | null {
  const { year, month, day, isDate } = time;
  const [hour, minute] = isDate ? [0, 0] : [time.hour, time.minute];
  if (![year, month, day, hour, minute].every(Number.isInteger) || year < 1 || year > 9999) return null;
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const moment = { year, month, day, hour, minute, isDate };
  if (!isDate && time.zone === ICAL.Timezone.utcTimezone) return { ...moment, zone: { kind: 'utc' } };
  const name = lineOf(tzid).slice(0, 100);
  if (name === '' || isDate) return { ...moment, zone: { kind: 'floating' } };
  if (/^(etc\/)?(utc|gmt|zulu)$/i.test(name)) return { ...moment, zone: { kind: 'utc' } };
  const known = zoneName(name);
  const byFile = offsetByFile(zones, tzid, moment);
  const decides = byFile !== null && (known === null || byFile.since <= STALE);
  return { ...moment, zone: { kind: 'named', name, known, ...(decides ? { offset: byFile.offset } : {}) } };
}
