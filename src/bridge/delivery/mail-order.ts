/**
 * In which order mails of one conversation leave: whoever gets several gets them in the order in which they were begun.
 * What their authors say within the hold joins the mail that they have begun. Pure.
 */
import { addressKey } from '../../mail/address.ts';
import type { Address } from '../../mail/types.ts';
import type { MessageKey, UserId } from '../types.ts';

/** An earlier mail of the same conversation that is on its way and has a job: what waits for a person has none. */
export interface EarlierMail {
  readonly outgoing: MessageKey;
  readonly author: UserId;
  readonly state: 'open' | 'closed' | 'frozen' | 'trying' | 'deferred';
  /** Attempts at the relay that were made, whatever they came to. */
  readonly attempts: number;
  /** Whether it waits for the quota of its author's day. */
  readonly postponed: boolean;
  /** Whether somebody named a time for it that is still ahead. */
  readonly planned: boolean;
  /** Whoever is to get it and has not got it yet. */
  readonly owed: readonly Address[];
}

/** wait: for how many. go: `passes` are those that it leaves behind, whose authors are to be told. */
export type MailTurn =
  { readonly do: 'wait'; readonly behind: number } | { readonly do: 'go'; readonly passes: readonly MessageKey[] };

/**
 * Whether a mail whose hold is over may leave now.
 *
 * - An earlier mail with a common recipient goes first as long as it is on its first way, and through the first pause
 *   after that: the relay asked for patience, or nobody knows whether it has the mail.
 * - One that was deferred again, at the end of that pause or later, is passed: what is said is not kept for hours.
 * - One that waits for the quota of a day is passed by mails of others. Its author knows; their own later mails wait
 *   for the same quota.
 * - One for which somebody named a time is passed by all until then.
 * - Whom an earlier mail does not go to, or who has it, waits for nothing.
 */
export function decideTurn(
  mail: { readonly author: UserId; readonly to: readonly Address[] },
  earlier: readonly EarlierMail[],
): MailTurn {
  const people = new Set(mail.to.map(addressKey));
  const before = earlier.filter(({ owed }) => owed.some((address) => people.has(addressKey(address))));
  const behind = before.filter((one) => goesFirst(mail.author, one)).length;
  if (behind > 0) return { do: 'wait', behind };
  return { do: 'go', passes: before.filter(({ state }) => state === 'deferred').map(({ outgoing }) => outgoing) };
}

function goesFirst(author: UserId, one: EarlierMail): boolean {
  switch (one.state) {
    case 'open':
    case 'closed':
      return !one.planned && (one.author === author || !one.postponed);
    case 'frozen':
    case 'trying':
      return true;
    case 'deferred':
      return one.attempts <= 1;
  }
}
