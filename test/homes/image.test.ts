/**
 * The container image: built by Debian's buildah as a user builds it, started by podman as docker-compose.yml starts it
 * (read-only root, no capabilities, no new privileges, an init), among the servers of the other tests.
 */
import assert from 'node:assert/strict';
import { chmod, chown, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import type { Container } from '../../tools/containers/container.ts';
import { Engine } from '../../tools/containers/engine.ts';
import { baseImages, buildMailroomImage, mailroomImage } from '../../tools/containers/images.ts';
import { installContainerTools } from '../../tools/containers/install.ts';
import { LEFT_OUT } from '../../tools/containers/slim.ts';
import { projectRoot } from '../../tools/servers/paths.ts';
import { field, isMessage, unique, World } from '../support/e2e.ts';

const report = (line: string): void => console.log(line);
/** The user of the image. */
const USER = 1000;
const folder = await mkdtemp(join(tmpdir(), 'mailroom-image-test-'));
await chmod(folder, 0o755);
// Before the servers go.
after(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});
await installContainerTools(report);
const engine = await Engine.open();

/** How the compose file starts a service, as words for podman; a key that is not known here is an error. */
const service = z.strictObject({
  image: z.string(),
  command: z.array(z.string()),
  init: z.literal(true),
  read_only: z.literal(true),
  tmpfs: z.array(z.string()),
  cap_drop: z.array(z.string()),
  security_opt: z.array(z.string()),
  stop_grace_period: z.string().regex(/^\d+s$/),
  // Played by podman's own: what restarts, what waits and what is mounted is no part of the isolation.
  restart: z.string(),
  depends_on: z.unknown(),
  volumes: z.array(z.string()),
  ports: z.array(z.string()),
  healthcheck: z.object({ test: z.array(z.string()) }),
});

const compose = z
  .object({ services: z.object({ mailroom: service }) })
  .parse(parse(await readFile(join(projectRoot, 'docker-compose.yml'), 'utf8'))).services.mailroom;

const walls: readonly string[] = [
  '--network=host',
  '--init',
  '--read-only',
  // Podman's own default would make /tmp writable without being asked.
  '--read-only-tmpfs=false',
  ...compose.tmpfs.map((path) => `--tmpfs=${path}`),
  ...compose.cap_drop.map((name) => `--cap-drop=${name}`),
  ...compose.security_opt.map((option) => `--security-opt=${option.replace(/:true$/, '')}`),
  `--stop-timeout=${Number.parseInt(compose.stop_grace_period, 10)}`,
];

/** A folder for /config, with the text of a config and files beside it, for the image's user alone. */
async function configFolder(name: string, config: string, files: readonly string[] = []): Promise<string> {
  const at = join(folder, name);
  await mkdir(at);
  await chown(at, USER, USER);
  await writeFile(join(at, 'config.yaml'), config);
  for (const file of files) await copyFile(file, join(at, basename(file)));
  for (const file of ['config.yaml', ...files.map((one) => basename(one))]) {
    await chmod(join(at, file), 0o600);
    await chown(join(at, file), USER, USER);
  }
  return at;
}

/** One command in a container of its own, to its end. */
async function once(
  words: readonly string[],
  options: readonly string[] = [],
): Promise<{ code: number; said: string }> {
  const container = await engine.start(unique('mailroom-'), [...walls, ...options, mailroomImage, ...words]);
  const code = await container.ended();
  const { out, err } = await container.output();
  await container.remove();
  return { code, said: out + err };
}

const small = stringify({
  homeserver: { url: 'http://127.0.0.1:1', domain: 'matrix.test' },
  appservice: { url: 'http://mailroom:9000' },
  secret: 's'.repeat(32),
  database: { embedded: './postgres' },
  accounts: {
    support: {
      address: 'support@mailroom.test',
      name: 'Support',
      imap: { host: '127.0.0.1', port: 1, user: 'x', password: 'hunter2' },
      smtp: { host: '127.0.0.1', port: 1, user: 'x', password: 'hunter2' },
    },
  },
});

