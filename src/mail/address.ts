import { domainToASCII, domainToUnicode } from 'node:url';
import { withoutRemarks } from '../base/trim.ts';
import { decodeWords } from './charset/charset.ts';
import type { Address, Person } from './types.ts';

/**
 * RFC 5321 section 4.5.3.1.3 allows 256 with the angle brackets; 64 for the local part, which long VERP addresses
 * exceed in the wild.
 */
const longest = 254;

/**
 * Characters of a quoted string; without a bound, quotes that never close would each be followed to the end of the
 * field.
 */
const longestQuoted = 1000;

/**
 * Reads one bare address (`local@domain`, with or without angle brackets). The domain comes out in lower case and in
 * its Unicode form (RFC 5890), the local part as it was written. Null for anything else: the codec behind every
 * `Address`.
 *
 * Tolerated, since real addresses have it: dots in a row or at the end of a local part (Docomo, EZweb), underscores in
 * a domain, a domain literal (RFC 5321 section 4.1.3), a domain of one label. Never tolerated: control characters,
 * spaces, brackets or commas outside a quoted local part.
 */
export function parseAddress(text: string): Address | null {
  const trimmed = text
    .trim()
    .replace(/^<([^<>]*)>$/, '$1')
    .normalize('NFC');
  // RFC 5322 section 4.4: an obsolete route `@a,@b:local@domain` names relays, not the person.
  const spec = /^@[^:]*:/.test(trimmed) ? trimmed.slice(trimmed.indexOf(':') + 1) : trimmed;
  const at = spec.lastIndexOf('@');
  if (at < 1 || spec.length > longest) return null;
  const local = parseLocal(spec.slice(0, at));
  const domain = parseDomain(spec.slice(at + 1));
  return local === null || domain === null ? null : brand(`${local}@${domain}`);
}

/** Whether a letter of it was lost before it came to us (U+FFFD): nobody can be reached by it. */
export function isDamaged(address: Address): boolean {
  return address.includes('\ufffd');
}

/**
 * The key under which two spellings of an address are the same: all in lower case, as every mail system in use compares
 * them.
 */
export function addressKey(address: Address): string {
  return address.toLowerCase();
}

/** Whether two addresses reach the same mailbox as far as spelling goes; plus-details count (see `withoutDetail`). */
export function sameAddress(a: Address, b: Address): boolean {
  return addressKey(a) === addressKey(b);
}

/** The address without its detail (`ann+list@x` is `ann@x`, RFC 5233); unchanged where there is none. */
export function withoutDetail(address: Address, separator = '+'): Address {
  const at = address.lastIndexOf('@');
  const plus = address.indexOf(separator);
  return plus > 0 && plus < at && !address.startsWith('"')
    ? brand(address.slice(0, plus) + address.slice(at))
    : address;
}

/** The detail of `ann+detail@x`, or null. */
export function detailOf(address: Address, separator = '+'): string | null {
  const at = address.lastIndexOf('@');
  const plus = address.indexOf(separator);
  return plus > 0 && plus < at && !address.startsWith('"') ? address.slice(plus + separator.length, at) : null;
}

/** The domain of an address, Unicode, lower case. */
export function domainOf(address: Address): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/**
 * For people: `Name <address>`, or the bare address where the name says nothing more. Never for a header field: the
 * composer quotes and encodes.
 */
export function formatPerson(person: Person): string {
  const name = person.name.trim();
  return name === '' || name.toLowerCase() === person.address.toLowerCase()
    ? person.address
    : `${name} <${person.address}>`;
}

/**
 * The people of an address field (RFC 5322 section 3.4), in order, groups opened, each address once (the first with a
 * name wins). What is no mailbox is passed over; a field that is not encoded by the rules (an encoded word around the
 * whole, names in quotes that hold encoded words, comments as names) is read as its sender meant it. An encoded word
 * never yields a second address: `=?utf-8?q?boss=40corp?= <x@y>` is x@y.
 *
 * @param value the unfolded field, not decoded
 * @param most how many to read at most; the rest is passed over
 */
