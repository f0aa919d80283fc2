import type { Language } from '../words.ts';
import type { ParseLimits } from '../types.ts';
import type { Parsed } from './work.ts';

/** What a thread is asked to do with the bytes that follow. */
export type Task =
  | { readonly kind: 'parse'; readonly limits: ParseLimits; readonly language: Language }
  | { readonly kind: 'file'; readonly limits: ParseLimits; readonly index: number };

/** What the pool says to a thread. A task is begun, then its bytes follow, then their end; one task at a time. */
export type ToThread =
  | { readonly type: 'begin'; readonly task: Task }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | { readonly type: 'end' }
  /** The consumer took one `piece`. */
  | { readonly type: 'taken' };

/** What a thread says to the pool. */
export type FromThread =
  /** One `bytes` was consumed; the next may come. */
  | { readonly type: 'consumed' }
  | { readonly type: 'parsed'; readonly parsed: Parsed }
  | { readonly type: 'file'; readonly found: boolean }
  | { readonly type: 'piece'; readonly bytes: Uint8Array }
  | { readonly type: 'done' };

/** How many messages of bytes may be under way in either direction before the sender waits. */
export const window = 4;

/** The codec at the thread's side: only the pool writes to its threads. */
export function toThread(value: unknown): ToThread {
  return value as ToThread;
}

/** The codec at the pool's side: only its threads write to it. */
export function fromThread(value: unknown): FromThread {
  return value as FromThread;
}