const world = await World.start({
  mailroom: 'stopped',
  configure: (draft) => {
    draft.logging = { level: 'info', format: 'json' };
  },
});

/** The config of the world's bridge, with its files where a container has them. */
async function realConfig(): Promise<string> {
  const { mailroom, certificates } = world.environment;
  const text = (await readFile(mailroom.configFile, 'utf8'))
    .replaceAll(mailroom.registrationFile, `/config/${basename(mailroom.registrationFile)}`)
    .replaceAll(certificates.ca, `/config/${basename(certificates.ca)}`);
  return configFolder('real', text, [mailroom.registrationFile, certificates.ca]);
}

describe('the image', () => {
  it('stands on images that are made of Debian and of npm, without a registry', async () => {
    await baseImages(engine, report);
  });

  it('is built by the Dockerfile as it stands', async () => {
    await buildMailroomImage(engine, report);
  });

  it('says of itself by number who it runs as, and how its health is asked', async () => {
    const about = z
      .array(
        z.object({
          User: z.string(),
          Config: z.object({ Entrypoint: z.array(z.string()), StopSignal: z.string() }),
          Healthcheck: z.object({ Test: z.array(z.string()) }),
        }),
      )
      .parse(JSON.parse(await engine.podman('image', 'inspect', mailroomImage)));
    assert.equal(about[0]?.User, '1000:1000');
    assert.deepEqual(about[0].Config, { ...about[0].Config, Entrypoint: ['mailroom'], StopSignal: 'SIGTERM' });
    assert.deepEqual(about[0].Healthcheck.Test, compose.healthcheck.test);
  });

  it('has no npm, nothing for developers and nothing of what nobody calls', async () => {
    const script = `for name in npm npx yarn corepack; do command -v $name; done
      find /app -name '*.map' -o -name '*.ts' -o -name '*.mts' -o -name '*.cts'
      find /app/node_modules -mindepth 1 -maxdepth 2 -type d -printf '%P\\n' | sort`;
    const { code, said } = await once(['-c', script], ['--entrypoint=sh']);
    assert.equal(code, 0);
    assert.doesNotMatch(said, /\.(map|[cm]?ts)$|^\/usr/m);
    const there = new Set(said.split('\n'));
    assert.ok(there.has('pg') && there.has('@vector-im/matrix-bot-sdk'));
    for (const [name, { stub }] of Object.entries(LEFT_OUT)) {
      if (stub === undefined) assert.equal(there.has(name.replace(/\/\*$/, '')), false, name);
    }
    for (const name of ['localforage', 'moment', 'lodash', 'tough-cookie']) assert.equal(there.has(name), false, name);
  });

  it('ends with 78 where there is no config, and not before the pause that was asked for', async () => {
    const { code, said } = await once(['run']);
    assert.equal(code, 78);
    assert.match(said, /\/config\/config\.yaml: 1 problem\n {2}cannot be read \(ENOENT\)/);
    const began = Date.now();
    assert.equal((await once(['run', '--config-error-pause', '4'])).code, 78);
    assert.ok(Date.now() - began >= 4_000);
    assert.ok(compose.command.includes('--config-error-pause'));
  });

  it('says plainly what a read-only container cannot do', async () => {
    const mount = [`--volume=${await configFolder('small', small)}:/config:ro`];
    const registration = await once(['registration'], mount);
    report(registration.said);
    assert.match(registration.said, /^\/config\/registration\.yaml cannot be written \(EROFS\)\. .*--output -/);
    assert.equal(registration.code, 1);
    const printed = await once(['registration', '--out', '-'], mount);
    report(printed.said.replace(/^([ah]s_token: ).*$/gm, '$1…'));
    assert.match(printed.said, /^as_token: /m);
    const embedded = await once(['migrate'], mount);
    assert.match(embedded.said, /^database\.embedded wants .*the container image is without it/);
    const without = mount.concat('--entrypoint=sh', '--env=TMPDIR=/nowhere');
    const inspected = await once(['-c', 'echo | mailroom inspect -'], without);
    assert.match(inspected.said, /\/nowhere, which cannot be written/);
    const checked = await once(['check'], mount);
    assert.match(checked.said, /^warn {2}listener .*only this machine reaches/m);
    assert.equal((await once(['health'], mount)).code, 1);
  });
});

