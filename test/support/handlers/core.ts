import type { Account } from '../../../src/bridge/account/account.ts';
import type { AccountId, RoomId, ThreadId } from '../../../src/bridge/types.ts';
import type { Log } from '../../../src/base/log.ts';
import type { Database } from '../../../src/db/pool.ts';
import type { Decision, Handler } from '../../../src/queue/worker.ts';
import type { JobDeps } from '../../../src/handling/deps.ts';
import type { TestDatabase } from '../database.ts';
import { ghosts, ids, quiet } from './fixtures.ts';

/** What the parts of a world share: the database, its accounts, and how a job is run. */
export class HandlerCore {
  readonly test: TestDatabase;
  readonly ids = ids;
  readonly ghosts = ghosts;
  /** May be changed: handlers read an account when they need it. */
  readonly accounts: Map<AccountId, Account>;
  /** Lines that were logged as errors. */
  readonly errors: string[] = [];
  readonly log: Log;
  /** Numbers whatever a test makes. */
  count = 0;

  constructor(test: TestDatabase, accounts: readonly Account[]) {
    this.test = test;
    this.accounts = new Map(accounts.map((account) => [account.id, account]));
    this.log = { ...quiet, error: (message) => void this.errors.push(message) };
  }

  get db(): Database {
    return this.test.db;
  }

  /** What every handler is given; with another database, that of a second process. */
  deps(db: Database = this.db): JobDeps {
    const { log, accounts } = this;
    return { db, log, ids, ghosts, accounts };
  }

  /** The first account, where a world has one alone or a test names none. */
  get account(): Account {
    const [account] = this.accounts.values();
    if (account === undefined) throw new Error('no account');
    return account;
  }

  /** Once: rows of accounts that have none. */
  async begin(): Promise<void> {
    for (const id of this.accounts.keys()) {
      await this.db.query(
        `INSERT INTO accounts (account, state) VALUES ($1, 'connected') ON CONFLICT (account) DO NOTHING`,
        [id],
      );
    }
  }

  /** Runs a job as a worker does, once, and writes what was decided. Its row in the queue is left alone. */
  async run<Prepared>(
    handler: Handler<Prepared>,
    job: {
      readonly subject: string;
      readonly account?: string | null;
      readonly key?: string;
      readonly attempts?: number;
    },
  ): Promise<Decision> {
    const { account = null, key = 'k', attempts = 1, subject } = job;
    const claimed = { job: 1, account, queue: handler.queue, key, subject, attempts, failures: 0 };
    const decision = await handler.run(claimed, await handler.prepare(claimed));
    await this.db.transaction(async (tx) => decision.write?.(tx));
    return decision;
  }

  /** The row of a room of a thread that has none. */
  async roomRow(room: RoomId, thread: ThreadId, account: string = this.account.id): Promise<void> {
    await this.db.query(
      `INSERT INTO rooms (room, account, kind, thread, alias, state, generation)
       VALUES ($1, $2, 'thread', $3, $1, 'active', 0)`,
      [room, account, thread],
    );
  }
}
