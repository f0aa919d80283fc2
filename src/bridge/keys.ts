/**
 * The keys behind ids and tokens. Each version of the key is a secret of the config and a way to derive from it, with a
 * number that the database keeps (`key_versions`): what was made under a version stays understood as long as the
 * config has its secret. What is new is made under the current one.
 */
import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** The letters that stand before a token. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * current: what is new is made under it. retired: what was made under it is understood. leaked: somebody else may have
 * it, so that what it says counts only for what our own rows show that we made.
 */
export type KeyState = 'current' | 'retired' | 'leaked';

/** plain: the secret itself is the key of everything, as before versions were. purpose: one key for each purpose. */
export type KeyDerivation = 'plain' | 'purpose';

export interface KeyVersion {
  /** From 1; never given twice. */
  readonly version: number;
  readonly secret: string;
  readonly derivation: KeyDerivation;
  readonly state: KeyState;
}

/** What a key is for. Whoever learns the key of one purpose has that of no other. */
const PURPOSES = [
  'ids',
  'transaction-id',
  'message-id',
  'own-header',
  'envelope-id',
  'return-path',
  'thread-token',
  'probe',
  'hop',
  'login',
  'erasure',
  'guest-person',
  'guest-link',
] as const;
export type KeyPurpose = (typeof PURPOSES)[number];

/** A version with the keys that come of it. */
export interface DerivedKey extends Omit<KeyVersion, 'secret'> {
  /** As Node holds a key: an HMAC with one costs 5 µs, with the bytes of one 18 µs (Node 24), and a mail has dozens. */
  readonly keys: Readonly<Record<KeyPurpose, KeyObject>>;
  /** The letter by which a token named the secret of a plain version; null for every other. */
  readonly letter: string | null;
}

/** Bytes of a derived key; that of SHA-256. */
const KEY_BYTES = 32;

/** The keys of a version: HKDF-SHA-256 (RFC 5869) with the purpose as `info`, or the secret itself for all. */
export function deriveKeys({ secret, ...version }: KeyVersion): DerivedKey {
  const plain = version.derivation === 'plain';
  const keyFor = (purpose: KeyPurpose): KeyObject =>
    plain ? createSecretKey(secret, 'utf8') : createSecretKey(derived(secret, `key ${purpose}`));
  const keys = PURPOSES.map((purpose) => [purpose, keyFor(purpose)] as const);
  return {
    ...version,
    keys: Object.fromEntries(keys) as DerivedKey['keys'],
    letter: plain ? plainLetter(secret) : null,
  };
}

/**
 * By what a secret is known again without being kept: 32 hex digits, derived like a key and used as none. A secret of
 * 32 random bytes cannot be found from it.
 */
export function secretFingerprint(secret: string): string {
  return Buffer.from(derived(secret, 'fingerprint').subarray(0, 16)).toString('hex');
}

/**
 * The seed of the Ed25519 key (RFC 8032 section 5.1.5) that signs what leaves for good, as an export: whoever has the
 * public key can see that this Mailroom wrote it, and can sign nothing.
 */
export function signingSeed(secret: string): Uint8Array {
  return derived(secret, 'signing seed');
}

function derived(secret: string, info: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, 'mailroom', info, KEY_BYTES));
}

/**
 * The letter of a version in tokens. Versions and secrets are more than letters, so that several may share one: a
 * letter says which keys are tried, and never which is believed.
 */
export function versionLetter(version: number): string {
  return LETTERS.charAt((version - 1) % LETTERS.length);
}

/** As it was derived before versions were stored. */
function plainLetter(secret: string): string {
  return LETTERS.charAt((createHmac('sha256', secret).update('token-version').digest()[0] ?? 0) % LETTERS.length);
}

/** One version that is current, as whoever has only a secret uses it. */
export function onlyKey(secret: string): KeyVersion[] {
  return [{ version: 1, secret, derivation: 'purpose', state: 'current' }];
}
