/** The breaker's state and what went out by the minute, for all processes together. One SQL statement a function. */
import type { BreakerReason, Volume } from '../../bridge/loops/breaker.ts';
import type { AccountId, UserId } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { JOBS_CHANNEL } from '../../queue/queue.ts';

/** Minutes that are counted together. */
const WINDOW = 10;
const MINUTE = `floor(extract(epoch FROM now()) / 60)::bigint`;

/** The minutes of the window before this one. */
const EARLIER = `(SELECT coalesce(sum(sent), 0) AS sent, coalesce(sum(refused), 0) AS refused FROM breaker_minutes
   WHERE minute > ${MINUTE} - ${String(WINDOW)} AND minute < ${MINUTE})`;

/** Why a job waits while the breaker is open; a reset wakes all of these. */
export const BREAKER_OPEN = 'the breaker is open';

/** What stands before an attempt. */
export interface BreakerAsked {
  readonly open: boolean;
  /** Whether it counts now; not where it did before, and not while the breaker is open. */
  readonly counted: boolean;
  /** What went out within the window, this one counted. */
  readonly sent: number;
}

/**
 * Asks before an attempt, and counts it.
 *
 * @param frozenAt since when the mail is there to be sent; null for one that was counted before (a further try). What
 *   waited when the breaker was reset is not counted again.
 */
export async function askBreaker(db: Queryable, frozenAt: Date | null): Promise<BreakerAsked> {
  const [asked] = await askBreakerForAll(db, [frozenAt]);
  return asked ?? { open: false, counted: false, sent: 0 };
}

/** As `askBreaker` for several attempts, one after the other: each is told how many there are up to it. */
export async function askBreakerForAll(db: Queryable, frozenAt: readonly (Date | null)[]): Promise<BreakerAsked[]> {
  // What counts nothing writes nothing.
  if (frozenAt.every((at) => at === null)) {
    const stands = await db.query<BreakerAsked>(
      'SELECT opened_at IS NOT NULL AS open, false AS counted, 0 AS sent FROM breaker',
    );
    return frozenAt.flatMap(() => stands.rows);
  }
  const { rows } = await db.query<BreakerAsked>(
    `WITH asked AS MATERIALIZED (
       SELECT nth, breaker.opened_at IS NOT NULL AS open, breaker.opened_at IS NULL AND coalesce(at > reset_at, false)
         AS counted
       FROM unnest($1::timestamptz[]) WITH ORDINALITY AS a (at, nth) CROSS JOIN breaker),
     counted AS (
       INSERT INTO breaker_minutes (minute, sent) SELECT ${MINUTE}, count(*) FROM asked WHERE counted
       HAVING count(*) > 0
       ON CONFLICT (minute) DO UPDATE SET sent = breaker_minutes.sent + excluded.sent RETURNING sent)
     SELECT asked.open, asked.counted, earlier.sent + coalesce(counted.sent, 0) - count(*) FILTER (WHERE asked.counted)
       OVER (ORDER BY nth ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS sent
     FROM asked CROSS JOIN ${EARLIER} AS earlier LEFT JOIN counted ON true ORDER BY nth`,
    [frozenAt],
  );
  return rows;
}

/** Counts a mail that was refused for good. */
export async function countRefusal(tx: Queryable): Promise<Volume> {
  const { rows } = await tx.query<Volume>(
    `WITH counted AS (
       INSERT INTO breaker_minutes (minute, refused) VALUES (${MINUTE}, 1)
       ON CONFLICT (minute) DO UPDATE SET refused = breaker_minutes.refused + 1 RETURNING sent, refused)
     SELECT earlier.sent + counted.sent AS sent, earlier.refused + counted.refused AS refused
     FROM counted CROSS JOIN ${EARLIER} AS earlier`,
  );
  return rows[0] ?? { sent: 0, refused: 0 };
}

/** Opens the breaker; the moment, as text that names it, or null where it is open already. */
export async function openBreaker(tx: Transaction, reason: BreakerReason, count: number): Promise<string | null> {
  const { rows } = await tx.query<{ at: string }>(
    `UPDATE breaker SET opened_at = now(), reason = $1, count = $2 WHERE opened_at IS NULL
     RETURNING extract(epoch FROM opened_at)::text AS at`,
    [reason, count],
  );
  return rows[0]?.at ?? null;
}

/** How the breaker stands. */
export interface BreakerState {
  /** Null where it is closed. */
  readonly openedAt: Date | null;
  readonly reason: BreakerReason | null;
  readonly count: number | null;
  /** Mails that wait for it. */
  readonly waiting: number;
  /** What went out within the window. */
  readonly sent: number;
}

export async function breakerState(db: Queryable): Promise<BreakerState> {
  const { rows } = await db.query<BreakerState>(
    `SELECT opened_at AS "openedAt", reason, count,
       (SELECT count(*) FROM jobs WHERE queue IN ('mail-out', 'notice-out') AND state = 'ready' AND error = $1) AS
       waiting,
       (SELECT coalesce(sum(sent), 0) FROM breaker_minutes WHERE minute > ${MINUTE} - ${String(WINDOW)}) AS sent
     FROM breaker`,
    [BREAKER_OPEN],
  );
  return rows[0] ?? { openedAt: null, reason: null, count: null, waiting: 0, sent: 0 };
}

/**
 * Closes the breaker, begins counting anew and wakes what waits, the oldest first; false where it was not open.
 *
 * @param by who did so: a user, or an operator from outside of Matrix
 */
export async function resetBreaker(tx: Transaction, by: UserId | 'operator'): Promise<boolean> {
  const { rows } = await tx.query<{ queues: string[] }>(
    `WITH closed AS (
       UPDATE breaker SET opened_at = NULL, reason = NULL, count = NULL, reset_at = now(), reset_by = $1
       WHERE opened_at IS NOT NULL RETURNING breaker),
     woken AS (
       UPDATE jobs SET run_at = now() FROM closed
       WHERE queue IN ('mail-out', 'notice-out') AND state = 'ready' AND error = $2 RETURNING queue),
     forgotten AS (DELETE FROM breaker_minutes USING closed)
     SELECT ARRAY(SELECT DISTINCT queue FROM woken) AS queues FROM closed`,
    [by, BREAKER_OPEN],
  );
  for (const queue of rows[0]?.queues ?? []) tx.notify(JOBS_CHANNEL, queue);
  return rows.length > 0;
}

/** Whether the breaker is open, and how many answers of each account the loop guard stopped. */
export async function breakerFigures(
  db: Queryable,
): Promise<{ readonly open: boolean; readonly held: ReadonlyMap<AccountId, number> }> {
  const { rows } = await db.query<{ open: boolean; account: AccountId | null; held: number }>(
    `SELECT breaker.opened_at IS NOT NULL AS open, held.account, coalesce(held.count, 0) AS held
     FROM breaker LEFT JOIN (
       SELECT v.account, count(*) AS count FROM brake_verdicts v JOIN outgoing o USING (outgoing)
       WHERE v.state = 'held' AND o.state = 'closed' GROUP BY v.account) held ON true`,
  );
  const held = rows.flatMap(({ account, held }) => (account === null ? [] : [[account, held] as const]));
  return { open: rows[0]?.open ?? false, held: new Map(held) };
}

/** Deletes minutes that count no more. */
export async function purgeMinutes(db: Queryable): Promise<number> {
  const { rowCount } = await db.query(`DELETE FROM breaker_minutes WHERE minute < ${MINUTE} - 60`);
  return rowCount ?? 0;
}
