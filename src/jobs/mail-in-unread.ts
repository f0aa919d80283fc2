/** What the people of an account are told of a mail that could not be read, so that nothing is lost silently. */
import type { Account } from '../bridge/account.ts';
import { ECHO_KEY } from '../bridge/ids.ts';
import { attachedContent, rawFile } from '../bridge/to-matrix-files.ts';
import type { JsonObject, MatrixSend, SendFile } from '../bridge/types.ts';
import { readChunks } from '../db/inbox.ts';
import { mailSource } from '../db/mails.ts';
import type { StoredMail } from '../db/mails.ts';
import type { Database, Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import { loadThread, openThread } from '../db/threads.ts';
import type { SenderRecord } from '../db/threads.ts';
import { formatPerson } from '../mail/address.ts';
import { makeMessageId } from '../mail/message-id.ts';
import { megabytes } from '../mail/size.ts';
import { baseSubject } from '../mail/subject.ts';
import type { MessageId, ParsedMail } from '../mail/types.ts';
import { words } from '../mail/words.ts';
import type { Words } from '../mail/words.ts';
import type { ParsePool } from '../mail/worker/pool.ts';
import { workOnMail } from './mail-in-desk.ts';
import type { JobDeps } from './deps.ts';
import type { ThreadFound } from './mail-in-thread.ts';
import { recordMessage } from './thread-record.ts';

/** A mail that could not be read, and what of its header could. */
export interface UnreadMail {
  readonly stored: StoredMail;
  readonly failure: { readonly code: string; readonly detail: string };
  /** Null where not even the header can be read. */
  readonly head: ParsedMail | null;
}

/** Nobody looks at the sender of a mail that cannot be read: it takes part as nobody. */
const UNREAD_SENDER: SenderRecord = {
  verdict: 'unchecked',
  reason: 'not-readable',
  policy: null,
  evidence: [],
  as: 'bot',
  marks: ['unchecked'],
};

/** Bytes of a mail in which its header is sought. */
const HEADER_MAX = 256 * 1024;

/** The header of a mail that cannot be read as a whole, as a mail without a body; null where that fails too. */
export async function headOf(
  deps: { readonly db: Database; readonly parser: ParsePool },
  mail: number,
): Promise<ParsedMail | null> {
  const parsed = await deps.parser.parse(headerBytes(readChunks(deps.db, mail)));
  if (!parsed.ok) return null;
  const { from, subject, messageId } = parsed.mail;
  return from.length === 0 && subject === '' && messageId === null ? null : parsed.mail;
}

/** Up to the empty line behind the header (RFC 5322 section 2.1). */
async function* headerBytes(source: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  let read = Buffer.alloc(0);
  for await (const piece of source) {
    read = Buffer.concat([read, piece]);
    const end = /\r?\n\r?\n/.exec(read.toString('latin1'));
    if (end === null && read.length < HEADER_MAX) continue;
    yield read.subarray(0, end === null ? HEADER_MAX : end.index + end[0].length);
    return;
  }
  yield read;
}

/**
 * A notice that says what could not be read, and the original as a file (none where the mail was too large to be fetched: it
 * stays in the mailbox). With a header it stands in the thread that `place` finds, else in one of its own. A mail that was
 * announced before (in another mailbox) is not announced again.
 */
export async function announceUnread(
  tx: Transaction,
  deps: JobDeps & { readonly mailSize: number },
  account: Account,
  { stored, failure, head }: UnreadMail,
  place: (head: ParsedMail, messageId: MessageId) => Promise<Pick<ThreadFound, 'thread' | 'opened' | 'index'>>,
): Promise<void> {
  const say = words(account.language);
  const source = await mailSource(tx, stored.mail);
  const messageId =
    head?.messageId ??
    makeMessageId(`unread.${stored.mailbox}.${stored.mail}`.replace(/[^\w.-]/g, '_'), 'mailroom.invalid');
  // The header alone can be another's; the bytes are what makes two of them the same mail.
  const contentHash = source?.sha256 ?? failure.code;
  const message = deps.ids.message(account.id, messageId, contentHash);
  const { thread, opened, index } =
    head === null
      ? { thread: deps.ids.thread(account.id, messageId, contentHash), opened: true, index: null }
      : await place(head, messageId);
  const subject = head === null ? '' : baseSubject(head.subject);
  if (head === null) {
    await openThread(tx, { thread, account: account.id, subject: say.room.notReadableSubject, by: failure.code });
  }
  const added = await recordMessage(
    tx,
    account,
    {
      message,
      account: account.id,
      thread,
      direction: stored.role === 'sent' ? 'colleague' : 'in',
      messageId,
      contentHash,
      mail: stored.mail,
      outgoing: null,
      facts: {
        subject: head?.subject ?? say.room.notReadableSubject,
        from: head?.from ?? [],
        replyTo: head?.replyTo ?? [],
        to: head?.to ?? [],
        cc: head?.cc ?? [],
        inReplyTo: head?.inReplyTo ?? [],
        references: head?.references ?? [],
        date: (head?.date ?? stored.internalDate)?.toISOString() ?? null,
        decision: failure.code,
        sender: stored.role === 'sent' ? null : UNREAD_SENDER,
      },
    },
    { how: stored.role === 'sent' ? 'ours' : opened ? 'opened' : 'joined', index },
  );
  if (!added) return;
  const direction = stored.role === 'sent' ? 'colleague' : 'in';
  await workOnMail(tx, deps, account, { thread, message, direction, kind: 'message', from: head?.from ?? [] });
  const known = await loadThread(tx, thread);
  const sender = head?.from[0] === undefined ? '' : formatPerson(head.from[0]);
  // The subject that the room bears already is not said again.
  const told = subject.toLowerCase() === (known?.subject ?? '').toLowerCase() ? '' : (head?.subject ?? '');
  const part = (position: number, content: JsonObject, files: readonly SendFile[]): MatrixSend => {
    const send = deps.ids.send(message, `part:${position}`);
    return {
      send,
      account: account.id,
      thread,
      room: null,
      message,
      outgoing: null,
      position,
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
    const body = say.special.oversizeMail(sender, told, megabytes(stored.size), megabytes(deps.mailSize));
    await addSend(tx, part(0, { msgtype: 'm.notice', body }, []));
    return;
  }
  const body = say.special.unreadMail(sender, told, reasonOf(failure.code, say));
  await addSend(tx, part(0, { msgtype: 'm.notice', body }, []));
  const raw = rawFile({ mail: stored.mail, language: account.language, parsed: { size: source?.size ?? stored.size } });
  await addSend(tx, part(1, attachedContent(raw), [raw]));
}

function reasonOf(code: string, { special }: Words): string {
  switch (code) {
    case 'too-large':
    case 'empty':
    case 'time':
    case 'memory':
    case 'crash':
    case 'oversize':
      return special.unreadReason[code];
    default:
      return special.unreadReason.failed;
  }
}
