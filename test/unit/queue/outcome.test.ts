import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pauseAfter, spread } from '../../../src/queue/outcome.ts';

describe('pauses of the queue', () => {
  it('grow with every failure, to ten minutes', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 50].map(pauseAfter),
      [1_000, 5_000, 30_000, 120_000, 600_000, 600_000, 600_000],
    );
  });

  it('are lengthened by less than a fifth by chance, and never shortened', () => {
    assert.equal(spread(10_000, 0), 10_000);
    assert.equal(spread(10_000, 0.5), 11_000);
    assert.ok(spread(10_000, 0.999_999) < 12_000);
    assert.equal(spread(0, 0.7), 0);
  });
});
