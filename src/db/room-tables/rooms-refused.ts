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
     UPDATE accounts SET rooms_refused = $2, rooms_refused_since = coalesce(rooms_refused_since, now())
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
  const { rows } = await db.query(
    `WITH mended AS (
       UPDATE accounts SET rooms_refused = NULL, rooms_refused_since = NULL
       WHERE account = $1 AND rooms_refused IS NOT NULL RETURNING account),
     woken AS (
       UPDATE jobs SET run_at = now() FROM mended
       WHERE jobs.account = mended.account AND state = 'ready' AND owner IS NULL AND starts_with(error, $2)
       RETURNING queue),
     told AS (SELECT pg_notify('${JOBS_CHANNEL}', queue) FROM (SELECT DISTINCT queue FROM woken) queues)
     SELECT account, (SELECT count(*) FROM told) AS told FROM mended`,
    [account, NO_ROOM],
  );
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
