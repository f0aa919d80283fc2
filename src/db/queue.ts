/**
 * Work that waits, in the table `jobs`.
 *
 * Policy. Jobs of one queue and key run in the order of their numbers, by one holder at a time; different keys run in
 * parallel. A holder is a process, and holds as long as it gives signs of life (`life.ts`); whoever comes back after it was
 * taken for dead finds its job taken and drops its work (LeaseLostError). A failed try is run again after a back-off; the last try puts the job
 * into quarantine, where it blocks nobody, is counted, and can be retried by hand. A row that is done is deleted in the same
 * transaction as its effects.
 */
import { LeaseLostError } from '../errors.ts';
import type { Database, Queryable, Transaction } from './pool.ts';

export type QueueName =
  'mail-in' | 'matrix-send' | 'event-in' | 'mail-out' | 'mail-sent' | 'notice-out' | 'desk' | 'member-act';

export interface Job {
  readonly job: number;
  readonly account: string | null;
  readonly queue: QueueName;
  readonly key: string;
  readonly subject: string;
  /** This try, from 1. */
  readonly attempts: number;
  /** Tries before this one that ended in an unexpected error. */
  readonly failures: number;
}

/** The channel on which a commit with new jobs is told; the payload is the queue. */
export const JOBS_CHANNEL = 'mailroom_jobs';

/** Adds a job, and wakes the workers at commit. The same (queue, subject) a second time changes nothing. */
export async function addJob(
  tx: Queryable,
  job: { account: string | null; queue: QueueName; key: string; subject: string; runAt?: Date; delayMs?: number },
): Promise<void> {
  await tx.query(
    `WITH added AS (
       INSERT INTO jobs (account, queue, key, subject, run_at)
       VALUES ($1, $2, $3, $4, coalesce($5::timestamptz, now() + $6::double precision * interval '1 ms'))
       ON CONFLICT (queue, subject) DO NOTHING RETURNING queue)
     SELECT pg_notify('${JOBS_CHANNEL}', queue) FROM added`,
    [job.account, job.queue, job.key, job.subject, job.runAt ?? null, job.delayMs ?? 0],
  );
}

/** Sets when a waiting job runs; no effect on one that is being run. */
export async function postponeJob(tx: Queryable, queue: QueueName, subject: string, runAt: Date): Promise<void> {
  await tx.query(`UPDATE jobs SET run_at = $3 WHERE queue = $1 AND subject = $2 AND state = 'ready'`, [
    queue,
    subject,
    runAt,
  ]);
}

/** The heads of all keys that wait: a loose index scan, whose cost is the number of keys, not of jobs. */
const HEADS = `heads AS (
       (SELECT key, job FROM jobs WHERE queue = $1 AND state = 'ready' ORDER BY key, job LIMIT 1)
       UNION ALL
       SELECT n.key, n.job FROM heads h, LATERAL (
         SELECT key, job FROM jobs WHERE queue = $1 AND state = 'ready' AND key > h.key ORDER BY key, job LIMIT 1) n
     )`;

/**
 * Claims the head of up to `keys` keys and up to `perKey` jobs behind each head. `busy` are the keys that this process works on
 * at this moment: they are passed over, and whatever else it holds it has let go of, so that it is claimed again.
 */
export async function claimJobs(
  db: Database,
  queue: QueueName,
  limits: { keys: number; perKey: number },
  busy: readonly string[] = [],
): Promise<Job[]> {
  const { rows } = await db.query<{
    job: number;
    account: string | null;
    key: string;
    subject: string;
    attempts: number;
    failures: number;
  }>(
    `WITH RECURSIVE ${HEADS}, free AS (
       SELECT j.job, j.key FROM jobs j JOIN heads USING (job)
       WHERE j.run_at <= now() AND j.state = 'ready' AND j.key <> ALL($5::text[])
         AND (j.owner IS NULL OR j.owner = $4
           OR NOT EXISTS (SELECT FROM processes p WHERE p.owner = j.owner AND p.alive_until > now()))
       ORDER BY j.job LIMIT $2 FOR UPDATE OF j SKIP LOCKED
     ), runs AS (
       SELECT n.job FROM free, LATERAL (
         SELECT job FROM jobs WHERE queue = $1 AND state = 'ready' AND key = free.key AND job >= free.job
           AND (run_at <= now() OR job = free.job) ORDER BY job LIMIT $3) n
     )
     UPDATE jobs SET owner = $4, attempts = attempts + 1
     FROM runs WHERE jobs.job = runs.job
     RETURNING jobs.job, jobs.account, jobs.key, jobs.subject, jobs.attempts, jobs.failures`,
    [queue, limits.keys, limits.perKey, db.owner, busy],
  );
  return rows.map((row) => ({ ...row, queue })).sort((a, b) => a.job - b.job);
}

