import { z } from 'zod';
import { oneOf } from '../../bridge/command/arguments.ts';
import { ACCOUNT_ROOMS } from '../../bridge/command/spec.ts';
import { oldMailLines } from '../../bridge/told/old-mail-told.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { oldMailStandings } from '../../db/intake-tables/old-mails.ts';
import { decideOldMails, oldMailsTold } from '../../answers/old-mail-decided.ts';
import { chosen, fields, operation } from '../../operations/operation.ts';
import { columns, lines, plainSay } from '../../operations/plain.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { decideWaiting } from './decide-waiting.ts';
import { UTC, shortTime } from '../../words/zones.ts';

const standing = z.object({
  account: z.string(),
  waiting: z.int(),
  oldest: z.iso.datetime().nullable().meta({ description: 'When the mailbox got the first of them.' }),
  newest: z.iso.datetime().nullable(),
  left: z.int().meta({ description: 'Mails that were left in the mailbox by the word of a member.' }),
});

const oldOperation = operation({
  id: 'old',
  summary: 'Mails older than their account that came in quantity and wait for a word, by account.',
  method: 'GET',
  path: '/_mailroom/v1/old',
  input: z.object({ account: fields.account }),
  result: z.object({ accounts: z.array(standing) }),
  ctl: { words: 'old', args: ['account?'], example: 'old support' },
  run: async (deps, input) => ({ accounts: await oldMailStandings(deps.db, chosen(deps, input.account)) }),
  plain: ({ accounts }) =>
    lines(
      accounts.map(({ account, waiting, oldest, newest, left }) =>
        columns(
          account,
          `${String(waiting)} wait`,
          oldest === null || newest === null ? null : `${shortTime(oldest, UTC)} to ${shortTime(newest, UTC)}`,
          `${String(left)} left`,
        ),
      ),
    ),
});

const decideOperation = operation({
  id: 'old-decide',
  summary: 'Lets the old mail that waits in an account in (quietly, or as new), or leaves it in the mailbox.',
  method: 'POST',
  path: '/_mailroom/v1/old/{account}',
  input: z.object({
    account: z.string().max(100).meta({ description: 'The key of an account.' }),
    decide: z.enum(['quietly', 'as-new', 'leave']),
    as: fields.as,
  }),
  result: z.object({ decided: z.int() }),
  ctl: {
    words: 'old decide',
    args: ['account', 'decide'],
    example: 'old decide support quietly --as @alice:example.org',
  },
  run: (deps, input) =>
    decideWaiting(deps, input, {
      decide: (tx, { id: account }, by) => decideOldMails(tx, { account, by }, input.decide),
      told: (say, decided) => oldMailsTold(say, input.decide, decided),
    }),
  plain: ({ decided }) => plainSay('old-mail-decided', { count: decided }),
});

/** `!mail old`: the old mail that waits; `quietly`, `as-new` and `leave` decide about all of it. */
export const mailOld = mailCommand({
  name: 'old',
  order: 266,
  args: oneOf('quietly', 'as-new', 'leave'),
  needs: 'release',
  scope: 'account',
  where: ACCOUNT_ROOMS,
  example: 'old quietly',
  outside: { operations: [oldOperation, decideOperation] },
  run: async (tx, { account, event, operator }, verb) => {
    const say = words(account.language);
    if (verb !== null) {
      const count = await decideOldMails(tx, { account: account.id, by: event.sender }, verb);
      return renderLines([oldMailsTold(say, verb, count)]);
    }
    const [found] = await oldMailStandings(tx, [account.id]);
    return renderLines(oldMailLines(operator, found ?? { waiting: 0, oldest: null, newest: null, left: 0 }));
  },
});
