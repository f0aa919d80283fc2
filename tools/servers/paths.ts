import { randomUUID, createHash } from 'node:crypto';
import { chmod, lstat, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The project's own folder. */
export const projectRoot = resolve(import.meta.dirname, '../..');

/** Where installed servers are kept between runs: MAILROOM_CACHE, else below XDG_CACHE_HOME or ~/.cache. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env['MAILROOM_CACHE']) return resolve(env['MAILROOM_CACHE']);
  return join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'matrix-mailroom');
}

/** Whether this process is root. The servers then run under users with fewer rights. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Whether every user may pass through this folder and all above it. */
export async function everyoneMayPass(folder: string): Promise<boolean> {
  for (let path = resolve(folder); ; path = dirname(path)) {
    const { mode } = await stat(path);
    if ((mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

/** A folder below /var/tmp that is ours and nobody else's, made when missing. */
export async function sharedFolder(name: string): Promise<string> {
  const folder = join('/var/tmp', `matrix-mailroom-${process.getuid?.() ?? 0}-${name}`);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const { uid, mode } = await lstat(folder);
  if (uid !== process.getuid?.() || (mode & 0o170000) !== 0o040000) {
    throw new Error(`${folder} belongs to somebody else; remove it`);
  }
  return folder;
}

/** The longest folder name with which Dovecot's socket names fit into sockaddr_un (108 bytes). */
const longestHome = 60;

/**
 * The folder for the servers' own files of one state folder: inside of it where that works, else below /var/tmp with a
 * link to it. It does not work where the path is too long for Unix sockets, or where root's servers, which run as users
 * with fewer rights, may not pass (a clone below /root). A home that was made for another life of the state folder is
 * emptied first: it goes with the state folder, not with its name.
 */
export async function serverHome(state: string): Promise<string> {
  const inside = join(state, 'servers');
  await mkdir(state, { recursive: true });
  if (isRoot()) await chmod(state, 0o711);
  const idFile = join(state, 'id');
  const id = await readFile(idFile, 'utf8').catch(() => null);
  const life = id ?? randomUUID();
  if (id === null) await writeFile(idFile, life, { mode: 0o600 });
  if (inside.length <= longestHome && (!isRoot() || (await everyoneMayPass(state)))) {
    await mkdir(inside, { recursive: true });
    return inside;
  }
  const home = await sharedFolder(createHash('sha256').update(resolve(state)).digest('hex').slice(0, 12));
  const lifeFile = join(home, 'id');
  if ((await readFile(lifeFile, 'utf8').catch(() => null)) !== life) {
    await rm(home, { recursive: true });
    await mkdir(home, { mode: 0o755 });
    await writeFile(lifeFile, life, { mode: 0o600 });
  }
  await rm(inside, { force: true });
  await symlink(home, inside);
  return home;
}
