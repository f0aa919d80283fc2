/** What the people of an account are told of a mail that could not be read, so that nothing is lost silently. */
import type { Account } from '../bridge/account/account.ts';
import type { UnreadReason, UnreadArrival } from '../bridge/arrival/arrival.ts';
import type { SenderRecord } from '../bridge/arrival/sender-standing.ts';
import { ECHO_KEY } from '../bridge/ids.ts';
import { attachedContent, rawFile } from '../bridge/to-matrix/files.ts';
import type { JsonObject, MatrixSend, SendFile } from '../bridge/types.ts';
import { readChunks } from '../db/intake-tables/inbox.ts';
import { mailSource, settleMailIn } from '../db/intake-tables/mails.ts';
import type { StoredMail } from '../db/intake-tables/mails.ts';
import { knownMessage, knownThread } from '../db/known-ids.ts';
import type { Database, Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { inheritSide } from '../db/thread-tables/side-conversations.ts';
import { loadThread, openThread, soundThread } from '../db/thread-tables/threads.ts';
import type { MessageFacts } from '../db/thread-tables/threads.ts';
import { formatPerson } from '../mail/address.ts';
import { makeMessageId } from '../mail/message-id.ts';
import { megabytes } from '../mail/size.ts';
import { baseSubject } from '../mail/subject.ts';
import type { MessageId, ParsedMail } from '../mail/types.ts';
import { oversizeMail, unreadMail, unreadReason } from '../words/unread.ts';
import { words } from '../words/words.ts';
import type { Say } from '../words/words.ts';
import type { ParsePool } from '../parser/parse-pool.ts';
import { workOnMail } from './work-changed.ts';
import type { JobDeps } from '../handling/deps.ts';
import { keepBuckets } from '../db/mail-tables/buckets.ts';
import { overflowRoom } from './overflow.ts';
import { fileOwnCopy } from './copy.ts';
import { keepAsOld } from './old-mail.ts';
import { tellApart } from '../handling/side-conversations.ts';
import { recordMessage } from '../handling/thread-record.ts';

/** A mail that could not be read, and what of its header could. */
export interface UnreadMail {
  readonly stored: StoredMail;
  readonly failure: UnreadReason;
  /** Null where not even the header can be read. */
  readonly head: ParsedMail | null;
}

type UnreadDeps = JobDeps & { readonly mailSize: number };

/** Nobody looks at the sender of a mail that cannot be read: it takes part as nobody. */
const UNREAD_SENDER: SenderRecord = {
  verdict: 'unchecked',
  reason: 'not-readable',
  policy: null,
  evidence: [],
  as: 'bot',
  marks: ['unchecked'],
};

/** The header of a mail that cannot be read as a whole, as a mail without a body; null where that fails too. */
export async function headOf(
  deps: { readonly db: Database; readonly parser: ParsePool },
  mail: number,
): Promise<ParsedMail | null> {
  const parsed = await deps.parser.parseHeader(readChunks(deps.db, mail));
  if (!parsed.ok) return null;
  const { from, subject, messageId } = parsed.mail;
  return from.length === 0 && subject === '' && messageId === null ? null : parsed.mail;
}

/** Its own Message-ID, else one of where it lies: the same mail in two mailboxes has two. */
export function unreadMessageId({ stored, head }: Pick<UnreadMail, 'stored' | 'head'>): MessageId {
  const place = `unread.${stored.mailbox}.${stored.mail}`.replace(/[^\w.-]/g, '_');
  return head?.messageId ?? makeMessageId(place, 'mailroom.invalid');
}

/** The mail lies in quarantine with its raw bytes, and people are told, but for a copy of what we sent ourselves. */
export async function writeUnread(
  tx: Transaction,
  deps: UnreadDeps,
  account: Account,
  unread: UnreadMail,
  arrival: UnreadArrival,
): Promise<void> {
  const { code, detail } = arrival.reason;
  if (arrival.is === 'unreadable-old') return keepAsOld(tx, deps, unread.stored, null);
  await settleMailIn(tx, unread.stored.mail, 'quarantined', { reason: `${code}: ${detail}` });
  switch (arrival.is) {
    case 'unreadable-copy':
      await fileOwnCopy(tx, arrival);
      return;
    case 'unreadable':
      await announceUnread(tx, deps, account, unread, arrival);
      return;
  }
}

/**
 * A notice that says what could not be read, and the original as a file (none where the mail was too large to be
 * fetched: it stays in the mailbox). A mail that was announced before (in another mailbox) is not announced again.
 */
async function announceUnread(
  tx: Transaction,
  deps: UnreadDeps,
  account: Account,
  { stored, head }: UnreadMail,
  {
    reason: failure,
    place,
    direction,
    entered,
    crowded,
    spent,
    quiet,
  }: Extract<UnreadArrival, { readonly is: 'unreadable' }>,
): Promise<void> {
  const say = words(account.language);
  const source = await mailSource(tx, stored.mail);
  const messageId = unreadMessageId({ stored, head });
  // The header alone can be another's; the bytes are what makes two of them the same mail.
  const contentHash = source?.sha256 ?? failure.code;
  const message = await knownMessage(tx, account.id, deps.ids.message(account.id, messageId, contentHash));
  await keepBuckets(tx, account.id, spent);
  const own = place?.thread ?? (await knownThread(tx, deps.ids.thread(account.id, messageId, contentHash)));
  const thread = crowded ? await overflowRoom(tx, deps, account) : own;
  const subject = head === null ? '' : baseSubject(head.subject);
  if (!crowded && place?.opens !== false) {
    const title = head === null ? say('room-not-readable-subject') : subject;
    await openThread(tx, { thread, account: account.id, subject: title, by: place?.reason ?? failure.code, quiet });
    if (place !== null && place.link !== null) await inheritSide(tx, thread, place.link);
  }
  if (!quiet) await soundThread(tx, thread);
  const added = await recordMessage(
    tx,
    account,
    {
      message,
      account: account.id,
      thread,
      direction,
      messageId,
      contentHash,
      mail: stored.mail,
      outgoing: null,
      facts: factsOf({ stored, head }, { decision: failure.code, direction, quiet, say }),
    },
    { how: entered, index: place?.index ?? null },
  );
  if (added === null) return;
  await tellApart(tx, deps, account, { thread, message, left: added.apart });
  if (!quiet)
    await workOnMail(tx, deps, account, { thread, message, direction, kind: 'message', from: head?.from ?? [] });
  const known = await loadThread(tx, thread);
  const sender = head?.from[0] === undefined ? '' : formatPerson(head.from[0]);
  // The subject that the room bears already is not said again.
  const told = subject.toLowerCase() === (known?.subject ?? '').toLowerCase() ? '' : (head?.subject ?? '');
  const part = (index: number, content: JsonObject, files: readonly SendFile[]): MatrixSend => {
    const send = deps.ids.send(message, `part:${index}`);
    return {
      send,
      purpose: { kind: 'unread', of: message, part: index },
      account: account.id,
      thread,
      room: null,
      message,
      outgoing: null,
      sender: deps.ghosts.bot,
      senderName: null,
      kind: 'event',
      type: 'm.room.message',
      content: { ...content, 'm.mentions': {}, [ECHO_KEY]: send },
      files,
      target: null,
      ts: null,
    };
  };
  if (stored.state === 'oversize') {
    const body = oversizeMail(say, sender, told, megabytes(stored.size), megabytes(deps.mailSize));
    await addSend(tx, part(0, { msgtype: 'm.notice', body }, []));
    return;
  }
  const body = unreadMail(say, sender, told, unreadReason(failure.code, say));
  await addSend(tx, part(0, { msgtype: 'm.notice', body }, []));
  const raw = rawFile({ mail: stored.mail, language: account.language, parsed: { size: source?.size ?? stored.size } });
  await addSend(tx, part(1, attachedContent(raw), [raw]));
}

/** What is kept of its header, as far as that could be read. */
function factsOf(
  { stored, head }: Pick<UnreadMail, 'stored' | 'head'>,
  how: {
    readonly decision: string;
    readonly direction: 'in' | 'colleague';
    readonly quiet: boolean;
    readonly say: Say;
  },
): MessageFacts {
  const { decision, direction, quiet, say } = how;
  return {
    subject: head?.subject ?? say('room-not-readable-subject'),
    from: head?.from ?? [],
    replyTo: head?.replyTo ?? [],
    to: head?.to ?? [],
    cc: head?.cc ?? [],
    inReplyTo: head?.inReplyTo ?? [],
    references: head?.references ?? [],
    date: (head?.date ?? stored.internalDate)?.toISOString() ?? null,
    decision,
    sender: direction === 'colleague' ? null : UNREAD_SENDER,
    ...(quiet ? { quiet } : {}),
  };
}
