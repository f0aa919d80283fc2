/** People who take part in rooms by mail alone. Part of `config/schema.ts`. */
import { z } from 'zod';
import { GUEST_CONSENTS, GUEST_DELIVERIES } from '../bridge/guest/guest.ts';
import { accountId, integer, settings } from './values.ts';

export function guests() {
  return settings({
    account: accountId()
      .nullable()
      .default(null)
      .meta({
        description:
          'The key of the account that writes to guests and gets their answers; null for no guests. A room into ' +
          'which somebody who may invite calls the bot alone is then a room for guests, and no conversation.',
      }),
    consent: z
      .enum(GUEST_CONSENTS, { error: 'answer or invitation' })
      .default('answer')
      .meta({
        description:
          'answer: who is invited gets one mail, and what is said only once they have answered it. invitation: at ' +
          'once. A room can say otherwise.',
      }),
    delivery: z
      .enum(GUEST_DELIVERIES, { error: 'now, hourly or daily' })
      .default('now')
      .meta({
        description:
          'now: what is said is mailed after a pause of the conversation. hourly, daily: gathered. A room can say ' +
          'otherwise, and each guest for themselves.',
      }),
    per_member_day: integer('a number of invitations', 1, 100_000)
      .default(20)
      .meta({ description: 'Invitations of one member within 24 hours.' }),
    per_day: integer('a number of invitations', 1, 1_000_000)
      .default(200)
      .meta({ description: 'Invitations of all within 24 hours.' }),
  })
    .prefault({})
    .meta({ description: 'Guests: people who are invited into a room by their mail address, and take part by mail.' });
}
