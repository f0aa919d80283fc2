import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  findAssignee,
  nameMark,
  readListQuery,
  withMark,
  topicMark,
  placeOfClaim,
  wantsOverview,
} from '../../../../src/bridge/helpdesk/team-work.ts';
import type { ListedThread, ThreadList } from '../../../../src/bridge/helpdesk/team-work.ts';
import { renderList, renderOverview, renderReminders } from '../../../../src/bridge/helpdesk/list-told.ts';
import { sameAnswer } from '../../../../src/bridge/helpdesk/same-answer.ts';
import type { AccountId, RoomId, ThreadId, UserId } from '../../../../src/bridge/types.ts';
import { words } from '../../../../src/words/words.ts';
import type { Language } from '../../../../src/words/words.ts';
import { testAccount } from '../../../support/handlers/fixtures.ts';
import { UTC } from '../../../../src/words/zones.ts';
import type { HelpdeskSettings } from '../../../../src/bridge/account/account.ts';

const languages: readonly Language[] = ['en', 'de', 'fr'];
const sales = 'sales' as AccountId;
const support = 'support' as AccountId;
const ada = '@ada:matrix.test' as UserId;

describe('the same answer, written twice', () => {
  const long = 'Your parcel left our store in Kassel this morning and will be with you tomorrow before noon.';
  const rows: readonly [one: string, other: string, same: boolean, why: string][] = [
    ['Your parcel is on its way.', 'your parcel is on its way', true, 'case and punctuation'],
    ['Your  parcel\nis on its way', 'Your parcel is on its way', true, 'space'],
    ['Thanks!', 'Thanks!', false, 'too short to be a mistake'],
    [long, long.replace('tomorrow', 'tomorow'), true, 'a slip of the finger'],
    [long, `${long} Kind regards`, true, 'a closing more'],
    [long, long.replace('noon', '12').replace('tomorrow', 'tomorrow'), false, 'a number in one of them'],
    [`${long} Order 4711.`, `${long} Order 4712.`, false, 'another order'],
    [
      long,
      'We have no store in Kassel, and the parcel is lost. We are sorry for it and send another.',
      false,
      'other words',
    ],
    ['Ja, gerne!', 'Nein, gar nicht', false, 'short and other'],
    ['包裹今天早上已经发出，明天中午前送到。', '包裹今天早上已经发出,明天中午前送到', true, 'another script'],
  ];
  for (const [one, other, same, why] of rows) {
    test(why, () => {
      assert.equal(sameAnswer(one, other), same);
      assert.equal(sameAnswer(other, one), same, 'either way');
    });
  }
});

describe('what a room is called', () => {
  test('a claim comes and goes', () => {
    const claimed = withMark('Printer', null, nameMark('Ada'), 'start');
    assert.equal(claimed.marked, '👀 Ada: Printer');
    const passed = withMark(claimed.marked, claimed, nameMark('Bob'), 'start');
    assert.equal(passed.marked, '👀 Bob: Printer');
    assert.equal(withMark(passed.marked, passed, '', 'start').marked, 'Printer');
  });
  test('a claim is shown once where the process ended before or after it was', () => {
    const first = { ...withMark('Printer', null, nameMark('Ada'), 'start'), was: 'Printer' };
    for (const found of ['Printer', '👀 Ada: Printer']) {
      assert.equal(withMark(found, first, nameMark('Ada'), 'start').marked, '👀 Ada: Printer');
    }
    const passed = { ...withMark(first.marked, first, nameMark('Bob'), 'start'), was: first.marked };
    for (const found of ['👀 Ada: Printer', '👀 Bob: Printer']) {
      assert.equal(withMark(found, passed, nameMark('Bob'), 'start').marked, '👀 Bob: Printer');
    }
  });
  test('what people rename stays, with and without the mark', () => {
    const claimed = withMark('Printer', null, nameMark('Ada'), 'start');
    assert.equal(withMark('Scanner', claimed, '', 'start').marked, 'Scanner');
    assert.equal(withMark('👀 Ada: Scanner', claimed, nameMark('Bob'), 'start').marked, '👀 Bob: Scanner');
  });
  test('the same in the topic, behind it', () => {
    const claimed = withMark('support@x.example', null, topicMark('Ada'), 'end');
    assert.equal(claimed.marked, 'support@x.example · 👀 Ada');
    assert.equal(withMark('hello · 👀 Ada', claimed, '', 'end').marked, 'hello');
    assert.equal(withMark('', null, topicMark('Ada'), 'end').marked, ' · 👀 Ada');
  });
});

describe('who is meant', () => {
  const members = [
    { user: ada, name: 'Ada Lovelace' },
    { user: '@bob:elsewhere.test' as UserId, name: null },
  ];
  const meant = (text: string) => findAssignee(text, testAccount(), members);
  test('by user id, localpart, configured name and name in the room', () => {
    assert.equal(meant('@alice:matrix.test'), '@alice:matrix.test');
    assert.equal(meant('alice'), '@alice:matrix.test');
    assert.equal(meant('@alice'), '@alice:matrix.test');
    assert.equal(meant('ALICE'), '@alice:matrix.test');
    assert.equal(meant('Ada Lovelace:'), ada);
  });
  test('nobody where there is none, or several', () => {
    assert.equal(meant('carol'), null);
    assert.equal(meant('bob'), null, 'one on each server');
    assert.equal(meant(''), null);
  });
});

