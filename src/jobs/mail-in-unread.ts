/** What the people of an account are told of a mail that could not be read, so that nothing is lost silently. */
import type { Account } from '../bridge/account.ts';
import { ECHO_KEY } from '../bridge/ids.ts';
import { rawFile } from '../bridge/to-matrix-files.ts';
import type { JsonObject, MatrixSend, SendFile } from '../bridge/types.ts';
import type { StoredMail } from '../db/mails.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import { addMessage, openThread } from '../db/threads.ts';
import { makeMessageId } from '../mail/message-id.ts';
import { words } from '../mail/words.ts';
import { megabytes } from '../mail/size.ts';
import type { JobDeps } from './deps.ts';

/**
 * Opens a thread of its own for the mail: a notice that says what could not be read, and the original as a file (none where
 * the mail was too large to be fetched: it stays in the mailbox).
 */
export async function announceUnread(
  tx: Transaction,
  deps: JobDeps & { readonly mailSize: number },
  account: Account,
  stored: StoredMail,
  failure: { readonly code: string; readonly detail: string },
): Promise<void> {
  const said = words(account.language).room;
  const messageId = makeMessageId(
    `unread.${stored.mailbox}.${stored.mail}`.replace(/[^\w.-]/g, '_'),
    'mailroom.invalid',
  );
  const message = deps.ids.message(account.id, messageId, failure.code);
  const thread = deps.ids.thread(account.id, messageId, failure.code);
  await openThread(tx, { thread, account: account.id, subject: said.notReadableSubject, by: failure.code });
  await addMessage(tx, {
    message,
    account: account.id,
    thread,
    direction: 'in',
    messageId,
    contentHash: failure.code,
    mail: stored.mail,
    outgoing: null,
    facts: {
      subject: said.notReadableSubject,
      from: [],
      replyTo: [],
      to: [],
      cc: [],
      inReplyTo: [],
      references: [],
      date: stored.internalDate?.toISOString() ?? null,
      decision: failure.code,
    },
  });
  const oversize = stored.state === 'oversize';
  const text = oversize
    ? said.oversizeMail(megabytes(stored.size), megabytes(deps.mailSize))
    : said.couldNotRead(failure.code);
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
  await addSend(tx, part(0, { msgtype: 'm.notice', body: text }, []));
  if (oversize) return;
  const raw = rawFile({ mail: stored.mail, language: account.language, parsed: { size: stored.size } });
  const info = { mimetype: raw.type, size: raw.size };
  const content = { msgtype: 'm.file', body: raw.name, filename: raw.name, url: raw.placeholder, info };
  await addSend(tx, part(1, content, [raw]));
}
