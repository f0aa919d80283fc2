/** What was said in a room of guests makes somebody look what is due for each of them. */
import type { MatrixAction } from '../bridge/from-matrix/from-matrix.ts';
import type { GuestId } from '../bridge/guest/guest.ts';
import type { AccountId, EventIn, RoomId, ThreadId, UserId } from '../bridge/types.ts';
import { wakeGuests } from '../db/guest-tables/guest-jobs.ts';
import { lockGuestRoom } from '../db/guest-tables/guest-mails.ts';
import { toldGuests } from '../db/guest-tables/guest-work.ts';
import type { Transaction } from '../db/pool.ts';
import { sendOfEvent } from '../db/room-tables/sends.ts';
import type { JobDeps } from '../handling/deps.ts';

/** What was put down, and where. */
export interface PutDown {
  readonly thread: ThreadId;
  /** By what it is known. */
  readonly by: string;
  /** Whom it is for: their ghosts. */
  readonly mentions: readonly UserId[];
  readonly replyTo: EventIn | null;
}

/** In the transaction that puts it down, after it: the room of guests is locked. */
export async function wakeForGuests(tx: Transaction, { ghosts }: Pick<JobDeps, 'ghosts'>, put: PutDown): Promise<void> {
  const guests = await toldGuests(tx, put.thread);
  if (guests.length === 0) return;
  const replied = put.replyTo === null ? null : await sendOfEvent(tx, put.replyTo);
  const meant = new Set<UserId>([...put.mentions, ...(replied === null ? [] : [replied.sender])]);
  await wakeGuests(
    tx,
    guests.map(({ guest, account, address }) => ({ guest, account, soon: meant.has(ghosts.ghost(address)) })),
    put.by,
  );
}

/** Of a message of the room; an edit may mention somebody whom the message did not. */
export function guestsMeant(action: MatrixAction, room: RoomId): Pick<PutDown, 'mentions' | 'replyTo'> {
  if (action.kind === 'message') {
    const { mentions, replyTo: event } = action;
    return { mentions, replyTo: event === null ? null : { room, event } };
  }
  const mentions = action.kind === 'edit' && action.fresh.kind === 'message' ? action.fresh.mentions : [];
  return { mentions, replyTo: null };
}

/** Somebody is told from now on, or wants it otherwise: what waits for them is looked at. */
export async function tellGuest(
  tx: Transaction,
  { guest, account, thread }: { readonly guest: GuestId; readonly account: AccountId; readonly thread: ThreadId },
  by: string,
): Promise<void> {
  await lockGuestRoom(tx, thread);
  await wakeGuests(tx, [{ guest, account, soon: true }], by);
}
