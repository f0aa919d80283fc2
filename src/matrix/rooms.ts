import type { GhostCodec, IdKey } from '../bridge/ids.ts';
import type { RoomPlan, RoomSetting } from '../bridge/room/room-state.ts';
import type { AccountId, JsonObject, RoomId, ThreadId, UserId } from '../bridge/types.ts';
import { storeEvents } from '../db/intake-tables/events.ts';
import type { Database } from '../db/pool.ts';
import type { RoomKind, RoomRow } from '../db/room-tables/rooms.ts';
import { noteRefusedByServer } from '../db/room-tables/refusals.ts';
import { addRoom, findAccountRoom, findThreadRoom, setMembers, setRoomState } from '../db/room-tables/rooms.ts';
import { MailroomError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import type { Failpoint } from './appservice.ts';
import type { MatrixBridge } from './bridge.ts';
import type { MatrixClient, StateEvent } from './client.ts';
import { MatrixError } from './errors.ts';
import { isForGood } from './failure.ts';
import { joinRoom } from './join.ts';
import { noteRoomsOf } from './make-room.ts';
import { codeOf, Invitations } from './invitations.ts';
import { roomPowers } from './power-levels.ts';
import { missingEvents } from './read-back.ts';
import { bareRoom, Furnisher, missingState, stateLeftBehind } from './room-furniture.ts';

export interface RoomsDeps {
  readonly client: MatrixClient;
  readonly bridge: MatrixBridge;
  readonly db: Database;
  readonly ids: IdKey;
  readonly codec: GhostCodec;
  readonly log: Log;
  readonly failpoint: Failpoint;
  /** The version that new rooms are to have; null, and left out: the homeserver's own. */
  readonly version?: string | null;
}

/** Which room: the space or lobby of an account (`thread` null), or the room of a thread. */
export interface RoomPlace {
  readonly account: AccountId;
  /** A direct chat with the bot is made by people. */
  readonly kind: Exclude<RoomKind, 'management'>;
  readonly thread: ThreadId | null;
}

/** What a room is to be, asked for only when it has to be made or mended. */
export interface RoomMaking {
  /** The space that it hangs in. */
  readonly space: RoomId | null;
  /** Its `order` there; left out for none; null where it is not listed. */
  readonly order?: string | null;
  /** Pure: the same setting gives the same plan. */
  readonly plan: (setting: RoomSetting) => RoomPlan;
  /** What the room that this one comes after is told, in the account's language. */
  readonly movedText: string;
}

/** The code of the error when an alias leads to something that cannot be used; asking again makes a room. */
export const TRY_AGAIN = 'room-not-usable';

/** The code of the error when the bot is not in the space that a room is to hang in, or may not write there. */
export const SPACE_LOST = 'space-lost';

/**
 * Rooms, each made once whatever crashes. Its alias comes from the id of its thread or account, and the homeserver lets
 * nobody else take it: a second createRoom is M_ROOM_IN_USE, and the room that the first one made (perhaps half) is
 * found, its maker verified and its state completed. Nothing here reads a clock or draws a random number.
 */
export class Rooms {
  /** One by one, where whoever invites has to know what became of it. */
  readonly invitations: Invitations;
  readonly #deps: RoomsDeps;
  readonly #furnisher: Furnisher;

  constructor(deps: RoomsDeps) {
    this.#deps = deps;
    this.invitations = new Invitations(deps);
    this.#furnisher = new Furnisher(deps);
  }

  /**
   * The room of a place, ready to be used: one query where it is known. Throws MatrixError and
   * HomeserverUnreachableError; calling again goes on where it ended.
   */
  async ensure(place: RoomPlace, making: () => Promise<RoomMaking>): Promise<RoomRow> {
    const row = await this.find(place);
    if (row?.state === 'active') return row;
    const what = await making();
    const followed = row?.state === 'replaced' ? await this.follow(row, what.space) : null;
    if (followed === null) return this.#make(place, row, what);
    await this.#furnish(followed, what);
    return followed;
  }

  /** The newest room of a place, whatever its state. */
  find(place: RoomPlace): Promise<RoomRow | null> {
    const { db } = this.#deps;
    if (place.kind !== 'thread') return findAccountRoom(db.gathered, place.account, place.kind);
    if (place.thread === null) throw new Error('the room of a thread needs a thread');
    return findThreadRoom(db.gathered, place.thread);
  }

  /**
   * Invites people; who cannot be invited is passed over, now or for good: one member of a team must not keep the mail
   * from the others. Returns who is invited or there.
   */
  invite(row: RoomRow, users: readonly UserId[]): Promise<UserId[]> {
    return this.invitations.all(row, users);
  }

  /**
   * Lists a room in its space under this `order`, or takes it out where that is null; false where the bot may not write
   * there. The room itself stays.
   */
  list(space: RoomId, row: RoomRow, order: string | null): Promise<boolean> {
    return order === null ? this.#unhang(space, row.room) : this.#hang(space, row.room, order);
  }

  /** The room is of no use any more: taken out of its space; `ensure` makes a successor. */
  async giveUp(row: RoomRow, space: RoomId | null): Promise<void> {
    const { db, log } = this.#deps;
    await setRoomState(db, row.room, 'gone');
    log.warn('room: given up', { room: row.room, account: row.account });
    if (space !== null) await this.#unhang(space, row.room);
  }

  /**
   * Sees to a space (or lobby) that the bot cannot write to: it comes in again where it may, else the room is given up.
   * Called after `space-lost`.
   */
  async regain(row: RoomRow): Promise<void> {
    if (!(await this.#tryJoin(row.room))) await this.giveUp(row, null);
  }

  /**
   * Follows an upgraded room to its replacement (spec, "Room upgrades"): the bot joins it, the new room must name the
   * old one as its predecessor and must have been made by whoever closed the old one. What was said there before the
   * bot came is read back. Null where there is no tombstone, or none that can be followed. Safe to repeat.
   */
  async follow(row: RoomRow, space: RoomId | null): Promise<RoomRow | null> {
    const { db, log, failpoint } = this.#deps;
    const tombstone = (await this.#stateOrNull(row.room))?.find(({ type }) => type === 'm.room.tombstone');
    const target = tombstone?.content['replacement_room'];
    if (tombstone === undefined || typeof target !== 'string') return null;
    const next = target as RoomId;
    // From here on events of the new room wait for it to be known.
    await setRoomState(db, row.room, 'replaced', next);
    const state = (await this.#tryJoin(next)) ? await this.#stateOrNull(next) : null;
    const create = state?.find(({ type }) => type === 'm.room.create');
    if (state === null || create?.sender !== tombstone.sender || predecessorOf(create) !== row.room) {
      log.warn('room: replacement not followed', { room: row.room, replacement: next });
      return null;
    }
    await failpoint('room:followed');
    const said = await missingEvents(this.#deps, next, null);
    const { account, kind, thread, alias, invited } = row;
    const moved = await db.transaction(async (tx) => {
      const added = await addRoom(tx, {
        room: next,
        account,
        kind,
        thread,
        alias,
        generation: row.generation + 1,
        invited,
      });
      await setMembers(tx, next, account, inState(state, 'join'), 'join');
      await setMembers(tx, next, account, inState(state, 'invite'), 'invite');
      await setRoomState(tx, next, 'active');
      await storeEvents(tx, said);
      return added;
    });
    if (space !== null && (await this.#hang(space, next, await this.#orderIn(space, row.room)))) {
      await this.#unhang(space, row.room);
    }
    log.info('room: replacement followed', { room: row.room, replacement: next });
    return { ...moved, state: 'active' };
  }

  /**
   * The thread that an unknown room is of, by its alias; null where it is none of ours. For events from a room that a
   * restored database does not know. `threads` gives the threads that the alias may belong to.
   */
  async recognise(room: RoomId, isThread: (thread: ThreadId) => Promise<AccountId | null>): Promise<RoomRow | null> {
    const { client, ids, codec, db } = this.#deps;
    const state = await this.#stateOrNull(room);
    const bridge = state?.find(({ type, sender }) => type === 'm.bridge' && sender === codec.bot);
    const channel = bridge?.content['channel'];
    const thread = typeof channel === 'object' && channel !== null && 'id' in channel ? channel.id : null;
    if (state === null || typeof thread !== 'string') return null;
    const account = await isThread(thread as ThreadId);
    if (account === null || !(await this.#isOurs(state, 5))) return null;
    for (let generation = 0; generation < 10; generation += 1) {
      const alias = ids.threadAlias(thread as ThreadId, generation);
      const resolved = await client.resolveAlias(`#${alias}:${codec.domain}`);
      if (resolved === null) return null;
      if (resolved !== room) continue;
      const place = { account, kind: 'thread', thread: thread as ThreadId } as const;
      const row = await addRoom(db, { room, ...place, alias, generation, invited: [] });
      // It stays `making`: a creation that ended half way looks the same, and the next send completes it.
      return row.room === room ? row : null;
    }
    return null;
  }

  async #make(place: RoomPlace, before: RoomRow | null, making: RoomMaking): Promise<RoomRow> {
    const { codec, db, client, failpoint } = this.#deps;
    const lost = before !== null && before.state !== 'making' ? before : null;
    const generation = lost === null ? (before?.generation ?? 0) : lost.generation + 1;
    const alias = lost === null && before !== null ? before.alias : await this.#aliasFor(place, generation);
    const predecessor = lost === null ? null : { room: lost.room, event: lost.lastEvent };
    const asked = this.#deps.version ?? null;
    const version = asked ?? (await client.defaultRoomVersion());
    const setting = {
      codec,
      alias,
      version,
      isVersionAsked: asked !== null,
      predecessor,
      refused: this.#furnisher.refused,
    };
    const plan = making.plan(setting);
    const { room, fresh } = await noteRoomsOf(this.#deps, place.account, () => this.#createOrFind(alias, plan));
    await failpoint('room:created');
    const invited = plan.invite.filter((user) => !codec.isOwn(user));
    const made = { fresh, unlisted: making.order === null };
    const row = await addRoom(db, { ...place, room, alias, generation, invited }, made);
    if (row.room !== room) {
      // The alias of a half made room leads to another one of ours by now: nothing will ever complete it.
      if (row.state === 'making') await setRoomState(db, row.room, 'gone');
      throw new MailroomError(TRY_AGAIN, 'another room holds this place');
    }
    await failpoint('room:recorded');
    if (fresh) await this.invite(row, plan.invite);
    else await this.#complete(row, plan, making.plan, setting);
    const { space, order } = making;
    if (space !== null && order !== null) await this.#hangNew(row, space, order);
    await failpoint('room:completed');
    await db.transaction(async (tx) => {
      await setRoomState(tx, room, 'active');
      if (lost !== null) await setRoomState(tx, lost.room, 'replaced', room);
    });
    if (lost !== null) await this.#leaveMark(lost, room, making.movedText);
    return { ...row, state: 'active' };
  }

  /** The alias of a room that is to be made; one that it has under another version of the key is found by that. */
  async #aliasFor(place: RoomPlace, generation: number): Promise<string> {
    const { ids, codec, client } = this.#deps;
    if (place.thread !== null) return ids.threadAlias(place.thread, generation);
    const kind = place.kind === 'thread' ? 'lobby' : place.kind;
    const { make, known } = ids.accountAlias(place.account, kind, generation);
    for (const alias of known) {
      if (alias !== make && (await client.resolveAlias(`#${alias}:${codec.domain}`)) !== null) return alias;
    }
    return make;
  }

  async #createOrFind(alias: string, plan: RoomPlan): Promise<{ room: RoomId; fresh: boolean }> {
    const { client, bridge, codec, log } = this.#deps;
    let refusal: MatrixError | null = null;
    try {
      return { room: await bridge.createRoom(plan.create), fresh: true };
    } catch (error) {
      if (!isForGood(error)) throw error;
      if (error.errcode !== 'M_ROOM_IN_USE') refusal = error;
    }
    const full = `#${alias}:${codec.domain}`;
    const room = await client.resolveAlias(full);
    const state = room === null ? null : ((await this.#stateOrNull(room)) ?? (await this.#joinForState(room)));
    if (room !== null && state !== null && (await this.#isOurs(state, 5))) return { room, fresh: false };
    if (room === null && refusal !== null) {
      log.warn('room: refused, made without its state', { error: codeOf(refusal) });
      return { room: await bridge.createRoom(bareRoom(plan.create)), fresh: false };
    }
    // A creation that ended before its first event, or a room of somebody else: the alias is in our namespace, and
    // goes.
    log.warn('room: unusable room behind an alias', { room });
    if (room !== null) await client.deleteAlias(full);
    throw new MailroomError(TRY_AGAIN, 'the alias led to a room that cannot be used');
  }

  /** Sets what a room that was found half made lacks, and learns who is in it. */
  async #complete(row: RoomRow, plan: RoomPlan, planOf: RoomMaking['plan'], setting: RoomSetting): Promise<void> {
    const { client, db, codec } = this.#deps;
    const state = await client.allState(row.room);
    const version = state.find(({ type }) => type === 'm.room.create')?.content['room_version'];
    const own = typeof version === 'string' && version !== setting.version ? planOf({ ...setting, version }) : plan;
    for (const piece of missingState(state, own, codec.bot)) await this.#furnisher.put(row, piece);
    const people = new Set(state.flatMap(({ type, key }) => (type === 'm.room.member' ? [key] : [])));
    await setMembers(db, row.room, row.account, inState(state, 'join'), 'join');
    await setMembers(db, row.room, row.account, inState(state, 'invite'), 'invite');
    const missing = own.invite.filter((user) => !people.has(user));
    await this.invite(row, missing);
    if (!people.has(codec.bot)) await joinRoom(client, row.room);
  }

  /**
   * Hangs a new room into its space. Where the space is lost somebody else sees to it; a space that is there and takes
   * no rooms, by the word of a policy, does not keep the room from its people.
   */
  async #hangNew({ room, account }: RoomRow, space: RoomId, order: string | undefined): Promise<void> {
    if (await this.#hang(space, room, order)) return;
    const state = await this.#stateOrNull(space);
    if (state === null || !roomPowers(state).mayPut(this.#deps.codec.bot, 'm.space.child')) {
      throw new MailroomError(SPACE_LOST, 'the bot cannot write to the space');
    }
    await noteRefusedByServer(this.#deps.db, { account, kind: 'state', subject: 'm.space.child', code: 'M_FORBIDDEN' });
  }

  /** Sets what an upgrade did not bring along, as far as the bot may in a room that somebody else made. */
  async #furnish(row: RoomRow, making: RoomMaking): Promise<void> {
    const { client, codec } = this.#deps;
    const state = await client.allState(row.room);
    const version = state.find(({ type }) => type === 'm.room.create')?.content['room_version'];
    const setting = { codec, alias: row.alias, version: typeof version === 'string' ? version : '', predecessor: null };
    for (const { type, key, content } of stateLeftBehind(state, making.plan(setting))) {
      try {
        await client.putState(row.room, type, key, content);
      } catch (error) {
        // By the people of that room, or by the homeserver: the rest is tried all the same.
        if (!isForGood(error)) throw error;
      }
    }
  }

  /** Hangs a room into a space (spec, "m.space.child"); false where the bot may not. */
  #hang(space: RoomId, room: RoomId, order: string | undefined): Promise<boolean> {
    const entry = { via: [this.#deps.codec.domain], suggested: false };
    return this.#putChild(space, room, order === undefined ? entry : { ...entry, order });
  }

  /** Where a room stands in a space. */
  async #orderIn(space: RoomId, room: RoomId): Promise<string | undefined> {
    const children = (await this.#stateOrNull(space))?.filter(({ type }) => type === 'm.space.child');
    const order = children?.find(({ key }) => key === room)?.content['order'];
    return typeof order === 'string' ? order : undefined;
  }

  /** Takes it out again, likewise. */
  #unhang(space: RoomId, room: RoomId): Promise<boolean> {
    return this.#putChild(space, room, {});
  }

  async #putChild(space: RoomId, room: RoomId, content: JsonObject): Promise<boolean> {
    const { client, log } = this.#deps;
    try {
      await client.putState(space, 'm.space.child', room, content);
      return true;
    } catch (error) {
      if (!(error instanceof MatrixError) || (error.status !== 403 && error.status !== 404)) throw error;
      log.warn('room: space cannot be written', { space });
      return false;
    }
  }

  /** A tombstone in the room that was given up leads people to the new one; where we may not, the space does. */
  async #leaveMark(lost: RoomRow, successor: RoomId, body: string): Promise<void> {
    try {
      await this.#deps.client.putState(lost.room, 'm.room.tombstone', '', { body, replacement_room: successor });
    } catch (error) {
      if (!(error instanceof MatrixError)) throw error;
    }
  }

  /** Made by the bot, or by an upgrade (or several) of a room that was. */
  async #isOurs(state: readonly StateEvent[], depth: number): Promise<boolean> {
    const create = state.find(({ type }) => type === 'm.room.create');
    if (create === undefined) return false;
    if (create.sender === this.#deps.codec.bot) return true;
    const before = predecessorOf(create);
    if (before === null || depth === 0) return false;
    const old = await this.#stateOrNull(before);
    return old !== null && this.#isOurs(old, depth - 1);
  }

  async #joinForState(room: RoomId): Promise<StateEvent[] | null> {
    return (await this.#tryJoin(room)) ? this.#stateOrNull(room) : null;
  }

  async #tryJoin(room: RoomId): Promise<boolean> {
    try {
      await joinRoom(this.#deps.client, room);
      return true;
    } catch (error) {
      if (error instanceof MatrixError && (error.status === 403 || error.status === 404)) return false;
      throw error;
    }
  }

  /** The state as the bot sees it, null where it may not or the room is not there. */
  async #stateOrNull(room: RoomId): Promise<StateEvent[] | null> {
    try {
      return await this.#deps.client.allState(room);
    } catch (error) {
      if (error instanceof MatrixError && (error.status === 403 || error.status === 404)) return null;
      throw error;
    }
  }
}

function predecessorOf(create: StateEvent): RoomId | null {
  const before = create.content['predecessor'];
  const room = typeof before === 'object' && before !== null && 'room_id' in before ? before.room_id : null;
  return typeof room === 'string' ? (room as RoomId) : null;
}

function inState(state: readonly StateEvent[], membership: string): UserId[] {
  return state
    .filter(({ type, content }) => type === 'm.room.member' && content['membership'] === membership)
    .map(({ key }) => key as UserId);
}
