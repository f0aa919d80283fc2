/**
 * As whom a mail is shown by its account's policy, or that it is suspected: nobody is shown then until a person accepts
 * it.
 */
import { isInternalAddress, namesOf } from '../account/account.ts';
import type { Account } from '../account/account.ts';
import { decideSender } from '../admission/sender.ts';
import type { SuspicionReason, ShownSender } from '../admission/sender.ts';
import type { SenderVerdict } from '../../mail/authentication/verdict.ts';
import type { ParsedMail } from '../../mail/types.ts';

/** The verdict on a sender and what became of it, for `!mail why`. */
export interface SenderRecord {
  readonly verdict: string;
  readonly reason: string;
  readonly policy: string | null;
  readonly evidence: readonly { readonly said: string; readonly by: string }[];
  /** Only `self` takes part as the person of the address. */
  readonly as: 'self' | 'marked' | 'bot';
  readonly marks: readonly string[];
}

/** `own`: found in Sent, where only the account itself writes and no policy is asked. */
export type SenderStanding =
  | { readonly is: 'own'; readonly shown: null; readonly record: null }
  | { readonly is: 'believed' | 'accepted'; readonly shown: ShownSender; readonly record: SenderRecord }
  /** `shown`: as whom, once somebody accepts it. */
  | {
      readonly is: 'suspected';
      readonly reason: SuspicionReason;
      readonly shown: ShownSender;
      readonly record: SenderRecord;
    };

/**
 * Decides by the account's policy on senders (`speakerOf`).
 *
 * @param verdict null for a mail in Sent
 * @param released whether somebody accepted the mail after it was suspected
 */
export function senderStanding(
  account: Account,
  mail: Pick<ParsedMail, 'from' | 'header'>,
  verdict: SenderVerdict | null,
  released: boolean,
): SenderStanding {
  if (verdict === null) return { is: 'own', shown: null, record: null };
  const { authentication, failing } = account.senders;
  const speaker = decideSender(
    {
      verdict,
      from: mail.from,
      group: mail.header.group,
      known: [...namesOf(account), ...(account.senders.names ?? [])],
    },
    { authentication, failing, isInternal: (address) => isInternalAddress(account, address) },
  );
  const shown = speaker.as === 'held' ? speaker.then : speaker;
  const { verdict: said, reason, policy, evidence } = verdict;
  const marks = shown.as === 'self' ? [] : shown.why;
  const record: SenderRecord = { verdict: said, reason, policy, evidence, as: shown.as, marks };
  if (speaker.as !== 'held') return { is: 'believed', shown, record };
  return released ? { is: 'accepted', shown, record } : { is: 'suspected', reason: speaker.reason, shown, record };
}
