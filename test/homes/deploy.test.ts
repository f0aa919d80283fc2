/** The role for Ansible and the unit for systemd, as far as their own programs read them. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { parseConfig } from '../../src/config/config.ts';
import { parseRegistration, registrationProblems } from '../../src/matrix/registration.ts';
import { findPythonTools } from '../../tools/release/programs.ts';
import { installPackages } from '../../tools/servers/debian.ts';
import { projectRoot } from '../../tools/servers/paths.ts';
import { command, tryCommand } from '../../tools/servers/run.ts';

const ansible = join(projectRoot, 'deploy/ansible');

describe('the role for Ansible', { timeout: 900_000 }, () => {
  let python = '';
  let folder = '';
  let example: Record<string, unknown> = {};
  before(async () => {
    python = await findPythonTools();
    folder = await mkdtemp(join(tmpdir(), 'mailroom-ansible-'));
    const readme = await readFile(join(ansible, 'README.md'), 'utf8');
    const [, yaml = ''] = /```yaml\n(# in vars.*?)```/s.exec(readme) ?? [];
    example = z.record(z.string(), z.unknown()).parse(parse(yaml));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** Runs the role on this machine without what speaks to Docker and to systemd. */
  const play = async (more: object, ...words: string[]) => {
    const secrets = Object.fromEntries(
      ['secret', 'as_token', 'hs_token', 'database_password'].map((name) => [
        `vault_mailroom_${name}`,
        name.padEnd(40, 'x'),
      ]),
    );
    await writeFile(
      join(folder, 'play.yml'),
      stringify([
        {
          hosts: 'localhost',
          connection: 'local',
          gather_facts: false,
          vars: {
            ...example,
            ...secrets,
            vault_support_password: 'it\'s "a" {brace}: # secret',
            matrix_domain: 'example.org',
            matrix_homeserver_container_url: 'http://matrix-synapse:8008',
            matrix_mailroom_base_path: join(folder, 'matrix/mailroom'),
            matrix_mailroom_systemd_path: join(folder, 'systemd'),
            matrix_mailroom_uid: String(process.getuid?.() ?? 0),
            matrix_mailroom_gid: String(process.getgid?.() ?? 0),
            ...more,
          },
          roles: ['matrix-bridge-mailroom'],
        },
      ]),
    );
    await mkdir(join(folder, 'systemd'), { recursive: true });
    return tryCommand([join(python, 'ansible-playbook'), '-i', 'localhost,', join(folder, 'play.yml'), ...words], {
      cwd: folder,
      env: {
        ANSIBLE_ROLES_PATH: join(ansible, 'roles'),
        ANSIBLE_LOCAL_TEMP: join(folder, 'tmp'),
        ANSIBLE_NOCOLOR: '1',
        ANSIBLE_PYTHON_INTERPRETER: join(python, 'python'),
      },
    });
  };

  it('writes a config and a registration that Mailroom takes, readable for their service alone', async () => {
    const { code, stdout, stderr } = await play({}, '--skip-tags', 'mailroom-image,mailroom-start');
    assert.equal(code, 0, `${stdout}${stderr}`);
    const at = (name: string) => join(folder, 'matrix/mailroom/config', name);
    const files = new Map<string, string>();
    for (const name of ['config.yaml', 'registration.yaml', 'secret', 'database'])
      files.set(`/config/${name}`, await readFile(at(name), 'utf8'));
    const config = parseConfig(files.get('/config/config.yaml') ?? '', 'config.yaml', {
      folder: '/config',
      readFile: (path) => files.get(path) ?? assert.fail(path),
      env: {},
    });
    const [account] = config.accounts;
    assert.equal(account?.imap.password, 'it\'s "a" {brace}: # secret');
    const registration = parseRegistration(files.get('/config/registration.yaml') ?? '');
    const facts = { url: 'http://matrix-mailroom:9000', domain: 'example.org', bot: 'mailroom', ghostPrefix: 'mail_' };
    assert.deepEqual(registrationProblems(registration, facts), []);
    assert.equal(config.appservice.url, facts.url);
  });

  it('says which setting is missing before it touches anything', async () => {
    const { code, stdout } = await play({
      matrix_mailroom_secret: '',
      matrix_mailroom_base_path: join(folder, 'none'),
    });
    assert.notEqual(code, 0);
    assert.match(stdout, /You need to define a required setting: `matrix_mailroom_secret`/);
  });

  it('writes a unit that systemd reads', async () => {
    await installPackages(['systemd']);
    const unit = await readFile(join(folder, 'systemd/matrix-mailroom.service'), 'utf8');
    assert.match(unit, /--cap-drop=ALL \\\n {4}--security-opt=no-new-privileges \\\n/);
    assert.match(unit, /^ {4}registry\.example\.org\/mailroom:\S+ run$/m);
    await verified(join(folder, 'systemd/matrix-mailroom.service'));
  });

  it('is removed with its unit, and leaves config and secrets', async () => {
    const { code, stdout } = await play({ matrix_mailroom_enabled: false }, '--skip-tags', 'mailroom-start');
    assert.equal(code, 0, stdout);
    assert.deepEqual(await readdir(join(folder, 'systemd')), []);
    assert.equal((await readdir(join(folder, 'matrix/mailroom/config'))).length, 4);
  });
});

/** `systemd-analyze verify`, of which only what it says about programs that are not installed here is passed over. */
async function verified(file: string): Promise<void> {
  const { stderr } = await tryCommand(['systemd-analyze', 'verify', '--man=no', '--recursive-errors=no', file]);
  const said = stderr.split('\n').filter((line) => line !== '' && !/is not executable: No such file/.test(line));
  assert.deepEqual(said, []);
}

describe('the unit for systemd', () => {
  it('is read by systemd without a complaint, and keeps most of a machine away', async () => {
    await installPackages(['systemd']);
    const unit = join(projectRoot, 'deploy/systemd/mailroom.service');
    await verified(unit);
    const said = await command(['systemd-analyze', 'security', '--offline=true', '--no-pager', unit]);
    const exposure = Number(/Overall exposure level for \S+: ([\d.]+)/.exec(said)?.[1]);
    assert.ok(exposure > 0 && exposure <= 4, said.split('\n').at(-2));
  });
});
