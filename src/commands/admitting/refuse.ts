import { z } from 'zod';
import { noArguments } from '../../bridge/command/arguments.ts';
import { decideSuspected } from '../../answers/suspected-decided.ts';
import { operation } from '../../operations/operation.ts';
import { plainSay } from '../../operations/plain.ts';
import { mailCommand } from '../framework/command.ts';
import { decideFromOutside, onSuspected } from './suspected-from-outside.ts';

const refuseOperation = operation({
  id: 'held-refuse',
  summary: 'Does not show a held mail.',
  method: 'POST',
  path: '/_mailroom/v1/held/{message}/refuse',
  input: onSuspected,
  result: z.object({ decided: z.literal('refuse') }),
  ctl: { words: 'refuse', args: ['message'], example: 'refuse MESSAGE --as @alice:example.org' },
  run: (deps, input) => decideFromOutside(deps, input, 'refuse'),
  plain: () => plainSay('sender-refused'),
});

/** `!mail refuse` as a reply to the notice about a suspected mail: it is not shown. */
export const mailRefuse = mailCommand({
  name: 'refuse',
  order: 260,
  args: noArguments,
  needs: 'release',
  scope: 'account',
  where: ['lobby'],
  example: 'refuse',
  outside: { operations: [refuseOperation] },
  run: (tx, context, _nothing, { replyTo }) => decideSuspected(tx, context, replyTo, 'refuse'),
});
