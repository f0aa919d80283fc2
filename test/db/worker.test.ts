import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Outcome } from '../../src/bridge/types.ts';
import { Life } from '../../src/db/life.ts';
import { Database } from '../../src/db/pool.ts';
import { addJob, queueFigures } from '../../src/db/queue.ts';
import { Worker } from '../../src/jobs/worker.ts';
import type { Handler } from '../../src/jobs/worker.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../support/database.ts';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

describe('the worker', () => {
  let server: TestServer;
  let test: TestDatabase;
  let life: Life;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());
  beforeEach(async () => {
    test = await server.database();
    await test.db.query('CREATE TABLE effects (n bigint GENERATED ALWAYS AS IDENTITY, key text, subject text)');
    life = await Life.start(test.db, { leaseMs: 60_000, onError: () => undefined });
  });
  afterEach(async () => {
    await life.stop();
    await test.close();
  });

  function work(
    run: (subject: string, attempts: number) => Promise<Outcome>,
    options: Partial<Handler<undefined>> = {},
    db = test.db,
  ) {
    const ends: string[] = [];
    let onEnd: () => void = () => undefined;
    const handler: Handler<undefined> = {
      queue: 'event-in',
      keys: 4,
      perKey: 8,
      tries: 2,
      overlap: true,
      ahead: 'all',
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
      failpoint: () => undefined,
      count: (_queue, end) => {
        ends.push(end);
        onEnd();
      },
    });
    const until = (count: number, end = 'done') =>
      new Promise<void>((resolve) => {
        onEnd = () => {
          if (ends.filter((one) => one === end).length >= count) resolve();
        };
        onEnd();
      });
    return { worker, until, ends };
  }
  const effects = async () =>
    (await test.db.query<{ key: string; subject: string }>('SELECT key, subject FROM effects ORDER BY n')).rows;

  it('does each job once and in order of its key, with several processes', async () => {
    const db = new Database({ url: test.url, onError: () => undefined });
    const other = await Life.start(db, { leaseMs: 60_000, onError: () => undefined });
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
});
