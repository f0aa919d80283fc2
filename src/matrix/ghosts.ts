import type { GhostCodec } from '../bridge/ids.ts';
import type { AccountId, RoomId, UserId } from '../bridge/types.ts';
import type { Database } from '../db/pool.ts';
import { findGhost, findMember, forgetGhost, saveGhost, setMember } from '../db/room-tables/rooms.ts';
import type { Address } from '../mail/types.ts';
import type { AvatarFacts, Faces } from '../bridge/room/avatar.ts';
import type { Failpoint } from './appservice.ts';
import type { Avatars } from './avatars.ts';
import type { MatrixBridge } from './bridge.ts';
import type { Actor, MatrixClient } from './client.ts';
import { MatrixError } from './errors.ts';

export interface GhostsDeps {
  readonly client: MatrixClient;
  readonly bridge: MatrixBridge;
  readonly db: Database;
  readonly codec: GhostCodec;
  readonly failpoint: Failpoint;
  readonly avatars: Pick<Avatars, 'of'>;
  readonly faces: Faces;
}

/** A room as far as membership goes. */
export interface MemberRoom {
  readonly room: RoomId;
  readonly account: AccountId;
}

/** A user of ours who can act. */
export interface ActingUser extends Actor {
  readonly user: UserId;
  readonly device: string | null;
}

/** The device of every ghost and of the bot: only with one are transaction ids kept in the homeserver's database. */
const DEVICE = 'MAILROOM';

/**
 * Ghosts and the bot: registered once, with a device each, and in rooms under the name that their mail gave. What was
 * done is remembered in the database, so that a ghost that is known costs no request.
 */
export class Ghosts {
  readonly #deps: GhostsDeps;

  constructor(deps: GhostsDeps) {
    this.#deps = deps;
  }

  /**
   * The bot, registered (homeservers do not do it by themselves), with device and display name. Called at each start.
   */
  async startBot(name: string): Promise<ActingUser> {
    const { client, codec, db } = this.#deps;
    await client.register(localpart(codec.bot));
    await this.#name(codec.bot, name);
    await this.#picture(codec.bot, this.#deps.faces.bot);
    return this.#withDevice({ user: codec.bot, address: '' as Address, device: null }, db);
  }

