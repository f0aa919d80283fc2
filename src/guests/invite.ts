/**
 * Somebody is invited into a room by their mail address: loads, decides (`bridge/guest/invitation.ts`), writes.
 * The room is told in the same transaction, before the welcome mail may leave; that is the one mail that they get
 * without having said anything.
 */
import { isInternalAddress, isOwnAddress, memberByAddress, memberByUser } from '../bridge/account/account.ts';
import type { Account } from '../bridge/account/account.ts';
import { decideInvitation } from '../bridge/guest/invitation.ts';
import type { InvitationRefused } from '../bridge/guest/invitation.ts';
import type { GuestSettings } from '../bridge/guest/guest.ts';
import { plainName } from '../bridge/room/room-state.ts';
import type { UserId } from '../bridge/types.ts';
import { warnGuestRoom } from '../db/guest-tables/guest-rooms.ts';
import type { GuestRoom } from '../db/guest-tables/guest-rooms.ts';
import { activateGuest, addGuest, countInvitations, lockGuest, noteInvitation } from '../db/guest-tables/guests.ts';
import type { GuestRow } from '../db/guest-tables/guests.ts';
import { guestWishes } from '../db/guest-tables/guest-people.ts';
import type { Transaction } from '../db/pool.ts';
import { addAct } from '../db/room-tables/member-acts.ts';
import { findMember } from '../db/room-tables/rooms.ts';
import { setStanding } from '../db/thread-tables/people-of-thread.ts';
import { nameThreadBy } from '../db/thread-tables/thread-traits.ts';
import { loadThread } from '../db/thread-tables/threads.ts';
import { addressKey, domainOf } from '../mail/address.ts';
import type { Person } from '../mail/types.ts';
import { words } from '../words/words.ts';
import type { Say } from '../words/words.ts';
import type { EventContext } from '../handling/event-context.ts';
import { mailNotice } from '../outgoing/mail-notice.ts';
import { guestFields, guestLink } from './guest-fields.ts';
import { tellGuest } from './guest-wake.ts';
import { guestShown } from './told.ts';

/** Milliseconds that a welcome mail waits at least: so long it can be taken back, and the room has read of it. */
const WELCOME_WAITS_MS = 10_000;

/** What the notice of a welcome mail is for. */
const WELCOME = 'guest-welcome';

export interface Invited {
  readonly person: Person;
  /** How many of the last messages before they came they get. */
  readonly last: number;
}

/** Invites, or says why not: the lines that the room is told. `invited`: whether they are a guest now. */
export async function inviteGuest(
  tx: Transaction,
  context: EventContext,
  room: GuestRoom,
  { person, last }: Invited,
): Promise<{ readonly invited: boolean; readonly lines: readonly string[] }> {
  const { account, event, ids } = context;
  const { guests } = account;
  if (guests === undefined) throw new Error('an account without guests has no rooms for them');
  const say = words(account.language);
  const key = addressKey(person.address);
  const { make, known } = ids.guestPerson(key);
  const before = await lockGuest(tx, room.thread, key);
  const decision = decideInvitation({
    own: isOwnAddress(account, person.address) || isOurs(account, person),
    member: memberByAddress(account, person.address) !== null,
    room: context.asked ?? null,
    state: before?.state ?? null,
    stopped: (await guestWishes(tx, known)).stopped,
    invitations: await countInvitations(tx, { account: account.id, by: event.sender, persons: known }),
    bounds: guests,
  });
  if (decision.do === 'refuse') {
    return { invited: false, lines: [refusalLine(say, decision.why, account, guests, person)] };
  }
  await noteInvitation(tx, { account: account.id, by: event.sender, person: make });
  const guest = ids.guest(room.thread, key);
  const about = { account: account.id, thread: room.thread, key, person: make, invitedBy: event.sender, last };
  const row = await addGuest(tx, { ...person, ...about, guest, welcome: welcomeOf(context, guest) });
  await setStanding(tx, {
    account: account.id,
    thread: room.thread,
    address: key,
    standing: 'participant',
    by: event.sender,
  });
  const atOnce = (room.consent ?? guests.consent) === 'invitation';
  if (atOnce && (await activateGuest(tx, row.guest, 'invited'))) await tellGuest(tx, row, event.event);
  await warnGuestRoom(tx, room.thread);
  await bringGuest(tx, context, row, event.event);
  await mailWelcome(tx, context, row, atOnce);
  const shown = guestShown(row);
  const hint = account.senders.authentication === 'none' && !room.unverified ? [say('guests-unverified-hint')] : [];
  const told = atOnce ? say('guests-invited-at-once', { person: shown }) : say('guests-invited', { person: shown });
  return { invited: true, lines: [told, ...hint] };
}

