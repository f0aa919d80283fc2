import { z } from 'zod';
import { CTL_OPERATIONS } from '../provisioning/usage.ts';
import { CONFIG_OPTION, EXIT, readArgsAndFiles, UsageError, type Command } from './command.ts';
import { withOperations } from './ctl.ts';

const stands = z.object({ openedAt: z.date().nullable() });

/** `mailroom breaker`: the same as `mailroom ctl breaker`, with an exit code for scripts. */
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
    const words = action === undefined ? 'breaker' : 'breaker reset';
    const one = CTL_OPERATIONS.find(({ ctl }) => ctl.words === words);
    if (one === undefined) throw new Error(`no operation ${words}`);
    return withOperations(io, values.config, one, {}, ({ answer, text }) => {
      io.out(`${text()}\n`);
      const stopped = action === undefined && stands.parse(answer).openedAt !== null;
      return Promise.resolve(stopped ? EXIT.failed : EXIT.ok);
    });
  },
};
