/**
 * The inbox: mails as they came from IMAP, and how far each mailbox was read.
 *
 * Policy. A mail, its job and the cursor behind it are one transaction, in which the lease's epoch is asserted: the
 * cursor moves over nothing that is not stored, set aside or known to be of no interest. The key (account, mailbox,
 * uidvalidity, uid) makes a second store of the same mail change nothing. A large body arrives chunk by chunk under a
 * row in state `fetching`; whoever begins it again throws the old row and its chunks away, so that a late chunk of an
 * overtaken process finds no row.
 */
import type { AccountId } from '../../bridge/types.ts';
import { LeaseLostError } from '../../base/errors.ts';
import { assertEpoch, type Lease } from './accounts.ts';
import {
  closeOpenUids,
  dropFetching,
  moveCursor,
  setAside,
  type MailboxRef,
  type MailFacts,
  type SetAside,
} from './mailboxes.ts';
import { onlyRow, READ_PIECE, type Database, type Queryable, type Transaction } from '../pool.ts';
import { isOnHold, isOnHoldOutside } from '../retention-tables/holds.ts';
import { isOver, keptParameters, type Kept } from '../retention-tables/kept.ts';
import { waitsForForward } from '../room-tables/places.ts';
import { JOBS_CHANNEL } from '../../queue/queue.ts';

/** A mail that is complete in memory. `oversize` holds its header alone; `ignored` nothing, and gets no job. */
export interface ArrivedMail {
  readonly facts: MailFacts;
  readonly state: 'stored' | 'oversize' | 'ignored';
  /** Why, for `oversize` and `ignored`. */
  readonly reason: string | null;
  readonly sha256: Buffer | null;
  readonly body: Buffer | null;
}

/** Called by name at each step on the path of a mail; a test's may throw there. */
export type StoreStep = (name: string) => void;

export interface StoreOptions {
  readonly lease: Lease;
  readonly box: MailboxRef;
  /** Where the cursor goes, never backwards; null leaves it. */
  readonly nextUid: number | null;
  readonly failpoint: StoreStep;
}

/**
 * Stores mails with their jobs, sets UIDs aside and moves the cursor, in one transaction; wakes the workers at its
 * commit. A mail that is stored already changes nothing. Returns how many were new. Throws LeaseLostError.
 */
export async function storeMails(
  db: Database,
  options: StoreOptions,
  mails: readonly ArrivedMail[],
  aside: readonly SetAside[] = [],
): Promise<number> {
  const { lease, box, failpoint } = options;
  const stored = await db.transaction(async (tx) => {
    await assertEpoch(tx, lease);
    const numbers = await insertMails(tx, lease.account, box, mails);
    await insertBodies(tx, lease.account, mails, numbers);
    const working = mails
      .filter(({ state }) => state !== 'ignored')
      .flatMap(({ facts }) => numbers.get(facts.uid) ?? []);
    await insertJobs(tx, lease.account, working);
    await setAside(tx, lease.account, box, aside);
    await closeOpenUids(
      tx,
      lease.account,
      box,
      mails.map(({ facts }) => facts.uid),
    );
    if (options.nextUid !== null) await moveCursor(tx, lease.account, box, options.nextUid);
    failpoint('imap:before-commit');
    return working.length;
  });
  failpoint('imap:after-commit');
  return stored;
}

/**
 * Begins a body that arrives in chunks and returns the number of its mail; null where that mail is stored already. What
 * an earlier try left is thrown away. Throws LeaseLostError.
 */
export async function beginMail(db: Database, lease: Lease, box: MailboxRef, facts: MailFacts): Promise<number | null> {
  return db.transaction(async (tx) => {
    await assertEpoch(tx, lease);
    const numbers = await insertMails(tx, lease.account, box, [
      { facts, state: 'fetching', reason: null, sha256: null },
    ]);
    return numbers.get(facts.uid) ?? null;
  });
}

/** Stores the next chunk of a begun body. Throws LeaseLostError where the lease or the row is gone. */
export async function addChunk(db: Queryable, lease: Lease, mail: number, seq: number, bytes: Buffer): Promise<void> {
  const { rowCount } = await db.query(
    `INSERT INTO mail_chunks (mail, seq, account, bytes)
     SELECT m.mail, $2, m.account, $3 FROM mails m JOIN accounts a USING (account)
     WHERE m.mail = $1 AND m.state = 'fetching' AND a.owner = $4 AND a.epoch = $5`,
    [mail, seq, bytes, lease.owner, lease.epoch],
  );
  if (rowCount !== 1) throw new LeaseLostError(`account ${lease.account}`);
}