/** Whether it is the address of another account of ours or of somebody of its team. */
function isOurs(account: Account, { address }: Person): boolean {
  return isInternalAddress(account, address) && memberByAddress(account, address) === null;
}

function refusalLine(
  say: Say,
  why: InvitationRefused,
  account: Account,
  { perMemberDay, perDay }: GuestSettings,
  { address }: Person,
): string {
  switch (why) {
    case 'own':
      return say('guests-refused-own', { address });
    case 'member':
      return say('guests-refused-member', { address });
    case 'no-power':
      return say('guests-refused-no-power');
    case 'encrypted':
      return say('guests-refused-encrypted');
    case 'already':
      return say('guests-refused-already', { address });
    case 'stopped':
      return say('guests-refused-stopped', { address, account: account.address });
    case 'member-quota':
      return say('guests-refused-member-quota', { count: perMemberDay });
    case 'all-quota':
      return say('guests-refused-all-quota', { count: perDay });
    case 'person-quota':
      return say('guests-refused-person-quota', { address });
  }
}

/** Has the ghost of a guest come into their room, named as somebody who reads by mail. */
export async function bringGuest(
  tx: Transaction,
  { account, ids, ghosts }: Pick<EventContext, 'account' | 'ids' | 'ghosts'>,
  { thread, name, address }: GuestRow,
  of: string,
): Promise<void> {
  const user = ghosts.ghost(address);
  const shown = words(account.language)('guests-ghost-name', { name: plainName(name, address) });
  const act = { act: ids.send(of, `join:${user}`), account: account.id, thread, room: null };
  await addAct(tx, { ...act, kind: 'join', user, name: shown, said: null });
}

function welcomeOf({ account, event, ids }: EventContext, guest: string) {
  return ids.notice(account.id, `${guest}:${event.event}`, WELCOME).make;
}

/** The one mail before they have answered: who invites, to what, how to answer, how to stop. */
async function mailWelcome(tx: Transaction, context: EventContext, guest: GuestRow, atOnce: boolean): Promise<void> {
  const { account, event, ids } = context;
  const { thread } = guest;
  const say = words(account.language);
  const room = plainName((await loadThread(tx, thread))?.subject ?? '', '');
  const by = await inviterName(tx, context, event.sender);
  const pages = account.guests?.pages ?? null;
  const paragraphs = [
    room === '' ? say('guests-mail-invites-unnamed', { name: by }) : say('guests-mail-invites', { name: by, room }),
    atOnce ? say('guests-mail-how-at-once') : say('guests-mail-how'),
    say('guests-mail-stop'),
    ...(pages === null ? [] : [guestLink(context, pages, guest.guest)]),
  ];
  const messageId = ids.ownMessageId(welcomeOf(context, guest.guest), domainOf(account.address));
  await nameThreadBy(tx, { account: account.id, thread, messageId });
  await mailNotice(tx, context, account, {
    of: `${guest.guest}:${event.event}`,
    purpose: WELCOME,
    to: { name: guest.name, address: guest.address },
    subject: room === '' ? say('guests-mail-subject-unnamed', { name: by }) : say('guests-mail-subject', { room }),
    text: paragraphs.join('\n\n'),
    cause: 'auto-generated',
    answers: null,
    returns: true,
    waitsMs: Math.max(WELCOME_WAITS_MS, account.hold.after),
    headers: await guestFields(context, account, guest),
  });
}

async function inviterName(tx: Transaction, { account, room }: EventContext, user: UserId): Promise<string> {
  const known = memberByUser(account, user)?.name ?? (await findMember(tx, room.room, user))?.name ?? '';
  const name = plainName(known, '');
  return name === '' ? user : `${name} (${user})`;
}
