/** The mails that an account has already and that a new one claims to be, and what follows of a copy. */
import type { ShownSender } from '../admission/sender.ts';
import type { Copy } from '../thread/thread.ts';
import type { MessageKey, ThreadId } from '../types.ts';
import { addressKey } from '../../mail/address.ts';
import type { Address, MessageId, ParsedMail } from '../../mail/types.ts';

/** A message that the account has under one of some ids. */
export interface KnownMessage {
  readonly message: MessageKey;
  readonly thread: ThreadId;
  readonly direction: 'in' | 'out' | 'colleague';
  readonly messageId: MessageId;
  readonly contentHash: string;
  /** Null for messages of before it was kept. */
  readonly wordsHash: string | null;
  readonly list: string | null;
  /** How its sender was shown; null for our own. */
  readonly as: string | null;
  /** The one From; null where there is none or several. */
  readonly from: Address | null;
  readonly outgoing: MessageKey | null;
}

/** A mail beside what the account has under the same ids. */
interface Compared {
  readonly mail: Pick<ParsedMail, 'contentHash' | 'header'>;
  readonly messageId: MessageId;
  /** `wordsHash`; null for a mail of which only the header could be read. */
  readonly words: string | null;
  /** Every message with its Message-ID, one of `formerIds`, or the key in its header. */
  readonly similar: readonly KnownMessage[];
  /** The mail of ours that its keyed header names. */
  readonly keyed: MessageKey | null;
  /** Ids of ours that its header says it had before; believed of a mail in Sent only. */
  readonly formerIds: readonly MessageId[];
}

/** Which of the known messages a mail is, or pretends to be. */
export interface Copies {
  readonly copies: readonly Copy[];
  /** The mail of ours that it claims to be. */
  readonly own: KnownMessage | null;
  /** The mail that came in before: the same to the letter, else the same words under another From. */
  readonly same: KnownMessage | null;
}

/** Compares. Whether a copy suppresses the mail is decided by `decideThread`. */
export function copiesOf({ mail, messageId, words, similar, keyed, formerIds }: Compared): Copies {
  const ours = (one: KnownMessage) =>
    one.direction === 'out' &&
    (one.messageId === messageId || one.message === keyed || formerIds.includes(one.messageId));
  const byList = mail.header.list !== null;
  const copies = similar
    .filter((one) => ours(one) || one.messageId === messageId)
    .map((one): Copy => {
      const own = ours(one);
      const sameWords = words !== null && one.wordsHash === words;
      const same = one.contentHash === mail.contentHash;
      // Words of ours that come back under another id or sender, word for word, are shown already.
      const content = same || (own && sameWords) ? 'same' : sameWords ? 'words' : 'other';
      return { thread: one.thread, of: own ? 'own' : 'foreign', content, list: one.list !== null || byList };
    });
  const theirs = similar.filter((one) => !ours(one));
  const same =
    theirs.find((one) => one.contentHash === mail.contentHash) ??
    theirs.find((one) => words !== null && one.wordsHash === words);
  return { copies, own: similar.find(ours) ?? null, same: same ?? null };
}

/**
 * A copy of a mail of ours; nobody is told. Both effects only of a mail in Sent: anywhere else a stranger can repeat
 * our keyed header.
 */
export interface OwnCopy {
  /** The mail of ours that is filed now; null for nothing to write down. */
  readonly filed: MessageKey | null;
  /** The id that a server gave the mail instead of ours. */
  readonly alias: { readonly of: MessageKey; readonly id: MessageId } | null;
}

/** @param own null for a mail of ours that is no message of a thread */
export function decideOwnCopy(role: 'watched' | 'sent', messageId: MessageId, own: KnownMessage | null): OwnCopy {
  if (role !== 'sent' || own === null) return { filed: null, alias: null };
  return {
    filed: own.outgoing === null ? null : own.message,
    alias: own.messageId === messageId ? null : { of: own.message, id: messageId },
  };
}

/** What the room of the first copy is told. */
export type CopyNews =
  /** The first came under another From (through a list, or what called itself one); this one is from its sender. */
  | { readonly is: 'came-directly'; readonly from: Address }
  /** The first was marked; this one is shown to be from its sender. */
  | { readonly is: 'verified-now' };

/** Whether a second copy is news: a copy that comes first takes nothing from the real one. */
export function decideCopyNews(
  first: KnownMessage | null,
  shown: ShownSender | null,
  mail: Pick<ParsedMail, 'header'>,
): CopyNews | null {
  if (first?.as == null || shown?.as !== 'self') return null;
  if (first.from === null || addressKey(first.from) !== addressKey(shown.address)) {
    // The list's copy of a mail that is here is no news.
    return (mail.header.list?.id ?? null) === null ? { is: 'came-directly', from: shown.address } : null;
  }
  return first.as === 'self' ? null : { is: 'verified-now' };
}
