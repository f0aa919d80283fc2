/** What the brakes know: the turn that a mail of ours takes part in, buckets, latches, and what was held. One SQL statement a function. */
import { z } from 'zod';
import type { Brake, Bucket } from '../bridge/brakes.ts';
import type { AccountId, Json, MessageKey, ThreadId, UserId } from '../bridge/types.ts';
import { onlyRow } from './pool.ts';
import type { Queryable, Transaction } from './pool.ts';
import { readFacts } from './threads.ts';
import type { MessageFacts } from './threads.ts';

export type Verdict = 'passed' | 'held' | 'released' | 'cancelled';

/** A mail of ours and the mail that came before it. Times are milliseconds since the epoch, of the database. */
export interface Turn {
  /** What was decided about it before; null for nothing. */
  readonly verdict: Verdict | null;
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
  readonly latch: Brake | null;
  /** When the answers that were asked for were mailed; null where there are not so many. */
  readonly marks: readonly [number | null, number | null];
  readonly now: number;
}

interface TurnRow {
  verdict: Verdict | null;
  reason: string | null;
  said_at: Date;
  content: unknown;
  message: MessageKey | null;
  facts: unknown;
  at: Date | null;
  shown_at: Date | null;
  latch: Brake | null;
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
         WHERE s.message = messages.message AND s.position = 0) AS shown_at
       FROM messages WHERE thread = o.thread AND direction = 'in' AND at <= coalesce(f.received_at, o.opened_at)
       ORDER BY seq DESC LIMIT 1) m ON true
     LEFT JOIN LATERAL (
       SELECT at FROM messages WHERE thread = o.thread AND direction = 'out' ORDER BY seq DESC OFFSET $2 LIMIT 1) hour ON true
     LEFT JOIN LATERAL (
       SELECT at FROM messages WHERE thread = o.thread AND direction = 'out' ORDER BY seq DESC OFFSET $3 LIMIT 1) day ON true
     WHERE o.outgoing = $1`,
    [outgoing, marks[0] - 1, marks[1] - 1],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { verdict, reason, latch, message, at, now } = row;
  const cause =
    message === null || at === null
      ? null
      : { message, facts: readFacts(row.facts), at: at.getTime(), shownAt: (row.shown_at ?? at).getTime() };
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
       (SELECT content FROM matrix_sends s WHERE s.message = m.message AND s.position = 0) AS shown,
       (SELECT content FROM outgoing_events e WHERE e.outgoing = m.outgoing AND e.state = 'in' ORDER BY position LIMIT 1) AS said
     FROM messages m WHERE thread = $1 AND at > now() - $2::double precision * interval '1 ms' ORDER BY seq DESC LIMIT $3`,
    [thread, within, MOST_COMPARED],
  );
  return rows.map(({ message, ours, shown, said }) => ({
    message,
    ours,
    words: bodyCodec.safeParse(shown).data?.body ?? wrappedCodec.safeParse(said).data?.content.body ?? '',
  }));
}

/** The buckets of these names, held against others until the transaction ends. One that is new is full, and null. */
export async function lockBuckets(
  tx: Transaction,
  account: AccountId,
  names: readonly string[],
): Promise<ReadonlyMap<string, Bucket | null>> {
  // In one order for everybody, so that no two transactions wait for each other.
  const { rows } = await tx.query<{ bucket: string; level: number; at: Date }>(
    `INSERT INTO brake_buckets (account, bucket, level)
     SELECT $1, name, -1 FROM unnest($2::text[]) AS name ORDER BY name
     ON CONFLICT (account, bucket) DO UPDATE SET level = brake_buckets.level RETURNING bucket, level, at`,
    [account, names],
  );
  return new Map(rows.map(({ bucket, level, at }) => [bucket, level < 0 ? null : { level, at: at.getTime() }]));
}

/** Writes what is left in buckets. */
export async function writeBuckets(
  tx: Transaction,
  account: AccountId,
  left: readonly (Bucket & { readonly name: string })[],
): Promise<void> {
  await tx.query(
    `UPDATE brake_buckets b SET level = n.level, at = to_timestamp(n.at / 1000)
     FROM unnest($2::text[], $3::double precision[], $4::double precision[]) AS n (bucket, level, at)
     WHERE b.account = $1 AND b.bucket = n.bucket`,
    [account, left.map(({ name }) => name), left.map(({ level }) => level), left.map(({ at }) => at)],
  );
}

