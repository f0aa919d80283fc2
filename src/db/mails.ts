/** Mails after they arrived: what was decided about them. Their arrival is in `inbox.ts`. */
import type { AccountId, MessageKey, UserId } from '../bridge/types.ts';
import type { Queryable } from './pool.ts';
import { addJob } from './queue.ts';

/** A mail that was stored. */
export interface StoredMail {
  readonly mail: number;
  readonly account: AccountId;
  readonly mailbox: string;
  readonly role: 'watched' | 'sent';
  readonly size: number;
  readonly internalDate: Date | null;
  readonly state: 'fetching' | 'stored' | 'oversize' | 'held' | 'decided' | 'ignored' | 'quarantined';
  /** Whether somebody accepted it after it was held. */
  readonly released: boolean;
}

export async function loadMail(db: Queryable, mail: number): Promise<StoredMail | null> {
  const { rows } = await db.query<Omit<StoredMail, 'internalDate'> & { internal_date: Date | null }>(
    'SELECT mail, account, mailbox, role, size, internal_date, state, released_by IS NOT NULL AS released FROM mails WHERE mail = $1',
    [mail],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { internal_date: internalDate, ...rest } = row;
  return { ...rest, internalDate };
}

/** Writes down what became of a mail; a quarantined or held one keeps its raw bytes until somebody looks. */
export async function settleMailIn(
  tx: Queryable,
  mail: number,
  state: 'held' | 'decided' | 'ignored' | 'quarantined',
  facts: { readonly message?: MessageKey; readonly reason?: string },
): Promise<void> {
  await tx.query('UPDATE mails SET state = $2, message = $3, reason = $4 WHERE mail = $1', [
    mail,
    state,
    facts.message ?? null,
    facts.reason ?? null,
  ]);
}

/** A held message and who decides about it. */
export interface HeldMail {
  readonly account: AccountId;
  readonly message: MessageKey;
  readonly by: UserId;
}

/** Puts every held copy of a message back to be decided, accepted. How many; 0 where none is held (any more). */
export async function releaseHeld(tx: Queryable, { account, message, by }: HeldMail): Promise<number> {
  const { rows } = await tx.query<{ mail: number }>(
    `UPDATE mails SET state = 'stored', released_by = $3 WHERE account = $1 AND message = $2 AND state = 'held' RETURNING mail`,
    [account, message, by],
  );
  for (const { mail } of rows) {
    await addJob(tx, { account, queue: 'mail-in', key: account, subject: String(mail) });
  }
  return rows.length;
}

/** Ends every held copy of a message unshown. How many. */
export async function refuseHeld(tx: Queryable, { account, message, by }: HeldMail): Promise<number> {
  const { rowCount } = await tx.query(
    `UPDATE mails SET state = 'ignored', reason = 'refused by ' || $3::text WHERE account = $1 AND message = $2 AND state = 'held'`,
    [account, message, by],
  );
  return rowCount ?? 0;
}

/** Hex SHA-256 of a raw mail, null where it is not known. */
export async function mailHash(db: Queryable, mail: number): Promise<string | null> {
  const { rows } = await db.query<{ sha256: Buffer | null }>('SELECT sha256 FROM mails WHERE mail = $1', [mail]);
  return rows[0]?.sha256?.toString('hex') ?? null;
}

/** What is kept of a mail: its bytes (`size` is how many, 0 after they were purged) and their hex SHA-256. Null for no mail. */
export async function mailSource(
  db: Queryable,
  mail: number,
): Promise<{ readonly size: number; readonly sha256: string | null } | null> {
  const { rows } = await db.query<{ size: number; sha256: Buffer | null }>(
    `SELECT (SELECT coalesce(sum(octet_length(bytes)), 0)::bigint FROM mail_chunks c WHERE c.mail = m.mail) AS size, sha256
     FROM mails m WHERE mail = $1`,
    [mail],
  );
  const [row] = rows;
  return row === undefined ? null : { size: row.size, sha256: row.sha256?.toString('hex') ?? null };
}

/** Bytes that are kept of a mail of ours; 0 where it was never frozen, or after they were purged. */
export async function outgoingSize(db: Queryable, outgoing: MessageKey): Promise<number> {
  const { rows } = await db.query<{ size: number }>(
    'SELECT coalesce(sum(octet_length(bytes)), 0)::bigint AS size FROM outgoing_chunks WHERE outgoing = $1',
    [outgoing],
  );
  return rows[0]?.size ?? 0;
}
