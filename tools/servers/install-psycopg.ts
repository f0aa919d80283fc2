import { pipFolder } from './pip-folder.ts';

/** What Synapse speaks to Postgres with; the wheel has the client library in it. */
const release = 'psycopg2-binary==2.9.13';

/**
 * The folder that has psycopg2 for a Python, installed into the cache where it is missing: only a homeserver on
 * Postgres needs it.
 */
export function installPsycopg(cache: string, python: string): Promise<string> {
  return pipFolder(cache, python, release.replace('==', '-'), ['--only-binary', ':all:', release]);
}
