/**
 * The claims of all queues of a process, which go to Postgres together: one statement and one commit for all that look
 * for work at the same moment. The first after a while goes at once; what wakes workers within `PACE_MS` of it goes
 * with the next.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { claimAll } from './queue.ts';
import type { Claimed, ClaimAsked } from './queue.ts';
import type { JobStore } from './store.ts';

/** Between two claims of a process, milliseconds. */
const PACE_MS = 25;

interface Waiting {
  readonly ask: () => ClaimAsked;
  readonly resolve: (claimed: Claimed) => void;
  readonly reject: (error: unknown) => void;
}

export class Claims {
  readonly #db: JobStore;
  #waiting: Waiting[] = [];
  #isClaiming = false;
  /** When the last began, by a clock that does not jump. */
  #last = -Infinity;

  constructor(db: JobStore) {
    this.#db = db;
  }

  /**
   * Claims what may be claimed.
   *
   * @param ask what is asked for, called in the moment in which it is: who waits for it may have more room by then
   */
  claim(ask: () => ClaimAsked): Promise<Claimed> {
    const { promise, resolve, reject } = Promise.withResolvers<Claimed>();
    this.#waiting.push({ ask, resolve, reject });
    if (!this.#isClaiming) void this.#claimAll();
    return promise;
  }

  /** Never throws. */
  async #claimAll(): Promise<void> {
    this.#isClaiming = true;
    while (this.#waiting.length > 0) {
      // What is asked for in the same moment is waited for.
      await delay(Math.max(0, this.#last + PACE_MS - performance.now()));
      this.#last = performance.now();
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        const claimed = await claimAll(
          this.#db,
          batch.map(({ ask }) => ask()),
        );
        for (const [at, { resolve }] of batch.entries()) resolve(claimed[at] ?? { runs: [], dueMs: null });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#isClaiming = false;
  }
}
