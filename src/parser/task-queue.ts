import type { ParseFailure } from '../mail/types.ts';
import type { Sandbox, SandboxEnd, SandboxProcess } from '../sandbox/sandbox.ts';
import { fromChild } from './from-child.ts';
import type { FromChild } from './from-child.ts';
import { MOST_QUESTIONS, window } from './protocol.ts';
import type { Task, ToChild } from './protocol.ts';

export interface TaskQueueOptions {
  readonly sandbox: Sandbox;
  /** Children at the same time. */
  readonly size: number;
  /**
   * How long a child may work on one task, milliseconds. Time in which it waits for bytes or for the consumer does not
   * count, nor does its start.
   */
  readonly timeLimit: number;
  /** How long a child without a task is kept, milliseconds. Default one minute. */
  readonly idleTime?: number;
}

/** What a task is told. Exactly one of `failed`, `aborted` and the last `message` ends it. */
interface Listener {
  message(message: FromChild, exchange: Exchange): void;
  /** The child is gone; another takes its place for the next task. */
  failed(failure: ParseFailure): void;
  /**
   * Not the mail's fault: the source of its bytes failed, no child could be started, or the pool was closed. It may be
   * tried again.
   */
  aborted(error: unknown): void;
}

/** The child at work on one task, for whoever listens. */
export interface Exchange {
  say(message: ToChild): void;
  /** The consumer is done with it, or does not want it any more. */
  finish(outcome: 'complete' | 'abandoned'): void;
}

interface Waiting {
  readonly task: Task;
  readonly source: AsyncIterable<Uint8Array>;
  readonly listener: Listener;
  /** Milliseconds, where the task may have less than others. */
  readonly timeLimit?: number;
}

/**
 * A child, and the task that it is at. A mail may have made the child its own: whatever it says that it was not asked
 * for ends it.
 */
class Child {
  readonly process: SandboxProcess;
  #run: Run | null = null;
  /** Ends it where it stays without a task. */
  #spare: NodeJS.Timeout | null = null;
  /** Messages that were of no task, since the last one ended. */
  #strays = 0;

