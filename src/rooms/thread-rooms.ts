import type { Account } from '../bridge/account/account.ts';
import type { GhostCodec } from '../bridge/ids.ts';
import { memberByUser } from '../bridge/account/account.ts';
import { invited, isAskedIn } from '../bridge/room/entry.ts';
import { cast, inboxRoom, lobbyRoom, plainName, spaceRoom, threadRoom } from '../bridge/room/room-state.ts';
import { isListed, listedMost, OWN_ORDER, threadOrder } from '../bridge/helpdesk/space-order.ts';
import type { ThreadId } from '../bridge/types.ts';
import { rankInSpace } from '../db/helpdesk-tables/space-list.ts';
import { loadWork } from '../db/helpdesk-tables/thread-work.ts';
import type { Database } from '../db/pool.ts';
import { isCrowded } from '../handling/crowded.ts';
import { roomMembers } from '../db/room-tables/rooms.ts';
import type { RoomRow } from '../db/room-tables/rooms.ts';
import { MailroomError } from '../base/errors.ts';
import type { Person } from '../mail/types.ts';
import { words } from '../words/words.ts';
import { HomeserverUnreachableError, MatrixError, RoomUnreadyError } from '../matrix/errors.ts';
import { isForGood } from '../matrix/failure.ts';
import type { MatrixClient } from '../matrix/client.ts';
import type { Ghosts } from '../matrix/ghosts.ts';
import { SPACE_LOST, TRY_AGAIN } from '../matrix/rooms.ts';
import type { Rooms } from '../matrix/rooms.ts';
import { setSpeaking } from './speaking.ts';

export interface ThreadRoomsDeps {
  readonly db: Database;
  readonly rooms: Rooms;
  readonly ghosts: Ghosts;
  readonly codec: GhostCodec;
  readonly client: Pick<MatrixClient, 'getState' | 'putState'>;
}

/** Facts of a thread that its room is made from. */
export interface ThreadFacts {
  /** Without prefixes; '' where there is none. */
  readonly subject: string;
  /** From, To and Cc of its first mail, in this order. */
  readonly people: readonly Person[];
  /** Whether it came in without a sound: nobody is invited. */
  readonly quiet?: boolean;
}

/** The rooms of accounts and threads: the plans of `bridge/room/room-state.ts` carried out by `matrix/rooms.ts`. */
export class ThreadRooms {
  readonly #deps: ThreadRoomsDeps;

  constructor(deps: ThreadRoomsDeps) {
    this.#deps = deps;
  }

  /** The space of an account, at each start: members of the team who are new are invited. */
  async open(account: Account): Promise<void> {
    const { db, rooms } = this.#deps;
    const row = await this.space(account);
    const known = new Set((await roomMembers(db, row.room)).map(({ user }) => user));
    await rooms.invite(
      row,
      account.team.map(({ user }) => user).filter((user) => !known.has(user)),
    );
  }

  /** The space of an account; made at the first call. Throws RoomUnreadyError, as all of these. */
  space(account: Account): Promise<RoomRow> {
    return ready(() => this.#space(account));
  }

  /** The room where an account speaks to its team; made at the first call. */
  lobby(account: Account): Promise<RoomRow> {
    return this.#inSpace(account, () => this.#own(account, 'lobby', lobbyRoom));
  }

  /** The room where each new conversation is a line; made at the first call. */
  inbox(account: Account): Promise<RoomRow> {
    return this.#inSpace(account, () => this.#own(account, 'inbox', inboxRoom));
  }

  /** The room of a thread, made, mended or followed where that is needed; `facts` is called only then. */
  room(account: Account, thread: ThreadId, facts: () => Promise<ThreadFacts>): Promise<RoomRow> {
    return this.#inSpace(account, () => this.#room(account, thread, facts));
  }

  /** Where the account's space is lost, it is regained or made anew, and the room asked for once more. */
  #inSpace(account: Account, room: () => Promise<RoomRow>): Promise<RoomRow> {
    return ready(async () => {
      try {
        return await room();
      } catch (error) {
        if (!(error instanceof MailroomError) || error.code !== SPACE_LOST) throw error;
        await this.#deps.rooms.regain(await this.#space(account));
        return room();
      }
    });
  }

