/**
 * Secrets sealed: AES-256-GCM, bound to the account and the field that they are of and to the version of the key. What
 * was moved to another row, changed, or sealed with another key does not open.
 */
import { timingSafeEqual } from 'node:crypto';
import type { webcrypto } from 'node:crypto';
import { MailroomError } from '../base/errors.ts';
import type { AccountId } from '../bridge/types.ts';

/** Which secret of an account it is, in the words of the config; the last is given by an OAuth 2.0 server. */
export type SecretField = 'imap.password' | 'smtp.password' | 'oauth2.client_secret' | 'oauth2.refresh_token';

/** Where a secret stands; it opens nowhere else. */
export interface SecretPlace {
  readonly account: AccountId;
  readonly field: SecretField;
}

/** One version of the key. */
export interface SealingKey {
  readonly version: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What is stored of a secret. */
export interface Sealed {
  readonly version: number;
  readonly nonce: Uint8Array;
  readonly sealed: Uint8Array;
}

/**
 * Why a secret cannot be sealed or opened. file: the file of the key cannot be used. lost: there is no such file, and
 * something was sealed. missing: the file lacks this version. other: its key of this version is another. changed: what
 * is stored is not what was sealed for this place.
 */
export type SealFailureKind = 'file' | 'lost' | 'missing' | 'other' | 'changed';

/** A secret cannot be sealed or opened. `message` says what to do, and holds nothing of a secret or a key. */
export class SealFailure extends MailroomError {
  readonly kind: SealFailureKind;

  constructor(kind: SealFailureKind, message: string, cause?: unknown) {
    super(`seal-${kind}`, message, cause === undefined ? {} : { cause });
    this.name = 'SealFailure';
    this.kind = kind;
  }
}

/** The file of the key is not there, and something was sealed with it. */
export function keyLost(path: string): SealFailure {
  return new SealFailure(
    'lost',
    `the file of the sealing key, ${path} (secrets.key_file), is not there: put it back from the backup. Where it is ` +
      'lost for good: "mailroom secret lost", then give the passwords anew',
  );
}

export const KEY_BYTES = 32;
/** NIST SP 800-38D section 8.2.2: random nonces of 96 bits, far below 2^32 of them a key. */
const NONCE_BYTES = 12;

/** Seals a text with a new nonce. */
export async function seal(key: SealingKey, place: SecretPlace, text: string): Promise<Sealed> {
  if (!text.isWellFormed()) throw new MailroomError('secret-no-text', `${nameOf(place)} is no text that can be stored`);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: boundTo(place, key.version) },
    await imported(key, 'encrypt'),
    new TextEncoder().encode(text),
  );
  return { version: key.version, nonce, sealed: new Uint8Array(sealed) };
}

/** The text again. Throws SealFailure where it was not sealed with this key for this place. */
export async function unseal(key: SealingKey, place: SecretPlace, { nonce, sealed }: Sealed): Promise<string> {
  try {
    const text = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: new Uint8Array(nonce), additionalData: boundTo(place, key.version) },
      await imported(key, 'decrypt'),
      new Uint8Array(sealed),
    );
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text);
  } catch {
    // What the library says of it is one word for all reasons.
    throw new SealFailure(
      'changed',
      `${nameOf(place)} does not open: its row was changed or comes from elsewhere. Give the secret anew`,
    );
  }
}

/** Tells keys apart, and says nothing of them: they are random. */
export async function fingerprintOfKey({ bytes }: SealingKey): Promise<Uint8Array> {
  const purpose = new TextEncoder().encode('mailroom sealing key\0');
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.concat([purpose, bytes]))).slice(0, 16);
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** A secret, in words: never its value. */
export function nameOf({ account, field }: SecretPlace): string {
  return `accounts.${account}.${field}`;
}

function boundTo({ account, field }: SecretPlace, version: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(['mailroom sealed secret', 1, account, field, version]));
}

function imported({ bytes }: SealingKey, use: 'encrypt' | 'decrypt'): Promise<webcrypto.CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, [use]);
}
