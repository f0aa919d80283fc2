/** Deletes, once an hour, what has been kept long enough. Any number of processes may do it at once. */
import { setTimeout as delay } from 'node:timers/promises';
import { purgeBuckets } from '../db/brakes.ts';
import { purgeMinutes } from '../db/breaker.ts';
import { purgeRaw } from '../db/inbox.ts';
import type { Database } from '../db/pool.ts';
import { purgeAsked, purgeEvents, purgeNotices, purgeOutgoing, purgeRefusals } from '../db/purge.ts';
import { errorText } from '../errors.ts';
import type { Log } from '../log.ts';

export interface MaintenanceDeps {
  readonly db: Database;
  readonly log: Log;
  /** Milliseconds. */
  readonly keep: { readonly raw: number; readonly events: number };
}

const HOUR_MS = 3_600_000;

export class Maintenance {
  readonly #deps: MaintenanceDeps;
  readonly #stopping = new AbortController();
  #loop: Promise<void> = Promise.resolve();

  constructor(deps: MaintenanceDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#loop = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await this.#once().catch((error: unknown) => {
        this.#deps.log.warn('old rows could not be deleted', { error: errorText(error) });
      });
      await delay(HOUR_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  async #once(): Promise<void> {
    const { db, keep } = this.#deps;
    const { signal } = this.#stopping;
    const whole = async (purge: () => Promise<number>): Promise<void> => {
      while (!signal.aborted && (await purge()) > 0);
    };
    await whole(() => purgeRaw(db, keep.raw, 100));
    await whole(() => purgeOutgoing(db, keep.raw));
    await whole(() => purgeEvents(db, keep.events));
    await whole(() => purgeAsked(db, keep.events));
    await whole(() => purgeNotices(db, keep.raw));
    await whole(() => purgeRefusals(db));
    await whole(() => purgeBuckets(db));
    await purgeMinutes(db);
  }
}
