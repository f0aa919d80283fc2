/**
 * Paused addresses on the way of a mail: whom it leaves out, what is said of that and how often. Whoever is left out
 * stands in no header; they are written down with the mail, so that `!mail unpause` sends it to them too.
 */
import type { Account } from '../bridge/account/account.ts';
import { renderLeftOut, renderPaused } from '../bridge/delivery/status-told.ts';
import { notice } from '../bridge/notice/notices.ts';
import { isNobody, meantFor } from '../bridge/recipients/recipients.ts';
import { leftOutOf, withoutPaused } from '../bridge/recipients/left-out.ts';
import type { AccountId, EventId, Recipients, ThreadId, UserId } from '../bridge/types.ts';
import { noteLeftOut, pausedAmong, withhold } from '../db/mail-tables/delivery-status.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import type { Queryable, Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { addressKey } from '../mail/address.ts';
import type { Address } from '../mail/types.ts';
import type { JobDeps } from '../handling/deps.ts';

/** The recipients as they stand at this moment: without whom the account sends nothing to, with who is back. */
export async function goingTo(db: Queryable, account: AccountId, recipients: Recipients): Promise<Recipients> {
  const paused = await pausedAmong(db, account, meantKeys(recipients));
  return goingWithout(
    recipients,
    paused.map(({ address }) => address),
  );
}

/** By `addressKey`, whoever is meant to get it. */
export function meantKeys(recipients: Recipients): string[] {
  const { to, cc, bcc = [] } = meantFor(recipients);
  return [...to, ...cc, ...bcc].map(({ address }) => addressKey(address));
}

/** The recipients without those whose address is paused, with who is back. */
export function goingWithout(recipients: Recipients, paused: readonly Address[]): Recipients {
  return withoutPaused(recipients, new Set(paused.map(addressKey)));
}

/** Holds a mail back, as it is frozen, from whom it leaves out, and tells so where that was not told. */
export async function withholdPaused(
  tx: Transaction,
  deps: JobDeps,
  account: Account,
  mail: Outgoing,
  lastEvent: EventId | null,
): Promise<void> {
  const out = leftOutOf(mail.recipients).map(({ address }) => address);
  if (out.length === 0) return;
  await withhold(tx, mail.outgoing, out);
  if (lastEvent !== null) await tellLeftOut(tx, deps, account, { ...mail, event: lastEvent });
}

/**
 * Says who is left out and how to bring them back: once for each address in a conversation, to whoever writes the first
 * mail that leaves them out. Where nobody is left its author is told each time: nothing is mailed.
 */
export async function tellLeftOut(
  tx: Transaction,
  deps: JobDeps,
  account: Account,
  mail: Pick<Outgoing, 'outgoing' | 'recipients'> & {
    readonly thread: ThreadId;
    readonly author: UserId;
    readonly event: EventId;
  },
): Promise<void> {
  const keys = leftOutOf(mail.recipients).map(({ address }) => addressKey(address));
  if (keys.length === 0) return;
  const out = await pausedAmong(tx, account.id, keys);
  const nobody = isNobody(mail.recipients);
  const rows = out.map(({ address, since }) => ({ key: addressKey(address), since }));
  const news = new Set(await noteLeftOut(tx, { account: account.id, thread: mail.thread }, rows));
  const told = nobody ? out : out.filter(({ address }) => news.has(addressKey(address)));
  if (told.length === 0) return;
  await addSend(
    tx,
    notice(deps.ids, {
      place: { account: account.id, thread: mail.thread, room: null },
      bot: deps.ghosts.bot,
      purpose: { kind: 'paused', of: mail.outgoing },
      said: nobody ? renderPaused(told, account) : renderLeftOut(told, account),
      replyTo: mail.event,
      mention: mail.author,
      outgoing: mail.outgoing,
    }),
  );
}
