import { mailCommand } from '../framework/command.ts';
import { ABOUT_NEXT, peopleArguments, setPeople } from './people-set.ts';

/** `!mail bcc`: who gets it without anybody else seeing that. */
export const mailBcc = mailCommand({
  name: 'bcc',
  order: 40,
  args: peopleArguments,
  needs: 'read',
  scope: 'thread',
  where: ['thread'],
  example: 'bcc bob@example.org',
  examples: [{ says: ['bcc +erin@example.org', 'bcc none'] }],
  outside: { only: ABOUT_NEXT },
  run: (tx, context, change, call) => setPeople(tx, context, 'bcc', change, call),
});
