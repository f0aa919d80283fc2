/**
 * How accounts stand, as people were last told. Judged by the database's clock; one process at a time for each account.
 */
import type { RelayToldOf } from '../../bridge/relay/relay-told.ts';
import type { RelayTrouble } from '../../bridge/relay/trouble.ts';
import type { AccountId } from '../../bridge/types.ts';
import type { RelayState } from '../mail-tables/relays.ts';
import type { AccountState } from './accounts.ts';
import type { Transaction } from '../pool.ts';

/**
 * What people are told apart: a mailbox that is read, one that cannot be reached, one of which folders are not read,
 * one whose server tells nothing of new mail, one that needs them, one that nobody works on.
 */
type AccountHealth = 'well' | 'trouble' | 'unread' | 'unannounced' | 'bad-credentials' | 'stopped';

const HEALTH: Readonly<Record<AccountState, AccountHealth>> = {
  connected: 'well',
  'catching-up': 'well',
  connecting: 'trouble',
  transient: 'trouble',
  'bad-credentials': 'bad-credentials',
  stopped: 'stopped',
};

/** The mailbox of an account, or its SMTP server. */
type WayDirection = 'in' | 'out';

/** A change that has lasted long enough. */
export interface HealthChange {
  readonly account: AccountId;
  readonly direction: WayDirection;
  readonly from: AccountHealth;
  readonly to: AccountHealth;
  /** When it began. */
  readonly since: Date;
  /** The mailboxes that it is about; empty where it is about the whole account. */
  readonly troubled: readonly string[];
  /** What is wrong with the way out, null for nothing, and of the way in. */
  readonly relay: RelayToldOf | null;
}

interface Row {
  account: AccountId;
  direction: WayDirection;
  state: AccountState;
  relay_state: RelayState;
  relay_reason: RelayTrouble | null;
  relay_words: string | null;
  reason: string | null;
  troubled: string[];
  told: AccountHealth;
  pending: AccountHealth | null;
  since: Date;
  now: Date;
}

/**
 * Notes how these accounts stand, and returns the changes that have lasted for `graceMs`, as told from now on. An
 * account that nothing was ever told of counts as well: a first start is no news. Accounts that another process looks
 * at are passed over.
 */
export async function healthChanges(
  tx: Transaction,
  accounts: readonly AccountId[],
  graceMs: number,
): Promise<HealthChange[]> {
  await tx.query(
    `INSERT INTO account_told (account, direction, told)
     SELECT account, direction, 'well' FROM accounts, unnest('{in,out}'::text[]) AS direction
     WHERE account = ANY($1::text[])
     ON CONFLICT DO NOTHING`,
    [accounts],
  );
  const { rows } = await tx.query<Row>(
    `SELECT t.account, t.direction, a.relay_state, a.relay_reason, a.relay_words,
       a.state, a.state_reason AS reason, a.troubled_mailboxes AS troubled, t.told,
       t.pending, coalesce(t.pending_since, now()) AS since, now() AS now
     FROM account_told t JOIN accounts a USING (account) WHERE t.account = ANY($1::text[])
     ORDER BY t.account, t.direction FOR UPDATE OF t SKIP LOCKED`,
    [accounts],
  );
  const changes: HealthChange[] = [];
  for (const row of rows) {
    const health = healthOf(row);
    // From one start to the next an account stands still, then connects: both are one absence.
    const same = health === row.pending || (isAway(health) && row.pending !== null && isAway(row.pending));
    const since = same ? row.since : row.now;
    const lasted = row.now.getTime() - since.getTime();
    // Nothing but people ends a refused login: of the way in that is told apart from this.
    const grace = row.direction === 'out' && health === 'bad-credentials' ? 0 : graceMs;
    if (health === row.told) await note(tx, row, health, null, null);
    else if (lasted < grace) await note(tx, row, row.told, health, since);
    else {
      await note(tx, row, health, null, null);
      const { account, direction, troubled } = row;
      changes.push({ account, direction, from: row.told, to: health, since, troubled, relay: relayOf(row) });
    }
  }
  return changes;
}

/**
 * Notes that people were told of a refused login of the mailbox, which is told at once: however soon it works again,
 * that is told as well.
 */
export async function noteLoginTold(tx: Transaction, account: AccountId): Promise<void> {
  await tx.query(
    `INSERT INTO account_told (account, direction, told) VALUES ($1, 'in', 'bad-credentials')
     ON CONFLICT (account, direction) DO UPDATE SET told = 'bad-credentials', pending = NULL, pending_since = NULL`,
    [account],
  );
}

function relayOf({ direction, relay_reason: trouble, relay_words: words }: Row): RelayToldOf | null {
  return direction === 'in' || trouble === null ? null : { trouble, words: words ?? '' };
}

const RELAY_HEALTH: Readonly<Record<RelayState, AccountHealth>> = {
  untried: 'well',
  ready: 'well',
  transient: 'trouble',
  'bad-credentials': 'bad-credentials',
};

function healthOf({ direction, relay_state: relay, state, reason, troubled }: Row): AccountHealth {
  if (direction === 'out') return RELAY_HEALTH[relay];
  if (state !== 'connected' || troubled.length === 0) return HEALTH[state];
  return reason === 'mail-unannounced' ? 'unannounced' : 'unread';
}

function isAway(health: AccountHealth): boolean {
  return health === 'trouble' || health === 'stopped';
}

async function note(
  tx: Transaction,
  { account, direction }: Pick<Row, 'account' | 'direction'>,
  told: AccountHealth,
  pending: AccountHealth | null,
  since: Date | null,
): Promise<void> {
  await tx.query(
    `UPDATE account_told SET told = $2, pending = $3, pending_since = $4
     WHERE account = $1 AND direction = $5 
       AND (told, pending, pending_since) IS DISTINCT FROM ($2, $3, $4::timestamptz)`,
    [account, told, pending, since, direction],
  );
}
