/**
 * What a Matrix event means for the mail side. Pure and total: every event that a homeserver can push becomes one
 * action, and `ignore` always says why. Only what people say in messages can become mail; our own events, notices,
 * commands and notes never do.
 */
import { z } from 'zod';
import { ECHO_KEY } from '../ids.ts';
import { readPoll, readSaid } from './content.ts';
import type { Asked, Content, ReadCommand, Said } from './content.ts';
import type { EventId, RoomId, UserId } from '../types.ts';

type Membership = 'join' | 'leave' | 'invite' | 'ban' | 'knock';

/** Where a message stands among others. */
interface Position {
  /** The event that a person chose to reply to; null for the fallback of a thread. */
  readonly replyTo: EventId | null;
  /** The first event of the Matrix thread that it is in. */
  readonly threadRoot: EventId | null;
}

export type MatrixAction =
  /** Our own event has come back; `key` is what the send was known by. */
  | { readonly kind: 'echo'; readonly key: string }
  /** `!mail NAME ARGS`; the name in lower case, '' where there is none. */
  | (ReadCommand & Position)
  /** `!note …`: stays in the room. */
  | { readonly kind: 'note' }
  | ({
      readonly kind: 'message';
      readonly said: Said;
      readonly mentions: readonly UserId[];
      /** Absent where the author did not say for whom it is. */
      readonly asked?: Asked;
      /** A command behind the names of others (`Content`). */
      readonly begins?: string;
    } & Position)
  /**
   * `fresh` is what the message is now, read as if it had been said so at first; where it stands among others an edit
   * does not change.
   */
  | { readonly kind: 'edit'; readonly of: EventId; readonly fresh: Fresh }
  | { readonly kind: 'redact'; readonly of: EventId }
  | { readonly kind: 'react'; readonly of: EventId; readonly key: string }
  | { readonly kind: 'membership'; readonly user: UserId; readonly membership: Membership }
  /** Cannot be read here; the room is told that it was not mailed. */
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'tombstone'; readonly replacement: RoomId | null }
  | { readonly kind: 'ignore'; readonly reason: IgnoreReason };

/** What an edit makes of a message. */
export type Fresh = Extract<MatrixAction, { kind: 'message' | 'command' | 'note' | 'encrypted' | 'ignore' }>;

type IgnoreReason =
  'malformed' | 'own-event' | 'notice' | 'empty' | 'redacted' | 'poll-vote' | 'verification' | 'not-for-mail';

export interface EventReadContext {
  /** Whether a user is the bot or a ghost. */
  readonly isOwn: (user: string) => boolean;
  /** Whether a user is the bot: a command behind its name is meant for it. Nobody is, where nothing is given. */
  readonly isBot?: (user: string) => boolean;
  /** Whether what people (and their other bots) say as `m.notice` is mailed too; not unless asked. */
  readonly notices?: boolean;
}

/** An id that somebody names: without a zero byte, which no table could look up. */
const id = z.string().refine((text) => !text.includes('\0'));

const relation = z.object({
  rel_type: z.string().optional().catch(undefined),
  event_id: id.optional().catch(undefined),
  key: z.string().optional().catch(undefined),
  is_falling_back: z.boolean().optional().catch(undefined),
  'm.in_reply_to': z.object({ event_id: id }).optional().catch(undefined),
});

const clientEvent = z.object({
  type: z.string(),
  sender: z.string(),
  state_key: z.string().optional(),
  redacts: z.string().optional().catch(undefined),
  content: z.record(z.string(), z.unknown()).catch({}),
});
type ClientEvent = z.infer<typeof clientEvent>;

/** Reads an event as the homeserver pushed it (client-server API, "room event format"). Never throws. */
export function readEvent(event: unknown, context: EventReadContext): MatrixAction {
  const parsed = clientEvent.safeParse(event);
  if (!parsed.success) return ignore('malformed');
  const { data } = parsed;
  if (context.isOwn(data.sender) && data.type !== 'm.room.member') {
    const key = data.content[ECHO_KEY];
    return typeof key === 'string' && key !== '' ? { kind: 'echo', key } : ignore('own-event');
  }
  return data.state_key === undefined ? readTimeline(data, context) : readState(data, data.state_key);
}

function readTimeline(event: ClientEvent, context: EventReadContext): MatrixAction {
  switch (event.type) {
    case 'm.room.message':
    case 'm.sticker':
    case 'm.poll.start':
    case 'org.matrix.msc3381.poll.start':
      return readMessage(event, context);
    case 'm.room.encrypted':
      return readEncrypted(event);
    case 'm.room.redaction':
      return readRedaction(event);
    case 'm.reaction': {
      const { rel_type: type, event_id: of, key } = readRelation(event.content);
      return type === 'm.annotation' && of !== undefined && key !== undefined
        ? { kind: 'react', of: of as EventId, key }
        : ignore('malformed');
    }
    case 'm.poll.response':
    case 'm.poll.end':
    case 'org.matrix.msc3381.poll.response':
    case 'org.matrix.msc3381.poll.end':
      return ignore('poll-vote');
    default:
      return ignore('not-for-mail');
  }
}