export function parsePeople(value: string, most = Number.POSITIVE_INFINITY): Person[] {
  const people = new Map<string, Person>();
  for (const mailbox of mailboxes(value)) {
    const found = readMailbox(mailbox);
    for (const person of found.length > 0 ? found : readEncodedWhole(mailbox)) {
      const key = addressKey(person.address);
      const known = people.get(key);
      if (known === undefined && people.size >= most) return [...people.values()];
      if (known === undefined || (known.name === '' && person.name !== ''))
        people.set(key, known === undefined ? person : { ...known, name: person.name });
    }
  }
  return [...people.values()];
}

type Token = {
  readonly kind: 'text' | 'quoted' | 'comment' | 'angle';
  readonly text: string;
  readonly spaced: boolean;
};

/** Splits a field at commas, semicolons and group names into the tokens of one mailbox each. One pass, linear. */
function* mailboxes(value: string): Generator<Token[]> {
  let tokens: Token[] = [];
  let at = 0;
  let spaced = false;
  while (at < value.length) {
    const char = value.charAt(at);
    if (char === ',' || char === ';' || char === ':') {
      // A colon ends the name of a group (RFC 5322 section 3.4), and a semicolon the group; Outlook separates people by
      // semicolons.
      if (char !== ':' && tokens.length > 0) yield tokens;
      tokens = [];
      at += 1;
      spaced = false;
    } else if (/\s/.test(char)) {
      at += 1;
      spaced = true;
    } else {
      const [token, end] = nextToken(value, at, spaced);
      tokens.push(token);
      at = end;
      spaced = false;
    }
  }
  if (tokens.length > 0) yield tokens;
}

function nextToken(value: string, at: number, spaced: boolean): [Token, number] {
  const char = value.charAt(at);
  if (char === '"') {
    const [text, end] = delimited(value, at, '"');
    // A quote that never closes is an ordinary character to its writer.
    return end > value.length ? plain(value, at, spaced) : [{ kind: 'quoted', text, spaced }, end];
  }
  if (char === '(') {
    const [text, end] = comment(value, at);
    return [{ kind: 'comment', text, spaced }, end];
  }
  if (char === '<') {
    const close = value.indexOf('>', at);
    const end = close < 0 ? value.length : close;
    return [{ kind: 'angle', text: value.slice(at + 1, end), spaced }, end + 1];
  }
  return plain(value, at, spaced);
}

