import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, tryCommand } from './run.ts';

/** What runs the mail servers, by the names of Debian 12. Exim is unpacked, not installed: see `unpackExim`. */
export const dovecotPackages = ['dovecot-core', 'dovecot-imapd', 'dovecot-lmtpd'] as const;

/** Units that a package enables for the next boot, where it is new here; nobody asked for these services. */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  'dovecot-core': ['dovecot.service', 'dovecot.socket'],
  podman: [
    'podman.service',
    'podman.socket',
    'podman-restart.service',
    'podman-auto-update.service',
    'podman-auto-update.timer',
  ],
};

const policyFile = '/usr/sbin/policy-rc.d';
const policyAside = '/usr/sbin/policy-rc.d.before-mailroom';
const quiet = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
const eximUser = 'Debian-exim';

/** Whether this system has Debian's package tools. */
export function isDebian(): boolean {
  return existsSync('/usr/bin/apt-get') && existsSync('/usr/bin/dpkg');
}

/** Those of the packages that are not installed. */
export async function missingPackages(packages: readonly string[]): Promise<string[]> {
  const states = await Promise.all(
    packages.map((name) => tryCommand(['dpkg-query', '-W', '-f', '${db:Status-Status}', name])),
  );
  return packages.filter((_, index) => states[index]?.stdout !== 'installed');
}

/**
 * Runs `work` while `policy-rc.d` forbids every start of a service (Debian policy, invoke-rc.d(8): 101), and puts back
 * what was there, also what an interrupted earlier run left aside.
 */
async function withoutServices(work: () => Promise<void>): Promise<void> {
  if (!existsSync(policyAside) && existsSync(policyFile)) await rename(policyFile, policyAside);
  await writeFile(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  await chmod(policyFile, 0o755);
  try {
    await work();
  } finally {
    await rm(policyFile, { force: true });
    if (existsSync(policyAside)) await rename(policyAside, policyFile);
  }
}

/** `apt-get install`, with fresh package lists when the ones that are there do not do. */
async function aptInstall(packages: readonly string[]): Promise<void> {
  const install = ['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages] as const;
  const first = await tryCommand(install, { env: quiet });
  if (first.code === 0) return;
  await command(['apt-get', 'update', '-q'], { env: quiet });
  await command(install, { env: quiet });
}

/**
 * Installs packages without starting what they bring, and keeps their services, where they are new here, from being
 * started at the next boot. Needs root.
 */
export async function installPackages(packages: readonly string[]): Promise<void> {
  const missing = await missingPackages(packages);
  if (missing.length === 0) return;
  await withoutServices(async () => {
    await aptInstall(missing);
    if (missing.includes('dovecot-core') && existsSync('/usr/sbin/update-rc.d')) {
      await tryCommand(['/usr/sbin/update-rc.d', 'dovecot', 'disable']);
    }
    const units = missing.flatMap((name) => UNITS[name] ?? []);
    if (units.length > 0 && existsSync('/usr/bin/systemctl')) {
      await tryCommand(['/usr/bin/systemctl', 'disable', ...units]);
    }
  });
}

/** Whether Exim finds the user that Debian compiled in; without it the program ends at once. */
async function eximUserExists(): Promise<boolean> {
  return (await tryCommand(['getent', 'passwd', eximUser])).code === 0;
}

/** The Exim to run: the system's own, or the unpacked one; null when there is none yet. */
export async function findExim(cache: string): Promise<string | null> {
  const candidates = ['/usr/sbin/exim4', join(cache, 'exim/usr/sbin/exim4')];
  const found = candidates.find((path) => existsSync(path));
  return found !== undefined && (await eximUserExists()) ? found : null;
}

/**
 * Unpacks Debian's Exim into the cache instead of installing it: an installed one would push out the machine's own mail
 * server and be one itself. Its libraries are installed, and its system user is made, as the package would. Needs root.
 */
export async function unpackExim(cache: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-exim-'));
  const download = ['apt-get', '-o', 'APT::Sandbox::User=root', 'download', '-q', 'exim4-daemon-light'] as const;
  try {
    if ((await tryCommand(download, { cwd: folder, env: quiet })).code !== 0) {
      await command(['apt-get', 'update', '-q'], { env: quiet });
      await command(download, { cwd: folder, env: quiet });
    }
    const file = (await readdir(folder)).find((name) => name.endsWith('.deb'));
    if (file === undefined) throw new Error('apt-get download exim4-daemon-light gave no file');
    const depends = await command(['dpkg-deb', '-f', join(folder, file), 'Depends']);
    const libraries = depends.split(',').map((each) => each.trim().split(/[\s(|]/)[0] ?? '');
    await installPackages(libraries.filter((name) => name.startsWith('lib')));
    const unpacked = join(folder, 'root');
    await command(['dpkg', '-x', join(folder, file), unpacked]);
    // The package's program is set-user-ID root, which here nobody needs.
    await chmod(join(unpacked, 'usr/sbin/exim4'), 0o755);
    await mkdir(cache, { recursive: true });
    await rm(join(cache, 'exim'), { recursive: true, force: true });
    await command(['cp', '-a', unpacked, join(cache, 'exim')]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  if (await eximUserExists()) return;
  await command([
    'useradd',
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    eximUser,
  ]);
}
