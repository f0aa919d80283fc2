/** `!mail claim`, `!mail unclaim`, `!mail assign`: who has a thread. */
import { renderLines } from '../bridge/commands.ts';
import { findAssignee, shownName } from '../bridge/desk.ts';
import { notice } from '../bridge/notices.ts';
import type { RoomId, ThreadId, UserId } from '../bridge/types.ts';
import { claimWork, loadWork, unclaimWork } from '../db/desk.ts';
import type { Transaction } from '../db/pool.ts';
import { roomMembers } from '../db/rooms.ts';
import { addSend } from '../db/sends.ts';
import { words } from '../mail/words.ts';
import type { CommandHandler } from './command.ts';
import { sounding } from './desk-say.ts';
import type { EventContext } from './event-context.ts';

export const commandClaim: CommandHandler = async (tx, { account, room: { thread }, event }) => {
  const say = words(account.language).desk;
  if (thread === null) return renderLines([say.onlyInThreads]);
  const at = { account: account.id, thread };
  if (await claimWork(tx, at, event.sender, { event: null, force: false })) return renderLines([say.claimed]);
  const by = (await loadWork(tx, thread))?.claimedBy ?? null;
  if (by === null || by === event.sender) return renderLines([say.hadAlready]);
  return renderLines([say.hadBy(shownName(account, by))]);
};

export const commandUnclaim: CommandHandler = async (tx, { account, room: { thread } }) => {
  const say = words(account.language).desk;
  if (thread === null) return renderLines([say.onlyInThreads]);
  const done = await unclaimWork(tx, { account: account.id, thread }, null);
  return renderLines([done ? say.unclaimed : say.nobodyHasIt]);
};

/** Whoever gets it is mentioned, and asked in where they are not there. */
export const commandAssign: CommandHandler = async (tx, context, { rest }) => {
  const { account, room, event } = context;
  const say = words(account.language).desk;
  if (room.thread === null) return renderLines([say.onlyInThreads]);
  const at = { thread: room.thread, room: room.room };
  const user = await assignThread(tx, context, at, { to: rest, by: event.sender, of: event.event });
  if (user === null) return renderLines([say.notFound(rest.slice(0, 80))]);
  return renderLines([user === event.sender ? say.claimed : say.assigned(shownName(account, user))]);
};

/**
 * Gives a thread to whoever of the team or its room is called so, and tells them there; null where that is nobody, or several.
 *
 * @param how.of the fact that it is told of: the same fact is told once
 */
export async function assignThread(
  tx: Transaction,
  { account, ids, ghosts }: Pick<EventContext, 'account' | 'ids' | 'ghosts'>,
  at: { readonly thread: ThreadId; readonly room: RoomId | null },
  how: { readonly to: string; readonly by: UserId; readonly of: string },
): Promise<UserId | null> {
  const people = (at.room === null ? [] : await roomMembers(tx, at.room)).filter(
    ({ user, membership }) => membership === 'join' && !ghosts.isOwn(user),
  );
  const user = findAssignee(how.to, account, people);
  if (user === null) return null;
  await claimWork(tx, { account: account.id, thread: at.thread }, user, { event: null, force: true });
  if (user === how.by) return user;
  const told = notice(ids, {
    place: { account: account.id, thread: at.thread, room: null },
    bot: ghosts.bot,
    of: how.of,
    purpose: 'assigned',
    said: renderLines([words(account.language).desk.assignedToYou(shownName(account, how.by))]),
    mention: user,
  });
  await addSend(tx, sounding(told));
  return user;
}
