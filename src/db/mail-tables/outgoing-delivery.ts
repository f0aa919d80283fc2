/** The second half of a mail's way out: its bytes, its recipients, its attempts, its copy and its sign in the room. */
import { Readable } from 'node:stream';
import type { DeliveryStatus } from '../../bridge/delivery/status.ts';
import type { AccountId, MessageKey, ThreadId } from '../../bridge/types.ts';
import type { Address } from '../../mail/types.ts';
import { addJob, JOBS_CHANNEL } from '../../queue/queue.ts';
import { EARLIER_FIRST } from './mail-order.ts';
import type { Outgoing } from './outgoing.ts';
import { CURRENT_KEY } from '../key-versions.ts';
import { READ_PIECE, together } from '../pool.ts';
import type { Database, Queryable, Transaction } from '../pool.ts';

/** The bytes of a mail: all of them where they are few and written as it is frozen, else null, and written. */
export interface MailBytes {
  readonly size: number;
  readonly whole: Buffer | null;
}

/**
 * Writes the bytes of a closed mail in pieces, where they are more than one; whatever an earlier try left is replaced.
 */
export async function writeMailBytes(db: Database, mail: Outgoing, raw: Readable): Promise<MailBytes> {
  let size = 0;
  let seq = 0;
  let first: Buffer | null = null;
  const write = async (bytes: Buffer): Promise<void> => {
    await db.query('INSERT INTO outgoing_chunks (outgoing, seq, account, bytes) VALUES ($1, $2, $3, $4)', [
      mail.outgoing,
      seq++,
      mail.account,
      bytes,
    ]);
  };
  for await (const piece of pieces(raw)) {
    if (size > 0 && seq === 0) {
      await db.query('DELETE FROM outgoing_chunks WHERE outgoing = $1', [mail.outgoing]);
      if (first !== null) await write(first);
    }
    size += piece.length;
    if (first === null) first = piece;
    else await write(piece);
  }
  return { size, whole: seq === 0 ? (first ?? Buffer.alloc(0)) : null };
}

/** The bytes of a frozen mail, piece by piece. */
export function readMailBytes(db: Queryable, outgoing: MessageKey): Readable {
  return Readable.from(chunks(db, outgoing), { objectMode: false });
}

async function* chunks(db: Queryable, outgoing: MessageKey): AsyncGenerator<Buffer, void, undefined> {
  for (let seq = 0; ; seq++) {
    for (let from = 1; ; from += READ_PIECE) {
      const { rows } = await db.query<{ bytes: Buffer }>(
        'SELECT substring(bytes FROM $3 FOR $4) AS bytes FROM outgoing_chunks WHERE outgoing = $1 AND seq = $2',
        [outgoing, seq, from, READ_PIECE],
      );
      const [row] = rows;
      if (row === undefined) return;
      if (row.bytes.length > 0) yield row.bytes;
      if (row.bytes.length < READ_PIECE) break;
    }
  }
}

const PIECE = 256 * 1024;

/** Regroups a stream into pieces of one size, so that a row is neither tiny nor large. */
async function* pieces(raw: Readable): AsyncGenerator<Buffer, void, undefined> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const chunk of raw as AsyncIterable<Buffer>) {
    held.push(chunk);
    length += chunk.length;
    if (length < PIECE) continue;
    yield Buffer.concat(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held);
}

/**
 * Freezes a closed mail: from here on every try sends these bytes to these people. Whom it leaves out is written down
 * with them, and to be held back in the same transaction.
 */
export async function freezeMail(
  tx: Transaction,
  mail: Outgoing,
  { envelopeFrom, bytes }: { readonly envelopeFrom: Address; readonly bytes: MailBytes },
): Promise<void> {
  await together(tx, freezeMails, { mail, envelopeFrom, bytes });
}

/** A mail as it is frozen. */
interface Frozen {
  readonly mail: Outgoing;
  readonly envelopeFrom: Address;
  readonly bytes: MailBytes;
}

