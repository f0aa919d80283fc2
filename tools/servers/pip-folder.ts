import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from './run.ts';

/**
 * A folder of Python packages from PyPI that stand beside Synapse's own (`PYTHONPATH`), put into the cache where it is
 * missing. Nothing is installed but what is named. Two may install at once.
 *
 * @param name of the folder; it has to change with the packages
 * @param packages arguments of pip that name them, each with its version
 */
export async function pipFolder(
  cache: string,
  python: string,
  name: string,
  packages: readonly string[],
): Promise<string> {
  const stdout = await command([python, '-c', 'import sys; print("%d.%d" % sys.version_info[:2])']);
  const folder = join(cache, `${name}-python${stdout.trim()}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  await mkdir(cache, { recursive: true });
  try {
    const pip = [python, '-m', 'pip', 'install', '-q', '--disable-pip-version-check'] as const;
    await command([...pip, '--prefer-binary', '--no-deps', '--target', draft, ...packages]);
    // Somebody else may have been quicker; theirs is as good.
    await rename(draft, folder).catch(() => undefined);
    if (!existsSync(folder)) throw new Error(`${name} could not be put into ${folder}`);
    return folder;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
