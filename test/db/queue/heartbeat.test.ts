import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Heartbeat } from '../../../src/queue/heartbeat.ts';
import { Database } from '../../../src/db/pool.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../../support/database.ts';

describe('the heartbeat', () => {
  let server: TestServer;
  let test: TestDatabase;
  before(async () => {
    server = await startTestServer();
    test = await server.database();
  });
  after(async () => {
    await test.close();
    await server.stop();
  });
  const left = async (owner: string) => {
    const { rows } = await test.db.query<{ ms: number }>(
      'SELECT (extract(epoch FROM alive_until - now()) * 1000)::double precision AS ms FROM processes WHERE owner = $1',
      [owner],
    );
    return rows[0]?.ms ?? null;
  };

  it('is renewed before it runs out and gone after a clean stop', async () => {
    const db = new Database({ url: test.url, onError: () => undefined });
    const life = await Heartbeat.start(db, { leaseMs: 1_000, onError: assert.ifError });
    await test.db.query('UPDATE processes SET alive_until = now() WHERE owner = $1', [db.owner]);
    while (((await left(db.owner)) ?? 0) <= 0) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(life.certain.aborted, false);
    await life.stop();
    assert.equal(await left(db.owner), null);
    await db.close();
  });

  it('lets its process take itself for dead before others may, and alive again with the next sign', async () => {
    const db = new Database({ url: test.url, onError: () => undefined });
    const errors: unknown[] = [];
    const life = await Heartbeat.start(db, { leaseMs: 2_000, onError: (error) => errors.push(error) });
    const before = life.certain;
    await test.db.query('ALTER TABLE processes RENAME TO away');
    await new Promise((resolve) => before.addEventListener('abort', resolve, { once: true }));
    const { rows } = await test.db.query<{ alive: boolean }>(
      'SELECT alive_until > now() AS alive FROM away WHERE owner = $1',
      [db.owner],
    );
    assert.deepEqual(rows, [{ alive: true }]);
    assert.ok(errors.length > 0);
    assert.equal(life.certain.aborted, true);
    await test.db.query('ALTER TABLE away RENAME TO processes');
    const certain = () => !life.certain.aborted;
    while (!certain()) await new Promise((resolve) => setImmediate(resolve));
    await life.stop();
    await db.close();
  });
});
