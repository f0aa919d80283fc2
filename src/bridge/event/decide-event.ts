/**
 * What becomes of an event, and why. One pure function over what was looked up; whoever asks carries it out. A message,
 * an edit of one and a message that waited for a yes are decided by the same rules: whether it is a note or a mail, who
 * may answer, who gets it, and how long it can be taken back.
 */
import type { Capability } from '../account/permissions.ts';
import type { Fresh, MatrixAction } from '../from-matrix/from-matrix.ts';
import { beginsWithCall, commandLike, destinyOf, onlyCalls } from '../recipients/notes.ts';
import type { AnswerMode, Colleague, ToColleagues } from '../recipients/notes.ts';
import { isNobody, meantFor, sameRecipients } from '../recipients/recipients.ts';
import type { Keyed } from '../recipients/recipients.ts';
import type { EventId, MessageKey, Recipients, RoomId, ThreadId, UserId } from '../types.ts';
import { holdTime } from './hold-time.ts';
import type { HoldFacts, HoldTime } from './hold-time.ts';

type Message = Extract<MatrixAction, { kind: 'message' }>;
type Command = Extract<MatrixAction, { kind: 'command' }>;

/**
 * What is behind an event that somebody replies to: a mail, ours or of others, that has left or will; a note; what the
 * bot says, which nobody outside has seen; the notice that it was too late to change a mail, whose reply is the
 * correction; or anything else.
 */
export type Replied = 'mail' | 'note' | 'notice' | 'correction' | 'other';

/** Everything that was looked up for an event; values only. */
export interface EventFacts {
  /** Whether the room is that of a thread: elsewhere nothing is mailed. */
  readonly inThread: boolean;
  /** gone: the bot is out of the room. replaced: the conversation goes on in another. Null while it goes on here. */
  readonly over: 'gone' | 'replaced' | null;
  /** What the sender may do here. */
  readonly can: ReadonlySet<Capability>;
  readonly sender: UserId;
  /**
   * What was looked up for a message, or for what an edit makes of one; null for everything else, and in rooms without
   * a thread.
   */
  readonly said: SaidFacts | null;
  /** What the event is that is edited or taken back; null where it is nothing that was to be mailed. */
  readonly before: Before | null;
}

export interface SaidFacts {
  readonly mode: AnswerMode;
  readonly toColleagues: ToColleagues;
  /** Who of ours may be called by name; without the author. */
  readonly colleagues: readonly Colleague[];
  /** What the message replies to by its author's choice; null for nothing. */
  readonly repliesTo: Replied | null;
  /** What the Matrix thread that it is in began with. */
  readonly threadOf: Replied | null;
  /** Whether every mail of the account needs the yes of somebody else. */
  readonly fourEyes: boolean;
  /**
   * Somebody said that it is to be mailed: the one who was asked whether it is a repetition, or who began a
   * conversation with it.
   */
  readonly sure: boolean;
  /** Where the conversation, or the message that is answered, has gone; null where it is here. */
  readonly moved: Moved | null;
  readonly audience: Recipients;
  /** Those of the audience who had no part in the thread. */
  readonly outside: readonly Keyed[];
  /** A recent message that this one nearly repeats. */
  readonly repeats: Repeated | null;
  /** The author's open mail in the room. */
  readonly open: JoinableMail | null;
  readonly hold: Pick<HoldFacts, 'hold' | 'holdOutside' | 'quota'>;
  readonly isInternal: (user: string) => boolean;
}

export interface Moved {
  readonly to: ThreadId;
  readonly what: 'conversation' | 'message';
}

interface Repeated {
  readonly event: EventId;
  readonly author: UserId;
}

interface JoinableMail {
  readonly outgoing: MessageKey;
  readonly recipients: Recipients;
  /** Milliseconds until its bound, or until the quota lets it go. */
  readonly left: number;
}

export type Before =
  /** A message that waits until somebody says that it is meant although it nearly repeats another. */
  | { readonly kind: 'asked'; readonly author: UserId }
  | {
      readonly kind: 'mailed';
      readonly author: UserId;
      readonly outgoing: MessageKey;
      readonly recipients: Recipients;
      /** Its bytes are fixed: nothing can be changed any more. */
      readonly frozen: boolean;
      /** Its bytes are fixed, and the relay has not taken it for everybody yet. */
      readonly underWay: boolean;
      /** It was not mailed while nobody served its account, and waits for somebody's yes. */
      readonly returned: boolean;
      readonly withdrawn: boolean;
      /** Whether other messages are in the same mail. */
      readonly others: boolean;
    };

/** Why something stays in its room although its author may have meant it for outside. */
export type KeptInside =
  | { readonly why: 'note' | 'in-note-thread' | 'only-calls' | 'to-colleague' | 'reply-to-notice' }
  | { readonly why: 'like-command'; readonly word: string };

