/**
 * How many connections of ours a server takes at the same time. Servers say so by refusing the next one (421, or no
 * greeting), which looks like a server that is in trouble: where others of ours are open at that moment, it is taken
 * for a bound, and further mails wait for one of them. A bound is forgotten one connection at a time, since servers
 * also have a bound for all their clients together.
 */

/** How long a bound is believed before one more connection is tried, milliseconds. */
const BELIEVED_MS = 60_000;

export class ConnectionBound {
  readonly #now: () => number;
  #most = Number.POSITIVE_INFINITY;
  #until = 0;

  /** @param now milliseconds, of a clock that never goes back */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Whether a further connection would be too many beside so many that are open or being opened. */
  isReached(open: number): boolean {
    if (open < this.#most) return false;
    if (this.#now() < this.#until) return true;
    this.#most = open + 1;
    this.#until = this.#now() + BELIEVED_MS;
    return false;
  }

  /** A connection was refused beside so many that are open or being opened. Beside none it tells of no bound. */
  refused(open: number): void {
    this.#most = open === 0 ? Number.POSITIVE_INFINITY : open;
    this.#until = this.#now() + BELIEVED_MS;
  }
}
