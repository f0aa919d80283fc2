/**
 * What an attempt at the relay came to, as it is written down in one transaction: who has the mail, who is asked again
 * and when, and what the room is shown.
 */
import type { Account } from '../bridge/account/account.ts';
import type { DeliveryFacts } from '../bridge/delivery/outcome-told.ts';
import type { OwnFailure } from '../bridge/relay/relay-told.ts';
import { relayTroubleOf } from '../bridge/relay/trouble.ts';
import { isTaken, nextTry, deliverySignOf } from '../bridge/delivery/status.ts';
import { lockDelivery, markDelayTold } from '../db/mail-tables/delivery-status.ts';
import { settleMail } from '../db/mail-tables/outgoing-delivery.ts';
import type { OutgoingRecipient } from '../db/mail-tables/outgoing-delivery.ts';
import type { MailNow } from '../db/mail-tables/mail-now.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import { writeAttempt } from '../db/mail-tables/outgoing-attempts.ts';
import type { AttemptResult } from '../db/mail-tables/outgoing-attempts.ts';
import { RELAY_AWAY } from '../db/mail-tables/relays.ts';
import type { RelayAway } from '../db/mail-tables/relays.ts';
import type { Transaction } from '../db/pool.ts';
import { showStatus, tell } from '../handling/delivery-signs.ts';
import type { Address } from '../mail/types.ts';
import { addJob } from '../queue/queue.ts';
import type { Decision } from '../queue/worker.ts';
import type { NotSent, RecipientResult } from '../smtp/result.ts';
import type { Smtp } from '../smtp/transport.ts';
import { withAliases } from './alias.ts';
import type { HandedOver } from './attempt.ts';
import { noteRefusal } from './breaker-check.ts';
import type { BreakerDeps } from './breaker-check.ts';
import { isToldAtOnce, ownWordOfMail, ownWordsOf, tellLobby, tellOwn, withoutHaste } from './own-words.ts';
import { isOverdue, writeResults } from './recipient-results.ts';
import { isOpeningFailure, lookAgainAfter, noteFailedOpening, noteOpened, wordsOf } from './relay-health.ts';
import type { RelayVerdict } from './relay-health.ts';

export interface SettleDeps extends BreakerDeps {
  readonly smtp: (account: Account) => Smtp;
  readonly now: () => number;
  /** Milliseconds after which a mail that is deferred is given up. */
  readonly retryFor: number;
  /** Milliseconds that the trouble of a way out has to last until people are told (`times.account_trouble`). */
  readonly graceMs: number;
  readonly countMail: (account: Account, end: 'sent' | 'failed' | 'deferred' | 'unknown' | 'cancelled') => void;
}

/** Minutes between tries: 1 m, 5 m, 15 m, 1 h, then every 4 h. */
const RETRY_MINUTES = [1, 5, 15, 60, 240];

/** Asks nobody: what could fail here, after the relay has answered, would make the outcome unknown. */
export function settle(
  deps: SettleDeps,
  account: Account,
  now: Pick<MailNow, 'mail' | 'recipients'>,
  { result, refused, before: answeredBefore, noted, last, names }: HandedOver,
): Decision {
  const { mail, recipients: before } = now;
  const attempt = mail.attempts + 1;
  switch (result.outcome) {
    case 'answered':
      return withAliases(answered(deps, account, now, result.recipients, noted), mail, names);
    case 'not-sent':
      return notSent(deps, account, mail, result, before);
    case 'unknown':
      return unknownOutcome(
        deps,
        account,
        mail,
        result.text,
        { attempt, perhaps: last, answered: answeredBefore },
        refused,
      );
  }
}

/**
 * The relay answered for each recipient: what it took is done, what it refused is told, what it deferred is tried
 * again.
 */
