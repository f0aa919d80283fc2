/**
 * The turn of a mail among those of its conversation (`bridge/delivery/mail-order.ts`): what it waits for, and whom it
 * leaves behind.
 */
import type { Account } from '../bridge/account/account.ts';
import { decideTurn } from '../bridge/delivery/mail-order.ts';
import type { MailTurn } from '../bridge/delivery/mail-order.ts';
import type { MessageKey } from '../bridge/types.ts';
import type { MailNow } from '../db/mail-tables/mail-now.ts';
import { loadOutgoing } from '../db/mail-tables/outgoing.ts';
import type { Transaction } from '../db/pool.ts';
import type { JobDeps } from '../handling/deps.ts';
import { tell } from '../handling/delivery-signs.ts';

/**
 * Milliseconds until it is asked again whether an earlier mail has left: longer, the more of them are before it and the
 * more often it was asked. Whoever is before it wakes it; this is for where that was missed.
 */
const EARLIER_MS = 250;
const EARLIER_MOST_MS = 30_000;

/**
 * Milliseconds after which a mail that waits for others asks again.
 *
 * @param tries how often it has asked, from 1
 */
export function askAgainAfter(behind: number, tries: number): number {
  return Math.min(EARLIER_MOST_MS, behind * tries * EARLIER_MS);
}

/** Whether it is the turn of a mail whose hold is over. */
export function turnOfMail({ mail, earlier }: MailNow): MailTurn {
  const { to, cc, bcc = [] } = mail.recipients;
  const people = [...to, ...cc, ...bcc].map(({ address }) => address);
  return decideTurn({ author: mail.author, to: people }, earlier);
}

/** Tells the authors of mails that the relay still defers, once for each, that a later one leaves before them. */
export async function tellPassed(
  tx: Transaction,
  deps: JobDeps,
  account: Account,
  passes: readonly MessageKey[],
): Promise<void> {
  for (const outgoing of passes) {
    const mail = await loadOutgoing(tx, outgoing);
    if (mail?.state === 'deferred') await tell(tx, deps, account, mail, { kind: 'passed' }, false);
  }
}
