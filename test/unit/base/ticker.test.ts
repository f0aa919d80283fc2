import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ticker } from '../../../src/base/ticker.ts';

describe('a ticker', () => {
  it('begins at once, and goes on after a turn that failed', async () => {
    const errors: unknown[] = [];
    let turns = 0;
    const third = Promise.withResolvers<undefined>();
    const ticker = new Ticker({
      everyMs: 1,
      turn: () => {
        turns += 1;
        if (turns === 2) return Promise.reject(new Error('the database is away'));
        if (turns === 3) third.resolve(undefined);
        return Promise.resolve();
      },
      onError: (error) => errors.push(error),
    });
    const alive = setInterval(() => undefined, 1_000);
    await ticker.start();
    assert.equal(turns, 1, 'the first turn is over');
    await third.promise;
    await ticker.stop();
    clearInterval(alive);
    assert.deepEqual(errors.map(String), ['Error: the database is away']);
  });

  it('waits at its stop for the turn that is under way, tells it so, and begins no other', async () => {
    let turns = 0;
    let ended = false;
    const ticker = new Ticker({
      everyMs: 60_000,
      turn: async (signal) => {
        turns += 1;
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        ended = true;
      },
      onError: assert.ifError,
    });
    void ticker.start();
    await ticker.stop();
    assert.deepEqual([turns, ended], [1, true]);
  });

  it('ends a pause at its stop', async () => {
    const ticker = new Ticker({ everyMs: 3_600_000, turn: () => Promise.resolve(), onError: assert.ifError });
    await ticker.start();
    await ticker.stop();
  });
});
