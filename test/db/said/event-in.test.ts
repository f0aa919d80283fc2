/** Events that no rule allows, over the real worker. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { EventId, RoomId } from '../../../src/bridge/types.ts';
import { storeEvents } from '../../../src/db/intake-tables/events.ts';
import { Heartbeat } from '../../../src/queue/heartbeat.ts';
import { Worker } from '../../../src/queue/worker.ts';
import { eventIn } from '../../../src/said/event-in.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, teamAccount } from '../../support/handlers/fixtures.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

describe('an event of a room', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let rooms: Rooms;
  let room: RoomId;
  let life: Heartbeat;
  beforeEach(async () => {
    test = await server.database();
    life = await Heartbeat.start(test.db, { leaseMs: 60_000, onError: assert.ifError });
    ({ rooms } = await handlerWorld({ test, accounts: [teamAccount('support')] }));
    room = await rooms.room('support', 'thread');
  });
  afterEach(async () => {
    await life.stop();
    await test.close();
  });

  const store = (id: string, more: Readonly<Record<string, unknown>>, at = room) => {
    const event = id as EventId;
    const content = { msgtype: 'm.text', body: id };
    const raw = { event_id: event, room_id: at, type: 'm.room.message', sender: alice, content, ...more };
    const body = Buffer.from(JSON.stringify(raw));
    const stored = { event, room: at, type: 'm.room.message', sender: alice, body, ignored: null, echoOf: null };
    return test.db.transaction((tx) => storeEvents(tx, [stored]));
  };
  /** Works until nothing waits any more; how often something failed. */
  const work = async (
    accounts: readonly string[] = ['support'],
    deps = rooms.deps,
    handler: ReturnType<typeof eventIn> = eventIn(deps),
  ) => {
    let errors = 0;
    const worker = new Worker(handler, {
      db: test.db,
      log: rooms.deps.log,
      accounts: () => accounts,
      random: () => 0,
      failpoint: () => undefined,
      count: (_queue, end) => (errors += end === 'error' ? 1 : 0),
    });
    await worker.start();
    const waits = async () => {
      const { rows } = await test.db.query(
        `SELECT FROM jobs WHERE queue = 'event-in' AND state = 'ready' AND (account IS NULL OR account = ANY($1))`,
        [accounts],
      );
      return rows.length > 0;
    };
    while (await waits()) await new Promise((resolve) => setImmediate(resolve));
    await worker.stop();
    return errors;
  };
  const states = async () => {
    const { rows } = await test.db.query<{ event: string; state: string }>(
      'SELECT event, state FROM events ORDER BY event',
    );
    return rows.map(({ event, state }) => `${event} ${state}`);
  };
  const mailed = async () => {
    const { rows } = await test.db.query<{ event: string }>('SELECT event FROM outgoing_events ORDER BY event');
    return rows.map(({ event }) => event);
  };
  const heard = async () => {
    const { rows } = await test.db.query<{ body: string }>(
      `SELECT content ->> 'body' AS body FROM matrix_sends WHERE content ->> 'msgtype' = 'm.notice'`,
    );
    return rows.map(({ body }) => body).join('\n');
  };

  it('is set aside at once with a word in its room where its time is no number, and the next one goes on', async () => {
    await store('$1torn', { origin_server_ts: 'yesterday' });
    await store('$2well', { origin_server_ts: 1_700_000_000_000 });
    assert.equal(await work(), 1);
    assert.deepEqual(await states(), ['$1torn quarantined', '$2well done']);
    assert.deepEqual(await mailed(), ['$2well']);
    assert.match(await heard(), /Something went wrong with this: it is not mailed/);
  });

  it('stops nothing behind it, whatever its fields hold that no rule allows', async () => {
    const said = { msgtype: 'm.text', body: 'Torn.' };
    const torn: readonly Readonly<Record<string, unknown>>[] = [
      { origin_server_ts: null },
      { origin_server_ts: [] },
      { origin_server_ts: -1e308 },
      { origin_server_ts: 1e308 },
      { origin_server_ts: '2026-01-01\0' },
      { content: null },
      { content: [] },
      { content: 'text' },
      { content: { msgtype: 'm.text', body: 7 } },
      { content: { msgtype: [], body: 'x' } },
      { content: { ...said, 'm.relates_to': { 'm.in_reply_to': { event_id: '$x\0y' } } } },
      { content: { ...said, 'm.relates_to': { rel_type: 'm.replace', event_id: '$x\0y' }, 'm.new_content': said } },
      { content: { ...said, 'm.relates_to': { rel_type: 'm.replace', event_id: {} }, 'm.new_content': said } },
      { content: { ...said, 'm.relates_to': { rel_type: 'm.replace', event_id: '$x' }, 'm.new_content': [] } },
      { sender: 7 },
      { sender: null },
      { state_key: '' },
      { type: 'm.room.redaction', redacts: { event_id: '$1' } },
      { type: 'm.room.redaction', redacts: '$x\0y' },
      { type: 'm.room.redaction', content: { redacts: [] } },
      { type: 'm.reaction', content: { 'm.relates_to': { rel_type: 'm.annotation', event_id: '$x\0y', key: '✅' } } },
      { type: 'm.reaction', content: { 'm.relates_to': { rel_type: 'm.annotation', event_id: 7, key: {} } } },
      { type: 'm.room.member', state_key: '@a\0b:matrix.test', content: { membership: 'invite' } },
      { type: 'm.room.member', state_key: '', content: { membership: 'join', displayname: {} } },
      { type: 7 },
    ];
    for (const [at, one] of torn.entries()) await store(`$a${String(at).padStart(2, '0')}`, one);
    await store('$well', {});
    await work();
    assert.doesNotMatch((await states()).join('\n'), /waiting/);
    // What has words that can be read is mailed all the same, without what it names wrongly.
    assert.deepEqual(await mailed(), ['$a02', '$a03', '$a10', '$well']);
  });

  /** As the program's, but what is decided waits until so many are: then they end at one moment. */
  const atOneMoment = (count: number, deps = rooms.deps) => {
    const all = Promise.withResolvers<undefined>();
    const batches: number[] = [];
    let decided = 0;
    const handler = eventIn(deps);
    return {
      batches,
      handler: {
        ...handler,
        run: async (...given: Parameters<typeof handler.run>) => {
          const decision = await handler.run(...given);
          decided += 1;
          if (decided >= count) all.resolve(undefined);
          await all.promise;
          return decision;
        },
        writeAll: (...given: Parameters<NonNullable<typeof handler.writeAll>>) => {
          batches.push(given[1].length);
          return handler.writeAll?.(...given) ?? Promise.resolve();
        },
      },
    };
  };
  const transactions = async () => {
    const { rows } = await test.db.query<{ count: number }>(
      'SELECT count(DISTINCT xmin::text)::integer AS count FROM outgoing',
    );
    return rows[0]?.count;
  };

  it('is decided with those of other conversations in one transaction', async () => {
    for (const id of ['$1', '$2', '$3']) await store(id, {}, await rooms.room('support', 'thread'));
    const { handler, batches } = atOneMoment(3);
    assert.equal(await work(['support'], rooms.deps, handler), 0);
    assert.deepEqual(batches, [3]);
    assert.deepEqual([await mailed(), await transactions()], [['$1', '$2', '$3'], 1]);
    const { rows } = await test.db.query(`SELECT FROM jobs WHERE queue = 'mail-out'`);
    assert.equal(rows.length, 3);
  });

  it('costs those of other conversations nothing where it cannot be decided', async () => {
    await store('$1', {}, await rooms.room('support', 'thread'));
    await store('$2torn', { origin_server_ts: 'yesterday' }, await rooms.room('support', 'thread'));
    await store('$3', {}, await rooms.room('support', 'thread'));
    const { handler, batches } = atOneMoment(3);
    assert.equal(await work(['support'], rooms.deps, handler), 1);
    assert.deepEqual(batches, [3]);
    assert.deepEqual([await mailed(), await transactions()], [['$1', '$3'], 2]);
    assert.deepEqual(await states(), ['$1 done', '$2torn quarantined', '$3 done']);
  });

  it('is held by the quota of its author as if one came after the other', async () => {
    const accounts = new Map([...rooms.deps.accounts].map(([id, one]) => [id, { ...one, mailsPerUserDay: 2 }]));
    for (const id of ['$1', '$2', '$3']) await store(id, {}, await rooms.room('support', 'thread'));
    const deps = { ...rooms.deps, accounts };
    const { handler, batches } = atOneMoment(3, deps);
    assert.equal(await work(['support'], deps, handler), 0);
    assert.deepEqual(batches, [3]);
    const { rows } = await test.db.query<{ waits: boolean }>(
      'SELECT not_before IS NOT NULL AS waits FROM outgoing ORDER BY 1',
    );
    assert.deepEqual(
      rows.map(({ waits }) => waits),
      [false, false, true],
    );
  });

  it('is left to others by a process that does not know its account, by its room alone too', async () => {
    await store('$1early', {});
    await test.db.query('UPDATE jobs SET account = NULL');
    const ignorant = { ...rooms.deps, accounts: new Map() };
    await work([], ignorant);
    assert.deepEqual(await states(), ['$1early waiting']);
    await work(['support']);
    assert.deepEqual(await states(), ['$1early done']);
    assert.deepEqual(await mailed(), ['$1early']);
  });
});
