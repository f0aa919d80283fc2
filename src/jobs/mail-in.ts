/**
 * A stored mail becomes a message of a thread, with the sends that show it. Parsing goes on in parallel; from the decision on
 * an account has one mail at a time, in the order of arrival. Failure policy: a mail that cannot be read is announced in the
 * room that its header points to (or the account's own), with its original, and lies in quarantine; the next mail goes on.
 */
import type { Account } from '../bridge/account.ts';
import { readChunks } from '../db/inbox.ts';
import { loadMail, settleMailIn } from '../db/mails.ts';
import type { StoredMail } from '../db/mails.ts';
import type { Transaction } from '../db/pool.ts';
import { lockDecisions } from '../db/threads.ts';
import { MailroomError } from '../errors.ts';
import { makeMessageId } from '../mail/message-id.ts';
import type { MessageId, ParsedMail } from '../mail/types.ts';
import type { ParsePool } from '../mail/worker/pool.ts';
import type { Parsed } from '../mail/worker/work.ts';
import type { SenderVerdict } from '../mail/authentication.ts';
import { ownCopySeen } from './mail-in-copy.ts';
import { judgeSender } from './mail-in-sender.ts';
import type { SenderDeps } from './mail-in-sender.ts';
import { openFound, placeMail } from './mail-in-thread.ts';
import { announceUnread, headOf } from './mail-in-unread.ts';
import type { UnreadMail } from './mail-in-unread.ts';
import { relay } from './mail-in-relay.ts';
import type { JobDeps } from './deps.ts';
import type { Decision, Handler } from './worker.ts';

export interface MailInDeps extends JobDeps, SenderDeps {
  readonly parser: ParsePool;
  /** Bytes; a larger mail was not fetched. */
  readonly mailSize: number;
}

interface Prepared {
  readonly stored: StoredMail;
  readonly account: Account;
  /** Null for a mail that was too large to be fetched. */
  readonly parsed: Parsed | null;
  /** The header of a mail that cannot be read, null where that cannot be read either (or the mail can). */
  readonly head: ParsedMail | null;
  /** Null for a mail in Sent, or one that cannot be read. */
  readonly verdict: SenderVerdict | null;
}

export function mailIn(deps: MailInDeps): Handler<Prepared | null> {
  return {
    queue: 'mail-in',
    keys: 4,
    perKey: 8,
    tries: 5,
    overlap: false,
    ahead: 'all',
    prepare: (job) => prepare(deps, Number(job.subject)),
    run: (_job, prepared) => Promise.resolve(decide(deps, prepared)),
    buried: async (tx, job, reason) => {
      const stored = await loadMail(tx, Number(job.subject));
      const account = stored === null ? undefined : deps.accounts.get(stored.account);
      if (stored === null || account === undefined) return;
      const unread = { stored, failure: { code: 'failed', detail: reason }, head: await headOf(deps, stored.mail) };
      await lockDecisions(tx, account.id);
      await quarantine(tx, deps, account, unread);
    },
  };
}

async function prepare(deps: MailInDeps, mail: number): Promise<Prepared | null> {
  const stored = await loadMail(deps.db, mail);
  const account = stored === null ? undefined : deps.accounts.get(stored.account);
  if (stored === null || account === undefined) return null;
  if (stored.state === 'oversize') {
    return { stored, account, parsed: null, head: await headOf(deps, mail), verdict: null };
  }
  if (stored.state !== 'stored') return null;
  const parsed = await deps.parser.parse(readChunks(deps.db, mail), account.language);
  if (!parsed.ok) return { stored, account, parsed, head: await headOf(deps, mail), verdict: null };
  return { stored, account, parsed, head: null, verdict: await judgeSender(deps, account, stored, parsed.mail) };
}

function decide(deps: MailInDeps, prepared: Prepared | null): Decision {
  if (prepared === null) return { outcome: { do: 'done' } };
  const { stored, account, parsed, head } = prepared;
  return {
    outcome: { do: 'done' },
    write: async (tx) => {
      await lockDecisions(tx, account.id);
      if (parsed?.ok === true) {
        await relay(tx, deps, { ...prepared, parsed });
        return;
      }
      const failure = parsed === null ? { code: 'oversize', detail: '' } : parsed.failure;
      await quarantine(tx, deps, account, { stored, failure, head });
    },
  };
}

/** The people of the account are told, and the mail lies in quarantine with its raw bytes. */
async function quarantine(tx: Transaction, deps: MailInDeps, account: Account, unread: UnreadMail): Promise<void> {
  const { stored, failure, head } = unread;
  const reason = `${failure.code}: ${failure.detail}`;
  await settleMailIn(tx, stored.mail, 'quarantined', { reason });
  const arrived = (mail: ParsedMail, messageId: MessageId) =>
    placeMail(tx, deps, { stored, account, mail, messageId, read: null, shown: null, reportOf: [] });
  // A copy of what we sent ourselves is nobody's news.
  if (head !== null && stored.role === 'sent') {
    const messageId = head.messageId ?? makeMessageId('unread', 'mailroom.invalid');
    const placing = await arrived(head, messageId);
    if (placing.do === 'ignore') {
      await ownCopySeen(tx, { stored, messageId }, placing.first);
      return;
    }
  }
  await announceUnread(tx, deps, account, unread, async (mail, messageId) => {
    const found = await arrived(mail, messageId);
    if (found.do === 'ignore') throw new MailroomError('copy-unread', 'an unread mail is no copy');
    await openFound(tx, account, mail, found);
    return found;
  });
}