/**
 * Completes a begun body of `bytes` bytes: the mail, its job and the cursor in one transaction. Throws LeaseLostError.
 */
export async function completeMail(
  db: Database,
  options: StoreOptions,
  done: { readonly mail: number; readonly uid: number; readonly sha256: Buffer; readonly bytes: number },
): Promise<void> {
  const { lease, box, failpoint } = options;
  await db.transaction(async (tx) => {
    await assertEpoch(tx, lease);
    onlyRow(
      await tx.query(
        `UPDATE mails SET state = 'stored', sha256 = $2, stored_at = now() WHERE mail = $1 AND state = 'fetching'
           AND $3 = (SELECT coalesce(sum(octet_length(bytes)), 0) FROM mail_chunks WHERE mail = $1) RETURNING mail`,
        [done.mail, done.sha256, done.bytes],
      ),
      'complete mail',
    );
    await insertJobs(tx, lease.account, [done.mail]);
    await closeOpenUids(tx, lease.account, box, [done.uid]);
    if (options.nextUid !== null) await moveCursor(tx, lease.account, box, options.nextUid);
    failpoint('imap:before-commit');
  });
  failpoint('imap:after-commit');
}

/** Ends UIDs that were expunged, with whatever of their bodies had arrived. Throws LeaseLostError. */
export async function forgetUids(db: Database, lease: Lease, box: MailboxRef, uids: readonly number[]): Promise<void> {
  if (uids.length === 0) return;
  await db.transaction(async (tx) => {
    await assertEpoch(tx, lease);
    await dropFetching(tx, lease.account, box, uids);
    await closeOpenUids(tx, lease.account, box, uids);
  });
}

/**
 * Where a mail that came in can be found on the server, by its Message-ID; one for each watched mailbox that holds it.
 */
export async function findWatchedUids(
  db: Queryable,
  account: AccountId,
  messageId: string,
): Promise<{ readonly mailbox: string; readonly uidvalidity: number; readonly uid: number }[]> {
  const { rows } = await db.query<{ mailbox: string; uidvalidity: number; uid: number }>(
    `SELECT mailbox, uidvalidity, uid FROM mails WHERE account = $1 AND message_id = $2 AND role = 'watched'
       AND md5(message_id) = md5($2) AND message_id = $2 AND state <> 'fetching' ORDER BY mail`,
    [account, messageId],
  );
  return rows;
}

/**
 * The raw mail in order, a piece of a chunk at a time (`READ_PIECE`). Empty where the raw bytes were purged; the header
 * alone where the mail is `oversize`.
 */
export async function* readChunks(db: Queryable, mail: number): AsyncGenerator<Buffer, void, undefined> {
  for (let seq = 0; ; seq++) {
    for (let from = 1; ; from += READ_PIECE) {
      // The chunks are stored uncompressed (STORAGE EXTERNAL), so that a part of one is read without the rest.
      const { rows } = await db.query<{ bytes: Buffer; last: boolean }>(
        `SELECT substring(bytes FROM $3 FOR $4) AS bytes,
           NOT EXISTS (SELECT FROM mail_chunks n WHERE n.mail = $1 AND n.seq > $2) AS last
         FROM mail_chunks WHERE mail = $1 AND seq = $2`,
        [mail, seq, from, READ_PIECE],
      );
      const [row] = rows;
      if (row === undefined) return;
      if (row.bytes.length > 0) yield row.bytes;
      if (row.bytes.length === READ_PIECE) continue;
      if (row.last) return;
      break;
    }
  }
}

/** That a mail is of a conversation on hold; one of none by what is on hold at all. */
const HELD = `coalesce(
  (SELECT ${isOnHold('msg.account', 'msg.thread')} FROM messages msg WHERE msg.message = m.message),
  (SELECT ${isOnHold('i.account', 'i.thread')} FROM import_mails i WHERE i.mail = m.mail AND i.thread IS NOT NULL
    LIMIT 1),
  ${isOnHoldOutside('m.account')})`;

/**
 * Deletes the raw bytes of up to `limit` mails that were settled, are kept no longer and of which nothing waits to be
 * sent to Matrix, but none of the accounts that are `spared` and none on hold; returns how many. The mails' rows stay:
 * they know what was seen.
 */
