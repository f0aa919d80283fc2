/**
 * After a mail of ours left: its copy in Sent, where the provider does not file one, and \Answered on what it answers.
 * Both need the account's mailbox, so that the job waits for the process that holds the account. Nothing is lost where
 * it fails: the mail itself has left.
 */
import type { Account } from '../bridge/account/account.ts';
import type { AccountId, MessageKey } from '../bridge/types.ts';
import { loadOutgoing } from '../db/mail-tables/outgoing.ts';
import { isCopied, markCopied, readMailBytes } from '../db/mail-tables/outgoing-delivery.ts';
import { isReactionMail } from '../db/mail-tables/outgoing-messages.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import type { MailboxCommands } from '../imap/commands.ts';
import type { JobDeps } from '../handling/deps.ts';
import type { Decision, Handler } from '../queue/worker.ts';

export interface MailSentDeps extends JobDeps {
  /** The mailbox of an account, null where another process has it or there is no connection. */
  readonly mailbox: (account: AccountId) => MailboxCommands | null;
  /** Whether we file copies, or the provider does it by itself. */
  readonly files: (account: Account) => 'always' | 'never' | 'provider';
  readonly failpoint: (name: string) => void;
}

const WAIT_MS = 3_000;
/** For so long a mail that was marked as answered counts as marked, for further answers to it; milliseconds. */
const MARKED_MS = 10_000;

/** A mail that left, as it stands. */
interface Left {
  readonly mail: Outgoing;
  readonly isReaction: boolean;
  readonly copied: boolean;
}

/** The mails that were marked as answered lately: several answers to one are asked of the mailbox once. */
class Marked {
  /** By account and Message-ID, the first first: when, by a clock that does not jump. */
  readonly #at = new Map<string, number>();

  async once(mailbox: MailboxCommands, account: AccountId, answers: string): Promise<void> {
    const now = performance.now();
    for (const [key, at] of this.#at) {
      if (now - at < MARKED_MS) break;
      this.#at.delete(key);
    }
    const key = `${account} ${answers}`;
    if (!this.#at.has(key) && (await mailbox.markAnswered(answers))) this.#at.set(key, now);
  }
}

export function mailSent(deps: MailSentDeps): Handler<Left | null> {
  const marked = new Marked();
  return {
    queue: 'mail-sent',
    keys: 4,
    // The key is the account.
    perAccount: 1,
    perKey: 32,
    // What is asked of the mailbox is found done where it is repeated.
    atOnce: 32,
    tries: 8,
    overlap: false,
    ahead: Infinity,
    prepare: (job) => left(deps, job.subject as MessageKey),
    run: (_job, mail) => run(deps, marked, mail),
    buried: () => Promise.resolve(),
  };
}

async function left({ db: { gathered } }: MailSentDeps, outgoing: MessageKey): Promise<Left | null> {
  const [mail, isReaction, copied] = await Promise.all([
    loadOutgoing(gathered, outgoing),
    isReactionMail(gathered, outgoing),
    isCopied(gathered, outgoing),
  ]);
  return mail === null ? null : { mail, isReaction, copied };
}

async function run(deps: MailSentDeps, marked: Marked, left: Left | null): Promise<Decision> {
  if (left === null) return { outcome: { do: 'done' } };
  const { mail } = left;
  const account = deps.accounts.get(mail.account);
  if (account === undefined) return { outcome: { do: 'elsewhere', account: mail.account } };
  const mailbox = deps.mailbox(mail.account);
  if (mailbox === null) return { outcome: { do: 'retry', afterMs: WAIT_MS, reason: 'mailbox not at hand' } };
  // A reaction answers nothing.
  const answers = left.isReaction ? null : mail.recipients.answers;
  if (answers !== null) await marked.once(mailbox, account.id, answers);
  deps.failpoint('mail-sent:answered');
  const copied = deps.files(account) === 'always' && (await fileCopy(deps, left, mailbox));
  deps.failpoint('mail-sent:copied');
  return { outcome: { do: 'done' }, ...(copied ? { write: (tx) => markCopied(tx, mail.outgoing) } : {}) };
}

/** Files a copy unless one lies there; a try whose outcome was lost is found by the search. */
async function fileCopy(deps: MailSentDeps, { mail, copied }: Left, mailbox: MailboxCommands): Promise<boolean> {
  if (copied) return true;
  if (!(await mailbox.findInSent(mail.messageId))) {
    await mailbox.appendSent(readMailBytes(deps.db, mail.outgoing), mail.frozenAt ?? new Date());
  }
  return true;
}
