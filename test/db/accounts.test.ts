import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { AccountId } from '../../src/bridge/types.ts';
import {
  accountStandings,
  allowOneLogin,
  assertEpoch,
  claimLeases,
  countRefusedLogin,
  ensureAccounts,
  forgetRefusedLogins,
  releaseLease,
  renewLeases,
  setAccountState,
  type Lease,
} from '../../src/db/accounts.ts';
import type { Database } from '../../src/db/pool.ts';
import { LeaseLostError } from '../../src/errors.ts';
import { startTestServer, type TestServer } from '../support/database.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(() => server.stop());

const support = 'support' as AccountId;
const info = 'info' as AccountId;
const both = [
  { account: support, fingerprint: 'one' },
  { account: info, fingerprint: 'two' },
];

async function withAccounts(work: (db: Database) => Promise<void>): Promise<void> {
  const database = await server.database();
  const { db } = database;
  try {
    await ensureAccounts(db, [
      { account: support, firstStartDays: 0 },
      { account: info, firstStartDays: 30 },
    ]);
    await work(db);
  } finally {
    await database.close();
  }
}

async function claimSupport(
  db: Database,
  owner: string = randomUUID(),
  fingerprint = 'one',
): Promise<Lease | undefined> {
  return (await claimLeases(db, owner, [{ account: support, fingerprint }], 60_000))[0];
}

test('an account keeps the start that it was given first', () =>
  withAccounts(async (db) => {
    await ensureAccounts(db, [{ account: info, firstStartDays: 0 }]);
    const { rows } = await db.query<{ days: number }>(
      `SELECT round(extract(epoch FROM now() - started_at) / 86400) AS days FROM accounts ORDER BY account`,
    );
    assert.deepEqual(rows, [{ days: 30 }, { days: 0 }]);
  }));

test('of many who ask at once exactly one gets each lease', () =>
  withAccounts(async (db) => {
    const claims = await Promise.all(Array.from({ length: 8 }, () => claimLeases(db, randomUUID(), both, 60_000)));
    const leases = claims.flat();
    assert.deepEqual(leases.map(({ account }) => account).sort(), [info, support]);
    assert.ok(leases.every(({ epoch }) => epoch === 1));
  }));

test('a lease lasts while it is renewed, and falls to another when it ran out', () =>
  withAccounts(async (db) => {
    const lease = await claimSupport(db);
    assert.ok(lease);
    assert.equal(await claimSupport(db), undefined);
    await db.query(`UPDATE accounts SET lease_until = now() - interval '1 second'`);
    assert.deepEqual(await renewLeases(db, [lease], 60_000), new Set([support]));
    assert.equal(await claimSupport(db), undefined);
    await db.query(`UPDATE accounts SET lease_until = now() - interval '1 second'`);
    const next = await claimSupport(db);
    assert.equal(next?.epoch, 2);
    assert.deepEqual(await renewLeases(db, [lease], 60_000), new Set());
  }));

test('who was overtaken can write nothing', () =>
  withAccounts(async (db) => {
    const lease = await claimSupport(db);
    assert.ok(lease);
    await db.transaction((tx) => assertEpoch(tx, lease));
    await releaseLease(db, lease);
    assert.ok(await claimSupport(db));
    await assert.rejects(
      db.transaction((tx) => assertEpoch(tx, lease)),
      LeaseLostError,
    );
    await assert.rejects(setAccountState(db, lease, 'connected', null), LeaseLostError);
    await assert.rejects(countRefusedLogin(db, lease), LeaseLostError);
    await releaseLease(db, lease);
    assert.equal(await claimSupport(db), undefined, 'a release by the loser frees nothing');
  }));

test('nobody takes a lease between its assertion and the commit', () =>
  withAccounts(async (db) => {
    const lease = await claimSupport(db);
    assert.ok(lease);
    await db.query(`UPDATE accounts SET lease_until = now() - interval '1 second'`);
    await db.transaction(async (tx) => {
      await assertEpoch(tx, lease);
      assert.equal(await claimSupport(db), undefined);
    });
    assert.ok(await claimSupport(db));
  }));

test('three refusals end the tries for this login; another one begins anew', () =>
  withAccounts(async (db) => {
    const lease = await claimSupport(db);
    assert.ok(lease);
    assert.deepEqual(
      [await countRefusedLogin(db, lease), await countRefusedLogin(db, lease), await countRefusedLogin(db, lease)],
      [1, 2, 3],
    );
    await setAccountState(db, lease, 'bad-credentials', 'login-refused');
    await releaseLease(db, lease);
    const [, standing] = await accountStandings(db);
    assert.deepEqual([standing?.state, standing?.reason], ['bad-credentials', 'login-refused']);
    assert.equal(await claimSupport(db), undefined);
    const other = await claimSupport(db, randomUUID(), 'another password');
    assert.ok(other);
    assert.equal(await countRefusedLogin(db, other), 1);
  }));

test('a start by hand is one more try; an accepted login forgets the refusals', () =>
  withAccounts(async (db) => {
    const lease = await claimSupport(db);
    assert.ok(lease);
    for (let tries = 0; tries < 3; tries++) await countRefusedLogin(db, lease);
    await releaseLease(db, lease);
    await allowOneLogin(db, [support]);
    const again = await claimSupport(db);
    assert.ok(again);
    assert.equal(await countRefusedLogin(db, again), 3);
    await forgetRefusedLogins(db, support);
    assert.equal(await countRefusedLogin(db, again), 1);
  }));

test('since when an account is in a state does not move while it stays there', () =>
  withAccounts(async (db) => {
    const lease = await claimSupport(db);
    assert.ok(lease);
    await setAccountState(db, lease, 'transient', 'ECONNREFUSED');
    const [, first] = await accountStandings(db);
    await setAccountState(db, lease, 'transient', 'ECONNRESET');
    const [, second] = await accountStandings(db);
    assert.deepEqual(second?.since, first?.since);
    assert.equal(second?.reason, 'ECONNRESET');
    await releaseLease(db, lease);
    assert.equal((await accountStandings(db))[1]?.state, 'stopped');
  }));
