/**
 * What operators and teams ask of the database: accounts, queues, quarantine. Everything is bounded to the accounts
 * asked for.
 */
import type { AccountView, QuarantineItem, QuarantineView, QueueView } from '../../bridge/told/operations-told.ts';
import type { AccountId } from '../../bridge/types.ts';
import { historyStandings } from '../archive-tables/histories.ts';
import { ACCOUNTS_CHANNEL, accountStandings } from '../intake-tables/accounts.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { addJob, JOBS_CHANNEL, WAITS_SINCE } from '../../queue/queue.ts';

/** What is known of an account from the config. */
export interface NamedAccount {
  readonly id: AccountId;
  readonly address: string;
  readonly name: string;
}

/** In the order that they are given. */
export async function viewAccounts(db: Queryable, accounts: readonly NamedAccount[]): Promise<AccountView[]> {
  const standings = new Map((await accountStandings(db)).map((one) => [one.account, one]));
  const histories = new Map((await historyStandings(db)).map(({ account, ...one }) => [account, one]));
  return accounts.map(({ id, address, name }) => {
    const standing = standings.get(id);
    return {
      account: id,
      address,
      name,
      state: standing?.state ?? 'stopped',
      since: standing?.since ?? null,
      reason: standing?.reason ?? null,
      lastMailAt: standing?.lastMailAt ?? null,
      troubled: standing?.troubled ?? [],
      retryAt: standing?.retryAt ?? null,
      out: standing?.out ?? { state: 'untried', since: null, reason: null, words: null, retryAt: null },
      history: histories.get(id) ?? null,
    };
  });
}

export async function viewQueues(db: Queryable, accounts: readonly AccountId[]): Promise<QueueView[]> {
  const mails = await db.query<{ account: AccountId; held: number; leaving: number; deferred: number; failed: number }>(
    `SELECT account, count(*) FILTER (WHERE state = 'open') AS held,
       count(*) FILTER (WHERE state IN ('closed', 'frozen', 'trying')) AS leaving,
       count(*) FILTER (WHERE state = 'deferred') AS deferred,
       count(*) FILTER (WHERE state IN ('failed', 'unknown')) AS failed
     FROM outgoing WHERE account = ANY($1::text[]) AND state NOT IN ('sent', 'cancelled') GROUP BY account`,
    [accounts],
  );
  const jobs = await db.query<{
    account: AccountId;
    queue: string;
    waiting: number;
    quarantined: number;
    oldest: number | null;
  }>(
    `SELECT account, queue, count(*) FILTER (WHERE state = 'ready' AND owner IS NULL) AS waiting,
       count(*) FILTER (WHERE state = 'quarantined') AS quarantined,
       extract(epoch FROM now() - min(${WAITS_SINCE}) FILTER (WHERE state = 'ready' AND owner IS
       NULL))::double precision AS oldest
     FROM jobs WHERE account = ANY($1::text[]) GROUP BY account, queue ORDER BY queue`,
    [accounts],
  );
  return accounts.map((account) => ({
    account,
    mails: figures(mails.rows.find((row) => row.account === account)),
    queues: jobs.rows
      .filter((row) => row.account === account)
      .map(({ queue, waiting, quarantined, oldest }) => ({
        queue,
        waiting,
        quarantined,
        oldestSeconds: Math.max(0, oldest ?? 0),
      })),
  }));
}

function figures(row: QueueView['mails'] | undefined): QueueView['mails'] {
  return { held: row?.held ?? 0, leaving: row?.leaving ?? 0, deferred: row?.deferred ?? 0, failed: row?.failed ?? 0 };
}

/** Whose quarantine is asked for; work of no account is shown to who manages all of them. */
export interface QuarantineScope {
  readonly accounts: readonly AccountId[];
  readonly unowned: boolean;
}

interface QuarantineRow {
  number: string;
  account: AccountId | null;
  kind: 'mail' | 'job' | 'withheld';
  of: string;
  reason: string | null;
  at: Date;
  size: number | null;
  sha256: Buffer | null;
  sender: string | null;
  subject: string | null;
}

const ITEMS = `
  SELECT mail::text AS number, account, 'mail' AS kind, mailbox AS of, reason, stored_at AS at, size, sha256,
    NULL AS sender, NULL AS subject
  FROM mails WHERE state = 'quarantined' AND account = ANY($1::text[])
  UNION ALL
  SELECT 'j' || job, account, 'job', queue, error, created_at, NULL, NULL, NULL, NULL
  FROM jobs WHERE state = 'quarantined' AND (account = ANY($1::text[]) OR (account IS NULL AND $2))
    AND queue <> 'mail-in'
  UNION ALL
  SELECT 'u' || item, account, 'withheld', mailbox, reason, since, NULL, NULL, sender, subject
  FROM open_uids WHERE told AND account = ANY($1::text[])`;

