import { z } from 'zod';
import type { Account } from '../../bridge/account/account.ts';
import type { Capability } from '../../bridge/account/permissions.ts';
import type { Arguments } from '../../bridge/command/arguments.ts';
import { TEAM_ROOMS } from '../../bridge/command/spec.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { NoticeContent } from '../../bridge/notice/rendered.ts';
import { renderQuarantine, renderQuarantineItem } from '../../bridge/told/operations-told.ts';
import { renderRefusal } from '../../bridge/told/refusal.ts';
import { quarantineItem, retryQuarantineItem, viewQuarantine } from '../../db/helpdesk-tables/operations.ts';
import type { QuarantineScope } from '../../db/helpdesk-tables/operations.ts';
import type { Transaction } from '../../db/pool.ts';
import { chosen, fields, NotThere, operation } from '../../operations/operation.ts';
import type { OperationDeps } from '../../operations/operation.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { operatorAccounts } from '../framework/operator.ts';
import type { Operator } from '../framework/operator.ts';
import { PLAIN_READER } from '../../operations/plain.ts';

/** Items of a list in a room. */
const SHOWN = 10;
const ITEM = /^[ju]?\d{1,15}$/;

const item = z.object({
  number: z.string(),
  account: z.string().nullable(),
  kind: z.enum(['mail', 'job', 'withheld']),
  of: z.string().meta({ description: 'The mailbox of a mail, the queue of a piece of work.' }),
  reason: z.string(),
  at: z.iso.datetime(),
  size: z.int().nullable(),
  sha256: z.string().nullable(),
  sender: z.string().nullable().meta({ description: 'Of a mail that the server does not hand over.' }),
  subject: z.string().nullable().meta({ description: 'Of a mail that the server does not hand over.' }),
});

const onItem = z.object({ number: z.string().regex(ITEM).meta({ description: 'As `quarantine` lists it.' }) });

const listOperation = operation({
  id: 'quarantine',
  summary: 'What could not be read or done, the latest first.',
  method: 'GET',
  path: '/_mailroom/v1/quarantine',
  input: z.object({ account: fields.account, limit: fields.limit }),
  result: z.object({ items: z.array(item), total: z.int() }),
  ctl: { words: 'quarantine', args: ['account?'], example: 'quarantine' },
  run: (deps, input) => viewQuarantine(deps.db, scopeFromOutside(deps, input.account), input.limit),
  plain: (view) => renderQuarantine(view, PLAIN_READER, 'mailroom ctl ').body,
});

const showOperation = operation({
  id: 'quarantine-show',
  summary: 'One item of the quarantine.',
  method: 'GET',
  path: '/_mailroom/v1/quarantine/{number}',
  input: onItem,
  result: item,
  ctl: { words: 'quarantine show', args: ['number'], example: 'quarantine show 12' },
  run: async (deps, input) => {
    const found = await quarantineItem(deps.db, scopeFromOutside(deps, undefined), input.number);
    if (found === null) throw new NotThere(`${input.number} is not in quarantine`);
    return found;
  },
  plain: (found) => renderQuarantineItem(found, PLAIN_READER).body,
});

const retryOperation = operation({
  id: 'quarantine-retry',
  summary: 'Tries an item of the quarantine again.',
  method: 'POST',
  path: '/_mailroom/v1/quarantine/{number}/retry',
  input: onItem,
  result: z.object({ retried: z.literal(true) }),
  ctl: { words: 'quarantine retry', args: ['number'], example: 'quarantine retry 12' },
  run: async (deps, input) => {
    const scope = scopeFromOutside(deps, undefined);
    const done = await deps.db.transaction((tx) => retryQuarantineItem(tx, scope, input.number));
    if (!done) throw new NotThere(`${input.number} is not in quarantine`);
    return { retried: true };
  },
  plain: () => 'It is tried again.',
});

function scopeFromOutside(deps: Pick<OperationDeps, 'accounts'>, key: string | undefined): QuarantineScope {
  return { accounts: chosen(deps, key), unowned: key === undefined };
}

/** Which account's items, and which of them; a number alone is shown. */
interface Asked {
  readonly account: string | null;
  readonly number: string | null;
  readonly retry: boolean;
}

const quarantineArguments: Arguments<Asked> = {
  usage: '[ACCOUNT] [show|retry NUMBER]',
  takes: [0, 3],
  read: ({ args }) => {
    const lower = args.map((word) => word.toLowerCase());
    const isAccount = (word: string) => !ITEM.test(word.toLowerCase()) && !/^(?:show|retry)$/i.test(word);
    return {
      account: args.find(isAccount) ?? null,
      number: lower.find((word) => ITEM.test(word)) ?? null,
      retry: lower.includes('retry'),
    };
  },
};

/**
 * `!mail quarantine`: what could not be read or done; shown, and tried again by who may decide about suspected mails.
 */
export const mailQuarantine = mailCommand({
  name: 'quarantine',
  order: 350,
  args: quarantineArguments,
  needs: 'source',
  scope: 'account',
  where: TEAM_ROOMS,
  example: 'quarantine retry 12',
  examples: [
    {
      says: ['quarantine', 'quarantine show 1', 'quarantine retry 1', 'quarantine'],
      given: 'a mail in quarantine',
    },
    { says: ['quarantine show 99', 'quarantine elsewhere'] },
  ],
  outside: { operations: [listOperation, showOperation, retryOperation] },
  run: async (tx, { operator, place }, asked) => {
    const meant = operatorAccounts(operator, asked.account);
    if ('unknown' in meant) return renderLines([meant.unknown]);
    const { language } = operator;
    const scope = scopeOf(operator, meant, 'source');
    const { number } = asked;
    if (number === null) {
      const prefix = place === 'management' ? '' : '!mail ';
      return renderQuarantine(await viewQuarantine(tx, scope, SHOWN), operator, prefix);
    }
    const found = await quarantineItem(tx, scope, number);
    if (found === null) return renderLines([words(language)('operations-not-in-quarantine', { number })]);
    return asked.retry ? retry(tx, operator, meant, number) : renderQuarantineItem(found, operator);
  },
});

async function retry(
  tx: Transaction,
  operator: Operator,
  meant: readonly Account[],
  number: string,
): Promise<NoticeContent> {
  const { language } = operator;
  if (await retryQuarantineItem(tx, scopeOf(operator, meant, 'release'), number)) {
    return renderLines([words(language)('operations-retried', { number })]);
  }
  const permissions = meant[0]?.permissions ?? new Map();
  return renderRefusal({ needed: 'release', able: [], permissions }, language);
}

function scopeOf(operator: Operator, meant: readonly Account[], needed: Capability): QuarantineScope {
  const accounts = meant.filter((one) => operator.can(one).has(needed)).map(({ id }) => id);
  return { accounts, unowned: operator.managesAll };
}
