/** Accounts for which the homeserver makes no rooms. What waits for one waits until it does. */
import type { AccountId } from '../../bridge/types.ts';
import { JOBS_CHANNEL } from '../../queue/queue.ts';
import type { Queryable } from '../pool.ts';

/** How the reason of a job begins that waits for a room. */
export const NO_ROOM = 'no room yet';

/**
 * Notes that the homeserver has refused to make a room; true where that is news. `answer`: its status and errcode.
 */
export async function noteRoomsRefused(db: Queryable, account: AccountId, answer: string): Promise<boolean> {
  const { rows } = await db.query<{ before: string | null }>(
    `WITH was AS (SELECT account, rooms_refused AS before FROM accounts WHERE account = $1 FOR UPDATE)
     UPDATE accounts SET rooms_refused = $2,
       rooms_refused_since = CASE WHEN was.before IS NULL THEN now() ELSE rooms_refused_since END
     FROM was WHERE accounts.account = was.account AND was.before IS DISTINCT FROM $2 RETURNING was.before AS before`,
    [account, answer],
  );
  return rows.length > 0;
}

/**
 * Notes that the homeserver has made a room. Where it had refused that, what waits for one is tried again at once, and
 * the answer is true.
 */
export async function noteRoomMade(db: Queryable, account: AccountId): Promise<boolean> {
  const { rows } = await db.query<{ queues: string[] }>(
    `WITH mended AS (
       UPDATE accounts SET rooms_refused = NULL
       WHERE account = $1 AND rooms_refused IS NOT NULL RETURNING account),
     woken AS (
       UPDATE jobs SET run_at = now() FROM mended
       WHERE jobs.account = mended.account AND state = 'ready' AND owner IS NULL AND starts_with(error, $2)
       RETURNING queue)
     SELECT ARRAY(SELECT DISTINCT queue FROM woken) AS queues FROM mended`,
    [account, NO_ROOM],
  );
  for (const queue of rows[0]?.queues ?? []) db.notify(JOBS_CHANNEL, queue);
  return rows.length > 0;
}

/** What the homeserver answers instead of making rooms for an account, and since when; null where it makes them. */
export async function roomsRefused(
  db: Queryable,
  account: AccountId,
): Promise<{ readonly answer: string; readonly since: Date } | null> {
  const { rows } = await db.query<{ answer: string; since: Date }>(
    `SELECT rooms_refused AS answer, rooms_refused_since AS since FROM accounts
     WHERE account = $1 AND rooms_refused IS NOT NULL`,
    [account],
  );
  return rows[0] ?? null;
}

export interface RoomsNews {
  readonly account: AccountId;
  /** Since when the homeserver makes, or made, no rooms. */
  readonly since: Date;
  readonly isRefused: boolean;
}

/**
 * Accounts for which the homeserver has made no rooms for `graceMs`, and those for which it makes them again; of these
 * only once. The same refusal comes again at each look: what is told of it has its id from `since`.
 */
export async function roomsNews(
  tx: Queryable,
  accounts: readonly AccountId[],
  graceMs: number,
): Promise<readonly RoomsNews[]> {
  const { rows } = await tx.query<{ account: AccountId; since: Date; refused: boolean }>(
    `WITH over AS (
       SELECT account, rooms_refused_since AS since FROM accounts
       WHERE account = ANY($1::text[]) AND rooms_refused IS NULL AND rooms_refused_since IS NOT NULL
       FOR UPDATE SKIP LOCKED),
     ended AS (
       UPDATE accounts SET rooms_refused_since = NULL FROM over WHERE accounts.account = over.account
       RETURNING over.account, over.since)
     SELECT account, since, false AS refused FROM ended
     UNION ALL
     SELECT account, rooms_refused_since, true FROM accounts
     WHERE account = ANY($1::text[]) AND rooms_refused IS NOT NULL
       AND rooms_refused_since <= now() - $2::double precision * interval '1 ms'`,
    [accounts, graceMs],
  );
  return rows.map(({ account, since, refused }) => ({ account, since, isRefused: refused }));
}
