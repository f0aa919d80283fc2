/**
 * Reads the trace (RFC 5321 section 4.4) as far as our own servers wrote it: how a mail came to us, and whether its
 * sender had logged in. Servers write what strangers said into these fields (HELO, the envelope, an ident), so that the
 * reader is strict: what it cannot read without a doubt counts against the sender.
 */
import { hasControls, readComment } from './comments.ts';
import type { HeaderField, MailHeader, Received } from '../types.ts';

/** How a mail came to our own servers. */
export type Submission =
  /** Somebody who had logged in at one of our servers gave it to us. */
  | { readonly kind: 'inside'; readonly by: string; readonly login: string | null }
  /**
   * A strange server did: `ip` is its address, null where the field does not tell it alone. `by` is null where the
   * field cannot be read: then the mail counts as from outside, and nothing below the field is believed.
   */
  | { readonly kind: 'outside'; readonly by: string | null; readonly ip: string | null; readonly helo: string }
  | { readonly kind: 'unknown' };

/** Fields of the trace that are looked at. */
const MOST_HOPS = 20;
/**
 * Characters of one field; servers write some hundred. A longer one is not cut, since what is cut off may be theirs.
 */
const LONGEST_HOP = 8000;

/**
 * Walks the Received fields from the top, as long as one of our own servers wrote them and had the mail from itself or
 * from another of ours. Ends where the mail entered: everything below that was written by strangers, whatever it says.
 *
 * @param hosts our servers: names (`mail.ours.example`, `*.ours.example`) for what they wrote, addresses and networks
 *   (`10.0.0.0/8`) for whom they had it from. A name is never believed for a client: it is what the client said.
 */
export function submissionOf({ trace }: Pick<MailHeader, 'trace'>, hosts: readonly string[]): Submission {
  const hops = trace.flatMap((one) => (one.is === 'received' ? [one.hop] : [])).slice(0, MOST_HOPS);
  for (const hop of hosts.length === 0 ? [] : hops) {
    if (hop === null) return { kind: 'outside', by: null, ip: null, helo: '' };
    if (!isOurHost(hop.by, hosts)) return { kind: 'unknown' };
    // RFC 3848: ESMTPA, ESMTPSA, LMTPA, and RFC 6531's UTF8SMTPSA; the A says that AUTH was used.
    if (/^(?:E|UTF8)SMTPS?A$/.test(hop.protocol)) return { kind: 'inside', by: hop.by, login: hop.login };
    const { helo, addresses } = hop.client ?? { helo: '', addresses: [] };
    if (addresses.length === 0) {
      // Delivery inside one machine: a socket, a pipe, or no client at all.
      if (hop.client === null || /^(?:LMTP|LOCAL|UTF8LMTP)/.test(hop.protocol)) continue;
      return { kind: 'outside', by: hop.by, ip: null, helo: '' };
    }
    // Servers write what the client called itself beside its address, each in another place: all must be ours.
    if (addresses.every((address) => isOurAddress(address, hosts))) continue;
    const [ip = null] = addresses;
    return { kind: 'outside', by: hop.by, ip: addresses.length === 1 ? ip : null, helo };
  }
  return { kind: 'unknown' };
}

/**
 * Reads one Received field, left to right. Null where it cannot be read without a doubt: it is too long, holds a
 * control character, a bracket or quotation mark without its partner, or more than one `by`, `with` or `id` outside of
 * comments and quoted strings. The protocol is the first `with` behind `by`, before `id`, `for` and the date.
 */
export function parseReceived(value: string): Received | null {
  if (value.length > LONGEST_HOP || hasControls(value)) return null;
  const all = tokens(value);
  if (all === null) return null;
  const keywords = all.map(({ kind, text }) => (kind === 'word' ? text.toLowerCase() : ''));
  const places = (word: string) => keywords.filter((one) => one === word).length;
  if (places('by') > 1 || places('with') > 1 || places('id') > 1) return null;
  const by = keywords.indexOf('by');
  const before = by < 0 ? [] : all.slice(0, by);
  const after = by < 0 ? [] : all.slice(by + 1);
  const host = after.find(({ kind }) => kind !== 'comment');
  if (by >= 0 && host?.kind !== 'word') return null;
  const from = keywords[0] === 'from' ? before.slice(1).map(({ text }) => text) : [];
  const clause = from.join(' ');
  const helo = /^[^\s()[\]]{1,1000}/.exec(clause)?.[0] ?? '';
  return {
    client: clause === '' ? null : { helo, addresses: addressesIn(clause) },
    by: (host?.text ?? '').toLowerCase().replace(/\.$/, ''),
    protocol: protocolIn(after),
    login: loginIn(from),
  };
}