function answered(
  deps: SettleDeps,
  account: Account,
  { mail, recipients: before }: Pick<MailNow, 'mail' | 'recipients'>,
  said: readonly RecipientResult[],
  noted: ReadonlySet<Address>,
): Decision {
  const own = ownWordsOf(said);
  const results = withoutHaste(said, own);
  const deferred = results.filter(({ outcome }) => outcome === 'deferred').map(({ address }) => address);
  const late = deferred.length > 0 && isLate(deps, mail);
  const again = deferred.length > 0 && !late;
  let state: 'deferred' | 'failed' | 'sent' = again ? 'deferred' : 'sent';
  const isAtOnce = (address: Address): boolean => {
    const word = own.get(address);
    return word !== undefined && isToldAtOnce(word);
  };
  const overdue = again ? untoldDelays(deps, mail, before, deferred, isAtOnce) : [];
  return {
    outcome: again
      ? { do: 'retry', afterMs: pause(deps, mail, mail.attempts + 1), reason: 'deferred by the relay', spread: true }
      : { do: 'done' },
    write: async (tx) => {
      const isNews = ({ outcome, address }: RecipientResult) => outcome !== 'accepted' || !noted.has(address);
      await writeAttempt(tx, mail, mail.attempts + 1, said.filter(isNews).map(toAttempt));
      // Another mail may have found it away meanwhile.
      if (results.length > 0) await noteOpened(tx, deps.log, account.id, false);
      const failures = await writeResults(tx, account, mail, results.filter(isNews), { late, overdue, own });
      // A report can be here before the answer is written.
      const deliveries = (await lockDelivery(tx, [mail.outgoing])).map(({ delivery }) => delivery);
      const sign = deliverySignOf(deliveries);
      const bad = sign === 'failed';
      if (!again) state = bad ? 'failed' : 'sent';
      await settleMail(tx, mail.outgoing, { state, reason: bad ? 'refused' : null, attempt: mail.attempts + 1 });
      await showStatus(tx, deps, mail, sign);
      const { theirs } = failures;
      if (theirs.length > 0) await tell(tx, deps, account, mail, { kind: 'recipients', failed: theirs }, true);
      await tellOwn(tx, deps, account, mail, failures.own);
      // Of several return paths some may have been written down by a process that ended.
      // What guests get is ours: what people said of it has its copies where they said it.
      if (mail.author !== deps.ghosts.bot && deliveries.some(isTaken)) await fileCopy(tx, mail);
      if (results.some(({ outcome }) => outcome === 'refused')) await noteRefusal(tx, deps);
    },
    after: () => deps.countMail(account, state),
  };
}

/**
 * Certainly not sent: tried again where it may pass later, else told. A login or TLS that is wrong is the operator's to
 * mend.
 */
function notSent(
  deps: SettleDeps,
  account: Account,
  mail: Outgoing,
  result: NotSent,
  before: readonly OutgoingRecipient[],
): Decision {
  const words = wordsOf(result);
  const { code, enhanced, text } = result;
  const keepAttempt = (tx: Transaction): Promise<void> => {
    const what = { outcome: 'not-sent', code, enhanced, words: text === '' ? result.reason : text } as const;
    return writeAttempt(
      tx,
      mail,
      mail.attempts + 1,
      owedOf(before).map((address) => ({ address, ...what })),
    );
  };
  if (isOpeningFailure(result)) return relayFailed(deps, account, mail, result, before, keepAttempt);
  // Its bytes, or the mark at their end, could not be had from the database.
  if (result.reason === 'source') {
    return {
      outcome: { do: 'failed', reason: result.text },
      write: (tx) => settleMail(tx, mail.outgoing, { state: 'frozen', reason: result.reason }),
    };
  }
  const own = ownWordOfMail(result);
  const people = owedOf(before);
  const failures = (then: OwnFailure['then'], whom: readonly Address[]): OwnFailure[] =>
    own === null ? [] : whom.map((address) => ({ address, refusal: own.kind, words, then }));
  if ((result.temporary || own?.again === true) && !isLate(deps, mail)) {
    const overdue = untoldDelays(deps, mail, before, people, () => own !== null && isToldAtOnce(own));
    return {
      outcome: { do: 'retry', afterMs: pause(deps, mail, mail.attempts + 1), reason: result.reason, spread: true },
      write: async (tx) => {
        await keepAttempt(tx);
        await settleMail(tx, mail.outgoing, { state: 'deferred', reason: result.reason, attempt: mail.attempts + 1 });
        await showStatus(tx, deps, mail, 'deferred');
        await markDelayTold(tx, mail.outgoing, overdue);
        await tellOwn(tx, deps, account, mail, failures('again', overdue));
        const failed = overdue.map((address) => ({ address, outcome: 'not-handed' as const, words }));
        if (own === null && failed.length > 0)
          await tell(tx, deps, account, mail, { kind: 'recipients', failed }, true);
      },
      after: () => deps.countMail(account, 'deferred'),
    };
  }
  const facts: DeliveryFacts =
    result.reason === 'too-large'
      ? { kind: 'too-large', size: mail.size ?? 0, limit: deps.smtp(account).facts()?.size ?? null }
      : result.reason === 'utf8-missing'
        ? { kind: 'utf8-missing' }
        : own !== null
          ? { kind: 'own', failures: failures('failed', people) }
          : { kind: 'not-sent', words: words === '' ? result.reason : words };
  return failed(deps, account, mail, result.reason, facts, async (tx) => {
    await keepAttempt(tx);
    await tellLobby(tx, deps, account, failures('failed', people));
  });
}

