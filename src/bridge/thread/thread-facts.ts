/** What of a mail's header the decision about its thread sees. */
import { addressKey } from '../../mail/address.ts';
import type { Address, MessageId, ParsedMail } from '../../mail/types.ts';
import type { ThreadMail } from './thread.ts';

/**
 * The part of `ThreadMail` that the mail itself says.
 *
 * @param mail.messageId the caller's where the mail has none
 * @param shown what else is known: who sent it, the list that is shown to have sent it, what the check of its sender
 *   came to, whether it quotes, and the ids that a report names
 */
export function threadMailOf(
  mail: Pick<ParsedMail, 'kind' | 'inReplyTo' | 'references' | 'from' | 'to' | 'cc' | 'subject'> & {
    readonly messageId: MessageId;
  },
  shown: Pick<ThreadMail, 'insider' | 'quotes' | 'reportOf' | 'list' | 'verdict' | 'group'>,
  isOwn: (address: Address) => boolean,
): ThreadMail {
  const [from, second] = mail.from;
  return {
    ...shown,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    kind: mail.kind,
    sender: from === undefined || second !== undefined ? null : addressKey(from.address),
    people: [...mail.to, ...mail.cc].filter(({ address }) => !isOwn(address)).map(({ address }) => addressKey(address)),
    subject: mail.subject,
  };
}
