/** The power levels of a room of ours after its team has changed. Pure. */
import { z } from 'zod';
import type { JsonObject, UserId } from '../types.ts';
import { MODERATOR } from './room-state.ts';

const shape = z.looseObject({ users: z.record(z.string(), z.json()).catch({}).default({}) });

/**
 * The content of `m.room.power_levels`; null where nothing is to be changed. Who has more than a moderator by the word
 * of people keeps it when they join; whoever leaves has no level of their own.
 */
export function teamLevels(
  content: JsonObject,
  { raise, lower }: { readonly raise: readonly UserId[]; readonly lower: readonly UserId[] },
): JsonObject | null {
  const { users } = shape.parse(content);
  const next = new Map(Object.entries(users).filter(([user]) => !lower.some((one) => one === user)));
  for (const user of raise) {
    const level = Number(next.get(user) ?? 0);
    if (!(level >= MODERATOR)) next.set(user, MODERATOR);
  }
  const same = next.size === Object.keys(users).length && [...next].every(([user, level]) => users[user] === level);
  return same ? null : { ...content, users: Object.fromEntries(next) };
}