/**
 * No connection could be made ready: the mail waits for the account's way out, as all mails of the account do from here
 * on.
 */
function relayFailed(
  deps: SettleDeps,
  account: Account,
  mail: Outgoing,
  result: Parameters<typeof noteFailedOpening>[3],
  before: readonly OutgoingRecipient[],
  keepAttempt: (tx: Transaction) => Promise<void>,
): Decision {
  const attempt = mail.attempts + 1;
  const note = async (tx: Transaction): Promise<RelayVerdict> => {
    await keepAttempt(tx);
    return noteFailedOpening(tx, deps.log, account.id, result);
  };
  const isAtOnce = relayTroubleOf(result) === 'login';
  return waits(deps, account, mail, { note, attempt, isAtOnce, afterMs: pause(deps, mail, attempt) }, before);
}

/** A mail whose account's way out is in trouble asks nothing of it. */
export function waitForRelay(
  deps: SettleDeps,
  account: Account,
  mail: Outgoing,
  away: RelayAway,
  before: readonly OutgoingRecipient[],
): Decision {
  const isTold = away.state === 'bad-credentials' || away.forMs >= deps.graceMs;
  const note = (): Promise<RelayVerdict> => Promise.resolve(away);
  const { attempts: attempt } = mail;
  return waits(deps, account, mail, { note, attempt, isAtOnce: isTold, afterMs: lookAgainAfter(away) }, before);
}

function waits(
  deps: SettleDeps,
  account: Account,
  mail: Outgoing,
  waiting: {
    readonly note: (tx: Transaction) => Promise<RelayVerdict>;
    readonly attempt: number;
    /** Whether the author is told now that it waits. */
    readonly isAtOnce: boolean;
    readonly afterMs: number;
  },
  before: readonly OutgoingRecipient[],
): Decision {
  const { attempt } = waiting;
  const isGivenUp = isLate(deps, mail);
  const overdue = untoldDelays(deps, mail, before, owedOf(before));
  return {
    outcome: isGivenUp ? { do: 'done' } : { do: 'retry', afterMs: waiting.afterMs, reason: RELAY_AWAY, spread: true },
    write: async (tx) => {
      const { reason: trouble, words } = await waiting.note(tx);
      const state = isGivenUp ? 'failed' : 'deferred';
      await settleMail(tx, mail.outgoing, { state, reason: trouble, attempt });
      await showStatus(tx, deps, mail, state);
      await markDelayTold(tx, mail.outgoing, overdue);
      const relay = { trouble, words };
      if (isGivenUp) await tell(tx, deps, account, mail, { kind: 'waited', relay }, true);
      else if (overdue.length > 0) await tell(tx, deps, account, mail, { kind: 'waits-long', relay }, false);
      else if (waiting.isAtOnce) await tell(tx, deps, account, mail, { kind: 'waits', relay }, false);
    },
    after: () => {
      if (isGivenUp || attempt > mail.attempts) deps.countMail(account, isGivenUp ? 'failed' : 'deferred');
    },
  };
}

export function failed(
  deps: SettleDeps,
  account: Account,
  mail: Outgoing,
  reason: string,
  facts: DeliveryFacts,
  also: (tx: Transaction) => Promise<void> = () => Promise.resolve(),
): Decision {
  return {
    outcome: { do: 'done' },
    write: async (tx) => {
      await also(tx);
      await settleMail(tx, mail.outgoing, { state: 'failed', reason });
      await showStatus(tx, deps, mail, 'failed');
      await tell(tx, deps, account, mail, facts, true);
    },
    after: () => deps.countMail(account, 'failed'),
  };
}

