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
