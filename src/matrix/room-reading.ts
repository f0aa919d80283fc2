/**
 * Reads a room back to some of its messages, as one user who is in it: what was said since, and what the homeserver
 * says of these messages themselves. Where more lies between than a few pages, the messages are asked for one by one,
 * with what relates to them.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { GhostCodec } from '../bridge/ids.ts';
import type { EventId, JsonObject, RoomId, UserId } from '../bridge/types.ts';
import type { NewEvent } from '../db/intake-tables/events.ts';
import type { MatrixClient } from './client.ts';
import { readFound } from './read-back.ts';

export interface ReadingDeps {
  readonly client: Pick<MatrixClient, 'messages' | 'event' | 'related'>;
  readonly codec: GhostCodec;
}

export interface ReadingAsked {
  readonly room: RoomId;
  /** Back to these. */
  readonly messages: readonly EventId[];
  /** Whatever else is read that concerns one of these is found too; the messages are among them. */
  readonly about: ReadonlySet<EventId>;
}

export interface RoomReading {
  /** What was found, oldest first; known or not. */
  readonly events: readonly NewEvent[];
  /** Whether there are others between these that were not looked at. */
  readonly gap: boolean;
  /** The events that were seen as they are. */
  readonly read: ReadonlySet<EventId>;
}

const PAGE = 100;
/** So many pages are read at most; further back is asked for one by one. */
const PAGES_MOST = 10;

/**
 * Null where this user does not see the messages. Whoever has left a room is answered with what was said until then:
 * that says nothing of what came after, and is null too. Throws what the client throws.
 */
export async function readBackTo(deps: ReadingDeps, reader: UserId, asked: ReadingAsked): Promise<RoomReading | null> {
  const left = new Set(asked.messages);
  const newest: Seen[] = [];
  let back = 0;
  let from: string | undefined;
  for (let pages = 0; pages < PAGES_MOST && left.size > 0; pages += 1) {
    const at = from === undefined ? {} : { from };
    const page = await deps.client.messages(asked.room, { limit: PAGE, ...at }, { user: reader });
    for (const one of page.events.flatMap(readSeen)) {
      newest.push(one);
      if (left.delete(one.id)) back = newest.length;
    }
    if (page.end === null) break;
    from = page.end;
  }
  if (isOut(newest, reader)) return null;
  const between = left.size === 0 ? newest.slice(0, back) : newest.filter((one) => concerns(one, asked.about));
  const alone = left.size === 0 ? [] : await oneByOne(deps, reader, asked.room, left);
  if (alone === null) return null;
  const told = newest.filter(({ id }) => asked.about.has(id)).flatMap(toldBy);
  return {
    events: [...alone, ...between.reverse().map(({ raw }) => raw), ...told].flatMap((raw) =>
      readFound(raw, asked.room, deps.codec),
    ),
    gap: left.size > 0,
    read: new Set([...asked.messages, ...newest.map(({ id }) => id)]),
  };
}

/** What relates to messages that are far back, and what became of them; null where one cannot be seen. */
async function oneByOne(
  { client }: ReadingDeps,
  reader: UserId,
  room: RoomId,
  messages: ReadonlySet<EventId>,
): Promise<JsonObject[] | null> {
  const found: JsonObject[] = [];
  for (const message of messages) {
    const raw = await client.event(room, message, { user: reader });
    if (raw === null) return null;
    const related = await client.related(room, message, { user: reader });
    found.push(...related.toReversed(), ...readSeen(raw).flatMap(toldBy));
  }
  return found;
}

const object = z.record(z.string(), z.json());
const seenEvent = z.object({
  event_id: z.string(),
  type: z.string(),
  sender: z.string(),
  state_key: z.string().nullish().catch(null),
  redacts: z.string().optional().catch(undefined),
  content: object.catch({}),
  unsigned: object.catch({}),
});

/** An event as far as it is looked at here. */
interface Seen {
  readonly id: EventId;
  readonly sender: string;
  readonly isState: boolean;
  readonly content: JsonObject;
  readonly unsigned: JsonObject;
  /** Whose membership it is; null for every other event. */
  readonly member: string | null;
  /** What it is about: edits, takes away, or reacts to. */
  readonly of: string | null;
  readonly raw: JsonObject;
}

const relation = z.object({ event_id: z.string() });

function readSeen(raw: JsonObject): Seen[] {
  const read = seenEvent.safeParse(raw);
  if (!read.success) return [];
  const { event_id: id, type, sender, state_key: key, redacts, content, unsigned } = read.data;
  const redacted = type === 'm.room.redaction' ? (content['redacts'] ?? redacts) : undefined;
  const of = redacted ?? relation.safeParse(content['m.relates_to']).data?.event_id;
  return [
    {
      id: id as EventId,
      sender,
      isState: typeof key === 'string',
      content,
      unsigned,
      member: type === 'm.room.member' ? (key ?? null) : null,
      of: typeof of === 'string' ? of : null,
      raw,
    },
  ];
}

/** Whether somebody's newest membership, among events newest first, is that they are not there any more. */
function isOut(newest: readonly Seen[], user: UserId): boolean {
  const last = newest.find(({ member }) => member === user);
  return last !== undefined && last.content['membership'] !== 'join';
}

function concerns({ of }: Seen, about: ReadonlySet<EventId>): boolean {
  return of !== null && about.has(of as EventId);
}

/**
 * What a message itself says of its deletion and its last edit (spec, `redacted_because` and "aggregations of
 * m.replace"): the events that did it, which may stand nowhere else. A deletion of which nothing is known but that the
 * message is empty is one whose id comes from the message.
 */
function toldBy(message: Seen): JsonObject[] {
  if (message.isState) return [];
  const { id, sender, content, unsigned } = message;
  const because = object.safeParse(unsigned['redacted_because']).data;
  if (because !== undefined || Object.keys(content).length === 0) {
    const by = because?.['sender'];
    const named = because?.['event_id'];
    const event = typeof named === 'string' ? named : `$${createHash('sha256').update(`redacted ${id}`).digest('hex')}`;
    const reason = object.catch({}).parse(because?.['content']);
    return [
      {
        ...because,
        event_id: event,
        type: 'm.room.redaction',
        sender: typeof by === 'string' ? by : sender,
        content: { ...reason, redacts: id },
        redacts: id,
      },
    ];
  }
  const edit = object.safeParse(object.safeParse(unsigned['m.relations']).data?.['m.replace']).data;
  // Some homeservers give the id alone: then the edit stands among the events.
  return edit?.['content'] === undefined ? [] : [edit];
}
