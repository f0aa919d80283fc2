/** What became of a job, and how long it rests. Pure. */

/**
 * What a handler returns; the worker writes it down.
 *
 * Waiting is no failure: only `failed`, and what a handler throws, counts as one of its tries.
 */
export type Outcome =
  | { readonly do: 'done' }
  /**
   * A time has not come, or something else comes first. `spread`: others wait for the same, so not all of them at once.
   */
  | { readonly do: 'retry'; readonly afterMs: number; readonly reason: string; readonly spread?: boolean }
  /**
   * A server is away, or does for nobody what is needed first: other requests than this one show it. `what` is a
   * constant such as `homeserver`.
   */
  | { readonly do: 'away'; readonly what: string; readonly afterMs: number; readonly reason: string }
  /** It failed, and may pass: tried again after a growing pause, dead with the last of the handler's tries. */
  | { readonly do: 'failed'; readonly reason: string }
  /** It belongs to an account that this process does not know: left to one that does. */
  | { readonly do: 'elsewhere'; readonly account: string }
  /** It cannot be done. `userText` is for people, '' where the reason says it all. */
  | { readonly do: 'dead'; readonly reason: string; readonly userText: string };

/** Milliseconds after the first failure, the second, and so on; the last one for all that follow. */
const PAUSES_MS = [1_000, 5_000, 30_000, 120_000, 600_000];

/** How long a job rests after so many failures before this one, milliseconds. */
export function pauseAfter(failures: number): number {
  return PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 600_000;
}

/** Above a pause itself, at most this share of it. */
const JITTER = 0.2;

/**
 * A pause, lengthened by up to a fifth, so that those who wait for the same server do not come back together. Never
 * shorter: a server that asks for patience gets it.
 *
 * @param random from 0 to below 1
 */
export function spread(ms: number, random: number): number {
  return ms * (1 + JITTER * random);
}
