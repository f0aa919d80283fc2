/**
 * The delivery status: how far a mail of ours came at each of its recipients. The relay's answer brings it to
 * `accepted`; what is known after that comes in reports, and anybody can write a report. So a report moves a recipient
 * only where something proves that it comes from the mail's way (`proofOf`); what nothing proves is shown and changes
 * nothing. Pure.
 */
import { addressKey, domainOf } from '../../mail/address.ts';
import type { ReportReason } from '../../mail/report/reason-kind.ts';
import type { Report, ReportedRecipient } from '../../mail/report/report.ts';
import type { Address } from '../../mail/types.ts';

/** How an account wants to know what became of its mails. */
export interface DeliverySettings {
  /** A return path of its own for each recipient (VERP); needs plus-addresses that are delivered. */
  readonly verp: boolean;
  /** What the relay is asked to report (RFC 3461): failures and delays, or deliveries too. */
  readonly reports: 'failures' | 'all';
  /** Whether readers are asked for a receipt (RFC 8098). */
  readonly receipts: boolean;
}

/** Failures and delays only. */
export const plainDelivery: DeliverySettings = { verp: false, reports: 'failures', receipts: false };

/**
 * Where a recipient stands. waiting and deferred: the relay has not taken it. accepted: it has. delayed: a server
 * further on goes on trying. refused: the relay said no. paused: withheld, since an earlier mail bounced. bounced,
 * delivered, read: what a report said.
 */
export type DeliveryStatus =
  'waiting' | 'deferred' | 'accepted' | 'refused' | 'paused' | 'delayed' | 'bounced' | 'delivered' | 'read';

/** The statuses that a report can bring a recipient to. */
export type ReportedStatus = Extract<DeliveryStatus, 'delayed' | 'bounced' | 'delivered' | 'read'>;

/**
 * Which status replaces which: a higher one is never taken back by a lower one. Who has read a mail has it, whatever
 * bounces from a forward of it.
 */
const RANK: Readonly<Record<ReportedStatus | 'accepted', number>> = {
  accepted: 0,
  delayed: 1,
  delivered: 2,
  bounced: 3,
  read: 4,
};

/** Whether the relay has taken the mail for this recipient, whatever came of it further on. */
export function isTaken(delivery: DeliveryStatus): boolean {
  return Object.hasOwn(RANK, delivery);
}

/**
 * Whether a report that is proven moves a recipient from one status to another. What the relay refused, or never got,
 * has no copy that could bounce. What it deferred it may have taken after all where an answer was lost.
 */
export function advances(from: DeliveryStatus, to: ReportedStatus): boolean {
  switch (from) {
    case 'refused':
    case 'paused':
      return false;
    case 'waiting':
    case 'deferred':
      return true;
    case 'accepted':
    case 'delayed':
    case 'delivered':
    case 'bounced':
    case 'read':
      return RANK[to] > RANK[from];
  }
}

/** What proves that a report comes from a mail's way. */
export type Proof =
  /** It came to the return path that only this recipient's servers know (VERP). */
  | 'return-path'
  /** It names the ENVID, which stands in no mail and which only servers on its way know (RFC 3461 section 4.4). */
  | 'envelope-id'
  /** It returns the keyed header of a mail that had no other recipient. */
  | 'only-recipient'
  /** Its sender is vouched for, and of the recipient's domain or of ours. */
  | 'sender';

/** What is known of a report besides what it says. */
export interface ReportSource {
  /** By what the mail was found. */
  readonly by: 'return-path' | 'envelope-id' | 'message-id' | 'header';
  /** The recipient whose return path it came to, null where it came to another. */
  readonly returned: Address | null;
  /** The only address of its From where its sender is vouched for, else null. */
  readonly sender: Address | null;
  /** Whether whoever can send to this account is known (`authentication: none`). */
  readonly closed: boolean;
  /**
   * Whether it has a return path, and that is not the null one: RFC 3464 section 2 and RFC 8098 section 3 want `<>`.
   */
  readonly answerable: boolean;
  /** Whether the keyed header of our mail is in what it returns. */
  readonly header: boolean;
}

/**
 * What proves a report about one recipient, null where nothing does. The Message-ID proves nothing: it stands in every
 * answer that anybody gets. A report that is known by its words alone proves nothing, wherever it came: a program that
 * answers for somebody writes to the return path as well, and quotes what it answers.
 *
 * @param recipients everybody whom the mail was handed over for
 * @param own the account's own address
 */
export function proofOf(
  { kind, by }: Pick<Exclude<Report, { readonly kind: 'arf' }>, 'kind' | 'by'>,
  source: ReportSource,
  recipient: Address,
  recipients: readonly Address[],
  own: Address,
): Proof | null {
  if (by === 'words') return null;
  if (source.returned !== null && addressKey(source.returned) === addressKey(recipient)) return 'return-path';
  if (source.by === 'envelope-id') return 'envelope-id';
  const { sender } = source;
  if (sender !== null) {
    if (source.closed || addressKey(sender) === addressKey(recipient)) return 'sender';
    const domain = domainOf(sender);
    // A provider has many customers: only its own domain speaks for its servers.
    const server = /^(?:mailer-daemon|postmaster|microsoftexchange\w*)$/i.test(
      sender.slice(0, sender.lastIndexOf('@')),
    );
    if (kind === 'dsn' && server && (domain === domainOf(recipient) || domain === domainOf(own))) return 'sender';
  }
  const alone = recipients.length === 1;
  if (alone && !source.answerable && (source.header || kind === 'mdn')) return 'only-recipient';
  return null;
}

