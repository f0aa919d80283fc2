/**
 * The parent of `mailroom run --workers N`: it starts N processes, each a whole Mailroom on the same database, and one
 * anew where one ends. It takes signals, holds the embedded Postgres, and answers the watchers for all of them; of mail
 * and Matrix it knows nothing. Failure policy: what keeps the first worker from its first start ends the parent with
 * the same exit code, so that whoever watches over services sees it; later each worker is brought back alone, after a
 * pause that grows while it does not come up.
 */
import cluster from 'node:cluster';
import type { Worker } from 'node:cluster';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { logTrouble } from '../base/log.ts';
import type { Log } from '../base/log.ts';
import { ConfigError } from '../config/config-error.ts';
import type { Config } from '../config/config.ts';
import { EMBEDDED_CONNECTIONS, startEmbeddedPostgres } from '../db/embedded.ts';
import { joinedPage } from '../watch/metrics.ts';
import { listenForWatchers } from '../watch/observability.ts';
import type { Readiness } from '../watch/observability.ts';
import { EXIT, type ExitCode, type Io } from './command.ts';
import { WORKER_VARIABLE } from './process.ts';
import { fromWorkerCodec, type Question, type ToWorker } from './worker.ts';

/** Pauses before a worker is started again, milliseconds: doubled while it does not come up. */
const PAUSE = { first: 1_000, most: 60_000 };
/** How long a worker has for an answer, milliseconds: less than `mailroom health` waits. */
const ANSWER_MS = 3_000;
/** Beyond what a worker takes for its own end at most, milliseconds. */
const KILL_MS = 15_000;

interface Workers {
  readonly count: number;
  /** Arguments of `mailroom run` for each. */
  readonly args: readonly string[];
  /** How long each has to drain, milliseconds. */
  readonly drainMs: number;
}

/** Runs until somebody asks it to end, or until the first start fails. Throws ConfigError. */
export async function runWorkers(io: Io, config: Config, log: Log, workers: Workers): Promise<ExitCode> {
  const { database } = config;
  if (database.kind === 'embedded') mindConnections(config, workers.count);
  const embedded = database.kind === 'embedded' ? await startEmbeddedPostgres({ folder: database.folder, log }) : null;
  const crew = new Crew(workers, log);
  const watchers = await listenForWatchers({ listen: config.observability.listen, log }, crew);
  try {
    io.onHangup?.(() => crew.reload());
    const failed = await Promise.race([io.stopped.then(() => null), crew.start()]);
    if (failed !== null) return failed;
    const reason = await io.stopped;
    log.info('Mailroom stops', { reason });
    return (await crew.stop()) ? EXIT.ok : EXIT.failed;
  } finally {
    await crew.stop();
    await watchers.close();
    await embedded?.stop();
    log.info('Mailroom has stopped');
  }
}

/** The embedded Postgres takes so many connections and no more: better said than found under load. */
function mindConnections({ file, database }: Config, count: number): void {
  const most = Math.floor(EMBEDDED_CONNECTIONS / count);
  if (database.connections <= most) return;
  const text = `${count} workers may have ${most} each: the embedded Postgres takes ${EMBEDDED_CONNECTIONS} of all`;
  throw new ConfigError(file, [{ path: 'database.connections', text }]);
}

/** All workers, by their numbers from 1. */
class Crew {
  readonly #workers: Workers;
  readonly #log: Log;
  readonly #slots: readonly Slot[];
  readonly #stopping = new AbortController();
  #stopped: Promise<boolean> | null = null;

  constructor(workers: Workers, log: Log) {
    this.#workers = workers;
    this.#log = log;
    cluster.setupPrimary({ args: ['run', ...workers.args] });
    this.#slots = Array.from({ length: workers.count }, (_, at) => new Slot(at + 1, workers.count));
  }

  /**
   * Starts the first, which prepares the database, then the others. Null where it is up, an exit code where it never
   * came up.
   */
  async start(): Promise<ExitCode | null> {
    const [first, ...others] = this.#slots;
    if (first === undefined) return EXIT.usage;
    const code = await first.run();
    if (code !== null) return code === EXIT.config ? EXIT.config : EXIT.failed;
    this.#log.info('Mailroom is up', { workers: this.#slots.length });
    for (const slot of [first, ...others]) void this.#keep(slot);
    return null;
  }

  /** Any one of them tells the others. */
  reload(): void {
    this.#slots.find(({ isUp }) => isUp)?.say({ say: 'reload' });
  }

  /** False where one had to be ended. */
  stop(): Promise<boolean> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async health(): Promise<boolean> {
    const answers = await this.#ask('health');
    return answers.some((answer) => answer === true);
  }

