import { wholeText } from '../../bridge/command/arguments.ts';
import { readInvitation } from '../../bridge/guest/read-invitation.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { guestRoomOf } from '../../db/guest-tables/guest-rooms.ts';
import { lockGuest } from '../../db/guest-tables/guests.ts';
import { removeGuest } from '../../guests/leave.ts';
import { guestShown } from '../../guests/told.ts';
import { addressKey } from '../../mail/address.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { IN_THE_ROOM } from './invite.ts';

/** `!mail uninvite`: somebody who takes part by mail gets nothing more of this room. */
export const mailUninvite = mailCommand({
  name: 'uninvite',
  order: 304,
  args: wholeText('ADDRESS', 1, 5),
  needs: 'invite',
  scope: 'thread',
  where: ['thread'],
  example: 'uninvite carol@example.org',
  outside: { only: IN_THE_ROOM },
  run: async (tx, context, text) => {
    const { account, thread } = context;
    const say = words(account.language);
    if ((await guestRoomOf(tx, thread)) === null) return renderLines([say('guests-no-room')]);
    const asked = readInvitation(text);
    if (asked === null) return renderLines([say('guests-unreadable')]);
    const { address } = asked.person;
    const guest = await lockGuest(tx, thread, addressKey(address));
    if (guest === null || !(await removeGuest(tx, context, guest))) {
      return renderLines([say('guests-not-there', { address })]);
    }
    return renderLines([say('guests-removed', { person: guestShown(guest) })]);
  },
});
