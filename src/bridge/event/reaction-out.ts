/**
 * Whether a reaction of the team to a mail leaves as a mail, and what becomes of it until then. Pure; what the signs
 * mean (✅, ❌, 👀) is decided before, in `bridge/event/meaning.ts`, and never leaves.
 */
import { oneEmoji } from '../../mail/reaction/emoji.ts';
import type { MailKind } from '../../mail/types.ts';
import { isNobody } from '../recipients/recipients.ts';
import type { Recipients } from '../types.ts';
import { holdTime } from './hold-time.ts';
import type { HoldFacts, HoldTime } from './hold-time.ts';
import { looksLikeSign } from './meaning.ts';

/**
 * Mails that one person's reactions to one mail become; more is play.
 *
 * @internal Exported for tests that go by its value.
 */
export const LEAVING_MOST = 5;

/** What was looked up for a reaction to a mail. */
export interface ReactionOutFacts {
  /** Of the account. */
  readonly reactions: 'off' | 'in' | 'both';
  /** As it came. */
  readonly key: string;
  /** Whether the conversation goes on in this room, and the mail is in it. */
  readonly here: boolean;
  readonly may: boolean;
  /** The mail that it is to; null where it is to anything else. */
  readonly to: {
    readonly direction: 'in' | 'out' | 'colleague';
    readonly kind: MailKind;
    /** Whether its sender is shown to be who From says. */
    readonly verified: boolean;
    /** Whether its sender takes part in the conversation by a word of the mails or of the room. */
    readonly participant: boolean;
  } | null;
  /** Whether the room gathers the mails of many. */
  readonly gathers: boolean;
  /** The sender of that mail alone, without whom the account sends nothing to. */
  readonly recipients: Recipients;
  /** Whether all of them take part. */
  readonly known: boolean;
  /** How many of the author's reactions to it are mails already. */
  readonly already: number;
  readonly hold: Pick<HoldFacts, 'hold' | 'holdOutside' | 'quota'>;
}

export type ReactionOut =
  | { readonly do: 'mail'; readonly emoji: string; readonly time: Extract<HoldTime, { readonly kind: 'opens' }> }
  | { readonly do: 'stay'; readonly why: string };

/**
 * Decides. It leaves where the account says so, from who may answer, as one emoji that is no sign, and back to a person
 * alone: to a mail that a verified participant wrote, never to a list's, a newsletter's or a machine's.
 */
export function decideReactionOut(facts: ReactionOutFacts): ReactionOut {
  const { reactions, key, here, may, to, gathers, recipients, known, already, hold } = facts;
  const stay = (why: string): ReactionOut => ({ do: 'stay', why });
  const emoji = oneEmoji(key);
  if (reactions !== 'both' || emoji === null || looksLikeSign(emoji)) return stay('reaction');
  if (to?.direction !== 'in') return stay('reaction: to no mail of others');
  if (!here) return stay('reaction: of another room');
  if (!may) return stay('not-allowed');
  if (gathers || to.kind !== 'message') return stay('reaction: to many, or to a machine');
  if (!to.verified || !to.participant || !known) return stay('reaction: nobody vouches for its sender');
  if (isNobody(recipients) || recipients.to.length !== 1) return stay('reaction: to no one person');
  if (already >= LEAVING_MOST) return stay('reaction: one of too many');
  const time = holdTime({ ...hold, outside: false, left: null });
  return time.kind === 'opens' ? { do: 'mail', emoji, time } : stay('reaction');
}
