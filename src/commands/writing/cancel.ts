import { noArguments } from '../../bridge/command/arguments.ts';
import { TEAM_ROOMS } from '../../bridge/command/spec.ts';
import { cancelCompose } from '../../begun/compose.ts';
import { mailCommand } from '../framework/command.ts';
import { composingIn } from './composing.ts';

/** `!mail cancel`: forgets a conversation that was about to be begun. */
export const mailCancel = mailCommand({
  name: 'cancel',
  order: 90,
  args: noArguments,
  needs: 'read',
  scope: 'asker',
  where: TEAM_ROOMS,
  example: 'cancel',
  examples: [{ says: ['compose', 'cancel', 'cancel'] }],
  outside: { only: 'nothing is asked back from outside' },
  run: (tx, context) => cancelCompose(tx, composingIn(context)),
});
