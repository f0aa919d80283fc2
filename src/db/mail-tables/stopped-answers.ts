/**
 * What the loop guard knows besides its buckets: which mail an answer of ours answers and what it follows (its turn),
 * which threads are stopped (latches), and which answers wait (verdicts). One SQL statement a function.
 */
import { z } from 'zod';
import type { StopReason } from '../../bridge/loops/loop-guard.ts';
import type { AccountId, Json, MessageKey, ThreadId, UserId } from '../../bridge/types.ts';
import { onlyRow } from '../pool.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { readMessageFacts } from '../thread-tables/threads.ts';
import type { MessageFacts } from '../thread-tables/threads.ts';

export type PaceVerdict = 'passed' | 'held' | 'released' | 'cancelled';

/** A mail of ours and the mail that came before it. Times are milliseconds since the epoch, of the database. */
export interface Turn {
  /** What was decided about it before; null for nothing. */
  readonly verdict: PaceVerdict | null;
  readonly reason: string | null;
  /** Its first message as it was said. */
  readonly said: { readonly at: number; readonly content: Json };
  /** The newest mail of the thread that was there when it was said; null for none. */
  readonly cause: {
    readonly message: MessageKey;
    readonly facts: MessageFacts;
    readonly at: number;
    /** When the homeserver gave back its first event, else when it was decided. */
    readonly shownAt: number;
  } | null;
  /** Why the thread is stopped, null where it is not. */
  readonly latch: StopReason | null;
  /** When the answers that were asked for were mailed; null where there are not so many. */
  readonly marks: readonly [number | null, number | null];
  readonly now: number;
}

interface TurnRow {
  verdict: PaceVerdict | null;
  reason: string | null;
  said_at: Date;
  content: unknown;
  message: MessageKey | null;
  facts: unknown;
  at: Date | null;
  shown_at: Date | null;
  latch: StopReason | null;
  hour: Date | null;
  day: Date | null;
  now: Date;
}

const saidCodec = z.object({ content: z.json() }).nullable();

/**
 * The turn of a mail; null where there is no such mail.
 *
 * @param marks which of the latest answers of the thread are asked for, counted from the newest, which is 1
 */
