/** `!mail move`, `!mail split`, `!mail merge`: a wrong decision about a thread is mended (`thread-place.ts`). */
import { renderLines } from '../bridge/commands.ts';
import type { Rendered } from '../bridge/commands.ts';
import { namedRoom } from '../bridge/placed.ts';
import type { JsonObject, ThreadId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { threadOfRoom } from '../db/thread-moves.ts';
import { lockDecisions, messageOfEvent } from '../db/threads.ts';
import type { Message } from '../db/threads.ts';
import { words } from '../mail/words.ts';
import type { CommandCall, CommandHandler } from './command.ts';
import type { EventContext } from './event-context.ts';
import { mergeInto, MOST_MOVED, moveBranch, splitFrom } from './thread-place.ts';
import type { PlaceOutcome, Placing } from './thread-place.ts';

export const commandMove: CommandHandler = async (tx, context, call) => {
  await lockDecisions(tx, context.account.id);
  const say = words(context.account.language).thread;
  const message = await messageMeant(tx, context, call);
  if (message === null) return renderLines([call.replyTo === null ? say.replyTo : say.noMail]);
  const to = await roomMeant(tx, context, call, message.thread);
  if (typeof to !== 'string') return to.refusal;
  return told(context, await moveBranch(tx, placing(context), message, to));
};

export const commandSplit: CommandHandler = async (tx, context, call) => {
  await lockDecisions(tx, context.account.id);
  const say = words(context.account.language).thread;
  const message = await messageMeant(tx, context, call);
  if (message === null) return renderLines([call.replyTo === null ? say.replyTo : say.noMail]);
  return told(context, await splitFrom(tx, placing(context), message));
};

export const commandMerge: CommandHandler = async (tx, context, call) => {
  const { account, room } = context;
  await lockDecisions(tx, account.id);
  if (room.thread === null) return told(context, { kind: 'nothing-here' });
  const to = await roomMeant(tx, context, call, room.thread);
  if (typeof to !== 'string') return to.refusal;
  return told(context, await mergeInto(tx, placing(context), { thread: room.thread, room: room.room }, to));
};

function placing(context: EventContext): Placing {
  const { sender: user, event: of, room } = context.event;
  return { ...context, who: { user, of, room } };
}

function told({ account }: EventContext, outcome: PlaceOutcome): Rendered {
  const say = words(account.language).thread;
  switch (outcome.kind) {
    case 'done':
      return outcome.said;
    case 'too-many':
      return renderLines([say.tooMany(outcome.count, MOST_MOVED)]);
    case 'first-stays':
      return renderLines([say.firstStays]);
    case 'nothing-here':
      return renderLines([say.nothingHere]);
  }
}

/** The mail behind the message replied to; a reply can name any event, also one of another room. */
async function messageMeant(
  tx: Transaction,
  { room }: EventContext,
  { replyTo }: CommandCall,
): Promise<Message | null> {
  const message = replyTo === null ? null : await messageOfEvent(tx, replyTo);
  return message === null || message.thread !== room.thread ? null : message;
}

/** The thread of the room that is named, or what is said where it is none. Only rooms of the same account: its people see no others. */
async function roomMeant(
  tx: Transaction,
  { account, ghosts, raw }: EventContext,
  { rest }: CommandCall,
  from: ThreadId,
): Promise<ThreadId | { readonly refusal: Rendered }> {
  const say = words(account.language).thread;
  const named = namedRoom(rest, htmlOf(raw), ghosts.domain);
  if (named === null) return { refusal: renderLines([say.whichRoom]) };
  const to = await threadOfRoom(tx, account.id, named);
  if (to === null) return { refusal: renderLines([say.noRoom]) };
  return to === from ? { refusal: renderLines([say.sameRoom]) } : to;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function htmlOf(raw: unknown): string {
  const content = isObject(raw) ? raw['content'] : null;
  const html = isObject(content) ? content['formatted_body'] : null;
  return typeof html === 'string' ? html : '';
}
