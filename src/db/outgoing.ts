/**
 * Mails of ours on their way. open: what the author says within the hold joins it, an edit replaces, a redaction removes.
 * closed: nothing changes any more. frozen: the bytes stand in `outgoing_chunks`. trying: handed to the relay, outcome not
 * written yet. Then deferred (tried again), sent, failed, unknown (may have been sent) or cancelled.
 */
import { z } from 'zod';
import type { AccountId, EventId, Json, MessageKey, Recipients, RoomId, ThreadId, UserId } from '../bridge/types.ts';
import type { Address, MessageId } from '../mail/types.ts';
import { addJob, JOBS_CHANNEL } from './queue.ts';
import type { Queryable, Transaction } from './pool.ts';

export type OutgoingState =
  'open' | 'closed' | 'frozen' | 'trying' | 'deferred' | 'sent' | 'failed' | 'unknown' | 'cancelled';

export interface Outgoing {
  readonly outgoing: MessageKey;
  readonly account: AccountId;
  readonly thread: ThreadId;
  readonly room: RoomId;
  readonly author: UserId;
  readonly state: OutgoingState;
  readonly recipients: Recipients;
  readonly messageId: MessageId;
  readonly envelopeFrom: Address | null;
  /** Bytes, null until frozen. */
  readonly size: number | null;
  readonly attempts: number;
  /** The end of the hold. */
  readonly sendAfter: Date;
  /** Later than the hold, where its author has written many; null mostly. */
  readonly notBefore: Date | null;
  readonly frozenAt: Date | null;
  readonly resent: boolean;
  readonly reason: string | null;
}

const person = z.object({ name: z.string(), address: z.string().transform((text) => text as Address) });
const address = z.string().transform((text) => text as Address);
const recipientsCodec: z.ZodType<Recipients> = z.object({
  to: z.array(person),
  cc: z.array(person),
  bcc: z.array(person).default([]),
  why: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['reply-to-message', 'latest-incoming']), of: address, replyToUsed: z.boolean() }),
    z.object({ kind: z.enum(['bcc-sender-only', 'sender-only']), of: address, replyToUsed: z.boolean() }),
    z.object({ kind: z.enum(['same-as-message', 'chosen']), of: address }),
    z.object({ kind: z.literal('nobody') }),
  ]),
  answers: z
    .string()
    .nullable()
    .transform((text) => text as MessageId | null),
});

interface OutgoingRow {
  outgoing: MessageKey;
  account: AccountId;
  thread: ThreadId;
  room: RoomId;
  author: UserId;
  state: OutgoingState;
  recipients: unknown;
  message_id: MessageId;
  envelope_from: Address | null;
  size: number | null;
  attempts: number;
  send_after: Date;
  not_before: Date | null;
  frozen_at: Date | null;
  resent: boolean;
  reason: string | null;
}

const OUTGOING =
  'outgoing, account, thread, room, author, state, recipients, message_id, envelope_from, size, attempts, send_after, not_before, frozen_at, resent, reason';

function toOutgoing(row: OutgoingRow): Outgoing {
  const {
    message_id: messageId,
    envelope_from: envelopeFrom,
    frozen_at: frozenAt,
    send_after: sendAfter,
    not_before: notBefore,
    recipients,
    ...rest
  } = row;
  return {
    ...rest,
    sendAfter,
    notBefore,
    messageId,
    envelopeFrom,
    frozenAt,
    recipients: recipientsCodec.parse(recipients),
  };
}

export async function loadOutgoing(db: Queryable, outgoing: string): Promise<Outgoing | null> {
  const { rows } = await db.query<OutgoingRow>(`SELECT ${OUTGOING} FROM outgoing WHERE outgoing = $1`, [outgoing]);
  return rows[0] === undefined ? null : toOutgoing(rows[0]);
}

/** The author's open mail in a room, held against closing until the transaction ends; null where there is none. */
export async function lockOpenMail(tx: Transaction, room: RoomId, author: UserId): Promise<Outgoing | null> {
  const { rows } = await tx.query<OutgoingRow>(
    `SELECT ${OUTGOING} FROM outgoing WHERE room = $1 AND author = $2 AND state = 'open' FOR UPDATE`,
    [room, author],
  );
  return rows[0] === undefined ? null : toOutgoing(rows[0]);
}

/** Milliseconds: after the last message, and at most after the first. */
export interface Hold {
  readonly after: number;
  readonly atMost: number;
}

