/** Members who speak as themselves, as far as they said something about it, and what was said as them. */
import type { EventId, RoomId, UserId } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { sentIn } from './places.ts';

/** How somebody is spoken as: by a token of their own, which the homeserver may refuse by now; or not at all. */
export interface PuppetRow {
  readonly way: 'token' | 'off';
  readonly state: 'good' | 'refused';
  /** When they said so, to be compared and not read. */
  readonly given: string;
}

/** Null for whoever said nothing about it. */
export async function findPuppet(db: Queryable, user: UserId): Promise<PuppetRow | null> {
  const { rows } = await db.query<PuppetRow>('SELECT way, state, at::text AS given FROM puppets WHERE user_id = $1', [
    user,
  ]);
  return rows[0] ?? null;
}

/** The homeserver takes somebody's token no more; false where that was known, or they have given another since. */
export async function refuseToken(tx: Transaction, user: UserId, given: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE puppets SET state = 'refused'
     WHERE user_id = $1 AND at = $2::timestamptz AND way = 'token' AND state = 'good'`,
    [user, given],
  );
  return rowCount === 1;
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
