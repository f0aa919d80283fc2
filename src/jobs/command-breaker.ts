/** `!mail breaker`: whether outgoing mail is stopped; `!mail breaker reset` lets it flow again. */
import { shortTime } from '../bridge/brakes-told.ts';
import { renderLines } from '../bridge/commands.ts';
import { breakerState } from '../db/breaker.ts';
import { words } from '../mail/words.ts';
import type { CommandHandler } from './command.ts';
import { closeBreaker } from './mail-out-breaker.ts';

export const commandBreaker: CommandHandler = async (tx, context, call) => {
  const say = words(context.account.language).brakes;
  if (call.args[0] === 'reset') {
    const waiting = await closeBreaker(tx, context, context.event.sender);
    return renderLines([waiting === null ? say.notOpen : say.reset(context.event.sender, waiting)]);
  }
  const { openedAt, waiting, sent } = await breakerState(tx);
  return renderLines([openedAt === null ? say.closed(sent) : say.open(shortTime(openedAt), waiting)]);
};
