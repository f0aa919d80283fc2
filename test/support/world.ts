/**
 * Everything around one Mailroom process for crash tests: stand-ins for the homeserver, the mailbox and the relay,
 * which stay while the process dies and comes back, and a real Postgres. Nothing here sleeps: it looks for effects, for
 * a bounded time.
 *
 * This is no variation of `handlers/world.ts`: what is tested is that a process dies anywhere and another goes on, so
 * that nothing of it may be in the test's own process.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMigrations, migrate } from '../../src/db/migrate.ts';
import { openKeys, rotateKey } from '../../src/handling/keyring.ts';
import { JOBS_CHANNEL } from '../../src/queue/queue.ts';
import { makeRegistration, parseRegistration, registrationYaml } from '../../src/matrix/registration.ts';
import { until } from '../../tools/servers/wait.ts';
import { startTestServer, type TestDatabase, type TestServer } from './database.ts';
import { freePort } from '../../tools/servers/ports.ts';
import { StandInHomeserver } from './homeserver.ts';
import { StandInImap } from './imap-stand-in.ts';
import { loadMailbox, loadRooms, loadTables, type SavedState } from './saved-state.ts';
import { StandInRelay } from './smtp-stand-in.ts';
import { Life, type Step } from './world-child.ts';

export type { Step } from './world-child.ts';

export const domain = 'matrix.test';
export const alice = `@alice:${domain}`;
export const bot = `@mailroom:${domain}`;
export const bob = 'bob@outside.test';
export const bobsGhost = `@mail_bob=40outside.test:${domain}`;

const SECRET = createHash('sha256').update('crash tests').digest('hex');

/** How long an effect may take before it counts as not seen, milliseconds. The machine may be busy with others. */
const PATIENCE_MS = 60_000;

const REPLICAS = ['first', 'second'] as const;

/** A config as its file has it, as far as tests change it. */
export interface WrittenConfig {
  readonly accounts: Record<string, Record<string, unknown>>;
  permissions?: Record<string, string>;
  times?: Record<string, string>;
}

/** Keys of a config, with their values. */
type Keys = Readonly<Record<string, unknown>>;

/** What the tests of one file share: a Postgres, and a folder for what Node has compiled. */
export class Site {
  readonly #postgres: TestServer;
  readonly #folder: string;

  private constructor(postgres: TestServer, folder: string) {
    this.#postgres = postgres;
    this.#folder = folder;
  }

  static async start(): Promise<Site> {
    return new Site(await startTestServer(), await mkdtemp(join(tmpdir(), 'mailroom-crash-')));
  }

