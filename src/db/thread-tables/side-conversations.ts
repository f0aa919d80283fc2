/**
 * Conversations that were begun aside from another, by forwarding a mail of it. One SQL statement a function; what
 * follows from it is decided elsewhere.
 */
import type { AccountId, MessageKey, ThreadId, UserId } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../pool.ts';

export interface SideConversation {
  readonly thread: ThreadId;
  readonly account: AccountId;
  /** The conversation that it was begun aside from. */
  readonly first: ThreadId;
  /** The mail that it forwards; null for a part of another side conversation. */
  readonly forwarded: MessageKey | null;
  /** The send that shows that mail in its room. */
  readonly shown: string | null;
  /** The fact that asked for it: an event, or a request of an operator. */
  readonly of: string;
  /** Whether what comes is told in a Matrix thread of the first room as well. */
  readonly inThread: boolean;
  readonly by: UserId;
}

const SIDE = 'thread, account, first_thread AS first, forwarded, shown, of, in_thread AS "inThread", asked_by AS by';

export async function addSide(tx: Transaction, side: SideConversation): Promise<void> {
  await tx.query(
    `INSERT INTO side_conversations (thread, account, first_thread, forwarded, shown, of, in_thread, asked_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (thread) DO NOTHING`,
    [side.thread, side.account, side.first, side.forwarded, side.shown, side.of, side.inThread, side.by],
  );
}

/** Null for a conversation that is aside from none. */
export async function sideOf(db: Queryable, thread: ThreadId): Promise<SideConversation | null> {
  const { rows } = await db.query<SideConversation>(`SELECT ${SIDE} FROM side_conversations WHERE thread = $1`, [
    thread,
  ]);
  return rows[0] ?? null;
}

/** The one that a fact asked for; null where it asked for none. */
export async function sideAskedBy(db: Queryable, account: AccountId, of: string): Promise<SideConversation | null> {
  const { rows } = await db.query<SideConversation>(
    `SELECT ${SIDE} FROM side_conversations WHERE account = $1 AND of = $2 AND forwarded IS NOT NULL`,
    [account, of],
  );
  return rows[0] ?? null;
}

/** The conversations of which each of these is aside, and those that are aside of it. */
export async function besides(
  db: Queryable,
  threads: readonly ThreadId[],
): Promise<ReadonlyMap<ThreadId, readonly ThreadId[]>> {
  const { rows } = await db.query<{ thread: ThreadId; other: ThreadId }>(
    `SELECT thread, first_thread AS other FROM side_conversations WHERE thread = ANY($1::text[])
     UNION ALL
     (SELECT first_thread, thread FROM side_conversations WHERE first_thread = ANY($1::text[]) ORDER BY at DESC
      LIMIT 100)`,
    [threads],
  );
  const found = new Map<ThreadId, ThreadId[]>();
  for (const { thread, other } of rows) found.set(thread, [...(found.get(thread) ?? []), other]);
  return found;
}

/**
 * The keys (`addressKey`) of those who take part in a conversation beside this one, or were asked there, and have no
 * part in this one: neither by a mail nor by the word of somebody in its room. `told`: what comes is told in a Matrix
 * thread of the first room as well.
 */
export async function apartFrom(
  db: Queryable,
  thread: ThreadId,
): Promise<{ readonly keys: ReadonlySet<string>; readonly told: boolean }> {
  const { rows } = await db.query<{ keys: string[]; told: boolean }>(
    `WITH beside AS (
       SELECT first_thread AS thread FROM side_conversations WHERE thread = $1
       UNION SELECT thread FROM side_conversations WHERE first_thread = $1),
     belongs AS (
       SELECT thread, address AS key FROM thread_people WHERE standing = 'participant'
         AND (thread = $1 OR thread IN (SELECT thread FROM beside))
       UNION
       SELECT thread, address_key FROM thread_recipients WHERE field <> 'none'
         AND (thread = $1 OR thread IN (SELECT thread FROM beside)))
     SELECT ARRAY(SELECT DISTINCT b.key FROM belongs b WHERE b.thread <> $1
         AND NOT EXISTS (SELECT FROM belongs own WHERE own.thread = $1 AND own.key = b.key)) AS keys,
       EXISTS (SELECT FROM side_conversations WHERE thread = $1 AND in_thread) AS told`,
    [thread],
  );
  return { keys: new Set(rows[0]?.keys), told: rows[0]?.told === true };
}

/** What has become of a part of a side conversation is aside of the same one. Nothing for every other conversation. */
export async function inheritSide(tx: Transaction, thread: ThreadId, from: ThreadId): Promise<void> {
  await tx.query(
    `INSERT INTO side_conversations (thread, account, first_thread, of, in_thread, asked_by)
     SELECT $1, account, first_thread, of, in_thread, asked_by FROM side_conversations
     WHERE thread = $2 AND first_thread <> $1 ON CONFLICT (thread) DO NOTHING`,
    [thread, from],
  );
}

/** A conversation was merged into another: what was aside of it is aside of that. */
export async function mergeSides(tx: Transaction, from: ThreadId, to: ThreadId): Promise<void> {
  await tx.query('UPDATE side_conversations SET first_thread = $2 WHERE first_thread = $1 AND thread <> $2', [
    from,
    to,
  ]);
}

/** Whether one of these conversations is aside of the other. */
export async function areBeside(db: Queryable, one: ThreadId, other: ThreadId): Promise<boolean> {
  return (await besides(db, [one])).get(one)?.includes(other) === true;
}
