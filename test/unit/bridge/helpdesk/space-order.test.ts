import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entryRank, isListed, OWN_ORDER, threadOrder } from '../../../../src/bridge/helpdesk/space-order.ts';

describe('the order of rooms in a space', () => {
  it('has first what is to be done', () => {
    const inOrder = [
      OWN_ORDER.inbox,
      OWN_ORDER.lobby,
      threadOrder({ state: 'open', waiting: 'us', claimedBy: null }),
      threadOrder({ state: 'open', waiting: 'us', claimedBy: '@alice:example.org' }),
      threadOrder(null),
      threadOrder({ state: 'open', waiting: 'them', claimedBy: null }),
      threadOrder({ state: 'snoozed', waiting: 'us', claimedBy: null }),
    ];
    assert.deepEqual([...inOrder].sort(), inOrder);
    for (const order of inOrder) assert.match(order, /^[\x20-\x7e]{1,50}$/, 'as the spec takes it');
  });

  it('has threads where nobody has written yet as those that nobody has worked on', () => {
    assert.equal(threadOrder({ state: 'open', waiting: 'nobody', claimedBy: '@alice:example.org' }), threadOrder(null));
  });
});

describe('what a space lists', () => {
  const listed = (most: number, rank: number, before: boolean) => isListed({ rank, most, listed: before });
  it('is never more than the bound, and what comes in is a tenth below it', () => {
    assert.deepEqual([listed(500, 499, true), listed(500, 500, true)], [true, false]);
    assert.deepEqual([listed(500, 449, false), listed(500, 450, false)], [true, false]);
    assert.deepEqual([listed(2, 1, false), listed(2, 2, false), listed(0, 0, false)], [true, false, false]);
    assert.equal(entryRank(500), 450);
  });
});
