import type { Attendee, CalendarCard, Recurrence } from './calendar.ts';
import type { Moment } from './calendar-moment.ts';
import { zoneOffset } from './calendar-zones.ts';
import { blocksToHtml } from '../html/html.ts';
import { plainMarks, type Block, type InlineLine, type Run } from '../html/model.ts';
import { blocksToText } from '../html/text-render.ts';
import { dayText, everyText, inMonthsText, onMonthDaysText, onWeekdaysText } from '../../words/calendar.ts';
import { words } from '../../words/words.ts';
import type { Say } from '../../words/words.ts';
import { clockText, momentsOf, offsetAt, offsetLabel, UTC, wallTime, zoneLabel } from '../../words/zones.ts';
import type { Reader, TimeZone } from '../../words/zones.ts';

/** A card as a message. */
export interface RenderedCard {
  readonly html: string;
  readonly text: string;
}

const maxNames = 20;

/**
 * An event as a card: what it is, when (with its time zone and the offset of that day, and in the zone of who reads it,
 * where that is another), where, who, how it repeats.
 * Against an earlier version (the same `uid` and occurrence; null where there is none) it says what changed and what it
 * was before.
 */
export function renderCalendar(card: CalendarCard, earlier: CalendarCard | null, reader: Reader): RenderedCard {
  const { language, zone } = reader;
  const say = words(language);
  const lines: InlineLine[] = [titleLine(card, earlier, say)];
  const field = (label: string, value: string, before: string | null) => {
    if (value === '' && (before === null || before === '')) return;
    const runs: Run[] = [bold(say('calendar-label', { name: label })), plain(` ${value === '' ? '–' : value}`)];
    if (before !== null && before !== value && before !== '')
      runs.push(plain(` (${say('calendar-before', { value: before })})`));
    lines.push(runs);
  };
  // Somebody who is invited looks for a time first: that there is none is said.
  const unsaid = card.kind === 'event' && !card.cancelled && card.method !== 'reply' ? '–' : '';
  field(say('calendar-when'), whenText(card, say, zone) || unsaid, earlier && whenText(earlier, say, zone));
  field(
    say('calendar-repeats'),
    recurrenceText(card.recurrence, say),
    earlier && recurrenceText(earlier.recurrence, say),
  );
  field(say('calendar-where'), card.where, earlier && earlier.where);
  if (!card.cancelled && !card.where.includes(card.join)) lines.push(joinLine(card.join, say));
  if (card.method !== 'reply') {
    field(say('calendar-organizer'), card.organizer ? personText(card.organizer) : '', null);
    field(say('calendar-attendees'), attendeesText(card, say), null);
    const changes = earlier ? changedPeople(card, earlier, say) : '';
    if (changes !== '') lines.push([plain(changes)]);
  } else {
    for (const attendee of card.attendees)
      lines.push([
        plain(`${say('calendar-label', { name: personText(attendee) })} ${say(`calendar-${statusWord(attendee)}`)}`),
      ]);
  }
  field(say('calendar-comment'), card.comment, null);
  const blocks: Block[] = [{ kind: 'paragraph', lines }];
  return { html: blocksToHtml(blocks), text: blocksToText(blocks, language) };
}

/** The link as it is written: nobody is led elsewhere than they see. */
function joinLine(link: string, say: Say): InlineLine {
  const shown: Run = { kind: 'text', text: link, marks: { ...plainMarks, href: link } };
  return [bold(say('calendar-label', { name: say('calendar-join') })), plain(' '), shown];
}

const plain = (text: string): Run => ({ kind: 'text', text, marks: plainMarks });
const bold = (text: string): Run => ({ kind: 'text', text, marks: { ...plainMarks, bold: true } });

function titleLine(card: CalendarCard, earlier: CalendarCard | null, say: Say): InlineLine {
  const summary = card.summary === '' ? say('calendar-untitled') : card.summary;
  const title: Run[] = [bold(`📅 ${say('calendar-label', { name: titleOf(card, earlier, say) })} `)];
  title.push({ kind: 'text', text: summary, marks: { ...plainMarks, bold: true, strike: card.cancelled } });
  if (earlier && earlier.summary !== card.summary && earlier.summary !== '')
    title.push(plain(` (${say('calendar-before', { value: earlier.summary })})`));
  return title;
}

