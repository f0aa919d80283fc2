/**
 * How far each mailbox was read, which UIDs are still open, and what becomes of both when the server changes
 * UIDVALIDITY.
 *
 * Policy. A UIDVALIDITY that changed never replays a mailbox: what is known is found again by what the server says of
 * it, what is unknown and older than the account's start is counted and skipped, and only what is unknown and newer is
 * new mail.
 */
import type { AccountId } from '../../bridge/types.ts';
import { assertEpoch, type Lease } from './accounts.ts';
import { onlyRow, type Database, type Queryable, type Transaction } from '../pool.ts';

/** `watched`: what people write to us. `sent`: what was sent from the account, by us or by a colleague. */
export type MailboxRole = 'watched' | 'sent';

/** A mailbox under one UIDVALIDITY: what UIDs mean. */
export interface MailboxRef {
  readonly mailbox: string;
  readonly role: MailboxRole;
  readonly uidvalidity: number;
}

/** How far a mailbox was read: everything below `nextUid` is stored, set aside, or of no interest. */
export interface MailboxCursor extends MailboxRef {
  readonly nextUid: number;
  /** Mails that were neither known nor new after a changed UIDVALIDITY. */
  readonly skipped: number;
}

/** What the server says of a mail besides its body. Texts hold no U+0000. */
export interface MailFacts {
  readonly uid: number;
  /** RFC822.SIZE, bytes; 0 where the server does not say. */
  readonly size: number;
  readonly internalDate: Date | null;
  /** EMAILID (RFC 8474) or X-GM-MSGID. */
  readonly emailId: string | null;
  /** As the server's ENVELOPE gives it. */
  readonly messageId: string | null;
  /** The Date header as the server's ENVELOPE gives it; null where it is no date. */
  readonly headerDate: Date | null;
}

/** A UID that is not done and is tried again, without holding up the mails behind it. */
export interface SetAside {
  readonly uid: number;
  /** A constant, such as `no-body`. */
  readonly reason: string;
}

/** How far a mailbox was read; null where it never was. */
export async function loadMailbox(db: Queryable, account: AccountId, mailbox: string): Promise<MailboxCursor | null> {
  const { rows } = await db.query<{ role: MailboxRole; uidvalidity: number; next_uid: number; skipped: number }>(
    'SELECT role, uidvalidity, next_uid, skipped FROM mailboxes WHERE account = $1 AND mailbox = $2',
    [account, mailbox],
  );
  const [row] = rows;
  if (row === undefined) return null;
  return { mailbox, role: row.role, uidvalidity: row.uidvalidity, nextUid: row.next_uid, skipped: row.skipped };
}

/**
 * Which mails of a mailbox come in as new mail, and which of these wait for somebody's word: what is still to be read,
 * and what is not decided. Of a mailbox that is not watched, or that was under another UIDVALIDITY then, none.
 *
 * @param how.decided whether those are among them that were decided
 */
export async function newMailsOf(
  db: Queryable,
  account: AccountId,
  { mailbox, uidvalidity }: Omit<MailboxRef, 'role'>,
  uids: readonly number[],
  how: { readonly decided: boolean },
): Promise<ReadonlyMap<number, 'comes' | 'waits'>> {
  const { rows } = await db.query<{ uid: number; waits: boolean }>(
    `SELECT u.uid, coalesce(m.state IN ('held', 'overflow', 'quarantined'), false) AS waits
     FROM mailboxes b CROSS JOIN unnest($4::bigint[]) AS u (uid)
       LEFT JOIN mails m ON m.account = $1 AND m.mailbox = $2 AND m.uidvalidity = $3 AND m.uid = u.uid
     WHERE b.account = $1 AND b.mailbox = $2 AND b.uidvalidity = $3
       AND CASE WHEN m.mail IS NOT NULL THEN $5 OR m.state NOT IN ('decided', 'ignored') ELSE u.uid >= b.next_uid
         OR EXISTS (SELECT FROM open_uids o
           WHERE o.account = $1 AND o.mailbox = $2 AND o.uidvalidity = $3 AND o.uid = u.uid) END`,
    [account, mailbox, uidvalidity, uids, how.decided],
  );
  return new Map(rows.map(({ uid, waits }) => [uid, waits ? 'waits' : 'comes']));
}

