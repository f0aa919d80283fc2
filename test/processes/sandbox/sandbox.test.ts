import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmodSync, closeSync, mkdtempSync, openSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { errorCode } from '../../../src/base/errors.ts';
import { Sandbox } from '../../../src/sandbox/sandbox.ts';
import type { SandboxProcess } from '../../../src/sandbox/sandbox.ts';
import { allWalls } from '../../../src/sandbox/walls.ts';

const child = (name: string): URL => new URL(`../../fixtures/children/${name}.ts`, import.meta.url);
const bounds = { folders: ['base', 'sandbox'], heap: 64, beside: 64, largest: 100_000 };
const isRoot = process.getuid?.() === 0;

const report = z.object({
  before: z.record(z.string(), z.string()),
  after: z.record(z.string(), z.string()),
  env: z.record(z.string(), z.string()),
  argv: z.array(z.string()),
  uid: z.number(),
  groups: z.array(z.number()),
  pid: z.number(),
  networks: z.array(z.string()),
});

/** What a child answers when it is asked. */
function said(process: SandboxProcess): Promise<unknown> {
  const answer = new Promise((resolve) => process.channel.listen(resolve));
  process.channel.send('tell');
  return answer;
}

describe('a child of the sandbox', () => {
  it('reaches nothing but its own code and its parent', async () => {
    process.env['MAILROOM_TEST_SECRET'] = 'known to the parent';
    const held = openSync(import.meta.filename, 'r');
    let calls = 0;
    const server = createServer((socket) => {
      calls += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const sandbox = new Sandbox({ ...bounds, script: child('attempts'), args: [String(port), String(process.pid)] });
    const { walls } = await sandbox.standing();
    const started = await sandbox.start();
    try {
      const found = report.parse(await said(started));
      const done = Object.entries(found.after).filter(([, outcome]) => !outcome.startsWith('refused: '));
      assert.deepEqual(done, []);
      assert.equal(Object.keys(found.after).length, 35);
      assert.deepEqual(found.env, {});
      assert.ok(found.argv.includes('--permission'));
      const files = readdirSync(`/proc/${found.pid}/fd`).map((fd) => readlinkSync(`/proc/${found.pid}/fd/${fd}`));
      assert.deepEqual(
        files.filter((file) => file.startsWith('/') && file !== '/dev/null'),
        [],
      );
      // Where the system has a wall, it holds for what the library could not be kept from.
      if (walls.includes('network')) {
        assert.deepEqual(found.networks, []);
        assert.deepEqual(
          Object.values(found.before).map((outcome) => outcome.slice(0, 7)),
          ['refused', 'refused'],
        );
        assert.equal(calls, 0);
      }
      if (walls.includes('user')) assert.deepEqual([found.uid, found.groups], [60_678, [60_678]]);
    } finally {
      started.kill();
      closeSync(held);
      server.close();
      delete process.env['MAILROOM_TEST_SECRET'];
    }
  });

  it('is not started where nothing binds it', async () => {
    const sandbox = new Sandbox({ ...bounds, script: child('no-permission') });
    await assert.rejects(sandbox.start(), (error) => errorCode(error) === 'no-permission-model');
  });

  it('is started without a wall behind which it does not come up, and that is told', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    try {
      const script = join(folder, 'own.ts');
      const inside = new URL('../../../src/sandbox/inside.ts', import.meta.url).href;
      writeFileSync(script, `import { enterSandbox } from '${inside}';\nenterSandbox();\n`);
      // Nobody else can read its program.
      chmodSync(folder, 0o700);
      const sandbox = new Sandbox({ ...bounds, script: pathToFileURL(script) });
      const { walls, missing } = await sandbox.standing();
      assert.deepEqual(missing.includes('user'), true);
      assert.deepEqual([...walls, ...missing].sort(), [...allWalls].sort());
      const started = await sandbox.start();
      started.kill();
      assert.equal((await started.ended).signal, 'SIGKILL');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('does not come up where its program does not', async () => {
    const sandbox = new Sandbox({ ...bounds, script: child('is-not-there') });
    await assert.rejects(sandbox.start(), (error) => errorCode(error) === 'sandbox-failed');
  });

  it('has all walls of Linux where root starts it and may make namespaces', async () => {
    const sandbox = new Sandbox({ ...bounds, script: child('attempts'), args: ['1', '1'] });
    const { missing } = await sandbox.standing();
    sandbox.close();
    const expected = isRoot ? [] : ['user'];
    // A container without the right to make namespaces has none for its children.
    assert.deepEqual(
      missing.filter((wall) => wall !== 'network'),
      expected,
    );
  });
});
