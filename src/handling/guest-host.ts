/** The account that writes to guests, for whom may invite them. */
import type { Account } from '../bridge/account/account.ts';
import { capabilities } from '../bridge/account/permissions.ts';
import type { UserId } from '../bridge/types.ts';
import type { JobDeps } from './deps.ts';
import { levelAt } from './rights.ts';

/** Null where there is none, or the config does not let them invite; power over a room gives nobody that right. */
export function guestHost(deps: Pick<JobDeps, 'accounts' | 'ghosts'>, user: UserId): Account | null {
  const host = [...deps.accounts.values()].find(({ guests }) => guests !== undefined);
  return host !== undefined && capabilities(levelAt(host, user, deps.ghosts.domain)).has('invite') ? host : null;
}
