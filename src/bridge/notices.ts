/**
 * What the bot says in a room by itself: notices, which never leave by mail, and reactions. Each has an id made of the fact
 * that it tells, so that the same fact told again is the same event.
 */
import { escapeHtml } from '../mail/html-write.ts';
import type { Rendered } from './commands.ts';
import { ECHO_KEY } from './ids.ts';
import type { IdKey } from './ids.ts';
import type { AccountId, EventId, JsonObject, MatrixSend, MessageKey, RoomId, ThreadId, UserId } from './types.ts';

/** Where a notice goes: the room of a thread, or a room by its id; with neither, the account's lobby. */
export interface Place {
  readonly account: AccountId;
  readonly thread: ThreadId | null;
  readonly room: RoomId | null;
}

export interface NoticeFacts {
  readonly place: Place;
  readonly bot: UserId;
  /** The fact that it tells; the same facts are the same event. */
  readonly of: string;
  readonly purpose: string;
  readonly said: Rendered;
  /** The event that it answers. */
  readonly replyTo?: EventId | null;
  /** The first event of the Matrix thread that it stands in. */
  readonly threadRoot?: EventId | null;
  /** Who is named, so that their client tells them. */
  readonly mention?: UserId | null;
  readonly outgoing?: MessageKey | null;
}

/** A notice of the bot. */
export function notice(ids: IdKey, facts: NoticeFacts): MatrixSend {
  const send = ids.send(facts.of, facts.purpose);
  const mention = facts.mention ?? null;
  const replyTo = facts.replyTo ?? null;
  return {
    ...bare(facts, send),
    type: 'm.room.message',
    content: {
      msgtype: 'm.notice',
      body: mention === null ? facts.said.body : `${mention}: ${facts.said.body}`,
      format: 'org.matrix.custom.html',
      formatted_body: mention === null ? facts.said.html : `${pill(mention)}: ${facts.said.html}`,
      // Always set (spec v1.7): without it clients search the text for names.
      'm.mentions': mention === null ? {} : { user_ids: [mention] },
      ...relation(replyTo, facts.threadRoot ?? null),
      [ECHO_KEY]: send,
    },
  };
}

/** In a thread a reply stands as the thread's own fallback (spec, "fallback for unthreaded clients"). */
function relation(replyTo: EventId | null, root: EventId | null): JsonObject {
  const reply: JsonObject = replyTo === null ? {} : { 'm.in_reply_to': { event_id: replyTo } };
  if (root !== null)
    return { 'm.relates_to': { rel_type: 'm.thread', event_id: root, is_falling_back: false, ...reply } };
  return replyTo === null ? {} : { 'm.relates_to': reply };
}

/** A reaction of the bot to an event. */
export function reaction(
  ids: IdKey,
  facts: Omit<NoticeFacts, 'said' | 'replyTo' | 'mention'> & { readonly to: EventId; readonly key: string },
): MatrixSend {
  const send = ids.send(facts.of, facts.purpose);
  return {
    ...bare(facts, send),
    type: 'm.reaction',
    content: { 'm.relates_to': { rel_type: 'm.annotation', event_id: facts.to, key: facts.key }, [ECHO_KEY]: send },
  };
}

/** Takes back what another send of the bot said. */
export function takeBack(
  ids: IdKey,
  facts: Omit<NoticeFacts, 'said' | 'replyTo' | 'mention'> & { readonly target: string },
): MatrixSend {
  const send = ids.send(facts.of, facts.purpose);
  return { ...bare(facts, send), kind: 'redaction', type: 'm.room.redaction', content: {}, target: facts.target };
}

/** Clients show the person's name in its place; those that do not show who is meant without the server. */
function pill(user: UserId): string {
  return `<a href="https://matrix.to/#/${encodeURIComponent(user)}">${escapeHtml(user.slice(1, user.indexOf(':')))}</a>`;
}

function bare(
  facts: Pick<NoticeFacts, 'place' | 'bot' | 'outgoing'>,
  send: string,
): Omit<MatrixSend, 'type' | 'content'> & { readonly content: JsonObject } {
  return {
    send,
    ...facts.place,
    message: null,
    outgoing: facts.outgoing ?? null,
    position: 0,
    sender: facts.bot,
    senderName: null,
    kind: 'event',
    content: {},
    files: [],
    target: null,
    ts: null,
  };
}
