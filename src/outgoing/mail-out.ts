/**
 * A mail of ours from the end of its hold to the relay's answer: when its turn in the conversation has come its room is
 * looked at, then it is closed, composed and frozen, sent, settled.
 *
 * Failure policy. Before the bytes are frozen everything can be repeated. Frozen bytes never change: every try sends
 * the same. An attempt is marked directly before the end of the data and the mark goes with the reply
 * (`outgoing/attempt.ts`); it is broken off before another process may take this one for dead (no key fences SMTP's
 * DATA, so that two must never be at it). Whoever finds a mark knows that the process died in between, and treats it
 * like a connection that broke after the data: the outcome is unknown. Then, by the account's choice, it is sent once
 * more, after the pause of a mail that was deferred, and the room is told, or held. Bytes that could not be read to
 * their end were not sent: a plain retry.
 * Recipients that were refused are not asked again; deferred ones alone are, at growing distances, until the time for
 * retries is over.
 */
import type { Account } from '../bridge/account/account.ts';
import type { MessageKey } from '../bridge/types.ts';
import { EARLIER_FIRST } from '../db/mail-tables/mail-order.ts';
import { closeMail, holdLeft, loadOutgoing } from '../db/mail-tables/outgoing.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import { mailRecipients, markedFor, settleMail } from '../db/mail-tables/outgoing-delivery.ts';
import type { OutgoingRecipient } from '../db/mail-tables/outgoing-delivery.ts';
import { relayTroubleNow } from '../db/mail-tables/relays.ts';
import { SEEN_MS } from '../bridge/event/hold-time.ts';
import type { Transaction } from '../db/pool.ts';
import { guardMail } from './loop-check.ts';
import type { LoopGuardDeps } from './loop-check.ts';
import { askToSend } from './breaker-check.ts';
import { BEING_CHANGED, CHANGED_MS } from './messages-now.ts';
import { seeRoom } from './room-seen.ts';
import type { RoomSeenDeps } from './room-seen.ts';
import { askReturned } from './returned.ts';
import { composeMail } from './compose-mail.ts';
import type { ComposeDeps } from './compose-mail.ts';
import { untilYes } from './draft-shown.ts';
import { handOver } from './attempt.ts';
import type { HandedOver } from './attempt.ts';
import { failed, isOwed, owedOf, settle, unknownOutcome, waitForRelay } from './mail-settled.ts';
import type { SettleDeps } from './mail-settled.ts';
import { askAgainAfter, turnOfMail } from './mail-turn.ts';
import { showStatus, showWaiting, tell } from '../handling/delivery-signs.ts';
import { outcomeOf } from '../handling/matrix-failure.ts';
import type { Decision, Handler } from '../queue/worker.ts';

export interface MailOutDeps extends ComposeDeps, LoopGuardDeps, SettleDeps, RoomSeenDeps {
  /** Aborts before another process may take this one for dead. */
  readonly certain: () => AbortSignal;
  readonly timed: {
    readonly sendSeconds: (kind: 'smtp', seconds: number) => void;
    readonly deliverySeconds: (direction: 'out', seconds: number) => void;
  };
}

/** Milliseconds until a mail is read again whose mark was set by somebody else. */
const LOST_MS = 1_000;
/** Nothing was asked of the relay. */
const NOBODY_OWED: HandedOver = {
  result: { outcome: 'answered', recipients: [], serverMessageId: null },
  refused: [],
  before: [],
  last: [],
  names: [],
};
const MARK_LOST = 'another attempt is at it, or it was taken back';

export function mailOut(deps: MailOutDeps): Handler<undefined> {
  return {
    queue: 'mail-out',
    keys: 32,
    perAccount: 8,
    perKey: 1,
    tries: 5,
    overlap: false,
    // Whom two transactions settle they lock in one order: accounts, in each its mails.
    together: (a, b) => ((a.account ?? '') + a.subject < (b.account ?? '') + b.subject ? -1 : 1),
    ahead: 'all',
    prepare: () => Promise.resolve(undefined),
    run: (job) => run(deps, job.subject as MessageKey),
    judge: (error, job) => outcomeOf(deps.failure, error, job),
    buried: async (tx, job, reason, userText) => {
      const mail = await loadOutgoing(tx, job.subject);
      const account = mail === null ? undefined : deps.accounts.get(mail.account);
      if (mail === null || account === undefined) return;
      await settleMail(tx, mail.outgoing, { state: 'failed', reason });
      await showStatus(tx, deps, mail, 'failed');
      await tell(tx, deps, account, mail, { kind: 'not-sent', words: userText === '' ? reason : userText }, true);
    },
  };
}

