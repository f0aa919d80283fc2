import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command, tryCommand } from './run.ts';

/** The homeserver that the demo and the end-to-end tests run. */
export const synapseVersion = '1.163.2';

const constraints = join(import.meta.dirname, 'synapse-constraints.txt');

/** Python's own word on its version, "3.11"; null when there is no Python 3.10 or newer. */
async function pythonVersion(): Promise<string | null> {
  const script = 'import sys; print("%d.%d" % sys.version_info[:2]); sys.exit(sys.version_info < (3, 10))';
  const result = await tryCommand(['python3', '-c', script]).catch(() => null);
  return result?.code === 0 ? result.stdout.trim() : null;
}

/** Whether Python can make a virtual environment with pip in it (on Debian a package of its own). */
export async function pythonCanMakeVenv(): Promise<boolean> {
  const result = await tryCommand(['python3', '-c', 'import venv, ensurepip']).catch(() => null);
  return result?.code === 0 && (await pythonVersion()) !== null;
}

/** The folder of the virtual environment; it holds a file `complete` once everything is in it. */
async function venvFolder(cache: string): Promise<string> {
  return join(cache, `synapse-${synapseVersion}-python${(await pythonVersion()) ?? '3'}`);
}

/** The Python that has Synapse; null when it is not installed yet. */
export async function findSynapse(cache: string): Promise<string | null> {
  const folder = await venvFolder(cache);
  const python = join(folder, 'bin/python');
  return existsSync(join(folder, 'complete')) && existsSync(python) ? python : null;
}

/** Installs Synapse from PyPI into the cache. It is moved to its place when it is whole; two may install at once. */
export async function installSynapse(cache: string): Promise<void> {
  const folder = await venvFolder(cache);
  const draft = `${folder}.${process.pid}`;
  await mkdir(cache, { recursive: true });
  try {
    await command(['python3', '-m', 'venv', draft]);
    const python = join(draft, 'bin/python');
    await command([
      python,
      '-m',
      'pip',
      'install',
      '-q',
      '--disable-pip-version-check',
      '--prefer-binary',
      '-c',
      constraints,
      `matrix-synapse==${synapseVersion}`,
    ]);
    await command([python, '-c', 'import synapse.app.homeserver']);
    await writeFile(join(draft, 'complete'), '');
    if ((await findSynapse(cache)) !== null) return;
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
