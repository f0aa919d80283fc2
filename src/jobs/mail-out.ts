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
import { isTaken, nextTry, signOf } from '../bridge/ladder.ts';
import { lockLadder, markDelayTold } from '../db/ladder.ts';
import type { Address } from '../mail/types.ts';
import { addJob } from '../db/queue.ts';
import { closeMail, loadOutgoing } from '../db/outgoing.ts';
import { mailRecipients, markTrying, settleMail } from '../db/outgoing-delivery.ts';
import type { Outgoing } from '../db/outgoing.ts';
import type { OutgoingRecipient } from '../db/outgoing-delivery.ts';
import type { Transaction } from '../db/pool.ts';
import type { Smtp } from '../smtp/transport.ts';
import type { NotSent, RecipientResult } from '../smtp/result.ts';
import { brakeMail } from './mail-out-brakes.ts';
import type { BrakeDeps } from './mail-out-brakes.ts';
import { askToSend, noteRefusal } from './mail-out-breaker.ts';
import type { BreakerDeps } from './mail-out-breaker.ts';
import { withAliases } from './mail-out-alias.ts';
import { composeMail } from './mail-out-compose.ts';
import type { ComposeDeps } from './mail-out-compose.ts';
import { isOverdue, writeResults } from './mail-out-ladder.ts';
import { handOver } from './mail-out-send.ts';
import type { HandedOver } from './mail-out-send.ts';
import { showStatus, tell } from './mail-out-status.ts';
import type { Decision, Handler } from './worker.ts';