  /** Ready where one is: each does all that there is to do. */
  async ready(): Promise<Readiness> {
    const answers = (await this.#ask('ready')).map((answer) => readinessCodec.safeParse(answer).data ?? null);
    const draining = this.#stopping.signal.aborted;
    const ready = !draining && answers.some((answer) => answer?.ready === true);
    const best = answers.find((answer) => answer?.ready === true) ?? answers.find((answer) => answer !== null);
    const workers = answers.map((answer, at) => [at + 1, answer === null ? 'away' : (answer.body.status ?? '')]);
    const status = draining ? 'draining' : ready ? 'ready' : 'not ready';
    return { ready, body: { status, checks: best?.body.checks ?? {}, workers: Object.fromEntries(workers) as object } };
  }

  async page(accept?: string) {
    // What the database says is asked of one that can say it.
    const up = this.#slots.filter(({ isUp }) => isUp);
    const answers = await Promise.all(up.map((slot, at) => slot.ask(at === 0 ? 'shared' : 'figures')));
    return joinedPage(
      answers.flatMap((answer) => figuresCodec.safeParse(answer).data ?? [[]]),
      accept,
    );
  }

  #ask(what: Question): Promise<unknown[]> {
    return Promise.all(this.#slots.map((slot) => slot.ask(what)));
  }

  /** Brings a worker back whenever it ends, until all are to. */
  async #keep(slot: Slot): Promise<void> {
    const { signal } = this.#stopping;
    let pause = PAUSE.first;
    while (!signal.aborted) {
      try {
        if (slot.isUp) {
          const how = await slot.ended;
          if (isAborted(signal)) return;
          this.#log.error('a worker ended and is started again', { worker: slot.number, how, pause_ms: pause });
          await delay(pause, undefined, { signal });
        }
        const code = await slot.run();
        if (code === null) {
          pause = PAUSE.first;
          this.#log.info('a worker is up', { worker: slot.number });
          continue;
        }
        if (isAborted(signal)) return;
        pause = Math.min(pause * 2, PAUSE.most);
        this.#log.error('a worker does not start', { worker: slot.number, code, pause_ms: pause });
        await delay(pause, undefined, { signal });
      } catch (error) {
        if (!isAborted(signal)) logTrouble(this.#log, 'a worker could not be started', error, { worker: slot.number });
      }
    }
  }

  async #stop(): Promise<boolean> {
    this.#stopping.abort();
    for (const slot of this.#slots) slot.kill('SIGTERM');
    const over = new AbortController();
    const late = delay(this.#workers.drainMs + KILL_MS, 'late' as const, { signal: over.signal }).catch(() => null);
    const all = Promise.all(this.#slots.map(({ ended }) => ended));
    const hows = await Promise.race([all, late]);
    over.abort();
    if (hows !== 'late') return hows?.every((how) => how === '' || how === '0') ?? true;
    for (const slot of this.#slots) slot.kill('SIGKILL');
    await all;
    return false;
  }
}

const readinessCodec = z.object({
  ready: z.boolean(),
  body: z.object({ status: z.string().optional(), checks: z.record(z.string(), z.string()).optional() }),
});
const figuresCodec = z.array(z.looseObject({})).transform((figures) => [figures]);

/** Looked at again after a pause. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** The place of one worker, and the process that has it. */
class Slot {
  readonly number: number;
  readonly #of: number;
  #worker: Worker | null = null;
  #up = false;
  #ended: Promise<string> = Promise.resolve('');
  readonly #questions = new Map<number, (answer: unknown) => void>();
  #asked = 0;

  constructor(number: number, of: number) {
    this.number = number;
    this.#of = of;
  }

  get isUp(): boolean {
    return this.#up;
  }

  /** How the last one ended: its exit code or signal; '' where there was none. */
  get ended(): Promise<string> {
    return this.#ended;
  }

  /** Starts a process. Null when it is up, its exit code where it ended before. */
  run(): Promise<number | null> {
    const worker = cluster.fork({ [WORKER_VARIABLE]: `${this.number}/${this.#of}` });
    this.#worker = worker;
    return new Promise((resolve) => {
      worker.on('message', (message: unknown) => {
        const heard = fromWorkerCodec.parse(message);
        if (heard.say === 'answer') this.#questions.get(heard.question)?.(heard.answer);
        else {
          this.#up = true;
          resolve(null);
        }
      });
      worker.on('error', () => undefined);
      this.#ended = new Promise((told) => {
        worker.once('exit', (code: number | null, signal: string | null) => {
          this.#up = false;
          this.#worker = null;
          for (const answer of this.#questions.values()) answer(null);
          told(signal ?? String(code));
          resolve(code ?? EXIT.failed);
        });
      });
    });
  }

  say(message: ToWorker): void {
    // It may be about to end.
    if (this.#worker?.isConnected() === true) this.#worker.send(message, () => undefined);
  }

  /** Its answer; null where it gives none in time. */
  async ask(what: Question): Promise<unknown> {
    if (this.#worker === null) return null;
    this.#asked += 1;
    const question = this.#asked;
    let timer: NodeJS.Timeout | undefined;
    const answer = new Promise<unknown>((resolve) => {
      this.#questions.set(question, resolve);
      timer = setTimeout(resolve, ANSWER_MS, null);
    });
    this.say({ say: 'ask', question, what });
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      this.#questions.delete(question);
    }
  }

  kill(signal: NodeJS.Signals): void {
    this.#worker?.process.kill(signal);
  }
}
