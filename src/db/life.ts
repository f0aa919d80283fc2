/**
 * The sign of life of one process, by which others know whether what it holds is still worked on.
 *
 * Policy. One row a process, renewed by the database's clock; whoever finds it run out may take the process's jobs at once, however
 * long they were meant to last. A process that cannot renew its row knows that in time by its own clock: it takes itself for dead
 * before any other may, and lets go of what no key can fence (SMTP's DATA). A clean stop deletes the row.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { LeaseLostError } from '../errors.ts';
import type { Database } from './pool.ts';

export interface LifeOptions {
  /** How long a sign of life counts, milliseconds; so long the jobs of a killed process rest. */
  readonly leaseMs: number;
  /** Called when a sign of life could not be written; the next is tried all the same. */
  readonly onError: (error: unknown) => void;
}

/** A process gives a sign of life this often within the time that one counts. */
const SIGNS = 4;
/** After this share of that time without one it takes itself for dead; the rest is for what it has handed to the network. */
const CERTAIN = 0.75;

export class Life {
  readonly #db: Database;
  readonly #options: LifeOptions;
  readonly #stopping = new AbortController();
  #doubt = new AbortController();
  #deadline: NodeJS.Timeout | undefined;
  #loop: Promise<void> = Promise.resolve();

  private constructor(db: Database, options: LifeOptions) {
    this.#db = db;
    this.#options = options;
  }

  /** Writes the first sign of life of `db.owner` and goes on until `stop`. Throws where the database does not take the first. */
  static async start(db: Database, options: LifeOptions): Promise<Life> {
    const life = new Life(db, options);
    await life.#sign();
    await db.query(`DELETE FROM processes WHERE alive_until < now() - interval '1 day'`);
    life.#loop = life.#run();
    return life;
  }

  /**
   * Aborts, with a LeaseLostError, before another process may take this one for dead; is aborted while that is so. After the next
   * sign of life there is a new signal.
   */
  get certain(): AbortSignal {
    return this.#doubt.signal;
  }

  /** Gives back everything that this process still holds. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop;
    clearTimeout(this.#deadline);
    await this.#db.query('DELETE FROM processes WHERE owner = $1', [this.#db.owner]).catch(this.#options.onError);
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
      `INSERT INTO processes (owner, alive_until) VALUES ($1, now() + $2::double precision * interval '1 ms')
       ON CONFLICT (owner) DO UPDATE SET alive_until = excluded.alive_until`,
      [this.#db.owner, leaseMs],
    );
    clearTimeout(this.#deadline);
    if (this.#doubt.signal.aborted) this.#doubt = new AbortController();
    const left = asked + leaseMs * CERTAIN - performance.now();
    // A deadline that has passed while the answer was on its way is kept all the same.
    this.#deadline = setTimeout(() => this.#doubt.abort(new LeaseLostError('this process')), Math.max(0, left));
  }
}
