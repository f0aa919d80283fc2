/**
 * Mails that somebody puts into another thread. One SQL statement a function; each leaves alone what is there already.
 */
import type { AccountId, EventId, MatrixSend, MessageKey, RoomId, ThreadId, UserId } from '../../bridge/types.ts';
import type { MessageId } from '../../mail/types.ts';
import type { Queryable } from '../pool.ts';
import { idHash, readMessageFacts } from './threads.ts';
import type { Message, MessageFacts } from './threads.ts';

/** A mail of a thread, as far as it is moved. */
export interface Movable {
  readonly message: MessageKey;
  readonly messageId: MessageId;
  readonly direction: Message['direction'];
  readonly outgoing: MessageKey | null;
  readonly list: string | null;
  readonly facts: MessageFacts;
}

/** The mails of a thread from one on (all of them for 0), the oldest first. */
export async function messagesFrom(
  db: Queryable,
  thread: ThreadId,
  seq: number,
  limit: number,
): Promise<{ readonly messages: readonly Movable[]; readonly count: number }> {
  const { rows } = await db.query<{
    message: MessageKey;
    message_id: MessageId;
    direction: Message['direction'];
    outgoing: MessageKey | null;
    list: string | null;
    facts: unknown;
    count: number;
  }>(
    `SELECT message, message_id, direction, outgoing, list, facts, count(*) OVER () AS count
     FROM messages WHERE thread = $1 AND seq >= $2 ORDER BY seq LIMIT $3`,
    [thread, seq, limit],
  );
  const messages = rows.map(({ message_id: messageId, facts, message, direction, outgoing, list }) => ({
    message,
    messageId,
    direction,
    outgoing,
    list,
    facts: readMessageFacts(facts),
  }));
  return { messages, count: rows[0]?.count ?? 0 };
}

/** Whether a thread has a mail before this one. */
export async function hasBefore(db: Queryable, thread: ThreadId, seq: number): Promise<boolean> {
  const { rows } = await db.query('SELECT FROM messages WHERE thread = $1 AND seq < $2 LIMIT 1', [thread, seq]);
  return rows.length > 0;
}

/** What is moved, from where to where. */
export interface Move {
  readonly account: AccountId;
  readonly from: ThreadId;
  readonly to: ThreadId;
  readonly messages: readonly Pick<Movable, 'message' | 'messageId'>[];
  readonly by: UserId;
}

/** They are found where they stand from now on. */
export async function moveMessages(tx: Queryable, { from, to, messages, by }: Move): Promise<void> {
  await tx.query(
    `WITH moved AS (
       UPDATE messages SET thread = $2, placed_by = $3 WHERE thread = $1 AND message = ANY($4::text[])
       RETURNING message)
     UPDATE search_texts s SET thread = $2 FROM moved WHERE s.message = moved.message`,
    [from, to, by, messages.map(({ message }) => message)],
  );
}

/**
 * Their ids, and the aliases of ours among them, lead to the new thread from now on. An id that a mail which stays has
 * too stays as well. Called after `moveMessages`.
 */
export async function moveIds(tx: Queryable, { account, from, to, messages }: Move): Promise<void> {
  await tx.query(
    `WITH gone AS (
       DELETE FROM thread_ids i WHERE account = $1 AND thread = $2 AND kind <> 'reference'
         AND (id_hash = ANY($4::bytea[]) OR alias_of = ANY($5::text[]))
         AND NOT EXISTS (SELECT FROM messages m WHERE m.account = $1 AND m.thread = $2 AND m.id_hash = i.id_hash)
       RETURNING id_hash, message_id, kind, alias_of)
     INSERT INTO thread_ids (account, id_hash, thread, message_id, kind, alias_of, placed)
     SELECT $1, id_hash, $3, message_id, kind, alias_of, true FROM gone
     ON CONFLICT (account, id_hash, thread) DO UPDATE SET kind = excluded.kind, alias_of = excluded.alias_of, placed =
     true`,
    [account, from, to, messages.map(({ messageId }) => idHash(messageId)), messages.map(({ message }) => message)],
  );
}

/** The parts that these people have in one thread they have in the other too. */
export async function copyPeople(
  tx: Queryable,
  { account, from, to }: Omit<Move, 'messages' | 'by'>,
  addresses: readonly string[],
): Promise<void> {
  await tx.query(
    `INSERT INTO thread_people AS known (account, thread, address, standing, via, decided_by)
     SELECT $1, $3, address, standing, via, decided_by FROM thread_people
     WHERE thread = $2 AND address = ANY($4::text[]) ORDER BY address
     ON CONFLICT (thread, address) DO UPDATE SET standing = 'participant'
       WHERE known.standing = 'newcomer' AND known.decided_by IS NULL AND excluded.standing = 'participant'`,
    [account, from, to, addresses],
  );
}

