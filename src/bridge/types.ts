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
import type { AuthenticationVerdict } from '../mail/authentication/verdict.ts';
import type { Address, Brand, MessageId, Person } from '../mail/types.ts';

/** The key of an account in the config, `[a-z0-9-]+`. */
export type AccountId = Brand<string, 'AccountId'>;
/** What an account is called inside its ids (`bridge/ids.ts`): the same whatever key it has. */
export type AccountName = Brand<string, 'AccountName'>;
/** Keyed hash of account, root Message-ID and content hash. Opaque; only `ids.ts` makes it. */
export type ThreadId = Brand<string, 'ThreadId'>;
/** Keyed hash of account, Message-ID and content hash (mail in), or of the first event's id (mail out). */
export type MessageKey = Brand<string, 'MessageKey'>;
/** `!opaque:domain`, or without a domain from room version 12 on. Never taken apart. */
export type RoomId = Brand<string, 'RoomId'>;
export type EventId = Brand<string, 'EventId'>;
export type UserId = Brand<string, 'UserId'>;
/**
 * An event that somebody names, and the room in which they do. Clients can name any event, also one of a room that its
 * author cannot see: whatever looks an event up takes both, and finds it only where it stands in that room or in
 * another of the same thread.
 */
export interface EventIn {
  readonly room: RoomId;
  readonly event: EventId;
}
export type MxcUri = Brand<string, 'MxcUri'>;
/**
 * An id that is derived from a fact, by which something may be stored already. It is looked for under every version of
 * the key (`known`, the one to be made among them) before it is made under the current one.
 */
export interface Sought<Id extends string> {
  readonly make: Id;
  readonly known: readonly Id[];
}
/** A Matrix transaction id of ours: the same for every attempt at the same effect. */
export type TxnId = Brand<string, 'TxnId'>;

/** A JSON value, as events carry them. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

/** list: the list of the thread sent the mail. organisation: the sender is of a participant's, and passes. */
export type Guest = 'list' | 'organisation';
/** What a sender is to a thread in which they have no part: row and column of the table of `belongingOf`. */
export interface BelongingRow {
  /**
   * The first that holds: their address is of the organisation of somebody who takes part (`organisationOf`); their
   * mail goes to somebody who takes part, besides the account.
   */
  readonly relation: 'same-organisation' | 'names-participants' | 'other';
  readonly verdict: AuthenticationVerdict;
}
/** Where a mail belongs, and why. `by` names the fact that decided. */
export type ThreadDecision =
  | {
      readonly do: 'join';
      readonly thread: ThreadId;
      readonly parent: MessageId | null;
      readonly by: JoinReason;
      /**
       * Whether the sender had no part in the thread before: the room is told, or asked
       * (`bridge/admission/admission.ts`).
       */
      readonly newcomer: boolean;
      /**
       * By what somebody without a part in it joins who is no newcomer: shown as themselves, without an answer; null
       * for everybody else.
       */
      readonly guest: Guest | null;
      /** Of a sender without a part in it; null for everybody else, and for mail of its list. */
      readonly row: BelongingRow | null;
    }
  | {
      readonly do: 'open';
      readonly by: OpenReason;
      /** The thread that it nearly joined; the rooms of both say so. */
      readonly link: ThreadId | null;
      /** Of its sender in that thread; null where they take part in it, and where there is none. */
      readonly row: BelongingRow | null;
    }
  | { readonly do: 'ignore'; readonly reason: 'own-mail' | 'duplicate' };
export type JoinReason =
  | 'report'
  | 'moved'
  | 'own-id'
  | 'beside'
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
/** The people of a mail. */
export interface Addressed {
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  /** Who gets it and stands in no header; absent for nobody. */
  readonly bcc?: readonly Person[] | undefined;
}

/** Who gets a mail, and why. */
export interface Recipients extends Addressed {
  /** For whom it is meant, where some of them are left out since their addresses are paused; absent mostly. */
  readonly meant?: Addressed | undefined;
  /** Why these: shown by `!mail to`. */
  readonly why: RecipientsReason;
  /** The mail that is answered; null in a thread that we began. */
  readonly answers: MessageId | null;
}
interface OfMail {
  /** Its sender. */
  readonly of: Address;
  readonly replyToUsed: boolean;
  /** Nobody vouches for its sender. */
  readonly unverified?: true | undefined;
}
type RecipientsReason =
  | ({ readonly kind: 'reply-to-message' | 'latest-incoming' | 'bcc-sender-only' } & OfMail)
  /** The message replied to, or the latest, is ours: its people once more. `of` is the first of them. */
  | { readonly kind: 'same-as-message'; readonly of: Address }
  /** Somebody asked for the sender of that mail alone. */
  | ({ readonly kind: 'sender-only' } & OfMail)
  /**
   * People of the room added somebody, or took somebody out. `of` is who would have got it first anyway, else the
   * first.
   */
  | { readonly kind: 'chosen'; readonly of: Address }
  | { readonly kind: 'nobody' };

