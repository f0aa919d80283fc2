import { z } from 'zod';
import type { JsonObject, RoomId, UserId } from '../bridge/types.ts';
import type { MatrixClient } from './client.ts';
import { MatrixError } from './errors.ts';
import { joinRoom } from './join.ts';

const level = z.number().int().catch(0);
const powerLevels = z.object({
  users: z.record(z.string(), level).catch({}),
  users_default: level.default(0),
});

/**
 * The power level of a user as the room's state says (spec, `m.room.power_levels`); 0 where there is none or the bot
 * may not see it. A creator of a room of version 12 or later stands in no list and counts as 100. Throws where the
 * homeserver is away.
 */
export async function powerIn(client: MatrixClient, room: RoomId, user: UserId): Promise<number> {
  try {
    const create = await client.getState(room, 'm.room.create');
    if (Number(create?.['room_version'] ?? 1) >= 12 && (await isCreator(client, room, user))) return 100;
    const levels = powerLevels.safeParse(await client.getState(room, 'm.room.power_levels'));
    return levels.success ? (levels.data.users[user] ?? levels.data.users_default) : 0;
  } catch (error) {
    if (error instanceof MatrixError && (error.status === 403 || error.status === 404)) return 0;
    throw error;
  }
}

/** The creator of a room is who sent its first event; its content names only the others. */
async function isCreator(client: MatrixClient, room: RoomId, user: UserId): Promise<boolean> {
  const create = (await client.allState(room)).find(({ type }) => type === 'm.room.create');
  const more = z.array(z.string()).catch([]).parse(create?.content['additional_creators']);
  return create?.sender === user || more.includes(user);
}

/** The bot in rooms that people made. What the homeserver refuses for good is no error. */
export function membershipOf(client: MatrixClient): {
  readonly join: (room: RoomId) => Promise<readonly UserId[] | null>;
  readonly leave: (room: RoomId) => Promise<void>;
} {
  return {
    join: async (room) => {
      try {
        await joinRoom(client, room);
        const state = await client.allState(room);
        return state
          .filter((one) => one.type === 'm.room.member' && isThere(one.content))
          .map(({ key }) => key as UserId);
      } catch (error) {
        if (error instanceof MatrixError && (error.status === 403 || error.status === 404)) return null;
        throw error;
      }
    },
    leave: async (room) => {
      try {
        await client.leave(room);
      } catch (error) {
        if (!(error instanceof MatrixError) || (error.status !== 403 && error.status !== 404)) throw error;
      }
    },
  };
}

function isThere({ membership }: JsonObject): boolean {
  return membership === 'join' || membership === 'invite';
}

const inviteLevel = z.object({ invite: z.coerce.number().catch(0).default(0) });

/** What a room itself says of whom a member invites (spec, `m.room.power_levels`), and whether it is encrypted. */
export async function inviting(
  client: MatrixClient,
  room: RoomId,
  user: UserId,
): Promise<{ readonly mayInvite: boolean; readonly encrypted: boolean }> {
  try {
    const { invite } = inviteLevel.parse((await client.getState(room, 'm.room.power_levels')) ?? {});
    const encrypted = (await client.getState(room, 'm.room.encryption')) !== null;
    return { mayInvite: (await powerIn(client, room, user)) >= invite, encrypted };
  } catch (error) {
    if (error instanceof MatrixError && (error.status === 403 || error.status === 404)) {
      return { mayInvite: false, encrypted: false };
    }
    throw error;
  }
}