/** A thread without mails any more: what still leads to it leads to the other. */
export async function mergeThread(tx: Queryable, { account, from, to }: Omit<Move, 'messages' | 'by'>): Promise<void> {
  await tx.query(
    `WITH gone AS (DELETE FROM thread_ids WHERE account = $1 AND thread = $2 RETURNING id_hash, message_id, kind,
       alias_of),
     ids AS (
       INSERT INTO thread_ids (account, id_hash, thread, message_id, kind, alias_of)
       SELECT $1, id_hash, $3, message_id, kind, alias_of FROM gone ON CONFLICT DO NOTHING),
     traits AS (
       INSERT INTO thread_traits (account, thread, kind, value_hash, value)
       SELECT $1, $3, kind, value_hash, value FROM thread_traits WHERE thread = $2 ON CONFLICT DO NOTHING)
     UPDATE threads SET moved_to = CASE WHEN thread = $3 THEN NULL ELSE $3 END
     WHERE account = $1 AND (thread IN ($2, $3) OR moved_to = $2)`,
    [account, from, to],
  );
}

/** Where a thread was merged into, null where it was not. */
export async function mergedInto(db: Queryable, thread: ThreadId): Promise<ThreadId | null> {
  const { rows } = await db.query<{ moved_to: ThreadId | null }>('SELECT moved_to FROM threads WHERE thread = $1', [
    thread,
  ]);
  return rows[0]?.moved_to ?? null;
}

/** Who put a mail where it is, null where that was decided when it came. */
export async function placedBy(db: Queryable, message: MessageKey): Promise<UserId | null> {
  const { rows } = await db.query<{ placed_by: UserId | null }>('SELECT placed_by FROM messages WHERE message = $1', [
    message,
  ]);
  return rows[0]?.placed_by ?? null;
}

/** The room of an account's thread by the localpart of its alias or by its id. */
export async function threadOfRoom(
  db: Queryable,
  account: AccountId,
  room: { readonly id: RoomId } | { readonly alias: string },
): Promise<ThreadId | null> {
  const { rows } = await db.query<{ thread: ThreadId }>(
    `SELECT coalesce(t.moved_to, t.thread) AS thread FROM rooms r JOIN threads t USING (thread)
     WHERE r.account = $1 AND r.kind = 'thread' AND (r.room = $2 OR r.alias = $3) LIMIT 1`,
    [account, 'id' in room ? room.id : null, 'alias' in room ? room.alias : null],
  );
  return rows[0]?.thread ?? null;
}

/** Where a mail stands in a room: as an event that we posted, or as what somebody said. */
export interface MailInRoom {
  readonly message: MessageKey;
  readonly room: RoomId;
  readonly event: EventId;
}

/** The first event of each of these mails in the room of a thread; those that have none there are left out. */
export async function eventsIn(
  db: Queryable,
  thread: ThreadId,
  messages: readonly MessageKey[],
): Promise<Map<MessageKey, MailInRoom>> {
  const { rows } = await db.query<MailInRoom>(
    `SELECT DISTINCT ON (message) message, room, event FROM (
       SELECT s.message, r.room, s.event, s.at, s.part AS place FROM matrix_sends s
         JOIN rooms r ON r.thread = s.thread AND r.kind = 'thread' AND r.state = 'active'
         WHERE s.thread = $1 AND s.message = ANY($2::text[]) AND s.event IS NOT NULL
           AND s.purpose IN ('part', 'unread', 'report', 'repeated')
       UNION ALL
       SELECT e.outgoing, o.room, e.event, o.opened_at, e.position AS place FROM outgoing_events e
         JOIN outgoing o USING (outgoing) WHERE o.thread = $1 AND e.outgoing = ANY($2::text[]) AND e.state = 'in') AS
         all_of_them
     ORDER BY message, at DESC, place`,
    [thread, messages],
  );
  return new Map(rows.map((row) => [row.message, row]));
}

/** The parts of a mail as they were first sent, without what was said about it since. */
export async function originalParts(db: Queryable, message: MessageKey): Promise<Pick<MatrixSend, 'send'>[]> {
  const { rows } = await db.query<Pick<MatrixSend, 'send'>>(
    `SELECT send FROM matrix_sends WHERE message = $1 AND purpose IN ('part', 'unread', 'report', 'original')
       AND state IN ('waiting', 'sent') ORDER BY purpose = 'original', part`,
    [message],
  );
  return rows;
}
