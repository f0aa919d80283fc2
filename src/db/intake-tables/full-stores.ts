/** What has no room for more mail, for all processes, so that it is told once. One SQL statement a function. */
import type { Queryable } from '../pool.ts';

/** The database, or the disk that an embedded one lies on. */
export type Store = 'database' | 'disk';

/** Bytes of the database as Postgres counts them, with what is free inside its tables. */
export async function databaseSize(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ size: string }>('SELECT pg_database_size(current_database())::text AS size');
  return Number(rows[0]?.size ?? 0);
}

/** Notes that a store is full; since when, null where that was known. */
export async function noteFull(tx: Queryable, store: Store): Promise<Date | null> {
  const { rows } = await tx.query<{ since: Date }>(
    'INSERT INTO full_stores (store) VALUES ($1) ON CONFLICT (store) DO NOTHING RETURNING since',
    [store],
  );
  return rows[0]?.since ?? null;
}

/** Notes that a store has room; since when it had none, null where that was known. */
export async function noteRoom(tx: Queryable, store: Store): Promise<Date | null> {
  const { rows } = await tx.query<{ since: Date }>('DELETE FROM full_stores WHERE store = $1 RETURNING since', [store]);
  return rows[0]?.since ?? null;
}

/** What is full, as it was noted. */
export async function fullStores(db: Queryable): Promise<readonly Store[]> {
  const { rows } = await db.query<{ store: Store }>('SELECT store FROM full_stores ORDER BY store');
  return rows.map(({ store }) => store);
}
