/** What happens to a room itself: who comes and goes, and where it moves. */
import { z } from 'zod';
import { memberByUser } from '../bridge/account/account.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { MatrixAction } from '../bridge/from-matrix/from-matrix.ts';
import { notice } from '../bridge/notice/notices.ts';
import type { RoomId, UserId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { showElsewhere } from '../db/helpdesk-tables/thread-work.ts';
import { findMember, setMember, setRoomState } from '../db/room-tables/rooms.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { words } from '../words/words.ts';
import type { EventContext } from '../handling/event-context.ts';
import { guestGhostMoved } from '../guests/ghost-moved.ts';
import { ghostMoved } from '../answers/member-recipient.ts';
import { memberLeft } from './member-left.ts';

const named = z.object({ content: z.object({ displayname: z.string().nullish().catch(null) }) });

/**
 * Who is asked in while they are not of the team comes as a guest of whoever asked: they stay when they were of the
 * team in between.
 */
function askedIn(
  { account, ghosts, event }: EventContext,
  { user, membership }: Extract<MatrixAction, { kind: 'membership' }>,
): { readonly guestOf?: UserId | null } {
  if (membership !== 'invite') return {};
  const asMember = ghosts.isOwn(event.sender) || ghosts.isOwn(user) || memberByUser(account, user) !== null;
  return { guestOf: asMember ? null : event.sender };
}

/** Writes down a membership. A bot that is out makes the room lost: what is owed to it goes to a successor. */
export async function roomMemberChanged(
  tx: Transaction,
  context: EventContext,
  action: Extract<MatrixAction, { kind: 'membership' }>,
): Promise<string | null> {
  const { room, account } = context.room;
  const name = named.safeParse(context.raw).data?.content.displayname ?? null;
  const before = (await findMember(tx, room, action.user))?.membership ?? null;
  await setMember(tx, {
    room,
    account,
    user: action.user,
    membership: action.membership,
    name,
    ...askedIn(context, action),
  });
  const out = action.membership === 'leave' || action.membership === 'ban';
  if (out && action.user === context.ghosts.bot) await setRoomState(tx, room, 'gone');
  if (!(await guestGhostMoved(tx, context, action))) await ghostMoved(tx, context, action, before === 'ban');
  await memberLeft(tx, context, action, before);
  return null;
}

/**
 * A tombstone (spec, "room upgrades"). The new room is owed a word of the bot at once: `matrix-send` follows to say it,
 * since what people write there is heard from then on.
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
  const said = renderLines([words(context.account.language)('room-followed')]);
  const { ids, ghosts, event } = context;
  await addSend(tx, notice(ids, { place, bot: ghosts.bot, purpose: { kind: 'followed', of: event.event }, said }));
  await showElsewhere(tx, { account, thread });
  return null;
}
