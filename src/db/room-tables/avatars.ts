/**
 * Pictures that were uploaded, by what they show. They are of no account: the same letters on the same colour are one
 * picture.
 */
import type { MxcUri } from '../../bridge/types.ts';
import type { Queryable } from '../pool.ts';

export async function findAvatar(db: Queryable, avatar: string): Promise<MxcUri | null> {
  const { rows } = await db.query<{ mxc: MxcUri }>('SELECT mxc FROM avatars WHERE avatar = $1', [avatar]);
  return rows[0]?.mxc ?? null;
}

/** Remembers a picture; the first one stays, and is returned. */
export async function saveAvatar(db: Queryable, avatar: string, mxc: MxcUri): Promise<MxcUri> {
  await db.query('INSERT INTO avatars (avatar, mxc) VALUES ($1, $2) ON CONFLICT (avatar) DO NOTHING', [avatar, mxc]);
  return (await findAvatar(db, avatar)) ?? mxc;
}
