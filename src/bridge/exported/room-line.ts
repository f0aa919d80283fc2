/**
 * What an event of a room's history is to an export. Events are anybody's: what is not as the spec has it is passed
 * over, and what one claims of another counts only where the spec lets it (an edit is its author's alone).
 */
import { z } from 'zod';
import type { EventId, JsonObject, UserId } from '../types.ts';

interface Line {
  readonly event: EventId;
  readonly sender: UserId;
  /** origin_server_ts. */
  readonly at: Date;
}

/** A message, a sticker, a poll, or what nobody here can read. */
export interface MessageLine extends Line {
  readonly is: 'message';
  /** As an `m.room.message` has it; empty for what was redacted, and for what is encrypted. */
  readonly content: JsonObject;
  readonly form: 'message' | 'poll' | 'encrypted';
  readonly redacted: Redacted | null;
  /** What it answers; null for nothing. */
  readonly repliesTo: EventId | null;
}

interface Redacted {
  readonly by: string;
  readonly at: Date | null;
}

export type RoomLine =
  | MessageLine
  | (Line & { readonly is: 'edit'; readonly of: EventId; readonly content: JsonObject })
  | (Line & { readonly is: 'reaction'; readonly of: EventId; readonly key: string })
  | { readonly is: 'name'; readonly user: string; readonly name: string };

const id = z.string().min(1).max(255);
const lineShape = z.object({
  event_id: id,
  sender: id,
  type: z.string(),
  origin_server_ts: z.number().int().nonnegative().max(8.64e15),
  content: z.record(z.string(), z.json()),
  unsigned: z
    .object({
      redacted_because: z
        .object({ sender: id.optional(), origin_server_ts: z.number().int().nonnegative().max(8.64e15).optional() })
        .optional()
        .catch({}),
    })
    .optional()
    .catch(undefined),
});
const relationShape = z.object({
  rel_type: z.string().optional(),
  event_id: id.optional(),
  key: z.string().optional(),
  is_falling_back: z.boolean().optional().catch(undefined),
  'm.in_reply_to': z.object({ event_id: id }).optional().catch(undefined),
});
const memberShape = z.object({ state_key: id, content: z.object({ displayname: z.string() }) });

const POLLS: ReadonlySet<string> = new Set(['m.poll.start', 'org.matrix.msc3381.poll.start']);

/** Reads an event; null for one that is nothing to an export. Total. */
export function readRoomLine(event: JsonObject): RoomLine | null {
  const read = lineShape.safeParse(event);
  if (!read.success) return null;
  const { type, content, unsigned } = read.data;
  const line = {
    event: read.data.event_id as EventId,
    sender: read.data.sender as UserId,
    at: new Date(read.data.origin_server_ts),
  };
  const isState = event['state_key'] !== undefined;
  if (type === 'm.room.member' && isState) {
    const member = memberShape.safeParse(event);
    return member.success ? { is: 'name', user: member.data.state_key, name: member.data.content.displayname } : null;
  }
  if (isState) return null;
  const because = unsigned?.redacted_because;
  const related = relationShape.safeParse(content['m.relates_to'] ?? {});
  const relation = related.success ? related.data : {};
  if (type === 'm.reaction') {
    const { rel_type: kind, event_id: of, key } = relation;
    if (because !== undefined || kind !== 'm.annotation' || of === undefined || key === undefined) return null;
    return { ...line, is: 'reaction', of: of as EventId, key };
  }
  const isPoll = POLLS.has(type);
  if (type !== 'm.room.message' && type !== 'm.sticker' && type !== 'm.room.encrypted' && !isPoll) return null;
  if (relation.rel_type === 'm.replace') {
    // One that was redacted says no more what it replaced: it is a message of which nothing is left.
    const of = relation.event_id;
    const next = content['m.new_content'];
    if (of === undefined || typeof next !== 'object' || next === null || Array.isArray(next)) return null;
    return { ...line, is: 'edit', of: of as EventId, content: next };
  }
  const isEmpty = Object.keys(content).length === 0;
  const redacted =
    because === undefined
      ? isEmpty
        ? { by: '', at: null }
        : null
      : {
          by: because.sender ?? '',
          at: because.origin_server_ts === undefined ? null : new Date(because.origin_server_ts),
        };
  const form = type === 'm.room.encrypted' ? 'encrypted' : isPoll ? 'poll' : 'message';
  const shown = redacted !== null || form === 'encrypted' ? {} : content;
  return {
    ...line,
    is: 'message',
    form,
    redacted,
    repliesTo: answered(relation),
    content: type === 'm.sticker' && redacted === null ? { ...shown, msgtype: 'm.sticker' } : shown,
  };
}

/** Whether the words of an event were taken away. */
export function isRedacted({ content, unsigned }: JsonObject): boolean {
  const isEmpty = typeof content !== 'object' || content === null || Object.keys(content).length === 0;
  return isEmpty || (typeof unsigned === 'object' && unsigned !== null && 'redacted_because' in unsigned);
}

/** What a message answers: what its author meant, not what stands there for clients without threads. */
function answered(relation: Partial<z.infer<typeof relationShape>>): EventId | null {
  const reply = relation['m.in_reply_to']?.event_id;
  if (relation.rel_type === 'm.thread' && (reply === undefined || relation.is_falling_back === true)) {
    return (relation.event_id ?? null) as EventId | null;
  }
  return (reply ?? null) as EventId | null;
}
