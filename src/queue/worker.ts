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
import { isAborted } from '../base/abort.ts';
import { logTrouble } from '../base/log.ts';
import { Claims } from './claims.ts';
import { JobEnds } from './job-ends.ts';
import type { Beside, Ended, Ending, EndsDeps, Ran, Write } from './job-ends.ts';
import type { Outcome } from './outcome.ts';
import { countAccounts, JOBS_CHANNEL, releaseJobs, retryJob } from './queue.ts';
import type { ClaimAsked, ClaimedRun, Job } from './queue.ts';

/** What a handler decided, and what is written together with the end of the job. */
export interface Decision {
  readonly outcome: Outcome;
  readonly write?: Write;
  /** After the commit: a wake-up or a metric; what is lost here must be found again by a poll. */
  readonly after?: () => void;
  /**
   * Where jobs of a key are written together (`atOnce`): those that bear the same name here. One that bears another is
   * decided again when those before it are written.
   */
  readonly apart?: string;
  /**
   * Where ends are written together (`together`): with whom; null for nobody, left out for all others without it. A job
   * that is to be run again is written with others only where it says so.
   */
  readonly beside?: Beside | null;
}

/**
 * One kind of work. `run` may have effects outside that are idempotent by an id; it writes to the database only by
 * `write`.
 */
export interface Handler<Prepared> extends Ending {
  /** Keys side by side, and jobs of one key in one claim. */
  readonly keys: number;
  readonly perKey: number;
  /** Keys of one account side by side: the rest stays for others, whatever hangs. */
  readonly perAccount: number;
  /**
   * Whether the newest keys of an account are claimed in turn with the oldest; the oldest come first where it is left
   * out, as what leaves must. Only where no key waits for another.
   */
  readonly fromBothEnds?: boolean;
  /** Whether the next job of a key may run while this one is written; only where `run` repeats safely. */
  readonly overlap: boolean;
  /**
   * How many jobs of one key are written in one transaction, in their order, where they are prepared at the same moment
   * (default 1); only where `run` has no effect, and `write` sees what those before it wrote.
   */
  readonly atOnce?: number;
  /** For how many jobs of a claim `prepare` goes on side by side, ahead of the one that runs; at least 1. */
  readonly ahead: number;
  /** Work that may go on while the job before is run. */
  prepare(job: Job): Promise<Prepared>;
  run(job: Job, prepared: Prepared): Promise<Decision>;
}

export interface WorkerDeps extends EndsDeps {
  /** The accounts that this process serves, asked at each claim; jobs of others are not claimed. */
  readonly accounts: () => readonly string[];
  /** Shared by the workers of a process; left out, this one claims by itself. */
  readonly claims?: Claims;
}

const POLL_MS = 5_000;

/**
 * The runner of one handler, the only one of its queue on its store. `start` once, `stop` drains: what runs is
 * finished, what was only claimed is given back.
 */
export class Worker<Prepared> {
  readonly #handler: Handler<Prepared>;
  readonly #deps: WorkerDeps;
  readonly #ends: JobEnds;
  readonly #claims: Claims;
  readonly #running = new Set<Promise<void>>();
  #newestFirst = true;
  /** Keys that are worked on here, with their account; none is claimed again before all its jobs were given back. */
  readonly #busy = new Map<string, string | null>();
  readonly #stopping = new AbortController();
  /** Reasons to look for work so far: a claim that began before one of them may have passed over what it is about. */
  #reasons = 0;
  #wake: () => void = () => undefined;
  #loop: Promise<void> = Promise.resolve();
  #unlisten: () => void = () => undefined;

  constructor(handler: Handler<Prepared>, deps: WorkerDeps) {
    this.#handler = handler;
    this.#deps = deps;
    this.#claims = deps.claims ?? new Claims(deps.db);
    this.#ends = new JobEnds(handler, deps, this.#stopping.signal);
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
    this.#reasons += 1;
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
    const { log } = this.#deps;
    const { queue, keys } = this.#handler;
    while (!this.#stopping.signal.aborted) {
      const reasons = this.#reasons;
      try {
        const { due, since } = this.#running.size < keys ? await this.#claim() : { due: null, since: reasons };
        // What would wake us before, or has by now, is another reason to look.
        await this.#sleep(since, Math.min(POLL_MS, (this.#running.size >= keys ? null : due) ?? POLL_MS));
      } catch (error) {
        logTrouble(log, 'jobs could not be claimed', error, { queue });
        await this.#sleep(this.#reasons, 1_000);
      }
    }
  }

