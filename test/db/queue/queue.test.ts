import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { LeaseLostError } from '../../../src/base/errors.ts';
import {
  addJob,
  claimJobs,
  finishJob,
  quarantineJob,
  queueFigures,
  releaseJobs,
  retryJob,
  retryQuarantined,
} from '../../../src/queue/queue.ts';
import { Heartbeat } from '../../../src/queue/heartbeat.ts';
import { Database } from '../../../src/db/pool.ts';
import type { ClaimAsked, Claimed, Job, QueueName } from '../../../src/queue/queue.ts';
import type { JobStore } from '../../../src/queue/store.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../../support/database.ts';

const jobsOf = ({ runs }: Claimed): Job[] => runs.flatMap(({ jobs }) => jobs).sort((one, other) => one.job - other.job);

describe('the queue', () => {
  let server: TestServer;
  let test: TestDatabase;
  let life: Heartbeat;
  before(async () => {
    server = await startTestServer();
    test = await server.database();
    life = await sign(test.db);
  });
  after(async () => {
    await life.stop();
    await test.close();
    await server.stop();
  });
  const add = (key: string, subject: string) => addJob(test.db, { account: 'a', queue: 'event-in', key, subject });
  const claim = (db: JobStore, keys = 10, perKey = 1, busy: readonly string[] = []) =>
    claimJobs(db, 'event-in', { keys, perKey, perAccount: 100 }, scope(busy)).then(jobsOf);
  const nextRunIn = async (db: JobStore, queue: QueueName, at: ClaimAsked['scope'], perAccount = 100) =>
    (await claimJobs(db, queue, { keys: 0, perKey: 1, perAccount }, at)).dueMs;
  const scope = (busy: readonly string[] = []) => ({ accounts: ['a'], busy: new Map(busy.map((key) => [key, 'a'])) });
  const sign = (db: Database, leaseMs = 60_000) => Heartbeat.start(db, { leaseMs, onError: () => undefined });
  const finish = (db: Database, jobs: Awaited<ReturnType<typeof claim>>) =>
    db.transaction(async (tx) => {
      for (const job of jobs) await finishJob(tx, db, job);
    });

  it('gives the head of each key, and nothing of a key that is held', async () => {
    await add('room1', 'e1');
    await add('room1', 'e2');
    await add('room2', 'e3');
    await add('room2', 'e3');
    const other = new Database({ url: test.url, onError: () => undefined });
    const first = await claim(test.db);
    assert.deepEqual(
      first.map((job) => job.subject),
      ['e1', 'e3'],
    );
    assert.deepEqual(await claim(other), []);
    await finish(test.db, first.slice(0, 1));
    const second = await claim(other);
    assert.deepEqual(
      second.map((job) => job.subject),
      ['e2'],
    );
    await assert.rejects(finish(test.db, second), LeaseLostError);
    await finish(other, second);
    await finish(test.db, first.slice(1));
    await other.close();
  });

  it('gives a run of one key in order, and takes back what was not begun', async () => {
    for (const subject of ['f1', 'f2', 'f3', 'f4']) await add('room3', subject);
    const jobs = await claim(test.db, 1, 3);
    assert.deepEqual(
      jobs.map((job) => job.subject),
      ['f1', 'f2', 'f3'],
    );
    await finish(test.db, jobs.slice(0, 1));
    await releaseJobs(test.db, jobs.slice(1));
    const again = await claim(test.db, 1, 9);
    assert.deepEqual(
      again.map((job) => [job.subject, job.attempts]),
      [
        ['f2', 1],
        ['f3', 1],
        ['f4', 1],
      ],
    );
    await finish(test.db, again);
  });

  it('gives what a process held to others as soon as its heartbeat has run out, and not before', async () => {
    const dead = new Database({ url: test.url, onError: () => undefined });
    const its = await sign(dead);
    await add('room4', 'g1');
    const [lost] = await claim(dead);
    assert.ok(lost);
    assert.deepEqual(await claim(test.db), []);
    const due = await nextRunIn(test.db, 'event-in', scope());
    assert.ok(due !== null && due > 50_000 && due <= 60_000, String(due));
    await test.db.query('UPDATE processes SET alive_until = now() WHERE owner = $1', [dead.owner]);
    assert.equal(await nextRunIn(test.db, 'event-in', scope()), 0);
    const [taken] = await claim(test.db);
    assert.equal(taken?.attempts, 2);
    await assert.rejects(finish(dead, [lost]), LeaseLostError);
    await finish(test.db, [taken]);
    await its.stop();
    await dead.close();
  });

  it('gives what a process held at once after its clean stop', async () => {
    const other = new Database({ url: test.url, onError: () => undefined });
    const its = await sign(other);
    await add('room4', 'g2');
    await claim(other);
    await its.stop();
    await other.close();
    const taken = await claim(test.db);
    assert.deepEqual(
      taken.map(({ subject }) => subject),
      ['g2'],
    );
    await finish(test.db, taken);
  });

  it('gives a process again what it holds and does not work on, and nothing of a key that it works on', async () => {
    await add('room4', 'g3');
    await add('room4', 'g4');
    await claim(test.db);
    assert.deepEqual(await claim(test.db, 10, 1, ['room4']), []);
    assert.equal(await nextRunIn(test.db, 'event-in', scope(['room4'])), null);
    const again = await claim(test.db, 10, 2);
    assert.deepEqual(
      again.map(({ subject }) => subject),
      ['g3', 'g4'],
    );
    await finish(test.db, again);
  });

  it('does not count a job behind one that waits as due', async () => {
    await add('room4', 'g5');
    await add('room4', 'g6');
    const [job] = await claim(test.db);
    assert.ok(job);
    await retryJob(test.db, test.db, job, 60_000, 'server away');
    const due = await nextRunIn(test.db, 'event-in', scope());
    assert.ok(due !== null && due > 50_000, String(due));
    await test.db.query(`DELETE FROM jobs`);
  });

  it('keeps the order behind a job that waits for its next try, and lets others pass one in quarantine', async () => {
    await add('room5', 'h1');
    await add('room5', 'h2');
    const [job] = await claim(test.db);
    assert.ok(job);
    await retryJob(test.db, test.db, job, 60_000, 'server away');
    assert.deepEqual(await claim(test.db), []);
    await test.db.query(`UPDATE jobs SET run_at = now() WHERE subject = 'h1'`);
    const [again] = await claim(test.db);
    assert.ok(again);
    await test.db.transaction((tx) => quarantineJob(tx, test.db, again, 'poison'));
    const [next] = await claim(test.db);
    assert.equal(next?.subject, 'h2');
    await finish(test.db, [next]);
    assert.deepEqual(
      (await queueFigures(test.db)).map(({ waiting, quarantined }) => [waiting, quarantined]),
      [[0, 1]],
    );
    assert.equal(await retryQuarantined(test.db, 'event-in'), 1);
    const retried = await claim(test.db);
    assert.deepEqual(
      retried.map((row) => [row.subject, row.attempts]),
      [['h1', 1]],
    );
    await finish(test.db, retried);
  });

  const other = () => new Database({ url: test.url, onError: () => undefined });
  const addOf = (account: string | null, key: string, subject: string) =>
    addJob(test.db, { account, queue: 'event-in', key, subject });

  it('leaves the jobs of accounts that it does not serve to others, and does not wait for them', async () => {
    await addOf('b', 'b1', 'i1');
    await addOf(null, 'none', 'i2');
    const mine = await claim(test.db);
    assert.deepEqual(
      mine.map(({ subject }) => subject),
      ['i2'],
    );
    await finish(test.db, mine);
    assert.equal(await nextRunIn(test.db, 'event-in', scope()), null);
    const db = other();
    const limits = { keys: 9, perKey: 9, perAccount: 9 };
    const its = jobsOf(await claimJobs(db, 'event-in', limits, { accounts: ['b'], busy: new Map() }));
    assert.deepEqual(
      its.map(({ subject }) => subject),
      ['i1'],
    );
    await finish(db, its);
    await db.close();
  });

  it('does not pass over a job of an account that it does not serve to reach one behind it', async () => {
    await addOf('b', 'mixed', 'j1');
    await addOf('a', 'mixed', 'j2');
    assert.deepEqual(await claim(test.db), []);
    await addOf('a', 'mixed2', 'j3');
    await addOf('b', 'mixed2', 'j4');
    await addOf('a', 'mixed2', 'j5');
    const jobs = await claim(test.db, 10, 9);
    assert.deepEqual(
      jobs.map(({ subject }) => subject),
      ['j3'],
    );
    await test.db.query('DELETE FROM jobs');
  });

  it('gives one account no more keys than its share, however many wait, and the next account its own', async () => {
    for (let n = 0; n < 6; n++) await addOf('a', `a${String(n)}`, `k${String(n)}`);
    await addOf('b', 'b1', 'k9');
    const limits = { keys: 6, perKey: 1, perAccount: 3 };
    const both = (busy: ReadonlyMap<string, string | null> = new Map()) =>
      claimJobs(test.db, 'event-in', limits, { accounts: ['a', 'b'], busy }).then(jobsOf);
    const jobs = await both();
    assert.deepEqual(
      jobs.map(({ subject }) => subject),
      ['k0', 'k1', 'k2', 'k9'],
    );
    const busy = new Map(jobs.map(({ key, account }) => [key, account]));
    assert.deepEqual(await both(busy), []);
    assert.equal(await nextRunIn(test.db, 'event-in', { accounts: ['a', 'b'], busy }, 3), null);
    await finish(test.db, jobs.slice(0, 1));
    busy.delete('a0');
    assert.deepEqual(
      (await both(busy)).map(({ subject }) => subject),
      ['k3'],
    );
    await test.db.query('DELETE FROM jobs');
  });

  it('takes the newest and the oldest keys of each account in turn, so that neither waits for the others', async () => {
    for (let n = 0; n < 5_000; n += 50) {
      await test.db.query(
        `INSERT INTO jobs (account, queue, key, subject)
         SELECT 'a', 'event-in', 'old' || n / 10, 'old' || n FROM generate_series($1::int, $1::int + 49) n`,
        [n],
      );
    }
    await addOf('a', 'fresh1', 'fresh1');
    await addOf('a', 'fresh2', 'fresh2');
    await addOf('b', 'other', 'other');
    const asked = { accounts: ['a', 'b'], busy: new Map() };
    const limits = { keys: 5, perKey: 1, perAccount: 4 };
    const { runs: both } = await claimJobs(test.db, 'event-in', { ...limits, newestFirst: true }, asked);
    assert.deepEqual(both.flatMap(({ jobs }) => jobs.map(({ subject }) => subject)).sort(), [
      ...['fresh1', 'fresh2', 'old0', 'old10', 'other'],
    ]);
    await releaseJobs(
      test.db,
      both.flatMap(({ jobs }) => jobs),
    );
    // One at a time, as where all places are taken: newest, oldest, newest.
    const seen: string[] = [];
    for (const newestFirst of [true, false, true]) {
      const which = { ...limits, keys: 1, newestFirst };
      const { runs } = await claimJobs(test.db, 'event-in', which, { ...asked, accounts: ['a'] });
      const [job] = runs[0]?.jobs ?? [];
      assert.ok(job);
      seen.push(job.subject);
      await finish(test.db, [job]);
    }
    assert.deepEqual(seen, ['fresh2', 'old0', 'fresh1']);
    await test.db.query('DELETE FROM jobs');
  });

  it('runs nothing beside a job of its key that another process is at, also after a retry by hand', async () => {
    await add('room6', 'l1');
    await add('room6', 'l2');
    const [poison] = await claim(test.db);
    assert.ok(poison);
    await test.db.transaction((tx) => quarantineJob(tx, test.db, poison, 'poison'));
    const db = other();
    const its = await sign(db);
    const running = await claim(db);
    assert.deepEqual(
      running.map(({ subject }) => subject),
      ['l2'],
    );
    await retryQuarantined(test.db, 'event-in', 'l1');
    assert.deepEqual(await claim(test.db), []);
    const due = await nextRunIn(test.db, 'event-in', scope());
    assert.ok(due !== null && due > 50_000, String(due));
    await finish(db, running);
    const again = await claim(test.db);
    assert.deepEqual(
      again.map(({ subject }) => subject),
      ['l1'],
    );
    await finish(test.db, again);
    await its.stop();
    await db.close();
  });

  it('claims a key once where two processes see different first jobs of it', async () => {
    await add('room7', 'm2');
    const db = other();
    const its = await sign(db);
    const claiming = Promise.withResolvers<undefined>();
    const committed = Promise.withResolvers<undefined>();
    // The other process has claimed, and not committed yet.
    const slow = db.transaction(async (tx) => {
      const jobs = await claim({
        owner: db.owner,
        query: (sql, values) => tx.query(sql, values),
        transaction: (work) => work(tx),
        notify: (channel, payload) => tx.notify(channel, payload),
        listen: () => Promise.reject(new Error('not asked for')),
      });
      claiming.resolve(undefined);
      await committed.promise;
      return jobs;
    });
    await claiming.promise;
    await test.db.query(
      `INSERT INTO jobs (job, account, queue, key, subject) OVERRIDING SYSTEM VALUE
       SELECT min(job) - 1000000, 'a', 'event-in', 'room7', 'm1' FROM jobs`,
    );
    const early = await claim(test.db);
    committed.resolve(undefined);
    const late = await slow;
    assert.deepEqual([early.map(({ subject }) => subject), late.map(({ subject }) => subject)], [[], ['m2']]);
    assert.deepEqual(await claim(test.db), []);
    await its.stop();
    await db.close();
    await test.db.query('DELETE FROM jobs');
  });

  it('does not overtake a job that is not due with one behind it', async () => {
    for (const subject of ['n1', 'n2', 'n3']) await add('room8', subject);
    await test.db.query(`UPDATE jobs SET run_at = now() + interval '1 hour' WHERE subject = 'n2'`);
    const jobs = await claim(test.db, 10, 9);
    assert.deepEqual(
      jobs.map(({ subject }) => subject),
      ['n1'],
    );
    await finish(test.db, jobs);
    assert.deepEqual(await claim(test.db, 10, 9), []);
    await test.db.query('DELETE FROM jobs');
  });

  it('claims across 2,000 keys without a scan of their jobs', async () => {
    await test.db.query(
      `INSERT INTO jobs (account, queue, key, subject) SELECT 'a', 'event-in', 'k' || (n % 2000), 'n' || n FROM
         generate_series(1, 20000) n`,
    );
    const jobs = await claim(test.db, 50, 2);
    assert.equal(jobs.length, 100);
    assert.equal(new Set(jobs.map(({ key }) => key)).size, 50);
  });
});
