/** The settings of an account's rooms. Part of `config-schema.ts`. */
import { z } from 'zod';
import { text } from './config-values.ts';

/** The keys, for the account's own. */
export function rooms() {
  return {
    inbox: z.boolean({ error: 'true or false' }).default(true).meta({
      description:
        'Whether the account has an inbox room, where each new conversation is one line: who, subject, first words and a link to its room.',
    }),
    room_name: text('a template with {subject}, {people} or {account}')
      .regex(/^(?:[^{}]|\{subject\}|\{people\}|\{account\})*$/, {
        error: 'a template whose only fields are {subject}, {people} and {account}',
      })
      .default('{subject}')
      .meta({
        description:
          'How the room of a conversation is named: {subject} without Re and Fwd (its people where there is none), {people} (the first three) and {account}.',
      }),
  };
}
