/**
 * What is deleted when its time is over. Each function deletes a bounded number of rows and says how many, so that no
 * statement is long. Nothing is deleted of the accounts that are `spared`: nobody serves them, so nobody could have
 * looked at it; nor of what is on hold.
 */
import type { Queryable } from './pool.ts';
import { isOnHold, isOnHoldOutside } from './retention-tables/holds.ts';
import { isOver, keptParameters, type Kept } from './retention-tables/kept.ts';
import { waitsForForward } from './room-tables/places.ts';

const BATCH = 1_000;

/** That an event is of a room whose conversation is on hold, or of no conversation of an account that is. */
const HELD_ROOM = `coalesce(
  (SELECT ${isOnHold('rooms.account', 'rooms.thread')} FROM rooms WHERE rooms.room = events.room
    AND rooms.thread IS NOT NULL),
  ${isOnHoldOutside('events.account')})`;

/** Events that were settled long ago. A room's last known event stays: reading back ends there. */
export async function purgeEvents(db: Queryable, kept: Kept, spared: readonly string[] = []): Promise<number> {
  const { rowCount } = await db.query(
    `DELETE FROM events WHERE event IN (
       SELECT event FROM events WHERE state IN ('done', 'ignored') AND (account IS NULL OR account <> ALL($2::text[]))
         AND ${isOver('account', 'received_at', 3)} AND NOT ${HELD_ROOM}
         AND NOT EXISTS (SELECT FROM rooms WHERE rooms.last_event = events.event)
       LIMIT $1)`,
    [BATCH, spared, ...keptParameters(kept)],
  );
  return rowCount ?? 0;
}

/** Messages that somebody was asked about (`db/helpdesk-tables/answers.ts`), decided or not: nobody remembers them. */
export async function purgeAsked(db: Queryable, kept: Kept, spared: readonly string[] = []): Promise<number> {
  const { rowCount } = await db.query(
    `DELETE FROM asked_messages WHERE event IN (
       SELECT event FROM asked_messages WHERE ${isOver('account', 'at', 3)}
         AND NOT ${isOnHold('account', 'asked_messages.thread')} AND state <> 'waiting' AND account <> ALL($2::text[])
           LIMIT $1)`,
    [BATCH, spared, ...keptParameters(kept)],
  );
  return rowCount ?? 0;
}

/** The bytes of our own mails that are settled; their facts stay. */
export async function purgeOutgoing(db: Queryable, kept: Kept, spared: readonly string[] = []): Promise<number> {
  const { rowCount } = await db.query(
    `DELETE FROM outgoing_chunks WHERE outgoing IN (
       SELECT o.outgoing FROM outgoing o WHERE o.state IN ('sent', 'cancelled') AND o.account <> ALL($2::text[])
         AND ${isOver('o.account', 'o.settled_at', 3)} AND NOT ${isOnHold('o.account', 'o.thread')}
         AND EXISTS (SELECT FROM outgoing_chunks c WHERE c.outgoing = o.outgoing)
         AND NOT ${waitsForForward('o.outgoing')}
       LIMIT $1)`,
    [BATCH, spared, ...keptParameters(kept)],
  );
  return rowCount ?? 0;
}

/** What became of the attempts at our own mails, with their bytes. */
export async function purgeAttempts(db: Queryable, kept: Kept, spared: readonly string[] = []): Promise<number> {
  const { rowCount } = await db.query(
    `DELETE FROM outgoing_attempts WHERE outgoing IN (
       SELECT o.outgoing FROM outgoing o WHERE o.state IN ('sent', 'cancelled') AND o.account <> ALL($2::text[])
         AND ${isOver('o.account', 'o.settled_at', 3)} AND NOT ${isOnHold('o.account', 'o.thread')}
         AND EXISTS (SELECT FROM outgoing_attempts a WHERE a.outgoing = o.outgoing)
       LIMIT $1)`,
    [BATCH, spared, ...keptParameters(kept)],
  );
  return rowCount ?? 0;
}

/** Mails that Mailroom wrote by itself and that are settled, whole; nobody asks for them. */
export async function purgeNotices(db: Queryable, kept: Kept, spared: readonly string[] = []): Promise<number> {
  const { rowCount } = await db.query(
    `DELETE FROM notices WHERE notice IN (
       SELECT notice FROM notices WHERE ${isOver('account', 'settled_at', 3)} AND NOT ${isOnHoldOutside('account')}
         AND state IN ('sent', 'refused', 'lost') AND account <> ALL($2::text[]) LIMIT $1)`,
    [BATCH, spared, ...keptParameters(kept)],
  );
  return rowCount ?? 0;
}

/** Who was told of a refusal so long ago that it does not count any more (`mayTellRefusal`: a day). */
export async function purgeRefusals(db: Queryable): Promise<number> {
  const { rowCount } = await db.query(
    `DELETE FROM refusals_told WHERE (account, address) IN (
       SELECT account, address FROM refusals_told WHERE at < now() - interval '2 days' LIMIT $1)`,
    [BATCH],
  );
  return rowCount ?? 0;
}
