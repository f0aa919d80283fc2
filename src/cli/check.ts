import type { Config } from '../config/config.ts';
import { errorCode, errorText } from '../base/errors.ts';
import { CONFIG_OPTION, EXIT, readArgs, readConfig, type Command } from './command.ts';
import { checkAccessRules } from '../check/access-rules.ts';
import { checkAccount } from '../check/account.ts';
import { checkLeftovers } from '../check/leftovers.ts';
import { checkDatabase } from '../check/database.ts';
import { checkFollow } from '../check/follow.ts';
import { checkPlus } from '../check/plus.ts';
import { checkMatrix } from '../check/matrix.ts';
import { checkSandbox } from '../check/sandbox.ts';
import { checkWeb } from '../check/web.ts';
import type { CheckFinding } from '../check/finding.ts';

const MARKS = { ok: 'ok  ', warn: 'warn', skip: '--  ', fail: 'FAIL' } as const;

/** `mailroom check` */
export const checkCommand: Command = {
  summary: 'try config, database, homeserver, mailboxes and relay',
  help: `Usage: mailroom check [--config FILE]

Tries everything that run needs and says for each whether it is well or what to do. No mail is read, none is sent but
for --plus-addresses, and no migration applied. The way back from the homeserver is tried where Mailroom is running. A
space and a room are made on the homeserver, used as Mailroom uses rooms, and left again; nobody is invited but a ghost.

  -c, --config FILE    the config file (default: $MAILROOM_CONFIG, else config.yaml)
      --plus-addresses send each account a mail at ACCOUNT+…@ and wait for it, up to a minute; without this, only
                       accounts with plus_addresses: on that were never tried

Exit codes: 0 all is well (or only warnings), 1 something is not, 78 the config is wrong.
`,
  async run(args, io) {
    const options = readArgs(args, { ...CONFIG_OPTION, 'plus-addresses': { type: 'boolean', default: false } });
    const config = readConfig(io, options.config);
    const width = Math.max(12, ...config.accounts.map(({ id }) => id.length + 5));
    let failed = 0;
    for await (const { state, what, text } of findings(config, options['plus-addresses'])) {
      if (state === 'fail') failed += 1;
      const [first = '', ...more] = text.split('\n');
      io.out(`${MARKS[state]}  ${what.padEnd(width)}  ${first}\n`);
      for (const line of more) io.out(`${' '.repeat(width + 8)}${line}\n`);
    }
    io.out(failed === 0 ? '\nAll is well.\n' : `\n${failed} to mend.\n`);
    return failed === 0 ? EXIT.ok : EXIT.failed;
  },
};

/** All findings in a fixed order; what can be tried at the same time is. */
async function* findings(config: Config, plus: boolean): AsyncGenerator<CheckFinding> {
  const { length } = config.accounts;
  yield { state: 'ok', what: 'config', text: `${config.file}: ${length === 1 ? '1 account' : `${length} accounts`}` };
  const running = [
    trying('database', checkDatabase(config)),
    trying('homeserver', checkMatrix(config)),
    trying('mail reader', checkSandbox()),
    trying('pages', checkWeb(config)),
    ...config.accounts.map((account) => trying(account.id, checkAccount(config, account))),
  ];
  for (const group of running) yield* await group;
  // After the others: an embedded database is open once.
  for (const account of config.accounts) yield* await trying(`${account.id} plus`, checkPlus(config, account, plus));
  for (const account of config.accounts) yield* await trying(`${account.id} mailbox`, checkFollow(config, account));
  yield* await trying('of before', checkLeftovers(config));
  yield* await trying('access rule', checkAccessRules(config));
}

/** A check that breaks is a finding, not the end of the others. */
function trying(what: string, check: Promise<CheckFinding[]>): Promise<CheckFinding[]> {
  return check.catch((error: unknown): CheckFinding[] => [
    { state: 'fail', what, text: `${errorCode(error) || 'failed'}: ${errorText(error)}` },
  ]);
}
