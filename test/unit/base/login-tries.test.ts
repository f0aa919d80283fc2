import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLoginWrong, loginPauses } from '../../../src/base/login-tries.ts';

test('a refused login is tried after a minute, a quarter of an hour, an hour, then hourly for a day', () => {
  const minutes = loginPauses().map((ms) => ms / 60_000);
  assert.deepEqual(minutes.slice(0, 3), [1, 15, 60]);
  assert.deepEqual(new Set(minutes.slice(3)), new Set([60]));
  assert.equal(minutes.slice(3).length, 24);
});

test('a refusal with its reason is a wrong login at once, one without from the third on', () => {
  assert.equal(isLoginWrong(1, true), true);
  assert.deepEqual(
    [1, 2, 3, 4].map((refusals) => isLoginWrong(refusals, false)),
    [false, false, true, true],
  );
});
