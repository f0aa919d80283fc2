/** Reads the trace (RFC 5321 section 4.4) as far as our own servers wrote it: how a mail came to us, and whether its sender had logged in. */
import type { HeaderField } from './types.ts';

export interface Received {
  /** Everything of the from clause, comments included; '' where there is none. */
  readonly from: string;
  /** The host that wrote it, lower case. */
  readonly by: string;
  /** The protocol in upper case (RFC 3848), '' where it says none. */
  readonly protocol: string;
  /** Who had logged in, where the server says so (Postfix `smtpd_sasl_authenticated_header`, Sendmail), else null. */
  readonly login: string | null;
}

/** How a mail came to our own servers. */
export type Submission =
  /** Somebody who had logged in at one of our servers gave it to us. */
  | { readonly kind: 'inside'; readonly by: string; readonly login: string | null }
  /** A strange server did: `ip` is its address, null where the field does not tell it alone. */
  | { readonly kind: 'outside'; readonly by: string; readonly ip: string | null; readonly helo: string }
  | { readonly kind: 'unknown' };

/** Fields of the trace that are looked at. */
const MOST_HOPS = 20;

/**
 * Walks the Received fields from the top, as long as one of our own servers wrote them and had the mail from itself or from another of ours. Ends
 * where the mail entered: everything below that was written by strangers, whatever it says.
 *
 * @param hosts our servers: names (`mail.ours.example`, `*.ours.example`) for what they wrote, addresses and networks (`10.0.0.0/8`) for whom they
 *   had it from. A name is never believed for a client: it is what the client said.
 */
export function submissionOf(headers: readonly HeaderField[], hosts: readonly string[]): Submission {
  const hops = headers.filter(({ name }) => name === 'received').slice(0, MOST_HOPS);
  for (const { value } of hosts.length === 0 ? [] : hops) {
    const hop = parseReceived(value);
    if (hop === null || !isOurHost(hop.by, hosts)) return { kind: 'unknown' };
    // RFC 3848: ESMTPA, ESMTPSA, LMTPA, and RFC 6531's UTF8SMTPSA; the A says that AUTH was used.
    if (/^(?:E|UTF8)SMTPS?A$/.test(hop.protocol)) return { kind: 'inside', by: hop.by, login: hop.login };
    const addresses = addressesIn(hop.from);
    if (addresses.length === 0) {
      // Delivery inside one machine: a socket, a pipe, or no client at all.
      if (hop.from === '' || /^(?:LMTP|LOCAL|UTF8LMTP)/.test(hop.protocol)) continue;
      return { kind: 'outside', by: hop.by, ip: null, helo: '' };
    }
    // Servers write what the client called itself beside its address, each in another place: all must be ours.
    if (addresses.every((address) => isOurAddress(address, hosts))) continue;
    const [ip = null] = addresses;
    const helo = /^[^\s()[\]]+/.exec(hop.from)?.[0] ?? '';
    return { kind: 'outside', by: hop.by, ip: addresses.length === 1 ? ip : null, helo };
  }
  return { kind: 'unknown' };
}

/**
 * Reads one Received field, null where it has no by clause or cannot be read. A client chooses what it calls itself, and some servers write that down
 * with spaces and all: of several clauses of one name the last is the server's.
 */
export function parseReceived(value: string): Received | null {
  const words = tokens(value.slice(0, 4000));
  if (words === null) return null;
  const by = words.findLastIndex((word) => /^by$/i.test(word));
  const host = words.slice(by + 1).find((word) => !word.startsWith('('));
  if (by < 0 || host === undefined) return null;
  const after = words.slice(by + 1);
  const using = after.findLastIndex((word) => /^with$/i.test(word));
  const before = words.slice(0, by);
  const from = /^from$/i.test(before[0] ?? '') ? before.slice(1) : [];
  return {
    from: from.join(' '),
    by: host.toLowerCase().replace(/[.;]+$/, ''),
    protocol: using < 0 ? '' : (after[using + 1] ?? '').toUpperCase().replace(/;$/, ''),
    login: loginIn(from),
  };
}

/** The last comment before `by` is the server's: one that the client put into its name stands before it. */
function loginIn(from: readonly string[]): string | null {
  const last = from.findLast((word) => word.startsWith('('));
  const login = /^\(\s*authenticated sender:\s*([^\s()]{1,320})\s*\)$/i.exec(last ?? '')?.[1];
  return login ?? null;
}

