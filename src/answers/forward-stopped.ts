/**
 * A mail that is on its way to somebody as a conversation of its own (`!mail forward`) is taken back from the room
 * where it was asked for: by ❌ on the notice about it, or by deleting the command. Until the room of that conversation
 * shows it there is no mail yet, and nothing will make one.
 */
import { notice } from '../bridge/notice/notices.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { EventId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { dropAct, loadAct } from '../db/room-tables/member-acts.ts';
import { findThreadRoom } from '../db/room-tables/rooms.ts';
import { addSend, loadSend } from '../db/room-tables/sends.ts';
import { sideAskedBy } from '../db/thread-tables/side-conversations.ts';
import { words } from '../words/words.ts';
import { answer } from '../handling/event-context.ts';
import type { EventContext } from '../handling/event-context.ts';
import { takeBack } from './take-message.ts';

/** Whether an event of this room asked for a mail to be forwarded. */
export async function isForward(tx: Transaction, context: EventContext, of: EventId): Promise<boolean> {
  const side = await sideAskedBy(tx, context.account.id, of);
  return side !== null && side.first === context.room.thread;
}

/**
 * Takes it back; returns why nothing came of it. What has left is told of in the room of its conversation.
 *
 * @param of the fact that asked for it
 */
export async function stopForward(tx: Transaction, context: EventContext, of: string): Promise<string | null> {
  const side = await sideAskedBy(tx, context.account.id, of);
  if (side?.shown == null || side.first !== context.room.thread) return 'no-forward';
  const say = words(context.account.language);
  const act = await loadAct(tx, side.shown, 'locked');
  if (act !== null) {
    await dropAct(tx, side.shown);
    const said = renderLines([say('forward-stopped')]);
    await addSend(tx, answer(context, 'taken-back', said));
    // Its room is made all the same, and shows the mail.
    const there = { account: side.account, thread: side.thread, room: null };
    const purpose = { kind: 'set-aside', of: context.event.event } as const;
    await addSend(tx, notice(context.ids, { place: there, bot: context.ghosts.bot, purpose, said }));
    return null;
  }
  const event = (await loadSend(tx, side.shown))?.event ?? null;
  const room = await findThreadRoom(tx, side.thread);
  if (event === null || room === null) return 'no-forward';
  const there = { ...context, room };
  const why = await takeBack(tx, there, event);
  const stopped = why === null;
  const said = stopped ? say('forward-stopped') : say('forward-too-late');
  if (stopped || why === 'too-late') await addSend(tx, answer(context, 'answer', renderLines([said])));
  return why;
}
