/**
 * What happened in rooms of guests, in order. An entry is written in the transaction that decides the event or the
 * mail. Whoever makes mails of them reads on from the entry that they came to: none before it is written later, since
 * every writer holds the row of the room. The words stand elsewhere: those of an event in `events`, or, once that is
 * emptied, nowhere; those of a guest's mail in the message (`messages`) and what its room shows of it (`matrix_sends`).
 */
import type { GuestId } from '../../bridge/guest/guest.ts';
import type { EventId, MessageKey, ThreadId, UserId } from '../../bridge/types.ts';
import type { Transaction } from '../pool.ts';

/**
 * - said: an event of somebody in the room; notes and commands are none of it.
 * - mail: a mail of a guest, which goes to the other guests and not back to its author.
 * - edit, redact: of an event that was said, by whoever may; an edit may say that it is a note or a command now, which
 *   takes back what has not left.
 */
export type GuestEntry =
  | { readonly kind: 'said'; readonly event: EventId; readonly author: UserId }
  | { readonly kind: 'mail'; readonly message: MessageKey; readonly author: UserId; readonly guest: GuestId | null }
  | { readonly kind: 'edit' | 'redact'; readonly event: EventId; readonly of: EventId; readonly author: UserId };

/** Puts it down; the same event or mail once. Nothing where the thread is no room of guests. */
export async function addGuestEntry(tx: Transaction, thread: ThreadId, entry: GuestEntry): Promise<void> {
  await tx.query(
    `WITH room AS MATERIALIZED (SELECT thread, account FROM guest_rooms WHERE thread = $1 FOR UPDATE)
     INSERT INTO guest_messages (account, thread, kind, event, of, message, author, guest)
     SELECT account, thread, $2, $3, $4, $5, $6, $7 FROM room ON CONFLICT DO NOTHING`,
    [
      thread,
      entry.kind,
      'event' in entry ? entry.event : null,
      'of' in entry ? entry.of : null,
      'message' in entry ? entry.message : null,
      entry.author,
      'guest' in entry ? entry.guest : null,
    ],
  );
}