  async stop(): Promise<void> {
    await this.#postgres.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /**
   * A world that whoever asked for it ends. `more` are further keys of its account's config, `limits` of that section.
   */
  async world(more: Keys = {}, limits: Keys = {}): Promise<World> {
    return World.make(await this.#postgres.database(), this.#folder, more, limits);
  }

  /**
   * A world that an earlier version left, as if that were `ago` milliseconds ago. `more` are further keys of its
   * account's config.
   */
  async worldOf(state: SavedState, ago = 0, more: Readonly<Record<string, unknown>> = {}): Promise<World> {
    const database = await this.#postgres.database(state.schema);
    await loadTables(database.db, state, ago);
    const world = await World.make(database, this.#folder, { ...state.config, ...more });
    loadRooms(world.homeserver, state);
    loadMailbox(world.imap, state);
    return world;
  }

  /**
   * Runs a test in a world of its own, which ends with it. `more` are further keys of its account's config,
   * `limits` of that section. A failure tells how the world stood.
   */
  async in(test: (world: World) => Promise<void>, more: Keys = {}, limits: Keys = {}): Promise<void> {
    const world = await this.world(more, limits);
    try {
      await test(world);
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n${await world.describe()}`, {
        cause: error,
      });
    } finally {
      await world.end();
    }
  }
}

export class World {
  readonly database: TestDatabase;
  readonly homeserver: StandInHomeserver;
  readonly imap: StandInImap;
  readonly relay: StandInRelay;
  /** Where the homeserver pushes to, and the token by which it is known. */
  readonly appservice: { readonly url: string; readonly hsToken: string };
  readonly #folder: string;
  readonly #cache: string;
  readonly #lives: Life[] = [];

  private constructor(
    parts: Pick<World, 'database' | 'homeserver' | 'imap' | 'relay' | 'appservice'>,
    folders: { readonly own: string; readonly cache: string },
  ) {
    this.database = parts.database;
    this.homeserver = parts.homeserver;
    this.imap = parts.imap;
    this.relay = parts.relay;
    this.appservice = parts.appservice;
    this.#folder = folders.own;
    this.#cache = folders.cache;
  }

  static async make(database: TestDatabase, folder: string, more: Keys = {}, limits: Keys = {}): Promise<World> {
    const own = await mkdtemp(join(folder, 'world-'));
    const url = `http://127.0.0.1:${String(await freePort())}`;
    const registration = makeRegistration({ url, domain, bot: 'mailroom', ghostPrefix: 'mail_' });
    const homeserver = await new StandInHomeserver({
      domain,
      asToken: registration.as_token,
      hsToken: registration.hs_token,
      appservice: url,
    }).start();
    const imap = await new StandInImap().start();
    const relay = await new StandInRelay().start();
    await writeFile(join(own, 'registration.yaml'), registrationYaml(registration));
    for (const replica of REPLICAS) {
      const config = worldConfig({
        database: database.url,
        homeserver: homeserver.url,
        url,
        more,
        limits,
        ports: {
          // The homeserver knows the first alone.
          appservice: replica === 'first' ? Number(new URL(url).port) : await freePort(),
          observability: await freePort(),
          imap: imap.port,
          relay: relay.port,
        },
      });
      await writeFile(join(own, `${replica}.yaml`), JSON.stringify(config));
    }
    // That of the whole run where there is one: what it is filled with costs more than a life.
    const cache = process.env['NODE_COMPILE_CACHE'] ?? join(folder, 'cache');
    const appservice = { url, hsToken: registration.hs_token };
    return new World({ database, homeserver, imap, relay, appservice }, { own, cache });
  }

  /** The mailboxes were read to their ends before, so that what comes now is new. */
  async mailboxesBegun(): Promise<void> {
    const { db } = this.database;
    await db.query(`INSERT INTO accounts (account) VALUES ('support')`);
    for (const [box, role] of [
      [this.imap.inbox, 'watched'],
      [this.imap.sent, 'sent'],
    ] as const) {
      await db.query(
        `INSERT INTO mailboxes (account, mailbox, role, uidvalidity, next_uid) VALUES ('support', $1, $2, $3, $4)`,
        [box.name, role, box.uidvalidity, box.nextUid],
      );
    }
  }

  /** Starts Mailroom; with a step it ends itself there. `second` runs beside the first, on the same database. */
  begin(step: Step | null = null, replica: (typeof REPLICAS)[number] = 'first'): Life {
    const life = new Life(join(this.#folder, `${replica}.yaml`), this.#cache, step);
    this.#lives.push(life);
    return life;
  }

  /** Waits for something to be seen; a process that ends meanwhile ends the wait. */
  async see(what: string, look: () => Promise<boolean> | boolean, life?: Life, within = PATIENCE_MS): Promise<void> {
    await until(
      async () => {
        await this.#endPauses();
        if (await look()) return true;
        if (life?.running === false) throw new Error(`the process ended while awaited: ${what}`);
        return false;
      },
      { what, within, every: 100 },
    );
  }

  /** Waits until nothing is under way: no job, no event that is to be pushed, no mail that is not read. */
  async calm(life: Life, within = PATIENCE_MS): Promise<void> {
    await this.see('an end of all work', () => this.#isCalm(), life, within);
  }

  /**
   * Changes the secret while nothing runs, as an operator does. Whoever was killed counts as running until its
   * heartbeat has run out.
   */
  async changeSecret(leaked: boolean): Promise<void> {
    const { db } = this.database;
    await migrate(db, await loadMigrations());
    await openKeys(db, { secret: SECRET, oldSecrets: [] });
    const next = createHash('sha256').update('another secret').digest('hex');
    const secrets = { secret: next, oldSecrets: [SECRET] };
    const idle = async () => (await this.rows('SELECT FROM processes WHERE alive_until > now()')).length === 0;
    await until(idle, { what: 'the end of the heartbeat', within: PATIENCE_MS, every: 100 });
    await rotateKey(db, secrets, leaked);
    for (const replica of REPLICAS) {
      const file = join(this.#folder, `${replica}.yaml`);
      const config = JSON.parse(await readFile(file, 'utf8')) as Keys;
      await writeFile(file, JSON.stringify({ ...config, secret: next, old_secrets: [SECRET] }));
    }
  }

  /** Writes further keys of the account into the config; Mailroom has them at its next start or reload. */
  async changeAccount(more: Keys): Promise<void> {
    await this.changeConfig(({ accounts }) => void Object.assign(accounts['support'] ?? {}, more));
  }

  /** The config file of a replica. */
  configFile(replica: (typeof REPLICAS)[number] = 'first'): string {
    return join(this.#folder, `${replica}.yaml`);
  }

  /** Changes the config of both replicas; Mailroom has it at its next start or reload. */
  async changeConfig(change: (config: WrittenConfig) => void): Promise<void> {
    for (const replica of REPLICAS) {
      const file = this.configFile(replica);
      const config = JSON.parse(await readFile(file, 'utf8')) as WrittenConfig;
      change(config);
      await writeFile(file, JSON.stringify(config));
    }
  }

  /** Gives the homeserver new tokens, as after its restart with a new registration; Mailroom has them at its next. */
  async changeTokens(): Promise<void> {
    const file = join(this.#folder, 'registration.yaml');
    const { as_token: _as, hs_token: _hs, ...kept } = parseRegistration(await readFile(file, 'utf8'));
    const fresh = makeRegistration({ url: this.appservice.url, domain, bot: 'mailroom', ghostPrefix: 'mail_' });
    const registration = { ...fresh, ...kept };
    await writeFile(file, registrationYaml(registration));
    this.homeserver.changeTokens(registration.as_token, registration.hs_token);
  }

  /** The rows of a query. */
  async rows(sql: string): Promise<Record<string, unknown>[]> {
    return (await this.database.db.query<Record<string, unknown>>(sql)).rows;
  }

  /** How the world stands, for the words of a failure. */
  async describe(): Promise<string> {
    const jobs = await this.rows(
      `SELECT queue, key, subject, state, run_at > now() AS waits, attempts, failures, owner IS NOT NULL AS held, error
         FROM jobs`,
    );
    const outgoing = await this.rows(
      `SELECT outgoing, state, attempts, resent, reason FROM outgoing WHERE state NOT IN ('sent', 'cancelled')`,
    );
    const events = this.homeserver.effects.flatMap((effect) =>
      effect.kind === 'event' ? [`${effect.event.type} of ${effect.event.sender}`] : [],
    );
    return [
      `jobs: ${JSON.stringify(jobs)}`,
      `mails of ours that are not sent: ${JSON.stringify(outgoing)}`,
      `events: ${events.join(', ')}`,
      `to be pushed: ${String(this.homeserver.waiting)}, relayed: ${String(this.relay.mails.length)}`,
      ...this.#lives.map(({ log }, index) => `log of life ${String(index + 1)}:\n${log}`),
    ].join('\n');
  }

  async end(): Promise<void> {
    for (const life of this.#lives) {
      if (life.running) life.kill();
      await life.ended;
    }
    await Promise.all([this.homeserver.stop(), this.imap.stop(), this.relay.stop()]);
    await this.database.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /**
   * Time passes quickly here: a mail of which nobody knows whether it was sent is sent once more at once, and what is
   * done or seen in a mailbox waits for nothing that may come.
   */
  async #endPauses(): Promise<void> {
    await this.rows(
      `WITH due AS (
         UPDATE jobs SET run_at = now() FROM outgoing o
         WHERE queue = 'mail-out' AND subject = o.outgoing AND o.resent AND o.state = 'deferred' AND run_at > now()
         RETURNING queue), soon AS (
         UPDATE jobs SET run_at = now() WHERE queue = 'mailbox' AND attempts = 0 AND run_at > now() RETURNING queue)
       SELECT pg_notify('${JOBS_CHANNEL}', queue) FROM (SELECT queue FROM due UNION SELECT queue FROM soon) n`,
    );
  }

  async #isCalm(): Promise<boolean> {
    // Before the jobs are counted, too: what is pushed meanwhile is a job that was not counted.
    if (this.homeserver.waiting > 0) return false;
    const { inbox, sent } = this.imap;
    const [row] = await this.rows(
      `SELECT (SELECT count(*) FROM jobs) AS jobs,
         (SELECT count(*) FROM mailboxes
          WHERE next_uid < CASE mailbox WHEN 'INBOX' THEN ${String(inbox.nextUid)} ELSE ${String(sent.nextUid)} END) AS
          behind,
         (SELECT count(*) FROM open_uids) AS open`,
    );
    return row?.['jobs'] === 0 && row['behind'] === 0 && row['open'] === 0 && this.homeserver.waiting === 0;
  }
}

interface ConfigFacts {
  readonly database: string;
  readonly homeserver: string;
  readonly url: string;
  /** Further keys of the account. */
  readonly more: Keys;
  /** Further keys of the section `limits`. */
  readonly limits: Keys;
  readonly ports: {
    readonly appservice: number;
    readonly observability: number;
    readonly imap: number;
    readonly relay: number;
  };
}

/** JSON is YAML too. */
function worldConfig({ database, homeserver, url, more, limits, ports }: ConfigFacts): unknown {
  const host = '127.0.0.1';
  return {
    homeserver: { url: homeserver, domain },
    appservice: { listen: { host, port: ports.appservice }, url, registration: './registration.yaml' },
    secret: SECRET,
    database: { url: database, connections: 8 },
    observability: { listen: { host, port: ports.observability } },
    logging: { level: 'info' },
    limits: { parse_workers: 1, ...limits },
    times: { lease: '2s' },
    accounts: {
      support: {
        address: 'support@mailroom.test',
        name: 'Support',
        authentication: 'none',
        imap: { host, port: ports.imap, security: 'none', user: 'support', password: 'right' },
        smtp: { host, port: ports.relay, security: 'none' },
        team: [{ user: alice, address: 'alice@mailroom.test', name: 'Alice' }],
        hold: { after: '0s', at_most: '0s' },
        hold_outside: '0s',
        ...more,
      },
    },
  };
}
