/**
 * The reactions that the bot sets by itself. Each is exactly one emoji: homeservers with the rules of TI-Messenger
 * refuse every other key of a reaction (gematik, "TI-M Client", reactions).
 */
import type { DeliverySign } from './status.ts';

/** On a message that is mailed when its hold is over. */
export const TAKEN = '✉️';

/** How a mail as a whole stands. */
export const DELIVERY_SIGNS: Readonly<Record<DeliverySign, string>> = {
  sent: '✔️',
  deferred: '⏳',
  failed: '⚠️',
  unknown: '❓',
  delivered: '☑️',
  read: '👁️',
};
