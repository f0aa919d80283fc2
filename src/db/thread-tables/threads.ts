/** Threads and their messages. One SQL statement a function; decisions are made elsewhere. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RoomPerson } from '../../bridge/room/room-state.ts';
import type { SenderRecord } from '../../bridge/arrival/sender-standing.ts';
import type { Way } from '../../bridge/loops/way.ts';
import type { KnownId } from '../../bridge/thread/thread.ts';
import type {
  AccountId,
  BelongingRow,
  EventId,
  EventIn,
  Guest,
  MessageKey,
  Recipients,
  ThreadId,
} from '../../bridge/types.ts';
import type { Address, MailKind, MessageId, OutlookConversation, Person } from '../../mail/types.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { saidIn, sentIn } from '../room-tables/places.ts';

/** What is kept of a mail's header for later answers; JSON in `messages.facts`. */
export interface MessageFacts {
  readonly subject: string;
  readonly from: readonly Person[];
  readonly replyTo: readonly Person[];
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly inReplyTo: readonly MessageId[];
  readonly references: readonly MessageId[];
  /** ISO 8601, null where the mail had none. */
  readonly date: string | null;
  /** How its thread was found, for `!mail why`. */
  readonly decision: string;
  /** Who its sender was shown to be; null for our own people's mail in Sent, and for what could not be read. */
  readonly sender: SenderRecord | null;
  /** What it told of its way, for the loop guard; absent for mails of ours and for what could not be read. */
  readonly way?: Way | undefined;
  /** Whether only its sender becomes a ghost; absent where all its people do. */
  readonly cast?: 'sender' | undefined;
  /** What a sender without a part in the thread was to it (`ThreadDecision`). */
  readonly row?: BelongingRow | undefined;
  /** By what one without a part in it was shown unmarked; absent for everybody else. */
  readonly guest?: Guest | undefined;
  /** Whether it came in without a sound; absent for news. */
  readonly quiet?: true | undefined;
  /** What Outlook wrote of its conversation, which an answer goes on with; absent where there is nothing. */
  readonly conversation?: OutlookConversation | undefined;
  /** Its words were taken out, also the subject, which is '' then; absent for what has them. */
  readonly bare?: true | undefined;
}

const people = z.array(z.object({ name: z.string(), address: z.string().transform((text) => text as Address) }));
const ids = z.array(z.string().transform((text) => text as MessageId));
const factsCodec = z.object({
  subject: z.string(),
  from: people,
  replyTo: people,
  to: people,
  cc: people,
  inReplyTo: ids,
  references: ids,
  date: z.string().nullable(),
  decision: z.string(),
  sender: z
    .object({
      verdict: z.string(),
      reason: z.string(),
      policy: z.string().nullable(),
      evidence: z.array(z.object({ said: z.string(), by: z.string() })),
      as: z.enum(['self', 'marked', 'bot']),
      marks: z.array(z.string()),
    })
    .nullable()
    .default(null),
  way: z
    .object({
      hops: z.array(z.string()),
      received: z.number(),
      kind: z.enum(['message', 'dsn', 'mdn', 'arf', 'auto-reply', 'list', 'bulk']),
    })
    .optional(),
  cast: z.literal('sender').optional(),
  row: z
    .object({
      relation: z.enum(['same-organisation', 'names-participants', 'other']),
      verdict: z.enum(['pass', 'unchecked', 'fail']),
    })
    .optional(),
  guest: z.enum(['list', 'organisation']).optional(),
  quiet: z.literal(true).optional(),
  conversation: z.object({ index: z.string(), topic: z.string() }).optional(),
  bare: z.literal(true).optional(),
});

/** Reads `messages.facts`; throws where they are none. */
export function readMessageFacts(facts: unknown): MessageFacts {
  return factsCodec.parse(facts);
}

export interface Thread {
  readonly thread: ThreadId;
  readonly account: AccountId;
  /** Base subject: without reply and forward prefixes. */
  readonly subject: string;
  /** The recipients that the room was last told of. */
  readonly told: Pick<Recipients, 'to' | 'cc' | 'bcc' | 'meant'> | null;
  /** Whether all its mails came in without a sound: nobody is invited to its room. */
  readonly quiet: boolean;
}

export interface Message {
  readonly message: MessageKey;
  readonly account: AccountId;
  readonly thread: ThreadId;
  readonly direction: 'in' | 'out' | 'colleague';
  readonly seq: number;
  readonly kind: MailKind;
  readonly messageId: MessageId;
  readonly contentHash: string;
  readonly mail: number | null;
  readonly outgoing: string | null;
  readonly facts: MessageFacts;
}

/** From here to the end of the transaction this account decides alone: two mails of one thread cannot both open it. */
export async function lockDecisions(tx: Transaction, account: AccountId): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [account]);
}

