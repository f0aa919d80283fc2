/** Members who speak as themselves: tokens that were refused, and what comes back of what was said as them. */
import type { EventId, RoomId, UserId } from '../../bridge/types.ts';
import { onlyRow } from '../pool.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { sentIn } from './places.ts';

/**
 * Which token of somebody the homeserver refused within the last day, as a keyed hash; null for none. After a day it is
 * tried again: whoever runs the homeserver may have mended what was wrong.
 */
export async function refusedToken(db: Queryable, user: UserId): Promise<string | null> {
  const { rows } = await db.query<{ token: string }>(
    `SELECT token FROM refused_tokens WHERE user_id = $1 AND at > now() - interval '1 day'`,
    [user],
  );
  return rows[0]?.token ?? null;
}

/** The homeserver takes somebody's token no more; false where that was known of this one. */
export async function refuseToken(tx: Transaction, user: UserId, token: string): Promise<boolean> {
  const { rows } = await tx.query<{ isNew: boolean }>(
    `WITH before AS (SELECT token FROM refused_tokens WHERE user_id = $1 FOR UPDATE)
     INSERT INTO refused_tokens (user_id, token) VALUES ($1, $2)
     ON CONFLICT (user_id) DO UPDATE SET token = $2, at = now()
     RETURNING NOT EXISTS (SELECT FROM before WHERE token = $2) AS "isNew"`,
    [user, token],
  );
  return onlyRow({ rows }, 'refused token').isNew;
}

/** What came back from the homeserver under the name of somebody who is none of ours. */
export interface ReturnedEvent {
  readonly event: EventId;
  readonly room: RoomId;
  readonly sender: UserId;
  readonly type: string;
  /** The send that its content names; anybody may write that. */
  readonly send: string;
}

/**
 * Whether an event is one that we sent as its sender: the send is theirs, of that type, in that room, and has no other
 * event. The first event of a room that names it is it; whoever copies what was said as them says something of their
 * own. Its send is settled.
 */
export async function settleReturned(
  tx: Transaction,
  { event, room, sender, type, send }: ReturnedEvent,
): Promise<boolean> {
  const { rows } = await tx.query<{ event: EventId | null }>(
    `SELECT event FROM matrix_sends WHERE send = $1 AND sender = $2 AND type = $3 AND kind = 'event'
       AND (event IS NULL OR event = $5) AND ${sentIn('$4')}`,
    [send, sender, type, room, event],
  );
  const [found] = rows;
  if (found === undefined) return false;
  // What was answered for is settled already, without a lock.
  if (found.event !== null) return true;
  const { rowCount } = await tx.query(
    `UPDATE matrix_sends SET state = 'sent', event = $3
     WHERE send = $1 AND sender = $2 AND (event IS NULL OR event = $3)`,
    [send, sender, event],
  );
  return rowCount === 1;
}
