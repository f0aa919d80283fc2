/**
 * The token of a thread in a plus-address (`support+token@ours`, RFC 5233): it brings an answer into its thread where a
 * mail program wrote neither In-Reply-To nor References. It chooses the thread and identifies nobody, since one copy of
 * a mail goes to many.
 *
 * Form: one letter for the version of the key, thirteen that begin the thread's id (65 bits), thirteen of an HMAC over
 * account (`IdKey.nameOf`) and that beginning (65 bits); small letters and digits only, as mail systems keep addresses.
 * With a name of up to 36 characters the local part stays within 64 (RFC 5321 section 4.5.3.1.1).
 */
import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { withoutDetail } from '../mail/address.ts';
import { RECIPIENT_FIELDS } from '../mail/header/read-header.ts';
import type { Address, MailHeader } from '../mail/types.ts';
import { versionLetter } from './keys.ts';
import type { DerivedKey } from './keys.ts';
import type { AccountName, ThreadId } from './types.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const HALF = 13;
const TOKEN = new RegExp(`^([a-z])([a-z2-7]{${HALF}})([a-z2-7]{${HALF}})$`);

/**
 * One key of tokens.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export interface TokenKey {
  readonly version: number;
  readonly key: KeyObject;
  /** The letter in front of its tokens; several keys may share one. */
  readonly letter: string;
  readonly leaked: boolean;
}

/** The keys behind tokens, the one of new tokens first. Old ones stay as long as mails with them may be answered. */
export type TokenKeys = readonly [TokenKey, ...TokenKey[]];

/** What a token says. */
export interface TokenStart {
  /** How the id of the thread begins. At most one thread of an account begins so (2^-65). */
  readonly start: string;
  /**
   * The version of a leaked key that made it, where no other did: it counts only for a thread that has a mail of ours
   * with a token of that version. Null where nobody else can have made it.
   */
  readonly leaked: number | null;
}

/** The token keys of versions, the current one first. */
export function tokenKeysOf(keys: readonly DerivedKey[]): TokenKeys {
  const [first, ...rest] = keys.map((key): TokenKey => {
    const { version, state, letter } = key;
    const named = letter ?? versionLetter(version);
    return { version, key: key.keys['thread-token'], letter: named, leaked: state === 'leaked' };
  });
  if (first === undefined) throw new Error('No key for the tokens of threads');
  return [first, ...rest];
}

/** The token of a thread, made with the current key. */
export function makeThreadToken([{ key, letter }]: TokenKeys, account: AccountName, thread: ThreadId): string {
  const start = thread.slice(0, HALF);
  return `${letter}${start}${mac(key, letter, account, start)}`;
}

/** An address of the account with the token of a thread in it. Null where the local part would be too long. */
export function tokenAddress(address: Address, token: string): Address | null {
  const base = withoutDetail(address);
  const at = base.lastIndexOf('@');
  const local = `${base.slice(0, at)}+${token}`;
  return base.startsWith('"') || Buffer.byteLength(local) > 64 ? null : (`${local}${base.slice(at)}` as Address);
}

/**
 * What a token says; null for what was not made for this account with one of the keys. Every key of its letter is
 * tried, each comparison takes the same time for every token of the right form.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function readThreadToken(keys: TokenKeys, account: AccountName, token: string): TokenStart | null {
  const match = TOKEN.exec(token.toLowerCase());
  if (match === null) return null;
  const [, letter = '', start = '', given = ''] = match;
  const made = keys.filter(
    (one) =>
      one.letter === letter && timingSafeEqual(Buffer.from(mac(one.key, letter, account, start)), Buffer.from(given)),
  );
  const [first] = made;
  if (first === undefined) return null;
  return { start, leaked: made.every(({ leaked }) => leaked) ? first.version : null };
}

/**
 * What the tokens in a mail's recipient addresses say, each once, most telling field first.
 *
 * @param isOwn whether an address, detail left aside, is the account's
 */
export function tokensOf(
  { recipients }: Pick<MailHeader, 'recipients'>,
  keys: TokenKeys,
  account: AccountName,
  isOwn: (address: Address) => boolean,
): TokenStart[] {
  const found = new Map<string, TokenStart>();
  for (const name of RECIPIENT_FIELDS) {
    for (const { field, address, detail } of recipients) {
      const said = field === name && isOwn(address) ? readThreadToken(keys, account, detail) : null;
      if (said !== null) found.set(`${said.start} ${said.leaked ?? ''}`, said);
    }
  }
  return [...found.values()];
}

function mac(key: KeyObject, ...parts: readonly string[]): string {
  const hash = createHmac('sha256', key);
  for (const part of ['thread-token', ...parts]) hash.update(`${Buffer.byteLength(part)}:${part}`);
  let text = '';
  for (const byte of hash.digest().subarray(0, HALF)) text += ALPHABET.charAt(byte & 31);
  return text;
}
