/** What is said in a room beside other answers: who else answers at this moment, and messages that wait for a yes. */
import { z } from 'zod';
import type { WorkState } from '../../bridge/helpdesk/team-work.ts';
import type { AccountId, EventId, Json, MessageKey, RoomId, ThreadId, UserId } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../pool.ts';

/** A message that is being mailed, or was just now. */
export interface RecentAnswer {
  readonly event: EventId;
  readonly author: UserId;
  /** Within its hold. */
  readonly open: boolean;
  readonly type: string;
  readonly content: Json;
}

/** How a thread stands when somebody writes in its room. */
export interface AnswerScene {
  readonly claimedBy: UserId | null;
  readonly state: WorkState | null;
  readonly archived: boolean;
  readonly recent: readonly RecentAnswer[];
}

const said = z.object({ type: z.string(), content: z.json() });
const recentCodec = z
  .array(
    z.object({
      event: z.string().transform((text) => text as EventId),
      author: z.string().transform((text) => text as UserId),
      open: z.boolean(),
      said,
    }),
  )
  .catch([]);

/** One statement: this is asked for every message. `recentMs` is how far back mails count that have left their hold. */
export async function answerScene(
  db: Queryable,
  thread: ThreadId,
  room: RoomId,
  recentMs: number,
): Promise<AnswerScene> {
  const { rows } = await db.query<{
    claimed_by: UserId | null;
    state: WorkState | null;
    archived: boolean | null;
    recent: unknown;
  }>(
    `SELECT w.claimed_by, w.state, w.archived_at IS NOT NULL AS archived, (
       SELECT json_agg(r) FROM (
         SELECT e.event, o.author, o.state = 'open' AS open, e.content AS said
         FROM outgoing o JOIN outgoing_events e USING (outgoing)
         WHERE o.thread = $1 AND o.room = $2 AND e.state = 'in' AND o.state <> 'cancelled'
           AND (o.state = 'open' OR o.opened_at > now() - $3::double precision * interval '1 ms')
         ORDER BY e.sent_at DESC LIMIT 50) r) AS recent
     FROM (SELECT) one LEFT JOIN thread_work w ON w.thread = $1`,
    [thread, room, recentMs],
  );
  const [row] = rows;
  return {
    claimedBy: row?.claimed_by ?? null,
    state: row?.state ?? null,
    archived: row?.archived === true && row.state !== null,
    recent: recentCodec
      .parse(row?.recent ?? [])
      .map(({ said: { type, content }, ...rest }) => ({ ...rest, type, content })),
  };
}

/** A message that is not mailed until somebody says so. */
export interface AskedMessage {
  readonly event: EventId;
  readonly thread: ThreadId;
  readonly author: UserId;
  readonly type: string;
  readonly content: Json;
}

/** Keeps it. The same event a second time changes nothing. */
export async function addAsked(
  tx: Transaction,
  asked: AskedMessage & { readonly account: AccountId; readonly notice: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO asked_messages (event, account, thread, author, content, notice) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (event) DO NOTHING`,
    [
      asked.event,
      asked.account,
      asked.thread,
      asked.author,
      JSON.stringify({ type: asked.type, content: asked.content }),
      asked.notice,
    ],
  );
}

/**
 * Decides about the message, named by itself or by the notice that asks; null where none of this thread waits there.
 *
 * @param own whether only a message of theirs counts
 */
export async function decideAsked(
  tx: Transaction,
  thread: ThreadId,
  about: EventId,
  by: UserId,
  state: 'mailed' | 'dropped',
  own = false,
): Promise<AskedMessage | null> {
  const { rows } = await tx.query<{ event: EventId; thread: ThreadId; author: UserId; content: unknown }>(
    `UPDATE asked_messages SET state = $4, decided_by = $3 WHERE state = 'waiting' AND thread = $1
       AND (author = $3 OR NOT $5) AND (event = $2 OR notice IN (SELECT send FROM matrix_sends WHERE event = $2))
     RETURNING event, thread, author, content`,
    [thread, about, by, state, own],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { content, ...rest } = row;
  return { ...rest, ...said.parse(content) };
}

/** The author of a message of the thread that waits for a yes; null where the event is none. */
export async function askedBy(db: Queryable, thread: ThreadId, event: EventId): Promise<UserId | null> {
  const { rows } = await db.query<{ author: UserId }>(
    `SELECT author FROM asked_messages WHERE event = $1 AND thread = $2 AND state = 'waiting'`,
    [event, thread],
  );
  return rows[0]?.author ?? null;
}

/** Its author edited it. False where no such message of theirs waits in the thread. */
export async function editAsked(
  tx: Transaction,
  thread: ThreadId,
  event: EventId,
  author: UserId,
  type: string,
  content: Json,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE asked_messages SET content = $3 WHERE event = $1 AND author = $2 AND thread = $4 AND state = 'waiting'`,
    [event, author, JSON.stringify({ type, content }), thread],
  );
  return rowCount === 1;
}

/** Begins the hold of open mails anew, `after` milliseconds from now, never past their bounds. */
export async function prolongHold(tx: Transaction, mails: readonly MessageKey[], after: number): Promise<void> {
  await tx.query(
    `WITH moved AS (
       UPDATE outgoing SET send_after = greatest(send_after, least(now() + $2::double precision * interval '1 ms',
       send_by))
       WHERE outgoing = ANY($1::text[]) AND state = 'open' RETURNING outgoing, send_after)
     UPDATE jobs SET run_at = moved.send_after FROM moved
     WHERE jobs.queue = 'mail-out' AND jobs.subject = moved.outgoing AND jobs.state = 'ready'`,
    [mails, after],
  );
}
