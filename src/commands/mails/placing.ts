/**
 * What `!mail move`, `split` and `merge` have in common, in rooms and from outside: which mail, which conversation,
 * what is said of it.
 */
import { z } from 'zod';
import type { Account } from '../../bridge/account/account.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { NoticeContent } from '../../bridge/notice/rendered.ts';
import { namedRoom } from '../../bridge/thread/placed.ts';
import type { JsonObject, ThreadId } from '../../bridge/types.ts';
import type { Transaction } from '../../db/pool.ts';
import { areBeside } from '../../db/thread-tables/side-conversations.ts';
import { threadOfRoom } from '../../db/thread-tables/thread-moves.ts';
import { lockDecisions } from '../../db/thread-tables/threads.ts';
import type { Message } from '../../db/thread-tables/threads.ts';
import { mailMeant } from '../../handling/event-target.ts';
import { newAct, threadMeant } from '../../operations/meant.ts';
import { actor, fields, NotPossible, operation } from '../../operations/operation.ts';
import type { CtlUsage, Operation, OperationDeps } from '../../operations/operation.ts';
import { words } from '../../words/words.ts';
import type { CommandCall, ThreadContext } from '../framework/context.ts';
import { MOST_MOVED } from './thread-place.ts';
import type { PlaceOutcome, MoveContext } from './thread-place.ts';

/** A mail, and in whose name it is put elsewhere. */
export const onMessage = z.object({ message: fields.message, as: fields.as });

/** Where mails are now. */
const placedSchema = z.object({ thread: z.string(), moved: z.int() });
type Placed = z.infer<typeof placedSchema>;

/** One of the three from outside: how it is asked for, what it is about, and what it does with that. */
interface PlacingDefinition<Input, Meant> extends Pick<Operation, 'id' | 'summary' | 'path'> {
  readonly input: z.ZodType<Input>;
  readonly ctl: CtlUsage;
  /** Throws NotThere. */
  readonly meant: (tx: Transaction, deps: OperationDeps, input: Input) => Promise<Meant>;
  /** `into`: the conversation that was named, of one that is in another. Throws NotThere and NotPossible. */
  readonly place: (
    tx: Transaction,
    placing: MoveContext,
    meant: Meant,
    into: (from: ThreadId) => Promise<ThreadId>,
  ) => Promise<PlaceOutcome>;
}

/**
 * The operation of one of the three. What it is about is asked twice: for the account whose decisions are to be locked,
 * and under that lock once more.
 */
export function placingOperation<
  Input extends { readonly as: string; readonly into?: string },
  Meant extends { readonly account: Account },
>({ meant, place, ...one }: PlacingDefinition<Input, Meant>): Operation {
  return operation({
    ...one,
    method: 'POST',
    result: placedSchema,
    run: (deps, input) =>
      deps.db.transaction(async (tx) => {
        const { account } = await meant(tx, deps, input);
        const user = actor(deps, account, input.as, 'release');
        await lockDecisions(tx, account.id);
        const placing = { ...deps, account, who: { user, of: newAct(), room: null } };
        const into = (from: ThreadId) => otherThread(tx, deps, account, input.into ?? '', from);
        return placedAnswer(await place(tx, placing, await meant(tx, deps, input), into));
      }),
    plain: ({ thread, moved }: Placed) => `Mails moved: ${moved}, to ${thread}`,
  });
}

/**
 * The conversation that an operator names. Only one of the same account: its people see no others. Throws NotThere and
 * NotPossible.
 */
async function otherThread(
  tx: Transaction,
  deps: OperationDeps,
  account: Account,
  word: string,
  from: string,
): Promise<ThreadId> {
  const to = await threadMeant(tx, deps, word);
  if (to.account.id !== account.id) throw new NotPossible('conversations of different accounts stay apart');
  if (to.thread === from) throw new NotPossible('it is in that conversation already');
  if (await areBeside(tx, from as ThreadId, to.thread)) {
    throw new NotPossible('one of them was begun aside from the other (`forward`): they stay apart');
  }
  return to.thread;
}

/** The answer to an operator. Throws NotPossible. */
function placedAnswer(outcome: PlaceOutcome): Placed {
  switch (outcome.kind) {
    case 'done':
      return { thread: outcome.to, moved: outcome.count };
    case 'too-many':
      throw new NotPossible(`${outcome.count} mails are too many: at most ${MOST_MOVED} at once`);
    case 'first-stays':
      throw new NotPossible('with its first mail all of the conversation would move');
    case 'nothing-here':
      throw new NotPossible('the conversation has no mails');
  }
}

/** Who asks in a room. */
export function placingIn(context: ThreadContext): MoveContext {
  const { sender: user, event: of, room } = context.event;
  return { ...context, who: { user, of, room } };
}

/** What is said of it in a room. */
export function placedTold({ account }: ThreadContext, outcome: PlaceOutcome): NoticeContent {
  const say = words(account.language);
  switch (outcome.kind) {
    case 'done':
      return outcome.said;
    case 'too-many':
      return renderLines([say('thread-too-many', { count: outcome.count, most: MOST_MOVED })]);
    case 'first-stays':
      return renderLines([say('thread-first-stays')]);
    case 'nothing-here':
      return renderLines([say('thread-nothing-here')]);
  }
}

/** The mail that the message replied to is, or is about. */
export async function mailRepliedTo(
  tx: Transaction,
  { room, thread }: ThreadContext,
  { replyTo }: CommandCall,
): Promise<Message | null> {
  const message = replyTo === null ? null : await mailMeant(tx, { room: room.room, event: replyTo });
  return message === null || message.thread !== thread ? null : message;
}

/**
 * The thread of the room that is named, or what is said where it is none. Only rooms of the same account: its people
 * see no others.
 */
export async function threadNamed(
  tx: Transaction,
  { account, ghosts, raw }: ThreadContext,
  { rest }: CommandCall,
  from: ThreadId,
): Promise<ThreadId | { readonly refusal: NoticeContent }> {
  const say = words(account.language);
  const named = namedRoom(rest, htmlOf(raw), ghosts.domain);
  if (named === null) return { refusal: renderLines([say('thread-which-room')]) };
  const to = await threadOfRoom(tx, account.id, named);
  if (to === null) return { refusal: renderLines([say('thread-no-room')]) };
  if (to === from) return { refusal: renderLines([say('thread-same-room')]) };
  return (await areBeside(tx, from, to)) ? { refusal: renderLines([say('forward-stays-apart')]) } : to;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The HTML of a message, '' for none: a client that completes names writes links there alone. */
export function htmlOf(raw: unknown): string {
  const content = isObject(raw) ? raw['content'] : null;
  const html = isObject(content) ? content['formatted_body'] : null;
  return typeof html === 'string' ? html : '';
}
