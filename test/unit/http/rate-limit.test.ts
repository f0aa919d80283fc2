import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { RateLimit } from '../../../src/http/rate-limit.ts';

describe('the rate limit', () => {
  it('lets as many through as a minute holds, says when the next may come, and keeps people apart', () => {
    let now = 0;
    const limit = new RateLimit(
      () => 3,
      () => now,
    );
    assert.deepEqual([1, 2, 3].map(() => limit.take('a')), [0, 0, 0]); // prettier-ignore
    assert.equal(limit.take('a'), 20_000);
    assert.equal(limit.take('b'), 0);
    now = 19_999;
    assert.ok(limit.take('a') > 0);
    now = 20_000;
    assert.equal(limit.take('a'), 0);
    now = 90_000;
    assert.equal(limit.take('a'), 0);
  });

  it('never lets more through than a full bucket and what flowed in, whatever the pace', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 200 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 50 }), (steps, perMinute) => {
        let now = 0;
        let passed = 0;
        const limit = new RateLimit(
          () => perMinute,
          () => now,
        );
        for (const step of steps) {
          now += step;
          if (limit.take('a') === 0) passed += 1;
        }
        assert.ok(passed <= perMinute + (now * perMinute) / 60_000 + 1e-6);
      }),
    );
  });
});