async function freezeMails(tx: Transaction, all: readonly Frozen[]): Promise<readonly undefined[]> {
  const people = all.flatMap(({ mail: { outgoing, recipients } }) => {
    const { to, cc, bcc = [] } = recipients.meant ?? recipients;
    return [
      ...to.map(({ address }) => ({ outgoing, address, field: 'to' })),
      ...cc.map(({ address }) => ({ outgoing, address, field: 'cc' })),
      ...bcc.map(({ address }) => ({ outgoing, address, field: 'bcc' })),
    ];
  });
  await tx.query(
    `WITH given AS MATERIALIZED (
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bytea[])
         AS g (outgoing, account, envelope_from, size, bytes)),
     frozen AS (
       UPDATE outgoing o SET state = 'frozen', envelope_from = g.envelope_from, size = g.size, frozen_at = now(),
         key_version = ${CURRENT_KEY}
       FROM given g WHERE o.outgoing = g.outgoing AND o.state = 'closed' RETURNING o.outgoing),
     people AS (
       INSERT INTO outgoing_recipients (outgoing, address, account, field)
       SELECT outgoing, p.address, g.account, p.field
       FROM given g JOIN unnest($6::text[], $7::text[], $8::text[]) AS p (outgoing, address, field) USING (outgoing)
       ON CONFLICT (outgoing, address) DO NOTHING),
     kept AS (
       INSERT INTO outgoing_chunks (outgoing, seq, account, bytes)
       SELECT outgoing, 0, g.account, g.bytes FROM frozen JOIN given g USING (outgoing) WHERE g.bytes IS NOT NULL
       ON CONFLICT (outgoing, seq) DO UPDATE SET bytes = excluded.bytes)
     DELETE FROM outgoing_chunks c USING frozen JOIN given g USING (outgoing)
     WHERE c.outgoing = frozen.outgoing AND c.seq > 0 AND g.bytes IS NOT NULL`,
    [
      all.map(({ mail }) => mail.outgoing),
      all.map(({ mail }) => mail.account),
      all.map(({ envelopeFrom }) => envelopeFrom),
      all.map(({ bytes }) => bytes.size),
      all.map(({ bytes }) => bytes.whole),
      people.map(({ outgoing }) => outgoing),
      people.map(({ address }) => address),
      people.map(({ field }) => field),
    ],
  );
  return all.map(() => undefined);
}

export interface OutgoingRecipient {
  readonly address: Address;
  readonly field: 'to' | 'cc' | 'bcc';
  readonly state: DeliveryStatus;
  readonly code: number | null;
  readonly response: string | null;
  /** Whether the room was told that the relay still defers. */
  readonly delayTold: boolean;
}

/** The columns of a recipient. */
export const RECIPIENT = 'address, field, state, code, response, delay_told_at IS NOT NULL AS "delayTold"';

export async function mailRecipients(db: Queryable, outgoing: MessageKey): Promise<OutgoingRecipient[]> {
  const { rows } = await db.query<OutgoingRecipient>(
    `SELECT ${RECIPIENT} FROM outgoing_recipients WHERE outgoing = $1 ORDER BY field DESC, address`,
    [outgoing],
  );
  return rows;
}

/** An attempt at the relay. */
export interface Attempt {
  readonly outgoing: MessageKey;
  /** From 1. */
  readonly attempt: number;
}

/** A mail that is about to be handed over to the end. */
export interface MarkedMail extends Attempt {
  readonly to: readonly Address[];
  /**
   * The first transaction of SMTP of this attempt, before which no other attempt was made; a further one, to other
   * recipients, follows in the same attempt.
   */
  readonly first: boolean;
}

/**
 * Marks, directly before the end of the data, that from now on the relay may have a mail; false where somebody else is
 * at it, or it was taken back. By compare-and-set.
 */
export async function markTrying(db: Queryable, marked: MarkedMail): Promise<boolean> {
  return (await markAllTrying(db, [marked])).has(marked.outgoing);
}

/** As `markTrying` for several mails, in one statement; those that are marked. One alone waits for its row. */
export async function markAllTrying(db: Queryable, marked: readonly MarkedMail[]): Promise<ReadonlySet<MessageKey>> {
  const to = marked.flatMap(({ outgoing, to }) => to.map((address) => ({ outgoing, address })));
  const { rows } = await db.query<{ outgoing: MessageKey }>(
    `WITH free AS MATERIALIZED (
       SELECT o.outgoing, g.attempt FROM outgoing o
       JOIN unnest($1::text[], $2::integer[], $3::integer[]) AS g (outgoing, attempt, before) USING (outgoing)
       WHERE o.state IN ('frozen', 'deferred') AND o.attempts = g.before ${lockedFor(marked)})
     UPDATE outgoing o SET state = 'trying', trying_since = now(), attempts = free.attempt, trying_for = ARRAY(
       SELECT t.address FROM unnest($4::text[], $5::text[]) WITH ORDINALITY AS t (outgoing, address, nth)
       WHERE t.outgoing = free.outgoing ORDER BY t.nth)
     FROM free WHERE o.outgoing = free.outgoing RETURNING o.outgoing`,
    [
      marked.map(({ outgoing }) => outgoing),
      marked.map(({ attempt }) => attempt),
      marked.map(({ attempt, first }) => (first ? attempt - 1 : attempt)),
      to.map(({ outgoing }) => outgoing),
      to.map(({ address }) => address),
    ],
  );
  return new Set(rows.map(({ outgoing }) => outgoing));
}

