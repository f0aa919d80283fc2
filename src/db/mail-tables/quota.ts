/** How many mails a person writes within a day, over all accounts. */
import type { MessageKey, UserId } from '../../bridge/types.ts';
import { together } from '../pool.ts';
import type { Transaction } from '../pool.ts';

/** What is counted for them is counted by this transaction alone until it ends; in one order for all. */
async function lockQuotas(tx: Transaction, authors: readonly UserId[]): Promise<readonly undefined[]> {
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtextextended(one.name, 0))
     FROM (SELECT DISTINCT name COLLATE "C" AS name FROM unnest($1::text[]) AS name ORDER BY 1) one`,
    [authors.map((author) => `quota ${author}`)],
  );
  return authors.map(() => undefined);
}

/**
 * Whether nobody can use up `limit` mails within 24 hours by what this transaction writes: `authors` has a person once
 * for each mail of theirs. Under the locks of all of them.
 */
export async function isQuotaAmple(tx: Transaction, authors: readonly UserId[], limit: number): Promise<boolean> {
  if (limit === 0) return true;
  await lockQuotas(tx, authors);
  const { rows } = await tx.query<{ author: UserId; mails: number }>(
    `SELECT author, count(*) AS mails FROM outgoing WHERE author = ANY($1::text[]) AND state <> 'cancelled'
       AND coalesce(not_before, opened_at) > now() - interval '24 hours' GROUP BY author`,
    [[...new Set(authors)]],
  );
  const written = new Map(rows.map(({ author, mails }) => [author, mails]));
  const more = Map.groupBy(authors, (author) => author);
  return [...more].every(([author, { length }]) => (written.get(author) ?? 0) + length <= limit);
}

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
  await together(tx, lockQuotas, author);
  const { rows } = await tx.query<{ free: Date }>(
    `SELECT coalesce(not_before, opened_at) + interval '24 hours' AS free FROM outgoing
     WHERE author = $2 AND outgoing IS DISTINCT FROM $1 AND state <> 'cancelled'
       AND coalesce(not_before, opened_at) > now() - interval '24 hours'
     ORDER BY coalesce(not_before, opened_at) DESC OFFSET $3 LIMIT 1`,
    [except, author, limit - 1],
  );
  return rows[0]?.free ?? null;
}
