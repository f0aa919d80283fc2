/** What happens to a room itself: who comes and goes, and where it moves. */
import { z } from 'zod';
import type { MatrixAction } from '../bridge/from-matrix.ts';
import type { RoomId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { setMember, setRoomState } from '../db/rooms.ts';
import type { EventContext } from './event-context.ts';

const named = z.object({ content: z.object({ displayname: z.string().nullish().catch(null) }) });

/** Writes down a membership. A bot that is out makes the room lost: what is owed to it goes to a successor. */
export async function roomMemberChanged(
  tx: Transaction,
  context: EventContext,
  action: Extract<MatrixAction, { kind: 'membership' }>,
): Promise<string | null> {
  const { room, account } = context.room;
  const name = named.safeParse(context.raw).data?.content.displayname ?? null;
  await setMember(tx, { room, account, user: action.user, membership: action.membership, name });
  const out = action.membership === 'leave' || action.membership === 'ban';
  if (out && action.user === context.ghosts.bot) await setRoomState(tx, room, 'gone');
  return null;
}

/** A tombstone (spec, "room upgrades"): `matrix-send` follows it when something is owed to the thread. */
export async function roomReplaced(
  tx: Transaction,
  context: EventContext,
  replacement: RoomId | null,
): Promise<string | null> {
  await setRoomState(tx, context.room.room, replacement === null ? 'gone' : 'replaced', replacement);
  return null;
}
