/**
 * At which servers a login is tried: those that the admin names for the domain, those that the member names, or those
 * that the domain publishes. Where the admin has not named a server it must have a public address, is spoken to with
 * TLS, and on a port of mail: a page that people open is no way to the inside, nor to other services.
 */
import type { Reach } from '../base/reach.ts';
import { errorCode } from '../base/errors.ts';
import { findServers } from '../logins/autoconfig/find-servers.ts';
import type { Network } from '../logins/autoconfig/find-servers.ts';
import { hostName, partsOf } from '../logins/autoconfig/offer.ts';
import type { FoundServer } from '../logins/autoconfig/offer.ts';
import { publicAddress } from '../logins/autoconfig/public-address.ts';
import type { LookUp } from '../logins/autoconfig/public-address.ts';

/** A server as it is connected to. */
export interface ServerAt {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly ca: string | null;
  /** Null where the admin named it: it may be inside. */
  readonly reach: Reach | null;
}

export interface LoginServers {
  readonly imap: ServerAt;
  readonly smtp: ServerAt;
  readonly user: string;
}

/** What the admin says of servers (`logins` of the config). */
export interface ServerRules {
  readonly servers: readonly {
    readonly domains: readonly string[];
    readonly imap: Omit<ServerAt, 'reach'>;
    readonly smtp: Omit<ServerAt, 'reach'>;
    readonly login: 'address' | 'local-part';
  }[];
  readonly closedNetwork: boolean;
}

/** What a member wrote of servers; empty texts where nothing. */
export interface WrittenServers {
  readonly user: string;
  readonly imap: { readonly host: string; readonly port: number; readonly security: 'tls' | 'starttls' };
  readonly smtp: { readonly host: string; readonly port: number; readonly security: 'tls' | 'starttls' };
}

/**
 * none: none were found. closed: the admin has named none for it. not-public: leads inside, or is no name. port: see
 * above.
 */
export type ServersTrouble = 'none' | 'closed' | 'not-public' | 'port';

/** RFC 3501, RFC 8314, RFC 6409, RFC 5321, and the one that many relays offer besides. */
const MAIL_PORTS: readonly number[] = [25, 143, 465, 587, 993, 2525];

export interface Outside {
  readonly network: Network;
  readonly lookUp: LookUp;
}

export async function serversFor(
  address: string,
  written: WrittenServers,
  rules: ServerRules,
  outside: Outside,
): Promise<LoginServers | { readonly trouble: ServersTrouble }> {
  const parts = partsOf(address);
  const named = rules.servers.find(({ domains }) => domains.includes(parts?.domain ?? domainAsWritten(address)));
  if (named !== undefined) {
    const user = named.login === 'address' ? address : address.slice(0, address.lastIndexOf('@'));
    return { imap: { ...named.imap, reach: null }, smtp: { ...named.smtp, reach: null }, user };
  }
  const isWritten = written.imap.host !== '' || written.smtp.host !== '';
  if (rules.closedNetwork && !isWritten) return { trouble: 'closed' };
  const found = isWritten ? written : await findServers(address, outside.network);
  if (found === null) return { trouble: 'none' };
  const imap = await reached(found.imap, 'imap', rules, outside.lookUp);
  const smtp = await reached(found.smtp, 'smtp', rules, outside.lookUp);
  if ('trouble' in imap) return imap;
  if ('trouble' in smtp) return smtp;
  return { imap, smtp, user: found.user === '' ? address : found.user };
}

/** The admin's own, or a public one. Its name is looked up here and again at each connection, and checked each time. */
async function reached(
  server: FoundServer,
  kind: 'imap' | 'smtp',
  rules: ServerRules,
  lookUp: LookUp,
): Promise<ServerAt | { readonly trouble: ServersTrouble }> {
  const known = serverNamed(rules, kind, server);
  if (known !== null) return known;
  if (rules.closedNetwork) return { trouble: 'closed' };
  const host = hostName(server.host);
  if (host === null) return { trouble: 'not-public' };
  if (!MAIL_PORTS.includes(server.port)) return { trouble: 'port' };
  try {
    await publicAddress(host, lookUp);
  } catch (error) {
    return { trouble: errorCode(error) === 'host-unknown' ? 'none' : 'not-public' };
  }
  return { ...server, host, ca: null, reach: publicReach(lookUp) };
}

/** A server that the admin named, by host and port; null where it is none. */
export function serverNamed(
  { servers }: Pick<ServerRules, 'servers'>,
  kind: 'imap' | 'smtp',
  { host, port }: { readonly host: string; readonly port: number },
): ServerAt | null {
  const found = servers.find((one) => one[kind].host === host && one[kind].port === port);
  return found === undefined ? null : { ...found[kind], reach: null };
}

/** Looks a name up once for a connection, and refuses the inside. */
export function publicReach(lookUp: LookUp): Reach {
  return (host) => publicAddress(host, lookUp);
}

/** Of an address whose domain is no name of the Internet, such as `users@intranet`: the admin may have named it. */
function domainAsWritten(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
