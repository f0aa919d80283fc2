/** Who brings along old mail that waits, by answering it. Pure. */
import { addressKey, domainOf } from '../../mail/address.ts';
import type { Address, ParsedMail, Person } from '../../mail/types.ts';
import { isOwnAddress, memberByAddress, plainAdmission } from '../account/account.ts';
import type { Account } from '../account/account.ts';
import { organisationOf } from './organisation.ts';

/** The people of a mail that waits. */
type Waiting = Pick<ParsedMail, 'from' | 'sender' | 'replyTo' | 'to' | 'cc'>;

/**
 * Whether whoever wrote an answer had a part in a mail that waits: they wrote it or got it, or somebody of their
 * organisation did, or they are ours. To name its Message-ID is not enough: those of mailing lists and newsletters are
 * public, and each mail that is brought along can make a room beside the bounds on what strangers begin.
 */
export function bringsAlong(account: Account, { from }: Pick<ParsedMail, 'from'>, waiting: Waiting): boolean {
  const isOurs = (address: Address) => isOwnAddress(account, address) || memberByAddress(account, address) !== null;
  if (from.some(({ address }) => isOurs(address))) return true;
  const sender = waiting.sender === null ? [] : [waiting.sender];
  const theirs = [...waiting.from, ...sender, ...waiting.replyTo, ...waiting.to, ...waiting.cc];
  const part = new Set(theirs.map(({ address }) => addressKey(address)));
  const { shared } = account.entry ?? plainAdmission;
  const organisation = ({ address }: Person): string | null => organisationOf(domainOf(address), shared);
  const organisations = new Set(theirs.map(organisation));
  return from.some((person) => {
    const of = organisation(person);
    return part.has(addressKey(person.address)) || (of !== null && organisations.has(of));
  });
}
