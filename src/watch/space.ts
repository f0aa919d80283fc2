/**
 * Whether there is room for more mail: how large the database is, and how much is free on our own disk, where the
 * database is embedded. Before either is full no mail is fetched any more; it stays in the mailboxes, where nothing is
 * lost, and is fetched when there is room again. Told in the log, in every lobby, by /ready, a metric and `check`.
 */
import { statfs } from 'node:fs/promises';
import { renderLines } from '../bridge/notice/rendered.ts';
import { notice } from '../bridge/notice/notices.ts';
import { databaseSize, noteFull, noteRoom } from '../db/intake-tables/full-stores.ts';
import type { Store } from '../db/intake-tables/full-stores.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { MailroomError } from '../base/errors.ts';
import { logTrouble } from '../base/log.ts';
import { Ticker } from '../base/ticker.ts';
import { words } from '../words/words.ts';
import type { JobDeps } from '../handling/deps.ts';

/** Bytes; 0: not looked at. */
export interface SpaceLimits {
  /** What the database may hold. */
  readonly databaseSize: number;
  /** What stays free on our own disk. */
  readonly diskFree: number;
}

/** Bytes, as they were found. */
export type Measure =
  { readonly store: 'database'; readonly size: number } | { readonly store: 'disk'; readonly free: number };

/** So much less than the bound is room again, so that fetching does not begin and stop with every mail. */
const ROOM_AGAIN = 0.95;

/** Whether a store counts as full. @param before whether it did so far */
export function isFull(measure: Measure, { databaseSize: most, diskFree }: SpaceLimits, before: boolean): boolean {
  switch (measure.store) {
    case 'database':
      return most > 0 && measure.size >= most * (before ? ROOM_AGAIN : 1);
    case 'disk':
      return diskFree > 0 && measure.free <= diskFree / (before ? ROOM_AGAIN : 1);
  }
}

/** Measures what there is; `folder` is that of an embedded database, null for another's. */
export async function measure(db: JobDeps['db'], folder: string | null): Promise<readonly Measure[]> {
  const size = await databaseSize(db);
  if (folder === null) return [{ store: 'database', size }];
  const { bavail, bsize } = await statfs(folder);
  return [
    { store: 'database', size },
    { store: 'disk', free: bavail * bsize },
  ];
}

export interface SpaceDeps extends JobDeps {
  readonly limits: SpaceLimits;
  readonly folder: string | null;
  /** `measure`, or a test's. */
  readonly measure?: () => Promise<readonly Measure[]>;
}

/** Between two looks. */
const LOOK_MS = 15_000;

/** Looks again and again; any number of processes may do so at once. */
export class SpaceWatch {
  readonly #deps: SpaceDeps;
  readonly #full = new Set<Store>();
  readonly #ticker: Ticker;

  constructor(deps: SpaceDeps) {
    this.#deps = deps;
    this.#ticker = new Ticker({
      everyMs: LOOK_MS,
      turn: () => this.look(),
      onError: (error) => logTrouble(deps.log, 'the room for mail could not be measured', error),
    });
  }

  /** Whether there is room for more mail, by the last look. */
  get hasRoom(): boolean {
    return this.#full.size === 0;
  }

  /** For /ready: rejects while something is full, with what as its code. */
  check(): Promise<void> {
    const [store] = this.#full;
    return store === undefined
      ? Promise.resolve()
      : Promise.reject(new MailroomError(`${store}-full`, `the ${store} is full`));
  }

  /** The first look is over when it resolves: nothing is fetched before. */
  start(): Promise<void> {
    return this.#ticker.start();
  }

  stop(): Promise<void> {
    return this.#ticker.stop();
  }

  /**
   * One look.
   *
   * @internal Called by its tests.
   */
  async look(): Promise<void> {
    const { db, limits, folder, measure: measured = () => measure(db, folder) } = this.#deps;
    for (const one of await measured()) {
      const { store } = one;
      const full = isFull(one, limits, this.#full.has(store));
      if (full) this.#full.add(store);
      else this.#full.delete(store);
      await db.transaction((tx) => this.#note(tx, store, full));
    }
  }

  /** The first process that finds it so tells it. */
  async #note(tx: Transaction, store: Store, full: boolean): Promise<void> {
    const { log } = this.#deps;
    const since = full ? await noteFull(tx, store) : await noteRoom(tx, store);
    if (since === null) return;
    if (full) log.error('no mail is fetched: there is no room for it', { store });
    else log.warn('there is room for mail again', { store });
    await this.#tell(tx, store, full, since);
  }

  async #tell(tx: Transaction, store: Store, full: boolean, since: Date): Promise<void> {
    const { accounts, ids, ghosts } = this.#deps;
    for (const { id, language } of accounts.values()) {
      const say = words(language);
      const line = full ? say(`operations-full-${store}`) : say('operations-room-again');
      const place = { account: id, thread: null, room: null };
      const of = `${id}:${store}:${full ? 'full' : 'room'}:${since.toISOString()}`;
      const purpose = { kind: 'account-state', of } as const;
      await addSend(tx, notice(ids, { place, bot: ghosts.bot, purpose, said: renderLines([line]) }));
    }
  }
}
