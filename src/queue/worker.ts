/**
 * Runs the jobs of one queue.
 *
 * Policy. A claim takes the head of a key and a run of jobs behind it; they are worked on one after the other,
 * different keys side by side. What a handler wants written is written in the transaction that ends the job, so that an
 * effect in the database and the end of its job are one. `retry` is a time that has not come, `away` a server that is:
 * both are tried again without end and count as no failure. `failed`, and a throw that the handler does not judge
 * otherwise, is tried again after a growing pause, and the last of `tries` puts the job into quarantine, with what the
 * handler wants people told; what cannot be read by its codec goes there at once. Where this process's heartbeat ran
 * out and another took the job, the work is dropped silently: its new holder does it. NOTIFY wakes the worker; a poll
 * and the due time of the next job stand behind it.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { ZodError } from 'zod';
import { isAborted } from '../base/abort.ts';
import { DatabaseAwayError, errorText, LeaseLostError } from '../base/errors.ts';
import { logTrouble } from '../base/log.ts';
import type { Log } from '../base/log.ts';
import { pauseAfter, spread } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import {
  claimJobs,
  finishJob,
  JOBS_CHANNEL,
  leaveJob,
  nextRunIn,
  quarantineJob,
  releaseJobs,
  retryJob,
} from './queue.ts';
import type { ClaimScope, Job, QueueName } from './queue.ts';
import type { JobStore, JobTransaction } from './store.ts';

/** What a handler decided, and what is written together with the end of the job. */
export interface Decision {
  readonly outcome: Outcome;
  readonly write?: (tx: JobTransaction) => Promise<void>;
  /** After the commit: a wake-up or a metric; what is lost here must be found again by a poll. */
  readonly after?: () => void;
}

/**
 * One kind of work. `run` may have effects outside that are idempotent by an id; it writes to the database only by
 * `write`.
 */
export interface Handler<Prepared> {
  readonly queue: QueueName;
  /** Keys side by side, and jobs of one key in one claim. */
  readonly keys: number;
  readonly perKey: number;
  /** Keys of one account side by side: the rest stays for others, whatever hangs. */
  readonly perAccount: number;
  /** Failures until quarantine. */
  readonly tries: number;
  /** Whether the next job of a key may run while this one is written; only where `run` repeats safely. */
  readonly overlap: boolean;
  /** How far `prepare` goes ahead: for all jobs of a claim side by side, or for the next one while a job runs. */
  readonly ahead: 'all' | 'next';
  /** Work that may go on while the job before is run. */
  prepare(job: Job): Promise<Prepared>;
  run(job: Job, prepared: Prepared): Promise<Decision>;
  /** What a throw of `prepare` or `run` means; null, and without this: it counts as a failure. Must not throw. */
  readonly judge?: (error: unknown, job: Job) => Promise<Outcome | null>;
  /** What is written when the last try failed or the outcome is dead. */
  buried(tx: JobTransaction, job: Job, reason: string, userText: string): Promise<void>;
}

/** How a run of a job ended; `error` is counted besides, for each failure. */
type JobEnd = 'done' | 'retry' | 'away' | 'elsewhere' | 'dead' | 'error' | 'lost';

export interface WorkerDeps {
  readonly db: JobStore;
  readonly log: Log;
  /** The accounts that this process serves, asked at each claim; jobs of others are not claimed. */
  readonly accounts: () => readonly string[];
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Called by name at each step; a test's may end the process there. */
  readonly failpoint: (name: string) => void;
  /** Counts an end, with how long the job was worked on, seconds. */
  readonly count: (queue: QueueName, end: JobEnd, seconds: number) => void;
}

const POLL_MS = 5_000;
/** How often the end of a job is written before it counts as a failed try. */
const WRITES = 3;
/** A job that could not reach the database is tried again after so long, milliseconds. */
const DATABASE_AWAY_MS = 1_000;
/** Between two looks whether a database that was away is back. */
const AWAY_MS = 500;

/**
 * The runner of one handler, the only one of its queue on its store. `start` once, `stop` drains: what runs is
 * finished, what was only claimed is given back.
 */
export class Worker<Prepared> {
  readonly #handler: Handler<Prepared>;
  readonly #deps: WorkerDeps;
  readonly #running = new Set<Promise<void>>();
  /** Keys that are worked on here, with their account; none is claimed again before all its jobs were given back. */
  readonly #busy = new Map<string, string | null>();
  readonly #stopping = new AbortController();
  #woken = false;
  #wake: () => void = () => undefined;
  #loop: Promise<void> = Promise.resolve();
  #unlisten: () => void = () => undefined;

  constructor(handler: Handler<Prepared>, deps: WorkerDeps) {
    this.#handler = handler;
    this.#deps = deps;
  }