/** What a report says of one recipient of ours. */
export interface RecipientReport {
  readonly address: Address;
  readonly delivery: ReportedStatus;
  /** RFC 3464's action or RFC 8098's disposition. */
  readonly action: string;
  readonly status: string | null;
  readonly reply: number | null;
  readonly reason: ReportReason | null;
  /** The address itself is bad for good. */
  readonly hard: boolean;
  readonly words: string;
}

/**
 * What a report says of the recipients of a mail; nothing for anybody else. A recipient under another name (an alias, a
 * forward) is known by Original-Recipient, else by being the only one who is left.
 *
 * @param returned the recipient whose return path it came to
 */
export function findingsOf(
  report: Report,
  recipients: readonly Address[],
  returned: Address | null,
): RecipientReport[] {
  switch (report.kind) {
    case 'dsn': {
      const named = report.recipients.flatMap((one) => {
        const address =
          whose(one, recipients) ?? (report.recipients.length === 1 ? (returned ?? sole(recipients)) : null);
        return address === null ? [] : [findingOf(one, address)];
      });
      const last = new Map(named.map((finding) => [addressKey(finding.address), finding]));
      return [...last.values()];
    }
    case 'mdn': {
      // Only `displayed` says that somebody saw it; a program that deletes or forwards has not read it (RFC 8098
      // section 3.2.6.2).
      if (report.disposition !== 'displayed') return [];
      const address = matching(report.recipient, recipients) ?? sole(recipients);
      const base = { action: 'displayed', status: null, reply: null, reason: null, hard: false, words: '' };
      return address === null ? [] : [{ ...base, address, delivery: 'read' }];
    }
    case 'arf':
      return [];
  }
}

function findingOf(one: ReportedRecipient, address: Address): RecipientReport {
  const { action, status, reply, reason, hard, diagnostic } = one;
  const delivery = action === 'failed' ? 'bounced' : action === 'delayed' ? 'delayed' : 'delivered';
  return { address, delivery, action, status, reply, reason, hard, words: diagnostic };
}

function whose({ address, original }: ReportedRecipient, recipients: readonly Address[]): Address | null {
  return matching(original, recipients) ?? matching(address, recipients);
}

function matching(address: Address | null, recipients: readonly Address[]): Address | null {
  if (address === null) return null;
  return recipients.find((one) => addressKey(one) === addressKey(address)) ?? null;
}

function sole(recipients: readonly Address[]): Address | null {
  return recipients.length === 1 ? (recipients[0] ?? null) : null;
}

/** What the room shows of a mail as a whole. */
export type DeliverySign = 'sent' | 'deferred' | 'failed' | 'unknown' | 'delivered' | 'read';

/**
 * The sign of a mail by its recipients: a problem before a delay, a delay before what is well, and of that the least
 * that is true for all. Who was left out since their address is paused does not count, unless nobody else is there.
 */
export function deliverySignOf(deliveries: readonly DeliveryStatus[]): DeliverySign {
  const going = deliveries.filter((delivery) => delivery !== 'paused');
  const some = (...wanted: DeliveryStatus[]) => going.some((delivery) => wanted.includes(delivery));
  if (some('refused', 'bounced')) return 'failed';
  if (going.length === 0) return deliveries.length === 0 ? 'sent' : 'failed';
  if (some('waiting', 'deferred', 'delayed')) return 'deferred';
  if (some('accepted')) return 'sent';
  return some('delivered') ? 'delivered' : 'read';
}

/** Where a recipient stands, and in which field of the mail. */
interface StandingRecipient {
  readonly field: 'to' | 'cc' | 'bcc';
  readonly state: DeliveryStatus;
}

/**
 * Whether it is their turn after a mail of ours: somebody in To has it, or may still get it. Those in Cc count only
 * where nobody is in To but who was left out.
 *
 * @param over nothing more is tried
 */
export function isTheirTurn(recipients: readonly StandingRecipient[], over: boolean): boolean {
  const going = recipients.filter(({ state }) => state !== 'paused');
  const addressed = going.filter(({ field }) => field === 'to');
  return (addressed.length > 0 ? addressed : going).some(({ state }) =>
    state === 'waiting' || state === 'deferred' ? !over : state !== 'refused' && state !== 'bounced',
  );
}

/** How long the relay may defer before the room is told, milliseconds. Greylisting passes within minutes. */
export const DELAY_NOTICE_MS = 4 * 3_600_000;

/**
 * Milliseconds until the next try: as planned, but not past the moment at which a delay would be told.
 *
 * @param waitedMs since the mail was first tried
 */
export function nextTry(plannedMs: number, waitedMs: number): number {
  const left = DELAY_NOTICE_MS - waitedMs;
  return left > 0 ? Math.min(plannedMs, Math.max(1_000, left)) : plannedMs;
}
