/**
 * Mails of an account that are made at the same moment, each in another conversation, are frozen in one transaction:
 * what they ask and write alike is one statement. One alone waits for nobody. Where one of them cannot be frozen so,
 * each is frozen alone: it costs no other.
 */
import { setImmediate as immediate, setTimeout as delay } from 'node:timers/promises';
import { allEnded } from '../base/all-ended.ts';
import type { AccountId, ThreadId } from '../bridge/types.ts';
import type { Database, Transaction } from '../db/pool.ts';
import { lockDecisions } from '../db/thread-tables/threads.ts';

/** A mail that is ready to be frozen. */
interface Ready {
  readonly account: AccountId;
  readonly thread: ThreadId;
  /** What it holds in memory, bytes. */
  readonly size: number;
  /** Freezes it; false where it is not to be frozen now. */
  readonly freeze: (tx: Transaction) => Promise<boolean>;
}

interface Waiting {
  readonly ready: Ready;
  readonly resolve: (frozen: Promise<boolean>) => void;
}

/** Bytes of mails in one transaction: in the statement that writes them each is held twice more, in hexadecimal. */
const BYTES_MOST = 1024 * 1024;

/** How long others wait at most for mails that are frozen alone, milliseconds. */
const KEPT_MS = 50;

export class Freezing {
  readonly #db: Database;
  readonly #failpoint: (name: string) => void;
  /** By account; none where nobody freezes. */
  readonly #waiting = new Map<AccountId, readonly Waiting[]>();

  constructor(db: Database, failpoint: (name: string) => void) {
    this.#db = db;
    this.#failpoint = failpoint;
  }

  /** Throws what `freeze` throws, or the database. */
  freeze(ready: Ready): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const waiting = this.#waiting.get(ready.account);
    this.#waiting.set(ready.account, [...(waiting ?? []), { ready, resolve }]);
    if (waiting === undefined) void this.#freezeAll(ready.account);
    return promise;
  }

  /** Never throws. */
  async #freezeAll(account: AccountId): Promise<void> {
    // What comes in the same moment is waited for.
    await immediate();
    for (let waiting = this.#of(account); waiting.length > 0; waiting = this.#of(account)) {
      const batch = apart(waiting);
      this.#waiting.set(
        account,
        waiting.filter((one) => !batch.includes(one)),
      );
      const frozen = await this.#together(account, batch).catch(() => null);
      const all = batch.map(({ ready, resolve }, at) => {
        const done = frozen?.[at];
        const whole = done === undefined ? this.#alone(ready) : Promise.resolve(done);
        resolve(whole);
        return whole;
      });
      // What comes meanwhile goes together with the next, unless one of these is kept by somebody else's lock.
      await Promise.race([Promise.allSettled(all), delay(KEPT_MS, undefined, { ref: false })]);
    }
    this.#waiting.delete(account);
  }

  #of(account: AccountId): readonly Waiting[] {
    return this.#waiting.get(account) ?? [];
  }

  #alone({ freeze }: Ready): Promise<boolean> {
    return this.#db.transaction(async (tx) => {
      const done = await freeze(tx);
      this.#failpoint('mail-out:freezing');
      this.#failpoint('mail-out:before-freeze');
      return done;
    });
  }

  /** Null for one alone. */
  async #together(account: AccountId, batch: readonly Waiting[]): Promise<readonly boolean[] | null> {
    if (batch.length < 2) return null;
    return this.#db.transaction(async (tx) => {
      // Mails that come in take the same rows in another order.
      await lockDecisions(tx, account);
      const gathering = this.#db.gathering(tx);
      const frozen = await allEnded(
        batch.map(async ({ ready }) => {
          const done = await ready.freeze(gathering);
          this.#failpoint('mail-out:freezing');
          return done;
        }),
      );
      this.#failpoint('mail-out:before-freeze');
      return frozen;
    });
  }
}

/** As many as go together, from the first on. */
function apart(waiting: readonly Waiting[]): readonly Waiting[] {
  const threads = new Set<ThreadId>();
  const batch: Waiting[] = [];
  let bytes = 0;
  for (const one of waiting) {
    const { thread, size } = one.ready;
    if (threads.has(thread)) continue;
    bytes += size;
    if (batch.length > 0 && bytes > BYTES_MOST) break;
    threads.add(thread);
    batch.push(one);
  }
  return batch;
}
