import { mailCommand } from '../framework/command.ts';
import { ABOUT_NEXT, peopleArguments, setPeople } from './people-set.ts';

/** `!mail cc`: who gets copies. */
export const mailCc = mailCommand({
  name: 'cc',
  order: 30,
  args: peopleArguments,
  needs: 'read',
  scope: 'thread',
  where: ['thread'],
  example: 'cc +bob@example.org -carol@example.org',
  examples: [{ says: ['cc Carol <carol@example.org>, dave@example.org', 'cc -dave@example.org', 'to'] }],
  outside: { only: ABOUT_NEXT },
  run: (tx, context, change, call) => setPeople(tx, context, 'cc', change, call),
});
