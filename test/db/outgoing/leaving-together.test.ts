/** Mails that leave at the same moment: what they share, and that none of them waits for what keeps another. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AccountId, ThreadId } from '../../../src/bridge/types.ts';
import { askBreakerForAll } from '../../../src/db/mail-tables/breaker.ts';
import { isQuotaAmple } from '../../../src/db/mail-tables/quota.ts';
import { Database } from '../../../src/db/pool.ts';
import type { Transaction } from '../../../src/db/pool.ts';
import type { Address } from '../../../src/mail/types.ts';
import { Freezing } from '../../../src/outgoing/freezing.ts';
import { LeavingTogether } from '../../../src/outgoing/leaving-together.ts';
import { alice, unquoted } from '../../support/handlers/fixtures.ts';
import type { OurMails } from '../../support/handlers/our-mails.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

const bob = 'bob@outside.test' as Address;
const support = 'support' as AccountId;

describe('mails that leave at the same moment', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let other: Database;
  let mails: OurMails;
  let together: LeavingTogether;
  beforeEach(async () => {
    test = await server.database();
    other = new Database({ url: test.url, onError: () => undefined });
    ({ mails } = await handlerWorld({ test, accounts: [unquoted] }));
    together = new LeavingTogether(test.db);
  });
  afterEach(async () => {
    await other.close();
    await test.close();
  });

  /** As many, each in its own conversation, ready for the relay. */
  const frozen = async (count: number) => {
    const keys = [];
    for (let n = 0; n < count; n++) keys.push((await mails.write('News', { thread: String(n) })).outgoing);
    await test.db.query(`UPDATE outgoing SET state = 'frozen'`);
    await test.db.query(
      `INSERT INTO outgoing_recipients (outgoing, address, account, field)
       SELECT outgoing, $1, account, 'to' FROM outgoing`,
      [bob],
    );
    return keys;
  };
  const states = async (keys: readonly string[]) => {
    const { rows } = await test.db.query<{ outgoing: string; state: string }>('SELECT outgoing, state FROM outgoing');
    return keys.map((key) => rows.find(({ outgoing }) => outgoing === key)?.state);
  };

  it('are marked each once, for their recipients, and the marks go with the replies', async () => {
    const keys = await frozen(3);
    const marks = () =>
      Promise.all(keys.map((outgoing) => together.mark({ outgoing, attempt: 1, to: [bob], first: true })));
    assert.deepEqual(await marks(), [true, true, true]);
    const { rows: marked } = await test.db.query('SELECT DISTINCT state, attempts, trying_for FROM outgoing');
    assert.deepEqual(marked, [{ state: 'trying', attempts: 1, trying_for: [bob] }]);
    assert.deepEqual(await marks(), [false, false, false]);
    const taken = { address: bob, code: 250, enhanced: '2.0.0', words: 'ok', response: '2.0.0 ok' };
    const [first, ...others] = keys;
    await Promise.all([
      ...others.map((outgoing) => together.note({ outgoing, attempt: 1, taken: [taken] })),
      // It was to be tried for nobody who has it.
      together.note({ outgoing: first ?? ('' as never), attempt: 1, taken: [] }),
    ]);
    assert.deepEqual(await states(keys), ['frozen', 'frozen', 'frozen']);
    const { rows: has } = await test.db.query<{ outgoing: string }>(
      `SELECT outgoing FROM outgoing_recipients JOIN outgoing_attempts USING (outgoing, address)
       WHERE state = 'accepted' AND outcome = 'accepted' AND attempt = 1 AND outgoing_recipients.code = 250`,
    );
    assert.deepEqual(has.map(({ outgoing }) => outgoing).toSorted(), others.toSorted());
  });

  it('wait for none whose row somebody has locked', async () => {
    const keys = await frozen(3);
    const [, kept = ''] = keys;
    const locked = Promise.withResolvers<undefined>();
    const free = Promise.withResolvers<undefined>();
    const holding = other.transaction(async (tx) => {
      await tx.query('SELECT FROM outgoing WHERE outgoing = $1 FOR UPDATE', [kept]);
      locked.resolve(undefined);
      await free.promise;
      await tx.query(`UPDATE outgoing SET state = 'cancelled' WHERE outgoing = $1`, [kept]);
    });
    await locked.promise;
    const [one, two, three] = keys.map((outgoing) => together.mark({ outgoing, attempt: 1, to: [bob], first: true }));
    assert.deepEqual(await Promise.all([one, three]), [true, true]);
    free.resolve(undefined);
    await holding;
    // Taken back meanwhile, it is not to leave.
    assert.equal(await two, false);
    assert.deepEqual(await states(keys), ['trying', 'cancelled', 'trying']);
  });

  it('are counted each once by the breaker, by several processes at once', async () => {
    const fresh = Array.from({ length: 20 }, () => new Date());
    const asked = await Promise.all([askBreakerForAll(test.db, [...fresh, null]), askBreakerForAll(other, fresh)]);
    const counts = asked.flat().flatMap(({ counted, sent }) => (counted ? [sent] : []));
    assert.deepEqual(
      counts.toSorted((a, b) => a - b),
      Array.from({ length: 40 }, (_, at) => at + 1),
    );
    for (const own of asked) {
      const mine = own.filter(({ counted }) => counted).map(({ sent }) => sent);
      assert.deepEqual(
        mine,
        mine.toSorted((a, b) => a - b),
      );
    }
  });

  it('keep to the quota of their author, whom one process counts at a time', async () => {
    await frozen(2);
    const first = Promise.withResolvers<boolean>();
    const free = Promise.withResolvers<undefined>();
    const holding = test.db.transaction(async (tx) => {
      first.resolve(await isQuotaAmple(tx, [alice, alice], 4));
      await free.promise;
      await tx.query(`INSERT INTO outgoing (outgoing, account, thread, room, author, recipients, message_id, send_after,
        send_by) SELECT outgoing || 'more', account, thread, room || outgoing, author, recipients, message_id || 'more',
        send_after, send_by FROM outgoing`);
    });
    assert.equal(await first.promise, true);
    const second = other.transaction((tx) => isQuotaAmple(tx, [alice], 4));
    free.resolve(undefined);
    await holding;
    assert.equal(await second, false);
    assert.equal(await other.transaction((tx) => isQuotaAmple(tx, [alice], 5)), true);
    assert.equal(await other.transaction((tx) => isQuotaAmple(tx, [alice], 0)), true);
  });

  describe('as they are frozen', () => {
    const failpoints: string[] = [];
    let freezing: Freezing;
    beforeEach(async () => {
      failpoints.length = 0;
      freezing = new Freezing(test.db, (name) => failpoints.push(name));
      await test.db.query('CREATE TABLE effects (name text, written_in bigint DEFAULT txid_current())');
    });
    const writes = (name: string) => async (tx: Transaction) => {
      await tx.query('INSERT INTO effects (name) VALUES ($1)', [name]);
      if (name.startsWith('poison')) throw new Error('boom');
      return !name.startsWith('not');
    };
    const freeze = (thread: string, name: string, size = 1) =>
      freezing.freeze({ account: support, thread: thread as ThreadId, size, freeze: writes(name) });
    /** Names by transaction. */
    const written = async () => {
      const { rows } = await test.db.query<{ names: string[] }>(
        'SELECT array_agg(name ORDER BY name) AS names FROM effects GROUP BY written_in ORDER BY 1',
      );
      return rows.map(({ names }) => names);
    };

    it('share a transaction where each is of another conversation', async () => {
      const all = [freeze('t1', 'a'), freeze('t2', 'not b'), freeze('t1', 'c')];
      assert.deepEqual(await Promise.all(all), [true, false, true]);
      assert.deepEqual(await written(), [['a', 'not b'], ['c']]);
      const [each, whole] = ['mail-out:freezing', 'mail-out:before-freeze'];
      assert.deepEqual(failpoints, [each, each, whole, each, whole]);
    });

    it('are frozen each alone where one cannot be', async () => {
      const ended = await Promise.allSettled([freeze('t1', 'a'), freeze('t2', 'poison'), freeze('t3', 'c')]);
      assert.deepEqual(
        ended.map(({ status }) => status),
        ['fulfilled', 'rejected', 'fulfilled'],
      );
      assert.deepEqual(await written(), [['a'], ['c']]);
    });

    it('are no more bytes than a transaction may hold', async () => {
      const half = 600 * 1024;
      await Promise.all([freeze('t1', 'a', half), freeze('t2', 'b', half), freeze('t3', 'c', 1)]);
      assert.deepEqual(await written(), [['a'], ['b', 'c']]);
    });
  });
});
