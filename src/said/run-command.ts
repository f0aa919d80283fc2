/** `!mail …` in a room of an account. */
import { isForGuestRooms } from '../bridge/guest/guest.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { COMMANDS } from '../commands/all.ts';
import { roomContext } from '../commands/framework/context.ts';
import type { CommandCall } from '../commands/framework/context.ts';
import { answerCommand } from '../commands/framework/run.ts';
import { isGuestRoom } from '../guests/guest-mail.ts';
import { answer } from '../handling/event-context.ts';
import type { EventContext } from '../handling/event-context.ts';
import { readerOf } from '../handling/person-reader.ts';
import { mayOrTold } from '../handling/rights.ts';
import { words } from '../words/words.ts';

/**
 * Lines from which on an answer is put into a Matrix thread of its own, where it does not push away what people say.
 */
const LONG = 12;

/** Answers a command in its room, as a reply to it, in the language and the time zone of who asks. */
export async function answerInRoom(tx: Transaction, asked: EventContext, call: CommandCall): Promise<string | null> {
  if (!(await mayOrTold(tx, asked, 'read'))) return 'not-allowed';
  const elsewhere = await notHere(tx, asked, call.name);
  if (elsewhere !== null) {
    await addSend(tx, answer(asked, 'answer', renderLines([elsewhere]), { threadRoot: call.threadRoot }));
    return 'not-for-guests';
  }
  const context = roomContext(asked, await readerOf(tx, asked.event.sender, asked.account), COMMANDS);
  const said = await answerCommand(tx, COMMANDS, context, call);
  if (said === null) return null;
  const long = said.body.split('\n').length >= LONG;
  const threadRoot = call.threadRoot ?? (long ? context.event.event : null);
  await addSend(tx, answer(context, 'answer', said, { threadRoot }));
  return null;
}

/** What is said to a command that has no meaning in a room of guests; null in every other, and for every other. */
async function notHere(tx: Transaction, { account, room }: EventContext, name: string): Promise<string | null> {
  if (room.thread === null || isForGuestRooms(name) || !(await isGuestRoom(tx, account, room.thread))) return null;
  return words(account.language)('guests-not-here', { name });
}
