import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Heartbeat } from '../../../src/queue/heartbeat.ts';
import { addJob } from '../../../src/queue/queue.ts';
import type { Job } from '../../../src/queue/queue.ts';
import type { JobStore } from '../../../src/queue/store.ts';
import { Worker } from '../../../src/queue/worker.ts';
import type { Handler } from '../../../src/queue/worker.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

describe('work of one moment', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let life: Heartbeat;
  beforeEach(async () => {
    test = await server.database();
    // What was written in one transaction has one number of it.
    await test.db.query(
      `CREATE TABLE effects (n bigint GENERATED ALWAYS AS IDENTITY, subject text,
         written_in bigint DEFAULT txid_current())`,
    );
    life = await Heartbeat.start(test.db, { leaseMs: 60_000, onError: () => undefined });
  });
  afterEach(async () => {
    await life.stop();
    await test.close();
  });

  const add = (key: string, subject: string) => addJob(test.db, { account: null, queue: 'event-in', key, subject });
  const effects = async () =>
    (await test.db.query<{ subject: string; written_in: number }>('SELECT subject, written_in FROM effects ORDER BY n'))
      .rows;

  /** Works until as many jobs have come to one of these ends, then stops. */
  async function work(
    count: number,
    options: Partial<Handler<undefined>>,
    others: {
      readonly db?: JobStore;
      readonly failpoint?: (name: string) => void;
      readonly ends?: readonly string[];
    } = {},
  ): Promise<void> {
    const { db = test.db, failpoint = () => undefined, ends = ['done', 'dead'] } = others;
    const over = Promise.withResolvers<undefined>();
    let ended = 0;
    const handler: Handler<undefined> = {
      queue: 'event-in',
      keys: 8,
      perAccount: 8,
      perKey: 8,
      tries: 1,
      overlap: true,
      ahead: Infinity,
      prepare: () => Promise.resolve(undefined),
      run: (job) => Promise.resolve({ outcome: { do: 'done' }, write: (tx) => write(tx, job) }),
      buried: async (tx, job) => {
        await tx.query('INSERT INTO effects (subject) VALUES ($1)', [`buried ${job.subject}`]);
      },
      ...options,
    };
    const write = async (tx: Parameters<Handler<undefined>['buried']>[0], { subject }: Job) => {
      await tx.query('INSERT INTO effects (subject) VALUES ($1)', [subject]);
      if (subject.startsWith('poison')) throw new Error('boom');
    };
    const worker = new Worker(handler, {
      db,
      log: silent,
      accounts: () => [],
      random: () => 0,
      failpoint,
      count: (_queue, end) => {
        if (ends.includes(end)) ended += 1;
        if (ended >= count) over.resolve(undefined);
      },
    });
    await worker.start();
    await over.promise;
    await worker.stop();
  }

  /** Lets nothing through until so many have come. */
  function gate(count: number): () => Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    let came = 0;
    return async () => {
      came += 1;
      if (came >= count) resolve(undefined);
      await promise;
    };
  }

  it('is written in one transaction, in the order that its handler says, where it ends at one moment', async () => {
    for (let n = 0; n < 6; n++) await add(`k${String(n)}`, String(5 - n));
    const all = gate(6);
    const together = (a: Job, b: Job): number => a.subject.localeCompare(b.subject);
    await work(6, { together, prepare: () => all().then(() => undefined) });
    const rows = await effects();
    assert.deepEqual(
      rows.map(({ subject }) => subject),
      ['0', '1', '2', '3', '4', '5'],
    );
    assert.equal(new Set(rows.map(({ written_in: one }) => one)).size, 1);
  });

  it('is put back in one transaction where it says so, and each of it waits as long as it asked for', async () => {
    for (let n = 0; n < 3; n++) await add(`k${String(n)}`, String(n));
    const all = gate(3);
    await work(
      3,
      {
        together: (a, b) => a.job - b.job,
        prepare: () => all().then(() => undefined),
        run: (job) =>
          Promise.resolve({
            outcome: { do: 'retry', afterMs: 60_000 * (1 + Number(job.subject)), reason: `later ${job.subject}` },
            beside: { lane: 'later', name: job.subject },
            write: async (tx) => {
              await tx.query('INSERT INTO effects (subject) VALUES ($1)', [job.subject]);
            },
          }),
      },
      { ends: ['retry'] },
    );
    const rows = await effects();
    assert.deepEqual(
      rows.map(({ subject }) => subject),
      ['0', '1', '2'],
    );
    assert.equal(new Set(rows.map(({ written_in: one }) => one)).size, 1);
    const { rows: jobs } = await test.db.query(
      `SELECT subject, owner, error, failures, attempts,
         round(extract(epoch FROM run_at - now()) / 60)::int AS minutes FROM jobs ORDER BY job`,
    );
    const waits = (n: number) => ({
      subject: String(n),
      owner: null,
      error: `later ${String(n)}`,
      failures: 0,
      attempts: 1,
      minutes: 1 + n,
    });
    assert.deepEqual(jobs, [waits(0), waits(1), waits(2)]);
  });

  it('costs no other its end where one of it cannot be written', async () => {
    for (const subject of ['a', 'poison', 'c']) await add(subject, subject);
    const all = gate(3);
    await work(3, { together: (a, b) => a.job - b.job, prepare: () => all().then(() => undefined) });
    assert.deepEqual((await effects()).map(({ subject }) => subject).toSorted(), ['a', 'buried poison', 'c']);
    assert.deepEqual((await test.db.query('SELECT subject FROM jobs')).rows, [{ subject: 'poison' }]);
  });

  it('of one key is written in one transaction, in the order of the key', async () => {
    for (let n = 0; n < 5; n++) await add('k', String(n));
    const all = gate(5);
    await work(5, { atOnce: 4, overlap: false, prepare: () => all().then(() => undefined) });
    const rows = await effects();
    assert.deepEqual(
      rows.map(({ subject }) => subject),
      ['0', '1', '2', '3', '4'],
    );
    assert.equal(new Set(rows.map(({ written_in: one }) => one)).size, 2);
  });

  it('of one key keeps its order around one that cannot be written', async () => {
    for (const subject of ['1', 'poison', '3', '4']) await add('k', subject);
    const all = gate(4);
    await work(4, { atOnce: 8, overlap: false, prepare: () => all().then(() => undefined) });
    assert.deepEqual(
      (await effects()).map(({ subject }) => subject),
      ['1', 'buried poison', '3', '4'],
    );
  });

  it('of one key waits for none that is not ready', async () => {
    for (const subject of ['1', '2', '3']) await add('k', subject);
    const shown = Promise.withResolvers<undefined>();
    const working = work(
      3,
      {
        atOnce: 8,
        overlap: false,
        prepare: (job) => (job.subject === '2' ? shown.promise : Promise.resolve(undefined)),
      },
      {
        failpoint: (name) => {
          if (name === 'event-in:after-commit') shown.resolve(undefined);
        },
      },
    );
    await working;
    const [first, ...others] = await effects();
    assert.deepEqual([first?.subject, ...others.map(({ subject }) => subject)], ['1', '2', '3']);
    assert.ok(others.every(({ written_in: one }) => one !== first?.written_in));
  });

  it('is no one’s any more where the process took too long: none of it is written', async () => {
    for (const subject of ['1', '2', '3']) await add('k', subject);
    const all = gate(3);
    await work(
      1,
      {
        atOnce: 8,
        overlap: false,
        prepare: async (job) => {
          await all();
          // Another process has taken the last of them over.
          if (job.subject === '3') await test.db.query(`UPDATE jobs SET owner = gen_random_uuid() WHERE subject = '3'`);
          return undefined;
        },
      },
      { ends: ['lost'] },
    );
    assert.deepEqual(
      (await effects()).map(({ subject }) => subject),
      ['1', '2'],
    );
    assert.deepEqual((await test.db.query('SELECT subject FROM jobs')).rows, [{ subject: '3' }]);
  });

  it('is asked for once where nothing can be left: a job alone costs one look', async () => {
    let looks = 0;
    const db: JobStore = {
      owner: test.db.owner,
      query: (sql, values) => {
        if (sql.includes('heads')) looks += 1;
        return test.db.query(sql, values);
      },
      notify: (channel, payload) => test.db.notify(channel, payload),
      listen: (channel, listener) => test.db.listen(channel, listener),
      transaction: (inside) =>
        test.db.transaction((tx) =>
          inside({
            transaction: true,
            query: (sql, values) => {
              if (sql.includes('heads')) looks += 1;
              return tx.query(sql, values);
            },
            notify: (channel, payload) => tx.notify(channel, payload),
          }),
        ),
    };
    const jobs = 20;
    let next = 0;
    await add('k', String(next));
    await work(
      jobs,
      {},
      {
        db,
        failpoint: (name) => {
          if (name !== 'event-in:after-commit' || ++next >= jobs) return;
          void add('k', String(next));
        },
      },
    );
    // One claim and one look at the clock for each, and as much again for what comes while another is on its way.
    assert.ok(looks <= jobs * 4, `${String(looks)} looks for ${String(jobs)} jobs`);
  });
});
