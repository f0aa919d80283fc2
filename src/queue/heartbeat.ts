/**
 * The heartbeat of one process, by which others know whether the jobs that it claimed are still worked on, and which
 * accounts it serves.
 *
 * Policy. One row a process, renewed by the database's clock; whoever finds it run out may take the process's jobs at
 * once, however long they were meant to last. A process that cannot renew its row knows that in time by its own clock:
 * before any other process may take its jobs, it breaks off what no key can fence (SMTP's DATA). A clean stop deletes
 * the row.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { LeaseLostError } from '../base/errors.ts';
import { beginService, endService, leaveService } from './service.ts';
import type { JobStore } from './store.ts';

export interface HeartbeatOptions {
  /** How long a heartbeat counts, milliseconds; for as long nobody takes over the jobs of a killed process. */
  readonly leaseMs: number;
  /** The accounts that this process serves. */
  readonly accounts?: readonly string[];
  /** After this long without a living process that serves it an account counts as unserved, milliseconds. */
  readonly unservedMs?: number;
  /** Called when a heartbeat could not be written; the next is tried all the same. */
  readonly onError: (error: unknown) => void;
}

/** A process writes its heartbeat this often within the time that one counts. */
const SIGNS = 4;
/**
 * After this share of that time without one it stops its own work; the rest is for what it has handed to the network.
 */
const CERTAIN = 0.75;

export class Heartbeat {
  readonly #db: JobStore;
  readonly #options: HeartbeatOptions;
  readonly #stopping = new AbortController();
  #doubt = new AbortController();
  #deadline: NodeJS.Timeout | undefined;
  #loop: Promise<void> = Promise.resolve();
  #accounts: readonly string[];

  private constructor(db: JobStore, options: HeartbeatOptions) {
    this.#db = db;
    this.#options = options;
    this.#accounts = options.accounts ?? [];
  }

  /**
   * Writes the first heartbeat of `db.owner` and goes on until `stop`. Throws where the database does not take the
   * first.
   */
  static async start(db: JobStore, options: HeartbeatOptions): Promise<Heartbeat> {
    const life = new Heartbeat(db, options);
    await db.transaction((tx) => beginService(tx, life.#accounts, options.unservedMs ?? null));
    await life.#sign();
    life.#loop = life.#run();
    return life;
  }

  /**
   * Aborts, with a LeaseLostError, before another process may take this one for dead; is aborted while that is so.
   * After the next heartbeat there is a new signal.
   */
  get certain(): AbortSignal {
    return this.#doubt.signal;
  }

  /**
   * From now on this process serves these accounts. To be called before work of an added one is claimed, and after the
   * last work of a removed one was.
   */
  async serve(accounts: readonly string[]): Promise<void> {
    const before = this.#accounts;
    const added = accounts.filter((account) => !before.includes(account));
    const removed = before.filter((account) => !accounts.includes(account));
    await this.#db.transaction(async (tx) => {
      await beginService(tx, added, this.#options.unservedMs ?? null);
      await leaveService(tx, this.#db.owner, accounts, removed);
    });
    this.#accounts = accounts;
  }

  /** Gives back every job that this process has claimed. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop;
    clearTimeout(this.#deadline);
    await this.#db.transaction((tx) => endService(tx, this.#db.owner)).catch(this.#options.onError);
  }

  async #run(): Promise<void> {
    const { leaseMs, onError } = this.#options;
    const { signal } = this.#stopping;
    for (;;) {
      try {
        await delay(leaseMs / SIGNS, undefined, { signal });
      } catch {
        return;
      }
      await this.#sign().catch(onError);
    }
  }

  async #sign(): Promise<void> {
    const { leaseMs } = this.#options;
    const asked = performance.now();
    await this.#db.query(
      `INSERT INTO processes (owner, alive_until, accounts)
       VALUES ($1, now() + $2::double precision * interval '1 ms', $3)
       ON CONFLICT (owner) DO UPDATE SET alive_until = excluded.alive_until`,
      [this.#db.owner, leaseMs, this.#accounts],
    );
    clearTimeout(this.#deadline);
    if (this.#doubt.signal.aborted) this.#doubt = new AbortController();
    const left = asked + leaseMs * CERTAIN - performance.now();
    // A deadline that has passed while the answer was on its way is kept all the same.
    this.#deadline = setTimeout(() => this.#doubt.abort(new LeaseLostError('this process')), Math.max(0, left));
  }
}
