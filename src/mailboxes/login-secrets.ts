/** The secrets of a login on its way. Of each only the hash is stored; all but the code cannot be guessed. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { AccountId } from '../bridge/types.ts';

/** 256 bits, for links and cookies. */
export function newLoginSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a text may be such a secret: nothing else is looked up. */
export function isLoginSecret(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

export function loginHash(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest();
}

/** The key of an account that somebody brings: it says nothing of them. */
export function newMailboxKey(): AccountId {
  return `own-${randomBytes(8).toString('hex')}` as AccountId;
}

/** Six digits. How often one may be guessed is bounded by its row. */
export function newLoginCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

export function loginCodeHash(link: Uint8Array, code: string): Uint8Array {
  return createHash('sha256').update(link).update(code).digest();
}

/** What a form of a page holds, made of the cookie: whoever cannot read the page cannot make it. */
export function formToken(cookie: string): string {
  return createHash('sha256').update(`form ${cookie}`).digest('base64url');
}

/** Whether two of these are the same; takes as long whatever is in them. */
export function isSameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
