/**
 * Finds the mail servers of an address, from its domain alone: what the domain publishes (autoconfig), its SRV records,
 * and, where it has its mail elsewhere, what the domain of that server publishes. Each question is bounded, and none
 * goes inside. Nobody but the domain and its mail host hears that somebody asked; the address is told to none of them.
 */
import type { MxRecord, SrvRecord } from 'node:dns';
import { getDomain } from 'tldts';
import { readClientConfig } from './client-config.ts';
import { hostName, partsOf } from './offer.ts';
import type { FoundServer, FoundServers } from './offer.ts';
import { readService, SERVICES } from './service-records.ts';

/** What is asked of the network; each answers with nothing where there is nothing. */
export interface Network {
  readonly services: (name: string) => Promise<readonly SrvRecord[]>;
  readonly exchangers: (domain: string) => Promise<readonly MxRecord[]>;
  /** The text at a public https address; null where there is none. */
  readonly text: (url: string) => Promise<string | null>;
}

/** Null where the address leads to no server. */
export async function findServers(address: string, network: Network): Promise<FoundServers | null> {
  const parts = partsOf(address);
  if (parts === null) return null;
  return (
    (await published(parts.domain, address, network)) ??
    (await recorded(parts.domain, address, network)) ??
    (await ofMailHost(parts.domain, address, network))
  );
}

async function published(domain: string, address: string, network: Network): Promise<FoundServers | null> {
  const places = [
    `https://autoconfig.${domain}/mail/config-v1.1.xml`,
    `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`,
  ];
  const files = await Promise.all(places.map((place) => network.text(place)));
  for (const file of files) {
    const found = file === null ? null : readClientConfig(file, address);
    if (found !== null) return found;
  }
  return null;
}

/** RFC 6186. Section 4: the user logs in with the address. */
async function recorded(domain: string, address: string, network: Network): Promise<FoundServers | null> {
  const [imap, smtp] = await Promise.all([serviceOf('imap', domain, network), serviceOf('smtp', domain, network)]);
  return imap === null || smtp === null ? null : { imap, smtp, user: address };
}

async function serviceOf(kind: keyof typeof SERVICES, domain: string, network: Network): Promise<FoundServer | null> {
  const answers = SERVICES[kind].map(async ({ service, security }) =>
    readService(await network.services(`${service}.${domain}`), security),
  );
  return (await Promise.all(answers)).find((server) => server !== null) ?? null;
}

/** As Thunderbird does it: the registered domain of the host that takes the mail. */
async function ofMailHost(domain: string, address: string, network: Network): Promise<FoundServers | null> {
  const [best] = [...(await network.exchangers(domain))].sort((a, b) => a.priority - b.priority);
  const host = best === undefined ? null : hostName(best.exchange);
  const registered = host === null ? null : getDomain(host);
  if (registered === null || registered === domain) return null;
  return (await published(registered, address, network)) ?? (await recorded(registered, address, network));
}