function titleOf(card: CalendarCard, earlier: CalendarCard | null, say: Say): string {
  if (card.cancelled) return say('calendar-title-cancelled');
  switch (card.method) {
    case 'reply':
      return say('calendar-title-reply');
    case 'counter':
      return say('calendar-title-counter');
    case 'request':
    case 'add':
      return earlier ? say('calendar-title-changed') : say('calendar-title-invitation');
    case 'publish':
    case 'none':
    case 'refresh':
    case 'cancel':
    case 'declinecounter':
      return card.kind === 'task' ? say('calendar-title-task') : say('calendar-title-published');
  }
}

const statusWord = ({ status }: Attendee) => (status === 'needs-action' ? 'no-answer' : status);

function personText(person: Attendee): string {
  if (person.name === '' || person.name === person.address) return person.address;
  return person.address === '' ? person.name : `${person.name} <${person.address}>`;
}

const shortName = (person: Attendee) => (person.name === '' ? person.address : person.name);

function attendeesText(card: CalendarCard, say: Say): string {
  const names = card.attendees.slice(0, maxNames).map((attendee) => {
    // A fresh invitation has no answers; to say so of everybody says nothing.
    const notes = attendee.status === 'needs-action' ? [] : [say(`calendar-${attendee.status}`)];
    if (attendee.optional) notes.push(say('calendar-optional'));
    return notes.length === 0 ? shortName(attendee) : `${shortName(attendee)} (${notes.join(', ')})`;
  });
  const more = card.attendees.length - names.length;
  return names.join(', ') + (more > 0 ? ` ${say('calendar-and-more', { count: more })}` : '');
}

function changedPeople(card: CalendarCard, earlier: CalendarCard, say: Say): string {
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
  return [
    added === '' ? '' : say('calendar-added', { names: added }),
    removed === '' ? '' : say('calendar-removed', { names: removed }),
  ]
    .filter((text) => text !== '')
    .join('; ');
}

const clock = (time: Moment) => clockText(time);
const utc = (time: Moment) => Date.UTC(time.year, time.month - 1, time.day);

function dateText(time: Moment, say: Say): string {
  return dayText(say, time, new Date(utc(time)).getUTCDay());
}

/** The zone's name and its offset on that day; '' for whole days. */
function zoneText(time: Moment, say: Say): string {
  if (time.isDate) return '';
  const { zone } = time;
  if (zone.kind === 'utc') return 'UTC';
  if (zone.kind === 'floating') return say('calendar-local-time');
  const offset = zone.offset ?? (zone.known === null ? null : zoneOffset(zone.known, time));
  if (offset === null) return zone.name;
  // Outlook's names begin with the offset of winter, which is not that of the day.
  const name = zone.known ?? zone.name.replace(/^\((?:UTC|GMT)[^)]{0,20}\)\s+(?=\S)/, '');
  return `${name}, ${offsetLabel(offset)}`;
}

function whenText(card: CalendarCard, say: Say, own: TimeZone): string {
  const { start, end, occurrence } = card;
  const single = occurrence ? `; ${say('calendar-occurrence', { date: dateText(occurrence, say) })}` : '';
  if (!start && card.written !== '') return `${card.written}${single}`;
  if (!start) return end ? `– ${momentText(end, say)}${single}` : single.slice(2);
  if (start.isDate) return `${wholeDays(start, end, say)}, ${say('calendar-all-day')}${single}`;
  const zone = zoneText(start, say);
  if (!end || (utc(end) === utc(start) && clock(end) === clock(start)))
    return `${momentText(start, say)}${ownTime(start, null, say, own)}${single}`;
  if (zoneText(end, say) !== zone && zoneKeyOf(start) !== zoneKeyOf(end)) {
    return `${momentText(start, say)} – ${momentText(end, say)}${ownTime(start, end, say, own)}${single}`;
  }
  const until = utc(end) === utc(start) ? `–${clock(end)}` : ` – ${dateText(end, say)}, ${clock(end)}`;
  return `${dateText(start, say)}, ${clock(start)}${until} (${zone})${ownTime(start, end, say, own)}${single}`;
}

