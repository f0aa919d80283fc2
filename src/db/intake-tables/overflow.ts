/**
 * Mails that wait until a member lets them in, each with the reason beside it: in the overflow rooms of accounts what
 * is more than strangers may begin, and old mail that came in quantity (a reason that begins with `old`). One SQL
 * statement a function.
 */
import type { AccountId, MessageKey, UserId } from '../../bridge/types.ts';
import { JOBS_CHANNEL } from '../../queue/queue.ts';
import type { Queryable } from '../pool.ts';

/** Who decides, about one message or about all that wait in an account. */
export interface OverflowDecision {
  readonly account: AccountId;
  readonly message: MessageKey | null;
  readonly by: UserId;
}

/** What waits in the overflow room. */
const CROWDED = `state = 'overflow' AND reason NOT LIKE 'old%'`;
/** Puts them back to be decided, in the order in which they came. How many; 0 where none waits (any more). */
export async function letInOverflow(tx: Queryable, { account, message, by }: OverflowDecision): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `WITH let_in AS (
       UPDATE mails SET state = 'stored', let_in_by = $3
       WHERE account = $1 AND ${CROWDED} AND ($2::text IS NULL OR message = $2) RETURNING mail),
     added AS (
       INSERT INTO jobs (account, queue, key, subject)
       SELECT $1, 'mail-in', $1, mail::text FROM let_in ORDER BY let_in.mail
       ON CONFLICT (queue, subject) DO NOTHING RETURNING queue)
     SELECT count(*) AS count FROM let_in`,
    [account, message, by],
  );
  tx.notify(JOBS_CHANNEL, 'mail-in');
  return rows[0]?.count ?? 0;
}

/** Ends them unshown; they stay in the mailbox. How many. */
export async function discardOverflow(tx: Queryable, { account, message, by }: OverflowDecision): Promise<number> {
  const { rowCount } = await tx.query(
    `UPDATE mails SET state = 'ignored', reason = 'discarded by ' || $3::text
     WHERE account = $1 AND ${CROWDED} AND ($2::text IS NULL OR message = $2)`,
    [account, message, by],
  );
  return rowCount ?? 0;
}

/** A mail that waits. */
export interface OverflowMail {
  readonly message: MessageKey;
  readonly account: AccountId;
  readonly at: Date;
  /** What the overflow room was told of it; '' where it has no line of its own there. */
  readonly told: string;
}

/** The latest first, at most `limit`. */
export async function overflowMails(
  db: Queryable,
  accounts: readonly AccountId[],
  limit: number,
): Promise<{ readonly waiting: readonly OverflowMail[]; readonly total: number }> {
  const { rows } = await db.query<OverflowMail & { total: number }>(
    `SELECT m.message, m.account, m.stored_at AS at, coalesce(s.content ->> 'body', '') AS told,
       count(*) OVER () AS total
     FROM mails m LEFT JOIN matrix_sends s ON s.message = m.message AND s.purpose = 'overflow'
     WHERE m.state = 'overflow' AND m.reason NOT LIKE 'old%' AND m.account = ANY($1::text[])
     ORDER BY m.mail DESC LIMIT $2`,
    [accounts, limit],
  );
  return { waiting: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
