/** The invitations of a mail against what the account knows of the same events. */
import { cardsOf, newestOf, organizerOf } from '../bridge/to-matrix/special-sections.ts';
import type { AccountId } from '../bridge/types.ts';
import { keepEvent, storedCalendarEvents } from '../db/thread-tables/calendars.ts';
import type { Transaction } from '../db/pool.ts';
import type { CalendarCard } from '../mail/cards/calendar.ts';
import type { SpecialParts } from '../mail/render/special-parts.ts';

/** The known versions of the events that a mail is about; from then on its own count where they are newer. */
export async function rememberEvents(
  tx: Transaction,
  account: AccountId,
  special: SpecialParts,
): Promise<readonly CalendarCard[]> {
  const cards = cardsOf(special).filter(({ uid }) => uid !== '');
  if (cards.length === 0) return [];
  // An attendee's answer names the organiser too, so that its event is found by the same key.
  const known = await storedCalendarEvents(
    tx,
    account,
    cards.map((card) => ({ card, organizer: organizerOf(card) })),
  );
  for (const card of newestOf(special, known)) await keepEvent(tx, account, organizerOf(card), card);
  return known;
}
