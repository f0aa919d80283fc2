/**
 * What a room and a mailbox tell each other, where an account's mailbox follows (`mailbox: follow`): which mails count
 * as read by what was read in Matrix, and what a room is told of what somebody did in a mail program. Pure; what is
 * done in the mailbox is `imap/follow.ts`, what is written `db/helpdesk-tables/mailbox-follow.ts`.
 */
import type { Language } from '../../words/words.ts';
import { words } from '../../words/words.ts';
import type { EventId, MessageKey, ThreadId, UserId } from '../types.ts';

/** Where an event stands among those of its room. */
interface EventPlace {
  readonly event: EventId;
  /** When we were told of it: the order of a room, but for events that were pushed together. */
  readonly at: Date;
  /** Its origin_server_ts, milliseconds: the order among those. */
  readonly ts: number;
}

/** How far somebody has read. */
interface Receipt {
  readonly user: UserId;
  /** A Matrix thread has receipts of its own, which say nothing of the rest of the room (MSC3771, spec v1.4). */
  readonly ofThread: boolean;
  readonly place: EventPlace;
}

/** A mail that stands in a room, and is not marked as read in the mailbox by us yet. */
interface ShownMail {
  readonly mail: number;
  /** Its first event; a place that nobody knows is told by the event alone. */
  readonly event: EventId;
  readonly place: EventPlace | null;
}

export interface ReadingFacts {
  readonly claimedBy: UserId | null;
  readonly team: readonly UserId[];
  /** Who is in the room, of whoever. */
  readonly joined: readonly UserId[];
  readonly receipts: readonly Receipt[];
  readonly mails: readonly ShownMail[];
}

/**
 * The mails that count as read: by whoever of the team has the conversation, else by all of the team who are in its
 * room. What anybody else has read says nothing; where nobody of the team is there, nothing is read.
 */
export function mailsRead(reading: ReadingFacts): number[] {
  const readers = readersOf(reading);
  if (readers.length === 0) return [];
  const byUser = Map.groupBy(reading.receipts, ({ user }) => user);
  const hasRead = (user: UserId, mail: ShownMail): boolean =>
    byUser.get(user)?.some((receipt) => reaches(receipt, mail)) === true;
  return reading.mails.filter((mail) => readers.every((user) => hasRead(user, mail))).map(({ mail }) => mail);
}

function readersOf({ claimedBy, team, joined }: ReadingFacts): readonly UserId[] {
  if (claimedBy !== null && team.includes(claimedBy)) return [claimedBy];
  return team.filter((user) => joined.includes(user));
}

function reaches({ ofThread, place }: Receipt, mail: ShownMail): boolean {
  if (place.event === mail.event) return true;
  if (ofThread || mail.place === null) return false;
  const [read, stands] = [place.at.getTime(), mail.place.at.getTime()];
  return read === stands ? mail.place.ts <= place.ts : stands < read;
}

/** Where a mail is that its mailbox has no more. */
export type Whereabouts = 'archive' | 'trash' | 'elsewhere';

/** Something that changed in the mailbox. */
export interface MailboxChange {
  readonly kind: 'read' | 'deleted' | 'gone';
  readonly message: MessageKey | null;
  readonly thread: ThreadId | null;
  /** The first event of the mail in the room of its conversation; null where it does not stand there. */
  readonly event: EventId | null;
  /** We have moved it, or may have. */
  readonly byUs: boolean;
  /** A member has read it in Matrix too: we have marked it as read, or are about to. */
  readonly readHere: boolean;
  /** Another watched mailbox holds the same mail. */
  readonly elsewhereToo: boolean;
  /** The conversation is done: that its mails go is what is expected. */
  readonly done: boolean;
}

/** Whether somebody in a room may want to know of a change. */
export function isWorthARemark(change: MailboxChange): change is MailboxChange & {
  readonly message: MessageKey;
  readonly thread: ThreadId;
  readonly event: EventId;
} {
  const { kind, message, thread, event, byUs, readHere, elsewhereToo, done } = change;
  if (message === null || thread === null || event === null) return false;
  return kind === 'read' ? !readHere : !byUs && !elsewhereToo && !done;
}

/** What a room is told of one of its mails. */
export type Remark = 'read' | 'archived' | 'deleted' | 'moved';

export function remarkOf(kind: MailboxChange['kind'], where: Whereabouts | null): Remark {
  switch (kind) {
    case 'read':
      return 'read';
    case 'deleted':
      return 'deleted';
    case 'gone':
      if (where === 'archive') return 'archived';
      return where === 'trash' ? 'deleted' : 'moved';
  }
}

/**
 * Up to so many mails that change at once are told of in their rooms. Above it somebody tidies the mailbox up, and the
 * lobby is told their number once.
 */
export const REMARKS_AT_ONCE = 20;

/** The sign of the bot on a mail that somebody has read in a mail program. */
export const READ_SIGN = '📖';

/** The words for a remark that is none of a sign. */
export function remarkText(remark: Exclude<Remark, 'read'>, language: Language): string {
  return words(language)(`mailbox-${remark}`);
}
