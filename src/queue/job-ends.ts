/**
 * How runs of jobs end, and how their ends are written: with what was decided, in one transaction. Ends of one moment
 * that are alike go together, since a commit costs the same for many; an end alone waits for nobody.
 */
import { setImmediate as immediate, setTimeout as delay } from 'node:timers/promises';
import { ZodError } from 'zod';
import { allEnded } from '../base/all-ended.ts';
import { DatabaseAwayError, errorText, LeaseLostError } from '../base/errors.ts';
import { logTrouble } from '../base/log.ts';
import type { Log } from '../base/log.ts';
import { pauseAfter, spread } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { finishJob, finishJobs, leaveJob, quarantineJob, retryJob, retryJobs } from './queue.ts';
import type { Job, JobAgain, QueueName } from './queue.ts';
import type { JobStore, JobTransaction } from './store.ts';

/** How often the end of a job is written before it counts as a failed try. */
const WRITES = 3;
/** A job that could not reach the database is tried again after so long, milliseconds. */
const DATABASE_AWAY_MS = 1_000;
/** Between two looks whether a database that was away is back. */
const AWAY_MS = 500;
/** Runs whose ends are written in one transaction at most. Where one cannot be, each is written by itself. */
const TOGETHER_MOST = 64;

/** What jobs of one key decided, in their order. */
export interface WrittenRun {
  readonly lane: string;
  readonly writes: readonly Write[];
}

/** An outcome that can be written: what failed is a further try or the end. */
type Written = Exclude<Outcome, { readonly do: 'failed' }>;

/** Writes what was decided. */
export type Write = (tx: JobTransaction) => Promise<void>;

/** What was decided, as it is written; `failed` where it counts as a failure. */
export interface Ended {
  readonly outcome: Written;
  readonly failed: boolean;
  readonly write?: Write;
  readonly after?: () => void;
  readonly apart?: string;
  readonly beside?: Beside | null;
}

/**
 * With which ends of other keys of the same moment an end is written in one transaction: those of the same lane, of
 * which none bears the same name.
 */
export interface Beside {
  readonly lane: string;
  readonly name: string;
}

/** Ends of one key that wait to be written with others. */
interface Waiting {
  readonly run: readonly Ran[];
  readonly written: (together: boolean) => void;
}

/** Those that may be written with each other; one transaction at a time. */
interface Lane {
  waiting: readonly Waiting[];
  isWriting: boolean;
}

/** How a run of a job ended; `error` is counted besides, for each failure. */
type JobEnd = 'done' | 'retry' | 'away' | 'elsewhere' | 'dead' | 'error' | 'lost';

