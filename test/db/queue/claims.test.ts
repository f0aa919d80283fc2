/** The claims of all queues of a process in one statement. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Claims } from '../../../src/queue/claims.ts';
import { Heartbeat } from '../../../src/queue/heartbeat.ts';
import { addJob } from '../../../src/queue/queue.ts';
import type { ClaimAsked, Claimed, QueueName } from '../../../src/queue/queue.ts';
import type { JobStore } from '../../../src/queue/store.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

describe('claims of one moment', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let life: Heartbeat;
  let statements: string[];
  let claims: Claims;
  beforeEach(async () => {
    test = await server.database();
    life = await Heartbeat.start(test.db, { leaseMs: 60_000, onError: () => undefined });
    statements = [];
    const { db } = test;
    const counted: JobStore = {
      owner: db.owner,
      query: (sql, values) => {
        statements.push(sql);
        return db.query(sql, values);
      },
      notify: (channel, payload) => db.notify(channel, payload),
      transaction: (work) => db.transaction(work),
      listen: (channel, listener) => db.listen(channel, listener),
    };
    claims = new Claims(counted);
  });
  afterEach(async () => {
    await life.stop();
    await test.close();
  });

  const add = (queue: QueueName, key: string, subject: string) =>
    addJob(test.db, { account: null, queue, key, subject });
  const asking = (queue: QueueName, limits: Partial<ClaimAsked['limits']> = {}): ClaimAsked => ({
    queue,
    limits: { keys: 8, perKey: 8, perAccount: 8, ...limits },
    scope: { accounts: [], busy: new Map() },
  });
  const subjects = ({ runs }: Claimed) =>
    runs.flatMap(({ jobs }) => jobs.map(({ queue, subject }) => [queue, subject]));

  it('are one statement, and each gets what is of its queue, in the order of its keys', async () => {
    for (const n of ['1', '2', '3']) await add('mail-out', 'k', n);
    await add('event-in', 'k', 'e');
    const [out, none, events] = await Promise.all([
      claims.claim(() => asking('mail-out', { perKey: 2 })),
      claims.claim(() => asking('mail-sent')),
      claims.claim(() => asking('event-in')),
    ]);
    assert.equal(statements.length, 1);
    assert.deepEqual(subjects(out), [
      ['mail-out', '1'],
      ['mail-out', '2'],
    ]);
    assert.equal(out.runs[0]?.followed, true);
    assert.deepEqual([subjects(none), none.dueMs], [[], null]);
    assert.deepEqual(subjects(events), [['event-in', 'e']]);
  });

  it('ask with what is free in the moment in which they are sent', async () => {
    await add('mail-out', 'k', '1');
    await claims.claim(() => asking('event-in'));
    let keys = 0;
    const later = claims.claim(() => asking('mail-out', { keys }));
    keys = 1;
    assert.deepEqual(subjects(await later), [['mail-out', '1']]);
  });

  it('fail together, and those after them do not', async () => {
    await add('mail-out', 'k', '1');
    const bad = claims.claim(() => asking('event-in', { keys: 'none' as never }));
    const beside = claims.claim(() => asking('mail-out'));
    const failed = await Promise.allSettled([bad, beside]);
    assert.deepEqual(
      failed.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    assert.deepEqual(subjects(await claims.claim(() => asking('mail-out'))), [['mail-out', '1']]);
  });
});
