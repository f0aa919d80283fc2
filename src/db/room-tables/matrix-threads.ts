/**
 * Where a reply of ours stands: in the Matrix thread of what it replies to. Looked up as it is written down, so that
 * no one who says something has to think of it.
 */
import { z } from 'zod';
import { readWireJson } from '../../base/wire-text.ts';
import type { EventId, JsonObject, MatrixSend } from '../../bridge/types.ts';
import type { Transaction } from '../pool.ts';

/** Steps from an edit or a reaction to what it is about. */
const STEPS = 3;

const eventId = z
  .string()
  .max(255)
  .regex(/^\$\S+$/);
const related = z.object({
  'm.relates_to': z.object({
    rel_type: z.string().optional(),
    event_id: eventId.optional(),
    'm.in_reply_to': z.object({ event_id: eventId }).optional(),
  }),
});

/**
 * The content of a send: of a reply to what was said in a Matrix thread of the same room, as an answer in that thread
 * (spec, "threading"); of all else as it is.
 */
export async function inMatrixThread(tx: Transaction, send: MatrixSend): Promise<JsonObject> {
  const { content } = send;
  const relation = relationOf(content);
  const replyTo = relation?.['m.in_reply_to']?.event_id;
  if (send.type !== 'm.room.message' || replyTo === undefined || relation?.rel_type !== undefined) return content;
  const root = await threadRootOf(tx, send, replyTo);
  if (root === null) return content;
  const reply = { 'm.in_reply_to': { event_id: replyTo } };
  return { ...content, 'm.relates_to': { rel_type: 'm.thread', event_id: root, is_falling_back: false, ...reply } };
}

async function threadRootOf(tx: Transaction, send: MatrixSend, replyTo: string): Promise<EventId | null> {
  let event: string | undefined = replyTo;
  for (let step = 0; step < STEPS && event !== undefined; step += 1) {
    const relation = relationOf(await contentOf(tx, send, event));
    const { rel_type: type, event_id: of }: { rel_type?: string | undefined; event_id?: string | undefined } =
      relation ?? {};
    if (type === 'm.thread') return of === undefined ? null : (of as EventId);
    event = type === 'm.replace' || type === 'm.annotation' ? of : undefined;
  }
  return null;
}

/** What is known of an event, as one of the room that the send goes to; null where it is not known there. */
async function contentOf(tx: Transaction, send: MatrixSend, id: string): Promise<unknown> {
  const { rows } = await tx.query<{ content: unknown; body: Buffer | null; rank: number }>(
    `WITH here AS (
       SELECT room FROM rooms WHERE room = $2 OR ($2::text IS NULL AND account = $3 AND state = 'active'
         AND (thread = $4 OR ($4::text IS NULL AND thread IS NULL AND kind = $5)))
     )
     SELECT NULL::json AS content, body, 1 AS rank FROM events WHERE event = $1 AND room IN (SELECT room FROM here)
     UNION ALL
     SELECT content, NULL, 2 FROM matrix_sends s
     WHERE event = $1 AND account = $3 AND (s.room IN (SELECT room FROM here)
       OR s.thread IN (SELECT thread FROM rooms JOIN here USING (room)))
     UNION ALL
     SELECT e.content, NULL, 3 FROM outgoing_events e JOIN outgoing o USING (outgoing)
     WHERE e.event = $1 AND o.room IN (SELECT room FROM here) ORDER BY rank LIMIT 1`,
    [id, send.room, send.account, send.thread, send.own ?? 'lobby'],
  );
  const [found] = rows;
  if (found === undefined || found.rank === 2) return found?.content ?? null;
  // As it came, or what an edit left of it.
  const event: unknown = found.body === null ? found.content : eventOf(found.body);
  return z.object({ content: z.unknown() }).safeParse(event).data?.content ?? null;
}

/** The event as it was received; null where its bytes are none, which is no reason to say nothing to it. */
function eventOf(body: Buffer): unknown {
  try {
    return readWireJson(body.toString('utf8'));
  } catch {
    return null;
  }
}

function relationOf(content: unknown): z.infer<typeof related>['m.relates_to'] | null {
  return related.safeParse(content).data?.['m.relates_to'] ?? null;
}
