/** Which mail of ours a report names, and what it changes at the recipients of that mail. */
import { advances, findingsOf, proofOf } from '../delivery/status.ts';
import type { RecipientReport, ReportedStatus, ReportSource, DeliveryStatus } from '../delivery/status.ts';
import type { IdKey } from '../ids.ts';
import type { MessageKey } from '../types.ts';
import type { Report, ReportedMail as NamedInReport } from '../../mail/report/report.ts';
import type { Address } from '../../mail/types.ts';
import { keyedMail } from './mail-ids.ts';

/**
 * The mail of ours that a report names, by its ENVID, the Message-ID or the keyed header that it returns, in this
 * order; null for none.
 */
export function namedByReport(
  ids: IdKey,
  about: NamedInReport,
): { readonly by: Exclude<ReportSource['by'], 'return-path'>; readonly outgoing: MessageKey } | null {
  const { messageId, envelopeId } = about;
  const byEnvelope = envelopeId === null ? null : ids.readEnvelopeId(envelopeId);
  // Whoever has a leaked key can write an ENVID of each mail that they got: it proves no more than its Message-ID.
  if (byEnvelope !== null) {
    return { by: byEnvelope.leaked ? 'message-id' : 'envelope-id', outgoing: byEnvelope.outgoing };
  }
  const byMessage = messageId === null ? null : ids.readOwnMessageId(messageId);
  if (byMessage !== null) return { by: 'message-id', outgoing: byMessage.outgoing };
  const byHeader = keyedMail(ids, about);
  return byHeader === null ? null : { by: 'header', outgoing: byHeader };
}

/** A recipient of a mail of ours, as far as a report can change it. */
interface ReportedTo {
  readonly address: Address;
  readonly delivery: DeliveryStatus;
  /** What an earlier report claimed that nothing proved. */
  readonly claimed: ReportedStatus | null;
}

/** What a report changes. */
interface ReportEffects {
  /** Proven: these recipients get the status. */
  readonly moved: readonly RecipientReport[];
  /** Unproven: it is written down that this was claimed. */
  readonly claimed: readonly RecipientReport[];
  /** How many recipients it says nothing new of. */
  readonly old: number;
}

/**
 * Decides: what is proven (`proofOf`) moves a recipient up, never down; what is not is a claim.
 *
 * @param own the account's own address
 */
export function decideReport(
  report: Report,
  source: ReportSource,
  recipients: readonly ReportedTo[],
  own: Address,
): ReportEffects {
  const moved: RecipientReport[] = [];
  const claimed: RecipientReport[] = [];
  let old = 0;
  const addresses = recipients.map(({ address }) => address);
  for (const finding of findingsOf(report, addresses, source.returned)) {
    const recipient = recipients.find(({ address }) => address === finding.address);
    if (recipient === undefined || report.kind === 'arf') continue;
    const proven = proofOf(report, source, recipient.address, addresses, own) !== null;
    if (!advances(recipient.delivery, finding.delivery) || (!proven && recipient.claimed === finding.delivery))
      old += 1;
    else (proven ? moved : claimed).push(finding);
  }
  return { moved, claimed, old };
}
