import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the system can put around a child beside Node's permission model, each by a program of util-linux that becomes
 * the child. `network`: a network namespace of its own, in which there is nothing. `memory`: a bound on all of its
 * memory, files that it cannot write, no core dumps. `user`: a user that owns nothing. `privileges`: none can be
 * gained, and it ends with its parent.
 */
export type Wall = 'network' | 'memory' | 'user' | 'privileges';

/** All that are tried, from the outermost to the innermost: a user without rights can make no namespace. */
export const allWalls: readonly Wall[] = ['network', 'memory', 'user', 'privileges'];

/**
 * Below what system accounts, logins and containers are given, in the range that
 * https://systemd.io/UIDS-GIDS/ leaves unused: nobody is this user, so that nothing is theirs and no process of theirs
 * can be reached.
 */
const NOBODY_ELSE = 60_678;

/** Virtual memory that Node itself asks for at its start, bytes: 575 MB measured with Node 24. */
const NODE_ITSELF = 640 * 2 ** 20;

export interface WallSettings {
  /** JavaScript heap, MiB. */
  readonly heap: number;
  /** What it may hold beside that heap: buffers, pictures, MiB. */
  readonly beside: number;
}

/** The words in front of a command that put a wall around it; null where this system has not what it needs. */
export function wallCommand(wall: Wall, settings: WallSettings): readonly string[] | null {
  switch (wall) {
    case 'network':
      // Without root, a user namespace gives the right to make the others.
      return tool('unshare', ...(isRoot() ? [] : ['--user']), '--net', '--ipc');
    case 'memory': {
      const data = NODE_ITSELF + (settings.heap + settings.beside) * 2 ** 20;
      return tool('prlimit', `--data=${data}`, '--core=0', '--fsize=0', '--nofile=64');
    }
    case 'user': {
      const id = String(NOBODY_ELSE);
      const dropped = ['--clear-groups', '--inh-caps=-all', '--bounding-set=-all'];
      return isRoot() ? tool('setpriv', '--reuid', id, '--regid', id, ...dropped) : null;
    }
    case 'privileges':
      return tool('setpriv', '--no-new-privs', '--pdeathsig', 'KILL');
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** By its place: the child's environment is empty, and so is its PATH. */
function tool(name: string, ...options: readonly string[]): readonly string[] | null {
  const found = ['/usr/bin', '/bin', '/usr/sbin', '/sbin'].map((folder) => join(folder, name)).find(existsSync);
  return process.platform !== 'linux' || found === undefined ? null : [found, ...options, '--'];
}
