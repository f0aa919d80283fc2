/** In which language, and by which clock, somebody is answered. */
import type { UserId } from '../bridge/types.ts';
import { personChoices } from '../db/helpdesk-tables/person-choices.ts';
import type { Queryable } from '../db/pool.ts';
import { findZone } from '../words/zones.ts';
import type { Reader } from '../words/zones.ts';

/** What they chose; of what they chose nothing, or what is not known any more, that of `account`. */
export async function readerOf(db: Queryable, user: UserId, account: Reader): Promise<Reader> {
  const { language, zone } = await personChoices(db, user);
  return { language: language ?? account.language, zone: findZone(zone ?? '') ?? account.zone };
}
