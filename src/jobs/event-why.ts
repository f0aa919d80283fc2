/** `!mail why` as a reply: why a mail stands in this conversation, and whether it is from whom it says. */
import { renderLines } from '../bridge/commands.ts';
import type { Rendered } from '../bridge/commands.ts';
import type { EventId } from '../bridge/types.ts';
import type { Queryable } from '../db/pool.ts';
import { placedBy } from '../db/thread-moves.ts';
import { messageOfEvent } from '../db/threads.ts';
import { words } from '../mail/words.ts';
import type { PlaceReason, ThreadWords } from '../mail/words-thread.ts';
import type { EventContext } from './event-context.ts';

/** Reads only. */
export async function tellWhy(db: Queryable, context: EventContext, about: EventId | null): Promise<Rendered> {
  const say = words(context.account.language).sender;
  if (about === null) return renderLines([say.whyReplyTo]);
  const message = await messageOfEvent(db, about);
  // A reply can name any event, also one of another room.
  if (message === null || message.thread !== context.room.thread) return renderLines([say.whyUnknown]);
  const { decision, sender } = message.facts;
  const { thread } = words(context.account.language);
  const by = await placedBy(db, message.message);
  const unread = sender?.reason === 'not-readable' ? thread.whyOther(decision) : decision;
  const reason = isPlaceReason(decision, thread.why) ? thread.why[decision] : unread;
  const place = [say.whyThread(reason), ...(by === null ? [] : [say.whyThread(thread.whyPlaced(by))])];
  if (sender === null) return renderLines([...place, say.whyOurs]);
  return renderLines([
    ...place,
    say.whySender(sender.verdict, sender.reason),
    ...(sender.marks.length === 0 ? [] : [say.whyMarked(sender.marks.join(', '))]),
    ...sender.evidence.slice(0, 20).map((one) => say.whyBy(one.said, one.by)),
  ]);
}

function isPlaceReason(text: string, known: ThreadWords['why']): text is PlaceReason {
  return Object.hasOwn(known, text);
}
