/**
 * What we owe the homeserver. A row is written with its id and content in the transaction that decided it;
 * `matrix-send` repeats it until the homeserver has it. The echo, or the answer, settles it once.
 */
import { z } from 'zod';
import type {
  AccountId,
  EventId,
  EventIn,
  JsonObject,
  MatrixSend,
  MessageKey,
  Purpose,
  RoomId,
  ThreadId,
  UserId,
} from '../../bridge/types.ts';
import { JOBS_CHANNEL } from '../../queue/queue.ts';
import { CURRENT_KEY } from '../key-versions.ts';
import { together } from '../pool.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { inMatrixThread } from './matrix-threads.ts';
import { sentIn } from './places.ts';

/** What a stored send is for. */
interface StoredPurpose {
  readonly kind: Purpose;
  /** What it is about, with what keeps several of the same subject apart behind a blank. */
  readonly subject: string;
  /** The order among the parts of one mail; 0 for all else. */
  readonly part: number;
}

export interface StoredSend extends Omit<MatrixSend, 'purpose' | 'known'> {
  readonly purpose: StoredPurpose;
  readonly state: 'waiting' | 'sent' | 'dead' | 'withdrawn';
  /** Of the key that makes its transaction id. */
  readonly keyVersion: number;
  readonly event: EventId | null;
  /** Written so long ago that the homeserver may have forgotten its transaction id (Synapse keeps it 24 hours). */
  readonly old: boolean;
  /** What was mended for it: the refusal, the sender and the room. */
  readonly repaired: readonly string[];
  /** The word by which it was refused for good; while it waits, a notice without its words stands in its place. */
  readonly error: string | null;
  /** For the first part of a mail: how long ago the mail was stored, seconds; else null. */
  readonly waited: number | null;
}

const fileCodec = z.array(
  z.object({
    source: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('part'), mail: z.number(), index: z.number() }),
      z.object({ kind: z.literal('raw'), mail: z.number() }),
      z.object({
        kind: z.literal('bundle'),
        mail: z.number(),
        parts: z.array(z.object({ index: z.number(), name: z.string() })),
      }),
      z.object({ kind: z.literal('outgoing'), outgoing: z.string().transform((key) => key as MessageKey) }),
      z.object({ kind: z.literal('text'), text: z.string() }),
    ]),
    name: z.string(),
    type: z.string(),
    size: z.number(),
    sha256: z.string(),
    placeholder: z.string(),
  }),
);

/**
 * Writes a send and its job (in order per thread or room). One that exists is left as it is: its content is frozen, and
 * what was told once of a subject is not told again. What replies to something in a Matrix thread stands there.
 */
export async function addSend(tx: Transaction, send: MatrixSend): Promise<void> {
  await addNewSend(tx, send);
}

/** As `addSend`; false where it was there. */
export async function addNewSend(tx: Transaction, send: MatrixSend): Promise<boolean> {
  const content = JSON.stringify(await inMatrixThread(tx, send));
  return together(tx, addNewSends, { ...send, content });
}

/** As `addNewSend`, in one statement; their jobs in the order of the sends. */
async function addNewSends(
  tx: Transaction,
  sends: readonly (Omit<MatrixSend, 'content'> & { readonly content: string })[],
): Promise<readonly boolean[]> {
  const each = <Value>(value: (send: (typeof sends)[number]) => Value) => sends.map(value);
  const known = sends.flatMap(({ send, known: ids = [] }) =>
    ids.map((id) => ({ send, id })).filter(({ id }) => id !== send),
  );
  const { rows } = await tx.query<{ send: string }>(
    `WITH given AS MATERIALIZED (
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
         $8::text[], $9::integer[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[],
         $16::text[], $17::bigint[], $18::text[], $19::text[]) WITH ORDINALITY AS g (send, account, thread, room,
           message, outgoing, purpose, subject, part, sender, sender_name, kind, type, content, files, target, ts, own,
           key, nth)
     ), added AS (
       INSERT INTO matrix_sends (send, account, thread, room, message, outgoing, purpose, subject, part, sender,
         sender_name, kind, type, content, files, target, ts, own, key_version)
       SELECT send, account, thread, room, message, outgoing, purpose, subject, part, sender, sender_name, kind, type,
         content::json, files::json, target, ts, own, ${CURRENT_KEY}
       FROM given WHERE NOT EXISTS (
         SELECT FROM unnest($20::text[], $21::text[]) AS k (send, id) JOIN matrix_sends s ON s.send = k.id
         WHERE k.send = given.send) ORDER BY nth
       ON CONFLICT DO NOTHING RETURNING send, account
     ), queued AS (
       INSERT INTO jobs (account, queue, key, subject)
       SELECT a.account, 'matrix-send', f.key, a.send
       FROM added a JOIN (SELECT send, key, min(nth) AS nth FROM given GROUP BY send, key) f USING (send) ORDER BY f.nth
       ON CONFLICT (queue, subject) DO NOTHING
     )
     SELECT send FROM added`,
    [
      each(({ send }) => send),
      each(({ account }) => account),
      each(({ thread }) => thread),
      each(({ room }) => room),
      each(({ message }) => message),
      each(({ outgoing }) => outgoing),
      each(({ purpose }) => purpose.kind),
      each(({ purpose }) => (purpose.detail === undefined ? purpose.of : `${purpose.of} ${purpose.detail}`)),
      each(({ purpose }) => ('part' in purpose ? purpose.part : 0)),
      each(({ sender }) => sender),
      each(({ senderName }) => senderName),
      each(({ kind }) => kind),
      each(({ type }) => type),
      each(({ content }) => content),
      each(({ files }) => JSON.stringify(files)),
      each(({ target }) => target),
      each(({ ts }) => ts),
      each(({ own }) => own ?? 'lobby'),
      each(({ thread, room, own, account }) => thread ?? room ?? `${own ?? 'lobby'}:${account}`),
      known.map(({ send }) => send),
      known.map(({ id }) => id),
    ],
  );
  if (rows.length > 0) tx.notify(JOBS_CHANNEL, 'matrix-send');
  const added = new Set(rows.map(({ send }) => send));
  // Of two that are the same, the first is the one that was added.
  return sends.map(({ send }) => added.delete(send));
}

