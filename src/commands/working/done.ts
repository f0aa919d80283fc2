import { noArguments } from '../../bridge/command/arguments.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { finishWork } from '../../db/helpdesk-tables/thread-work.ts';
import { operation } from '../../operations/operation.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { onThread, workAt, workedSchema, workedText, workOn } from './worked.ts';

const doneOperation = operation({
  id: 'done',
  summary: 'Closes a conversation; a new mail opens it again.',
  method: 'POST',
  path: '/_mailroom/v1/threads/{thread}/done',
  input: onThread,
  result: workedSchema,
  ctl: { words: 'done', args: ['thread'], example: 'done !room:example.org --as @alice:example.org' },
  run: (deps, input) =>
    workOn(deps, input, async (tx, on) => {
      const team = on.account.team.map(({ user }) => user);
      const done = await finishWork(tx, workAt(on), on.by, { event: null, room: on.room ?? '', team });
      return done ? on.say('helpdesk-done') : null;
    }),
  plain: workedText,
});

/** `!mail done`: the conversation is over, until a mail comes. */
export const mailDone = mailCommand({
  name: 'done',
  order: 150,
  args: noArguments,
  needs: 'answer',
  scope: 'thread',
  where: ['thread'],
  example: 'done',
  examples: [{ says: ['done', 'done', 'reopen', 'reopen'] }],
  outside: { operations: [doneOperation] },
  run: async (tx, { account, thread, room: { room }, event }) => {
    const say = words(account.language);
    const team = account.team.map(({ user }) => user);
    const done = await finishWork(tx, { account: account.id, thread }, event.sender, { event: null, room, team });
    return renderLines([done ? say('helpdesk-done') : say('helpdesk-done-already')]);
  },
});