describe('the image among real servers, as docker-compose.yml starts it', () => {
  let bridge: Container;

  const lines = async (): Promise<Record<string, unknown>[]> => {
    const { out, err } = await bridge.output();
    return (out + err)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
  };

  it('is up, healthy, and all is well', async () => {
    const mount = [`--volume=${await realConfig()}:/config:ro`, '--volume=/data'];
    bridge = await engine.start(unique('mailroom-'), [...walls, ...mount, mailroomImage, ...compose.command]);
    await world.environment.mailroom.untilReady();
    assert.equal((await engine.tryPodman('healthcheck', 'run', bridge.name)).code, 0);
    const { code, stdout, stderr } = await bridge.exec('mailroom', 'check');
    report(stdout + stderr);
    assert.equal(code, 0);
    assert.match(stdout, /^All is well\.$/m);
    // Read-only root, no capabilities, no new privileges: these walls stand all the same.
    assert.match(
      stdout,
      /mail reader +processes with no files but their own code, .*bounded memory, no new privileges/,
    );
    const { stdout: user } = await bridge.exec('sh', '-c', 'id -u; touch /app/x || touch /x; cat /proc/1/status');
    assert.match(user, /^1000\n/);
    assert.match(user, /^CapEff:\s+0+$/m);
    assert.match(user, /^CapBnd:\s+0+$/m);
    assert.match(user, /^NoNewPrivs:\s+1$/m);
  });

  it('shows a mail in a room, with its picture, and mails the answer', async () => {
    const picture = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const talk = await world.conversation('In a container', {
      text: 'Hello.\n',
      attachments: [{ filename: 'logo.png', content: picture, contentType: 'image/png' }],
    });
    assert.equal(field(talk.shown, 'body').trim(), 'Hello.');
    const alice = await world.client();
    await alice.waitFor((event) => event.room_id === talk.room && event.content['msgtype'] === 'm.image', {
      what: 'the picture',
      within: 40_000,
    });
    const said = await alice.say(talk.room, 'From a container.');
    await talk.outsider.receives('From a container.');
    await world.signed(said, '✔️');
  });

  it('drains when it is stopped: nothing is lost or there twice, and every line of its log is JSON', async () => {
    const outsider = await world.outsider('Dora Drain');
    const words = Array.from({ length: 20 }, () => unique('drain'));
    await Promise.all(words.map((word) => outsider.write({ subject: word, text: `About ${word}.` })));
    const began = Date.now();
    await bridge.stop();
    assert.equal(await bridge.ended(), 0);
    report(`stopped with mails on their way in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    assert.equal((await lines()).at(-1)?.['message'], 'Mailroom has stopped');

    await bridge.startAgain();
    await world.environment.mailroom.untilReady();
    const rooms = await Promise.all(words.map((word) => world.enter(word)));
    for (const [index, room] of rooms.entries()) await world.says(room, `About ${words[index] ?? ''}.`);
    for (const room of rooms) {
      const about = (await world.messages(room)).filter((event) => field(event, 'body').startsWith('About '));
      assert.equal(about.length, 1);
      assert.ok(about.every(isMessage));
    }
    await bridge.stop();
    assert.equal(await bridge.ended(), 0);
    const said = await lines();
    assert.ok(said.every((line) => typeof line['message'] === 'string' && typeof line['level'] === 'string'));
    assert.deepEqual(
      said.filter(({ message }) => message === 'Node warns'),
      [],
    );
  });
});