/** Every thread of the account that knows one of these ids, the oldest thread first. */
export async function threadsKnowing(
  db: Queryable,
  account: AccountId,
  messageIds: readonly MessageId[],
): Promise<KnownId[]> {
  const { rows } = await db.query<{ id: MessageId; thread: ThreadId; kind: KnownId['kind']; placed: boolean }>(
    `SELECT message_id AS id, thread, i.kind, placed FROM thread_ids i JOIN threads USING (thread)
     WHERE i.account = $1 AND id_hash = ANY($2::bytea[]) ORDER BY opened_at, thread`,
    [account, messageIds.map(idHash)],
  );
  return rows;
}

/** Makes a thread; one that exists stays as it is. */
export async function openThread(
  tx: Transaction,
  thread: { thread: ThreadId; account: AccountId; subject: string; by: string; quiet?: boolean },
): Promise<void> {
  await tx.query(
    // Of several in one transaction, each is older than those after it.
    `INSERT INTO threads (thread, account, subject, opened_by, quiet, opened_at)
     VALUES ($1, $2, $3, $4, $5, clock_timestamp())
     ON CONFLICT (thread) DO NOTHING`,
    [thread.thread, thread.account, thread.subject, thread.by, thread.quiet ?? false],
  );
}

/** A thread whose mails had come in without a sound has news. False for every other one. */
export async function soundThread(tx: Transaction, thread: ThreadId): Promise<boolean> {
  const { rowCount } = await tx.query('UPDATE threads SET quiet = false WHERE thread = $1 AND quiet', [thread]);
  return rowCount === 1;
}

export async function loadThread(db: Queryable, thread: ThreadId): Promise<Thread | null> {
  const { rows } = await db.query<Thread>(
    'SELECT thread, account, subject, told, quiet FROM threads WHERE thread = $1',
    [thread],
  );
  return rows[0] ?? null;
}

/** Remembers what the room was told of its recipients. */
export async function tellRecipients(tx: Queryable, thread: ThreadId, told: Recipients): Promise<void> {
  await tx.query('UPDATE threads SET told = $2 WHERE thread = $1', [
    thread,
    JSON.stringify({ to: told.to, cc: told.cc, bcc: told.bcc, meant: told.meant }),
  ]);
}

/** The columns of a message. */
export const MESSAGE =
  'message, account, thread, direction, seq, kind, message_id, content_hash, mail, outgoing, facts';

/** As `MESSAGE` reads it. */
export interface MessageRow {
  message: MessageKey;
  account: AccountId;
  thread: ThreadId;
  direction: Message['direction'];
  seq: number;
  kind: MailKind;
  message_id: MessageId;
  content_hash: string;
  mail: number | null;
  outgoing: string | null;
  facts: unknown;
}

/** As `isVerified`. */
const FIRM = `(facts ->> 'sender' IS NULL OR facts #>> '{sender,as}' = 'self'
  OR facts #>> '{sender,verdict}' = 'pass')`;

export async function loadMessage(db: Queryable, message: MessageKey): Promise<Message | null> {
  const { rows } = await db.query<MessageRow>(`SELECT ${MESSAGE} FROM messages WHERE message = $1`, [message]);
  return rows[0] === undefined ? null : toMessage(rows[0]);
}

/**
 * The newest message of a thread in one of these directions that an answer may go to: never one of a machine
 * (`effectsOf`), nor of a newcomer; none where mails of many are gathered, since nobody would mean them all.
 * `verified`: only one as `isVerified` has it.
 */
export async function latestMessage(
  db: Queryable,
  thread: ThreadId,
  directions: readonly Message['direction'][],
  senders: 'all' | 'verified' = 'all',
): Promise<Message | null> {
  const { rows } = await db.query<MessageRow>(
    `SELECT ${MESSAGE} FROM messages WHERE thread = $1 AND direction = ANY($2::text[])
       AND kind IN ('message', 'list', 'bulk') AND newcomer IS NULL
       AND ($3 = 'all' OR ${FIRM})
       AND NOT EXISTS (SELECT FROM threads t WHERE t.thread = $1 AND t.kind <> 'mail')
     ORDER BY seq DESC LIMIT 1`,
    [thread, directions, senders],
  );
  return rows[0] === undefined ? null : toMessage(rows[0]);
}

