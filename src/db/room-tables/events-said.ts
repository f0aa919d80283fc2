/** What an event of a room is that no send of ours stands behind. */
import type { EventId, EventIn, MessageKey, ThreadId } from '../../bridge/types.ts';
import type { Queryable } from '../pool.ts';
import { saidIn, sentIn } from './places.ts';

export interface EventSaid {
  /** The mail of ours that it is in; null where it is in none, or was taken back. */
  readonly outgoing: MessageKey | null;
  /** The loop guard stopped that mail. */
  readonly stopped: boolean;
  /** That mail waits for a yes, because nobody had served its account. */
  readonly returned: boolean;
  /** That mail leaves only with the yes of somebody else, and has not. */
  readonly draft: boolean;
  /** It waits for a yes, because it nearly repeats another message. */
  readonly asked: boolean;
  /** It is known to be of another room. */
  readonly elsewhere: boolean;
}

/**
 * What is known of an event as one of this room. An event of which nothing is known is somebody's words that were not
 * mailed.
 */
export async function eventSaid(db: Queryable, { room, event }: EventIn): Promise<EventSaid> {
  const { rows } = await db.query<EventSaid>(
    `SELECT mail.outgoing, coalesce(mail.stopped, false) AS stopped, coalesce(mail.returned, false) AS returned,
       coalesce(mail.draft, false) AS draft,
       EXISTS (SELECT FROM asked_messages a JOIN rooms r ON r.thread = a.thread AND r.room = $2
         WHERE a.event = $1 AND a.state = 'waiting') AS asked,
       mail.outgoing IS NULL AND (EXISTS (SELECT FROM matrix_sends WHERE event = $1 AND NOT (${sentIn('$2')}))
         OR EXISTS (SELECT FROM events e WHERE e.event = $1 AND NOT (${saidIn('e.room', '$2')}))
         OR EXISTS (SELECT FROM outgoing_events e JOIN outgoing o USING (outgoing)
           WHERE e.event = $1 AND NOT (${saidIn('o.room', '$2')}))) AS elsewhere
     FROM (VALUES (1)) one LEFT JOIN (
       SELECT o.outgoing, v.outgoing IS NOT NULL AS stopped, r.outgoing IS NOT NULL AS returned,
         d.outgoing IS NOT NULL AND o.state IN ('open', 'closed') AS draft FROM outgoing_events e
       JOIN outgoing o USING (outgoing)
       LEFT JOIN brake_verdicts v ON v.outgoing = o.outgoing AND v.state = 'held'
       LEFT JOIN returned_mails r ON r.outgoing = o.outgoing AND r.state = 'waiting'
       LEFT JOIN drafts d ON d.outgoing = o.outgoing
       WHERE e.event = $1 AND e.state = 'in' AND ${saidIn('o.room', '$2')}) mail ON true`,
    [event, room],
  );
  return rows[0] ?? { outgoing: null, stopped: false, returned: false, draft: false, asked: false, elsewhere: true };
}

/** What a reaction did to the work on a thread, as long as it counts; null where nothing. */
export async function reactionMeant(
  db: Queryable,
  thread: ThreadId,
  event: EventId,
): Promise<'claim' | 'close' | null> {
  const { rows } = await db.query<{ meant: 'claim' | 'close' | null }>(
    `SELECT CASE WHEN claim_event = $2 THEN 'claim' WHEN done_event = $2 THEN 'close' END AS meant
     FROM thread_work WHERE thread = $1`,
    [thread, event],
  );
  return rows[0]?.meant ?? null;
}
