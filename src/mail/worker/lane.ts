import { Worker } from 'node:worker_threads';
import type { ParseFailure } from '../types.ts';
import { fromThread, window } from './protocol.ts';
import type { FromThread, Task, ToThread } from './protocol.ts';

export interface LaneOptions {
  readonly script: URL;
  /** Threads at the same time. */
  readonly size: number;
  /** How long a thread may work on one task, milliseconds. Time in which it waits for bytes or for the consumer does not count. */
  readonly timeLimit: number;
  /** JavaScript heap of a thread, MiB. */
  readonly memory: number;
}

/** What a task is told. Exactly one of `failed` and the last `message` ends it. */
export interface Listener {
  message(message: FromThread, exchange: Exchange): void;
  /** The thread is gone; another takes its place for the next task. */
  failed(failure: ParseFailure): void;
  /** Not the mail's fault: the source of its bytes failed, or the pool was closed. It may be tried again. */
  aborted(error: unknown): void;
}

/** The thread at work on one task, for whoever listens. */
export interface Exchange {
  say(message: ToThread): void;
  /** The consumer is done with it, or does not want it any more. */
  finish(outcome: 'complete' | 'abandoned'): void;
}

interface Waiting {
  readonly task: Task;
  readonly source: AsyncIterable<Uint8Array>;
  readonly listener: Listener;
}

/** A number of threads with one queue, first come first served. Threads are started when they are needed and kept. */
export class Lane {
  private readonly options: LaneOptions;
  private readonly queue: Waiting[] = [];
  private readonly idle: Worker[] = [];
  private readonly busy = new Set<Run>();
  private closed = false;

  constructor(options: LaneOptions) {
    this.options = options;
  }

  add(waiting: Waiting): void {
    if (this.closed) {
      waiting.listener.aborted(closedError());
      return;
    }
    this.queue.push(waiting);
    this.next();
  }

  /** Ends all threads; what was waiting or under way fails. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { listener } of this.queue.splice(0)) listener.aborted(closedError());
    const busy = [...this.busy];
    const workers = [...this.idle.splice(0), ...busy.map((run) => run.worker)];
    for (const run of busy) run.abort(closedError());
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  private next(): void {
    if (this.busy.size >= this.options.size) return;
    const waiting = this.queue.shift();
    if (waiting !== undefined) this.start(waiting, this.idle.pop() ?? this.startWorker());
  }

  private startWorker(): Worker {
    return new Worker(this.options.script, {
      name: 'mail',
      // Nothing of the process's environment, where secrets may be, is any business of a parser.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: this.options.memory, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 },
    });
  }

  private keep(worker: Worker): void {
    this.idle.push(worker);
    worker.once('exit', () => {
      const at = this.idle.indexOf(worker);
      if (at >= 0) this.idle.splice(at, 1);
    });
  }

  private start(waiting: Waiting, worker: Worker): void {
    const run = new Run(waiting, worker, this.options.timeLimit, (reusable) => {
      this.busy.delete(run);
      if (reusable && !this.closed) this.keep(worker);
      else void worker.terminate();
      this.next();
    });
    this.busy.add(run);
    run.begin();
  }
}

/** One task on one thread. */
class Run implements Exchange {
  readonly worker: Worker;
  private readonly waiting: Waiting;
  private readonly budget: Budget;
  private readonly ended: (reusable: boolean) => void;
  /** Messages of bytes that the thread has not consumed, and pieces that the consumer has not taken. */
  private unconsumed = 0;
  private untaken = 0;
  private final = false;
  private over = false;
  private resume: () => void = () => undefined;

  constructor(waiting: Waiting, worker: Worker, timeLimit: number, ended: (reusable: boolean) => void) {
    this.waiting = waiting;
    this.worker = worker;
    this.ended = ended;
    this.budget = new Budget(timeLimit, () => this.fail({ code: 'time', detail: `more than ${timeLimit} ms` }));
  }

  begin(): void {
    this.worker.removeAllListeners();
    this.worker.ref();
    this.worker.on('message', (value: unknown) => this.hear(fromThread(value)));
    this.worker.on('error', (error: unknown) => this.fail(failureOf(error)));
    this.worker.on('exit', () => this.fail({ code: 'crash', detail: 'the thread ended' }));
    this.say({ type: 'begin', task: this.waiting.task });
    this.pump().catch((error: unknown) => this.abort(error));
  }

  say(message: ToThread): void {
    if (this.over) return;
    if (message.type === 'bytes') {
      this.unconsumed += 1;
      const bytes = new Uint8Array(message.bytes);
      this.worker.postMessage({ ...message, bytes }, [bytes.buffer]);
    } else this.worker.postMessage(message);
    if (message.type === 'taken') this.untaken -= 1;
    if (message.type === 'end') this.final = true;
    this.count();
  }

  finish(outcome: 'complete' | 'abandoned'): void {
    this.end(outcome === 'complete');
  }

  fail(failure: ParseFailure): void {
    if (this.end(false)) this.waiting.listener.failed(failure);
  }

  abort(error: unknown): void {
    if (this.end(false)) this.waiting.listener.aborted(error);
  }

  private hear(message: FromThread): void {
    if (message.type === 'consumed') this.unconsumed -= 1;
    if (message.type === 'piece') this.untaken += 1;
    this.count();
    if (message.type === 'consumed') this.resume();
    else this.waiting.listener.message(message, this);
  }

  /** The time counts while the thread has what to do and room for what it made. */
  private count(): void {
    if (!this.over && (this.unconsumed > 0 || this.final) && this.untaken < window) this.budget.run();
    else this.budget.pause();
  }

  private async pump(): Promise<void> {
    for await (const bytes of this.waiting.source) {
      this.say({ type: 'bytes', bytes });
      while (this.unconsumed >= window && !this.over) await new Promise<void>((resolve) => (this.resume = resolve));
      if (this.over) return;
    }
    this.say({ type: 'end' });
  }

  /** False where it had ended before. */
  private end(reusable: boolean): boolean {
    if (this.over) return false;
    this.over = true;
    this.budget.pause();
    this.worker.removeAllListeners();
    // What a thread says while it is being ended must not be an unhandled error.
    this.worker.on('error', () => undefined);
    this.worker.unref();
    this.resume();
    this.ended(reusable);
    return true;
  }
}

function closedError(): Error {
  return new Error('The pool of parsers is closed');
}

/** Counts the time in which a thread works. */
class Budget {
  private left: number;
  private since: number | null = null;
  private timer: NodeJS.Timeout | null = null;
  private readonly spent: () => void;

  constructor(limit: number, spent: () => void) {
    this.left = limit;
    this.spent = spent;
  }

  run(): void {
    if (this.since !== null) return;
    this.since = performance.now();
    this.timer = setTimeout(this.spent, Math.max(0, this.left));
  }

  pause(): void {
    if (this.since === null) return;
    this.left -= performance.now() - this.since;
    this.since = null;
    if (this.timer !== null) clearTimeout(this.timer);
  }
}

function failureOf(error: unknown): ParseFailure {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return { code: 'memory', detail: 'the thread ran out of memory' };
  return {
    code: 'crash',
    detail: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown error',
  };
}
