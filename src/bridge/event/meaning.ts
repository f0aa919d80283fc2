/**
 * What people mean by a reaction, or a reply, on what stands in a room. One table: for each purpose of a send, and for
 * what people said themselves. Pure; who looks up what an event is and carries out what is meant is `said/reaction.ts`
 * for reactions, `answers/keep-inside.ts` for replies.
 */
import type { Capability } from '../account/permissions.ts';
import type { CommandScope } from '../command/spec.ts';
import { DELIVERY_SIGNS, TAKEN } from '../delivery/signs.ts';
import type { Purpose } from '../types.ts';

/** Reactions that say something; every other one stays in its room. `tick`: the sign of the bot for a sent mail. */
export type Sign = 'yes' | 'tick' | 'no' | 'eyes';

/** Signs with and without the variation selector that some clients add. */
const SIGNS: ReadonlyMap<string, Sign> = new Map([
  ['✅', 'yes'],
  ['✔', 'tick'],
  ['✔️', 'tick'],
  ['❌', 'no'],
  ['✖', 'no'],
  ['✖️', 'no'],
  ['❎', 'no'],
  ['👀', 'eyes'],
]);

/** The sign that the key of a reaction is; null for one that says nothing. */
export function signOfReaction(key: string): Sign | null {
  return SIGNS.get(key) ?? null;
}

/** Emoji that the bot sets by itself. */
const OURS: ReadonlySet<string> = new Set([TAKEN, ...Object.values(DELIVERY_SIGNS)]);

/**
 * Whether an emoji would be taken for a sign of the bot, or of the team: for "delivered", or for "done". From outside
 * it does nothing, and must not look as if it did; and none leaves.
 */
export function looksLikeSign(emoji: string): boolean {
  return OURS.has(emoji) || signOfReaction(emoji) !== null;
}

/** What is done for a reaction. */
export type ReactionMeaning =
  /** A mail whose sender is not believed is shown, or is not. */
  | 'accept-mail'
  | 'refuse-mail'
  /** A mail of the overflow room is let in, or is not shown. */
  | 'let-in-mail'
  | 'discard-mail'
  /** All old mail that waits is shown without a sound, or is left in the mailbox. */
  | 'admit-old-mail'
  | 'leave-old-mail'
  /** Who had no part in the conversation takes part, or is not heard any more. */
  | 'admit-participant'
  | 'refuse-participant'
  /** Answers that the loop guard stopped are mailed, or discarded. */
  | 'release-stopped'
  | 'discard-stopped'
  /** A mail that waited while nobody served its account is mailed, or discarded. */
  | 'release-returned'
  | 'discard-returned'
  /** A draft is mailed as it was shown, or taken back. */
  | 'mail-draft'
  | 'discard-draft'
  /** People who are no longer of the team are taken out of its rooms, or stay there without rights. */
  | 'let-leave'
  | 'let-stay'
  /** A message that nearly repeats another is mailed, or dropped. */
  | 'mail-asked'
  | 'drop-asked'
  | 'claim'
  | 'close'
  | 'take-back'
  /** A mail that goes to somebody as a conversation of its own is taken back. */
  | 'stop-forward'
  | 'nothing';

/** What the sender of a reaction must be allowed to; null where whoever does it is told what they lack. */
export const NEEDED = {
  'accept-mail': 'release',
  'refuse-mail': 'release',
  'let-in-mail': 'release',
  'discard-mail': 'release',
  'admit-old-mail': 'release',
  'leave-old-mail': 'release',
  'admit-participant': 'release',
  'refuse-participant': 'release',
  'release-stopped': 'answer',
  'discard-stopped': 'answer',
  'release-returned': 'answer',
  'discard-returned': 'answer',
  // Who may not send is told so; their own draft they may take back.
  'mail-draft': null,
  'discard-draft': 'draft',
  'let-leave': 'release',
  'let-stay': 'release',
  // Without `answer` their own alone.
  'mail-asked': 'draft',
  'drop-asked': 'draft',
  claim: 'answer',
  close: 'answer',
  'take-back': 'draft',
  'stop-forward': 'draft',
  nothing: 'answer',
} as const satisfies Record<ReactionMeaning, Capability | null>;

/** What a reaction concerns, as with commands: power over a room gives only what concerns its conversation. */
export const CONCERNS = {
  // A mail that waits is of no conversation yet: the same as the commands `accept` and `refuse`.
  'accept-mail': 'account',
  'refuse-mail': 'account',
  'let-in-mail': 'account',
  'discard-mail': 'account',
  'admit-old-mail': 'account',
  'leave-old-mail': 'account',
  // The rule that follows is one of this room alone.
  'admit-participant': 'thread',
  'refuse-participant': 'thread',
  'release-stopped': 'thread',
  'discard-stopped': 'thread',
  'release-returned': 'thread',
  'discard-returned': 'thread',
  'mail-draft': 'thread',
  'discard-draft': 'thread',
  'let-leave': 'account',
  'let-stay': 'account',
  'mail-asked': 'thread',
  'drop-asked': 'thread',
  claim: 'thread',
  close: 'thread',
  'take-back': 'asker',
  'stop-forward': 'thread',
  nothing: 'asker',
} as const satisfies Record<ReactionMeaning, CommandScope>;

