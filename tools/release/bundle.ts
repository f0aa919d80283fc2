/**
 * One archive from which a machine without a network installs Mailroom: for one platform, with Node and every package,
 * and the other parts of the release beside it.
 */
import { chmod, cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { command } from '../servers/run.ts';
import { tarGz, writeChecksums } from './archives.ts';
import type { Stage } from './stage.ts';

export interface BundleOptions {
  /** With its packages installed and its sources built. */
  readonly stage: Stage;
  /** A processor by Node's name. */
  readonly cpu: string;
  /** The folder with the other parts of the release. */
  readonly parts: string;
  /** What is packed, to be made; its name is that inside of the archive. */
  readonly folder: string;
  readonly file: string;
}

/** What the program reads at run time, and what belongs to it. */
const PROGRAM = [
  'dist',
  'package.json',
  'config.example.yaml',
  'config.schema.json',
  'registration.example.yaml',
  'LICENSE',
  'THIRD-PARTY.txt',
  'CHANGELOG.md',
];

/** Makes the archive. Fetches from the registry of packages what the platform needs and this machine has not. */
export async function makeBundle({ stage, cpu, parts, folder, file }: BundleOptions): Promise<void> {
  const app = join(folder, 'app');
  await mkdir(app, { recursive: true });
  for (const name of [...PROGRAM, 'package-lock.json', '.npmrc'])
    await cp(join(stage.folder, name), join(app, name), { recursive: true });
  // With their scripts: the embedded Postgres links its libraries by one.
  const install = ['npm', 'ci', '--omit=dev', '--os=linux', `--cpu=${cpu}`, '--libc=glibc'] as const;
  await command([...install, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: app });
  await bringNode(stage, cpu, join(folder, 'node'));
  for (const name of ['docs', 'deploy', 'README.md', 'SECURITY.md'])
    await cp(join(stage.folder, name), join(folder, name), { recursive: true });
  await cp(parts, join(folder, 'parts'), { recursive: true });
  for (const name of ['install.sh', 'README.txt']) {
    const text = await readFile(join(stage.folder, 'tools/release/bundle', name), 'utf8');
    const platform = `linux-${cpu}`;
    const named = text.replaceAll('@VERSION@', stage.version).replaceAll('@PLATFORM@', platform);
    await writeFile(join(folder, name), named);
  }
  await chmod(join(folder, 'install.sh'), 0o755);
  await writeChecksums(folder);
  await tarGz(dirname(folder), basename(folder), file, stage.time);
}

/** Node's program and licence, from the package that npm's `node` takes them from. */
async function bringNode(stage: Stage, cpu: string, target: string): Promise<void> {
  const about = z.object({ devDependencies: z.object({ node: z.string() }) });
  const { devDependencies } = about.parse(JSON.parse(await readFile(join(stage.folder, 'package.json'), 'utf8')));
  await mkdir(join(target, 'bin'), { recursive: true });
  const spec = `node-linux-${cpu}@${devDependencies.node}`;
  const name = (await command(['npm', 'pack', '--silent', '--pack-destination', target, spec], { cwd: target })).trim();
  await command([
    'tar',
    '-xzf',
    join(target, name),
    '-C',
    target,
    '--no-same-owner',
    'package/bin/node',
    'package/LICENSE',
  ]);
  await rename(join(target, 'package/bin/node'), join(target, 'bin/node'));
  await rename(join(target, 'package/LICENSE'), join(target, 'LICENSE'));
  await command(['rm', '-r', join(target, 'package'), join(target, name)]);
  await chmod(join(target, 'bin/node'), 0o755);
}
