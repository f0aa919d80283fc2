/**
 * What is known of a mail that arrived, and what becomes of it. Values only: whoever loads the facts asks the database,
 * `decideArrival` decides, and whoever writes carries out what was decided.
 */
import type { Account } from '../account/account.ts';
import type { AdmissionRule } from '../admission/admission.ts';
import type { FloodReason, NamedBucket } from '../admission/flood.ts';
import type { OldMailKnown } from '../admission/old-mail.ts';
import type { SuspicionReason, ShownSender } from '../admission/sender.ts';
import type { ReportSource } from '../delivery/status.ts';
import type { Bucket } from '../bucket.ts';
import type { EnteredAs } from '../thread/thread-people.ts';
import type { KnownId, ThreadCandidate } from '../thread/thread.ts';
import type { TokenStart } from '../thread-token.ts';
import type { BelongingRow, EventId, Guest, JoinReason, MessageKey, OpenReason, Sought, ThreadId } from '../types.ts';
import type { SenderVerdict } from '../../mail/authentication/verdict.ts';
import type { MailReaction } from '../../mail/reaction/reaction.ts';
import type { Report } from '../../mail/report/report.ts';
import type { Address, MessageId, ParsedMail } from '../../mail/types.ts';
import type { CopyNews, KnownMessage, OwnCopy } from './copies.ts';
import type { SenderRecord } from './sender-standing.ts';

/**
 * Why a mail could not be read: a code of `ParseFailure`, `oversize` for one that was not fetched, `failed` where its
 * job failed for good.
 */
export interface UnreadReason {
  readonly code: string;
  readonly detail: string;
}

/** How much of a mail could be read. */
export type ArrivedContent =
  | {
      readonly read: 'whole';
      readonly mail: ParsedMail;
      readonly ids: MailIds;
      /** `wordsHash`. */
      readonly words: string;
      /** Whether it quotes another mail. */
      readonly quotes: boolean;
      readonly report: Report | null;
      /** What it says where it is a reaction and nothing else; absent as null. */
      readonly reaction?: MailReaction | null;
      /** Null for a mail in Sent, where only the account itself writes. */
      readonly verdict: SenderVerdict | null;
    }
  | { readonly read: 'header'; readonly mail: ParsedMail; readonly ids: MailIds; readonly failure: UnreadReason }
  | { readonly read: 'nothing'; readonly failure: UnreadReason };

/** What the ids and addresses of a mail say to whoever has the bridge's key (`mailIds`). */
export interface MailIds {
  /** One that we made where the mail has none. */
  readonly messageId: MessageId;
  /** The thread that it would begin. */
  readonly begins: ThreadId;
  /** The address (`addressKey`) that it is a probe of, null for every other mail. */
  readonly probed: string | null;
  /** The mail of ours that its keyed header names. */
  readonly keyed: MessageKey | null;
  /** Ids of ours that a copy in Sent had before; empty for every other mail. */
  readonly former: readonly MessageId[];
  /** Whether its Message-ID carries our key. */
  readonly isOwn: boolean;
  /** What the tokens in its recipient addresses say (`tokensOf`). */
  readonly tokens: readonly TokenStart[];
  /** The names of the account in hop headers (`IdKey.hops`). */
  readonly hops: Sought<string>;
}

/** A thread that a mail may join. */
export interface JoinableThread extends ThreadCandidate {
  /** Whether its room has opened itself to anybody with a pass. */
  readonly open: boolean;
  /** Whether all its mails came in without a sound, so that nobody is in its room. */
  readonly quiet?: boolean;
  /** The part of the first address of From in it, null for none. */
  readonly standing: 'participant' | 'newcomer' | 'refused' | null;
}

/** The mail of ours that a report is about. */
export interface ReportedOutgoing {
  readonly outgoing: MessageKey;
  readonly messageId: MessageId;
  readonly by: ReportSource['by'];
  /** The recipient whose return path the report came to, null where it came to another. */
  readonly returned: Address | null;
  /** Whether the keyed header of our mail is in what the report returns. */
  readonly header: boolean;
}

/**
 * When senders were told of refusals: milliseconds by the database's clock.
 *
 * @internal Exported for tests that make one.
 */
export interface RefusalsTold {
  /** When this sender was told last, null for never. */
  readonly lastTold: number | null;
  readonly now: number;
  /** How many senders the account told within the hour. */
  readonly lately: number;
}

/** A message of the account that a reaction names, as it stands in the room of its thread. */
export interface ReactedMessage {
  readonly message: MessageKey;
  readonly thread: ThreadId;
  /**
   * What stands there for it: the event of the person who said it, or the send of ours that shows it, whose event may
   * not be known yet.
   */
  readonly stands: { readonly by: 'event'; readonly event: EventId } | { readonly by: 'send'; readonly send: string };
  /** Reactions to it that the same sender has made by mail. */
  readonly reactions: number;
}

