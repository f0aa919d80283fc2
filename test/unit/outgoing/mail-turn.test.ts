import assert from 'node:assert/strict';
import { it } from 'node:test';
import { askAgainAfter } from '../../../src/outgoing/mail-turn.ts';

it('a mail asks again later, the more are before it and the more often it has asked', () => {
  assert.deepEqual(
    [askAgainAfter(1, 1), askAgainAfter(1, 4), askAgainAfter(8, 1), askAgainAfter(8, 3), askAgainAfter(100, 100)],
    [250, 1_000, 2_000, 6_000, 30_000],
  );
});
