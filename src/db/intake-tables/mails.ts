/** Mails after they arrived: what was decided about them. Their arrival is in `inbox.ts`. */
import type { AccountId, MessageKey, UserId } from '../../bridge/types.ts';
import { together } from '../pool.ts';
import type { Queryable } from '../pool.ts';
import { addJob } from '../../queue/queue.ts';

/** A mail that was stored. */
export interface StoredMail {
  readonly mail: number;
  readonly account: AccountId;
  readonly mailbox: string;
  readonly role: 'watched' | 'sent';
  readonly size: number;
  readonly internalDate: Date | null;
  /** Its Date as the server's ENVELOPE gives it. */
  readonly headerDate: Date | null;
  /** Since when its account is served: older mail is its past. */
  readonly startedAt: Date;
  readonly state: 'fetching' | 'stored' | 'oversize' | 'held' | 'overflow' | 'decided' | 'ignored' | 'quarantined';
  /** Whether somebody accepted it after it was suspected. */
  readonly released: boolean;
  /** Whether a member let it in after it waited in the overflow room, or as old mail. */
  readonly letIn?: boolean;
  /** Whether it was let in without a sound. */
  readonly quiet?: boolean;
  /** The place among the messages (`Message.seq`) that was kept for it when it was suspected; null for none. */
  readonly place: number | null;
}

export async function loadMail(db: Queryable, mail: number): Promise<StoredMail | null> {
  const { rows } = await db.query<StoredMail>(
    `SELECT mail, account, mailbox, role, size, internal_date AS "internalDate", header_date AS "headerDate",
       started_at AS "startedAt", mails.state, released_by IS NOT NULL AS released, let_in_by IS NOT NULL AS "letIn",
       quiet, place
     FROM mails JOIN accounts USING (account) WHERE mail = $1`,
    [mail],
  );
  return rows[0] ?? null;
}

/**
 * Writes down what became of a mail. A quarantined, suspected (`held`) or overflowing one keeps its raw bytes until
 * somebody looks, the two last also their place in their thread: that of their first time.
 */
export async function settleMailIn(
  tx: Queryable,
  mail: number,
  state: 'held' | 'overflow' | 'decided' | 'ignored' | 'quarantined',
  facts: { readonly message?: MessageKey; readonly reason?: string },
): Promise<void> {
  await together(tx, settleMailsIn, { mail, state, ...facts });
}

async function settleMailsIn(
  tx: Queryable,
  mails: readonly {
    readonly mail: number;
    readonly state: string;
    readonly message?: MessageKey;
    readonly reason?: string;
  }[],
): Promise<readonly undefined[]> {
  await tx.query(
    `UPDATE mails SET state = s.state, message = s.message, reason = s.reason,
       place = CASE WHEN s.state IN ('held', 'overflow')
         THEN coalesce(place, nextval(pg_get_serial_sequence('messages', 'seq'))) ELSE place END
     FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) AS s (mail, state, message, reason)
     WHERE mails.mail = s.mail`,
    [
      mails.map(({ mail }) => mail),
      mails.map(({ state }) => state),
      mails.map(({ message }) => message ?? null),
      mails.map(({ reason }) => reason ?? null),
    ],
  );
  return mails.map(() => undefined);
}

/** A suspected message and who decides about it. */
export interface SuspectedMail {
  readonly account: AccountId;
  readonly message: MessageKey;
  readonly by: UserId;
}

/** Has every suspected copy of a message decided again, as accepted. How many; 0 where none waits (any more). */
export async function releaseSuspected(tx: Queryable, { account, message, by }: SuspectedMail): Promise<number> {
  const { rows } = await tx.query<{ mail: number }>(
    `UPDATE mails SET state = 'stored', released_by = $3 WHERE account = $1 AND message = $2 AND state = 'held'
       RETURNING mail`,
    [account, message, by],
  );
  for (const { mail } of rows) {
    await addJob(tx, { account, queue: 'mail-in', key: account, subject: String(mail) });
  }
  return rows.length;
}

/** Ends every suspected copy of a message unshown. How many. */
export async function refuseSuspected(tx: Queryable, { account, message, by }: SuspectedMail): Promise<number> {
  const { rowCount } = await tx.query(
    `UPDATE mails SET state = 'ignored', reason = 'refused by ' || $3::text WHERE account = $1 AND message = $2 AND
       state = 'held'`,
    [account, message, by],
  );
  return rowCount ?? 0;
}

/** Hex SHA-256 of a raw mail, null where it is not known. */
export async function mailHash(db: Queryable, mail: number): Promise<string | null> {
  const { rows } = await db.query<{ sha256: Buffer | null }>('SELECT sha256 FROM mails WHERE mail = $1', [mail]);
  return rows[0]?.sha256?.toString('hex') ?? null;
}

/**
 * What is kept of a mail: its bytes (`size` is how many, 0 after they were purged) and their hex SHA-256. Null for no
 * mail.
 */
export async function mailSource(
  db: Queryable,
  mail: number,
): Promise<{ readonly size: number; readonly sha256: string | null } | null> {
  const { rows } = await db.query<{ size: number; sha256: Buffer | null }>(
    `SELECT (SELECT coalesce(sum(octet_length(bytes)), 0)::bigint FROM mail_chunks c WHERE c.mail = m.mail) AS size,
       sha256
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

/** Deletes what is kept of the bytes of a mail, and what the server said of it. */
export async function deleteBytes(tx: Queryable, mail: number): Promise<void> {
  await tx.query('DELETE FROM mail_chunks WHERE mail = $1', [mail]);
  await tx.query('UPDATE mails SET message_id = NULL, header_date = NULL, sha256 = NULL WHERE mail = $1', [mail]);
}
