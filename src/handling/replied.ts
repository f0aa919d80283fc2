/** What is behind an event that somebody replies to. */
import type { Replied } from '../bridge/event/decide-event.ts';
import { meaningOf } from '../bridge/event/meaning.ts';
import type { EventIn, MessageKey } from '../bridge/types.ts';
import { notesAmong } from '../db/mail-tables/recipients-chosen.ts';
import type { Queryable } from '../db/pool.ts';
import { targetOf } from './event-target.ts';

/** Null for nothing. An event of another room is something else, whatever it is there. */
export async function repliedOf(
  db: Queryable,
  named: EventIn | null,
): Promise<{ readonly what: Replied; readonly message: MessageKey | null } | null> {
  if (named === null) return null;
  if ((await notesAmong(db, named.room, [named.event])).size > 0) return { what: 'note', message: null };
  const { target, message } = await targetOf(db, named);
  switch (meaningOf(target).reply) {
    case 'answer':
    case 'answer-unquoted':
      return { what: message === null ? 'other' : 'mail', message };
    case 'correction':
      return { what: 'correction', message };
    case 'inside':
      return { what: 'notice', message };
    case 'plain':
      return { what: 'other', message: null };
  }
}
