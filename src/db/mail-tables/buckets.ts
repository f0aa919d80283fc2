/** The buckets of an account by their names: of answers at a machine's pace, and of what strangers begin. */
import type { Bucket } from '../../bridge/bucket.ts';
import type { AccountId } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../pool.ts';

/** The buckets of these names, locked until the transaction ends. One that is new is full, and null. */
export async function lockBuckets(
  tx: Transaction,
  account: AccountId,
  names: readonly string[],
): Promise<ReadonlyMap<string, Bucket | null>> {
  // In one order for everybody, so that no two transactions wait for each other.
  const { rows } = await tx.query<{ bucket: string; level: number; at: Date }>(
    `INSERT INTO brake_buckets (account, bucket, level)
     SELECT $1, name, -1 FROM unnest($2::text[]) AS name ORDER BY name
     ON CONFLICT (account, bucket) DO UPDATE SET level = brake_buckets.level RETURNING bucket, level, at`,
    [account, names],
  );
  return new Map(rows.map(({ bucket, level, at }) => [bucket, level < 0 ? null : { level, at: at.getTime() }]));
}

/**
 * Buckets as they stand, and the moment that counts for a mail that the mailbox got then, milliseconds: never later
 * than now. The caller keeps others from the account's buckets.
 */
export async function bucketsAt(
  tx: Transaction,
  account: AccountId,
  names: readonly string[],
  received: Date | null,
): Promise<{ readonly at: number; readonly buckets: ReadonlyMap<string, Bucket> }> {
  const { rows } = await tx.query<{ now: Date; bucket: string | null; level: number; at: Date }>(
    `SELECT least(now(), coalesce($3, now())) AS now, b.bucket, b.level, b.at FROM (SELECT) AS one
     LEFT JOIN brake_buckets b ON b.account = $1 AND b.bucket = ANY($2::text[])`,
    [account, names, received],
  );
  const buckets = rows.flatMap(({ bucket, level, at }): [string, Bucket][] =>
    bucket === null ? [] : [[bucket, { level, at: at.getTime() }]],
  );
  return { at: rows[0]?.now.getTime() ?? 0, buckets: new Map(buckets) };
}

/** Writes what is left in buckets, also in ones that are new. */
export async function keepBuckets(
  tx: Transaction,
  account: AccountId,
  left: readonly (Bucket & { readonly name: string })[],
): Promise<void> {
  if (left.length === 0) return;
  await tx.query(
    `INSERT INTO brake_buckets (account, bucket, level, at)
     SELECT $1, name, level, to_timestamp(at / 1000)
     FROM unnest($2::text[], $3::double precision[], $4::double precision[]) AS n (name, level, at) ORDER BY name
     ON CONFLICT (account, bucket) DO UPDATE SET level = excluded.level, at = excluded.at`,
    [account, left.map(({ name }) => name), left.map(({ level }) => level), left.map(({ at }) => at)],
  );
}

/** Deletes buckets that are full again by now whatever they count. */
export async function purgeBuckets(db: Queryable): Promise<number> {
  const { rowCount } = await db.query(
    `DELETE FROM brake_buckets WHERE (account, bucket) IN (
       SELECT account, bucket FROM brake_buckets WHERE at < now() - interval '1 day' LIMIT 1000)`,
  );
  return rowCount ?? 0;
}
