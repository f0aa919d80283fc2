/** What can be said of the images and the compose file without a container engine. */
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
    assert.match(text, /^USER node$/m);
  });

  it('installs with the packages that package.json names', async () => {
    const about = z
      .object({ optionalDependencies: z.record(z.string(), z.string()), engines: z.object({ node: z.string() }) })
      .parse(JSON.parse(await read('package.json')));
    const text = await read('Dockerfile');
    const major = /\d+/.exec(about.engines.node)?.[0] ?? '';
    for (const [, image = ''] of text.matchAll(/^FROM (\S+)/gm)) assert.equal(image, `node:${major}-slim`);
    for (const [, name = ''] of text.matchAll(/node_modules\/([a-z-]+)(?:\s|$)/g)) {
      assert.ok(name in about.optionalDependencies, name);
    }
  });

  it('starts scripts that a shell can read', async () => {
    const scripts = (await readdir(join(root, 'docker'), { recursive: true })).filter((name) => name.endsWith('.sh'));
    assert.ok(scripts.length > 0);
    for (const script of scripts) await run('sh', ['-n', join(root, 'docker', script)]);
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
