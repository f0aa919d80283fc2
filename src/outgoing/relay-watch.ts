/**
 * Looks at the ways out: at each account's SMTP server once at the start and where nothing was heard of it for long;
 * while it is in trouble again and again, after pauses that grow (`db/mail-tables/relays.ts`), so that no mail has to.
 * Any number of processes may do so at once: one of them has the turn.
 */
import { logTrouble } from '../base/log.ts';
import { Ticker } from '../base/ticker.ts';
import type { Account } from '../bridge/account/account.ts';
import type { AccountId, Sought } from '../bridge/types.ts';
import { ACCOUNTS_CHANNEL } from '../db/intake-tables/accounts.ts';
import { allowRelays, claimRelays, refusedRelays } from '../db/mail-tables/relays.ts';
import type { JobDeps } from '../handling/deps.ts';
import type { Smtp } from '../smtp/transport.ts';
import { isOpeningFailure, noteFailedOpening, noteOpened } from './relay-health.ts';

export interface RelayWatchDeps extends JobDeps {
  readonly smtp: (account: Account) => Pick<Smtp, 'verify'>;
  /** Keyed hash of what the account's server is asked with now. */
  readonly login: (account: AccountId) => Sought<string>;
  /** Reads the passwords again, where the config's files have others now. */
  readonly refresh: () => void;
  /** Between two rounds, milliseconds. */
  readonly everyMs: number;
}

/** How long one process has the turn to look at a server; a look that hangs longer is made by another one too. */
const TURN_MS = 120_000;
/** After a start of the program, milliseconds since the last try. */
const AGAIN_MS = 60_000;

/** `start` once; `stop` waits for no look that is under way. */
export class RelayWatch {
  readonly #deps: RelayWatchDeps;
  readonly #ticker: Ticker;
  readonly #looking = new Map<AccountId, Promise<void>>();
  #stopped = false;
  #unlisten: () => void = () => undefined;

  constructor(deps: RelayWatchDeps) {
    this.#deps = deps;
    this.#ticker = new Ticker({
      everyMs: deps.everyMs,
      turn: () => this.round(),
      onError: (error) => logTrouble(deps.log, 'the ways out could not be looked at', error),
    });
  }

  async start(): Promise<void> {
    const { db, accounts } = this.#deps;
    await allowRelays(db, [...accounts.keys()], AGAIN_MS);
    // A person wants an account looked at now.
    this.#unlisten = await db.listen(ACCOUNTS_CHANNEL, () => {
      this.round().catch((error: unknown) => logTrouble(this.#deps.log, 'the ways out could not be looked at', error));
    });
    void this.#ticker.start();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unlisten();
    await this.#ticker.stop();
  }

  /** One round: begins what is due, and does not wait for it. */
  async round(): Promise<void> {
    const { db, accounts, login, refresh } = this.#deps;
    const free = [...accounts.keys()].filter((account) => !this.#looking.has(account));
    if (this.#stopped || free.length === 0) return;
    const refused = await refusedRelays(db, free);
    if (refused.length > 0) refresh();
    const wanted = free.map((account) => ({ account, login: login(account) }));
    for (const id of await claimRelays(db, wanted, TURN_MS)) {
      const account = accounts.get(id);
      if (account === undefined || this.#looking.has(id)) continue;
      const look = this.#look(account).finally(() => this.#looking.delete(id));
      this.#looking.set(id, look);
    }
  }

  /** Until the looks that were begun are over. */
  async settled(): Promise<void> {
    await Promise.all(this.#looking.values());
  }

  async #look(account: Account): Promise<void> {
    const { db, log, smtp } = this.#deps;
    try {
      const result = await smtp(account).verify();
      if (this.#stopped) return;
      if (result.outcome === 'ready') await noteOpened(db, log, account.id, true);
      else if (isOpeningFailure(result)) await noteFailedOpening(db, log, account.id, result, true);
    } catch (error) {
      if (!this.#stopped) logTrouble(log, 'a way out could not be looked at', error, { account: account.id });
    }
  }
}