export interface Mailing {
  readonly do: 'mail';
  readonly audience: Recipients;
  readonly outside: readonly Keyed[];
  readonly time: HoldTime;
  /** Why it needs the yes of somebody else; null where it leaves without. */
  readonly draft: DraftWhy | null;
  /** The open mail that it joins; null where it opens one. */
  readonly into: MessageKey | null;
  /**
   * An open mail that nothing joins any more: at once, where its people are others; with its time, where that is nearly
   * over.
   */
  readonly closes: { readonly outgoing: MessageKey; readonly leaves: 'at-once' | 'in-time' } | null;
  /** The mail that it is taken out of, where an edit changed who gets it. */
  readonly outOf: MessageKey | null;
}

/** Why a mail is a draft: its account wants four eyes on each, or its author may write and not send. */
export type DraftWhy = 'account' | 'writer';

/** Why its author is asked whether a message is meant for outside: it nearly repeats another, or calls one of ours. */
export type AskedWhy = { readonly is: 'repeats'; readonly repeats: Repeated } | { readonly is: 'to-colleague' };

/** What a message comes to. */
export type SaidOutcome =
  | Mailing
  | { readonly do: 'note'; readonly kept: KeptInside }
  | { readonly do: 'ask'; readonly why: AskedWhy }
  | { readonly do: 'moved'; readonly moved: Moved }
  | { readonly do: 'nobody' }
  | { readonly do: 'refuse'; readonly needed: Capability };

export type TakeBack = {
  readonly do: 'take-back';
  readonly of: EventId;
  readonly outgoing: MessageKey;
  /** What an edit made of it instead; null for a redaction or ❌. */
  readonly became: Exclude<SaidOutcome, Mailing> | { readonly do: 'command' | 'encrypted' | 'no-message' } | null;
};

/** It has left, or will as it is; `waits`: it is not mailed before somebody says so. */
export interface TooLate {
  readonly do: 'too-late';
  readonly of: EventId;
  readonly outgoing: MessageKey;
  readonly waits: boolean;
  readonly underWay: boolean;
}

export type EventOutcome =
  | SaidOutcome
  | TakeBack
  | { readonly do: 'echo'; readonly key: string }
  /** Said where nothing is mailed: perhaps the answer to a question. */
  | { readonly do: 'question'; readonly said: Message['said'] }
  | { readonly do: 'command'; readonly command: Command }
  /** The same people get the new words instead. */
  | { readonly do: 'replace'; readonly of: EventId; readonly outgoing: MessageKey }
  | { readonly do: 'replace-asked'; readonly of: EventId }
  | { readonly do: 'drop-asked'; readonly of: EventId; readonly became: 'command' | 'other' }
  | TooLate
  /** A redaction of what is no message: of a claim, a mark. */
  | { readonly do: 'redact-other'; readonly of: EventId }
  | { readonly do: 'react'; readonly of: EventId; readonly key: string }
  | { readonly do: 'over'; readonly room: 'gone' | 'replaced' }
  | { readonly do: 'encrypted' }
  | { readonly do: 'membership'; readonly membership: Extract<MatrixAction, { kind: 'membership' }> }
  | { readonly do: 'tombstone'; readonly replacement: RoomId | null }
  | { readonly do: 'nothing'; readonly reason: string };

/** Decides about any event that was read. */
export function decideEvent(action: MatrixAction, facts: EventFacts): EventOutcome {
  switch (action.kind) {
    case 'echo':
      return { do: 'echo', key: action.key };
    case 'message':
      if (facts.over !== null) return { do: 'over', room: facts.over };
      if (facts.said === null) return { do: 'question', said: action.said };
      return decideMessage(action, facts.said, facts.can);
    case 'edit':
      return decideEdit(action, facts);
    case 'redact':
      return decideTakeBack(action.of, facts.before) ?? { do: 'redact-other', of: action.of };
    case 'react':
      return { do: 'react', of: action.of, key: action.key };
    case 'command':
      return { do: 'command', command: action };
    case 'note':
      return NOTE;
    case 'encrypted':
      return { do: 'encrypted' };
    case 'membership':
      return { do: 'membership', membership: action };
    case 'tombstone':
      return { do: 'tombstone', replacement: action.replacement };
    case 'ignore':
      return { do: 'nothing', reason: action.reason };
  }
}

const NOTE = { do: 'note', kept: { why: 'note' } } as const satisfies SaidOutcome;

/**
 * Decides about a message in the room of a thread. In this order: what stays inside · the right to answer · a
 * conversation that went elsewhere · nobody there · a repetition · a call of one of ours · the mail.
 */
export function decideMessage(message: Message, facts: SaidFacts, can: ReadonlySet<Capability>): SaidOutcome {
  const kept = keptInside(message, facts);
  if (kept !== null) return { do: 'note', kept };
  if (!facts.sure && !can.has('draft')) return { do: 'refuse', needed: 'answer' };
  if (facts.moved !== null) return { do: 'moved', moved: facts.moved };
  // Where all are paused it waits in a mail that is withheld from them, and leaves when somebody says so.
  if (isNobody(facts.audience) && facts.audience.meant === undefined) return { do: 'nobody' };
  if (!facts.sure && facts.repeats !== null) return { do: 'ask', why: { is: 'repeats', repeats: facts.repeats } };
  if (isToColleague(message, facts)) return { do: 'ask', why: { is: 'to-colleague' } };
  return mailing(facts, can);
}

