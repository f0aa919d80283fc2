/** How accounts stand, as people were last told. Judged by the database's clock; one process at a time for each account. */
import type { AccountId } from '../bridge/types.ts';
import type { AccountState } from './accounts.ts';
import type { Transaction } from './pool.ts';

/** What people are told apart: a mailbox that is reached, one that is not, one that needs them, one that nobody works on. */
export type AccountHealth = 'well' | 'trouble' | 'bad-credentials' | 'stopped';

const HEALTH: Readonly<Record<AccountState, AccountHealth>> = {
  connected: 'well',
  'catching-up': 'well',
  connecting: 'trouble',
  transient: 'trouble',
  'bad-credentials': 'bad-credentials',
  stopped: 'stopped',
};

/** A change that has lasted long enough. */
export interface HealthChange {
  readonly account: AccountId;
  readonly from: AccountHealth;
  readonly to: AccountHealth;
  /** When it began. */
  readonly since: Date;
}

interface Row {
  account: AccountId;
  state: AccountState;
  told: AccountHealth;
  pending: AccountHealth | null;
  since: Date;
  now: Date;
}

/**
 * Notes how these accounts stand, and returns the changes that have lasted for `graceMs`, as told from now on. An account that
 * nothing was ever told of counts as well: a first start is no news. Accounts that another process looks at are passed over.
 */
export async function healthChanges(
  tx: Transaction,
  accounts: readonly AccountId[],
  graceMs: number,
): Promise<HealthChange[]> {
  await tx.query(
    `INSERT INTO account_told (account, told) SELECT account, 'well' FROM accounts WHERE account = ANY($1::text[])
     ON CONFLICT DO NOTHING`,
    [accounts],
  );
  const { rows } = await tx.query<Row>(
    `SELECT t.account, a.state, t.told, t.pending, coalesce(t.pending_since, now()) AS since, now() AS now
     FROM account_told t JOIN accounts a USING (account) WHERE t.account = ANY($1::text[])
     ORDER BY t.account FOR UPDATE OF t SKIP LOCKED`,
    [accounts],
  );
  const changes: HealthChange[] = [];
  for (const row of rows) {
    const health = HEALTH[row.state];
    // From one start to the next an account stands still, then connects: both are one absence.
    const same = health === row.pending || (isAway(health) && row.pending !== null && isAway(row.pending));
    const since = same ? row.since : row.now;
    const lasted = row.now.getTime() - since.getTime();
    if (health === row.told) await note(tx, row.account, health, null, null);
    else if (lasted < graceMs) await note(tx, row.account, row.told, health, since);
    else {
      await note(tx, row.account, health, null, null);
      changes.push({ account: row.account, from: row.told, to: health, since });
    }
  }
  return changes;
}

function isAway(health: AccountHealth): boolean {
  return health === 'trouble' || health === 'stopped';
}

async function note(
  tx: Transaction,
  account: AccountId,
  told: AccountHealth,
  pending: AccountHealth | null,
  since: Date | null,
): Promise<void> {
  await tx.query(
    `UPDATE account_told SET told = $2, pending = $3, pending_since = $4
     WHERE account = $1 AND (told, pending, pending_since) IS DISTINCT FROM ($2, $3, $4::timestamptz)`,
    [account, told, pending, since],
  );
}
