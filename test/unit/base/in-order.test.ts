import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { workInOrder } from '../../../src/base/in-order.ts';

/** Work that ends when it is told to, and what was begun. */
function workshop(): { work: (item: number) => Promise<string>; begun: number[]; end: (item: number) => void } {
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  return {
    begun,
    work: async (item) => {
      begun.push(item);
      await new Promise<void>((resolve) => ends.set(item, resolve));
      return `done ${item}`;
    },
    end: (item) => ends.get(item)?.(),
  };
}

describe('work in order', () => {
  it('gives results in the order of the items, whichever ends first', async () => {
    const { work, begun, end } = workshop();
    const results = workInOrder([1, 2, 3, 4], { most: 3 }, work);
    const first = results.next();
    await new Promise(setImmediate);
    assert.deepEqual(begun, [1, 2, 3], 'and goes on ahead as far as it may');
    end(3);
    end(2);
    end(1);
    assert.deepEqual(await first, { done: false, value: 'done 1' });
    assert.deepEqual(await results.next(), { done: false, value: 'done 2' });
    end(4);
    assert.deepEqual(await results.next(), { done: false, value: 'done 3' });
    end(4);
    assert.deepEqual(await results.next(), { done: false, value: 'done 4' });
    assert.equal((await results.next()).done, true);
  });

  it('takes no more ahead than may weigh together, and what is heavier alone', async () => {
    const { work, begun, end } = workshop();
    const weight = { of: (item: number) => item, most: 10 };
    const results = workInOrder([4, 5, 30, 1], { most: 9, weight }, work);
    const first = results.next();
    await new Promise(setImmediate);
    assert.deepEqual(begun, [4, 5]);
    end(4);
    assert.equal((await first).value, 'done 4');
    const second = results.next();
    await new Promise(setImmediate);
    assert.deepEqual(begun, [4, 5], 'the heavy one waits until it is alone');
    end(5);
    assert.equal((await second).value, 'done 5');
    const third = results.next();
    await new Promise(setImmediate);
    assert.deepEqual(begun, [4, 5, 30]);
    end(30);
    assert.equal((await third).value, 'done 30');
    const last = results.next();
    await new Promise(setImmediate);
    end(1);
    assert.equal((await last).value, 'done 1');
  });

  it('throws in its turn what one rejects with, when what is under way has ended', async () => {
    const seen: number[] = [];
    let ended = 0;
    const work = async (item: number): Promise<number> => {
      await Promise.resolve();
      if (item === 2) throw new Error('two');
      await new Promise(setImmediate);
      ended += 1;
      return item;
    };
    await assert.rejects(async () => {
      for await (const item of workInOrder([1, 2, 3], { most: 3 }, work)) seen.push(item);
    }, /two/);
    assert.deepEqual(seen, [1]);
    assert.equal(ended, 2);
  });
});
