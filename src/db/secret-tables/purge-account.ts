/**
 * All that the database has of an account goes: in every table with a column `account`, whichever those are, and in
 * what refers to their rows. The record stays, which says that there was one, and persons in it only encrypted.
 */
import type { AccountId, RoomId, UserId } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../pool.ts';

/** An account that nobody serves any more, whose time to end what was under way is over. */
export async function leavingAccounts(db: Queryable, graceMs: number): Promise<AccountId[]> {
  const { rows } = await db.query<{ account: AccountId }>(
    `SELECT account FROM own_accounts WHERE state = 'leaving'
       AND changed_at <= now() - $1::double precision * interval '1 ms'
       AND NOT EXISTS (SELECT FROM processes p WHERE p.alive_until > now() AND own_accounts.account = ANY(p.accounts))
     ORDER BY account`,
    [graceMs],
  );
  return rows.map(({ account }) => account);
}

/** The rooms of an account, of whatever kind. */
export async function roomsOfAccount(db: Queryable, account: AccountId): Promise<RoomId[]> {
  const { rows } = await db.query<{ room: RoomId }>(
    'SELECT room FROM rooms WHERE account = $1 AND room IS NOT NULL ORDER BY room',
    [account],
  );
  return rows.map(({ room }) => room);
}

/** The ghosts that are in a room of an account. */
export async function ghostsIn(db: Queryable, account: AccountId, room: RoomId): Promise<UserId[]> {
  const { rows } = await db.query<{ user: UserId }>(
    `SELECT m.user_id AS user FROM members m JOIN ghosts g USING (user_id)
     WHERE m.account = $1 AND m.room = $2 AND m.membership = 'join' ORDER BY 1`,
    [account, room],
  );
  return rows.map(({ user }) => user);
}

/** Whether something is still to be taken from the homeserver. */
export async function hasRemovals(db: Queryable, account: AccountId): Promise<boolean> {
  const { rows } = await db.query(`SELECT FROM removals WHERE account = $1 AND state = 'waiting' LIMIT 1`, [account]);
  return rows.length > 0;
}

/** One column that refers to one of another table. */
interface Reference {
  readonly child: string;
  readonly childColumn: string;
  readonly parent: string;
  readonly parentColumn: string;
}

/** Takes everything, the row of the account itself at the end: then its key is free. */
export async function purgeAccount(tx: Transaction, account: AccountId): Promise<void> {
  // Ghosts that stand for people of this account alone: their names and addresses are known from here.
  await tx.query(
    `DELETE FROM ghosts g WHERE EXISTS (SELECT FROM members m WHERE m.user_id = g.user_id AND m.account = $1)
       AND NOT EXISTS (SELECT FROM members o WHERE o.user_id = g.user_id AND o.account <> $1)`,
    [account],
  );
  await tx.query('DELETE FROM events WHERE room IN (SELECT room FROM rooms WHERE account = $1)', [account]);
  await tx.query(`DELETE FROM holds WHERE kind = 'account' AND subject = $1`, [account]);
  const ofAccounts = await tablesOfAccounts(tx);
  const references = await referencesIn(tx);
  const all = new Set([...ofAccounts, ...references.filter(({ parent }) => ofAccounts.has(parent)).map(childOf)]);
  for (const table of childrenFirst([...all], references)) {
    if (table === 'own_accounts') continue;
    if (ofAccounts.has(table)) {
      await tx.query(`DELETE FROM ${quoted(table)} WHERE account = $1`, [account]);
      continue;
    }
    for (const { childColumn, parent, parentColumn } of references.filter((one) => one.child === table)) {
      if (!ofAccounts.has(parent)) continue;
      await tx.query(
        `DELETE FROM ${quoted(table)} c USING ${quoted(parent)} p
         WHERE c.${quoted(childColumn)} = p.${quoted(parentColumn)} AND p.account = $1`,
        [account],
      );
    }
  }
  await tx.query('DELETE FROM own_accounts WHERE account = $1', [account]);
}

function childOf({ child }: Reference): string {
  return child;
}

/** What refers to something goes before it. */
function childrenFirst(tables: readonly string[], references: readonly Reference[]): string[] {
  const ordered: string[] = [];
  const seen = new Set<string>();
  const visit = (table: string): void => {
    if (seen.has(table)) return;
    seen.add(table);
    for (const { child, parent } of references) {
      if (parent === table && child !== table && tables.includes(child)) visit(child);
    }
    ordered.push(table);
  };
  for (const table of tables) visit(table);
  return ordered;
}

async function tablesOfAccounts(tx: Transaction): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t
       ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
     WHERE c.table_schema = current_schema() AND c.column_name = 'account' ORDER BY 1`,
  );
  return new Set(rows.map(({ name }) => name));
}

async function referencesIn(tx: Transaction): Promise<Reference[]> {
  const { rows } = await tx.query<Reference>(
    `SELECT child.relname AS child, ca.attname AS "childColumn", parent.relname AS parent,
       pa.attname AS "parentColumn"
     FROM pg_constraint f JOIN pg_class child ON child.oid = f.conrelid JOIN pg_class parent ON parent.oid = f.confrelid
     JOIN pg_attribute ca ON ca.attrelid = f.conrelid AND ca.attnum = f.conkey[1]
     JOIN pg_attribute pa ON pa.attrelid = f.confrelid AND pa.attnum = f.confkey[1]
     WHERE f.contype = 'f' AND f.connamespace = current_schema()::regnamespace ORDER BY 1, 2`,
  );
  return rows;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
