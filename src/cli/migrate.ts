import { loadMigrations, migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { createLog } from '../base/log.ts';
import { recordShell } from './acting.ts';
import { CONFIG_OPTION, EXIT, readArgs, readConfig, type Command } from './command.ts';

/** `mailroom migrate` */
export const migrateCommand: Command = {
  summary: 'bring the database to the newest schema (run does it too)',
  help: `Usage: mailroom migrate [--config FILE]

Applies the migrations that the database lacks, each in one transaction, and prints their names. Any number of processes
may do so at the same time. A database of a newer Mailroom is refused.

  -c, --config FILE   the config file (default: $MAILROOM_CONFIG, else config.yaml)
`,
  async run(args, io) {
    const config = readConfig(io, readArgs(args, CONFIG_OPTION).config);
    const database = await openDatabase(config.database, createLog({ ...config.logging, level: 'warn' }));
    try {
      const applied = await migrate(database.db, await loadMigrations());
      if (applied.length > 0) {
        const facts = { first: applied[0] ?? '', last: applied.at(-1) ?? '', count: applied.length };
        await database.db.transaction((tx) => recordShell(tx, io.env, { act: 'cli.migrate', facts }));
      }
      io.out(applied.length === 0 ? 'The schema is current.\n' : applied.map((name) => `${name}\n`).join(''));
      return EXIT.ok;
    } finally {
      await database.close();
    }
  },
};
