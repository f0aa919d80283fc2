/**
 * Mails that leave at the same time go in step: where each asks the database for the same, whoever is ahead waits a
 * moment for those who are about to be there, so that one statement and one commit serve all of them. One alone waits
 * for nobody, nobody waits for one that takes long over a step, and none waits longer than `WAIT_MS` in all.
 */
import type { MessageKey } from '../bridge/types.ts';

/** The places at which mails wait for each other, in the order of the way. */
const STEPS = ['seen', 'freezing', 'marking', 'settling'] as const;
export type Step = (typeof STEPS)[number];

/** Whoever has not come further for so long is not waited for, milliseconds. */
const NEAR_MS = 150;
/** How long a mail waits for others in all, milliseconds. */
const WAIT_MS = 300;

/** A mail on its way. */
interface Walker {
  /** The place at which it waits, or which it has left last; -1 before the first. */
  at: number;
  /** When it came further, by `now`. */
  since: number;
  /** How long it may wait yet, milliseconds. */
  patience: number;
  /** Lets it go on; null while it waits for nobody. */
  go: (() => void) | null;
}

export class InStep {
  readonly #now: () => number;
  readonly #under = new Map<MessageKey, Walker>();
  #timer: NodeJS.Timeout | undefined;

  /** @param now milliseconds of a clock that does not jump */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Walks the way of a mail: from here to its end others wait for it. */
  async walk<T>(mail: MessageKey, way: () => Promise<T>): Promise<T> {
    const walker: Walker = { at: -1, since: this.#now(), patience: WAIT_MS, go: null };
    this.#under.set(mail, walker);
    try {
      return await way();
    } finally {
      // Two processes may have it for a moment, never two ways of one.
      this.#under.delete(mail);
      this.#look();
    }
  }

  /** Until those who are near have come to this place as well. One that does not walk waits for nobody. */
  async reach(mail: MessageKey, step: Step): Promise<void> {
    const walker = this.#under.get(mail);
    if (walker === undefined) return;
    const now = this.#now();
    walker.at = STEPS.indexOf(step);
    walker.since = now;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    walker.go = () => resolve(undefined);
    this.#look();
    await promise;
  }

  /** Lets go on who waits for nobody any more, those of one place together. */
  #look(): void {
    clearTimeout(this.#timer);
    const now = this.#now();
    // The last first: whoever is let go on is near to those ahead.
    const under = [...this.#under.values()].sort((one, other) => one.at - other.at);
    let next = Infinity;
    for (const walker of under) {
      if (walker.go === null) continue;
      const behind = under.filter(({ at }) => at < walker.at).map(({ since }) => since + NEAR_MS - now);
      const left = Math.min(walker.since + walker.patience - now, Math.max(0, ...behind));
      if (left > 0) {
        next = Math.min(next, left);
        continue;
      }
      walker.patience -= now - walker.since;
      walker.since = now;
      walker.go();
      walker.go = null;
    }
    if (next < Infinity) this.#timer = setTimeout(() => this.#look(), Math.ceil(next));
  }
}