/** Opens a mail and its job, due at the end of the hold. */
export async function openMail(
  tx: Transaction,
  mail: Pick<Outgoing, 'outgoing' | 'account' | 'thread' | 'room' | 'author' | 'recipients' | 'messageId'>,
  hold: Hold,
): Promise<void> {
  await tx.query(
    `INSERT INTO outgoing (outgoing, account, thread, room, author, recipients, message_id, send_after, send_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, now() + $8::double precision * interval '1 ms',
       now() + $9::double precision * interval '1 ms')`,
    [
      mail.outgoing,
      mail.account,
      mail.thread,
      mail.room,
      mail.author,
      JSON.stringify(mail.recipients),
      mail.messageId,
      hold.after,
      hold.atMost,
    ],
  );
  await addJob(tx, {
    account: mail.account,
    queue: 'mail-out',
    key: mail.outgoing,
    subject: mail.outgoing,
    delayMs: hold.after,
  });
}

/** One message of a mail: the event's type and content as they stand now. */
export interface OutgoingEvent {
  readonly event: EventId;
  readonly outgoing: MessageKey;
  readonly type: string;
  readonly content: Json;
  readonly replyTo: EventId | null;
  readonly sentAt: Date;
  readonly state: 'in' | 'withdrawn';
}

/** Adds a message to an open mail and moves its end: hold after this one, never past the bound from the first. */
export async function joinMail(
  tx: Transaction,
  message: Omit<OutgoingEvent, 'state'> & { account: AccountId },
  hold: Hold,
): Promise<void> {
  await tx.query(
    `INSERT INTO outgoing_events (event, account, outgoing, position, content, reply_to, sent_at)
     SELECT $1, $2, $3, count(*), $4, $5, $6 FROM outgoing_events WHERE outgoing = $3 ON CONFLICT (event) DO NOTHING`,
    [
      message.event,
      message.account,
      message.outgoing,
      JSON.stringify({ type: message.type, content: message.content }),
      message.replyTo,
      message.sentAt,
    ],
  );
  await tx.query(
    `WITH moved AS (
       UPDATE outgoing SET send_after = least(now() + $2::double precision * interval '1 ms', send_by)
       WHERE outgoing = $1 AND state = 'open' RETURNING outgoing, send_after)
     UPDATE jobs SET run_at = moved.send_after FROM moved
     WHERE jobs.queue = 'mail-out' AND jobs.subject = moved.outgoing AND jobs.state = 'ready'`,
    [message.outgoing, hold.after],
  );
}

/** Ends the hold at once: what is said next belongs to another mail. */
export async function closeMailNow(tx: Transaction, outgoing: MessageKey): Promise<void> {
  await tx.query(`UPDATE outgoing SET state = 'closed', send_after = now() WHERE outgoing = $1 AND state = 'open'`, [
    outgoing,
  ]);
  await tx.query(`UPDATE jobs SET run_at = now() WHERE queue = 'mail-out' AND subject = $1 AND state = 'ready'`, [
    outgoing,
  ]);
  await tx.query('SELECT pg_notify($1, $2)', [JOBS_CHANNEL, 'mail-out']);
}

/** Closes a mail whose hold is over; returns the milliseconds that are left where it is not, 0 where it is closed now. */
export async function closeMail(db: Queryable, outgoing: MessageKey): Promise<number> {
  const { rows } = await db.query<{ left: number }>(
    `WITH closed AS (
       UPDATE outgoing SET state = 'closed' WHERE outgoing = $1 AND state = 'open'
         AND greatest(send_after, not_before) <= now() RETURNING 1)
     SELECT greatest(0, extract(epoch FROM greatest(send_after, not_before) - now()) * 1000)::double precision AS left
     FROM outgoing WHERE outgoing = $1`,
    [outgoing],
  );
  return rows[0]?.left ?? 0;
}

/** The messages of a mail in the order of the room. */
export async function mailEvents(db: Queryable, outgoing: MessageKey): Promise<OutgoingEvent[]> {
  const { rows } = await db.query<EventRow>(
    `SELECT event, outgoing, content, reply_to, sent_at, state FROM outgoing_events WHERE outgoing = $1 ORDER BY position`,
    [outgoing],
  );
  return rows.map(toEvent);
}

