/**
 * Old mail that came in quantity. It waits as what overflows does (`overflow.ts`): state `overflow`, with a reason that
 * begins with `old`. One SQL statement a function.
 */
import type { AccountId } from '../../bridge/types.ts';
import type { MessageId } from '../../mail/types.ts';
import { JOBS_CHANNEL } from '../../queue/queue.ts';
import { onlyRow } from '../pool.ts';
import type { Queryable, Transaction } from '../pool.ts';

/** As the index has it. */
const WAITING = `state = 'overflow' AND reason LIKE 'old%'`;
/** Reasons of what waits: of one that was too large to be fetched only the header is here. */
const OVERSIZE = 'old: oversize';
/** Within which time old mails count as one lot. */
const AT_ONCE = `interval '1 hour'`;

/** Why an old mail waits, beside it. */
export function oldReason(oversize: boolean): string {
  return oversize ? OVERSIZE : 'old';
}

/**
 * How many old mails there are that came within the hour before a mail or after it, it among them; counted as far as
 * the bound. Copies and what was not let in count for nothing.
 */
export async function oldMailsAtOnce(
  tx: Transaction,
  account: AccountId,
  mail: number,
  bound: number,
): Promise<{ readonly atOnce: number; readonly waiting: boolean }> {
  const { rows } = await tx.query<{ waiting: boolean; count: number }>(
    `SELECT EXISTS (SELECT FROM mails WHERE account = $1 AND ${WAITING}) AS waiting, (SELECT count(*) FROM (
       SELECT FROM mails m JOIN accounts a USING (account)
       WHERE m.account = $1 AND m.stored_at >= (SELECT stored_at FROM mails WHERE mail = $2) - ${AT_ONCE}
         AND m.internal_date < date_trunc('second', a.started_at)
         AND coalesce(m.header_date, m.internal_date) < a.started_at
         AND m.state IN ('stored', 'oversize', 'decided', 'overflow', 'quarantined')
       LIMIT $3 + 1) found) AS count`,
    [account, mail, bound],
  );
  const { waiting, count } = onlyRow({ rows }, 'old mails');
  return { waiting, atOnce: count };
}

/** What becomes of old mail: rooms without a sound, as if it had just come, or nothing. */
export type OldMailVerb = 'quietly' | 'as-new' | 'leave';

/** Has the old mail that waits in an account decided by somebody's word, the oldest first. How many. */
export async function admitOldMails(
  tx: Transaction,
  account: AccountId,
  by: string,
  how: { readonly quiet: boolean },
): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `WITH let_in AS (
       UPDATE mails SET state = CASE reason WHEN '${OVERSIZE}' THEN 'oversize' ELSE 'stored' END, let_in_by = $2,
         quiet = $3
       WHERE account = $1 AND ${WAITING} RETURNING mail, internal_date),
     added AS (
       INSERT INTO jobs (account, queue, key, subject)
       SELECT $1, 'mail-in', $1, mail::text FROM let_in ORDER BY let_in.internal_date, let_in.mail
       ON CONFLICT (queue, subject) DO NOTHING RETURNING queue)
     SELECT count(*) AS count FROM let_in`,
    [account, by, how.quiet],
  );
  tx.notify(JOBS_CHANNEL, 'mail-in');
  return rows[0]?.count ?? 0;
}

/** Ends it unshown; it stays in the mailbox. How many. */
export async function leaveOldMails(tx: Transaction, account: AccountId, by: string): Promise<number> {
  const { rowCount } = await tx.query(
    `UPDATE mails SET state = 'ignored', reason = 'old: left by ' || $2::text WHERE account = $1 AND ${WAITING}`,
    [account, by],
  );
  return rowCount ?? 0;
}

