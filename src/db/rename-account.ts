/**
 * Gives an account another key, in one transaction: in every table that has a column `account`, whichever those are,
 * and in what names an account in another way. Ids stay as they are, and are derived as before by the account's name
 * inside them (`account_identities.id_name`).
 */
import type { AccountId } from '../bridge/types.ts';
import type { Transaction } from './pool.ts';

/** Rows of one table. */
export interface Counted {
  readonly table: string;
  readonly rows: number;
}

/** Tables in which a start that is refused leaves a row of an account that is not there yet. */
const BEFORE_ACCOUNTS = new Set(['account_service']);

/** All tables with an account, but that of the accounts itself. */
async function tablesOfAccounts(tx: Transaction): Promise<string[]> {
  const { rows } = await tx.query<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t
       ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
     WHERE c.table_schema = current_schema() AND c.column_name = 'account' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Keeps processes from beginning to serve either of them until the transaction ends, and other renames away. */
export async function lockAccounts(tx: Transaction, accounts: readonly AccountId[]): Promise<void> {
  await tx.query('LOCK TABLE account_identities, account_service IN SHARE ROW EXCLUSIVE MODE');
  await tx.query('SELECT FROM accounts WHERE account = ANY($1::text[]) ORDER BY account FOR UPDATE', [accounts]);
}

/** Whether any living process serves one of these. */
export async function isServed(tx: Transaction, accounts: readonly AccountId[]): Promise<boolean> {
  const { rows } = await tx.query(
    'SELECT FROM processes WHERE alive_until > now() AND accounts && $1::text[] LIMIT 1',
    [accounts],
  );
  return rows.length > 0;
}

/** Whether a config has ever had it. */
export async function isKnownAccount(tx: Transaction, account: AccountId): Promise<boolean> {
  const { rows } = await tx.query('SELECT FROM account_identities WHERE account = $1', [account]);
  return rows.length > 0;
}

/** What there is of an account. */
export async function rowsOfAccount(tx: Transaction, account: AccountId): Promise<Counted[]> {
  const found: Counted[] = [];
  for (const table of await tablesOfAccounts(tx)) {
    if (BEFORE_ACCOUNTS.has(table)) continue;
    const { rows } = await tx.query<{ rows: number }>(
      `SELECT count(*) AS rows FROM ${quoted(table)} WHERE account = $1`,
      [account],
    );
    if ((rows[0]?.rows ?? 0) > 0) found.push({ table, rows: rows[0]?.rows ?? 0 });
  }
  return found;
}

/** Moves everything; the caller has seen that nothing of `to` is there. What was moved, the most first. */
export async function moveAccount(tx: Transaction, from: AccountId, to: AccountId): Promise<Counted[]> {
  for (const table of BEFORE_ACCOUNTS) await tx.query(`DELETE FROM ${quoted(table)} WHERE account = $1`, [to]);
  // What refers to it needs the new row before the old one goes.
  await tx.query(
    `INSERT INTO accounts SELECT (jsonb_populate_record(a, jsonb_build_object('account', $2::text))).*
     FROM accounts a WHERE account = $1`,
    [from, to],
  );
  const moved: Counted[] = [];
  for (const table of await tablesOfAccounts(tx)) {
    if (table === 'accounts') continue;
    const { rowCount } = await tx.query(`UPDATE ${quoted(table)} SET account = $2 WHERE account = $1`, [from, to]);
    if ((rowCount ?? 0) > 0) moved.push({ table, rows: rowCount ?? 0 });
  }
  await tx.query('DELETE FROM accounts WHERE account = $1', [from]);
  await moveNames(tx, from, to);
  return moved.sort((a, b) => b.rows - a.rows);
}

/** Where the key of an account is a part of something. */
async function moveNames(tx: Transaction, from: AccountId, to: AccountId): Promise<void> {
  const renamed = (column: string, separator: string) =>
    `CASE WHEN ${column} = $1 THEN $2 WHEN starts_with(${column}, $1 || '${separator}')
       THEN $2 || substr(${column}, length($1) + 1) ELSE ${column} END`;
  // Jobs of an account, of its own rooms, of its team.
  await tx.query(
    `UPDATE jobs SET subject = CASE WHEN queue = 'team' THEN ${renamed('subject', ':')} ELSE subject END,
       key = CASE WHEN key IN ('lobby:' || $1, 'inbox:' || $1) THEN split_part(key, ':', 1) || ':' || $2
         ELSE ${renamed('key', ':')} END
     WHERE account = $2`,
    [from, to],
  );
  // Facts of the account that its lobby was told once.
  await tx.query(
    `UPDATE matrix_sends SET subject = CASE WHEN starts_with(subject, $1 || ' ') THEN ${renamed('subject', ' ')}
       ELSE ${renamed('subject', ':')} END
     WHERE account = $2 AND (subject = $1 OR starts_with(subject, $1 || ':') OR starts_with(subject, $1 || ' '))`,
    [from, to],
  );
  await tx.query(`UPDATE holds SET subject = $2 WHERE kind = 'account' AND subject = $1`, [from, to]);
  await tx.query('UPDATE processes SET accounts = array_replace(accounts, $1, $2) WHERE $1 = ANY(accounts)', [
    from,
    to,
  ]);
}