/** Everything that was looked up. What cannot matter for a mail is left empty (`noLookups`). */
export interface Lookups {
  readonly reported: ReportedOutgoing | null;
  /** See `Compared.similar`. */
  readonly similar: readonly KnownMessage[];
  /** Whether it was erased, or whoever wrote it was after it had been delivered. */
  readonly isErased: boolean;
  /** See `ThreadKnowledge` for these four. */
  readonly known: readonly KnownId[];
  readonly ownIds: ReadonlySet<MessageId>;
  readonly tokens: readonly ThreadId[];
  readonly indexed: readonly ThreadId[];
  readonly threads: ReadonlyMap<ThreadId, JoinableThread>;
  /** The rules that people gave in rooms, about anybody who stands in From; those of the config are in the account. */
  readonly rules: readonly AdmissionRule[];
  /** Null where it was not asked: then nobody is told. */
  readonly refusals: RefusalsTold | null;
  /** Null where it was not asked: then nothing waits in the overflow room. */
  readonly flood: FloodKnown | null;
  /** Null for a mail that is not older than its account (`isOldMail`). */
  readonly old: OldMailKnown | null;
  /** The messages that a reaction is about, one for each thread; empty for every other mail. */
  readonly reacted: readonly ReactedMessage[];
}

/** What a mail would add to what there is, and what is left for strangers (`bridge/admission/flood.ts`). */
export interface FloodKnown {
  /** When the mailbox got it, milliseconds; never later than now. */
  readonly at: number;
  readonly buckets: ReadonlyMap<string, Bucket>;
  /** Whether its sender has a ghost, as themselves or as somebody who claims to be them. */
  readonly sender: { readonly self: boolean; readonly claimed: boolean };
  /** How many people of To and Cc would become ghosts and have none. */
  readonly newOthers: number;
  /** Whether the room that gathers the mails of its list is there. */
  readonly listRoom: boolean;
}

/** Nothing was asked, or nothing was found. */
export const noLookups: Lookups = {
  reported: null,
  similar: [],
  isErased: false,
  known: [],
  ownIds: new Set(),
  tokens: [],
  indexed: [],
  threads: new Map(),
  rules: [],
  refusals: null,
  flood: null,
  old: null,
  reacted: [],
};

/** Everything that decides about one mail. */
export interface ArrivalFacts {
  readonly account: Account;
  /** Where it lies: in Sent only the account itself writes. */
  readonly role: 'watched' | 'sent';
  /** Whether somebody accepted it after it was suspected. */
  readonly released: boolean;
  /** Whether a member let it in after it waited in the overflow room, or as old mail. */
  readonly letIn?: boolean;
  /** Whether it was let in without a sound. */
  readonly quiet?: boolean;
  readonly content: ArrivedContent;
  readonly lookups: Lookups;
}

/** The same for a mail of which at least the header could be read. */
export interface ArrivingMail extends Omit<ArrivalFacts, 'content'> {
  readonly content: Exclude<ArrivedContent, { readonly read: 'nothing' }>;
}

/** The same for a mail that could not be read as a whole. */
export interface UnreadMailFacts extends Omit<ArrivalFacts, 'content'> {
  readonly content: Exclude<ArrivedContent, { readonly read: 'whole' }>;
}

/** The same for a mail that could be read as a whole. */
export interface WholeMailFacts extends Omit<ArrivalFacts, 'content'> {
  readonly content: Extract<ArrivedContent, { readonly read: 'whole' }>;
}

/** Why a mail is not let in. */
export type KeptOutReason = 'blocked' | 'refused' | 'newcomer' | 'lists-ignored' | 'bulk-ignored';

/** How a mail is shown in its room. */
export interface ShownMessage {
  readonly direction: 'in' | 'colleague';
  readonly entered: EnteredAs | 'report';
  /** As whom; null for what lies in Sent. */
  readonly shown: ShownSender | null;
  readonly record: SenderRecord | null;
  /** `addressKey` of a sender who is not one of the thread yet ('' where From names nobody), else null. */
  readonly newParticipant: string | null;
  /** Whether the room is told of the new participant, and asked if they may take part. */
  readonly asks: boolean;
  /** See `Admitted`. */
  readonly guest: Guest | null;
  /** Whether it is an `m.notice`. */
  readonly notice: boolean;
  /** The root of its Thread-Index, for `addTraits`. */
  readonly index: string | null;
  /**
   * The list that sent it (`listOf`), which its thread is known by from then on; null for every other mail, and for a
   * sender without a part in it.
   */
  readonly list: string | null;
  /** What is known of a report about a mail of ours; null for every other mail. */
  readonly report: ReportSource | null;
  /** Whether its people of To and Cc become ghosts, or its sender alone. */
  readonly cast: 'all' | 'sender';
  /** What is left for strangers afterwards. */
  readonly spent: readonly NamedBucket[];
  /** Whether it comes in without a sound: nobody is invited, mentioned, or asked anything. */
  readonly quiet: boolean;
}

