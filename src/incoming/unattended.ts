/** Whether a mail of a conversation that has its line in the inbox gets one too. */
import { plainRooms } from '../bridge/account/account.ts';
import type { Account } from '../bridge/account/account.ts';
import { effectsOf } from '../bridge/loops/effects.ts';
import { invited, isAskedIn } from '../bridge/room/entry.ts';
import type { ThreadId } from '../bridge/types.ts';
import { loadWork } from '../db/helpdesk-tables/thread-work.ts';
import type { Transaction } from '../db/pool.ts';
import { findThreadRoom, roomMembers } from '../db/room-tables/rooms.ts';
import { isCrowded } from '../handling/crowded.ts';
import type { MailKind } from '../mail/types.ts';

/**
 * Where the account asks for a line of every answer, and where nobody would see it in its room. Mail of machines is no
 * news.
 */
export async function hasLineAgain(
  tx: Transaction,
  account: Account,
  thread: ThreadId,
  kind: MailKind,
  direction: 'in' | 'colleague',
): Promise<boolean> {
  if (!effectsOf(kind).countsAsAnswer) return false;
  if ((account.rooms ?? plainRooms).inbox === 'all') return true;
  return direction === 'in' && account.team.length > 0 && isUnattended(tx, account, thread);
}

/**
 * True where nobody of the team is in the room or invited to it, and nobody is asked in because of the mail: neither
 * who has the conversation, nor those who are invited to each room.
 */
async function isUnattended(tx: Transaction, account: Account, thread: ThreadId): Promise<boolean> {
  const row = await findThreadRoom(tx, thread);
  // Whoever is invited when it is made sees all that is in it.
  if (row === null) return invited(account, await isCrowded(tx, account)).length === 0;
  const members = new Map((await roomMembers(tx, row.room)).map((member) => [member.user, member]));
  if (account.team.some(({ user }) => ['join', 'invite'].includes(members.get(user)?.membership ?? ''))) return false;
  const claimedBy = (await loadWork(tx, thread))?.claimedBy ?? null;
  const asked = [...invited(account, await isCrowded(tx, account)), ...(claimedBy === null ? [] : [claimedBy])];
  return !asked.some((user) => isAskedIn(members.get(user) ?? null));
}
