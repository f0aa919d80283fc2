/** What a config last said of each account, and what each is called inside its ids (`bridge/ids.ts`). */
import type { KnownIdentity } from '../bridge/account/identity.ts';
import type { AccountId } from '../bridge/types.ts';
import type { Language } from '../words/words.ts';
import type { Queryable, Transaction } from './pool.ts';

/** Of one account. */
export interface StoredIdentity {
  readonly account: AccountId;
  readonly host: string;
  readonly user: string;
  readonly address: string;
  readonly name: string;
  readonly language: Language;
}

export async function knownIdentities(db: Queryable): Promise<KnownIdentity[]> {
  const { rows } = await db.query<KnownIdentity>(
    `SELECT account, imap_host AS host, imap_user AS "user", address FROM account_identities ORDER BY account`,
  );
  return rows;
}

/** Accounts whose name inside ids is not their key. */
export async function accountNames(db: Queryable): Promise<Map<AccountId, string>> {
  const { rows } = await db.query<{ account: AccountId; name: string }>(
    'SELECT account, id_name AS name FROM account_identities WHERE id_name <> account',
  );
  return new Map(rows.map(({ account, name }) => [account, name]));
}

/**
 * Writes down what the config says of an account. One that is new is called by its key inside its ids; where another
 * was called so before it was renamed, by its key and a number: no two accounts make the same ids.
 */
export async function saveIdentity(tx: Transaction, one: StoredIdentity): Promise<void> {
  await tx.query('LOCK TABLE account_identities IN SHARE ROW EXCLUSIVE MODE');
  await tx.query(
    `INSERT INTO account_identities AS i (account, id_name, imap_host, imap_user, address, name, language)
     SELECT $1, (SELECT candidate FROM (
         SELECT $1 AS candidate, 0 AS n UNION ALL SELECT $1 || ' ' || n, n FROM generate_series(2, 1000) n) c
       WHERE NOT EXISTS (SELECT FROM account_identities o WHERE o.id_name = c.candidate AND o.account <> $1)
       ORDER BY n LIMIT 1), $2, $3, $4, $5, $6
     ON CONFLICT (account) DO UPDATE SET imap_host = $2, imap_user = $3, address = $4, name = $5, language = $6,
       seen_at = now()`,
    [one.account, one.host, one.user, one.address, one.name, one.language],
  );
}

/** How an account that no config has any more is called, and in which language it spoke; null where nobody said so. */
export async function lastSaid(
  db: Queryable,
  account: AccountId,
): Promise<{ readonly name: string; readonly language: Language } | null> {
  const { rows } = await db.query<{ name: string; language: Language }>(
    'SELECT name, language FROM account_identities WHERE account = $1 AND name IS NOT NULL AND language IS NOT NULL',
    [account],
  );
  return rows[0] ?? null;
}