  /**
   * Claims all that may be claimed, and begins it. Milliseconds until more may be, null for none; and the reasons to
   * look so far when it was asked.
   */
  async #claim(): Promise<{ readonly due: number | null; readonly since: number }> {
    const { db } = this.#deps;
    this.#newestFirst = !this.#newestFirst;
    let since = this.#reasons;
    const { runs, dueMs } = await this.#claims.claim(() => {
      since = this.#reasons;
      return this.#asked();
    });
    // Asked before the stop, answered after it: given back, as what was claimed before and not begun.
    if (isAborted(this.#stopping.signal))
      await releaseJobs(
        db,
        runs.flatMap(({ jobs }) => jobs),
      );
    else for (const run of runs) this.#begin(run, since);
    return { due: dueMs, since };
  }

  #asked(): ClaimAsked {
    const { queue, keys, perKey, perAccount, fromBothEnds = false } = this.#handler;
    const bounds = { keys: keys - this.#running.size, perKey, perAccount };
    return {
      queue,
      limits: fromBothEnds ? { ...bounds, newestFirst: this.#newestFirst } : bounds,
      scope: { accounts: this.#deps.accounts(), busy: this.#busy },
    };
  }

  /**
   * Until the time is over, or there is another reason to look; at least a moment, so that a job that is due and
   * claimed by another process does not make this loop run without rest.
   */
  async #sleep(reasons: number, ms: number): Promise<void> {
    if (this.#reasons !== reasons || this.#stopping.signal.aborted) return;
    const slept = new AbortController();
    this.#wake = () => slept.abort();
    await delay(Math.max(ms, 20), undefined, { signal: slept.signal }).catch(() => undefined);
    this.#wake = () => undefined;
  }

  #begin(run: ClaimedRun, reasons: number): void {
    const { key, jobs, followed } = run;
    this.#busy.set(key, jobs[0]?.account ?? null);
    const running = this.#runKey(jobs)
      .catch((error: unknown) => {
        logTrouble(this.#deps.log, 'a run of jobs was broken off', error, { queue: this.#handler.queue });
        return false;
      })
      .then((whole) => {
        const hidden = followed || !whole || this.#reasons !== reasons || this.#isFull(key);
        this.#busy.delete(key);
        this.#running.delete(running);
        // Otherwise nothing waits that the last claim did not see.
        if (hidden) this.wake();
      });
    this.#running.add(running);
  }

  /** Whether another key may have been left since this one is worked on. */
  #isFull(key: string): boolean {
    const { keys, perAccount } = this.#handler;
    const account = this.#busy.get(key) ?? null;
    const ofAccount = account === null ? 0 : (countAccounts(this.#busy).get(account) ?? 0);
    return this.#running.size >= keys || ofAccount >= perAccount;
  }

  /**
   * The jobs of one claim and key, in order. Ends early where order demands it, and gives the rest back; whether all of
   * them are done.
   */
  async #runKey(jobs: readonly Job[]): Promise<boolean> {
    const { handler, db, failpoint } = { handler: this.#handler, ...this.#deps };
    failpoint(`${handler.queue}:claimed`);
    const prepared: Ready<Prepared>[] = [];
    const prepareUpTo = (count: number): void => {
      for (const job of jobs.slice(prepared.length, count)) prepared.push(new Ready(job, handler.prepare(job)));
    };
    prepareUpTo(handler.ahead);
    let written: Promise<boolean> = Promise.resolve(true);
    let whole = true;
    let next = 0;
    for (; next < jobs.length && !(next > 0 && this.#stopping.signal.aborted);) {
      if (!handler.overlap && !(await written)) break;
      const began = performance.now();
      await prepared[next]?.value;
      prepareUpTo(next + 1 + handler.ahead);
      const ran = await this.#runReady(prepared.slice(next, next + (handler.atOnce ?? 1)), began);
      next += ran.length;
      if (!(await written)) {
        // They ran, and that counts as a try: whether it had its effect is asked the next time.
        for (const { job } of ran) await retryJob(db, db, job, 0, 'the job before it could not be written');
        break;
      }
      written = this.#write(ran);
      whole &&= ran.every(({ ended }) => ended.outcome.do === 'done');
      if (!goesOn(ran.at(-1))) break;
    }
    whole = (await written) && whole && next === jobs.length;
    await releaseJobs(db, jobs.slice(next));
    await Promise.all(prepared.map(({ value }) => value));
    return whole;
  }

  /** Runs the first of them, and those behind it that are ready by now; none behind one that ends the run. */
  async #runReady(ready: readonly Ready<Prepared>[], began: number): Promise<readonly Ran[]> {
    const ran: Ran[] = [];
    for (const { job, value, isReady } of ready) {
      if (ran.length > 0 && (!isReady() || !goesOn(ran.at(-1)))) break;
      const ended = await this.#decide(job, await value);
      if (ran.length > 0 && ended.apart !== ran[0]?.ended.apart) break;
      ran.push({ job, began, ended });
      this.#deps.failpoint(`${this.#handler.queue}:ran`);
    }
    return ran;
  }

  /** Whether all of them are written. What is not and was not begun is given back. */
  async #write(ran: readonly Ran[]): Promise<boolean> {
    const { db } = this.#deps;
    const [first] = ran;
    if (first === undefined) return true;
    if (ran.length === 1) return this.#ends.write(first);
    const written = await this.#ends.writeRun(ran);
    const rest = ran.slice(written + 1).map(({ job }) => job);
    await releaseJobs(db, rest);
    return written === ran.length;
  }

  async #decide(job: Job, prepared: Settled<Prepared>): Promise<Ended> {
    try {
      if (!prepared.ok) throw prepared.error;
      const { outcome, ...rest } = await this.#handler.run(job, prepared.value);
      return { ...rest, ...this.#ends.ended(job, outcome) };
    } catch (error) {
      return this.#ends.thrown(job, error);
    }
  }
}

/** Whether a job behind it may run. */
function goesOn(ran: Ran | undefined): boolean {
  return ran?.ended.outcome.do === 'done' || ran?.ended.outcome.do === 'dead';
}

type Settled<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/** What is prepared ahead: it may fail before anybody waits for it. */
class Ready<T> {
  readonly job: Job;
  /** Never rejects. */
  readonly value: Promise<Settled<T>>;
  #isReady = false;

  constructor(job: Job, preparing: Promise<T>) {
    this.job = job;
    this.value = settled(preparing).finally(() => (this.#isReady = true));
  }

  readonly isReady = (): boolean => this.#isReady;
}

async function settled<T>(promise: Promise<T>): Promise<Settled<T>> {
  try {
    return { ok: true, value: await promise };
  } catch (error) {
    return { ok: false, error };
  }
}
