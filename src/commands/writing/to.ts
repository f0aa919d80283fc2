import { mailCommand } from '../framework/command.ts';
import { ABOUT_NEXT, peopleArguments, setPeople } from './people-set.ts';

/** `!mail to`: who gets the next message, and why. */
export const mailTo = mailCommand({
  name: 'to',
  order: 20,
  args: peopleArguments,
  needs: 'read',
  scope: 'thread',
  where: ['thread'],
  example: 'to +bob@example.org',
  examples: [
    { says: ['to'], reply: true },
    { says: ['to carol@example.org', 'to Bob', 'to none', 'to support@mailroom.test'] },
  ],
  outside: { only: ABOUT_NEXT },
  run: (tx, context, change, call) => setPeople(tx, context, 'to', change, call),
});
