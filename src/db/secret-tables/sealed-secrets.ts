/** Passwords and tokens, sealed (`secrets/sealing.ts`). What is read here is for a login and for nothing else. */
import type { AccountId } from '../../bridge/types.ts';
import type { KnownKeys, Sealer } from '../../secrets/sealer.ts';
import { nameOf, sameBytes, SealFailure } from '../../secrets/sealing.ts';
import type { Sealed, SecretField, SecretPlace } from '../../secrets/sealing.ts';
import type { Queryable, Transaction } from '../pool.ts';

/** The fingerprints of the keys that have sealed something here. */
export async function knownKeys(db: Queryable): Promise<KnownKeys> {
  const { rows } = await db.query<{ version: number; fingerprint: Buffer }>(
    'SELECT version, fingerprint FROM sealing_keys ORDER BY version',
  );
  return new Map(rows.map(({ version, fingerprint }) => [version, fingerprint]));
}

/** Stores a secret in place of what was there. Throws SealFailure where it cannot be sealed: then nothing is stored. */
export async function putSecret(tx: Transaction, sealer: Sealer, place: SecretPlace, text: string): Promise<void> {
  const { version, nonce, sealed, fingerprint } = await sealer.seal(place, text, await knownKeys(tx));
  await tx.query('INSERT INTO sealing_keys (version, fingerprint) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    version,
    Buffer.from(fingerprint),
  ]);
  // Two machines may make a file each at the same moment: the first one counts.
  const first = (await knownKeys(tx)).get(version);
  if (first === undefined || !sameBytes(first, fingerprint)) {
    throw new SealFailure(
      'other',
      `${nameOf(place)}: another machine has made the sealing key meanwhile. Copy its file to ${sealer.file.path}`,
    );
  }
  await tx.query(
    `INSERT INTO sealed_secrets (account, field, version, nonce, sealed) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (account, field) DO UPDATE SET version = $3, nonce = $4, sealed = $5, at = now()`,
    [place.account, place.field, version, Buffer.from(nonce), Buffer.from(sealed)],
  );
}

/** A secret; null where there is none. Throws SealFailure where it does not open. */
export async function getSecret(db: Queryable, sealer: Sealer, place: SecretPlace): Promise<string | null> {
  const { rows } = await db.query<Sealed>(
    'SELECT version, nonce, sealed FROM sealed_secrets WHERE account = $1 AND field = $2',
    [place.account, place.field],
  );
  const [found] = rows;
  return found === undefined ? null : sealer.open(place, found, await knownKeys(db));
}

/** Takes the secrets of an account away, or only these. */
export async function removeSecrets(
  tx: Queryable,
  account: AccountId,
  fields: readonly SecretField[] | null = null,
): Promise<void> {
  await tx.query('DELETE FROM sealed_secrets WHERE account = $1 AND ($2::text[] IS NULL OR field = ANY($2::text[]))', [
    account,
    fields,
  ]);
}

/** Seals the secrets of an account for another key of it. Throws SealFailure where one does not open. */
export async function moveSecrets(tx: Transaction, sealer: Sealer, from: AccountId, to: AccountId): Promise<void> {
  for (const { field } of await secretsOf(tx, from)) {
    const text = await getSecret(tx, sealer, { account: from, field });
    if (text !== null) await putSecret(tx, sealer, { account: to, field }, text);
  }
  await removeSecrets(tx, from);
}

async function secretsOf(db: Queryable, account: AccountId): Promise<SecretPlace[]> {
  const { rows } = await db.query<SecretPlace>(
    'SELECT account, field FROM sealed_secrets WHERE account = $1 ORDER BY field',
    [account],
  );
  return rows;
}
