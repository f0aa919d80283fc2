/** How often somebody may ask: a bucket for each, filled evenly, of which a request takes one. */
export class RateLimit {
  readonly #perMinute: () => number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  /** `perMinute` is asked at each request; `now` in milliseconds, of a clock that only goes forward. */
  constructor(perMinute: () => number, now: () => number) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** Takes one request of `who`; returns 0, or the milliseconds until the next is allowed. */
  take(who: string): number {
    const now = this.#now();
    const perMinute = this.#perMinute();
    this.#forget(now);
    const known = this.#buckets.get(who);
    const gained = known === undefined ? 0 : ((now - known.at) * perMinute) / 60_000;
    const left = known === undefined ? perMinute : Math.min(perMinute, known.left + gained);
    this.#buckets.delete(who);
    this.#buckets.set(who, { left: left >= 1 ? left - 1 : left, at: now });
    return left >= 1 ? 0 : Math.ceil(((1 - left) * 60_000) / perMinute);
  }

  /** Whoever has not asked for a minute has a full bucket, known or not; the oldest stand first. */
  #forget(now: number): void {
    for (const [who, { at }] of this.#buckets) {
      if (now - at < 60_000) return;
      this.#buckets.delete(who);
    }
  }
}
