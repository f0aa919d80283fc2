import { createWriteStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ParseArgsOptionsConfig } from 'node:util';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { GhostCodec } from '../bridge/ids.ts';
import { errorCode, MailroomError } from '../base/errors.ts';
import { nearest } from '../base/nearest.ts';
import { NotAllowed, NotPossible, NotThere } from '../operations/operation.ts';
import type { OperationAnswer } from '../operations/operation.ts';
import { runRecorded } from '../operations/recorded.ts';
import { CTL_OPERATIONS, optionsOf, usageOf } from '../provisioning/usage.ts';
import type { CtlOperation, CtlOption } from '../provisioning/usage.ts';
import { checkConfig, checkedFile, CONFIG_CHECKS } from '../app/config-check.ts';
import { OwnAccounts } from '../app/own-accounts.ts';
import { accountsOf, sealerOf } from '../app/settings.ts';
import { OperatorsAccounts } from '../bridge/account/own-mailbox.ts';
import { ConfigError } from '../config/config-error.ts';
import { openKeys } from '../handling/keyring.ts';
import { shellActor } from './acting.ts';
import { withDatabase } from './database.ts';
import {
  CONFIG_OPTION,
  EXIT,
  readArgsAndFiles,
  readConfig,
  UsageError,
  type Command,
  type ExitCode,
  type Io,
} from './command.ts';

/** Those of the shell alone, which no operation has. */
const OWN_OPTIONS = { ...CONFIG_OPTION, json: { type: 'boolean' }, out: { type: 'string' } } as const;

const OPERATIONS_HELP = CTL_OPERATIONS.map(
  (one) => `  ${usageOf(one)}\n      ${one.summary}\n      mailroom ctl ${one.ctl.example}`,
).join('\n');

/** `mailroom ctl` */
export const ctlCommand: Command = {
  summary: 'ask and act from the shell: accounts, conversations, held mail, queue, quarantine',
  help: `Usage: mailroom ctl COMMAND [ARGUMENTS] [--json] [--config FILE]

What the commands in Matrix do, for all accounts. It asks the database, so the bridge need not run; what rooms are told
of it waits until it does. THREAD is a conversation as "threads" names it, or its room by id, alias or link; MESSAGE a
mail as "messages" names it, its Message-ID, or an event of its room. --as says in whose name something is done:
somebody who may do it in Matrix.

${OPERATIONS_HELP}

  --json              the answer as the HTTP interface gives it
  --out FILE          where an original is written (default: standard output)
  -c, --config FILE   the config file (default: $MAILROOM_CONFIG, else config.yaml)
`,
  async run(args, io) {
    const { values, files } = readArgsAndFiles(args, { ...operationOptions(), ...OWN_OPTIONS });
    const { one, given } = readWords(files);
    const input = { ...given, ...readOptions(one, values) };
    const answer = (said: OperationAnswer) => say(io, said, { json: values.json === true, out: values.out });
    try {
      return await withOperations(io, values.config, one, input, answer);
    } catch (error) {
      // Whoever asks for a reload asks about the config: that it is wrong is the answer.
      if (one.id === 'reload' && error instanceof ConfigError) throw new MailroomError(error.code, error.message);
      throw error;
    }
  },
};

/**
 * Runs an operation on the database of a config; `answer` is called while it is open. Throws UsageError and
 * MailroomError.
 */
export async function withOperations<Result>(
  io: Io,
  file: string | undefined,
  one: CtlOperation,
  input: Readonly<Record<string, unknown>>,
  answer: (said: OperationAnswer) => Promise<Result>,
): Promise<Result> {
  const config = readConfig(io, file);
  try {
    return await withDatabase(config, async (db) => {
      const { bot, ghostPrefix: prefix } = config.appservice;
      const ghosts = new GhostCodec({ prefix, bot, domain: config.homeserver.domain });
      const ids = await openKeys(db, config);
      const unservedMs = config.times.accountUnserved;
      const own = new OwnAccounts({ db, sealer: sealerOf(config), inUse: () => config });
      const { config: whole } = await own.merged(config);
      const check = () => checkedFile(() => checkConfig(whole, CONFIG_CHECKS, db, ids));
      const reload = { asker: 'ctl', upToDate: () => Promise.resolve(), check };
      const accounts = new OperatorsAccounts(accountsOf(whole));
      const deps = { db, accounts, ghosts, ids, unservedMs, reload, ownAccounts: own };
      return answer(await runRecorded(deps, one, input, { via: 'shell', by: shellActor(io.env) }));
    });
  } catch (error) {
    if (error instanceof NotThere) throw new MailroomError('not-there', error.message);
    if (error instanceof NotAllowed) throw new MailroomError('not-allowed', error.message);
    if (error instanceof NotPossible) throw new MailroomError('not-possible', error.message);
    if (error instanceof z.ZodError) {
      throw new UsageError(`Not as expected: ${error.issues.map(({ path }) => path.join('.')).join(', ')}`);
    }
    throw error;
  }
}

