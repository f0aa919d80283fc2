import { oneOf } from '../../bridge/command/arguments.ts';
import { GUEST_CONSENTS, GUEST_DELIVERIES } from '../../bridge/guest/guest.ts';
import type { GuestSettings } from '../../bridge/guest/guest.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { guestRoomOf, setGuestRoom } from '../../db/guest-tables/guest-rooms.ts';
import type { GuestRoom } from '../../db/guest-tables/guest-rooms.ts';
import { guestsOf } from '../../db/guest-tables/guests.ts';
import { guestShown } from '../../guests/told.ts';
import { words } from '../../words/words.ts';
import type { Say } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { IN_THE_ROOM } from './invite.ts';

const args = oneOf(...GUEST_CONSENTS, ...GUEST_DELIVERIES, 'verified', 'unverified');

/** Guests that are listed. */
const LISTED = 50;

/** `!mail guests`: who reads this room by mail, and how it treats them. */
export const mailGuests = mailCommand({
  name: 'guests',
  order: 306,
  args,
  needs: 'invite',
  scope: 'thread',
  where: ['thread'],
  example: 'guests',
  examples: [{ says: ['guests daily'] }],
  outside: { only: IN_THE_ROOM },
  run: async (tx, context, choice) => {
    const { account, thread } = context;
    const say = words(account.language);
    const { guests } = account;
    if (guests === undefined || (await guestRoomOf(tx, thread)) === null) return renderLines([say('guests-no-room')]);
    if (choice !== null) await setGuestRoom(tx, thread, saidBy(choice));
    const room = await guestRoomOf(tx, thread);
    const all = await guestsOf(tx, thread);
    const lines = all.slice(-LISTED).map((guest) => `${guestShown(guest)}: ${say(`guests-state-${guest.state}`)}`);
    const policy = room === null ? [] : policyLines(say, room, guests, account.senders.authentication === 'none');
    return renderLines([...(lines.length === 0 ? [say('guests-list-none')] : lines), ...policy]);
  },
});

type Choice = NonNullable<ReturnType<typeof args.read>>;

function saidBy(choice: Choice): Parameters<typeof setGuestRoom>[2] {
  switch (choice) {
    case 'answer':
    case 'invitation':
      return { consent: choice };
    case 'now':
    case 'hourly':
    case 'daily':
      return { delivery: choice };
    case 'verified':
    case 'unverified':
      return { unverified: choice === 'unverified' };
  }
}

function policyLines(say: Say, room: GuestRoom, guests: GuestSettings, unchecked: boolean): string[] {
  return [
    say(`guests-consent-${room.consent ?? guests.consent}`),
    say(`guests-delivery-${room.delivery ?? guests.delivery}`),
    ...(unchecked ? [say(room.unverified ? 'guests-unverified' : 'guests-verified')] : []),
  ];
}
