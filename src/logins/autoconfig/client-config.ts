/**
 * Reads what a domain publishes about its mail servers (config-v1.1.xml, as Thunderbird asks for it; the format is at
 * wiki.mozilla.org/Thunderbird:Autoconfiguration:ConfigFileFormat). Pure. A stranger writes the file: nothing in it is
 * expanded or fetched, and what does not fit is left out.
 */
import { findAll, getChildren, textContent } from 'domutils';
import { isTag } from 'domhandler';
import type { Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { hostName, partsOf } from './offer.ts';
import type { FoundServer, FoundServers } from './offer.ts';

/** Characters of a file that are read; real ones have 2 to 10 KB. */
const FILE_MAX = 64 * 1024;

/** The first servers with TLS and a login by password that it names; null where it names none. */
export function readClientConfig(xml: string, address: string): FoundServers | null {
  const document = parseDocument(xml.slice(0, FILE_MAX), { xmlMode: true, decodeEntities: true });
  const provider = findAll(({ name }) => name === 'emailProvider', document.children)[0];
  if (provider === undefined) return null;
  const servers = getChildren(provider).filter(isTag);
  const imap = firstOf(servers, 'incomingServer', 'imap', address);
  const smtp = firstOf(servers, 'outgoingServer', 'smtp', address);
  if (imap === null || smtp === null) return null;
  return { imap: imap.server, smtp: smtp.server, user: imap.user };
}

function firstOf(servers: readonly Element[], name: string, type: string, address: string) {
  for (const one of servers) {
    if (one.name !== name || one.attribs['type']?.toLowerCase() !== type) continue;
    const server = serverOf(one);
    const user = filled(valueOf(one, 'username'), address);
    const ways = valuesOf(one, 'authentication');
    // Passwords go over TLS whatever these say; a server that takes tokens alone names no other way.
    const takesPassword = ways.length === 0 || ways.some((way) => /^(?:password-|plain$|secure$)/i.test(way));
    if (server !== null && user !== null && takesPassword) return { server, user };
  }
  return null;
}

function serverOf(one: Element): FoundServer | null {
  const host = hostName(valueOf(one, 'hostname'));
  const port = portOf(valueOf(one, 'port'));
  const security = { ssl: 'tls', starttls: 'starttls' } as const;
  const socket = valueOf(one, 'socketType').toLowerCase();
  if (host === null || port === null || (socket !== 'ssl' && socket !== 'starttls')) return null;
  return { host, port, security: security[socket] };
}

function portOf(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}

/** Null where it is another name than one made of the address: it would be the login of somebody else. */
function filled(template: string, address: string): string | null {
  const parts = partsOf(address);
  if (parts === null) return null;
  switch (template.toUpperCase()) {
    case '':
    case '%EMAILADDRESS%':
      return address;
    case '%EMAILLOCALPART%':
      return parts.local;
    default:
      return null;
  }
}

function valueOf(one: Element, name: string): string {
  return valuesOf(one, name)[0] ?? '';
}

function valuesOf(one: Element, name: string): string[] {
  return getChildren(one)
    .filter(isTag)
    .filter((child) => child.name === name)
    .map((child) => textContent(child).trim());
}
