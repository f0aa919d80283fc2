/** The versions of the key (`bridge/keys.ts`), as far as a database knows them: never a secret. */
import type { KeyDerivation, KeyState } from '../bridge/keys.ts';
import type { Queryable, Transaction } from './pool.ts';

/** A row of `key_versions`. */
export interface KeyRow {
  readonly version: number;
  /** `secretFingerprint`; null where no program with a config has seen the database since versions are stored. */
  readonly fingerprint: string | null;
  readonly derivation: KeyDerivation;
  readonly state: KeyState;
  readonly since: Date;
}

/** The version under which new things are made, for a statement that writes one down. */
export const CURRENT_KEY = `coalesce((SELECT version FROM key_versions WHERE state = 'current'), 1)`;

/** All versions, the first first. */
export async function keyRows(db: Queryable): Promise<KeyRow[]> {
  const { rows } = await db.query<KeyRow>(
    'SELECT version, fingerprint, derivation, state, since FROM key_versions ORDER BY version',
  );
  return rows;
}

/** As `keyRows`, held against every other change until the transaction ends. */
export async function lockKeyRows(tx: Transaction): Promise<KeyRow[]> {
  await tx.query('LOCK TABLE key_versions IN SHARE ROW EXCLUSIVE MODE');
  return keyRows(tx);
}

export async function addKeyRow(tx: Transaction, row: Omit<KeyRow, 'since'>): Promise<void> {
  await tx.query('INSERT INTO key_versions (version, fingerprint, derivation, state) VALUES ($1, $2, $3, $4)', [
    row.version,
    row.fingerprint,
    row.derivation,
    row.state,
  ]);
}

/** Changes what a version is; who knows its secret is told by `fingerprint`. */
export async function setKeyRow(
  tx: Transaction,
  version: number,
  { fingerprint, state }: Pick<KeyRow, 'fingerprint' | 'state'>,
): Promise<void> {
  await tx.query(
    `UPDATE key_versions SET fingerprint = $2, state = $3, since = CASE WHEN state = $3 THEN since ELSE now() END
     WHERE version = $1`,
    [version, fingerprint, state],
  );
}

/** Whether any process works on this database. */
export async function isAnyAlive(db: Queryable): Promise<boolean> {
  const { rows } = await db.query('SELECT FROM processes WHERE alive_until > now() LIMIT 1');
  return rows.length > 0;
}
