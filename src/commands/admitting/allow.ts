import { ACCOUNT_ROOMS } from '../../bridge/command/spec.ts';
import { operation } from '../../operations/operation.ts';
import { mailCommand } from '../framework/command.ts';
import { onRule, ruleArguments, ruleFromOutside, ruleInRoom, ruleLine, ruleSchema, ruleScope } from './rule-set.ts';

const allowOperation = operation({
  id: 'allow',
  summary: 'Whoever fits a pattern takes part without being asked about.',
  method: 'POST',
  path: '/_mailroom/v1/accounts/{account}/rules/allow',
  input: onRule,
  result: ruleSchema,
  ctl: {
    words: 'allow',
    args: ['account', 'pattern'],
    example: "allow support '*.example.org' --as @alice:example.org",
  },
  run: (deps, input) => ruleFromOutside(deps, input, 'allow'),
  plain: ruleLine,
});

/** `!mail allow`: who takes part without being asked about. */
export const mailAllow = mailCommand({
  name: 'allow',
  order: 280,
  args: ruleArguments,
  needs: 'release',
  scope: ruleScope,
  where: ACCOUNT_ROOMS,
  example: 'allow *.example.org here',
  examples: [{ says: ['allow', 'allow elsewhere.example here'], reply: true }],
  outside: { operations: [allowOperation] },
  run: (tx, context, asked, call) => ruleInRoom(tx, context, 'allow', asked, call),
});