/** What follows where a reaction is removed. What was mailed, shown or refused by it stays so. */
export const REMOVED = {
  'accept-mail': 'nothing',
  'refuse-mail': 'nothing',
  'let-in-mail': 'nothing',
  'discard-mail': 'nothing',
  'admit-old-mail': 'nothing',
  'leave-old-mail': 'nothing',
  'admit-participant': 'nothing',
  'refuse-participant': 'nothing',
  'release-stopped': 'nothing',
  'discard-stopped': 'nothing',
  'release-returned': 'nothing',
  'discard-returned': 'nothing',
  // A yes that is taken away is known by itself, not by what it stood on (`answers/drafts.ts`).
  'mail-draft': 'nothing',
  'discard-draft': 'nothing',
  'let-leave': 'nothing',
  'let-stay': 'nothing',
  'mail-asked': 'nothing',
  'drop-asked': 'nothing',
  claim: 'unclaim',
  close: 'reopen',
  'take-back': 'nothing',
  'stop-forward': 'nothing',
  nothing: 'nothing',
} as const satisfies Record<ReactionMeaning, 'unclaim' | 'reopen' | 'nothing'>;

/**
 * What becomes of a reply.
 *
 * - answer: mailed to the people of the mail, whose words it quotes.
 * - answer-unquoted: the same, without a quotation: the words are not the mail's.
 * - correction: mailed to whoever got the mail that it is about, without a quotation.
 * - plain: what it would be without being a reply.
 * - inside: never leaves; its author is told.
 */
type ReplyMeaning = 'answer' | 'answer-unquoted' | 'correction' | 'plain' | 'inside';

/**
 * What a command that is written as a reply is about: a mail of the conversation, a mail that is not shown, or nothing.
 */
type CommandSubject = 'mail' | 'suspected' | 'overflow' | 'nothing';

export interface Meaning {
  readonly yes: ReactionMeaning;
  readonly no: ReactionMeaning;
  readonly eyes: ReactionMeaning;
  readonly reply: ReplyMeaning;
  readonly command: CommandSubject;
}

/** A mail as it stands in the room of its conversation. */
const MAIL: Meaning = { yes: 'close', no: 'nothing', eyes: 'claim', reply: 'answer', command: 'mail' };
/** What the bot says in a conversation. 👀 takes the conversation, on whatever it stands. */
const NOTICE: Meaning = { yes: 'nothing', no: 'nothing', eyes: 'claim', reply: 'inside', command: 'nothing' };
/** The same about a mail that a command can mean. */
const ABOUT_MAIL: Meaning = { ...NOTICE, command: 'mail' };
/** What stands in a room of an account, which has no conversation. */
const ELSEWHERE: Meaning = { ...NOTICE, eyes: 'nothing' };
/** What people said: ❌ takes back what is not mailed yet. */
const SAID: Meaning = { yes: 'close', no: 'take-back', eyes: 'claim', reply: 'answer-unquoted', command: 'mail' };
const STOPPED = { yes: 'release-stopped', no: 'discard-stopped' } as const;
const RETURNED = { yes: 'release-returned', no: 'discard-returned' } as const;
const DRAFT = { yes: 'mail-draft', no: 'discard-draft' } as const;
const ASKED = { yes: 'mail-asked', no: 'drop-asked' } as const;

/**
 * What an event of a room is: a send of ours, or what people said. Of that, `said-stopped` is a message that the loop
 * guard stopped, `said-returned` one that waited while nobody served its account, `said-asked` one that waits for a yes
 * because it nearly repeats another, `said-draft` one of a mail that waits for the yes of somebody else. An event of
 * another room is nothing here.
 */
export type NamedEvent =
  Purpose | 'said' | 'said-stopped' | 'said-returned' | 'said-asked' | 'said-draft' | 'elsewhere';

