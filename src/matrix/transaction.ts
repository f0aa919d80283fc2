import { z } from 'zod';
import type { EventId, RoomId, UserId } from '../bridge/types.ts';

/** An event as it was pushed: the fields that the intake needs, and its bytes as they came. */
export interface PushedEvent {
  readonly event: EventId;
  readonly room: RoomId;
  readonly type: string;
  readonly sender: UserId;
  /** Null for what is no state. */
  readonly stateKey: string | null;
  /** As it came; anything. */
  readonly content: unknown;
  readonly body: Uint8Array;
}

/** Something pushed that cannot be read. */
interface PushedPoison {
  readonly reason: 'not-json' | 'no-events' | 'event-not-json' | 'event-without-ids';
  readonly body: Uint8Array;
}

/** Somebody has read a room up to an event, and lets others know (`m.read`; never `m.read.private`). */
export interface PushedReceipt {
  readonly room: RoomId;
  readonly user: UserId;
  readonly event: EventId;
  /** The first event of the Matrix thread that it is about; null for the room itself. */
  readonly root: EventId | null;
}

/** What a transaction holds, in its order. */
export interface ReadTransaction {
  readonly events: readonly PushedEvent[];
  readonly poison: readonly PushedPoison[];
  readonly receipts: readonly PushedReceipt[];
}

/** Ids are at most 255 bytes (spec, "Size limits"); Postgres's text refuses U+0000. */
const id = z
  .string()
  .min(1)
  .max(255)
  .refine((text) => !text.includes('\0'));
/** What of an event is needed to store it. */
export const eventFields = z.object({
  event_id: id,
  room_id: id,
  type: id,
  sender: id,
  state_key: z.string().nullish(),
  content: z.unknown().optional(),
});

/**
 * Reads the body of a pushed transaction (application service API, "PUT /transactions/{txnId}"). Each event keeps its
 * own bytes, cut out of the body, so that what is stored is what came (U+0000, large numbers, a doubled key included)
 * and one event that cannot be read costs no other. Of the ephemeral data receipts are read. Never throws.
 */
export function readTransaction(body: Uint8Array): ReadTransaction {
  const whole = parse(body);
  if (whole === undefined) return { events: [], poison: [{ reason: 'not-json', body }], receipts: [] };
  const slices = sliceEvents(body);
  if (slices === null) return { events: [], poison: [{ reason: 'no-events', body }], receipts: [] };
  const events: PushedEvent[] = [];
  const poison: PushedPoison[] = [];
  for (const slice of slices) {
    const read = readEvent(slice);
    if ('reason' in read) poison.push(read);
    else events.push(read);
  }
  return { events, poison, receipts: readReceipts(whole) };
}

const ephemeral = z.array(z.unknown()).catch([]);
const pushedEphemeral = z
  .object({ ephemeral: ephemeral.optional(), 'de.sorunome.msc2409.ephemeral': ephemeral.optional() })
  .transform((body) => body.ephemeral ?? body['de.sorunome.msc2409.ephemeral'] ?? []);
const receiptsOfRoom = z.object({
  type: z.literal('m.receipt'),
  room_id: id,
  content: z.record(z.string(), z.unknown()),
});
const readOfEvent = z.object({ 'm.read': z.record(z.string(), z.unknown()) });
const ofThread = z.object({ thread_id: id.optional() }).catch({});

/**
 * The receipts among the ephemeral data (spec v1.13, `ephemeral`; MSC2409 before). Whatever is no receipt is passed
 * over: it is never sent again, and nothing is lost with it but that somebody has read something.
 */
function readReceipts(body: unknown): PushedReceipt[] {
  const pushed = pushedEphemeral.safeParse(body);
  if (!pushed.success) return [];
  return pushed.data.flatMap((one) => {
    const room = receiptsOfRoom.safeParse(one);
    return room.success ? Object.entries(room.data.content).flatMap(receiptsOf(room.data.room_id as RoomId)) : [];
  });
}

function receiptsOf(room: RoomId): (entry: [string, unknown]) => PushedReceipt[] {
  return ([event, content]) => {
    const read = readOfEvent.safeParse(content);
    if (!read.success || !id.safeParse(event).success) return [];
    return Object.entries(read.data['m.read']).flatMap(([user, data]) => {
      if (!id.safeParse(user).success) return [];
      const { thread_id: thread } = ofThread.parse(data);
      // `main` is the room without its threads (spec, "threaded read receipts").
      const root = thread === undefined || thread === 'main' ? null : (thread as EventId);
      return [{ room, user: user as UserId, event: event as EventId, root }];
    });
  };
}

function readEvent(body: Uint8Array): PushedEvent | PushedPoison {
  const value = parse(body);
  if (value === undefined) return { reason: 'event-not-json', body };
  const fields = eventFields.safeParse(value);
  if (!fields.success) return { reason: 'event-without-ids', body };
  return {
    event: fields.data.event_id as EventId,
    room: fields.data.room_id as RoomId,
    type: fields.data.type,
    sender: fields.data.sender as UserId,
    stateKey: fields.data.state_key ?? null,
    content: fields.data.content,
    body,
  };
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8'));
  } catch {
    return undefined;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN = new Set([0x7b, 0x5b]);
const CLOSE = new Set([0x7d, 0x5d]);
const SPACE = new Set([0x20, 0x09, 0x0a, 0x0d]);

/**
 * The bytes of each element of the top-level array `events`; null where there is none. The body is known to be JSON, so
 * only strings and brackets need to be followed; bytes above 0x7f stand only within strings.
 */
function sliceEvents(body: Uint8Array): Uint8Array[] | null {
  let depth = 0;
  let key: string | null = null;
  let slices: Uint8Array[] | null = null;
  let start = -1;
  const take = (end: number): void => {
    const slice = trim(body, start, end);
    if (slice.length > 0) slices?.push(slice);
    start = end + 1;
  };
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    if (byte === QUOTE) {
      const end = stringEnd(body, at);
      if (depth === 1 && isKey(body, end)) key = String(parse(body.subarray(at, end)));
      at = end - 1;
    } else if (OPEN.has(byte)) {
      depth += 1;
      if (depth === 2 && byte === 0x5b && key === 'events') {
        slices = [];
        start = at + 1;
      }
    } else if (CLOSE.has(byte)) {
      if (depth === 2 && start >= 0) {
        take(at);
        start = -1;
      }
      depth -= 1;
    } else if (byte === COMMA && depth === 2 && start >= 0) {
      take(at);
    }
  }
  return slices;
}

/** Position after the closing quote. */
function stringEnd(body: Uint8Array, open: number): number {
  let at = open + 1;
  while (at < body.length && body[at] !== QUOTE) at += body[at] === BACKSLASH ? 2 : 1;
  return Math.min(at + 1, body.length);
}

function isKey(body: Uint8Array, at: number): boolean {
  let next = at;
  while (SPACE.has(body[next] ?? 0)) next += 1;
  return body[next] === 0x3a;
}

function trim(body: Uint8Array, from: number, to: number): Uint8Array {
  let start = from;
  let end = to;
  while (start < end && SPACE.has(body[start] ?? 0)) start += 1;
  while (end > start && SPACE.has(body[end - 1] ?? 0)) end -= 1;
  return body.subarray(start, end);
}
