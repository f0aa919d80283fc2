/** What was asked to be erased, how far that is, and by what it is known again. One SQL statement a function. */
import type { AccountId } from '../../bridge/types.ts';
import type { Queryable } from '../pool.ts';
import { isOnHold } from './holds.ts';

/** In this order; each can be done again. */
export type ErasureStep = 'rows' | 'late' | 'rooms' | 'names' | 'done';

export interface Erasure {
  readonly erasure: string;
  readonly kind: 'address' | 'thread';
  /** Null once it is done. */
  readonly subject: string | null;
  readonly subjectHash: string;
  readonly forGood: boolean;
  readonly step: ErasureStep;
  /** What was done, by what it is of. */
  readonly counts: Readonly<Record<string, number>>;
  readonly by: string;
  readonly at: Date;
  readonly doneAt: Date | null;
}

const COLUMNS = `erasure, kind, subject, subject_hash AS "subjectHash", for_good AS "forGood", step, counts,
  by_whom AS by, at, done_at AS "doneAt"`;

export async function beginErasure(
  tx: Queryable,
  { erasure, kind, subject, subjectHash, forGood, by }: Omit<Erasure, 'step' | 'counts' | 'at' | 'doneAt'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO erasures (erasure, kind, subject, subject_hash, for_good, by_whom) VALUES ($1, $2, $3, $4, $5, $6)`,
    [erasure, kind, subject, subjectHash, forGood, by],
  );
}

/** That one of the same that was begun and not ended. */
export async function openErasure(db: Queryable, kind: Erasure['kind'], subject: string): Promise<Erasure | null> {
  const { rows } = await db.query<Erasure>(
    `SELECT ${COLUMNS} FROM erasures WHERE kind = $1 AND subject = $2 AND step <> 'done' ORDER BY at LIMIT 1`,
    [kind, subject],
  );
  return rows[0] ?? null;
}

export async function loadErasure(db: Queryable, erasure: string): Promise<Erasure | null> {
  const { rows } = await db.query<Erasure>(`SELECT ${COLUMNS} FROM erasures WHERE erasure = $1`, [erasure]);
  return rows[0] ?? null;
}

/** The step that comes next, with what was done until now. What it is of is forgotten at the end. */
export async function noteStep(
  tx: Queryable,
  erasure: string,
  step: ErasureStep,
  counts: Erasure['counts'],
): Promise<void> {
  await tx.query(
    `UPDATE erasures SET step = $2, counts = $3, done_at = CASE WHEN $2 = 'done' THEN now() END,
       subject = CASE WHEN $2 <> 'done' THEN subject END WHERE erasure = $1`,
    [erasure, step, JSON.stringify(counts)],
  );
}

/** What keeps out what was erased, as long as the secret is known. */
export async function keepErasedOut(
  tx: Queryable,
  { account, erasure }: { readonly account: string; readonly erasure: string },
  hashes: readonly {
    readonly hash: string;
    readonly kind: 'id' | 'bytes' | 'address';
    readonly before: string | null;
  }[],
): Promise<void> {
  await tx.query(
    `INSERT INTO erased (account, hash, kind, before, erasure)
     SELECT DISTINCT ON (h.hash) $1, h.hash, h.kind, h.before, $2
     FROM unnest($3::text[], $4::text[], $5::timestamptz[]) AS h (hash, kind, before)
     ON CONFLICT (account, hash) DO UPDATE SET before = greatest(erased.before, excluded.before)`,
    [
      account,
      erasure,
      hashes.map(({ hash }) => hash),
      hashes.map(({ kind }) => kind),
      hashes.map(({ before }) => before),
    ],
  );
}

/** All that keeps out what this one erased. */
export async function keptOut(
  db: Queryable,
  erasure: string,
): Promise<
  {
    readonly account: string;
    readonly hash: string;
    readonly kind: 'id' | 'bytes' | 'address';
    readonly before: string | null;
  }[]
> {
  const { rows } = await db.query<{
    account: string;
    hash: string;
    kind: 'id' | 'bytes' | 'address';
    before: string | null;
  }>(`SELECT account, hash, kind, before::text AS before FROM erased WHERE erasure = $1 ORDER BY account, kind, hash`, [
    erasure,
  ]);
  return rows;
}

/** Whether one of these keyed hashes is of something erased; of an address, before which a mail is of the past. */
export async function isErased(
  db: Queryable,
  account: AccountId,
  hashes: readonly string[],
  written: Date | null,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `SELECT FROM erased WHERE account = $1 AND hash = ANY($2::text[])
       AND coalesce(before > coalesce($3::timestamptz, '-infinity'), true) LIMIT 1`,
    [account, hashes, written],
  );
  return rowCount === 1;
}

/** Which of these threads are on hold. */
export async function heldThreads(db: Queryable, threads: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ thread: string }>(
    `SELECT t.thread FROM threads t WHERE t.thread = ANY($1::text[]) AND ${isOnHold('t.account', 't.thread')}`,
    [threads],
  );
  return rows.map(({ thread }) => thread);
}

/** Whether an address is on hold, in whichever conversation. */
export async function isAddressHeld(db: Queryable, keys: readonly string[]): Promise<boolean> {
  const { rowCount } = await db.query(
    `SELECT FROM holds WHERE released_at IS NULL AND kind = 'address' AND subject = ANY($1::text[]) LIMIT 1`,
    [keys],
  );
  return (rowCount ?? 0) > 0;
}

/** What of this erasure the homeserver has given up, and what it refuses, by kind and reason. */
export async function countRemovals(
  db: Queryable,
  erasure: string,
): Promise<
  { readonly kind: string; readonly state: string; readonly reason: string | null; readonly count: number }[]
> {
  const { rows } = await db.query<{ kind: string; state: string; reason: string | null; count: number }>(
    `SELECT kind, state, reason, count(*) AS count FROM removals WHERE erasure = $1 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [erasure],
  );
  return rows;
}

/** Forgets whom the removals of an erasure name: all but events and files. */
export async function forgetRemovals(tx: Queryable, erasure: string): Promise<void> {
  await tx.query(`DELETE FROM removals WHERE erasure = $1 AND kind IN ('ghost', 'room')`, [erasure]);
}
