/** What the commands share: their shape, their exit codes, how they read their arguments. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { ConfigError } from '../config/config-error.ts';
import { loadConfig, type Config } from '../config/config.ts';
import { errorCode, MailroomError } from '../base/errors.ts';

/** Exit codes, as `mailroom --help` lists them. 78 is sysexits' EX_CONFIG. */
export const EXIT = { ok: 0, failed: 1, usage: 2, config: 78 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The world outside a command. Results go to `out`, everything else to `err`. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  /** Writes bytes to where `out` writes, and resolves when more may come; absent where there is no such place. */
  readonly outBytes?: (bytes: Uint8Array) => Promise<void>;
  readonly err: (text: string) => void;
  /** What a person types; absent where nobody does. */
  readonly input?: AsyncIterable<unknown>;
  /** Where the log goes that is wanted on standard output, which from then on is the log's; absent in tests. */
  readonly logsToOut?: () => NodeJS.WritableStream;
  /** Resolves when somebody asks the program to end (SIGINT, SIGTERM). */
  readonly stopped: Promise<string>;
  /**
   * Calls the listener whenever somebody asks for the config to be read again (SIGHUP), and at once where somebody has
   * asked before. Absent where that ends the program.
   */
  readonly onHangup?: (listener: () => void) => void;
  /** Whether `out` and `err` are read by a person as they are written; absent where it is not known. */
  readonly terminal?: { readonly out: boolean; readonly err: boolean };
  /** Replaces how an error that nobody caught is reported before the process ends. */
  readonly onFatal: (report: (error: unknown, origin: string) => void) => void;
  /** Replaces how a warning of Node's is reported; absent where nobody listens for them. */
  readonly onWarning?: (report: (warning: Error) => void) => void;
}

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole help of the command, with its usage first. */
  readonly help: string;
  /** Throws UsageError, ConfigError and MailroomError, which `main` turns into words and exit codes. */
  readonly run: (args: readonly string[], io: Io) => Promise<ExitCode>;
}

/** The command line cannot be understood. */
export class UsageError extends MailroomError {
  constructor(message: string) {
    super('usage', message);
    this.name = 'UsageError';
  }
}

export const CONFIG_OPTION = { config: { type: 'string', short: 'c' } } as const;

/** `parseArgs` whose complaints are UsageErrors. Positional arguments are refused. */
export function readArgs<const Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  return complaining(() => parseArgs({ args: [...args], options, strict: true, allowPositionals: false })).values;
}

/** The same where positional arguments are the files to work on. */
export function readArgsAndFiles<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
) {
  const read = complaining(() => parseArgs({ args: [...args], options, strict: true, allowPositionals: true }));
  return { values: read.values, files: read.positionals };
}

function complaining<Result>(parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    if (!errorCode(error).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : '');
  }
}

/** The config that --config names, or MAILROOM_CONFIG, or config.yaml of this folder. */
export function readConfig(io: Io, file: string | undefined): Config {
  return loadConfig(configFile(io, file), io.env);
}

/** Its path. */
export function configFile(io: Io, file: string | undefined): string {
  return file ?? io.env['MAILROOM_CONFIG'] ?? 'config.yaml';
}

/** What a failed command says, and its exit code. */
export function explainFailure(error: unknown): { readonly text: string; readonly code: ExitCode } {
  if (error instanceof ConfigError) return { text: error.message, code: EXIT.config };
  if (error instanceof UsageError) return { text: `${error.message}\nTry: mailroom --help`, code: EXIT.usage };
  if (error instanceof MailroomError) return { text: error.message, code: EXIT.failed };
  return { text: error instanceof Error ? (error.stack ?? error.message) : String(error), code: EXIT.failed };
}
