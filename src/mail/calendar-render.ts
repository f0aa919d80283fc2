import type { Attendee, CalendarCard, Moment, Recurrence } from './calendar.ts';
import { offsetLabel, zoneOffset } from './calendar-zones.ts';
import { blocksToHtml } from './html.ts';
import { plainMarks, type Block, type Line, type Run } from './html-model.ts';
import { blocksToText } from './text-render.ts';
import { words, type Language } from './words.ts';
import type { CalendarWords } from './words-calendar.ts';

/** A card as a message. */
export interface RenderedCard {
  readonly html: string;
  readonly text: string;
}

const maxNames = 20;

/**
 * An event as a card: what it is, when (with its time zone and the offset of that day), where, who, how it repeats. Against an
 * earlier version (the same `uid` and occurrence; null where there is none) it says what changed and what it was before.
 */
export function renderCalendar(card: CalendarCard, earlier: CalendarCard | null, language: Language): RenderedCard {
  const say = words(language).calendar;
  const lines: Line[] = [titleLine(card, earlier, say)];
  const field = (label: string, value: string, before: string | null) => {
    if (value === '' && (before === null || before === '')) return;
    const runs: Run[] = [bold(say.label(label)), plain(` ${value === '' ? '–' : value}`)];
    if (before !== null && before !== value && before !== '') runs.push(plain(` (${say.before(before)})`));
    lines.push(runs);
  };
  field(say.when, whenText(card, say), earlier && whenText(earlier, say));
  field(say.repeats, recurrenceText(card.recurrence, say), earlier && recurrenceText(earlier.recurrence, say));
  field(say.where, card.where, earlier && earlier.where);
  if (card.method !== 'reply') {
    field(say.organizer, card.organizer ? personText(card.organizer) : '', null);
    field(say.attendees, attendeesText(card, say), null);
    const changes = earlier ? changedPeople(card, earlier, say) : '';
    if (changes !== '') lines.push([plain(changes)]);
  } else {
    for (const attendee of card.attendees)
      lines.push([plain(`${say.label(personText(attendee))} ${say[statusWord(attendee)]}`)]);
  }
  field(say.comment, card.comment, null);
  const blocks: Block[] = [{ kind: 'paragraph', lines }];
  return { html: blocksToHtml(blocks), text: blocksToText(blocks, language) };
}

const plain = (text: string): Run => ({ kind: 'text', text, marks: plainMarks });
const bold = (text: string): Run => ({ kind: 'text', text, marks: { ...plainMarks, bold: true } });

function titleLine(card: CalendarCard, earlier: CalendarCard | null, say: CalendarWords): Line {
  const summary = card.summary === '' ? say.untitled : card.summary;
  const title: Run[] = [bold(`📅 ${say.label(titleOf(card, earlier, say))} `)];
  title.push({ kind: 'text', text: summary, marks: { ...plainMarks, bold: true, strike: card.cancelled } });
  if (earlier && earlier.summary !== card.summary && earlier.summary !== '')
    title.push(plain(` (${say.before(earlier.summary)})`));
  return title;
}

function titleOf(card: CalendarCard, earlier: CalendarCard | null, say: CalendarWords): string {
  const { titles } = say;
  if (card.cancelled) return titles.cancelled;
  switch (card.method) {
    case 'reply':
      return titles.reply;
    case 'counter':
      return titles.counter;
    case 'request':
    case 'add':
      return earlier ? titles.changed : titles.invitation;
    case 'publish':
    case 'none':
    case 'refresh':
    case 'cancel':
    case 'declinecounter':
      return card.kind === 'task' ? titles.task : titles.published;
  }
}

const statusWord = ({ status }: Attendee) => (status === 'needs-action' ? 'noAnswer' : status);

function personText(person: Attendee): string {
  if (person.name === '' || person.name === person.address) return person.address;
  return person.address === '' ? person.name : `${person.name} <${person.address}>`;
}

const shortName = (person: Attendee) => (person.name === '' ? person.address : person.name);

function attendeesText(card: CalendarCard, say: CalendarWords): string {
  const names = card.attendees.slice(0, maxNames).map((attendee) => {
    // A fresh invitation has no answers; to say so of everybody says nothing.
    const notes = attendee.status === 'needs-action' ? [] : [say[attendee.status]];
    if (attendee.optional) notes.push(say.optional);
    return notes.length === 0 ? shortName(attendee) : `${shortName(attendee)} (${notes.join(', ')})`;
  });
  const more = card.attendees.length - names.length;
  return names.join(', ') + (more > 0 ? ` ${say.andMore(more)}` : '');
}

