/**
 * What is signed for good, so that whoever has the public key sees that this Mailroom wrote it, and can sign nothing
 * (Ed25519, RFC 8032; `signingSeed`). What is signed begins with what it is, so that a signature is good for nothing
 * else.
 */
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { signingSeed } from './keys.ts';

/** PKCS #8 and SubjectPublicKeyInfo of an Ed25519 key (RFC 8410), before its 32 bytes. */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

/** Whose it is, and over what. */
export interface SignedText {
  /** The public key, hex. */
  readonly key: string;
  /** Base64. */
  readonly signature: string;
}

/** The public key by which all that is signed under a secret is known, hex. */
export function publicKeyOf(secret: string): string {
  return signingKey(secret).key;
}

export function signText(secret: string, text: string): SignedText {
  const { secretKey, key } = signingKey(secret);
  return { key, signature: sign(null, Buffer.from(text), secretKey).toString('base64') };
}

/** Whether the key that it names has signed it: anybody can write any key beside a text. False for what is no key. */
export function isSigned({ key, signature }: SignedText, text: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(key)) return false;
  const spki = Buffer.concat([PUBLIC, Buffer.from(key, 'hex')]);
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'));
}

function signingKey(secret: string): { readonly secretKey: KeyObject; readonly key: string } {
  const der = Buffer.concat([PRIVATE, signingSeed(secret)]);
  const secretKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(secretKey).export({ format: 'der', type: 'spki' });
  return { secretKey, key: spki.subarray(PUBLIC.length).toString('hex') };
}