/** The mail that an event is in, locked against closing; null where the event was never to be mailed. */
export async function lockMailOfEvent(
  tx: Transaction,
  event: EventId,
): Promise<{ readonly mail: Outgoing; readonly event: OutgoingEvent } | null> {
  const { rows } = await tx.query<EventRow>(
    'SELECT event, outgoing, content, reply_to, sent_at, state FROM outgoing_events WHERE event = $1',
    [event],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { rows: mails } = await tx.query<OutgoingRow>(
    `SELECT ${OUTGOING} FROM outgoing WHERE outgoing = $1 FOR UPDATE`,
    [row.outgoing],
  );
  const mail = mails[0];
  return mail === undefined ? null : { mail: toOutgoing(mail), event: toEvent(row) };
}

/** Replaces what a message says, within the hold. */
export async function editMailEvent(tx: Transaction, event: EventId, type: string, content: Json): Promise<void> {
  await tx.query('UPDATE outgoing_events SET content = $2 WHERE event = $1', [
    event,
    JSON.stringify({ type, content }),
  ]);
}

/** Takes a message out of its mail, within the hold or while it waits for the day's quota; the mail without messages is cancelled. Returns whether it was. */
export async function withdrawMailEvent(tx: Transaction, event: EventId, outgoing: MessageKey): Promise<boolean> {
  await tx.query(`UPDATE outgoing_events SET state = 'withdrawn' WHERE event = $1`, [event]);
  const { rowCount } = await tx.query(
    `UPDATE outgoing SET state = 'cancelled', settled_at = now() WHERE outgoing = $1 AND state IN ('open', 'closed')
       AND NOT EXISTS (SELECT FROM outgoing_events WHERE outgoing = $1 AND state = 'in')`,
    [outgoing],
  );
  return rowCount === 1;
}

interface EventRow {
  event: EventId;
  outgoing: MessageKey;
  content: unknown;
  reply_to: EventId | null;
  sent_at: Date;
  state: 'in' | 'withdrawn';
}

const contentCodec = z.object({ type: z.string(), content: z.json() });

function toEvent(row: EventRow): OutgoingEvent {
  const { reply_to: replyTo, sent_at: sentAt, content, ...rest } = row;
  return { ...rest, ...contentCodec.parse(content), replyTo, sentAt };
}

/** The newest mails of ours in a thread, newest first, for `!mail status`. */
export async function threadMails(db: Queryable, thread: ThreadId, limit: number): Promise<Outgoing[]> {
  const { rows } = await db.query<OutgoingRow>(
    `SELECT ${OUTGOING} FROM outgoing WHERE thread = $1 ORDER BY opened_at DESC LIMIT $2`,
    [thread, limit],
  );
  return rows.map(toOutgoing);
}

/**
 * Makes failed, unknown and deferred mails of a thread (or those named) be tried again, for recipients who have not got them: refused, bounced, held back.
 * A mail whose bytes are no longer kept stays as it is. Returns them, with the addresses that are owed again.
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
       WHERE thread = $1 AND state IN ('failed', 'unknown', 'deferred') AND ($2::text[] IS NULL OR outgoing = ANY($2))
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

export interface MailFigures {
  /** Seconds until the asker's open mail goes out, null where there is none. */
  readonly openForSeconds: number | null;
  readonly waiting: number;
  readonly failed: number;
  readonly lastSent: Date | null;
}

/** How the mails of a thread (or, without one, of the account) stand, for `!mail status`. */
export async function mailFigures(
  db: Queryable,
  account: AccountId,
  thread: ThreadId | null,
  asker: UserId,
): Promise<MailFigures> {
  const { rows } = await db.query<{ open: number | null; waiting: number; failed: number; last: Date | null }>(
    `SELECT extract(epoch FROM min(greatest(send_after, not_before)) FILTER (WHERE state = 'open' AND author = $3) - now())::double precision AS open,
       count(*) FILTER (WHERE state IN ('closed', 'frozen', 'trying', 'deferred')) AS waiting,
       count(*) FILTER (WHERE state IN ('failed', 'unknown')) AS failed,
       max(settled_at) FILTER (WHERE state = 'sent') AS last
     FROM outgoing WHERE account = $1 AND ($2::text IS NULL OR thread = $2)`,
    [account, thread, asker],
  );
  const row = rows[0];
  return {
    openForSeconds: row?.open ?? null,
    waiting: row?.waiting ?? 0,
    failed: row?.failed ?? 0,
    lastSent: row?.last ?? null,
  };
}
