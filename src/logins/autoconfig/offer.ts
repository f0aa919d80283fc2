/** Mail servers as they are found for an address. */

/** One server. Only with TLS: what is found in the network is not trusted to say that none is needed. */
export interface FoundServer {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls';
}

/** Where a mailbox is, and what its user logs in with. */
export interface FoundServers {
  readonly imap: FoundServer;
  readonly smtp: FoundServer;
  readonly user: string;
}

/** The local part and the domain of an address; the domain in small letters and ASCII. Null where it has none. */
export function partsOf(address: string): { readonly local: string; readonly domain: string } | null {
  const at = address.lastIndexOf('@');
  if (at < 1) return null;
  const domain = hostName(address.slice(at + 1));
  return domain === null ? null : { local: address.slice(0, at), domain };
}

/**
 * A name of a host in the Internet, in small letters and ASCII; null for everything else. Addresses are none, nor what
 * resolvers take for one (RFC 1123 section 2.1: the last label of a name is never a number), nor names of this machine
 * or network alone.
 */
export function hostName(name: string): string | null {
  if (name.length > 253 || !/^[^\s\p{C}/?#@:[\]%\\]+$/u.test(name)) return null;
  const ascii = URL.canParse(`ftp://${name}`) ? new URL(`ftp://${name}`).hostname.replace(/\.$/, '') : '';
  if (ascii.length > 253) return null;
  const labels = ascii.split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || !labels.every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label))) return null;
  if (/^(?:\d+|0x[0-9a-f]*)$/.test(last) || INSIDE.includes(last)) return null;
  return ascii;
}

/** Names that no public server answers to (RFC 6761, RFC 6762, RFC 8375, and what routers use). */
const INSIDE: readonly string[] = ['localhost', 'local', 'internal', 'lan', 'home', 'corp', 'arpa', 'localdomain'];
