/**
 * How far mails of ours came at each of their recipients, and which addresses are paused. One SQL statement a function.
 */
import type { RecipientReport, ReportedStatus, DeliveryStatus } from '../../bridge/delivery/status.ts';
import type { AccountId, EventId, MessageKey, ThreadId, UserId } from '../../bridge/types.ts';
import type { Address } from '../../mail/types.ts';
import type { OutgoingState } from './outgoing.ts';
import { together } from '../pool.ts';
import type { Queryable, Transaction } from '../pool.ts';

/** A recipient of a mail of ours as it stands. */
export interface DeliveryRow {
  readonly outgoing: MessageKey;
  readonly address: Address;
  readonly delivery: DeliveryStatus;
  /** The server's words, '' for none. */
  readonly words: string;
  readonly status: string | null;
  readonly reason: string | null;
  /** RFC 3464's action of the newest report, null for none. */
  readonly action: string | null;
  /** What a report claims that nothing proves. */
  readonly claimed: ReportedStatus | null;
}

const ROW = `outgoing, address, state AS delivery, coalesce(response, '') AS words, status, reason, action, claimed`;

/** The recipients of these mails, in the order of their header; locked until the transaction ends. */
export function lockDelivery(tx: Transaction, outgoing: readonly MessageKey[]): Promise<readonly DeliveryRow[]> {
  return together(tx, lockDeliveries, outgoing);
}

async function lockDeliveries(
  tx: Transaction,
  asked: readonly (readonly MessageKey[])[],
): Promise<readonly (readonly DeliveryRow[])[]> {
  const { rows } = await tx.query<DeliveryRow>(
    `SELECT ${ROW} FROM outgoing_recipients WHERE outgoing = ANY($1::text[])
     ORDER BY outgoing, field DESC, address FOR UPDATE`,
    [[...new Set(asked.flat())]],
  );
  return asked.map((mails) => rows.filter(({ outgoing }) => mails.includes(outgoing)));
}

/** The recipient whose copy had this return path. */
export async function recipientByToken(
  db: Queryable,
  account: AccountId,
  tokens: readonly string[],
): Promise<{ readonly outgoing: MessageKey; readonly address: Address } | null> {
  const { rows } = await db.query<{ outgoing: MessageKey; address: Address }>(
    'SELECT outgoing, address FROM outgoing_recipients WHERE account = $1 AND token = ANY($2::text[]) LIMIT 1',
    [account, tokens],
  );
  return rows[0] ?? null;
}

/** Gives a recipient's copy its return path, before it is tried; one that it has stays. Returns the one that it has. */
export async function fixToken(db: Queryable, outgoing: MessageKey, address: Address, token: string): Promise<string> {
  const { rows } = await db.query<{ token: string }>(
    `UPDATE outgoing_recipients SET token = coalesce(token, $3) WHERE outgoing = $1 AND address = $2 RETURNING token`,
    [outgoing, address, token],
  );
  return rows[0]?.token ?? token;
}

/** Moves a recipient by a report; what it claimed before is settled by it. */
export async function climb(
  tx: Transaction,
  outgoing: MessageKey,
  found: RecipientReport,
  report: string,
): Promise<void> {
  await tx.query(
    `UPDATE outgoing_recipients SET state = $3, code = coalesce($4, code), response = nullif($5, ''), status = $6,
       reason = $7, action = $8, report = $9, claimed = NULL, at = now() WHERE outgoing = $1 AND address = $2`,
    [
      outgoing,
      found.address,
      found.delivery,
      found.reply,
      found.words,
      found.status,
      found.reason,
      found.action,
      report,
    ],
  );
}

/** Notes what a report claims that nothing proves. */
export async function claim(
  tx: Transaction,
  outgoing: MessageKey,
  address: Address,
  delivery: ReportedStatus,
): Promise<void> {
  await tx.query('UPDATE outgoing_recipients SET claimed = $3 WHERE outgoing = $1 AND address = $2', [
    outgoing,
    address,
    delivery,
  ]);
}

/** Notes why the relay refused a recipient. */
export async function explainRefusal(
  tx: Transaction,
  outgoing: MessageKey,
  address: Address,
  why: { readonly status: string | null; readonly reason: string },
): Promise<void> {
  await tx.query('UPDATE outgoing_recipients SET status = $3, reason = $4 WHERE outgoing = $1 AND address = $2', [
    outgoing,
    address,
    why.status,
    why.reason,
  ]);
}

/** Notes that the room was told of a delay at the relay. */
export async function markDelayTold(
  tx: Transaction,
  outgoing: MessageKey,
  addresses: readonly Address[],
): Promise<void> {
  await tx.query(
    'UPDATE outgoing_recipients SET delay_told_at = now() WHERE outgoing = $1 AND address = ANY($2::text[])',
    [outgoing, addresses],
  );
}

/**
 * A mail of which something bounced counts as failed, where the relay owes nothing any more: `!mail retry` finds it.
 */
