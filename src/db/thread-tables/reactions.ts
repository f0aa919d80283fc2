/** Reactions that come by mail: what they are about, and how many there are. One SQL statement a function. */
import type { ReactedMessage } from '../../bridge/arrival/arrival.ts';
import type { AccountId, EventId, MessageKey, ThreadId, UserId } from '../../bridge/types.ts';
import type { MessageId } from '../../mail/types.ts';
import type { Queryable } from '../pool.ts';
import { idHash } from './threads.ts';

/** Messages of one id that are looked at; there is one, unless somebody repeats an id. */
const MOST = 10;

/**
 * The messages of an account under an id, theirs or one that a relay gave them, as they stand in the rooms of their
 * threads; the first of each thread. None that stands nowhere, or whose room is gone.
 *
 * @param sender whose reactions to them are counted, null for nobody's
 */
export async function reactedMessages(
  db: Queryable,
  account: AccountId,
  id: MessageId,
  sender: UserId | null,
): Promise<ReactedMessage[]> {
  const { rows } = await db.query<{
    message: MessageKey;
    thread: ThreadId;
    event: EventId | null;
    send: string | null;
    reactions: number;
  }>(
    `SELECT DISTINCT ON (m.thread) m.message, m.thread, said.event, shown.send,
       (SELECT count(*)::integer FROM matrix_sends r WHERE r.message = m.message AND r.purpose = 'reacted'
         AND r.sender = $3) AS reactions
     FROM (SELECT message, thread, outgoing, seq FROM messages WHERE account = $1 AND (id_hash = $2
         OR message IN (SELECT alias_of FROM thread_ids WHERE account = $1 AND id_hash = $2 AND kind = 'alias'))
       ORDER BY seq LIMIT $4) m
     LEFT JOIN LATERAL (
       SELECT e.event FROM outgoing_events e WHERE e.outgoing = m.outgoing AND e.state = 'in'
       ORDER BY e.position DESC LIMIT 1) said ON true
     LEFT JOIN LATERAL (
       SELECT s.send FROM matrix_sends s WHERE s.message = m.message AND s.thread = m.thread AND s.part = 0
         AND s.purpose IN ('part', 'unread', 'report', 'repeated') AND s.state IN ('waiting', 'sent')
       ORDER BY s.at DESC LIMIT 1) shown ON true
     WHERE (said.event IS NOT NULL OR shown.send IS NOT NULL)
       AND (SELECT state FROM rooms WHERE rooms.thread = m.thread AND kind = 'thread' ORDER BY generation DESC LIMIT 1)
         IS DISTINCT FROM 'gone'
     ORDER BY m.thread, m.seq`,
    [account, idHash(id), sender, MOST],
  );
  return rows.flatMap(({ message, thread, event, send, reactions }) => {
    // Where it was moved it was posted again, and stands there.
    const stands =
      send !== null ? ({ by: 'send', send } as const) : event !== null ? ({ by: 'event', event } as const) : null;
    return stands === null ? [] : [{ message, thread, stands, reactions }];
  });
}
