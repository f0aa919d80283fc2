/**
 * Mails of ours on their way. open: what the author says within the hold joins it, an edit replaces, a redaction
 * removes. closed: nothing changes any more. frozen: the bytes stand in `outgoing_chunks`. trying: handed to the
 * relay, outcome not written yet. Then deferred (tried again), sent, failed, unknown (may have been sent) or
 * cancelled. Here is the mail and what happens to it while it is open; its messages are in `outgoing-messages.ts`,
 * what follows once its bytes are fixed in `outgoing-delivery.ts`.
 */
import { z } from 'zod';
import type { AccountId, EventId, Json, MessageKey, Recipients, RoomId, ThreadId, UserId } from '../../bridge/types.ts';
import type { Address, MessageId } from '../../mail/types.ts';
import type { Hold } from '../../bridge/event/hold-time.ts';
import { JOBS_CHANNEL } from '../../queue/queue.ts';
import { together } from '../pool.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { EARLIER_FIRST } from './mail-order.ts';

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
  /** Of the key under which it was frozen: its ENVID is made with that at each try. */
  readonly keyVersion: number;
  readonly resent: boolean;
  readonly reason: string | null;
}

const person = z.object({ name: z.string(), address: z.string().transform((text) => text as Address) });
const address = z.string().transform((text) => text as Address);
const people = z.array(person);
const recipientsCodec: z.ZodType<Recipients> = z.object({
  to: people,
  cc: people,
  bcc: people.default([]),
  meant: z.object({ to: people, cc: people, bcc: people.optional() }).optional(),
  why: z.discriminatedUnion('kind', [
    z.object({
      kind: z.enum(['reply-to-message', 'latest-incoming', 'bcc-sender-only', 'sender-only']),
      of: address,
      replyToUsed: z.boolean(),
      unverified: z.literal(true).optional(),
    }),
    z.object({ kind: z.enum(['same-as-message', 'chosen']), of: address }),
    z.object({ kind: z.literal('nobody') }),
  ]),
  answers: z
    .string()
    .nullable()
    .transform((text) => text as MessageId | null),
});

/** As `OUTGOING` reads it. */
export interface OutgoingRow {
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
  key_version: number;
}

/** The columns of a mail. */
export const OUTGOING =
  'outgoing, account, thread, room, author, state, recipients, message_id, envelope_from, size, attempts, ' +
  'send_after, not_before, frozen_at, resent, reason, key_version';