export async function markBounced(tx: Transaction, outgoing: MessageKey): Promise<void> {
  await tx.query(`UPDATE outgoing SET state = 'failed', reason = 'bounced' WHERE outgoing = $1 AND state = 'sent'`, [
    outgoing,
  ]);
}

/** An address that nothing is sent to, and why. */
export interface Paused {
  readonly address: Address;
  /** A `ReportReason`. */
  readonly reason: string;
  readonly status: string | null;
  readonly words: string;
  readonly since: Date;
}

/** Pauses an address; one that is paused stays as it is. Returns whether it was not. */
export async function pauseAddress(
  tx: Transaction,
  account: AccountId,
  paused: Omit<Paused, 'since'> & { readonly key: string },
  outgoing: MessageKey,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO paused_addresses (account, address_key, address, reason, status, words, outgoing)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (account, address_key) DO NOTHING`,
    [account, paused.key, paused.address, paused.reason, paused.status, paused.words, outgoing],
  );
  return rowCount === 1;
}

/** Those of the addresses that are paused; `keys` are theirs by `addressKey`. */
export async function pausedAmong(db: Queryable, account: AccountId, keys: readonly string[]): Promise<Paused[]> {
  if (keys.length === 0) return [];
  const { rows } = await db.query<Paused>(
    `SELECT address, reason, status, words, since FROM paused_addresses
     WHERE account = $1 AND address_key = ANY($2::text[]) ORDER BY since, address`,
    [account, keys],
  );
  return rows;
}

/**
 * Notes that the people of a conversation are told of paused addresses; the keys of those of whom they were not, since
 * they are paused.
 */
export async function noteLeftOut(
  tx: Transaction,
  at: { readonly account: AccountId; readonly thread: ThreadId },
  paused: readonly { readonly key: string; readonly since: Date }[],
): Promise<string[]> {
  const { rows } = await tx.query<{ key: string }>(
    `INSERT INTO left_out_told AS t (account, thread, address_key, since)
     SELECT $1, $2, key, since FROM unnest($3::text[], $4::timestamptz[]) AS paused (key, since)
     ON CONFLICT (thread, address_key) DO UPDATE SET since = excluded.since WHERE t.since <> excluded.since
     RETURNING address_key AS key`,
    [at.account, at.thread, paused.map(({ key }) => key), paused.map(({ since }) => since)],
  );
  return rows.map(({ key }) => key);
}

/** Ends the pause of addresses, by their keys; returns how many were paused. */
export async function unpauseAddresses(tx: Transaction, account: AccountId, keys: readonly string[]): Promise<number> {
  const { rowCount } = await tx.query(
    'DELETE FROM paused_addresses WHERE account = $1 AND address_key = ANY($2::text[])',
    [account, keys],
  );
  return rowCount ?? 0;
}

/** Holds back recipients of a frozen mail that was not tried yet. */
export async function withhold(tx: Transaction, outgoing: MessageKey, addresses: readonly Address[]): Promise<void> {
  await tx.query(
    `UPDATE outgoing_recipients SET state = 'paused'
     WHERE outgoing = $1 AND address = ANY($2::text[]) AND state = 'waiting'`,
    [outgoing, addresses],
  );
}

/** Recipients from whom mails of a thread were withheld, oldest mail first. */
export async function withheld(
  db: Queryable,
  thread: ThreadId,
): Promise<{ readonly outgoing: MessageKey; readonly address: Address }[]> {
  const { rows } = await db.query<{ outgoing: MessageKey; address: Address }>(
    `SELECT outgoing, address FROM outgoing_recipients r JOIN outgoing o USING (outgoing)
     WHERE thread = $1 AND r.state = 'paused' AND o.state IN ('failed', 'deferred', 'sent') ORDER BY opened_at`,
    [thread],
  );
  return rows;
}

/** A mail as `!mail status` tells it. */
export interface ToldMail {
  readonly outgoing: MessageKey;
  readonly state: OutgoingState;
  readonly author: UserId;
  readonly openedAt: Date;
  /** Before it is frozen it has no recipients of its own yet. */
  readonly planned: readonly Address[];
}

/** The newest mails of a thread (or the one that an event is in), newest first. */
export async function toldMails(
  db: Queryable,
  where: { readonly thread: ThreadId; readonly event: EventId | null },
  limit: number,
): Promise<ToldMail[]> {
  const { rows } = await db.query<{
    outgoing: MessageKey;
    state: OutgoingState;
    author: UserId;
    openedAt: Date;
    planned: Address[] | null;
  }>(
    `SELECT outgoing, state, author, opened_at AS "openedAt",
       (SELECT json_agg(one ->> 'address') FROM (
          SELECT json_array_elements(recipients -> 'to') AS one
          UNION ALL SELECT json_array_elements(recipients -> 'cc')) AS people) AS planned
     FROM outgoing WHERE thread = $1 AND ($2::text IS NULL
       OR outgoing IN (SELECT outgoing FROM outgoing_events WHERE event = $2)) ORDER BY opened_at DESC LIMIT $3`,
    [where.thread, where.event, limit],
  );
  return rows.map((row) => ({ ...row, planned: row.planned ?? [] }));
}
