/**
 * What is measured stands between stand-ins that cost next to nothing: a homeserver that answers in 0 or 20 ms, a relay
 * that takes everything, and a real Dovecot. Mailroom is a process of its own with a real, durable Postgres.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { stringify } from 'yaml';
import type { Database } from '../../src/db/pool.ts';
import { makeRegistration, registrationYaml } from '../../src/matrix/registration.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../../test/support/database.ts';
import { freePort } from '../servers/ports.ts';
import { StandInHomeserver } from '../../test/support/homeserver.ts';
import { makeCertificates } from '../servers/certificates.ts';
import { startDovecot, type Dovecot } from '../servers/dovecot.ts';
import { installServers } from '../servers/install.ts';
import { MailUsers } from '../servers/mail-users.ts';
import { isRoot, projectRoot, serverHome } from '../servers/paths.ts';
import type { Reading } from './reading.ts';
import { serverUser } from '../servers/system-users.ts';

export const ACCOUNT = 'support@bench.test';
/** Beside it, for what several accounts are needed for. */
const OTHERS = ['b', 'c', 'd'] as const;
export const MEMBER = '@alice:matrix.test';

/** A process that sends no more than so many statements within so long has nothing to do, milliseconds. */
const QUIET_MS = 500;
const QUIET_STATEMENTS = 20;

/** A mail that the relay took. */
export interface Relayed {
  readonly at: number;
  readonly size: number;
}

export interface World {
  readonly homeserver: StandInHomeserver;
  readonly dovecot: Dovecot;
  readonly relayed: Relayed[];
  readonly bridge: Bridge;
  /** Addresses of all accounts, `ACCOUNT` first. */
  readonly accounts: readonly string[];
  readonly asToken: string;
  readonly database: Database;
  stop(): Promise<void>;
}

/** Mailroom as its own process. */
export class Bridge {
  readonly #config: string;
  readonly #health: string;
  #child: ChildProcess | null = null;
  /** Processes of the next start. */
  workers = 1;

  constructor(config: string, health: string) {
    this.#config = config;
    this.#health = health;
  }

  async start(): Promise<void> {
    const meter = join(projectRoot, 'tools/bench/meter.ts');
    const main = join(projectRoot, 'src/main.ts');
    const args = ['run', '--config', this.#config, '--workers', String(this.workers)];
    const child = spawn(process.execPath, ['--import', meter, main, ...args], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child = child;
    await until('Mailroom is connected', async () => {
      if (child.exitCode !== null) throw new Error(`Mailroom ended with ${String(child.exitCode)}`);
      const page = await fetch(`${this.#health}/ready`).catch(() => null);
      if (page === null) return false;
      const text = await page.text();
      return page.ok && ['support', ...OTHERS].every((name) => text.includes(`"account:${name}":"ok"`));
    });
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }

  /** What the process has cost since it began. */
  async reading(): Promise<Reading> {
    const child = this.#child;
    if (child === null) throw new Error('Mailroom does not run');
    child.send('reading');
    const [reading] = (await once(child, 'message')) as [Reading];
    return reading;
  }

  /** What the process has cost, once it asks Postgres for nothing more than a poll does. */
  async quietReading(): Promise<Reading> {
    for (let before = await this.reading(); ;) {
      await delay(QUIET_MS);
      const after = await this.reading();
      if (after.statements - before.statements <= QUIET_STATEMENTS) return after;
      before = after;
    }
  }

  /** Resident memory now, and its highest since `forgetPeak`, in MB (proc(5), VmRSS and VmHWM). */
  async memory(): Promise<{ readonly now: number; readonly peak: number }> {
    const status = await readFile(`/proc/${String(this.#child?.pid)}/status`, 'utf8');
    const field = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1000;
    return { now: field('VmRSS'), peak: field('VmHWM') };
  }

  /** Sets the highest back to what it is now (proc(5), clear_refs). */
  async forgetPeak(): Promise<void> {
    await writeFile(`/proc/${String(this.#child?.pid)}/clear_refs`, '5');
  }
}

/** Waits for a condition, looked at often; fails loudly after a bound. */
export async function until(what: string, met: () => Promise<boolean> | boolean, seconds = 120): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await met())) {
    if (performance.now() > end) throw new Error(`not seen within ${String(seconds)} s: ${what}`);
    await delay(5);
  }
}

