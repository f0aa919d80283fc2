/**
 * Mails that Mailroom writes by itself: a refusal, a notice to people outside. `mailNotice(tx, deps, account, mail)` puts one down, its bytes frozen, in
 * the transaction that decided it; the job `notice-out` mails it once that is committed.
 *
 * Failure policy. Such a mail is never answered (RFC 3834 section 5, null return path) and nobody waits for it: it is sent at most once. Whatever may have
 * been sent is not sent again; what is deferred is tried for `retryFor`; what is refused is over. A relay that refuses the null path gets
 * the account's own address as the return path, at once.
 */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Account } from '../bridge/account.ts';
import { automaticFields } from '../bridge/brakes-effects.ts';
import { OWN_HEADER } from '../bridge/ids.ts';
import { addNotice, loadNotice, markNoticeTrying, settleNotice } from '../db/notices.ts';
import type { NoticeRow } from '../db/notices.ts';
import type { Transaction } from '../db/pool.ts';
import { addJob } from '../db/queue.ts';
import { domainOf } from '../mail/address.ts';
import { compose, needsUtf8 } from '../mail/compose.ts';
import type { HeaderField, MessageId, Person } from '../mail/types.ts';
import type { Smtp } from '../smtp/transport.ts';
import type { SmtpResult } from '../smtp/result.ts';
import { askToSend } from './mail-out-breaker.ts';
import type { BreakerDeps } from './mail-out-breaker.ts';
import type { JobDeps } from './deps.ts';
import type { Decision, Handler } from './worker.ts';

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
  readonly answers: { readonly messageId: MessageId; readonly references: readonly MessageId[] } | null;
  /** Further fields, such as the hops of the mail that it answers. */
  readonly headers?: readonly HeaderField[];
}

/** Puts a notice down; false where the same one was put down before. Whether it may be sent at all is the caller's to decide. */
export async function mailNotice(
  tx: Transaction,
  deps: Pick<JobDeps, 'ids'>,
  account: Account,
  mail: NoticeMail,
): Promise<boolean> {
  const notice = deps.ids.notice(account.id, mail.of, mail.purpose);
  const messageId = deps.ids.ownMessageId(notice, domainOf(account.address));
  const { rows } = await tx.query<{ now: Date }>('SELECT now() AS now');
  const references = mail.answers === null ? [] : [...mail.answers.references, mail.answers.messageId];
  const bytes = await buffer(
    compose(
      {
        messageId,
        date: rows[0]?.now ?? new Date(0),
        boundary: deps.ids.send(notice, 'boundary'),
        from: { name: account.name, address: account.address },
        to: [mail.to],
        cc: [],
        subject: mail.subject,
        inReplyTo: mail.answers?.messageId ?? null,
        references: references.length <= 20 ? references : [...references.slice(0, 1), ...references.slice(-19)],
        text: mail.text,
        html: '',
        files: [],
        headers: [
          { name: OWN_HEADER, value: deps.ids.ownHeader(notice) },
          ...automaticFields(mail.cause),
          ...(mail.headers ?? []),
        ],
      },
      () => Readable.from([]),
    ),
  );
  const added = await addNotice(tx, { notice, account: account.id, recipient: mail.to.address, messageId, bytes });
  if (added) await addJob(tx, { account: account.id, queue: 'notice-out', key: notice, subject: notice });
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
}

/** Minutes between tries. */
const RETRY_MINUTES = [1, 5, 15, 60];

/** Mails notices. */
export function noticeOut(deps: NoticeOutDeps): Handler<undefined> {
  return {
    queue: 'notice-out',
    keys: 2,
    perKey: 1,
    tries: 5,
    overlap: false,
    ahead: 'all',
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
  if (notice === null || account === undefined) return { outcome: { do: 'done' } };
  // Nobody else holds the job: the process that marked it is gone, between the mark and the result.
  if (notice.state === 'trying') return settled(notice, 'lost', 'the process ended while it was handed over');
  const stopped = await askToSend(deps, notice.attempts === 0 ? notice.at : null);
  if (stopped !== null) return stopped;
  const certain = deps.certain();
  if (!(await markNoticeTrying(deps.db, notice.notice))) return { outcome: { do: 'done' } };
  deps.failpoint('notice-out:marked');
  const { recipient, bytes, nullPath } = notice;
  const people = [account.address, recipient].map((address) => ({ name: '', address }));
  const envelope = {
    from: nullPath ? null : account.address,
    to: [recipient],
    size: bytes.length,
    utf8: needsUtf8(people),
  };
  const result = await deps.smtp(account).send(envelope, () => Readable.from([bytes], { objectMode: false }), certain);
  deps.failpoint('notice-out:answered');
  return decide(deps, notice, result);
}

function decide(deps: NoticeOutDeps, notice: NoticeRow, result: SmtpResult): Decision {
  switch (result.outcome) {
    case 'unknown':
      return settled(notice, 'lost', result.text);
    case 'answered': {
      const [recipient] = result.recipients;
      if (recipient?.outcome === 'deferred') return deferred(deps, notice, recipient.text);
      const accepted = recipient?.outcome === 'accepted';
      return settled(notice, accepted ? 'sent' : 'refused', accepted ? null : (recipient?.text ?? ''));
    }
    case 'not-sent':
      if (result.reason === 'sender-refused' && notice.nullPath) {
        return again({ ...notice, nullPath: false }, 0, 'the relay refuses the null return path');
      }
      return result.temporary ? deferred(deps, notice, result.reason) : settled(notice, 'refused', result.reason);
  }
}

function deferred(deps: NoticeOutDeps, notice: NoticeRow, reason: string): Decision {
  if (deps.now() - notice.at.getTime() > deps.retryFor) return settled(notice, 'refused', reason);
  const minutes = RETRY_MINUTES[Math.min(notice.attempts, RETRY_MINUTES.length - 1)] ?? 60;
  return again(notice, minutes * 60_000, reason);
}

function again(notice: NoticeRow, afterMs: number, reason: string): Decision {
  return {
    outcome: { do: 'retry', afterMs, reason },
    write: (tx) => settleNotice(tx, notice.notice, { ...notice, state: 'waiting', reason }),
  };
}

function settled(notice: NoticeRow, state: 'sent' | 'refused' | 'lost', reason: string | null): Decision {
  return {
    outcome: { do: 'done' },
    write: (tx) => settleNotice(tx, notice.notice, { ...notice, state, reason }),
  };
}
