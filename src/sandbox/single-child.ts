/**
 * One process of a sandbox for one question after the other: started by the first, replaced when a question broke it,
 * ended when none comes, so that its memory is free.
 */
import type { Sandbox, SandboxProcess } from './sandbox.ts';

/** Milliseconds after the last question when the process is ended. */
const IDLE = 60_000;

export class SingleChild {
  readonly #sandbox: Sandbox;
  readonly #idleMs: number;
  #child: SandboxProcess | null = null;
  /** Hears the next answer; null where the process is gone. */
  #answered: (answer: unknown) => void = () => undefined;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(sandbox: Sandbox, idleMs: number = IDLE) {
    this.#sandbox = sandbox;
    this.#idleMs = idleMs;
  }

  /**
   * What the process says to a question, when those before it are answered; null where it ended before, or was ended
   * because it took longer than `ms`. Rejects where no process can be started, and after `close`.
   */
  ask(question: unknown, ms: number): Promise<unknown> {
    const answer = this.#last.then(() => this.#ask(question, ms));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** Ends the process; what is under way is answered with null. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idle);
    this.#sandbox.close();
    const child = this.#child;
    child?.kill();
    await child?.ended;
    await this.#last;
  }

  async #ask(question: unknown, ms: number): Promise<unknown> {
    clearTimeout(this.#idle);
    const child = this.#closed ? null : (this.#child ??= await this.#start());
    if (child === null || this.#closed) {
      child?.kill();
      throw new Error('The process that was asked is closed');
    }
    child.hold(true);
    const late = setTimeout(() => child.kill(), ms);
    const answer = new Promise<unknown>((resolve) => (this.#answered = resolve));
    child.channel.send(question);
    try {
      return await answer;
    } finally {
      clearTimeout(late);
      this.#answered = () => undefined;
      child.hold(false);
      this.#idle = setTimeout(() => {
        this.#child = null;
        child.kill();
      }, this.#idleMs).unref();
    }
  }

  async #start(): Promise<SandboxProcess> {
    const child = await this.#sandbox.start();
    child.channel.listen((answer) => {
      if (this.#child === child) this.#answered(answer);
    });
    void child.ended.then(() => {
      if (this.#child !== child) return;
      this.#child = null;
      this.#answered(null);
    });
    return child;
  }
}
