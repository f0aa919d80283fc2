import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { snoozeEnd, spanOf } from '../../../../src/bridge/helpdesk/snooze-time.ts';
import type { Language } from '../../../../src/words/words.ts';
import { findZone, UTC } from '../../../../src/words/zones.ts';
import type { Reader } from '../../../../src/words/zones.ts';

function reader(zone: string, language: Language = 'en'): Reader {
  return { language, zone: findZone(zone) ?? UTC };
}

type Row = readonly [text: string, until: string | null];

function table(name: string, now: string, who: Reader, rows: readonly Row[]): void {
  describe(`until when a thread is laid aside ${name}`, () => {
    for (const [text, until] of rows) {
      test(`"${text}"`, () => {
        const end = snoozeEnd(text, new Date(now), who);
        assert.equal(end?.toISOString() ?? null, until === null ? null : new Date(until).toISOString());
      });
    }
  });
}

// A Sunday.
table('in UTC', '2026-11-22T17:00:00Z', reader('UTC'), [
  ['30m', '2026-11-22T17:30:00Z'],
  ['4h', '2026-11-22T21:00:00Z'],
  ['3d', '2026-11-25T17:00:00Z'],
  [' 2 W ', '2026-12-06T17:00:00Z'],
  ['2026-12-01', '2026-12-01T08:00:00Z'],
  ['2026-12-01T14:30', '2026-12-01T14:30:00Z'],
  ['2026-12-01 14:30', '2026-12-01T14:30:00Z'],
  ['2026-12-01T14:30+02:00', '2026-12-01T12:30:00Z'],
  ['2026-11-22', null],
  ['2026-02-31', null],
  ['2026-12-01T24:00', null],
  ['2026-12-01T14:30+99:99', null],
  ['2028-01-01', null],
  ['0h', null],
  ['400d', null],
  ['3 days', null],
  ['', null],
  ['9'.repeat(10_000), null],
]);

table('in Berlin in winter', '2026-11-22T17:00:00Z', reader('Europe/Berlin'), [
  ['tomorrow', '2026-11-23T08:00+01:00'],
  ['tomorrow 9:00', '2026-11-23T09:00+01:00'],
  ['Tomorrow 9', '2026-11-23T09:00+01:00'],
  ['today 23:30', '2026-11-22T23:30+01:00'],
  ['today 9:00', null],
  ['17:30', '2026-11-23T17:30+01:00'],
  ['18:30', '2026-11-22T18:30+01:00'],
  ['mon 08:00', '2026-11-23T08:00+01:00'],
  ['Monday', '2026-11-23T08:00+01:00'],
  ['sun 8:00', '2026-11-29T08:00+01:00'],
  ['sunday 20:00', '2026-11-22T20:00+01:00'],
  ['2026-12-01', '2026-12-01T08:00+01:00'],
  ['2026-12-01 14:30', '2026-12-01T14:30+01:00'],
  ['2026-12-01T14:30Z', '2026-12-01T14:30Z'],
  ['3d', '2026-11-25T17:00:00Z'],
  ['morgen 9:00', null],
  ['tomorrow 25:00', null],
  ['tomorrow 9:60', null],
  ['someday 9:00', null],
  ['mon tue', null],
  ['constructor', null],
]);

table('in German', '2026-11-22T17:00:00Z', reader('Europe/Berlin', 'de'), [
  ['morgen 9:00', '2026-11-23T09:00+01:00'],
  ['heute 20.15', '2026-11-22T20:15+01:00'],
  ['Mo', '2026-11-23T08:00+01:00'],
  ['Dienstag 7:30', '2026-11-24T07:30+01:00'],
  ['tomorrow', '2026-11-23T08:00+01:00'],
]);

table('in French', '2026-11-22T17:00:00Z', reader('Europe/Paris', 'fr'), [
  ['demain 9h00', '2026-11-23T09:00+01:00'],
  ['lun. 14h', '2026-11-23T14:00+01:00'],
]);

// The clock is set back on Sunday, 25 October 2026, from 03:00 to 02:00.
table('over the end of summer time', '2026-10-24T14:00:00Z', reader('Europe/Berlin'), [
  ['tomorrow 9:00', '2026-10-25T09:00+01:00'],
  ['mon 08:00', '2026-10-26T08:00+01:00'],
  ['1d', '2026-10-25T16:00+01:00'],
  ['2w', '2026-11-07T16:00+01:00'],
  ['24h', '2026-10-25T14:00:00Z'],
  // Twice: the first of both.
  ['tomorrow 2:30', '2026-10-25T02:30+02:00'],
  ['2026-10-25T02:30+01:00', '2026-10-25T02:30+01:00'],
]);
table('between the two times of the same hour', '2026-10-25T00:45:00Z', reader('Europe/Berlin'), [
  // It is 02:45 for the first time.
  ['today 2:50', '2026-10-25T02:50+02:00'],
  ['today 2:30', '2026-10-25T02:30+01:00'],
  ['2:30', '2026-10-25T02:30+01:00'],
  ['mon 08:00', '2026-10-26T08:00+01:00'],
]);

// The clock is set forward on Sunday, 28 March 2027, from 02:00 to 03:00.
table('over the beginning of summer time', '2027-03-27T15:00:00Z', reader('Europe/Berlin'), [
  ['tomorrow 9:00', '2027-03-28T09:00+02:00'],
  ['mon 08:00', '2027-03-29T08:00+02:00'],
  ['1d', '2027-03-28T16:00+02:00'],
  // No clock shows it: half an hour after the change.
  ['tomorrow 2:30', '2027-03-28T03:30+02:00'],
]);

// Elsewhere on other days, and half an hour further.
table('in New York', '2026-10-31T20:00:00Z', reader('America/New_York'), [
  ['tomorrow 9:00', '2026-11-01T09:00-05:00'],
  ['tomorrow 1:30', '2026-11-01T01:30-04:00'],
]);
table('on Lord Howe, whose summer time is half an hour', '2026-10-03T00:00:00Z', reader('Australia/Lord_Howe'), [
  ['tomorrow 2:15', '2026-10-04T02:45+11:00'],
]);

test('spans in their largest unit', () => {
  const said = [0, 59, 60, 3599, 3600, 47 * 3600, 48 * 3600].map((seconds) => {
    const { count, unit } = spanOf(seconds);
    return `${count} ${unit}`;
  });
  assert.deepEqual(said, ['1 minute', '1 minute', '1 minute', '59 minute', '1 hour', '47 hour', '2 day']);
});
