/** What happens to a room itself: who comes and goes, and where it moves. */
import { z } from 'zod';
import { renderLines } from '../bridge/commands.ts';
import type { MatrixAction } from '../bridge/from-matrix.ts';
import { notice } from '../bridge/notices.ts';
import type { RoomId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { showElsewhere } from '../db/desk.ts';
import { setMember, setRoomState } from '../db/rooms.ts';
import { addSend } from '../db/sends.ts';
import { words } from '../mail/words.ts';
import type { EventContext } from './event-context.ts';
import { ghostMoved } from './event-member.ts';

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
  await ghostMoved(tx, context, action);
  return null;
}

/**
 * A tombstone (spec, "room upgrades"). The new room is owed a word of the bot at once: `matrix-send` follows to say it, since
 * what people write there is heard from then on.
 */
export async function roomReplaced(
  tx: Transaction,
  context: EventContext,
  replacement: RoomId | null,
): Promise<string | null> {
  const { room, account, thread } = context.room;
  await setRoomState(tx, room, replacement === null ? 'gone' : 'replaced', replacement);
  if (replacement === null || thread === null) return null;
  const place = { account, thread, room: null };
  const said = renderLines([words(context.account.language).room.followed]);
  const { ids, ghosts, event } = context;
  await addSend(tx, notice(ids, { place, bot: ghosts.bot, of: event.event, purpose: 'followed', said }));
  await showElsewhere(tx, { account, thread });
  return null;
}