/** The latest first, at most `limit`. */
export async function viewQuarantine(db: Queryable, scope: QuarantineScope, limit: number): Promise<QuarantineView> {
  const { rows } = await db.query<QuarantineRow & { total: number }>(
    `SELECT *, count(*) OVER () AS total FROM (${ITEMS}) items ORDER BY at DESC, number LIMIT $3`,
    [scope.accounts, scope.unowned, limit],
  );
  return { items: rows.map(toItem), total: rows[0]?.total ?? 0 };
}

/** One item; null where it is none, or not of these accounts. */
export async function quarantineItem(
  db: Queryable,
  scope: QuarantineScope,
  number: string,
): Promise<QuarantineItem | null> {
  const { rows } = await db.query<QuarantineRow>(`SELECT * FROM (${ITEMS}) items WHERE number = $3`, [
    scope.accounts,
    scope.unowned,
    number,
  ]);
  return rows[0] === undefined ? null : toItem(rows[0]);
}

function toItem(row: QuarantineRow): QuarantineItem {
  return { ...row, reason: row.reason ?? '', sha256: row.sha256?.toString('hex') ?? null };
}

/** Tries an item again; false where it is not there (any more), or not of these accounts. */
export async function retryQuarantineItem(tx: Transaction, scope: QuarantineScope, number: string): Promise<boolean> {
  const item = await quarantineItem(tx, scope, number);
  if (item === null) return false;
  switch (item.kind) {
    case 'mail':
      return retryMail(tx, Number(number));
    case 'withheld':
      return retryWithheld(tx, Number(number.slice(1)));
    case 'job':
      return retryJob(tx, Number(number.slice(1)));
  }
}

/** A mail that the server does not hand over is asked for again, at the next look at its mailbox, which is now. */
async function retryWithheld(tx: Transaction, item: number): Promise<boolean> {
  const { rows } = await tx.query<{ account: AccountId }>(
    'UPDATE open_uids SET retry_at = now() WHERE item = $1 AND told RETURNING account',
    [item],
  );
  for (const { account } of rows) tx.notify(ACCOUNTS_CHANNEL, account);
  return rows.length === 1;
}

/** A mail that could not be read is read again, as if it had just come. */
async function retryMail(tx: Transaction, mail: number): Promise<boolean> {
  const { rows } = await tx.query<{ account: AccountId }>(
    `UPDATE mails SET state = 'stored', reason = NULL WHERE mail = $1 AND state = 'quarantined' RETURNING account`,
    [mail],
  );
  const account = rows[0]?.account;
  if (account === undefined) return false;
  await tx.query(`DELETE FROM jobs WHERE queue = 'mail-in' AND subject = $1 AND state = 'quarantined'`, [String(mail)]);
  await addJob(tx, { account, queue: 'mail-in', key: account, subject: String(mail) });
  return true;
}

/** What the queue wrote down when it gave up is taken back, so that the job finds its work undone. */
async function retryJob(tx: Transaction, job: number): Promise<boolean> {
  const { rows } = await tx.query<{ queue: string; subject: string }>(
    `UPDATE jobs SET state = 'ready', attempts = 0, failures = 0, run_at = now(), error = NULL
     WHERE job = $1 AND state = 'quarantined' RETURNING queue, subject`,
    [job],
  );
  const row = rows[0];
  if (row === undefined) return false;
  const { queue, subject } = row;
  if (queue === 'event-in') {
    await tx.query(`UPDATE events SET state = 'waiting', reason = NULL WHERE event = $1 AND state = 'quarantined'`, [
      subject,
    ]);
  }
  if (queue === 'matrix-send') {
    await tx.query(`UPDATE matrix_sends SET state = 'waiting', error = NULL WHERE send = $1 AND state = 'dead'`, [
      subject,
    ]);
  }
  if (queue === 'mail-out') await retryFailedMail(tx, subject);
  tx.notify(JOBS_CHANNEL, queue);
  return true;
}

async function retryFailedMail(tx: Transaction, outgoing: string): Promise<void> {
  await tx.query(
    `UPDATE outgoing SET state = CASE WHEN frozen_at IS NULL THEN 'closed' ELSE 'deferred' END, settled_at = NULL
     WHERE outgoing = $1 AND state = 'failed'`,
    [outgoing],
  );
}
