/** `!mail why` as a reply: why a mail stands in this conversation, and whether it is from whom it says. */
import { renderLines } from '../bridge/commands.ts';
import type { Rendered } from '../bridge/commands.ts';
import type { EventId } from '../bridge/types.ts';
import { renderWhy } from '../bridge/why.ts';
import type { WhyFacts } from '../bridge/why.ts';
import type { Queryable } from '../db/pool.ts';
import { placedBy } from '../db/thread-moves.ts';
import { messageOfEvent } from '../db/threads.ts';
import type { Message } from '../db/threads.ts';
import { words } from '../mail/words.ts';
import type { EventContext } from './event-context.ts';

/** Reads only. */
export async function tellWhy(db: Queryable, context: EventContext, about: EventId | null): Promise<Rendered> {
  const { language } = context.account;
  const say = words(language).sender;
  if (about === null) return renderLines([say.whyReplyTo]);
  const message = await messageOfEvent(db, about);
  // A reply can name any event, also one of another room.
  if (message === null || message.thread !== context.room.thread) return renderLines([say.whyUnknown]);
  return renderWhy(await whyOf(db, message), language);
}

/** What was found out about a mail. */
export async function whyOf(db: Queryable, { message, facts }: Pick<Message, 'message' | 'facts'>): Promise<WhyFacts> {
  return { decision: facts.decision, sender: facts.sender, placedBy: await placedBy(db, message) };
}
