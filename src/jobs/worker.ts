/**
 * Runs the jobs of one queue.
 *
 * Policy. A claim takes the head of a key and a run of jobs behind it; they are worked on one after the other, different
 * keys side by side. What a handler wants written is written in the transaction that ends the job, so that an effect in the
 * database and the end of its job are one. `retry` is a server that is away or a time that has not come: it is tried again
 * without end, and so is a throw that says that the homeserver is away. Any other throw is an unexpected error: it is tried
 * again after a growing pause, and the last of `tries` puts the job into quarantine, with what the handler wants people told. Where another process took this one for dead, the work is dropped
 * silently: its new holder does it. NOTIFY wakes the worker; a poll and the due time of the next job stand behind it.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Outcome } from '../bridge/types.ts';
import type { Database, Transaction } from '../db/pool.ts';
import { claimJobs, finishJob, JOBS_CHANNEL, nextRunIn, quarantineJob, releaseJobs, retryJob } from '../db/queue.ts';
import type { Job, QueueName } from '../db/queue.ts';
import { errorText, LeaseLostError } from '../errors.ts';
import type { Log } from '../log.ts';
import { isAway } from '../matrix/errors.ts';
import { retryAfter } from '../matrix/repair.ts';

/** What a handler decided, and what is written together with the end of the job. */
export interface Decision {
  readonly outcome: Outcome;
  readonly write?: (tx: Transaction) => Promise<void>;
  /** After the commit: a wake-up or a metric; what is lost here must be found again by a poll. */
  readonly after?: () => void;
}

/** One kind of work. `run` may have effects outside that are idempotent by an id; it writes to the database only by `write`. */
export interface Handler<Prepared> {
  readonly queue: QueueName;
  /** Keys side by side, and jobs of one key in one claim. */
  readonly keys: number;
  readonly perKey: number;
  /** Unexpected errors until quarantine. */
  readonly tries: number;
  /** Whether the next job of a key may run while this one is written; only where `run` repeats safely. */
  readonly overlap: boolean;
  /** How far `prepare` goes ahead: for all jobs of a claim side by side, or for the next one while a job runs. */
  readonly ahead: 'all' | 'next';
  /** Work that may go on while the job before is run. */
  prepare(job: Job): Promise<Prepared>;
  run(job: Job, prepared: Prepared): Promise<Decision>;
  /** What is written when the last try failed or the outcome is dead. */
  buried(tx: Transaction, job: Job, reason: string, userText: string): Promise<void>;
}

export type JobEnd = 'done' | 'retry' | 'dead' | 'error' | 'lost';

export interface WorkerDeps {
  readonly db: Database;
  readonly log: Log;
  /** Called by name at each step; a test's may end the process there. */
  readonly failpoint: (name: string) => void;
  /** Counts an end: 'done', 'retry', 'dead', 'error' or 'lost', with how long the job was worked on, seconds. */
  readonly count: (queue: QueueName, end: JobEnd, seconds: number) => void;
}

const POLL_MS = 5_000;
/** How often the end of a job is written before it counts as a failed try. */
const WRITES = 3;
/** Between two looks whether a database that was away is back. */
const AWAY_MS = 500;
const PAUSES_MS = [1_000, 5_000, 30_000, 120_000, 600_000];

