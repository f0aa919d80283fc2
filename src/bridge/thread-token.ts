/**
 * The token of a thread in a plus-address (`support+token@ours`, RFC 5233): it brings an answer into its thread where a mail program wrote
 * neither In-Reply-To nor References. It chooses the thread and identifies nobody, since one copy of a mail goes to many.
 *
 * Form: one character for the version of the key, thirteen that begin the thread's id (65 bits), thirteen of an HMAC over account and that
 * beginning (65 bits); small letters and digits only, as mail systems keep addresses. With a name of up to 36 characters the local part
 * stays within 64 (RFC 5321 section 4.5.3.1.1).
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { addressKey, detailOf, parsePeople, withoutDetail } from '../mail/address.ts';
import type { Address, HeaderField } from '../mail/types.ts';
import type { AccountId, ThreadId } from './types.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const HALF = 13;
const TOKEN = new RegExp(`^([a-z])([a-z2-7]{${HALF}})([a-z2-7]{${HALF}})$`);

/** The secrets behind tokens by their version, a letter each. Old ones stay as long as mails with their tokens may be answered. */
export interface TokenKeys {
  readonly current: string;
  readonly secrets: ReadonlyMap<string, string>;
}

/** The token of a thread, made with the current key. Throws where the current version has no secret: a fault of the caller. */
export function makeThreadToken(keys: TokenKeys, account: AccountId, thread: ThreadId): string {
  const secret = keys.secrets.get(keys.current);
  if (secret === undefined || !/^[a-z]$/.test(keys.current)) throw new Error('No key for the tokens of threads');
  const start = thread.slice(0, HALF);
  return `${keys.current}${start}${mac(secret, keys.current, account, start)}`;
}

/** An address of the account with the token of a thread in it. Null where the local part would be too long. */
export function tokenAddress(address: Address, token: string): Address | null {
  const base = withoutDetail(address);
  const at = base.lastIndexOf('@');
  const local = `${base.slice(0, at)}+${token}`;
  return base.startsWith('"') || Buffer.byteLength(local) > 64 ? null : (`${local}${base.slice(at)}` as Address);
}

/**
 * How the id of the thread begins that a token names; null for what was not made for this account with one of the keys. The comparison takes
 * the same time for every token of the right form. At most one thread of an account begins so (2^-65).
 */
export function readThreadToken(keys: TokenKeys, account: AccountId, token: string): string | null {
  const match = TOKEN.exec(token.toLowerCase());
  if (match === null) return null;
  const [, version = '', start = '', given = ''] = match;
  const secret = keys.secrets.get(version);
  // An unknown version costs the same as a wrong token.
  const expected = mac(secret ?? '', version, account, start);
  return timingSafeEqual(Buffer.from(expected), Buffer.from(given)) && secret !== undefined ? start : null;
}

/**
 * Where a mail was delivered to, most telling first: what the delivering server wrote, then what was resent, then what the sender wrote. A
 * plus-address in Bcc stands in the first ones only. One header field can hold several addresses.
 */
const RECIPIENT_FIELDS = ['delivered-to', 'envelope-to', 'x-envelope-to', 'x-original-to', 'resent-to', 'to', 'cc'];

/**
 * The beginnings of the threads that the tokens in a mail's recipient addresses name, each once, most telling field first. Bounded: of a
 * mail with thousands of recipients the first 500 are read.
 *
 * @param isOwn whether an address, detail left aside, is the account's
 */
export function tokensOf(
  headers: readonly HeaderField[],
  keys: TokenKeys,
  account: AccountId,
  isOwn: (address: Address) => boolean,
): string[] {
  const found = new Set<string>();
  for (const name of RECIPIENT_FIELDS) {
    for (const field of headers) {
      if (field.name !== name) continue;
      for (const { address } of parsePeople(field.value, 500)) {
        const detail = detailOf(address);
        const start = detail !== null && isOwn(address) ? readThreadToken(keys, account, detail) : null;
        if (start !== null) found.add(start);
      }
    }
  }
  return [...found];
}

/** Whether two addresses are the same mailbox once their details are taken off. */
export function sameMailbox(a: Address, b: Address): boolean {
  return addressKey(withoutDetail(a)) === addressKey(withoutDetail(b));
}

function mac(secret: string, ...parts: readonly string[]): string {
  const hash = createHmac('sha256', secret);
  for (const part of ['thread-token', ...parts]) hash.update(`${Buffer.byteLength(part)}:${part}`);
  let text = '';
  for (const byte of hash.digest().subarray(0, HALF)) text += ALPHABET.charAt(byte & 31);
  return text;
}
