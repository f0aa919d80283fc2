/** Who speaks in a room that was filled from old mail: nobody but the bot, until new mail comes. */
import { speakingLevels } from '../bridge/imported/import-rooms.ts';
import type { Database } from '../db/pool.ts';
import { setReadOnly } from '../db/room-tables/rooms.ts';
import type { RoomRow } from '../db/room-tables/rooms.ts';
import type { MatrixClient } from '../matrix/client.ts';

/** Sets it; the same again changes nothing. Throws what the homeserver refuses. */
export async function setSpeaking(
  { client, db }: { readonly client: Pick<MatrixClient, 'getState' | 'putState'>; readonly db: Database },
  { room }: Pick<RoomRow, 'room'>,
  who: 'bot' | 'everybody',
): Promise<void> {
  const levels = await client.getState(room, 'm.room.power_levels');
  if (levels !== null) await client.putState(room, 'm.room.power_levels', '', speakingLevels(levels, who));
  await setReadOnly(db, room, who === 'bot');
}
