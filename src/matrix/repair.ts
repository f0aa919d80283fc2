import type { AccountId, RoomId, UserId } from '../bridge/types.ts';
import type { RoomRow } from '../db/rooms.ts';
import type { Log } from '../log.ts';
import type { MatrixClient } from './client.ts';
import { HomeserverUnreachableError, MatrixError } from './errors.ts';
import type { Ghosts, Speaker } from './ghosts.ts';
import type { Rooms } from './rooms.ts';

/**
 * What a failed send means.
 *
 * - `duplicate-annotation`: the same reaction is there already, which is what was wanted.
 * - `too-large`: shorten it and attach the rest.
 * - `device`, `join`: the sender's device is unknown; the sender may not speak there (not joined, mostly).
 * - `room-gone`: the homeserver knows no such room.
 * - `retry`: nothing is wrong with the event; the same again later.
 * - `other`: refused for good by this sender; the bot says it.
 */
export type Refusal = 'duplicate-annotation' | 'too-large' | 'device' | 'join' | 'room-gone' | 'retry' | 'other';

/** Sorts whatever `MatrixClient.send` threw; unknown errors are `retry`: the worker counts their tries. */
export function classifyRefusal(error: unknown): Refusal {
  if (error instanceof HomeserverUnreachableError || !(error instanceof MatrixError)) return 'retry';
  const { status, errcode } = error;
  if (errcode === 'M_DUPLICATE_ANNOTATION') return 'duplicate-annotation';
  if (errcode === 'M_TOO_LARGE' || status === 413) return 'too-large';
  if (errcode === 'M_UNKNOWN_DEVICE' || errcode === 'ORG.MATRIX.MSC3202.UNKNOWN_DEVICE') return 'device';
  if (errcode === 'M_LIMIT_EXCEEDED' || status === 429 || status === 408 || status >= 500) return 'retry';
  // The token is not known (yet): the registration is not loaded. Nothing is lost by waiting.
  if (status === 401) return 'retry';
  if (errcode === 'M_FORBIDDEN' || errcode === 'M_GUEST_ACCESS_FORBIDDEN') return 'join';
  if (status === 404) return 'room-gone';
  return 'other';
}

/** How long to wait where the homeserver did not say; milliseconds. */
export function retryAfter(error: unknown, attempt: number): number {
  if (error instanceof MatrixError && error.retryAfterMs !== null) return error.retryAfterMs;
  return Math.min(60_000, 500 * 2 ** Math.min(attempt, 8));
}

/** What to do after a repair. */
export type Repaired =
  /** The same again, in this room. */
  | { readonly do: 'again'; readonly room: RoomId }
  /** The room has a replacement, or is of no use and `Rooms.ensure` makes a successor: resolve the room anew, then send. */
  | { readonly do: 'moved' }
  /** The sender is kept out for good (banned, muted): the bot says it in their name. */
  | { readonly do: 'as-bot' };

export interface RepairDeps {
  readonly client: MatrixClient;
  readonly rooms: Rooms;
  readonly ghosts: Ghosts;
  readonly log: Log;
  readonly bot: UserId;
}

export interface RepairCase {
  readonly refusal: 'device' | 'join' | 'room-gone' | 'other';
  readonly row: RoomRow;
  /** The space that the room hangs in. */
  readonly space: RoomId | null;
  readonly sender: UserId;
  readonly senderName: string;
}

/**
 * Mends what kept an event out of a room: follows a tombstone; lets the bot in again; gives a room up in which the bot is
 * banned or that is gone; registers and joins the ghost anew. What is thrown (MatrixError, HomeserverUnreachableError)
 * means that the homeserver could not be asked: the case is tried again later.
 */
export async function repair(
  deps: RepairDeps,
  { refusal, row, space, sender, senderName }: RepairCase,
): Promise<Repaired> {
  const { rooms, ghosts, log } = deps;
  if (refusal === 'device') {
    await ghosts.renew(sender);
    return { do: 'again', room: row.room };
  }
  if (refusal === 'other') return { do: 'as-bot' };
  if ((await rooms.follow(row, space)) !== null) return { do: 'moved' };
  const botIsIn = refusal === 'join' && (await botIsThere(deps, row.room));
  if (!botIsIn) {
    await rooms.giveUp(row, space);
    return { do: 'moved' };
  }
  if (sender === deps.bot) return { do: 'again', room: row.room };
  if (!(await enter(ghosts, row, sender, senderName))) {
    log.warn('room: ghost kept out', { room: row.room });
    return { do: 'as-bot' };
  }
  return { do: 'again', room: row.room };
}

/** Whether the bot is in the room, after it tried to come in where it was not. A closed room (tombstone) is none. */
async function botIsThere({ client, bot }: RepairDeps, room: RoomId): Promise<boolean> {
  try {
    const own = await client.getState(room, 'm.room.member', bot);
    if ((await client.getState(room, 'm.room.tombstone')) !== null) return false;
    if (own?.['membership'] === 'join') return true;
  } catch (error) {
    if (!(error instanceof MatrixError) || (error.status !== 403 && error.status !== 404)) throw error;
  }
  try {
    await client.join(room);
    return true;
  } catch (error) {
    if (error instanceof MatrixError && (error.status === 403 || error.status === 404)) return false;
    throw error;
  }
}

async function enter(
  ghosts: Ghosts,
  at: { readonly room: RoomId; readonly account: AccountId },
  sender: UserId,
  name: string,
): Promise<boolean> {
  const ghost: Speaker = await ghosts.renew(sender);
  try {
    await ghosts.joinAgain(at, ghost, name);
    return true;
  } catch (error) {
    if (error instanceof MatrixError && error.status === 403) return false;
    throw error;
  }
}
