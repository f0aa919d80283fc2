/** How many mails a person writes within a day, over all accounts. */
import type { MessageKey, UserId } from '../../bridge/types.ts';
import type { Transaction } from '../pool.ts';

/**
 * Until when a further mail of an author waits who has used up `limit` mails within 24 hours; null where it need not.
 * Mails that wait count when they will leave, so that no span of 24 hours ever holds more than `limit`. One author's
 * mails of several rooms are counted one after the other, under a lock that ends with the transaction.
 *
 * @param except a mail that the further one takes the place of
 */
export async function quotaEnd(
  tx: Transaction,
  author: UserId,
  limit: number,
  except: MessageKey | null,
): Promise<Date | null> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`quota ${author}`]);
  const { rows } = await tx.query<{ free: Date }>(
    `SELECT coalesce(not_before, opened_at) + interval '24 hours' AS free FROM outgoing
     WHERE author = $2 AND outgoing IS DISTINCT FROM $1 AND state <> 'cancelled'
       AND coalesce(not_before, opened_at) > now() - interval '24 hours'
     ORDER BY coalesce(not_before, opened_at) DESC OFFSET $3 LIMIT 1`,
    [except, author, limit - 1],
  );
  return rows[0]?.free ?? null;
}
