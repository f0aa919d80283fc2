/**
 * A mail of ours from the end of its hold to the relay's answer: closed, composed and frozen, marked, sent, settled.
 *
 * Failure policy. Before the bytes are frozen everything can be repeated. Frozen bytes never change: every try sends the same.
 * An attempt is marked by compare-and-set before its first byte leaves, and broken off before another process may take this
 * one for dead (no key fences SMTP's DATA, so that two must never be at it); whoever finds a mark without a result knows that the
 * process died in between, and treats it like a connection that broke after the data: the outcome is unknown. Then, by the
 * account's choice, it is sent once more and the room is told, or held. Recipients that were refused are not asked again;
 * deferred ones alone are, at growing distances, until the time for retries is over.
 */
import type { Account } from '../bridge/account.ts';
import type { DeliveryFacts } from '../bridge/commands-status.ts';
import type { MessageKey } from '../bridge/types.ts';
import { needsUtf8 } from '../mail/compose.ts';
import { addJob } from '../db/queue.ts';
import { closeMail, loadOutgoing } from '../db/outgoing.ts';
import { mailRecipients, markTrying, readMailBytes, settleMail, settleRecipient } from '../db/outgoing-delivery.ts';
import type { Outgoing } from '../db/outgoing.ts';
import type { OutgoingRecipient } from '../db/outgoing-delivery.ts';
import type { Transaction } from '../db/pool.ts';
import type { Smtp } from '../smtp/transport.ts';
import type { NotSent, RecipientResult, SmtpResult } from '../smtp/result.ts';
import { composeMail } from './mail-out-compose.ts';
import type { ComposeDeps } from './mail-out-compose.ts';
import { showStatus, tell } from './mail-out-status.ts';
import type { Decision, Handler } from './worker.ts';

export interface MailOutDeps extends ComposeDeps {
  readonly smtp: (account: Account) => Smtp;
  /** Milliseconds after which a mail that is deferred is given up. */
  readonly retryFor: number;
  /** Aborts before another process may take this one for dead. */
  readonly certain: () => AbortSignal;
  readonly timed: {
    readonly sendSeconds: (kind: 'smtp', seconds: number) => void;
    readonly deliverySeconds: (direction: 'out', seconds: number) => void;
  };
  readonly countMail: (account: Account, end: 'sent' | 'failed' | 'deferred' | 'unknown' | 'cancelled') => void;
}

/** Minutes between tries: 1 m, 5 m, 15 m, 1 h, then every 4 h. */
const RETRY_MINUTES = [1, 5, 15, 60, 240];

export function mailOut(deps: MailOutDeps): Handler<undefined> {
  return {
    queue: 'mail-out',
    keys: 8,
    perKey: 1,
    tries: 5,
    overlap: false,
    ahead: 'all',
    prepare: () => Promise.resolve(undefined),
    run: (job) => run(deps, job.subject as MessageKey),
    buried: async (tx, job, reason, userText) => {
      const mail = await loadOutgoing(tx, job.subject);
      const account = mail === null ? undefined : deps.accounts.get(mail.account);
      if (mail === null || account === undefined) return;
      await settleMail(tx, mail.outgoing, 'failed', reason);
      await showStatus(tx, deps, mail, 'failed');
      await tell(tx, deps, account, mail, { kind: 'not-sent', words: userText === '' ? reason : userText }, true);
    },
  };
}

