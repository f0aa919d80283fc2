import { z } from 'zod';
import { optionalWord } from '../../bridge/command/arguments.ts';
import { TEAM_ROOMS } from '../../bridge/command/spec.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { renderQueue } from '../../bridge/told/operations-told.ts';
import { viewQueues } from '../../db/helpdesk-tables/operations.ts';
import { chosen, fields, operation } from '../../operations/operation.ts';
import { mailCommand } from '../framework/command.ts';
import { operatorAccounts } from '../framework/operator.ts';

const queue = z.object({
  account: z.string(),
  mails: z.object({ held: z.int(), leaving: z.int(), deferred: z.int(), failed: z.int() }),
  queues: z.array(z.object({ queue: z.string(), waiting: z.int(), quarantined: z.int(), oldestSeconds: z.number() })),
});

const queueOperation = operation({
  id: 'queue',
  summary: 'What waits, and what has failed.',
  method: 'GET',
  path: '/_mailroom/v1/queue',
  input: z.object({ account: fields.account }),
  result: z.object({ accounts: z.array(queue) }),
  ctl: { words: 'queue', args: ['account?'], example: 'queue support' },
  run: async (deps, input) => ({ accounts: await viewQueues(deps.db, chosen(deps, input.account)) }),
  plain: ({ accounts }) => renderQueue(accounts, 'en').body,
});

/** `!mail queue`: what waits for a person's accounts. */
export const mailQueue = mailCommand({
  name: 'queue',
  order: 340,
  args: optionalWord('[ACCOUNT]'),
  needs: 'source',
  scope: 'account',
  where: TEAM_ROOMS,
  example: 'queue support',
  examples: [{ says: ['queue elsewhere'] }],
  outside: { operations: [queueOperation] },
  run: async (tx, { operator }, account) => {
    const meant = operatorAccounts(operator, account);
    if ('unknown' in meant) return renderLines([meant.unknown]);
    const seen = meant.filter((one) => operator.can(one).has('source')).map(({ id }) => id);
    return renderQueue(await viewQueues(tx, seen), operator.language);
  },
});
