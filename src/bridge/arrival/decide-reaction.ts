/**
 * What becomes of a mail that is a reaction and nothing else. It opens no room, wakes nobody and changes nothing of a
 * conversation: neither whose turn it is, nor who takes part, nor who gets the next answer.
 */
import type { ShownSender } from '../admission/sender.ts';
import { looksLikeSign } from '../event/meaning.ts';
import { effectsOf } from '../loops/effects.ts';
import type { Guest } from '../types.ts';
import { memberByAddress } from '../account/account.ts';
import type { ReactionArrival, WholeMailFacts } from './arrival.ts';
import { isInsider } from './placement.ts';
import type { MailPlacement } from './placement.ts';

/** Reactions of one sender to one message; Gmail gives a person as many. */
const REACTIONS_MOST = 20;

/** Whether a mail counts as a reaction: not where the account wants none, nor where a machine wrote it. */
export function isReaction({ account, content }: Pick<WholeMailFacts, 'account' | 'content'>): boolean {
  const { reaction = null, mail } = content;
  const { choosesRecipients, countsAsAnswer } = effectsOf(mail.kind);
  return reaction !== null && account.reactions !== 'off' && choosesRecipients && countsAsAnswer;
}

/** A sender as they were let in. */
interface LetIn {
  readonly shown: ShownSender | null;
  readonly newParticipant: string | null;
  readonly guest: Guest | null;
}

/**
 * Where a reaction stands; null where it cannot be placed: what it names is not known, or stands in another
 * conversation than the one that the mail belongs to, or its sender is not shown to be somebody who takes part there.
 */
export function decideReaction(
  facts: WholeMailFacts,
  placement: Extract<MailPlacement, { readonly do: 'show' }>,
  { shown, newParticipant, guest }: LetIn,
): ReactionArrival | null {
  const { account, role, content, lookups } = facts;
  const { mail, reaction = null } = content;
  const { thread, reason, opens } = placement;
  if (reaction === null || opens || newParticipant !== null || guest !== null) return null;
  const joined = lookups.threads.get(thread);
  const on = lookups.reacted.find((one) => one.thread === thread);
  if (on === undefined || joined?.gathers !== 'mail') return null;
  const ours = isInsider(account, role, mail, shown);
  if (!ours && (shown?.as !== 'self' || joined.standing !== 'participant')) return null;
  const { emoji } = reaction;
  const [from] = mail.from;
  // The bot speaks for our own people, and is one: several of theirs would be one reaction, and one of its signs.
  const byBot = ours || from === undefined || memberByAddress(account, from.address) !== null;
  const as = on.reactions >= REACTIONS_MOST ? 'nowhere' : byBot || looksLikeSign(emoji) ? 'words' : 'reaction';
  return { is: 'reaction', reason, thread, on, emoji, as, direction: role === 'sent' ? 'colleague' : 'in', shown };
}
