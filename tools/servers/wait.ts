import { setTimeout as delay } from 'node:timers/promises';

/** How long to wait, and for what (named in the error). Times in milliseconds. */
export interface WaitOptions {
  readonly what: string;
  readonly within: number;
  /** Pause between two looks; 50 by default. */
  readonly every?: number;
}

/**
 * Looks until `look` gives something other than null, undefined or false, and resolves with it. Rejects when the time
 * is over, naming what was awaited. An error of `look` ends the wait at once.
 */
export async function until<T>(
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  options: WaitOptions,
): Promise<T> {
  const deadline = Date.now() + options.within;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() >= deadline) throw new Error(`not seen within ${options.within / 1000} s: ${options.what}`);
    await delay(options.every ?? 50);
  }
}
