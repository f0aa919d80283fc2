import { findWatchedUids } from '../db/intake-tables/inbox.ts';
import type { Queryable } from '../db/pool.ts';
import type { Connection } from './connection.ts';
import { fromServer, ImapFailure } from './failure.ts';
import { searchUids } from './fetch.ts';
import { findMessage, followCommands, type FollowCommands } from './follow.ts';
import type { ImapAccount } from './settings.ts';

/**
 * The few things that Mailroom does in a mailbox, on the connection of whoever holds the account's lease. They wait for
 * what is being read at the moment, and throw ImapFailure: after one it is unknown whether the act was done.
 */
export interface MailboxCommands {
  /**
   * Sets `\Answered` on a mail that came in, wherever a watched mailbox holds it; repeating it changes nothing. False
   * where the mail is not there any more.
   */
  markAnswered(messageId: string): Promise<boolean>;
  /**
   * Files a mail in Sent, marked as read; `date` becomes its INTERNALDATE. IMAP needs the size first, so the whole mail
   * is in memory. Throws ImapFailure `no-sent-mailbox` where there is none.
   */
  appendSent(raw: Buffer | AsyncIterable<Buffer>, date: Date): Promise<void>;
  /**
   * Whether Sent holds a mail with this Message-ID, verbatim. Throws ImapFailure `no-sent-mailbox` where there is no
   * Sent.
   */
  findInSent(messageId: string): Promise<boolean>;
  /** What it is told of what was read and done in Matrix; null where the account's mailbox does not follow. */
  readonly follow: FollowCommands | null;
}

/** The commands on one connection; `sent` is the mailbox of sent mail, null where there is none. */
export function mailboxCommands(
  db: Queryable,
  { account, imap }: Pick<ImapAccount, 'account' | 'imap'>,
  worker: Connection,
  sent: () => string | null,
): MailboxCommands {
  const sentMailbox = (): string => {
    const path = sent();
    if (path === null) throw new ImapFailure('mailbox', 'no-sent-mailbox');
    return path;
  };
  return {
    follow: imap.follow === null ? null : followCommands(worker, imap.follow.archive),
    async markAnswered(messageId) {
      let marked = false;
      for (const { mailbox, uidvalidity, uid } of await findWatchedUids(db, account, messageId)) {
        const done = await worker.select(mailbox, async (client, open) => {
          if (open.uidvalidity !== uidvalidity) return false;
          const there = await searchUids(client, { uid: String(uid) });
          if (!there.includes(uid)) return false;
          return fromServer(client.messageFlagsAdd(String(uid), ['\\Answered'], { uid: true, silent: true }));
        });
        marked ||= done;
      }
      return marked;
    },
    async appendSent(raw, date) {
      const path = sentMailbox();
      const bytes = Buffer.isBuffer(raw) ? raw : await collect(raw);
      const done = await worker.run((client) => fromServer(client.append(path, bytes, ['\\Seen'], date)));
      if (done === false) throw new ImapFailure('server', 'append-failed');
    },
    findInSent(messageId) {
      return worker.examine(sentMailbox(), true, (client) => findMessage(client, messageId));
    },
  };
}

async function collect(raw: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of raw) chunks.push(chunk);
  return Buffer.concat(chunks);
}
