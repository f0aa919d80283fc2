/** Who has power of their own in a room (spec, `m.room.power_levels`), and how it is taken away. */
import { z } from 'zod';
import type { RoomId, UserId } from '../bridge/types.ts';
import type { MatrixClient } from './client.ts';
import { MatrixError } from './errors.ts';

const levels = z.looseObject({ users: z.record(z.string(), z.coerce.number()).catch({}).default({}) });

/** The levels by user; empty where the bot may not see the room. */
export async function powersIn(client: MatrixClient, room: RoomId): Promise<ReadonlyMap<UserId, number>> {
  try {
    const read = levels.safeParse((await client.getState(room, 'm.room.power_levels')) ?? {});
    return new Map(Object.entries(read.data?.users ?? {}).map(([user, level]) => [user as UserId, level]));
  } catch (error) {
    if (error instanceof MatrixError && (error.status === 403 || error.status === 404)) return new Map();
    throw error;
  }
}

/** Takes a user's own level away; false where they have none. Throws MatrixError where the bot may not. */
export async function takePower(client: MatrixClient, room: RoomId, user: UserId): Promise<boolean> {
  const content = await client.getState(room, 'm.room.power_levels');
  const users = content?.['users'];
  if (content === null || typeof users !== 'object' || users === null || !Object.hasOwn(users, user)) return false;
  const rest = Object.fromEntries(Object.entries(users).filter(([one]) => one !== user));
  await client.putState(room, 'm.room.power_levels', '', { ...content, users: rest });
  return true;
}