  constructor(process: SandboxProcess) {
    this.process = process;
    process.channel.listen((value) => {
      const message = fromChild(value);
      if (message === null) this.#unheard();
      else if (this.#run === null || !this.#run.hear(message)) this.#stray();
    });
    void process.ended.then((end) => this.#run?.fail(failureOf(end)));
  }

  set run(run: Run | null) {
    this.#run = run;
    if (run === null) this.#strays = 0;
  }

  /** It has no task: somebody is told after so many milliseconds, unless it is `kept`. */
  spare(ms: number, tell: () => void): void {
    this.#spare = setTimeout(tell, ms).unref();
  }

  kept(): void {
    if (this.#spare !== null) clearTimeout(this.#spare);
    this.#spare = null;
  }

  /** What no child of ours says. */
  #unheard(): void {
    if (this.#run === null) this.process.kill();
    else this.#run.fail({ code: 'crash', detail: 'the process said what is no answer' });
  }

  /** Of bytes that were under way when its task ended it still says that they are consumed. */
  #stray(): void {
    this.#strays += 1;
    if (this.#strays > window) this.process.kill();
  }
}

/**
 * How long a child is kept that has nothing to do, milliseconds. One holds about 60 MB; the next mail waits half a
 * second for another, which is less than a mailbox takes to tell of a mail.
 */
const IDLE_TIME = 60_000;

/**
 * A number of children with one queue, first come first served. They are started when they are needed, and ended when
 * nothing was for them for a while.
 */
export class TaskQueue {
  private readonly options: TaskQueueOptions;
  private readonly queue: Waiting[] = [];
  private readonly idle: Child[] = [];
  private readonly busy = new Set<Run>();
  private closed = false;
  private number = 0;

  constructor(options: TaskQueueOptions) {
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

  /** Ends all children; what was waiting or under way fails. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { listener } of this.queue.splice(0)) listener.aborted(closedError());
    const busy = [...this.busy];
    const children = [...this.idle.splice(0), ...busy.flatMap(({ child }) => child ?? [])];
    for (const run of busy) run.abort(closedError());
    this.options.sandbox.close();
    for (const child of children) {
      child.kept();
      child.process.kill();
    }
    await Promise.all(children.map(({ process }) => process.ended));
  }

  private next(): void {
    if (this.busy.size >= this.options.size) return;
    const waiting = this.queue.shift();
    if (waiting === undefined) return;
    this.number += 1;
    const limit = Math.min(waiting.timeLimit ?? Infinity, this.options.timeLimit);
    const run = new Run(waiting, this.number, limit, (reusable) => {
      this.busy.delete(run);
      if (run.child !== null) this.release(run.child, reusable);
      this.next();
    });
    this.busy.add(run);
    const idle = this.idle.pop();
    if (idle === undefined) this.start(run);
    else {
      idle.kept();
      run.begin(idle);
    }
  }

  private start(run: Run): void {
    this.options.sandbox.start().then(
      (process) => {
        // It was closed meanwhile.
        if (run.isOver) process.kill();
        else {
          const child = new Child(process);
          void process.ended.then(() => this.forget(child));
          run.begin(child);
        }
      },
      (error: unknown) => run.abort(error),
    );
  }

  private release(child: Child, reusable: boolean): void {
    child.run = null;
    child.process.hold(false);
    if (!reusable || this.closed) {
      child.process.kill();
      return;
    }
    this.idle.push(child);
    // Nobody is given a child that ends.
    child.spare(this.options.idleTime ?? IDLE_TIME, () => {
      this.forget(child);
      child.process.kill();
    });
  }

  private forget(child: Child): void {
    child.kept();
    const at = this.idle.indexOf(child);
    if (at >= 0) this.idle.splice(at, 1);
  }
}

/** One task on one child. */
class Run implements Exchange {
  child: Child | null = null;
  private readonly waiting: Waiting;
  private readonly number: number;
  private readonly budget: Budget;
  private readonly ended: (reusable: boolean) => void;
  /** Messages of bytes that the child has not consumed, and pieces that the consumer has not taken. */
  private unconsumed = 0;
  private untaken = 0;
  /** Questions of the child, and those that are not answered. */
  private asked = 0;
  private unanswered = 0;
  /** The child has said whether there is the file that it was to read. */
  private found = false;
  private final = false;
  private over = false;
  private resume: () => void = () => undefined;

  constructor(waiting: Waiting, number: number, timeLimit: number, ended: (reusable: boolean) => void) {
    this.waiting = waiting;
    this.number = number;
    this.ended = ended;
    this.budget = new Budget(timeLimit, () => this.fail({ code: 'time', detail: `more than ${timeLimit} ms` }));
  }

  get isOver(): boolean {
    return this.over;
  }

  begin(child: Child): void {
    this.child = child;
    child.run = this;
    child.process.hold(true);
    this.say({ type: 'begin', task: this.waiting.task, number: this.number });
    this.pump().catch((error: unknown) => this.abort(error));
  }

  say(message: ToChild): void {
    if (this.over) return;
    if (message.type === 'bytes') this.unconsumed += 1;
    this.child?.process.channel.send(message);
    if (message.type === 'taken') this.untaken -= 1;
    if (message.type === 'answer') this.unanswered -= 1;
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

  /** False where the message is of a task before, whose end it was not told in time. */
  hear(message: FromChild): boolean {
    if (message.number !== this.number) return false;
    if (message.type === 'broke') {
      this.fail({ code: message.code, detail: message.detail });
      return true;
    }
    if (!this.isAwaited(message)) {
      this.fail({ code: 'crash', detail: `the process said "${message.type}", which it was not asked for` });
      return true;
    }
    if (message.type === 'file') this.found = true;
    if (message.type === 'consumed') this.unconsumed -= 1;
    if (message.type === 'piece') this.untaken += 1;
    if (message.type === 'ask') {
      this.asked += 1;
      this.unanswered += 1;
    }
    this.count();
    if (message.type === 'consumed') this.resume();
    else this.waiting.listener.message(message, this);
    return true;
  }

  /**
   * Whether a child of ours says this of its task, now. The time of the task stands still while the child waits for us:
   * one that asked what nobody answers would have all the time of the world, one that waits for no room all our memory.
   */
  private isAwaited(message: Exclude<FromChild, { readonly type: 'broke' }>): boolean {
    const { kind } = this.waiting.task;
    const givesBytes = kind === 'file' || kind === 'bundle';
    switch (message.type) {
      case 'consumed':
        return this.unconsumed > 0;
      case 'parsed':
        return kind === 'parse';
      case 'media':
        return kind === 'media';
      case 'checked':
        return kind === 'check';
      case 'ask':
        return kind === 'check' && this.asked < MOST_QUESTIONS;
      case 'file':
        return givesBytes && !this.found;
      case 'piece':
        return givesBytes && this.found && this.untaken < window;
      case 'done':
        return givesBytes && this.found;
    }
  }

  /** The time counts while the child has what to do and room for what it made. */
  private count(): void {
    const works = (this.unconsumed > 0 || this.final) && this.unanswered === 0 && this.untaken < window;
    if (!this.over && works) this.budget.run();
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
    this.resume();
    this.ended(reusable);
    return true;
  }
}

function closedError(): Error {
  return new Error('The pool of parsers is closed');
}

/** Counts the time in which a child works. */
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

/**
 * V8 ends a process that has no memory left by a signal of its own (SIGABRT, SIGTRAP), and a system that has none by
 * SIGKILL.
 */
function failureOf({ code, signal }: SandboxEnd): ParseFailure {
  const noMemory = signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGKILL';
  return { code: noMemory ? 'memory' : 'crash', detail: `the process ended: ${signal ?? code ?? 'unknown'}` };
}
