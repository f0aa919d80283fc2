import ICAL from 'ical.js';
import { zoneName } from './calendar-zones.ts';
import type { WallTime } from '../../words/zones.ts';
import { cleanText } from '../html/model.ts';

/** A moment of an event as its calendar wrote it. */
export interface Moment extends WallTime {
  /** A whole day: hour and minute mean nothing. */
  readonly isDate: boolean;
  readonly zone:
    | { readonly kind: 'utc' }
    | { readonly kind: 'floating' }
    /** `name` as written; `known` in the tz database's spelling, null where it is not in there. */
    | { readonly kind: 'named'; readonly name: string; readonly known: string | null };
}

/** PARTSTAT, RFC 5545 section 3.2.12. */
type Participation = 'accepted' | 'declined' | 'tentative' | 'delegated' | 'needs-action';

/** Someone who takes part. `address` is '' where the calendar gives none. */
export interface Attendee {
  readonly name: string;
  readonly address: string;
  readonly status: Participation;
  readonly optional: boolean;
}

/** A repetition (RFC 5545 section 3.3.10), as far as people say it in words. */
export interface Recurrence {
  readonly frequency: 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
  readonly interval: number;
  readonly count: number | null;
  readonly until: Moment | null;
  /** nth is 0 for every such day; weekday from Sunday = 0. */
  readonly weekdays: readonly { readonly nth: number; readonly weekday: number }[];
  readonly monthDays: readonly number[];
  readonly months: readonly number[];
  readonly except: readonly Moment[];
}

/** RFC 5546 section 1.4; `none` where the file is only attached. */
type CalendarMethod =
  'request' | 'cancel' | 'reply' | 'counter' | 'declinecounter' | 'add' | 'refresh' | 'publish' | 'none';

/** One event (or one task) of an iCalendar file. Texts are clean and of one line, but for the description. */
export interface CalendarCard {
  readonly kind: 'event' | 'task';
  readonly method: CalendarMethod;
  readonly uid: string;
  /** The occurrence that this is about; null for the event or the whole series. */
  readonly occurrence: Moment | null;
  readonly sequence: number;
  /** DTSTAMP as written, '' where there is none; orders versions of the same sequence. */
  readonly stamp: string;
  readonly cancelled: boolean;
  readonly summary: string;
  readonly description: string;
  readonly comment: string;
  readonly where: string;
  readonly start: Moment | null;
  /** Exclusive where `isDate` (RFC 5545 section 3.6.1). */
  readonly end: Moment | null;
  readonly organizer: Attendee | null;
  readonly attendees: readonly Attendee[];
  readonly recurrence: Recurrence | null;
}

const maxInput = 1_000_000;
const maxCards = 20;
const maxAttendees = 500;

/**
 * Reads text/calendar (RFC 5545, RFC 5546). The series stands before its changed occurrences; at most twenty cards.
 * Empty where there is no event or task, or where the file cannot be read: it is then a file like any other. Never
 * throws.
 */
export function readCalendar(text: string): readonly CalendarCard[] {
  if (text.length > maxInput) return [];
  try {
    const parsed: unknown = ICAL.parse(text.replace(/^\ufeff/, '').trim());
    // Several calendars in one file come as an array of them.
    const roots = Array.isArray(parsed) && Array.isArray(parsed[0]) ? (parsed as unknown[][]) : [parsed as unknown[]];
    return roots.flatMap(readRoot).slice(0, maxCards);
  } catch {
    return []; // ical.js throws plain errors at anything that is not a calendar.
  }
}

function readRoot(root: unknown[]): readonly CalendarCard[] {
  const calendar = new ICAL.Component(root);
  if (calendar.name !== 'vcalendar') return [];
  const method = readMethod(line(calendar, 'method'));
  const events = calendar.getAllSubcomponents('vevent').slice(0, maxCards * 2);
  const tasks = calendar.getAllSubcomponents('vtodo').slice(0, maxCards);
  const cards = [
    ...events.map((event) => readCard(event, 'event', method)),
    ...tasks.map((task) => readCard(task, 'task', method)),
  ];
  return [...cards.filter((card) => !card.occurrence), ...cards.filter((card) => card.occurrence)];
}