/** @param members the team of the account; all of them may answer */
export async function startWorld(state: string, members: readonly string[] = [MEMBER]): Promise<World> {
  const installed = await installServers({ yes: false, report: (line) => console.error(line) });
  await rm(state, { recursive: true, force: true });
  await mkdir(state, { recursive: true });
  const stops: (() => Promise<void>)[] = [];
  const server: TestServer = await startTestServer({ durable: true });
  stops.push(() => server.stop());
  const database: TestDatabase = await server.database();
  stops.push(() => database.close());

  const home = await serverHome(state);
  const nobody = await serverUser(['dovecot', 'nobody']);
  const users = new MailUsers(join(home, 'users'), isRoot() ? nobody.gid : null);
  const others = OTHERS.map((name) => ({ name, address: `${name}@bench.test` }));
  const all = [{ name: 'support', address: ACCOUNT }, ...others];
  await users.add(all.map(({ address }) => ({ address, password: 'bench' })));
  const [imap, imaps, lmtp, appservice, metrics] = await Promise.all([1, 2, 3, 4, 5].map(() => freePort()));
  const certificates = await makeCertificates(join(home, 'tls'));
  const dovecot = await startDovecot({
    program: installed.dovecot,
    home: join(home, 'dovecot'),
    ports: { imap: imap ?? 0, imaps: imaps ?? 0, lmtp: lmtp ?? 0 },
    users,
    certificates,
  });
  stops.push(() => dovecot.server.stop());

  const relayed: Relayed[] = [];
  const relay = await startRelay(relayed);
  stops.push(() => relay.stop());

  const url = `http://127.0.0.1:${String(appservice)}`;
  const registration = makeRegistration({ url, domain: 'matrix.test', bot: 'mailroom', ghostPrefix: 'mail_' });
  const homeserver = await new StandInHomeserver({
    asToken: registration.as_token,
    hsToken: registration.hs_token,
  }).start();
  stops.push(() => homeserver.stop());
  for (const member of members) homeserver.users.add(member);

  const config = join(state, 'config.yaml');
  await writeFile(join(state, 'registration.yaml'), registrationYaml(registration));
  await writeFile(
    config,
    stringify({
      homeserver: { url: homeserver.url, domain: 'matrix.test' },
      appservice: { listen: { port: appservice }, url, registration: './registration.yaml' },
      secret: 'bench-bench-bench-bench-bench-bench',
      database: { url: database.url },
      observability: { listen: { port: metrics } },
      logging: { level: 'warn' },
      // What is measured here within minutes is what a team writes within a day.
      limits: { breaker: 0, mails_per_user_day: 0, new_rooms: 0, new_ghosts: 0 },
      accounts: Object.fromEntries(
        all.map(({ name, address }) => [
          name,
          {
            address,
            name: name === 'support' ? 'Support' : name,
            authentication: 'none',
            imap: { host: '127.0.0.1', port: imap, security: 'none', user: address, password: 'bench' },
            smtp: { host: '127.0.0.1', port: relay.port, security: 'none' },
            sent: { copy: 'never' },
            // More rooms are made here within minutes than within a usual day.
            invite: 'everyone',
            team: members.map((user) => ({ user, name: user.slice(1, user.indexOf(':')) })),
            hold: { after: '0s', at_most: '0s' },
          },
        ]),
      ),
    }),
  );
  const bridge = new Bridge(config, `http://127.0.0.1:${String(metrics)}`);
  homeserver.pushTo(url);
  await bridge.start();
  stops.push(() => bridge.stop());
  return {
    homeserver,
    dovecot,
    relayed,
    bridge,
    accounts: all.map(({ address }) => address),
    asToken: registration.as_token,
    database: database.db,
    stop: async () => {
      for (const stop of stops.reverse()) await stop();
    },
  };
}

/** A relay that takes everything at once and notes when. */
async function startRelay(relayed: Relayed[]): Promise<{ port: number; stop: () => Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, _session, done) {
      let size = 0;
      stream.on('data', (chunk: Buffer) => (size += chunk.length));
      stream.on('end', () => {
        relayed.push({ at: performance.now(), size });
        done();
      });
    },
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { port, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