interface SendRow {
  send: string;
  account: AccountId;
  thread: ThreadId | null;
  room: RoomId | null;
  message: MessageKey | null;
  outgoing: MessageKey | null;
  purpose: Purpose;
  subject: string;
  part: number;
  sender: UserId;
  sender_name: string | null;
  kind: 'event' | 'redaction';
  type: string;
  content: JsonObject;
  files: unknown;
  target: string | null;
  ts: number | null;
  own: 'lobby' | 'inbox';
  state: StoredSend['state'];
  key_version: number;
  event: EventId | null;
  old: boolean;
  repaired: string[];
  error: string | null;
  waited: number | null;
}

const SEND =
  'send, account, thread, room, message, outgoing, purpose, subject, part, sender, sender_name, kind, type, ' +
  "content, files, target, ts, own, state, key_version, event, at < now() - interval '20 hours' AS old, repaired, " +
  'error, ' +
  `CASE WHEN purpose IN ('part', 'unread', 'report') AND part = 0 THEN (
     SELECT extract(epoch FROM now() - mails.stored_at)::double precision FROM messages
     JOIN mails ON mails.mail = messages.mail WHERE messages.message = matrix_sends.message) END AS waited`;

export async function loadSend(db: Queryable, send: string): Promise<StoredSend | null> {
  const { rows } = await db.query<SendRow>(`SELECT ${SEND} FROM matrix_sends WHERE send = $1`, [send]);
  return rows[0] === undefined ? null : toSend(rows[0]);
}

/** The send behind an event of ours in a room; null for events of other rooms. */
export async function sendOfEvent(db: Queryable, { room, event }: EventIn): Promise<StoredSend | null> {
  const { rows } = await db.query<SendRow>(
    `SELECT ${SEND} FROM matrix_sends WHERE event = $1 AND ${sentIn('$2')} LIMIT 1`,
    [event, room],
  );
  return rows[0] === undefined ? null : toSend(rows[0]);
}

/**
 * The event by which a mail stands in the room of a thread: its first part, where it was posted last; null where the
 * homeserver has none yet.
 */
export async function eventOfMessage(db: Queryable, message: MessageKey, thread: ThreadId): Promise<EventId | null> {
  const { rows } = await db.query<{ event: EventId }>(
    `SELECT event FROM matrix_sends WHERE message = $1 AND thread = $2 AND event IS NOT NULL
       AND purpose IN ('part', 'unread', 'report', 'repeated') ORDER BY at DESC, part LIMIT 1`,
    [message, thread],
  );
  return rows[0]?.event ?? null;
}

/** The plain text of a mail as its room has it, null where it has none (only files, or one of ours). */
export async function textOfMessage(db: Queryable, message: MessageKey): Promise<string | null> {
  const { rows } = await db.query<{ content: JsonObject }>(
    `SELECT content FROM matrix_sends WHERE message = $1 AND purpose = 'part' AND part = 0`,
    [message],
  );
  return shownText(rows[0]?.content ?? {});
}

