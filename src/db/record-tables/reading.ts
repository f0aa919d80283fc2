/** Reading the record: for who verifies it and who takes it out, both by the right of the process. */
import type { Queryable } from '../pool.ts';
import type { Head } from './heads.ts';

/** An entry as it is stored. */
export interface StoredEntry {
  readonly entry: number;
  readonly at: Date;
  readonly body: string;
  readonly hash: Buffer;
}

/** Rows of one statement. */
const BATCH = 500;

/** The entries from one to another, both among them, in their order. */
export async function* readEntries(db: Queryable, from: number, to: number): AsyncGenerator<StoredEntry> {
  for (let last = from - 1; ;) {
    const { rows } = await db.query<StoredEntry>(
      'SELECT entry, at, body, hash FROM audit_log WHERE entry > $1 AND entry <= $2 ORDER BY entry LIMIT $3',
      [last, to, BATCH],
    );
    yield* rows;
    if (rows.length < BATCH) return;
    last = rows.at(-1)?.entry ?? to;
  }
}

/** The signed heads from one entry to another, in their order. */
export async function* readHeads(db: Queryable, from: number, to: number): AsyncGenerator<Head> {
  for (let last = from - 1; ;) {
    const { rows } = await db.query<Head>(
      `SELECT entry, hash, at, key, signature FROM audit_heads WHERE entry > $1 AND entry <= $2
       ORDER BY entry LIMIT $3`,
      [last, to, BATCH],
    );
    yield* rows;
    if (rows.length < BATCH) return;
    last = rows.at(-1)?.entry ?? to;
  }
}

/** The entries of a time: the first and the last, with all between them; null where there is none. */
export async function entriesBetween(
  db: Queryable,
  since: Date | null,
  until: Date | null,
): Promise<{ readonly first: number; readonly last: number } | null> {
  const { rows } = await db.query<{ first: number | null; last: number | null }>(
    `SELECT min(entry) AS first, max(entry) AS last FROM audit_log
     WHERE ($1::timestamptz IS NULL OR at >= $1) AND ($2::timestamptz IS NULL OR at < $2)`,
    [since, until],
  );
  const { first = null, last = null } = rows[0] ?? {};
  return first === null || last === null ? null : { first, last };
}

/** The keys of persons, by the names that the record has for them; of who was forgotten there is none. */
export async function personKeys(db: Queryable, persons: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const { rows } = await db.query<{ person: string; key: Buffer }>(
    'SELECT person, key FROM audit_persons WHERE person = ANY($1::text[])',
    [persons],
  );
  return new Map(rows.map(({ person, key }) => [person, key]));
}

/** What waits to be chained, and since when the oldest does. */
export async function waitingEntries(db: Queryable): Promise<{ readonly count: number; readonly seconds: number }> {
  const { rows } = await db.query<{ count: number; seconds: number | null }>(
    `SELECT count(*) AS count, extract(epoch FROM clock_timestamp() - min(at))::double precision AS seconds
     FROM audit_waiting`,
  );
  return { count: rows[0]?.count ?? 0, seconds: rows[0]?.seconds ?? 0 };
}
