import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { projectRoot } from '../../tools/servers/paths.ts';
import { processStart } from '../../tools/servers/process.ts';
import { until } from '../../tools/servers/wait.ts';

const text = z.string().min(1);
const port = z.number().int().min(1).max(65535);
const mailServer = z.object({ host: z.literal('127.0.0.1'), port, user: text, password: text });
const endpointsSchema = z.object({
  homeserver: z.object({ url: z.url(), server_name: text, registration_shared_secret: text }),
  users: z.array(z.object({ user_id: z.string().startsWith('@'), password: text, access_token: text })).min(3),
  accounts: z
    .array(
      z.object({
        address: text,
        imap: mailServer,
        smtp: mailServer,
        space: z.object({ room_id: z.string().startsWith('!') }),
      }),
    )
    .min(2),
  outsiders: z.array(z.object({ address: text, imap: mailServer, smtp: mailServer })).min(3),
  database_url: z.url(),
  mailroom: z.object({
    config_file: text,
    registration_file: text,
    appservice_url: z.url(),
    metrics_url: z.url(),
    pid: z.number().nullable(),
    command_line: text,
  }),
  servers: z.array(z.object({ name: text, pid: z.number(), command_line: text })).length(4),
});

test(
  'the demo plays its story, stays up when the bridge dies, and ends all that it started',
  { timeout: 180_000 },
  async (t) => {
    const parent = await mkdtemp(join(tmpdir(), 'mailroom-demo-'));
    t.after(() => rm(parent, { recursive: true, force: true }));
    // The servers run as users of their own and must pass here.
    await chmod(parent, 0o711);
    const state = join(parent, 'state');
    const demo = spawn(process.execPath, [join(projectRoot, 'tools/demo/main.ts'), '--state', state], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    t.after(() => demo.kill('SIGKILL'));
    const said = { text: '' };
    demo.stdout.on('data', (chunk: Buffer) => (said.text += chunk.toString()));
    const ended = once(demo, 'exit');
    const says = (words: string): Promise<boolean> =>
      until(() => said.text.includes(words), { what: `the demo says "${words}"`, within: 90_000 });
    const endpoints = async (): Promise<z.infer<typeof endpointsSchema>> =>
      endpointsSchema.parse(JSON.parse(await readFile(join(state, 'endpoints.json'), 'utf8')));

    await says('Ctrl-C stops all of it');
    assert.match(said.text, /Every step was seen on the other side/);
    assert.equal((await stat(join(state, 'endpoints.json'))).mode & 0o777, 0o600);
    const before = await endpoints();
    const bridge = before.mailroom.pid;
    assert.ok(bridge !== null && processStart(bridge) !== null);

    process.kill(bridge, 'SIGKILL');
    await says('mailroom has ended (SIGKILL)');
    assert.ok(before.servers.every(({ pid }) => processStart(pid) !== null));
    const again = spawn('/bin/sh', ['-c', `exec ${before.mailroom.command_line}`], {
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    t.after(() => again.kill('SIGKILL'));
    const logged = { text: '' };
    again.stderr.on('data', (chunk: Buffer) => (logged.text += chunk.toString()));
    await says('mailroom runs again');
    await until(async () => (await endpoints()).mailroom.pid === again.pid, {
      what: 'the new process in endpoints.json',
      within: 10_000,
    });
    await until(
      () =>
        fetch(before.mailroom.metrics_url).then(
          (answer) => answer.ok,
          () => false,
        ),
      { what: 'the metrics of the new process', within: 30_000 },
    );

    // A start that loses its database ends; what runs waits for it.
    await until(() => logged.text.includes('Mailroom is up'), { what: 'the new process is up', within: 30_000 });

    demo.kill('SIGINT');
    assert.deepEqual(await ended, [0, null]);
    assert.ok(before.servers.every(({ pid }) => processStart(pid) === null));
    assert.ok(again.pid !== undefined && processStart(again.pid) !== null, 'what somebody else started is left alone');
  },
);
