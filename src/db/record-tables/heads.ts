/** Signed heads: how far the record went, and with which hash. They are only added. */
import type { SignedText } from '../../bridge/signing.ts';
import type { Queryable, Transaction } from '../pool.ts';
import type { HeadTold } from './chain.ts';

/** A head as it is kept and as it is handed out. */
export interface Head extends HeadTold, SignedText {}

/** Whether anything waits to be chained or to be signed. */
export async function isRecordBehind(db: Queryable): Promise<boolean> {
  const { rows } = await db.query<{ behind: boolean }>(
    `SELECT EXISTS (SELECT FROM audit_waiting) OR coalesce((SELECT max(entry) FROM audit_log), 0)
       > coalesce((SELECT max(entry) FROM audit_heads), 0) AS behind`,
  );
  return rows[0]?.behind === true;
}

export async function addHead(tx: Transaction, { entry, hash, at, key, signature }: Head): Promise<void> {
  await tx.query('INSERT INTO audit_heads (entry, hash, at, key, signature) VALUES ($1, $2, $3, $4, $5)', [
    entry,
    hash,
    at,
    key,
    signature,
  ]);
}

/** The newest; null before the first. */
export async function lastHead(db: Queryable): Promise<Head | null> {
  const { rows } = await db.query<Head>(
    'SELECT entry, hash, at, key, signature FROM audit_heads ORDER BY entry DESC LIMIT 1',
  );
  return rows[0] ?? null;
}

/** The hash of an entry; null where there is none. */
export async function hashOfEntry(db: Queryable, entry: number): Promise<Buffer | null> {
  const { rows } = await db.query<{ hash: Buffer }>('SELECT hash FROM audit_log WHERE entry = $1', [entry]);
  return rows[0]?.hash ?? null;
}
