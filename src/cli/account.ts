import type { AccountId } from '../bridge/types.ts';
import { sealerOf } from '../app/settings.ts';
import { accountId } from '../config/values.ts';
import type { Transaction } from '../db/pool.ts';
import { isKnownAccount, isServed, lockAccounts, moveAccount, rowsOfAccount } from '../db/rename-account.ts';
import type { Counted } from '../db/rename-account.ts';
import { moveSecrets } from '../db/secret-tables/sealed-secrets.ts';
import type { Sealer } from '../secrets/sealer.ts';
import { MailroomError } from '../base/errors.ts';
import { recordShell } from './acting.ts';
import { CONFIG_OPTION, EXIT, readArgsAndFiles, readConfig, UsageError, type Command } from './command.ts';
import { withDatabase } from './database.ts';

/** `mailroom account` */
export const accountCommand: Command = {
  summary: 'give an account another key',
  help: `Usage: mailroom account rename OLD NEW [--config FILE]

Gives an account another key, with everything that the database has of it: conversations, rooms, mails, what waits. All
processes that serve it have to be stopped. It is one transaction: done as a whole, or not at all. Rooms, links and
answers to mails of before go on as they were. Then call the account NEW in the config, and start Mailroom.

NEW must be a key that this database has nothing of. Nothing is sent, neither to the homeserver nor by mail.

  -c, --config FILE   the config file (default: $MAILROOM_CONFIG, else config.yaml); it may have either key
`,
  async run(args, io) {
    const { values, files } = readArgsAndFiles(args, CONFIG_OPTION);
    const [verb, from, to, ...more] = files;
    if (verb !== 'rename' || from === undefined || to === undefined || more.length > 0) {
      throw new UsageError('mailroom account rename OLD NEW');
    }
    const read = accountId().safeParse(to);
    if (!read.success) throw new UsageError('An account has a key of small letters, digits and hyphens.');
    const config = readConfig(io, values.config);
    return withDatabase(config, async (db) => {
      const moved = await db.transaction(async (tx) => {
        const rows = await renameAccount(tx, from as AccountId, read.data, sealerOf(config));
        await recordShell(tx, io.env, { act: 'cli.account-rename', account: read.data, facts: { from, to } });
        return rows;
      });
      for (const { table, rows } of moved) io.out(`${String(rows).padStart(9)}  ${table}\n`);
      io.out(`"${from}" is "${to}" now. Call it so in the config before you start Mailroom.\n`);
      return EXIT.ok;
    });
  },
};

/** Renames an account; what was moved. Throws MailroomError where that may not be. */
export async function renameAccount(
  tx: Transaction,
  from: AccountId,
  to: AccountId,
  sealer: Sealer,
): Promise<Counted[]> {
  if (from === to) throw new MailroomError('same-account', 'both keys are the same: there is nothing to do');
  await lockAccounts(tx, [from, to]);
  if (await isServed(tx, [from, to])) {
    throw new MailroomError(
      'still-running',
      `Mailroom is running on this database and serves "${from}" or "${to}": stop every process of it first (one ` +
        'that was killed counts as running for some seconds more)',
    );
  }
  if (!(await isKnownAccount(tx, from))) {
    throw new MailroomError('account-unknown', `this database knows no account "${from}"`);
  }
  const there = await rowsOfAccount(tx, to);
  if (there.length > 0) {
    const what = there.map(({ table, rows }) => `${table}: ${String(rows)}`).join(', ');
    throw new MailroomError(
      'account-exists',
      `this database has something of an account "${to}" already (${what}): two accounts are not made one`,
    );
  }
  await moveSecrets(tx, sealer, from, to);
  return moveAccount(tx, from, to);
}