describe('lists of threads', () => {
  test('are asked for with arguments in any order', () => {
    const read = (text: string) => readListQuery(text === '' ? [] : text.split(' '), [sales, support]);
    assert.deepEqual(read(''), { kind: 'list', filter: 'all', account: null, page: 1 });
    assert.deepEqual(read('2 Mine sales'), { kind: 'list', filter: 'mine', account: sales, page: 2 });
    assert.deepEqual(read('them'), { kind: 'list', filter: 'them', account: null, page: 1 });
    assert.deepEqual(read('other'), { kind: 'unknown', word: 'other' });
    assert.deepEqual(read('0'), { kind: 'unknown', word: '0' });
  });

  const thread: ListedThread = {
    account: support,
    thread: 't1' as ThreadId,
    room: '!a b:matrix.test' as RoomId,
    subject: 'Crane <b>1</b>',
    who: 'Bob & Co',
    state: 'open',
    waiting: 'us',
    since: new Date('2026-11-20T10:20:30Z'),
    seconds: 50 * 3600,
    claimedBy: null,
  };
  const list = (more: Partial<ThreadList> = {}): ThreadList => ({
    threads: [thread],
    total: 1,
    page: 1,
    pages: 1,
    ...more,
  });
  const voice = (language: Language) => ({ language, zone: UTC, domain: 'matrix.test', nameOf: () => 'Ada' });

  test('each line has subject, who, since when, who has it, and a link', () => {
    const { body, html } = renderList(list(), 'us', voice('en'), '!mail list us');
    assert.deepEqual(body.split('\n'), [
      'Waiting for us: 1',
      '• Crane <b>1</b> – Bob & Co · waiting for us for 2 days · unclaimed – https://matrix.to/#/!a%20b%3Amatrix.test?via=matrix.test',
    ]);
    assert.ok(html.includes('>Crane &lt;b&gt;1&lt;/b&gt;</a> – Bob &amp; Co'));
    assert.ok(!html.includes('<b>'));
  });
  test('a list of pages says how to get the next', () => {
    const several = renderList(list(), 'us', { ...voice('en'), accountOf: (id) => `of ${id}` }, '').body;
    assert.match(several, / – of support · /, 'where there are several accounts');
    const { body } = renderList(list({ total: 41, pages: 3, page: 2 }), 'all', voice('en'), '!mail list all');
    assert.match(body, /^Open: 41, page 2 of 3\n/);
    assert.match(body, /\nMore: !mail list all 3$/);
    const last = renderList(list({ total: 41, pages: 3, page: 3 }), 'all', voice('en'), '!mail list all').body;
    assert.ok(!last.includes('More'));
  });
  test('nothing, no room, no subject, claimed, in each language', () => {
    for (const language of languages) {
      const say = words(language);
      const empty = renderList(list({ threads: [], total: 0 }), 'mine', voice(language), '!mail list mine');
      assert.equal(empty.body, `${say('helpdesk-list-of-mine')}: ${say('helpdesk-nothing')}`);
      const bare = { ...thread, room: null, subject: '\n', who: '', claimedBy: ada };
      const { body } = renderList(list({ threads: [bare] }), 'mine', voice(language), '');
      assert.ok(body.includes(say('helpdesk-no-subject')) && body.includes('👀 Ada') && !body.includes('matrix.to'));
    }
  });
  test('the overview has dates, which stay true, and says how many more there are', () => {
    const { body } = renderOverview(list({ total: 31 }), voice('en'), false);
    assert.match(body, /^31 open conversations\n/);
    assert.match(body, /waiting for us since 2026-11-20 10:20 UTC · unclaimed/);
    assert.match(body, /\nand 30 more: !mail list$/);
    const asking = renderOverview(list({ total: 1 }), voice('en'), true);
    assert.match(asking.body, /\n👀 on its line in the inbox, or !mail claim with its link, takes a conversation/);
    assert.doesNotMatch(renderOverview(list({ threads: [], total: 0 }), voice('en'), true).body, /👀/);
  });
  test('stand in reminders too, with what waits', () => {
    for (const language of languages) {
      const { body } = renderReminders([thread], voice(language));
      assert.ok(body.startsWith(words(language)('helpdesk-remind-team')) && body.includes('Crane'));
    }
  });
});

describe('where a claim is shown', () => {
  const of = (claim: HelpdeskSettings['claim'], open: number, named = false) =>
    placeOfClaim({ claim, claimRooms: 100 }, { open, named });
  test('is what is said, or in names up to a number of conversations', () => {
    assert.deepEqual([of('name', 5_000), of('topic', 5_000), of('hidden', 0, true)], ['name', 'topic', 'hidden']);
    assert.deepEqual([of('auto', 0), of('auto', 100), of('auto', 101)], ['name', 'name', 'hidden']);
  });
  test('a name that shows it keeps it, whatever others come', () => assert.equal(of('auto', 101, true), 'name'));
  test('an overview says it where names do not', () => {
    const wants = (overview: boolean | 'auto', claim: HelpdeskSettings['claim'], open: number, begun = false) =>
      wantsOverview({ overview, claim, claimRooms: 100 }, { open, begun });
    assert.deepEqual([wants(true, 'name', 0), wants(false, 'hidden', 5_000, true)], [true, false]);
    assert.deepEqual([wants('auto', 'name', 5_000), wants('auto', 'topic', 5_000)], [false, false]);
    assert.deepEqual([wants('auto', 'hidden', 0), wants('auto', 'auto', 100)], [true, false]);
    assert.deepEqual([wants('auto', 'auto', 101), wants('auto', 'auto', 5, true)], [true, true]);
  });
});
