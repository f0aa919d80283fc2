/** Whether a mail is from whom it says: the verdict that its account's policy asks for. */
import { isInternalAddress } from '../bridge/account/account.ts';
import type { Account } from '../bridge/account/account.ts';
import { readChunks } from '../db/intake-tables/inbox.ts';
import type { StoredMail } from '../db/intake-tables/mails.ts';
import type { Database } from '../db/pool.ts';
import { combineVerdicts, judgeByReceiver, uncheckedVerdict } from '../mail/authentication/verdict.ts';
import type { SenderVerdict, Trust } from '../mail/authentication/verdict.ts';
import type { ParsedMail } from '../mail/types.ts';
import type { SenderCheck } from './sender-check.ts';

export interface SenderDeps {
  readonly db: Database;
  /** Our own check; null where no account asks for it, so that no question reaches the DNS. */
  readonly checkSender: SenderCheck | null;
}

/**
 * The verdict on a mail that arrived. Null for one in Sent, where only the account itself writes. Never throws but with
 * an error of the database.
 */
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
    { header: mail.header, from: mail.from, size: stored.size },
    trust,
  );
  return combineVerdicts(said, own);
}