/** A thread that was found for a mail. */
export interface FoundThread {
  readonly thread: ThreadId;
  readonly reason: JoinReason | OpenReason;
  /** Whether it begins with this mail. */
  readonly opens: boolean;
  /** The thread that it nearly joined. */
  readonly link: ThreadId | null;
  /** See `ThreadDecision`. */
  readonly row: BelongingRow | null;
}

/** See `decideReaction`. */
export interface ReactionArrival {
  readonly is: 'reaction';
  readonly reason: FoundThread['reason'];
  readonly thread: ThreadId;
  readonly on: ReactedMessage;
  readonly emoji: string;
  /**
   * - reaction: by the ghost of its sender.
   * - words: as a notice beside the message, where the emoji would be taken for a sign of ours, or the bot speaks.
   * - nowhere: one of too many of the same sender on one message.
   */
  readonly as: 'reaction' | 'words' | 'nowhere';
  readonly direction: 'in' | 'colleague';
  readonly shown: ShownSender | null;
}

/** What becomes of a mail that could be read, and why. */
export type ReadArrival =
  /** Mail of ours to ourselves: the address is delivered. */
  | { readonly is: 'probe'; readonly reason: 'probe'; readonly address: string }
  | ({ readonly is: 'own-copy'; readonly reason: 'own-mail' } & OwnCopy)
  /** The account has it. `first` is null where the first cannot be named. */
  | {
      readonly is: 'copy';
      readonly reason: 'duplicate';
      readonly first: KnownMessage | null;
      readonly news: CopyNews | null;
    }
  /** Its sender is not believed: it waits until a person accepts it. */
  | { readonly is: 'suspected'; readonly reason: SuspicionReason; readonly record: SenderRecord }
  /** More than strangers may begin: it waits until a member lets it in. */
  | {
      readonly is: 'overflow';
      /** What was used up. */
      readonly reason: FloodReason;
      /** Whether it has a line in the overflow room. */
      readonly told: boolean;
      readonly spent: readonly NamedBucket[];
    }
  /** Older than its account, and one of many: it waits until a member says what becomes of them. */
  | { readonly is: 'old'; readonly reason: 'old' }
  /** Let in without a sound, and nothing that has a conversation. */
  | {
      readonly is: 'left';
      readonly reason: 'old: of no conversation' | 'reaction: of no conversation' | 'erased' | 'imported';
    }
  /** `rule` is the pattern of the rule that blocks it; `tell` is who is told by mail. */
  | {
      readonly is: 'kept-out';
      readonly reason: KeptOutReason;
      readonly rule: string | null;
      readonly tell: Address | null;
    }
  /** A report or an automatic answer that belongs to no thread. `reason` says why it belongs to none. */
  | {
      readonly is: 'lobby';
      readonly reason: FoundThread['reason'];
      readonly shown: ShownSender;
      readonly notice: boolean;
      /** The emoji of a reaction that cannot be placed; absent for every other mail. */
      readonly reaction?: string;
      /** What is left for strangers after such a one. */
      readonly spent?: readonly NamedBucket[];
    }
  /** A reaction to a message of a conversation; it is no message itself, and changes nothing there. */
  | ReactionArrival
  /** Shown in the room of its list (`list` is the List-Id), or in the digest of what needs no answer. */
  | { readonly is: 'gathered'; readonly reason: 'list-room'; readonly list: string; readonly message: ShownMessage }
  | { readonly is: 'gathered'; readonly reason: 'digest'; readonly message: ShownMessage }
  | ({ readonly is: 'message'; readonly message: ShownMessage } & FoundThread);

/** What becomes of a mail that could not be read as a whole. */
export type UnreadArrival =
  /**
   * It could not be read: people are told in the thread that its header points to, or in one of its own where there is
   * no header.
   */
  | {
      readonly is: 'unreadable';
      readonly reason: UnreadReason;
      readonly place: (FoundThread & { readonly index: string | null }) | null;
      readonly direction: 'in' | 'colleague';
      readonly entered: EnteredAs;
      /** Whether it is told of in the account's overflow room, since strangers may begin no room of their own now. */
      readonly crowded: boolean;
      readonly spent: readonly NamedBucket[];
      /** See `ShownMessage`. */
      readonly quiet: boolean;
    }
  /** Older than its account, and one of many: it waits with them. */
  | { readonly is: 'unreadable-old'; readonly reason: UnreadReason }
  /** It could not be read, and is a copy of what we sent ourselves: nobody is told. */
  | ({ readonly is: 'unreadable-copy'; readonly reason: UnreadReason } & OwnCopy);

/** What becomes of a mail, and why. */
export type Arrival = ReadArrival | UnreadArrival;
