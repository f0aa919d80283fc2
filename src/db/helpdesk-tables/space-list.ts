/** Which conversations come first where a space lists only so many of them (`bridge/helpdesk/space-order.ts`). */
import type { AccountId, ThreadId } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { openThreads, showElsewhere } from './thread-work.ts';
import type { ThreadOf } from './thread-work.ts';

/** Those that somebody has are in that person's client; then as `threadOrder` has it. */
const KEY = (row: string): string => `${row}.claimed_by IS NULL OR ${row}.state <> 'open', CASE
  WHEN ${row}.state <> 'open' THEN 70 WHEN ${row}.waiting = 'nobody' THEN 50 WHEN ${row}.waiting = 'them' THEN 60
  WHEN ${row}.claimed_by IS NULL THEN 30 ELSE 40 END, ${row}.since, ${row}.thread`;

/**
 * How many conversations of the account come before this one; one that nobody has worked on comes last. Where no more
 * than `most` are open at all it is not counted, and 0.
 */
export async function rankInSpace(db: Queryable, at: ThreadOf, most: number): Promise<number> {
  const open = await openThreads(db, at.account, most + 1);
  if (open <= most && most > 0) return 0;
  const { rows } = await db.query<{ rank: number }>(
    `SELECT count(*)::integer AS rank FROM thread_work o LEFT JOIN thread_work own ON own.thread = $2
     WHERE o.account = $1 AND o.state IN ('open', 'snoozed') AND o.thread <> $2
       AND (own.thread IS NULL OR (${KEY('o')}) < (${KEY('own')}))`,
    [at.account, at.thread],
  );
  return rows[0]?.rank ?? 0;
}

/** Conversations that are moved for each one that changed. */
const MOVED = 4;
/** So far behind those that are listed it is looked for others that are no more, beside as many as are listed. */
const BEHIND = 100;

/**
 * One conversation has changed its place, or is done: others at the border that are to be listed now, or not any more,
 * get their jobs.
 *
 * @param most what the space lists
 * @param entry below this rank one that is not listed comes in
 */
export async function moveOthers(
  tx: Transaction,
  account: AccountId,
  { most, entry }: { most: number; entry: number },
): Promise<void> {
  const { rows } = await tx.query<{ thread: ThreadId }>(
    `WITH ranked AS (
       SELECT w.thread, row_number() OVER () - 1 AS rank, count(*) OVER () AS open,
         coalesce((w.shown ->> 'listed')::boolean, NOT EXISTS (SELECT FROM rooms r
           WHERE r.thread = w.thread AND r.kind = 'thread' AND r.unlisted)) AS listed
       FROM (SELECT * FROM thread_work t WHERE t.account = $1 AND t.state IN ('open', 'snoozed')
         ORDER BY ${KEY('t')} LIMIT 2 * $2::integer + ${BEHIND}) w
     )
     SELECT thread FROM ranked
     WHERE ((listed AND rank >= $2) OR (NOT listed AND (rank < $3 OR (open <= $2 AND rank < $2))))
       AND EXISTS (SELECT FROM rooms r WHERE r.thread = ranked.thread AND r.kind = 'thread' AND r.state = 'active')
     ORDER BY rank LIMIT ${MOVED}`,
    [account, most, entry],
  );
  for (const { thread } of rows) {
    // One that another process is at is left to the next change: it may wait for this one.
    const free = await tx.query('SELECT FROM thread_work WHERE thread = $1 FOR UPDATE SKIP LOCKED', [thread]);
    if (free.rowCount === 1) await showElsewhere(tx, { account, thread });
  }
}