/** Those that wait of an account under one of these Message-IDs, the oldest first, at most `limit`. */
export async function oldMailsNamed(
  db: Queryable,
  account: AccountId,
  messageIds: readonly MessageId[],
  limit: number,
): Promise<{ readonly mail: number; readonly oversize: boolean }[]> {
  if (messageIds.length === 0) return [];
  const { rows } = await db.query<{ mail: number; oversize: boolean }>(
    `SELECT mail, reason = '${OVERSIZE}' AS oversize FROM mails
     WHERE account = $1 AND ${WAITING} AND message_id IS NOT NULL AND message_id = ANY($2::text[])
       AND md5(message_id) = ANY(SELECT md5(id) FROM unnest($2::text[]) AS id)
     ORDER BY internal_date, mail LIMIT $3`,
    [account, messageIds, limit],
  );
  return rows;
}

/** Lets one in without a sound, because of the mail that answers it. False where it does not wait any more. */
export async function bringOldMail(tx: Transaction, mail: number, because: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE mails SET state = CASE reason WHEN '${OVERSIZE}' THEN 'oversize' ELSE 'stored' END, quiet = true,
       let_in_by = 'mail ' || $2::text
     WHERE mail = $1 AND ${WAITING}`,
    [mail, because],
  );
  return rowCount === 1;
}

/** How the old mail of an account stands. */
export interface OldMailStanding {
  readonly account: AccountId;
  readonly waiting: number;
  /** INTERNALDATE of the first and the last; null where none waits. */
  readonly oldest: Date | null;
  readonly newest: Date | null;
  /** How many were left in the mailbox by somebody's word. */
  readonly left: number;
}

export async function oldMailStandings(db: Queryable, accounts: readonly AccountId[]): Promise<OldMailStanding[]> {
  const { rows } = await db.query<OldMailStanding>(
    `SELECT a.account, w.waiting, w.oldest, w.newest, l.left
     FROM unnest($1::text[]) AS a (account),
       LATERAL (SELECT count(*) AS waiting, min(internal_date) AS oldest, max(internal_date) AS newest
                FROM mails m WHERE m.account = a.account AND ${WAITING}) w,
       LATERAL (SELECT count(*) AS left FROM mails m
                WHERE m.account = a.account AND state = 'ignored' AND reason LIKE 'old%') l
     ORDER BY a.account`,
    [accounts],
  );
  return rows;
}

/** What the lobby of an account was told. */
export interface OldMailNotice {
  readonly send: string;
  readonly generation: number;
  readonly edits: number;
  readonly content: string;
  readonly open: boolean;
}

/** Accounts of which the lobby may have to be told something, since it was not within `leastMs`. */
export async function oldMailUntold(
  db: Queryable,
  accounts: readonly AccountId[],
  leastMs: number,
): Promise<AccountId[]> {
  const { rows } = await db.query<{ account: AccountId }>(
    `SELECT a.account FROM unnest($1::text[]) AS a (account) LEFT JOIN old_mail_notices n USING (account)
     WHERE (n.open IS TRUE OR EXISTS (SELECT FROM mails m WHERE m.account = a.account AND ${WAITING}))
       AND (n.open IS NOT TRUE OR n.written_at < now() - $2::double precision * interval '1 ms')`,
    [accounts, leastMs],
  );
  return rows.map(({ account }) => account);
}

/** The notice, locked until the transaction ends; null where there was none yet, 'held' where another has it locked. */
export async function lockOldMailNotice(tx: Transaction, account: AccountId): Promise<OldMailNotice | 'held' | null> {
  const { rows: got } = await tx.query<{ locked: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 5)) AS locked`,
    [account],
  );
  if (got[0]?.locked !== true) return 'held';
  const { rows } = await tx.query<OldMailNotice>(
    'SELECT send, generation, edits, content, open FROM old_mail_notices WHERE account = $1',
    [account],
  );
  return rows[0] ?? null;
}

export async function saveOldMailNotice(tx: Transaction, account: AccountId, notice: OldMailNotice): Promise<void> {
  await tx.query(
    `INSERT INTO old_mail_notices (account, send, generation, edits, content, open) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (account) DO UPDATE SET send = $2, generation = $3, edits = $4, content = $5, open = $6,
       written_at = now()`,
    [account, notice.send, notice.generation, notice.edits, notice.content, notice.open],
  );
}
