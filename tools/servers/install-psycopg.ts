import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from './run.ts';

/** What Synapse speaks to Postgres with; the wheel has the client library in it. */
const release = 'psycopg2-binary==2.9.13';

/**
 * The folder that has psycopg2 for a Python, installed from PyPI into the cache where it is missing. It stands beside
 * Synapse's own packages (`PYTHONPATH`): only a homeserver on Postgres needs it. Two may install at once.
 */
export async function installPsycopg(cache: string, python: string): Promise<string> {
  const stdout = await command([python, '-c', 'import sys; print("%d.%d" % sys.version_info[:2])']);
  const folder = join(cache, `${release.replace('==', '-')}-python${stdout.trim()}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  await mkdir(cache, { recursive: true });
  try {
    const pip = [python, '-m', 'pip', 'install', '-q', '--disable-pip-version-check'] as const;
    await command([...pip, '--only-binary', ':all:', '--no-deps', '--target', draft, release]);
    // Somebody else may have been quicker; theirs is as good.
    await rename(draft, folder).catch(() => undefined);
    if (!existsSync(folder)) throw new Error(`psycopg2 could not be put into ${folder}`);
    return folder;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