/** The zone as it is named: its offset may be another one at the end. */
function zoneKeyOf({ zone }: Moment): string {
  return zone.kind === 'named' ? `${zone.kind} ${zone.name}` : zone.kind;
}

/** The same in the reader's zone; '' where its clocks show the same, or the zone of the event is not known. */
function ownTime(start: Moment, end: Moment | null, say: Say, own: TimeZone): string {
  const [from, to] = [start, end ?? start].map(instantOf);
  if (own === UTC || from == null || to == null) return '';
  const ownAt = offsetAt(own, from.getTime());
  const shown = Date.UTC(start.year, start.month - 1, start.day, start.hour, start.minute) - from.getTime();
  if (shown === ownAt * 60_000) return '';
  const [first, last] = [wallTime(from, own), wallTime(to, own)];
  const isSameDay = first.day === last.day && first.month === last.month && first.year === last.year;
  const day = first.day === start.day ? '' : `${wallDate(first, say)}, `;
  const until = end === null ? '' : isSameDay ? `–${clockText(last)}` : ` – ${wallDate(last, say)}, ${clockText(last)}`;
  return `, ${say('calendar-own-time', { time: `${day}${clockText(first)}${until} ${zoneLabel(from, own)}` })}`;
}

/** The moment of a time; null for one that is in no zone or in none that is known. */
function instantOf(time: Moment): Date | null {
  if (time.isDate || time.zone.kind === 'floating') return null;
  if (time.zone.kind === 'named' && time.zone.offset !== undefined) {
    return new Date(Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute - time.zone.offset));
  }
  const zone = time.zone.kind === 'utc' ? UTC : time.zone.known;
  return zone === null ? null : (momentsOf(time, zone)[0] ?? null);
}

function wallDate(day: Pick<Moment, 'year' | 'month' | 'day'>, say: Say): string {
  return dayText(say, day, new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay());
}

function momentText(time: Moment, say: Say): string {
  if (time.isDate) return dateText(time, say);
  return `${dateText(time, say)}, ${clock(time)} (${zoneText(time, say)})`;
}

/** The end of whole days is the day after the last one (RFC 5545 section 3.6.1). */
function wholeDays(start: Moment, end: Moment | null, say: Say): string {
  const last = end ? new Date(utc(end) - 86_400_000) : null;
  if (!last || last.getTime() <= utc(start)) return dateText(start, say);
  const day = { year: last.getUTCFullYear(), month: last.getUTCMonth() + 1, day: last.getUTCDate() };
  return `${dateText(start, say)} – ${dayText(say, day, last.getUTCDay())}`;
}

/** A repetition in words; '' where there is none. */
function recurrenceText(rule: Recurrence | null, say: Say): string {
  if (!rule) return '';
  const parts = [everyText(say, rule.frequency, rule.interval)];
  if (rule.weekdays.length > 0) parts.push(onWeekdaysText(say, rule.weekdays));
  if (rule.monthDays.length > 0) parts.push(onMonthDaysText(say, rule.monthDays));
  if (rule.months.length > 0) parts.push(inMonthsText(say, rule.months));
  let text = parts.join(' ');
  if (rule.count !== null) text += `, ${say('calendar-times', { count: rule.count })}`;
  if (rule.until) text += `, ${say('calendar-until', { date: dateText(rule.until, say) })}`;
  if (rule.except.length > 0) {
    const shown = rule.except.slice(0, 5).map((time) => dateText(time, say));
    const more = rule.except.length - shown.length;
    const dates = shown.join('; ') + (more > 0 ? ` ${say('calendar-and-more', { count: more })}` : '');
    text += `, ${say('calendar-except', { dates })}`;
  }
  return text;
}
