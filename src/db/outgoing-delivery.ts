/** The second half of a mail's way out: its bytes, its recipients, its attempts, its copy and its sign in the room. */
import { Readable } from 'node:stream';
import type { Rung } from '../bridge/ladder.ts';
import type { MessageKey } from '../bridge/types.ts';
import type { Address } from '../mail/types.ts';
import type { Outgoing } from './outgoing.ts';
import { READ_PIECE } from './pool.ts';
import type { Database, Queryable, Transaction } from './pool.ts';

/** Writes the bytes of a closed mail in pieces; whatever an earlier try left is replaced. Returns the size. */
export async function writeMailBytes(db: Database, mail: Outgoing, raw: Readable): Promise<number> {
  await db.query('DELETE FROM outgoing_chunks WHERE outgoing = $1', [mail.outgoing]);
  let size = 0;
  let seq = 0;
  for await (const chunk of pieces(raw)) {
    await db.query('INSERT INTO outgoing_chunks (outgoing, seq, account, bytes) VALUES ($1, $2, $3, $4)', [
      mail.outgoing,
      seq++,
      mail.account,
      chunk,
    ]);
    size += chunk.length;
  }
  return size;
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

/** Freezes a closed mail: from here on every try sends these bytes to these people. */
export async function freezeMail(
  tx: Transaction,
  mail: Outgoing,
  frozen: { readonly envelopeFrom: Address; readonly size: number },
): Promise<void> {
  await tx.query(
    `UPDATE outgoing SET state = 'frozen', envelope_from = $2, size = $3, frozen_at = now()
     WHERE outgoing = $1 AND state = 'closed'`,
    [mail.outgoing, frozen.envelopeFrom, frozen.size],
  );
  for (const [field, people] of [
    ['to', mail.recipients.to],
    ['cc', mail.recipients.cc],
    ['bcc', mail.recipients.bcc ?? []],
  ] as const) {
    for (const one of people) {
      await tx.query(
        `INSERT INTO outgoing_recipients (outgoing, address, account, field) VALUES ($1, $2, $3, $4)
         ON CONFLICT (outgoing, address) DO NOTHING`,
        [mail.outgoing, one.address, mail.account, field],
      );
    }
  }
}

export interface OutgoingRecipient {
  readonly address: Address;
  readonly field: 'to' | 'cc' | 'bcc';
  readonly state: Rung;
  readonly code: number | null;
  readonly response: string | null;
  /** Whether the room was told that the relay still defers. */
  readonly delayTold: boolean;
}

export async function mailRecipients(db: Queryable, outgoing: MessageKey): Promise<OutgoingRecipient[]> {
  const { rows } = await db.query<OutgoingRecipient>(
    'SELECT address, field, state, code, response, delay_told_at IS NOT NULL AS "delayTold" FROM outgoing_recipients WHERE outgoing = $1 ORDER BY field DESC, address',
    [outgoing],
  );
  return rows;
}

/** Marks an attempt by compare-and-set, committed before the first byte leaves; false where somebody else is at it. */
export async function markTrying(db: Queryable, outgoing: MessageKey): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE outgoing SET state = 'trying', trying_since = now(), attempts = attempts + 1
     WHERE outgoing = $1 AND state IN ('frozen', 'deferred')`,
    [outgoing],
  );
  return rowCount === 1;
}

/** Writes what became of an attempt. */
export async function settleMail(
  tx: Queryable,
  outgoing: MessageKey,
  state: 'frozen' | 'deferred' | 'sent' | 'failed' | 'unknown',
  reason: string | null,
  resent = false,
): Promise<void> {
  await tx.query(
    `UPDATE outgoing SET state = $2, reason = $3, trying_since = NULL, resent = resent OR $4,
       settled_at = CASE WHEN $2 IN ('sent', 'failed', 'unknown') THEN now() END WHERE outgoing = $1`,
    [outgoing, state, reason, resent],
  );
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

/** Sets which sign the room shows on a mail; gives the one before and how many there were. */
export async function replaceSign(
  tx: Transaction,
  outgoing: MessageKey,
  sign: string,
): Promise<{ readonly sign: string | null; readonly changes: number }> {
  const { rows } = await tx.query<{ sign: string | null; sign_changes: number }>(
    'SELECT sign, sign_changes FROM outgoing WHERE outgoing = $1 FOR UPDATE',
    [outgoing],
  );
  const before = rows[0] ?? { sign: null, sign_changes: 0 };
  if (before.sign !== sign) {
    await tx.query('UPDATE outgoing SET sign = $2, sign_changes = sign_changes + 1 WHERE outgoing = $1', [
      outgoing,
      sign,
    ]);
  }
  return { sign: before.sign, changes: before.sign_changes };
}

/** Whether a copy is known to lie in Sent. */
export async function isCopied(db: Queryable, outgoing: MessageKey): Promise<boolean> {
  const { rows } = await db.query('SELECT FROM outgoing WHERE outgoing = $1 AND copied_at IS NOT NULL', [outgoing]);
  return rows.length > 0;
}
