/** What decides about old mail without asking anybody: its date, its room, whether it is there already. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { copyDecision } from '../../../src/bridge/imported/import-mail.ts';
import type { OtherCopy } from '../../../src/bridge/imported/import-mail.ts';
import { importUnits } from '../../../src/bridge/imported/import-units.ts';
import type { GroupedMail } from '../../../src/bridge/imported/import-units.ts';
import { importedDate } from '../../../src/bridge/imported/imported-date.ts';
import type { DateFacts } from '../../../src/bridge/imported/imported-date.ts';
import { importOrder } from '../../../src/bridge/imported/import-rooms.ts';
import type { ThreadId } from '../../../src/bridge/types.ts';
import { fromLineDate, receiptDates } from '../../../src/mail/mime/receipt-dates.ts';
import type { MessageId } from '../../../src/mail/types.ts';

describe('the date of an imported mail', () => {
  const now = new Date('2026-06-01T00:00:00Z');
  const written = new Date('2010-02-02T07:00:00Z');
  const received = new Date('2010-02-02T08:00:00Z');
  const delivered = new Date('2010-02-02T09:00:00Z');
  const future = new Date('2026-06-02T00:00:01Z');
  const unset = new Date('1970-01-01T00:00:10Z');
  const facts: DateFacts = { written: null, hasDate: false, received: null, delivered: null };
  const cases: readonly [string, Partial<DateFacts>, Date | null, string, string | null][] = [
    ['its own', { written, hasDate: true, received, delivered }, written, 'date', null],
    [
      'its own, a day ahead at most',
      { written: new Date('2026-06-01T23:00:00Z'), hasDate: true },
      new Date('2026-06-01T23:00:00Z'),
      'date',
      null,
    ],
    ['that of the server where it has none', { received, delivered }, received, 'received', 'missing'],
    ['that of the server where its own is no date', { hasDate: true, received }, received, 'received', 'unreadable'],
    [
      'that of the server where its own is to come',
      { hasDate: true, written: future, received },
      received,
      'received',
      'future',
    ],
    [
      'that of the mbox where the server has none that can be',
      { received: future, delivered },
      delivered,
      'delivered',
      'missing',
    ],
    [
      'that of the server where a clock was never set',
      { hasDate: true, written: unset, received },
      received,
      'received',
      'unreadable',
    ],
    ['none', {}, null, 'none', 'missing'],
    [
      'none where all are impossible',
      { hasDate: true, written: unset, received: future, delivered: unset },
      null,
      'none',
      'unreadable',
    ],
  ];
  for (const [name, given, at, by, odd] of cases) {
    it(`is ${name}`, () => assert.deepEqual(importedDate({ ...facts, ...given }, now), { at, by, odd }));
  }

  it('of a server stands behind the last semicolon of the topmost Received field, folded or not', () => {
    const head = [
      'Return-Path: <a@b>',
      'Received: from a (b; c) by d;',
      '\tTue, 2 Feb 2010 08:00:00 +0000 (UTC)',
      'Received: from x by y; Mon, 1 Feb 2010 08:00:00 +0000',
      'Date: nonsense',
      '',
      'Received: from z by z; Sun, 31 Jan 2010 08:00:00 +0000',
    ];
    for (const end of ['\n', '\r\n']) assert.deepEqual(receiptDates(head.join(end)), { hasDate: true, received });
    assert.deepEqual(receiptDates('Subject: x\n\nDate: 1 Jan 2010\n'), { hasDate: false, received: null });
    assert.deepEqual(receiptDates('Received: from 1 Jan 2010 00:00\n'), { hasDate: false, received: null });
    assert.deepEqual(receiptDates(''), { hasDate: false, received: null });
  });

  it('of an mbox stands in its From_ line', () => {
    assert.deepEqual(fromLineDate('From bob@x Tue Feb  2 09:00:00 2010'), delivered);
    assert.deepEqual(fromLineDate('From "Bob Mon" Tue Feb  2 09:00:00 2010\r'), delivered);
    assert.equal(fromLineDate('From - '), null);
    assert.equal(fromLineDate('Subject: Tue Feb  2 09:00:00 2010'), null);
  });
});

describe('the rooms of an import', () => {
  const mail = (ordinal: number, given: Partial<GroupedMail> & { readonly refs?: readonly string[] }): GroupedMail => ({
    ordinal,
    at: ordinal * 1_000,
    folder: '',
    list: null,
    key: `key${String(ordinal)}`,
    thread: null,
    facts: {
      messageId: `<${String(ordinal)}@x>` as MessageId,
      inReplyTo: [],
      references: (given.refs ?? []).map((id) => `<${id}@x>` as MessageId),
      people: [],
      writer: null,
      subject: `Subject ${String(ordinal)}`,
    },
    ...given,
  });
  const told = (mails: readonly GroupedMail[], grouping: 'thread' | 'folder' | 'list') =>
    importUnits(mails, grouping).map(({ kind, by, name, mails: of }) => [
      kind,
      by,
      name,
      ...of.map(({ ordinal, conversation }) => `${ordinal}/${conversation}`),
    ]);
  const mails = [
    mail(1, { at: 9_000, folder: 'Sent', refs: ['3'] }),
    mail(2, { list: 'team', folder: 'Work' }),
    mail(3, { folder: 'Work' }),
    mail(4, { at: null, folder: 'Work', list: 'team', refs: ['2'] }),
  ];

  it('hold a conversation each, oldest mail first, what has no date last', () => {
    assert.deepEqual(told(mails, 'thread'), [
      ['thread', 'key2', 'Subject 2', '2/2', '4/2'],
      ['thread', 'key3', 'Subject 3', '3/3', '1/3'],
    ]);
  });

  it('hold a folder each, with its conversations', () => {
    assert.deepEqual(told(mails, 'folder'), [
      ['folder', 'Work', 'Work', '2/2', '3/3', '4/2'],
      ['folder', 'Sent', 'Sent', '1/1'],
    ]);
  });

  it('hold a list each, and a conversation each of what came by none', () => {
    assert.deepEqual(told(mails, 'list'), [
      ['list', 'team', 'team', '2/2', '4/2'],
      ['thread', 'key3', 'Subject 3', '3/3', '1/3'],
    ]);
  });

  it('are the same whatever the order of the files', () => {
    const sorted = (of: readonly unknown[]) => of.map((one) => JSON.stringify(one)).sort();
    assert.deepEqual(sorted(told(mails.toReversed(), 'thread')), sorted(told(mails, 'thread')));
  });

  it('are those that mails of the conversation are in', () => {
    const [unit] = importUnits([mail(1, {}), mail(2, { refs: ['1'], thread: 'there' as ThreadId })], 'thread');
    assert.equal(unit?.thread, 'there');
  });

  it('stand in the order of their oldest mails', () => {
    const dates = [null, new Date('2010-01-01'), new Date('1999-12-31')];
    assert.deepEqual(dates.map(importOrder).sort(), ['000946598400', '001262304000', 'z']);
  });
});

describe('whether an imported mail is there already', () => {
  const own = { contentHash: 'c', wordsHash: 'w', list: null };
  const other = (given: Partial<OtherCopy>): OtherCopy => ({
    by: 'this',
    contentHash: 'x',
    wordsHash: 'x',
    list: null,
    ...given,
  });
  const cases: readonly [string, Partial<OtherCopy>, string][] = [
    ['is not known', {}, 'import'],
    ['is a living mail', { by: 'living', contentHash: 'c' }, 'there'],
    ['was brought in before', { by: 'earlier', contentHash: 'c' }, 'there'],
    ['lies there twice', { contentHash: 'c' }, 'merged'],
    ['has the id of another', { contentHash: 'y', wordsHash: 'y' }, 'import'],
    ['has the words of another that came by no list', { wordsHash: 'w' }, 'import'],
    ['is the copy of a list', { wordsHash: 'w', list: 'l' }, 'merged'],
    ['is a copy of the living copy of a list', { by: 'living', wordsHash: 'w', list: 'l' }, 'there'],
  ];
  for (const [name, given, end] of cases) {
    it(`${end} where it ${name}`, () => assert.equal(copyDecision(own, [other(given)]).do, end));
  }
});
