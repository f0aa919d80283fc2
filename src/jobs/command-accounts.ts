/** `accounts` and `queue`: how a person's accounts stand, and what waits for them. */
import { renderLines } from '../bridge/commands.ts';
import { renderAccounts, renderQueue } from '../bridge/operations.ts';
import { viewAccounts, viewQueues } from '../db/operations.ts';
import { meantAccounts } from './operator.ts';
import type { OperatorHandler } from './operator.ts';

export const commandAccounts: OperatorHandler = async (tx, { own, language }) =>
  renderAccounts(await viewAccounts(tx, own), language);

export const commandQueue: OperatorHandler = async (tx, operator, [account = null]) => {
  const meant = meantAccounts(operator, account);
  if ('unknown' in meant) return renderLines([meant.unknown]);
  const seen = meant.filter((one) => operator.can(one).has('source'));
  return renderQueue(await viewQueues(tx, seen.map(({ id }) => id)), operator.language); // prettier-ignore
};
