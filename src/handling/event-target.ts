/**
 * What an event is that a reaction, a reply or a command names: looked up always as one of the room where it is named.
 */
import { meaningOf } from '../bridge/event/meaning.ts';
import type { NamedEvent } from '../bridge/event/meaning.ts';
import type { EventId, EventIn, MessageKey, ThreadId } from '../bridge/types.ts';
import type { Queryable } from '../db/pool.ts';
import { eventSaid } from '../db/room-tables/events-said.ts';
import { sendOfEvent } from '../db/room-tables/sends.ts';
import type { StoredSend } from '../db/room-tables/sends.ts';
import { loadMessage } from '../db/thread-tables/threads.ts';
import type { Message } from '../db/thread-tables/threads.ts';

export interface FoundTarget {
  readonly target: NamedEvent;
  /** Null for what people said. */
  readonly send: StoredSend | null;
  /** The mail that it is part of, or that it is about. */
  readonly message: MessageKey | null;
}

/** What an event of a room is (`bridge/event/meaning.ts`). */
export async function targetOf(db: Queryable, named: EventIn): Promise<FoundTarget> {
  const send = await sendOfEvent(db, named);
  if (send !== null && send.purpose.kind !== 'first-words') {
    return { target: send.purpose.kind, send, message: send.message };
  }
  const said = await eventSaid(db, named);
  const found = { send, message: said.outgoing };
  if (said.asked) return { ...found, target: 'said-asked' };
  if (said.returned) return { ...found, target: 'said-returned' };
  if (said.stopped) return { ...found, target: 'said-stopped' };
  if (said.draft) return { ...found, target: 'said-draft' };
  if (send !== null) return { ...found, target: 'first-words' };
  return { ...found, target: said.elsewhere ? 'elsewhere' : 'said' };
}

/** The conversation that a line of the inbox leads to; null for everything else. */
export function conversationOfLine({ send }: Pick<FoundTarget, 'send'>): ThreadId | null {
  if (send?.purpose.kind !== 'inbox-line') return null;
  return (send.purpose.subject.split(' ')[0] ?? '') as ThreadId;
}

/** The message that the text of a prepared answer is shown for; null for everything else. */
export function preparedOf({ send }: Pick<FoundTarget, 'send'>): EventId | null {
  return send?.purpose.kind === 'prepared' ? (send.purpose.subject as EventId) : null;
}

/** The mail that a command means which is a reply to this event; null where it means none of this room. */
export async function mailMeant(db: Queryable, replyTo: EventIn): Promise<Message | null> {
  const { target, message } = await targetOf(db, replyTo);
  return meaningOf(target).command === 'mail' && message !== null ? loadMessage(db, message) : null;
}
