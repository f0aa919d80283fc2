import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type pg from 'pg';
import { z } from 'zod';
import { Heartbeat } from '../../../src/queue/heartbeat.ts';
import { Database } from '../../../src/db/pool.ts';
import { addJob, queueFigures } from '../../../src/queue/queue.ts';
import type { Outcome } from '../../../src/queue/outcome.ts';
import { Worker } from '../../../src/queue/worker.ts';
import type { JobStore } from '../../../src/queue/store.ts';
import type { Handler } from '../../../src/queue/worker.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

describe('the worker', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let life: Heartbeat;
  beforeEach(async () => {
    test = await server.database();
    await test.db.query('CREATE TABLE effects (n bigint GENERATED ALWAYS AS IDENTITY, key text, subject text)');
    life = await Heartbeat.start(test.db, { leaseMs: 60_000, onError: () => undefined });
  });
  afterEach(async () => {
    await life.stop();
    await test.close();
  });

  function work(
    run: (subject: string, attempts: number) => Promise<Outcome>,
    options: Partial<Handler<undefined>> = {},
    db: JobStore = test.db,
    random = () => 0,
  ) {
    const ends: string[] = [];
    let onEnd: () => void = () => undefined;
    const handler: Handler<undefined> = {
      queue: 'event-in',
      keys: 4,
      perAccount: 4,
      perKey: 8,
      tries: 2,
      overlap: true,
      ahead: Infinity,
      prepare: () => Promise.resolve(undefined),
      run: async (job) => ({
        outcome: await run(job.subject, job.attempts),
        write: async (tx) => {
          await tx.query('INSERT INTO effects (key, subject) VALUES ($1, $2)', [job.key, job.subject]);
        },
      }),
      buried: async (tx, job, reason) => {
        await tx.query('INSERT INTO effects (key, subject) VALUES ($1, $2)', [`buried ${reason}`, job.subject]);
      },
      ...options,
    };
    const worker = new Worker(handler, {
      db,
      log: silent,
      accounts: () => ['a', 'b'],
      random,
      failpoint: () => undefined,
      count: (_queue, end) => {
        ends.push(end);
        onEnd();
      },
    });
    const until = (count: number, end = 'done') =>
      new Promise<void>((resolve) => {
        onEnd = () => {
          if (ends.filter((one) => (end === 'end' ? one !== 'error' : one === end)).length >= count) resolve();
        };
        onEnd();
      });
    return { worker, until, ends };
  }
  const effects = async () =>
    (await test.db.query<{ key: string; subject: string }>('SELECT key, subject FROM effects ORDER BY n')).rows;

  it('does each job once and in order of its key, with several processes', async () => {
    const db = new Database({ url: test.url, onError: () => undefined });
    const other = await Heartbeat.start(db, { leaseMs: 60_000, onError: () => undefined });
    for (let n = 0; n < 200; n++)
      await addJob(test.db, { account: null, queue: 'event-in', key: `k${n % 7}`, subject: String(n) });
    const one = work(() => Promise.resolve({ do: 'done' }));
    const two = work(() => Promise.resolve({ do: 'done' }), {}, db);
    const done = new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (one.ends.length + two.ends.length < 200) return;
        clearInterval(look);
        resolve();
      }, 10);
    });
    await Promise.all([one.worker.start(), two.worker.start()]);
    await done;
    await Promise.all([one.worker.stop(), two.worker.stop()]);
    await other.stop();
    await db.close();
    const rows = await effects();
    assert.equal(rows.length, 200);
    for (let key = 0; key < 7; key++) {
      const order = rows.filter((row) => row.key === `k${key}`).map((row) => Number(row.subject));
      assert.deepEqual(
        order,
        order.toSorted((a, b) => a - b),
      );
    }
    assert.deepEqual(await queueFigures(test.db), []);
  });

  it('keeps order over a retry, wakes by NOTIFY, and buries after the last try without blocking the key', async () => {
    const { worker, until } = work(
      (subject, attempts) => {
        if (subject === 'poison') return Promise.reject(new Error('boom'));
        return Promise.resolve(
          subject === 'later' && attempts === 1 ? { do: 'retry', afterMs: 50, reason: 'away' } : { do: 'done' },
        );
      },
      { tries: 1 },
    );
    await worker.start();
    for (const subject of ['later', 'poison', 'last'])
      await addJob(test.db, { account: null, queue: 'event-in', key: 'k', subject });
    await until(2);
    await worker.stop();
    assert.deepEqual(
      (await effects()).map(({ key, subject }) => `${key} ${subject}`),
      ['k later', 'k later', 'buried boom poison', 'k last'],
    );
  });

  it('drains on stop: what runs is finished, what was only claimed is given back', async () => {
    for (let n = 0; n < 5; n++)
      await addJob(test.db, { account: null, queue: 'event-in', key: 'k', subject: String(n) });
    let release: () => void = () => undefined;
    const started = Promise.withResolvers<undefined>();
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { worker } = work(async () => {
      started.resolve(undefined);
      await gate;
      return { do: 'done' };
    });
    await worker.start();
    await started.promise;
    const stopped = worker.stop();
    release();
    await stopped;
    assert.equal((await effects()).length, 1);
    const { rows } = await test.db.query<{ attempts: number; owner: string | null }>(
      'SELECT attempts, owner FROM jobs',
    );
    assert.deepEqual(
      rows,
      Array.from({ length: 4 }, () => ({ attempts: 0, owner: null })),
    );
  });

  it('gives back what it has asked for when it is stopped before the answer', async () => {
    for (let n = 0; n < 3; n++)
      await addJob(test.db, { account: null, queue: 'event-in', key: 'k', subject: String(n) });
    const asked = Promise.withResolvers<undefined>();
    const answer = Promise.withResolvers<undefined>();
    const slow: JobStore = {
      owner: test.db.owner,
      query: async <Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => {
        const claimed = await test.db.query<Row>(sql, values);
        if (!sql.includes('claim_jobs')) return claimed;
        asked.resolve(undefined);
        await answer.promise;
        return claimed;
      },
      notify: (channel, payload) => test.db.notify(channel, payload),
      listen: (channel, listener) => test.db.listen(channel, listener),
      transaction: (inside) => test.db.transaction(inside),
    };
    const { worker } = work(() => Promise.resolve({ do: 'done' }), {}, slow);
    await worker.start();
    await asked.promise;
    const stopped = worker.stop();
    answer.resolve(undefined);
    await stopped;
    assert.deepEqual(await effects(), []);
    const { rows } = await test.db.query<{ attempts: number; owner: string | null }>(
      'SELECT attempts, owner FROM jobs',
    );
    assert.deepEqual(
      rows,
      Array.from({ length: 3 }, () => ({ attempts: 0, owner: null })),
    );
  });

  const addTo = (key: string, subject: string, account: string | null = null) =>
    addJob(test.db, { account, queue: 'event-in', key, subject });
  const waits = async () =>
    (
      await test.db.query<{ subject: string; failures: number; account: string | null; state: string; ms: number }>(
        `SELECT subject, failures, account, state, (extract(epoch FROM run_at - now()) * 1000)::double precision AS ms
         FROM jobs ORDER BY job`,
      )
    ).rows;

  it('counts no try while a server is away or a time has not come, however often it looks', async () => {
    let left = 20;
    const { worker, until, ends } = work(
      (subject) => {
        if (left-- <= 0) return Promise.resolve({ do: 'done' });
        if (subject === 'waits') return Promise.resolve({ do: 'retry', afterMs: 1, reason: 'not yet' });
        return Promise.resolve({ do: 'away', what: 'homeserver', afterMs: 1, reason: 'no answer' });
      },
      { tries: 2 },
    );
    await addTo('k1', 'waits');
    await addTo('k2', 'away');
    await worker.start();
    await until(2);
    await worker.stop();
    assert.deepEqual(
      ends.filter((end) => end === 'error' || end === 'dead'),
      [],
    );
  });

  it('leaves a job of an account that it learns of and does not know to others, untouched', async () => {
    await addTo('k', 'foreign');
    const { worker, until } = work(() => Promise.resolve({ do: 'elsewhere', account: 'c' }));
    await worker.start();
    await until(1, 'elsewhere');
    await worker.stop();
    const [left] = await waits();
    assert.deepEqual([left?.subject, left?.failures, left?.account, left?.state], ['foreign', 0, 'c', 'ready']);
  });

  it('sets aside at once what cannot be read, and goes on with the key', async () => {
    await addTo('k', 'torn');
    await addTo('k', 'well');
    const { worker, until } = work(
      (subject) => {
        if (subject === 'torn') z.object({ at: z.number() }).parse({ at: 'yesterday' });
        return Promise.resolve({ do: 'done' });
      },
      { tries: 10 },
    );
    await worker.start();
    await until(1);
    await worker.stop();
    assert.deepEqual(
      (await effects()).map(({ key, subject }) => `${key} ${subject}`),
      ['buried cannot be read: at torn', 'k well'],
    );
  });

  it('sets aside at once what cannot be read as it is written', async () => {
    await addTo('k', 'torn');
    const { worker, until } = work(() => Promise.resolve({ do: 'done' }), {
      tries: 10,
      run: () =>
        Promise.resolve({
          outcome: { do: 'done' },
          write: () => Promise.resolve(void z.object({ at: z.number() }).parse({ at: 'yesterday' })),
        }),
    });
    await worker.start();
    await until(1, 'dead');
    await worker.stop();
    assert.deepEqual(
      (await waits()).map(({ state }) => state),
      ['quarantined'],
    );
  });

  it('does not let the jobs of one account that hang keep those of another waiting', async () => {
    const gate = Promise.withResolvers<undefined>();
    const { worker, until } = work(
      async (subject) => {
        if (subject.startsWith('hangs')) await gate.promise;
        return { do: 'done' };
      },
      { keys: 8, perAccount: 4 },
    );
    for (let n = 0; n < 8; n++) await addTo(`a${String(n)}`, `hangs${String(n)}`, 'a');
    await addTo('b', 'passes', 'b');
    await worker.start();
    await until(1);
    assert.deepEqual(
      (await effects()).map(({ subject }) => subject),
      ['passes'],
    );
    gate.resolve(undefined);
    await until(9);
    await worker.stop();
  });

  it('lengthens pauses by chance, and shortens none', async () => {
    await addTo('k1', 'fails');
    await addTo('k2', 'away');
    await addTo('k3', 'waits');
    const { worker, until } = work(
      (subject) => {
        if (subject === 'fails') return Promise.reject(new Error('boom'));
        if (subject === 'away') return Promise.resolve({ do: 'away', what: 'relay', afterMs: 60_000, reason: 'away' });
        return Promise.resolve({ do: 'retry', afterMs: 60_000, reason: 'hold' });
      },
      {},
      test.db,
      () => 0.9,
    );
    await worker.start();
    await until(3, 'end');
    await worker.stop();
    const [fails, away, retry] = (await waits()).map(({ ms }) => ms);
    assert.ok(fails !== undefined && fails <= 1_180, String(fails));
    assert.ok(away !== undefined && away > 65_000 && away <= 70_800, String(away));
    assert.ok(retry !== undefined && retry > 50_000 && retry <= 60_000, String(retry));
  });
});
