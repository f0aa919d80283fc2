/**
 * Which accounts are served, and which nobody serves any more.
 *
 * Policy. A process writes the accounts that it serves beside its heartbeat. An account that was served once is
 * remembered; without a living process that has it, its jobs wait. After the time that makes it unserved this is shown
 * to operators, and when a process begins to serve it again, its return is noted for whoever decides about what had
 * waited. Where people were told that nothing they say is mailed, its return is noted however soon it comes. Judged by
 * the database's clock.
 */
import type { JobQueries, JobTransaction } from './store.ts';

/** The last moment at which an account of `account_service s` was served by a process whose heartbeat has run out. */
const LAST = `greatest(s.served_at, (
  SELECT max(least(p.alive_until, now())) FROM processes p WHERE s.account = ANY(p.accounts)))`;

/** Whether a living process serves an account of `account_service s`. */
const IS_SERVED = `EXISTS (SELECT FROM processes p WHERE s.account = ANY(p.accounts) AND p.alive_until > now())`;

/**
 * A process begins to serve accounts: before its first heartbeat. An account that was unserved has returned; of several
 * processes that begin at once, the first notes it.
 *
 * @param unservedMs milliseconds after which an account that nobody serves is unserved; null for never
 */
export async function beginService(
  tx: JobTransaction,
  accounts: readonly string[],
  unservedMs: number | null,
): Promise<void> {
  const known = [...accounts].sort();
  await tx.query(
    `INSERT INTO account_service (account) SELECT unnest($1::text[]) ORDER BY 1 ON CONFLICT (account) DO NOTHING`,
    [known],
  );
  await tx.query('SELECT FROM account_service WHERE account = ANY($1::text[]) ORDER BY account FOR UPDATE', [known]);
  await tx.query(
    `UPDATE account_service s SET served_at = now(),
       returned_from = CASE WHEN b.back AND s.return_noted THEN b.last ELSE s.returned_from END,
       returned_at = CASE WHEN b.back THEN now() ELSE s.returned_at END, return_noted = s.return_noted AND NOT b.back,
       told_at = NULL
     FROM (SELECT s.account, ${LAST} AS last, NOT ${IS_SERVED} AND (s.told_at IS NOT NULL
             OR ($2::double precision IS NOT NULL AND ${LAST} < now() - $2::double precision * interval '1 ms')) AS back
           FROM account_service s WHERE s.account = ANY($1::text[])) b
     WHERE s.account = b.account`,
    [known, unservedMs],
  );
  // What processes that are long gone said of their accounts is kept.
  await tx.query(
    `WITH gone AS (DELETE FROM processes WHERE alive_until < now() - interval '1 day' RETURNING alive_until, accounts)
     UPDATE account_service s SET served_at = g.last
     FROM (SELECT account, max(alive_until) AS last FROM gone, unnest(accounts) AS account GROUP BY account) g
     WHERE s.account = g.account AND s.served_at < g.last`,
  );
}

/** A living process serves these accounts from now on; those that it leaves were served until now. */
export async function leaveService(
  tx: JobTransaction,
  owner: string,
  accounts: readonly string[],
  left: readonly string[],
): Promise<void> {
  await tx.query('UPDATE processes SET accounts = $2 WHERE owner = $1', [owner, accounts]);
  await tx.query('UPDATE account_service SET served_at = now() WHERE account = ANY($1::text[])', [left]);
}

/** A process stops cleanly: what it holds is free, and its accounts were served until now. */
export async function endService(tx: JobTransaction, owner: string): Promise<void> {
  await tx.query(
    `WITH gone AS (DELETE FROM processes WHERE owner = $1 RETURNING accounts)
     UPDATE account_service s SET served_at = now() FROM gone WHERE s.account = ANY(gone.accounts)`,
    [owner],
  );
}

/** An account that no living process serves. */
export interface Unserved {
  readonly account: string;
  /** When it was served last. */
  readonly since: Date;
  /** Jobs of it that wait. */
  readonly jobs: number;
}

/** The accounts that no living process has served for so long (milliseconds), by their keys. */
export async function unservedAccounts(db: JobQueries, afterMs: number): Promise<Unserved[]> {
  const { rows } = await db.query<Unserved>(
    `SELECT s.account, ${LAST} AS since,
       (SELECT count(*) FROM jobs WHERE jobs.account = s.account AND jobs.state = 'ready') AS jobs
     FROM account_service s
     WHERE NOT ${IS_SERVED} AND ${LAST} <= now() - $1::double precision * interval '1 ms' ORDER BY s.account`,
    [afterMs],
  );
  return rows;
}

/**
 * Notes that people were told that an account is not served since this moment; false where it is served meanwhile, or
 * was in between. No process begins to serve it before the transaction ends.
 */
export async function noteUnserved(tx: JobTransaction, { account, since }: Unserved): Promise<boolean> {
  await tx.query('SELECT FROM account_service WHERE account = $1 FOR UPDATE', [account]);
  const { rowCount } = await tx.query(
    `UPDATE account_service s SET told_at = coalesce(s.told_at, now())
     WHERE s.account = $1 AND NOT ${IS_SERVED} AND date_trunc('milliseconds', ${LAST}) = $2::timestamptz`,
    [account, since],
  );
  return rowCount === 1;
}

/** Accounts of which nothing is cleared away: nobody serves them, or they came back within this time (milliseconds). */
export async function sparedAccounts(db: JobQueries, returnedWithinMs: number): Promise<string[]> {
  const { rows } = await db.query<{ account: string }>(
    `SELECT account FROM account_service s
     WHERE NOT ${IS_SERVED} OR s.returned_at > now() - $1::double precision * interval '1 ms'`,
    [returnedWithinMs],
  );
  return rows.map(({ account }) => account);
}

/** A time in which nobody served an account, and its end. */
export interface Return {
  readonly from: Date;
  readonly at: Date;
}

/**
 * Takes note of a return, once; null where there is none that nobody took note of. What is decided about it is written
 * in the same transaction, on which every process that begins to serve the account waits.
 */
export async function takeReturn(tx: JobTransaction, account: string): Promise<Return | null> {
  const { rows } = await tx.query<Return>(
    `UPDATE account_service SET return_noted = true WHERE account = $1 AND NOT return_noted
     RETURNING returned_from AS from, returned_at AS at`,
    [account],
  );
  return rows[0] ?? null;
}

/** When nobody served an account the last time; null where that never was. */
export async function lastReturn(db: JobQueries, account: string): Promise<Return | null> {
  const { rows } = await db.query<Return>(
    'SELECT returned_from AS from, returned_at AS at FROM account_service WHERE account = $1 AND returned_at IS ' +
      'NOT NULL',
    [account],
  );
  return rows[0] ?? null;
}
