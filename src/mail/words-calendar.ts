import type { Language } from './words.ts';

/** Units of a repetition. */
export type Frequency = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** A day of the calendar, month from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What an invitation is, for the title of its card. */
export interface CardTitles {
  readonly invitation: string;
  readonly changed: string;
  readonly cancelled: string;
  readonly reply: string;
  readonly counter: string;
  readonly published: string;
  readonly task: string;
}

/** The words of invitations, and of contacts. */
export interface CalendarWords {
  readonly titles: CardTitles;
  /** A name before its value, with the colon as the language sets it. */
  readonly label: (name: string) => string;
  readonly when: string;
  readonly where: string;
  readonly organizer: string;
  readonly attendees: string;
  readonly repeats: string;
  readonly comment: string;
  readonly untitled: string;
  readonly allDay: string;
  readonly before: (value: string) => string;
  readonly occurrence: (date: string) => string;
  readonly added: (names: string) => string;
  readonly removed: (names: string) => string;
  readonly accepted: string;
  readonly declined: string;
  readonly tentative: string;
  readonly delegated: string;
  readonly noAnswer: string;
  readonly optional: string;
  readonly andMore: (count: number) => string;
  /** `Mon, 24 November 2025`; the weekday from Sunday = 0. */
  readonly date: (day: Day, weekday: number) => string;
  readonly localTime: string;
  readonly every: (unit: Frequency, interval: number) => string;
  readonly onWeekdays: (days: readonly { readonly nth: number; readonly weekday: number }[]) => string;
  readonly onMonthDays: (days: readonly number[]) => string;
  readonly inMonths: (months: readonly number[]) => string;
  readonly times: (count: number) => string;
  readonly until: (date: string) => string;
  readonly except: (dates: string) => string;
  // vcard.ts
  readonly contact: string;
  readonly contacts: (count: number) => string;
}