/** The runner of one handler, the only one of its queue on its `Database`. `start` once, `stop` drains: what runs is finished, what was only claimed is given back. */
export class Worker<Prepared> {
  readonly #handler: Handler<Prepared>;
  readonly #deps: WorkerDeps;
  readonly #running = new Set<Promise<void>>();
  /** Keys that are worked on here; none of them is claimed again before all its jobs were given back. */
  readonly #busy = new Set<string>();
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
    const { queue, keys, perKey } = this.#handler;
    while (!this.#stopping.signal.aborted) {
      this.#woken = false;
      try {
        const free = keys - this.#running.size;
        const jobs = free > 0 ? await claimJobs(db, queue, { keys: free, perKey }, [...this.#busy]) : [];
        for (const [key, run] of byKey(jobs)) this.#begin(key, run);
        if (jobs.length > 0 && this.#running.size < keys) continue;
        const due = this.#running.size < keys ? await nextRunIn(db, queue, [...this.#busy]) : null;
        await this.#sleep(Math.min(POLL_MS, due ?? POLL_MS));
      } catch (error) {
        log.warn('jobs could not be claimed', { queue, error: errorText(error) });
        await this.#sleep(1_000);
      }
    }
  }

  /** Until the time is over or somebody wakes us; at least a moment, so that a job that is due but held does not spin. */
  async #sleep(ms: number): Promise<void> {
    if (this.#woken || this.#stopping.signal.aborted) return;
    const slept = new AbortController();
    this.#wake = () => slept.abort();
    await delay(Math.max(ms, 20), undefined, { signal: slept.signal }).catch(() => undefined);
    this.#wake = () => undefined;
  }

  #begin(key: string, jobs: readonly Job[]): void {
    this.#busy.add(key);
    const running = this.#runKey(jobs)
      .catch((error: unknown) => {
        this.#deps.log.warn('a run of jobs was broken off', { queue: this.#handler.queue, error: errorText(error) });
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
      if (result.outcome.do === 'retry') {
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
      return await this.#handler.run(job, prepared.value);
    } catch (error) {
      return this.#failed(job, error);
    }
  }

  #failed(job: Job, error: unknown): Decision & { readonly failed: boolean } {
    const { queue, tries } = this.#handler;
    const reason = errorText(error);
    if (isAway(error)) {
      return { outcome: { do: 'retry', afterMs: retryAfter(error, job.attempts), reason }, failed: false };
    }
    this.#deps.count(queue, 'error', 0);
    this.#deps.log.warn('a job failed', { queue, job: job.job, failures: job.failures + 1, error: reason });
    if (job.failures + 1 >= tries) {
      return { outcome: { do: 'dead', reason, userText: '' }, failed: true };
    }
    const pause = PAUSES_MS[Math.min(job.failures, PAUSES_MS.length - 1)] ?? POLL_MS;
    return { outcome: { do: 'retry', afterMs: pause, reason }, failed: true };
  }

  /**
   * Writes the end of a job; false where it could not be written and the run must stop. The write alone is repeated first, since
   * what `run` did may be nothing to repeat (a mail that was handed over); a database that is away is waited for.
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
        log.warn('the end of a job could not be written', { queue, job: job.job, tries, error: errorText(error) });
        if (tries < WRITES && (await this.#databaseAnswers())) continue;
        await this.#writeFailed(job, error);
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
          await retryJob(tx, db, job, outcome.afterMs, outcome.reason, failed ?? false);
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

  /** What `write` threw again and again counts as a failed try. */
  async #writeFailed(job: Job, error: unknown): Promise<void> {
    const { outcome } = this.#failed(job, error);
    const { db, log } = this.#deps;
    try {
      await db.transaction(async (tx) => {
        if (outcome.do === 'retry') await retryJob(tx, db, job, outcome.afterMs, outcome.reason, true);
        if (outcome.do !== 'dead') return;
        await this.#handler.buried(tx, job, outcome.reason, outcome.userText);
        await quarantineJob(tx, db, job, outcome.reason);
      });
    } catch (again) {
      // It is still ours and nobody works on it: the next claim finds it.
      log.warn('a failed job could not be put back', { job: job.job, error: errorText(again) });
    }
  }
}

/** A decision as it is written; `failed` where it is a throw that counts. */
type Ended = Decision & { readonly failed?: boolean };

type Settled<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/** A promise that never rejects: what is prepared ahead may fail before anybody waits for it. */
async function settled<T>(promise: Promise<T>): Promise<Settled<T>> {
  try {
    return { ok: true, value: await promise };
  } catch (error) {
    return { ok: false, error };
  }
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
