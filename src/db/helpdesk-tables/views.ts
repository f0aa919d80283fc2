/** What operators see of conversations and mails from outside of Matrix. One SQL statement a function; reads only. */
import type { AccountId, EventId, MessageKey, RoomId, ThreadId } from '../../bridge/types.ts';
import type { MailKind, MessageId, Person } from '../../mail/types.ts';
import type { Queryable } from '../pool.ts';
import { idHash, readMessageFacts } from '../thread-tables/threads.ts';

/** A mail of a thread, in either direction. */
export interface MessageView {
  readonly message: MessageKey;
  readonly messageId: MessageId;
  readonly direction: 'in' | 'out' | 'colleague';
  readonly kind: MailKind;
  readonly at: Date;
  readonly subject: string;
  readonly from: readonly Person[];
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
}

/** The newest mails of a thread, the newest first. */
export async function viewMessages(db: Queryable, thread: ThreadId, limit: number): Promise<MessageView[]> {
  const { rows } = await db.query<{
    message: MessageKey;
    message_id: MessageId;
    direction: MessageView['direction'];
    kind: MailKind;
    at: Date;
    facts: unknown;
  }>(
    'SELECT message, message_id, direction, kind, at, facts FROM messages WHERE thread = $1 ORDER BY seq DESC LIMIT $2',
    [thread, limit],
  );
  return rows.map(({ message_id: messageId, facts, ...row }) => {
    const { subject, from, to, cc } = readMessageFacts(facts);
    return { ...row, messageId, subject, from, to, cc };
  });
}

/** The newest message with a Message-ID in these accounts; null where there is none. */
export async function messageNamed(
  db: Queryable,
  accounts: readonly AccountId[],
  messageId: MessageId,
): Promise<MessageKey | null> {
  const { rows } = await db.query<{ message: MessageKey }>(
    `SELECT message FROM messages WHERE account = ANY($1::text[]) AND id_hash = $2 AND message_id = $3
     ORDER BY at DESC LIMIT 1`,
    [accounts, idHash(messageId), messageId],
  );
  return rows[0]?.message ?? null;
}

/** A mail that waits for somebody's decision. */
export interface SuspectedView {
  readonly message: MessageKey;
  readonly account: AccountId;
  readonly at: Date;
  readonly reason: string;
  /** What the account's lobby was told of it: from whom it claims to be, its subject, why it is suspected. */
  readonly told: string;
}

/** The latest first, at most `limit`. */
export async function viewSuspected(
  db: Queryable,
  accounts: readonly AccountId[],
  limit: number,
): Promise<{ readonly held: readonly SuspectedView[]; readonly total: number }> {
  const { rows } = await db.query<SuspectedView & { total: number }>(
    `SELECT *, count(*) OVER () AS total FROM (
       SELECT DISTINCT ON (m.account, m.message) m.message, m.account, m.stored_at AS at, coalesce(m.reason, '') AS
       reason,
         coalesce(s.content ->> 'body', '') AS told
       FROM mails m LEFT JOIN matrix_sends s ON s.message = m.message AND s.purpose = 'suspected'
       WHERE m.state = 'held' AND m.message IS NOT NULL AND m.account = ANY($1::text[])
       ORDER BY m.account, m.message, m.mail) held
     ORDER BY at DESC, message LIMIT $2`,
    [accounts, limit],
  );
  return { held: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** The account of a suspected mail, and the notice about it in the lobby. Null where it does not wait (any more). */
export async function suspectedAt(
  db: Queryable,
  message: string,
): Promise<{ readonly message: MessageKey; readonly account: AccountId; readonly event: EventId | null } | null> {
  const { rows } = await db.query<{ message: MessageKey; account: AccountId; event: EventId | null }>(
    `SELECT m.message, m.account, s.event
     FROM mails m LEFT JOIN matrix_sends s ON s.message = m.message AND s.purpose = 'suspected'
     WHERE m.message = $1 AND m.state = 'held' LIMIT 1`,
    [message],
  );
  return rows[0] ?? null;
}

/** The thread of a room by the localpart of its alias or by its id, in whichever of these accounts it is. */
export async function threadAt(
  db: Queryable,
  accounts: readonly AccountId[],
  room: { readonly id: RoomId } | { readonly alias: string },
): Promise<ThreadId | null> {
  const { rows } = await db.query<{ thread: ThreadId }>(
    `SELECT thread FROM rooms WHERE account = ANY($1::text[]) AND kind = 'thread' AND (room = $2 OR alias = $3) LIMIT
       1`,
    [accounts, 'id' in room ? room.id : null, 'alias' in room ? room.alias : null],
  );
  return rows[0]?.thread ?? null;
}

/** The time of the database, by which everything falls due: that of its clock, also within a transaction. */
export async function timeNow(db: Queryable): Promise<Date> {
  const { rows } = await db.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  return rows[0]?.now ?? new Date(0);
}
