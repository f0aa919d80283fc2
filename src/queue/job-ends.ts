/**
 * How runs of jobs end, and how their ends are written: with what was decided, in one transaction. Ends of one moment
 * that are alike go together, since a commit costs the same for many; an end alone waits for nobody.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { ZodError } from 'zod';
import { DatabaseAwayError, errorText, LeaseLostError } from '../base/errors.ts';
import { logTrouble } from '../base/log.ts';
import type { Log } from '../base/log.ts';
import { pauseAfter, spread } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { finishJob, finishJobs, leaveJob, quarantineJob, retryJob } from './queue.ts';
import type { Job, QueueName } from './queue.ts';
import type { JobStore, JobTransaction } from './store.ts';

/** How often the end of a job is written before it counts as a failed try. */
const WRITES = 3;
/** A job that could not reach the database is tried again after so long, milliseconds. */
const DATABASE_AWAY_MS = 1_000;
/** Between two looks whether a database that was away is back. */
const AWAY_MS = 500;
/** Ends in one transaction at most: where one of them cannot be written, each is written alone. */
const TOGETHER_MOST = 64;

/** An outcome that can be written: what failed is a further try or the end. */
type Written = Exclude<Outcome, { readonly do: 'failed' }>;

/** What was decided, as it is written; `failed` where it counts as a failure. */
export interface Ended {
  readonly outcome: Written;
  readonly failed: boolean;
  readonly write?: (tx: JobTransaction) => Promise<void>;
  readonly after?: () => void;
  readonly apart?: string;
}

/** An end that waits to be written with others. */
interface Waiting {
  readonly job: Job;
  readonly ended: Ended;
  readonly written: (together: boolean) => void;
}

/** How a run of a job ended; `error` is counted besides, for each failure. */
type JobEnd = 'done' | 'retry' | 'away' | 'elsewhere' | 'dead' | 'error' | 'lost';

/** What of a handler says how its jobs end. */
export interface Ending {
  readonly queue: QueueName;
  /** Failures until quarantine. */
  readonly tries: number;
  /**
   * Where it is given, jobs that are done at the same moment are written in one transaction, in this order; where that
   * does not succeed, each in its own. It must be one in which no two transactions lock what they share the other way
   * round, and jobs of one key must stand in their order.
   */
  readonly together?: (a: Job, b: Job) => number;
  /** What a throw of `prepare` or `run` means; null, and without this: it counts as a failure. Must not throw. */
  readonly judge?: (error: unknown, job: Job) => Promise<Outcome | null>;
  /** What is written when the last try failed or the outcome is dead. */
  buried(tx: JobTransaction, job: Job, reason: string, userText: string): Promise<void>;
}

export interface EndsDeps {
  readonly db: JobStore;
  readonly log: Log;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Called by name at each step; a test's may end the process there. */
  readonly failpoint: (name: string) => void;
  /** Counts an end, with how long the job was worked on, seconds. */
  readonly count: (queue: QueueName, end: JobEnd, seconds: number) => void;
}

/** A job that ran, and when that began, by a clock that does not jump. */
export interface Ran {
  readonly job: Job;
  readonly ended: Ended;
  readonly began: number;
}

