import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readCalendar, supersedes, type CalendarCard } from '../../../../src/mail/cards/calendar.ts';
import { renderCalendar } from '../../../../src/mail/cards/calendar-render.ts';
import { zoneName, zoneOffset } from '../../../../src/mail/cards/calendar-zones.ts';
import { findZone, offsetLabel, UTC } from '../../../../src/words/zones.ts';

const calendar = (method: string, ...lines: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    'UID:1@mail.example',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
function first(text: string): CalendarCard {
  const [card] = readCalendar(text);
  assert.ok(card);
  return card;
}
const meeting = [
  'SEQUENCE:0',
  'DTSTAMP:20251101T100000Z',
  'SUMMARY:Budget\\, second round',
  'DTSTART;TZID="W. Europe Standard Time":20251124T140000',
  'DTEND;TZID="W. Europe Standard Time":20251124T153000',
  'LOCATION:Room 3',
  'ORGANIZER;CN=Anna Berg:mailto:anna@mail.example',
  'ATTENDEE;CN=Bob;PARTSTAT=NEEDS-ACTION:mailto:bob@mail.example',
  'ATTENDEE;CN=Carl;PARTSTAT=ACCEPTED;ROLE=OPT-PARTICIPANT:mailto:carl@mail.example',
];
const text = (card: CalendarCard, earlier: CalendarCard | null = null, language: 'en' | 'de' | 'fr' = 'en') =>
  renderCalendar(card, earlier, { language, zone: UTC }).text;

describe('an invitation', () => {
  it('says what, when with the time zone of that day, where and who', () => {
    assert.equal(
      text(first(calendar('REQUEST', ...meeting))),
      [
        '📅 Invitation: Budget, second round',
        'When: Mon, 24 November 2025, 14:00–15:30 (Europe/Berlin, UTC+1)',
        'Where: Room 3',
        'Organiser: Anna Berg <anna@mail.example>',
        'Attendees: Bob, Carl (accepted, optional)',
      ].join('\n'),
    );
  });
  it('says the time of who reads it too, where their clock shows another', () => {
    const berlin = { language: 'en', zone: findZone('Europe/Berlin') ?? UTC } as const;
    const tokyo = { language: 'en', zone: findZone('Asia/Tokyo') ?? UTC } as const;
    const when = (reader: typeof berlin, ...times: string[]) => {
      const lines = ['UID:u', 'SUMMARY:x', ...times];
      return /When: (.*)/.exec(renderCalendar(first(calendar('REQUEST', ...lines)), null, reader).text)?.[1];
    };
    const newYork = ['DTSTART;TZID=America/New_York:20251124T190000', 'DTEND;TZID=America/New_York:20251124T200000'];
    assert.equal(
      when(berlin, ...newYork),
      'Mon, 24 November 2025, 19:00–20:00 (America/New_York, UTC−5), that is Tue, 25 November 2025, 01:00–02:00 CET',
    );
    assert.equal(
      when(tokyo, ...newYork),
      'Mon, 24 November 2025, 19:00–20:00 (America/New_York, UTC−5), that is Tue, 25 November 2025, 09:00–10:00 UTC+9',
    );
    assert.equal(
      when(berlin, 'DTSTART:20251124T100000Z', 'DTEND:20251124T110000Z'),
      'Mon, 24 November 2025, 10:00–11:00 (UTC), that is 11:00–12:00 CET',
    );
    assert.equal(
      when(berlin, 'DTSTART:20251124T223000Z', 'DTEND:20251124T233000Z'),
      'Mon, 24 November 2025, 22:30–23:30 (UTC), that is 23:30 – Tue, 25 November 2025, 00:30 CET',
    );
    assert.equal(when(berlin, 'DTSTART:20251124T100000Z'), 'Mon, 24 November 2025, 10:00 (UTC), that is 11:00 CET');
    // The same clocks, whatever their zone is called; and times that are in no zone, or in one that nobody knows.
    assert.doesNotMatch(when(berlin, 'DTSTART;TZID=Europe/Paris:20251124T100000') ?? '-', /that is|^-/);
    assert.doesNotMatch(when(berlin, 'DTSTART:20251124T100000') ?? '-', /that is|^-/);
    assert.doesNotMatch(when(berlin, 'DTSTART;TZID=Mars/Olympus:20251124T100000') ?? '-', /that is|^-/);
    assert.doesNotMatch(when(berlin, 'DTSTART;VALUE=DATE:20251124') ?? '-', /that is|^-/);
    // On the day on which the clock is set forward in one of them alone.
    assert.match(
      when(berlin, 'DTSTART;TZID=America/New_York:20260309T090000') ?? '',
      /09:00 \(America\/New_York, UTC−4\), that is 14:00 CET$/,
    );
  });
  it('is a card of the allow-list as HTML', () => {
    assert.match(
      renderCalendar(first(calendar('REQUEST', ...meeting)), null, { language: 'de', zone: UTC }).html,
      /^<strong>📅 Einladung: Budget, second round<\/strong><br \/><strong>Wann:<\/strong> Mo\., 24\. November 2025, 14:00–15:30/,
    );
  });
  it('says what changed, and what it was before', () => {
    const earlier = first(calendar('REQUEST', ...meeting));
    const moved = meeting.map((line) =>
      line
        .replace('T140000', 'T150000')
        .replace('T153000', 'T163000')
        .replace('Room 3', 'Room 4')
        .replace('SEQUENCE:0', 'SEQUENCE:1')
        .replace('CN=Bob', 'CN=Dora')
        .replace('bob@', 'dora@'),
    );
    const later = first(calendar('REQUEST', ...moved));
    assert.ok(supersedes(later, earlier) && !supersedes(earlier, later));
    const shown = text(later, earlier);
    assert.match(shown, /^📅 Invitation changed: Budget/);
    assert.match(shown, /When: .*15:00–16:30 \(Europe\/Berlin, UTC\+1\) \(before: Mon, 24 November 2025, 14:00–15:30/);
    assert.match(shown, /Where: Room 4 \(before: Room 3\)/);
    assert.match(shown, /new: Dora; no longer: Bob$/);
  });
  it('strikes what was cancelled', () => {
    const cancelled = renderCalendar(first(calendar('CANCEL', ...meeting, 'STATUS:CANCELLED')), null, {
      language: 'fr',
      zone: UTC,
    });
    assert.match(
      cancelled.html,
      /^<strong>📅 Annulé\u00a0: (<\/strong><strong>)?<del>Budget, second round<\/del><\/strong>/,
    );
  });
  it('says who answered what', () => {
    const reply = first(
      calendar(
        'REPLY',
        'SUMMARY:Budget',
        'ATTENDEE;CN=Bob;PARTSTAT=DECLINED:mailto:bob@mail.example',
        'COMMENT:On leave',
      ),
    );
    assert.equal(
      text(reply),
      '📅 Answer to an invitation: Budget\nBob <bob@mail.example>: declined\nComment: On leave',
    );
  });
});

describe('the time of an appointment', () => {
  const when = (...lines: string[]) => /When: (.*)/.exec(text(first(calendar('REQUEST', 'SUMMARY:x', ...lines))))?.[1];
  it('knows summer time', () => {
    assert.equal(when('DTSTART;TZID=Europe/Berlin:20250724T140000'), 'Thu, 24 July 2025, 14:00 (Europe/Berlin, UTC+2)');
  });
  it('names UTC, local time and zones that nobody knows', () => {
    assert.equal(when('DTSTART:20250724T140000Z', 'DURATION:PT45M'), 'Thu, 24 July 2025, 14:00–14:45 (UTC)');
    assert.equal(when('DTSTART:20250724T140000'), 'Thu, 24 July 2025, 14:00 (local time)');
    assert.equal(
      when('DTSTART;TZID=Customized Time Zone:20250724T140000'),
      'Thu, 24 July 2025, 14:00 (Customized Time Zone)',
    );
  });
  it('counts whole days without the last one', () => {
    assert.equal(when('DTSTART;VALUE=DATE:20251224', 'DTEND;VALUE=DATE:20251225'), 'Wed, 24 December 2025, all day');
    assert.equal(
      when('DTSTART;VALUE=DATE:20251224', 'DTEND;VALUE=DATE:20251227'),
      'Wed, 24 December 2025 – Fri, 26 December 2025, all day',
    );
  });
  it('shows both zones of a flight', () => {
    assert.equal(
      when('DTSTART;TZID=Europe/Berlin:20250724T140000', 'DTEND;TZID=America/New_York:20250724T170000'),
      'Thu, 24 July 2025, 14:00 (Europe/Berlin, UTC+2) – Thu, 24 July 2025, 17:00 (America/New_York, UTC−4)',
    );
  });
  it('says which occurrence is meant', () => {
    assert.match(
      when('DTSTART:20250724T140000Z', 'RECURRENCE-ID:20250723T140000Z') ?? '',
      /; only the one of Wed, 23 July 2025$/,
    );
  });
});

describe('a repetition in words', () => {
  const repeats = (language: 'en' | 'de' | 'fr', ...lines: string[]) =>
    /(?:Repeats|Wiederholung|Répétition) ?: (.*)/.exec(
      text(first(calendar('REQUEST', 'DTSTART:20250724T140000Z', ...lines)), null, language),
    )?.[1];
  it('speaks three languages', () => {
    const rule = 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20261231T000000Z';
    assert.equal(repeats('en', rule), 'every 2 weeks on Monday and Wednesday, until Thu, 31 December 2026');
    assert.equal(repeats('de', rule), 'alle 2 Wochen am Montag und Mittwoch, bis Do., 31. Dezember 2026');
    assert.equal(repeats('fr', rule), 'toutes les 2 semaines le lundi et mercredi, jusqu’au jeu. 31 décembre 2026');
  });
  it('knows the last Friday, a set position, months and exceptions', () => {
    assert.equal(repeats('en', 'RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=6'), 'every month on the last Friday, 6 times');
    assert.equal(repeats('de', 'RRULE:FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2'), 'jeden Monat am 2. Dienstag');
    assert.equal(
      repeats('en', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1', 'EXDATE:20260501T140000Z'),
      'every year on day 1 in May, except on Fri, 1 May 2026',
    );
  });
});

describe('calendar files', () => {
  it('puts the series before its changed occurrence', () => {
    const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:s', ...lines, 'END:VEVENT'].join('\r\n');
    const cards = readCalendar(
      `BEGIN:VCALENDAR\r\n${event('RECURRENCE-ID:20250101T100000Z', 'SUMMARY:moved')}\r\n` +
        `${event('SUMMARY:series')}\r\nEND:VCALENDAR`,
    );
    assert.deepEqual(
      cards.map(({ summary }) => summary),
      ['series', 'moved'],
    );
  });
  it('has nothing to say of what is no calendar', () => {
    for (const input of [
      '',
      'hello',
      'BEGIN:VCARD\r\nFN:x\r\nEND:VCARD',
      'BEGIN:VCALENDAR\r\nEND:VCALENDAR',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT',
    ]) {
      assert.deepEqual(
        readCalendar(input).filter(({ summary }) => summary !== ''),
        [],
      );
    }
  });
  it('are shown without their HTML, links and turned text', () => {
    const card = first(
      calendar('REQUEST', 'SUMMARY:<b>x</b>\\nline\u202E', 'DTSTART:nonsense', 'LOCATION:[a](javascript:x)'),
    );
    assert.equal(card.summary, '<b>x</b> line');
    assert.match(renderCalendar(card, null, { language: 'en', zone: UTC }).html, /&lt;b&gt;x&lt;\/b&gt; line/);
  });
  it('never throws', () => {
    const property = fc.constantFrom(
      'DTSTART',
      'DTEND',
      'DURATION',
      'RRULE',
      'EXDATE',
      'ATTENDEE',
      'ORGANIZER',
      'RECURRENCE-ID',
      'SEQUENCE',
      'BEGIN',
      'END',
      'DTSTART;TZID=x',
      'SUMMARY;X="',
    );
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '20250101',
        '20259999T999999',
        'PT1H',
        'P999999999W',
        'FREQ=YEARLY;COUNT=x',
        'FREQ=SECONDLY;BYDAY=9XX',
        'VEVENT',
        'VTIMEZONE',
        '99999999T000000Z',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(property, value), { maxLength: 12 }), (pairs) => {
        for (const card of readCalendar(calendar('REQUEST', ...pairs.map((pair) => pair.join(':'))))) {
          renderCalendar(card, card, { language: 'de', zone: UTC });
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('zones', () => {
  it('finds the name in what programs write', () => {
    assert.equal(zoneName('Romance Standard Time'), 'Europe/Paris');
    assert.equal(zoneName('/freeassociation.sourceforge.net/Europe/Berlin'), 'Europe/Berlin');
    assert.equal(zoneName('Mars/Olympus_Mons'), null);
  });
  it('knows the offset on both sides of a change', () => {
    const at = (hour: number) => zoneOffset('Europe/Berlin', { year: 2025, month: 3, day: 30, hour, minute: 0 });
    assert.deepEqual([at(1), at(4)], [60, 120]);
    assert.equal(offsetLabel(-210), 'UTC−3:30');
  });
});
