/** What is said in a room whose conversation, or the message that is answered, has gone to another room. It is not mailed: the people of a mail are where the mail is. */
import type { Rendered } from '../bridge/commands.ts';
import type { EventId, ThreadId } from '../bridge/types.ts';
import { loadOutgoing } from '../db/outgoing.ts';
import type { Transaction } from '../db/pool.ts';
import { sendOfEvent } from '../db/sends.ts';
import { mergedInto } from '../db/thread-moves.ts';
import { messageOfEvent } from '../db/threads.ts';
import { words } from '../mail/words.ts';
import type { EventContext } from './event-context.ts';
import { threadLink, withLinks } from './mail-in-link.ts';

/** What its author is told instead; null where it may be mailed. */
export async function movedAway(
  tx: Transaction,
  context: EventContext,
  thread: ThreadId,
  repliedTo: EventId | null,
): Promise<Rendered | null> {
  const { account } = context;
  const say = words(account.language).thread;
  const into = await mergedInto(tx, thread);
  if (into !== null) return withLinks(say.goesOnThere, [await threadLink(tx, context, account, into)]);
  const message = repliedTo === null ? null : await messageOfEvent(tx, repliedTo);
  if (repliedTo === null || message === null || message.thread === thread || message.account !== account.id)
    return null;
  // A reply can name any event, also one of another room: that says nothing about this one.
  const stoodHere =
    (await sendOfEvent(tx, repliedTo))?.thread === thread ||
    (message.outgoing !== null && (await loadOutgoing(tx, message.outgoing))?.room === context.room.room);
  return stoodHere ? withLinks(say.answerThere, [await threadLink(tx, context, account, message.thread)]) : null;
}
