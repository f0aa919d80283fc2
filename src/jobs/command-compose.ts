/** `!mail compose` and `!mail cancel` in a room of an account, and the answers to what they ask. */
import type { Rendered } from '../bridge/commands.ts';
import type { MatrixAction } from '../bridge/from-matrix.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import type { CommandHandler } from './command.ts';
import { beginCompose, cancelCompose, continueCompose } from './compose.ts';
import type { Composing } from './compose.ts';
import { answer } from './event-context.ts';
import type { EventContext } from './event-context.ts';
import type { ManagementContext, ManagementHandler } from './event-management.ts';

export const commandCompose: CommandHandler = (tx, context, call) =>
  beginCompose(tx, context, composing(context), call.rest);

export const commandCancel: CommandHandler = (tx, context) => cancelCompose(tx, composing(context));

/** In a direct chat with the bot. */
export const managementCompose: ManagementHandler = (tx, context, call) =>
  beginCompose(tx, context, composingInChat(context), call.rest);

export const managementCancel: ManagementHandler = (tx, context) => cancelCompose(tx, composingInChat(context));

/** The answer to what was asked in a direct chat; null where nothing was. */
export function answerInChat(tx: Transaction, context: ManagementContext, said: string): Promise<Rendered | null> {
  return continueCompose(tx, context, composingInChat(context), said);
}

function composingInChat({ event, room, operator }: ManagementContext): Composing {
  return { room, user: event.sender, event: event.event, language: operator.language, here: null };
}

/** What is said in a room of an account that has no conversation: the answer to a question, or nothing. */
export async function answerQuestion(
  tx: Transaction,
  context: EventContext,
  action: Extract<MatrixAction, { kind: 'message' }>,
): Promise<string | null> {
  if (action.said.kind !== 'text') return 'no-thread';
  const said = await continueCompose(tx, context, composing(context), action.said.body);
  if (said === null) return 'no-thread';
  await addSend(tx, answer(context, 'answer', said));
  return null;
}

function composing({ account, event, room }: EventContext): Composing {
  return { room: room.room, user: event.sender, event: event.event, language: account.language, here: account };
}
