/**
 * A report on a mail of ours: found by its return path (VERP), its ENVID, the Message-ID or the keyed header that it
 * returns, in this order. What is proven moves the recipients it is about, and is told once for each of them and each
 * state; what is not is shown and changes nothing. Deliveries and receipts change the sign on the message and say
 * nothing.
 */
import type { Account } from '../bridge/account/account.ts';
import { decideReport } from '../bridge/arrival/reported-mail.ts';
import { deliverySignOf } from '../bridge/delivery/status.ts';
import type { RecipientReport, ReportSource, DeliveryStatus } from '../bridge/delivery/status.ts';
import { reportSends } from '../bridge/delivery/status-told.ts';
import type { PartSend, MessageKey } from '../bridge/types.ts';
import { eventOfGuestMail } from '../db/guest-tables/guest-mails.ts';
import { claim, climb, lockDelivery, markBounced, pauseAddress } from '../db/mail-tables/delivery-status.ts';
import type { DeliveryRow } from '../db/mail-tables/delivery-status.ts';
import { mailEvents, standsAt } from '../db/mail-tables/outgoing-messages.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import type { Transaction } from '../db/pool.ts';
import { addressKey } from '../mail/address.ts';
import type { Report } from '../mail/report/report.ts';
import type { Address } from '../mail/types.ts';
import { showStatus } from '../handling/delivery-signs.ts';
import type { JobDeps } from '../handling/deps.ts';

/** A report, the mail of ours that it is about, and what proves it. */
interface ReportOnMail {
  readonly report: Report;
  readonly mail: Outgoing;
  readonly source: ReportSource;
}

/**
 * Does what a report says, and gives the sends that tell it: those of the mail itself where nothing of ours is known of
 * it, none where the sign says all or it was told before, else the bot's answer to the message.
 *
 * @param message the report itself
 */
export async function recordReport(
  tx: Transaction,
  deps: JobDeps,
  account: Account,
  { report, mail, source }: ReportOnMail,
  message: MessageKey,
  sends: readonly PartSend[],
): Promise<readonly PartSend[]> {
  const rows = await lockDelivery(tx, [mail.outgoing]);
  const { moved, claimed, old } = decideReport(report, source, rows, account.address);
  for (const { address, delivery } of claimed) await claim(tx, mail.outgoing, address, delivery);
  const nowPaused: Address[] = [];
  for (const finding of moved) {
    await climb(tx, mail.outgoing, finding, message);
    if (await paused(tx, account, mail, finding)) nowPaused.push(finding.address);
  }
  if (moved.length > 0) await showWhole(tx, deps, mail, rows, moved);
  const news = moved.some(({ delivery }) => delivery === 'bounced' || delivery === 'delayed');
  if (!news && claimed.length === 0) return moved.length + old > 0 ? [] : sends;
  const events = (await mailEvents(tx, mail.outgoing)).filter(({ state }) => state === 'in');
  const last = events.at(-1);
  const event = last === undefined ? await eventOfGuestMail(tx, mail.outgoing) : standsAt(last);
  if (event === null) return sends;
  const effects = { event, author: mail.author, paused: nowPaused, unproven: !news };
  return reportSends(sends, effects, deps.ghosts.bot, account.language);
}

async function paused(tx: Transaction, account: Account, mail: Outgoing, found: RecipientReport): Promise<boolean> {
  if (found.delivery !== 'bounced' || !found.hard) return false;
  const { address, reason, status, words } = found;
  return pauseAddress(
    tx,
    account.id,
    { key: addressKey(address), address, reason: reason ?? 'other', status, words },
    mail.outgoing,
  );
}

/** The sign shows the mail as a whole; while its outcome is open, or it is being sent, that is what it shows. */
async function showWhole(
  tx: Transaction,
  deps: JobDeps,
  mail: Outgoing,
  rows: readonly DeliveryRow[],
  moved: readonly RecipientReport[],
): Promise<void> {
  if (moved.some(({ delivery }) => delivery === 'bounced')) await markBounced(tx, mail.outgoing);
  if (mail.state === 'trying') return;
  const deliveries = rows.map(
    ({ address, delivery }): DeliveryStatus =>
      moved.find((finding) => finding.address === address)?.delivery ?? delivery,
  );
  const sign = deliverySignOf(deliveries);
  await showStatus(tx, deps, mail, mail.state === 'unknown' && deliveries.includes('waiting') ? 'unknown' : sign);
}