/** Note or mail. Null where it is mailed. */
function keptInside(message: Message, facts: SaidFacts): KeptInside | null {
  const { mode, repliesTo, threadOf, sure, isInternal } = facts;
  const asked = message.asked ?? null;
  if (message.begins !== undefined) return { why: 'like-command', word: message.begins };
  // A Matrix thread on what the bot says is an answer to it too.
  const about = repliesTo ?? (threadOf === 'notice' ? threadOf : null);
  const destiny = destinyOf({
    mode: sure ? 'reply' : mode,
    asked,
    repliesTo: about === 'correction' ? 'mail' : about,
    inNoteThread: threadOf === 'note',
  });
  if (destiny !== 'mailed') {
    if (destiny.note === 'quiet') return { why: 'note' };
    return { why: destiny.note === 'notice' ? 'reply-to-notice' : 'in-note-thread' };
  }
  const word = asked === null ? commandLike(message.said) : null;
  if (word !== null) return { why: 'like-command', word };
  if (!sure && onlyCalls(message.said, message.mentions, isInternal)) return { why: 'only-calls' };
  return facts.toColleagues === 'note' && isToColleague(message, facts) ? { why: 'to-colleague' } : null;
}

/** Whether a message begins with one of ours, and nobody has said that it is to be mailed all the same. */
function isToColleague(message: Message, facts: SaidFacts): boolean {
  if (facts.sure || facts.toColleagues === 'mail' || (message.asked ?? null) !== null) return false;
  const { to, cc, bcc = [] } = meantFor(facts.audience);
  return beginsWithCall(message.said, message.mentions, facts.isInternal, facts.colleagues, [...to, ...cc, ...bcc]);
}

/** Who gets it, with whom, and when. */
function mailing({ audience, outside, open, hold, fourEyes }: SaidFacts, can: ReadonlySet<Capability>): Mailing {
  const same = open !== null && sameMail(open.recipients, audience);
  const time = holdTime({ ...hold, outside: outside.length > 0, left: same ? open.left : null });
  const joins = time.kind === 'joins';
  return {
    do: 'mail',
    audience,
    outside,
    time,
    draft: fourEyes ? 'account' : can.has('answer') ? null : 'writer',
    into: joins && open !== null ? open.outgoing : null,
    closes: open === null || joins ? null : { outgoing: open.outgoing, leaves: same ? 'in-time' : 'at-once' },
    outOf: null,
  };
}

/** To the same people as an answer to the same mail. */
function sameMail(a: Recipients, b: Recipients): boolean {
  return sameRecipients(a, b) && a.answers === b.answers;
}

/** An edit is a new decision: whatever it comes to, the old words do not leave. */
function decideEdit({ of, fresh }: Extract<MatrixAction, { kind: 'edit' }>, facts: EventFacts): EventOutcome {
  const { before } = facts;
  if (before === null || (before.kind === 'mailed' && before.withdrawn)) return { do: 'nothing', reason: 'not-mailed' };
  // Clients ignore edits by others, and so do we (spec, "validity of replacement events").
  if (before.author !== facts.sender) return { do: 'nothing', reason: 'not-the-author' };
  if (before.kind === 'asked') {
    if (fresh.kind === 'message') return { do: 'replace-asked', of };
    return { do: 'drop-asked', of, became: fresh.kind === 'command' ? 'command' : 'other' };
  }
  const { outgoing } = before;
  if (before.frozen) return tooLate(of, before);
  const outcome = freshOutcome(fresh, facts);
  if (outcome.do !== 'mail') return { do: 'take-back', of, outgoing, became: outcome };
  if (sameRecipients(before.recipients, outcome.audience)) return { do: 'replace', of, outgoing };
  // Its own mail is the open one: what else is in there goes to whom it was said, in its time.
  const own = outcome.closes?.outgoing === outgoing;
  const closes = own ? (before.others ? { outgoing, leaves: 'in-time' as const } : null) : outcome.closes;
  return { ...outcome, closes, outOf: outgoing };
}

function tooLate(of: EventId, { outgoing, returned, underWay }: Extract<Before, { kind: 'mailed' }>): TooLate {
  return { do: 'too-late', of, outgoing, waits: returned, underWay };
}

function freshOutcome(fresh: Fresh, { said, can }: EventFacts): Mailing | NonNullable<TakeBack['became']> {
  switch (fresh.kind) {
    case 'message':
      return said === null ? { do: 'no-message' } : decideMessage(fresh, said, can);
    case 'note':
      return NOTE;
    case 'command':
      return { do: 'command' };
    case 'encrypted':
      return { do: 'encrypted' };
    case 'ignore':
      return { do: 'no-message' };
  }
}

/**
 * A redaction or ❌ takes a message back until its bytes are fixed; null where the event is none that was to be mailed.
 */
export function decideTakeBack(of: EventId, before: Before | null): EventOutcome | null {
  if (before?.kind !== 'mailed') return null;
  const { outgoing } = before;
  if (before.withdrawn) return { do: 'nothing', reason: 'not-mailed' };
  return before.frozen ? tooLate(of, before) : { do: 'take-back', of, outgoing, became: null };
}