function readMethod(value: string): CalendarMethod {
  const known = ['request', 'cancel', 'reply', 'counter', 'declinecounter', 'add', 'refresh', 'publish'] as const;
  return known.find((method) => method === value.toLowerCase()) ?? 'none';
}

function readCard(component: ICAL.Component, kind: CalendarCard['kind'], method: CalendarMethod): CalendarCard {
  const start = moment(component, 'dtstart');
  return {
    kind,
    method,
    uid: line(component, 'uid'),
    occurrence: moment(component, 'recurrence-id'),
    sequence: Number.parseInt(line(component, 'sequence'), 10) || 0,
    stamp: line(component, 'dtstamp'),
    cancelled: method === 'cancel' || line(component, 'status').toLowerCase() === 'cancelled',
    summary: line(component, 'summary'),
    description: paragraphs(component, 'description'),
    comment: line(component, 'comment'),
    where: line(component, 'location'),
    start,
    end: moment(component, kind === 'task' ? 'due' : 'dtend') ?? endByDuration(component),
    organizer: people(component, 'organizer')[0] ?? null,
    attendees: people(component, 'attendee'),
    recurrence: readRecurrence(component),
  };
}

/** A text on one line, at most 1,000 characters. */
function line(component: ICAL.Component, name: string): string {
  return clean(stringOf(component.getFirstPropertyValue(name)));
}

const clean = (text: string) =>
  cleanText(text)
    .replace(/[\s\u2066-\u2069]+/g, ' ')
    .trim()
    .slice(0, 1000)
    .toWellFormed();

function paragraphs(component: ICAL.Component, name: string): string {
  return cleanText(stringOf(component.getFirstPropertyValue(name)))
    .replace(/\r\n?/g, '\n')
    .trim()
    .slice(0, 20_000)
    .toWellFormed();
}

function stringOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return value instanceof ICAL.Time ? value.toString() : '';
}

function moment(component: ICAL.Component, name: string): Moment | null {
  const property = component.getFirstProperty(name);
  if (!property) return null;
  const value = valueOf(property);
  return value instanceof ICAL.Time ? toMoment(value, parameter(property, 'tzid')) : null;
}

/** A value that cannot be read is as good as none: the rest of the event still says something. */
function valueOf(property: ICAL.Property): unknown {
  try {
    return property.getFirstValue();
  } catch {
    return null;
  }
}

function parameter(property: ICAL.Property, name: string): string {
  const value: unknown = property.getFirstParameter(name);
  return typeof value === 'string' ? value : '';
}

function toMoment(time: ICAL.Time, tzid: string): Moment | null {
  const { year, month, day, hour, minute } = time;
  if (![year, month, day, hour, minute].every(Number.isInteger) || year < 1 || year > 9999) return null;
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const wall = {
    year,
    month,
    day,
    hour: time.isDate ? 0 : hour,
    minute: time.isDate ? 0 : minute,
    isDate: time.isDate,
  };
  const name = clean(tzid).slice(0, 100);
  if (!time.isDate && time.zone === ICAL.Timezone.utcTimezone) return { ...wall, zone: { kind: 'utc' } };
  if (name === '' || time.isDate) return { ...wall, zone: { kind: 'floating' } };
  if (/^(etc\/)?(utc|gmt|zulu)$/i.test(name)) return { ...wall, zone: { kind: 'utc' } };
  return { ...wall, zone: { kind: 'named', name, known: zoneName(name) } };
}

