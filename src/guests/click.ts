/** The one click by which a guest ends the mails to them (RFC 8058). */
import { randomUUID } from 'node:crypto';
import { loadGuest } from '../db/guest-tables/guests.ts';
import type { Database } from '../db/pool.ts';
import type { JobDeps } from '../handling/deps.ts';
import { stopGuest } from './leave.ts';

/** Nothing for a link that is none of ours, or whose guest was erased since. */
export async function stopByClick(
  deps: Pick<JobDeps, 'ids' | 'ghosts' | 'accounts'> & {
    readonly db: Pick<Database, 'query' | 'notify' | 'transaction'>;
  },
  link: string,
): Promise<void> {
  const named = deps.ids.readGuestLink(link);
  const guest = named === null ? null : await loadGuest(deps.db, named);
  const account = guest === null ? undefined : deps.accounts.get(guest.account);
  if (guest === null || account === undefined) return;
  const said = { address: guest.address, by: 'click', of: `click:${randomUUID()}` } as const;
  await deps.db.transaction((tx) => stopGuest(tx, deps, account, said));
}
