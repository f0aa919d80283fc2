/**
 * Another key for all that is sealed. Each secret is one transaction: whatever ends it in between, each opens with the
 * key that its row names, and the next run does the rest. Processes may work meanwhile.
 */
import { newKey } from '../../secrets/key-file.ts';
import type { Sealer } from '../../secrets/sealer.ts';
import { fingerprintOfKey, keyLost, sameBytes, SealFailure } from '../../secrets/sealing.ts';
import type { SecretPlace } from '../../secrets/sealing.ts';
import type { Database, Queryable, Transaction } from '../pool.ts';
import { getSecret, knownKeys, putSecret } from './sealed-secrets.ts';

/** A secret that does not open, and why. */
export interface Unopened extends SecretPlace {
  readonly failure: SealFailure;
}

export interface Resealed {
  /** Of the key that seals now; null where nothing is sealed. */
  readonly version: number | null;
  readonly secrets: number;
  readonly unopened: readonly Unopened[];
}

/**
 * Seals everything with a new version of the key, or ends what another run has begun. Throws SealFailure where the file
 * cannot be used.
 */
export async function reseal(db: Database, sealer: Sealer): Promise<Resealed> {
  const known = await knownKeys(db);
  const keys = await sealer.file.read();
  const newest = keys?.at(-1);
  if (keys === null || newest === undefined) {
    if (known.size > 0) throw keyLost(sealer.file.path);
    return { version: null, secrets: 0, unopened: [] };
  }
  const begun = await sealAll(db, sealer, newest.version);
  if (begun.secrets > 0 || (await sealedPlaces(db)).length === begun.unopened.length) return begun;
  const next = Math.max(newest.version, ...known.keys()) + 1;
  await sealer.file.replace([...keys, newKey(next)]);
  return sealAll(db, sealer, next);
}

/** Takes versions that seal nothing any more out of the file; how many. */
export async function dropOldKeys(db: Database, sealer: Sealer): Promise<number> {
  const keys = await sealer.file.read();
  if (keys === null) return 0;
  const { rows } = await db.query<{ version: number }>('SELECT DISTINCT version FROM sealed_secrets');
  const used = new Set(rows.map(({ version }) => version));
  const kept = keys.filter(({ version }, index) => used.has(version) || index === keys.length - 1);
  if (kept.length < keys.length) await sealer.file.replace(kept);
  return keys.length - kept.length;
}

/**
 * Gives up what no key opens, so that a new one may be made where the old one is lost. Which secrets those were.
 *
 * @param record writes down that it was done, in the same transaction
 */
export async function giveUpUnopened(
  db: Database,
  sealer: Sealer,
  record: (tx: Transaction, lost: readonly SecretPlace[]) => Promise<void>,
): Promise<SecretPlace[]> {
  const lost: SecretPlace[] = [];
  for (const place of await sealedPlaces(db)) {
    const failure = await failureOf(db, sealer, place);
    if (failure === null) continue;
    if (failure.kind === 'file') throw failure;
    lost.push(place);
  }
  const keys = (await sealer.file.read()) ?? [];
  await db.transaction(async (tx) => {
    for (const { account, field } of lost) {
      await tx.query('DELETE FROM sealed_secrets WHERE account = $1 AND field = $2', [account, field]);
    }
    const known = await knownKeys(tx);
    for (const [version, fingerprint] of known) {
      const key = keys.find((one) => one.version === version);
      if (key !== undefined && sameBytes(fingerprint, await fingerprintOfKey(key))) continue;
      await tx.query(
        `DELETE FROM sealing_keys WHERE version = $1
           AND NOT EXISTS (SELECT FROM sealed_secrets s WHERE s.version = sealing_keys.version)`,
        [version],
      );
    }
    await record(tx, lost);
  });
  return lost;
}

/** What does not open of all that is sealed. */
export async function unopened(db: Queryable, sealer: Sealer): Promise<Unopened[]> {
  const found: Unopened[] = [];
  for (const place of await sealedPlaces(db)) {
    const failure = await failureOf(db, sealer, place);
    if (failure !== null) found.push({ ...place, failure });
  }
  return found;
}

async function failureOf(db: Queryable, sealer: Sealer, place: SecretPlace): Promise<SealFailure | null> {
  try {
    await getSecret(db, sealer, place);
    return null;
  } catch (error) {
    if (error instanceof SealFailure) return error;
    throw error;
  }
}

/** All that is sealed. */
export async function sealedPlaces(db: Queryable): Promise<(SecretPlace & { readonly version: number })[]> {
  const { rows } = await db.query<SecretPlace & { version: number }>(
    'SELECT account, field, version FROM sealed_secrets ORDER BY account, field',
  );
  return rows;
}

async function sealAll(db: Database, sealer: Sealer, version: number): Promise<Resealed> {
  let secrets = 0;
  const without: Unopened[] = [];
  for (const place of (await sealedPlaces(db)).filter((one) => one.version !== version)) {
    try {
      secrets += await db.transaction(async (tx) => {
        // Who changes the secret meanwhile seals it with the newest key too.
        const { rowCount } = await tx.query(
          'SELECT FROM sealed_secrets WHERE account = $1 AND field = $2 AND version <> $3 FOR UPDATE',
          [place.account, place.field, version],
        );
        const text = rowCount === 0 ? null : await getSecret(tx, sealer, place);
        if (text === null) return 0;
        await putSecret(tx, sealer, place, text);
        return 1;
      });
    } catch (error) {
      if (!(error instanceof SealFailure)) throw error;
      without.push({ account: place.account, field: place.field, failure: error });
    }
  }
  return { version, secrets, unopened: without };
}
