import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeOrder } from '../../../../src/db/intake-tables/transaction-order.ts';
import type { CountedLife, TransactionOrder } from '../../../../src/db/intake-tables/transaction-order.ts';

const life = (last: number, more: Partial<CountedLife> = {}): CountedLife => ({
  last,
  lowest: Math.max(1, last - 20),
  transactions: 20,
  seen: false,
  ...more,
});

describe('the id of a transaction', () => {
  const cases: readonly [string, TransactionOrder, txn: string, fresh: number, CountedLife | null][] = [
    ['is the first one that a new database sees', 'goes-on', '8120', 3, null],
    ['is the next', 'goes-on', '42', 1, life(41)],
    ['leaves a gap, where other application services have a part in the count', 'goes-on', '97', 1, life(41)],
    ['is the next, with nothing but what was read back before', 'goes-on', '42', 0, life(41)],
    ['is the last one again, whose answer was lost', 'repeated', '41', 0, life(41, { seen: true })],
    ['is an earlier one again, held back by a proxy', 'repeated', '39', 0, life(41, { seen: true })],
    ['is an earlier one again, answered by the other replica', 'repeated', '40', 0, life(41, { seen: true })],
    ['is an earlier one again, that came as two retries ran side by side', 'repeated', '38', 0, life(41)],
    ['falls with nothing that is new', 'repeated', '1', 0, life(41)],
    ['begins at 1 again', 'anew', '1', 1, life(41)],
    ['begins at 1 again, which was seen before', 'anew', '1', 1, life(41, { lowest: 1, transactions: 41, seen: true })],
    ['is the last one again, with other events', 'anew', '41', 2, life(41, { seen: true })],
    ['is the only one again, with other events', 'anew', '1', 1, life(1, { transactions: 1, lowest: 1, seen: true })],
    ['is an earlier one again, with other events', 'anew', '30', 1, life(41, { seen: true })],
    ['falls where a single one was seen', 'unclear', '3', 1, life(41, { transactions: 1, lowest: 41 })],
    ['is one that was passed over, by a second sender', 'unclear', '40', 1, life(41)],
    ['is drawn by chance, as all were', 'goes-on', '517', 1, life(4_103_877_120, { lowest: 88_201 })],
    ['is a text of Dendrite', 'goes-on', '1700000000000_3214', 1, null],
    ['is a text of Dendrite, after those of a counter', 'goes-on', '1700000000000_3214', 1, life(41)],
    ['is a hash of the content', 'goes-on', 'x9-Jd0aQk1b2c3d4', 1, life(41)],
    ['is a hash of digits alone', 'goes-on', '1234567890123456789012', 1, life(41)],
    ['is a counter after texts', 'goes-on', '1', 1, null],
    ['is empty', 'goes-on', '', 1, life(41)],
    ['is negative', 'goes-on', '-5', 1, life(41)],
  ];
  for (const [what, order, txn, fresh, before] of cases) {
    it(`${what}: ${order}`, () => assert.equal(judgeOrder(txn, fresh, before), order));
  }
});
