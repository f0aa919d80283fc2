/**
 * Which addresses are connected to for somebody who names a server: those of the public Internet. A name is looked up
 * once, and the connection goes to the address that was looked at, so that a second answer of its owner's name server
 * leads nowhere else (DNS rebinding).
 */
import { BlockList, isIP } from 'node:net';
import { MailroomError } from '../../base/errors.ts';
import { hostName } from './offer.ts';

/** The addresses of a name, in the order of the resolver. Rejects, or is empty, where there are none. */
export type LookUp = (name: string) => Promise<readonly string[]>;

/** Why a server of that name is not connected to. */
class NotPublic extends MailroomError {
  constructor(code: 'host-no-name' | 'host-inside' | 'host-unknown', message: string) {
    super(code, message);
    this.name = 'NotPublic';
  }
}

/** IANA's special-purpose registries (RFC 6890), multicast, and what reaches IPv4 through IPv6 (RFC 6052, 3056). */
const INSIDE_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24'],
  ...['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'],
];
const INSIDE_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', '5f00::/16'];

/**
 * Whether an address is one of the public Internet.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function isPublic(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !inside().check(address, 'ipv4');
    case 6:
      // Only 2000::/3 is given out for the Internet (RFC 4291 section 2.4): loopback, mapped, local ones are beyond it.
      return !address.includes('%') && outside().check(address, 'ipv6') && !inside().check(address, 'ipv6');
    default:
      return false;
  }
}

function inside(): BlockList {
  return listOf(INSIDE_4, INSIDE_6);
}

function outside(): BlockList {
  return listOf([], ['2000::/3']);
}

function listOf(four: readonly string[], six: readonly string[]): BlockList {
  const list = new BlockList();
  for (const [networks, kind] of [
    [four, 'ipv4'],
    [six, 'ipv6'],
  ] as const) {
    for (const network of networks) {
      const [base = '', bits] = network.split('/');
      list.addSubnet(base, Number(bits), kind);
    }
  }
  return list;
}

/**
 * The address to connect to for a name. Where one of its addresses is inside, none is taken: such a name is made to
 * mislead. Throws NotPublic.
 */
export async function publicAddress(name: string, lookUp: LookUp): Promise<string> {
  const host = hostName(name);
  if (host === null) throw new NotPublic('host-no-name', 'no name of a server in the Internet');
  const addresses = await lookUp(host).catch((): readonly string[] => []);
  const [first] = addresses;
  if (first === undefined) throw new NotPublic('host-unknown', 'the name has no address');
  if (!addresses.every(isPublic)) throw new NotPublic('host-inside', 'the name leads to an address that is not public');
  return first;
}
