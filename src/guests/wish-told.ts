/** A guest has said how often they want mail: they are told, once, and what waits for them is looked at. */
import type { Account } from '../bridge/account/account.ts';
import type { GuestDelivery } from '../bridge/guest/guest.ts';
import type { MessageKey } from '../bridge/types.ts';
import type { GuestRow } from '../db/guest-tables/guests.ts';
import type { Transaction } from '../db/pool.ts';
import type { JobDeps } from '../handling/deps.ts';
import { mailNotice } from '../outgoing/mail-notice.ts';
import { words } from '../words/words.ts';
import { tellGuest } from './guest-wake.ts';

/**
 * @param said.guests the person as a guest of each of their rooms; at least one
 * @param said.delivery null for nothing for now
 * @param said.of the mail that says so
 */
export async function tellWish(
  tx: Transaction,
  deps: Pick<JobDeps, 'ids'>,
  account: Account,
  said: { readonly guests: readonly GuestRow[]; readonly delivery: GuestDelivery | null; readonly of: MessageKey },
): Promise<void> {
  const { guests, delivery, of } = said;
  const [first] = guests;
  if (first === undefined) return;
  const say = words(account.language);
  await mailNotice(tx, deps, account, {
    of,
    purpose: 'guest-wish',
    to: { name: first.name, address: first.address },
    subject: say('guests-chosen-subject'),
    text:
      delivery === null
        ? say('guests-chosen-pause', { now: say('guests-word-now') })
        : say(`guests-chosen-${delivery}`),
    cause: 'auto-replied',
    answers: null,
  });
  for (const guest of guests.toSorted((a, b) => (a.thread < b.thread ? -1 : 1))) {
    if (guest.state === 'active') await tellGuest(tx, guest, of);
  }
}
