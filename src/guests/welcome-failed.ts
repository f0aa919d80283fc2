import type { NoticeRow } from '../db/mail-tables/own-mails.ts';
import { guestWelcomedBy } from '../db/guest-tables/guests.ts';
import type { Transaction } from '../db/pool.ts';
import type { JobDeps } from '../handling/deps.ts';
import { failGuest } from './leave.ts';

/** The relay, or the server of whoever was invited, does not take a mail of Mailroom itself: a welcome ends with it. */
export async function welcomeFailed(
  tx: Transaction,
  deps: Pick<JobDeps, 'ids' | 'ghosts' | 'accounts'>,
  { notice, account: id }: NoticeRow,
): Promise<void> {
  const account = deps.accounts.get(id);
  const guest = account?.guests === undefined ? null : await guestWelcomedBy(tx, id, notice);
  if (account !== undefined && guest !== null) await failGuest(tx, deps, account, guest, notice);
}
