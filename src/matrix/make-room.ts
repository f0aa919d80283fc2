import type { Log } from '../base/log.ts';
import type { RoomPlan } from '../bridge/room/room-state.ts';
import type { AccountId, JsonObject, RoomId } from '../bridge/types.ts';
import type { Database } from '../db/pool.ts';
import { noteRoomMade, noteRoomsRefused } from '../db/room-tables/rooms-refused.ts';
import type { MatrixBridge } from './bridge.ts';
import { isMatrixError, MatrixError, RoomRefusedError } from './errors.ts';
import { isRoomRefused } from './failure.ts';

export interface MakeRoomDeps {
  readonly bridge: Pick<MatrixBridge, 'createRoom'>;
  readonly db: Database;
  readonly log: Log;
}

export interface MadeRoom {
  readonly room: RoomId;
  /** Whether it has all that was planned; else the rest is to be set. */
  readonly isWhole: boolean;
}

/**
 * Asks the homeserver for a room, and notes of its account whether it makes any. What it refuses it is asked for once
 * more without words of people outside: a subject that some policy does not like is no reason to have no room. Null
 * where the alias is taken.
 *
 * @throws RoomRefusedError where the homeserver makes no such room, whatever its answer calls it; MatrixError and
 *   HomeserverUnreachableError where the answer says nothing of that
 */
export async function makeRoom(
  { bridge, db, log }: MakeRoomDeps,
  account: AccountId,
  plan: RoomPlan,
): Promise<MadeRoom | null> {
  const whole = await tryToMake(bridge, plan.create);
  const made = typeof whole === 'string' || whole === null ? whole : await tryToMake(bridge, plan.bare);
  if (made === null) return null;
  if (typeof made === 'string') {
    if (await noteRoomMade(db, account)) log.info('room: the homeserver makes rooms again', { account });
    return { room: made, isWhole: made === whole };
  }
  const answer = `${made.status} ${made.errcode}`.trim().slice(0, 100);
  if (await noteRoomsRefused(db, account, answer)) {
    log.error('room: the homeserver makes no rooms; mailroom check says why', { account, error: made });
  }
  throw new RoomRefusedError(made);
}

/** The room, null where the alias is taken, or how the homeserver refused it. */
async function tryToMake(bridge: MakeRoomDeps['bridge'], body: JsonObject): Promise<RoomId | null | MatrixError> {
  try {
    return await bridge.createRoom(body);
  } catch (error) {
    if (isMatrixError(error, 'M_ROOM_IN_USE')) return null;
    if (error instanceof MatrixError && isRoomRefused(error)) return error;
    throw error;
  }
}
