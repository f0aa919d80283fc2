/** How far mails of ours came, in words. Pure. */
import type { Say, VariantOf } from './words.ts';

/** How a recipient of a mail stands, as people are told. */
export type Standing = VariantOf<'delivery-standing-'>;

/** Nothing is sent to an address since a day; `why` is a sentence, or '' where the reason is not known. */
export function pausedSince(say: Say, address: string, date: string, why: string): string {
  return why === ''
    ? say('delivery-paused-since-without-why', { address, date })
    : say('delivery-paused-since', { address, date, why });
}

/** A mail leaves an address out to which nothing is sent since a day; `why` as with `pausedSince`. */
export function leftOutSince(say: Say, address: string, date: string, why: string): string {
  return why === ''
    ? say('delivery-left-out-without-why', { address, date })
    : say('delivery-left-out', { address, date, why });
}

/** A mail was larger than the server takes; `limit` is null where the server does not say what it takes. */
export function mailTooLarge(say: Say, size: string, limit: string | null): string {
  return limit === null
    ? say('commands-too-large-without-limit', { size })
    : say('commands-too-large', { size, limit });
}