/** One is waited for; of several those that nobody has locked, in the order of their names. */
function lockedFor({ length }: readonly unknown[]): string {
  return `ORDER BY o.outgoing COLLATE "C" FOR UPDATE OF o ${length > 1 ? 'SKIP LOCKED' : ''}`;
}

/** What the relay said to an attempt at once. */
export interface RepliedMail extends Attempt {
  readonly taken: readonly Taken[];
}

/**
 * Takes the mark away as the relay has answered, in one statement with who has the mail: from here on it is known, and
 * whoever has it never gets it again. Whom the relay refused or deferred stays as they are: what it said of them is
 * written with the result of the whole attempt.
 */
export async function noteReply(db: Queryable, replied: RepliedMail): Promise<void> {
  await noteAllReplies(db, [replied]);
}

/** As `noteReply` for several mails, in one statement; those that are noted. One alone waits for its row. */
export async function noteAllReplies(db: Queryable, replied: readonly RepliedMail[]): Promise<ReadonlySet<MessageKey>> {
  const said = replied.flatMap(({ outgoing, taken }) => taken.map((one) => ({ ...one, outgoing })));
  const { rows } = await db.query<{ outgoing: MessageKey }>(
    `WITH free AS MATERIALIZED (
       SELECT o.outgoing, g.attempt FROM outgoing o
       JOIN unnest($1::text[], $2::integer[]) AS g (outgoing, attempt) USING (outgoing)
       WHERE o.state = 'trying' AND o.attempts = g.attempt ${lockedFor(replied)}),
     unmarked AS (
       UPDATE outgoing o SET state = 'frozen', trying_since = NULL, trying_for = NULL FROM free
       WHERE o.outgoing = free.outgoing RETURNING o.outgoing, o.account, free.attempt),
     said AS (SELECT * FROM unnest($3::text[], $4::text[], $5::integer[], $6::text[], $7::text[], $8::text[])
       AS said (outgoing, address, code, response, enhanced, words)),
     kept AS (
       INSERT INTO outgoing_attempts (outgoing, account, attempt, address, outcome, code, enhanced, words)
       SELECT outgoing, account, attempt, address, 'accepted', nullif(code, 0), enhanced, words
       FROM unmarked JOIN said USING (outgoing)
       ON CONFLICT (outgoing, attempt, address) DO NOTHING),
     taken AS (
       UPDATE outgoing_recipients r SET state = 'accepted', code = said.code, response = said.response, at = now()
       FROM unmarked JOIN said USING (outgoing)
       WHERE r.outgoing = unmarked.outgoing AND r.address = said.address AND r.state IN ('waiting', 'deferred'))
     SELECT outgoing FROM unmarked`,
    [
      replied.map(({ outgoing }) => outgoing),
      replied.map(({ attempt }) => attempt),
      said.map(({ outgoing }) => outgoing),
      said.map(({ address }) => address),
      said.map(({ code }) => code),
      said.map(({ response }) => response),
      said.map(({ enhanced }) => enhanced),
      said.map(({ words }) => words),
    ],
  );
  return new Set(rows.map(({ outgoing }) => outgoing));
}

/** Who has a mail, by the relay's word. */
export interface Taken {
  readonly address: Address;
  readonly code: number;
  readonly enhanced: string | null;
  readonly words: string;
  /** As it is kept at the recipient. */
  readonly response: string;
}

/** Whom the mark of a mail stands for; null for whoever is owed it. */
export async function markedFor(db: Queryable, outgoing: MessageKey): Promise<readonly Address[] | null> {
  const { rows } = await db.query<{ trying_for: Address[] | null }>(
    'SELECT trying_for FROM outgoing WHERE outgoing = $1',
    [outgoing],
  );
  return rows[0]?.trying_for ?? null;
}

