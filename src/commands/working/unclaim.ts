import { noArguments } from '../../bridge/command/arguments.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { unclaimWork } from '../../db/helpdesk-tables/thread-work.ts';
import { operation } from '../../operations/operation.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { onThread, workAt, workedSchema, workedText, workOn } from './worked.ts';

const unclaimOperation = operation({
  id: 'unclaim',
  summary: 'Nobody has a conversation any more.',
  method: 'POST',
  path: '/_mailroom/v1/threads/{thread}/unclaim',
  input: onThread,
  result: workedSchema,
  ctl: { words: 'unclaim', args: ['thread'], example: 'unclaim !room:example.org --as @alice:example.org' },
  run: (deps, input) =>
    workOn(deps, input, async (tx, on) =>
      (await unclaimWork(tx, workAt(on), null)) ? on.say('helpdesk-unclaimed') : null,
    ),
  plain: workedText,
});

/** `!mail unclaim`: nobody has the conversation any more. */
export const mailUnclaim = mailCommand({
  name: 'unclaim',
  order: 130,
  args: noArguments,
  needs: 'answer',
  scope: 'thread',
  where: ['thread'],
  example: 'unclaim',
  outside: { operations: [unclaimOperation] },
  run: async (tx, { account, thread }) => {
    const say = words(account.language);
    const done = await unclaimWork(tx, { account: account.id, thread }, null);
    return renderLines([done ? say('helpdesk-unclaimed') : say('helpdesk-nobody-has-it')]);
  },
});
