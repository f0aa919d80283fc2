import type { GhostCodec } from '../bridge/ids.ts';
import type { EventId, JsonObject, RoomId, UserId } from '../bridge/types.ts';
import { knownEvents, storeEvents } from '../db/intake-tables/events.ts';
import type { NewEvent } from '../db/intake-tables/events.ts';
import type { Database } from '../db/pool.ts';
import { activeRooms } from '../db/room-tables/rooms.ts';
import { logTrouble } from '../base/log.ts';
import type { Log } from '../base/log.ts';
import type { MatrixClient } from './client.ts';
import { HomeserverUnreachableError, MatrixError } from './errors.ts';
import { toNewEvent } from './intake.ts';
import { eventFields } from './transaction.ts';

export interface ReadBackDeps {
  readonly client: MatrixClient;
  readonly db: Database;
  readonly codec: GhostCodec;
  readonly log: Log;
  readonly signal: AbortSignal;
}

export interface ReadBackResult {
  readonly rooms: number;
  /** Events that the homeserver had not pushed. */
  readonly found: number;
  /** Rooms that the homeserver did not let us read. */
  readonly failed: number;
}

const PAGE = 100;
/** A room without any known event is read back so far at most. */
const PAGES_MAX = 50;
const AT_ONCE = 4;

/**
 * Reads every active room back to the last event that was known before `before` (a time of the database's clock), and
 * stores what is missing, oldest first: a homeserver can lose what it had queued for us. Events that came after
 * `before` do not end the reading: what was lost may lie in front of them. Throws HomeserverUnreachableError; then it
 * is to be called again with the same `before`.
 */
export async function readBack(deps: ReadBackDeps, before: Date): Promise<ReadBackResult> {
  const total = { rooms: 0, found: 0, failed: 0 };
  let after = '';
  for (;;) {
    const page = await activeRooms(deps.db, after, PAGE);
    const queue = page.map(({ room }) => room);
    after = queue.at(-1) ?? after;
    await Promise.all(Array.from({ length: AT_ONCE }, () => readSome(deps, queue, before, total)));
    if (page.length < PAGE || deps.signal.aborted) return total;
  }
}

async function readSome(
  deps: ReadBackDeps,
  queue: RoomId[],
  before: Date,
  total: { rooms: number; found: number; failed: number },
): Promise<void> {
  for (let room = queue.shift(); room !== undefined && !deps.signal.aborted; room = queue.shift()) {
    total.rooms += 1;
    try {
      const found = await readRoomBack(deps, room, before);
      total.found += found;
    } catch (error) {
      total.failed += 1;
      if (error instanceof HomeserverUnreachableError) throw error;
      // The bot is not in the room any more: its next send repairs that.
      if (error instanceof MatrixError && error.status === 403) continue;
      logTrouble(deps.log, 'read back: room failed', error, { room });
    }
  }
}

/**
 * As `readBack`, for one room; returns how many events were missing. Throws what the client throws.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export async function readRoomBack(deps: ReadBackDeps, room: RoomId, before: Date): Promise<number> {
  const { db, log } = deps;
  const missing = await missingEvents(deps, room, before);
  if (missing.length === 0) return 0;
  const stored = await db.transaction((tx) => storeEvents(tx, missing));
  log.info('read back: events found', { room, events: stored });
  return stored;
}

/**
 * The events of a room that are not known, oldest first: back to the last one that was known before `before`, or to the
 * room's beginning where that is null.
 */
export async function missingEvents(
  deps: Pick<ReadBackDeps, 'client' | 'db' | 'codec'>,
  room: RoomId,
  before: Date | null,
): Promise<NewEvent[]> {
  const { client, db, codec } = deps;
  const missing: NewEvent[] = [];
  let from: string | undefined;
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const page = await client.messages(room, { limit: PAGE, ...(from === undefined ? {} : { from }) });
    const events = page.events.flatMap((event) => readFound(event, room, codec));
    const known = await knownEvents(
      db,
      events.map(({ event }) => event),
    );
    const end = before === null ? -1 : events.findIndex(({ event }) => (known.get(event) ?? before) < before);
    missing.push(...(end === -1 ? events : events.slice(0, end)).filter(({ event }) => !known.has(event)));
    if (end !== -1 || page.end === null) break;
    from = page.end;
  }
  return missing.reverse();
}

/**
 * An event as it is found in a room's history, read as the intake reads it; none where it cannot be stored. The room
 * may be left out there (it is asked for by its id).
 */
export function readFound(event: JsonObject, room: RoomId, codec: GhostCodec): NewEvent[] {
  const read = eventFields.safeParse({ ...event, room_id: room });
  if (!read.success) return [];
  const pushed = {
    event: read.data.event_id as EventId,
    room,
    type: read.data.type,
    sender: read.data.sender as UserId,
    stateKey: read.data.state_key ?? null,
    body: Buffer.from(JSON.stringify({ ...event, room_id: room }), 'utf8'),
  };
  return [toNewEvent(pushed, codec)];
}
