import { wholeText } from '../../bridge/command/arguments.ts';
import { readInvitation } from '../../bridge/guest/read-invitation.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { guestRoomOf } from '../../db/guest-tables/guest-rooms.ts';
import { inviteGuest } from '../../guests/invite.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { setPeople } from '../writing/people-set.ts';

/** Why there is no operation: all in the room are told by whoever does it, with the power that they have there. */
export const IN_THE_ROOM = 'it is said in the room that it is about, where everybody sees it';

/** `!mail invite`: somebody takes part by mail. In a conversation they get its answers, as by `!mail cc`. */
export const mailInvite = mailCommand({
  name: 'invite',
  order: 302,
  args: wholeText('ADDRESS [NAME] [last NUMBER]', 1, 30),
  needs: 'invite',
  scope: 'account',
  where: ['thread'],
  example: 'invite carol@example.org Carol Miller',
  examples: [{ says: ['invite nobody'] }],
  outside: { only: IN_THE_ROOM },
  run: async (tx, context, text, call) => {
    const { account, thread } = context;
    const asked = readInvitation(text);
    if (asked === null) return renderLines([words(account.language)('guests-unreadable')]);
    const room = await guestRoomOf(tx, thread);
    if (room === null) {
      const change = { kind: 'change', add: [asked.person], remove: [] } as const;
      return setPeople(tx, context, 'cc', change, call);
    }
    const { lines } = await inviteGuest(tx, context, room, asked);
    return renderLines([...lines]);
  },
});