  /** The bot as an actor; makes no request where `startBot` has run once. */
  bot(): Promise<ActingUser> {
    return this.ensure(this.#deps.codec.bot, '' as Address);
  }

  /**
   * A ghost, registered and with a device. `address` may be null where the user id tells it (a long address is known by
   * its row only). The profile's name is the address: a name from a mail is shown only in rooms where that mail is.
   */
  async ensure(user: UserId, address: Address | null): Promise<ActingUser> {
    const { client, db, codec, failpoint } = this.#deps;
    const known = await findGhost(db.gathered, user);
    if (known !== null && known.device !== null) return speaker(user, known.device);
    if (known === null) {
      await client.register(localpart(user));
      await failpoint('ghost:registered');
      const shown = address ?? codec.address(user);
      if (shown !== null && shown !== '') await this.#name(user, shown);
      await this.#picture(user, this.#deps.faces.of(user, shown ?? ''));
      await saveGhost(db, { user, address: shown ?? ('' as Address), device: null });
    }
    return this.#withDevice({ user, address: known?.address ?? address ?? ('' as Address), device: null }, db);
  }

  /** Registers a ghost again and makes its device again: the homeserver says that it knows one of them no more. */
  async renew(user: UserId): Promise<ActingUser> {
    const known = await findGhost(this.#deps.db, user);
    await forgetGhost(this.#deps.db, user);
    return this.ensure(user, known?.address ?? null);
  }

  /**
   * Has a ghost in a room under a name, whatever came before: invited by the bot where that is needed, joined with its
   * own member event (so that name and joining are one event), renamed where the name changed. Throws MatrixError
   * M_FORBIDDEN where the room does not let it in (the ghost is banned, the bot may not invite or is not there).
   */
  async join(at: MemberRoom, ghost: ActingUser, name: string): Promise<void> {
    const { db, failpoint } = this.#deps;
    const known = await findMember(db.gathered, at.room, ghost.user);
    if (known?.membership === 'join' && known.name === name) return;
    await this.#enter(at.room, ghost, name, known?.membership === 'join' || known?.membership === 'invite');
    await failpoint('ghost:joined');
    await setMember(db, { ...at, user: ghost.user, membership: 'join', name });
  }

  /** As `join`, for a ghost whose row says that it is there although the homeserver refused it. */
  async joinAgain(at: MemberRoom, ghost: ActingUser, name: string): Promise<void> {
    const known = await findMember(this.#deps.db, at.room, ghost.user);
    // A ban stays known as one, so that the end of it is.
    if (known?.membership === 'join') await setMember(this.#deps.db, { ...at, user: ghost.user, membership: 'leave' });
    await this.join(at, ghost, name);
  }

  /** Has a ghost leave a room; one that is not there has left already. It comes back by `join`. */
  async leave(at: MemberRoom, user: UserId): Promise<void> {
    try {
      await this.#deps.client.leave(at.room, { user });
    } catch (error) {
      if (!(error instanceof MatrixError) || (error.status !== 403 && error.status !== 404)) throw error;
    }
    await setMember(this.#deps.db, { ...at, user, membership: 'leave' });
  }

  async #enter(room: RoomId, ghost: ActingUser, name: string, mayEnter: boolean): Promise<void> {
    const picture = await this.#deps.avatars.of(this.#deps.faces.of(ghost.user, name));
    const content = { membership: 'join', displayname: name, ...(picture === null ? {} : { avatar_url: picture }) };
    const enter = () => this.#deps.client.putState(room, 'm.room.member', ghost.user, content, { user: ghost.user });
    if (mayEnter) {
      try {
        await enter();
        return;
      } catch (error) {
        if (!(error instanceof MatrixError) || error.status !== 403) throw error;
      }
    }
    await this.#invite(room, ghost.user);
    await enter();
  }

  /** One who is in the room already cannot be invited; whether that was the reason shows at the join. */
  async #invite(room: RoomId, user: UserId): Promise<void> {
    try {
      await this.#deps.bridge.invite(room, user);
    } catch (error) {
      if (!(error instanceof MatrixError) || error.status !== 403) throw error;
    }
  }

  /**
   * Some homeservers let nobody change names (Synapse, enable_set_displayname: false): the name is no reason to stop.
   */
  async #name(user: UserId, name: string): Promise<void> {
    try {
      await this.#deps.client.setDisplayName(user, name);
    } catch (error) {
      if (!(error instanceof MatrixError) || (error.status !== 400 && error.status !== 403)) throw error;
    }
  }

  /** Of the profile; in rooms it stands in the member event too. */
  async #picture(user: UserId, facts: AvatarFacts): Promise<void> {
    const picture = await this.#deps.avatars.of(facts);
    if (picture === null) return;
    try {
      await this.#deps.client.setAvatar(user, picture);
    } catch (error) {
      // It is an ornament: no refusal of it stops anything, only a homeserver that is away does.
      if (!(error instanceof MatrixError)) throw error;
    }
  }

  async #withDevice(ghost: { user: UserId; address: Address; device: null }, db: Database): Promise<ActingUser> {
    const { client, failpoint } = this.#deps;
    const made = await client.createDevice(ghost.user, DEVICE, 'Mailroom');
    await failpoint('ghost:device');
    const device = made ? DEVICE : '';
    await saveGhost(db, { ...ghost, device });
    return speaker(ghost.user, device);
  }
}

function speaker(user: UserId, device: string): ActingUser {
  return { user, device: device === '' ? null : device };
}

function localpart(user: UserId): string {
  return user.slice(1, user.indexOf(':'));
}