function endByDuration(component: ICAL.Component): Moment | null {
  const property = component.getFirstProperty('dtstart');
  const start = property ? valueOf(property) : null;
  const length = component.getFirstProperty('duration');
  const duration = length ? valueOf(length) : null;
  if (!property || !(start instanceof ICAL.Time) || !(duration instanceof ICAL.Duration)) return null;
  if (Math.abs(duration.toSeconds()) > 366 * 86_400) return null;
  const end = start.clone();
  end.addDuration(duration);
  return toMoment(end, parameter(property, 'tzid'));
}

function people(component: ICAL.Component, name: string): readonly Attendee[] {
  const properties = component.getAllProperties(name).slice(0, maxAttendees);
  return properties.map((property): Attendee => {
    const address = clean(stringOf(valueOf(property))).replace(/^mailto:/i, '');
    const status = parameter(property, 'partstat').toLowerCase();
    const known = ['accepted', 'declined', 'tentative', 'delegated'] as const;
    return {
      name: clean(parameter(property, 'cn')).replace(/^["']|["']$/g, ''),
      // Exchange writes `invalid:nomail` where it knows no address.
      address: address.includes('@') ? address : '',
      status: known.find((value) => value === status) ?? 'needs-action',
      optional: parameter(property, 'role').toUpperCase() === 'OPT-PARTICIPANT',
    };
  });
}

const frequencies: Readonly<Record<string, Recurrence['frequency']>> = {
  SECONDLY: 'second',
  MINUTELY: 'minute',
  HOURLY: 'hour',
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};
const weekdayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

function readRecurrence(component: ICAL.Component): Recurrence | null {
  const property = component.getFirstProperty('rrule');
  const rule = property ? valueOf(property) : null;
  if (!(rule instanceof ICAL.Recur)) return null;
  const frequency = frequencies[rule.freq];
  if (!frequency) return null;
  const parts = (name: string): unknown[] => (rule.getComponent(name) as unknown[]).slice(0, 40);
  const numbers = (name: string) => parts(name).map(Number).filter(Number.isInteger);
  const position = numbers('BYSETPOS')[0];
  const weekdays = parts('BYDAY').flatMap((day) => {
    const match = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(String(day));
    return match ? [{ nth: Number(match[1] ?? 0), weekday: weekdayNames.indexOf(match[2] ?? '') }] : [];
  });
  const except = component
    .getAllProperties('exdate')
    .slice(0, 40)
    .flatMap((exdate) => {
      const values = exdate.getValues().slice(0, 40) as unknown[];
      return values.flatMap((value) =>
        value instanceof ICAL.Time ? [toMoment(value, parameter(exdate, 'tzid'))] : [],
      );
    });
  return {
    frequency,
    interval: Math.max(1, rule.interval || 1),
    count: rule.count ?? null,
    until: rule.until instanceof ICAL.Time ? toMoment(rule.until, '') : null,
    // `BYDAY=TU;BYSETPOS=2` says what `BYDAY=2TU` says, where it names one day.
    weekdays: weekdays.map((day) =>
      weekdays.length === 1 && day.nth === 0 && position ? { ...day, nth: position } : day,
    ),
    monthDays: numbers('BYMONTHDAY'),
    months: numbers('BYMONTH').filter((month) => month >= 1 && month <= 12),
    except: except.filter((value) => value !== null),
  };
}

/** Whether both are versions of the same event or occurrence. */
export function isSameEvent(a: CalendarCard, b: CalendarCard): boolean {
  return a.uid === b.uid && a.uid !== '' && JSON.stringify(a.occurrence) === JSON.stringify(b.occurrence);
}

/**
 * Whether `card` takes the place of `earlier`: a higher sequence, or the same and not an older stamp (RFC 5546 section
 * 2.1.5).
 */
export function supersedes(card: CalendarCard, earlier: CalendarCard): boolean {
  if (!isSameEvent(card, earlier) || card.sequence < earlier.sequence) return false;
  return card.sequence > earlier.sequence || card.stamp >= earlier.stamp;
}
