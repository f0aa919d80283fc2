/**
 * Whether mail to an address (its `addressKey`) with a detail (RFC 5233) was seen to arrive. One SQL statement a
 * function.
 */
import type { AccountId } from '../../bridge/types.ts';
import type { Queryable } from '../pool.ts';

export async function provePlus(db: Queryable, account: AccountId, key: string): Promise<void> {
  await db.query(
    `INSERT INTO plus_proofs (account, address) SELECT account, $2 FROM accounts WHERE account = $1
     ON CONFLICT (account, address) DO UPDATE SET at = now()`,
    [account, key],
  );
}

export async function isPlusProved(db: Queryable, account: AccountId, key: string): Promise<boolean> {
  const { rows } = await db.query('SELECT FROM plus_proofs WHERE account = $1 AND address = $2', [account, key]);
  return rows.length > 0;
}
