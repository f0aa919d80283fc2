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
import type { MailNow } from '../db/mail-tables/mail-now.ts';
import { closeMail, loadOutgoing } from '../db/mail-tables/outgoing.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import { markedFor, settleMail } from '../db/mail-tables/outgoing-delivery.ts';
import { SEEN_MS } from '../bridge/event/hold-time.ts';
import type { Transaction } from '../db/pool.ts';
import { guardMail } from './loop-check.ts';
import type { LoopGuardDeps } from './loop-check.ts';
import { askToSend } from './breaker-check.ts';
import { BEING_CHANGED, CHANGED_MS, isBeingChanged } from './messages-now.ts';
import { BEING_CHANGED_YET, seeRoom } from './room-seen.ts';
import type { RoomSeenDeps } from './room-seen.ts';
import { askReturned } from './returned.ts';
import { composeMail } from './compose-mail.ts';
import type { ComposeDeps } from './compose-mail.ts';
import { untilYes } from './draft-shown.ts';
import { handOver } from './attempt.ts';
import type { HandedOver } from './attempt.ts';
import type { LeavingTogether } from './leaving-together.ts';
import { failed, isOwed, owedOf, settle, unknownOutcome, waitForRelay } from './mail-settled.ts';
import type { SettleDeps } from './mail-settled.ts';
import { askAgainAfter, turnOfMail } from './mail-turn.ts';
import { showStatus, showWaiting, tell } from '../handling/delivery-signs.ts';
import { outcomeOf } from '../handling/matrix-failure.ts';
import { writeTogether } from '../queue/job-ends.ts';
import type { Job } from '../queue/queue.ts';
import type { Decision, Handler } from '../queue/worker.ts';

