/** Who a mail is from: the verdict that its account's policy asks for, and as whom the mail is shown. */
import { isInternalAddress } from '../bridge/account.ts';
import type { Account } from '../bridge/account.ts';
import { speakerOf } from '../bridge/sender.ts';
import type { HeldReason, Shown } from '../bridge/sender.ts';
import { readChunks } from '../db/inbox.ts';
import type { StoredMail } from '../db/mails.ts';
import type { Database } from '../db/pool.ts';
import type { SenderRecord } from '../db/threads.ts';
import { combineVerdicts, judgeByReceiver, uncheckedVerdict } from '../mail/authentication.ts';
import type { SenderVerdict, Trust } from '../mail/authentication.ts';
import type { ParsedMail } from '../mail/types.ts';
import type { SenderCheck } from './sender-check.ts';

export interface SenderDeps {
  readonly db: Database;
  /** Our own check; null where no account asks for it, so that no question reaches the DNS. */
  readonly checkSender: SenderCheck | null;
}

/** The verdict on a mail that arrived. Null for one in Sent, where only the account itself writes. Never throws but with an error of the database. */
export async function judgeSender(
  deps: SenderDeps,
  account: Account,
  stored: StoredMail,
  mail: ParsedMail,
): Promise<SenderVerdict | null> {
  if (stored.role === 'sent') return null;
  const { authentication } = account.senders;
  const trust: Trust = { ...account.senders, isInternal: (address) => isInternalAddress(account, address) };
  if (authentication === 'none') return uncheckedVerdict(mail, trust);
  const said = judgeByReceiver(mail, trust);
  if (authentication === 'receiver' || said.verdict !== 'unchecked' || deps.checkSender === null) return said;
  const own = await deps.checkSender(
    readChunks(deps.db, stored.mail),
    { headers: mail.headers, from: mail.from, size: stored.size },
    trust,
  );
  return combineVerdicts(said, own);
}

/** As whom a mail is shown, or that it is held; `shown` is null for the account's own, which need no policy. */
export type Standing =
  | { readonly do: 'show'; readonly shown: Shown | null; readonly record: SenderRecord | null }
  | { readonly do: 'hold'; readonly reason: HeldReason; readonly record: SenderRecord; readonly then: Shown };

/**
 * @param verdict null for a mail in Sent
 * @param released whether somebody accepted the mail after it was held
 */
export function standingOf(
  account: Account,
  mail: ParsedMail,
  verdict: SenderVerdict | null,
  released: boolean,
): Standing {
  if (verdict === null) return { do: 'show', shown: null, record: null };
  const { authentication, failing } = account.senders;
  const team = account.team.flatMap(({ name, address }) => (name === null ? [] : [{ name, address }]));
  const speaker = speakerOf(
    {
      verdict,
      from: mail.from,
      headers: mail.headers,
      known: [{ name: account.name, address: account.address }, ...team],
    },
    { authentication, failing, isInternal: (address) => isInternalAddress(account, address) },
  );
  const shown = speaker.as === 'held' ? speaker.then : speaker;
  const { verdict: said, reason, policy, evidence } = verdict;
  const marks = shown.as === 'self' ? [] : shown.why;
  const record: SenderRecord = { verdict: said, reason, policy, evidence, as: shown.as, marks };
  if (speaker.as === 'held' && !released) return { do: 'hold', reason: speaker.reason, record, then: shown };
  return { do: 'show', shown, record };
}
