import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as immediate } from 'node:timers/promises';
import { Gathered } from '../../../src/base/gathered.ts';

describe('what is asked at one moment', () => {
  it('is answered together, and what is asked meanwhile together after it', async () => {
    const asked: string[][] = [];
    const opened = Promise.withResolvers<undefined>();
    const gathered = new Gathered(async (keys: readonly string[]) => {
      asked.push([...keys]);
      await opened.promise;
      return keys.map((key) => (key === 'nothing' ? null : key.toUpperCase()));
    });
    const first = [gathered.get('a'), gathered.get('nothing')];
    await immediate();
    await immediate();
    const second = [gathered.get('b'), gathered.get('a')];
    opened.resolve(undefined);
    assert.deepEqual(await Promise.all(first), ['A', null]);
    assert.deepEqual(await Promise.all(second), ['B', 'A']);
    assert.deepEqual(asked, [
      ['a', 'nothing'],
      ['b', 'a'],
    ]);
  });

  it('is refused together, and nothing that is asked after it', async () => {
    let fails = true;
    const gathered = new Gathered((keys: readonly string[]) =>
      fails ? Promise.reject(new Error('away')) : Promise.resolve(keys),
    );
    const refused = await Promise.allSettled([gathered.get('a'), gathered.get('b')]);
    assert.deepEqual(
      refused.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    fails = false;
    assert.equal(await gathered.get('a'), 'a');
  });
});
