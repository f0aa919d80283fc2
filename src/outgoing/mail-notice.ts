/**
 * Mails that Mailroom writes by itself: a refusal, a notice to people outside. `mailNotice(tx, deps, account, mail)`
 * puts one down, its bytes frozen, in the transaction that decided it; the job `notice-out` mails it once that is
 * committed.
 *
 * Failure policy. Such a mail is never answered (RFC 3834 section 5, null return path) and nobody waits for it: it is
 * sent at most once. Whatever may have been sent is not sent again; what is deferred is tried for `retryFor`; what is
 * refused is over. A relay that refuses the null path gets the account's own address as the return path, at once.
 */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Account } from '../bridge/account/account.ts';
import { automaticFields } from '../bridge/loops/effects.ts';
import { reactionFields } from '../bridge/to-mail/reaction-draft.ts';
import { OWN_HEADER } from '../mail/header/own-fields.ts';
import { addNotice, loadNotice, markNoticeTrying, settleNotice } from '../db/mail-tables/own-mails.ts';
import type { NoticeRow } from '../db/mail-tables/own-mails.ts';
import { ownRows } from '../db/known-ids.ts';
import type { Transaction } from '../db/pool.ts';
import { addJob } from '../queue/queue.ts';
import { domainOf } from '../mail/address.ts';
import { compose, needsUtf8 } from '../mail/compose.ts';
import { answeredConversation } from '../mail/header/thread-index.ts';
import type { HeaderField, MessageId, OutlookConversation, Person } from '../mail/types.ts';
import type { Smtp } from '../smtp/transport.ts';
import type { SmtpResult } from '../smtp/result.ts';
import { askToSend } from './breaker-check.ts';
import type { BreakerDeps } from './breaker-check.ts';
import { AttemptMark, markedBytes } from './mark.ts';
import { RELAY_AWAY, relayTroubleNow } from '../db/mail-tables/relays.ts';
import type { RelayAway } from '../db/mail-tables/relays.ts';
import type { JobDeps } from '../handling/deps.ts';
import { ownWordOfMail } from './own-words.ts';
import { isOpeningFailure, lookAgainAfter, noteFailedOpening, noteOpened } from './relay-health.ts';
import type { Decision, Handler } from '../queue/worker.ts';

/** What a notice says, and to whom. */
export interface NoticeMail {
  /** The fact that it tells, and what for: the same are the same mail, which is sent once. */
  readonly of: string;
  readonly purpose: string;
  readonly to: Person;
  readonly subject: string;
  /** Plain text, line ends LF. */
  readonly text: string;
  /** auto-replied: to a mail; auto-generated: of its own accord. */
  readonly cause: 'auto-replied' | 'auto-generated';
  /** The mail that it answers. */
  readonly answers: {
    readonly messageId: MessageId;
    readonly references: readonly MessageId[];
    readonly conversation: OutlookConversation | null;
  } | null;
  /** Whether the account hears of it where it cannot be delivered; absent for no. */
  readonly returns?: true;
  /** Milliseconds until it may leave; none where it is left out. */
  readonly waitsMs?: number;
  /** Further fields, such as the hops of the mail that it answers. */
  readonly headers?: readonly HeaderField[];
}

/**
 * Puts a notice down; false where the same one was put down before. Whether it may be sent at all is the caller's to
 * decide.
 */
