/**
 * Keeps the record (`db/record-tables`): chains what waits and signs how far it went, within seconds. Any number of
 * processes may do it, one at a time.
 *
 * It remembers the last head that it has seen. Where the record is another than it was, that is written into it, so
 * that nobody who changes it while Mailroom runs is covered by the next signature.
 */
import { logTrouble } from '../base/log.ts';
import type { Log } from '../base/log.ts';
import { Ticker } from '../base/ticker.ts';
import { isSigned, signText } from '../bridge/signing.ts';
import { appendAudit, chainWaiting, lastEntry, tryLockChain } from '../db/record-tables/audit.ts';
import type { ChainEnd } from '../db/record-tables/audit.ts';
import { headText } from '../db/record-tables/chain.ts';
import { addHead, hashOfEntry, isRecordBehind, lastHead } from '../db/record-tables/heads.ts';
import type { Database, Transaction } from '../db/pool.ts';

interface RecordKeeperDeps {
  readonly db: Database;
  readonly log: Log;
  /** Of the config: what signs. */
  readonly secret: string;
}

/** Between two looks, milliseconds. */
const EVERY_MS = 5_000;
/**
 * Between two heads that it signs by itself, milliseconds: so that they are few. What is chained meanwhile
 * it remembers.
 */
const SIGNS_MS = 60_000;
/** The log says how far the record went at most so often, milliseconds: whoever collects logs has it elsewhere. */
const TOLD_MS = 3_600_000;

export class RecordKeeper {
  readonly #deps: RecordKeeperDeps;
  readonly #ticker: Ticker;
  #known: ChainEnd | null = null;
  #toldAt = -Infinity;

  constructor(deps: RecordKeeperDeps) {
    this.#deps = deps;
    this.#ticker = new Ticker({
      everyMs: EVERY_MS,
      turn: () => this.keep(),
      onError: (error) => logTrouble(deps.log, 'the record could not be kept', error),
    });
  }

  /** Resolves when the first turn is over. */
  start(): Promise<void> {
    return this.#ticker.start();
  }

  /** What was done until now is in the record. */
  async stop(): Promise<void> {
    await this.#ticker.stop();
    await this.keep({ signs: 'now' });
  }

  /**
   * Chains all that waits, and signs how far that is where the last time was a minute ago; nothing where another
   * process is at it.
   */
  async keep({ signs }: { readonly signs: 'now' | 'in time' } = { signs: 'in time' }): Promise<void> {
    const { db } = this.#deps;
    if (!(await isRecordBehind(db))) return;
    const end = await db.transaction(async (tx) => {
      if (!(await tryLockChain(tx))) return null;
      await this.#compare(tx);
      while ((await chainWaiting(tx)) > 0);
      return this.#sign(tx, signs === 'now' ? 0 : SIGNS_MS);
    });
    if (end === null) return;
    this.#known = end;
    this.#tell(end);
  }

  /** What was seen before, in this life or, where it is signed, in one before, is there as it was. */
  async #compare(tx: Transaction): Promise<void> {
    const known = this.#known ?? (await this.#signed(tx));
    if (known === null || known.entry === 0) return;
    if ((await hashOfEntry(tx, known.entry))?.equals(known.hash) === true) return;
    const facts = { entry: known.entry, hash: known.hash.toString('hex') };
    this.#deps.log.error('the record is not what it was: "mailroom audit verify" says where', facts);
    await appendAudit(tx, { act: 'record.differs', who: null, via: 'process', outcome: 'failed', facts });
  }

  async #signed(tx: Transaction): Promise<ChainEnd | null> {
    const head = await lastHead(tx);
    return head !== null && isSigned(head, headText(head)) ? head : null;
  }

  async #sign(tx: Transaction, everyMs: number): Promise<ChainEnd> {
    const end = await lastEntry(tx);
    const last = await lastHead(tx);
    const age = last === null ? Infinity : Date.now() - last.at.getTime();
    // A clock that was set back does not keep it from signing.
    if (end.entry <= (last?.entry ?? 0) || (age >= 0 && age < everyMs)) return end;
    const head = { ...end, at: new Date() };
    await addHead(tx, { ...head, ...signText(this.#deps.secret, headText(head)) });
    return end;
  }

  #tell({ entry, hash }: ChainEnd): void {
    if (performance.now() - this.#toldAt < TOLD_MS) return;
    this.#toldAt = performance.now();
    this.#deps.log.info('the record goes on', { entry, hash: hash.toString('hex') });
  }
}
