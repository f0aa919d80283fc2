/**
 * What falls due on threads by the database's clock. Whoever finds it first does it: each step is guarded by what made
 * it due.
 */
import type { AccountId, RoomId, ThreadId, UserId } from '../../bridge/types.ts';
import { addJob } from '../../queue/queue.ts';
import type { Queryable, Transaction } from '../pool.ts';

/** The times of an account, milliseconds; null for never. */
export interface HelpdeskTimes {
  readonly account: AccountId;
  readonly claimFor: number | null;
  readonly remindAfter: number | null;
  readonly archiveAfter: number | null;
}

type DueKind = 'wake' | 'lapse' | 'remind' | 'archive';

export interface Due {
  readonly account: AccountId;
  readonly thread: ThreadId;
  readonly what: DueKind;
}

/** Claims are counted from the claim, or from the mail that waits where that came later. */
const LAPSED = `state = 'open' AND waiting = 'us' AND claimed_by IS NOT NULL
  AND greatest(since, claimed_at) <= now() - $MS * interval '1 ms'`;
const UNANSWERED = `state = 'open' AND waiting = 'us' AND since <= now() - $MS * interval '1 ms'
  AND (reminded_at IS NULL OR reminded_at <= now() - interval '24 hours')`;
const FORGOTTEN = `state = 'done' AND archived_at IS NULL AND done_at <= now() - $MS * interval '1 ms'`;
const SLEPT = `state = 'snoozed' AND snooze_until <= now()`;

const within = (condition: string, ms: string): string => condition.replace('$MS', ms);

/** What is due, at most 50 of each kind and account: one query for all. */
export async function dueWork(db: Queryable, times: readonly HelpdeskTimes[]): Promise<Due[]> {
  const pick = (what: DueKind, condition: string): string =>
    `(SELECT thread, '${what}' AS what FROM thread_work w WHERE w.account = a.account AND ${condition} LIMIT 50)`;
  const { rows } = await db.query<Due>(
    `SELECT a.account, d.thread, d.what
     FROM unnest($1::text[], $2::double precision[], $3::double precision[], $4::double precision[])
       AS a (account, claim_ms, remind_ms, archive_ms),
     LATERAL (${[
       pick('wake', SLEPT),
       pick('lapse', within(LAPSED, 'a.claim_ms')),
       pick('remind', within(UNANSWERED, 'a.remind_ms')),
       pick('archive', within(FORGOTTEN, 'a.archive_ms')),
     ].join(' UNION ALL ')}) d`,
    [
      times.map(({ account }) => account),
      times.map(({ claimFor }) => claimFor),
      times.map(({ remindAfter }) => remindAfter),
      times.map(({ archiveAfter }) => archiveAfter),
    ],
  );
  return rows;
}

/** Ends a snooze that is over; null where another did. It counts as the day's reminder. */
export async function wakeWork(
  tx: Transaction,
  { account, thread }: Due,
): Promise<{ readonly by: UserId | null; readonly version: number } | null> {
  const { rows } = await tx.query<{ by: UserId | null; version: number }>(
    `WITH slept AS (SELECT thread, coalesce(claimed_by, snoozed_by) AS by FROM thread_work WHERE thread = $1 FOR UPDATE)
     UPDATE thread_work w SET state = 'open', snooze_until = NULL, snoozed_by = NULL, reminded_at = now(), changed_at =
     now(),
       version = w.version + 1
     FROM slept WHERE w.thread = slept.thread AND ${SLEPT} RETURNING slept.by, w.version`,
    [thread],
  );
  await showRoom(tx, account, thread, rows[0]?.version);
  return rows[0] ?? null;
}

/** Ends a claim that ran out; null where another did. */
export async function lapseClaim(
  tx: Transaction,
  { account, thread }: Due,
  claimFor: number,
): Promise<{ readonly by: UserId; readonly version: number } | null> {
  const { rows } = await tx.query<{ by: UserId; version: number }>(
    `WITH held AS (SELECT thread, claimed_by AS by FROM thread_work WHERE thread = $1 FOR UPDATE)
     UPDATE thread_work w SET claimed_by = NULL, claimed_at = NULL, claim_event = NULL, changed_at = now(),
       version = w.version + 1
     FROM held WHERE w.thread = held.thread AND ${within(LAPSED, '$2::double precision')} RETURNING held.by, w.version`,
    [thread, claimFor],
  );
  await showRoom(tx, account, thread, rows[0]?.version);
  return rows[0] ?? null;
}

/** A done thread is to be left by its ghosts; false where another did. */
export async function archiveWork(tx: Transaction, { account, thread }: Due, archiveAfter: number): Promise<boolean> {
  const { rows } = await tx.query<{ version: number }>(
    `UPDATE thread_work SET archived_at = now(), version = version + 1
     WHERE thread = $1 AND ${within(FORGOTTEN, '$2::double precision')} RETURNING version`,
    [thread, archiveAfter],
  );
  await showRoom(tx, account, thread, rows[0]?.version);
  return rows.length > 0;
}

/** A thread whose reminder is now written down as sent. */
export interface Reminded {
  readonly thread: ThreadId;
  readonly room: RoomId | null;
  readonly subject: string;
  readonly claimedBy: UserId | null;
  readonly seconds: number;
  /** How often it was reminded of, this time included. */
  readonly count: number;
}

/**
 * Those of the threads of one account that are still due, longest first; none where another process is at it, so that
 * one message names all.
 */
export async function remindOf(
  tx: Transaction,
  account: AccountId,
  threads: readonly ThreadId[],
  remindAfter: number,
): Promise<Reminded[]> {
  const { rows: got } = await tx.query<{ locked: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 3)) AS locked`,
    [account],
  );
  if (got[0]?.locked !== true) return [];
  const { rows } = await tx.query<{
    thread: ThreadId;
    room: RoomId | null;
    subject: string;
    claimed_by: UserId | null;
    seconds: number;
    reminders: number;
  }>(
    `WITH due AS (
       SELECT thread FROM thread_work WHERE thread = ANY($1::text[]) AND ${within(UNANSWERED, '$2::double precision')}
       ORDER BY thread FOR UPDATE
     ), told AS (
       UPDATE thread_work w SET reminded_at = now(), reminders = reminders + 1 FROM due WHERE w.thread = due.thread
       RETURNING w.thread, w.claimed_by, w.reminders, w.since)
     SELECT told.thread, told.claimed_by, told.reminders, t.subject, r.room,
       extract(epoch FROM now() - told.since)::double precision AS seconds
     FROM told JOIN threads t USING (thread)
     LEFT JOIN LATERAL (SELECT room FROM rooms WHERE rooms.thread = told.thread AND kind = 'thread' AND state <> 'gone'
       ORDER BY generation DESC LIMIT 1) r ON true
     ORDER BY told.since, told.thread`,
    [threads, remindAfter],
  );
  return rows.map(({ claimed_by: claimedBy, reminders: count, ...rest }) => ({ ...rest, claimedBy, count }));
}

async function showRoom(
  tx: Transaction,
  account: AccountId,
  thread: ThreadId,
  version: number | undefined,
): Promise<void> {
  if (version === undefined) return;
  await addJob(tx, { account, queue: 'desk', key: thread, subject: `room:${thread}:${version}` });
}
