/** `!mail brake`: what the brakes hold in this conversation, in an account's own room in all of them; `!mail brake reset` lets it go. */
import { shortTime } from '../bridge/brakes-told.ts';
import { renderLines } from '../bridge/commands.ts';
import { heldThreads } from '../db/brakes.ts';
import { words } from '../mail/words.ts';
import type { CommandHandler } from './command.ts';
import { releaseHeld } from './event-brakes.ts';

const SHOWN = 20;

export const commandBrake: CommandHandler = async (tx, context, call) => {
  const { account, room } = context;
  const say = words(account.language).brakes;
  const held = await heldThreads(tx, account.id, room.thread, SHOWN);
  if (held.length === 0) return renderLines([say.none]);
  if (call.args[0] === 'reset' && room.thread !== null) {
    const at = { account: account.id, thread: room.thread, by: context.event.sender };
    return renderLines([say.released(await releaseHeld(tx, at))]);
  }
  const lines = held.map(({ subject, mails, since }) => say.thread(subject, mails, shortTime(since)));
  return renderLines([...lines, say.resetHow]);
};
