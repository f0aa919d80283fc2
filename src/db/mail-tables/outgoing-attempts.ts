/**
 * What became of each attempt to hand a mail of ours to the relay, for each recipient. Kept as long as the bytes of the
 * mail.
 */
import type { AccountId, MessageKey } from '../../bridge/types.ts';
import type { Address } from '../../mail/types.ts';
import type { Queryable, Transaction } from '../pool.ts';

/** accepted, deferred, refused: the relay's word. not-sent: nothing was handed over. unknown: it may have been sent. */
type AttemptOutcome = 'accepted' | 'deferred' | 'refused' | 'not-sent' | 'unknown';

/** One recipient's result of one attempt. */
export interface AttemptResult {
  readonly address: Address;
  readonly outcome: AttemptOutcome;
  /** The SMTP reply code, null where there was no reply. */
  readonly code: number | null;
  /** RFC 3463. */
  readonly enhanced: string | null;
  /** The words of the relay, or what broke; one line. */
  readonly words: string;
}

/** One attempt at one recipient, as it is kept. */
export interface KeptAttempt extends AttemptResult {
  /** From 1. */
  readonly attempt: number;
  readonly at: Date;
}

/** Characters of a reply that are kept. */
const WORDS = 1_000;

/** Writes the results of an attempt. One that was written before stays: the same attempt has one result. */
export async function writeAttempt(
  tx: Transaction,
  mail: { readonly outgoing: MessageKey; readonly account: AccountId },
  attempt: number,
  results: readonly AttemptResult[],
): Promise<void> {
  if (results.length === 0) return;
  await tx.query(
    `INSERT INTO outgoing_attempts (outgoing, account, attempt, address, outcome, code, enhanced, words)
     SELECT $1, $2, $3, * FROM unnest($4::text[], $5::text[], $6::integer[], $7::text[], $8::text[])
     ON CONFLICT (outgoing, attempt, address) DO NOTHING`,
    [
      mail.outgoing,
      mail.account,
      attempt,
      results.map(({ address }) => address),
      results.map(({ outcome }) => outcome),
      results.map(({ code }) => code),
      results.map(({ enhanced }) => enhanced),
      // A reply is a stranger's text, and text of Postgres holds no U+0000.
      results.map(({ words }) => words.replaceAll('\0', ' ').slice(0, WORDS)),
    ],
  );
}

/** The attempts at a mail of ours, the first first. */
export async function mailAttempts(db: Queryable, outgoing: MessageKey): Promise<KeptAttempt[]> {
  const { rows } = await db.query<KeptAttempt>(
    `SELECT attempt, at, address, outcome, code, enhanced, words FROM outgoing_attempts
     WHERE outgoing = $1 ORDER BY attempt, address`,
    [outgoing],
  );
  return rows;
}
