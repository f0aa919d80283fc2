import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { z } from 'zod';
import { until } from './wait.ts';

/** A server that was started here. It ends with the process that started it, however that ends. */
export interface Running {
  readonly name: string;
  /** Of the process itself; of its last run when it is not running. */
  readonly pid: number;
  readonly running: boolean;
  /** What `commandLine` runs, word by word. */
  readonly argv: readonly string[];
  /** Starts the same server on the same data and ports, from any folder, in any POSIX shell. */
  readonly commandLine: string;
  readonly logFile: string;
  /** Starts it again after `stop`, `kill` or a crash, on the same ports and data; nothing to do while it runs. */
  start(): Promise<void>;
  /** Ends it in order; with SIGKILL when that takes too long. Nothing to do when it does not run. */
  stop(): Promise<void>;
  /** Sends the signal and waits for the end of the process. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Calls the listener each time that the process ends without `stop` or `kill`. Returns how to take it back. */
  onCrash(listener: (how: string) => void): () => void;
}

/** What is needed to start one server. Times in milliseconds. */
export interface ServerSpec {
  readonly name: string;
  /** An absolute path and its arguments; the process must stay in the foreground. */
  readonly argv: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly logFile: string;
  readonly pidFile: string;
  /** Whether it answers. Asked until it does. */
  readonly ready: () => Promise<boolean>;
  /** 60 s by default. */
  readonly readyWithin?: number;
  /** SIGTERM by default. */
  readonly stopSignal?: NodeJS.Signals;
  /** How long an orderly end may take before SIGKILL; 10 s by default. */
  readonly stopWithin?: number;
  /** Called before each start, when no earlier run is alive. */
  readonly prepare?: () => Promise<void>;
}

const pidRecord = z.object({ pid: z.number().int().positive(), started: z.string() });

/**
 * Waits on its standard input. A word means that the server needs it no more; the end without a word means that the
 * starter died, and the server is ended: the signal first, SIGKILL ten seconds later.
 */
const guardScript = `read -r word && exit 0
kill -s "$2" "$1" 2>/dev/null || exit 0
n=0; while [ $n -lt 20 ]; do sleep 0.5; kill -0 "$1" 2>/dev/null || exit 0; n=$((n + 1)); done
kill -s KILL "$1" 2>/dev/null`;

/** One word for a POSIX shell. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** What the kernel says of a process, from its state on (proc(5), stat, field 3); null when it is gone or a zombie. */
function processStat(pid: number): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : fields;
  } catch {
    return null;
  }
}

/** When the process began, in the kernel's ticks since boot (field 22); null when it is gone or a zombie. */
export function processStart(pid: number): string | null {
  return processStat(pid)?.[19] ?? null;
}

/** Clock ticks a second in /proc (sysconf, _SC_CLK_TCK). */
const TICKS = 100;

/** Seconds of processor time that a process has taken (fields 14 and 15). Throws when it is gone. */
export function processorSeconds(pid: number): number {
  const fields = processStat(pid);
  if (fields === null) throw new Error(`process ${pid} is gone`);
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/**
 * The process that runs this command line, whoever started it; null when there is none. Words in front that replace
 * themselves by the rest (setpriv) do not count.
 */
export async function findProcess(argv: readonly string[]): Promise<number | null> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0').slice(0, -1);
    if (words.length > 1 && words.join('\0') === argv.slice(-words.length).join('\0')) return Number(pid);
  }
  return null;
}

/** Ends a process of an earlier run that outlived its starter. One that only has the same number is left alone. */
async function endLeftover(pidFile: string, signal: NodeJS.Signals): Promise<void> {
  const text = await readFile(pidFile, 'utf8').catch(() => null);
  if (text === null) return;
  const record = pidRecord.safeParse(JSON.parse(text));
  if (record.success) {
    const { pid, started } = record.data;
    const gone = (): boolean => processStart(pid) !== started;
    if (!gone()) process.kill(pid, signal);
    await until(gone, { what: `the end of process ${pid}`, within: 5000 }).catch(() => {
      if (!gone()) process.kill(pid, 'SIGKILL');
    });
    await until(gone, { what: `the end of process ${pid} after SIGKILL`, within: 5000 });
  }
  await rm(pidFile, { force: true });
}

