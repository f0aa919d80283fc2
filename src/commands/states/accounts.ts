import { z } from 'zod';
import type { Arguments } from '../../bridge/command/arguments.ts';
import { TEAM_ROOMS } from '../../bridge/command/spec.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { NoticeContent } from '../../bridge/notice/rendered.ts';
import { renderAccounts } from '../../bridge/told/operations-told.ts';
import { renderRefusal } from '../../bridge/told/refusal.ts';
import { viewAccounts } from '../../db/helpdesk-tables/operations.ts';
import { connectNow } from '../../db/intake-tables/accounts.ts';
import type { Transaction } from '../../db/pool.ts';
import { accountByKey, fields, operation } from '../../operations/operation.ts';
import { lines, plainSay, PLAIN_READER } from '../../operations/plain.ts';
import { unservedAccounts } from '../../queue/service.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { operatorAccounts } from '../framework/operator.ts';
import type { Operator } from '../framework/operator.ts';
import { UTC, shortTime } from '../../words/zones.ts';

const account = z.object({
  account: z.string(),
  address: z.string(),
  name: z.string(),
  state: z.enum(['stopped', 'connecting', 'catching-up', 'connected', 'transient', 'bad-credentials']),
  since: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  lastMailAt: z.iso.datetime().nullable(),
  troubled: z.array(z.string()).meta({ description: 'The mailboxes (folders) that the reason is about.' }),
  retryAt: z.iso.datetime().nullable().meta({ description: 'When a refused login is tried again by itself.' }),
  out: z
    .object({
      state: z.enum(['untried', 'ready', 'transient', 'bad-credentials']),
      since: z.iso.datetime().nullable(),
      reason: z.string().nullable(),
      words: z.string().nullable().meta({ description: 'What the server said.' }),
      retryAt: z.iso.datetime().nullable().meta({ description: 'When it is asked again by itself.' }),
    })
    .meta({ description: 'The way out: the SMTP server. The fields beside it are about the mailbox.' }),
  history: z
    .object({
      state: z.enum(['waiting', 'reading', 'filling', 'done']),
      since: z.iso.datetime().nullable(),
      found: z.int().meta({ description: 'Mails of before that were found; 0 once it is done.' }),
      settled: z.int().meta({ description: 'Of these, the ones that are in rooms, or that need not or cannot be.' }),
      trouble: z.string().nullable().meta({ description: 'What it waits for.' }),
    })
    .nullable()
    .meta({ description: 'How far the mail of before is brought in; null where none is wanted.' }),
});

const unserved = z.object({
  account: z.string(),
  since: z.iso.datetime().meta({ description: 'When a process served it last.' }),
  jobs: z.int().meta({ description: 'Pieces of work of it that wait.' }),
});

const HOUR_MS = 3_600_000;

const accountsOperation = operation({
  id: 'accounts',
  summary: 'How each account stands, and which accounts no process serves.',
  method: 'GET',
  path: '/_mailroom/v1/accounts',
  input: z.object({}),
  result: z.object({ accounts: z.array(account), unserved: z.array(unserved) }),
  ctl: { words: 'accounts', args: [], example: 'accounts' },
  run: async ({ db, accounts, unservedMs = HOUR_MS }) => ({
    accounts: await viewAccounts(db, [...accounts.values()]),
    unserved: await unservedAccounts(db, unservedMs),
  }),
  plain: (answer) =>
    lines([
      renderAccounts(answer.accounts, PLAIN_READER).body,
      ...answer.unserved.map(({ account: of, since, jobs }) => {
        const waiting = jobs === 0 ? '' : ` (${String(jobs)} pieces of work wait)`;
        return `${of}: ${plainSay('queue-unserved', { since: shortTime(since, UTC) })}${waiting}`;
      }),
    ]),
});

const retryOperation = operation({
  id: 'accounts-retry',
  summary: 'Connects an account now, whatever pause it rests in.',
  method: 'POST',
  path: '/_mailroom/v1/accounts/{account}/retry',
  input: z.object({ account: fields.oneAccount }),
  result: z.object({ connecting: z.boolean().meta({ description: 'False where it is connected already.' }) }),
  ctl: { words: 'accounts retry', args: ['account'], example: 'accounts retry support' },
  run: async (deps, input) => {
    const { id } = accountByKey(deps, input.account);
    const connecting = await deps.db.transaction((tx) => connectNow(tx, [id]));
    return { connecting: connecting.length > 0 };
  },
  plain: ({ connecting }) =>
    connecting ? 'It is connecting now; "accounts" shows how it went.' : plainSay('operations-all-connected'),
});

/** Whether accounts are to be connected now, and which of them. */
interface Asked {
  readonly retry: boolean;
  readonly account: string | null;
}

const accountsArguments: Arguments<Asked> = {
  usage: '[retry [ACCOUNT]]',
  takes: [0, 2],
  read: ({ args: [verb, account] }) => ({ retry: verb?.toLowerCase() === 'retry', account: account ?? null }),
};

/** `!mail accounts`: how a person's accounts stand; with `retry`, those that are away are connected now. */
export const mailAccounts = mailCommand({
  name: 'accounts',
  order: 330,
  args: accountsArguments,
  needs: 'source',
  scope: 'account',
  where: TEAM_ROOMS,
  example: 'accounts',
  examples: [{ says: ['accounts', 'accounts retry', 'accounts retry support', 'accounts retry elsewhere'] }],
  outside: { operations: [accountsOperation, retryOperation] },
  run: async (tx, { operator }, { retry, account: named }) =>
    retry ? connect(tx, operator, named) : renderAccounts(await viewAccounts(tx, operator.own), operator),
});

async function connect(tx: Transaction, operator: Operator, named: string | null): Promise<NoticeContent> {
  const { language } = operator;
  const meant = operatorAccounts(operator, named);
  if ('unknown' in meant) return renderLines([meant.unknown]);
  const theirs = meant.filter((one) => operator.can(one).has('release')).map(({ id }) => id);
  if (theirs.length === 0) {
    const permissions = meant[0]?.permissions ?? new Map();
    return renderRefusal({ needed: 'release', able: [], permissions }, language);
  }
  const connecting = await connectNow(tx, theirs);
  const say = words(language);
  return renderLines([
    connecting.length === 0
      ? say('operations-all-connected')
      : say('operations-connecting-now', { accounts: connecting.join(', ') }),
  ]);
}
