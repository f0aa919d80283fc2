/** Which member of the team is shown to have written a mail. Pure. */
import { isOwnAddress, memberByAddress } from '../account/account.ts';
import type { Account, Member } from '../account/account.ts';
import type { ShownSender } from '../admission/sender.ts';
import { effectsOf } from '../loops/effects.ts';
import type { SenderVerdict } from '../../mail/authentication/verdict.ts';
import type { ParsedMail } from '../../mail/types.ts';

/** How a mail is known to be from whom its From names. */
export interface SenderProof {
  /** Null for a mail in Sent: whoever put it there has the account's login. */
  readonly verdict: SenderVerdict | null;
  /** As whom it is shown; null for a mail in Sent. */
  readonly shown: ShownSender | null;
}

/**
 * The member who wrote a mail, so that it may be said as them; null where nobody is shown to have. From alone shows
 * nothing: either the mail lies in Sent, or the check of senders passed it, also where the account checks nobody. An
 * address of the account itself is its member's where it has one alone: of several nobody knows which. What a machine
 * wrote in somebody's name they have not said.
 */
export function provenMember(
  account: Account,
  mail: Pick<ParsedMail, 'from' | 'kind' | 'header'>,
  { verdict, shown }: SenderProof,
): Member | null {
  const [from, second] = mail.from;
  if (from === undefined || second !== undefined || mail.header.group) return null;
  if (!effectsOf(mail.kind).countsAsAnswer) return null;
  const isProven = verdict === null ? shown === null : verdict.verdict === 'pass' && shown?.as === 'self';
  if (!isProven) return null;
  const [only, another] = account.team;
  if (isOwnAddress(account, from.address)) return another === undefined ? (only ?? null) : null;
  return memberByAddress(account, from.address);
}
