/** Operations that no command in Matrix has. */
import { z } from 'zod';
import { memberByUser } from '../bridge/account/account.ts';
import { capabilities, LEVELS } from '../bridge/account/permissions.ts';
import type { GhostCodec } from '../bridge/ids.ts';
import type { UserId } from '../bridge/types.ts';
import { viewMessages } from '../db/helpdesk-tables/views.ts';
import { levelAt } from '../handling/rights.ts';
import { threadMeant } from '../operations/meant.ts';
import { fields, operation } from '../operations/operation.ts';
import type { Operation, OperationDeps } from '../operations/operation.ts';
import { columns, lines, peopleLine } from '../operations/plain.ts';
import { personSchema } from '../operations/schemas.ts';
import { UTC, shortTime } from '../words/zones.ts';

const message = z.object({
  message: z.string(),
  messageId: z.string(),
  direction: z.enum(['in', 'out', 'colleague']),
  kind: z.string(),
  at: z.iso.datetime(),
  subject: z.string(),
  from: z.array(personSchema),
  to: z.array(personSchema),
  cc: z.array(personSchema),
});

export const OWN_OPERATIONS: readonly Operation[] = [
  operation({
    id: 'who',
    summary: 'What a person may do, by account.',
    method: 'GET',
    path: '/_mailroom/v1/permissions',
    input: z.object({ user: fields.user }),
    result: z.object({
      user: z.string(),
      accounts: z.array(
        z.object({ account: z.string(), team: z.boolean(), level: z.enum(LEVELS), may: z.array(z.string()) }),
      ),
    }),
    ctl: { words: 'who', args: ['user'], example: 'who @alice:example.org' },
    run: ({ accounts, ghosts }, input) => Promise.resolve(permissionsOf(accounts, ghosts, input.user as UserId)),
    plain: ({ accounts }) =>
      lines(accounts.map(({ account, level, may }) => `${account}: ${level} (${may.join(', ')})`)),
  }),
  operation({
    id: 'messages',
    summary: 'The mails of a conversation in both directions, the newest first.',
    method: 'GET',
    path: '/_mailroom/v1/threads/{thread}/messages',
    input: z.object({ thread: fields.thread, limit: fields.limit }),
    result: z.object({ messages: z.array(message) }),
    ctl: { words: 'messages', args: ['thread'], example: 'messages !room:example.org' },
    run: async (deps, input) => {
      const { thread } = await threadMeant(deps.db, deps, input.thread);
      return { messages: await viewMessages(deps.db, thread, input.limit) };
    },
    plain: ({ messages }) =>
      lines(
        messages.map(({ at, direction, message: key, messageId, from, subject }) =>
          columns(shortTime(at, UTC), direction, key, messageId, peopleLine(from), subject),
        ),
      ) || 'No mails yet.',
  }),
];

function permissionsOf(accounts: OperationDeps['accounts'], ghosts: GhostCodec, who: UserId) {
  return {
    user: who,
    accounts: [...accounts.values()].map((one) => {
      const level = levelAt(one, who, ghosts.domain);
      return { account: one.id, team: memberByUser(one, who) !== null, level, may: [...capabilities(level)] };
    }),
  };
}
