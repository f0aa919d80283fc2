import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { z } from 'zod';
import { startEmbeddedPostgres } from '../../../src/db/embedded.ts';
import { silentLog } from '../../../src/base/log.ts';

const log = silentLog();

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

/** The environment that a program has which the server starts. */
async function environmentOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('CREATE TEMPORARY TABLE said (line text)');
    await client.query(`COPY said FROM PROGRAM 'env' WITH (FORMAT csv, DELIMITER E'\\x01', QUOTE E'\\x02')`);
    const { rows } = await client.query<{ line: string }>('SELECT line FROM said');
    return rows.map(({ line }) => line);
  } finally {
    await client.end();
  }
}

async function postmaster(folder: string): Promise<number> {
  return Number((await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Another process that owns the server of a folder; killed with SIGKILL by `kill`. */
async function owner(folder: string): Promise<{ url: string; role: string; kill: () => Promise<void> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../fixtures/embedded-owner.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = z.tuple([z.string()]).parse(await once(createInterface(child.stdout), 'line'));
  const said = z.object({ url: z.string(), role: z.string() }).parse(JSON.parse(line));
  return {
    ...said,
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

describe('the embedded Postgres', { timeout: 180_000 }, () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailroom-embedded-'));
    await chmod(folder, 0o755);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('starts in an empty folder, durable, on loopback, with a password that nobody else reads', async () => {
    const server = await startEmbeddedPostgres({ folder, log });
    try {
      assert.equal(server.role, 'started');
      assert.deepEqual(await query(server.url, 'SHOW fsync'), ['on']);
      assert.deepEqual(await query(server.url, 'SHOW synchronous_commit'), ['on']);
      assert.deepEqual(await query(server.url, 'SHOW listen_addresses'), ['127.0.0.1']);
      assert.equal((await stat(join(folder, 'password'))).mode & 0o777, 0o600);
      const wrong = new URL(server.url);
      wrong.password = 'wrong';
      await assert.rejects(query(wrong.href, 'SELECT 1'), { code: '28P01' });
      await query(server.url, 'CREATE TABLE kept AS SELECT 7 AS seven');
    } finally {
      await server.stop();
    }
  });

  it('knows nothing of our environment, where secrets may be, but what a program needs to run', async () => {
    const own = { MAILROOM_SECRET: 'not for others', PGOPTIONS: '-c geqo=off', LC_ALL: 'C' };
    Object.assign(process.env, own);
    try {
      const server = await startEmbeddedPostgres({ folder, log });
      try {
        const lines = await environmentOf(server.url);
        const names = lines.map((line) => line.split('=', 1)[0] ?? '');
        assert.ok(names.includes('PATH'));
        for (const name of Object.keys(own)) assert.ok(!names.includes(name), name);
        assert.ok(!lines.some((line) => line.includes('not for others')));
      } finally {
        await server.stop();
      }
    } finally {
      for (const name of Object.keys(own)) Reflect.deleteProperty(process.env, name);
    }
  });

  it('starts again on the same port with the same data, and is gone after its stop', async () => {
    const first = await startEmbeddedPostgres({ folder, log });
    const pid = await postmaster(folder);
    await first.stop();
    assert.equal(isAlive(pid), false);
    const second = await startEmbeddedPostgres({ folder, log });
    try {
      assert.equal(second.url, first.url);
      assert.deepEqual(await query(second.url, 'SELECT seven FROM kept'), [7]);
    } finally {
      await second.stop();
    }
  });

  it('outlives a kill -9 of its owner, is adopted by the next one and stopped by it', async () => {
    const killed = await owner(folder);
    assert.equal(killed.role, 'started');
    const pid = await postmaster(folder);
    await query(killed.url, 'UPDATE kept SET seven = 8');
    await killed.kill();
    assert.equal(isAlive(pid), true);

    const next = await startEmbeddedPostgres({ folder, log });
    assert.equal(next.role, 'adopted');
    assert.equal(next.url, killed.url);
    assert.equal(await postmaster(folder), pid);
    assert.deepEqual(await query(next.url, 'SELECT seven FROM kept'), [8]);
    await next.stop();
    // Its process may stay as a zombie until whoever inherited it looks; its port does not.
    await assert.rejects(query(next.url, 'SELECT 1'), { code: 'ECONNREFUSED' });
  });

  it('recovers when owner and server were both killed', async () => {
    const killed = await owner(folder);
    const pid = await postmaster(folder);
    await query(killed.url, 'UPDATE kept SET seven = 9');
    await killed.kill();
    process.kill(pid, 'SIGKILL');
    const next = await startEmbeddedPostgres({ folder, log });
    try {
      assert.equal(next.role, 'started');
      assert.deepEqual(await query(next.url, 'SELECT seven FROM kept'), [9]);
    } finally {
      await next.stop();
    }
  });

  it('is used by a guest beside its living owner, who does not stop it', async () => {
    const living = await startEmbeddedPostgres({ folder, log });
    try {
      const guest = await startEmbeddedPostgres({ folder, log });
      assert.equal(guest.role, 'guest');
      await guest.stop();
      assert.deepEqual(await query(living.url, 'SELECT 1'), [1]);
    } finally {
      await living.stop();
    }
  });

  it('comes back by itself on the same port when it dies under its owner', async () => {
    const lines = new Map<string, () => void>();
    const said = (message: string) => new Promise<void>((resolve) => lines.set(message, resolve));
    const hear = (message: string) => lines.get(message)?.();
    const server = await startEmbeddedPostgres({ folder, log: { debug: hear, info: hear, warn: hear, error: hear } });
    try {
      const back = said('Embedded Postgres is back');
      process.kill(await postmaster(folder), 'SIGKILL');
      await back;
      assert.deepEqual(await query(server.url, 'SELECT seven FROM kept'), [9]);
    } finally {
      await server.stop();
    }
  });

  it('is told apart from a stranger on its recorded port', async () => {
    const first = await startEmbeddedPostgres({ folder, log });
    await first.stop();
    const port = Number(new URL(first.url).port);
    const stranger = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => stranger.listen(port, '127.0.0.1', resolve));
    try {
      const second = await startEmbeddedPostgres({ folder, log });
      try {
        assert.notEqual(new URL(second.url).port, String(port));
        assert.deepEqual(await query(second.url, 'SELECT seven FROM kept'), [9]);
      } finally {
        await second.stop();
      }
    } finally {
      await new Promise((resolve) => stranger.close(resolve));
    }
  });
});
