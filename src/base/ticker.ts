/** Work that is done again and again beside all else, such as a look at what fell due. */
import { setTimeout as delay } from 'node:timers/promises';

export interface TickerOptions {
  /** Milliseconds between the end of one turn and the beginning of the next. */
  readonly everyMs: number;
  /** One turn; `signal` aborts when the ticker is stopped. The first begins at once. */
  readonly turn: (signal: AbortSignal) => Promise<unknown>;
  /** Told what a turn threw; the next comes all the same. Must not throw. */
  readonly onError: (error: unknown) => void;
}

/** `start` once; `stop` ends the pause and waits for the turn that is under way. It does not keep the process alive. */
export class Ticker {
  readonly #options: TickerOptions;
  readonly #stopping = new AbortController();
  #loop: Promise<void> = Promise.resolve();

  constructor(options: TickerOptions) {
    this.#options = options;
  }

  /** Resolves when the first turn is over. */
  start(): Promise<void> {
    const first = this.#turn();
    this.#loop = first.then(() => this.#run());
    return first;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    for (;;) {
      await delay(this.#options.everyMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await this.#turn();
    }
  }

  async #turn(): Promise<void> {
    const { turn, onError } = this.#options;
    await turn(this.#stopping.signal).catch(onError);
  }
}
