/**
 * Glossary. The field's own words, used everywhere in this sense:
 *
 * - account: one mailbox login (IMAP and SMTP) with its addresses and team.
 * - mailbox: an IMAP folder.
 * - thread: a conversation by mail; it has exactly one room.
 * - message: one RFC 5322 message of a thread, in either direction.
 * - part: what one message becomes in Matrix: its text first, then its attachments, one event each.
 * - ghost: the Matrix user that stands for a mail address. The bot is the appservice's own user.
 * - transaction: what the homeserver pushes to the appservice.
 * - event: one Matrix event. An echo is an event of our own that comes back.
 * - job: a row of work; it is claimed under a lease by the database's clock, in order per key.
 * - epoch: the fencing token of an account's lease.
 * - hold: the time in which what was said can still be taken back before it is mailed.
 * - outsider: someone who takes part by mail.
 */
import type { Address, Brand, MessageId, Person } from '../mail/types.ts';

/** The key of an account in the config, `[a-z0-9-]+`. */
export type AccountId = Brand<string, 'AccountId'>;
/** Keyed hash of account, root Message-ID and content hash. Opaque; only `ids.ts` makes it. */
export type ThreadId = Brand<string, 'ThreadId'>;
/** Keyed hash of account, Message-ID and content hash (mail in), or of the first event's id (mail out). */
export type MessageKey = Brand<string, 'MessageKey'>;
/** `!opaque:domain`, or without a domain from room version 12 on. Never taken apart. */
export type RoomId = Brand<string, 'RoomId'>;
export type EventId = Brand<string, 'EventId'>;
export type UserId = Brand<string, 'UserId'>;
export type MxcUri = Brand<string, 'MxcUri'>;
/** A Matrix transaction id of ours: the same for every attempt at the same effect. */
export type TxnId = Brand<string, 'TxnId'>;

/** A JSON value, as events carry them. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

/** What a handler returns; the worker writes it down. Unknown errors are thrown and count as retry until the last try. */
export type Outcome =
  | { readonly do: 'done' }
  | { readonly do: 'retry'; readonly afterMs: number; readonly reason: string }
  | { readonly do: 'dead'; readonly reason: string; readonly userText: string };

/** Where a mail belongs, and why. `by` names the fact that decided. */
export type ThreadDecision =
  | {
      readonly do: 'join';
      readonly thread: ThreadId;
      readonly parent: MessageId | null;
      readonly by: JoinReason;
      /** Whether the sender had no part in the thread before: the room is told, or asked (`sender-entry.ts`). */
      readonly newcomer: boolean;
    }
  | {
      readonly do: 'open';
      readonly by: OpenReason;
      /** The thread that it nearly joined; the rooms of both say so. */
      readonly link: ThreadId | null;
    }
  | { readonly do: 'ignore'; readonly reason: 'own-mail' | 'duplicate' };
export type JoinReason =
  | 'report'
  | 'moved'
  | 'own-id'
  | 'same-id'
  | 'token'
  | 'in-reply-to'
  | 'references'
  | 'alias'
  | 'referenced-by'
  | 'sibling'
  | 'thread-index';
export type OpenReason = 'no-references' | 'unknown-references' | 'changed-subject' | 'not-a-participant';

/** Who receives a mail of ours, fixed when it is opened and shown in the room. */
export interface Recipients {
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  /** Who gets it and stands in no header; absent for nobody. */
  readonly bcc?: readonly Person[];
  /** Why these: shown by `!mail to`. */
  readonly why: RecipientsReason;
  /** The mail that is answered; null in a thread that we began. */
  readonly answers: MessageId | null;
}
export type RecipientsReason =
  | { readonly kind: 'reply-to-message'; readonly of: Address; readonly replyToUsed: boolean }
  | { readonly kind: 'latest-incoming'; readonly of: Address; readonly replyToUsed: boolean }
  | { readonly kind: 'bcc-sender-only'; readonly of: Address; readonly replyToUsed: boolean }
  /** The message replied to, or the latest, is ours: its people once more. `of` is the first of them. */
  | { readonly kind: 'same-as-message'; readonly of: Address }
  /** Somebody asked for the sender of that mail alone. */
  | { readonly kind: 'sender-only'; readonly of: Address; readonly replyToUsed: boolean }
  /** People of the room added somebody, or took somebody out. `of` is who would have got it first anyway, else the first. */
  | { readonly kind: 'chosen'; readonly of: Address }
  | { readonly kind: 'nobody' };

/** Where the bytes of a file come from. */
export type FileSource =
  | { readonly kind: 'part'; readonly mail: number; readonly index: number }
  | { readonly kind: 'raw'; readonly mail: number }
  /** A mail of ours, as it was frozen. */
  | { readonly kind: 'outgoing'; readonly outgoing: MessageKey }
  | { readonly kind: 'text'; readonly text: string };

/** A file that is uploaded before the event is sent. */
export interface SendFile {
  readonly source: FileSource;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** Of the bytes, hex; '' where it is not known beforehand. */
  readonly sha256: string;
  /** The placeholder in the content's strings that the mxc address takes the place of. */
  readonly placeholder: string;
}

export interface MatrixSend {
  readonly send: string;
  readonly account: AccountId;
  /** The room: that of a thread (which may not exist yet), or one by its id; the account's lobby or inbox where both are null. */
  readonly thread: ThreadId | null;
  readonly room: RoomId | null;
  /** Which of the account's own rooms; the lobby where nothing is said. */
  readonly own?: 'lobby' | 'inbox';
  readonly message: MessageKey | null;
  readonly outgoing: MessageKey | null;
  /** Order among the parts of one message. */
  readonly position: number;
  readonly sender: UserId;
  /** Display name of the sender in this room; null to leave it. */
  readonly senderName: string | null;
  readonly kind: 'event' | 'redaction';
  readonly type: string;
  readonly content: JsonObject;
  readonly files: readonly SendFile[];
  /** Another send: a redaction redacts its event, an event that has `{target}` in its content relates to it. */
  readonly target: string | null;
  /** origin_server_ts, milliseconds; null for now. */
  readonly ts: number | null;
}
