/** Takes from the homeserver, a little at a time, what has been kept long enough (`keep.rooms`, `keep.attachments`). */
import { logTrouble } from '../base/log.ts';
import type { Log } from '../base/log.ts';
import { Ticker } from '../base/ticker.ts';
import { nextRemovals } from '../db/retention-tables/removals.ts';
import { takeAway, type TakeAwayDeps } from './take-away.ts';

/** Between two turns, milliseconds, and what one takes: five a second. */
const PACE = { everyMs: 10_000, most: 50 } as const;

export function removals(deps: TakeAwayDeps & { readonly log: Log }): Ticker {
  return new Ticker({
    everyMs: PACE.everyMs,
    turn: (signal) => takeSome(deps, signal),
    onError: (error) => logTrouble(deps.log, 'what is old could not be taken from the homeserver', error),
  });
}

/**
 * One turn; by one process at a time.
 *
 * @internal Exported for its tests: what is taken is looked at in one turn.
 */
export async function takeSome(deps: TakeAwayDeps, signal: AbortSignal, most: number = PACE.most): Promise<number> {
  if ((await nextRemovals(deps.db, null, 1)).length === 0) return 0;
  const release = await deps.db.hold('removals');
  if (release === null) return 0;
  let taken = 0;
  try {
    for (const removal of await nextRemovals(deps.db, null, most)) {
      if (signal.aborted) break;
      await takeAway(deps, removal);
      taken += 1;
    }
  } finally {
    await release();
  }
  return taken;
}