/** `a, b and c`. */
const listed = (items: readonly string[], and: string) =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1) ?? ''}`;
const split = (text: string) => text.split(' ');

const enMonths = split('January February March April May June July August September October November December');
const enDays = split('Sunday Monday Tuesday Wednesday Thursday Friday Saturday');
const enNth = (nth: number) => {
  if (nth === -1) return 'last ';
  return nth < 0
    ? `${-nth}th last `
    : nth === 0
      ? ''
      : `${split('x first second third fourth fifth')[nth] ?? `${nth}th`} `;
};

const en: CalendarWords = {
  titles: {
    invitation: 'Invitation',
    changed: 'Invitation changed',
    cancelled: 'Cancelled',
    reply: 'Answer to an invitation',
    counter: 'Another time is proposed',
    published: 'Appointment',
    task: 'Task',
  },
  label: (name) => `${name}:`,
  when: 'When',
  where: 'Where',
  organizer: 'Organiser',
  attendees: 'Attendees',
  repeats: 'Repeats',
  comment: 'Comment',
  untitled: '(no title)',
  allDay: 'all day',
  before: (value) => `before: ${value}`,
  occurrence: (date) => `only the one of ${date}`,
  added: (names) => `new: ${names}`,
  removed: (names) => `no longer: ${names}`,
  accepted: 'accepted',
  declined: 'declined',
  tentative: 'tentative',
  delegated: 'delegated',
  noAnswer: 'no answer yet',
  optional: 'optional',
  andMore: (count) => `and ${count} more`,
  date: ({ year, month, day }, weekday) =>
    `${(enDays[weekday] ?? '').slice(0, 3)}, ${day} ${enMonths[month - 1] ?? ''} ${year}`,
  localTime: 'local time',
  every: (unit, interval) => (interval === 1 ? `every ${unit}` : `every ${interval} ${unit}s`),
  onWeekdays: (days) =>
    `on ${listed(
      days.map(({ nth, weekday }) => `${nth === 0 ? '' : 'the '}${enNth(nth)}${enDays[weekday] ?? ''}`),
      'and',
    )}`,
  onMonthDays: (days) =>
    `on ${listed(
      days.map((day) => (day === -1 ? 'the last day' : day < 0 ? `the ${-day}th last day` : `day ${day}`)),
      'and',
    )}`,
  inMonths: (months) =>
    `in ${listed(
      months.map((month) => enMonths[month - 1] ?? ''),
      'and',
    )}`,
  times: (count) => (count === 1 ? 'once' : `${count} times`),
  until: (date) => `until ${date}`,
  except: (dates) => `except on ${dates}`,
  contact: 'Contact',
  contacts: (count) => `${count} contacts`,
};

const deMonths = split('Januar Februar März April Mai Juni Juli August September Oktober November Dezember');
const deDays = split('Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag');
const deUnits: Readonly<Record<Frequency, readonly [string, string]>> = {
  second: ['jede Sekunde', 'Sekunden'],
  minute: ['jede Minute', 'Minuten'],
  hour: ['jede Stunde', 'Stunden'],
  day: ['jeden Tag', 'Tage'],
  week: ['jede Woche', 'Wochen'],
  month: ['jeden Monat', 'Monate'],
  year: ['jedes Jahr', 'Jahre'],
};
const deNth = (nth: number) => (nth === -1 ? 'letzten ' : nth < 0 ? `${-nth}.-letzten ` : nth === 0 ? '' : `${nth}. `);

const de: CalendarWords = {
  titles: {
    invitation: 'Einladung',
    changed: 'Einladung geändert',
    cancelled: 'Abgesagt',
    reply: 'Antwort auf eine Einladung',
    counter: 'Anderer Termin vorgeschlagen',
    published: 'Termin',
    task: 'Aufgabe',
  },
  label: (name) => `${name}:`,
  when: 'Wann',
  where: 'Wo',
  organizer: 'Organisiert von',
  attendees: 'Teilnehmende',
  repeats: 'Wiederholung',
  comment: 'Kommentar',
  untitled: '(ohne Titel)',
  allDay: 'ganztägig',
  before: (value) => `bisher: ${value}`,
  occurrence: (date) => `nur der vom ${date}`,
  added: (names) => `neu: ${names}`,
  removed: (names) => `nicht mehr: ${names}`,
  accepted: 'zugesagt',
  declined: 'abgesagt',
  tentative: 'mit Vorbehalt',
  delegated: 'weitergegeben',
  noAnswer: 'noch keine Antwort',
  optional: 'optional',
  andMore: (count) => `und ${count} weitere`,
  date: ({ year, month, day }, weekday) =>
    `${(deDays[weekday] ?? '').slice(0, 2)}., ${day}. ${deMonths[month - 1] ?? ''} ${year}`,
  localTime: 'Ortszeit',
  every: (unit, interval) => (interval === 1 ? deUnits[unit][0] : `alle ${interval} ${deUnits[unit][1]}`),
  onWeekdays: (days) =>
    `am ${listed(
      days.map(({ nth, weekday }) => `${deNth(nth)}${deDays[weekday] ?? ''}`),
      'und',
    )}`,
  onMonthDays: (days) =>
    `am ${listed(
      days.map((day) => (day === -1 ? 'letzten Tag' : day < 0 ? `${-day}.-letzten Tag` : `${day}.`)),
      'und',
    )}`,
  inMonths: (months) =>
    `im ${listed(
      months.map((month) => deMonths[month - 1] ?? ''),
      'und',
    )}`,
  times: (count) => `${count}-mal`,
  until: (date) => `bis ${date}`,
  except: (dates) => `außer am ${dates}`,
  contact: 'Kontakt',
  contacts: (count) => `${count} Kontakte`,
};

const frMonths = split('janvier février mars avril mai juin juillet août septembre octobre novembre décembre');
const frDays = split('dimanche lundi mardi mercredi jeudi vendredi samedi');
const frUnits: Readonly<Record<Frequency, readonly [string, string]>> = {
  second: ['chaque seconde', 'toutes les # secondes'],
  minute: ['chaque minute', 'toutes les # minutes'],
  hour: ['chaque heure', 'toutes les # heures'],
  day: ['chaque jour', 'tous les # jours'],
  week: ['chaque semaine', 'toutes les # semaines'],
  month: ['chaque mois', 'tous les # mois'],
  year: ['chaque année', 'tous les # ans'],
};
const frNth = (nth: number) => {
  if (nth === -1) return 'dernier ';
  if (nth < 0) return `${-nth}e avant-dernier `;
  return nth === 0 ? '' : `${split('x premier deuxième troisième quatrième cinquième')[nth] ?? `${nth}e`} `;
};

const fr: CalendarWords = {
  titles: {
    invitation: 'Invitation',
    changed: 'Invitation modifiée',
    cancelled: 'Annulé',
    reply: 'Réponse à une invitation',
    counter: 'Un autre horaire est proposé',
    published: 'Rendez-vous',
    task: 'Tâche',
  },
  label: (name) => `${name} :`,
  when: 'Quand',
  where: 'Où',
  organizer: 'Organisé par',
  attendees: 'Participants',
  repeats: 'Répétition',
  comment: 'Commentaire',
  untitled: '(sans titre)',
  allDay: 'toute la journée',
  before: (value) => `avant : ${value}`,
  occurrence: (date) => `seulement celui du ${date}`,
  added: (names) => `nouveau : ${names}`,
  removed: (names) => `plus invité : ${names}`,
  accepted: 'accepté',
  declined: 'refusé',
  tentative: 'provisoire',
  delegated: 'délégué',
  noAnswer: 'pas encore de réponse',
  optional: 'facultatif',
  andMore: (count) => `et ${count} autres`,
  date: ({ year, month, day }, weekday) =>
    `${(frDays[weekday] ?? '').slice(0, 3)}. ${day === 1 ? '1er' : day} ${frMonths[month - 1] ?? ''} ${year}`,
  localTime: 'heure locale',
  every: (unit, interval) => (interval === 1 ? frUnits[unit][0] : frUnits[unit][1].replace('#', String(interval))),
  onWeekdays: (days) =>
    `le ${listed(
      days.map(({ nth, weekday }) => `${frNth(nth)}${frDays[weekday] ?? ''}`),
      'et',
    )}`,
  onMonthDays: (days) =>
    `le ${listed(
      days.map((day) => (day === -1 ? 'dernier jour' : day < 0 ? `${-day}e avant-dernier jour` : String(day))),
      'et',
    )}`,
  inMonths: (months) =>
    `en ${listed(
      months.map((month) => frMonths[month - 1] ?? ''),
      'et',
    )}`,
  times: (count) => `${count} fois`,
  until: (date) => `jusqu’au ${date}`,
  except: (dates) => `sauf le ${dates}`,
  contact: 'Contact',
  contacts: (count) => `${count} contacts`,
};

/** The part of the catalogue for invitations and contacts. */
export const calendarWords: Readonly<Record<Language, CalendarWords>> = { en, de, fr };