  #space(account: Account): Promise<RoomRow> {
    return this.#deps.rooms.ensure({ account: account.id, kind: 'space', thread: null }, () =>
      Promise.resolve({
        space: null,
        plan: (setting) => spaceRoom(account, setting),
        movedText: words(account.language)('room-moved-on'),
      }),
    );
  }

  #own(account: Account, kind: 'lobby' | 'inbox', planOf: typeof lobbyRoom): Promise<RoomRow> {
    return this.#deps.rooms.ensure({ account: account.id, kind, thread: null }, async () => {
      const { room: space } = await this.#space(account);
      return {
        space,
        order: OWN_ORDER[kind],
        plan: (setting) => planOf(account, space, setting),
        movedText: words(account.language)('room-moved-on'),
      };
    });
  }

  #room(account: Account, thread: ThreadId, facts: () => Promise<ThreadFacts>): Promise<RoomRow> {
    const { db, rooms, ghosts, codec } = this.#deps;
    return rooms.ensure({ account: account.id, kind: 'thread', thread }, async () => {
      const { room: space } = await this.#space(account);
      const { subject, people, quiet = false } = await facts();
      const invite = quiet ? [] : invited(account, await isCrowded(db, account));
      const order = await orderOfNew(db, account, thread);
      for (const { address } of cast(account, people).ghosts) {
        await unlessRefused(ghosts.ensure(codec.ghost(address), address));
      }
      return {
        space,
        order,
        plan: (setting) => threadRoom({ account, thread, subject, people, space, invite }, setting),
        movedText: words(account.language)('room-moved-on'),
      };
    });
  }

  /**
   * Before the first part of a mail: its people are in the room as ghosts (up to `Account.people` in all, each under
   * the name that was seen first; who writes is named by their own mail), members of the team who are addressed, and
   * who has the conversation, are invited, and where nobody is left in the room those who were invited when it was
   * made, each as `isAskedIn` has it. `quiet`: nobody is invited. A room of old mail is opened for all who speak.
   */
  async welcome(account: Account, row: RoomRow, people: readonly Person[], quiet = false): Promise<void> {
    const { db, rooms, ghosts, codec } = this.#deps;
    if (row.readOnly) await this.#open(account, row);
    const members = await roomMembers(db.gathered, row.room);
    const joined = new Set(members.filter(({ membership }) => membership === 'join').map(({ user }) => user));
    const known = new Map(members.map((member) => [member.user, member]));
    const all = cast(account, people);
    let ghostsThere = [...joined].filter((user) => codec.isGhost(user)).length;
    for (const { name, address } of all.ghosts) {
      const user = codec.ghost(address);
      if (joined.has(user) || ghostsThere >= account.people) continue;
      // Banned by the people of the room, or refused by the homeserver: they stay out, and keep nobody else out.
      const ghost = await unlessRefused(ghosts.ensure(user, address));
      if (ghost === null) continue;
      const entering = ghosts.join(row, ghost, plainName(name, address)).then(() => true);
      if ((await unlessRefused(entering)) === true) ghostsThere += 1;
    }
    if (quiet) return;
    const addressed = account.invite === 'nobody' ? [] : all.team;
    // Somebody who is not ours is in the room or invited.
    const isPeopled = members.some(
      ({ user, membership }) => ['join', 'invite'].includes(membership) && !codec.isOwn(user),
    );
    const away = isPeopled ? [] : invited(account, await isCrowded(db, account));
    const claimedBy = row.thread === null ? null : ((await loadWork(db.gathered, row.thread))?.claimedBy ?? null);
    const holder = claimedBy !== null && memberByUser(account, claimedBy) !== null ? [claimedBy] : [];
    const asked = [...new Set([...addressed, ...holder, ...away])].filter((user) => isAskedIn(known.get(user) ?? null));
    await rooms.invite(row, asked);
  }

  /** The room of an imported conversation is that of a living one from here on: it is listed where those are. */
  async #open(account: Account, row: RoomRow): Promise<void> {
    const { db, rooms } = this.#deps;
    if (row.thread !== null) {
      const { room: space } = await this.space(account);
      const order = await orderOfNew(db, account, row.thread);
      if (order !== null) await rooms.list(space, row, order);
    }
    await setSpeaking(this.#deps, row, 'everybody');
  }
}

/** Where the room of a thread stands when it is made; null where its space lists as many as it does at most. */
async function orderOfNew(db: Database, account: Account, thread: ThreadId): Promise<string | null> {
  const work = await loadWork(db, thread);
  const rank = await rankInSpace(db, { account: account.id, thread }, listedMost(account));
  return isListed({ rank, most: listedMost(account), listed: false }) ? threadOrder(work) : null;
}

/** Whatever keeps a room from being made or found is no word about what waits for it. */
async function ready<T>(room: () => Promise<T>): Promise<T> {
  try {
    return await room();
  } catch (error) {
    const isAnswer = error instanceof MatrixError || error instanceof HomeserverUnreachableError;
    const isOwn = error instanceof MailroomError && (error.code === SPACE_LOST || error.code === TRY_AGAIN);
    throw isAnswer || isOwn ? new RoomUnreadyError(error) : error;
  }
}

/** Null where the homeserver refuses it for good. */
async function unlessRefused<T>(step: Promise<T>): Promise<T | null> {
  try {
    return await step;
  } catch (error) {
    if (isForGood(error)) return null;
    throw error;
  }
}
