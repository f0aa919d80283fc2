/**
 * The end of being a guest: by the room, which takes the ghost out; by the person, who wants no mails of any room (STOP
 * by mail, or one click), and who alone undoes that; or since their mail server refuses the welcome. Each is told in
 * the rooms that it concerns.
 */
import type { Account } from '../bridge/account/account.ts';
import type { Address } from '../mail/types.ts';
import { activateGuest, endGuest, lockGuestsOf } from '../db/guest-tables/guests.ts';
import type { GuestRow } from '../db/guest-tables/guests.ts';
import { personStarted, personStopped } from '../db/guest-tables/guest-people.ts';
import { warnGuestRoom } from '../db/guest-tables/guest-rooms.ts';
import { withdrawNotice } from '../db/mail-tables/own-mails.ts';
import type { Transaction } from '../db/pool.ts';
import { addAct } from '../db/room-tables/member-acts.ts';
import { setStanding } from '../db/thread-tables/people-of-thread.ts';
import { addressKey } from '../mail/address.ts';
import { words } from '../words/words.ts';
import type { EventContext } from '../handling/event-context.ts';
import type { JobDeps } from '../handling/deps.ts';
import { mailNotice } from '../outgoing/mail-notice.ts';
import { bringGuest } from './invite.ts';
import { guestShown, tellGuestRoom } from './told.ts';

type LeaveDeps = Pick<JobDeps, 'ids' | 'ghosts'>;

/** Takes a ghost out of the room; a welcome mail that has not left stays. */
async function takeOut(
  tx: Transaction,
  { ids, ghosts }: LeaveDeps,
  account: Account,
  { thread, address, welcome }: GuestRow,
  of: string,
): Promise<void> {
  if (welcome !== null) await withdrawNotice(tx, welcome);
  const user = ghosts.ghost(address);
  const act = { act: ids.send(of, `remove:${thread}:${user}`), account: account.id, thread, room: null };
  await addAct(tx, { ...act, kind: 'remove', user, name: null, said: null });
}

/**
 * The room takes a guest out, by a command or by removing the ghost. What they write from then on is a newcomer's.
 * False where they were none.
 */
export async function removeGuest(tx: Transaction, context: EventContext, guest: GuestRow): Promise<boolean> {
  const { account, event } = context;
  if (!(await endGuest(tx, guest.guest, 'removed'))) return false;
  await setStanding(tx, {
    account: account.id,
    thread: guest.thread,
    address: guest.key,
    standing: 'newcomer',
    by: event.sender,
  });
  await takeOut(tx, context, account, guest, event.event);
  return true;
}

/**
 * The person wants no mails of any room. It needs no proof, since it only takes away; so that they learn of it where
 * somebody else said it, they get one mail, which says how to undo it. Nothing where they had said so already.
 *
 * @param of the fact that says so: a mail, a click
 * @param answers whether the mail is written: not for a click, which nobody can forge
 */
export async function stopGuest(
  tx: Transaction,
  deps: LeaveDeps,
  account: Account,
  said: { readonly address: Address; readonly by: 'mail' | 'click'; readonly of: string },
): Promise<boolean> {
  const key = addressKey(said.address);
  const { make } = deps.ids.guestPerson(key);
  const guests = await lockGuestsOf(tx, account.id, key);
  if (!(await personStopped(tx, account.id, make, said.by))) return false;
  const say = words(account.language);
  for (const guest of guests) {
    if (!(await endGuest(tx, guest.guest, 'stopped'))) continue;
    await takeOut(tx, deps, account, guest, said.of);
    const person = guestShown(guest);
    await tellGuestRoom(tx, deps, account, {
      thread: guest.thread,
      of: said.of,
      lines: [say('guests-stopped', { person, account: account.address })],
    });
  }
  if (said.by === 'mail') {
    await mailNotice(tx, deps, account, {
      of: `${make}:${said.of}`,
      purpose: 'guest-stopped',
      to: { name: '', address: said.address },
      subject: say('guests-stopped-subject'),
      text: [say('guests-stopped-text'), say('guests-stopped-undo')].join('\n\n'),
      cause: 'auto-generated',
      answers: null,
    });
  }
  return true;
}

/** The person, and nobody else, takes that back: they are a guest again where they were one. */
export async function startGuest(
  tx: Transaction,
  deps: LeaveDeps,
  account: Account,
  said: { readonly address: Address; readonly of: string },
): Promise<boolean> {
  const key = addressKey(said.address);
  const guests = await lockGuestsOf(tx, account.id, key);
  if (!(await personStarted(tx, deps.ids.guestPerson(key).known))) return false;
  const say = words(account.language);
  for (const guest of guests) {
    if (!(await activateGuest(tx, guest.guest, 'stopped'))) continue;
    await bringGuest(tx, { ...deps, account }, guest, `${guest.guest}:${said.of}`);
    await warnGuestRoom(tx, guest.thread);
    const lines = [say('guests-started', { person: guestShown(guest) })];
    await tellGuestRoom(tx, deps, account, { thread: guest.thread, of: said.of, lines });
  }
  return true;
}

/** Their mail server does not take the welcome mail: the invitation is over. */
export async function failGuest(
  tx: Transaction,
  deps: LeaveDeps,
  account: Account,
  guest: GuestRow,
  of: string,
): Promise<void> {
  if (!(await endGuest(tx, guest.guest, 'failed'))) return;
  await takeOut(tx, deps, account, guest, of);
  const lines = [words(account.language)('guests-failed', { person: guestShown(guest) })];
  await tellGuestRoom(tx, deps, account, { thread: guest.thread, of, lines });
}