/** The mailboxes of an account that were read as such. */
export async function mailboxNames(db: Queryable, account: AccountId, role: MailboxRole): Promise<string[]> {
  const { rows } = await db.query<{ mailbox: string }>(
    'SELECT mailbox FROM mailboxes WHERE account = $1 AND role = $2 ORDER BY mailbox',
    [account, role],
  );
  return rows.map(({ mailbox }) => mailbox);
}

/** Begins to read a mailbox: from `nextUid` on, and the earlier `wanted` UIDs. Throws LeaseLostError. */
export async function startMailbox(
  db: Database,
  lease: Lease,
  box: MailboxRef,
  start: { readonly nextUid: number; readonly wanted: readonly number[] },
): Promise<void> {
  await db.transaction(async (tx) => {
    await assertEpoch(tx, lease);
    await tx.query(
      `INSERT INTO mailboxes (account, mailbox, role, uidvalidity, next_uid, checked_at) VALUES ($1, $2, $3, $4, $5,
         now())
       ON CONFLICT (account, mailbox) DO NOTHING`,
      [lease.account, box.mailbox, box.role, box.uidvalidity, start.nextUid],
    );
    await addOpenUids(tx, lease.account, box, start.wanted, 'first-start');
  });
}

/** Notes that a mailbox was looked at and held nothing new, and under which role it is read now. */
export async function noteChecked(db: Queryable, account: AccountId, box: MailboxRef): Promise<void> {
  await db.query('UPDATE mailboxes SET checked_at = now(), role = $3 WHERE account = $1 AND mailbox = $2', [
    account,
    box.mailbox,
    box.role,
  ]);
}

/** UIDs set aside that are due, oldest first, and how often each was tried. */
export async function dueOpenUids(
  db: Queryable,
  account: AccountId,
  box: MailboxRef,
  limit: number,
): Promise<{ readonly uid: number; readonly attempts: number }[]> {
  const { rows } = await db.query<{ uid: number; attempts: number }>(
    `SELECT uid, attempts FROM open_uids WHERE account = $1 AND mailbox = $2 AND uidvalidity = $3 AND retry_at <= now()
     ORDER BY attempts, uid LIMIT $4`,
    [account, box.mailbox, box.uidvalidity, limit],
  );
  return rows;
}

/** Milliseconds until the next UID that was set aside in one of these mailboxes is due; null where none is. */
export async function nextOpenUidIn(
  db: Queryable,
  account: AccountId,
  mailboxes: readonly string[],
): Promise<number | null> {
  const { rows } = await db.query<{ ms: number | null }>(
    `SELECT (extract(epoch FROM min(retry_at) - now()) * 1000)::double precision AS ms
     FROM open_uids JOIN mailboxes USING (account, mailbox, uidvalidity) WHERE account = $1 AND mailbox =
     ANY($2::text[])`,
    [account, mailboxes],
  );
  const ms = rows[0]?.ms ?? null;
  return ms === null ? null : Math.max(0, ms);
}

/**
 * Counts a try for each UID *before* it is made and puts the next one off (1, 2, 4 … minutes, at most an hour), so that
 * a mail on which the connection or the program breaks cannot hold up the others.
 */
export async function countAttempts(
  db: Queryable,
  account: AccountId,
  box: MailboxRef,
  uids: readonly number[],
): Promise<void> {
  await db.query(
    `UPDATE open_uids SET attempts = attempts + 1, retry_at = now() + least(60, power(2, least(attempts, 6))) *
       interval '1 minute'
     WHERE account = $1 AND mailbox = $2 AND uidvalidity = $3 AND uid = ANY($4::bigint[])`,
    [account, box.mailbox, box.uidvalidity, uids],
  );
}

/** A mail of ours that may be found again under a new UIDVALIDITY. */
export interface KnownMail extends MailFacts {
  readonly mail: number;
}

/**
 * The mails of a mailbox, from before `box.uidvalidity`, that share an EMAILID, a Message-ID or (without one) a date
 * with `found`.
 */
