/** Rooms of guests (`bridge/guest/guest.ts`). One SQL statement a function. */
import type { GuestConsent, GuestDelivery } from '../../bridge/guest/guest.ts';
import type { AccountId, ThreadId, UserId } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../pool.ts';

export interface GuestRoom {
  readonly thread: ThreadId;
  readonly account: AccountId;
  readonly openedBy: UserId;
  /** What the room says instead of the config; null for what that says. */
  readonly consent: GuestConsent | null;
  readonly delivery: GuestDelivery | null;
  /** Whether guests may write here whose senders nobody checks. */
  readonly unverified: boolean;
}

/** From now on the thread is a room of guests; one that is stays as it is. */
export async function openGuestRoom(
  tx: Transaction,
  room: Pick<GuestRoom, 'thread' | 'account' | 'openedBy'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO guest_rooms (thread, account, opened_by) VALUES ($1, $2, $3) ON CONFLICT (thread) DO NOTHING`,
    [room.thread, room.account, room.openedBy],
  );
}

/** Null where the thread is no room of guests. */
export async function guestRoomOf(db: Queryable, thread: ThreadId): Promise<GuestRoom | null> {
  const { rows } = await db.query<GuestRoom>(
    `SELECT thread, account, opened_by AS "openedBy", consent, delivery, unverified FROM guest_rooms WHERE thread = $1`,
    [thread],
  );
  return rows[0] ?? null;
}

/** What the room says for itself; what is left out stays. */
export async function setGuestRoom(
  tx: Transaction,
  thread: ThreadId,
  says: Partial<Pick<GuestRoom, 'consent' | 'delivery' | 'unverified'>>,
): Promise<void> {
  await tx.query(
    `UPDATE guest_rooms SET consent = coalesce($2, consent), delivery = coalesce($3, delivery),
       unverified = coalesce($4, unverified) WHERE thread = $1`,
    [thread, says.consent ?? null, says.delivery ?? null, says.unverified ?? null],
  );
}

/** The room is to be told, with the next message, that what is said there leaves by mail. */
export async function warnGuestRoom(tx: Transaction, thread: ThreadId): Promise<void> {
  await tx.query('UPDATE guest_rooms SET warned = false WHERE thread = $1', [thread]);
}

/** Whether the room is to be told now, once: there is somebody who gets what is said. */
export async function takeWarning(tx: Transaction, thread: ThreadId): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE guest_rooms r SET warned = true WHERE thread = $1 AND NOT warned AND EXISTS (
       SELECT FROM guests g WHERE g.thread = r.thread AND g.state = 'active')`,
    [thread],
  );
  return rowCount === 1;
}
