import type { UserId } from '../bridge/types.ts';
import type { Queryable } from '../db/pool.ts';
import { findGhost } from '../db/room-tables/rooms.ts';
import { parseAddress } from '../mail/address.ts';
import type { Address } from '../mail/types.ts';
import type { JobDeps } from './deps.ts';

/**
 * The address that a ghost stands for; null for who only claims one, and for an id of our namespace that is of no
 * address.
 */
export async function addressOfGhost(db: Queryable, ghosts: JobDeps['ghosts'], user: UserId): Promise<Address | null> {
  const address = ghosts.address(user) ?? parseAddress((await findGhost(db, user))?.address ?? '');
  return address !== null && ghosts.ghost(address) === user ? address : null;
}
