/** Mails that Mailroom writes by itself (`outgoing/mail-notice.ts`). One SQL statement a function. */
import type { AccountId, MessageKey } from '../../bridge/types.ts';
import type { Address, MessageId } from '../../mail/types.ts';
import type { Queryable } from '../pool.ts';

export interface NoticeRow {
  readonly notice: MessageKey;
  readonly account: AccountId;
  readonly recipient: Address;
  readonly messageId: MessageId;
  /** Frozen: every try sends these. */
  readonly bytes: Buffer;
  readonly nullPath: boolean;
  readonly state: 'waiting' | 'trying' | 'sent' | 'refused' | 'lost';
  readonly attempts: number;
  readonly at: Date;
}

/** Writes it; false where the same one was written before. */
export async function addNotice(
  tx: Queryable,
  notice: Pick<NoticeRow, 'notice' | 'account' | 'recipient' | 'messageId' | 'bytes' | 'nullPath'>,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO notices (notice, account, recipient, message_id, bytes, null_path) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (notice) DO NOTHING`,
    [notice.notice, notice.account, notice.recipient, notice.messageId, notice.bytes, notice.nullPath],
  );
  return rowCount === 1;
}

export async function loadNotice(db: Queryable, notice: string): Promise<NoticeRow | null> {
  const { rows } = await db.query<NoticeRow>(
    `SELECT notice, account, recipient, message_id AS "messageId", bytes, null_path AS "nullPath", state, attempts, at
     FROM notices WHERE notice = $1`,
    [notice],
  );
  return rows[0] ?? null;
}

/**
 * Marks by compare-and-set, directly before the end of the data, that from now on the relay may have it; false where
 * somebody else is at it.
 */
export async function markNoticeTrying(
  db: Queryable,
  { notice, attempts }: Pick<NoticeRow, 'notice' | 'attempts'>,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE notices SET state = 'trying', attempts = attempts + 1
     WHERE notice = $1 AND state = 'waiting' AND attempts = $2`,
    [notice, attempts],
  );
  return rowCount === 1;
}

/**
 * Writes what became of an attempt; `nullPath` false: from now on under the account's own address. `attempts`: how many
 * were made.
 */
export async function settleNotice(
  tx: Queryable,
  notice: MessageKey,
  became: Pick<NoticeRow, 'state' | 'nullPath' | 'attempts'> & { readonly reason: string | null },
): Promise<void> {
  await tx.query(
    `UPDATE notices SET state = $2, reason = $3, null_path = $4, attempts = greatest(attempts, $5),
       settled_at = CASE WHEN $2 = 'waiting' THEN NULL ELSE now() END WHERE notice = $1`,
    [notice, became.state, became.reason, became.nullPath, became.attempts],
  );
}

/** One that has not left does not leave any more. */
export async function withdrawNotice(tx: Queryable, notice: MessageKey): Promise<void> {
  await tx.query(
    `UPDATE notices SET state = 'lost', reason = 'taken back', settled_at = now()
     WHERE notice = $1 AND state = 'waiting'`,
    [notice],
  );
}