export async function findKnownMails(
  db: Queryable,
  account: AccountId,
  box: MailboxRef,
  found: readonly MailFacts[],
): Promise<KnownMail[]> {
  const { rows } = await db.query<{
    mail: number;
    uid: number;
    size: number;
    internal_date: Date | null;
    email_id: string | null;
    message_id: string | null;
    header_date: Date | null;
  }>(
    `SELECT mail, uid, size, internal_date, email_id, message_id, header_date FROM mails
     WHERE account = $1 AND mailbox = $2 AND uidvalidity <> $3 AND state <> 'fetching' AND (email_id = ANY($4::text[])
       OR (message_id IS NOT NULL AND md5(message_id)
             = ANY(SELECT md5(id) FROM unnest($5::text[]) AS id))
       OR (message_id IS NULL AND header_date = ANY($6::timestamptz[])))
     ORDER BY mail`,
    [
      account,
      box.mailbox,
      box.uidvalidity,
      found.flatMap(({ emailId }) => emailId ?? []),
      found.flatMap(({ messageId }) => messageId ?? []),
      found.flatMap(({ messageId, headerDate }) => (messageId === null && headerDate !== null ? [headerDate] : [])),
    ],
  );
  return rows.map((row) => ({
    mail: row.mail,
    uid: row.uid,
    size: row.size,
    internalDate: row.internal_date,
    emailId: row.email_id,
    messageId: row.message_id,
    headerDate: row.header_date,
  }));
}

/** When the account was taken on (mail that is unknown and older is never relayed), and the database's clock. */
export async function accountTimes(db: Queryable, account: AccountId): Promise<{ startedAt: Date; now: Date }> {
  const row = onlyRow(
    await db.query<{ started_at: Date; now: Date }>(
      'SELECT started_at, now() AS now FROM accounts WHERE account = $1',
      [account],
    ),
    'account',
  );
  return { startedAt: row.started_at, now: row.now };
}

/**
 * Goes over to a new UIDVALIDITY in one transaction: known mails get their new UIDs, new ones are set aside to be
 * fetched, the cursor stands behind them all, and what was skipped is counted. Throws LeaseLostError.
 */
export async function changeUidValidity(
  db: Database,
  lease: Lease,
  box: MailboxRef,
  change: {
    readonly matched: readonly { readonly mail: number; readonly uid: number }[];
    readonly wanted: readonly number[];
    readonly skipped: number;
    readonly nextUid: number;
  },
): Promise<void> {
  await db.transaction(async (tx) => {
    await assertEpoch(tx, lease);
    const scope = [lease.account, box.mailbox, box.uidvalidity];
    await tx.query(
      `DELETE FROM mails WHERE account = $1 AND mailbox = $2 AND uidvalidity <> $3 AND state = 'fetching'`,
      scope,
    );
    await tx.query('DELETE FROM open_uids WHERE account = $1 AND mailbox = $2 AND uidvalidity <> $3', scope);
    await tx.query(
      `UPDATE mails m SET uidvalidity = $1, uid = found.uid
       FROM unnest($2::bigint[], $3::bigint[]) AS found (mail, uid) WHERE m.mail = found.mail
         AND NOT EXISTS (SELECT 1 FROM mails x WHERE x.account = m.account AND x.mailbox = m.mailbox
           AND x.uidvalidity = $1 AND x.uid = found.uid)`,
      [box.uidvalidity, change.matched.map(({ mail }) => mail), change.matched.map(({ uid }) => uid)],
    );
    await addOpenUids(tx, lease.account, box, change.wanted, 'uidvalidity-changed');
    onlyRow(
      await tx.query(
        `UPDATE mailboxes SET uidvalidity = $3, next_uid = $4, skipped = skipped + $5, role = $6, checked_at = now()
         WHERE account = $1 AND mailbox = $2 RETURNING mailbox`,
        [...scope, change.nextUid, change.skipped, box.role],
      ),
      'mailbox',
    );
  });
}

/** Moves the cursor forward to `nextUid`, never backwards. Throws where the mailbox has another UIDVALIDITY by now. */
export async function moveCursor(tx: Transaction, account: AccountId, box: MailboxRef, nextUid: number): Promise<void> {
  onlyRow(
    await tx.query(
      `UPDATE mailboxes SET next_uid = greatest(next_uid, $4), role = $5, checked_at = now()
       WHERE account = $1 AND mailbox = $2 AND uidvalidity = $3 RETURNING mailbox`,
      [account, box.mailbox, box.uidvalidity, nextUid, box.role],
    ),
    'mailbox',
  );
}