/** The words of a message as its room has them; null for what is no text. */
export function shownText({ msgtype, body }: JsonObject): string | null {
  return (msgtype === 'm.text' || msgtype === 'm.notice') && typeof body === 'string' ? body : null;
}

/** Whether something was, or is to be, said for this purpose about this subject. */
export async function isSaid(db: Queryable, account: AccountId, purpose: Purpose, subject: string): Promise<boolean> {
  const { rows } = await db.query(
    'SELECT FROM matrix_sends WHERE account = $1 AND purpose = $2 AND subject = $3 LIMIT 1',
    [account, purpose, subject],
  );
  return rows.length > 0;
}

/** The event of what was said for this purpose about this subject; null where the homeserver has none yet. */
export async function eventOfPurpose(
  db: Queryable,
  account: AccountId,
  purpose: Purpose,
  subject: string,
): Promise<EventId | null> {
  const { rows } = await db.query<{ event: EventId | null }>(
    'SELECT event FROM matrix_sends WHERE account = $1 AND purpose = $2 AND subject = $3 AND part = 0',
    [account, purpose, subject],
  );
  return rows[0]?.event ?? null;
}

/** Writes down that the homeserver has the event; the first to say so wins, whether answer or echo. */
export async function settleSend(tx: Queryable, send: string, event: EventId): Promise<void> {
  await together(tx, settleSends, { send, event });
}

async function settleSends(
  tx: Queryable,
  settled: readonly { readonly send: string; readonly event: EventId }[],
): Promise<readonly undefined[]> {
  await settleEchoes(tx, settled);
  return settled.map(() => undefined);
}

/** As `settleSend`, for what the homeserver pushed; in the order of the sends, as others lock them. */
export async function settleEchoes(
  tx: Queryable,
  echoes: readonly { readonly send: string; readonly event: EventId }[],
): Promise<void> {
  if (echoes.length === 0) return;
  await tx.query(
    `WITH heard AS (
       SELECT s.send, e.event FROM unnest($1::text[], $2::text[]) AS e (send, event) JOIN matrix_sends s USING (send)
       WHERE s.state <> 'sent' ORDER BY s.send COLLATE "C" FOR UPDATE OF s)
     UPDATE matrix_sends s SET state = 'sent', event = heard.event FROM heard
     WHERE s.send = heard.send AND s.state <> 'sent'`,
    [echoes.map(({ send }) => send), echoes.map(({ event }) => event)],
  );
}

/** Writes down what was mended for it. */
export async function noteRepair(tx: Queryable, send: string, repairing: string): Promise<void> {
  await tx.query('UPDATE matrix_sends SET repaired = repaired || $2 WHERE send = $1', [send, [repairing]]);
}

/** Gives it another content, and sender where that is not null; its files are uploaded no more where it has none. */
export async function replaceSend(
  tx: Queryable,
  send: string,
  by: {
    readonly content: JsonObject;
    readonly sender: UserId | null;
    readonly error?: string;
    readonly files?: 'none';
    readonly type?: string;
  },
): Promise<void> {
  await tx.query(
    `UPDATE matrix_sends SET content = $2, sender = coalesce($3, sender), error = coalesce($4, error),
       files = CASE WHEN $5 THEN '[]'::json ELSE files END, type = coalesce($6, type) WHERE send = $1`,
    [send, JSON.stringify(by.content), by.sender, by.error ?? null, by.files === 'none', by.type ?? null],
  );
}

/** Whether another part of its mail has a notice in its place, in the same room, which stands for all of it. */
export async function isPlaceKept(
  db: Queryable,
  { message, thread, send }: Pick<StoredSend, 'message' | 'thread' | 'send'>,
): Promise<boolean> {
  if (message === null) return false;
  const { rows } = await db.query(
    `SELECT FROM matrix_sends WHERE message = $1 AND send <> $2 AND thread IS NOT DISTINCT FROM $3
       AND error IS NOT NULL AND state IN ('waiting', 'sent') LIMIT 1`,
    [message, send, thread],
  );
  return rows.length > 0;
}

/** Writes down that it will not be sent: refused for good, or not wanted any more. */
export async function dropSend(
  tx: Queryable,
  send: string,
  state: 'dead' | 'withdrawn',
  reason: string,
): Promise<void> {
  await tx.query(`UPDATE matrix_sends SET state = $2, error = $3 WHERE send = $1 AND state = 'waiting'`, [
    send,
    state,
    reason,
  ]);
}

function toSend(row: SendRow): StoredSend {
  const { sender_name: senderName, key_version: keyVersion, files, purpose: kind, subject, part, ...rest } = row;
  return { ...rest, keyVersion, purpose: { kind, subject, part }, senderName, files: fileCodec.parse(files) };
}
