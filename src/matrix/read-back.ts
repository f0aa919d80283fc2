import type { GhostCodec } from '../bridge/ids.ts';
import type { EventId, JsonObject, RoomId, UserId } from '../bridge/types.ts';
import { knownEvents, storeEvents } from '../db/intake-tables/events.ts';
import type { NewEvent } from '../db/intake-tables/events.ts';
import type { Database } from '../db/pool.ts';
import { noteRead, roomsToRead } from '../db/room-tables/room-reads.ts';
import type { RoomToRead } from '../db/room-tables/room-reads.ts';
import { logTrouble } from '../base/log.ts';
import type { Log } from '../base/log.ts';
import type { MatrixClient } from './client.ts';
import { HomeserverUnreachableError, MatrixError } from './errors.ts';
import { toNewEvent } from './intake.ts';
import { eventFields } from './transaction.ts';

export interface ReadBackDeps {
  readonly client: Pick<MatrixClient, 'messages'>;
  readonly db: Database;
  readonly codec: GhostCodec;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** For so long events are kept, milliseconds. */
  readonly keepMs: number;
  /** Told how many events a room had that were never pushed. */
  readonly onFound: (events: number) => void;
}

export interface ReadBackResult {
  readonly rooms: number;
  /** Events that the homeserver had not pushed. */
  readonly found: number;
  /** Rooms that the homeserver did not let us read. */
  readonly failed: number;
}

const PAGE = 100;
/** What is read first of a room that was read not long ago: mostly its last known event is among them. */
const FIRST_PAGE = 20;
/** A room without any known event is read back so far at most. */
const PAGES_MAX = 50;
const AT_ONCE = 4;

/**
 * Reads every active room back to the last event that was known before `before` (a time of the database's clock) and
 * before the room's last reading, and stores what is missing, oldest first: a homeserver can lose what it had queued
 * for us. Events that came after `before` do not end the reading: what was lost may lie in front of them. Throws
 * HomeserverUnreachableError; then it is to be called again with the same `before`.
 */
export async function readAllBack(deps: ReadBackDeps, before: Date): Promise<ReadBackResult> {
  const total = { rooms: 0, found: 0, failed: 0 };
  let after = '';
  for (;;) {
    const page = await roomsToRead(deps.db, { after, limit: PAGE, before, keepMs: deps.keepMs });
    after = page.at(-1)?.room ?? after;
    const left = await readRooms(deps, page, AT_ONCE, total);
    if (left.error !== null) throw left.error;
    if (page.length < PAGE || deps.signal.aborted) return total;
  }
}

/**
 * Reads these rooms back, so many at once. A room that cannot be read is noted and passed over. Where the homeserver is
 * away, or has enough of us, it ends and returns what it did not come to, with that error.
 */
export async function readRooms(
  deps: ReadBackDeps,
  rooms: readonly RoomToRead[],
  atOnce: number,
  total: { rooms: number; found: number; failed: number } = { rooms: 0, found: 0, failed: 0 },
): Promise<{ readonly left: readonly RoomToRead[]; readonly error: Error | null }> {
  const queue = [...rooms];
  let error: Error | null = null;
  const readSome = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (deps.signal.aborted || error !== null) {
        queue.unshift(next);
        return;
      }
      try {
        const found = await readRoomBack(deps, next);
        total.found += found;
        total.rooms += 1;
      } catch (thrown) {
        total.failed += 1;
        if (isForAll(thrown)) {
          error = thrown;
          queue.unshift(next);
        } else {
          total.rooms += 1;
          // The bot is not in the room any more: its next send repairs that.
          if (thrown instanceof MatrixError && thrown.status === 403) continue;
          logTrouble(deps.log, 'read back: room failed', thrown, { room: next.room });
        }
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, () => readSome()));
  return { left: queue, error };
}

/** Whether other rooms would be answered likewise now. */
function isForAll(error: unknown): error is Error {
  return error instanceof HomeserverUnreachableError || (error instanceof MatrixError && error.status === 429);
}

/**
 * As `readAllBack`, for one room; returns how many events were missing. Throws what the client throws.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export async function readRoomBack(deps: ReadBackDeps, read: RoomToRead): Promise<number> {
  const { db, log, onFound } = deps;
  const { room } = read;
  const { missing, newest } = await readMissing(deps, room, read.before, FIRST_PAGE);
  const stored = await db.transaction(async (tx) => {
    const count = await storeEvents(tx, missing, true);
    await noteRead(tx, read, newest);
    return count;
  });
  if (stored === 0) return 0;
  log.info('read back: events found', { room, events: stored });
  onFound(stored);
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
  return (await readMissing(deps, room, before, PAGE)).missing;
}

async function readMissing(
  { client, db, codec }: Pick<ReadBackDeps, 'client' | 'db' | 'codec'>,
  room: RoomId,
  before: Date | null,
  firstPage: number,
): Promise<{ readonly missing: NewEvent[]; readonly newest: EventId | null }> {
  const missing: NewEvent[] = [];
  let newest: EventId | null = null;
  let from: string | undefined;
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const at = from === undefined ? { limit: firstPage } : { limit: PAGE, from };
    const page = await client.messages(room, at);
    const events = page.events.flatMap((event) => readFound(event, room, codec));
    newest ??= events[0]?.event ?? null;
    const known = await knownEvents(
      db,
      events.map(({ event }) => event),
    );
    const end = before === null ? -1 : events.findIndex(({ event }) => (known.get(event) ?? before) < before);
    missing.push(...(end === -1 ? events : events.slice(0, end)).filter(({ event }) => !known.has(event)));
    if (end !== -1 || page.end === null) break;
    from = page.end;
  }
  return { missing: missing.reverse(), newest };
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
    content: read.data.content,
    body: Buffer.from(JSON.stringify({ ...event, room_id: room }), 'utf8'),
  };
  return [toNewEvent(pushed, codec)];
}