/** Ends a job with its effects; throws LeaseLostError where it is no longer ours, so that the transaction rolls back. */
export async function finishJob(tx: Transaction, db: Database, job: Job): Promise<void> {
  const { rowCount } = await tx.query('DELETE FROM jobs WHERE job = $1 AND owner = $2', [job.job, db.owner]);
  if (rowCount !== 1) throw new LeaseLostError(`${job.queue} job ${job.job}`);
}

/** Puts a job back to be run after `afterMs`; throws LeaseLostError where it is no longer ours. */
export async function retryJob(
  tx: Queryable,
  db: Database,
  job: Job,
  afterMs: number,
  reason: string,
  failed = false,
): Promise<void> {
  const { rowCount } = await tx.query(
    `UPDATE jobs SET owner = NULL, error = $3, failures = failures + $5,
       run_at = now() + $4::double precision * interval '1 ms' WHERE job = $1 AND owner = $2`,
    [job.job, db.owner, reason, afterMs, failed ? 1 : 0],
  );
  if (rowCount !== 1) throw new LeaseLostError(`${job.queue} job ${job.job}`);
}

/** Gives back jobs that were claimed and not begun: they keep their place and their number of tries. */
export async function releaseJobs(db: Database, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  await db.query(`UPDATE jobs SET owner = NULL, attempts = attempts - 1 WHERE job = ANY($1::bigint[]) AND owner = $2`, [
    jobs.map(({ job }) => job),
    db.owner,
  ]);
}

/** Puts a job into quarantine; throws LeaseLostError where it is no longer ours. */
export async function quarantineJob(tx: Transaction, db: Database, job: Job, reason: string): Promise<void> {
  const { rowCount } = await tx.query(
    `UPDATE jobs SET state = 'quarantined', owner = NULL, error = $3 WHERE job = $1 AND owner = $2`,
    [job.job, db.owner, reason],
  );
  if (rowCount !== 1) throw new LeaseLostError(`${job.queue} job ${job.job}`);
}

/**
 * Milliseconds until a job of a queue may be claimed, null where none waits; at least 0. A job behind another counts with that
 * one, a job of a living process when its sign of life would run out, and keys that are `busy` here do not count.
 */
export async function nextRunIn(db: Database, queue: QueueName, busy: readonly string[] = []): Promise<number | null> {
  const { rows } = await db.query<{ ms: number | null }>(
    `WITH RECURSIVE ${HEADS}
     SELECT (extract(epoch FROM min(greatest(j.run_at, p.alive_until)) - now()) * 1000)::double precision AS ms
     FROM jobs j JOIN heads USING (job) LEFT JOIN processes p ON p.owner = j.owner AND p.owner <> $2
     WHERE j.key <> ALL($3::text[])`,
    [queue, db.owner, busy],
  );
  const ms = rows[0]?.ms;
  return ms === null || ms === undefined ? null : Math.max(0, ms);
}

/** Retries quarantined jobs by hand: all of a queue, or one; returns how many. */
export async function retryQuarantined(db: Queryable, queue: QueueName, subject?: string): Promise<number> {
  const { rowCount } = await db.query(
    `WITH again AS (
       UPDATE jobs SET state = 'ready', attempts = 0, failures = 0, run_at = now(), error = NULL
       WHERE queue = $1 AND state = 'quarantined' AND ($2::text IS NULL OR subject = $2) RETURNING queue)
     SELECT pg_notify('${JOBS_CHANNEL}', queue) FROM again`,
    [queue, subject ?? null],
  );
  return rowCount ?? 0;
}

export interface QueueFigures {
  readonly queue: string;
  readonly waiting: number;
  readonly quarantined: number;
  /** Age of the oldest job that could run now, in seconds; 0 where none waits. */
  readonly oldestSeconds: number;
}

/** Depth and age of every queue, for metrics and `!mail status`. */
export async function queueFigures(db: Queryable): Promise<QueueFigures[]> {
  const { rows } = await db.query<{ queue: string; waiting: number; quarantined: number; oldest: number | null }>(
    `SELECT queue, count(*) FILTER (WHERE state = 'ready') AS waiting,
       count(*) FILTER (WHERE state = 'quarantined') AS quarantined,
       extract(epoch FROM now() - min(created_at) FILTER (WHERE state = 'ready' AND run_at <= now())) AS oldest
     FROM jobs GROUP BY queue`,
  );
  return rows.map((row) => ({
    queue: row.queue,
    waiting: row.waiting,
    quarantined: row.quarantined,
    oldestSeconds: row.oldest ?? 0,
  }));
}
