import { isInternalAddress, isOwnAddress } from '../account/account.ts';
import type { Account } from '../account/account.ts';
import { isListMail } from '../../mail/authentication/list-mail.ts';
import { asWritten } from '../../mail/authentication/through-group.ts';
import type { SenderVerdict } from '../../mail/authentication/verdict.ts';
import type { Address, ParsedMail } from '../../mail/types.ts';

/**
 * A mail as that of who wrote it, where it came through a group that put its own address into From and was shown to
 * have sent it: From passed, or the group's list signed it; where the account checks nobody, unless it came from
 * outside by our own trace. Everything that is decided about the mail is about its writer then.
 *
 * @param verdict null for a mail in Sent, which nobody else wrote
 */
export function writtenBy(
  account: Account,
  mail: ParsedMail,
  verdict: SenderVerdict | null,
): { readonly mail: ParsedMail; readonly verdict: SenderVerdict | null } {
  if (verdict === null) return { mail, verdict };
  const checks = account.senders.authentication !== 'none';
  return asWritten(mail, verdict, isVouched(account, mail, verdict, checks), (one) => isOwnAddress(account, one));
}

function isVouched(account: Account, mail: ParsedMail, verdict: SenderVerdict, checks: boolean): boolean {
  if (verdict.verdict === 'pass') return true;
  if (!checks) return !verdict.outside;
  const list = mail.header.list?.id ?? null;
  const trust = { ...account.senders, isInternal: (one: Address) => isInternalAddress(account, one) };
  return list !== null && isListMail(mail, list, trust, { verdict, checks });
}