export async function mailNotice(
  tx: Transaction,
  deps: Pick<JobDeps, 'ids'>,
  account: Account,
  mail: NoticeMail,
): Promise<boolean> {
  const { make: notice, known } = deps.ids.notice(account.id, mail.of, mail.purpose);
  if (known.length > 1 && (await ownRows(tx, known)).size > 0) return false;
  const messageId = deps.ids.ownMessageId(notice, domainOf(account.address));
  const { rows } = await tx.query<{ now: Date }>('SELECT now() AS now');
  const date = rows[0]?.now ?? new Date(0);
  const boundary = deps.ids.send(notice, 'boundary');
  const { subject, answers } = mail;
  const conversation = answers?.conversation ?? null;
  const references = mail.answers === null ? [] : [...mail.answers.references, mail.answers.messageId];
  const bytes = await buffer(
    compose(
      {
        messageId,
        date,
        boundary,
        from: { name: account.name, address: account.address },
        to: [mail.to],
        cc: [],
        subject,
        inReplyTo: mail.answers?.messageId ?? null,
        references: references.length <= 20 ? references : [...references.slice(0, 1), ...references.slice(-19)],
        conversation:
          conversation === null ? null : answeredConversation(conversation, { date, subject, seed: boundary }),
        text: mail.text,
        html: '',
        files: [],
        headers: [
          { name: OWN_HEADER, value: deps.ids.ownHeader(notice) },
          ...automaticFields(mail.cause),
          ...reactionFields(account),
          ...(mail.headers ?? []),
        ],
      },
      () => Readable.from([]),
    ),
  );
  const nullPath = mail.returns !== true;
  const added = await addNotice(tx, {
    notice,
    account: account.id,
    recipient: mail.to.address,
    messageId,
    bytes,
    nullPath,
  });
  if (added)
    await addJob(tx, {
      account: account.id,
      queue: 'notice-out',
      key: notice,
      subject: notice,
      delayMs: mail.waitsMs ?? 0,
    });
  return added;
}

export interface NoticeOutDeps extends BreakerDeps {
  readonly smtp: (account: Account) => Smtp;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Milliseconds after which a notice that is deferred is given up. */
  readonly retryFor: number;
  /** Aborts before another process may take this one for dead. */
  readonly certain: () => AbortSignal;
  readonly failpoint: (name: string) => void;
  /** Called in the transaction that writes down that a notice will never be delivered. */
  readonly undelivered: (tx: Transaction, notice: NoticeRow) => Promise<void>;
}

/** Milliseconds until a notice is read again whose mark was set by somebody else. */
const LOST_MS = 1_000;

/** Minutes between tries. */
const RETRY_MINUTES = [1, 5, 15, 60];

/** Mails notices. */
export function noticeOut(deps: NoticeOutDeps): Handler<undefined> {
  return {
    queue: 'notice-out',
    keys: 6,
    perAccount: 2,
    perKey: 1,
    tries: 5,
    overlap: false,
    ahead: Infinity,
    prepare: () => Promise.resolve(undefined),
    run: (job) => run(deps, job.subject),
    buried: async (tx, job, reason) => {
      const notice = await loadNotice(tx, job.subject);
      if (notice !== null) await settleNotice(tx, notice.notice, { ...notice, state: 'lost', reason });
    },
  };
}

async function run(deps: NoticeOutDeps, subject: string): Promise<Decision> {
  const notice = await loadNotice(deps.db, subject);
  const account = notice === null ? undefined : deps.accounts.get(notice.account);
  if (notice === null) return { outcome: { do: 'done' } };
  if (account === undefined) return { outcome: { do: 'elsewhere', account: notice.account } };
  // Nobody else holds the job: the process that marked it is gone, between the mark and the result.
  if (notice.state === 'trying') return settled(notice, 'lost', 'the process ended while it was handed over');
  if (notice.state !== 'waiting') return { outcome: { do: 'done' } };
  const away = await relayTroubleNow(deps.db, account.id);
  if (away !== null) return waiting(deps, notice, away);
  const stopped = await askToSend(deps, notice.attempts === 0 ? notice.at : null);
  if (stopped !== null) return stopped;
  const certain = deps.certain();
  const mark = new AttemptMark(() => markNoticeTrying(deps.db, notice));
  const { recipient, bytes, nullPath } = notice;
  const people = [account.address, recipient].map((address) => ({ name: '', address }));
  const envelope = {
    from: nullPath ? null : account.address,
    to: [recipient],
    size: bytes.length,
    utf8: needsUtf8(people),
  };
  const raw = () => markedBytes(Readable.from([bytes]), mark, (step) => deps.failpoint(`notice-out:${step}`));
  const result = await deps.smtp(account).send(envelope, raw, certain);
  await mark.settled();
  deps.failpoint('notice-out:answered');
  // How it stands is read anew: nothing else may find the mark of a process that was taken for dead.
  if (mark.state === 'lost') return { outcome: { do: 'retry', afterMs: LOST_MS, reason: 'its mark was set already' } };
  return decide(deps, notice, result);
}

