import type { Account } from '../bridge/account/account.ts';
import type { RefusedField } from '../bridge/account/config-changes.ts';
import type { ConfigFacts } from '../bridge/account/config-facts.ts';
import type { GhostCodec, IdKey } from '../bridge/ids.ts';
import type { AccountId, UserId } from '../bridge/types.ts';
import type { Database, Queryable, Transaction } from '../db/pool.ts';
import type { Log } from '../base/log.ts';
import type { OwnMailboxPort } from './own-mailboxes.ts';

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
  /** Absent where nobody can bring a mailbox of their own. */
  readonly mailboxes?: OwnMailboxPort;
  /** Absent where no account is added while Mailroom runs. */
  readonly ownAccounts?: OwnAccountsPort;
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

/** Which secret of an account, in the words of the config. */
export type OwnSecret = 'imap.password' | 'smtp.password' | 'oauth2.client_secret' | 'oauth2.refresh_token';

/** An account that is to be added. */
export interface AddedAccount {
  readonly account: AccountId;
  /** Whose own mailbox it is; null for one of a team. */
  readonly owner: UserId | null;
  /** As in the config file, without secrets and without what names files of secrets. */
  readonly settings: unknown;
  /** Without any the account waits for them. */
  readonly secrets: ReadonlyMap<OwnSecret, string>;
  /** Who adds it: a Matrix user, else whoever is known of. */
  readonly by: string;
}

/** What is changed of an account; what is absent stays as it was. */
export interface ChangedAccount {
  readonly account: AccountId;
  readonly settings?: unknown;
  /** One setting alone, by its path. */
  readonly set?: { readonly path: readonly string[]; readonly value: unknown };
  readonly secrets?: ReadonlyMap<OwnSecret, string>;
  readonly by: string;
}

/** What every process is to take, as `wantConfig` has counted it; or where what was asked for is wrong. */
export type AccountDone =
  { readonly generation: number; readonly fingerprint: string } | { readonly refused: readonly RefusedField[] };

/** How an account that is not in the config file stands. */
export interface OwnAccountView {
  readonly account: AccountId;
  readonly owner: UserId | null;
  readonly addedBy: string;
  readonly addedAt: Date;
  /** leaving: it is being taken away. left-out: it cannot be served as it stands. */
  readonly state: 'served' | 'waits' | 'left-out' | 'leaving';
  /** What is wrong with it, in words for operators. */
  readonly problems: readonly string[];
}

/**
 * Accounts that are not in the config file. Each change is a part of the transaction that it is given; all processes
 * take it after the commit, as they take a config that was read again. Nothing is changed where it is refused.
 */
export interface OwnAccountsPort {
  readonly list: (db: Queryable) => Promise<OwnAccountView[]>;
  readonly add: (tx: Transaction, added: AddedAccount) => Promise<AccountDone>;
  readonly change: (tx: Transaction, changed: ChangedAccount) => Promise<AccountDone>;
  /** Its secrets go at once. @param purge also all that there is of it; an own mailbox is always purged */
  readonly remove: (
    tx: Transaction,
    removed: { readonly account: AccountId; readonly purge: boolean; readonly by: string },
  ) => Promise<AccountDone>;
}
