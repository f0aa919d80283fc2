import { z } from 'zod';
import { GhostCodec } from '../bridge/ids.ts';
import { openDatabase } from '../db/open.ts';
import { MailroomError } from '../errors.ts';
import { createLog } from '../log.ts';
import { nearest } from '../nearest.ts';
import { NotThere, operationOf } from '../operations/operations.ts';
import { plainText } from '../operations/plain.ts';
import { accountsOf } from '../settings.ts';
import { CONFIG_OPTION, EXIT, readArgsAndFiles, readConfig, UsageError, type Command } from './command.ts';

/** What stands behind a word: the operation, and the names of its arguments in their order; `?` may be left out. */
const WORDS: Readonly<Record<string, readonly [operation: string, ...args: string[]]>> = {
  accounts: ['accounts'],
  threads: ['threads', 'account?', 'filter?', 'page?'],
  queue: ['queue', 'account?'],
  quarantine: ['quarantine', 'account?'],
  'quarantine show': ['quarantine-show', 'number'],
  'quarantine retry': ['quarantine-retry', 'number'],
  who: ['who', 'user'],
};

/** `mailroom ctl` */
export const ctlCommand: Command = {
  summary: 'ask and act from the shell: accounts, threads, queue, quarantine, who',
  help: `Usage: mailroom ctl COMMAND [ARGUMENTS] [--json] [--config FILE]

What the commands in a direct chat with the bot do, for all accounts. It asks the database, so the bridge need not run.

  accounts                          how each account stands
  threads [ACCOUNT] [FILTER] [PAGE] its conversations: all, unclaimed, us, them, snoozed or done
  queue [ACCOUNT]                   what waits, and what has failed
  quarantine [ACCOUNT]              what could not be read or done
  quarantine show NUMBER            more about one item
  quarantine retry NUMBER           tries it again
  who USER                          what a Matrix user may do, by account

  --json              the answer as the HTTP interface gives it
  -c, --config FILE   the config file (default: $MAILROOM_CONFIG, else config.yaml)
`,
  async run(args, io) {
    const { values, files } = readArgsAndFiles(args, { ...CONFIG_OPTION, json: { type: 'boolean', default: false } });
    const { id, input } = readWords(files);
    const config = readConfig(io, values.config);
    const database = await openDatabase(config.database, createLog({ ...config.logging, level: 'warn' }));
    try {
      const { bot, ghostPrefix: prefix } = config.appservice;
      const ghosts = new GhostCodec({ prefix, bot, domain: config.homeserver.domain });
      const answer = await operationOf(id).run({ db: database.db, accounts: accountsOf(config), ghosts }, input);
      io.out(values.json ? `${JSON.stringify(answer, null, 2)}\n` : `${plainText(id, answer)}\n`);
      return EXIT.ok;
    } catch (error) {
      if (error instanceof NotThere) throw new MailroomError('not-there', error.message);
      if (error instanceof z.ZodError) {
        throw new UsageError(`Not as expected: ${error.issues.map(({ path }) => path.join('.')).join(', ')}`);
      }
      throw error;
    } finally {
      await database.close();
    }
  },
};

function readWords(words: readonly string[]): { readonly id: string; readonly input: Record<string, string> } {
  const two = words.slice(0, 2).join(' ');
  const [name, ...given] = Object.hasOwn(WORDS, two) ? [two, ...words.slice(2)] : words;
  if (name === undefined) throw new UsageError('Which command? mailroom ctl --help lists them.');
  const known = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
  if (known === undefined) {
    const meant = nearest(name, Object.keys(WORDS));
    throw new UsageError(`ctl has no command ${name}.${meant === null ? '' : ` Did you mean ${meant}?`}`);
  }
  const [id, ...names] = known;
  if (given.length > names.length) throw new UsageError(`ctl ${name} takes at most ${names.length} arguments`);
  const input: Record<string, string> = {};
  for (const [at, key] of names.entries()) {
    const value = given[at];
    if (value !== undefined) input[key.replace('?', '')] = value;
    else if (!key.endsWith('?')) throw new UsageError(`ctl ${name} needs ${key.toUpperCase()}`);
  }
  return { id, input };
}