function decide(deps: NoticeOutDeps, notice: NoticeRow, result: SmtpResult): Decision {
  switch (result.outcome) {
    case 'unknown':
      return settled(notice, 'lost', result.text);
    case 'answered': {
      const [recipient] = result.recipients;
      const works = (tx: Transaction): Promise<void> => noteOpened(tx, deps.log, notice.account, false);
      if (recipient?.outcome === 'deferred') return also(deferred(deps, notice, recipient.text), works);
      const accepted = recipient?.outcome === 'accepted';
      return also(accepted ? settled(notice, 'sent', null) : refused(deps, notice, recipient?.text ?? ''), works);
    }
    case 'not-sent':
      if (isOpeningFailure(result)) {
        return also(deferred(deps, notice, result.reason, RELAY_AWAY), async (tx) => {
          await noteFailedOpening(tx, deps.log, notice.account, result);
        });
      }
      // The limit of what we may send says nothing about the null path.
      if (ownWordOfMail(result)?.again === true) return deferred(deps, notice, result.text);
      if (result.reason === 'sender-refused' && notice.nullPath) {
        return again({ ...notice, nullPath: false }, 0, 'the relay refuses the null return path');
      }
      return result.temporary ? deferred(deps, notice, result.reason) : refused(deps, notice, result.reason);
  }
}

/** @param waitsFor what the end of the pause is known by, where that is another than the reason */
function deferred(deps: NoticeOutDeps, notice: NoticeRow, reason: string, waitsFor = reason): Decision {
  if (isLate(deps, notice)) return refused(deps, notice, reason);
  return again(notice, pauseOf(notice), reason, waitsFor);
}

/** As a mail of people: nothing is asked of a way out that is in trouble, and its end wakes the notice. */
function waiting(deps: NoticeOutDeps, notice: NoticeRow, away: RelayAway): Decision {
  if (isLate(deps, notice)) return refused(deps, notice, away.reason);
  const afterMs = lookAgainAfter(away);
  return { outcome: { do: 'retry', afterMs, reason: RELAY_AWAY, spread: true } };
}

function isLate(deps: NoticeOutDeps, notice: NoticeRow): boolean {
  return deps.now() - notice.at.getTime() > deps.retryFor;
}

function pauseOf(notice: NoticeRow): number {
  return (RETRY_MINUTES[Math.min(notice.attempts, RETRY_MINUTES.length - 1)] ?? 60) * 60_000;
}

function also(decision: Decision, more: (tx: Transaction) => Promise<void>): Decision {
  return {
    ...decision,
    write: async (tx) => {
      await decision.write?.(tx);
      await more(tx);
    },
  };
}

function again(notice: NoticeRow, afterMs: number, reason: string, waitsFor = reason): Decision {
  return {
    outcome: { do: 'retry', afterMs, reason: waitsFor, spread: afterMs > 0 },
    write: (tx) =>
      settleNotice(tx, notice.notice, { ...notice, state: 'waiting', reason, attempts: notice.attempts + 1 }),
  };
}

/** It will never be delivered. */
function refused(deps: NoticeOutDeps, notice: NoticeRow, reason: string): Decision {
  return also(settled(notice, 'refused', reason), (tx) => deps.undelivered(tx, notice));
}

function settled(notice: NoticeRow, state: 'sent' | 'refused' | 'lost', reason: string | null): Decision {
  return {
    outcome: { do: 'done' },
    write: (tx) => settleNotice(tx, notice.notice, { ...notice, state, reason }),
  };
}