function readState(event: ClientEvent, stateKey: string): MatrixAction {
  if (event.type === 'm.room.member') {
    const membership = z.enum(['join', 'leave', 'invite', 'ban', 'knock']).safeParse(event.content['membership']);
    return membership.success && id.safeParse(stateKey).success
      ? { kind: 'membership', user: stateKey as UserId, membership: membership.data }
      : ignore('malformed');
  }
  if (event.type === 'm.room.tombstone' && stateKey === '') {
    const replacement = event.content['replacement_room'];
    return { kind: 'tombstone', replacement: id.safeParse(replacement).success ? (replacement as RoomId) : null };
  }
  return ignore('not-for-mail');
}

function readMessage(event: ClientEvent, context: EventReadContext): MatrixAction {
  const { content } = event;
  if (Object.keys(content).length === 0) return ignore('redacted');
  const { rel_type: type, event_id: of, ...reply } = readRelation(content);
  // An edit that does not say of what is no message: its body is the fallback of an edit, in which a note is not known
  // as one.
  if (type === 'm.replace') return of === undefined ? ignore('malformed') : readEdit(event, of as EventId, context);

  const position: Position = {
    // A thread's fallback for clients without threads is nobody's choice (spec, "fallback for unthreaded clients").
    replyTo: reply.is_falling_back === true ? null : eventId(reply['m.in_reply_to']?.event_id),
    threadRoot: type === 'm.thread' ? eventId(of) : null,
  };
  return readFresh(event.type, content, readMentions(content), position, context);
}

/** A message as its content stands now, at its place. */
function readFresh(
  type: string,
  content: Record<string, unknown>,
  mentions: readonly UserId[],
  position: Position,
  context: EventReadContext,
): Fresh {
  const read = readContent(type, content, mentions, context);
  switch (read.kind) {
    case 'said':
      return {
        kind: 'message',
        said: read.said,
        mentions,
        ...position,
        ...(read.asked === undefined ? {} : { asked: read.asked }),
        ...(read.begins === undefined ? {} : { begins: read.begins }),
      };
    case 'command':
      return { ...read, ...position };
    case 'note':
    case 'encrypted':
      return { kind: read.kind };
    case 'ignore':
      return ignore(read.reason);
  }
}

/**
 * An edit says what the message is now in `m.new_content`; its own body is a fallback that never leaves (spec, "event
 * replacements").
 */
function readEdit(event: ClientEvent, of: EventId, context: EventReadContext): MatrixAction {
  const fresh = z.record(z.string(), z.unknown()).safeParse(event.content['m.new_content']);
  if (!fresh.success) return ignore('malformed');
  const mentions = [...new Set([...readMentions(fresh.data), ...readMentions(event.content)])];
  return { kind: 'edit', of, fresh: readFresh(event.type, fresh.data, mentions, NOWHERE, context) };
}

/** What an encrypted event relates to stands outside of what is encrypted (spec, "m.room.encrypted"). */
function readEncrypted({ content }: ClientEvent): MatrixAction {
  const { rel_type: type, event_id: of } = readRelation(content);
  // The old words are not what its author says any more, whatever the new ones are.
  const isEdit = type === 'm.replace' && of !== undefined;
  return isEdit ? { kind: 'edit', of: of as EventId, fresh: { kind: 'encrypted' } } : { kind: 'encrypted' };
}

const NOWHERE: Position = { replyTo: null, threadRoot: null };

function readContent(
  type: string,
  content: Record<string, unknown>,
  mentions: readonly UserId[],
  { notices = false, isBot = () => false }: EventReadContext,
): Content {
  if (type === 'm.poll.start' || type === 'org.matrix.msc3381.poll.start') return readPoll(content);
  if (type === 'm.sticker') return readSaid({ ...content, msgtype: 'm.sticker' });
  const said = notices && content['msgtype'] === 'm.notice' ? { ...content, msgtype: 'm.text' } : content;
  return readSaid(said, { mentions, isBot });
}

/** `redacts` moved from the event to its content with room version 11. */
function readRedaction(event: ClientEvent): MatrixAction {
  const of = event.content['redacts'] ?? event.redacts;
  return id.safeParse(of).success ? { kind: 'redact', of: of as EventId } : ignore('malformed');
}

function readRelation(content: Record<string, unknown>): z.infer<typeof relation> {
  const parsed = relation.safeParse(content['m.relates_to']);
  return parsed.success ? parsed.data : {};
}

function readMentions(content: Record<string, unknown>): UserId[] {
  const parsed = z.object({ user_ids: z.array(z.string()).max(1000) }).safeParse(content['m.mentions']);
  return parsed.success ? parsed.data.user_ids.map((user) => user as UserId) : [];
}

function eventId(text: string | undefined): EventId | null {
  return text === undefined ? null : (text as EventId);
}

function ignore(reason: IgnoreReason): Extract<MatrixAction, { kind: 'ignore' }> {
  return { kind: 'ignore', reason };
}
