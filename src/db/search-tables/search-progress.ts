/** What was there before it could be searched for, on its way to be found. One SQL statement a function. */
import type { AccountId, JsonObject, MessageKey } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../pool.ts';

/** The place behind which messages of an account are still to be looked at. */
interface ReadInPlace {
  readonly hash: Buffer;
  readonly message: string;
}

/** Where to go on, for the one process that does; null where another is at it. */
export async function takeReadIn(
  tx: Transaction,
  account: AccountId,
): Promise<(ReadInPlace & { readonly isDone: boolean }) | null> {
  await tx.query('INSERT INTO search_progress (account) VALUES ($1) ON CONFLICT DO NOTHING', [account]);
  const { rows } = await tx.query<ReadInPlace & { readonly isDone: boolean }>(
    `SELECT id_hash AS hash, message, done AS "isDone" FROM search_progress WHERE account = $1
     FOR UPDATE SKIP LOCKED`,
    [account],
  );
  return rows[0] ?? null;
}

/** Writes down how far it is; null for the end. */
export async function noteReadIn(tx: Transaction, account: AccountId, place: ReadInPlace | null): Promise<void> {
  await tx.query(
    `UPDATE search_progress SET id_hash = coalesce($2, id_hash), message = coalesce($3, message), done = $2 IS NULL
     WHERE account = $1`,
    [account, place?.hash ?? null, place?.message ?? null],
  );
}

/** A message that may have no text yet. */
export interface UnreadText {
  readonly hash: Buffer;
  readonly message: MessageKey;
  readonly direction: 'in' | 'out' | 'colleague';
  readonly mail: number | null;
  readonly folder: string | null;
  readonly came: Date | null;
  /** As `readMessageFacts` reads them. */
  readonly facts: unknown;
  /** Whether it has one, or is not shown in its room: of one that could not be read a notice stands there alone. */
  readonly isDone: boolean;
}

/** The next messages of an account behind a place. */
export async function unreadTexts(
  tx: Queryable,
  account: AccountId,
  { hash, message }: ReadInPlace,
  limit: number,
): Promise<UnreadText[]> {
  const { rows } = await tx.query<UnreadText>(
    `SELECT m.id_hash AS hash, m.message, m.direction, m.mail, m.facts, r.mailbox AS folder,
       coalesce(r.internal_date, m.at) AS came,
       EXISTS (SELECT FROM search_texts s WHERE s.message = m.message) OR (m.direction <> 'out' AND NOT EXISTS (
         SELECT FROM matrix_sends x
         WHERE x.message = m.message AND x.purpose IN ('part', 'report', 'repeated'))) AS "isDone"
     FROM messages m LEFT JOIN mails r ON r.mail = m.mail
     WHERE m.account = $1 AND (m.id_hash, m.message) > ($2, $3) ORDER BY m.id_hash, m.message LIMIT $4`,
    [account, hash, message, limit],
  );
  return rows;
}

/** What was posted of a mail, part by part, for one whose bytes are not kept any more. */
export async function postedParts(db: Queryable, message: MessageKey): Promise<JsonObject[]> {
  const { rows } = await db.query<{ content: JsonObject }>(
    `SELECT content FROM matrix_sends WHERE message = $1 AND purpose IN ('part', 'report') AND kind = 'event'
     ORDER BY part`,
    [message],
  );
  return rows.map(({ content }) => content);
}

/** How many of a hundred messages of these accounts are read in; null where all are. Their order is that of hashes. */
export async function partReadIn(db: Queryable, accounts: readonly AccountId[]): Promise<number | null> {
  const { rows } = await db.query<{ part: number | null }>(
    `SELECT min(CASE WHEN length(id_hash) = 0 THEN 0 ELSE get_byte(id_hash, 0) * 100 / 256 END) AS part
     FROM search_progress WHERE account = ANY($1::text[]) AND NOT done`,
    [accounts],
  );
  return rows[0]?.part ?? null;
}
