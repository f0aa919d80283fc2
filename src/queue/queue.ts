/**
 * Work that waits, in the table `jobs`.
 *
 * Policy. Jobs of one queue and key run in the order of their numbers, by one holder at a time; different keys run in
 * parallel. A process claims only jobs of accounts that it serves, and of each account at most so many keys at a time.
 * A holder is a process, and holds as long as its heartbeat lasts (`heartbeat.ts`); one that comes back after its
 * heartbeat ran out finds its job taken and drops its work (LeaseLostError). A failed try is run again after a
 * back-off; the last try puts the job into quarantine, where it blocks nobody, is counted, and can be retried by hand.
 * A row that is done is deleted in the same transaction as its effects.
 */
import { LeaseLostError } from '../base/errors.ts';
import type { JobQueries, JobStore, JobTransaction } from './store.ts';

/** The queues of this program; words without a meaning to this folder. */
export type QueueName =
  | 'mail-in'
  | 'matrix-send'
  | 'event-in'
  | 'mail-out'
  | 'mail-sent'
  | 'notice-out'
  | 'guest-mail'
  | 'desk'
  | 'member-act'
  | 'team'
  | 'mailbox';

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

/**
 * Since when a job waits: since it was made, also while it rests between two tries. One that was never tried and is not
 * due yet is planned, and waits for nothing: null.
 */
export const WAITS_SINCE = `CASE WHEN attempts > 0 OR owner IS NOT NULL THEN created_at
  WHEN run_at <= now() THEN greatest(created_at, run_at) END`;

interface NewJob {
  readonly account: string | null;
  readonly queue: QueueName;
  readonly key: string;
  readonly subject: string;
  readonly runAt?: Date;
  readonly delayMs?: number;
}

/** Adds a job, and wakes the workers at commit. The same (queue, subject) a second time changes nothing. */
export async function addJob(tx: JobQueries, job: NewJob): Promise<void> {
  if (tx.gather === undefined) await addJobs(tx, [job]);
  else await tx.gather.many(addJobs, job, (jobs: readonly NewJob[]) => addJobs(tx, jobs));
}

/** As `addJob`, in one statement and in their order. */
async function addJobs(tx: JobQueries, jobs: readonly NewJob[]): Promise<readonly undefined[]> {
  const { rows } = await tx.query<{ queue: string }>(
    `INSERT INTO jobs (account, queue, key, subject, run_at)
     SELECT account, queue, key, subject, coalesce(run_at, now() + delay * interval '1 ms')
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::double precision[])
       WITH ORDINALITY AS j (account, queue, key, subject, run_at, delay, nth) ORDER BY nth
     ON CONFLICT (queue, subject) DO NOTHING RETURNING queue`,
    [
      jobs.map(({ account }) => account),
      jobs.map(({ queue }) => queue),
      jobs.map(({ key }) => key),
      jobs.map(({ subject }) => subject),
      jobs.map(({ runAt }) => runAt ?? null),
      jobs.map(({ delayMs }) => delayMs ?? 0),
    ],
  );
  for (const queue of new Set(rows.map((row) => row.queue))) tx.notify(JOBS_CHANNEL, queue);
  return jobs.map(() => undefined);
}

/** What a process may claim at this moment, and what it works on. */
interface ClaimScope {
  /** The accounts that it serves; jobs of no account are everybody's. */
  readonly accounts: readonly string[];
  /**
   * The keys that it works on, with their account. They are passed over; jobs of other keys that still bear its name
   * were given up by it.
   */
  readonly busy: ReadonlyMap<string, string | null>;
}

interface ClaimLimits {
  readonly keys: number;
  /** Jobs of one key. */
  readonly perKey: number;
  /** Keys of one account that a process works on at a time, those counted that it works on already. */
  readonly perAccount: number;
  /**
   * Of the keys of an account the oldest and the newest are taken in turn, so that what begins now waits for no backlog
   * and the backlog for nothing that begins: whether the newest is first. One that claims again and again changes it.
   * Without, the oldest are taken.
   */
  readonly newestFirst?: boolean;
}

/** Where the locks on keys stand among Postgres' advisory locks; a number of ours. */
const KEY_LOCKS = 4;

/** Jobs of one key that were claimed together, in their order; at least one. */
export interface ClaimedRun {
  readonly key: string;
  readonly jobs: readonly Job[];
  /** Whether others of its key stand behind them. */
  readonly followed: boolean;
}

/** What was claimed, and how long it is until more may be. */
export interface Claimed {
  readonly runs: readonly ClaimedRun[];
  /**
   * Milliseconds until a job may be claimed by this process that was not, null where none waits; at least 0. A job
   * behind another counts with that one, a key that a living process works on when its heartbeat would run out. What
   * `scope` rules out does not count, and neither do accounts that have their share.
   */
  readonly dueMs: number | null;
}