async function say(
  io: Io,
  { answer, failed, text }: OperationAnswer,
  how: { readonly json: boolean; readonly out: string | undefined },
): Promise<ExitCode> {
  if (answer instanceof Readable) await writeBytes(io, answer, how.out);
  else io.out(how.json ? `${JSON.stringify(answer, null, 2)}\n` : `${text()}\n`);
  return failed ? EXIT.failed : EXIT.ok;
}

async function writeBytes(io: Io, bytes: Readable, file: string | undefined): Promise<void> {
  if (file !== undefined) return pipeline(bytes, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  const { outBytes } = io;
  if (outBytes === undefined) throw new UsageError('Where to? --out FILE');
  for await (const chunk of bytes as AsyncIterable<Uint8Array>) await outBytes(chunk);
}

/** The options of all operations together: which of them has which is seen once the words are known. */
function operationOptions(): ParseArgsOptionsConfig {
  const all = CTL_OPERATIONS.flatMap(optionsOf);
  return Object.fromEntries(all.map(({ name }) => [name, { type: 'string', multiple: true }]));
}

function readOptions(one: CtlOperation, values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const known = optionsOf(one);
  const input: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const option = known.find((other) => other.name === name);
    if (option === undefined && name === 'out' && one.media !== undefined) continue;
    if (option === undefined && name !== 'out' && Object.hasOwn(OWN_OPTIONS, name)) continue;
    if (option === undefined) throw new UsageError(`ctl ${one.ctl.words} has no option --${name}`);
    const all = Array.isArray(value) ? value : [value];
    if (!option.many && all.length > 1) throw new UsageError(`ctl ${one.ctl.words} takes one --${name}`);
    input[option.field] = option.inFile ? readValue(option, String(all[0])) : option.many ? all : all[0];
  }
  const missing = known.find(({ field, needed }) => needed && input[field] === undefined);
  if (missing !== undefined) throw new UsageError(`ctl ${one.ctl.words} needs --${missing.name}`);
  return input;
}

/**
 * What a file holds, or (`-`) what comes by standard input: without the line end of a password, and settings as YAML.
 * What cannot be read is not said again: somebody may have given the password itself.
 */
function readValue({ name, isMapping }: CtlOption, file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new UsageError(`--${name} names a file, or - for standard input: it cannot be read (${errorCode(error)})`);
  }
  if (!isMapping) return text.replace(/\r?\n$/, '');
  const document = parseDocument(text, { prettyErrors: false });
  const [wrong] = document.errors;
  if (wrong !== undefined) throw new UsageError(`--${name}: no valid YAML (${wrong.code})`);
  return document.toJS({ maxAliasCount: 100 }) as unknown;
}

function readWords(words: readonly string[]): { readonly one: CtlOperation; readonly given: Record<string, string> } {
  const [first, second] = words;
  if (first === undefined) throw new UsageError('Which command? mailroom ctl --help lists them.');
  const called = (name: string) => CTL_OPERATIONS.find(({ ctl }) => ctl.words === name);
  const two = second === undefined ? undefined : called(`${first} ${second}`);
  const one = two ?? called(first);
  if (one === undefined) {
    const meant = nearest(
      first,
      CTL_OPERATIONS.map(({ ctl }) => ctl.words),
    );
    throw new UsageError(`ctl has no command ${first}.${meant === null ? '' : ` Did you mean ${meant}?`}`);
  }
  const values = words.slice(two === undefined ? 1 : 2);
  const { args, words: name } = one.ctl;
  if (values.length > args.length) throw new UsageError(`ctl ${name} takes at most ${args.length} arguments`);
  const given: Record<string, string> = {};
  for (const [at, key] of args.entries()) {
    const value = values[at];
    if (value !== undefined) given[key.replace('?', '')] = value;
    else if (!key.endsWith('?')) throw new UsageError(`ctl ${name} needs ${key.toUpperCase()}`);
  }
  return { one, given };
}
