/** `!mail claim`, `!mail unclaim`, `!mail assign`: who has a thread. */
import { renderLines } from '../bridge/commands.ts';
import { findAssignee, shownName } from '../bridge/desk.ts';
import { notice } from '../bridge/notices.ts';
import { claimWork, loadWork, unclaimWork } from '../db/desk.ts';
import { roomMembers } from '../db/rooms.ts';
import { addSend } from '../db/sends.ts';
import { words } from '../mail/words.ts';
import type { CommandHandler } from './command.ts';
import { sounding } from './desk-say.ts';

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
  const { account, room, event, ghosts } = context;
  const say = words(account.language).desk;
  if (room.thread === null) return renderLines([say.onlyInThreads]);
  const people = (await roomMembers(tx, room.room)).filter(
    ({ user, membership }) => membership === 'join' && !ghosts.isOwn(user),
  );
  const user = findAssignee(rest, account, people);
  if (user === null) return renderLines([say.notFound(rest.slice(0, 80))]);
  await claimWork(tx, { account: account.id, thread: room.thread }, user, { event: null, force: true });
  if (user === event.sender) return renderLines([say.claimed]);
  const told = notice(context.ids, {
    place: { account: account.id, thread: room.thread, room: null },
    bot: ghosts.bot,
    of: event.event,
    purpose: 'assigned',
    said: renderLines([say.assignedToYou(shownName(account, event.sender))]),
    mention: user,
  });
  await addSend(tx, sounding(told));
  return renderLines([say.assigned(shownName(account, user))]);
};
