/** The rooms of an account itself: its space, which is there from the start, and the lobby, where the account speaks to its team. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from '../bridge/account.ts';
import { renderLines } from '../bridge/commands.ts';
import { notice } from '../bridge/notices.ts';
import type { AccountId } from '../bridge/types.ts';
import { addSend } from '../db/sends.ts';
import { errorText } from '../errors.ts';
import { words } from '../mail/words.ts';
import { retryAfter } from '../matrix/repair.ts';
import type { JobDeps } from './deps.ts';
import type { ThreadRooms } from './thread-rooms.ts';

export interface AccountRoomsDeps extends JobDeps {
  readonly threadRooms: ThreadRooms;
  readonly signal: AbortSignal;
}

/** Works in the background, each piece until it is done: a homeserver that is away is waited for. */
export class AccountRooms {
  readonly #deps: AccountRoomsDeps;
  readonly #running = new Set<Promise<void>>();

  constructor(deps: AccountRoomsDeps) {
    this.#deps = deps;
  }

  /** Makes the space of every account as soon as the bot is `ready`, so that its team can join before the first mail comes. */
  openSpaces(ready: Promise<void>): void {
    for (const account of this.#deps.accounts.values()) {
      this.#until('space', account, async () => {
        await ready;
        await this.#deps.threadRooms.open(account);
      });
    }
  }

  /** Tells the team that a login was refused for good. The state lasts in `accounts`: a lost notice is told at the next start. */
  loginRefused(id: AccountId, protocol: string): void {
    const account = this.#deps.accounts.get(id);
    if (account === undefined) return;
    this.#until('login-refused', account, () => this.#tell(account, protocol));
  }

  async stop(): Promise<void> {
    await Promise.all(this.#running);
  }

  async #tell(account: Account, protocol: string): Promise<void> {
    const { db, ids, ghosts, threadRooms } = this.#deps;
    const { room } = await threadRooms.lobby(account);
    const { rows } = await db.query<{ since: Date }>('SELECT state_since AS since FROM accounts WHERE account = $1', [
      account.id,
    ]);
    const since = rows[0]?.since.toISOString() ?? '';
    const said = renderLines([words(account.language).room.loginRefused(protocol)]);
    const place = { account: account.id, thread: null, room };
    const send = notice(ids, { place, bot: ghosts.bot, of: `${account.id}:${since}`, purpose: 'login-refused', said });
    await db.transaction((tx) => addSend(tx, send));
  }

  #until(what: string, account: Account, work: () => Promise<void>): void {
    const running = this.#repeat(what, account, work).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async #repeat(what: string, account: Account, work: () => Promise<void>): Promise<void> {
    const { signal, log } = this.#deps;
    for (let tries = 1; !signal.aborted; tries++) {
      try {
        await work();
        return;
      } catch (error) {
        log.warn('waiting for a room of the account', { what, account: account.id, tries, error: errorText(error) });
        await delay(retryAfter(error, tries), undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