async function run(deps: MailOutDeps, outgoing: MessageKey): Promise<Decision> {
  const left = await closeMail(deps.db, outgoing);
  let mail = await loadOutgoing(deps.db, outgoing);
  const account = mail === null ? undefined : deps.accounts.get(mail.account);
  if (mail === null || account === undefined) return { outcome: { do: 'done' } };
  if (mail.state === 'open') {
    return { outcome: { do: 'retry', afterMs: Math.max(1, left), reason: 'hold' } };
  }
  deps.failpoint('mail-out:closed');
  if (mail.state === 'closed') {
    const problem = await composeMail(deps, account, mail);
    if (problem !== null) return failed(deps, account, mail, problem.reason, problem.facts);
    deps.failpoint('mail-out:frozen');
    mail = (await loadOutgoing(deps.db, outgoing)) ?? mail;
  }
  switch (mail.state) {
    case 'frozen':
    case 'deferred':
      return attempt(deps, account, mail, await mailRecipients(deps.db, outgoing));
    case 'trying':
      // Nobody else holds the job: the process that marked it is gone, between the mark and the result.
      return unknownOutcome(deps, account, mail, 'the process ended while the mail was handed over');
    case 'open':
    case 'closed':
    case 'sent':
    case 'failed':
    case 'unknown':
    case 'cancelled':
      return { outcome: { do: 'done' } };
  }
}

async function attempt(
  deps: MailOutDeps,
  account: Account,
  mail: Outgoing,
  recipients: readonly OutgoingRecipient[],
): Promise<Decision> {
  const certain = deps.certain();
  if (!(await markTrying(deps.db, mail.outgoing))) return { outcome: { do: 'done' } };
  deps.failpoint('mail-out:marked');
  const owed = recipients.filter(({ state }) => state === 'waiting' || state === 'deferred');
  const to = owed.map(({ address }) => address);
  const { to: people, cc } = mail.recipients;
  const utf8 = needsUtf8([{ name: '', address: account.address }, ...people, ...cc]);
  const envelope = { from: mail.envelopeFrom ?? account.address, to, size: mail.size ?? 0, utf8 };
  const began = performance.now();
  const result = await deps.smtp(account).send(envelope, () => readMailBytes(deps.db, mail.outgoing), certain);
  deps.timed.sendSeconds('smtp', (performance.now() - began) / 1000);
  if (result.outcome === 'answered') deps.timed.deliverySeconds('out', (deps.now() - mail.sendAfter.getTime()) / 1000);
  deps.failpoint('mail-out:answered');
  const refusedBefore = recipients.some(({ state }) => state === 'refused');
  return settle(deps, account, mail, result, refusedBefore);
}

/** Asks nobody: what could fail here, after the relay has answered, would make the outcome unknown. */
function settle(
  deps: MailOutDeps,
  account: Account,
  mail: Outgoing,
  result: SmtpResult,
  refusedBefore: boolean,
): Decision {
  switch (result.outcome) {
    case 'answered':
      return answered(deps, account, mail, result.recipients, refusedBefore);
    case 'not-sent':
      return notSent(deps, account, mail, result);
    case 'unknown':
      return unknownOutcome(deps, account, mail, result.text);
  }
}

/** The relay answered for each recipient: what it took is done, what it refused is told, what it deferred is tried again. */
function answered(
  deps: MailOutDeps,
  account: Account,
  mail: Outgoing,
  results: readonly RecipientResult[],
  refusedBefore: boolean,
): Decision {
  const deferred = results.filter(({ outcome }) => outcome === 'deferred');
  const late = deferred.length > 0 && isLate(deps, mail);
  const refused = results.filter(({ outcome }) => outcome === 'refused');
  const afterMs = pause(mail.attempts + 1);
  const again = deferred.length > 0 && !late;
  const bad = refused.length > 0 || refusedBefore || late;
  return {
    outcome: again ? { do: 'retry', afterMs, reason: 'deferred by the relay' } : { do: 'done' },
    write: async (tx) => {
      for (const result of results) await writeRecipient(tx, mail.outgoing, result, late);
      const state = again ? 'deferred' : bad ? 'failed' : 'sent';
      await settleMail(tx, mail.outgoing, state, bad ? 'refused' : null);
      await showStatus(tx, deps, mail, state);
      const failures = [...refused, ...(late || mail.attempts === 0 ? deferred : [])].map((result) => ({
        address: result.address,
        outcome:
          result.outcome === 'refused' ? ('refused' as const) : late ? ('gave-up' as const) : ('deferred' as const),
        words: `${result.code} ${result.enhanced ?? ''} ${result.text}`.replace(/\s+/g, ' ').trim(),
      }));
      if (failures.length > 0) await tell(tx, deps, account, mail, { kind: 'recipients', failed: failures }, true);
      if (results.some(({ outcome }) => outcome === 'accepted')) await fileCopy(tx, mail);
    },
    after: () => deps.countMail(account, again ? 'deferred' : bad ? 'failed' : 'sent'),
  };
}

