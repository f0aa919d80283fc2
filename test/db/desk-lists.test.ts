import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { DeskSettings } from '../../src/bridge/account.ts';
import type { AccountId, RoomId, UserId } from '../../src/bridge/types.ts';
import { listThreads } from '../../src/db/desk-lists.ts';
import { dueWork } from '../../src/db/desk-timers.ts';
import { updateOverview } from '../../src/jobs/desk-overview.ts';
import { startTestServer } from '../support/database.ts';
import type { TestDatabase, TestServer } from '../support/database.ts';
import { DeskWorld } from '../support/desk-world.ts';
import { alice, bob, testAccount } from '../support/matrix-world.ts';

const HOUR = 3_600_000;
const settings: DeskSettings = {
  claim: 'name',
  claimFor: 24 * HOUR,
  remindAfter: 4 * HOUR,
  archiveAfter: 30 * 24 * HOUR,
  overview: false,
};
const account = testAccount({ desk: settings });
const sales = testAccount({ id: 'sales' as AccountId, name: 'Sales', desk: { ...settings, claim: 'topic' } });
const eve = '@eve:matrix.test' as UserId;

describe('lists of threads', () => {
  let server: TestServer;
  let test: TestDatabase;
  let world: DeskWorld;
  let thread: string;
  let room: RoomId;

  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());
  beforeEach(async () => {
    test = await server.database();
    world = await DeskWorld.make(test, [account, sales]);
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
    assert.match(last(), /^Waiting for us: 1\n• Printer – Bob · waits for us for 1 minute · unclaimed – https:/m);
    await world.say(room, alice, '!mail claim');
    await world.say(room, alice, '!mail list mine');
    assert.match(last(), /Open, yours: 1\n• Printer – Bob · .* · 👀 Alice/);
    await world.say(room, bob, '!mail list mine');
    assert.match(last(), /Open, yours: Nothing\./);
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
    assert.deepEqual(list.threads.slice(0, 2).map(({ subject }) => subject), ['Subject 2000', 'Subject 1998']); // prettier-ignore
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
    const overviews = () => world.toldEvents(inbox).filter(({ content }) => /open conversation/.test(String(content['body']))); // prettier-ignore
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
});