function changedPeople(card: CalendarCard, earlier: CalendarCard, say: CalendarWords): string {
  const key = (person: Attendee) => (person.address === '' ? person.name : person.address).toLowerCase();
  const without = (people: readonly Attendee[], others: readonly Attendee[]) => {
    const known = new Set(others.map(key));
    return people
      .filter((person) => !known.has(key(person)))
      .slice(0, maxNames)
      .map(shortName)
      .join(', ');
  };
  const added = without(card.attendees, earlier.attendees);
  const removed = without(earlier.attendees, card.attendees);
  return [added === '' ? '' : say.added(added), removed === '' ? '' : say.removed(removed)]
    .filter((text) => text !== '')
    .join('; ');
}

const two = (value: number) => String(value).padStart(2, '0');
const clock = (time: Moment) => `${two(time.hour)}:${two(time.minute)}`;
const utc = (time: Moment) => Date.UTC(time.year, time.month - 1, time.day);

function dateText(time: Moment, say: CalendarWords): string {
  return say.date(time, new Date(utc(time)).getUTCDay());
}

/** The zone's name and its offset on that day; '' for whole days. */
function zoneText(time: Moment, say: CalendarWords): string {
  if (time.isDate) return '';
  const { zone } = time;
  if (zone.kind === 'utc') return 'UTC';
  if (zone.kind === 'floating') return say.localTime;
  const offset = zone.known === null ? null : zoneOffset(zone.known, time);
  return offset === null ? zone.name : `${zone.known ?? zone.name}, ${offsetLabel(offset)}`;
}

function whenText(card: CalendarCard, say: CalendarWords): string {
  const { start, end, occurrence } = card;
  const single = occurrence ? `; ${say.occurrence(dateText(occurrence, say))}` : '';
  if (!start) return end ? `– ${momentText(end, say)}${single}` : single.slice(2);
  if (start.isDate) return `${wholeDays(start, end, say)}, ${say.allDay}${single}`;
  const zone = zoneText(start, say);
  if (!end || (utc(end) === utc(start) && clock(end) === clock(start))) return `${momentText(start, say)}${single}`;
  if (zoneText(end, say) !== zone && JSON.stringify(start.zone) !== JSON.stringify(end.zone)) {
    return `${momentText(start, say)} – ${momentText(end, say)}${single}`;
  }
  const until = utc(end) === utc(start) ? `–${clock(end)}` : ` – ${dateText(end, say)}, ${clock(end)}`;
  return `${dateText(start, say)}, ${clock(start)}${until} (${zone})${single}`;
}

function momentText(time: Moment, say: CalendarWords): string {
  if (time.isDate) return dateText(time, say);
  return `${dateText(time, say)}, ${clock(time)} (${zoneText(time, say)})`;
}

/** The end of whole days is the day after the last one (RFC 5545 section 3.6.1). */
function wholeDays(start: Moment, end: Moment | null, say: CalendarWords): string {
  const last = end ? new Date(utc(end) - 86_400_000) : null;
  if (!last || last.getTime() <= utc(start)) return dateText(start, say);
  const day = { year: last.getUTCFullYear(), month: last.getUTCMonth() + 1, day: last.getUTCDate() };
  return `${dateText(start, say)} – ${say.date(day, last.getUTCDay())}`;
}

/** A repetition in words; '' where there is none. */
export function recurrenceText(rule: Recurrence | null, say: CalendarWords): string {
  if (!rule) return '';
  const parts = [say.every(rule.frequency, rule.interval)];
  if (rule.weekdays.length > 0) parts.push(say.onWeekdays(rule.weekdays));
  if (rule.monthDays.length > 0) parts.push(say.onMonthDays(rule.monthDays));
  if (rule.months.length > 0) parts.push(say.inMonths(rule.months));
  let text = parts.join(' ');
  if (rule.count !== null) text += `, ${say.times(rule.count)}`;
  if (rule.until) text += `, ${say.until(dateText(rule.until, say))}`;
  if (rule.except.length > 0) {
    const shown = rule.except.slice(0, 5).map((time) => dateText(time, say));
    const more = rule.except.length - shown.length;
    text += `, ${say.except(shown.join('; ') + (more > 0 ? ` ${say.andMore(more)}` : ''))}`;
  }
  return text;
}
