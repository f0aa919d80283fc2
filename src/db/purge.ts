/**
 * What is deleted when its time is over. Each function deletes a bounded number of rows and says how many, so that no
 * statement is long. Nothing is deleted of the accounts that are `spared`: nobody serves them, so nobody could have
 * looked at it.
 */
import type { Queryable } from './pool.ts';
import { waitsForForward } from './room-tables/places.ts';

const BATCH = 1_000;

/** Events that were settled long ago. A room's last known event stays: reading back ends there. */
export async function purgeEvents(db: Queryable, olderThanMs: number, spared: readonly string[] = []): Promise<number> {
  const { rowCount } = await db.query(
    `DELETE FROM events WHERE event IN (
       SELECT event FROM events WHERE state IN ('done', 'ignored') AND (account IS NULL OR account <> ALL($3::text[]))
         AND received_at < now() - $1::double precision * interval '1 ms'
         AND NOT EXISTS (SELECT FROM rooms WHERE rooms.last_event = events.event)
       LIMIT $2)`,
    [olderThanMs, BATCH, spared],
  );
  return rowCount ?? 0;
}

/** Messages that somebody was asked about (`db/helpdesk-tables/answers.ts`), decided or not: nobody remembers them. */
export async function purgeAsked(db: Queryable, olderThanMs: number, spared: readonly string[] = []): Promise<number> {
  const { rowCount } = await db.query(
    `DELETE FROM asked_messages WHERE event IN (
       SELECT event FROM asked_messages WHERE at < now() - $1::double precision * interval '1 ms'
         AND account <> ALL($3::text[]) LIMIT $2)`,
    [olderThanMs, BATCH, spared],
  );
  return rowCount ?? 0;
}

/** The bytes of our own mails that are settled; their facts stay. */
export async function purgeOutgoing(
  db: Queryable,
  olderThanMs: number,
  spared: readonly string[] = [],
): Promise<number> {
  const { rowCount } = await db.query(
    `DELETE FROM outgoing_chunks WHERE outgoing IN (
       SELECT o.outgoing FROM outgoing o WHERE o.state IN ('sent', 'cancelled') AND o.account <> ALL($3::text[])
         AND o.settled_at < now() - $1::double precision * interval '1 ms'
         AND EXISTS (SELECT FROM outgoing_chunks c WHERE c.outgoing = o.outgoing)
         AND NOT ${waitsForForward('o.outgoing')}
       LIMIT $2)`,
    [olderThanMs, BATCH, spared],
  );
  return rowCount ?? 0;
}

/** What became of the attempts at our own mails, with their bytes. */
export async function purgeAttempts(
  db: Queryable,
  olderThanMs: number,
  spared: readonly string[] = [],
): Promise<number> {
  const { rowCount } = await db.query(
    `DELETE FROM outgoing_attempts WHERE outgoing IN (
       SELECT o.outgoing FROM outgoing o WHERE o.state IN ('sent', 'cancelled') AND o.account <> ALL($3::text[])
         AND o.settled_at < now() - $1::double precision * interval '1 ms'
         AND EXISTS (SELECT FROM outgoing_attempts a WHERE a.outgoing = o.outgoing)
       LIMIT $2)`,
    [olderThanMs, BATCH, spared],
  );
  return rowCount ?? 0;
}

/** Mails that Mailroom wrote by itself and that are settled, whole; nobody asks for them. */
export async function purgeNotices(
  db: Queryable,
  olderThanMs: number,
  spared: readonly string[] = [],
): Promise<number> {
  const { rowCount } = await db.query(
    `DELETE FROM notices WHERE notice IN (
       SELECT notice FROM notices WHERE settled_at < now() - $1::double precision * interval '1 ms'
         AND state IN ('sent', 'refused', 'lost') AND account <> ALL($3::text[]) LIMIT $2)`,
    [olderThanMs, BATCH, spared],
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
