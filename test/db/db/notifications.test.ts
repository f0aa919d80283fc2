import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Database } from '../../../src/db/pool.ts';
import { eachDatabase } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

describe('a wake-up', () => {
  let test: TestDatabase;

  eachDatabase((given) => {
    test = given;
  });

  it('is heard after the commit, here and in other processes, once each', async () => {
    const other = new Database({ url: test.url, onError: () => undefined });
    const heard: string[] = [];
    const both = Promise.withResolvers<undefined>();
    const note = (who: string) => (payload: string) => {
      heard.push(`${who} ${payload}`);
      if (payload === 'last' && who === 'other') both.resolve(undefined);
    };
    await test.db.listen('lamps', note('here'));
    await other.listen('lamps', note('other'));
    await test.db.transaction((tx) => {
      tx.notify('lamps', 'on');
      assert.deepEqual(heard, []);
      return Promise.resolve();
    });
    assert.deepEqual(heard, ['here on']);
    test.db.notify('lamps', 'last');
    await both.promise;
    assert.deepEqual(heard.toSorted(), ['here last', 'here on', 'other last', 'other on']);
    await other.close();
  });

  it('is not heard where its transaction is rolled back', async () => {
    const heard: string[] = [];
    await test.db.listen('lamps', (payload) => heard.push(payload));
    await assert.rejects(
      test.db.transaction((tx) => {
        tx.notify('lamps', 'on');
        return Promise.reject(new Error('no'));
      }),
    );
    assert.deepEqual(heard, []);
  });

  it('of a process that listens to nothing and ends at once is heard by others', async () => {
    const heard = Promise.withResolvers<string>();
    await test.db.listen('lamps', heard.resolve);
    const brief = new Database({ url: test.url, onError: () => undefined });
    await brief.transaction((tx) => {
      tx.notify('lamps', 'on');
      return Promise.resolve();
    });
    await brief.close();
    assert.equal(await heard.promise, 'on');
  });
});
