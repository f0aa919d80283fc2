/**
 * Invitations by the bot, one person at a time. Failure policy: an answer that may pass (5xx, 429, none) is asked for
 * again later, by an act of its own that no mail waits for; a refusal for good is that person's only, noted once for
 * each account, and told to its people by whoever reads the note. Who is there already counts as invited.
 */
import type { IdKey, GhostCodec } from '../bridge/ids.ts';
import type { AccountId, RoomId, UserId } from '../bridge/types.ts';
import type { Log } from '../base/log.ts';
import type { Database } from '../db/pool.ts';
import { addAct } from '../db/room-tables/member-acts.ts';
import { noteRefusedByServer } from '../db/room-tables/refusals.ts';
import { setMember } from '../db/room-tables/rooms.ts';
import type { Failpoint } from './appservice.ts';
import type { MatrixBridge } from './bridge.ts';
import type { MatrixClient } from './client.ts';
import { HomeserverUnreachableError, MatrixError } from './errors.ts';
import { isForGood } from './failure.ts';
import { roomPowers } from './power-levels.ts';
import type { RoomPowers } from './power-levels.ts';

export interface InvitationsDeps {
  readonly client: Pick<MatrixClient, 'allState'>;
  readonly bridge: Pick<MatrixBridge, 'invite'>;
  readonly db: Database;
  readonly ids: IdKey;
  readonly codec: GhostCodec;
  readonly log: Log;
  readonly failpoint: Failpoint;
}

/** A room as far as invitations go. */
export interface RoomOfAccount {
  readonly room: RoomId;
  readonly account: AccountId;
}

export class Invitations {
  readonly #deps: InvitationsDeps;

  constructor(deps: InvitationsDeps) {
    this.#deps = deps;
  }

  /**
   * Invites each of them, and returns who is invited or there. Throws only where nothing could be asked of the
   * homeserver at all.
   */
  async all(at: RoomOfAccount, users: readonly UserId[]): Promise<UserId[]> {
    const { db, ids, codec, log, failpoint } = this.#deps;
    const done: UserId[] = [];
    for (const user of users) {
      try {
        if (await this.ask(at, user)) done.push(user);
      } catch (error) {
        if (!isAboutOne(error)) throw error;
        log.warn('room: an invitation is tried again later', { room: at.room, account: at.account, error });
        const act = ids.send(at.room, `invite:${user}`);
        const where = { room: at.room, account: at.account, thread: null };
        const invite = { ...where, act, kind: 'invite', user, name: null, said: null } as const;
        // A ghost is invited whenever it has something to say.
        if (!codec.isOwn(user)) await db.transaction((tx) => addAct(tx, invite));
      }
      await failpoint('room:invited');
    }
    return done;
  }

  /** Invites one: true where they are invited or there, false where that is refused for good. Throws what may pass. */
  async ask(at: RoomOfAccount, user: UserId): Promise<boolean> {
    try {
      await this.#deps.bridge.invite(at.room, user);
    } catch (error) {
      if (!isForGood(error)) throw error;
      return this.#refused(at, user, error);
    }
    await setMember(this.#deps.db, { ...at, user, membership: 'invite' });
    return true;
  }

  /** Notes that somebody cannot be invited. */
  async giveUp({ account, room }: RoomOfAccount, user: UserId, code: string): Promise<void> {
    const { db, codec, log } = this.#deps;
    log.warn('room: somebody cannot be invited', { room, account, error: code });
    if (!codec.isOwn(user)) await noteRefusedByServer(db, { account, kind: 'invite', subject: user, code });
  }

  /** One answer for several things: they are there, the people of the room banned them, or a server says no. */
  async #refused(at: RoomOfAccount, user: UserId, error: MatrixError): Promise<boolean> {
    const { db, codec, log } = this.#deps;
    const powers = await this.#powers(at.room);
    const membership = powers?.membership(user) ?? null;
    if (membership === 'join' || membership === 'invite') {
      await setMember(db, { ...at, user, membership });
      return true;
    }
    const byRoom = powers === null || membership === 'ban' || !powers.mayInvite(codec.bot);
    if (byRoom) log.info('room: its people let nobody be invited', { room: at.room, error: error.errcode });
    else await this.giveUp(at, user, codeOf(error));
    return false;
  }

  /** Null where the bot may not see the room. */
  async #powers(room: RoomId): Promise<RoomPowers | null> {
    try {
      return roomPowers(await this.#deps.client.allState(room));
    } catch (error) {
      if (isForGood(error)) return null;
      throw error;
    }
  }
}

/** The word of a refusal, for logs and people: never its text, which can name users. */
export function codeOf({ errcode, status }: MatrixError): string {
  return /^[A-Z0-9_.]{1,80}$/.test(errcode) ? errcode : String(status);
}

/** Whether a failed invitation says something of that one alone, and not that nobody can be asked for anything. */
function isAboutOne(error: unknown): boolean {
  if (error instanceof HomeserverUnreachableError) return error.maybeDone;
  return error instanceof MatrixError && error.status !== 401;
}
