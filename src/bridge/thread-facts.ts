/** What of a mail's header the decision about its thread sees. */
import { addressKey } from '../mail/address.ts';
import { messageIds } from '../mail/message-id.ts';
import type { Address, HeaderField, MessageId, ParsedMail } from '../mail/types.ts';
import type { ThreadMail } from './thread.ts';

/** Octets of a Thread-Index that all mails of a conversation share: a header of 6 and a GUID of 16 ([MS-OXOMSG] section 2.2.1.3). */
const INDEX_ROOT = 22;

/** The root of Thread-Index as hex, null where there is none or it is no Thread-Index. Outlook and Exchange write it. */
export function threadIndexRoot(headers: readonly HeaderField[]): string | null {
  const value = headers.find(({ name }) => name === 'thread-index')?.value.replace(/\s+/g, '') ?? '';
  if (!/^[A-Za-z0-9+/]{30,4000}={0,2}$/.test(value)) return null;
  const bytes = Buffer.from(value, 'base64');
  // The first octet is reserved and 1; children add 5 octets each. A GUID of one value is what broken generators write for every mail.
  if (bytes.length < INDEX_ROOT || bytes[0] !== 1 || (bytes.length - INDEX_ROOT) % 5 !== 0) return null;
  const guid = bytes.subarray(6, INDEX_ROOT);
  return new Set(guid).size < 4 ? null : bytes.subarray(0, INDEX_ROOT).toString('hex');
}

/** List-Id (RFC 2919 section 2) in lower case, without its description; null for mail that came by no list. */
export function listIdOf(headers: readonly HeaderField[]): string | null {
  const value = headers.find(({ name }) => name === 'list-id')?.value ?? '';
  const id = /<([^<>\s]{1,255})>\s*$/.exec(value)?.[1] ?? /^\s*([^<>\s@]{1,255}\.[^<>\s@]{1,255})\s*$/.exec(value)?.[1];
  return id === undefined ? null : id.toLowerCase();
}

/**
 * The ids that a copy of our own mail had before a server gave it another: fields of Exchange, Gmail and list managers. Believed only of what lies in
 * Sent or is proven ours otherwise, since a stranger can write them too.
 */
export function formerIds(headers: readonly HeaderField[]): MessageId[] {
  const names = [
    'x-microsoft-original-message-id',
    'x-google-original-message-id',
    'x-original-message-id',
    'original-message-id',
  ];
  return [
    ...new Set(headers.filter(({ name }) => names.includes(name)).flatMap(({ value }) => messageIds(value))),
  ].slice(0, 10);
}

/**
 * The part of `ThreadMail` that the mail itself says.
 *
 * @param mail.messageId the caller's where the mail has none
 * @param shown what else is known: who sent it, whether it quotes, and the ids that a report names
 */
export function threadMailOf(
  mail: Pick<ParsedMail, 'kind' | 'inReplyTo' | 'references' | 'from' | 'to' | 'cc' | 'subject' | 'headers'> & {
    readonly messageId: MessageId;
  },
  shown: Pick<ThreadMail, 'insider' | 'quotes' | 'reportOf'>,
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
    list: listIdOf(mail.headers),
  };
}
