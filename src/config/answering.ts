/**
 * The settings of an account that say what of its rooms is mailed, and when, and what of reactions. Part of
 * `config/schema.ts`.
 */
import { z } from 'zod';
import { duration } from './values.ts';

/** The keys of these settings: `schema.ts` has them among those of an account. */
export function answering() {
  return {
    mode: z
      .enum(['reply', 'note'], { error: 'reply or note' })
      .default('reply')
      .meta({
        description:
          'What is mailed of what the team writes in a room: reply (everything but `!note …`) or note (nothing but ' +
          '`!reply …` and Matrix replies to a mail).',
      }),
    to_colleagues: z
      .enum(['ask', 'note', 'mail'], { error: 'ask, note or mail' })
      .default('ask')
      .meta({
        description:
          "What becomes of a message in a conversation's room that begins with a colleague's name or @room: the bot " +
          'asks its author whether it is meant for the people outside (ask), it stays in the room (note), or it is ' +
          'mailed without the name (mail).',
      }),
    reactions: z
      .enum(['off', 'in', 'both'], { error: 'off, in or both' })
      .default('in')
      .meta({
        description:
          'What becomes of reactions by mail (Gmail, RFC 9078, Outlook). With in, a 👍 of a participant stands on ' +
          'the message that it is about; with both, a reaction of the team to the mail of a verified participant ' +
          'leaves as a mail too, to its sender alone and never to a list; with off they are shown as the mails ' +
          'that they are, and our mails ask Outlook to offer none.',
      }),
    hold_outside: duration()
      .prefault('10s')
      .meta({
        description:
          'How long the first mail to an address that had no part in the conversation waits at least, even where ' +
          'hold is shorter; the room sees to whom it goes.',
      }),
  };
}
