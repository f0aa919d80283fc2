/** What the relay's answer means for each recipient: pauses of addresses that are bad for good, delays that are told after four hours. */
import type { Account } from '../bridge/account.ts';
import type { DeliveryFacts } from '../bridge/commands-status.ts';
import { DELAY_NOTICE_MS } from '../bridge/ladder.ts';
import type { Rung } from '../bridge/ladder.ts';
import { renderPaused } from '../bridge/ladder-words.ts';
import { notice } from '../bridge/notices.ts';
import type { EventId, ThreadId, UserId } from '../bridge/types.ts';
import { explainRefusal, holdBack, markDelayTold, pauseAddress, pausedAmong } from '../db/ladder.ts';
import { settleRecipient } from '../db/outgoing-delivery.ts';
import type { Outgoing } from '../db/outgoing.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import { addressKey } from '../mail/address.ts';
import { judge } from '../mail/report-reason.ts';
import type { Address } from '../mail/types.ts';
import type { RecipientResult } from '../smtp/result.ts';
import type { JobDeps } from './deps.ts';

type Failed = Extract<DeliveryFacts, { kind: 'recipients' }>['failed'][number];

/** Whether the relay has deferred a mail for so long that the room is told. */
export function isOverdue(mail: Outgoing, now: number): boolean {
  return mail.frozenAt !== null && now - mail.frozenAt.getTime() >= DELAY_NOTICE_MS;
}

function rungOf({ outcome }: RecipientResult, late: boolean): Rung {
  return outcome === 'deferred' && late ? 'refused' : outcome;
}

/** Writes the relay's word on each recipient, and returns what the author must be told of it. */
export async function writeResults(
  tx: Transaction,
  account: Account,
  mail: Outgoing,
  results: readonly RecipientResult[],
  told: { readonly late: boolean; readonly overdue: readonly Address[] },
): Promise<Failed[]> {
  const failures: Failed[] = [];
  for (const result of results) {
    const { address, code, enhanced, text } = result;
    const state = rungOf(result, told.late);
    await settleRecipient(tx, mail.outgoing, { address, state, code, response: `${enhanced ?? ''} ${text}`.trim() });
    if (result.outcome === 'refused') failures.push(await refusal(tx, account, mail, result));
    else if (state === 'refused') failures.push({ address, outcome: 'gave-up', words: wordsOf(result) });
    else if (told.overdue.includes(address)) failures.push({ address, outcome: 'deferred', words: wordsOf(result) });
  }
  await markDelayTold(tx, mail.outgoing, told.overdue);
  return failures;
}

/** A refusal for good pauses the address, as a bounce does: the relay has asked the other server, or knows its own people. */
async function refusal(tx: Transaction, account: Account, mail: Outgoing, result: RecipientResult): Promise<Failed> {
  const { address, enhanced: status, text } = result;
  const { reason, hard } = judge({ status, words: text, at: 'recipient', formal: true });
  await explainRefusal(tx, mail.outgoing, address, { status, reason });
  const words = wordsOf(result);
  if (hard)
    await pauseAddress(tx, account.id, { key: addressKey(address), address, reason, status, words }, mail.outgoing);
  return { address, outcome: 'refused', words, why: reason, paused: hard };
}

function wordsOf({ code, enhanced, text }: RecipientResult): string {
  return `${code === 0 ? '' : code} ${enhanced ?? ''} ${text}`.replace(/\s+/g, ' ').trim();
}

/** Holds back, as a mail is frozen, whoever is paused, and tells so unless that was told when its first message was written. */
export async function holdBackPaused(
  tx: Transaction,
  deps: JobDeps,
  account: Account,
  mail: Outgoing,
  lastEvent: EventId | null,
): Promise<void> {
  const people = addressesOf(mail);
  const paused = await pausedAmong(tx, account.id, people.map(addressKey));
  if (paused.length === 0) return;
  const keys = new Set(paused.map(({ address }) => addressKey(address)));
  await holdBack(
    tx,
    mail.outgoing,
    people.filter((address) => keys.has(addressKey(address))),
  );
  if (lastEvent !== null) await tellPaused(tx, deps, account, { ...mail, event: lastEvent });
}

/** Says to whoever writes to paused addresses that they do not get it, once for each mail. */
export async function tellPaused(
  tx: Transaction,
  deps: JobDeps,
  account: Account,
  mail: Pick<Outgoing, 'outgoing' | 'recipients'> & {
    readonly thread: ThreadId;
    readonly author: UserId;
    readonly event: EventId;
  },
): Promise<void> {
  const people = addressesOf(mail);
  const paused = await pausedAmong(tx, account.id, people.map(addressKey));
  if (paused.length === 0) return;
  await addSend(
    tx,
    notice(deps.ids, {
      place: { account: account.id, thread: mail.thread, room: null },
      bot: deps.ghosts.bot,
      of: mail.outgoing,
      purpose: 'paused',
      said: renderPaused(paused, paused.length < people.length, account.language),
      replyTo: mail.event,
      mention: mail.author,
      outgoing: mail.outgoing,
    }),
  );
}

function addressesOf({ recipients }: Pick<Outgoing, 'recipients'>): Address[] {
  return [...recipients.to, ...recipients.cc, ...(recipients.bcc ?? [])].map(({ address }) => address);
}
