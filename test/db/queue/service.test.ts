import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Database } from '../../../src/db/pool.ts';
import { Heartbeat } from '../../../src/queue/heartbeat.ts';
import { lastReturn, sparedAccounts, takeReturn, unservedAccounts } from '../../../src/queue/service.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

const HOUR = 3_600_000;

describe('which accounts are served', () => {
  const server = suiteServer();
  let test: TestDatabase;
  const open: Database[] = [];
  beforeEach(async () => {
    test = await server.database();
  });
  afterEach(async () => {
    for (const db of open.splice(0)) await db.close();
    await test.close();
  });
  const serve = (...accounts: string[]) => {
    const db = new Database({ url: test.url, onError: () => undefined });
    open.push(db);
    return Heartbeat.start(db, { leaseMs: 60_000, accounts, unservedMs: HOUR, onError: assert.ifError });
  };
  const hoursPass = async (hours: number) => {
    await test.db.query(`UPDATE account_service SET served_at = served_at - $1 * interval '1 hour'`, [hours]);
    await test.db.query(`UPDATE processes SET alive_until = alive_until - $1 * interval '1 hour'`, [hours]);
  };
  const unserved = async () => (await unservedAccounts(test.db, HOUR)).map(({ account }) => account);
  const take = (account: string) => test.db.transaction((tx) => takeReturn(tx, account));

  it('is unserved an hour after the last process that had it stopped, and not before', async () => {
    const both = await serve('a', 'b');
    const one = await serve('b');
    await both.stop();
    await test.db.query(`UPDATE account_service SET served_at = now() - interval '59 minutes' WHERE account = 'a'`);
    assert.deepEqual(await unserved(), []);
    assert.deepEqual(await sparedAccounts(test.db, HOUR), ['a']);
    await test.db.query(`UPDATE account_service SET served_at = now() - interval '61 minutes' WHERE account = 'a'`);
    assert.deepEqual(await unserved(), ['a']);
    await one.stop();
  });

  it('counts from the last heartbeat of a process that was killed', async () => {
    const killed = await serve('a');
    await hoursPass(2);
    assert.deepEqual(await unserved(), ['a']);
    await killed.stop();
  });

  it('notes the return of an unserved account once, and none of one that was away for less', async () => {
    const before = await serve('a', 'b');
    await before.stop();
    await test.db.query(`UPDATE account_service SET served_at = now() - interval '2 hours' WHERE account = 'a'`);
    const [one, two] = await Promise.all([serve('a', 'b'), serve('a', 'b')]);
    const noted = await take('a');
    assert.ok(noted !== null && noted.at.getTime() - noted.from.getTime() > HOUR);
    assert.deepEqual([await take('a'), await take('b')], [null, null]);
    assert.deepEqual(await lastReturn(test.db, 'a'), noted);
    await Promise.all([one.stop(), two.stop()]);
  });

  it('has nothing to note for an account that is new', async () => {
    const life = await serve('new');
    assert.deepEqual([await take('new'), await unserved()], [null, []]);
    await life.stop();
  });
});
