import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { until } from '../../tools/servers/wait.ts';

const PROGRAM = fileURLToPath(new URL('../crash/program.ts', import.meta.url));
const LOG_LINES = 60;

/** A step at which a process ends: the `nth` passing (from 1) of the failpoint `at`. */
export interface Step {
  readonly at: string;
  readonly nth: number;
}

/** One process of Mailroom, from its start to its end. */
export class Life {
  readonly #process: ChildProcess;
  readonly #lines: string[] = [];
  readonly #heard = new Set<string>();
  /** How it ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;

  constructor(config: string, cache: string, step: Step | null) {
    const args = step === null ? [config] : [config, step.at, String(step.nth)];
    this.#process = fork(PROGRAM, args, {
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      // Of a few seconds that a start takes on a busy machine, most go by compiling.
      env: { ...process.env, NODE_COMPILE_CACHE: cache, NODE_NO_WARNINGS: '1' },
    });
    this.#process.on('message', (message) => {
      if (typeof message === 'string') this.#heard.add(message);
    });
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#lines.push(...text.split('\n').filter((line) => line !== ''));
      this.#lines.splice(0, this.#lines.length - LOG_LINES);
    });
    this.ended = once(this.#process, 'exit').then(([code, signal]: unknown[]) => ({
      code: typeof code === 'number' ? code : null,
      signal: typeof signal === 'string' ? signal : null,
    }));
  }

  /** The last lines of its log, for the words of a failure. */
  get log(): string {
    return this.#lines.join('\n');
  }

  get running(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** Until it has started. */
  async up(): Promise<void> {
    await this.#hears('up');
  }

  /** Sets where it ends, from now on. */
  async endAt(step: Step): Promise<void> {
    this.#heard.delete('set');
    this.#process.send(step);
    await this.#hears('set');
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  /** Asks for the config to be read again. */
  hangUp(): void {
    this.#process.kill('SIGHUP');
  }

  /** Stands still, as on a machine that was suspended, until `goOn`. */
  pause(): void {
    this.#process.kill('SIGSTOP');
  }

  goOn(): void {
    this.#process.kill('SIGCONT');
  }

  /** Ends it as an operator does. */
  async stop(): Promise<{ readonly code: number | null; readonly signal: string | null }> {
    this.#process.kill('SIGTERM');
    return this.ended;
  }

  async #hears(word: string): Promise<void> {
    await until(
      () => {
        if (!this.running) throw new Error(`ended before it said "${word}"`);
        return this.#heard.has(word);
      },
      { what: `"${word}" of the process`, within: 60_000, every: 10 },
    );
  }
}
