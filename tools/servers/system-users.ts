import { userInfo } from 'node:os';
import { isRoot } from './paths.ts';
import { command, tryCommand } from './run.ts';

/** A user of this system, by name and by number. */
export interface SystemUser {
  readonly name: string;
  readonly group: string;
  readonly uid: number;
  readonly gid: number;
}

async function lookUp(name: string): Promise<SystemUser | null> {
  const found = await tryCommand(['getent', 'passwd', name]);
  if (found.code !== 0) return null;
  const [, , uid, gid] = found.stdout.split(':').map(Number);
  if (uid === undefined || gid === undefined) return null;
  return { name, uid, gid, group: (await command(['getent', 'group', String(gid)])).split(':')[0] ?? '' };
}

/** The user that a server runs as: the first of the names that exists when we are root, else ourselves. */
export async function serverUser(names: readonly string[]): Promise<SystemUser> {
  for (const name of isRoot() ? names : [userInfo().username]) {
    const user = await lookUp(name);
    if (user !== null) return user;
  }
  throw new Error(`this system has no user ${names.join(' or ')}`);
}
