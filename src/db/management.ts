/** Direct chats of people with the bot. */
import type { AccountId, RoomId, UserId } from '../bridge/types.ts';
import type { Transaction } from './pool.ts';
import { roomMembers } from './rooms.ts';

/**
 * Writes down that the bot is in a direct chat, with everybody who is there or invited; a chat that it was put out of and asked
 * into again is the same one. `carrier`: any account, for what is sent there.
 */
export async function addManagementRoom(
  tx: Transaction,
  chat: { readonly room: RoomId; readonly carrier: AccountId; readonly members: readonly UserId[] },
): Promise<void> {
  await tx.query(
    `INSERT INTO rooms (room, account, kind, alias, state, invited) VALUES ($1, $2, 'management', '', 'active', '[]')
     ON CONFLICT (room) DO UPDATE SET state = 'active' WHERE rooms.kind = 'management'`,
    [chat.room, chat.carrier],
  );
  await tx.query(
    `INSERT INTO members (room, user_id, account, membership) SELECT $1, u, $2, 'join' FROM unnest($3::text[]) u
     ON CONFLICT (room, user_id) DO UPDATE SET membership = 'join'`,
    [chat.room, chat.carrier, chat.members],
  );
}

/** People, not of ours, who are in a room or invited. */
export async function peopleIn(tx: Transaction, room: RoomId, isOwn: (user: string) => boolean): Promise<UserId[]> {
  const members = await roomMembers(tx, room);
  return members.filter(({ user, membership }) => ['join', 'invite'].includes(membership) && !isOwn(user)).map(({ user }) => user); // prettier-ignore
}