/** What became of a mail. */
export interface Settled {
  readonly state: 'frozen' | 'deferred' | 'sent' | 'failed' | 'unknown';
  readonly reason: string | null;
  /** The last attempt that was made; without it their number stays. */
  readonly attempt?: number;
  /** Whether it is now sent once more, after an outcome that nobody knows. */
  readonly resent?: boolean;
}

/**
 * Writes what became of an attempt. A mail that was taken back meanwhile stays so. Where it asks for nothing more, the
 * next one of its conversation that waits for it is woken; one that is being claimed is not waited for.
 */
export async function settleMail(tx: Queryable, outgoing: MessageKey, settled: Settled): Promise<void> {
  await together(tx, settleMails, { ...settled, outgoing });
}

/** As `settleMail`, for different mails, in one statement; their rows are locked in the order of their names. */
async function settleMails(
  tx: Queryable,
  all: readonly (Settled & { readonly outgoing: MessageKey })[],
): Promise<readonly undefined[]> {
  const { rowCount } = await tx.query(
    `WITH given AS MATERIALIZED (
       SELECT o.outgoing, g.state, g.reason, g.resent, g.attempt FROM outgoing o
       JOIN unnest($1::text[], $2::text[], $3::text[], $4::boolean[], $5::integer[])
         AS g (outgoing, state, reason, resent, attempt) USING (outgoing)
       WHERE o.state <> 'cancelled' ORDER BY o.outgoing COLLATE "C" FOR UPDATE OF o),
     settled AS (
       UPDATE outgoing o SET state = g.state, reason = g.reason, trying_since = NULL, trying_for = NULL,
         resent = o.resent OR g.resent, attempts = greatest(o.attempts, g.attempt),
         settled_at = CASE WHEN g.state IN ('sent', 'failed', 'unknown') THEN now() END
       FROM given g WHERE o.outgoing = g.outgoing RETURNING o.thread, o.state),
     next AS (
       SELECT n.job FROM (SELECT DISTINCT thread FROM settled WHERE state IN ('sent', 'failed', 'unknown')) s,
       LATERAL (
         SELECT j.job FROM outgoing o JOIN jobs j ON j.queue = 'mail-out' AND j.subject = o.outgoing
         WHERE o.thread = s.thread AND o.state IN ('open', 'closed')
           AND greatest(o.send_after, o.not_before) <= now()
           AND j.state = 'ready' AND j.owner IS NULL AND j.error = '${EARLIER_FIRST}'
         ORDER BY coalesce(o.said, 0), o.opened_at LIMIT 1 FOR UPDATE OF j SKIP LOCKED) n)
     UPDATE jobs SET run_at = now() FROM next WHERE jobs.job = next.job`,
    [
      all.map(({ outgoing }) => outgoing),
      all.map(({ state }) => state),
      all.map(({ reason }) => reason),
      all.map(({ resent = false }) => resent),
      all.map(({ attempt = 0 }) => attempt),
    ],
  );
  if (rowCount !== null && rowCount > 0) tx.notify(JOBS_CHANNEL, 'mail-out');
  return all.map(() => undefined);
}

/** Writes the relay's word on one recipient; what a report said meanwhile stands. */
export async function settleRecipient(
  tx: Queryable,
  outgoing: MessageKey,
  result: { address: Address; state: OutgoingRecipient['state']; code: number | null; response: string | null },
): Promise<void> {
  await tx.query(
    `UPDATE outgoing_recipients SET state = $3, code = $4, response = $5, at = now()
     WHERE outgoing = $1 AND address = $2 AND state IN ('waiting', 'deferred')`,
    [outgoing, result.address, result.state, result.code, result.response],
  );
}

/** Notes that a copy lies in Sent. */
export async function markCopied(tx: Queryable, outgoing: MessageKey): Promise<void> {
  await tx.query('UPDATE outgoing SET copied_at = coalesce(copied_at, now()) WHERE outgoing = $1', [outgoing]);
}

/** Which sign a mail had, and how many there were. */
export interface SignBefore {
  readonly sign: string | null;
  readonly changes: number;
}

