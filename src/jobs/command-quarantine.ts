/** `quarantine`: what could not be read or done; shown, and tried again by who may decide about held mail. */
import type { Account } from '../bridge/account.ts';
import { renderLines } from '../bridge/commands.ts';
import type { Rendered } from '../bridge/commands.ts';
import { renderQuarantine, renderQuarantineItem } from '../bridge/operations.ts';
import { renderRefusal } from '../bridge/permissions-refusal.ts';
import type { Capability } from '../bridge/permissions.ts';
import { quarantineItem, retryQuarantineItem, viewQuarantine } from '../db/operations.ts';
import type { QuarantineScope } from '../db/operations.ts';
import type { Transaction } from '../db/pool.ts';
import { words } from '../mail/words.ts';
import { meantAccounts } from './operator.ts';
import type { Operator, OperatorHandler } from './operator.ts';

/** Items of a list. */
const SHOWN = 10;
const ITEM = /^j?\d{1,15}$/;

export const commandQuarantine: OperatorHandler = async (tx, operator, args) => {
  const asked = readArgs(args);
  const meant = meantAccounts(operator, asked.account);
  if ('unknown' in meant) return renderLines([meant.unknown]);
  const { language, place } = operator;
  const scope = scopeOf(operator, meant, 'source');
  const { number } = asked;
  if (number === null) {
    const prefix = place === 'management' ? '' : '!mail ';
    return renderQuarantine(await viewQuarantine(tx, scope, SHOWN), language, prefix);
  }
  const item = await quarantineItem(tx, scope, number);
  if (item === null) return renderLines([words(language).operations.notInQuarantine(number)]);
  return asked.retry ? retry(tx, operator, meant, number) : renderQuarantineItem(item, language);
};

async function retry(
  tx: Transaction,
  operator: Operator,
  meant: readonly Account[],
  number: string,
): Promise<Rendered> {
  const { language } = operator;
  if (await retryQuarantineItem(tx, scopeOf(operator, meant, 'release'), number)) {
    return renderLines([words(language).operations.retried(number)]);
  }
  const permissions = meant[0]?.permissions ?? new Map();
  return renderRefusal({ needed: 'release', able: [], permissions }, language);
}

function scopeOf(operator: Operator, meant: readonly Account[], needed: Capability): QuarantineScope {
  const accounts = meant.filter((one) => operator.can(one).has(needed)).map(({ id }) => id);
  return { accounts, unowned: operator.managesAll };
}

/** `[ACCOUNT] [show|retry NUMBER]`; a number alone is shown. */
function readArgs(args: readonly string[]): {
  readonly account: string | null;
  readonly number: string | null;
  readonly retry: boolean;
} {
  const number = args.find((word) => ITEM.test(word.toLowerCase()))?.toLowerCase() ?? null;
  const account = args.find(
    (word) => !ITEM.test(word.toLowerCase()) && !['show', 'retry'].includes(word.toLowerCase()),
  );
  return { account: account ?? null, number, retry: args.some((word) => word.toLowerCase() === 'retry') };
}
