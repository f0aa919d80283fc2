import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { choosePorts, greets } from '../../../tools/servers/ports.ts';
import { findProcess, processStart, ServerProcess } from '../../../tools/servers/process.ts';
import { command } from '../../../tools/servers/run.ts';
import { until } from '../../../tools/servers/wait.ts';

const folder = await mkdtemp(join(tmpdir(), 'mailroom-process-'));
after(() => rm(folder, { recursive: true }));

/** A server of one line: it greets everybody and ends at SIGTERM. */
const script = `require('node:net').createServer((s) => s.end('220 here\\n')).listen(+process.argv[1], '127.0.0.1')`;

async function greeter(name: string): Promise<{ server: ServerProcess; port: number }> {
  const { port } = await choosePorts(['port']);
  const server = new ServerProcess({
    name,
    argv: [process.execPath, '-e', script, String(port), "it's here"],
    cwd: folder,
    logFile: join(folder, `${name}.log`),
    pidFile: join(folder, `${name}.pid`),
    ready: () => greets(port, '220 '),
  });
  after(() => server.stop());
  return { server, port };
}

const gone = (pid: number) => (): boolean => processStart(pid) === null;

describe('a server process', () => {
  test('starts, is killed, and starts again on its port', async () => {
    const { server, port } = await greeter('again');
    await server.start();
    const first = server.pid;
    await server.kill('SIGKILL');
    assert.equal(server.running, false);
    assert.equal(await greets(port, '220 '), false);
    await server.start();
    assert.notEqual(server.pid, first);
    assert.equal(await greets(port, '220 '), true);
    await server.stop();
    await server.stop();
    assert.equal(processStart(server.pid), null);
  });

  test('tells of an end that nobody here asked for, and only of that', async () => {
    const { server } = await greeter('crash');
    const crashes: string[] = [];
    server.onCrash((how) => crashes.push(how));
    await server.start();
    process.kill(server.pid, 'SIGKILL');
    await until(() => crashes.length > 0, { what: 'the news of the crash', within: 5000 });
    await server.start();
    await server.stop();
    assert.deepEqual(crashes, ['SIGKILL']);
  });

  test('says why it did not start', async () => {
    const server = new ServerProcess({
      name: 'broken',
      argv: [process.execPath, '-e', 'console.error("no such setting"); process.exit(3)'],
      cwd: folder,
      logFile: join(folder, 'broken.log'),
      pidFile: join(folder, 'broken.pid'),
      ready: () => Promise.resolve(false),
    });
    await assert.rejects(server.start(), /broken ended at its start[^]*no such setting/);
  });

  test('has a command line that a shell runs as it is', async () => {
    const server = new ServerProcess({
      name: 'words',
      argv: [process.execPath, '-p', 'process.argv.slice(1).join("|")', "it's", '$HOME', 'a b', ''],
      env: { GREETING: 'good "day"' },
      cwd: folder,
      logFile: join(folder, 'words.log'),
      pidFile: join(folder, 'words.pid'),
      ready: () => Promise.resolve(true),
    });
    assert.equal(await command(['/bin/sh', '-c', server.commandLine]), "it's|$HOME|a b|\n");
  });

  test('is found by its command line', async () => {
    const { server } = await greeter('found');
    assert.equal(await findProcess(server.argv), null);
    await server.start();
    assert.equal(await findProcess(server.argv), server.pid);
  });

  test('ends when the process that started it is killed', async () => {
    const { port } = await choosePorts(['port']);
    const starter = `
      import { ServerProcess } from ${JSON.stringify(join(import.meta.dirname, '../../../tools/servers/process.ts'))};
      const server = new ServerProcess({
        name: 'orphan', argv: [process.execPath, '-e', ${JSON.stringify(script)}, '${port}'], cwd: '/',
        logFile: ${JSON.stringify(join(folder, 'orphan.log'))}, pidFile: ${JSON.stringify(join(folder, 'orphan.pid'))},
        ready: async () => true,
      });
      await server.start();
      console.log(server.pid);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', starter], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    assert.equal(gone(pid)(), false);
    child.kill('SIGKILL');
    await until(gone(pid), { what: `the end of process ${pid}`, within: 10_000 });
    assert.match(await readFile(join(folder, 'orphan.pid'), 'utf8'), new RegExp(`"pid":${pid}\\b`));
  });
});

test('remembered ports are used again unless they are taken', async () => {
  const { server, port } = await greeter('taken');
  await server.start();
  const free = await choosePorts(['a', 'b']);
  const chosen = await choosePorts(['a', 'b', 'c'], { ...free, c: port });
  assert.deepEqual({ a: chosen.a, b: chosen.b }, free);
  assert.notEqual(chosen.c, port);
});

test('no port is handed out that an outgoing connection may take before its server starts', async () => {
  const chosen = Object.values(await choosePorts(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']));
  assert.equal(new Set(chosen).size, chosen.length);
  assert.deepEqual(
    chosen.filter((port) => port >= 32_768),
    [],
  );
});
