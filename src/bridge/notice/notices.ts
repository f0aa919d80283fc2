/**
 * What the bot says in a room by itself: notices, which never leave by mail, and reactions. Each has an id made of the
 * fact that it tells, so that the same fact told again is the same event.
 */
import { escapeHtml } from '../../mail/html/write.ts';
import type { NoticeContent } from './rendered.ts';
import { ECHO_KEY } from '../ids.ts';
import type { IdKey } from '../ids.ts';
import type {
  AccountId,
  EventId,
  JsonObject,
  MatrixSend,
  MessageKey,
  Purpose,
  RoomId,
  SendPurpose,
  Sought,
  ThreadId,
  UserId,
} from '../types.ts';

/** Where a notice goes: the room of a thread, or a room by its id; with neither, the account's lobby. */
interface NoticeRoom {
  readonly account: AccountId;
  readonly thread: ThreadId | null;
  readonly room: RoomId | null;
}

export interface NoticeFacts {
  readonly place: NoticeRoom;
  readonly bot: UserId;
  /** What it is for, and the fact that it tells: the same is the same event. */
  readonly purpose: SendPurpose;
  readonly said: NoticeContent;
  /** The event that it answers. */
  readonly replyTo?: EventId | null;
  /** The first event of the Matrix thread that it stands in. */
  readonly threadRoot?: EventId | null;
  /** Who is named, so that their client tells them. */
  readonly mention?: UserId | null;
  /** The mail that it is about. */
  readonly message?: MessageKey | null;
  /** The mail of ours that it is about. */
  readonly outgoing?: MessageKey | null;
}

/** Ids that are made of another name than the purpose has: what was told once is not told again under a new one. */
const ID_NAMES: Partial<Readonly<Record<Purpose, string>>> = {
  suspected: 'held',
  'suspected-decided': 'held',
  'new-participant': 'joined',
  'participant-decided': 'newcomer',
  stopped: 'brake',
  'stopped-decided': 'brake',
  asked: 'same',
  'asked-decided': 'asked',
  'claimed-already': 'claim',
  'others-answering': 'others',
  'over-quota': 'quota',
  'moved-away': 'moved',
  'member-recipient': 'ghost',
  'not-mailed-here': 'moved-on',
  'first-words': 'first',
  linked: 'linked-here',
  'stranger-linked': 'stranger',
  'came-meanwhile': 'meanwhile',
  delivery: 'told',
  'inbox-line': 'inbox',
  'placed-away': 'placed',
  'work-due': 'desk',
  'team-reminder': 'desk:remind',
  'sign-removed': 'sign',
};

/**
 * The id of what the bot says or shows: made of the purpose and its subject, so that the same fact is the same send.
 */
export function sendId(ids: IdKey, { kind, of, detail }: SendPurpose): Sought<string> {
  const name = ID_NAMES[kind] ?? kind;
  return ids.sends(of, detail === undefined ? name : `${name}:${detail}`);
}

/** A notice of the bot. */
export function notice(ids: IdKey, facts: NoticeFacts): MatrixSend {
  const { make: send, known } = sendId(ids, facts.purpose);
  const mention = facts.mention ?? null;
  const replyTo = facts.replyTo ?? null;
  return {
    ...bare(facts, send, known),
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

/** Stands for the event of another send (`MatrixSend.target`) in what relates to it, until that event is known. */
export const TARGET = '{target}' as EventId;

/** A content that relates to `TARGET`, with the event in its place. */
export function atTarget(content: JsonObject, event: EventId): JsonObject {
  const relation = content['m.relates_to'];
  if (typeof relation !== 'object' || relation === null) return content;
  if (!('event_id' in relation || 'm.in_reply_to' in relation)) return content;
  const about = 'event_id' in relation ? { event_id: event } : { 'm.in_reply_to': { event_id: event } };
  return { ...content, 'm.relates_to': { ...relation, ...about } };
}

/** A reaction of the bot to an event. */
export function reaction(
  ids: IdKey,
  facts: Omit<NoticeFacts, 'said' | 'replyTo' | 'mention'> & { readonly to: EventId; readonly key: string },
): MatrixSend {
  const { make: send, known } = sendId(ids, facts.purpose);
  return {
    ...bare(facts, send, known),
    type: 'm.reaction',
    content: { 'm.relates_to': { rel_type: 'm.annotation', event_id: facts.to, key: facts.key }, [ECHO_KEY]: send },
  };
}

/** Takes back what another send of the bot said. */
export function removeReaction(
  ids: IdKey,
  facts: Omit<NoticeFacts, 'said' | 'replyTo' | 'mention'> & { readonly target: string },
): MatrixSend {
  const { make: send, known } = sendId(ids, facts.purpose);
  return {
    ...bare(facts, send, known),
    kind: 'redaction',
    type: 'm.room.redaction',
    content: {},
    target: facts.target,
  };
}

/** Clients show the person's name in its place; those that do not show who is meant without the server. */
function pill(user: UserId): string {
  return `<a href="https://matrix.to/#/${encodeURIComponent(user)}">${escapeHtml(user.slice(1, user.indexOf(':')))}</a>`;
}

function bare(
  facts: Pick<NoticeFacts, 'place' | 'bot' | 'purpose' | 'outgoing' | 'message'>,
  send: string,
  known: readonly string[],
): Omit<MatrixSend, 'type' | 'content'> & { readonly content: JsonObject } {
  return {
    send,
    known,
    ...facts.place,
    purpose: facts.purpose,
    message: facts.message ?? null,
    outgoing: facts.outgoing ?? null,
    sender: facts.bot,
    senderName: null,
    kind: 'event',
    content: {},
    files: [],
    target: null,
    ts: null,
  };
}

/** A notice as the new content of one that was sent, whole once more (spec, "event replacements"). */
export function editOf(send: MatrixSend, event: EventId): MatrixSend {
  const { [ECHO_KEY]: key, ...fresh } = send.content;
  const { body, formatted_body: html } = fresh;
  const content: JsonObject = {
    ...fresh,
    ...(typeof body === 'string' ? { body: `* ${body}` } : {}),
    ...(typeof html === 'string' ? { formatted_body: `* ${html}` } : {}),
    'm.new_content': fresh,
    'm.relates_to': { rel_type: 'm.replace', event_id: event },
    ...(key === undefined ? {} : { [ECHO_KEY]: key }),
  };
  return { ...send, content };
}
