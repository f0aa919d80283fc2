/** What people do with ghosts in a room of guests, by their client: invite one, or take one out. */
import type { MatrixAction } from '../bridge/from-matrix/from-matrix.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { renderRefusal } from '../bridge/told/refusal.ts';
import { addAct } from '../db/room-tables/member-acts.ts';
import { guestRoomOf } from '../db/guest-tables/guest-rooms.ts';
import { lockGuest } from '../db/guest-tables/guests.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { addressKey } from '../mail/address.ts';
import { words } from '../words/words.ts';
import { answer } from '../handling/event-context.ts';
import type { EventContext } from '../handling/event-context.ts';
import { addressOfGhost } from '../handling/ghost-address.ts';
import { capabilitiesFor, refusalFacts } from '../handling/rights.ts';
import { inviteGuest } from './invite.ts';
import { removeGuest } from './leave.ts';
import { guestShown } from './told.ts';

/** True where the room is one of guests: nothing else is to be done about the ghost then. */
export async function guestGhostMoved(
  tx: Transaction,
  context: EventContext,
  { user, membership }: Extract<MatrixAction, { kind: 'membership' }>,
): Promise<boolean> {
  const { account, room, ghosts, event } = context;
  if (account.guests === undefined || room.thread === null || !ghosts.isGhost(user)) return false;
  const found = await guestRoomOf(tx, room.thread);
  if (found === null) return false;
  if (ghosts.isOwn(event.sender)) return true;
  const say = words(account.language);
  const address = await addressOfGhost(tx, ghosts, user);
  if (membership === 'invite') {
    const able = capabilitiesFor(context, 'account').has('invite');
    const asked = able && address !== null ? { person: { name: '', address }, last: 0 } : null;
    const done = asked === null ? null : await inviteGuest(tx, context, found, asked);
    if (done?.invited !== true) {
      const act = { act: context.ids.send(event.event, `remove:${user}`), account: account.id, room: null };
      await addAct(tx, { ...act, thread: room.thread, kind: 'remove', user, name: null, said: null });
    }
    const said =
      done === null && !able
        ? renderRefusal(refusalFacts(context, 'invite'), account.language)
        : renderLines([...(done?.lines ?? [say('recipients-ghost-not-added', { address: user })])]);
    await addSend(tx, answer(context, 'member-recipient', said));
  } else if (membership === 'leave' || membership === 'ban') {
    const guest = address === null ? null : await lockGuest(tx, room.thread, addressKey(address));
    if (guest !== null && (await removeGuest(tx, context, guest))) {
      const said = renderLines([say('guests-removed', { person: guestShown(guest) })]);
      await addSend(tx, answer(context, 'member-recipient', said));
    }
  }
  return true;
}
