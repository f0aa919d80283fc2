/** Accounts that are not in the config file. Settings are JSON in the form that they have there, without secrets. */
import type { AccountId, UserId } from '../../bridge/types.ts';
import type { Sealed, SecretField } from '../../secrets/sealing.ts';
import type { Queryable, Transaction } from '../pool.ts';

/** One of them, as it is stored. */
export interface StoredAccount {
  readonly account: AccountId;
  /** Whose own mailbox it is; null for one of a team. */
  readonly owner: UserId | null;
  readonly settings: string;
  readonly state: 'active' | 'leaving';
  readonly addedBy: string;
  readonly addedAt: Date;
}

/** All of them, those that were added first at the beginning. */
export async function storedAccounts(db: Queryable): Promise<StoredAccount[]> {
  const { rows } = await db.query<StoredAccount>(
    `SELECT account, owner, settings, state, added_by AS "addedBy", added_at AS "addedAt" FROM own_accounts
     ORDER BY added_at, account`,
  );
  return rows;
}

/** A secret as it is stored, with its place. */
export interface StoredSecret extends Sealed {
  readonly account: AccountId;
  readonly field: SecretField;
}

/** The sealed secrets of all accounts, for whoever makes the config of them. */
export async function storedSecrets(db: Queryable): Promise<StoredSecret[]> {
  const { rows } = await db.query<StoredSecret>('SELECT account, field, version, nonce, sealed FROM sealed_secrets');
  return rows;
}

/** Keeps every other change away until the transaction ends. */
export async function lockStoredAccounts(tx: Transaction): Promise<void> {
  await tx.query('LOCK TABLE own_accounts IN SHARE ROW EXCLUSIVE MODE');
}

export async function addStoredAccount(
  tx: Transaction,
  { account, owner, settings, addedBy }: Pick<StoredAccount, 'account' | 'owner' | 'settings' | 'addedBy'>,
): Promise<void> {
  await tx.query('INSERT INTO own_accounts (account, owner, settings, added_by) VALUES ($1, $2, $3, $4)', [
    account,
    owner,
    settings,
    addedBy,
  ]);
}

export async function changeStoredAccount(tx: Transaction, account: AccountId, settings: string): Promise<void> {
  await tx.query('UPDATE own_accounts SET settings = $2, changed_at = now() WHERE account = $1', [account, settings]);
}

/** Nobody serves it from now on, and what there is of it goes; its key is free once that is done. */
export async function letStoredAccountLeave(tx: Transaction, account: AccountId): Promise<void> {
  await tx.query(`UPDATE own_accounts SET state = 'leaving', settings = '{}', changed_at = now() WHERE account = $1`, [
    account,
  ]);
}

/** It is gone from here; what there is of it stays, as where an account leaves the config. */
export async function removeStoredAccount(tx: Queryable, account: AccountId): Promise<void> {
  await tx.query('DELETE FROM own_accounts WHERE account = $1', [account]);
}