function plain(value: string, at: number, spaced: boolean): [Token, number] {
  const rest = /[\s,;:<("]/g;
  rest.lastIndex = at + 1;
  const stop = rest.exec(value)?.index ?? value.length;
  // A colon inside `[IPv6:...]` is part of the domain (RFC 5321 section 4.1.3).
  const literal = value.slice(at, stop).includes('@[') ? value.slice(stop, stop + longest).indexOf(']') : -1;
  const end = literal >= 0 ? stop + literal + 1 : stop;
  return [{ kind: 'text', text: value.slice(at, end), spaced }, end];
}

/**
 * The text of a quoted string without its escapes; an end beyond the value says that it never closes, or not within
 * reason.
 */
function delimited(value: string, at: number, close: string): [string, number] {
  let text = '';
  let i = at + 1;
  for (; i < value.length && value[i] !== close; i += 1) {
    if (i - at > longestQuoted) return ['', value.length + 1];
    if (value[i] === '\\' && i + 1 < value.length) i += 1;
    text += value.charAt(i);
  }
  return [text, i < value.length ? i + 1 : value.length + 1];
}

function comment(value: string, at: number): [string, number] {
  let depth = 0;
  let text = '';
  for (let i = at; i < value.length; i += 1) {
    const char = value.charAt(i);
    if (char === '\\' && i + 1 < value.length) text += value.charAt((i += 1));
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else text += char;
    if (depth === 0) return [text, i + 1];
  }
  return [text, value.length];
}

/** The people between two commas: one, or none, or several whose commas are missing. */
function readMailbox(tokens: readonly Token[]): Person[] {
  const angles = tokens.flatMap((token, i) => {
    const address =
      token.kind === 'angle' ? (parseAddress(token.text) ?? parseAddress(withoutSpace(token.text))) : null;
    return address === null ? [] : [{ i, address }];
  });
  if (angles.length > 0)
    return angles.map(({ i, address }, n) => ({
      name: nameOf(tokens.slice(n === 0 ? 0 : (angles[n - 1]?.i ?? 0) + 1, i), tokens.slice(i + 1, angles[n + 1]?.i)),
      address,
    }));
  if (tokens.some((token) => token.kind === 'angle' && token.text.trim() !== '')) return [];
  return readBare(tokens);
}

function readBare(tokens: readonly Token[]): Person[] {
  const words = tokens.filter((token) => token.kind === 'text' || token.kind === 'quoted');
  const written = words.map((word) =>
    word.kind === 'quoted' ? `"${word.text.replace(/["\\]/g, '\\$&')}"` : word.text,
  );
  // `local@domain`, perhaps with a quoted local part or spaces around its dots (RFC 5322 section 4.4), perhaps with a
  // comment as its name.
  const whole = parseAddress(withoutSpace(written.join(' ')));
  if (whole !== null) return [{ name: nameOf([], tokens), address: whole }];
  const addresses = words.flatMap((word) => (word.kind === 'text' ? (parseAddress(word.text) ?? []) : []));
  const [only] = addresses;
  if (addresses.length === words.length) return addresses.map((address) => ({ name: '', address }));
  // `Ann Example ann@example.org` without brackets, as some devices write it: exactly one word may be an address.
  if (addresses.length !== 1 || only === undefined) return [];
  return [
    {
      name: nameOf(
        words.filter((word) => parseAddress(word.text) === null),
        [],
      ),
      address: only,
    },
  ];
}

/** The name before an address, or else the comments around it. */
function nameOf(before: readonly Token[], after: readonly Token[]): string {
  const words = before.filter((token) => token.kind === 'text' || token.kind === 'quoted');
  const remarks = [...before, ...after].filter((token) => token.kind === 'comment').map((token) => token.text);
  return displayName(phrase(words) || remarks.join(' '));
}

function withoutSpace(text: string): string {
  return withoutRemarks(text)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?([.@]) ?/g, '$1');
}

/**
 * Some senders put the whole `Name <address>` into one encoded word (RFC 2047 section 5 forbids it). Read only where
 * nothing else is there.
 */
function readEncodedWhole(tokens: readonly Token[]): Person[] {
  const raw = phrase(tokens.filter((token) => token.kind !== 'comment'));
  const decoded = decodeWords(raw);
  if (decoded === raw || decoded.includes('=?')) return [];
  const inner = [...mailboxes(decoded)];
  return inner.length === 1 && inner[0] !== undefined ? readMailbox(inner[0]).slice(0, 1) : [];
}

function phrase(words: readonly Token[]): string {
  return words.map((word, i) => (i > 0 && word.spaced ? ' ' : '') + word.text).join('');
}

/**
 * A display name decoded, on one line, without control characters or quotes around it. Bidi marks stay: who judges
 * names must see them.
 */
function displayName(raw: string): string {
  const name = decodeWords(raw)
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim();
  const unquoted = /^(["'])(.*)\1$/.exec(name)?.[2] ?? name;
  return unquoted.trim().slice(0, 500).toWellFormed();
}

function parseLocal(local: string): string | null {
  if (local.startsWith('"') && local.endsWith('"') && local.length > 2) {
    const inner = local.slice(1, -1);
    if (/[\u0000-\u001f\u007f]/.test(inner) || /(?<!\\)(?:\\\\)*"/.test(inner)) return null;
    const text = inner.replace(/\\(.)/g, '$1');
    return /^[^\s"(),:;<>@[\\\]]+$/.test(text) ? text : local;
  }
  return /^[^\s\u0000-\u001f\u007f-\u009f"(),:;<>@[\\\]]+$/.test(local) ? local : null;
}

function parseDomain(written: string): string | null {
  const domain = written.trim().replace(/\.$/, '').toLowerCase();
  if (/^\[(?:ipv6:)?[0-9a-f.:]+\]$/.test(domain)) return domain;
  if (!/^[\p{L}\p{M}\p{N}_-]+(?:[.。][\p{L}\p{M}\p{N}_-]+)*$/u.test(domain)) return null;
  if (/^[a-z0-9_.-]+$/.test(domain) && !domain.includes('xn--')) return domain;
  // '' says that the labels are no valid IDNA; such a domain has no mail, and its look-alikes must not enter.
  const unicode = domainToASCII(domain) === '' ? '' : domainToUnicode(domain);
  return unicode === '' || unicode.includes('�') ? null : unicode;
}

function brand(text: string): Address {
  return text as Address;
}
