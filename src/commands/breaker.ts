import { GhostCodec, IdKey } from '../bridge/ids.ts';
import { breakerState } from '../db/breaker.ts';
import { openDatabase } from '../db/open.ts';
import { closeBreaker } from '../jobs/mail-out-breaker.ts';
import { createLog } from '../log.ts';
import { accountsOf } from '../settings.ts';
import { CONFIG_OPTION, EXIT, readArgsAndFiles, readConfig, UsageError, type Command } from './command.ts';

/** `mailroom breaker` */
export const breakerCommand: Command = {
  summary: 'show or reset the breaker over all outgoing mail',
  help: `Usage: mailroom breaker [reset] [--config FILE]

Says whether outgoing mail flows. The breaker opens when more goes out within ten minutes than limits.breaker allows, or
when most of it is refused; then all mail waits. After you have found out why, reset it: what waited goes out, and the
rooms of the accounts are told. A bridge that runs needs no restart.

  -c, --config FILE   the config file (default: $MAILROOM_CONFIG, else config.yaml)

Exit code 1 where mail is stopped.
`,
  async run(args, io) {
    const { values, files } = readArgsAndFiles(args, CONFIG_OPTION);
    const [action, ...more] = files;
    if (more.length > 0 || (action !== undefined && action !== 'reset')) {
      throw new UsageError('mailroom breaker takes nothing but "reset"');
    }
    const config = readConfig(io, values.config);
    const database = await openDatabase(config.database, createLog({ ...config.logging, level: 'warn' }));
    try {
      if (action === 'reset') {
        const deps = {
          ids: new IdKey(config.secret),
          ghosts: new GhostCodec({
            prefix: config.appservice.ghostPrefix,
            domain: config.homeserver.domain,
            bot: config.appservice.bot,
          }),
          accounts: accountsOf(config),
        };
        const waiting = await database.db.transaction((tx) => closeBreaker(tx, deps, 'command line'));
        io.out(waiting === null ? 'Outgoing mail is not stopped.\n' : `Reset. Mails that waited: ${String(waiting)}\n`);
        return EXIT.ok;
      }
      const { openedAt, reason, count, waiting, sent } = await breakerState(database.db);
      if (openedAt === null) {
        io.out(`Outgoing mail flows: ${String(sent)} mails within the last ten minutes.\n`);
        return EXIT.ok;
      }
      io.out(
        `All outgoing mail is stopped since ${openedAt.toISOString()} (${String(reason)}: ${String(count)}). Mails that wait: ${String(waiting)}\n`,
      );
      return EXIT.failed;
    } finally {
      await database.close();
    }
  },
};
