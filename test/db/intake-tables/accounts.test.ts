import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { AccountId } from '../../../src/bridge/types.ts';
import {
  accountStandings,
  allowLogins,
  assertEpoch,
  claimLeases,
  connectNow,
  countRefusedLogin,
  ensureAccounts,
  forgetRefusedLogins,
  releaseLease,
  renewLeases,
  setAccountState,
  type ClaimedLease,
} from '../../../src/db/intake-tables/accounts.ts';
import {
  beginHistory,
  dropHistory,
  endHistory,
  historyStandings,
  noteHistoryTrouble,
  openHistories,
} from '../../../src/db/archive-tables/histories.ts';
import type { Database } from '../../../src/db/pool.ts';
import { LeaseLostError } from '../../../src/base/errors.ts';
import { suiteServer } from '../../support/suite.ts';

const server = suiteServer();

const support = 'support' as AccountId;
const info = 'info' as AccountId;
const both = [
  { account: support, login: { make: 'one', known: ['one'] } },
  { account: info, login: { make: 'two', known: ['two'] } },
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
  make = 'one',
  ...before: string[]
): Promise<ClaimedLease | undefined> {
  return (await claimLeases(db, owner, [{ account: support, login: { make, known: [make, ...before] } }], 60_000))[0];
}

test('an account keeps the time of its first start', () =>
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

test('a process whose lease another one took can write nothing', () =>
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
    await assert.rejects(countRefusedLogin(db, lease, []), LeaseLostError);
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

test('a refused login rests for its pause, whoever asks; another one begins anew', () =>
  withAccounts(async (db) => {
    const lease = await claimSupport(db);
    assert.ok(lease);
    assert.equal(lease.refusals, 0);
    assert.equal(await countRefusedLogin(db, lease, [0, 60_000]), 1);
    await setAccountState(db, lease, 'bad-credentials', 'login-refused');
    await releaseLease(db, lease);
    const again = await claimSupport(db);
    assert.ok(again, 'its pause is over');
    assert.equal(again.refusals, 1);
    assert.equal(await countRefusedLogin(db, again, [0, 60_000]), 2);
    await releaseLease(db, again);
    const [, standing] = await accountStandings(db);
    assert.deepEqual([standing?.state, standing?.reason], ['bad-credentials', 'login-refused']);
    assert.ok((standing?.retryAt?.getTime() ?? 0) > Date.now() + 30_000);
    assert.equal(await claimSupport(db), undefined);
    assert.equal(await claimSupport(db, randomUUID(), 'under a new key', 'one'), undefined, 'it is the same login');
    const other = await claimSupport(db, randomUUID(), 'another password');
    assert.ok(other);
    assert.equal(await countRefusedLogin(db, other, [0]), 1);
  }));

test('behind the last pause a login is tried again when a person asks, and not by itself', () =>
  withAccounts(async (db) => {
    const lease = await claimSupport(db);
    assert.ok(lease);
    await countRefusedLogin(db, lease, []);
    await setAccountState(db, lease, 'bad-credentials', 'login-refused');
    await releaseLease(db, lease);
    const [, standing] = await accountStandings(db);
    assert.equal(standing?.retryAt, null);
    assert.equal(await claimSupport(db), undefined);
    assert.deepEqual(await connectNow(db, [support]), [support]);
    assert.ok(await claimSupport(db));
  }));

test('a start by hand lets a refused login be tried again, not sooner than the first pause after its last try', () =>
  withAccounts(async (db) => {
    const lease = await claimSupport(db);
    assert.ok(lease);
    await countRefusedLogin(db, lease, []);
    await releaseLease(db, lease);
    await allowLogins(db, [support], 60_000);
    assert.equal(await claimSupport(db), undefined, 'a supervisor that restarts a failing program');
    await allowLogins(db, [support], 0);
    const again = await claimSupport(db);
    assert.ok(again);
    assert.equal(await countRefusedLogin(db, again, []), 2);
    await forgetRefusedLogins(db, support);
    assert.equal(await countRefusedLogin(db, again, []), 1);
  }));

test('mailboxes that are not read are kept beside the state, and the time runs anew when that changes', () =>
  withAccounts(async (db) => {
    const lease = await claimSupport(db);
    assert.ok(lease);
    await setAccountState(db, lease, 'connected', null);
    const [, well] = await accountStandings(db);
    await setAccountState(db, lease, 'connected', 'mailbox-unavailable', ['INBOX', 'Orders']);
    const [, unread] = await accountStandings(db);
    assert.ok(unread);
    assert.deepEqual(unread.troubled, ['INBOX', 'Orders']);
    assert.ok(well !== undefined && unread.since > well.since);
    assert.deepEqual(await connectNow(db, [support]), [], 'it is connected');
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

test('history is brought in once, for an account that was never connected', () =>
  withAccounts(async (db) => {
    const wanted = async () =>
      (await db.query<{ account: string }>('SELECT account FROM histories ORDER BY account')).rows.map(
        (row) => row.account,
      );
    const ensure = (...accounts: AccountId[]) =>
      ensureAccounts(
        db,
        accounts.map((account) => ({ account, firstStartDays: 0, history: true })),
      );
    // An import has made the row of one that no mailbox was ever read of.
    await ensure(info);
    assert.deepEqual(await wanted(), [info]);
    await db.query(
      `INSERT INTO mailboxes (account, mailbox, role, uidvalidity, next_uid)
       VALUES ('support', 'INBOX', 'watched', 1, 1)`,
    );
    await ensure(info, support);
    assert.deepEqual(await wanted(), [info]);
    const since = new Date('2026-01-01T00:00:00Z');
    assert.deepEqual(await openHistories(db, [info, support]), [], 'it is not connected yet');
    await db.query(`UPDATE accounts SET state = 'connected'`);
    await db.query(
      `INSERT INTO rooms (room, account, kind, alias, state)
       VALUES ('!space:x', 'info', 'space', '#space:x', 'active')`,
    );
    assert.deepEqual(
      (await openHistories(db, [info, support])).map(({ account, begun }) => [account, begun]),
      [[info, null]],
    );
    assert.deepEqual(await openHistories(db, [support]), []);
    assert.equal(await beginHistory(db, info, { since, sent: false }), true);
    assert.equal(await beginHistory(db, info, { since: new Date(), sent: true }), false);
    await dropHistory(db, info);
    assert.deepEqual((await openHistories(db, [info]))[0]?.begun, { since, sent: false });
    await noteHistoryTrouble(db, info, `a\0b${'x'.repeat(500)}`);
    const [standing] = await historyStandings(db);
    assert.deepEqual([standing?.state, standing?.trouble?.length, standing?.found], ['reading', 299, 0]);
    assert.equal(await endHistory(db, info), true);
    assert.equal(await endHistory(db, info), false);
    await ensure(info);
    assert.deepEqual(await openHistories(db, [info]), []);
  }));
