/**
 * What is said to people. `test/fixtures/said.json` has every text that takes arguments, in the languages that were
 * reviewed, with arguments as they occur and as strangers might write them. UPDATE_GOLDEN=1 writes its texts anew.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { dayText, everyText, inMonthsText, onMonthDaysText, onWeekdaysText } from '../../../src/words/calendar.ts';
import { leftOutSince, mailTooLarge, pausedSince } from '../../../src/words/delivery.ts';
import { LANGUAGES, UNREVIEWED } from '../../../src/words/keys.ts';
import * as marks from '../../../src/words/marks.ts';
import { quarantineCount } from '../../../src/words/quarantine.ts';
import { refusalParagraphs, refusalSubject } from '../../../src/words/refusal.ts';
import { actionLine, dispositionLine } from '../../../src/words/reports.ts';
import { spanText } from '../../../src/words/spans.ts';
import { TEXTS } from '../../../src/words/texts.ts';
import { oversizeMail, sourceGone, unreadMail } from '../../../src/words/unread.ts';
import { catalogue, isVariant, words } from '../../../src/words/words.ts';
import type { Language, Say } from '../../../src/words/words.ts';

const file = join(import.meta.dirname, '../../fixtures/said.json');
const text = z.union([z.string(), z.array(z.string())]);
const rowSchema = z.union([
  z.strictObject({ say: z.string(), with: z.record(z.string(), z.unknown()), said: z.array(text) }),
  z.strictObject({ call: z.string(), with: z.array(z.unknown()), said: z.array(text) }),
]);
type Row = z.infer<typeof rowSchema>;

const CALLED = new Map<string, (...given: never[]) => unknown>(
  Object.entries({
    ...marks,
    actionLine,
    dayText,
    dispositionLine,
    everyText,
    inMonthsText,
    leftOutSince,
    mailTooLarge,
    onMonthDaysText,
    onWeekdaysText,
    oversizeMail,
    pausedSince,
    quarantineCount,
    refusalParagraphs,
    refusalSubject,
    sourceGone,
    spanText,
    unreadMail,
  }),
);

/** What a row says now. */
function saidNow(row: Row, language: Language): unknown {
  const say = words(language);
  if ('say' in row) return Reflect.apply(say, undefined, [row.say, row.with]);
  const called = CALLED.get(row.call);
  assert.ok(called, row.call);
  return Reflect.apply(called, undefined, [say, ...row.with]);
}

const LANGUAGES_OF_FIXTURE = ['en', 'de', 'fr'] as const;

