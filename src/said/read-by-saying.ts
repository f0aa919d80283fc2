/**
 * Whoever says something in a room has read what stands above it. Where a homeserver pushes no read receipts
 * (Dendrite), or somebody keeps theirs to themselves, this is all that is known of it.
 */
import { memberByUser } from '../bridge/account/account.ts';
import { storeReceipts } from '../db/helpdesk-tables/mailbox-follow.ts';
import type { Transaction } from '../db/pool.ts';
import type { EventContext } from '../handling/event-context.ts';

const SAYING: ReadonlySet<string> = new Set(['m.room.message', 'm.room.encrypted', 'm.sticker', 'm.reaction']);

/** An event of the team in the room of a conversation counts as a receipt for itself, where the mailbox follows. */
export async function countAsRead(tx: Transaction, { account, event, room }: EventContext): Promise<void> {
  if (account.follows !== true || room.thread === null || !SAYING.has(event.type)) return;
  if (memberByUser(account, event.sender) === null) return;
  const receipt = { room: room.room, user: event.sender, event: event.event, root: null };
  await storeReceipts(tx, account.id, [event.sender], [receipt], { pushed: false });
}
