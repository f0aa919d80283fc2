/** `!mail done`, `!mail reopen`, `!mail snooze`: when a thread is over, for good or for a time. */
import { renderLines } from '../bridge/commands.ts';
import { stampOf } from '../bridge/desk-render.ts';
import { snoozeEnd } from '../bridge/desk-time.ts';
import { finishWork, reopenWork, snoozeWork } from '../db/desk.ts';
import { words } from '../mail/words.ts';
import type { CommandHandler } from './command.ts';

export const commandDone: CommandHandler = async (tx, { account, room: { thread, room }, event }) => {
  const say = words(account.language).desk;
  if (thread === null) return renderLines([say.onlyInThreads]);
  const team = account.team.map(({ user }) => user);
  const done = await finishWork(tx, { account: account.id, thread }, event.sender, { event: null, room, team });
  return renderLines([done ? say.done : say.doneAlready]);
};

export const commandReopen: CommandHandler = async (tx, { account, room: { thread } }) => {
  const say = words(account.language).desk;
  if (thread === null) return renderLines([say.onlyInThreads]);
  const done = await reopenWork(tx, { account: account.id, thread }, null);
  return renderLines([done ? say.reopened : say.openAlready]);
};

export const commandSnooze: CommandHandler = async (tx, { account, room: { thread }, event }, { rest }) => {
  const say = words(account.language).desk;
  if (thread === null) return renderLines([say.onlyInThreads]);
  const until = snoozeEnd(rest, event.receivedAt);
  if (until === null) return renderLines([say.snoozeHow]);
  await snoozeWork(tx, { account: account.id, thread }, event.sender, until);
  return renderLines([say.snoozed(stampOf(until))]);
};