/** As `latestMessage`, for each of these at once. */
export async function latestMessages(
  db: Queryable,
  thread: ThreadId,
): Promise<{
  readonly incoming: Message | null;
  readonly outgoing: Message | null;
  readonly verified: Message | null;
}> {
  const { rows } = await db.query<Record<'incoming' | 'outgoing' | 'verified', MessageRow | null>>(
    `WITH meant AS NOT MATERIALIZED (
       SELECT ${MESSAGE}, ${FIRM} AS firm FROM messages
       WHERE thread = $1 AND kind IN ('message', 'list', 'bulk') AND newcomer IS NULL
         AND NOT EXISTS (SELECT FROM threads t WHERE t.thread = $1 AND t.kind <> 'mail'))
     SELECT
       (SELECT row_to_json(m) FROM meant m WHERE direction = 'in' ORDER BY seq DESC LIMIT 1) AS incoming,
       (SELECT row_to_json(m) FROM meant m WHERE direction IN ('out', 'colleague') ORDER BY seq DESC LIMIT 1)
         AS outgoing,
       (SELECT row_to_json(m) FROM meant m WHERE direction = 'in' AND firm ORDER BY seq DESC LIMIT 1) AS verified`,
    [thread],
  );
  const read = (row: MessageRow | null | undefined) => (row === null || row === undefined ? null : toMessage(row));
  const [row] = rows;
  return { incoming: read(row?.incoming), outgoing: read(row?.outgoing), verified: read(row?.verified) };
}

/** Whether the first message of a thread is ours. */
export async function isBegunByUs(db: Queryable, thread: ThreadId): Promise<boolean> {
  const { rows } = await db.query<{ ours: boolean }>(
    `SELECT direction <> 'in' AS ours FROM messages WHERE thread = $1 ORDER BY seq LIMIT 1`,
    [thread],
  );
  return rows[0]?.ours === true;
}

/** Whether the sender of a mail is shown to have its address, or is one of us. */
export function isVerified({ facts: { sender } }: Pick<Message, 'facts'>): boolean {
  return sender === null || sender.as === 'self' || sender.verdict === 'pass';
}

/**
 * The mail behind an event of the room: what we posted of it, or what of ours it went out as. Null for events of other
 * rooms.
 */
export async function messageOfEvent(db: Queryable, { room, event }: EventIn): Promise<Message | null> {
  const { rows } = await db.query<MessageRow>(
    `SELECT ${MESSAGE} FROM messages WHERE message = (
       SELECT coalesce(
         (SELECT message FROM matrix_sends WHERE event = $1 AND message IS NOT NULL AND ${sentIn('$2')} LIMIT 1),
         (SELECT e.outgoing FROM outgoing_events e JOIN outgoing o USING (outgoing)
          WHERE e.event = $1 AND e.state = 'in' AND ${saidIn('o.room', '$2')})))`,
    [event, room],
  );
  return rows[0] === undefined ? null : toMessage(rows[0]);
}

/**
 * As `messageOfEvent`, in whatever room the event stands: for operators, who may see all of them, and for nobody who
 * writes in a room.
 */
export async function messageOfAnyEvent(db: Queryable, event: EventId): Promise<Message | null> {
  const { rows } = await db.query<MessageRow>(
    `SELECT ${MESSAGE} FROM messages WHERE message = (
       SELECT coalesce((SELECT message FROM matrix_sends WHERE event = $1 AND message IS NOT NULL LIMIT 1),
                       (SELECT outgoing FROM outgoing_events WHERE event = $1 AND state = 'in')))`,
    [event],
  );
  return rows[0] === undefined ? null : toMessage(rows[0]);
}

/**
 * Everybody who stands in the header of a mail of the thread, oldest mail first; not who only claims to have written
 * one.
 */
export async function threadPeople(db: Queryable, thread: ThreadId): Promise<Person[]> {
  const { rows } = await db.query<{ facts: unknown }>('SELECT facts FROM messages WHERE thread = $1 ORDER BY seq', [
    thread,
  ]);
  return rows.flatMap((row) => {
    const facts = factsCodec.parse(row.facts);
    return messagePeople(facts);
  });
}

/**
 * The people of a mail: To and Cc, and From unless nobody vouches for it. A newcomer brings nobody along, shown as
 * themselves or not. Whom a mail only names (`MessageFacts.cast`) becomes no ghost.
 */
export function messagePeople({ from, to, cc, sender, guest, cast }: MessageFacts): RoomPerson[] {
  if (sender?.marks.includes('newcomer') === true) return [];
  const writer = sender === null || sender.as === 'self' ? from : [];
  if (guest !== undefined) return [...writer];
  const others = cast === 'sender' ? [...to, ...cc].map((one) => ({ ...one, quiet: true as const })) : [...to, ...cc];
  return [...writer, ...others];
}

export function toMessage(row: MessageRow): Message {
  return {
    message: row.message,
    account: row.account,
    thread: row.thread,
    direction: row.direction,
    seq: row.seq,
    kind: row.kind,
    messageId: row.message_id,
    contentHash: row.content_hash,
    mail: row.mail,
    outgoing: row.outgoing,
    facts: factsCodec.parse(row.facts),
  };
}

/** Under which a Message-ID of any length is looked up. */
export function idHash(id: MessageId): Buffer {
  return createHash('sha256').update(id, 'utf8').digest();
}

export async function isThread(db: Queryable, thread: ThreadId): Promise<boolean> {
  const { rows } = await db.query('SELECT FROM threads WHERE thread = $1', [thread]);
  return rows.length > 0;
}
