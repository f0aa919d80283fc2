/** Events of conversations, for an export. One SQL statement a function. */
import { z } from 'zod';
import type { AccountId, EventId, JsonObject, MessageKey, RoomId, ThreadId } from '../../bridge/types.ts';
import type { MessageId } from '../../mail/types.ts';
import type { ExportScope } from '../mail-tables/exported-messages.ts';
import type { Queryable } from '../pool.ts';

/** An event that a mail became, or was made of. */
export interface ExportedPart {
  readonly event: EventId;
  /** Where it may stand: the rooms of its conversation, the newest first. */
  readonly rooms: readonly RoomId[];
  /** What we sent, with places where addresses of files go, or what somebody said; null where it is not kept. */
  readonly content: JsonObject | null;
  /** SHA-256 of its files, hex, each by its place in the content. */
  readonly files: readonly { readonly placeholder: string; readonly sha256: string }[];
}

const filesCodec = z.array(z.object({ placeholder: z.string(), sha256: z.string() })).catch([]);
const contentCodec = z.record(z.string(), z.json());
const saidCodec = z.object({ type: z.string(), content: contentCodec });

/** The events that a mail became, in their order. */
export async function shownParts(db: Queryable, message: MessageKey): Promise<ExportedPart[]> {
  const { rows } = await db.query<{ event: EventId; rooms: RoomId[]; content: unknown; files: unknown }>(
    `SELECT s.event, s.content, s.files, CASE WHEN s.room IS NOT NULL THEN ARRAY[s.room] ELSE
       ARRAY(SELECT r.room FROM rooms r WHERE r.thread = s.thread AND r.kind = 'thread' ORDER BY r.generation DESC) END
       AS rooms
     FROM matrix_sends s WHERE s.message = $1 AND s.purpose IN ('part', 'unread', 'report') AND s.kind = 'event'
       AND s.event IS NOT NULL ORDER BY s.part, s.at`,
    [message],
  );
  return rows.map(({ event, rooms, content, files }) => {
    const read = contentCodec.safeParse(content);
    const kept = read.success && Object.keys(read.data).length > 0 ? read.data : null;
    return { event, rooms, content: kept, files: filesCodec.parse(files) };
  });
}

/** The events that a mail of ours was made of, in their order. */
export async function saidParts(db: Queryable, outgoing: MessageKey): Promise<ExportedPart[]> {
  const { rows } = await db.query<{ event: EventId; room: RoomId; content: unknown }>(
    `SELECT e.event, o.room, e.content FROM outgoing_events e JOIN outgoing o USING (outgoing)
     WHERE e.outgoing = $1 AND e.state = 'in' ORDER BY e.position`,
    [outgoing],
  );
  return rows.map(({ event, room, content }) => {
    const read = saidCodec.safeParse(content);
    return { event, rooms: [room], content: read.success ? messageOf(read.data) : null, files: [] };
  });
}

const reacted = z.object({ 'm.relates_to': z.object({ key: z.string() }) });

/** What was said as the content of a message; null where nothing of it is kept. */
function messageOf({ type, content }: z.infer<typeof saidCodec>): JsonObject | null {
  if (Object.keys(content).length === 0) return null;
  if (type === 'm.sticker') return { ...content, msgtype: 'm.sticker' };
  const reaction = type === 'm.reaction' ? reacted.safeParse(content) : null;
  if (reaction === null) return content;
  return reaction.success ? { msgtype: 'm.text', body: reaction.data['m.relates_to'].key } : null;
}

/** Whether the homeserver told us that an event was redacted, as long as that is remembered. */
export async function isKnownRedacted(db: Queryable, room: RoomId, event: EventId): Promise<boolean> {
  const { rows } = await db.query<{ body: Buffer }>(
    `SELECT body FROM events WHERE room = $1 AND type = 'm.room.redaction'`,
    [room],
  );
  return rows.some(({ body }) => body.includes(JSON.stringify(event)));
}

/** A room of a conversation. */
export interface ExportedRoom {
  readonly room: RoomId;
  readonly thread: ThreadId;
  readonly account: AccountId;
  readonly generation: number;
  readonly subject: string;
}

/** The next `limit` rooms of conversations behind that one (null for the first). */
export async function exportedRooms(
  db: Queryable,
  { account, room }: ExportScope,
  after: ExportedRoom | null,
  limit: number,
): Promise<ExportedRoom[]> {
  const { rows } = await db.query<ExportedRoom>(
    `SELECT r.room, r.thread, r.account, r.generation, t.subject FROM rooms r JOIN threads t USING (thread)
     WHERE r.kind = 'thread' AND ($1::text IS NULL OR r.account = $1)
       AND NOT EXISTS (SELECT FROM own_accounts WHERE account = r.account AND owner IS NOT NULL)
       AND ($2::text IS NULL OR r.thread IN (SELECT thread FROM rooms WHERE room = $2))
       AND (r.thread, r.generation) > ($3, $4) ORDER BY r.thread, r.generation LIMIT $5`,
    [account, room, after?.thread ?? '', after?.generation ?? -1, limit],
  );
  return rows;
}

const idCodec = z.object({ messageId: z.string().nullable() }).catch({ messageId: null });
const idOf = (facts: unknown): MessageId | null => idCodec.parse(facts).messageId as MessageId | null;

/** The Message-ID of the first mail of a conversation; null where it has none. */
export async function rootMail(db: Queryable, thread: ThreadId): Promise<MessageId | null> {
  const { rows } = await db.query<{ id: MessageId | null; facts: unknown }>(
    `SELECT (SELECT message_id FROM messages WHERE thread = $1 ORDER BY seq LIMIT 1) AS id,
       (SELECT facts FROM import_mails WHERE thread = $1 AND state = 'imported' ORDER BY at NULLS LAST, ordinal LIMIT 1)
         AS facts`,
    [thread],
  );
  // What was brought in is older than what came.
  return idOf(rows[0]?.facts) ?? rows[0]?.id ?? null;
}

/** The mails behind events of a room: by what they became, and by what they were made of once they have left. */
export async function mailsOfEvents(
  db: Queryable,
  thread: ThreadId,
  events: readonly EventId[],
): Promise<ReadonlyMap<EventId, { readonly messageId: MessageId | null; readonly since: Date | null }>> {
  const { rows } = await db.query<{ event: EventId; id: MessageId | null; facts: unknown; since: Date | null }>(
    `SELECT s.event, m.message_id AS id, NULL::json AS facts, m.at AS since
       FROM matrix_sends s JOIN messages m USING (message) WHERE s.event = ANY($1::text[])
     UNION ALL SELECT e.event, o.message_id, NULL, coalesce(o.frozen_at, o.opened_at) FROM outgoing_events e
       JOIN outgoing o USING (outgoing)
     WHERE e.event = ANY($1::text[]) AND e.state = 'in' AND o.state IN ('sent', 'unknown')
     UNION ALL SELECT i.event, NULL, i.facts, i.at FROM import_mails i
     WHERE i.thread = $2 AND i.event = ANY($1::text[]) AND i.state = 'imported'`,
    [events, thread],
  );
  return new Map(rows.map(({ event, id, facts, since }) => [event, { messageId: id ?? idOf(facts), since }]));
}
