/** Mails of ours that leave at a time that somebody named. One SQL statement a function, but for the job. */
import type { AccountId, MessageKey, RoomId, UserId } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { runMailAt } from './drafts.ts';
import { reactionMail } from './outgoing-messages.ts';

/** The newest mail of somebody’s words in a room that can still be taken back; null for none. */
export async function newestHeld(db: Queryable, room: RoomId, author: UserId): Promise<MessageKey | null> {
  const { rows } = await db.query<{ outgoing: MessageKey }>(
    `SELECT outgoing FROM outgoing WHERE room = $1 AND author = $2 AND state IN ('open', 'closed')
       AND NOT ${reactionMail('outgoing.outgoing')}
     ORDER BY coalesce(said, 0) DESC, opened_at DESC LIMIT 1`,
    [room, author],
  );
  return rows[0]?.outgoing ?? null;
}

/**
 * A mail leaves then, and nothing joins it any more; null for as soon as it may. Returns when it leaves: later where
 * the quota of its author wants that. Null where its bytes are fixed.
 */
export async function planMail(
  tx: Transaction,
  mail: { readonly outgoing: MessageKey; readonly account: AccountId },
  at: Date | null,
): Promise<Date | null> {
  const { rows } = await tx.query<{ at: Date }>(
    `UPDATE outgoing SET state = 'closed', send_at = $2,
       quota_before = CASE WHEN send_at IS NULL THEN not_before ELSE quota_before END,
       not_before = greatest(CASE WHEN send_at IS NULL THEN not_before ELSE quota_before END, $2)
     WHERE outgoing = $1 AND state IN ('open', 'closed') RETURNING greatest(send_after, not_before) AS at`,
    [mail.outgoing, at],
  );
  const leaves = rows[0]?.at ?? null;
  // A draft that nobody said yes to has no job, or one that shows it.
  const { rows: waiting } = await tx.query(
    `SELECT FROM drafts d WHERE outgoing = $1 AND NOT EXISTS (
       SELECT FROM draft_yeses y WHERE y.outgoing = d.outgoing AND y.hash = d.shown)`,
    [mail.outgoing],
  );
  if (leaves !== null && waiting.length === 0) await runMailAt(tx, mail, leaves);
  return leaves;
}

/** When a mail leaves by the word of a person; null where nobody named a time. */
export async function plannedFor(db: Queryable, outgoing: MessageKey): Promise<Date | null> {
  const { rows } = await db.query<{ at: Date | null }>('SELECT send_at AS at FROM outgoing WHERE outgoing = $1', [
    outgoing,
  ]);
  return rows[0]?.at ?? null;
}
