/** The messages of a mail of ours, as they stand until its bytes are fixed. One SQL statement a function. */
import { z } from 'zod';
import type { EventId, EventIn, Json, MessageKey, RoomId, ThreadId, UserId } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { saidIn } from '../room-tables/places.ts';
import { lockMail } from './outgoing.ts';
import type { Outgoing, OutgoingEvent } from './outgoing.ts';

/** The messages of a mail in the order of the room. */
export async function mailEvents(db: Queryable, outgoing: MessageKey): Promise<OutgoingEvent[]> {
  const { rows } = await db.query<EventRow>(
    `SELECT event, outgoing, content, reply_to, sent_at, state FROM outgoing_events WHERE outgoing = $1 ORDER BY
       position`,
    [outgoing],
  );
  return rows.map(toEvent);
}

/** Where what is told of a message stands: at it, or at what it is a reaction to. */
export function standsAt({ event, type, replyTo }: OutgoingEvent): EventId {
  return type === 'm.reaction' ? (replyTo ?? event) : event;
}

/** SQL: whether the mail of this column is a reaction, and nothing that anybody said. */
export function reactionMail(outgoing: string): string {
  return `coalesce(
    (SELECT bool_and(said.reaction) FROM outgoing_events said WHERE said.outgoing = ${outgoing}), false)`;
}

/** Whether a mail is a reaction, and nothing that anybody said. */
export async function isReactionMail(db: Queryable, outgoing: MessageKey): Promise<boolean> {
  const { rows } = await db.query<{ reaction: boolean }>(`SELECT ${reactionMail('$1')} AS reaction`, [outgoing]);
  return rows[0]?.reaction === true;
}

/** How many reactions of somebody to an event are mails, or on their way. */
export async function reactionsMailed(db: Queryable, author: UserId, to: EventIn): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM outgoing o JOIN outgoing_events e USING (outgoing)
     WHERE o.author = $1 AND o.room = $2 AND e.reply_to = $3 AND e.reaction
       AND o.state <> 'cancelled'`,
    [author, to.room, to.event],
  );
  return rows[0]?.count ?? 0;
}

/** The messages of all mails of a room that can still be changed, with what shows them and says yes to them. */
export async function changeableIn(db: Queryable, thread: ThreadId, room: RoomId): Promise<EventId[]> {
  const { rows } = await db.query<{ event: EventId }>(
    `SELECT e.event FROM outgoing o JOIN outgoing_events e USING (outgoing)
     WHERE o.thread = $1 AND o.room = $2 AND o.state IN ('open', 'closed') AND e.state = 'in'
     UNION ALL SELECT y.event FROM outgoing o JOIN draft_yeses y USING (outgoing)
     WHERE o.thread = $1 AND o.room = $2 AND o.state IN ('open', 'closed')
     UNION ALL SELECT s.event FROM outgoing o JOIN matrix_sends s USING (outgoing)
     WHERE o.thread = $1 AND o.room = $2 AND o.state IN ('open', 'closed') AND s.purpose IN ('draft', 'prepared')
       AND s.event IS NOT NULL`,
    [thread, room],
  );
  return rows.map(({ event }) => event);
}

/**
 * The mail that an event of the room is in, locked against being frozen; null where the event was never to be mailed.
 */
export async function lockMailOfEvent(
  tx: Transaction,
  { room, event }: EventIn,
): Promise<{ readonly mail: Outgoing; readonly event: OutgoingEvent } | null> {
  const { rows } = await tx.query<EventRow>(
    `SELECT e.event, e.outgoing, e.content, e.reply_to, e.sent_at, e.state
     FROM outgoing_events e JOIN outgoing o USING (outgoing) WHERE e.event = $1 AND ${saidIn('o.room', '$2')}`,
    [event, room],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const mail = await lockMail(tx, row.outgoing);
  return mail === null ? null : { mail, event: toEvent(row) };
}

/** Replaces what a message says, until the bytes of its mail are fixed. */
export async function editMailEvent(tx: Transaction, event: EventId, type: string, content: Json): Promise<void> {
  await tx.query('UPDATE outgoing_events SET content = $2, reaction = $3 WHERE event = $1', [
    event,
    JSON.stringify({ type, content }),
    type === 'm.reaction',
  ]);
}

/**
 * Takes a message out of its mail, whose bytes are not fixed; the mail without messages is cancelled. Returns whether
 * it was.
 */
export async function withdrawMailEvent(tx: Transaction, event: EventId, outgoing: MessageKey): Promise<boolean> {
  await tx.query(`UPDATE outgoing_events SET state = 'withdrawn' WHERE event = $1 AND outgoing = $2`, [
    event,
    outgoing,
  ]);
  return cancelEmptyMail(tx, outgoing);
}

/** Takes messages out of a mail that others take the place of. */
export async function withdrawMessages(
  tx: Transaction,
  outgoing: MessageKey,
  events: readonly EventId[],
): Promise<void> {
  await tx.query(`UPDATE outgoing_events SET state = 'withdrawn' WHERE outgoing = $1 AND event = ANY($2::text[])`, [
    outgoing,
    events,
  ]);
}

/** Cancels a mail of which nothing is for a mail. */
export async function cancelMail(tx: Transaction, outgoing: MessageKey): Promise<void> {
  await tx.query(`UPDATE outgoing_events SET state = 'withdrawn' WHERE outgoing = $1`, [outgoing]);
  await cancelEmptyMail(tx, outgoing);
}

/**
 * Cancels a mail in which no message is left; whom it was to tell the conversation so far is told by another. Returns
 * whether it was.
 */
export async function cancelEmptyMail(tx: Transaction, outgoing: MessageKey): Promise<boolean> {
  const { rowCount } = await tx.query(
    `WITH cancelled AS (
       UPDATE outgoing SET state = 'cancelled', settled_at = now() WHERE outgoing = $1 AND state IN ('open', 'closed')
         AND NOT EXISTS (SELECT FROM outgoing_events WHERE outgoing = $1 AND state = 'in') RETURNING outgoing),
     owed AS (
       UPDATE thread_recipients r SET quoted_in = NULL FROM cancelled WHERE r.quoted_in = cancelled.outgoing)
     SELECT FROM cancelled`,
    [outgoing],
  );
  return rowCount === 1;
}

/** A message as it is stored. */
export interface EventRow {
  event: EventId;
  outgoing: MessageKey;
  content: unknown;
  reply_to: EventId | null;
  sent_at: Date;
  state: 'in' | 'withdrawn';
}

const contentCodec = z.object({ type: z.string(), content: z.json() });

export function toEvent(row: EventRow): OutgoingEvent {
  const { reply_to: replyTo, sent_at: sentAt, content, ...rest } = row;
  return { ...rest, ...contentCodec.parse(content), replyTo, sentAt };
}
