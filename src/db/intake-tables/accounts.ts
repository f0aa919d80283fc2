/**
 * The accounts' rows: whose lease it is, how the account stands, how often its login was refused.
 *
 * Policy. A lease is judged by the database's clock alone, so that no process needs a right one. Each change of hands
 * raises the epoch; whatever is written for an account is written in a transaction that has asserted owner and epoch,
 * so that a holder that was paused and overtaken writes nothing any more. A login that the server refused rests for a
 * pause that grows, whoever asks for the lease: a provider locks the account otherwise. Another login (by its
 * fingerprint) is tried at once, and so is one that a person asks for.
 */
import type { WayOutView } from '../../bridge/told/operations-told.ts';
import type { AccountId, Sought } from '../../bridge/types.ts';
import { LeaseLostError } from '../../base/errors.ts';
import type { Queryable, Transaction } from '../pool.ts';

/** Notified with an account's name when a person wants it connected, or looked at, now. */
export const ACCOUNTS_CHANNEL = 'mailroom_accounts';

/**
 * stopped: nobody works on it. connecting, catching-up, connected: a session runs. transient: the session failed and is
 * tried again with back-off. bad-credentials: the server refused the login, and people have to act.
 */
export type AccountState = 'stopped' | 'connecting' | 'catching-up' | 'connected' | 'transient' | 'bad-credentials';

/** The right to work on an account. `epoch` is its fencing token. */
export interface Lease {
  readonly account: AccountId;
  /** The process, see `Database.owner`. */
  readonly owner: string;
  readonly epoch: number;
}

/** A lease as it was taken. */
export interface ClaimedLease extends Lease {
  /** How often the server has refused this login in a row. */
  readonly refusals: number;
}

/** An account that a process wants to work on. */
export interface WantedAccount {
  readonly account: AccountId;
  /** Keyed hash of server, user and password; a stored refusal counts only for the same one. */
  readonly login: Sought<string>;
}

/**
 * Makes the rows of accounts that are new. Mail older than `firstStartDays` before now counts as old for ever. Where
 * they want their history, and none of their mailboxes was ever read, it is to be brought in.
 */
export async function ensureAccounts(
  db: Queryable,
  accounts: readonly {
    readonly account: AccountId;
    readonly firstStartDays: number;
    readonly history?: boolean;
  }[],
): Promise<void> {
  await db.query(
    `INSERT INTO accounts (account, started_at)
     SELECT account, now() - days * interval '1 day' FROM unnest($1::text[], $2::double precision[]) AS new (account,
     days)
     ON CONFLICT (account) DO NOTHING`,
    [accounts.map(({ account }) => account), accounts.map(({ firstStartDays }) => firstStartDays)],
  );
  const wanting = accounts.flatMap(({ account, history = false }) => (history ? [account] : []));
  if (wanting.length === 0) return;
  await db.query(
    `INSERT INTO histories (account) SELECT account FROM unnest($1::text[]) AS new (account)
     WHERE NOT EXISTS (SELECT FROM mailboxes m WHERE m.account = new.account) ON CONFLICT DO NOTHING`,
    [wanting],
  );
}

/** Which of these accounts nobody works on since their login was refused. */
export async function restingLogins(db: Queryable, accounts: readonly AccountId[]): Promise<ReadonlySet<AccountId>> {
  const { rows } = await db.query<{ account: AccountId }>(
    `SELECT account FROM accounts WHERE account = ANY($1::text[]) AND login_retry_at IS NOT NULL
       AND (lease_until IS NULL OR lease_until < now())`,
    [accounts],
  );
  return new Set(rows.map(({ account }) => account));
}

/**
 * Takes the leases that are free among the wanted ones, except where a refused login still rests, and returns them.
 * Rows that somebody is working on at this moment are left for the next call.
 *
 * @param most leases at most; null for all that are free
 */
export async function claimLeases(
  db: Queryable,
  owner: string,
  wanted: readonly WantedAccount[],
  leaseMs: number,
  most: number | null = null,
): Promise<ClaimedLease[]> {
  const { rows } = await db.query<{ account: AccountId; epoch: number; refusals: number }>(
    `WITH free AS (
       SELECT a.account, w.fingerprint, l.same
       FROM accounts a JOIN unnest($2::text[], $3::text[], $5::text[]) AS w (account, fingerprint, known) USING
         (account),
         LATERAL (SELECT coalesce(w.known::jsonb ? a.login_fingerprint, false) AS same) l
       WHERE (a.lease_until IS NULL OR a.lease_until < now())
         AND NOT (l.same AND coalesce(a.login_retry_at > now(), false))
       LIMIT $6
       FOR NO KEY UPDATE OF a SKIP LOCKED)
     UPDATE accounts a SET owner = $1, epoch = epoch + 1, lease_until = now() + $4::double precision * interval '1 ms',
       login_failures = CASE WHEN free.same THEN a.login_failures ELSE 0 END,
       login_retry_at = NULL,
       login_fingerprint = free.fingerprint
     FROM free WHERE a.account = free.account
     RETURNING a.account, a.epoch, a.login_failures AS refusals`,
    [
      owner,
      wanted.map(({ account }) => account),
      wanted.map(({ login }) => login.make),
      leaseMs,
      wanted.map(({ login }) => JSON.stringify(login.known)),
      most,
    ],
  );
  return rows.map(({ account, epoch, refusals }) => ({ account, owner, epoch, refusals }));
}

