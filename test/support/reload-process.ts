/** What of a process a reload has to do with, for tests of several of them. */
import { LiveConfig } from '../../src/app/live-config.ts';
import { OwnAccounts } from '../../src/app/own-accounts.ts';
import { ConfigReload } from '../../src/app/reload.ts';
import type { ReloadParts } from '../../src/app/reload.ts';
import type { ConfigCheck } from '../../src/app/config-check.ts';
import { sealerOf } from '../../src/app/settings.ts';
import type { AccountId, UserId } from '../../src/bridge/types.ts';
import { loadConfig } from '../../src/config/config.ts';
import { Database } from '../../src/db/pool.ts';
import { levelAt } from '../../src/handling/rights.ts';
import { Heartbeat } from '../../src/queue/heartbeat.ts';
import { alice, domain, ids, quiet } from './handlers/fixtures.ts';

export type Draft = Record<string, unknown>;

export const mailServer = { host: '127.0.0.1', user: 'u', password: { file: './password' }, port: 1 };
/** An account as a config file has it; its password is in a file. */
export const account = (key: string, ...team: UserId[]): Draft => ({
  address: `${key}@mailroom.test`,
  name: key,
  imap: mailServer,
  smtp: mailServer,
  team: team.map((user) => ({ user, name: user === alice ? 'Alice' : 'Bob' })),
});

/** With a config file of its own. */
export class Process {
  readonly live: LiveConfig;
  readonly reload: ConfigReload;
  readonly own: OwnAccounts;
  /** The teams as they were seen, one after the other. */
  readonly seen: string[] = [];
  readonly logged: string[] = [];
  readonly served: (readonly string[])[] = [];
  readonly #db: Database;
  readonly #life: Heartbeat;

  private constructor(file: string, db: Database, life: Heartbeat, checks: readonly ConfigCheck[]) {
    this.#db = db;
    this.#life = life;
    this.live = new LiveConfig(loadConfig(file, {}));
    this.own = new OwnAccounts({ db, sealer: sealerOf(this.live.config), inUse: () => this.live.config });
    this.reload = new ConfigReload({
      live: this.live,
      db,
      ids,
      life,
      log: { ...quiet, error: (message, fields) => this.logged.push(`${message} ${JSON.stringify(fields)}`) },
      load: () => loadConfig(file, {}),
      withOwn: (config) => this.own.merged(config),
      checks,
      failpoint: () => undefined,
      onStanding: () => undefined,
    });
  }

  static async begin(
    url: string,
    file: string,
    leaseMs = 60_000,
    checks: readonly ConfigCheck[] = [],
  ): Promise<Process> {
    const db = new Database({ url, onError: () => undefined });
    const accounts = loadConfig(file, {}).accounts.map(({ id }) => id);
    const life = await Heartbeat.start(db, { leaseMs, accounts, onError: () => undefined });
    const process = new Process(file, db, life, checks);
    await process.reload.begin();
    return process;
  }

  /** Until then it is a process that hangs: alive, and without a look at anything. */
  start(): Promise<void> {
    const parts: ReloadParts = {
      see: (accounts) => {
        const teams = [...accounts.values()].map(({ id, team }) => `${id}: ${team.map(({ name }) => name).join(', ')}`);
        this.seen.push(teams.join('; '));
        return Promise.resolve();
      },
      beforeServing: (added) => {
        this.served.push([...added.keys()]);
        return Promise.resolve();
      },
      changed: () => undefined,
      answer: () => Promise.resolve(),
    };
    return this.reload.start(parts);
  }

  level(user: UserId, key = 'support'): string {
    const found = this.live.accounts.get(key as AccountId);
    return found === undefined ? 'none' : levelAt(found, user, domain);
  }

  async stop(): Promise<void> {
    await this.reload.stop();
    await this.#life.stop();
    await this.#db.close();
  }
}