export interface MailOutDeps extends ComposeDeps, LoopGuardDeps, SettleDeps, RoomSeenDeps {
  /** Aborts before another process may take this one for dead. */
  readonly certain: () => AbortSignal;
  readonly together: LeavingTogether;
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
  noted: new Set(),
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
    writeAll: (tx, runs, step) => writeTogether(deps.db.gathering(tx), runs, step),
    ahead: Infinity,
    prepare: () => Promise.resolve(undefined),
    run: (job) => deps.together.walk(job.subject as MessageKey, () => run(deps, job)),
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

async function run(deps: MailOutDeps, { subject, attempts }: Job): Promise<Decision> {
  const { together } = deps;
  const outgoing = subject as MessageKey;
  let now = await together.now(outgoing);
  if (now === null) return { outcome: { do: 'done' } };
  const account = deps.accounts.get(now.mail.account);
  if (account === undefined) return { outcome: { do: 'elsewhere', account: now.mail.account } };
  let passes: readonly MessageKey[] = [];
  const isOpen = ({ mail: { state } }: MailNow) => state === 'open' || state === 'closed';
  if (isOpen(now)) {
    const waits = await untilYes(deps, account, now);
    if (waits !== null) return waits;
    // Closed, and still waiting: the quota of its author's mails, or a time that was named (`notBefore`).
    if (now.left > 0) return { outcome: { do: 'retry', afterMs: Math.max(1, now.left), reason: 'hold' } };
    const turn = turnOfMail(now);
    if (turn.do === 'wait') return waitForTurn(deps, now, askAgainAfter(turn.behind, attempts));
    ({ passes } = turn);
    const unseen = await seeRoom(deps, account, now);
    if (unseen !== null) return unseen;
    deps.failpoint('mail-out:seen');
    await together.reach(outgoing, 'seen');
    now = (await together.now(outgoing)) ?? now;
    // What joins it must find it open.
    if (isOpen(now) && now.heard && (await isBeingChanged(deps.db, deps, now.mail))) return BEING_CHANGED_YET;
    if (now.mail.state === 'open') {
      await closeMail(deps.db, outgoing);
      now = (await together.now(outgoing)) ?? now;
      // Something joined it.
      if (now.mail.state === 'open') return { outcome: { do: 'retry', afterMs: 1, reason: 'hold' } };
    }
  }
  const { state } = now.mail;
  if (state === 'closed' || state === 'frozen' || state === 'deferred') {
    const asked = askReturned(deps, account, now);
    if (asked !== null) return asked;
  }
  deps.failpoint('mail-out:closed');
  let bytes: Buffer | null = null;
  if (state === 'closed') {
    const guarded = await guardMail(deps, account, now.mail);
    if (guarded.do === 'stop') return guarded.decision;
    const composed = await composeMail(deps, account, now.mail, guarded.fields, passes, now.messages);
    if (composed.do === 'problem') return failed(deps, account, now.mail, composed.reason, composed.facts);
    if (composed.do === 'frozen') ({ bytes } = composed);
    deps.failpoint('mail-out:frozen');
    now = (await together.now(outgoing)) ?? now;
  }
  return further(deps, account, now, bytes);
}

/** An earlier mail of its conversation goes first. */
async function waitForTurn(deps: MailOutDeps, { mail, away }: MailNow, afterMs: number): Promise<Decision> {
  // It waits for the breaker as well where that is open, and is counted and woken with the others.
  const stopped = await askToSend(deps, null, breakerFor(deps));
  if (stopped !== null) return stopped;
  const waits = {
    outcome: { do: 'retry', afterMs, reason: EARLIER_FIRST },
    beside: { lane: EARLIER_FIRST, name: mail.outgoing },
  } as const;
  // That one waits for the way out, and so does this.
  if (away !== null) return { ...waits, write: (tx) => showStatus(tx, deps, mail, 'deferred') };
  return isWaitSeen(deps, mail) ? { ...waits, write: showing(deps, mail) } : waits;
}

/** A mail that is composed, or was when this job ran before; `bytes` where they are at hand. */
async function further(deps: MailOutDeps, account: Account, now: MailNow, bytes: Buffer | null): Promise<Decision> {
  const { mail, recipients, away } = now;
  switch (mail.state) {
    case 'frozen':
    case 'deferred': {
      if (away !== null && recipients.some(isOwed)) return waitForRelay(deps, account, mail, away, recipients);
      const fresh = mail.attempts === 0 ? mail.frozenAt : null;
      const stopped = await askToSend(deps, fresh, breakerFor(deps));
      if (stopped === null) return attempt(deps, account, now, bytes);
      const isNew = stopped.write === undefined && mail.attempts === 0;
      return isNew ? { ...stopped, write: showing(deps, mail) } : stopped;
    }
    case 'trying': {
      // Nobody else holds the job: the process that marked it is gone, between the end of the data and the reply.
      const marked = await markedFor(deps.db, mail.outgoing);
      const owed = owedOf(recipients);
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

/** Asks the breaker together with other mails. */
function breakerFor({ together }: MailOutDeps): LeavingTogether['breaker'] {
  return (fresh) => together.breaker(fresh);
}

/** Whether a mail waits for so long that its room is shown that it will leave; with a hold that was shown before. */
function isWaitSeen({ now }: MailOutDeps, { sendAfter }: Outgoing): boolean {
  return now() - sendAfter.getTime() >= SEEN_MS;
}

function showing(deps: MailOutDeps, mail: Outgoing): (tx: Transaction) => Promise<void> {
  return (tx) => showWaiting(tx, deps, mail);
}

async function attempt(deps: MailOutDeps, account: Account, now: MailNow, bytes: Buffer | null): Promise<Decision> {
  const { mail, recipients } = now;
  const certain = deps.certain();
  const owed = recipients.filter(isOwed);
  // All of them are paused, or have it.
  if (owed.length === 0) return settle(deps, account, now, NOBODY_OWED);
  const began = performance.now();
  const handed = await handOver(deps, account, { ...mail, bytes }, owed, certain);
  await deps.together.reach(mail.outgoing, 'settling');
  // How it stands is read anew: a mark that a process set as it was taken for dead has no other job to find it.
  if (handed === null) return { outcome: { do: 'retry', afterMs: LOST_MS, reason: MARK_LOST } };
  deps.timed.sendSeconds('smtp', (performance.now() - began) / 1000);
  if (handed.result.outcome === 'answered')
    deps.timed.deliverySeconds('out', (deps.now() - mail.sendAfter.getTime()) / 1000);
  return settle(deps, account, now, handed);
}
