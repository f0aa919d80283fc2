/**
 * What is to be taken from the homeserver: because its time is over, or by an erasure. Each is done again where a
 * process died, which changes nothing. One SQL statement a function.
 */
import type { AccountId, EventId, MxcUri, RoomId, UserId } from '../../bridge/types.ts';
import type { Queryable } from '../pool.ts';
import { isOnHold, IS_SEND_ON_HOLD, SAID_IN, TOLD_OF } from './holds.ts';
import { isOver, keptParameters, type Kept } from './kept.ts';

const BATCH = 500;

export type Removal = {
  readonly removal: number;
  readonly account: AccountId;
  readonly erasure: string | null;
} & (
  | { readonly kind: 'event'; readonly subject: EventId; readonly room: RoomId }
  | { readonly kind: 'media'; readonly subject: MxcUri }
  /** What `whom` said there, or is said of them; null for all that anybody said. */
  | { readonly kind: 'room'; readonly subject: RoomId; readonly whom: UserId | null; readonly readTo: string | null }
  | { readonly kind: 'ghost'; readonly subject: UserId }
);

/** The next ones of an erasure, or (null) those whose time was over. */
export async function nextRemovals(db: Queryable, erasure: string | null, limit: number): Promise<Removal[]> {
  const { rows } = await db.query<Removal>(
    `SELECT removal, account, erasure, kind, subject, room, whom, read_to AS "readTo" FROM removals
     WHERE state = 'waiting' AND erasure IS NOT DISTINCT FROM $1 ORDER BY removal LIMIT $2`,
    [erasure, limit],
  );
  return rows;
}

export async function settleRemoval(
  db: Queryable,
  removal: number,
  state: 'done' | 'refused',
  reason: string | null = null,
): Promise<void> {
  await db.query('UPDATE removals SET state = $2, reason = $3 WHERE removal = $1', [removal, state, reason]);
}

/** How far a room is read. */
export async function noteReadTo(db: Queryable, removal: number, readTo: string): Promise<void> {
  await db.query('UPDATE removals SET read_to = $2 WHERE removal = $1', [removal, readTo]);
}

/** More of the same erasure: events of a room, and the files that stand in them. What is there is left as it is. */
export async function addRemovals(
  db: Queryable,
  { account, erasure }: Pick<Removal, 'account' | 'erasure'>,
  added: readonly {
    readonly kind: Removal['kind'];
    readonly subject: string;
    readonly room?: RoomId | null;
    readonly whom?: UserId | null;
  }[],
): Promise<void> {
  if (added.length === 0) return;
  await db.query(
    `INSERT INTO removals (account, erasure, kind, subject, room, whom)
     SELECT $1, $2, a.kind, a.subject, a.room, a.whom
     FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) AS a (kind, subject, room, whom)
     ON CONFLICT (kind, subject, whom) DO NOTHING`,
    [
      account,
      erasure,
      added.map(({ kind }) => kind),
      added.map(({ subject }) => subject),
      added.map(({ room }) => room ?? null),
      added.map(({ whom }) => whom ?? null),
    ],
  );
}

/** The rooms of the same conversation, that one first: a room that was upgraded is several. */
export async function roomsLike(db: Queryable, room: RoomId): Promise<RoomId[]> {
  const { rows } = await db.query<{ room: RoomId }>(
    `SELECT DISTINCT other.room, other.room <> $1 AS later FROM rooms here
     JOIN rooms other ON other.room = here.room OR other.thread = here.thread WHERE here.room = $1 ORDER BY 2`,
    [room],
  );
  return rows.length === 0 ? [room] : rows.map((row) => row.room);
}

/**
 * Asks for the redaction of what was said longer ago: mails, and what the team wrote. How many. Of what nothing is
 * known but its age (a room that an import filled) the room is read.
 */