function protocolIn(after: readonly Token[]): string {
  const end = after.findIndex(({ kind, text }) => kind === 'word' && /^(?:id|for|;)$/i.test(text));
  const clauses = end < 0 ? after : after.slice(0, end);
  const using = clauses.findIndex(({ kind, text }) => kind === 'word' && /^with$/i.test(text));
  const protocol = using < 0 ? undefined : clauses[using + 1];
  return protocol?.kind === 'word' ? protocol.text.toUpperCase() : '';
}

/** The last comment before `by` is the server's: one that the client put into its name stands before it. */
function loginIn(from: readonly string[]): string | null {
  const last = from.findLast((word) => word.startsWith('('));
  const login = /^\(\s*authenticated sender:\s*([^\s()]{1,320})\s*\)$/i.exec(last ?? '')?.[1];
  return login ?? null;
}

interface Token {
  /** A semicolon is a word of its own. */
  readonly kind: 'word' | 'comment' | 'quoted' | 'path';
  readonly text: string;
}

/** Words, comments, quoted strings and paths in angle brackets; null for what does not follow that grammar. Linear. */
function tokens(value: string): Token[] | null {
  const found: Token[] = [];
  for (let at = 0; at < value.length;) {
    const char = value.charAt(at);
    if (/\s/.test(char)) {
      at += 1;
      continue;
    }
    const kind = char === '(' ? 'comment' : char === '"' ? 'quoted' : char === '<' ? 'path' : 'word';
    const end = ends[kind](value, at);
    const text = value.slice(at, end);
    if (end < 0 || swallowsClauses(text)) return null;
    found.push({ kind, text });
    at = end;
  }
  return found;
}

/**
 * Whether one token holds a server's by and with clauses: then a stranger opened it before them (HELO) and closed it
 * behind them (an address). No server writes both words into a comment.
 */
function swallowsClauses(text: string): boolean {
  return /[\s(]by\s/i.test(text) && /[\s()]with\s/i.test(text);
}

/** Where what begins at `start` ends; -1 for nowhere. */
const ends: Readonly<Record<Token['kind'], (value: string, start: number) => number>> = {
  comment: (value, start) => readComment(value, start)?.end ?? -1,
  quoted: (value, start) => {
    const end = quotedEnd(value, start);
    // One that reaches over what servers write between brackets was opened by a stranger, and closed by another.
    return /[()<>]/.test(value.slice(start, end)) ? -1 : end;
  },
  path: pathEnd,
  word: wordEnd,
};

function quotedEnd(value: string, start: number): number {
  for (let at = start + 1; at < value.length; at += 1) {
    const char = value.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '"') return at + 1;
  }
  return -1;
}

/** A path holds brackets, blanks and quotation marks within quotation marks alone (RFC 5321 section 4.1.2). */
function pathEnd(value: string, start: number): number {
  for (let at = start + 1; at < value.length;) {
    const char = value.charAt(at);
    if (char === '>') return at + 1;
    if (char === '"') {
      at = quotedEnd(value, at);
      if (at < 0) return -1;
    } else if (/[\s()<\\]/.test(char)) return -1;
    else at += 1;
  }
  return -1;
}

function wordEnd(value: string, start: number): number {
  if (value.charAt(start) === ';') return start + 1;
  let at = start;
  while (at < value.length && !/[\s(";<]/.test(value.charAt(at))) {
    // Outside of comments and quoted strings these have no partner and no meaning.
    if (/[)>\\]/.test(value.charAt(at))) return -1;
    at += 1;
  }
  return at;
}

/** Characters of an IPv6 address with an IPv4 address in it. */
const LONGEST_ADDRESS = 45;

/** Every IP address in a from clause: in brackets, or alone between spaces, parentheses and signs. */
function addressesIn(from: string): string[] {
  // RFC 5321 section 4.1.3 writes `[IPv6:...]`.
  const words = from.replace(/\bipv6:/gi, ' ').match(/[0-9a-f:.]+/gi) ?? [];
  const short = words.filter((word) => word.length <= LONGEST_ADDRESS).map((word) => word.toLowerCase());
  return [...new Set(short)].filter((word) => ipNumber(word) !== null);
}

/**
 * Whether a name is one of the list, where `*.ours.example` stands for everything below it. Addresses in the list match
 * nothing.
 */
export function isOurHost(name: string, hosts: readonly string[]): boolean {
  return hosts.some((host) => {
    const pattern = host.toLowerCase();
    return pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : name === pattern;
  });
}

/**
 * Whether an address is of this machine, or of the list's addresses and networks.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
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
 * The envelope sender (RFC 5321 section 4.4: Return-Path, written at final delivery on top of everything), '' for the
 * null path. Null where the topmost one stands below a Received field: then a stranger may have written it.
 */
export function envelopeSender(headers: readonly HeaderField[]): string | null {
  const field = headers.find(({ name }) => name === 'return-path' || name === 'received');
  const path = field?.name === 'return-path' ? /^\s*<([^<>]*)>\s*$/.exec(field.value)?.[1] : undefined;
  return path?.trim() ?? null;
}