/** A claim of one queue. */
export interface ClaimAsked {
  readonly queue: QueueName;
  readonly limits: ClaimLimits;
  readonly scope: ClaimScope;
}

/** What `claim_jobs` returns: the claimed jobs, then a row without one. */
type ClaimRow = (
  | (Omit<Job, 'queue'> & { readonly standing: number; readonly due: null })
  | {
      readonly job: null;
      /** Keys that were free to be claimed. */
      readonly standing: number;
      /** Milliseconds until more may be claimed. */
      readonly due: number | null;
    }
) & { readonly nth: number };

/** What `claim_jobs` is given. */
const CLAIM_PARAMETERS = 11;

/**
 * Claims the heads of up to `keys` keys, and up to `perKey` jobs of each that may run now. A job that is not due, or
 * not of an account that is served here, ends the run of its key: nothing overtakes it.
 *
 * @internal Exported for its tests: a process claims for all its queues at once.
 */
export async function claimJobs(
  db: JobStore,
  queue: QueueName,
  limits: ClaimLimits,
  scope: ClaimScope,
): Promise<Claimed> {
  const [claimed] = await claimAll(db, [{ queue, limits, scope }]);
  return claimed ?? { runs: [], dueMs: null };
}

/** As `claimJobs` for several queues, in one statement; in the order of what is asked. */
export async function claimAll(db: JobStore, asked: readonly ClaimAsked[]): Promise<Claimed[]> {
  // A commit of its own; each key is locked until then, since a job may become the first of its key while another one
  // of that key is being claimed (a retry by hand, an insert that commits late), and the two must not run side by side.
  const { rows } = await db.query<ClaimRow>(
    asked.map((_, nth) => claimOf(nth)).join(' UNION ALL '),
    asked.flatMap((one) => claimValues(db, one)),
  );
  return asked.map(({ queue }, nth) =>
    claimedOf(
      queue,
      rows.filter((row) => row.nth === nth),
    ),
  );
}

function claimOf(nth: number): string {
  const parameters = Array.from({ length: CLAIM_PARAMETERS }, (_, at) => `$${String(nth * CLAIM_PARAMETERS + at + 1)}`);
  return `SELECT ${String(nth)} AS nth, job, account, key, subject, attempts, failures, standing, due
     FROM claim_jobs(${parameters.join(', ')})`;
}

function claimValues({ owner }: JobStore, { queue, limits, scope: { accounts, busy } }: ClaimAsked): unknown[] {
  const running = countAccounts(busy);
  return [
    queue,
    owner,
    accounts,
    [...busy.keys()],
    limits.keys,
    [...running.keys()],
    [...running.values()],
    limits.perAccount,
    limits.newestFirst ?? null,
    limits.perKey,
    KEY_LOCKS,
  ];
}

function claimedOf(queue: QueueName, rows: readonly ClaimRow[]): Claimed {
  const taken = rows.filter((row) => row.job !== null);
  const end = rows.find((row) => row.job === null);
  const runs = [...Map.groupBy(taken, ({ key }) => key)].map(([key, run]) => ({
    key,
    jobs: run
      .map(({ standing: _, due: __, nth: ___, ...job }) => ({ ...job, queue }))
      .sort((one, other) => one.job - other.job),
    followed: (run[0]?.standing ?? 0) > run.length,
  }));
  // One that somebody else has taken since is looked at again.
  if (end !== undefined && runs.length < end.standing) return { runs, dueMs: 0 };
  return { runs, dueMs: end === undefined || end.due === null ? null : Math.max(0, end.due) };
}

/** On how many keys of each account a process works. */
export function countAccounts(busy: ReadonlyMap<string, string | null>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const account of busy.values()) if (account !== null) counts.set(account, (counts.get(account) ?? 0) + 1);
  return counts;
}

/**
 * Ends a job with its effects; throws LeaseLostError where it is no longer ours, so that the transaction rolls back.
 */
export async function finishJob(tx: JobQueries, db: JobStore, job: Job): Promise<void> {
  const { rowCount } = await tx.query('DELETE FROM jobs WHERE job = $1 AND owner = $2', [job.job, db.owner]);
  if (rowCount !== 1) throw new LeaseLostError(`${job.queue} job ${job.job}`);
}

