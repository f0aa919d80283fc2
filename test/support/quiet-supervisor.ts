import type { Database } from '../../src/db/pool.ts';
import { AccountSupervisor } from '../../src/imap/lease.ts';
import { systemClock } from '../../src/imap/settings.ts';
import type { ImapAccount } from '../../src/imap/settings.ts';
import { quiet } from './handlers/fixtures.ts';

/** A supervisor of mailboxes that tells nobody what it sees; all its accounts begin at once. */
export function quietSupervisor(db: Database, accounts: readonly ImapAccount[], leaseMs = 20_000): AccountSupervisor {
  return new AccountSupervisor(
    {
      db,
      log: quiet,
      clock: systemClock(),
      failpoint: () => undefined,
      isOwnMessageId: () => false,
      hooks: { onState: () => undefined, onMails: () => undefined, onFailure: () => undefined },
    },
    accounts,
    { leaseMs, staggerMs: 0 },
  );
}
