/**
 * The embedded default: a real Postgres in a folder, started and stopped with Mailroom. It listens on loopback only,
 * with a generated password, and is durable as Postgres ships it.
 *
 * Who owns it is said by Postgres itself: the owner holds an advisory lock on a connection of its own, so a killed
 * owner owns nothing. Whoever comes next finds the orphan by its postmaster.pid, takes the lock and stops it in the
 * end; whoever finds the lock taken (a `mailroom check` beside a running bridge) is a guest and leaves it running.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { errorCode, errorText, MailroomError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { postgresEnvironment, prepareCluster, preparePrograms, takePort, type Cluster } from './embedded-files.ts';

const run = promisify(execFile);

const DATABASE = 'mailroom';
const USER = 'mailroom';
/** The advisory lock of the owner, in that database; the number is ours. */
const OWNER_LOCK = 0x6f776e72;
const START_MS = 120_000;
const MAX_CONNECTIONS = 100;
/** What all processes may have of its connections; some are left for its owner and for whoever looks into it. */
export const EMBEDDED_CONNECTIONS = MAX_CONNECTIONS - 10;
const LOG_BYTES = 10 * 2 ** 20;

export interface EmbeddedOptions {
  /** Made where it is missing; holds `data`, `password`, `port` and `postgres.log`. */
  readonly folder: string;
  readonly log: Log;
}

export interface EmbeddedPostgres {
  /** With the password: a secret. The same until `stop`. */
  readonly url: string;
  /** started: by this process. adopted: an orphan, now ours. guest: another process owns it. */
  readonly role: 'started' | 'adopted' | 'guest';
  /**
   * Stops the server where it is ours (fast shutdown: open transactions are rolled back), leaves it to its owner else.
   */
  stop(): Promise<void>;
}

