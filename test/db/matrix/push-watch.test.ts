/**
 * What a homeserver never pushes: found by reading rooms back, over stand-ins that lose it as Synapse, tuwunel and
 * Dendrite do.
 */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { RoomId, ThreadId } from '../../../src/bridge/types.ts';
import { purgeEvents } from '../../../src/db/purge.ts';
import type { RoomRow } from '../../../src/db/room-tables/rooms.ts';
import { DurableAppService } from '../../../src/matrix/appservice.ts';
import { storePushed } from '../../../src/matrix/intake.ts';
import { PushWatch } from '../../../src/matrix/push-watch.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { StandInHomeserver } from '../../support/homeserver.ts';
import type { HomeserverOptions } from '../../support/homeserver.ts';
import { alice, quiet, testAccount } from '../../support/handlers/fixtures.ts';
import { matrixWorld } from '../../support/handlers/matrix.ts';
import type { MatrixWorld } from '../../support/handlers/matrix.ts';

const account = testAccount({ invite: 'nobody' });
const DAY = 86_400_000;
const EVERY = 300_000;

describe('what a homeserver never pushes', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let homeserver: StandInHomeserver;
  let world: MatrixWorld;
  let service: DurableAppService;
  let watch: PushWatch;
  /** Pushes are answered with 500. */
  let refuses: boolean;
  let found: number;
  let ready: boolean;

  beforeEach(async () => {
    [refuses, found, ready] = [false, 0, true];
    test = await server.database();
    await test.db.query(`INSERT INTO accounts (account) VALUES ('support')`);
  });
  afterEach(async () => {
    await homeserver.stop();
    await service.close();
    await world.close();
    await test.close();
  });

  async function begin(options: Partial<HomeserverOptions> = {}): Promise<void> {
    homeserver = await new StandInHomeserver({ asToken: 'as', hsToken: 'hs', ...options }).start();
    world = matrixWorld(homeserver.url, test);
    watch = another();
    service = new DurableAppService({
      hsToken: 'hs',
      store: (txn, transaction) =>
        refuses
          ? Promise.reject(new Error('no database'))
          : storePushed({ db: test.db, codec: world.codec, followers: () => new Map() }, txn, transaction),
      aliasExists: () => Promise.resolve(false),
      userExists: () => Promise.resolve(false),
      onFallen: () => assert.fail('its ids tell nothing'),
      onRefused: (rooms) => watch.refused(rooms),
      onStored: () => watch.taken(),
      log: quiet,
    });
    await service.listen(0, '127.0.0.1');
    homeserver.pushTo(`http://127.0.0.1:${String(service.port)}`);
    await world.ghosts.startBot('Mailroom');
  }

  /** The watch of another process. */
  const another = () =>
    new PushWatch({
      ...{ client: world.client, db: test.db, codec: world.codec, log: quiet, signal: new AbortController().signal },
      ...{ everyMs: EVERY, keepMs: 30 * DAY, isReady: () => ready, onFound: (events) => (found += events) },
    });

  async function room(n: number): Promise<RoomRow> {
    const thread = n.toString(16).padStart(32, '0') as ThreadId;
    await test.db.query(`INSERT INTO threads (thread, account, subject, opened_by) VALUES ($1, 'support', '', '')`, [
      thread,
    ]);
    const facts = () => Promise.resolve({ subject: `Room ${String(n)}`, people: [] });
    const row = await world.threadRooms.room(account, thread, facts);
    homeserver.rooms.member(row.room, alice, alice, { membership: 'invite' });
    homeserver.rooms.member(row.room, alice, alice, { membership: 'join' });
    await homeserver.push();
    return row;
  }

  const stored = async (id: RoomId) =>
    (await test.db.query<{ event: string }>('SELECT event FROM events WHERE room = $1', [id])).rows.map(
      ({ event }) => event,
    );
  const jobs = async (id: RoomId) =>
    (
      await test.db.query<{ subject: string }>(
        `SELECT subject FROM jobs WHERE key = $1 AND queue = 'event-in' ORDER BY job`,
        [id],
      )
    ).rows.map(({ subject }) => subject);
  /** So much time passes for the rooms, and nothing else. */
  const passes = (interval: string) =>
    test.db.query(
      `UPDATE rooms SET at = at - $1::interval, last_event_at = last_event_at - $1::interval,
         read_at = read_at - $1::interval, read_tried_at = read_tried_at - $1::interval`,
      [interval],
    );
  const asked = (id?: RoomId) =>
    homeserver.requests.filter((one) => one.endsWith('/messages') && one.includes(id ?? '')).length;

  it('is found at once where a push was refused and nothing more is pushed', async () => {
    await begin({ pushes: 'tuwunel' });
    const { room: there } = await room(1);
    refuses = true;
    const said = homeserver.say(there, alice, 'Is anybody there?');
    await homeserver.push();
    assert.equal(homeserver.waiting, 1, 'it is kept until there is another event');
    refuses = false;
    await watch.turn();
    assert.ok((await stored(there)).includes(said.event_id));
    assert.equal(found, 1);
  });

  it('is found in each room where a restart lost what was queued while pushes were refused', async () => {
    await begin({ pushes: 'tuwunel' });
    const rows = await Promise.all([1, 2, 3].map(room));
    refuses = true;
    const lost = Array.from({ length: 70 }, (_, n) => {
      const { room: id } = rows[n % 3] ?? assert.fail();
      return homeserver.say(id, alice, `While nobody listened ${String(n)}`);
    });
    await homeserver.push();
    refuses = false;
    homeserver.restart({ loseQueue: true });
    const after = rows.map(({ room: id }) => homeserver.say(id, alice, 'After it.'));
    await homeserver.push();
    assert.equal(homeserver.waiting, 0);
    const known = (await Promise.all(rows.map(({ room: id }) => stored(id)))).flat();
    assert.equal(lost.filter(({ event_id: id }) => known.includes(id)).length, 50);
    assert.ok(after.every(({ event_id: id }) => known.includes(id)));
    await watch.turn();
    const now = (await Promise.all(rows.map(({ room: id }) => jobs(id)))).flat();
    for (const { event_id: id } of [...lost, ...after]) assert.equal(now.filter((one) => one === id).length, 1, id);
    assert.equal(found, 20);
  });

  it('is found by the timer where a short restart lost it and the ids go on', async () => {
    await begin();
    const { room: there } = await room(1);
    await passes('6 minutes');
    await watch.turn();
    refuses = true;
    const lost = homeserver.say(there, alice, 'Lost.');
    await new Promise((resolve) => setTimeout(resolve, 20));
    homeserver.restart({ loseQueue: true, idsGoOn: true });
    await homeserver.push();
    refuses = false;
    // As where nobody was refused anything.
    watch = another();
    const next = homeserver.say(there, alice, 'Next.');
    await homeserver.push();
    assert.deepEqual((await jobs(there)).slice(-1), [next.event_id]);
    await passes('4 minutes');
    await watch.turn();
    assert.ok(!(await stored(there)).includes(lost.event_id), 'not before its time');
    await passes('2 minutes');
    await watch.turn();
    assert.deepEqual((await jobs(there)).slice(-2), [next.event_id, lost.event_id]);
  });

  it('is a redaction on Dendrite, found by the timer', async () => {
    await begin();
    homeserver.pushesRedactions = false;
    const { room: there } = await room(1);
    const said = homeserver.say(there, alice, 'Never mind.');
    await homeserver.push();
    await passes('6 minutes');
    await watch.turn();
    const redaction = homeserver.rooms.redact(there, alice, said.event_id, undefined);
    const next = homeserver.say(there, alice, 'Something else.');
    await homeserver.push();
    await passes('6 minutes');
    await watch.turn();
    assert.deepEqual((await jobs(there)).slice(-2), [next.event_id, redaction.event_id]);
  });

  it('is not found again when what was known is forgotten', async () => {
    await begin();
    const { room: there } = await room(1);
    await passes('6 minutes');
    await watch.turn();
    homeserver.pushesRedactions = false;
    const said = homeserver.say(there, alice, 'First.');
    homeserver.rooms.redact(there, alice, said.event_id, undefined);
    homeserver.say(there, alice, 'Last.');
    await homeserver.push();
    await passes('6 minutes');
    await watch.turn();
    assert.equal(found, 1);
    // All is decided, and forgotten but for the last known event of each room.
    await test.db.query(`UPDATE events SET state = 'done', received_at = received_at - interval '40 days'`);
    await test.db.query('DELETE FROM jobs');
    await passes('40 days');
    while ((await purgeEvents(test.db, 30 * DAY)) > 0);
    await watch.turn();
    assert.equal(asked(there), 3);
    assert.deepEqual([found, await jobs(there)], [1, []]);
  });

  it('costs one request a room in its time, whoever asks', async () => {
    await begin();
    const { room: there } = await room(1);
    for (const { minutes, requests, why } of [
      { minutes: 0, requests: 0, why: 'it was made just now' },
      { minutes: 6, requests: 1, why: 'its time has come' },
      { minutes: 4, requests: 0, why: 'it was read four minutes ago' },
      { minutes: 2, requests: 1, why: 'six minutes ago' },
      { minutes: 200, requests: 1, why: 'nobody looked for long' },
      { minutes: 15, requests: 0, why: 'it is quiet for hours, and read every twenty minutes' },
      { minutes: 10, requests: 1, why: 'twenty-five minutes' },
    ]) {
      const before = asked(there);
      await passes(`${String(minutes)} minutes`);
      await Promise.all([watch.turn(), another().turn(), another().turn()]);
      assert.equal(asked(there) - before, requests, why);
    }
  });

  it('waits while events of the room are being pushed, but not for ever', async () => {
    await begin();
    const { room: there } = await room(1);
    for (const { minutes, requests } of [
      { minutes: 6, requests: 0 },
      { minutes: 5, requests: 1 },
    ]) {
      await passes(`${String(minutes)} minutes`);
      homeserver.say(there, alice, 'And another thing.');
      await homeserver.push();
      const before = asked(there);
      await watch.turn();
      assert.equal(asked(there) - before, requests);
    }
  });

  it('is looked for in so many rooms at a time, and in none before the bot can act', async () => {
    await begin();
    await room(1);
    await test.db.query(
      `INSERT INTO rooms (room, account, kind, alias, state, generation, at)
       SELECT '!gone' || n, 'support', 'lobby', 'a' || n, 'active', n, now() - interval '1 day'
       FROM generate_series(1, 80) n`,
    );
    ready = false;
    await watch.turn();
    assert.equal(asked(), 0);
    ready = true;
    await watch.turn();
    assert.equal(asked(), 50);
    // Those that the bot may not read are not asked again before their time.
    await watch.turn();
    assert.equal(asked(), 80);
    await watch.turn();
    assert.equal(asked(), 80);
  });

  it('is looked for later where the homeserver has enough of us', async () => {
    await begin();
    const rows = await Promise.all([1, 2, 3].map(room));
    await passes('6 minutes');
    homeserver.failNext(/messages$/, { status: 429, errcode: 'M_LIMIT_EXCEEDED', retryAfterMs: 1 }, 2);
    await watch.turn();
    const before = asked();
    assert.ok(before <= 3);
    await watch.turn();
    for (const { room: id } of rows) assert.ok(asked(id) > 0);
  });
});
