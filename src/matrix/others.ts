import type { MatrixClient } from './client.ts';
import { MatrixError } from './errors.ts';
import type { Others } from './failure.ts';

/**
 * A probe that was answered a moment ago is not made again for each of many requests that failed together,
 * milliseconds.
 */
const FRESH_MS = 1_000;

/**
 * Asks the homeserver what it answers to everybody, so that one request that fails is not taken for a server that is
 * away.
 */
export class OtherRequests {
  readonly #client: Pick<MatrixClient, 'versions' | 'whoami'>;
  readonly #now: () => number;
  #asking: Promise<'answered' | 'silent'> | null = null;
  #asked = -Infinity;

  /** @param now milliseconds of a clock that does not jump */
  constructor(client: Pick<MatrixClient, 'versions' | 'whoami'>, now: () => number) {
    this.#client = client;
    this.#now = now;
  }

  /** Whether the homeserver answers others now. Several that ask at once share one probe. Never rejects. */
  answered(): Promise<Exclude<Others, null>> {
    if (this.#asking === null || this.#now() - this.#asked > FRESH_MS) {
      this.#asked = this.#now();
      const asking = this.#probe().finally(() => (this.#asked = this.#now()));
      this.#asking = asking;
    }
    return this.#asking;
  }

  /** Without and with our token: the second is answered by what knows appservices, not by a proxy's store. */
  async #probe(): Promise<'answered' | 'silent'> {
    try {
      await this.#client.versions();
      await this.#client.whoami();
      return 'answered';
    } catch (error) {
      const isRefusal = error instanceof MatrixError && error.errcode !== '' && error.status < 500;
      return isRefusal ? 'answered' : 'silent';
    }
  }
}
