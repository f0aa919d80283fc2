/** How many mails a person writes within a day, over all accounts. */
import type { MessageKey, UserId } from '../bridge/types.ts';
import type { Transaction } from './pool.ts';

/**
 * Makes a mail that was just opened wait where its author has used up `limit` mails within 24 hours, and returns until when; null
 * where it need not wait. Mails that wait count when they will leave, so that no span of 24 hours ever holds more than `limit`.
 * One author's mails of several rooms are counted one after the other, under a lock that ends with the transaction.
 */
export async function holdForQuota(
  tx: Transaction,
  mail: { readonly outgoing: MessageKey; readonly author: UserId },
  limit: number,
): Promise<Date | null> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`quota ${mail.author}`]);
  const { rows } = await tx.query<{ free: Date }>(
    `SELECT coalesce(not_before, opened_at) + interval '24 hours' AS free FROM outgoing
     WHERE author = $2 AND outgoing <> $1 AND state <> 'cancelled'
       AND coalesce(not_before, opened_at) > now() - interval '24 hours'
     ORDER BY coalesce(not_before, opened_at) DESC OFFSET $3 LIMIT 1`,
    [mail.outgoing, mail.author, limit - 1],
  );
  const free = rows[0]?.free ?? null;
  if (free === null) return null;
  await tx.query('UPDATE outgoing SET not_before = $2 WHERE outgoing = $1', [mail.outgoing, free]);
  return free;
}
