/**
 * What became of mails is written down for many at once: whoever fills a room goes on with the next mail meanwhile.
 * What was said and is not written down when the process ends is found in its room.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { settleImported } from '../db/archive-tables/import-mails.ts';
import type { MailEnd, SettledMail, WaitingMail } from '../db/archive-tables/import-mails.ts';
import type { Database } from '../db/pool.ts';
import type { Patience } from './patience.ts';

/** How long others are waited for, milliseconds, and how many mails are written down at once. */
const LINGER_MS = 50;
const BATCH = 200;

export interface SettlingDeps {
  readonly db: Database;
  readonly patience: Patience;
  /** Of the import. */
  readonly import: string;
  readonly failpoint: (name: string) => void;
  /** Called when a mail is settled. */
  readonly settled: (end: MailEnd['is']) => void;
}

interface Waiting extends SettledMail {
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

export class Settling {
  readonly #deps: SettlingDeps;
  #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(deps: SettlingDeps) {
    this.#deps = deps;
  }

  /** Resolves once it is written down. Rejects with StoppedError, and with what nobody can wait for. */
  settle(mail: Pick<WaitingMail, 'ordinal' | 'mail'>, end: MailEnd): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ mail, end, done, failed });
      if (!this.#isWriting) void this.#write();
    });
  }

  /** Never rejects. */
  async #write(): Promise<void> {
    const { db, patience, import: importing, failpoint, settled } = this.#deps;
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      if (this.#waiting.length < BATCH) await delay(LINGER_MS);
      const batch = this.#waiting.splice(0, BATCH);
      try {
        await patience.through(() => db.transaction((tx) => settleImported(tx, importing, batch)));
        for (const { end, done } of batch) {
          failpoint('import:marked');
          settled(end.is);
          done();
        }
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    this.#isWriting = false;
  }
}
