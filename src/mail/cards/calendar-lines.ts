/** The lines of an iCalendar file as ical.js wants them, where programs write them otherwise. */
import ICAL from 'ical.js';

/** Beginning of a content line: a name, and what ends it (RFC 5545 section 3.1). */
const CONTENT_LINE = /^[A-Za-z0-9-]+[;:]/;
/** A date or a time, or several, as the value at the end of a line. */
const TIMES = /:[\dTZ,/PWDHMS+-]{8,}$/i;

/**
 * The text with each line whole, and with zones that can be told from times. Old mail programs break a description into
 * lines that begin with no name; Exchange and others leave out the quotes that a zone with a colon or a comma needs
 * (RFC 5545 section 3.2). Linear.
 */
function tidyCalendar(text: string): string {
  const lines: string[] = [];
  for (const line of text
    .replace(/^\ufeff/, '')
    .trim()
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r\n|\n|\r/)) {
    const last = lines.length - 1;
    if (CONTENT_LINE.test(line) || last < 0) lines.push(withReadableTimes(withQuotedZone(line)));
    else lines[last] = `${lines[last] ?? ''}\\n${line}`;
  }
  return lines.join('\r\n');
}

/** `DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin:20230701T060000` with the zone in quotes. */
function withQuotedZone(line: string): string {
  if (line.length > 1000) return line;
  const zone = /^[A-Z-]+;(?:[^":]*;)?TZID=/i.exec(line);
  const value = zone === null ? null : TIMES.exec(line);
  if (zone === null || value === null) return line;
  const head = line.slice(0, value.index);
  const next = /;(?:VALUE|RANGE|X-[A-Z-]+)=[^;:"]*$/i.exec(head)?.index ?? head.length;
  const name = head.slice(zone[0].length, next);
  if (name.startsWith('"') || !/[:;,\\]/.test(name)) return line;
  return `${zone[0]}"${name.replaceAll('"', '').replace(/\\(.)/g, '$1')}"${line.slice(next)}`;
}

/** A property of dates or times, its name, its parameters, and its value. */
const TIME_LINE = /^(DTSTART|DTEND|DUE|RECURRENCE-ID|EXDATE|RDATE)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$/i;
/** As RFC 5545 sections 3.3.4 and 3.3.5 have them; with the marks of ISO 8601, without seconds, or with an offset. */
const WRITTEN =
  /^\s*(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?)?\s*$/i;

/**
 * A line of times as ical.js reads them: a day is said to be one (VALUE=DATE), a time is in the basic form. What is no
 * time at all is said to be a text, so that it stays as it was written.
 */
function withReadableTimes(line: string): string {
  const [, name, parameters, value] = (line.length > 4000 ? null : TIME_LINE.exec(line)) ?? [];
  if (name === undefined || parameters === undefined || value === undefined || value.includes('/')) return line;
  const times = value.split(',').map(readableTime);
  const others = parameters.replace(/;VALUE=[A-Z-]*/gi, '');
  const isDates = times.every((time) => time?.length === 8) || /;VALUE=DATE(?![A-Z-])/i.test(parameters);
  if (times.some((time) => time === null)) {
    return `${name}${others};VALUE=TEXT:${value.trim().replace(/[\\,;]/g, '\\$&')}`;
  }
  const written = times.map((time) => (isDates ? time?.slice(0, 8) : time?.length === 8 ? `${time}T000000` : time));
  return `${name}${others}${isDates ? ';VALUE=DATE' : ''}:${written.join(',')}`;
}

/** `20191004` or `20191004T100000Z`; null for what is on no calendar and no clock. */
function readableTime(value: string): string | null {
  const found = value.length > 60 ? null : WRITTEN.exec(value);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (found ?? [])
    .slice(1, 7)
    .map((part: string | undefined) => Number(part ?? 0));
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    year >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour <= 24 && minute <= 59;
  if (found === null || !isReal) return null;
  const two = (part: number) => String(part).padStart(2, '0');
  const days = `${String(year).padStart(4, '0')}${two(month)}${two(day)}`;
  if (found[4] === undefined) return days;
  const ahead = found[7] ?? '';
  const basic = `${days}T${two(hour)}${two(minute)}${two(second)}`;
  if (!/^[+-]/.test(ahead)) return `${basic}${ahead.toUpperCase()}`;
  const offset = Number(`${ahead.slice(0, 1)}1`) * (Number(ahead.slice(1, 3)) * 60 + Number(ahead.slice(-2)));
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute - offset, second));
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/**
 * What two calendar files have in common that say the same: their line ends and folds may differ, and the copy among
 * the files often lacks the METHOD, so that programs import it.
 */
export function calendarKey(text: string): string {
  return tidyCalendar(text)
    .split('\r\n')
    .filter((line) => !/^METHOD:/i.test(line))
    .map((line) => line.trimEnd())
    .join('\n');
}

/** What ical.js makes of a file; of one that it refuses, what it makes of the lines that it can read. Throws. */
export function parseCalendar(text: string): unknown {
  const tidy = tidyCalendar(text);
  try {
    return ICAL.parse(tidy);
  } catch {
    return ICAL.parse(tidy.split('\r\n').filter(isReadable).join('\r\n'));
  }
}

function isReadable(line: string): boolean {
  if (/^(?:BEGIN|END):/i.test(line)) return true;
  try {
    ICAL.parse.property(line);
    return true;
  } catch {
    return false; // ical.js throws plain errors.
  }
}
