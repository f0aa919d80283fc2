/**
 * What an import needs of the homeserver and the database is waited for as long as it takes: a homeserver that is away
 * or has enough of us, a database that is away or has no room left. What is refused for good is told apart, and what is
 * wrong with the program is thrown on.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseAwayError, errorCode, errorText, MailroomError } from '../base/errors.ts';
import { HomeserverUnreachableError, MatrixError, RoomUnreadyError } from '../matrix/errors.ts';
import type { ReadFailure } from '../handling/matrix-failure.ts';
import { retryAfter } from '../matrix/repair.ts';
import { TRY_AGAIN } from '../matrix/rooms.ts';

/** Somebody asked for it to end. Whoever runs it again goes on. */
class StoppedError extends MailroomError {
  constructor() {
    super('stopped', 'stopped; the same command goes on with it');
    this.name = 'StoppedError';
  }
}

/** The homeserver refuses something for good. */
export class RefusedError extends MailroomError {
  override readonly cause: MatrixError;

  constructor(cause: MatrixError) {
    super('refused', `the homeserver refuses it (${`${cause.status} ${cause.errcode}`.trim()})`, { cause });
    this.name = 'RefusedError';
    this.cause = cause;
  }
}

/** Tries of a request that fails by itself while others pass; then it counts as refused. */
const TRIES = 8;
/** Between two looks whether something is so, milliseconds. */
const LOOK_MS = 2_000;
/** Between two tries at a database that is away or full: at most so long, milliseconds. */
const DATABASE_MOST_MS = 15_000;
/**
 * SQLSTATE classes of a server that could do it another time: 40 (deadlock), 53 (no room), 57 (shut down), 58 (its
 * disk).
 */
const DATABASE_WAITS = /^(?:40|53|57|58)/;

export interface PatienceDeps {
  readonly signal: AbortSignal;
  readonly failure: ReadFailure;
  /** Told what is waited for; once each time that it changes, and null when it goes on. */
  readonly waiting: (what: string | null) => void;
}

export class Patience {
  readonly #deps: PatienceDeps;
  #told: string | null = null;

  constructor(deps: PatienceDeps) {
    this.#deps = deps;
  }

  /** Throws StoppedError where somebody asked for the end. */
  goOn(): void {
    if (this.#deps.signal.aborted) throw new StoppedError();
  }

  /**
   * Does it until it is done. Throws StoppedError, RefusedError, and what nobody can wait for.
   *
   * @param still what is waited for even where it is done
   */
  async through<T>(work: () => Promise<T>, still: string | null = null): Promise<T> {
    let failed = 0;
    for (let tries = 1; ; tries += 1) {
      this.goOn();
      try {
        const done = await work();
        if (this.#told !== still) this.#tell(null);
        return done;
      } catch (error) {
        const { afterMs, what, counts } = await this.#pause(error, tries);
        if (counts && ++failed >= TRIES) throw refusedOr(error);
        this.#tell(what);
        await delay(afterMs, undefined, { signal: this.#deps.signal }).catch(() => undefined);
      }
    }
  }

  /** Waits until it is so; looked at again every few seconds. Throws StoppedError. */
  async until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    while (!(await this.through(isSo, what))) {
      this.#tell(what);
      await delay(LOOK_MS, undefined, { signal: this.#deps.signal }).catch(() => undefined);
    }
    this.#tell(null);
  }

  async #pause(error: unknown, tries: number): Promise<{ afterMs: number; what: string; counts: boolean }> {
    if (error instanceof DatabaseAwayError || DATABASE_WAITS.test(errorCode(error))) {
      const afterMs = Math.min(DATABASE_MOST_MS, 250 * 2 ** Math.min(tries, 10));
      return { afterMs, what: `the database (${errorCode(error)})`, counts: false };
    }
    if (error instanceof MailroomError && error.code === TRY_AGAIN) {
      return { afterMs: 100, what: 'a room', counts: true };
    }
    const isAnswer =
      error instanceof MatrixError || error instanceof HomeserverUnreachableError || error instanceof RoomUnreadyError;
    if (!isAnswer) throw error;
    const failure = await this.#deps.failure(error);
    const what = `the homeserver (${errorText(error)})`;
    switch (failure.is) {
      case 'away':
        return { afterMs: retryAfter(error, tries), what, counts: false };
      case 'later':
        return { afterMs: retryAfter(error, tries), what, counts: failure.failed };
      case 'request':
      case 'person':
        throw refusedOr(error);
    }
  }

  #tell(what: string | null): void {
    if (what === this.#told) return;
    this.#told = what;
    this.#deps.waiting(what);
  }
}

function refusedOr(error: unknown): unknown {
  if (error instanceof RoomUnreadyError) return refusedOr(error.cause);
  return error instanceof MatrixError ? new RefusedError(error) : error;
}