  async start(): Promise<void> {
    const { db } = this.#deps;
    const { queue } = this.#handler;
    this.#unlisten = await db.listen(JOBS_CHANNEL, (payload) => {
      if (payload === queue) this.wake();
    });
    this.#loop = this.#run();
  }

  /** Looks for work now. */
  wake(): void {
    this.#woken = true;
    this.#wake();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.wake();
    this.#unlisten();
    await this.#loop;
    await Promise.all(this.#running);
  }

  async #run(): Promise<void> {
    const { db, log } = this.#deps;
    const { queue, keys, perKey, perAccount } = this.#handler;
    while (!this.#stopping.signal.aborted) {
      this.#woken = false;
      const scope: ClaimScope = { accounts: this.#deps.accounts(), busy: this.#busy };
      try {
        const free = keys - this.#running.size;
        const jobs = free > 0 ? await claimJobs(db, queue, { keys: free, perKey, perAccount }, scope) : [];
        // Asked before the stop, answered after it: given back, as what was claimed before and not begun.
        if (isAborted(this.#stopping.signal)) await releaseJobs(db, jobs);
        else for (const [key, run] of byKey(jobs)) this.#begin(key, run);
        if (jobs.length > 0 && this.#running.size < keys) continue;
        const due = this.#running.size < keys ? await nextRunIn(db, queue, scope, perAccount) : null;
        await this.#sleep(Math.min(POLL_MS, due ?? POLL_MS));
      } catch (error) {
        logTrouble(log, 'jobs could not be claimed', error, { queue });
        await this.#sleep(1_000);
      }
    }
  }

  /**
   * Until the time is over or somebody wakes us; at least a moment, so that a job that is due and claimed by another
   * process does not make this loop run without rest.
   */
  async #sleep(ms: number): Promise<void> {
    if (this.#woken || this.#stopping.signal.aborted) return;
    const slept = new AbortController();
    this.#wake = () => slept.abort();
    await delay(Math.max(ms, 20), undefined, { signal: slept.signal }).catch(() => undefined);
    this.#wake = () => undefined;
  }

  #begin(key: string, jobs: readonly Job[]): void {
    this.#busy.set(key, jobs[0]?.account ?? null);
    const running = this.#runKey(jobs)
      .catch((error: unknown) => {
        logTrouble(this.#deps.log, 'a run of jobs was broken off', error, { queue: this.#handler.queue });
      })
      .finally(() => {
        this.#busy.delete(key);
        this.#running.delete(running);
        this.wake();
      });
    this.#running.add(running);
  }

  /** The jobs of one claim and key, in order. Ends early where order demands it, and gives the rest back. */
  async #runKey(jobs: readonly Job[]): Promise<void> {
    const { handler, db, failpoint } = { handler: this.#handler, ...this.#deps };
    failpoint(`${handler.queue}:claimed`);
    const prepared: Promise<Settled<Prepared>>[] = [];
    const prepareUpTo = (count: number): void => {
      for (const job of jobs.slice(prepared.length, count)) prepared.push(settled(handler.prepare(job)));
    };
    prepareUpTo(handler.ahead === 'all' ? jobs.length : 1);
    let written: Promise<boolean> = Promise.resolve(true);
    let next = 0;
    for (; next < jobs.length && !(next > 0 && this.#stopping.signal.aborted); next++) {
      const [job, ready] = [jobs[next], prepared[next]];
      if (job === undefined || ready === undefined) break;
      if (!handler.overlap && !(await written)) break;
      const began = performance.now();
      const value = await ready;
      prepareUpTo(next + 2);
      const result = await this.#decide(job, value);
      failpoint(`${handler.queue}:ran`);
      if (!(await written)) {
        // It ran, and counts as a try: whether it had its effect is asked the next time.
        await retryJob(db, db, job, 0, 'the job before it could not be written');
        next++;
        break;
      }
      written = this.#write(job, result, began);
      if (result.outcome.do !== 'done' && result.outcome.do !== 'dead') {
        next++;
        break;
      }
    }
    await written;
    await releaseJobs(db, jobs.slice(next));
    await Promise.all(prepared);
  }

  async #decide(job: Job, prepared: Settled<Prepared>): Promise<Ended> {
    try {
      if (!prepared.ok) throw prepared.error;
      const { outcome, ...rest } = await this.#handler.run(job, prepared.value);
      return { ...rest, ...this.#ended(job, outcome) };
    } catch (error) {
      return this.#thrown(job, error);
    }
  }

  async #thrown(job: Job, error: unknown): Promise<Ended> {
    const { queue } = this.#handler;
    const reason = errorText(error);
    // The bytes stay the same: no try reads them.
    if (error instanceof ZodError) {
      this.#deps.count(queue, 'error', 0);
      this.#deps.log.warn('a job cannot be read', { queue, job: job.job, fields: fieldsOf(error) });
      return { outcome: { do: 'dead', reason: `cannot be read: ${fieldsOf(error)}`, userText: '' }, failed: true };
    }
    if (error instanceof DatabaseAwayError) {
      return this.#ended(job, { do: 'away', what: 'database', afterMs: DATABASE_AWAY_MS, reason });
    }
    return this.#ended(job, (await this.#handler.judge?.(error, job)) ?? { do: 'failed', reason });
  }

  /** An outcome as it is written: a failure is one of the tries, or the last of them. */
  #ended(job: Job, outcome: Outcome): { readonly outcome: Written; readonly failed: boolean } {
    const { queue, tries } = this.#handler;
    const { log, count, random } = this.#deps;
    switch (outcome.do) {
      case 'retry':
        if (outcome.spread !== true) return { outcome, failed: false };
        return { outcome: { ...outcome, afterMs: spread(outcome.afterMs, random()) }, failed: false };
      case 'away':
        return { outcome: { ...outcome, afterMs: spread(outcome.afterMs, random()) }, failed: false };
      case 'failed': {
        const { reason } = outcome;
        count(queue, 'error', 0);
        log.warn('a job failed', { queue, job: job.job, failures: job.failures + 1, error: reason });
        if (job.failures + 1 >= tries) return { outcome: { do: 'dead', reason, userText: '' }, failed: true };
        return { outcome: { do: 'retry', afterMs: spread(pauseAfter(job.failures), random()), reason }, failed: true };
      }
      case 'dead':
        log.warn('a job is set aside', { queue, job: job.job, reason: outcome.reason });
        return { outcome, failed: false };
      case 'done':
      case 'elsewhere':
        return { outcome, failed: false };
    }
  }

  /**
   * Writes the end of a job; false where it could not be written and the run must stop. The write alone is repeated
   * first, since what `run` did may be nothing to repeat (a mail that was handed over); a database that is away is
   * waited for.
   */
  async #write(job: Job, decision: Ended, began: number): Promise<boolean> {
    const { log, failpoint, count } = this.#deps;
    const { queue } = this.#handler;
    const seconds = () => (performance.now() - began) / 1000;
    for (let tries = 1; ; tries++) {
      try {
        await this.#writeOnce(job, decision);
        break;
      } catch (error) {
        if (error instanceof LeaseLostError) {
          count(queue, 'lost', seconds());
          return false;
        }
        logTrouble(log, 'the end of a job could not be written', error, { queue, job: job.job, tries });
        if (!(error instanceof ZodError) && tries < WRITES && (await this.#databaseAnswers())) continue;
        await this.#writeFailed(job, error, seconds);
        return false;
      }
    }
    failpoint(`${queue}:after-commit`);
    count(queue, decision.outcome.do, seconds());
    decision.after?.();
    return true;
  }

  #writeOnce(job: Job, { outcome, write, failed }: Ended): Promise<void> {
    const { db, failpoint } = this.#deps;
    return db.transaction(async (tx) => {
      await write?.(tx);
      switch (outcome.do) {
        case 'done':
          await finishJob(tx, db, job);
          break;
        case 'retry':
        case 'away':
          await retryJob(tx, db, job, outcome.afterMs, outcome.reason, failed);
          break;
        case 'elsewhere':
          await leaveJob(tx, db, job, outcome.account);
          break;
        case 'dead':
          await this.#handler.buried(tx, job, outcome.reason, outcome.userText);
          await quarantineJob(tx, db, job, outcome.reason);
          break;
      }
      failpoint(`${this.#handler.queue}:before-commit`);
    });
  }

  /** Waits until the database answers; false where the worker is stopped meanwhile. */
  async #databaseAnswers(): Promise<boolean> {
    const { signal } = this.#stopping;
    for (;;) {
      try {
        await this.#deps.db.query('SELECT');
        return true;
      } catch {
        await delay(AWAY_MS, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) return false;
      }
    }
  }

  /** What `write` threw again and again counts as a failure. */
  async #writeFailed(job: Job, error: unknown, seconds: () => number): Promise<void> {
    const { log, count } = this.#deps;
    try {
      const ended = await this.#thrown(job, error);
      await this.#writeOnce(job, ended);
      count(this.#handler.queue, ended.outcome.do, seconds());
    } catch (again) {
      // It is still ours and nobody works on it: the next claim finds it.
      logTrouble(log, 'a failed job could not be put back', again, { job: job.job });
    }
  }
}

/** An outcome that can be written: what failed is a further try or the end. */
type Written = Exclude<Outcome, { readonly do: 'failed' }>;

/** A decision as it is written; `failed` where it counts as a failure. */
type Ended = Omit<Decision, 'outcome'> & { readonly outcome: Written; readonly failed: boolean };

type Settled<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/** A promise that never rejects: what is prepared ahead may fail before anybody waits for it. */
async function settled<T>(promise: Promise<T>): Promise<Settled<T>> {
  try {
    return { ok: true, value: await promise };
  } catch (error) {
    return { ok: false, error };
  }
}

/** Which fields could not be read, never their values. */
function fieldsOf(error: ZodError): string {
  const paths = error.issues.slice(0, 5).map(({ path }) => path.map(String).join('.') || 'the whole');
  return [...new Set(paths)].join(', ');
}

function byKey(jobs: readonly Job[]): Map<string, Job[]> {
  const groups = new Map<string, Job[]>();
  for (const job of jobs) {
    const group = groups.get(job.key);
    if (group === undefined) groups.set(job.key, [job]);
    else group.push(job);
  }
  return groups;
}
