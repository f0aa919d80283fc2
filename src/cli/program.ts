/** The command line: finds the command, turns what it throws into words and an exit code. */
import { EXIT, explainFailure, UsageError, type Command, type Io } from './command.ts';
import { endOnClosedPipe, endOnUncaught, takeWarnings, stopSignals } from './process.ts';
import { nearest } from '../base/nearest.ts';
import { programVersion } from '../base/version.ts';

/** Loaded when asked for: `--help` and `schema` need neither pg nor imapflow. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import('./run.ts')).runCommand,
  registration: async () => (await import('./registration.ts')).registrationCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  health: async () => (await import('./health.ts')).healthCommand,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  account: async () => (await import('./account.ts')).accountCommand,
  login: async () => (await import('./login.ts')).loginCommand,
  secret: async () => (await import('./secret.ts')).secretCommand,
  undo: async () => (await import('./undo.ts')).undoCommand,
  breaker: async () => (await import('./breaker.ts')).breakerCommand,
  inspect: async () => (await import('./inspect.ts')).inspectCommand,
  import: async () => (await import('./import.ts')).importCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  erase: async () => (await import('./erase.ts')).eraseCommand,
  hold: async () => (await import('./hold.ts')).holdCommand,
  audit: async () => (await import('./audit.ts')).auditCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
  ctl: async () => (await import('./ctl.ts')).ctlCommand,
  schema: async () => (await import('./schema.ts')).schemaCommand,
};

const HELP = `Mailroom makes an e-mail thread and a Matrix room the same conversation.

Usage: mailroom COMMAND [OPTIONS]

  registration   write the registration that the homeserver reads
  check          try config, database, homeserver, mailboxes and relay
  run            run the bridge until SIGTERM or SIGINT
  health         ask a running bridge whether it works, for containers
  migrate        bring the database to the newest schema (run does it too)
  account        give an account another key
  login          let Mailroom into a mailbox by agreeing at its provider
  secret         change the secret: list, rotate, mark as leaked
  undo           undo what strangers won before an upgrade, as check lists it
  breaker        show or reset the breaker over all outgoing mail
  inspect        show what mails would become, from files
  import         bring old mail into rooms, from wherever it lies
  export         write mails to standard files, with a signed manifest
  verify         check an export, or compare two
  erase          erase all of an address or of a conversation, with a certificate
  hold           keep what a court or an audit wants, whatever the rules say
  audit          check the record of what was done, or take it out
  ctl            ask and act from the shell: accounts, conversations, held mail, queue, quarantine
  schema         print the JSON schema of the config file, for editors

  -h, --help     this, or the help of a command: mailroom run --help; -v, --version: the version

All but schema, inspect and verify read --config FILE, else the file that MAILROOM_CONFIG names, else config.yaml.
Exit codes: 0 done, 1 failed, 2 the command line is wrong, 78 the config is wrong.
`;

async function main(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) throw new UsageError('Which command?');
  if (['-h', '--help', 'help'].includes(name)) {
    const of = rest[0];
    if (of === undefined || of.startsWith('-')) io.out(HELP);
    else io.out((await find(of)).help);
    return EXIT.ok;
  }
  if (['-v', '--version', 'version'].includes(name)) {
    io.out(`mailroom ${programVersion()}\n`);
    return EXIT.ok;
  }
  const command = await find(name);
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(command.help);
    return EXIT.ok;
  }
  return command.run(rest, io);
}

async function find(name: string): Promise<Command> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load !== undefined) return load();
  const meant = nearest(name, Object.keys(COMMANDS));
  throw new UsageError(`There is no command ${name}.${meant === null ? '' : ` Did you mean ${meant}?`}`);
}

/**
 * Runs the command of the process's arguments, and ends the process with its exit code.
 *
 * @param onHangup where the process takes SIGHUP
 */
export async function runProgram(onHangup: Io['onHangup']): Promise<void> {
  const logsToOut = endOnClosedPipe();
  const io: Io = {
    env: process.env,
    out: (text) => process.stdout.write(text),
    outBytes: (bytes) =>
      new Promise((resolve, reject) => {
        process.stdout.write(bytes, (error) => (error == null ? resolve() : reject(error)));
      }),
    err: (text) => process.stderr.write(text),
    input: process.stdin,
    logsToOut,
    stopped: stopSignals(),
    ...(onHangup === undefined ? {} : { onHangup }),
    terminal: { out: process.stdout.isTTY, err: process.stderr.isTTY },
    onFatal: endOnUncaught(),
    onWarning: takeWarnings(),
  };
  const code = await main(process.argv.slice(2), io).catch((error: unknown) => {
    const { text, code: failed } = explainFailure(error);
    io.err(`${text}\n`);
    return failed;
  });
  // Standard output may be a pipe that is still being written.
  process.stdout.write('', () => process.exit(code));
}
