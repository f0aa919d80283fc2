import ICAL from 'ical.js';
import { cleanText } from '../html/model.ts';
import { parseCalendar } from './calendar-lines.ts';
import { lineOf, parameter, readMoment, toMoment, valueOf, writtenTime } from './calendar-moment.ts';
import type { Moment } from './calendar-moment.ts';
import { readZones } from './calendar-rules.ts';
import type { FileZones } from './calendar-rules.ts';
import { joinLink } from './join-link.ts';

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
  /** The link into the meeting, https; '' where there is none. */
  readonly join: string;
  readonly start: Moment | null;
  /** What stands where the start belongs, if nobody can read it; '' otherwise. */
  readonly written: string;
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
    const parsed: unknown = parseCalendar(text);
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
  const zones = readZones(calendar);
  const events = calendar.getAllSubcomponents('vevent').slice(0, maxCards * 2);
  const tasks = calendar.getAllSubcomponents('vtodo').slice(0, maxCards);
  const cards = [
    ...events.map((event) => readCard(event, 'event', method, zones)),
    ...tasks.map((task) => readCard(task, 'task', method, zones)),
  ];
  return [...cards.filter((card) => !card.occurrence), ...cards.filter((card) => card.occurrence)];
}

function readMethod(value: string): CalendarMethod {
  const known = ['request', 'cancel', 'reply', 'counter', 'declinecounter', 'add', 'refresh', 'publish'] as const;
  return known.find((method) => method === value.toLowerCase()) ?? 'none';
}

function readCard(
  component: ICAL.Component,
  kind: CalendarCard['kind'],
  calendarMethod: CalendarMethod,
  zones: FileZones,
): CalendarCard {
  const start = readMoment(component, 'dtstart', zones);
  // Some programs (iCal4j's users among them) write the method of the calendar into its event.
  const method = calendarMethod === 'none' ? readMethod(line(component, 'method')) : calendarMethod;
  const description = paragraphs(component, 'description');
  const where = line(component, 'location');
  return {
    kind,
    method,
    uid: line(component, 'uid'),
    // Without an offset: it is a part of the key by which versions are found.
    occurrence: readMoment(component, 'recurrence-id', new Map()),
    sequence: Number.parseInt(line(component, 'sequence'), 10) || 0,
    stamp: line(component, 'dtstamp'),
    cancelled: method === 'cancel' || line(component, 'status').toLowerCase() === 'cancelled',
    summary: line(component, 'summary'),
    description,
    comment: line(component, 'comment'),
    where,
    join: joinOf(component, where, description),
    start,
    written: start === null ? writtenTime(component, 'dtstart') : '',
    end: readMoment(component, kind === 'task' ? 'due' : 'dtend', zones) ?? endByDuration(component, zones),
    organizer: people(component, 'organizer')[0] ?? null,
    attendees: people(component, 'attendee'),
    recurrence: readRecurrence(component, zones),
  };
}

/** A text on one line, at most 1,000 characters. */
function line(component: ICAL.Component, name: string): string {
  return lineOf(textOf(component, name));
}

function textOf(component: ICAL.Component, name: string): string {
  const property = component.getFirstProperty(name);
  return property ? stringOf(valueOf(property)) : '';
}

function paragraphs(component: ICAL.Component, name: string): string {
  return cleanText(textOf(component, name)).replace(/\r\n?/g, '\n').trim().slice(0, 20_000).toWellFormed();
}

function stringOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return value instanceof ICAL.Time ? value.toString() : '';
}

/** Properties that hold the link into a meeting and nothing else: RFC 7986 section 5.11, Google's, Microsoft's. */
const MEETING_LINKS = [
  'x-google-conference',
  'x-microsoft-skypeteamsmeetingurl',
  'x-microsoft-onlinemeetingexternallink',
  'x-microsoft-onlinemeetingconflink',
  'conference',
];

function joinOf(component: ICAL.Component, where: string, description: string): string {
  const html = textOf(component, 'x-alt-desc').slice(0, 100_000);
  return joinLink(
    MEETING_LINKS.map((name) => textOf(component, name)),
    [where, line(component, 'url'), description, html],
  );
}

function endByDuration(component: ICAL.Component, zones: FileZones): Moment | null {
  const property = component.getFirstProperty('dtstart');
  const start = property ? valueOf(property) : null;
  const length = component.getFirstProperty('duration');
  const duration = length ? valueOf(length) : null;
  if (!property || !(start instanceof ICAL.Time) || !(duration instanceof ICAL.Duration)) return null;
  if (Math.abs(duration.toSeconds()) > 366 * 86_400) return null;
  const end = start.clone();
  end.addDuration(duration);
  return toMoment(end, parameter(property, 'tzid'), zones);
}

function people(component: ICAL.Component, name: string): readonly Attendee[] {
  const properties = component.getAllProperties(name).slice(0, maxAttendees);
  return properties.map((property): Attendee => {
    const address = lineOf(stringOf(valueOf(property))).replace(/^mailto:/i, '');
    const status = parameter(property, 'partstat').toLowerCase();
    const known = ['accepted', 'declined', 'tentative', 'delegated'] as const;
    return {
      name: lineOf(parameter(property, 'cn')).replace(/^["']|["']$/g, ''),
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

function readRecurrence(component: ICAL.Component, zones: FileZones): Recurrence | null {
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
        value instanceof ICAL.Time ? [toMoment(value, parameter(exdate, 'tzid'), zones)] : [],
      );
    });
  return {
    frequency,
    interval: Math.max(1, rule.interval || 1),
    count: rule.count ?? null,
    until: rule.until instanceof ICAL.Time ? toMoment(rule.until, '', zones) : null,
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
