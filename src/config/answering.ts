/**
 * The settings of an account that say what of its rooms is mailed, and when, and what of reactions. Part of
 * `config/schema.ts`.
 */
import { z } from 'zod';
import { FIELDS, readPrepared } from '../bridge/to-mail/prepared-answer.ts';
import type { PreparedAnswer } from '../bridge/to-mail/prepared-answer.ts';
import { duration, explained } from './values.ts';

/** Characters of one prepared answer. */
const ANSWER_MOST = 20_000;

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
    four_eyes: z
      .boolean({ error: 'true or false' })
      .default(false)
      .meta({
        description:
          'Whether each mail of the account waits until somebody who did not write it, and may answer, reacts with ✅ ' +
          'to what the bot shows of it.',
      }),
    answers: preparedAnswers(),
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

/** Texts by name, read once: what is no field stops the start. */
function preparedAnswers() {
  const names = 'a name of small letters, digits and hyphens';
  const fields = FIELDS.map((field) => `{${field}}`).join(', ');
  return z
    .record(
      z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, { error: names }),
      z
        .string({ error: 'a text' })
        .min(1, { error: 'a text' })
        .max(ANSWER_MOST, { error: `a text of at most ${String(ANSWER_MOST)} characters` })
        .transform((text, context): PreparedAnswer => {
          const read = readPrepared(text);
          if (read.ok) return read.answer;
          // What stands there is a text of the operator's, and no secret: without it the place is not found.
          context.addIssue(explained(`a text whose fields are ${fields}; a brace is written twice`));
          return { parts: [] };
        }),
      { error: `a mapping from ${names} to texts` },
    )
    .prefault({})
    .meta({
      description:
        'Prepared answers by name, for `!mail answer NAME`. Their fields are filled in: ' +
        `${fields}. A brace that is none is written twice, as in {{ and }}.`,
      example: { thanks: 'Dear {name},\n\nthank you, we have got it.\n\n{me}' },
    });
}
