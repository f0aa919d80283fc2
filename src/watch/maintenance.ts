/** Deletes, once an hour, what has been kept long enough. Any number of processes may do it at once. */
import { purgeBuckets } from '../db/mail-tables/buckets.ts';
import { purgeMinutes } from '../db/mail-tables/breaker.ts';
import { purgeRaw } from '../db/intake-tables/inbox.ts';
import { sparedAccounts } from '../queue/service.ts';
import type { Database } from '../db/pool.ts';
import { purgeAsked, purgeAttempts, purgeEvents, purgeNotices, purgeOutgoing, purgeRefusals } from '../db/purge.ts';
import { logTrouble } from '../base/log.ts';
import type { Log } from '../base/log.ts';
import { Ticker } from '../base/ticker.ts';

export interface MaintenanceDeps {
  readonly db: Database;
  readonly log: Log;
  /** Milliseconds. */
  readonly keep: { readonly raw: number; readonly events: number };
}

const HOUR_MS = 3_600_000;

/** Deletes now, and then once an hour. */
export function maintenance(deps: MaintenanceDeps): Ticker {
  return new Ticker({
    everyMs: HOUR_MS,
    turn: (signal) => purge(deps, signal),
    onError: (error) => logTrouble(deps.log, 'old rows could not be deleted', error),
  });
}

/**
 * Deletes all that has been kept long enough, or until `signal` aborts.
 *
 * @internal Exported for its tests: what is deleted and what is spared is looked at in one turn.
 */
export async function purge({ db, keep }: MaintenanceDeps, signal: AbortSignal): Promise<void> {
  const whole = async (some: () => Promise<number>): Promise<void> => {
    while (!signal.aborted && (await some()) > 0);
  };
  const spared = await sparedAccounts(db, Math.max(keep.raw, keep.events));
  await whole(() => purgeRaw(db, keep.raw, 100, spared));
  await whole(() => purgeOutgoing(db, keep.raw, spared));
  await whole(() => purgeAttempts(db, keep.raw, spared));
  await whole(() => purgeEvents(db, keep.events, spared));
  await whole(() => purgeAsked(db, keep.events, spared));
  await whole(() => purgeNotices(db, keep.raw, spared));
  await whole(() => purgeRefusals(db));
  await whole(() => purgeBuckets(db));
  await purgeMinutes(db);
}
