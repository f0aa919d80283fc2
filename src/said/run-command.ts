/** `!mail …` in a room of an account. */
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { COMMANDS } from '../commands/all.ts';
import { roomContext } from '../commands/framework/context.ts';
import type { CommandCall } from '../commands/framework/context.ts';
import { answerCommand } from '../commands/framework/run.ts';
import { answer } from '../handling/event-context.ts';
import type { EventContext } from '../handling/event-context.ts';
import { readerOf } from '../handling/person-reader.ts';
import { mayOrTold } from '../handling/rights.ts';

/**
 * Lines from which on an answer is put into a Matrix thread of its own, where it does not push away what people say.
 */
const LONG = 12;

/** Answers a command in its room, as a reply to it, in the language and the time zone of who asks. */
export async function answerInRoom(tx: Transaction, asked: EventContext, call: CommandCall): Promise<string | null> {
  if (!(await mayOrTold(tx, asked, 'read'))) return 'not-allowed';
  const context = roomContext(asked, await readerOf(tx, asked.event.sender, asked.account), COMMANDS);
  const said = await answerCommand(tx, COMMANDS, context, call);
  if (said === null) return null;
  const long = said.body.split('\n').length >= LONG;
  const threadRoot = call.threadRoot ?? (long ? context.event.event : null);
  await addSend(tx, answer(context, 'answer', said, { threadRoot }));
  return null;
}