export interface MailOutDeps extends ComposeDeps, BrakeDeps, BreakerDeps {
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
  // Closed, and still waiting: the quota of its author's mails (`notBefore`).
  if (mail.state === 'open' || (mail.state === 'closed' && left > 0)) {
    return { outcome: { do: 'retry', afterMs: Math.max(1, left), reason: 'hold' } };
  }
  deps.failpoint('mail-out:closed');
  if (mail.state === 'closed') {
    const braking = await brakeMail(deps, account, mail);
    if (braking.do === 'stop') return braking.decision;
    const problem = await composeMail(deps, account, mail, braking.fields);
    if (problem !== null) return failed(deps, account, mail, problem.reason, problem.facts);
    deps.failpoint('mail-out:frozen');
    mail = (await loadOutgoing(deps.db, outgoing)) ?? mail;
  }
  switch (mail.state) {
    case 'frozen':
    case 'deferred': {
      const fresh = mail.attempts === 0 ? mail.frozenAt : null;
      const [recipients, stopped] = await Promise.all([mailRecipients(deps.db, outgoing), askToSend(deps, fresh)]);
      return stopped ?? attempt(deps, account, mail, recipients);
    }
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
  // All of them are paused, or have it.
  if (owed.length === 0) return answered(deps, account, mail, [], recipients);
  const began = performance.now();
  const handed = await handOver(deps, account, mail, owed, certain);
  deps.timed.sendSeconds('smtp', (performance.now() - began) / 1000);
  if (handed.result.outcome === 'answered')
    deps.timed.deliverySeconds('out', (deps.now() - mail.sendAfter.getTime()) / 1000);
  deps.failpoint('mail-out:answered');
  return settle(deps, account, mail, handed, recipients);
}

/** Asks nobody: what could fail here, after the relay has answered, would make the outcome unknown. */
function settle(
  deps: MailOutDeps,
  account: Account,
  mail: Outgoing,
  { result, refused, names }: HandedOver,
  before: readonly OutgoingRecipient[],
): Decision {
  switch (result.outcome) {
    case 'answered':
      return withAliases(answered(deps, account, mail, result.recipients, before), mail, names);
    case 'not-sent':
      return notSent(deps, account, mail, result, before);
    case 'unknown':
      return unknownOutcome(deps, account, mail, result.text, refused);
  }
}

/** The relay answered for each recipient: what it took is done, what it refused is told, what it deferred is tried again. */
function answered(
  deps: MailOutDeps,
  account: Account,
  mail: Outgoing,
  results: readonly RecipientResult[],
  before: readonly OutgoingRecipient[],
): Decision {
  const deferred = results.filter(({ outcome }) => outcome === 'deferred').map(({ address }) => address);
  const late = deferred.length > 0 && isLate(deps, mail);
  const again = deferred.length > 0 && !late;
  let state: 'deferred' | 'failed' | 'sent' = again ? 'deferred' : 'sent';
  const overdue = again ? untoldDelays(deps, mail, before, deferred) : [];
  return {
    outcome: again ? { do: 'retry', afterMs: pause(deps, mail), reason: 'deferred by the relay' } : { do: 'done' },
    write: async (tx) => {
      const failures = await writeResults(tx, account, mail, results, { late, overdue });
      // A report can be here before the answer is written.
      const rungs = (await lockLadder(tx, [mail.outgoing])).map(({ rung }) => rung);
      const bad = rungs.some((rung) => rung === 'refused' || rung === 'paused' || rung === 'bounced');
      if (!again) state = bad ? 'failed' : 'sent';
      await settleMail(tx, mail.outgoing, state, bad ? 'refused' : null);
      await showStatus(tx, deps, mail, signOf(rungs));
      if (failures.length > 0) await tell(tx, deps, account, mail, { kind: 'recipients', failed: failures }, true);
      // Of several return paths some may have been written down by a process that ended.
      if (rungs.some(isTaken)) await fileCopy(tx, mail);
      if (results.some(({ outcome }) => outcome === 'refused')) await noteRefusal(tx, deps);
    },
    after: () => deps.countMail(account, state),
  };
}

/** Certainly not sent: tried again where it may pass later, else told. A login or TLS that is wrong is the operator's to mend. */
function notSent(
  deps: MailOutDeps,
  account: Account,
  mail: Outgoing,
  result: NotSent,
  before: readonly OutgoingRecipient[],
): Decision {
  const words = `${result.code ?? ''} ${result.enhanced ?? ''} ${result.text}`.replace(/\s+/g, ' ').trim();
  if (result.temporary && !isLate(deps, mail)) {
    const owed = before.filter(({ state }) => state === 'waiting' || state === 'deferred');
    const overdue = untoldDelays(
      deps,
      mail,
      before,
      owed.map(({ address }) => address),
    );
    return {
      outcome: { do: 'retry', afterMs: pause(deps, mail), reason: result.reason },
      write: async (tx) => {
        await settleMail(tx, mail.outgoing, 'deferred', result.reason);
        await showStatus(tx, deps, mail, 'deferred');
        await markDelayTold(tx, mail.outgoing, overdue);
        const failed = overdue.map((address) => ({ address, outcome: 'not-handed' as const, words }));
        if (failed.length > 0) await tell(tx, deps, account, mail, { kind: 'recipients', failed }, true);
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
function unknownOutcome(
  deps: MailOutDeps,
  account: Account,
  mail: Outgoing,
  reason: string,
  refused: readonly RecipientResult[] = [],
): Decision {
  const resend = account.onUnknown === 'resend' && !mail.resent;
  return {
    outcome: resend ? { do: 'retry', afterMs: 1_000, reason } : { do: 'done' },
    write: async (tx) => {
      await settleMail(tx, mail.outgoing, resend ? 'deferred' : 'unknown', reason, resend);
      if (!resend) await showStatus(tx, deps, mail, 'unknown');
      const failed = await writeResults(tx, account, mail, refused, { late: false, overdue: [] });
      if (failed.length > 0) await tell(tx, deps, account, mail, { kind: 'recipients', failed }, true);
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

/** Those of the addresses whose delay the room is to be told now, and was not told yet. */
function untoldDelays(
  deps: MailOutDeps,
  mail: Outgoing,
  before: readonly OutgoingRecipient[],
  deferred: readonly Address[],
): Address[] {
  if (!isOverdue(mail, deps.now())) return [];
  const untold = new Set(before.filter(({ delayTold }) => !delayTold).map(({ address }) => address));
  return deferred.filter((address) => untold.has(address));
}

function pause(deps: MailOutDeps, { attempts, frozenAt }: Outgoing): number {
  const planned = (RETRY_MINUTES[Math.min(attempts + 1, RETRY_MINUTES.length) - 1] ?? 1) * 60_000;
  return nextTry(planned, frozenAt === null ? 0 : deps.now() - frozenAt.getTime());
}