const MEANINGS = {
  // Mails.
  part: MAIL,
  unread: { ...MAIL, reply: 'answer-unquoted' },
  report: { ...MAIL, reply: 'inside' },
  'lobby-part': ELSEWHERE,
  original: { ...MAIL, reply: 'answer-unquoted' },
  repeated: MAIL,
  'repeated-original': { ...MAIL, reply: 'answer-unquoted' },
  source: ABOUT_MAIL,
  // A reaction that came by mail: who answers it means the message that it stands on.
  reacted: { ...ABOUT_MAIL, reply: 'answer-unquoted' },
  // What people said.
  said: SAID,
  'said-stopped': { ...SAID, ...STOPPED },
  'said-returned': { ...SAID, ...RETURNED },
  'said-asked': { ...SAID, ...ASKED },
  // Its ❌ takes back the one message.
  'said-draft': { ...SAID, yes: 'mail-draft' },
  'first-words': SAID,
  // What waits for a decision.
  suspected: { ...ELSEWHERE, yes: 'accept-mail', no: 'refuse-mail', command: 'suspected' },
  overflow: { ...ELSEWHERE, yes: 'let-in-mail', no: 'discard-mail', command: 'overflow' },
  'old-mail': { ...ELSEWHERE, yes: 'admit-old-mail', no: 'leave-old-mail' },
  'new-participant': { ...ABOUT_MAIL, yes: 'admit-participant', no: 'refuse-participant' },
  stopped: { ...NOTICE, ...STOPPED },
  returned: { ...NOTICE, ...RETURNED },
  draft: { ...NOTICE, ...DRAFT },
  asked: { ...NOTICE, ...ASKED },
  'team-leaving': { ...ELSEWHERE, yes: 'let-leave', no: 'let-stay' },
  // The one notice that is answered by mail.
  'too-late': { ...ABOUT_MAIL, reply: 'correction' },
  'edit-stays': ABOUT_MAIL,
  // What only tells something: about a mail, in a conversation, in a room of the account.
  linked: ABOUT_MAIL,
  'linked-there': NOTICE,
  'stranger-linked': NOTICE,
  verified: NOTICE,
  'came-meanwhile': NOTICE,
  'mailbox-read': NOTICE,
  // Whoever archived it may have been done with it.
  'mailbox-left': { ...ABOUT_MAIL, yes: 'close' },
  delivery: NOTICE,
  paused: NOTICE,
  answer: NOTICE,
  greeting: ELSEWHERE,
  'suspected-decided': ELSEWHERE,
  'overflow-decided': ELSEWHERE,
  'old-mail-decided': ELSEWHERE,
  'participant-decided': NOTICE,
  'stopped-decided': NOTICE,
  'asked-decided': NOTICE,
  'returned-decided': NOTICE,
  'draft-decided': NOTICE,
  prepared: { ...NOTICE, no: 'take-back' },
  'set-aside': NOTICE,
  'claimed-already': NOTICE,
  done: NOTICE,
  recipients: NOTICE,
  nobody: NOTICE,
  'others-answering': NOTICE,
  'over-quota': NOTICE,
  'moved-away': NOTICE,
  'kept-inside': NOTICE,
  'command-like': NOTICE,
  'taken-back': NOTICE,
  'member-recipient': NOTICE,
  'not-mailed-here': NOTICE,
  encrypted: NOTICE,
  followed: NOTICE,
  taken: NOTICE,
  'taken-off': NOTICE,
  sign: NOTICE,
  'sign-removed': NOTICE,
  'work-due': NOTICE,
  'reaction-leaves': NOTICE,
  'given-back': NOTICE,
  guest: NOTICE,
  welcome: NOTICE,
  // The mail that it tells of stands in another room.
  forwarded: { ...ABOUT_MAIL, no: 'stop-forward' },
  'kept-apart': NOTICE,
  'told-aside': NOTICE,
  'placed-here': NOTICE,
  'placed-away': NOTICE,
  assigned: NOTICE,
  'not-shown': NOTICE,
  'may-not': NOTICE,
  operator: NOTICE,
  'earlier-notice': NOTICE,
  // 👀 takes the conversation that it leads to.
  'inbox-line': { ...ELSEWHERE, eyes: 'claim' },
  overview: ELSEWHERE,
  'entry-changed': ELSEWHERE,
  'team-reminder': ELSEWHERE,
  'account-state': ELSEWHERE,
  unserved: NOTICE,
  'team-changed': ELSEWHERE,
  'leaving-decided': ELSEWHERE,
  'login-refused': ELSEWHERE,
  'puppet-refused': ELSEWHERE,
  'not-invited': ELSEWHERE,
  'mail-withheld': ELSEWHERE,
  'circuit-breaker': ELSEWHERE,
  'mailbox-changed': ELSEWHERE,
  elsewhere: { ...ELSEWHERE, reply: 'plain' },
} as const satisfies Record<NamedEvent, Meaning>;

/** What signs, a reply and a command as a reply mean on an event. */
export function meaningOf(target: NamedEvent): Meaning {
  return MEANINGS[target];
}

/**
 * What a sign means on an event. A tick is a yes to what asks; it closes nothing: whoever taps the bot's own sign on a
 * message repeats it, and has decided nothing by that.
 */
export function meantBy(sign: Sign, target: NamedEvent): ReactionMeaning {
  const meaning = meaningOf(target);
  if (sign !== 'tick') return meaning[sign];
  return meaning.yes === 'close' ? 'nothing' : meaning.yes;
}