export function toOutgoing(row: OutgoingRow): Outgoing {
  const {
    message_id: messageId,
    envelope_from: envelopeFrom,
    frozen_at: frozenAt,
    send_after: sendAfter,
    not_before: notBefore,
    key_version: keyVersion,
    recipients,
    ...rest
  } = row;
  return {
    ...rest,
    sendAfter,
    notBefore,
    keyVersion,
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

/** As `loadOutgoing`, locked until the transaction ends. */
export async function lockMail(tx: Transaction, outgoing: MessageKey): Promise<Outgoing | null> {
  const [mail] = await lockMails(tx, [outgoing]);
  return mail ?? null;
}

/**
 * As `lockMail`; where several are locked by one transaction side by side also null for one that another transaction
 * has locked: none waits for what keeps another.
 */
export function lockFreeMail(tx: Transaction, outgoing: MessageKey): Promise<Outgoing | null> {
  return together(tx, lockMails, outgoing);
}

/** One is waited for; of several those that nobody has locked, in the order of their names. */
async function lockMails(tx: Transaction, outgoing: readonly MessageKey[]): Promise<readonly (Outgoing | null)[]> {
  const { rows } = await tx.query<OutgoingRow>(
    `SELECT ${OUTGOING} FROM outgoing WHERE outgoing = ANY($1::text[]) ORDER BY outgoing COLLATE "C"
     FOR UPDATE ${outgoing.length > 1 ? 'SKIP LOCKED' : ''}`,
    [outgoing],
  );
  const locked = new Map(rows.map((row) => [row.outgoing, row]));
  return outgoing.map((key) => {
    const row = locked.get(key);
    return row === undefined ? null : toOutgoing(row);
  });
}

/** Who gets a mail, until its bytes are fixed. */
export async function setMailRecipients(tx: Transaction, outgoing: MessageKey, recipients: Recipients): Promise<void> {
  await tx.query(`UPDATE outgoing SET recipients = $2 WHERE outgoing = $1 AND state IN ('open', 'closed')`, [
    outgoing,
    JSON.stringify(recipients),
  ]);
}

/** The author's open mail in a room, locked until the transaction ends; null where there is none. */
export function lockOpenMail(tx: Transaction, room: RoomId, author: UserId): Promise<Outgoing | null> {
  return together(tx, lockOpenMails, { room, author });
}

/** As `lockOpenMail`, in one statement; their rows are locked in the order of their names. */
async function lockOpenMails(
  tx: Transaction,
  asked: readonly { readonly room: RoomId; readonly author: UserId }[],
): Promise<readonly (Outgoing | null)[]> {
  const { rows } = await tx.query<OutgoingRow>(
    `SELECT ${OUTGOING} FROM outgoing o JOIN unnest($1::text[], $2::text[]) AS asked (asked_room, asked_author)
       ON o.room = asked_room AND o.author = asked_author
     WHERE o.state = 'open' ORDER BY o.outgoing COLLATE "C" FOR UPDATE OF o`,
    [asked.map(({ room }) => room), asked.map(({ author }) => author)],
  );
  return asked.map(({ room, author }) => {
    const row = rows.find((one) => one.room === room && one.author === author);
    return row === undefined ? null : toOutgoing(row);
  });
}

/** The first message of a mail, and how it begins. */
interface MailBegins {
  /** Not before then, where its author has used up the quota of the day. */
  readonly notBefore?: Date | null;
  /** Nothing joins it, also not what its author says next. */
  readonly alone?: boolean;
  /** What it begins with; without it what is in it is put there in the same transaction. */
  readonly first?: Omit<OutgoingEvent, 'state' | 'outgoing'>;
}

/**
 * A mail that waits for others is woken by the last of them (`settleMails`); should that be lost, it looks after so
 * many milliseconds for each, and at most.
 */
const EARLIER_MS = 1_000;
const EARLIER_MOST_MS = 30_000;

/** A mail as it is opened. */
type OpenedMail = Pick<Outgoing, 'outgoing' | 'account' | 'thread' | 'room' | 'author' | 'recipients' | 'messageId'>;

/**
 * Opens a mail and its job, due at the end of the hold. Where that is now, and mails of its author to the same people
 * are on their way, it is woken by them.
 */
export async function openMail(tx: Transaction, mail: OpenedMail, hold: Hold, begins: MailBegins = {}): Promise<void> {
  await together(tx, openMails, { mail, hold, begins });
}

/** As `openMail`, for mails of different conversations, in one statement. */
async function openMails(
  tx: Transaction,
  all: readonly { readonly mail: OpenedMail; readonly hold: Hold; readonly begins: MailBegins }[],
): Promise<readonly undefined[]> {
  const each = <Value>(value: (mail: OpenedMail, begins: MailBegins, hold: Hold) => Value) =>
    all.map(({ mail, begins, hold }) => value(mail, begins, hold));
  await tx.query(
    `WITH given AS MATERIALIZED (
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
         $8::double precision[], $9::double precision[], $10::timestamptz[], $11::boolean[], $12::text[], $13::text[],
         $14::text[], $15::timestamptz[], $16::boolean[]) WITH ORDINALITY
         AS g (outgoing, account, thread, room, author, recipients, message_id, hold, bound, not_before, alone, event,
           content, reply_to, sent_at, reaction, nth)
     ), mail AS (
       INSERT INTO outgoing (outgoing, account, thread, room, author, recipients, message_id, send_after, send_by,
         not_before, state)
       SELECT outgoing, account, thread, room, author, recipients::json, message_id, now() + hold * interval '1 ms',
         now() + bound * interval '1 ms', not_before, CASE WHEN alone THEN 'closed' ELSE 'open' END
       FROM given ORDER BY nth RETURNING outgoing),
     said AS (
       INSERT INTO outgoing_events (event, account, outgoing, position, content, reply_to, sent_at, reaction)
       SELECT event, account, outgoing, 0, content::json, reply_to, sent_at, reaction
       FROM mail JOIN given USING (outgoing) WHERE event IS NOT NULL
       ON CONFLICT (event) DO NOTHING)
     INSERT INTO jobs (account, queue, key, subject, run_at, error)
     SELECT g.account, 'mail-out', g.outgoing, g.outgoing, now() + greatest(g.hold,
       least(${String(EARLIER_MOST_MS)}, ahead.mails * ${String(EARLIER_MS)})) * interval '1 ms',
       CASE WHEN ahead.mails > 0 THEN '${EARLIER_FIRST}' END
     FROM mail JOIN given g USING (outgoing), LATERAL (
       SELECT count(*) AS mails FROM outgoing e WHERE g.hold = 0 AND e.thread = g.thread AND e.author = g.author
         AND e.state IN ('open', 'closed', 'frozen', 'trying', 'deferred') AND e.recipients::text = g.recipients
         AND EXISTS (SELECT FROM jobs WHERE queue = 'mail-out' AND subject = e.outgoing AND state = 'ready')) ahead
     ORDER BY g.nth ON CONFLICT (queue, subject) DO NOTHING`,
    [
      each(({ outgoing }) => outgoing),
      each(({ account }) => account),
      each(({ thread }) => thread),
      each(({ room }) => room),
      each(({ author }) => author),
      each(({ recipients }) => JSON.stringify(recipients)),
      each(({ messageId }) => messageId),
      each((_mail, _begins, { after }) => after),
      each((_mail, _begins, { atMost }) => atMost),
      each((_mail, { notBefore = null }) => notBefore),
      each((_mail, { alone = false }) => alone),
      each((_mail, { first }) => first?.event ?? null),
      each((_mail, { first }) =>
        first === undefined ? null : JSON.stringify({ type: first.type, content: first.content }),
      ),
      each((_mail, { first }) => first?.replyTo ?? null),
      each((_mail, { first }) => first?.sentAt ?? null),
      each((_mail, { first }) => first?.type === 'm.reaction'),
    ],
  );
  tx.notify(JOBS_CHANNEL, 'mail-out');
  return all.map(() => undefined);
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
    `INSERT INTO outgoing_events (event, account, outgoing, position, content, reply_to, sent_at, reaction)
     SELECT $1, $2, $3, coalesce(max(position) + 1, 0), $4, $5, $6, $7 FROM outgoing_events WHERE outgoing = $3
     ON CONFLICT (event) DO NOTHING`,
    [
      message.event,
      message.account,
      message.outgoing,
      JSON.stringify({ type: message.type, content: message.content }),
      message.replyTo,
      message.sentAt,
      message.type === 'm.reaction',
    ],
  );
  await moveEnd(tx, message.outgoing, hold);
}

/** Milliseconds until the bound of an open mail, or until the quota lets it go. */
export async function timeLeft(tx: Transaction, outgoing: MessageKey): Promise<number> {
  const { rows } = await tx.query<{ left: number }>(
    `SELECT (extract(epoch FROM greatest(send_by, not_before) - now()) * 1000)::double precision AS left
     FROM outgoing WHERE outgoing = $1`,
    [outgoing],
  );
  return rows[0]?.left ?? 0;
}

/**
 * Puts a message of another mail, with its new words, behind those of this one, and moves its end as `joinMail` does.
 */
export async function moveMailEvent(
  tx: Transaction,
  message: Pick<OutgoingEvent, 'event' | 'outgoing' | 'type' | 'content'>,
  hold: Hold,
): Promise<void> {
  await tx.query(
    `UPDATE outgoing_events SET outgoing = $2, content = $3, reaction = $4,
       position = (SELECT coalesce(max(position) + 1, 0) FROM outgoing_events WHERE outgoing = $2) WHERE event = $1`,
    [
      message.event,
      message.outgoing,
      JSON.stringify({ type: message.type, content: message.content }),
      message.type === 'm.reaction',
    ],
  );
  await moveEnd(tx, message.outgoing, hold);
}

async function moveEnd(tx: Transaction, outgoing: MessageKey, hold: Hold): Promise<void> {
  await tx.query(
    `WITH moved AS (
       UPDATE outgoing SET send_after = least(now() + $2::double precision * interval '1 ms', send_by)
       WHERE outgoing = $1 AND state = 'open' RETURNING outgoing, send_after)
     UPDATE jobs SET run_at = moved.send_after FROM moved
     WHERE jobs.queue = 'mail-out' AND jobs.subject = moved.outgoing AND jobs.state = 'ready'`,
    [outgoing, hold.after],
  );
}

/**
 * Nothing joins a mail any more; it leaves when it would have left, and until its bytes are fixed it can be taken back.
 */
export async function closeToOthers(tx: Transaction, outgoing: MessageKey): Promise<void> {
  await tx.query(`UPDATE outgoing SET state = 'closed' WHERE outgoing = $1 AND state = 'open'`, [outgoing]);
}

/** Ends the hold at once: what is said next belongs to another mail. */
export async function closeMailNow(tx: Transaction, outgoing: MessageKey): Promise<void> {
  await tx.query(`UPDATE outgoing SET state = 'closed', send_after = now() WHERE outgoing = $1 AND state = 'open'`, [
    outgoing,
  ]);
  await tx.query(`UPDATE jobs SET run_at = now() WHERE queue = 'mail-out' AND subject = $1 AND state = 'ready'`, [
    outgoing,
  ]);
  tx.notify(JOBS_CHANNEL, 'mail-out');
}

/** Milliseconds until the hold of a mail is over, whatever else it waits for; 0 where it is. */
export async function holdOnlyLeft(db: Queryable, outgoing: MessageKey): Promise<number> {
  const { rows } = await db.query<{ left: number }>(
    `SELECT greatest(0, extract(epoch FROM send_after - now()) * 1000)::double precision AS left FROM outgoing
     WHERE outgoing = $1`,
    [outgoing],
  );
  return rows[0]?.left ?? 0;
}

/** Nothing joins a mail any more whose hold is over, whatever else it waits for. */
export async function closeAfterHold(db: Queryable, outgoing: MessageKey): Promise<void> {
  await db.query(
    `UPDATE outgoing SET state = 'closed' WHERE outgoing = $1 AND state = 'open' AND send_after <= now()`,
    [outgoing],
  );
}

/** Closes a mail whose hold is over; one that something joined meanwhile stays open. */
export async function closeMail(db: Queryable, outgoing: MessageKey): Promise<void> {
  await db.query(
    `UPDATE outgoing SET state = 'closed' WHERE outgoing = $1 AND state = 'open'
       AND greatest(send_after, not_before) <= now()`,
    [outgoing],
  );
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
    `SELECT extract(epoch FROM min(greatest(send_after, not_before)) FILTER (WHERE state = 'open' AND author = $3) -
       now())::double precision AS open,
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
