/** Who may do what in a room (spec, `m.room.power_levels` and `m.room.member`), and how power is taken away. */
import { z } from 'zod';
import type { RoomId, UserId } from '../bridge/types.ts';
import type { MatrixClient, StateEvent } from './client.ts';
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

const level = z.coerce.number().catch(0);
const byName = z.record(z.string(), level).catch({}).default({});
const levelsShape = z.object({
  users: byName,
  users_default: level.default(0),
  events: byName,
  events_default: level.default(0),
  state_default: level.default(50),
  invite: level.default(0),
});
const creationShape = z.object({
  room_version: z.string().catch('1').default('1'),
  additional_creators: z.array(z.string()).catch([]).default([]),
});

export interface RoomPowers {
  readonly membership: (user: UserId) => string | null;
  readonly mayInvite: (user: UserId) => boolean;
  /** Whether a member may send an event of this type that is no state. */
  readonly maySend: (user: UserId, type: string) => boolean;
  /** Whether a member may set state of this type. */
  readonly mayPut: (user: UserId, type: string) => boolean;
}

/** What a room itself lets its members do, by the whole of its state. Pure. Who is not joined may do nothing. */
export function roomPowers(state: readonly StateEvent[]): RoomPowers {
  const of = (type: string, key = '') => state.find((piece) => piece.type === type && piece.key === key);
  const levels = levelsShape.parse(of('m.room.power_levels')?.content ?? {});
  const create = of('m.room.create');
  const { room_version: version, additional_creators: others } = creationShape.parse(create?.content ?? {});
  // From version 12 on who made a room has more power than any number (spec, "Room Version 12").
  const creators = Number(version) >= 12 && create !== undefined ? [create.sender, ...others] : [];
  const power = (user: UserId): number =>
    creators.includes(user) ? Infinity : (levels.users[user] ?? levels.users_default);
  const membership = (user: UserId): string | null => {
    const said = of('m.room.member', user)?.content['membership'];
    return typeof said === 'string' ? said : null;
  };
  const has = (user: UserId, needed: number): boolean => membership(user) === 'join' && power(user) >= needed;
  return {
    membership,
    mayInvite: (user) => has(user, levels.invite),
    maySend: (user, type) => has(user, levels.events[type] ?? levels.events_default),
    mayPut: (user, type) => has(user, levels.events[type] ?? levels.state_default),
  };
}