export class JobEnds {
  readonly #handler: Ending;
  readonly #deps: EndsDeps;
  readonly #stopping: AbortSignal;
  #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(handler: Ending, deps: EndsDeps, stopping: AbortSignal) {
    this.#handler = handler;
    this.#deps = deps;
    this.#stopping = stopping;
  }

  /** What a throw means for its job. */
  async thrown(job: Job, error: unknown): Promise<Ended> {
    const { queue } = this.#handler;
    const reason = errorText(error);
    // The bytes stay the same: no try reads them.
    if (error instanceof ZodError) {
      this.#deps.count(queue, 'error', 0);
      this.#deps.log.warn('a job cannot be read', { queue, job: job.job, fields: fieldsOf(error) });
      return { outcome: { do: 'dead', reason: `cannot be read: ${fieldsOf(error)}`, userText: '' }, failed: true };
    }
    if (error instanceof DatabaseAwayError) {
      return this.ended(job, { do: 'away', what: 'database', afterMs: DATABASE_AWAY_MS, reason });
    }
    return this.ended(job, (await this.#handler.judge?.(error, job)) ?? { do: 'failed', reason });
  }

  /**
   * Writes the end of a job; false where it could not be written and the run must stop. The write alone is repeated
   * first, since what `run` did may be nothing to repeat (a mail that was handed over); a database that is away is
   * waited for.
   */
  async write(ran: Ran): Promise<boolean> {
    const { job, ended } = ran;
    const { together } = this.#handler;
    if (together === undefined || ended.outcome.do !== 'done' || !(await this.#withOthers(job, ended, together))) {
      if (!(await this.#writeAlone(ran))) return false;
    }
    this.#written(ran);
    return true;
  }

  /**
   * Writes the ends of jobs of one key in one transaction, in their order; where that does not succeed, each in its
   * own, so that one costs no other. Returns how many of them are written: none behind one that is not.
   */
  async writeRun(run: readonly Ran[]): Promise<number> {
    const isWhole = run.length > 1 && run.every(({ ended }) => ended.outcome.do === 'done');
    const together = isWhole && (await succeeds(this.#writeBatch(run)));
    let written = 0;
    for (const ran of run) {
      if (!together && !(await this.#writeAlone(ran))) break;
      this.#written(ran);
      written += 1;
    }
    return written;
  }

  async #writeAlone({ job, ended, began }: Ran): Promise<boolean> {
    const { log, count } = this.#deps;
    const { queue } = this.#handler;
    const seconds = () => (performance.now() - began) / 1000;
    for (let tries = 1; ; tries++) {
      try {
        await this.#writeOnce(job, ended);
        return true;
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
  }

  #written({ ended, began }: Ran): void {
    const { queue } = this.#handler;
    this.#deps.failpoint(`${queue}:after-commit`);
    this.#deps.count(queue, ended.outcome.do, (performance.now() - began) / 1000);
    ended.after?.();
  }

  /** An outcome as it is written: a failure is one of the tries, or the last of them. */
  ended(job: Job, outcome: Outcome): { readonly outcome: Written; readonly failed: boolean } {
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
   * Writes the end together with those that came while others were being written; resolves with false where that did
   * not succeed, whoever's fault it was.
   */
  #withOthers(job: Job, ended: Ended, order: (a: Job, b: Job) => number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    this.#waiting.push({ job, ended, written: resolve });
    if (!this.#isWriting) void this.#writeWaiting(order);
    return promise;
  }

  async #writeWaiting(order: (a: Job, b: Job) => number): Promise<void> {
    this.#isWriting = true;
    // What comes in the same moment is waited for.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, TOGETHER_MOST).sort((a, b) => order(a.job, b.job));
      this.#waiting = this.#waiting.slice(TOGETHER_MOST);
      const written = await succeeds(this.#writeBatch(batch));
      for (const { written: tell } of batch) tell(written);
    }
    this.#isWriting = false;
  }

  #writeBatch(batch: readonly Pick<Ran, 'job' | 'ended'>[]): Promise<void> {
    const { db, failpoint } = this.#deps;
    const { queue } = this.#handler;
    return db.transaction(async (tx) => {
      for (const { ended } of batch) {
        await ended.write?.(tx);
        failpoint(`${queue}:written`);
      }
      await finishJobs(
        tx,
        db,
        batch.map(({ job }) => job),
      );
      failpoint(`${queue}:before-commit`);
    });
  }

  #writeOnce(job: Job, { outcome, write, failed }: Ended): Promise<void> {
    const { db, failpoint } = this.#deps;
    if (write === undefined && (outcome.do === 'done' || outcome.do === 'retry' || outcome.do === 'away')) {
      // One statement is a transaction by itself.
      failpoint(`${this.#handler.queue}:written`);
      failpoint(`${this.#handler.queue}:before-commit`);
      if (outcome.do === 'done') return finishJob(db, db, job);
      return retryJob(db, db, job, outcome.afterMs, outcome.reason, failed);
    }
    return db.transaction(async (tx) => {
      await write?.(tx);
      failpoint(`${this.#handler.queue}:written`);
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
    for (;;) {
      try {
        await this.#deps.db.query('SELECT');
        return true;
      } catch {
        await delay(AWAY_MS, undefined, { signal: this.#stopping }).catch(() => undefined);
        if (this.#stopping.aborted) return false;
      }
    }
  }

  /** What `write` threw again and again counts as a failure. */
  async #writeFailed(job: Job, error: unknown, seconds: () => number): Promise<void> {
    const { log, count } = this.#deps;
    try {
      const ended = await this.thrown(job, error);
      await this.#writeOnce(job, ended);
      count(this.#handler.queue, ended.outcome.do, seconds());
    } catch (again) {
      // It is still ours and nobody works on it: the next claim finds it.
      logTrouble(log, 'a failed job could not be put back', again, { job: job.job });
    }
  }
}

/** Why a batch could not be written shows when each of its ends is. */
function succeeds(batch: Promise<void>): Promise<boolean> {
  return batch.then(
    () => true,
    () => false,
  );
}

/** Which fields could not be read, never their values. */
function fieldsOf(error: ZodError): string {
  const paths = error.issues.slice(0, 5).map(({ path }) => path.map(String).join('.') || 'the whole');
  return [...new Set(paths)].join(', ');
}
