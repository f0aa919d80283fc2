import { z } from 'zod';
import { oneOf } from '../../bridge/command/arguments.ts';
import { ACCOUNT_ROOMS } from '../../bridge/command/spec.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { MessageKey } from '../../bridge/types.ts';
import { overflowMails } from '../../db/intake-tables/overflow.ts';
import { commandOverflow, decideOverflow, overflowTold } from '../../answers/overflow-decided.ts';
import { chosen, fields, operation } from '../../operations/operation.ts';
import { plainSay, listedMails } from '../../operations/plain.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { decideWaiting } from './decide-waiting.ts';
import { UTC, shortTime } from '../../words/zones.ts';

/** Mails that are listed in a room. */
const SHOWN = 10;

const waiting = z.object({
  message: z.string(),
  account: z.string(),
  at: z.iso.datetime(),
  told: z.string().meta({ description: 'What the overflow room was told of it.' }),
});

const overflowOperation = operation({
  id: 'overflow',
  summary: 'Mails that wait in overflow rooms, since strangers began too many conversations, the latest first.',
  method: 'GET',
  path: '/_mailroom/v1/overflow',
  input: z.object({ account: fields.account, limit: fields.limit }),
  result: z.object({ waiting: z.array(waiting), total: z.int() }),
  ctl: { words: 'overflow', args: ['account?'], example: 'overflow support' },
  run: (deps, input) => overflowMails(deps.db, chosen(deps, input.account), input.limit),
  plain: (view) =>
    listedMails(
      view.total,
      view.waiting.map(({ message, account, at, told }) => ({ cells: [message, account, shortTime(at, UTC)], told })),
    ),
});

const decideOperation = operation({
  id: 'overflow-decide',
  summary: 'Lets mails of an overflow room in, or discards them: one, or all of an account.',
  method: 'POST',
  path: '/_mailroom/v1/overflow/{account}',
  input: z.object({
    account: z.string().max(100).meta({ description: 'The key of an account.' }),
    decide: z.enum(['let-in', 'discard']),
    message: z.string().max(100).optional().meta({ description: 'As `overflow` lists it; all of them without it.' }),
    as: fields.as,
  }),
  result: z.object({ decided: z.int() }),
  ctl: {
    words: 'overflow decide',
    args: ['account', 'decide', 'message?'],
    example: 'overflow decide support let-in --as @alice:example.org',
  },
  run: (deps, input) =>
    decideWaiting(deps, input, {
      decide: (tx, { id: account }, by) => {
        const message = (input.message ?? null) as MessageKey | null;
        return decideOverflow(tx, { account, message, by }, input.decide);
      },
      told: (say, decided) => overflowTold(say, input.decide, decided),
    }),
  plain: ({ decided }) => plainSay('overflow-waiting', { count: decided }),
});

/**
 * `!mail overflow`: what waits in the overflow room; `let-in` and `discard` decide about the mail that the command is a
 * reply to, without one about all.
 */
export const mailOverflow = mailCommand({
  name: 'overflow',
  order: 265,
  args: oneOf('let-in', 'discard'),
  needs: 'release',
  scope: 'account',
  where: ACCOUNT_ROOMS,
  example: 'overflow let-in',
  outside: { operations: [overflowOperation, decideOperation] },
  run: async (tx, context, verb, { replyTo }) => {
    if (verb !== null) return commandOverflow(tx, context, replyTo, verb);
    const { account, operator } = context;
    const say = words(account.language);
    const { waiting: mails, total } = await overflowMails(tx, [account.id], SHOWN);
    if (total === 0) return renderLines([say('overflow-none')]);
    const shown = mails
      .filter(({ told }) => told !== '')
      .map(({ at, told }) => `${shortTime(at, operator.zone)} · ${firstLine(told)}`);
    return renderLines([say('overflow-waiting', { count: total }), ...shown, say('overflow-how-all')]);
  },
});

function firstLine(text: string): string {
  return text.split('\n').slice(0, 2).join(' · ');
}
