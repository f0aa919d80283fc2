/**
 * What is said in a room whose conversation, or the message that is answered, has gone to another room. It is not
 * mailed: the people of a mail are where the mail is.
 */
import type { Moved } from '../bridge/event/decide-event.ts';
import type { NoticeContent } from '../bridge/notice/rendered.ts';
import type { EventIn, ThreadId } from '../bridge/types.ts';
import type { Queryable, Transaction } from '../db/pool.ts';
import { mergedInto } from '../db/thread-tables/thread-moves.ts';
import { messageOfEvent } from '../db/thread-tables/threads.ts';
import { words } from '../words/words.ts';
import type { EventContext } from '../handling/event-context.ts';
import { threadLink, withLinks } from '../handling/linked-threads.ts';

/** Where it has gone; null where it is here. */
export async function movedAway(
  db: Queryable,
  { account }: Pick<EventContext, 'account'>,
  thread: ThreadId,
  repliedTo: EventIn | null,
): Promise<Moved | null> {
  const into = await mergedInto(db, thread);
  if (into !== null) return { to: into, what: 'conversation' };
  // It stood in this room: an event of another is not found.
  const message = repliedTo === null ? null : await messageOfEvent(db, repliedTo);
  if (message === null || message.thread === thread || message.account !== account.id) return null;
  return { to: message.thread, what: 'message' };
}

/** What its author is told instead. */
export async function renderMoved(tx: Transaction, context: EventContext, moved: Moved): Promise<NoticeContent> {
  const { account } = context;
  const say = words(account.language);
  const there = await threadLink(tx, context, account, moved.to);
  return withLinks(moved.what === 'conversation' ? say('thread-goes-on-there') : say('thread-answer-there'), [there]);
}
