/** Who takes part in a thread because of a mail. */
import { addressKey } from '../../mail/address.ts';
import type { Address, Person } from '../../mail/types.ts';

/**
 * How a mail came into its thread. ours: the account's own people wrote it. opened: it began the thread. joined: by
 * somebody who takes part. newcomer: by somebody who had no part in it.
 */
export type EnteredAs = 'ours' | 'opened' | 'joined' | 'newcomer';

/** Somebody whom a mail brings into its thread. */
export interface BroughtIn {
  /** `addressKey`. */
  readonly address: string;
  readonly standing: 'participant' | 'newcomer';
  readonly via: 'from' | 'to' | 'cc';
}

/**
 * The people of a mail and what each of them is in its thread afterwards.
 *
 * - Whom our own people write to, and whom a proven participant writes to, takes part.
 * - Who begins a thread takes part in it with all whom they write to, proven or not: there is no conversation yet that
 *   this could open to anybody.
 * - Who is new is a newcomer, and so are those whom they bring along.
 * - Whom nobody vouches for becomes nothing by claiming an address, and makes nobody a participant: otherwise a forged
 *   mail of a participant with the forger in Cc would be the way in.
 *
 * @param vouched whether the sender is shown as the person of the address
 * @param isOwn the account's own addresses, which take part everywhere and are left out
 */
export function broughtIn(
  mail: { readonly from: readonly Person[]; readonly to: readonly Person[]; readonly cc: readonly Person[] },
  how: EnteredAs,
  vouched: boolean,
  isOwn: (address: Address) => boolean,
): BroughtIn[] {
  const trusted = how === 'ours' || how === 'opened' || (how === 'joined' && vouched);
  const standing = trusted ? 'participant' : 'newcomer';
  const [from, second] = mail.from;
  const one = from === undefined || second !== undefined ? [] : [from];
  const sender = how === 'joined' && !vouched ? [] : one;
  const people = (list: readonly Person[], via: BroughtIn['via']): BroughtIn[] =>
    list
      .filter(({ address }) => !isOwn(address))
      .map(({ address }) => ({ address: addressKey(address), standing, via }));
  const all = [...people(sender, 'from'), ...people(mail.to, 'to'), ...people(mail.cc, 'cc')];
  return all.filter(({ address }, at) => all.findIndex((each) => each.address === address) === at);
}
