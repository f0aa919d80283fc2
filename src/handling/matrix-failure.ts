/** What a failed request to the homeserver means for the job that made it. */
import { errorText } from '../base/errors.ts';
import { NO_ROOM } from '../db/room-tables/rooms-refused.ts';
import { HomeserverUnreachableError, MatrixError, RoomUnreadyError } from '../matrix/errors.ts';
import { failureOf, isForGood, isUnclear } from '../matrix/failure.ts';
import type { Failure, Others } from '../matrix/failure.ts';
import { retryAfter } from '../matrix/repair.ts';
import type { Outcome } from '../queue/outcome.ts';
import type { Job } from '../queue/queue.ts';

/** Reads what a request threw, and asks the homeserver something else where that alone tells what it means. */
export type ReadFailure = (error: unknown) => Promise<Failure>;

/** `failureOf` with what other requests show; `others` is asked only where it matters. */
export function readFailures(others: () => Promise<Exclude<Others, null>>): ReadFailure {
  return async (error) => failureOf(error, isUnclear(error) ? await others() : null);
}

/** What requests throw. */
const ANSWERS = [MatrixError, HomeserverUnreachableError, RoomUnreadyError] as const;

/** The homeserver, as outcomes name it. */
const HOMESERVER = 'homeserver';
/** Between two tries of one job to have a room that the homeserver refuses for good: at most so long, milliseconds. */
const REFUSED_MOST_MS = 300_000;

/**
 * The outcome of a job whose request failed and cannot be mended: waited for, tried again, or dead at once. Null for
 * what is no failure of a request.
 */
export async function outcomeOf(read: ReadFailure, error: unknown, job: Job): Promise<Outcome | null> {
  if (!ANSWERS.some((answer) => error instanceof answer)) return null;
  const reason = error instanceof RoomUnreadyError ? `${NO_ROOM}: ${errorText(error)}` : errorText(error);
  const failure = await read(error);
  switch (failure.is) {
    case 'away':
      return { do: 'away', what: HOMESERVER, afterMs: retryAfter(error, job.attempts), reason };
    case 'later':
      if (failure.failed) return { do: 'failed', reason };
      return { do: 'retry', afterMs: laterMs(error, job), reason, spread: true };
    case 'request':
      return { do: 'dead', reason, userText: '' };
    case 'person':
      // Whoever is let in again meanwhile passes.
      return { do: 'failed', reason };
  }
}

/**
 * Every conversation that waits for a room asks for one: where the answer is no, the more seldom the more often it was.
 */
function laterMs(error: unknown, job: Job): number {
  const isRefused = error instanceof RoomUnreadyError && isForGood(error.cause);
  return isRefused
    ? Math.min(REFUSED_MOST_MS, 1_000 * 2 ** Math.min(job.attempts, 10))
    : retryAfter(error, job.attempts);
}
