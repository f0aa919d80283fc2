/** Direct chats of people with the bot. */
import type { AccountId, RoomId, UserId } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { roomMembers } from './rooms.ts';

/**
 * Writes down that the bot is in a direct chat, with everybody who is there or invited; a chat that it was put out of
 * and asked into again is the same one. `carrier`: any account, for what is sent there.
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
  return members
    .filter(({ user, membership }) => ['join', 'invite'].includes(membership) && !isOwn(user))
    .map(({ user }) => user);
}

/** The latest direct chat of a person with the bot; null where there is none. */
export async function managementRoomOf(db: Queryable, user: UserId): Promise<RoomId | null> {
  const { rows } = await db.query<{ room: RoomId }>(
    `SELECT r.room FROM members m JOIN rooms r USING (room)
     WHERE m.user_id = $1 AND m.membership = 'join' AND r.kind = 'management' AND r.state = 'active'
     ORDER BY r.at DESC LIMIT 1`,
    [user],
  );
  return rows[0]?.room ?? null;
}