/** A file of a mail in an archive. */
interface BundledPart {
  readonly index: number;
  readonly name: string;
}

/** Where the bytes of a file come from. */
export type FileSource =
  | { readonly kind: 'part'; readonly mail: number; readonly index: number }
  | { readonly kind: 'raw'; readonly mail: number }
  /** Several files of a mail as one archive, under these names. */
  | { readonly kind: 'bundle'; readonly mail: number; readonly parts: readonly BundledPart[] }
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

/**
 * What stands in a room for a mail: its text and files, or what the bot says in their place. `part` orders those of one
 * mail, from 0.
 */
type PartPurpose =
  | 'part'
  /** The bot says that a mail could not be read, and hands out its original. */
  | 'unread'
  /** The bot tells a report (RFC 3464, RFC 8098) under the mail of ours that it is about. */
  | 'report'
  /** A mail that belongs to no conversation, in the lobby of its account. */
  | 'lobby-part'
  /** The original of a mail, beside the part that had to be shortened. */
  | 'original'
  /** A part, or what somebody said, that is posted again in another room. */
  | 'repeated'
  | 'repeated-original';

/** What the bot says about a mail that came in, or one of ours. */
type MessagePurpose =
  /** Asks whether a mail whose sender is not believed is shown. */
  | 'suspected'
  /** Says in the overflow room that a mail waits there, and asks whether it is let in. */
  | 'overflow'
  /** Links the room of a mail with the conversation that it nearly joined, and back. */
  | 'linked'
  | 'linked-there'
  /** A reaction that came by mail, on the message that it is about, or said beside it. */
  | 'reacted'
  /** A better copy of a mail came. */
  | 'verified'
  /** A mail came while somebody wrote an answer. */
  | 'came-meanwhile'
  /** Some of its people belong to the conversation beside this one, and get nothing from here. */
  | 'kept-apart'
  /** What came in a side conversation, in the Matrix thread of the room where it was asked for. */
  | 'told-aside'
  /** What became of a mail of ours. */
  | 'delivery'
  /** Some of its recipients get no mails at present. */
  | 'paused'
  /** Asks whether a mail of ours is mailed that waited while nobody served its account. */
  | 'returned'
  /** A reaction that says that a mail was read in a mail program. */
  | 'mailbox-read'
  /** Says that a mail was archived, deleted or moved in a mail program. */
  | 'mailbox-left'
  /** Shows a mail of ours that leaves with the ✅ of somebody else on it. */
  | 'draft';

/** What the bot says or shows because of an event: mostly as an answer to it. */
export type EventPurpose =
  /** Asks whether a message that nearly repeats another is mailed. */
  | 'asked'
  /** Says that a message had been mailed already. */
  | 'too-late'
  /** Says that the edit of what came from a mail program stays in the room. */
  | 'edit-stays'
  /** The original of a mail, as `!mail source` asks for it. */
  | 'source'
  /** The answer to a command, or to what a command asked for. */
  | 'answer'
  | 'greeting'
  | 'suspected-decided'
  | 'overflow-decided'
  | 'old-mail-decided'
  | 'participant-decided'
  | 'stopped-decided'
  | 'asked-decided'
  | 'returned-decided'
  /** Tells what a ✅ on a draft came to, or that one was taken away. */
  | 'draft-decided'
  /** Shows the text of a prepared answer, which is mailed as that of whoever asked for it. */
  | 'prepared'
  | 'leaving-decided'
  /** Says that what somebody sent could not be read, or failed for good, and has no effect. */
  | 'set-aside'
  | 'claimed-already'
  | 'done'
  | 'recipients'
  | 'nobody'
  | 'others-answering'
  | 'over-quota'
  | 'moved-away'
  | 'kept-inside'
  | 'command-like'
  | 'taken-back'
  | 'member-recipient'
  | 'not-mailed-here'
  | 'encrypted'
  | 'followed'
  /** A reaction that says that a message will be mailed, and its removal. */
  | 'taken'
  | 'taken-off'
  /** A reaction that says how a mailed message stands, and its removal. */
  | 'sign'
  | 'sign-removed';

