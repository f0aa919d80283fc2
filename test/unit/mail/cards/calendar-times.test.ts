/** Invitations as programs write them that know no RFC: when they are, in which zone, and where people enter. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCalendar, type CalendarCard } from '../../../../src/mail/cards/calendar.ts';
import { renderCalendar } from '../../../../src/mail/cards/calendar-render.ts';
import { findZone, offsetLabel, UTC } from '../../../../src/words/zones.ts';

/** The first card of a calendar with these lines before one event of those. */
function cardOf(event: readonly string[], before: readonly string[] = ['METHOD:REQUEST']): CalendarCard {
  const lines = ['BEGIN:VCALENDAR', ...before, 'BEGIN:VEVENT', 'UID:1', ...event, 'END:VEVENT', 'END:VCALENDAR'];
  const [card] = readCalendar(lines.join('\r\n'));
  assert.ok(card);
  return card;
}
const reader = { language: 'en', zone: UTC } as const;
const shown = (...lines: Parameters<typeof cardOf>) => renderCalendar(cardOf(...lines), null, reader).text;
const whenOf = (...lines: Parameters<typeof cardOf>) => /When: (.*)/.exec(shown(...lines))?.[1];

describe('the time of an appointment that programs write otherwise', () => {
  const when = (...lines: string[]) => whenOf(lines);
  it('is a day without VALUE=DATE', () => {
    assert.equal(when('DTSTART:20191004', 'DTEND:20191004'), 'Fri, 4 October 2019, all day');
    assert.equal(when('DTSTART:20231008', 'DTEND:20231013'), 'Sun, 8 October 2023 – Thu, 12 October 2023, all day');
    assert.equal(when('DTSTART;VALUE=DATE-TIME:20191004'), 'Fri, 4 October 2019, all day');
    assert.equal(when('DTSTART;TZID=Europe/Berlin:20191004'), 'Fri, 4 October 2019, all day');
    assert.equal(
      when('DTSTART;VALUE=DATE:20160111', 'DTEND;VALUE=DATE:20160111T235959'),
      'Mon, 11 January 2016, all day',
    );
  });
  it('has the marks of ISO 8601, no seconds, small letters, or an offset', () => {
    const ten = 'Fri, 4 October 2019, 10:00';
    assert.equal(when('DTSTART:2019-10-04T10:00:00Z'), `${ten} (UTC)`);
    assert.equal(when('DTSTART:2019-10-04 10:00'), `${ten} (local time)`);
    assert.equal(when('DTSTART:20191004t100000z'), `${ten} (UTC)`);
    assert.equal(when('DTSTART:20191004T1000'), `${ten} (local time)`);
    assert.equal(when('DTSTART:20191004T120000+0200'), `${ten} (UTC)`);
    assert.equal(when('DTSTART:2019-10-04T05:30:00-04:30'), `${ten} (UTC)`);
  });
  it('is named by a zone without quotes, with colons and commas', () => {
    for (const line of [
      'DTSTART;TZID=tzone://Microsoft/Custom:20230701T060000',
      'DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin:20230701T060000',
      'DTSTART;TZID=(UTC+01:00) Amsterdam\\, Berlin:20230701T060000',
      'DTSTART;VALUE=DATE-TIME;TZID=(GMT-05:00) Eastern; US:20230701T060000',
      'DTSTART;TZID=(GMT-05:00) Eastern;VALUE=DATE-TIME:20230701T060000',
    ])
      assert.match(when(line) ?? '', /^Sat, 1 July 2023, 06:00 \((?:tzone|\(UTC|\(GMT)[^\\]*\)$/, line);
    assert.equal(
      when('DTSTART;TZID=tzone://Microsoft/Utc:20230701T060000'),
      'Sat, 1 July 2023, 06:00 (Etc/UTC, UTC+0)'.replace('UTC+0', offsetLabel(0)),
    );
  });
  it('is what was written, where nobody can read it, and a dash where nothing was', () => {
    assert.equal(when('DTSTART:next tuesday at noon'), 'next tuesday at noon');
    assert.equal(when('DTSTART;TZID=Europe/Berlin:20191304T100000'), '20191304T100000 (Europe/Berlin)');
    assert.equal(when('DTSTART:20230231'), '20230231');
    assert.equal(when('DTSTART:4. Oktober, 10:00; Saal 3\u202e'), '4. Oktober, 10:00; Saal 3');
    assert.equal(when('DTSTART:'), '–');
    assert.equal(when('LOCATION:here'), '–');
    assert.equal((when(`DTSTART:${'x'.repeat(3000)}`) ?? '').length, 100);
  });
  it('stays where another line of the file is broken', () => {
    assert.equal(when('DTSTART:20250724T140000Z', 'ATTENDEE;CN="x'), 'Thu, 24 July 2025, 14:00 (UTC)');
    const card = cardOf(['DESCRIPTION:Please come.', 'all of you', '(Anna: the host)', 'DTSTART:20250724']);
    assert.equal(card.description, 'Please come.\nall of you\n(Anna: the host)');
    assert.notEqual(card.start, null);
  });
});

describe('a time zone that the file brings along', () => {
  const zone = (name: string, ...lines: string[]) => ['BEGIN:VTIMEZONE', `TZID:${name}`, ...lines, 'END:VTIMEZONE'];
  const part = (kind: string, from: string, to: string, ...lines: string[]) => [
    `BEGIN:${kind}`,
    ...lines,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    `END:${kind}`,
  ];
  const european = (name: string) =>
    zone(
      name,
      ...part('STANDARD', '+0200', '+0100', 'DTSTART:16010101T030000', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10'),
      ...part('DAYLIGHT', '+0100', '+0200', 'DTSTART:16010101T020000', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3'),
    );
  const when = (lines: readonly string[], ...times: string[]) => whenOf(times, lines);
  it('tells the offset of the day, by a rule of the year', () => {
    const lines = european('Customized Time Zone');
    const at = (time: string) =>
      /, (UTC[^)]*)\)/.exec(when(lines, `DTSTART;TZID=Customized Time Zone:${time}`) ?? '')?.[1];
    assert.deepEqual(
      [
        '20250330T013000',
        '20250330T033000',
        '20250701T120000',
        '20251026T013000',
        '20251026T033000',
        '20251231T120000',
      ].map(at),
      ['UTC+1', 'UTC+2', 'UTC+2', 'UTC+2', 'UTC+1', 'UTC+1'],
    );
  });
  it('tells it by dates, and by a weekday among days of the month', () => {
    const dates = zone(
      'Unsere Zeit',
      ...part('STANDARD', '+0200', '+0100', 'DTSTART:20191027T030000', 'RDATE:20201025T030000'),
      ...part('DAYLIGHT', '+0100', '+0200', 'DTSTART:20190331T020000', 'RDATE:20200329T020000,20210328T020000'),
    );
    assert.match(when(dates, 'DTSTART;TZID=Unsere Zeit:20200701T190000') ?? '', /19:00 \(Unsere Zeit, UTC\+2\)$/);
    assert.match(when(dates, 'DTSTART;TZID=Unsere Zeit:20201201T190000') ?? '', /19:00 \(Unsere Zeit, UTC\+1\)$/);
    assert.match(when(dates, 'DTSTART;TZID=Unsere Zeit:20180701T190000') ?? '', /19:00 \(Unsere Zeit, UTC\+1\)$/);
    const days = zone(
      'Ours',
      ...part(
        'STANDARD',
        '-0400',
        '-0500',
        'DTSTART:19701101T020000',
        'RRULE:FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=1,2,3,4,5,6,7;BYDAY=SU',
      ),
      ...part(
        'DAYLIGHT',
        '-0500',
        '-0400',
        'DTSTART:19700308T020000',
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=SU',
      ),
    );
    assert.match(when(days, 'DTSTART;TZID=Ours:20250310T190000') ?? '', /\(Ours, UTC−4\)$/);
    assert.match(when(days, 'DTSTART;TZID=Ours:20251103T190000') ?? '', /\(Ours, UTC−5\)$/);
  });
  it('is found whether its name is in quotes, escaped or neither', () => {
    const lines = european('(UTC+01:00) Amsterdam\\, Berlin\\, Bern');
    for (const name of [
      '"(UTC+01:00) Amsterdam, Berlin, Bern"',
      '(UTC+01:00) Amsterdam, Berlin, Bern',
      '(UTC+01:00) Amsterdam\\, Berlin\\, Bern',
    ])
      assert.equal(
        when(lines, `DTSTART;TZID=${name}:20230701T060000`, `DTEND;TZID=${name}:20230701T120000`),
        'Sat, 1 July 2023, 06:00–12:00 (Amsterdam, Berlin, Bern, UTC+2)',
      );
  });
  it('decides over the table, but for years of which it says nothing', () => {
    const berlin = zone('Europe/Berlin', ...part('STANDARD', '+0300', '+0300', 'DTSTART:20250101T000000'));
    assert.match(when(berlin, 'DTSTART;TZID=Europe/Berlin:20250701T060000') ?? '', /\(Europe\/Berlin, UTC\+3\)$/);
    assert.match(when(berlin, 'DTSTART;TZID=Europe/Berlin:20270701T060000') ?? '', /\(Europe\/Berlin, UTC\+2\)$/);
    assert.match(when(berlin, 'DTSTART;TZID=Europe/Berlin:20240701T060000') ?? '', /\(Europe\/Berlin, UTC\+2\)$/);
  });
  it('says when that is for who reads it', () => {
    const card = cardOf(['DTSTART;TZID=Ours:20250701T100000'], european('Ours'));
    const tokyo = { language: 'en', zone: findZone('Asia/Tokyo') ?? UTC } as const;
    assert.match(renderCalendar(card, null, tokyo).text, /10:00 \(Ours, UTC\+2\), that is 17:00 UTC\+9/);
  });
  it('costs no more than it is long, whatever its rules say', () => {
    const started = performance.now();
    const mad = zone(
      'Mad',
      ...Array.from({ length: 1000 }, () =>
        part(
          'STANDARD',
          '+9999',
          '+0100',
          'DTSTART:16010101T000000',
          'RRULE:FREQ=SECONDLY;COUNT=999999999',
          `RDATE:${Array.from({ length: 20 }, () => '20200101T000000').join(',')}`,
        ),
      ).flat(),
    );
    assert.match(when(mad, 'DTSTART;TZID=Mad:20250701T100000') ?? '', /10:00 \(Mad, UTC\+1\)/);
    const none = zone(
      'None',
      ...part('STANDARD', '+0100', 'nonsense', 'DTSTART:nonsense', 'RRULE:FREQ=YEARLY;BYMONTH=99;BYDAY=9XX'),
    );
    assert.match(when(none, 'DTSTART;TZID=None:20250701T100000') ?? '', /10:00 \(None\)/);
    assert.ok(performance.now() - started < 10_000);
  });
});

describe('the link into a meeting', () => {
  const join = (...lines: string[]) => /Join: (.*)/.exec(shown(['DTSTART:20250701', ...lines]))?.[1];
  it('is known by the property that holds it', () => {
    const link = 'https://conference.example/abc';
    for (const name of [
      'X-GOOGLE-CONFERENCE',
      'X-MICROSOFT-SKYPETEAMSMEETINGURL',
      'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
      'CONFERENCE;VALUE=URI;FEATURE=VIDEO',
    ])
      assert.equal(join(`${name}:${link}`), link);
  });
  it('is known by how it looks, wherever it stands', () => {
    for (const link of [
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=%7b%7d',
      'https://teams.microsoft.com/meet/2345678?p=abc',
      'https://teams.live.com/meet/9412',
      'https://meet.google.com/abc-defg-hij',
      'https://company.zoom.us/j/1234567890?pwd=abc',
      'https://zoom.us/my/ada.brandt',
      'https://meet.jit.si/OurRoom',
      'https://jitsi.north.example/OurRoom',
      'https://north.webex.com/north/j.php?MTID=m0123',
      'https://north.webex.com/meet/ada',
      'https://call.element.io/room/#/our-room?roomId=!x:north.example',
      'https://call.north.example/room/#?roomId=!x:north.example',
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2F19%253a&data=x',
    ]) {
      assert.equal(join(`DESCRIPTION:Hello.\\n\\nJoin here: <${link}>\\nSee https://north.example/agenda.`), link);
      assert.equal(join(`URL:${link}`), link);
      assert.equal(
        join(`X-ALT-DESC;FMTTYPE=text/html:<p><a href="${link.replaceAll('&', '&amp;')}">Join</a></p>`),
        link,
      );
    }
  });
  it('stands once: not where the place is the link already', () => {
    assert.equal(join('LOCATION:https://meet.jit.si/OurRoom'), undefined);
    assert.equal(join('LOCATION:Room 3', 'URL:https://meet.jit.si/OurRoom'), 'https://meet.jit.si/OurRoom');
  });
  it('is no other link, none that lies about where it leads, and not said of what was cancelled', () => {
    for (const line of [
      'DESCRIPTION:See https://north.example/teams.microsoft.com/l/meetup-join/1',
      'DESCRIPTION:http://meet.jit.si/OurRoom',
      'DESCRIPTION:https://meet.jit.si/',
      'DESCRIPTION:https://teams.microsoft.com@evil.example/l/meetup-join/1',
      'X-GOOGLE-CONFERENCE:javascript:alert(1)//https://meet.google.com/abc-defg-hij',
      `DESCRIPTION:https://meet.jit.si/${'x'.repeat(3000)}`,
      'STATUS:CANCELLED\r\nURL:https://meet.jit.si/OurRoom',
    ])
      assert.equal(join(line), undefined, line);
    const card = cardOf(['X-GOOGLE-CONFERENCE:https://a.example/x"onload=1<b>']);
    const { html } = renderCalendar(card, null, reader);
    assert.match(html, /<a href="https:\/\/a\.example\/x">https:\/\/a\.example\/x<\/a>/);
  });
});

describe('the method of an invitation', () => {
  it('is read from its event where the calendar has none', () => {
    const event = (...lines: string[]) => cardOf(['METHOD:CANCEL'], lines);
    assert.deepEqual([event().method, event().cancelled], ['cancel', true]);
    assert.equal(event('METHOD:REQUEST').method, 'request');
  });
});
