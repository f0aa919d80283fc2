import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OWN_ORDER, threadOrder } from '../../../../src/bridge/helpdesk/space-order.ts';

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
