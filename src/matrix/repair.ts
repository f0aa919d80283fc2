import { setTimeout as delay } from 'node:timers/promises';
import type { AccountId, RoomId, UserId } from '../bridge/types.ts';
import type { RoomRow } from '../db/room-tables/rooms.ts';
import type { Log } from '../base/log.ts';
import type { MatrixClient } from './client.ts';
import { MatrixError, RoomUnreadyError } from './errors.ts';
import { failureOf, isForGood } from './failure.ts';
import type { Ghosts, ActingUser } from './ghosts.ts';
import { joinRoom } from './join.ts';
import { roomPowers } from './power-levels.ts';
import type { Rooms } from './rooms.ts';

/**
 * What a failed send means.
 *
 * - `duplicate-annotation`: the same reaction is there already, which is what was wanted.
 * - `too-large`: shorten it and attach the rest.
 * - `device`, `join`: the sender's device is unknown; the sender may not speak there (not joined, mostly).
 * - `room-gone`: the homeserver knows no such room.
 * - `policy`: the homeserver lets nobody do it, whoever asks.
 * - `retry`: nothing is wrong with the event; the same again later.
 * - `other`: refused for good by this sender; the bot says it.
 */
export type SendFailure =
  'duplicate-annotation' | 'too-large' | 'device' | 'join' | 'room-gone' | 'policy' | 'retry' | 'other';

/** `failureOf` for one send that failed while others pass: what can be mended about it. Unknown errors are `retry`. */
export function classifyRefusal(error: unknown): SendFailure {
  const failure = failureOf(error, 'answered');
  return failure.is === 'request' || failure.is === 'person' ? failure.why : 'retry';
}

/** How long to wait where the homeserver did not say; milliseconds. */
export function retryAfter(error: unknown, attempt: number): number {
  if (error instanceof RoomUnreadyError) return retryAfter(error.cause, attempt);
  if (error instanceof MatrixError && error.retryAfterMs !== null) return error.retryAfterMs;
  return Math.min(60_000, 500 * 2 ** Math.min(attempt, 8));
}

/**
 * Does work that needs the homeserver until it is done or the signal aborts, with the pauses of `retryAfter`; `trouble`
 * is told of each failure, tries from 1.
 */
export async function untilDone(
  signal: AbortSignal,
  work: () => Promise<void>,
  trouble: (error: unknown, tries: number) => void,
): Promise<void> {
  for (let tries = 1; !signal.aborted; tries++) {
    try {
      await work();
      return;
    } catch (error) {
      trouble(error, tries);
      await delay(retryAfter(error, tries), undefined, { signal }).catch(() => undefined);
    }
  }
}

/** What to do after a repair. */
export type Repaired =
  /** The same again, in this room. */
  | { readonly do: 'again'; readonly room: RoomId }
  /**
   * The room has a replacement, or is of no use and `Rooms.ensure` makes a successor: resolve the room anew, then send.
   */
  | { readonly do: 'moved' }
  /** The bot says it in their name: the sender is kept out for good, or what they say is refused. */
  | { readonly do: 'as-bot'; readonly why: SpokenFor };

/** Why the bot speaks for somebody: people banned them, they may not be or write there, or the event is refused. */
export type SpokenFor = 'banned' | 'kept-out' | 'refused';

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
  /** Of the event that is to be sent. */
  readonly type: string;
}

/**
 * Mends what kept an event out of a room: follows a tombstone; lets the bot in again; gives a room up in which the bot
 * is banned or that is gone; registers and joins the ghost anew. What is thrown (MatrixError,
 * HomeserverUnreachableError) means that the homeserver could not be asked: the case is tried again later.
 */
export async function repair(
  deps: RepairDeps,
  { refusal, row, space, sender, senderName, type }: RepairCase,
): Promise<Repaired> {
  const { rooms, ghosts, log } = deps;
  if (refusal === 'device') {
    await ghosts.renew(sender);
    return { do: 'again', room: row.room };
  }
  // Synapse refuses a banned user's own member event with M_BAD_STATE, as other homeservers do a bad request.
  if (refusal === 'other') return { do: 'as-bot', why: await spokenFor(deps, row.room, sender, 'refused') };
  if ((await rooms.follow(row, space)) !== null) return { do: 'moved' };
  const botIsIn = refusal === 'join' && (await botIsThere(deps, row.room));
  if (!botIsIn) {
    await rooms.giveUp(row, space);
    return { do: 'moved' };
  }
  // There is nothing to mend where the room lets them: they came in meanwhile, or it is a policy.
  const isIn = sender === deps.bot || (await mayByRoom(deps, row.room, sender, type));
  if (isIn) return { do: 'again', room: row.room };
  if (!(await enter(ghosts, row, sender, senderName))) {
    log.warn('room: ghost kept out', { room: row.room });
    return { do: 'as-bot', why: await spokenFor(deps, row.room, sender, 'kept-out') };
  }
  return { do: 'again', room: row.room };
}

/** Whether a user of ours is joined, as the homeserver says at this moment. Throws where it could not be asked. */
export async function isJoined(client: Pick<MatrixClient, 'getState'>, room: RoomId, user: UserId): Promise<boolean> {
  try {
    const member = await client.getState(room, 'm.room.member', user, { user });
    return member?.['membership'] === 'join';
  } catch (error) {
    if (error instanceof MatrixError && (error.status === 403 || error.status === 404)) return false;
    throw error;
  }
}

/**
 * Whether the room itself lets somebody say something there. What is refused all the same is refused by a policy: that
 * of a policy server (spec v1.18, "Policy Servers") or of a module that looks for spam, both 403 M_FORBIDDEN.
 */
export async function mayByRoom(
  { client }: Pick<RepairDeps, 'client'>,
  room: RoomId,
  sender: UserId,
  type: string,
): Promise<boolean> {
  try {
    return roomPowers(await client.allState(room)).maySend(sender, type);
  } catch (error) {
    if (isForGood(error)) return false;
    throw error;
  }
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
    await joinRoom(client, room);
    return true;
  } catch (error) {
    if (error instanceof MatrixError && (error.status === 403 || error.status === 404)) return false;
    throw error;
  }
}

/** Whether the sender is banned from the room, as far as it tells; else `otherwise`. */
async function spokenFor(
  { client, bot }: RepairDeps,
  room: RoomId,
  sender: UserId,
  otherwise: SpokenFor,
): Promise<SpokenFor> {
  if (sender === bot) return otherwise;
  try {
    const member = await client.getState(room, 'm.room.member', sender);
    return member?.['membership'] === 'ban' ? 'banned' : otherwise;
  } catch (error) {
    if (error instanceof MatrixError && (error.status === 403 || error.status === 404)) return otherwise;
    throw error;
  }
}

async function enter(
  ghosts: Ghosts,
  at: { readonly room: RoomId; readonly account: AccountId },
  sender: UserId,
  name: string,
): Promise<boolean> {
  const ghost: ActingUser = await ghosts.renew(sender);
  try {
    await ghosts.joinAgain(at, ghost, name);
    return true;
  } catch (error) {
    if (error instanceof MatrixError && error.status === 403) return false;
    throw error;
  }
}
