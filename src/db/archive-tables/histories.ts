/**
 * The mail of before an account was connected for the first time, and how far it is brought in. One SQL statement a
 * function.
 */
import { columnText } from '../../base/wire-text.ts';
import type { HistoryView } from '../../bridge/told/operations-told.ts';
import type { AccountId } from '../../bridge/types.ts';
import type { Queryable } from '../pool.ts';

/** History that is to be brought in. */
export interface OpenHistory {
  readonly account: AccountId;
  readonly askedAt: Date;
  /** Mail from then on is no history: it comes in as new. */
  readonly startedAt: Date;
  /** Null until it has begun. */
  readonly begun: { readonly since: Date; readonly sent: boolean } | null;
}

/** What is to be brought in of these accounts, as far as their mailboxes are read at this moment and have a space. */
export async function openHistories(db: Queryable, accounts: readonly AccountId[]): Promise<OpenHistory[]> {
  const { rows } = await db.query<{
    account: AccountId;
    asked_at: Date;
    started_at: Date;
    since: Date | null;
    sent: boolean | null;
  }>(
    `SELECT h.account, h.asked_at, a.started_at, h.since, h.sent FROM histories h JOIN accounts a USING (account)
     WHERE h.account = ANY($1::text[]) AND h.state <> 'done' AND a.state = 'connected'
       AND EXISTS (SELECT FROM rooms r WHERE r.account = h.account AND r.kind = 'space' AND r.state = 'active')
     ORDER BY h.account`,
    [accounts],
  );
  return rows.map(({ account, asked_at: askedAt, started_at: startedAt, since, sent }) => ({
    ...{ account, askedAt, startedAt },
    begun: since === null ? null : { since, sent: sent === true },
  }));
}

/** What it is stays as it is from now on, whatever the config says later. False where another process was first. */
export async function beginHistory(
  db: Queryable,
  account: AccountId,
  { since, sent }: { readonly since: Date; readonly sent: boolean },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE histories SET state = 'running', since = $2, sent = $3 WHERE account = $1 AND state = 'waiting'`,
    [account, since, sent],
  );
  return rowCount === 1;
}

/** The config wants none any more, and none has begun. */
export async function dropHistory(db: Queryable, account: AccountId): Promise<void> {
  await db.query(`DELETE FROM histories WHERE account = $1 AND state = 'waiting'`, [account]);
}

/** By which import it is brought in. */
export async function noteHistoryImport(db: Queryable, account: AccountId, importing: string): Promise<void> {
  await db.query('UPDATE histories SET import = $2 WHERE account = $1 AND import IS DISTINCT FROM $2', [
    account,
    importing,
  ]);
}

/** @param trouble what it waits for; null where it goes on */
export async function noteHistoryTrouble(db: Queryable, account: AccountId, trouble: string | null): Promise<void> {
  await db.query(
    `UPDATE histories SET trouble = $2 WHERE account = $1 AND state <> 'done' AND trouble IS DISTINCT FROM $2`,
    [account, trouble === null ? null : columnText(trouble.slice(0, 300))],
  );
}

/** All of it is in. False where that was noted before. */
export async function endHistory(tx: Queryable, account: AccountId): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE histories SET state = 'done', trouble = NULL, done_at = now() WHERE account = $1 AND state <> 'done'`,
    [account],
  );
  return rowCount === 1;
}

/** How far the history of an account is. */
export interface HistoryStanding extends HistoryView {
  readonly account: AccountId;
}

/** That of the accounts that want any, or wanted some. */
export async function historyStandings(db: Queryable): Promise<HistoryStanding[]> {
  const { rows } = await db.query<HistoryStanding>(
    `SELECT h.account, h.since, h.trouble,
       CASE WHEN h.state <> 'running' THEN h.state WHEN i.read_at IS NULL THEN 'reading' ELSE 'filling' END AS state,
       coalesce(m.found, 0) AS found, coalesce(m.settled, 0) AS settled
     FROM histories h LEFT JOIN imports i ON i.import = h.import,
       LATERAL (SELECT count(*) AS found, count(*) FILTER (WHERE state <> 'waiting') AS settled
                FROM import_mails m WHERE m.import = h.import AND h.state = 'running') m
     ORDER BY h.account`,
  );
  return rows;
}