/** Throws away what had arrived of bodies that were begun and not completed. */
export async function dropFetching(
  tx: Transaction,
  account: AccountId,
  box: MailboxRef,
  uids: readonly number[],
): Promise<void> {
  await tx.query(
    `DELETE FROM mails WHERE account = $1 AND mailbox = $2 AND uidvalidity = $3 AND uid = ANY($4::bigint[])
       AND state = 'fetching'`,
    [account, box.mailbox, box.uidvalidity, uids],
  );
}

/** Makes UIDs open: they are tried again at once, then ever more seldom. */
export async function setAside(
  tx: Transaction,
  account: AccountId,
  box: MailboxRef,
  aside: readonly SetAside[],
): Promise<void> {
  if (aside.length === 0) return;
  const uids = aside.map(({ uid }) => uid);
  await dropFetching(tx, account, box, uids);
  await tx.query(
    `INSERT INTO open_uids (account, mailbox, uidvalidity, uid, reason)
     SELECT $1, $2, $3, new.* FROM unnest($4::bigint[], $5::text[]) AS new
     ON CONFLICT (account, mailbox, uidvalidity, uid) DO UPDATE SET reason = excluded.reason`,
    [account, box.mailbox, box.uidvalidity, uids, aside.map(({ reason }) => reason)],
  );
}

async function addOpenUids(
  tx: Transaction,
  account: AccountId,
  box: MailboxRef,
  uids: readonly number[],
  reason: string,
): Promise<void> {
  await setAside(
    tx,
    account,
    box,
    uids.map((uid) => ({ uid, reason })),
  );
}

/** Tries of a mail after which its account's people are told that the server does not hand it over. */
const TRIES_UNTOLD = 3;

/** A mail that the server shows and does not hand over. */
export interface WithheldMail {
  readonly account: AccountId;
  readonly mailbox: string;
  /** Names it in the quarantine. */
  readonly item: number;
  /** From its envelope; null where the server gives none. Of a stranger: not more than 300 characters each. */
  readonly sender: string | null;
  readonly subject: string | null;
}

/** Keeps what the server says of mails that were set aside. */
export async function noteEnvelopes(
  db: Queryable,
  account: AccountId,
  box: MailboxRef,
  envelopes: readonly { readonly uid: number; readonly sender: string | null; readonly subject: string | null }[],
): Promise<void> {
  await db.query(
    `UPDATE open_uids o SET sender = new.sender, subject = new.subject
     FROM unnest($4::bigint[], $5::text[], $6::text[]) AS new (uid, sender, subject)
     WHERE o.account = $1 AND o.mailbox = $2 AND o.uidvalidity = $3 AND o.uid = new.uid
       AND (o.sender, o.subject) IS DISTINCT FROM (new.sender, new.subject)`,
    [
      account,
      box.mailbox,
      box.uidvalidity,
      envelopes.map(({ uid }) => uid),
      envelopes.map(({ sender }) => sender),
      envelopes.map(({ subject }) => subject),
    ],
  );
}

/** Mails that were tried often enough and that nobody was told of, as told from now on. */
export async function tellWithheld(tx: Transaction, accounts: readonly AccountId[]): Promise<WithheldMail[]> {
  const { rows } = await tx.query<WithheldMail>(
    `UPDATE open_uids SET told = true
     WHERE (account, mailbox, uidvalidity, uid) IN (
       SELECT account, mailbox, uidvalidity, uid FROM open_uids
       WHERE account = ANY($1::text[]) AND attempts >= $2 AND NOT told FOR UPDATE SKIP LOCKED)
     RETURNING account, mailbox, item, sender, subject`,
    [accounts, TRIES_UNTOLD],
  );
  return rows.sort((a, b) => a.item - b.item);
}

/** Ends open UIDs: they are stored or gone. */
export async function closeOpenUids(
  tx: Transaction,
  account: AccountId,
  box: MailboxRef,
  uids: readonly number[],
): Promise<void> {
  await tx.query(
    'DELETE FROM open_uids WHERE account = $1 AND mailbox = $2 AND uidvalidity = $3 AND uid = ANY($4::bigint[])',
    [account, box.mailbox, box.uidvalidity, uids],
  );
}
