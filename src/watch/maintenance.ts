/** Deletes, once an hour, what has been kept long enough. Any number of processes may do it at once. */
import { purgeBuckets } from '../db/mail-tables/buckets.ts';
import { purgeMinutes } from '../db/mail-tables/breaker.ts';
import { purgeRaw } from '../db/intake-tables/inbox.ts';
import { sparedAccounts } from '../queue/service.ts';
import type { Database } from '../db/pool.ts';
import { hasEnd, longest, type Kept } from '../db/retention-tables/kept.ts';
import { askOldEvents, askOldMedia, askOldRooms } from '../db/retention-tables/removals.ts';
import { purgeAsked, purgeAttempts, purgeEvents, purgeNotices, purgeOutgoing, purgeRefusals } from '../db/purge.ts';
import { logTrouble } from '../base/log.ts';
import type { Log } from '../base/log.ts';
import { Ticker } from '../base/ticker.ts';
import { takeOldWords } from './old-words.ts';

export interface MaintenanceDeps {
  readonly db: Database;
  readonly log: Log;
  /** For how long each thing is kept, by the config of this moment. */
  readonly keep: Keep;
}

/** What is left out is kept for ever. */
export interface Keep {
  readonly raw: Kept;
  readonly events: Kept;
  readonly texts?: Kept;
  readonly attachments?: Kept;
  readonly rooms?: Kept;
}

const FOR_EVER: Kept = { everywhere: null, accounts: new Map() };

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
  const { raw, events, texts = FOR_EVER, attachments = FOR_EVER, rooms = FOR_EVER } = keep;
  const spared = await sparedAccounts(db, Math.max(longest(raw), longest(events)));
  await whole(() => purgeRaw(db, raw, 100, spared));
  await whole(() => purgeOutgoing(db, raw, spared));
  await whole(() => purgeAttempts(db, raw, spared));
  await whole(() => purgeEvents(db, events, spared));
  await whole(() => purgeAsked(db, events, spared));
  await whole(() => purgeNotices(db, raw, spared));
  await takeOldWords(db, texts, spared, () => signal.aborted);
  if (hasEnd(attachments)) await whole(() => askOldMedia(db, attachments, spared));
  if (hasEnd(rooms)) await whole(() => askOldEvents(db, rooms, spared));
  if (hasEnd(rooms)) await whole(() => askOldRooms(db, rooms, spared));
  await whole(() => purgeRefusals(db));
  await whole(() => purgeBuckets(db));
  await purgeMinutes(db);
}
