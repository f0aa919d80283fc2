import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { AccountId, EventId, RoomId, UserId } from '../../src/bridge/types.ts';
import {
  countPoison,
  knownEvents,
  loadEvent,
  readBackDone,
  readBackMark,
  settleEvent,
  storeTransaction,
} from '../../src/db/events.ts';
import type { NewEvent } from '../../src/db/events.ts';
import { startTestServer } from '../support/database.ts';
import type { TestDatabase, TestServer } from '../support/database.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const event = (id: string, room = '!r:x', more: Partial<NewEvent> = {}): NewEvent => ({
  event: id as EventId,
  room: room as RoomId,
  type: 'm.room.message',
  sender: '@u:x' as UserId,
  body: bytes(`{"event_id":"${id}"}`),
  ignored: null,
  ...more,
});

describe('storeTransaction', () => {
  let server: TestServer;
  let test: TestDatabase;

  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());
  beforeEach(async () => {
    test = await server.database();
  });
  afterEach(() => test.close());

  const jobs = async () =>
    (
      await test.db.query<{ key: string; subject: string; account: string | null }>(
        `SELECT key, subject, account FROM jobs WHERE queue = 'event-in' ORDER BY job`,
      )
    ).rows;

  it('stores each event once, with its job in the order of the transaction', async () => {
    const all = ['$c', '$a', '$b', '$d'].map((id, n) => event(id, n % 2 === 0 ? '!even' : '!odd'));
    const first = await storeTransaction(test.db, '1', all.slice(0, 3), []);
    assert.deepEqual(first, { fresh: 3, poison: 0, restarted: false });
    assert.deepEqual(await storeTransaction(test.db, '1', all.slice(0, 3), []), {
      fresh: 0,
      poison: 0,
      restarted: false,
    });
    assert.equal((await storeTransaction(test.db, '2', all, [])).fresh, 1);
    assert.deepEqual(
      (await jobs()).map(({ key, subject }) => `${key} ${subject}`),
      ['!even $c', '!odd $a', '!even $b', '!odd $d'],
    );
  });

  it('takes the same event twice in one transaction as one', async () => {
    assert.equal((await storeTransaction(test.db, '1', [event('$a'), event('$a')], [])).fresh, 1);
    assert.equal((await jobs()).length, 1);
  });

  it('gives an ignored event no job, and keeps its reason', async () => {
    await storeTransaction(test.db, '1', [event('$a', '!r:x', { ignored: 'unread-type' })], []);
    assert.deepEqual(await jobs(), []);
    assert.equal((await loadEvent(test.db, '$a' as EventId))?.state, 'ignored');
  });

  it('knows the account of a known room and moves its last event', async () => {
    await test.db.query(
      `INSERT INTO rooms (room, account, kind, alias, state) VALUES ('!r:x', 'support', 'space', 'a', 'active')`,
    );
    await storeTransaction(test.db, '1', [event('$a'), event('$b')], []);
    assert.deepEqual(
      (await jobs()).map(({ account }) => account),
      ['support', 'support'],
    );
    const stored = await loadEvent(test.db, '$a' as EventId);
    assert.equal(stored?.account, 'support' as AccountId);
    const { rows } = await test.db.query<{ last_event: string }>('SELECT last_event FROM rooms');
    assert.equal(rows[0]?.last_event, '$b');
    await storeTransaction(test.db, '2', [event('$a')], []);
    assert.equal(
      (await test.db.query<{ last_event: string }>('SELECT last_event FROM rooms')).rows[0]?.last_event,
      '$b',
    );
  });

  it('keeps bytes that text and jsonb refuse', async () => {
    const body = bytes('{"body":"a\\u0000b","n":1e999}');
    await storeTransaction(
      test.db,
      '1',
      [event('$a', '!r:x', { body })],
      [{ reason: 'not-json', body: new Uint8Array([0, 255, 0]) }],
    );
    assert.deepEqual((await loadEvent(test.db, '$a' as EventId))?.body, Buffer.from(body));
    assert.equal(await countPoison(test.db), 1);
  });

  it('tells when the transaction ids fall, or an id comes again with other events', async () => {
    const restarted = async (txn: string, id: string) =>
      (await storeTransaction(test.db, txn, [event(id)], [])).restarted;
    assert.equal(await restarted('41', '$a'), false);
    assert.equal(await restarted('42', '$b'), false);
    assert.equal(await restarted('42', '$b'), false);
    assert.equal(await restarted('1', '$c'), true);
    assert.equal(await restarted('2', '$d'), false);
    assert.equal(await restarted('2', '$e'), true);
    assert.equal(await restarted('m1234', '$f'), false);
  });

  it('remembers a fall until the rooms were read back, for what was known before it', async () => {
    await storeTransaction(test.db, '41', [event('$a')], []);
    await storeTransaction(test.db, '1', [event('$b')], []);
    await storeTransaction(test.db, '2', [event('$c')], []);
    const mark = await readBackMark(test.db);
    const known = await knownEvents(test.db, ['$a', '$b', '$c'] as EventId[]);
    assert.deepEqual(
      [...known].filter(([, at]) => at < mark.before).map(([id]) => id),
      ['$a'],
    );
    assert.deepEqual(await readBackMark(test.db), mark);
    await readBackDone(test.db, mark);
    assert.ok((await readBackMark(test.db)).before > mark.before);
  });

  it('wakes the workers at commit', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    await test.db.listen('mailroom_jobs', resolve);
    await storeTransaction(test.db, '1', [event('$a')], []);
    assert.equal(await promise, 'event-in');
  });

  it('writes down what became of an event', async () => {
    await storeTransaction(test.db, '1', [event('$a')], []);
    await settleEvent(test.db, '$a' as EventId, 'ignored', 'unknown-room');
    assert.equal((await loadEvent(test.db, '$a' as EventId))?.state, 'ignored');
    assert.equal(await loadEvent(test.db, '$none' as EventId), null);
    assert.deepEqual([...(await knownEvents(test.db, ['$a', '$none'] as EventId[])).keys()], ['$a']);
  });
});
