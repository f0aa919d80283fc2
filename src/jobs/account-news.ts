/** Tells the people of an account, in its lobby, that its mailbox is away or back: once for each change, and of no blip. */
import { setTimeout as delay } from 'node:timers/promises';
import { renderLines } from '../bridge/commands.ts';
import { notice } from '../bridge/notices.ts';
import { shortTime } from '../bridge/operations.ts';
import { healthChanges } from '../db/account-told.ts';
import type { HealthChange } from '../db/account-told.ts';
import { addSend } from '../db/sends.ts';
import { errorText } from '../errors.ts';
import { words } from '../mail/words.ts';
import type { Language } from '../mail/words.ts';
import type { JobDeps } from './deps.ts';

export interface AccountNewsDeps extends JobDeps {
  /** Milliseconds that a change has to last. */
  readonly graceMs: number;
}

const LEAST_MS = 100;
const MOST_MS = 15_000;

/** Looks again and again; any number of processes may do so at once. */
export class AccountNews {
  readonly #deps: AccountNewsDeps;
  readonly #stopping = new AbortController();
  #loop: Promise<void> = Promise.resolve();

  constructor(deps: AccountNewsDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#loop = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    const every = Math.min(MOST_MS, Math.max(LEAST_MS, this.#deps.graceMs / 4));
    while (!signal.aborted) {
      await tellNews(this.#deps).catch((error: unknown) => {
        this.#deps.log.warn('account states could not be looked at', { error: errorText(error) });
      });
      await delay(every, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}

/** One look. How many changes were told. */
export async function tellNews(deps: AccountNewsDeps): Promise<number> {
  const { db, ids, ghosts, accounts, graceMs } = deps;
  return db.transaction(async (tx) => {
    const changes = await healthChanges(tx, [...accounts.keys()], graceMs);
    let told = 0;
    for (const change of changes) {
      const account = accounts.get(change.account);
      const line = account === undefined ? null : lineOf(change, account.language);
      if (line === null) continue;
      const of = `${change.account}:${change.to}:${change.since.toISOString()}`;
      const place = { account: change.account, thread: null, room: null };
      await addSend(
        tx,
        notice(ids, { place, bot: ghosts.bot, of, purpose: 'account-state', said: renderLines([line]) }),
      );
      told += 1;
    }
    return told;
  });
}

/** A refused login is told at once and by itself (`AccountRooms.loginRefused`). */
function lineOf({ to, since }: HealthChange, language: Language): string | null {
  const said = words(language).operations;
  switch (to) {
    case 'well':
      return said.well(shortTime(since));
    case 'trouble':
      return said.trouble(shortTime(since));
    case 'stopped':
      return said.stopped(shortTime(since));
    case 'bad-credentials':
      return null;
  }
}