/**
 * May have been sent. One resend with the same bytes and Message-ID, which most receivers fold into one; a second
 * unknown outcome, or an account that holds, leaves it to people.
 */
export function unknownOutcome(
  deps: SettleDeps,
  account: Account,
  mail: Outgoing,
  reason: string,
  made: {
    readonly attempt: number;
    /** Who may have it. */
    readonly perhaps: readonly Address[];
    readonly answered: readonly RecipientResult[];
  },
  refused: readonly RecipientResult[] = [],
): Decision {
  const resend = account.onUnknown === 'resend' && !mail.resent;
  return {
    // What broke it is likely to break the next try at once: it waits as long as for a relay that asks for patience.
    outcome: resend ? { do: 'retry', afterMs: pause(deps, mail, made.attempt), reason, spread: true } : { do: 'done' },
    write: async (tx) => {
      const nothing = { code: null, enhanced: null, words: reason };
      const answered = made.answered.map(toAttempt);
      await writeAttempt(tx, mail, made.attempt, [
        ...answered,
        ...made.perhaps.map((address) => ({ address, outcome: 'unknown' as const, ...nothing })),
      ]);
      const state = resend ? 'deferred' : 'unknown';
      await settleMail(tx, mail.outgoing, { state, reason, attempt: made.attempt, resent: resend });
      await showStatus(tx, deps, mail, state);
      // The attempt counts, whoever finds out: a further one of unknown outcome is told again.
      const told = { ...mail, attempts: made.attempt };
      const own = ownWordsOf(refused);
      const failed = await writeResults(tx, account, mail, withoutHaste(refused, own), {
        late: false,
        overdue: [],
        own,
      });
      const { theirs } = failed;
      if (theirs.length > 0) await tell(tx, deps, account, told, { kind: 'recipients', failed: theirs }, true);
      await tellOwn(tx, deps, account, told, failed.own);
      await tell(tx, deps, account, told, { kind: 'unknown', then: resend ? 'resent' : 'held' }, !resend);
    },
    after: () => deps.countMail(account, 'unknown'),
  };
}

export function isOwed({ state }: OutgoingRecipient): boolean {
  return state === 'waiting' || state === 'deferred';
}

export function owedOf(recipients: readonly OutgoingRecipient[]): Address[] {
  return recipients.filter(isOwed).map(({ address }) => address);
}

function toAttempt({ address, outcome, code, enhanced, text }: RecipientResult): AttemptResult {
  return { address, outcome, code: code === 0 ? null : code, enhanced, words: text };
}

/** The copy in Sent and \Answered need the mailbox: another job, of whoever holds the account's lease. */
async function fileCopy(tx: Transaction, mail: Outgoing): Promise<void> {
  await addJob(tx, { account: mail.account, queue: 'mail-sent', key: mail.account, subject: mail.outgoing });
}

function isLate(deps: SettleDeps, mail: Outgoing): boolean {
  return mail.frozenAt !== null && deps.now() - mail.frozenAt.getTime() > deps.retryFor;
}

/** Those of the addresses whose delay the room is to be told now, and was not told yet. */
function untoldDelays(
  deps: SettleDeps,
  mail: Outgoing,
  before: readonly OutgoingRecipient[],
  deferred: readonly Address[],
  isAtOnce: (address: Address) => boolean = () => false,
): Address[] {
  const isLong = isOverdue(mail, deps.now());
  const untold = new Set(before.filter(({ delayTold }) => !delayTold).map(({ address }) => address));
  return deferred.filter((address) => untold.has(address) && (isLong || isAtOnce(address)));
}

/** Milliseconds until the next try after `attempts` of them. */
function pause(deps: SettleDeps, { frozenAt }: Outgoing, attempts: number): number {
  const planned = (RETRY_MINUTES[Math.min(attempts, RETRY_MINUTES.length) - 1] ?? 1) * 60_000;
  return nextTry(planned, frozenAt === null ? 0 : deps.now() - frozenAt.getTime());
}
