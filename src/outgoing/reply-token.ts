/**
 * Reply-To with the token of the thread, which brings an answer home whose mail program writes neither In-Reply-To nor
 * References. In Reply-To and not in From: From is what address books keep, what DMARC is about and what people know us
 * by, and a token there would make a stranger of us in each thread. Only where the account asks for it and mail to such
 * an address was seen to arrive: an answer that bounces is worse than one that opens a new room.
 */
import type { Account } from '../bridge/account/account.ts';
import { makeThreadToken, tokenAddress } from '../bridge/thread-token.ts';
import type { ThreadId } from '../bridge/types.ts';
import { isPlusProved } from '../db/mail-tables/plus-proofs.ts';
import { addressKey } from '../mail/address.ts';
import type { Address, HeaderField } from '../mail/types.ts';
import type { JobDeps } from '../handling/deps.ts';

/** The field, or none. */
export async function tokenFields(
  deps: JobDeps,
  account: Account,
  thread: ThreadId,
  from: Address,
): Promise<HeaderField[]> {
  if (account.plusAddresses !== true) return [];
  // An address beyond ASCII would make every mail need SMTPUTF8 twice over.
  const address = tokenAddress(from, makeThreadToken(deps.ids.tokenKeys, deps.ids.nameOf(account.id), thread));
  if (address === null || !/^[\x21-\x7e]+$/.test(address)) return [];
  if (!(await isPlusProved(deps.db, account.id, addressKey(from)))) {
    deps.log.warn('plus-addresses are on but not proved: run check', { account: account.id });
    return [];
  }
  const name = account.name.replace(/["\\\p{Cc}]/gu, ' ').trim();
  return [{ name: 'Reply-To', value: name === '' ? address : `"${name}" <${address}>` }];
}
