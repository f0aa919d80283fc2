import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { HelpdeskSettings } from '../../../src/bridge/account/account.ts';
import type { AccountId, RoomId, UserId } from '../../../src/bridge/types.ts';
import { listThreads } from '../../../src/db/helpdesk-tables/lists.ts';
import { dueWork } from '../../../src/db/helpdesk-tables/timers.ts';
import { updateOverview } from '../../../src/teamwork/overview.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, bob, testAccount } from '../../support/handlers/fixtures.ts';
import { HelpdeskWorld } from '../../support/handlers/helpdesk.ts';
import { HelpdeskTimers } from '../../../src/teamwork/due.ts';

const HOUR = 3_600_000;
const settings: HelpdeskSettings = {
  claim: 'name',
  claimRooms: 100,
  claimFor: 24 * HOUR,
  remindAfter: 4 * HOUR,
  archiveAfter: 30 * 24 * HOUR,
  overview: false,
};
const account = testAccount({ desk: settings });
const sales = testAccount({ id: 'sales' as AccountId, name: 'Sales', desk: { ...settings, claim: 'topic' } });
const eve = '@eve:matrix.test' as UserId;

describe('lists of threads', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let world: HelpdeskWorld;
  let thread: string;
  let room: RoomId;

  beforeEach(async () => {
    test = await server.database();
    world = await HelpdeskWorld.make(test, [account, sales]);
    const arrived = await world.mail('Printer', ['Message-ID: <first@outside.test>']);
    thread = arrived.thread ?? '';
    room = await world.roomOf(thread);
    await world.join(room, alice);
    await world.join(room, bob);
  });
  afterEach(() => world.close());

  const last = (place = room) => world.told(place).at(-1) ?? '';

  it('tell whose turn it is and who has what, to the team alone', async () => {
    await world.say(room, alice, '!mail list us');
    assert.match(last(), /^Waiting for us: 1\n• Printer – Bob · waiting for us for 1 minute · unclaimed – https:/m);
    await world.say(room, alice, '!mail claim');
    await world.say(room, alice, '!mail list mine');
    assert.match(last(), /Open, with you: 1\n• Printer – Bob · .* · 👀 Alice/);
    await world.say(room, bob, '!mail list mine');
    assert.match(last(), /Open, with you: none/);
    await world.say(room, bob, '!mail list printers');
    assert.match(last(), /“printers” is no list/);
  });

  it('name no account that the asker is not of', async () => {
    world.homeserver.rooms.member(room, alice, eve, { membership: 'invite' });
    await world.join(room, eve);
    await world.say(room, eve, '!mail list');
    assert.ok(!last().includes('Printer'));
  });

  it('are pages in the order of waiting, found by an index among 2,000', async () => {
    await world.rows(`INSERT INTO threads (thread, account, subject, opened_by)
      SELECT 'many' || n, 'support', 'Subject ' || n, '' FROM generate_series(1, 2000) n`);
    await world.rows(`INSERT INTO thread_work (thread, account, waiting, since, claimed_by)
      SELECT 'many' || n, 'support', CASE WHEN n % 2 = 0 THEN 'us' ELSE 'them' END, now() - n * interval '1 minute',
        CASE WHEN n % 5 = 0 THEN '${alice}' END FROM generate_series(1, 2000) n`);
    await world.rows('ANALYZE');
    const began = performance.now();
    const query = { accounts: [account.id], who: alice, filter: 'all', page: 1 } as const;
    const list = await listThreads(test.db, query);
    const took = performance.now() - began;
    assert.ok(took < 500, `${took} ms`);
    assert.equal(list.total, 2001);
    assert.equal(list.pages, 101);
    assert.deepEqual(
      list.threads.slice(0, 2).map(({ subject }) => subject),
      ['Subject 2000', 'Subject 1998'],
    );
    const mine = await listThreads(test.db, { ...query, filter: 'mine', page: 999 });
    assert.equal(mine.total, 400);
    assert.equal(mine.page, 20);
    const due = performance.now();
    await dueWork(test.db, [{ account: account.id, ...settings }]);
    assert.ok(performance.now() - due < 500);
  });

  it('stand pinned in the inbox, edited in place while things change', async () => {
    const kept = testAccount({ desk: { ...settings, overview: true } });
    const deps = { ...world.arrivals.deps, failpoint: () => undefined };
    const inbox = (await world.matrix.threadRooms.inbox(account)).room;
    const step = async () => {
      await world.rows(`UPDATE thread_work SET changed_at = now() WHERE thread = '${thread}'`);
      await Promise.all([updateOverview(deps, kept, 0), updateOverview(deps, kept, 0)]);
      await world.pump();
    };
    const overviews = () =>
      world.toldEvents(inbox).filter(({ content }) => /open conversation/.test(String(content['body'])));
    await step();
    assert.equal(overviews().length, 1);
    const [one] = overviews();
    assert.deepEqual(world.state(inbox, 'm.room.pinned_events'), { pinned: [one?.event_id] });
    await step();
    assert.equal(overviews().length, 1, 'nothing changed that it shows');
    await world.say(room, alice, '!mail claim');
    await step();
    const edit = overviews()[1];
    assert.deepEqual(edit?.content['m.relates_to'], { rel_type: 'm.replace', event_id: one?.event_id });
    assert.match(JSON.stringify(edit.content['m.new_content']), /👀 Alice/);
    await updateOverview(deps, kept, 60_000);
    assert.equal((await world.rows(`SELECT edits FROM desk_overviews`))[0]?.['edits'], 1);
  });

  it('stand pinned by itself where more conversations are open than names show, and go on', async () => {
    const inbox = (await world.matrix.threadRooms.inbox(account)).room;
    const timers = (claimRooms: number) => {
      const kept = testAccount({ desk: { ...settings, claim: 'auto', overview: 'auto', claimRooms } });
      const deps = { ...world.arrivals.deps, accounts: new Map([[kept.id, kept]]), failpoint: () => undefined };
      return new HelpdeskTimers(deps).once();
    };
    const overviews = async () => {
      await world.pump();
      return world.toldEvents(inbox).filter(({ content }) => /open conversation/.test(String(content['body']))).length;
    };
    await timers(1);
    assert.equal(await overviews(), 0);
    await timers(0);
    assert.equal(await overviews(), 1);
    await world.say(room, alice, '!mail claim');
    await world.rows(`UPDATE desk_overviews SET written_at = now() - interval '1 hour'`);
    await timers(1);
    assert.equal(await overviews(), 2, 'one that is pinned does not grow old');
  });
});
