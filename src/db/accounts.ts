/**
 * The accounts' rows: whose lease it is, how the account stands, how often its login was refused.
 *
 * Policy. A lease is judged by the database's clock alone, so that no process needs a right one. Each change of hands raises
 * the epoch; whatever is written for an account is written in a transaction that has asserted owner and epoch, so that a
 * holder that was paused and overtaken writes nothing any more. A login that the server refused three times is not tried
 * again: a provider locks the account otherwise. Another login (by its fingerprint) starts anew.
 */
import type { AccountId } from '../bridge/types.ts';
import { LeaseLostError } from '../errors.ts';
import type { Queryable, Transaction } from './pool.ts';

/** A login refused this often is left alone. */
export const LOGIN_TRIES = 3;

/**
 * stopped: nobody works on it. connecting, catching-up, connected: a session runs. transient: the session failed and is tried
 * again with back-off. bad-credentials: the server refused the login, and only people can help.
 */
export type AccountState = 'stopped' | 'connecting' | 'catching-up' | 'connected' | 'transient' | 'bad-credentials';

/** The right to work on an account. `epoch` is its fencing token. */
export interface Lease {
  readonly account: AccountId;
  /** The process, see `Database.owner`. */
  readonly owner: string;
  readonly epoch: number;
}

/** An account that a process wants to work on. */
export interface WantedAccount {
  readonly account: AccountId;
  /** Keyed hash of server, user and password; a stored refusal counts only for the same one. */
  readonly fingerprint: string;
}

/** Makes the rows of accounts that are new. Mail older than `firstStartDays` before now counts as old for ever. */
export async function ensureAccounts(
  db: Queryable,
  accounts: readonly { readonly account: AccountId; readonly firstStartDays: number }[],
): Promise<void> {
  await db.query(
    `INSERT INTO accounts (account, started_at)
     SELECT account, now() - days * interval '1 day' FROM unnest($1::text[], $2::double precision[]) AS new (account, days)
     ON CONFLICT (account) DO NOTHING`,
    [accounts.map(({ account }) => account), accounts.map(({ firstStartDays }) => firstStartDays)],
  );
}

/**
 * Takes the leases that are free among the wanted ones, except where the login was refused too often, and returns them.
 * Rows that somebody is working on at this moment are left for the next call.
 */
export async function claimLeases(
  db: Queryable,
  owner: string,
  wanted: readonly WantedAccount[],
  leaseMs: number,
): Promise<Lease[]> {
  const { rows } = await db.query<{ account: AccountId; epoch: number }>(
    `WITH free AS (
       SELECT a.account, w.fingerprint
       FROM accounts a JOIN unnest($2::text[], $3::text[]) AS w (account, fingerprint) USING (account)
       WHERE (a.lease_until IS NULL OR a.lease_until < now())
         AND NOT (a.login_failures >= $5 AND a.login_fingerprint IS NOT DISTINCT FROM w.fingerprint)
       FOR NO KEY UPDATE OF a SKIP LOCKED)
     UPDATE accounts a SET owner = $1, epoch = epoch + 1, lease_until = now() + $4::double precision * interval '1 ms',
       login_failures = CASE WHEN a.login_fingerprint IS DISTINCT FROM free.fingerprint THEN 0 ELSE a.login_failures END,
       login_fingerprint = free.fingerprint
     FROM free WHERE a.account = free.account
     RETURNING a.account, a.epoch`,
    [owner, wanted.map(({ account }) => account), wanted.map(({ fingerprint }) => fingerprint), leaseMs, LOGIN_TRIES],
  );
  return rows.map(({ account, epoch }) => ({ account, owner, epoch }));
}

/** Extends leases, also expired ones that nobody took; returns the accounts that are still ours. */
export async function renewLeases(db: Queryable, leases: readonly Lease[], leaseMs: number): Promise<Set<AccountId>> {
  const { rows } = await db.query<{ account: AccountId }>(
    `UPDATE accounts a SET lease_until = now() + $4::double precision * interval '1 ms'
     FROM unnest($1::text[], $2::uuid[], $3::bigint[]) AS held (account, owner, epoch)
     WHERE a.account = held.account AND a.owner = held.owner AND a.epoch = held.epoch
     RETURNING a.account`,
    [leases.map(({ account }) => account), leases.map(({ owner }) => owner), leases.map(({ epoch }) => epoch), leaseMs],
  );
  return new Set(rows.map(({ account }) => account));
}

