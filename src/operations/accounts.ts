/** Operations on accounts, queues and quarantine, and who may what. The data is behind the commands in Matrix too (`db/operations.ts`). */
import { z } from 'zod';
import { memberByUser } from '../bridge/account.ts';
import type { GhostCodec } from '../bridge/ids.ts';
import { capabilities } from '../bridge/permissions.ts';
import type { UserId } from '../bridge/types.ts';
import { quarantineItem, retryQuarantineItem, viewAccounts, viewQuarantine, viewQueues } from '../db/operations.ts';
import { levelAt } from '../jobs/event-permission.ts';
import { chosen, fields, NotThere, operation } from './operation.ts';
import type { Operation, OperationDeps } from './operation.ts';
import { schemas } from './schemas.ts';

const number = z
  .string()
  .regex(/^j?\d{1,15}$/)
  .meta({ description: 'As `quarantine` lists it.' });

export const ACCOUNT_OPERATIONS: readonly Operation[] = [
  operation({
    id: 'accounts',
    summary: 'How each account stands.',
    method: 'GET',
    path: '/_mailroom/v1/accounts',
    input: z.object({}),
    result: z.object({ accounts: z.array(schemas.account) }),
    ctl: { words: 'accounts', args: [], example: 'accounts' },
    run: async ({ db, accounts }) => ({ accounts: await viewAccounts(db, [...accounts.values()]) }),
  }),
  operation({
    id: 'queue',
    summary: 'What waits, and what has failed.',
    method: 'GET',
    path: '/_mailroom/v1/queue',
    input: z.object({ account: fields.account }),
    result: z.object({ accounts: z.array(schemas.queue) }),
    ctl: { words: 'queue', args: ['account?'], example: 'queue support' },
    run: async (deps, input) => ({ accounts: await viewQueues(deps.db, chosen(deps, input.account)) }),
  }),
  operation({
    id: 'quarantine',
    summary: 'What could not be read or done, the latest first.',
    method: 'GET',
    path: '/_mailroom/v1/quarantine',
    input: z.object({ account: fields.account, limit: fields.limit }),
    result: schemas.quarantine,
    ctl: { words: 'quarantine', args: ['account?'], example: 'quarantine' },
    run: (deps, input) => viewQuarantine(deps.db, scope(deps, input.account), input.limit),
  }),
  operation({
    id: 'quarantine-show',
    summary: 'One item of the quarantine.',
    method: 'GET',
    path: '/_mailroom/v1/quarantine/{number}',
    input: z.object({ number }),
    result: schemas.item,
    ctl: { words: 'quarantine show', args: ['number'], example: 'quarantine show 12' },
    run: async (deps, input) => {
      const item = await quarantineItem(deps.db, scope(deps, undefined), input.number);
      if (item === null) throw new NotThere(`${input.number} is not in quarantine`);
      return item;
    },
  }),
  operation({
    id: 'quarantine-retry',
    summary: 'Tries an item of the quarantine again.',
    method: 'POST',
    path: '/_mailroom/v1/quarantine/{number}/retry',
    input: z.object({ number }),
    result: z.object({ retried: z.literal(true) }),
    ctl: { words: 'quarantine retry', args: ['number'], example: 'quarantine retry 12' },
    run: async (deps, input) => {
      const done = await deps.db.transaction((tx) => retryQuarantineItem(tx, scope(deps, undefined), input.number));
      if (!done) throw new NotThere(`${input.number} is not in quarantine`);
      return { retried: true };
    },
  }),
  operation({
    id: 'who',
    summary: 'What a person may do, by account.',
    method: 'GET',
    path: '/_mailroom/v1/permissions',
    input: z.object({ user: fields.user }),
    result: schemas.permissions,
    ctl: { words: 'who', args: ['user'], example: 'who @alice:example.org' },
    run: ({ accounts, ghosts }, input) => Promise.resolve(permissionsOf(accounts, ghosts, input.user as UserId)),
  }),
];

function scope(deps: Pick<OperationDeps, 'accounts'>, key: string | undefined) {
  return { accounts: chosen(deps, key), unowned: key === undefined };
}

function permissionsOf(accounts: OperationDeps['accounts'], ghosts: GhostCodec, who: UserId) {
  return {
    user: who,
    accounts: [...accounts.values()].map((one) => {
      const level = levelAt(one, who, ghosts.domain);
      return { account: one.id, team: memberByUser(one, who) !== null, level, may: [...capabilities(level)] };
    }),
  };
}
