/** What is said in rooms without a conversation, where a new one is begun: the answers to what `!mail compose` asks. */
import type { Said } from '../../bridge/from-matrix/content.ts';
import type { NoticeContent } from '../../bridge/notice/rendered.ts';
import { addSend } from '../../db/room-tables/sends.ts';
import type { Transaction } from '../../db/pool.ts';
import { continueCompose } from '../../begun/compose.ts';
import type { Composing } from '../../begun/compose.ts';
import { answer } from '../../handling/event-context.ts';
import type { EventContext } from '../../handling/event-context.ts';
import type { ChatContext, CommandContext } from '../framework/context.ts';

/** Who composes, where. */
export function composingIn(context: CommandContext): Composing {
  return context.place === 'management' ? inChat(context) : here(context);
}

/** The answer to what was asked in a direct chat; null where nothing was. */
export function answerInChat(tx: Transaction, context: ChatContext, said: string): Promise<NoticeContent | null> {
  return continueCompose(tx, context, inChat(context), said);
}

/** What is said in a room of an account that has no conversation: the answer to a question, or nothing. */
export async function answerQuestion(tx: Transaction, context: EventContext, said: Said): Promise<string | null> {
  if (said.kind !== 'text') return 'no-thread';
  const next = await continueCompose(tx, context, here(context), said.body);
  if (next === null) return 'no-thread';
  await addSend(tx, answer(context, 'answer', next));
  return null;
}

function inChat({ event, room, operator }: ChatContext): Composing {
  return { room, user: event.sender, event: event.event, language: operator.language, here: null };
}

function here({ account, event, room }: EventContext): Composing {
  return { room: room.room, user: event.sender, event: event.event, language: account.language, here: account };
}