/** Gives a lease back, so that another process may take it at once. No effect where it is no longer ours. */
export async function releaseLease(db: Queryable, lease: Lease): Promise<void> {
  await db.query(
    `UPDATE accounts SET owner = NULL, lease_until = NULL,
       state = CASE WHEN state = 'bad-credentials' THEN state ELSE 'stopped' END,
       state_since = CASE WHEN state IN ('bad-credentials', 'stopped') THEN state_since ELSE now() END,
       state_reason = CASE WHEN state = 'bad-credentials' THEN state_reason END
     WHERE account = $1 AND owner = $2 AND epoch = $3`,
    [lease.account, lease.owner, lease.epoch],
  );
}

/**
 * Throws LeaseLostError where the lease changed hands. Locks the account's row until the transaction ends: whoever wants to
 * take the lease meanwhile waits, so what is committed was ours to commit.
 */
export async function assertEpoch(tx: Transaction, lease: Lease): Promise<void> {
  const { rowCount } = await tx.query(
    'SELECT 1 FROM accounts WHERE account = $1 AND owner = $2 AND epoch = $3 FOR NO KEY UPDATE',
    [lease.account, lease.owner, lease.epoch],
  );
  if (rowCount !== 1) throw new LeaseLostError(`account ${lease.account}`);
}

/** Writes how the account stands. `reason` is a constant or a code, never a secret. Throws LeaseLostError. */
export async function setAccountState(
  db: Queryable,
  lease: Lease,
  state: AccountState,
  reason: string | null,
): Promise<void> {
  const { rowCount } = await db.query(
    `UPDATE accounts SET state = $4, state_reason = $5, state_since = CASE WHEN state = $4 THEN state_since ELSE now() END
     WHERE account = $1 AND owner = $2 AND epoch = $3`,
    [lease.account, lease.owner, lease.epoch, state, reason],
  );
  if (rowCount !== 1) throw new LeaseLostError(`account ${lease.account}`);
}

/** Counts a refused login and returns how many there were in a row. Throws LeaseLostError. */
export async function countRefusedLogin(db: Queryable, lease: Lease): Promise<number> {
  const { rows } = await db.query<{ login_failures: number }>(
    `UPDATE accounts SET login_failures = login_failures + 1 WHERE account = $1 AND owner = $2 AND epoch = $3
     RETURNING login_failures`,
    [lease.account, lease.owner, lease.epoch],
  );
  const [row] = rows;
  if (row === undefined) throw new LeaseLostError(`account ${lease.account}`);
  return row.login_failures;
}

/** Forgets refused logins: the server has accepted one. */
export async function forgetRefusedLogins(db: Queryable, account: AccountId): Promise<void> {
  await db.query('UPDATE accounts SET login_failures = 0 WHERE account = $1 AND login_failures > 0', [account]);
}

/**
 * Gives accounts with a refused login one more try: somebody has started the program again. One, not three, since a
 * supervisor that restarts a failing program must not lock the account at its provider.
 */
export async function allowOneLogin(db: Queryable, accounts: readonly AccountId[]): Promise<void> {
  await db.query(
    `UPDATE accounts SET login_failures = $2 - 1 WHERE account = ANY($1::text[]) AND login_failures >= $2
       AND (lease_until IS NULL OR lease_until < now())`,
    [accounts, LOGIN_TRIES],
  );
}

export interface AccountStanding {
  readonly account: AccountId;
  readonly state: AccountState;
  readonly since: Date;
  readonly reason: string | null;
  readonly lastMailAt: Date | null;
}

/** How all accounts stand, for `!mail status`, readiness and metrics. */
export async function accountStandings(db: Queryable): Promise<AccountStanding[]> {
  const { rows } = await db.query<{
    account: AccountId;
    state: AccountState;
    state_since: Date;
    state_reason: string | null;
    last_mail_at: Date | null;
  }>('SELECT account, state, state_since, state_reason, last_mail_at FROM accounts ORDER BY account');
  return rows.map((row) => ({
    account: row.account,
    state: row.state,
    since: row.state_since,
    reason: row.state_reason,
    lastMailAt: row.last_mail_at,
  }));
}