/** The end of a log, for an error message. */
async function tail(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-12).join('\n');
}

/**
 * One server as a child process in a process group of its own, so that a terminal's Ctrl-C reaches only the starter.
 */
export class ServerProcess implements Running {
  readonly #spec: ServerSpec;
  readonly #listeners = new Set<(how: string) => void>();
  #child: ChildProcess | null = null;
  #ended: Promise<void> = Promise.resolve();
  #expected = false;
  #pid = 0;

  constructor(spec: ServerSpec) {
    this.#spec = spec;
  }

  get name(): string {
    return this.#spec.name;
  }

  get pid(): number {
    return this.#pid;
  }

  get running(): boolean {
    return this.#child !== null;
  }

  get logFile(): string {
    return this.#spec.logFile;
  }

  get argv(): readonly string[] {
    return this.#spec.argv;
  }

  get commandLine(): string {
    const env = Object.entries(this.#spec.env ?? {}).map(([name, value]) => `${name}=${shellWord(value)}`);
    return [...env, ...this.#spec.argv.map(shellWord)].join(' ');
  }

  onCrash(listener: (how: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async start(): Promise<void> {
    if (this.#child !== null) return;
    const { spec, logFile, pidFile } = { spec: this.#spec, logFile: this.#spec.logFile, pidFile: this.#spec.pidFile };
    await Promise.all([mkdir(dirname(logFile), { recursive: true }), mkdir(dirname(pidFile), { recursive: true })]);
    await endLeftover(pidFile, spec.stopSignal ?? 'SIGTERM');
    await spec.prepare?.();
    const pid = await this.#spawn();
    await writeFile(pidFile, JSON.stringify({ pid, started: processStart(pid) ?? '' }));
    try {
      await this.#answers();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Resolves with the process id. */
  #spawn(): Promise<number> {
    const { argv, cwd, env, logFile, pidFile, stopSignal } = this.#spec;
    const log = openSync(logFile, 'a');
    const [program, ...args] = argv;
    const child = spawn(program, args, {
      cwd,
      detached: true,
      env: { ...process.env, ...env },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    return new Promise((started, failed) => {
      child.once('error', failed);
      child.once('spawn', () => {
        const pid = child.pid ?? 0;
        const guard = startGuard(pid, stopSignal ?? 'SIGTERM');
        this.#child = child;
        this.#pid = pid;
        this.#expected = false;
        this.#ended = new Promise((ended) => {
          child.once('exit', (code, signal) => {
            this.#child = null;
            guard.stdin.end('over\n');
            const how = signal ?? `exit code ${code ?? '?'}`;
            void rm(pidFile, { force: true }).then(() => {
              ended();
              if (!this.#expected) for (const listener of [...this.#listeners]) listener(how);
            });
          });
        });
        started(pid);
      });
    });
  }

  async #answers(): Promise<void> {
    const { name, ready, readyWithin, logFile } = this.#spec;
    const look = async (): Promise<boolean> => {
      if (this.#child === null)
        throw new Error(`${name} ended at its start; the end of ${logFile}:\n${await tail(logFile)}`);
      return ready();
    };
    await until(look, { what: `an answer of ${name} (log: ${logFile})`, within: readyWithin ?? 60_000 });
  }

  async stop(): Promise<void> {
    const { stopSignal, stopWithin } = this.#spec;
    if (this.#child === null) return this.#ended;
    this.#expected = true;
    this.#child.kill(stopSignal ?? 'SIGTERM');
    const impatience = setTimeout(() => this.#child?.kill('SIGKILL'), stopWithin ?? 10_000);
    await this.#ended;
    clearTimeout(impatience);
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    if (this.#child === null) return this.#ended;
    this.#expected = true;
    this.#child.kill(signal);
    await this.#ended;
  }
}

function startGuard(pid: number, signal: NodeJS.Signals): ChildProcessByStdio<Writable, null, null> {
  const guard = spawn('/bin/sh', ['-c', guardScript, 'guard', String(pid), signal.replace('SIG', '')], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  // The guard may have ended before its word arrives (a server that was killed at the same moment).
  guard.stdin.on('error', () => undefined);
  return guard;
}
