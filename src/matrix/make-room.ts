import type { Log } from '../base/log.ts';
import type { AccountId } from '../bridge/types.ts';
import type { Database } from '../db/pool.ts';
import { noteRoomMade, noteRoomsRefused } from '../db/room-tables/rooms-refused.ts';
import { MatrixError } from './errors.ts';
import { isRoomRefused } from './failure.ts';

/**
 * Has a room of an account made, and notes whether the homeserver makes any for it: `/ready` and the metrics show it,
 * and what waits for a room goes on as soon as one was made. Throws what `make` throws.
 */
export async function noteRoomsOf<Made>(
  { db, log }: { readonly db: Database; readonly log: Log },
  account: AccountId,
  make: () => Promise<Made>,
): Promise<Made> {
  try {
    const made = await make();
    if (await noteRoomMade(db, account)) log.info('room: the homeserver makes rooms again', { account });
    return made;
  } catch (error) {
    if (error instanceof MatrixError && isRoomRefused(error)) {
      const answer = `${error.status} ${error.errcode}`.trim().slice(0, 100);
      if (await noteRoomsRefused(db, account, answer)) {
        log.error('room: the homeserver makes no rooms; mailroom check says why', { account, error });
      }
    }
    throw error;
  }
}
