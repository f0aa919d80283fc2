/** A secret that is replaced by what comes of it, such as a token that is used once. */
import type { SecretPlace } from '../../secrets/sealing.ts';
import type { Transaction } from '../pool.ts';

/** Keeps everybody else away from a secret until the transaction ends, where there is one. */
export async function lockSecret(tx: Transaction, { account, field }: SecretPlace): Promise<void> {
  await tx.query('SELECT 1 FROM sealed_secrets WHERE account = $1 AND field = $2 FOR UPDATE', [account, field]);
}
