/** What an account's team is told of the account itself, in the account's own room. */
import { setTimeout as delay } from 'node:timers/promises';
import { renderLines } from '../bridge/commands.ts';
import { notice } from '../bridge/notices.ts';
import type { AccountId } from '../bridge/types.ts';
import { addSend } from '../db/sends.ts';
import { errorText } from '../errors.ts';
import { words } from '../mail/words.ts';
import { retryAfter } from '../matrix/repair.ts';
import type { JobDeps } from './deps.ts';
import type { ThreadRooms } from './thread-rooms.ts';

export interface AccountNoticeDeps extends JobDeps {
  readonly threadRooms: ThreadRooms;
  readonly signal: AbortSignal;
}

/** Tells by Matrix what happened to an account. A state lasts in the table `accounts`, so that a lost notice is told again at the next start. */
export class AccountNotices {
  readonly #deps: AccountNoticeDeps;
  readonly #running = new Set<Promise<void>>();

  constructor(deps: AccountNoticeDeps) {
    this.#deps = deps;
  }

  /** The login was refused for good. */
  loginRefused(account: AccountId, protocol: string): void {
    const running = this.#tell(account, protocol).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#running);
  }

  async #tell(id: AccountId, protocol: string): Promise<void> {
    const { db, ids, ghosts, accounts, threadRooms, signal, log } = this.#deps;
    const account = accounts.get(id);
    if (account === undefined) return;
    for (let tries = 1; !signal.aborted; tries++) {
      try {
        const { room } = await threadRooms.lobby(account);
        const { rows } = await db.query<{ since: Date }>(
          'SELECT state_since AS since FROM accounts WHERE account = $1',
          [id],
        );
        const since = rows[0]?.since.toISOString() ?? '';
        const said = renderLines([words(account.language).room.loginRefused(protocol)]);
        const place = { account: id, thread: null, room };
        const send = notice(ids, { place, bot: ghosts.bot, of: `${id}:${since}`, purpose: 'login-refused', said });
        await db.transaction((tx) => addSend(tx, send));
        return;
      } catch (error) {
        log.warn('an account could not be told of', { account: id, tries, error: errorText(error) });
        await delay(retryAfter(error, tries), undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
