import { z } from 'zod';
import { noArguments } from '../../bridge/command/arguments.ts';
import { viewSuspected } from '../../db/helpdesk-tables/views.ts';
import { decideSuspected } from '../../answers/suspected-decided.ts';
import { chosen, fields, operation } from '../../operations/operation.ts';
import { plainSay, listedMails } from '../../operations/plain.ts';
import { mailCommand } from '../framework/command.ts';
import { decideFromOutside, onSuspected } from './suspected-from-outside.ts';
import { UTC, shortTime } from '../../words/zones.ts';

const held = z.object({
  message: z.string(),
  account: z.string(),
  at: z.iso.datetime(),
  reason: z.string(),
  told: z.string().meta({ description: "What the account's lobby was told of it." }),
});

const heldOperation = operation({
  id: 'held',
  summary: 'Mails that are held until somebody decides about them, the latest first.',
  method: 'GET',
  path: '/_mailroom/v1/held',
  input: z.object({ account: fields.account, limit: fields.limit }),
  result: z.object({ held: z.array(held), total: z.int() }),
  ctl: { words: 'held', args: ['account?'], example: 'held support' },
  run: (deps, input) => viewSuspected(deps.db, chosen(deps, input.account), input.limit),
  plain: (view) =>
    listedMails(
      view.total,
      view.held.map(({ message, account, at, reason, told }) => ({
        cells: [message, account, shortTime(at, UTC), reason],
        told,
      })),
    ),
});

const acceptOperation = operation({
  id: 'held-accept',
  summary: 'Shows a held mail in its conversation.',
  method: 'POST',
  path: '/_mailroom/v1/held/{message}/accept',
  input: onSuspected,
  result: z.object({ decided: z.literal('accept') }),
  ctl: { words: 'accept', args: ['message'], example: 'accept MESSAGE --as @alice:example.org' },
  run: (deps, input) => decideFromOutside(deps, input, 'accept'),
  plain: () => plainSay('sender-accepted'),
});

/** `!mail accept` as a reply to the notice about a suspected mail: it is shown in its conversation. */
export const mailAccept = mailCommand({
  name: 'accept',
  order: 250,
  args: noArguments,
  needs: 'release',
  scope: 'account',
  where: ['lobby'],
  example: 'accept',
  outside: { operations: [heldOperation, acceptOperation] },
  run: (tx, context, _nothing, { replyTo }) => decideSuspected(tx, context, replyTo, 'accept'),
});
