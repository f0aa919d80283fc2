/**
 * What can be said of the images and the compose file without a container engine. That Mailroom's image is built and
 * works, started as the compose file says, is shown by `test/homes/image.test.ts` with Debian's buildah and podman. Not
 * run there: docker itself, the compose file as a whole, and the images of Postgres and Synapse that it names.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { registrationCommand } from '../../src/cli/registration.ts';
import { parseConfig } from '../../src/config/config.ts';
import { parseRegistration } from '../../src/matrix/registration.ts';
import { isForDevelopers, LEFT_OUT, neededPackages, type Lock } from '../../tools/containers/slim.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const read = (name: string) => readFile(join(root, name), 'utf8');

const composeFile = z.object({
  services: z.record(
    z.string(),
    z.object({
      build: z.string().optional(),
      image: z.string(),
      ports: z.array(z.string()).default([]),
      volumes: z.array(z.string()).default([]),
      depends_on: z
        .record(z.string(), z.object({ condition: z.enum(['service_completed_successfully', 'service_healthy']) }))
        .default({}),
      healthcheck: z.unknown().optional(),
      entrypoint: z.array(z.string()).optional(),
      command: z.array(z.string()).default([]),
      user: z.string().optional(),
      init: z.boolean().default(false),
      restart: z.string().optional(),
      read_only: z.boolean().default(false),
      tmpfs: z.array(z.string()).default([]),
      cap_drop: z.array(z.string()).default([]),
      security_opt: z.array(z.string()).default([]),
      stop_grace_period: z.string().optional(),
    }),
  ),
  volumes: z.record(z.string(), z.unknown()),
});

describe('docker-compose.yml', () => {
  let compose: z.infer<typeof composeFile>;
  before(async () => {
    compose = composeFile.parse(parse(await read('docker-compose.yml')));
  });

  it('mounts only volumes that it declares and files that are there, and uses every volume', () => {
    const used = new Set<string>();
    for (const [name, { volumes }] of Object.entries(compose.services)) {
      for (const [source = ''] of volumes.map((volume) => volume.split(':'))) {
        if (source.startsWith('./')) assert.ok(existsSync(join(root, source)), `${name}: ${source}`);
        else used.add(source);
      }
    }
    assert.deepEqual([...used].sort(), Object.keys(compose.volumes).sort());
  });

  it('publishes ports on this machine only', () => {
    const ports = Object.values(compose.services).flatMap((service) => service.ports);
    assert.ok(ports.length > 0);
    for (const port of ports) assert.match(port, /^127\.0\.0\.1:\d+:\d+$/);
  });

  it('waits for services that are there and can say that they are well', async () => {
    for (const [name, service] of Object.entries(compose.services)) {
      for (const [other, { condition }] of Object.entries(service.depends_on)) {
        const waited = compose.services[other] ?? assert.fail(`${name} waits for ${other}`);
        if (condition !== 'service_healthy' || waited.healthcheck !== undefined) continue;
        assert.match(await read(join(waited.build ?? '.', 'Dockerfile')), /^HEALTHCHECK /m, other);
      }
    }
  });

  it("starts Mailroom's image with a read-only root, without capabilities and without a way to new ones", () => {
    const ours = Object.entries(compose.services).filter(([, { image }]) => image === 'matrix-mailroom');
    assert.deepEqual(
      ours.map(([name]) => name),
      ['init', 'registration', 'mailroom'],
    );
    for (const [name, service] of ours) {
      assert.equal(service.read_only, true, name);
      assert.deepEqual(service.cap_drop, ['ALL'], name);
      assert.deepEqual(service.security_opt, ['no-new-privileges:true'], name);
      assert.equal(service.user?.startsWith('0') === true, name === 'init', `${name} is not root`);
    }
  });

  it('gives Mailroom the time that a stop takes, a health check, and a rest after a wrong config', async () => {
    const mailroom = compose.services['mailroom'] ?? assert.fail('no mailroom');
    // What a bridge takes at most: times.drain by default, and what `run` allows for closing.
    const config = parseConfig(await read('config.example.yaml'), 'config.example.yaml', {
      folder: root,
      readFile: () => 'x'.repeat(32),
      env: {},
    });
    const closing = /CLOSING_MS = (\d+)_000/.exec(await read('src/cli/run.ts'))?.[1] ?? '';
    assert.ok(Number.parseInt(mailroom.stop_grace_period ?? '', 10) > config.times.drain / 1000 + Number(closing));
    const check = z.object({ test: z.array(z.string()) }).parse(mailroom.healthcheck);
    assert.deepEqual(check.test, ['CMD', 'mailroom', 'health']);
    assert.match(await read('Dockerfile'), /^HEALTHCHECK .* CMD \["mailroom", "health"\]$/m);
    assert.equal(mailroom.restart, 'unless-stopped');
    assert.deepEqual(mailroom.command, ['run', '--config-error-pause', '30']);
    assert.equal(mailroom.init, true);
    assert.deepEqual(mailroom.tmpfs, ['/tmp']);
    for (const page of ['docs/operating.md', 'Dockerfile']) {
      assert.match(
        await read(page),
        new RegExp(`stop-timeout ${Number.parseInt(mailroom.stop_grace_period ?? '', 10)}`),
      );
    }
  });

  it('builds each image of its own exactly once', () => {
    const built = Object.values(compose.services).filter(({ build }) => build !== undefined);
    assert.deepEqual(built.map(({ image }) => image).sort(), ['matrix-mailroom', 'matrix-mailroom-mail']);
    for (const { image } of Object.values(compose.services)) {
      assert.ok(built.some((service) => service.image === image) || /:v?\d/.test(image), `${image} is not pinned`);
    }
  });
});

describe('the Dockerfile', () => {
  it('copies what is there and what .dockerignore lets through, and runs without rights', async () => {
    const text = await read('Dockerfile');
    const allowed = (await read('.dockerignore'))
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? line.slice(1) : []));
    const copies = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((match) => (match[1] ?? '').split(' '));
    assert.ok(copies.length > 5);
    for (const file of copies) {
      assert.ok(existsSync(join(root, file)), file);
      assert.ok(allowed.includes(file), `${file} is ignored`);
    }
    assert.deepEqual([...allowed].sort(), [...new Set(copies)].sort());
    assert.match(text, /^USER 1000:1000$/m);
  });

  it('begins with images that can be given, by default Node of the version that is wanted and Debian', async () => {
    const about = z.object({ engines: z.object({ node: z.string() }) }).parse(JSON.parse(await read('package.json')));
    const major = /\d+/.exec(about.engines.node)?.[0] ?? '';
    const text = await read('Dockerfile');
    const defaults = new Map([...text.matchAll(/^ARG (\w+_IMAGE)=(\S+)$/gm)].map(([, name, image]) => [name, image]));
    assert.deepEqual(
      [...defaults],
      [
        ['NODE_IMAGE', `docker.io/library/node:${major}-slim`],
        ['BASE_IMAGE', 'docker.io/library/debian:bookworm-slim'],
      ],
    );
    const begun = [...text.matchAll(/^FROM \$\{(\w+)\}/gm)].map(([, name]) => name);
    assert.deepEqual(begun, [...defaults.keys()]);
  });

  it('starts scripts that a shell can read', async () => {
    const scripts = (await readdir(join(root, 'docker'), { recursive: true })).filter((name) => name.endsWith('.sh'));
    assert.ok(scripts.length > 0);
    for (const script of scripts) await run('sh', ['-n', join(root, 'docker', script)]);
  });
});

describe('what the image leaves out of the packages', () => {
  let lock: Lock;
  let needed: Set<string>;
  before(async () => {
    lock = JSON.parse(await read('package-lock.json')) as Lock;
    needed = neededPackages(lock, JSON.parse(await read('package.json')) as Lock['packages'][string]);
  });

  it('is what the list names and all that it alone brought, and nothing else', () => {
    for (const name of ['pg', 'zod', '@vector-im/matrix-bot-sdk', 'express', 'sharp', 'mailauth/node_modules/tldts']) {
      assert.ok(needed.has(`node_modules/${name}`), name);
    }
    for (const name of ['localforage', 'moment', 'lodash', 'tough-cookie', '@types/node', 'file-stream-rotator']) {
      assert.equal(needed.has(`node_modules/${name}`), false, name);
      assert.ok(`node_modules/${name}` in lock.packages, `${name} came with one of them`);
    }
    for (const path of needed) assert.notEqual(lock.packages[path]?.dev, true, path);
    for (const name of Object.keys(LEFT_OUT)) {
      const [start = ''] = name.split('*');
      assert.ok(
        Object.keys(lock.packages).some((path) => path.startsWith(`node_modules/${start}`)),
        `${name} is no package of ours any more: take it from the list`,
      );
    }
  });

  it('is brought by the libraries of the appservice alone, where it is a stub', () => {
    for (const [name] of Object.entries(LEFT_OUT).filter(([, { stub }]) => stub !== undefined)) {
      const askers = [...needed].filter((path) => name in (lock.packages[path]?.dependencies ?? {}));
      assert.deepEqual(askers, ['node_modules/@vector-im/matrix-bot-sdk'], name);
    }
  });

  it('is missed by nobody who loads and uses the bridge', async () => {
    const { stdout } = await run(process.execPath, [join(root, 'test/fixtures/left-out.ts')]);
    assert.equal(stdout, 'crypto, lowdb, request were stubs\n');
  });

  it('is every file that only developers read', () => {
    for (const name of ['index.d.ts', 'a.mts', 'b.cts', 'index.js.map', 'src.ts'])
      assert.ok(isForDevelopers(name), name);
    for (const name of ['index.js', 'ts', 'map', 'LICENSE', 'data.json', 'x.mjs', 'map.js', 'font.woff2', 'a.node']) {
      assert.equal(isForDevelopers(name), false, name);
    }
  });
});

describe("the compose file's first service", () => {
  let folder = '';
  const init = () => run(process.execPath, [join(root, 'tools/compose/init.ts'), folder]);
  const made = (name: string) => readFile(join(folder, name), 'utf8');
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailroom-compose-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('makes a config that Mailroom takes, and files that only their service reads', async () => {
    const { stdout } = await init();
    const config = parseConfig(await made('mailroom/config.yaml'), 'config.yaml', {
      folder: join(folder, 'mailroom'),
      // The certificate is made by the mail service.
      readFile: (path) => (path === '/tls/ca.pem' ? '-----BEGIN CERTIFICATE-----' : readFileSync(path, 'utf8')),
      env: {},
    });
    assert.equal(config.accounts.length, 1);
    assert.match(stdout, /@alice:localhost {2}\w+/);
    for (const name of [
      'mailroom/secret',
      'mailroom/database',
      'postgres/password',
      'synapse/signing.key',
      'mail/passwd',
    ]) {
      assert.equal((await stat(join(folder, name))).mode & 0o777, 0o600, name);
    }
  });

  it('makes the same again, and leaves what a person changed', async () => {
    await init();
    const [secret, passwords] = [await made('mailroom/secret'), await made('mail/passwd')];
    await writeFile(join(folder, 'mailroom/config.yaml'), '# mine\n');
    await init();
    assert.equal(await made('mailroom/secret'), secret);
    assert.equal(await made('mail/passwd'), passwords);
    assert.equal(await made('mailroom/config.yaml'), '# mine\n');
  });

  it('gives the homeserver a config that names the registration which Mailroom writes', async () => {
    await rm(join(folder, 'mailroom'), { recursive: true });
    await init();
    const synapse = z
      .object({ server_name: z.string(), app_service_config_files: z.array(z.string()) })
      .parse(parse(await made('synapse/homeserver.yaml')));
    // The same config with the paths of this machine.
    const ca = join(folder, 'ca.pem');
    await writeFile(ca, '-----BEGIN CERTIFICATE-----');
    const text = await made('mailroom/config.yaml');
    const registration = /registration: (\S+)/.exec(text)?.[1] ?? '';
    assert.deepEqual(synapse.app_service_config_files, [registration]);
    const file = join(folder, 'mailroom', 'here.yaml');
    await writeFile(file, text.replaceAll('/tls/ca.pem', ca).replace(registration, join(folder, 'registration.yaml')));
    const io = { env: {}, out: () => undefined, err: () => undefined };
    const never = { stopped: new Promise<string>(() => undefined), onFatal: () => undefined };
    assert.equal(await registrationCommand.run(['--config', file], { ...io, ...never }), 0);
    const written = parseRegistration(await made('registration.yaml'));
    assert.ok(written.namespaces.users.every(({ regex }) => regex.endsWith(`:${synapse.server_name}$`)));
  });
});
