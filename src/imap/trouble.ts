import { ImapFailure } from './failure.ts';

/**
 * Remembers where reading broke, across connections of one session, so that one mail on which the server or the
 * connection breaks does not hold up its mailbox for ever: it is tried with fewer and fewer others, then alone, then
 * set aside.
 */
export class Trouble {
  #breaks: { readonly key: string; readonly count: number } | null = null;

  /**
   * How many mails to read from here on: fewer after each break at the same place; 0 means to set the first one aside.
   */
  batch(mailbox: string, firstUid: number): number {
    const count = this.#breaks?.key === key(mailbox, firstUid) ? this.#breaks.count : 0;
    if (count === 0) return 200;
    if (count === 1) return 20;
    return count < 5 ? 1 : 0;
  }

  /**
   * Does `work`, which begins to read at `firstUid`, and remembers the place where the server or the connection breaks.
   */
  async watch(mailbox: string, firstUid: number, work: () => Promise<void>): Promise<void> {
    const at = key(mailbox, firstUid);
    try {
      await work();
    } catch (error) {
      if (error instanceof ImapFailure) {
        this.#breaks = { key: at, count: this.#breaks?.key === at ? this.#breaks.count + 1 : 1 };
      }
      throw error;
    }
    if (this.#breaks?.key === at) this.#breaks = null;
  }
}

function key(mailbox: string, uid: number): string {
  return `${String(uid)} ${mailbox}`;
}