async function run(deps: MailOutDeps, outgoing: MessageKey): Promise<Decision> {
  let mail = await loadOutgoing(deps.db, outgoing);
  const account = mail === null ? undefined : deps.accounts.get(mail.account);
  if (mail === null) return { outcome: { do: 'done' } };
  if (account === undefined) return { outcome: { do: 'elsewhere', account: mail.account } };
  let passes: readonly MessageKey[] = [];
  if (mail.state === 'open' || mail.state === 'closed') {
    const waits = await untilYes(deps, account, mail);
    if (waits !== null) return waits;
    // Closed, and still waiting: the quota of its author's mails, or a time that was named (`notBefore`).
    const left = await holdLeft(deps.db, outgoing);
    if (left > 0) return { outcome: { do: 'retry', afterMs: Math.max(1, left), reason: 'hold' } };
    const turn = await turnOfMail(deps.db, mail);
    if (turn.do === 'wait') {
      // It waits for the breaker as well where that is open, and is counted and woken with the others.
      const stopped = await askToSend(deps, null);
      if (stopped !== null) return stopped;
      const outcome = {
        do: 'retry',
        afterMs: askAgainAfter(turn.behind),
        reason: EARLIER_FIRST,
      } as const;
      // That one waits for the way out, and so does this.
      const waits = (await relayTroubleNow(deps.db, account.id)) === null ? null : mail;
      if (waits !== null) return { outcome, write: (tx) => showStatus(tx, deps, waits, 'deferred') };
      return isWaitSeen(deps, mail) ? { outcome, write: showing(deps, mail) } : { outcome };
    }
    ({ passes } = turn);
    const unseen = await seeRoom(deps, account, mail);
    if (unseen !== null) return unseen;
    deps.failpoint('mail-out:seen');
    await closeMail(deps.db, outgoing);
    mail = (await loadOutgoing(deps.db, outgoing)) ?? mail;
    // Something joined it.
    if (mail.state === 'open') return { outcome: { do: 'retry', afterMs: 1, reason: 'hold' } };
  }
  if (mail.state === 'closed' || mail.state === 'frozen' || mail.state === 'deferred') {
    const asked = await askReturned(deps, account, mail);
    if (asked !== null) return asked;
  }
  deps.failpoint('mail-out:closed');
  if (mail.state === 'closed') {
    const guarded = await guardMail(deps, account, mail);
    if (guarded.do === 'stop') return guarded.decision;
    const problem = await composeMail(deps, account, mail, guarded.fields, passes);
    if (problem !== null) return failed(deps, account, mail, problem.reason, problem.facts);
    deps.failpoint('mail-out:frozen');
    mail = (await loadOutgoing(deps.db, outgoing)) ?? mail;
  }
  return further(deps, account, mail);
}

/** A mail that is composed, or was when this job ran before. */
async function further(deps: MailOutDeps, account: Account, mail: Outgoing): Promise<Decision> {
  switch (mail.state) {
    case 'frozen':
    case 'deferred': {
      const [recipients, away] = await Promise.all([
        mailRecipients(deps.db, mail.outgoing),
        relayTroubleNow(deps.db, account.id),
      ]);
      if (away !== null && recipients.some(isOwed)) return waitForRelay(deps, account, mail, away, recipients);
      const fresh = mail.attempts === 0 ? mail.frozenAt : null;
      const stopped = await askToSend(deps, fresh);
      if (stopped === null) return attempt(deps, account, mail, recipients);
      return stopped.write === undefined ? { ...stopped, write: showing(deps, mail) } : stopped;
    }
    case 'trying': {
      // Nobody else holds the job: the process that marked it is gone, between the end of the data and the reply.
      const marked = await markedFor(deps.db, mail.outgoing);
      const owed = owedOf(await mailRecipients(deps.db, mail.outgoing));
      const perhaps = marked === null ? owed : owed.filter((address) => marked.includes(address));
      const reason = 'the process ended while the mail was handed over';
      return unknownOutcome(deps, account, mail, reason, { attempt: mail.attempts, perhaps, answered: [] });
    }
    case 'closed':
      // Something that was received about it is decided first.
      return { outcome: { do: 'retry', afterMs: CHANGED_MS, reason: BEING_CHANGED } };
    case 'open':
    case 'sent':
    case 'failed':
    case 'unknown':
    case 'cancelled':
      return { outcome: { do: 'done' } };
  }
}

/** Whether a mail waits for so long that its room is shown that it will leave; with a hold that was shown before. */
function isWaitSeen({ now }: MailOutDeps, { sendAfter }: Outgoing): boolean {
  return now() - sendAfter.getTime() >= SEEN_MS;
}

function showing(deps: MailOutDeps, mail: Outgoing): (tx: Transaction) => Promise<void> {
  return (tx) => showWaiting(tx, deps, mail);
}

async function attempt(
  deps: MailOutDeps,
  account: Account,
  mail: Outgoing,
  recipients: readonly OutgoingRecipient[],
): Promise<Decision> {
  const certain = deps.certain();
  const owed = recipients.filter(isOwed);
  // All of them are paused, or have it.
  if (owed.length === 0) return settle(deps, account, mail, NOBODY_OWED, recipients);
  const began = performance.now();
  const handed = await handOver(deps, account, mail, owed, certain);
  // How it stands is read anew: a mark that a process set as it was taken for dead has no other job to find it.
  if (handed === null) return { outcome: { do: 'retry', afterMs: LOST_MS, reason: MARK_LOST } };
  deps.timed.sendSeconds('smtp', (performance.now() - began) / 1000);
  if (handed.result.outcome === 'answered')
    deps.timed.deliverySeconds('out', (deps.now() - mail.sendAfter.getTime()) / 1000);
  return settle(deps, account, mail, handed, recipients);
}
