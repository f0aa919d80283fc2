/** The database of a config, for a command of the shell. */
import { MailroomError } from '../base/errors.ts';
import { OwnAccounts } from '../app/own-accounts.ts';
import { sealerOf } from '../app/settings.ts';
import { createLog } from '../base/log.ts';
import type { Config } from '../config/config.ts';
import { loadMigrations, pendingMigrations } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import type { Database } from '../db/pool.ts';

/** Opens it for as long as `work` takes. Throws MailroomError where its schema is another. */
export async function withDatabase<Result>(config: Config, work: (db: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(config.database, createLog({ ...config.logging, level: 'warn' }));
  try {
    await refuseOtherSchemas(database.db);
    return await work(database.db);
  } finally {
    await database.close();
  }
}

/** What is written has to be what a bridge of the same version reads. Throws MailroomError. */
export async function refuseOtherSchemas(db: Database): Promise<void> {
  const pending = await pendingMigrations(db, await loadMigrations());
  if (pending === 0) return;
  throw new MailroomError('schema-too-old', `the database lacks ${pending} migrations: "mailroom migrate" brings them`);
}

/** The config with the accounts that were added at run time, own mailboxes among them. */
export async function wholeConfig(db: Database, config: Config): Promise<Config> {
  return (await new OwnAccounts({ db, sealer: sealerOf(config), inUse: () => config }).merged(config)).config;
}