export async function askOldEvents(db: Queryable, kept: Kept, spared: readonly string[]): Promise<number> {
  const { rows } = await db.query<{ asked: number }>(
    `WITH sends AS (
       UPDATE matrix_sends SET redacted = true WHERE send IN (
         SELECT s.send FROM matrix_sends s WHERE NOT s.redacted AND s.event IS NOT NULL AND s.kind = 'event'
           AND ${TOLD_OF} IS NOT NULL AND s.account <> ALL($1::text[]) AND ${isOver('s.account', 's.at', 3)}
           AND NOT (${IS_SEND_ON_HOLD})
           AND NOT EXISTS (SELECT FROM outgoing w WHERE w.thread = s.thread AND w.state NOT IN ('sent', 'cancelled'))
         LIMIT $2) RETURNING account, event, thread, room, own
     ), said AS (
       UPDATE outgoing_events SET redacted = true WHERE event IN (
         SELECT e.event FROM outgoing_events e JOIN outgoing o USING (outgoing)
         WHERE NOT e.redacted AND o.state IN ('sent', 'cancelled') AND o.account <> ALL($1::text[])
           AND ${isOver('o.account', 'o.settled_at', 3)} AND NOT ${isOnHold('o.account', 'o.thread')} LIMIT $2)
       RETURNING account, event, outgoing
     ), asked AS (
       SELECT account, event, ${SAID_IN} AS room FROM sends s
       UNION ALL
       SELECT said.account, event, o.room FROM said JOIN outgoing o USING (outgoing)
     ), added AS (
       INSERT INTO removals (account, kind, subject, room) SELECT account, 'event', event, room FROM asked
       WHERE room IS NOT NULL ON CONFLICT (kind, subject, whom) DO NOTHING)
     SELECT count(*) AS asked FROM asked`,
    [spared, BATCH, ...keptParameters(kept)],
  );
  return rows[0]?.asked ?? 0;
}

/** Likewise of the rooms of imports that are done, in which nobody else ever spoke. */
export async function askOldRooms(db: Queryable, kept: Kept, spared: readonly string[]): Promise<number> {
  const { rowCount } = await db.query(
    `INSERT INTO removals (account, kind, subject)
     SELECT r.account, 'room', r.room FROM import_units u JOIN imports i USING (import)
       JOIN rooms r ON r.thread = u.thread
     WHERE u.state = 'filled' AND u.kind <> 'space' AND r.state = 'active' AND r.read_only
       AND u.account <> ALL($1::text[]) AND ${isOver('u.account', 'i.done_at', 3)}
       AND NOT ${isOnHold('u.account', 'u.thread')}
       AND NOT EXISTS (SELECT FROM removals x WHERE x.kind = 'room' AND x.subject = r.room AND x.whom IS NULL)
     LIMIT $2 ON CONFLICT (kind, subject, whom) DO NOTHING`,
    [spared, BATCH, ...keptParameters(kept)],
  );
  return rowCount ?? 0;
}

/**
 * Asks for the deletion of files that were uploaded longer ago, and that nothing has on it that is kept. They are
 * forgotten: a mail that brings the same file uploads it anew.
 */
export async function askOldMedia(db: Queryable, kept: Kept, spared: readonly string[]): Promise<number> {
  const { rows } = await db.query<{ asked: number }>(
    `WITH kept AS MATERIALIZED (
       SELECT DISTINCT s.account, (regexp_matches(s.files::text, '"sha256":"([0-9a-f]{64})"', 'g'))[1] AS sha256
       FROM matrix_sends s WHERE s.files::text <> '[]' AND (s.state = 'waiting' OR NOT ${isOver('s.account', 's.at', 3)}
         OR (${IS_SEND_ON_HOLD}))
     ), old AS (
       DELETE FROM media WHERE (account, sha256) IN (
         SELECT m.account, m.sha256 FROM media m WHERE m.account <> ALL($1::text[])
           AND ${isOver('m.account', 'm.uploaded_at', 3)} AND NOT EXISTS (
             SELECT FROM kept k WHERE k.account = m.account AND k.sha256 = m.sha256)
           AND NOT EXISTS (SELECT FROM holds h WHERE h.released_at IS NULL AND h.kind = 'account'
             AND h.subject = m.account)
         LIMIT $2) RETURNING account, mxc
     ), added AS (
       INSERT INTO removals (account, kind, subject) SELECT account, 'media', mxc FROM old
       ON CONFLICT (kind, subject, whom) DO NOTHING)
     SELECT count(*) AS asked FROM old`,
    [spared, BATCH, ...keptParameters(kept)],
  );
  return rows[0]?.asked ?? 0;
}