/** Words, with comments, quoted strings and what is in angle brackets as one word each; null where one never closes. */
function tokens(value: string): string[] | null {
  const found: string[] = [];
  for (let at = 0; at < value.length;) {
    const char = value.charAt(at);
    if (/\s/.test(char)) {
      at += 1;
      continue;
    }
    const end = char === '(' ? commentEnd(value, at) : wordEnd(value, at);
    if (end < 0) return null;
    found.push(value.slice(at, end));
    at = end;
  }
  return found;
}

function commentEnd(value: string, start: number): number {
  let depth = 0;
  for (let at = start; at < value.length; at += 1) {
    const char = value[at];
    if (char === '\\') at += 1;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return -1;
}

function wordEnd(value: string, start: number): number {
  let at = start;
  while (at < value.length && !/[\s(]/.test(value.charAt(at))) {
    const char = value.charAt(at);
    const close = char === '"' ? '"' : char === '<' ? '>' : null;
    if (close === null) at += 1;
    else {
      const end = value.indexOf(close, at + 1);
      if (end < 0) return -1;
      at = end + 1;
    }
  }
  return at;
}

/** Every IP address in a from clause: in brackets, or alone between spaces, parentheses and signs. */
function addressesIn(from: string): string[] {
  // RFC 5321 section 4.1.3 writes `[IPv6:...]`.
  const words = from.replace(/\bipv6:/gi, ' ').match(/[0-9a-f:.]+/gi) ?? [];
  return [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => ipNumber(word) !== null);
}

/** Whether a name is one of the list, where `*.ours.example` stands for everything below it. Addresses in the list match nothing. */
export function isOurHost(name: string, hosts: readonly string[]): boolean {
  return hosts.some((host) => {
    const pattern = host.toLowerCase();
    return pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : name === pattern;
  });
}

/** Whether an address is of this machine, or of the list's addresses and networks. */
export function isOurAddress(address: string, hosts: readonly string[]): boolean {
  const own = ['127.0.0.0/8', '::1', ...hosts];
  return own.some((host) => inNetwork(address, host));
}

function inNetwork(address: string, network: string): boolean {
  const [base = '', length] = network.split('/');
  const [a, b] = [ipNumber(address), ipNumber(base)];
  if (a?.bits !== b?.bits || a === null || b === null) return false;
  const prefix = length === undefined ? a.bits : Number(length);
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > a.bits) return false;
  const shift = BigInt(a.bits - prefix);
  return a.value >> shift === b.value >> shift;
}

/** RFC 4291 section 2.2, with IPv4 in its last part; an IPv4 address mapped into IPv6 is that IPv4 address. */
function ipNumber(text: string): { bits: 32 | 128; value: bigint } | null {
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (four !== null) {
    const octets = four.slice(1).map(Number);
    return octets.every((octet) => octet < 256) ? { bits: 32, value: joined(octets, 8n) } : null;
  }
  const tail = /^(.*:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text);
  const inner = tail === null ? null : ipNumber(tail[2] ?? '');
  if (tail !== null && inner === null) return null;
  const hex = (value: bigint) => value.toString(16);
  const plain = inner === null ? text : `${tail?.[1] ?? ''}${hex(inner.value >> 16n)}:${hex(inner.value & 0xffffn)}`;
  const halves = plain.split('::');
  if (halves.length > 2 || !/^[0-9a-f:]+$/i.test(plain) || !plain.includes(':')) return null;
  const [head = [], rest = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - rest.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...rest];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  const value = joined(groups.map((group) => Number.parseInt(group, 16)), 16n); // prettier-ignore
  return value >> 32n === 0xffffn ? { bits: 32, value: value & 0xffffffffn } : { bits: 128, value };
}

function joined(parts: readonly number[], bits: bigint): bigint {
  return parts.reduce((value, part) => (value << bits) | BigInt(part), 0n);
}

/**
 * The envelope sender (RFC 5321 section 4.4: Return-Path, written at final delivery on top of everything), '' for the null path. Null where the topmost
 * one stands below a Received field: then a stranger may have written it.
 */
export function envelopeSender(headers: readonly HeaderField[]): string | null {
  const field = headers.find(({ name }) => name === 'return-path' || name === 'received');
  const path = field?.name === 'return-path' ? /^\s*<([^<>]*)>\s*$/.exec(field.value)?.[1] : undefined;
  return path?.trim() ?? null;
}
