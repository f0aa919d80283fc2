/** The thread of a mail: everything that is known of the ids it names is looked up, `decideThread` decides, and a thread that it opens is made. */
import { isOwnAddress } from '../bridge/account.ts';
import type { Account } from '../bridge/account.ts';
import { threadMailOf } from '../bridge/thread-facts.ts';
import { decideThread, lookedUpIds } from '../bridge/thread.ts';
import type { ThreadId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { openThread, threadsKnowing } from '../db/threads.ts';
import { baseSubject } from '../mail/subject.ts';
import type { Address, MessageId, ParsedMail } from '../mail/types.ts';
import type { JobDeps } from './deps.ts';

/** What was decided about a mail's thread. */
export interface ThreadFound {
  readonly thread: ThreadId;
  /** How it was found, for `!mail why`. */
  readonly reason: string;
  /** Whether it begins here: `openFound` makes it, unless the mail is shown elsewhere. */
  readonly opened: boolean;
  /** Whether the sender had no part in it. */
  readonly newcomer: boolean;
}

/** Makes the thread that a mail begins; one that exists stays as it is. */
export async function openFound(
  tx: Transaction,
  account: Account,
  mail: ParsedMail,
  { thread, reason, opened }: ThreadFound,
): Promise<void> {
  if (opened) await openThread(tx, { thread, account: account.id, subject: baseSubject(mail.subject), by: reason });
}

/** Decides; writes nothing. The caller holds `lockDecisions`. */
export async function findThread(
  tx: Transaction,
  deps: JobDeps,
  account: Account,
  mail: ParsedMail,
  messageId: MessageId,
  reportOf: readonly MessageId[] = [],
): Promise<ThreadFound> {
  const isOwn = (address: Address) => isOwnAddress(account, address);
  // Whoever names a known id joins: what would part a mail from its thread is not looked up here.
  const facts = threadMailOf({ ...mail, messageId }, { insider: true, quotes: true, reportOf }, isOwn);
  const ids = lookedUpIds(facts);
  const decision = decideThread(facts, {
    known: await threadsKnowing(tx, account.id, ids),
    ownIds: new Set(ids.filter((id) => deps.ids.isOwnMessageId(id))),
    sent: false,
    copies: [],
    tokens: [],
    indexed: [],
    threads: new Map(),
  });
  switch (decision.do) {
    case 'join':
      return { thread: decision.thread, reason: decision.by, opened: false, newcomer: decision.newcomer };
    case 'open':
    case 'ignore': {
      const thread = deps.ids.thread(account.id, messageId, mail.contentHash);
      const by = decision.do === 'open' ? decision.by : decision.reason;
      return { thread, reason: by, opened: true, newcomer: false };
    }
  }
}
