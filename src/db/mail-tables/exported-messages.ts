/** Messages of conversations, oldest first, for an export. What is suspected or in quarantine is no message yet. */
import type { AccountId, MessageKey, RoomId, ThreadId } from '../../bridge/types.ts';
import type { MessageId } from '../../mail/types.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { readMessageFacts, type MessageFacts } from '../thread-tables/threads.ts';

/** Which messages; null is any. Those of own mailboxes are nobody's to export (`bridge/account/own-mailbox.ts`). */
export interface ExportScope {
  readonly account: AccountId | null;
  readonly room: RoomId | null;
}

export interface ExportedMessage {
  readonly message: MessageKey;
  readonly seq: number;
  readonly account: AccountId;
  readonly thread: ThreadId;
  /** The newest room of its thread; null where it has none. */
  readonly room: RoomId | null;
  readonly direction: 'in' | 'out' | 'colleague';
  readonly messageId: MessageId;
  readonly mail: number | null;
  readonly at: Date;
  readonly facts: MessageFacts;
  /**
   * said: it came, or left, or may have left. waiting: an answer that has not left yet. stopped: one that never will.
   */
  readonly standing: 'said' | 'waiting' | 'stopped';
}

/** The next `limit` messages behind that `seq` (-1 for the first). */
export async function exportedMessages(
  db: Queryable,
  { account, room }: ExportScope,
  after: number,
  limit: number,
): Promise<ExportedMessage[]> {
  const { rows } = await db.query<Omit<ExportedMessage, 'facts'> & { readonly facts: unknown }>(
    `SELECT m.message, m.seq, m.account, m.thread, m.direction, m.message_id AS "messageId", m.mail, m.at, m.facts,
       (SELECT r.room FROM rooms r WHERE r.thread = m.thread AND r.kind = 'thread' ORDER BY r.generation DESC LIMIT 1)
         AS room,
       CASE WHEN o.state IN ('failed', 'cancelled') THEN 'stopped'
         WHEN o.state IS NOT NULL AND o.state NOT IN ('sent', 'unknown') THEN 'waiting'
         ELSE 'said' END AS standing
     FROM messages m LEFT JOIN outgoing o ON m.mail IS NULL AND o.outgoing = m.message
     WHERE m.seq > $1 AND ($2::text IS NULL OR m.account = $2)
       AND NOT EXISTS (SELECT FROM own_accounts WHERE account = m.account AND owner IS NOT NULL)
       AND ($3::text IS NULL OR m.thread IN (SELECT thread FROM rooms WHERE room = $3))
     ORDER BY m.seq LIMIT $4`,
    [after, account, room, limit],
  );
  return rows.map((row) => ({ ...row, facts: readMessageFacts(row.facts) }));
}

/**
 * Has the transaction see the database as it is now until its end, so that what is purged meanwhile is read whole. Must
 * come first in it.
 */
export async function holdStill(tx: Transaction): Promise<void> {
  await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
}

/** Whether there is such a room of a conversation, and such an account, and neither is of an own mailbox. */
export async function isExportable(db: Queryable, { account, room }: ExportScope): Promise<boolean> {
  const { rows } = await db.query<{ there: boolean }>(
    `WITH owned AS (SELECT account FROM own_accounts WHERE owner IS NOT NULL)
     SELECT ($1::text IS NULL OR EXISTS (SELECT FROM accounts WHERE account = $1 AND account NOT IN (TABLE owned)))
       AND ($2::text IS NULL OR EXISTS (
         SELECT FROM rooms WHERE room = $2 AND thread IS NOT NULL AND account NOT IN (TABLE owned))) AS there`,
    [account, room],
  );
  return rows[0]?.there === true;
}