/** As `finishJob`, for jobs that end together: all or, where one is no longer ours, none. */
export async function finishJobs(tx: JobTransaction, db: JobStore, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  const { rowCount } = await tx.query('DELETE FROM jobs WHERE job = ANY($1::bigint[]) AND owner = $2', [
    jobs.map(({ job }) => job),
    db.owner,
  ]);
  if (rowCount !== jobs.length) throw new LeaseLostError(`one of ${jobs.length} jobs`);
}

/**
 * Puts a job back to be run after `afterMs`; `failed` counts it as a failure. Throws LeaseLostError where it is no
 * longer ours.
 */
export async function retryJob(
  tx: JobQueries,
  db: JobStore,
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

/** A job that is to be run again. */
export interface JobAgain {
  readonly job: Job;
  readonly afterMs: number;
  readonly reason: string;
}

/** As `retryJob`, for jobs that are put back together: all or, where one is no longer ours, none. */
export async function retryJobs(tx: JobTransaction, db: JobStore, again: readonly JobAgain[]): Promise<void> {
  if (again.length === 0) return;
  const { rowCount } = await tx.query(
    `UPDATE jobs SET owner = NULL, error = g.reason, run_at = now() + g.after * interval '1 ms'
     FROM unnest($1::bigint[], $3::double precision[], $4::text[]) AS g (job, after, reason)
     WHERE jobs.job = ANY($1::bigint[]) AND jobs.job = g.job AND jobs.owner = $2`,
    [again.map(({ job }) => job.job), db.owner, again.map(({ afterMs }) => afterMs), again.map(({ reason }) => reason)],
  );
  if (rowCount !== again.length) throw new LeaseLostError(`one of ${again.length} jobs`);
}

/** Leaves a job to processes that serve this account; throws LeaseLostError where it is no longer ours. */
export async function leaveJob(tx: JobQueries, db: JobStore, job: Job, account: string): Promise<void> {
  const { rowCount } = await tx.query(
    'UPDATE jobs SET owner = NULL, account = $3, attempts = attempts - 1 WHERE job = $1 AND owner = $2',
    [job.job, db.owner, account],
  );
  if (rowCount !== 1) throw new LeaseLostError(`${job.queue} job ${job.job}`);
  tx.notify(JOBS_CHANNEL, job.queue);
}

/** Gives back jobs that were claimed and not begun: they keep their place and their number of tries. */
export async function releaseJobs(db: JobStore, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  await db.query(`UPDATE jobs SET owner = NULL, attempts = attempts - 1 WHERE job = ANY($1::bigint[]) AND owner = $2`, [
    jobs.map(({ job }) => job),
    db.owner,
  ]);
}

/** Puts a job into quarantine; throws LeaseLostError where it is no longer ours. */
export async function quarantineJob(tx: JobTransaction, db: JobStore, job: Job, reason: string): Promise<void> {
  const { rowCount } = await tx.query(
    `UPDATE jobs SET state = 'quarantined', owner = NULL, error = $3 WHERE job = $1 AND owner = $2`,
    [job.job, db.owner, reason],
  );
  if (rowCount !== 1) throw new LeaseLostError(`${job.queue} job ${job.job}`);
}

/**
 * Retries quarantined jobs by hand: all of a queue, or one; returns how many.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export async function retryQuarantined(db: JobQueries, queue: QueueName, subject?: string): Promise<number> {
  const { rowCount } = await db.query(
    `UPDATE jobs SET state = 'ready', attempts = 0, failures = 0, run_at = now(), error = NULL
     WHERE queue = $1 AND state = 'quarantined' AND ($2::text IS NULL OR subject = $2)`,
    [queue, subject ?? null],
  );
  db.notify(JOBS_CHANNEL, queue);
  return rowCount ?? 0;
}

export interface QueueFigures {
  readonly queue: string;
  readonly waiting: number;
  readonly quarantined: number;
  /** How long the oldest job has waited, also one that rests between two tries, in seconds; 0 where none waits. */
  readonly oldestSeconds: number;
}

/** Depth and age of every queue, for metrics and `!mail status`. */
export async function queueFigures(db: JobQueries): Promise<QueueFigures[]> {
  const { rows } = await db.query<{ queue: string; waiting: number; quarantined: number; oldest: number | null }>(
    `SELECT queue, count(*) FILTER (WHERE state = 'ready') AS waiting,
       count(*) FILTER (WHERE state = 'quarantined') AS quarantined,
       extract(epoch FROM now() - min(${WAITS_SINCE}) FILTER (WHERE state = 'ready')) AS oldest
     FROM jobs GROUP BY queue`,
  );
  return rows.map((row) => ({
    queue: row.queue,
    waiting: row.waiting,
    quarantined: row.quarantined,
    oldestSeconds: row.oldest ?? 0,
  }));
}
