/** Whether the list that a mail names in List-Id (RFC 2919) is shown to have sent it. Anybody can write the field. */
import { domainOf } from '../address.ts';
import { domainOfIdentity } from './results.ts';
import { receiverResults, trustedChain } from './verdict.ts';
import type { ClaimedMail, SenderVerdict, Trust } from './verdict.ts';
import type { MethodResult } from '../types.ts';

/**
 * Whether a mail comes from its list: the receiver found a DKIM signature of the list's domain (RFC 6376), or a trusted
 * seal of it (ARC, RFC 8617); or From is an address of the list's domain and passed; or the account checks nobody, and
 * the trace does not show that the mail came from outside.
 *
 * @param list the List-Id in lower case, as `listIdOf` reads it
 * @param judged.verdict null for a mail whose sender nobody looked at
 * @param judged.checks false for an account that believes whatever can reach it
 */
export function isListMail(
  mail: ClaimedMail,
  list: string,
  trust: Trust,
  judged: { readonly verdict: SenderVerdict | null; readonly checks: boolean },
): boolean {
  const { verdict, checks } = judged;
  if (verdict === null) return false;
  if (verdict.group !== undefined && carries(domainOf(verdict.group), list)) return true;
  if (!checks) return !verdict.outside;
  if (verdict.verdict === 'pass' && verdict.address !== null && carries(domainOf(verdict.address), list)) return true;
  const found = receiverResults(mail.header, trust);
  if (found === null) return false;
  if (signs(found.results, list)) return true;
  const sealed = found.results.some(({ method, result }) => method === 'arc' && result === 'pass');
  return sealed && signs(trustedChain(mail.header, trust, found.authservId ?? 'mx.microsoft.com'), list);
}

/** Whether one of these results is a good signature of a domain that the list lies in. */
function signs(results: readonly MethodResult[], list: string): boolean {
  return results.some(({ method, result, properties }) => {
    if (method !== 'dkim' || result !== 'pass') return false;
    return carries(domainOfIdentity(properties.get('header.d') ?? properties.get('header.i') ?? ''), list);
  });
}

/** Whether a List-Id is of a domain: its first label is the list's name (RFC 2919 section 3). */
function carries(domain: string, list: string): boolean {
  return domain.includes('.') && list.endsWith(`.${domain.toLowerCase()}`);
}