export async function purgeRaw(
  db: Queryable,
  kept: Kept,
  limit: number,
  spared: readonly string[] = [],
): Promise<number> {
  const { rows } = await db.query<{ mail: number }>(
    `WITH old AS (
       SELECT m.mail FROM mails m
       WHERE m.state IN ('decided', 'ignored', 'imported') AND m.account <> ALL($2::text[])
         AND ${isOver('m.account', 'm.stored_at', 3)} AND NOT ${HELD}
         AND EXISTS (SELECT 1 FROM mail_chunks c WHERE c.mail = m.mail)
         AND NOT EXISTS (SELECT 1 FROM matrix_sends s WHERE s.message = m.message AND s.state = 'waiting')
         AND NOT ${waitsForForward('m.message')}
       ORDER BY m.mail LIMIT $1)
     DELETE FROM mail_chunks USING old WHERE mail_chunks.mail = old.mail RETURNING mail_chunks.mail`,
    [limit, spared, ...keptParameters(kept)],
  );
  return new Set(rows.map(({ mail }) => mail)).size;
}

type MailRow = Omit<ArrivedMail, 'state' | 'body'> & { readonly state: ArrivedMail['state'] | 'fetching' };

/** Inserts mails in the order given; the numbers of those that were not stored before, by UID. */
async function insertMails(
  tx: Transaction,
  account: AccountId,
  box: MailboxRef,
  mails: readonly MailRow[],
): Promise<Map<number, number>> {
  if (mails.length === 0) return new Map();
  const uids = mails.map(({ facts }) => facts.uid);
  await dropFetching(tx, account, box, uids);
  const { rows } = await tx.query<{ mail: number; uid: number }>(
    `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, internal_date, email_id, message_id,
       header_date,
       sha256, state, reason)
     SELECT $1, $2, $3, $4, new.* FROM unnest($5::bigint[], $6::bigint[], $7::timestamptz[], $8::text[], $9::text[],
       $10::timestamptz[], $11::bytea[], $12::text[], $13::text[]) AS new
     ON CONFLICT (account, mailbox, uidvalidity, uid) DO NOTHING RETURNING mail, uid`,
    [
      account,
      box.mailbox,
      box.role,
      box.uidvalidity,
      uids,
      mails.map(({ facts }) => facts.size),
      mails.map(({ facts }) => facts.internalDate),
      mails.map(({ facts }) => facts.emailId),
      mails.map(({ facts }) => facts.messageId),
      mails.map(({ facts }) => facts.headerDate),
      mails.map(({ sha256 }) => sha256),
      mails.map(({ state }) => state),
      mails.map(({ reason }) => reason),
    ],
  );
  return new Map(rows.map(({ mail, uid }) => [uid, mail]));
}

async function insertBodies(
  tx: Transaction,
  account: AccountId,
  mails: readonly ArrivedMail[],
  numbers: ReadonlyMap<number, number>,
): Promise<void> {
  const bodies = mails.flatMap(({ facts, body }) => {
    const mail = numbers.get(facts.uid);
    return mail === undefined || body === null ? [] : [{ mail, body }];
  });
  if (bodies.length === 0) return;
  // A parameter for each body, not one array: the driver sends a buffer as it is, but an array as hexadecimal text.
  const tuples = bodies.map(
    (_, index) => `($${String(2 * index + 2)}::bigint, 0, $1, $${String(2 * index + 3)}::bytea)`,
  );
  await tx.query(`INSERT INTO mail_chunks (mail, seq, account, bytes) VALUES ${tuples.join(', ')}`, [
    account,
    ...bodies.flatMap(({ mail, body }) => [mail, body]),
  ]);
}

/** One job a mail, decided one by one per account, in the order of the mails' numbers. */
async function insertJobs(tx: Transaction, account: AccountId, mails: readonly number[]): Promise<void> {
  if (mails.length === 0) return;
  await tx.query(
    `INSERT INTO jobs (account, queue, key, subject)
     SELECT $1, 'mail-in', $1, number::text FROM unnest($2::bigint[]) AS new (number) ORDER BY new.number
     ON CONFLICT (queue, subject) DO NOTHING`,
    [account, mails],
  );
  await tx.query('UPDATE accounts SET last_mail_at = now() WHERE account = $1', [account]);
  tx.notify(JOBS_CHANNEL, 'mail-in');
}
