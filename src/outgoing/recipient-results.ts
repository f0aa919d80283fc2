/**
 * What the relay's answer means for each recipient: pauses of addresses that are bad for good, delays that are told
 * after four hours.
 */
import type { Account } from '../bridge/account/account.ts';
import type { DeliveryFacts } from '../bridge/delivery/outcome-told.ts';
import { DELAY_NOTICE_MS } from '../bridge/delivery/status.ts';
import type { DeliveryStatus } from '../bridge/delivery/status.ts';
import type { OwnFailure } from '../bridge/relay/relay-told.ts';
import { reasonOfOwn } from '../bridge/relay/whose-word.ts';
import type { OwnWord } from '../bridge/relay/whose-word.ts';
import { explainRefusal, markDelayTold, pauseAddress } from '../db/mail-tables/delivery-status.ts';
import { settleRecipient } from '../db/mail-tables/outgoing-delivery.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import type { Transaction } from '../db/pool.ts';
import { addressKey } from '../mail/address.ts';
import { judge } from '../mail/report/reason.ts';
import type { Address } from '../mail/types.ts';
import type { RecipientResult } from '../smtp/result.ts';

type Failed = Extract<DeliveryFacts, { kind: 'recipients' }>['failed'][number];

/** Whether the relay has deferred a mail for so long that the room is told. */
export function isOverdue(mail: Outgoing, now: number): boolean {
  return mail.frozenAt !== null && now - mail.frozenAt.getTime() >= DELAY_NOTICE_MS;
}

function statusOf({ outcome }: RecipientResult, late: boolean): DeliveryStatus {
  return outcome === 'deferred' && late ? 'refused' : outcome;
}

/** Writes the relay's word on each recipient, and returns what the author must be told of it. */
export async function writeResults(
  tx: Transaction,
  account: Account,
  mail: Outgoing,
  results: readonly RecipientResult[],
  told: {
    readonly late: boolean;
    readonly overdue: readonly Address[];
    /** What our own server said, and not theirs. */
    readonly own: ReadonlyMap<Address, OwnWord>;
  },
): Promise<{ readonly theirs: readonly Failed[]; readonly own: readonly OwnFailure[] }> {
  const failures: Failed[] = [];
  const own: OwnFailure[] = [];
  for (const result of results) {
    const { address, code, enhanced, text } = result;
    const word = told.own.get(address);
    const state = statusOf(result, told.late);
    await settleRecipient(tx, mail.outgoing, { address, state, code, response: `${enhanced ?? ''} ${text}`.trim() });
    if (word !== undefined && result.outcome !== 'accepted') {
      // No verdict on the address: nothing is paused by it.
      await explainRefusal(tx, mail.outgoing, address, { status: enhanced, reason: reasonOfOwn(word.kind) });
      const failure = { address, refusal: word.kind, words: wordsOf(result) };
      if (state === 'refused') own.push({ ...failure, then: 'failed' });
      else if (told.overdue.includes(address)) own.push({ ...failure, then: 'again' });
    } else if (result.outcome === 'refused') failures.push(await refusal(tx, account, mail, result));
    else if (state === 'refused') failures.push({ address, outcome: 'gave-up', words: wordsOf(result) });
    else if (told.overdue.includes(address)) failures.push({ address, outcome: 'deferred', words: wordsOf(result) });
  }
  if (told.overdue.length > 0) await markDelayTold(tx, mail.outgoing, told.overdue);
  return { theirs: failures, own };
}

/**
 * A refusal for good pauses the address, as a bounce does: the relay has asked the other server, or knows its own
 * people.
 */
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
