import type { Account } from '../bridge/account.ts';
import type { GhostCodec, IdKey } from '../bridge/ids.ts';
import type { AccountId } from '../bridge/types.ts';
import type { Database } from '../db/pool.ts';
import type { Log } from '../log.ts';

/** What every handler is given; each adds what it alone needs. */
export interface JobDeps {
  readonly db: Database;
  readonly log: Log;
  readonly ids: IdKey;
  readonly ghosts: GhostCodec;
  readonly accounts: ReadonlyMap<AccountId, Account>;
}
