/** Reads the SRV records by which a domain names its mail servers (RFC 6186, RFC 8314). Pure. */
import type { SrvRecord } from 'node:dns';
import { hostName } from './offer.ts';
import type { FoundServer } from './offer.ts';

/** The services of each kind, best first, with how they are spoken to. RFC 8314 section 3.3 prefers TLS at once. */
export const SERVICES = {
  imap: [
    { service: '_imaps._tcp', security: 'tls' },
    { service: '_imap._tcp', security: 'starttls' },
  ],
  smtp: [
    { service: '_submissions._tcp', security: 'tls' },
    { service: '_submission._tcp', security: 'starttls' },
  ],
} as const;

/** The server of the best record (RFC 2782); null where the domain says that it has none (`.`), or names no host. */
export function readService(records: readonly SrvRecord[], security: FoundServer['security']): FoundServer | null {
  const best = [...records].sort((a, b) => a.priority - b.priority || b.weight - a.weight);
  for (const { name, port } of best.slice(0, 20)) {
    const host = hostName(name);
    if (host !== null && port >= 1 && port <= 65_535) return { host, port, security };
  }
  return null;
}