/**
 * How many of these accounts one process is to work on, where it shares them with all living processes that serve them
 * too; all where there is no other.
 *
 * @param peers so many processes begin together: they count as living before each has said so
 */
export async function shareOfAccounts(
  db: Queryable,
  accounts: readonly AccountId[],
  peers: number,
): Promise<{ readonly now: number; readonly expected: number }> {
  const { rows } = await db.query<{ now: number; expected: number }>(
    `SELECT ceil(coalesce(sum(1.0 / greatest(living, 1)), 0))::int AS now,
       ceil(coalesce(sum(1.0 / greatest(living, $2::int)), 0))::int AS expected
     FROM unnest($1::text[]) AS a (account), LATERAL (
       SELECT count(*) AS living FROM processes p WHERE p.alive_until > now() AND a.account = ANY(p.accounts)) l`,
    [accounts, peers],
  );
  return rows[0] ?? { now: accounts.length, expected: accounts.length };
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

/**
 * Gives a lease back, so that another process may take it at once. No effect where it is no longer ours. An account
 * whose login was refused keeps its state: nobody works on it, for a reason.
 */
export async function releaseLease(db: Queryable, lease: Lease): Promise<void> {
  await db.query(
    `UPDATE accounts SET owner = NULL, lease_until = NULL,
       state = CASE WHEN login_retry_at IS NULL THEN 'stopped' ELSE state END,
       state_since = CASE WHEN login_retry_at IS NOT NULL OR state = 'stopped' THEN state_since ELSE now() END,
       state_reason = CASE WHEN login_retry_at IS NOT NULL THEN state_reason END
     WHERE account = $1 AND owner = $2 AND epoch = $3`,
    [lease.account, lease.owner, lease.epoch],
  );
}

/**
 * Throws LeaseLostError where the lease changed hands. Locks the account's row until the transaction ends: whoever
 * wants to take the lease meanwhile waits, so what is committed was ours to commit.
 */
export async function assertEpoch(tx: Transaction, lease: Lease): Promise<void> {
  const { rowCount } = await tx.query(
    'SELECT 1 FROM accounts WHERE account = $1 AND owner = $2 AND epoch = $3 FOR NO KEY UPDATE',
    [lease.account, lease.owner, lease.epoch],
  );
  if (rowCount !== 1) throw new LeaseLostError(`account ${lease.account}`);
}

/**
 * Writes how the account stands. `reason` is a constant or a code, never a secret; `troubled` are the mailboxes that it
 * is about, where it is about some and not about the whole account. Throws LeaseLostError.
 */
export async function setAccountState(
  db: Queryable,
  lease: Lease,
  state: AccountState,
  reason: string | null,
  troubled: readonly string[] = [],
): Promise<void> {
  const { rowCount } = await db.query(
    `UPDATE accounts SET state = $4, state_reason = $5, troubled_mailboxes = $6,
       state_since = CASE WHEN state = $4 AND (troubled_mailboxes = '{}') = ($6::text[] = '{}') THEN state_since
         ELSE now() END
     WHERE account = $1 AND owner = $2 AND epoch = $3`,
    [lease.account, lease.owner, lease.epoch, state, reason, troubled],
  );
  if (rowCount !== 1) throw new LeaseLostError(`account ${lease.account}`);
}

/**
 * Counts a refused login, lets it rest for the pause of that count (milliseconds after the first refusal, the second,
 * and so on; for ever behind the last), and returns how many there were in a row. Throws LeaseLostError.
 */
export async function countRefusedLogin(db: Queryable, lease: Lease, pausesMs: readonly number[]): Promise<number> {
  const { rows } = await db.query<{ login_failures: number }>(
    `UPDATE accounts SET login_failures = login_failures + 1, login_tried_at = now(),
       login_retry_at =
         coalesce(now() + ($4::double precision[])[login_failures + 1] * interval '1 ms', 'infinity'::timestamptz)
     WHERE account = $1 AND owner = $2 AND epoch = $3
     RETURNING login_failures`,
    [lease.account, lease.owner, lease.epoch, pausesMs],
  );
  const [row] = rows;
  if (row === undefined) throw new LeaseLostError(`account ${lease.account}`);
  return row.login_failures;
}

/** Forgets refused logins: the server has accepted one. */
export async function forgetRefusedLogins(db: Queryable, account: AccountId): Promise<void> {
  await db.query(
    `UPDATE accounts SET login_failures = 0, login_retry_at = NULL
     WHERE account = $1 AND (login_failures > 0 OR login_retry_at IS NOT NULL)`,
    [account],
  );
}

/**
 * Lets refused logins be tried again soon: somebody has started the program again. Not before `pauseMs` after the last
 * try, since a supervisor that restarts a failing program must not lock the account at its provider.
 */
export async function allowLogins(db: Queryable, accounts: readonly AccountId[], pauseMs: number): Promise<void> {
  await db.query(
    `UPDATE accounts SET login_retry_at = least(login_retry_at, login_tried_at + $2::double precision * interval '1 ms')
     WHERE account = ANY($1::text[]) AND login_retry_at IS NOT NULL
       AND (lease_until IS NULL OR lease_until < now())`,
    [accounts, pauseMs],
  );
}

/**
 * A person wants these accounts connected now, in both directions, whatever pause they rest in, in whichever process.
 * Returns those that were not connected.
 */
export async function connectNow(db: Queryable, accounts: readonly AccountId[]): Promise<AccountId[]> {
  const { rows } = await db.query<{ account: AccountId }>(
    `UPDATE accounts SET login_retry_at = CASE WHEN login_retry_at IS NULL THEN NULL ELSE now() END,
       relay_retry_at = CASE WHEN relay_state IN ('transient', 'bad-credentials') THEN now() ELSE relay_retry_at END
     WHERE account = ANY($1::text[])
       AND (state NOT IN ('connected', 'catching-up') OR relay_state IN ('transient', 'bad-credentials'))
     RETURNING account`,
    [accounts],
  );
  for (const { account } of rows) db.notify(ACCOUNTS_CHANNEL, account);
  return rows.map(({ account }) => account);
}

export interface AccountStanding {
  readonly account: AccountId;
  readonly state: AccountState;
  readonly since: Date;
  readonly reason: string | null;
  readonly lastMailAt: Date | null;
  /** The mailboxes that `reason` is about; empty where it is about the whole account. */
  readonly troubled: readonly string[];
  /** When a refused login is tried again by itself; null where none rests, or not by itself. */
  readonly retryAt: Date | null;
  /** Its SMTP server (`mail-tables/relays.ts`). */
  readonly out: WayOutView;
}

/** How all accounts stand, for `!mail status`, readiness and metrics. */
export async function accountStandings(db: Queryable): Promise<AccountStanding[]> {
  const { rows } = await db.query<{
    account: AccountId;
    state: AccountState;
    state_since: Date;
    state_reason: string | null;
    last_mail_at: Date | null;
    troubled_mailboxes: string[];
    retry_at: Date | null;
    relay_state: WayOutView['state'];
    relay_since: Date;
    relay_reason: WayOutView['reason'];
    relay_words: string | null;
    relay_retry_at: Date | null;
  }>(
    `SELECT account, state, state_since, state_reason, last_mail_at, troubled_mailboxes,
       CASE WHEN isfinite(login_retry_at) THEN login_retry_at END AS retry_at,
       relay_state, relay_since, relay_reason, relay_words,
       CASE WHEN relay_reason IS NOT NULL AND isfinite(relay_retry_at) THEN relay_retry_at END AS relay_retry_at
     FROM accounts ORDER BY account`,
  );
  return rows.map((row) => ({
    account: row.account,
    state: row.state,
    since: row.state_since,
    reason: row.state_reason,
    lastMailAt: row.last_mail_at,
    troubled: row.troubled_mailboxes,
    retryAt: row.retry_at,
    out: {
      state: row.relay_state,
      since: row.relay_since,
      reason: row.relay_reason,
      words: row.relay_words === '' ? null : row.relay_words,
      retryAt: row.relay_retry_at,
    },
  }));
}

/** Since when people of an account enter rooms only when they want to, because it makes so many; null for not yet. */
export async function crowdedSince(db: Queryable, account: AccountId): Promise<Date | null> {
  const { rows } = await db.query<{ since: Date | null }>(
    'SELECT crowded_since AS since FROM accounts WHERE account = $1',
    [account],
  );
  return rows[0]?.since ?? null;
}

/** Notes that an account has begun more conversations within a day than `upTo`; true only the first time. */
export async function beCrowded(tx: Transaction, account: AccountId, upTo: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE accounts SET crowded_since = now()
     WHERE account = $1 AND crowded_since IS NULL AND $2::bigint < (SELECT count(*) FROM (
       SELECT FROM threads WHERE account = $1 AND last_at > now() - interval '1 day'
         AND opened_at > now() - interval '1 day' AND kind = 'mail' AND NOT quiet LIMIT $2::bigint + 1) begun)`,
    [account, upTo],
  );
  return rowCount === 1;
}
