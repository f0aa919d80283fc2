/** The settings of an account about its mail of before. Part of `config/schema.ts`. */
import { z } from 'zod';
import { integer, settings } from './values.ts';

/** The keys of these settings: `schema.ts` has them among those of an account. */
export function historySection() {
  return {
    history: settings({
      days: integer('a number of days', 0, 36_500)
        .default(0)
        .meta({ description: 'So many days before the account was first connected; 0 for none.', example: 90 }),
      sent: z
        .boolean({ error: 'true or false' })
        .default(true)
        .meta({ description: 'Whether what lies in the mailbox of sent mail is brought in too.' }),
    })
      .nullable()
      .transform((history) => (history === null || history.days === 0 ? null : history))
      .prefault({})
      .meta({
        description:
          'What of the mail of before the first start is brought in as old mail: without a sound, into rooms of its ' +
          'own, while new mail comes in as ever. Only for an account that was never connected; `mailroom import` for ' +
          'others.',
      }),
  };
}
