import type { Account } from '../bridge/account/account.ts';
import type { RefusedField } from '../bridge/account/config-changes.ts';
import type { ConfigFacts } from '../bridge/account/config-facts.ts';
import type { GhostCodec, IdKey } from '../bridge/ids.ts';
import type { AccountId, UserId } from '../bridge/types.ts';
import type { Database } from '../db/pool.ts';
import type { Log } from '../base/log.ts';

/** What every handler is given; each adds what it alone needs. */
export interface JobDeps {
  readonly db: Database;
  readonly log: Log;
  readonly ids: IdKey;
  readonly ghosts: GhostCodec;
  /** As they are at the moment of asking: a piece of work asks once and ends with what it was given. */
  readonly accounts: ReadonlyMap<AccountId, Account>;
  /** Absent where nothing is reloaded. */
  readonly reload?: ReloadPort;
  /** Absent where nobody speaks as themselves (`matrix/puppets.ts`). */
  readonly puppets?: PuppetNames;
}

/** As whom Mailroom may speak besides its own users. */
export interface PuppetNames {
  /** Whether it has a way to, by the config. Asks nobody. */
  readonly covers: (user: UserId) => boolean;
}

/** The config file of this process as it is now: where it is wrong, or what the others may know of it. */
export type CheckedConfig =
  { readonly refused: readonly RefusedField[] } | { readonly fingerprint: string; readonly facts: ConfigFacts };

/** What the paths of events and operations have of a reload. */
export interface ReloadPort {
  /** Who asks through it, for the records: `http` or `ctl`. */
  readonly asker: string;
  /** To be waited for before it is decided what somebody may do: what was taken away anywhere is gone from here on. */
  readonly upToDate: () => Promise<void>;
  /** Reads and checks the file, and changes nothing. */
  readonly check: () => Promise<CheckedConfig>;
}