/** Sets which sign the room shows on a mail; gives the one before and how many there were. */
export function replaceSign(tx: Transaction, outgoing: MessageKey, sign: string): Promise<SignBefore> {
  return together(tx, replaceSigns, { outgoing, sign });
}

/** As `replaceSign`, for different mails, in one statement; their rows are locked in the order of their names. */
async function replaceSigns(
  tx: Transaction,
  all: readonly { readonly outgoing: MessageKey; readonly sign: string }[],
): Promise<readonly SignBefore[]> {
  const { rows } = await tx.query<SignBefore & { readonly outgoing: MessageKey }>(
    `WITH before AS MATERIALIZED (
       SELECT o.outgoing, o.sign, o.sign_changes AS changes, g.sign AS shown FROM outgoing o
       JOIN unnest($1::text[], $2::text[]) AS g (outgoing, sign) USING (outgoing)
       ORDER BY o.outgoing COLLATE "C" FOR UPDATE OF o),
     changed AS (
       UPDATE outgoing o SET sign = shown, sign_changes = sign_changes + 1 FROM before
       WHERE o.outgoing = before.outgoing AND before.sign IS DISTINCT FROM shown)
     SELECT outgoing, sign, changes FROM before`,
    [all.map(({ outgoing }) => outgoing), all.map(({ sign }) => sign)],
  );
  const before = new Map(rows.map(({ outgoing, sign, changes }) => [outgoing, { sign, changes }]));
  return all.map(({ outgoing }) => before.get(outgoing) ?? { sign: null, changes: 0 });
}

/** Whether a copy is known to lie in Sent. */
export async function isCopied(db: Queryable, outgoing: MessageKey): Promise<boolean> {
  const { rows } = await db.query('SELECT FROM outgoing WHERE outgoing = $1 AND copied_at IS NOT NULL', [outgoing]);
  return rows.length > 0;
}

/**
 * Makes failed, unknown and deferred mails of a thread (or those named) be tried again, for recipients who have not got
 * them: refused, bounced, withheld. One that is sent, but left somebody out, only where it is named. A mail whose bytes
 * are no longer kept stays as it is. Returns them, with the addresses that are owed again.
 */
export async function retryMails(
  tx: Transaction,
  thread: ThreadId,
  only: { readonly mails: readonly MessageKey[] | null; readonly addresses: readonly Address[] | null } = {
    mails: null,
    addresses: null,
  },
): Promise<{ readonly mails: readonly MessageKey[]; readonly addresses: readonly Address[] }> {
  const { rows } = await tx.query<{ outgoing: MessageKey; account: AccountId; address: Address | null }>(
    `WITH again AS (
       UPDATE outgoing o SET state = CASE WHEN frozen_at IS NULL THEN 'closed' ELSE 'deferred' END, settled_at = NULL,
         frozen_at = CASE WHEN frozen_at IS NULL THEN NULL ELSE now() END
       WHERE thread = $1 AND ($2::text[] IS NULL OR outgoing = ANY($2)) AND (state IN ('failed', 'unknown', 'deferred')
         OR (state = 'sent' AND $2 IS NOT NULL AND EXISTS (
           SELECT FROM outgoing_recipients p WHERE p.outgoing = o.outgoing AND p.state = 'paused')))
         AND (frozen_at IS NULL OR EXISTS (SELECT FROM outgoing_chunks c WHERE c.outgoing = o.outgoing))
       RETURNING outgoing, account
     ), owed AS (
       UPDATE outgoing_recipients r SET state = 'waiting', delay_told_at = NULL, claimed = NULL FROM again
       WHERE r.outgoing = again.outgoing AND r.state IN ('refused', 'bounced', 'paused')
         AND ($3::text[] IS NULL OR r.address = ANY($3))
       RETURNING r.outgoing, r.address)
     SELECT outgoing, account, owed.address FROM again LEFT JOIN owed USING (outgoing)`,
    [thread, only.mails, only.addresses],
  );
  const mails = new Map(rows.map(({ outgoing, account }) => [outgoing, account]));
  for (const [outgoing, account] of mails) {
    await tx.query(`DELETE FROM jobs WHERE queue = 'mail-out' AND subject = $1 AND owner IS NULL`, [outgoing]);
    await addJob(tx, { account, queue: 'mail-out', key: outgoing, subject: outgoing });
  }
  return { mails: [...mails.keys()], addresses: rows.flatMap(({ address }) => (address === null ? [] : [address])) };
}
