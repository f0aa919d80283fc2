/**
 * A look at a room before a mail of it leaves: what was said about the mail's messages and was never pushed (while
 * Mailroom was down, or by a homeserver that pushes no redactions) is stored as if it had been.
 */
import type { GhostCodec } from '../bridge/ids.ts';
import type { EventId, RoomId, ThreadId, UserId } from '../bridge/types.ts';
import { knownEvents, noteOutage, storeEvents } from '../db/intake-tables/events.ts';
import { changeableIn } from '../db/mail-tables/outgoing-messages.ts';
import type { Database } from '../db/pool.ts';
import { findRoom, roomMembers } from '../db/room-tables/rooms.ts';
import type { MatrixClient } from './client.ts';
import { MatrixError } from './errors.ts';
import { readBackTo } from './room-reading.ts';
import type { RoomReading } from './room-reading.ts';

export interface RoomLookDeps {
  readonly client: Pick<MatrixClient, 'messages' | 'event' | 'related'>;
  readonly db: Database;
  readonly codec: GhostCodec;
  /** Whether the bot can act: until then it means nothing that the homeserver refuses it something. */
  readonly isReady: () => boolean;
  /** Milliseconds of a clock that does not jump. */
  readonly now: () => number;
  readonly failpoint: (name: string) => void;
}

/** A mail whose hold is over. */
export interface LookAsked {
  readonly room: RoomId;
  readonly thread: ThreadId;
  /** What is in the mail. */
  readonly messages: readonly EventId[];
  /** Milliseconds since its hold was over. */
  readonly overFor: number;
}

/** seen: what was found is stored. hidden: nobody of ours sees the messages. not-yet: the bot cannot act so far. */
export type RoomSeen = 'seen' | 'hidden' | 'not-yet';

/** One look, which may go on. */
interface Look {
  /** By `now`. */
  readonly began: number;
  /** The events that it has seen as they are; null where nobody of ours does. */
  readonly done: Promise<ReadonlySet<EventId> | null>;
}

/** Ghosts that are tried after the bot. */
const GHOSTS_MOST = 3;
/** So long a look counts for other mails of its room, milliseconds. */
const FRESH_MS = 5_000;

/**
 * Whether a look that began so long ago says what a mail must know whose hold is over for so long, milliseconds: what
 * was deleted between its beginning and the hold's end it has not seen.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function lookCounts(beganAgo: number, overFor: number): boolean {
  return beganAgo <= Math.min(overFor, FRESH_MS);
}

/** Looks at rooms; at one room once for all its mails whose hold is over. */
export class RoomLooks {
  readonly #deps: RoomLookDeps;
  readonly #looks = new Map<RoomId, Look>();

  constructor(deps: RoomLookDeps) {
    this.#deps = deps;
  }

  /** Throws MatrixError or HomeserverUnreachableError where it cannot be known now. */
  async look(asked: LookAsked): Promise<RoomSeen> {
    const { isReady, now } = this.#deps;
    if (!isReady()) return 'not-yet';
    const { room, messages, overFor } = asked;
    const began = now();
    const last = this.#looks.get(room);
    if (last !== undefined && lookCounts(began - last.began, overFor)) {
      const read = await last.done;
      if (read !== null && messages.every((message) => read.has(message))) return 'seen';
    }
    for (const [other, look] of this.#looks) if (began - look.began > FRESH_MS) this.#looks.delete(other);
    const look = { began, done: this.#read(asked) };
    this.#looks.set(room, look);
    try {
      return (await look.done) === null ? 'hidden' : 'seen';
    } catch (error) {
      if (this.#looks.get(room) === look) this.#looks.delete(room);
      throw error;
    }
  }

  async #read({ room, thread, messages }: LookAsked): Promise<ReadonlySet<EventId> | null> {
    const { db, failpoint } = this.#deps;
    const about = new Set([...messages, ...(await changeableIn(db, thread, room))]);
    for (const reader of await this.#readers(room)) {
      const reading = await this.#readAs(reader, { room, messages, about });
      if (reading === null) continue;
      failpoint('look:read');
      await this.#store(reading);
      failpoint('look:stored');
      return reading.read;
    }
    return null;
  }

  /** Who may see the room: the bot, unless it is known to be out, then ghosts in it. */
  async #readers(room: RoomId): Promise<UserId[]> {
    const { db, codec } = this.#deps;
    const [row, members] = await Promise.all([findRoom(db, room), roomMembers(db, room)]);
    const ghosts = members.filter(({ user, membership }) => membership === 'join' && codec.isGhost(user));
    return [...(row?.state === 'gone' ? [] : [codec.bot]), ...ghosts.slice(0, GHOSTS_MOST).map(({ user }) => user)];
  }

  /** Null where this reader does not see the messages. */
  async #readAs(reader: UserId, asked: Parameters<typeof readBackTo>[2]): Promise<RoomReading | null> {
    try {
      return await readBackTo(this.#deps, reader, asked);
    } catch (error) {
      // Refused, or not there for them: another may see it.
      if (error instanceof MatrixError && error.errcode !== '' && [403, 404].includes(error.status)) return null;
      throw error;
    }
  }

  async #store({ events, gap }: RoomReading): Promise<void> {
    const { db } = this.#deps;
    const known = await knownEvents(
      db,
      events.map(({ event }) => event),
    );
    const missing = events.filter(({ event }) => !known.has(event));
    if (missing.length === 0) return;
    await db.transaction(async (tx) => {
      // What lies between was not looked at: the next reading back must not end here.
      if (gap) await noteOutage(tx);
      await storeEvents(tx, missing, true);
    });
  }
}
