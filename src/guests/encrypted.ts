/** A room of guests whose people encrypt what they say: none of it can leave by mail. */
import { guestRoomOf } from '../db/guest-tables/guest-rooms.ts';
import { guestsOf } from '../db/guest-tables/guests.ts';
import type { Transaction } from '../db/pool.ts';
import { words } from '../words/words.ts';
import type { EventContext } from '../handling/event-context.ts';
import { mailNotice } from '../outgoing/mail-notice.ts';

/**
 * Tells each guest once that they get nothing of what is encrypted, so that silence is not taken for a pause of the
 * conversation. Whoever wrote it is told in the room, as in every other.
 */
export async function tellGuestsEncrypted(tx: Transaction, context: EventContext): Promise<void> {
  const { account, room } = context;
  if (account.guests === undefined || room.thread === null || (await guestRoomOf(tx, room.thread)) === null) return;
  const say = words(account.language);
  for (const { guest, state, name, address, invitedBy } of await guestsOf(tx, room.thread)) {
    if (state !== 'active') continue;
    await mailNotice(tx, context, account, {
      of: `${guest}:${room.room}`,
      purpose: 'guest-encrypted',
      to: { name, address },
      subject: say('guests-encrypted-subject'),
      text: say('guests-encrypted-text', { by: invitedBy }),
      cause: 'auto-generated',
      answers: null,
    });
  }
}