/**
 * Starts the Postgres of a folder or finds it running. Resolves when it takes connections and has its database.
 *
 * @throws MailroomError `embedded-missing` where the optional package is not installed, `embedded-closed` where the
 *   user that Postgres runs as cannot reach the folder, `embedded-failed` where it does not start (see postgres.log)
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const programs = await preparePrograms(options.folder);
  const cluster = await prepareCluster(options.folder, programs);
  const server = new EmbeddedServer(cluster, options.log);
  return server.open();
}

class EmbeddedServer {
  readonly #cluster: Cluster;
  readonly #log: Log;
  #owner: pg.Client | null = null;
  #stopping = false;
  /** The supervision that brings a lost server back; null while all is well. */
  #mending: Promise<void> | null = null;

  constructor(cluster: Cluster, log: Log) {
    this.#cluster = cluster;
    this.#log = log;
  }

  async open(): Promise<EmbeddedPostgres> {
    const { port, started } = await this.#reach(null);
    const owner = await this.#takeLock(port);
    const role = !owner ? 'guest' : started ? 'started' : 'adopted';
    this.#log.info('Embedded Postgres is ready', { role, port });
    return { url: this.#url(port, DATABASE), role, stop: () => this.#stop() };
  }

  /** Finds the running server or starts one, until it answers. A starter that lost a race finds the winner's server. */
  async #reach(fixed: number | null): Promise<{ port: number; started: boolean }> {
    const until = performance.now() + START_MS;
    let started = false;
    let wanted = fixed;
    for (;;) {
      const port = (await runningPort(this.#cluster)) ?? wanted;
      const state = port === null ? 'away' : await this.#probe(port);
      if (port !== null && state === 'ready') return { port, started };
      if (state === 'away') {
        wanted ??= await takePort(this.#cluster);
        const exit = await this.#spawn(wanted, until);
        if (exit === 'ready') started = true;
        else await delay(200);
      } else await delay(100);
      if (performance.now() > until) {
        throw new MailroomError('embedded-failed', `the embedded Postgres did not start; see ${this.#cluster.logFile}`);
      }
    }
  }

  /**
   * Starts the server and waits until it answers or ends. It leads a session of its own: a Ctrl-C for us is not for it.
   */
  async #spawn(port: number, until: number): Promise<'ready' | 'ended'> {
    const cluster = this.#cluster;
    const size = await stat(cluster.logFile).then(
      (found) => found.size,
      () => 0,
    );
    if (size > LOG_BYTES) await rename(cluster.logFile, `${cluster.logFile}.1`);
    const log = await open(cluster.logFile, 'a', 0o600);
    try {
      const settings = {
        ...{ listen_addresses: '127.0.0.1', port, unix_socket_directories: '' },
        max_connections: MAX_CONNECTIONS,
      };
      const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
      const child = spawn(cluster.programs.postgres, ['-D', cluster.data, ...flags], {
        ...cluster.programs.user,
        cwd: '/',
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
        env: postgresEnvironment(process.env),
      });
      const ended = once(child, 'exit');
      child.unref();
      for (let over = false; !over && performance.now() < until;) {
        over = await Promise.race([ended.then(() => true), delay(50, false)]);
        if (!over && (await this.#probe(port)) === 'ready') return 'ready';
      }
      return 'ended';
    } finally {
      await log.close();
    }
  }

  /**
   * `away`: nothing listens, or somebody else's server. `starting`: ours, and not ready (recovery after a crash takes
   * time).
   */
  async #probe(port: number): Promise<'ready' | 'starting' | 'away'> {
    const client = this.#client(port, 'postgres');
    try {
      await client.connect();
      const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
      if (rows[0]?.data_directory !== this.#cluster.data) return 'away';
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
      if (rowCount === 0) {
        await client.query(`CREATE DATABASE ${DATABASE}`).catch((error: unknown) => {
          // 42P04 duplicate_database: another starter was quicker; 23505 is the same race seen one step earlier.
          if (!['42P04', '23505'].includes(errorCode(error))) throw error;
        });
      }
      return 'ready';
    } catch (error) {
      // 57P03 cannot_connect_now: it starts, recovers or stops.
      return errorCode(error) === '57P03' ? 'starting' : 'away';
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async #takeLock(port: number): Promise<boolean> {
    const client = this.#client(port, DATABASE);
    await client.connect();
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [OWNER_LOCK]);
    if (rows[0]?.taken !== true) {
      await client.end();
      return false;
    }
    this.#owner = client;
    client.once('end', () => this.#lost(port));
    return true;
  }

  /** The server went away under us (killed, or one of its processes crashed): bring it back on the same port. */
  #lost(port: number): void {
    this.#owner = null;
    if (this.#stopping || this.#mending !== null) return;
    this.#log.error('Embedded Postgres was lost', { port });
    this.#mending = this.#mend(port).finally(() => (this.#mending = null));
  }

  async #mend(port: number): Promise<void> {
    for (let wait = 500; this.#owner === null && !this.#isStopping(); wait = Math.min(wait * 2, 30_000)) {
      try {
        const found = await this.#reach(port);
        await this.#takeLock(found.port);
        this.#log.info('Embedded Postgres is back', { port: found.port });
      } catch (error) {
        this.#log.error('Embedded Postgres does not come back', { error, retry_ms: wait });
        await delay(wait);
      }
    }
  }

  #isStopping(): boolean {
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    await this.#mending;
    const owner = this.#owner;
    this.#owner = null;
    if (owner === null) return;
    const { programs, data } = this.#cluster;
    // The lock is held until the server ends it: nobody adopts what is going down.
    await run(programs.pgCtl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60'], {
      ...programs.user,
      cwd: '/',
      env: postgresEnvironment(process.env),
    }).catch((error: unknown) => this.#log.error('Embedded Postgres did not stop', { error: errorText(error) }));
    await owner.end().catch(() => undefined);
    this.#log.info('Embedded Postgres has stopped');
  }

  #client(port: number, database: string): pg.Client {
    const client = new pg.Client({
      connectionString: this.#url(port, database),
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      application_name: 'mailroom-owner',
    });
    client.on('error', (error) => this.#log.debug('Embedded Postgres closed a connection', { error }));
    return client;
  }

  #url(port: number, database: string): string {
    return `postgres://${USER}:${this.#cluster.password}@127.0.0.1:${port}/${database}`;
  }
}

/** The port of the server that wrote postmaster.pid (its fourth line), alive or not; null where there is none. */
async function runningPort(cluster: Cluster): Promise<number | null> {
  const text = await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => '');
  const port = Number(text.split('\n')[3]);
  return Number.isInteger(port) && port > 0 ? port : null;
}
