/**
 * What is said in a room of guests is put down for them, in the transaction of its event; nothing of it is a mail by
 * itself. Commands, memberships and what the bot hears of itself go the way that they go in every room.
 */
import type { MatrixAction } from '../bridge/from-matrix/from-matrix.ts';
import { addGuestEntry } from '../db/guest-tables/guest-messages.ts';
import type { GuestEntry } from '../db/guest-tables/guest-messages.ts';
import { guestRoomOf, takeWarning } from '../db/guest-tables/guest-rooms.ts';
import { guestsOf } from '../db/guest-tables/guests.ts';
import type { Transaction } from '../db/pool.ts';
import { words } from '../words/words.ts';
import type { EventContext } from '../handling/event-context.ts';
import { guestsMeant, wakeForGuests } from './guest-wake.ts';
import { guestShown, tellGuestRoom } from './told.ts';

/** Guests that are named where the room is told that what is said leaves by mail. */
const NAMED = 5;

/**
 * Null where the room is none of guests, or the event is nothing that is said there; else why nothing came of it, null
 * where it was put down.
 */
export async function gatheredForGuests(
  tx: Transaction,
  context: EventContext,
  action: MatrixAction,
): Promise<{ readonly ignored: string | null } | null> {
  const { account, room, event } = context;
  // Of other accounts no room is one of guests.
  if (account.guests === undefined || room.thread === null || !isSpeech(action)) return null;
  if ((await guestRoomOf(tx, room.thread)) === null) return null;
  const entry = entryOf(context, action);
  if (typeof entry === 'string') return { ignored: entry };
  await addGuestEntry(tx, room.thread, entry);
  await wakeForGuests(tx, context, { thread: room.thread, by: event.event, ...guestsMeant(action, room.room) });
  if (entry.kind === 'said' && (await takeWarning(tx, room.thread))) {
    const readers = (await guestsOf(tx, room.thread)).filter(({ state }) => state === 'active').map(guestShown);
    const shown = [...readers.slice(0, NAMED), ...(readers.length > NAMED ? ['…'] : [])].join(', ');
    const lines = [words(account.language)('guests-leaves', { people: shown })];
    await tellGuestRoom(tx, context, account, { thread: room.thread, of: `leaves:${event.event}`, lines });
  }
  return { ignored: null };
}

type Speech = Extract<MatrixAction, { kind: 'message' | 'note' | 'edit' | 'redact' }>;

function isSpeech(action: MatrixAction): action is Speech {
  const { kind } = action;
  return kind === 'message' || kind === 'note' || kind === 'edit' || kind === 'redact';
}

/** What is put down of it; why nothing is. */
function entryOf({ event }: EventContext, action: Speech): GuestEntry | string {
  const about = { event: event.event, author: event.sender };
  switch (action.kind) {
    case 'note':
      return 'note';
    case 'message':
      // A command behind the names of others is none of the words of the room.
      return action.begins === undefined ? { kind: 'said', ...about } : 'like-command';
    case 'edit':
    case 'redact':
      return { kind: action.kind, ...about, of: action.of };
  }
}