async function writeRecipient(tx: Transaction, outgoing: MessageKey, result: RecipientResult, late: boolean) {
  const state = result.outcome === 'deferred' && late ? 'refused' : result.outcome;
  const response = `${result.enhanced ?? ''} ${result.text}`.trim();
  await settleRecipient(tx, outgoing, { address: result.address, state, code: result.code, response });
}

/** Certainly not sent: tried again where it may pass later, else told. A login or TLS that is wrong is the operator's to mend. */
function notSent(deps: MailOutDeps, account: Account, mail: Outgoing, result: NotSent): Decision {
  const words = `${result.code ?? ''} ${result.enhanced ?? ''} ${result.text}`.replace(/\s+/g, ' ').trim();
  if (result.temporary && !isLate(deps, mail)) {
    return {
      outcome: { do: 'retry', afterMs: pause(mail.attempts + 1), reason: result.reason },
      write: async (tx) => {
        await settleMail(tx, mail.outgoing, 'deferred', result.reason);
        await showStatus(tx, deps, mail, 'deferred');
      },
      after: () => deps.countMail(account, 'deferred'),
    };
  }
  const facts: DeliveryFacts =
    result.reason === 'too-large'
      ? { kind: 'too-large', size: mail.size ?? 0, limit: deps.smtp(account).facts()?.size ?? null }
      : result.reason === 'utf8-missing'
        ? { kind: 'utf8-missing' }
        : { kind: 'not-sent', words: words === '' ? result.reason : words };
  return failed(deps, account, mail, result.reason, facts);
}

function failed(deps: MailOutDeps, account: Account, mail: Outgoing, reason: string, facts: DeliveryFacts): Decision {
  return {
    outcome: { do: 'done' },
    write: async (tx) => {
      await settleMail(tx, mail.outgoing, 'failed', reason);
      await showStatus(tx, deps, mail, 'failed');
      await tell(tx, deps, account, mail, facts, true);
    },
    after: () => deps.countMail(account, 'failed'),
  };
}

/**
 * May have been sent. One resend with the same bytes and Message-ID, which most receivers fold into one; a second unknown
 * outcome, or an account that holds, leaves it to people.
 */
function unknownOutcome(deps: MailOutDeps, account: Account, mail: Outgoing, reason: string): Decision {
  const resend = account.onUnknown === 'resend' && !mail.resent;
  return {
    outcome: resend ? { do: 'retry', afterMs: 1_000, reason } : { do: 'done' },
    write: async (tx) => {
      await settleMail(tx, mail.outgoing, resend ? 'deferred' : 'unknown', reason, resend);
      if (!resend) await showStatus(tx, deps, mail, 'unknown');
      await tell(tx, deps, account, mail, { kind: 'unknown', then: resend ? 'resent' : 'held' }, !resend);
    },
    after: () => deps.countMail(account, 'unknown'),
  };
}

/** The copy in Sent and \Answered need the mailbox: another job, of whoever holds the account's lease. */
async function fileCopy(tx: Transaction, mail: Outgoing): Promise<void> {
  await addJob(tx, { account: mail.account, queue: 'mail-sent', key: mail.account, subject: mail.outgoing });
}

function isLate(deps: MailOutDeps, mail: Outgoing): boolean {
  return mail.frozenAt !== null && deps.now() - mail.frozenAt.getTime() > deps.retryFor;
}

function pause(attempts: number): number {
  return (RETRY_MINUTES[Math.min(attempts, RETRY_MINUTES.length) - 1] ?? 1) * 60_000;
}