/** What the bot says about a conversation as a whole. */
type ThreadPurpose =
  /** Asks whether answers that the loop guard stopped are mailed. */
  | 'stopped'
  | 'inbox-line'
  /** Says that a reaction of the team to a mail leaves as a mail. */
  | 'reaction-leaves'
  | 'work-due'
  /** Tells what became of a guest. */
  | 'guest'
  /** Says that whoever had the conversation has left its room. */
  | 'given-back'
  /** A stranger names the conversation. */
  | 'stranger-linked';

/**
 * What the bot says because of a fact that has no id of its own: an act of an operator, a person in a room, a state of
 * an account.
 */
type FactPurpose =
  /** Asks whether somebody who had no part in a conversation takes part. */
  | 'new-participant'
  /** The text that came with `!mail compose` or `!mail forward`, which is mailed as its author's. */
  | 'first-words'
  /** Says that a mail goes to somebody as a conversation of its own; ❌ on it takes that back. */
  | 'forwarded'
  | 'welcome'
  | 'placed-here'
  | 'placed-away'
  | 'assigned'
  | 'may-not'
  | 'operator'
  | 'overview'
  /** Says in the lobby that nobody is invited to new rooms any more. */
  | 'entry-changed'
  /** Says in the lobby that old mail waits, and asks what becomes of it; and its edits. */
  | 'old-mail'
  | 'team-reminder'
  | 'account-state'
  /** Says in a room of an account that nobody serves that nothing of what is said there is mailed. */
  | 'unserved'
  /** Asks whether people who are no longer of a team are taken out of its rooms. */
  | 'team-leaving'
  /** Tells what a change of a team came to. */
  | 'team-changed'
  | 'login-refused'
  /** Says that the homeserver takes the token of a member no more. */
  | 'puppet-refused'
  /** Says that somebody of the team cannot be invited. */
  | 'not-invited'
  /** Says that the mail server does not hand over a mail. */
  | 'mail-withheld'
  | 'circuit-breaker'
  /** Says in the lobby that many mails were read, archived or deleted in a mail program at once. */
  | 'mailbox-changed'
  /** Says that a part of a mail is missing in its room. */
  | 'not-shown'
  /** What a version without purposes said, where only that it says something is known. */
  | 'earlier-notice';

/** What a send is for. What reactions and replies to it mean follows from this alone (`bridge/event/meaning.ts`). */
export type Purpose = PartPurpose | MessagePurpose | EventPurpose | ThreadPurpose | FactPurpose;

/** What stands in a room for a mail, with its place among the others. */
interface PartOfMail {
  readonly kind: PartPurpose;
  readonly of: MessageKey;
  readonly detail?: string;
  readonly part: number;
}

/**
 * A purpose with its subject: what it is about. Both together, with the part, are unique in an account. `detail` keeps
 * several apart that one subject has in the course of time, for instance its signs.
 */
export type SendPurpose =
  | PartOfMail
  | { readonly kind: MessagePurpose; readonly of: MessageKey; readonly detail?: string }
  | { readonly kind: EventPurpose; readonly of: EventId; readonly detail?: string }
  | { readonly kind: ThreadPurpose; readonly of: ThreadId; readonly detail?: string }
  | { readonly kind: FactPurpose; readonly of: string; readonly detail?: string };

export interface MatrixSend {
  readonly send: string;
  /**
   * What `send` would be under other versions of the key: one that is there is not sent again. Absent where what it is
   * about (`purpose.of`) is stored and tells that alone.
   */
  readonly known?: readonly string[];
  readonly purpose: SendPurpose;
  readonly account: AccountId;
  /**
   * The room: that of a thread (which may not exist yet), or one by its id; the account's lobby or inbox where both are
   * null.
   */
  readonly thread: ThreadId | null;
  readonly room: RoomId | null;
  /** Which of the account's own rooms; the lobby where nothing is said. */
  readonly own?: 'lobby' | 'inbox';
  readonly message: MessageKey | null;
  readonly outgoing: MessageKey | null;
  readonly sender: UserId;
  /** Display name of the sender in this room; null to leave it. */
  readonly senderName: string | null;
  readonly kind: 'event' | 'redaction';
  readonly type: string;
  readonly content: JsonObject;
  readonly files: readonly SendFile[];
  /** Another send: a redaction redacts its event, an event that relates to `TARGET` relates to its event. */
  readonly target: string | null;
  /** origin_server_ts, milliseconds; null for now. */
  readonly ts: number | null;
}

/** What a mail becomes in a room. */
export interface PartSend extends MatrixSend {
  readonly purpose: PartOfMail;
}
