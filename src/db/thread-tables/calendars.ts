/** The newest version of each event that an account was invited to, so that the next one can say what changed. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AccountId } from '../../bridge/types.ts';
import type { CalendarCard } from '../../mail/cards/calendar.ts';
import type { Moment } from '../../mail/cards/calendar-moment.ts';
import type { Queryable, Transaction } from '../pool.ts';

/** What makes two cards versions of one event: its UID, the occurrence, and who organises it. */
export interface EventKey {
  readonly card: Pick<CalendarCard, 'uid' | 'occurrence'>;
  /** `organizerOf`. */
  readonly organizer: string;
}

const moment = z.object({
  year: z.number(),
  month: z.number(),
  day: z.number(),
  hour: z.number(),
  minute: z.number(),
  isDate: z.boolean(),
  zone: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('utc') }),
    z.object({ kind: z.literal('floating') }),
    z.object({
      kind: z.literal('named'),
      name: z.string(),
      known: z.string().nullable(),
      offset: z.number().optional(),
    }),
  ]),
}) satisfies z.ZodType<Moment>;
const attendee = z.object({
  name: z.string(),
  address: z.string(),
  status: z.enum(['accepted', 'declined', 'tentative', 'delegated', 'needs-action']),
  optional: z.boolean(),
});
const recurrence = z.object({
  frequency: z.enum(['second', 'minute', 'hour', 'day', 'week', 'month', 'year']),
  interval: z.number(),
  count: z.number().nullable(),
  until: moment.nullable(),
  weekdays: z.array(z.object({ nth: z.number(), weekday: z.number() })),
  monthDays: z.array(z.number()),
  months: z.array(z.number()),
  except: z.array(moment),
});
const cardCodec = z.object({
  kind: z.enum(['event', 'task']),
  method: z.enum(['request', 'cancel', 'reply', 'counter', 'declinecounter', 'add', 'refresh', 'publish', 'none']),
  uid: z.string(),
  occurrence: moment.nullable(),
  sequence: z.number(),
  stamp: z.string(),
  cancelled: z.boolean(),
  summary: z.string(),
  description: z.string(),
  comment: z.string(),
  where: z.string(),
  // Cards of before these were read have none.
  join: z.string().default(''),
  start: moment.nullable(),
  written: z.string().default(''),
  end: moment.nullable(),
  organizer: attendee.nullable(),
  attendees: z.array(attendee),
  recurrence: recurrence.nullable(),
}) satisfies z.ZodType<CalendarCard>;

/** The stored versions of these events, in no order. */
export async function storedCalendarEvents(
  db: Queryable,
  account: AccountId,
  keys: readonly EventKey[],
): Promise<CalendarCard[]> {
  if (keys.length === 0) return [];
  const { rows } = await db.query<{ card: unknown }>(
    'SELECT card FROM calendar_events WHERE account = $1 AND event = ANY($2::bytea[])',
    [account, keys.map(eventHash)],
  );
  return rows.map(({ card }) => cardCodec.parse(card));
}

/** Keeps a version as the newest; which of two is newer the caller has decided, under the account's lock. */
export async function keepEvent(
  tx: Transaction,
  account: AccountId,
  organizer: string,
  card: CalendarCard,
): Promise<void> {
  // The description is not compared, and may be long.
  await tx.query(
    `INSERT INTO calendar_events (account, event, card) VALUES ($1, $2, $3)
     ON CONFLICT (account, event) DO UPDATE SET card = excluded.card, at = now()`,
    [account, eventHash({ card, organizer }), JSON.stringify({ ...card, description: '' })],
  );
}

function eventHash({ card, organizer }: EventKey): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([card.uid, card.occurrence, organizer]))
    .digest();
}
