/** Days, and how an appointment is repeated (RFC 5545 section 3.3.10), in words. Pure. */
import type { Say } from './words.ts';

/** Units of a repetition. */
type Frequency = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** A day of the calendar, month from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** `Mon, 24 November 2025`; the weekday from Sunday = 0. What is no weekday or month is left out. */
export function dayText(say: Say, { year, month, day }: Day, weekday: number): string {
  const name = WEEKDAYS[weekday];
  const shown = name === undefined ? '' : say(`calendar-weekday-short-${name}`);
  return say('calendar-date', { weekday: shown, day, month: monthName(say, month), year });
}

/** How the days of the week are called, from Sunday, in small letters: long and short, without points. */
export function weekdayNames(say: Say): readonly (readonly string[])[] {
  return WEEKDAYS.map((name) =>
    [say(`calendar-weekday-${name}`), say(`calendar-weekday-short-${name}`)].map((one) =>
      one.toLowerCase().replace(/\.$/, ''),
    ),
  );
}

/** `every 2 weeks`. */
export function everyText(say: Say, unit: Frequency, interval: number): string {
  return say(`calendar-every-${unit}`, { interval });
}

/** `on Monday and the last Friday`; `nth` counts within the month, from its end below 0, and is 0 for every one. */
export function onWeekdaysText(say: Say, days: readonly { readonly nth: number; readonly weekday: number }[]): string {
  return say('calendar-on-weekdays', {
    days: listed(
      say,
      days.map((one) => weekdayText(say, one.nth, one.weekday)),
    ),
  });
}

/** `on day 5 and the last day`; days below 0 count from the end of the month. */
export function onMonthDaysText(say: Say, days: readonly number[]): string {
  const named = days.map((day) =>
    day < 0 ? say('calendar-month-day-last', { nth: -day }) : say('calendar-month-day', { day }),
  );
  return say('calendar-on-month-days', { days: listed(say, named) });
}

/** `in March and June`; months from 1. */
export function inMonthsText(say: Say, months: readonly number[]): string {
  return say('calendar-in-months', {
    months: listed(
      say,
      months.map((month) => monthName(say, month)),
    ),
  });
}

function weekdayText(say: Say, nth: number, number: number): string {
  const name = WEEKDAYS[number];
  const weekday = name === undefined ? '' : say(`calendar-weekday-${name}`);
  if (nth === 0) return weekday;
  return nth < 0
    ? say('calendar-weekday-nth-last', { nth: -nth, weekday })
    : say('calendar-weekday-nth', { nth, weekday });
}

function monthName(say: Say, month: number): string {
  const name = MONTHS[month - 1];
  return name === undefined ? '' : say(`calendar-month-${name}`);
}

/** `a, b and c`. */
function listed(say: Say, items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : say('calendar-and', { items: items.slice(0, -1).join(', '), last });
}
