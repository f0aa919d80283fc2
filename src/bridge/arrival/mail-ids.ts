/** What the ids and addresses in a mail's header say to whoever has the bridge's key. */
import { isOwnAddress } from '../account/account.ts';
import type { Account } from '../account/account.ts';
import { probedAddress } from '../delivery/probe.ts';
import type { IdKey } from '../ids.ts';
import { tokensOf } from '../thread-token.ts';
import type { MessageKey } from '../types.ts';
import { makeMessageId } from '../../mail/message-id.ts';
import type { Report } from '../../mail/report/report.ts';
import type { MailHeader, MessageId, ParsedMail } from '../../mail/types.ts';
import type { MailIds } from './arrival.ts';

/**
 * The Message-ID of a mail; one made of its content where it has none, so that the same mail in two mailboxes is the
 * same.
 */
export function messageIdOf({ messageId, contentHash }: Pick<ParsedMail, 'messageId' | 'contentHash'>): MessageId {
  return messageId ?? makeMessageId(contentHash.slice(0, 40), 'no-message-id.invalid');
}

/** What of a mail can name a mail of ours, for `IdKey.doubtful`. */
export function claimsOf(
  mail: Pick<ParsedMail, 'header' | 'inReplyTo' | 'references' | 'messageId'>,
  report: Report | null,
): Parameters<IdKey['doubtful']>[0] {
  const about = report?.about ?? null;
  const ids = [mail.messageId, ...mail.inReplyTo, ...mail.references, ...mail.header.formerIds];
  return {
    messageIds: [...ids, about?.messageId ?? null].filter((id) => id !== null),
    envelopeIds: about?.envelopeId == null ? [] : [about.envelopeId],
    ownHeaders: [mail.header.own, about?.own ?? null].filter((value) => value !== null),
  };
}

/** @param messageId see `MailIds` */
export function mailIds(
  ids: IdKey,
  account: Account,
  role: 'watched' | 'sent',
  { header, contentHash }: Pick<ParsedMail, 'header' | 'contentHash'>,
  messageId: MessageId,
): MailIds {
  return {
    messageId,
    begins: ids.thread(account.id, messageId, contentHash).make,
    probed: probedAddress(ids, account.id, account.own, header),
    keyed: keyedMail(ids, header),
    // Exchange and Gmail say in the copy in Sent which id it had; anywhere else a stranger can say so.
    former: role === 'sent' ? header.formerIds.filter((id) => ids.isOwnMessageId(id)) : [],
    isOwn: ids.isOwnMessageId(messageId),
    tokens: tokensOf(header, ids.tokenKeys, ids.nameOf(account.id), (address) => isOwnAddress(account, address)),
    hops: ids.hops(account.id),
  };
}

/** The mail of ours that the keyed field of a header names, null for none. */
export function keyedMail(ids: IdKey, { own }: Pick<MailHeader, 'own'>): MessageKey | null {
  return own === null ? null : (ids.readOwnHeader(own)?.outgoing ?? null);
}