describe('what is said to people', () => {
  const rows = z.array(rowSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
  if (process.env['UPDATE_GOLDEN'] === '1') {
    const anew = rows.map((row) => ({ ...row, said: LANGUAGES_OF_FIXTURE.map((one) => saidNow(row, one)) }));
    writeFileSync(file, `[\n${anew.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`);
  }

  for (const [index, language] of LANGUAGES_OF_FIXTURE.entries()) {
    it(`is said with its arguments, to the letter, in ${language}`, () => {
      for (const row of rows) assert.deepEqual(saidNow(row, language), row.said[index], JSON.stringify(row));
    });
  }

  for (const language of LANGUAGES.filter((one) => !LANGUAGES_OF_FIXTURE.some((of) => of === one))) {
    it(`is said with its arguments in ${language} too, and not in English in its place`, () => {
      const say = catalogue({ en: '', own: TEXTS[language] }, 'en').in('own');
      for (const row of rows) {
        if (!('say' in row)) continue;
        const said: unknown = Reflect.apply(say, undefined, [row.say, row.with]);
        assert.notEqual(said, row.say, JSON.stringify(row));
      }
    });
  }

  it('covers each function beside the texts', () => {
    const covered = new Set(rows.flatMap((row) => ('call' in row ? [row.call] : [])));
    assert.deepEqual([...covered].sort(), [...CALLED.keys()].sort());
  });

  it('has no invisible characters around arguments', () => {
    for (const row of rows) {
      for (const language of LANGUAGES)
        assert.doesNotMatch(JSON.stringify(saidNow(row, language)), /[\u2060-\u206f\ufeff]/);
    }
  });

  it('leaves what looks like Fluent in an argument as it is', () => {
    for (const name of [
      '{ $name }',
      '{ "x" }',
      '{',
      '}',
      '"',
      '\\u0041',
      '\n',
      '   ',
      '',
      '-term',
      '[one] x',
      '\u2068x\u2069',
    ]) {
      assert.equal(words('en')('commands-unknown', { name }), `There is no command “${name}”.`);
    }
  });

  it('prints numbers in plain digits in every language', () => {
    for (const language of LANGUAGES) {
      assert.match(words(language)('commands-waiting-mails', { count: 1234567 }), /1234567/);
      assert.match(words(language)('permissions-quota-reached', { mails: 1234567 }), /1234567/);
    }
  });

  it('says things in English to whom a language is set that there is not', () => {
    for (const unknown of ['xx', '', 'EN', 'toString', '__proto__']) {
      assert.equal(saidIn(unknown), 'This room was replaced by another one. Please go on there.');
    }
  });

  it('says things in English where no language is set', () => {
    const none: unknown = Reflect.apply(words, undefined, [undefined]);
    assert.equal(none, words('en'));
  });

  it('knows what stands behind a prefix of keys', () => {
    assert.equal(isVariant('report-reason-', 'spam'), true);
    for (const other of ['', 'nothing', 'constructor', 'spam '])
      assert.equal(isVariant('report-reason-', other), false);
  });
});

function saidIn(language: string): string {
  const say: unknown = Reflect.apply(words, undefined, [language]);
  assert.ok(typeof say === 'function');
  const text: unknown = Reflect.apply(say, undefined, ['room-moved-on']);
  return String(text);
}

describe('the languages', () => {
  it('are marked as not reviewed where no native speaker has read them', () => {
    assert.deepEqual(UNREVIEWED, ['es', 'it', 'nl', 'pl', 'pt']);
  });

  it('count in Polish as Polish does', () => {
    const say = words('pl');
    const said = (count: number) => say('commands-waiting-mails', { count });
    for (const [count, text] of [
      [1, 'Jeden e-mail czeka na wysłanie.'],
      [2, '2 e-maile czekają na wysłanie.'],
      [5, '5 e-maili czeka na wysłanie.'],
      [12, '12 e-maili czeka na wysłanie.'],
      [22, '22 e-maile czekają na wysłanie.'],
      [25, '25 e-maili czeka na wysłanie.'],
    ] as const) {
      assert.equal(said(count), text);
    }
  });

  it('say dates, spans and repetitions as each does', () => {
    const day = { year: 2025, month: 11, day: 24 };
    const days = [
      { nth: 0, weekday: 2 },
      { nth: -1, weekday: 5 },
    ];
    for (const [language, date, every, when, months, since] of [
      [
        'es',
        'lun, 24 de noviembre de 2025',
        'cada 2 semanas',
        'el martes y último viernes',
        'en marzo y junio',
        'espera por nosotros desde hace 3 días',
      ],
      [
        'it',
        'lun 24 novembre 2025',
        'ogni 2 settimane',
        'di martedì e venerdì (ultima volta nel mese)',
        'in marzo e giugno',
        'ci attende da 3 giorni',
      ],
      [
        'nl',
        'ma 24 november 2025',
        'elke 2 weken',
        'op dinsdag en de laatste vrijdag',
        'in maart en juni',
        'wacht al 3 dagen op ons',
      ],
      [
        'pl',
        'pon., 24 listopada 2025',
        'co 2 tygodnie',
        'w dni: wtorek i piątek (ostatni raz w miesiącu)',
        'w ciągu marca i czerwca',
        'czeka na nas od 3 dni',
      ],
      [
        'pt',
        'seg, 24 de novembro de 2025',
        'a cada 2 semanas',
        'nos dias: terça-feira e sexta-feira (última vez no mês)',
        'em março e junho',
        'espera por nós há 3 dias',
      ],
    ] as const) {
      const say = words(language);
      assert.equal(dayText(say, day, 1), date);
      assert.equal(everyText(say, 'week', 2), every);
      assert.equal(onWeekdaysText(say, days), when);
      assert.equal(inMonthsText(say, [3, 6]), months);
      assert.equal(say('helpdesk-waits-us', { span: spanText(say, { count: 3, unit: 'day' }) }), since);
    }
  });
});

describe('a catalogue whose translation lags behind', () => {
  const english = 'room-moved-on = Moved.\nroom-new-subject = Subject: { $subject }\n';
  const say = (other: string): Say => catalogue({ en: english, de: other }, 'en').in('de');

  it('says a missing text in English', () => {
    assert.equal(say('room-new-subject = Betreff: { $subject }')('room-moved-on'), 'Moved.');
  });

  it('says in English what its translation wants an argument for that is not given', () => {
    assert.equal(say('room-new-subject = Betreff { $topic }')('room-new-subject', { subject: 'x' }), 'Subject: x');
  });

  it('says in English what cannot be read in the translation', () => {
    assert.equal(say('room-new-subject = Betreff: { $subject')('room-new-subject', { subject: 'x' }), 'Subject: x');
  });

  it('says the key where English has no text either', () => {
    assert.equal(say('')('room-no-text'), 'room-no-text');
  });

  it('refuses a text that has a key twice', () => {
    assert.throws(() => catalogue({ en: 'room-moved-on = a\nroom-moved-on = b\n' }, 'en'), /room-moved-on/);
  });
});

describe('keys and arguments', () => {
  it('compile only where the key, and all of its arguments and no others, are given', () => {
    const checked = (say: Say, kind: 'us' | 'them') => [
      say('room-moved-on'),
      say(`helpdesk-waits-${kind}`, { span: '1 day' }),
      // @ts-expect-error there is no such key
      say('room-moved-away'),
      // @ts-expect-error the argument is missing
      say('room-new-subject'),
      // @ts-expect-error one of two arguments is missing
      say('room-file-too-large', { name: 'a' }),
      // @ts-expect-error an argument is surplus
      say('room-new-subject', { subject: 'a', name: 'b' }),
      // @ts-expect-error the key takes no arguments
      say('room-moved-on', { name: 'b' }),
      // @ts-expect-error a text chooses no plural form
      say('brakes-released', { count: '1' }),
      // @ts-expect-error there is no key for one of the kinds
      say(`helpdesk-turn-${kind === 'us' ? 'us' : 'nobody'}`, { date: 'x' }),
    ];
    assert.equal(typeof checked, 'function');
  });
});
