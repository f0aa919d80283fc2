/** Whether a mail in Sent was written by the account, or only lies there. */
import type { SenderSettings } from '../account/account.ts';
import { submissionOf } from '../../mail/authentication/received.ts';
import type { MailHeader } from '../../mail/types.ts';

/**
 * The place alone is no proof: an address with a detail (`support+Sent@`, RFC 5233) puts a mail of anybody into that
 * folder. What was delivered, came by a group, or came from outside as our own trace says, came in, wherever it lies.
 * A mail that a program saved in Sent was not delivered to anybody, and has none of these marks.
 *
 * Gmail writes Return-Path on what its own users hand in too, and Delivered-To on whatever it delivers.
 */
export function arrivalRole(
  { receiver, hosts }: Pick<SenderSettings, 'receiver' | 'hosts'>,
  lies: 'watched' | 'sent',
  header: MailHeader,
): 'watched' | 'sent' {
  if (lies === 'watched') return 'watched';
  const returns = receiver?.kind !== 'gmail' && header.returnPaths.length > 0;
  const outside = submissionOf(header, hosts).kind === 'outside';
  return returns || header.delivered || header.sentOn.byGroup || outside ? 'watched' : 'sent';
}
