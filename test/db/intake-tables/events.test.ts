import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AccountId, EventId, RoomId, UserId } from '../../../src/bridge/types.ts';
import {
  countPoison,
  knownEvents,
  loadEvent,
  readBackDone,
  readBackMark,
  settleEvent,
  storeTransaction,
} from '../../../src/db/intake-tables/events.ts';
import type { NewEvent } from '../../../src/db/intake-tables/events.ts';
import { eachDatabase } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const event = (id: string, room = '!r:x', more: Partial<NewEvent> = {}): NewEvent => ({
  event: id as EventId,
  room: room as RoomId,
  type: 'm.room.message',
  sender: '@u:x' as UserId,
  body: bytes(`{"event_id":"${id}"}`),
  ignored: null,
  echoOf: null,
  ...more,
});

describe('storeTransaction', () => {
  let test: TestDatabase;

  eachDatabase((given) => {
    test = given;
  });

  const jobs = async () =>
    (
      await test.db.query<{ key: string; subject: string; account: string | null }>(
        `SELECT key, subject, account FROM jobs WHERE queue = 'event-in' ORDER BY job`,
      )
    ).rows;

  it('stores each event once, with its job in the order of the transaction', async () => {
    const all = ['$c', '$a', '$b', '$d'].map((id, n) => event(id, n % 2 === 0 ? '!even' : '!odd'));
    const first = await storeTransaction(test.db, '1', all.slice(0, 3), []);
    assert.deepEqual(first, { fresh: 3, poison: 0, fell: null });
    assert.deepEqual(await storeTransaction(test.db, '1', all.slice(0, 3), []), {
      fresh: 0,
      poison: 0,
      fell: null,
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

  const fell = async (txn: string, ...ids: string[]) =>
    (
      await storeTransaction(
        test.db,
        txn,
        ids.map((id) => event(id)),
        [],
      )
    ).fell;

  it('tells when the transaction ids fall, or an id comes again with other events', async () => {
    assert.equal(await fell('41', '$a'), null);
    assert.equal(await fell('42', '$b'), null);
    assert.equal(await fell('42', '$b'), null);
    assert.equal(await fell('1', '$c'), 'anew');
    assert.equal(await fell('2', '$d'), null);
    assert.equal(await fell('2', '$e'), 'anew');
    assert.equal(await fell('m1234', '$f'), null);
    assert.equal(await fell('1', '$g'), null, 'there is nothing to compare a count with');
  });

  it('takes a transaction that comes again late, or twice at a time, for no new count', async () => {
    for (const [txn, id] of [
      ['41', '$a'],
      ['42', '$b'],
      ['43', '$c'],
    ] as const) {
      assert.equal(await fell(txn, id), null);
    }
    // A proxy held one back; Synapse ran two retries side by side; an empty one is of ephemeral data alone.
    for (const [txn, ids] of [
      ['41', ['$a']],
      ['42', ['$b']],
      ['43', ['$c']],
      ['42', []],
    ] as const) {
      assert.equal(await fell(txn, ...ids), null, txn);
    }
    assert.equal(await fell('44', '$d'), null, 'what came late is not what it is compared with');
    assert.equal((await readBackMark(test.db)).before > new Date(Date.now() - 60_000), true);
    const { rows } = await test.db.query('SELECT FROM transactions WHERE fallen');
    assert.equal(rows.length, 0, 'no room is read back for it');
  });

  it('compares with what came since the count began last, and goes on after the rooms were read back', async () => {
    for (let n = 1; n <= 5; n++) await fell(String(n), `$first${String(n)}`);
    assert.equal(await fell('1', '$second1'), 'anew');
    await readBackDone(test.db, await readBackMark(test.db));
    for (let n = 2; n <= 4; n++) assert.equal(await fell(String(n), `$second${String(n)}`), null);
    assert.equal(await fell('3', '$second3'), null);
    assert.equal(await fell('2', '$third'), 'anew');
  });

  it('reads back, and claims nothing, where an id is between those that came', async () => {
    for (const txn of ['41', '42', '44']) await fell(txn, `$e${txn}`);
    assert.equal(await fell('43', '$e43'), 'unclear');
    assert.ok((await readBackMark(test.db)).before <= new Date());
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