export async function turnOf(
  db: Queryable,
  outgoing: MessageKey,
  marks: readonly [number, number],
): Promise<Turn | null> {
  const { rows } = await db.query<TurnRow>(
    `SELECT v.state AS verdict, v.reason, coalesce(f.received_at, o.opened_at) AS said_at, f.content,
       m.message, m.facts, m.at, m.shown_at, l.reason AS latch, hour.at AS hour, day.at AS day, now() AS now
     FROM outgoing o
     LEFT JOIN brake_verdicts v ON v.outgoing = o.outgoing
     LEFT JOIN brake_latches l ON l.thread = o.thread
     LEFT JOIN LATERAL (
       SELECT e.content, events.received_at FROM outgoing_events e LEFT JOIN events ON events.event = e.event
       WHERE e.outgoing = o.outgoing AND e.state = 'in' ORDER BY e.position LIMIT 1) f ON true
     LEFT JOIN LATERAL (
       SELECT message, facts, at, (
         SELECT events.received_at FROM matrix_sends s JOIN events ON events.event = s.event
         WHERE s.message = messages.message AND s.purpose IN ('part', 'unread', 'report') AND s.part = 0) AS shown_at
       FROM messages WHERE thread = o.thread AND direction = 'in' AND at <= coalesce(f.received_at, o.opened_at)
       ORDER BY seq DESC LIMIT 1) m ON true
     LEFT JOIN LATERAL (
       SELECT at FROM messages WHERE thread = o.thread AND direction = 'out' ORDER BY seq DESC OFFSET $2 LIMIT 1) hour
       ON true
     LEFT JOIN LATERAL (
       SELECT at FROM messages WHERE thread = o.thread AND direction = 'out' ORDER BY seq DESC OFFSET $3 LIMIT 1) day
       ON true
     WHERE o.outgoing = $1`,
    [outgoing, marks[0] - 1, marks[1] - 1],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { verdict, reason, latch, message, at, now } = row;
  const cause =
    message === null || at === null
      ? null
      : { message, facts: readMessageFacts(row.facts), at: at.getTime(), shownAt: (row.shown_at ?? at).getTime() };
  return {
    verdict,
    reason,
    said: { at: row.said_at.getTime(), content: saidCodec.parse(row.content)?.content ?? null },
    cause,
    latch,
    marks: [row.hour?.getTime() ?? null, row.day?.getTime() ?? null],
    now: now.getTime(),
  };
}

/** One message of a thread that was lately there, as the room has it. */
export interface LateWords {
  readonly message: MessageKey;
  readonly ours: boolean;
  readonly words: string;
}

/** Messages that are compared at most. */
const MOST_COMPARED = 50;

const bodyCodec = z.object({ body: z.string() });
const wrappedCodec = z.object({ content: bodyCodec });

/** The words of a thread within this time (milliseconds), newest first. */
export async function lateWords(db: Queryable, thread: ThreadId, within: number): Promise<LateWords[]> {
  const { rows } = await db.query<{ message: MessageKey; ours: boolean; shown: unknown; said: unknown }>(
    `SELECT message, direction <> 'in' AS ours,
       (SELECT content FROM matrix_sends s WHERE s.message = m.message AND s.purpose IN ('part', 'unread', 'report')
       AND s.part = 0) AS shown,
       (SELECT content FROM outgoing_events e WHERE e.outgoing = m.outgoing AND e.state = 'in' ORDER BY position LIMIT
       1) AS said
     FROM messages m WHERE thread = $1 AND at > now() - $2::double precision * interval '1 ms' ORDER BY seq DESC LIMIT
     $3`,
    [thread, within, MOST_COMPARED],
  );
  return rows.map(({ message, ours, shown, said }) => ({
    message,
    ours,
    words: bodyCodec.safeParse(shown).data?.body ?? wrappedCodec.safeParse(said).data?.content.body ?? '',
  }));
}

/** Writes down what was decided about a mail; what was decided before stays. */
export async function writeVerdict(
  tx: Transaction,
  mail: { readonly outgoing: MessageKey; readonly account: AccountId; readonly thread: ThreadId },
  verdict: PaceVerdict,
  reason: StopReason | null,
): Promise<void> {
  await tx.query(
    `INSERT INTO brake_verdicts (outgoing, account, thread, state, reason) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (outgoing) DO NOTHING`,
    [mail.outgoing, mail.account, mail.thread, verdict, reason],
  );
}

/** Stops a thread, or finds it stopped; since when, as text that identifies the stop, and why. */
export async function latch(
  tx: Transaction,
  account: AccountId,
  thread: ThreadId,
  reason: StopReason,
): Promise<{ readonly since: string; readonly reason: string }> {
  const result = await tx.query<{ since: string; reason: string }>(
    `INSERT INTO brake_latches (thread, account, reason) VALUES ($1, $2, $3)
     ON CONFLICT (thread) DO UPDATE SET reason = brake_latches.reason
     RETURNING extract(epoch FROM since)::text AS since, reason`,
    [thread, account, reason],
  );
  return onlyRow(result, 'latch');
}

/**
 * A person has spoken in a thread: it is not stopped any more. One that was stopped for a steady pace stays so until
 * somebody says otherwise.
 */
export async function unlatch(db: Queryable, thread: ThreadId): Promise<void> {
  await db.query(`DELETE FROM brake_latches WHERE thread = $1 AND reason <> 'steady'`, [thread]);
}

/** A thread with stopped answers. */
export interface StoppedThread {
  readonly thread: ThreadId;
  readonly subject: string;
  /** Why; null where only answers are left that were stopped before. */
  readonly reason: string | null;
  readonly since: Date;
  readonly mails: number;
}

/** The stopped answers of a thread, or without one of the account, the newest first. */
export async function stoppedThreads(
  db: Queryable,
  account: AccountId,
  thread: ThreadId | null,
  limit: number,
): Promise<StoppedThread[]> {
  const { rows } = await db.query<StoppedThread>(
    `WITH held AS (
       SELECT v.thread, count(*) AS mails, min(v.at) AS since, max(v.reason) AS reason
       FROM brake_verdicts v JOIN outgoing o USING (outgoing)
       WHERE v.state = 'held' AND o.state = 'closed' AND v.account = $1 GROUP BY v.thread)
     SELECT t.thread, t.subject, coalesce(l.reason, held.reason) AS reason, coalesce(l.since, held.since) AS since,
       coalesce(held.mails, 0) AS mails
     FROM threads t LEFT JOIN held USING (thread) LEFT JOIN brake_latches l USING (thread)
     WHERE t.account = $1 AND ($2::text IS NULL OR t.thread = $2) AND (held.thread IS NOT NULL OR l.thread IS NOT NULL)
     ORDER BY since DESC LIMIT $3`,
    [account, thread, limit],
  );
  return rows;
}

/** Releases or cancels the stopped answers of a thread; returns them. */
export async function settleStopped(
  tx: Transaction,
  thread: ThreadId,
  to: 'released' | 'cancelled',
  by: UserId,
): Promise<MessageKey[]> {
  const { rows } = await tx.query<{ outgoing: MessageKey }>(
    `WITH settled AS (
       UPDATE brake_verdicts v SET state = $2, by_user = $3, at = now() WHERE thread = $1 AND state = 'held'
       RETURNING outgoing),
     cancelled AS (
       UPDATE outgoing o SET state = 'cancelled', settled_at = now() FROM settled
       WHERE o.outgoing = settled.outgoing AND o.state = 'closed' AND $2 = 'cancelled')
     SELECT settled.outgoing FROM settled JOIN outgoing USING (outgoing) ORDER BY opened_at`,
    [thread, to, by],
  );
  return rows.map(({ outgoing }) => outgoing);
}

/** The thread is not stopped any more, whatever it was for, and the buckets that it alone takes from are full. */
export async function resetLatch(tx: Transaction, thread: ThreadId, keys: readonly string[]): Promise<void> {
  await tx.query(
    `WITH opened AS (DELETE FROM brake_latches WHERE thread = $1)
     DELETE FROM brake_buckets b USING threads t WHERE t.thread = $1 AND b.account = t.account AND b.bucket =
     ANY($2::text[])`,
    [thread, keys],
  );
}

/** Whether a mail is an answer that the loop guard stopped. */
export async function isStopped(db: Queryable, outgoing: MessageKey): Promise<boolean> {
  const { rows } = await db.query(`SELECT FROM brake_verdicts WHERE outgoing = $1 AND state = 'held'`, [outgoing]);
  return rows.length > 0;
}
