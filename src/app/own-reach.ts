/** Where the servers of members' own mailboxes are connected to. */
import type { AccountConfig, Config } from '../config/config.ts';
import { systemLookUp } from '../logins/autoconfig/network.ts';
import { publicReach, serverNamed } from '../mailboxes/servers-for.ts';
import type { ServerAt } from '../mailboxes/servers-for.ts';

/** One for all: settings are compared, and a new function would be another setting. */
const PUBLIC = publicReach(systemLookUp);

/**
 * How a server of an account is reached that a member brought: with the certificates of the admin where the admin
 * named it, else at public addresses alone, looked at anew at each connection. Nothing for other accounts.
 */
export function reachOfOwn(
  { logins }: Pick<Config, 'logins'>,
  { own, ...account }: AccountConfig,
  kind: 'imap' | 'smtp',
): Partial<Pick<ServerAt, 'ca' | 'reach'>> {
  if (own === null || own.owner === null) return {};
  const known = serverNamed(logins, kind, account[kind]);
  return known === null ? { reach: PUBLIC } : { ca: known.ca };
}
