import { ACCOUNT_ROOMS } from '../../bridge/command/spec.ts';
import { operation } from '../../operations/operation.ts';
import { mailCommand } from '../framework/command.ts';
import { onRule, ruleArguments, ruleFromOutside, ruleInRoom, ruleLine, ruleSchema, ruleScope } from './rule-set.ts';

const blockOperation = operation({
  id: 'block',
  summary: 'Does not show mail of whoever fits a pattern.',
  method: 'POST',
  path: '/_mailroom/v1/accounts/{account}/rules/block',
  input: onRule,
  result: ruleSchema,
  ctl: {
    words: 'block',
    args: ['account', 'pattern'],
    example: "block support 'news*@example.org' --as @alice:example.org",
  },
  run: (deps, input) => ruleFromOutside(deps, input, 'block'),
  plain: ruleLine,
});

/** `!mail block`: whose mail is not shown. */
export const mailBlock = mailCommand({
  name: 'block',
  order: 270,
  args: ruleArguments,
  needs: 'release',
  scope: ruleScope,
  where: ACCOUNT_ROOMS,
  example: 'block news*@example.org',
  examples: [
    { says: ['block bob', 'block elsewhere.example', 'block *.example here', 'block a.example b.example'] },
    { says: ['block'], reply: true },
  ],
  outside: { operations: [blockOperation] },
  run: (tx, context, asked, call) => ruleInRoom(tx, context, 'block', asked, call),
});
