/**
 * Mails of ours that leave only where somebody says so: they waited while nobody served their account, so that their
 * words, and who reads them, are of another day; or their room cannot be read, so that nobody knows whether they were
 * changed or deleted there.
 */
import type { AccountId, MessageKey, UserId } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../pool.ts';

/**
 * Puts aside what waited at an account's return: what was said and not composed although its time had come, and what
 * was composed longer ago than `olderThanMs`. What the loop guard stopped waits for its own yes. How many.
 */
export async function putAside(tx: Transaction, account: AccountId, since: Date, olderThanMs: number): Promise<number> {
  const { rowCount } = await tx.query(
    `INSERT INTO returned_mails (outgoing, account, since)
     SELECT o.outgoing, o.account, $2 FROM outgoing o WHERE o.account = $1 AND (
       (o.state IN ('open', 'closed') AND greatest(o.send_after, o.not_before) <= now()
          AND NOT EXISTS (SELECT FROM brake_verdicts v WHERE v.outgoing = o.outgoing AND v.state = 'held'))
       OR (o.state IN ('frozen', 'trying', 'deferred') AND o.frozen_at < now() - $3::double precision * interval
       '1 ms'))
     ON CONFLICT (outgoing) DO UPDATE SET state = 'waiting', since = excluded.since, why = 'unserved', at = now()`,
    [account, since, olderThanMs],
  );
  return rowCount ?? 0;
}

/** Puts one mail aside that is made of what was said before its account's return. */
export async function putMailAside(
  tx: Transaction,
  mail: { readonly outgoing: MessageKey; readonly account: AccountId; readonly since: Date },
): Promise<void> {
  await tx.query(
    'INSERT INTO returned_mails (outgoing, account, since) VALUES ($1, $2, $3) ON CONFLICT (outgoing) DO NOTHING',
    [mail.outgoing, mail.account, mail.since],
  );
}

/** Puts a mail aside whose room cannot be read. */
export async function putUnseenAside(
  tx: Transaction,
  mail: { readonly outgoing: MessageKey; readonly account: AccountId },
): Promise<void> {
  await tx.query(
    `INSERT INTO returned_mails (outgoing, account, since, why) VALUES ($1, $2, now(), 'unseen')
     ON CONFLICT (outgoing) DO UPDATE SET state = 'waiting', since = now(), why = 'unseen', at = now()
       WHERE returned_mails.why <> 'unseen' OR returned_mails.state <> 'waiting'`,
    [mail.outgoing, mail.account],
  );
}

/** Of a mail that waits for a yes, or waited: why, since when, and what was said. */
export interface MailAside {
  readonly why: 'unserved' | 'unseen';
  readonly since: Date;
  readonly state: 'waiting' | 'released' | 'cancelled';
}

export async function mailAside(db: Queryable, outgoing: MessageKey): Promise<MailAside | null> {
  const { rows } = await db.query<MailAside>('SELECT why, since, state FROM returned_mails WHERE outgoing = $1', [
    outgoing,
  ]);
  return rows[0] ?? null;
}

/** Since when a mail waits for a yes, or nobody had served its account; null for a mail that waits for none. */
export async function asideSince(db: Queryable, outgoing: MessageKey): Promise<Date | null> {
  const aside = await mailAside(db, outgoing);
  return aside?.state === 'waiting' ? aside.since : null;
}

/**
 * Lets a mail that waits go, or discards it; false where it does not wait (any more). One that was composed begins its
 * time for retries anew.
 */
export async function settleAside(
  tx: Transaction,
  outgoing: MessageKey,
  to: 'released' | 'cancelled',
  by: UserId,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE returned_mails SET state = $2, decided_by = $3, at = now() WHERE outgoing = $1 AND state = 'waiting'`,
    [outgoing, to, by],
  );
  if (rowCount !== 1) return false;
  await tx.query(
    to === 'cancelled'
      ? `UPDATE outgoing SET state = 'cancelled', settled_at = now()
         WHERE outgoing = $1 AND state IN ('open', 'closed', 'frozen', 'deferred')`
      : `UPDATE outgoing SET frozen_at = now() WHERE outgoing = $1 AND frozen_at IS NOT NULL`,
    [outgoing],
  );
  return true;
}
