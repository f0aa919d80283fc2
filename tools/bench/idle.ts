/**
 * What Mailroom holds when nothing happens: one account, and a thousand on a mailbox stand-in. Run as it is shipped,
 * compiled, with a Postgres of its own beside it, which is left out.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { makeRegistration, registrationYaml } from '../../src/matrix/registration.ts';
import { startTestServer } from '../../test/support/database.ts';
import { StandInHomeserver } from '../../test/support/homeserver.ts';
import { StandInImap } from '../../test/support/imap-stand-in.ts';
import { build } from '../build.ts';
import { projectRoot } from '../servers/paths.ts';
import { freePort } from '../servers/ports.ts';
import { until, type World } from './bench-world.ts';
import type { Row } from './rows.ts';

const ONE_MB = 160;
const THOUSAND_MB = 250;
const MANY = 1_000;
/** A child that reads mails ends after a minute without one. */
const UNTIL_IDLE_S = 90;

/** Memory of a process and what it has started, MB. */
interface Held {
  /** Resident, what it shares with others counted whole. */
  readonly main: number;
  /** Resident, what several share counted once (proc(5), Pss), of all processes. */
  readonly all: number;
  readonly processes: number;
}

async function field(path: string, name: string): Promise<number> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0) / 1000;
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8').catch(() => '');
  const direct = text.split(' ').filter(Boolean).map(Number);
  return [...direct, ...(await Promise.all(direct.map(childrenOf))).flat()];
}

async function heldBy(pid: number): Promise<Held> {
  const all = [pid, ...(await childrenOf(pid))];
  const shares = await Promise.all(all.map((one) => field(`/proc/${String(one)}/smaps_rollup`, 'Pss')));
  return {
    main: await field(`/proc/${String(pid)}/status`, 'VmRSS'),
    all: shares.reduce((sum, share) => sum + share, 0),
    processes: all.length,
  };
}

/** A Mailroom with so many accounts on one stand-in, compiled; calls `use` when all mailboxes are watched. */
async function withAccounts<Result>(
  count: number,
  use: (run: { readonly pid: number; readonly opened: number; readonly seconds: number }) => Promise<Result>,
): Promise<Result> {
  const state = join(projectRoot, '.cache', `idle-${String(process.pid)}-${String(count)}`);
  await mkdir(state, { recursive: true });
  const server = await startTestServer();
  const database = await server.database();
  const imap = await new StandInImap().start();
  const [port, watch] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${String(port)}`;
  const registration = makeRegistration({ url, domain: 'matrix.test', bot: 'mailroom', ghostPrefix: 'mail_' });
  const homeserver = await new StandInHomeserver({
    ...{ asToken: registration.as_token, hsToken: registration.hs_token },
  }).start();
  homeserver.pushTo(url);
  const names = Array.from({ length: count }, (_, at) => `a${String(at)}`);
  await writeFile(join(state, 'registration.yaml'), registrationYaml(registration));
  await writeFile(
    join(state, 'config.yaml'),
    JSON.stringify({
      homeserver: { url: homeserver.url, domain: 'matrix.test' },
      appservice: { listen: { port }, url, registration: './registration.yaml' },
      secret: 'bench-bench-bench-bench-bench-bench',
      database: { url: database.url },
      observability: { listen: { port: watch } },
      logging: { level: 'warn' },
      limits: { new_rooms: 0, new_ghosts: 0 },
      accounts: Object.fromEntries(
        names.map((name) => [
          name,
          {
            ...{ address: `${name}@bench.test`, name, authentication: 'none', sent: { copy: 'never' } },
            imap: { host: '127.0.0.1', port: imap.port, security: 'none', user: name, password: 'right' },
            smtp: { host: '127.0.0.1', port: 1, security: 'none' },
            team: [{ user: '@alice:matrix.test', name: 'Alice' }],
          },
        ]),
      ),
    }),
  );
  const began = performance.now();
  const child: ChildProcess = spawn(process.execPath, [join(projectRoot, 'dist/main.js'), 'run'], {
    env: { ...process.env, MAILROOM_CONFIG: join(state, 'config.yaml') },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  try {
    const connected = async () => {
      if (child.exitCode !== null) throw new Error(`Mailroom ended with ${String(child.exitCode)}`);
      const { rows } = await database.db.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM accounts WHERE state = 'connected'`,
      );
      return rows[0]?.count === count;
    };
    while (!(await connected())) await delay(100);
    return await use({
      ...{ pid: child.pid ?? 0, opened: imap.opened },
      seconds: (performance.now() - began) / 1000,
    });
  } finally {
    const ended = once(child, 'exit');
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await ended;
    }
    await Promise.all([homeserver.stop(), imap.stop()]);
    await database.close();
    await server.stop();
  }
}

/** Memory at idle, and the pace in which a thousand accounts connect. */
export async function idleRows(_world: World, _mails: number, say: (line: string) => void): Promise<Row[]> {
  await build(join(projectRoot, 'dist'));
  const one = await withAccounts(1, async ({ pid }) => {
    await until('no child that reads', async () => (await childrenOf(pid)).length === 0, UNTIL_IDLE_S);
    return heldBy(pid);
  });
  const many = await withAccounts(MANY, async ({ pid, opened, seconds }) => {
    await until('no child that reads', async () => (await childrenOf(pid)).length === 0, UNTIL_IDLE_S);
    const files = (await readdir(`/proc/${String(pid)}/fd`)).length;
    say(
      `${String(MANY)} accounts: ${String(opened)} connections within ${seconds.toFixed(0)} s, ${String(files)} open`,
    );
    return { ...(await heldBy(pid)), pace: opened / seconds };
  });
  return [
    { what: 'idle memory, one account', figure: one.main, unit: ' MB', wanted: { atMost: ONE_MB } },
    { what: 'idle memory, one account, all processes, shared once', figure: one.all, unit: ' MB' },
    { what: `idle memory, ${String(MANY)} accounts`, figure: many.main, unit: ' MB', wanted: { atMost: THOUSAND_MB } },
    { what: `connections a second, ${String(MANY)} accounts`, figure: many.pace, unit: '/s', wanted: { atMost: 40 } },
  ];
}
