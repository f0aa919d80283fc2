/**
 * Which rooms are to be read back, and how far (`matrix/read-back.ts`). Of several processes one has a room at a time:
 * what is due is claimed by the statement that finds it.
 */
import type { EventId, RoomId } from '../../bridge/types.ts';
import type { Database, Queryable } from '../pool.ts';

/** A room that is to be read back. */
export interface RoomToRead {
  readonly room: RoomId;
  /** What was known before ends the reading. */
  readonly before: Date;
  /** Now: for `noteRead`. */
  readonly began: Date;
  /** The last event that is known of it. */
  readonly lastEvent: EventId | null;
}

interface Raw {
  room: RoomId;
  before: Date;
  began: Date;
  last_event: EventId | null;
}

/**
 * What is longer ago than half the time for which events are kept says nothing: what was known then may be forgotten,
 * and would be taken for something that was never pushed.
 */
const SINCE = (keepMs: string): string => `now() - ${keepMs}::double precision / 2 * interval '1 ms'`;

/** A room that is quiet for long is read ever more rarely: after a tenth of the time that it is quiet, within a day. */
const PAUSE = (everyMs: string): string => `greatest(${everyMs}::double precision * interval '1 ms',
  least(interval '1 day', (now() - coalesce(last_event_at, at)) / 10))`;

/**
 * Active rooms in which somebody may speak, in the order of their ids, after `after`, for reading all of them: back to
 * what was known before `before`, or before their last reading.
 */
export async function roomsToRead(
  db: Queryable,
  { after, limit, before, keepMs }: { after: string; limit: number; before: Date; keepMs: number },
): Promise<RoomToRead[]> {
  const { rows } = await db.query<Raw>(
    `SELECT room, greatest(least(read_at, $3::timestamptz), ${SINCE('$4')}) AS before, now() AS began, last_event
     FROM rooms WHERE state = 'active' AND NOT read_only AND room > $1 ORDER BY room LIMIT $2`,
    [after, limit, before, keepMs],
  );
  return rows.map(toRead);
}

/**
 * Claims up to `most` rooms whose time has come: every `everyMs` where something was said lately, more rarely where it
 * is quiet. A room whose events are being pushed at this moment waits until that is over, for twice as long at most.
 */
export async function claimDueReads(
  db: Queryable,
  { everyMs, keepMs, most }: { everyMs: number; keepMs: number; most: number },
): Promise<RoomToRead[]> {
  const due = `coalesce(read_tried_at, at) + ${PAUSE('$1')}`;
  const last = 'coalesce(last_event_at, at)';
  // Said of the row itself: one that another process has claimed meanwhile is looked at again, and is not due any more.
  const { rows } = await db.query<Raw>(
    `UPDATE rooms SET read_tried_at = now() FROM (
       SELECT room FROM rooms WHERE state = 'active' AND NOT read_only AND ${due} <= now()
         AND (${last} < now() - interval '10 s' OR
         ${due} < now() - $1::double precision * interval '1 ms')
       ORDER BY ${due}, ${last} DESC LIMIT $3 FOR UPDATE SKIP LOCKED) first
     WHERE rooms.room = first.room
     RETURNING rooms.room, greatest(coalesce(read_at, now()), ${SINCE('$2')}) AS before, now() AS began, last_event`,
    [everyMs, keepMs, most],
  );
  return rows.map(toRead);
}

/** The next reading of these rooms begins at once, or that of all rooms in which something was said within a day. */
export async function hastenReads(db: Database, which: readonly RoomId[] | 'recent'): Promise<void> {
  const rooms = which === 'recent' ? await recentRooms(db) : which;
  // Row by row: a transaction that is being stored holds several of them, in whichever order.
  for (const room of rooms) {
    await db.query(`UPDATE rooms SET read_tried_at = '-infinity' WHERE room = $1 AND state = 'active'`, [room]);
  }
}

async function recentRooms(db: Queryable): Promise<RoomId[]> {
  const { rows } = await db.query<{ room: RoomId }>(
    `SELECT room FROM rooms WHERE state = 'active' AND last_event_at > now() - interval '1 day'`,
  );
  return rows.map(({ room }) => room);
}

/**
 * A room was read, and all that was found is stored. `newest` is the newest event that it has: the last one that is
 * known, unless another came meanwhile. It is what is left when the others are forgotten, and ends later readings.
 */
export async function noteRead(db: Queryable, read: RoomToRead, newest: EventId | null): Promise<void> {
  await db.query(
    `UPDATE rooms SET read_at = $2,
       read_tried_at = CASE WHEN read_tried_at = '-infinity' THEN read_tried_at ELSE greatest(read_tried_at, $2) END,
       last_event = CASE WHEN last_event IS NOT DISTINCT FROM $4 THEN coalesce($3, last_event) ELSE last_event END
     WHERE room = $1`,
    [read.room, read.began, newest, read.lastEvent],
  );
}

function toRead({ last_event: lastEvent, ...row }: Raw): RoomToRead {
  return { ...row, lastEvent };
}