/** Writes down what was decided about a mail; what was decided before stays. */
export async function writeVerdict(
  tx: Transaction,
  mail: { readonly outgoing: MessageKey; readonly account: AccountId; readonly thread: ThreadId },
  verdict: Verdict,
  reason: Brake | null,
): Promise<void> {
  await tx.query(
    `INSERT INTO brake_verdicts (outgoing, account, thread, state, reason) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (outgoing) DO NOTHING`,
    [mail.outgoing, mail.account, mail.thread, verdict, reason],
  );
}

/** Latches a thread, or finds it latched; when that was, as text that names the latch, and why. */
export async function latch(
  tx: Transaction,
  account: AccountId,
  thread: ThreadId,
  reason: Brake,
): Promise<{ readonly since: string; readonly reason: string }> {
  const result = await tx.query<{ since: string; reason: string }>(
    `INSERT INTO brake_latches (thread, account, reason) VALUES ($1, $2, $3)
     ON CONFLICT (thread) DO UPDATE SET reason = brake_latches.reason
     RETURNING extract(epoch FROM since)::text AS since, reason`,
    [thread, account, reason],
  );
  return onlyRow(result, 'latch');
}

/** Opens the latch of a thread that a person has spoken in; one for a steady pace stays until somebody says so. */
export async function unlatch(db: Queryable, thread: ThreadId): Promise<void> {
  await db.query(`DELETE FROM brake_latches WHERE thread = $1 AND reason <> 'steady'`, [thread]);
}

/** A thread whose answers are held. */
export interface Held {
  readonly thread: ThreadId;
  readonly subject: string;
  /** Why; null where only mails are left that were held before. */
  readonly reason: string | null;
  readonly since: Date;
  readonly mails: number;
}

/** What the brakes hold in a thread, or without one in the account, the newest first. */
export async function heldThreads(
  db: Queryable,
  account: AccountId,
  thread: ThreadId | null,
  limit: number,
): Promise<Held[]> {
  const { rows } = await db.query<Held>(
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

/** Lets the held mails of a thread go or cancels them; gives those. */
export async function settleHeld(
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

/** Opens the latch whatever it is for, and fills the buckets that only this thread empties. */
export async function resetLatch(tx: Transaction, thread: ThreadId, keys: readonly string[]): Promise<void> {
  await tx.query(
    `WITH opened AS (DELETE FROM brake_latches WHERE thread = $1)
     DELETE FROM brake_buckets b USING threads t WHERE t.thread = $1 AND b.account = t.account AND b.bucket = ANY($2::text[])`,
    [thread, keys],
  );
}

/** The thread whose held mails an event of its room is about: a held message, or a word of the bot on one; null for none. */
export async function heldBehind(db: Queryable, event: string): Promise<ThreadId | null> {
  const { rows } = await db.query<{ thread: ThreadId }>(
    `SELECT v.thread FROM brake_verdicts v WHERE v.state = 'held' AND v.outgoing IN (
       SELECT outgoing FROM outgoing_events WHERE event = $1 AND state = 'in'
       UNION ALL SELECT outgoing FROM matrix_sends WHERE event = $1 AND outgoing IS NOT NULL AND type = 'm.room.message')`,
    [event],
  );
  return rows[0]?.thread ?? null;
}

/** Whether a mail is held by the brakes. */
export async function isHeld(db: Queryable, outgoing: MessageKey): Promise<boolean> {
  const { rows } = await db.query(`SELECT FROM brake_verdicts WHERE outgoing = $1 AND state = 'held'`, [outgoing]);
  return rows.length > 0;
}

/** Deletes buckets that are full again by now whatever they count. */
export async function purgeBuckets(db: Queryable): Promise<number> {
  const { rowCount } = await db.query(
    `DELETE FROM brake_buckets WHERE (account, bucket) IN (
       SELECT account, bucket FROM brake_buckets WHERE at < now() - interval '1 day' LIMIT 1000)`,
  );
  return rowCount ?? 0;
}
