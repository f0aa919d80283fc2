import { noArguments } from '../../bridge/command/arguments.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { reopenWork } from '../../db/helpdesk-tables/thread-work.ts';
import { operation } from '../../operations/operation.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { onThread, workAt, workedSchema, workedText, workOn } from './worked.ts';

const reopenOperation = operation({
  id: 'reopen',
  summary: 'Opens a conversation that is done or laid aside.',
  method: 'POST',
  path: '/_mailroom/v1/threads/{thread}/reopen',
  input: onThread,
  result: workedSchema,
  ctl: { words: 'reopen', args: ['thread'], example: 'reopen !room:example.org --as @alice:example.org' },
  run: (deps, input) =>
    workOn(deps, input, async (tx, on) =>
      (await reopenWork(tx, workAt(on), null)) ? on.say('helpdesk-reopened') : null,
    ),
  plain: workedText,
});

/** `!mail reopen`: a conversation that is done or laid aside is open again. */
export const mailReopen = mailCommand({
  name: 'reopen',
  order: 160,
  args: noArguments,
  needs: 'answer',
  scope: 'thread',
  where: ['thread'],
  example: 'reopen',
  outside: { operations: [reopenOperation] },
  run: async (tx, { account, thread }) => {
    const say = words(account.language);
    const done = await reopenWork(tx, { account: account.id, thread }, null);
    return renderLines([done ? say('helpdesk-reopened') : say('helpdesk-open-already')]);
  },
});