/** What of a handler says how its jobs end. */
export interface Ending {
  readonly queue: QueueName;
  /** Failures until quarantine. */
  readonly tries: number;
  /**
   * Where it is given, jobs that are done at the same moment are written in one transaction, in this order, unless they
   * say otherwise (`Decision.beside`); where that does not succeed, those of each key in their own. It must be one in
   * which no two transactions lock what they share the other way round.
   */
  readonly together?: (a: Job, b: Job) => number;
  /**
   * Writes what jobs decided that end together, those of each key by themselves, in one transaction, as if one came
   * after the other; `step` is called after each. Left out: one after the other.
   */
  readonly writeAll?: (tx: JobTransaction, runs: readonly WrittenRun[], step: () => void) => Promise<void>;
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
  readonly #lanes = new Map<string, Lane>();

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
    return (await this.writeRun([ran])) === 1;
  }

  /**
   * Writes the ends of jobs of one key in one transaction, in their order, where they may with those of other keys;
   * where that does not succeed, each in its own, so that one costs no other. Returns how many of them are written:
   * none behind one that is not.
   */
  async writeRun(run: readonly Ran[]): Promise<number> {
    const isWhole = run.every(({ ended }) => ended.outcome.do === 'done');
    const together =
      (isWhole || run.every(isAgain)) && ((await this.#withOthers(run)) || (isWhole && (await this.#inOne(run))));
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
   * Writes the ends together with those that came while others were being written; false where that did not succeed,
   * whoever's fault it was, or where they are not to be written with others.
   */
  async #withOthers(run: readonly Ran[]): Promise<boolean> {
    const { together: order } = this.#handler;
    const beside = besideOf(run);
    if (order === undefined || beside === null) return false;
    const name = beside?.lane ?? '';
    const lane: Lane = this.#lanes.get(name) ?? { waiting: [], isWriting: false };
    this.#lanes.set(name, lane);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    lane.waiting = [...lane.waiting, { run, written: resolve }];
    if (!lane.isWriting) void this.#writeLane(name, lane, order);
    return promise;
  }

  async #writeLane(name: string, lane: Lane, order: (a: Job, b: Job) => number): Promise<void> {
    lane.isWriting = true;
    // What comes in the same moment is waited for.
    await immediate();
    while (lane.waiting.length > 0) {
      const batch = besideEachOther(lane.waiting);
      lane.waiting = lane.waiting.filter((one) => !batch.includes(one));
      const runs = batch.map(({ run }) => run).sort((a, b) => order(firstOf(a).job, firstOf(b).job));
      // An end alone that writes nothing else is one statement (`#writeOnce`).
      const isBare = runs.length === 1 && runs.every((run) => run.length === 1 && run.every(isBareEnd));
      const written = !isBare && (await succeeds(this.#writeBatch(name, runs)));
      for (const { written: tell } of batch) tell(written);
    }
    lane.isWriting = false;
    this.#lanes.delete(name);
  }

  /** Those of one key by themselves. */
  async #inOne(run: readonly Ran[]): Promise<boolean> {
    return run.length > 1 && (await succeeds(this.#writeBatch(besideOf(run)?.lane ?? '', [run])));
  }

  #writeBatch(lane: string, batch: readonly (readonly Ran[])[]): Promise<void> {
    const { db, failpoint } = this.#deps;
    const { queue } = this.#handler;
    const step = (): void => failpoint(`${queue}:written`);
    const runs = batch.map((run) => ({
      lane,
      writes: run.flatMap(({ ended: { write } }) => write ?? []),
    }));
    return db.transaction(async (tx) => {
      await (this.#handler.writeAll ?? writeInOrder)(tx, runs, step);
      const all = batch.flat();
      await finishJobs(
        tx,
        db,
        all.flatMap(({ job, ended }) => (ended.outcome.do === 'done' ? job : [])),
      );
      await retryJobs(tx, db, all.flatMap(againOf));
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

/**
 * A `writeAll` for a transaction on which several may work side by side: what they do alike is done together. Those of
 * one key are written one after the other.
 */
export async function writeTogether(tx: JobTransaction, runs: readonly WrittenRun[], step: () => void): Promise<void> {
  await allEnded(runs.map((run) => writeInOrder(tx, [run], step)));
}

/** The `writeAll` of a handler that has none. */
export async function writeInOrder(tx: JobTransaction, runs: readonly WrittenRun[], step: () => void): Promise<void> {
  for (const write of runs.flatMap(({ writes }) => writes)) {
    await write(tx);
    step();
  }
}

/** Whether a job is to be run again, for nobody's fault, and says with whom that is written. */
function isAgain({ ended: { outcome, failed, beside } }: Ran): boolean {
  const isNamed = beside !== undefined && beside !== null;
  return isNamed && !failed && (outcome.do === 'retry' || outcome.do === 'away');
}

function isBareEnd({ ended }: Ran): boolean {
  return ended.write === undefined;
}

function againOf({ job, ended: { outcome } }: Ran): JobAgain[] {
  return outcome.do === 'retry' || outcome.do === 'away'
    ? [{ job, afterMs: outcome.afterMs, reason: outcome.reason }]
    : [];
}

/** What is said of all ends of a run: null where it is said of one that it goes with no others. */
function besideOf(run: readonly Ran[]): Beside | null | undefined {
  const [first, ...more] = run.map(({ ended }) => ended.beside);
  if (more.includes(null)) return null;
  return more.every((beside) => beside?.lane === first?.lane && beside?.name === first?.name) ? first : null;
}

/** As many as go together, from the first on; one whose name is there already goes with the next. */
function besideEachOther(waiting: readonly Waiting[]): readonly Waiting[] {
  const names = new Set<string>();
  const batch: Waiting[] = [];
  for (const one of waiting) {
    const name = besideOf(one.run)?.name;
    if (name !== undefined && names.has(name)) continue;
    if (name !== undefined) names.add(name);
    batch.push(one);
    if (batch.length === TOGETHER_MOST) break;
  }
  return batch;
}

function firstOf(run: readonly Ran[]): Ran {
  const [first] = run;
  if (first === undefined) throw new Error('a run of no jobs');
  return first;
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
