/**
 * Guests: people who take part in a room by mail alone.
 *
 * - room of guests: the room of a thread of the account that the config names for guests (`guests.account`). It is made
 *   of a room into which people called the bot alone. Mails that come in find it as they find every thread: by the ids
 *   that they answer, and by the token of the thread in the address. What is said in it is no answer of a team: nothing
 *   of it becomes a mail by itself; it is put down for its guests (`db/guest-tables/guest-messages.ts`), and what they
 *   get of it is made of that.
 * - guest: an address in such a room, with a state of its own. Who is `active` gets what stands behind `since`.
 * - person: the same address in all rooms. What a person says about mails to them (stop, pause, how often) holds
 *   everywhere (`db/guest-tables/guest-people.ts`).
 */
import type { Brand } from '../../mail/types.ts';

/** Keyed hash of a thread and an address (`IdKey.guest`). */
export type GuestId = Brand<string, 'GuestId'>;
/** Keyed hash of an address (`IdKey.guestPerson`): it outlives an erasure of the address. */
export type GuestPerson = Brand<string, 'GuestPerson'>;

/**
 * - invited: has the welcome mail, and gets nothing else.
 * - active: gets what is said.
 * - stopped: by themselves; they alone undo it.
 * - removed: by the room.
 * - failed: the welcome mail could not be delivered.
 */
export type GuestState = 'invited' | 'active' | 'stopped' | 'removed' | 'failed';

/** How often a guest gets what was said: after a pause of the conversation, or at most once an hour or a day. */
export const GUEST_DELIVERIES = ['now', 'hourly', 'daily'] as const;
export type GuestDelivery = (typeof GUEST_DELIVERIES)[number];

/** answer: who is invited gets what is said once they have answered. invitation: at once. */
export const GUEST_CONSENTS = ['answer', 'invitation'] as const;
export type GuestConsent = (typeof GUEST_CONSENTS)[number];

/** Of the account that writes to guests; the defaults of its rooms. */
export interface GuestSettings {
  readonly consent: GuestConsent;
  readonly delivery: GuestDelivery;
  /** Where our pages for people are, such as https://mail.example.org; null for none. */
  readonly pages: string | null;
  /** Invitations within 24 hours: of one member, and of all. */
  readonly perMemberDay: number;
  readonly perDay: number;
}

/**
 * Commands about answers by mail, and about whose conversation a mail is: in a room of guests nothing is an answer, and
 * what is said there is of that room alone.
 */
const OF_ANSWERS: ReadonlySet<string> = new Set([
  'answer',
  'bcc',
  'cc',
  'draft',
  'forward',
  'from',
  'merge',
  'move',
  'reply-to-sender',
  'send',
  'split',
  'subject',
  'to',
]);

/** Whether a command has a meaning in a room of guests. */
export function isForGuestRooms(command: string): boolean {
  return !OF_ANSWERS.has(command);
}
