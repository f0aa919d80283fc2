/**
 * The rooms of an account itself: its space, which is there from the start, and the lobby, where the account speaks to
 * its team.
 */
import { logTrouble } from '../base/log.ts';
import type { Account } from '../bridge/account/account.ts';
import { providerLine } from '../bridge/relay/login-refusal.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { notice } from '../bridge/notice/notices.ts';
import type { AccountId } from '../bridge/types.ts';
import { noteLoginTold } from '../db/intake-tables/account-told.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { words } from '../words/words.ts';
import { untilDone } from '../matrix/repair.ts';
import type { JobDeps } from '../handling/deps.ts';
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

  /**
   * Makes the space of every account as soon as the bot is `ready`, so that its team can join before the first mail
   * comes; with `only`, of these.
   */
  openSpaces(ready: Promise<void>, only?: readonly AccountId[]): void {
    for (const account of this.#deps.accounts.values()) {
      if (only?.includes(account.id) === false) continue;
      this.#until('space', account, async () => {
        await ready;
        await this.#deps.threadRooms.open(account);
      });
    }
  }

  /**
   * Tells the team that a login was refused for good. The state lasts in `accounts`: a lost notice is told at the next
   * start.
   */
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
    const { rows } = await db.query<{ since: Date; reason: string | null }>(
      'SELECT state_since AS since, state_reason AS reason FROM accounts WHERE account = $1',
      [account.id],
    );
    const since = rows[0]?.since.toISOString() ?? '';
    const say = words(account.language);
    const reason = rows[0]?.reason ?? null;
    const provider = providerLine(reason, say);
    const refused = [say('room-login-refused', { protocol }), ...(provider === null ? [] : [provider])];
    const said = renderLines(reason === 'no-secret' ? [say('room-no-secret', { account: account.id })] : refused);
    const place = { account: account.id, thread: null, room };
    const purpose = { kind: 'login-refused', of: `${account.id}:${since}` } as const;
    const send = notice(ids, { place, bot: ghosts.bot, purpose, said });
    await db.transaction(async (tx) => {
      await addSend(tx, send);
      await noteLoginTold(tx, account.id);
    });
  }

  #until(what: string, account: Account, work: () => Promise<void>): void {
    const { signal, log } = this.#deps;
    const running = untilDone(signal, work, (error, tries) =>
      logTrouble(log, 'waiting for a room of the account', error, { what, account: account.id, tries }),
    ).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }
}
