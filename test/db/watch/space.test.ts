/** No mail is fetched before the database or our own disk is full, and it is told once. */
import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import { GhostCodec, IdKey } from '../../../src/bridge/ids.ts';
import { fullStores } from '../../../src/db/intake-tables/full-stores.ts';
import { isFull, measure, SpaceWatch } from '../../../src/watch/space.ts';
import type { Measure } from '../../../src/watch/space.ts';
import { eachDatabase } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { quiet, testAccount } from '../../support/handlers/fixtures.ts';

const limits = { databaseSize: 1_000, diskFree: 100 };

const CASES: readonly (readonly [name: string, measure: Measure, before: boolean, full: boolean])[] = [
  ['has room below its bound', { store: 'database', size: 999 }, false, false],
  ['is full at its bound', { store: 'database', size: 1_000 }, false, true],
  ['stays full a little below it', { store: 'database', size: 951 }, true, true],
  ['has room again where it is smaller', { store: 'database', size: 949 }, true, false],
  ['has room while enough is free', { store: 'disk', free: 101 }, false, false],
  ['is full where less is free', { store: 'disk', free: 100 }, false, true],
  ['stays full where hardly more is free', { store: 'disk', free: 105 }, true, true],
  ['has room again where more is free', { store: 'disk', free: 106 }, true, false],
];

describe('a store of mail', () => {
  for (const [name, one, before_, full] of CASES) {
    it(`${one.store}: ${name}`, () => assert.equal(isFull(one, limits, before_), full));
  }
  it('without a bound is never full', () => {
    const none = { databaseSize: 0, diskFree: 0 };
    assert.equal(isFull({ store: 'database', size: 10 ** 15 }, none, false), false);
    assert.equal(isFull({ store: 'disk', free: 0 }, none, false), false);
  });
});

describe('the room for mail', () => {
  let test: TestDatabase;
  let errors: string[];
  eachDatabase(async (given) => {
    test = given;
    errors = [];
    await test.db.query(`INSERT INTO accounts (account) VALUES ('support')`);
  });

  function watch(measures: () => readonly Measure[]): SpaceWatch {
    const account = testAccount();
    return new SpaceWatch({
      db: test.db,
      log: { ...quiet, error: (message: string) => void errors.push(message) },
      ids: new IdKey('a secret of thirty-two characters'),
      ghosts: new GhostCodec({ prefix: 'mail_', domain: 'matrix.test', bot: 'mailroom' }),
      accounts: new Map([[account.id, account]]),
      limits,
      folder: null,
      measure: () => Promise.resolve(measures()),
    });
  }

  const told = async (): Promise<readonly string[]> => {
    const { rows } = await test.db.query<{ body: string }>(
      `SELECT content ->> 'body' AS body FROM matrix_sends WHERE purpose = 'account-state' ORDER BY at, send`,
    );
    return rows.map(({ body }) => body);
  };

  it('is told once when it ends, by whichever process sees it first, and when there is some again', async () => {
    let size = 2_000;
    const [one, other] = [watch(() => [{ store: 'database', size }]), watch(() => [{ store: 'database', size }])];
    await Promise.all([one.look(), other.look()]);
    await one.look();
    assert.deepEqual([one.hasRoom, other.hasRoom], [false, false]);
    assert.equal(errors.length, 1);
    assert.equal((await told()).length, 1);
    assert.match((await told())[0] ?? '', /No mail is fetched: the database/);
    await assert.rejects(one.check(), { code: 'database-full' });
    assert.deepEqual(await fullStores(test.db), ['database']);

    size = 500;
    await Promise.all([one.look(), other.look()]);
    assert.deepEqual([one.hasRoom, other.hasRoom], [true, true]);
    assert.deepEqual((await told()).slice(1), [
      'There is room again: mail is fetched as usual, and what waited comes now.',
    ]);
    await one.check();
    assert.deepEqual(await fullStores(test.db), []);
  });

  it('is not told again by a process that begins while there is none', async () => {
    await watch(() => [{ store: 'disk', free: 5 }]).look();
    await watch(() => [{ store: 'disk', free: 5 }]).look();
    assert.equal((await told()).length, 1);
    assert.match((await told())[0] ?? '', /the disk of the database/);
  });

  it('is told anew when it ends another time', async () => {
    let free = 5;
    const one = watch(() => [{ store: 'disk', free }]);
    for (const next of [5, 500, 5, 500]) {
      free = next;
      await one.look();
    }
    assert.equal((await told()).length, 4);
  });

  it('is measured', async () => {
    const [database, disk] = await measure(test.db, tmpdir());
    assert.ok(database?.store === 'database' && database.size > 1_000_000);
    assert.ok(disk?.store === 'disk' && disk.free > 0);
    assert.equal((await measure(test.db, null)).length, 1);
  });
});
