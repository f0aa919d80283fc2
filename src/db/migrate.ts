/**
 * Numbered, forward-only SQL migrations. Each runs in one transaction of its own, under a transaction-scoped advisory
 * lock, so that any number of starters can run at once and a killed one leaves nothing half done. A migration that was
 * applied never changes: its checksum is kept and compared. A schema newer than this program is refused, not guessed
 * at.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MailroomError } from '../base/errors.ts';
import type { Database, Transaction } from './pool.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  /** Hex SHA-256 of the file. */
  readonly checksum: string;
}

/** A constant of ours; any Postgres advisory lock key that nobody else uses. */
const LOCK = 0x6d61696c;

/**
 * The migrations that came with this program, in order. Throws where a number stands twice, or a file has none; one
 * may be left out.
 */
export async function loadMigrations(folder = join(import.meta.dirname, 'migrations')): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const migrations: Migration[] = [];
  for (const file of files) {
    const version = Number.parseInt(file, 10);
    const last = migrations.at(-1)?.version ?? 0;
    if (!(version > last)) throw new MailroomError('migrations-broken', `${file}: expected a number above ${last}`);
    const sql = await readFile(join(folder, file), 'utf8');
    migrations.push({
      version,
      name: file.replace(/\.sql$/, ''),
      sql,
      checksum: createHash('sha256').update(sql).digest('hex'),
    });
  }
  return migrations;
}

/** Brings the schema to the newest version and returns the names of what was applied, in order. */
export async function migrate(db: Database, migrations: readonly Migration[]): Promise<string[]> {
  const applied: string[] = [];
  for (let more = true; more;) {
    const name = await db.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const [next] = await missingMigrations(tx, migrations);
      if (next === undefined) return null;
      await tx.query(next.sql);
      await tx.query('INSERT INTO schema_migrations (version, name, checksum) VALUES ($1, $2, $3)', [
        next.version,
        next.name,
        next.checksum,
      ]);
      return next.name;
    });
    more = name !== null;
    if (name !== null) applied.push(name);
  }
  return applied;
}

/** How the schema stands against this program: `current`, or how many migrations it lacks. Throws as `migrate` does. */
export async function pendingMigrations(db: Database, migrations: readonly Migration[]): Promise<number> {
  return db.transaction(async (tx) => {
    return (await missingMigrations(tx, migrations)).length;
  });
}

/** What is not applied yet, in order. */
async function missingMigrations(tx: Transaction, migrations: readonly Migration[]): Promise<Migration[]> {
  await tx.query(`CREATE TABLE IF NOT EXISTS schema_migrations (
    version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT
    now())`);
  const { rows } = await tx.query<{ version: number; name: string; checksum: string }>(
    'SELECT version, name, checksum FROM schema_migrations ORDER BY version',
  );
  const byVersion = new Map(migrations.map((migration) => [migration.version, migration]));
  for (const row of rows) {
    const known = byVersion.get(row.version);
    if (known === undefined) {
      throw new MailroomError(
        'schema-too-new',
        `the database has schema ${row.name}, this program knows ${migrations.at(-1)?.name ?? 'none'}: start a ` +
          `newer Mailroom`,
      );
    }
    if (known.checksum !== row.checksum) {
      throw new MailroomError('migration-changed', `${row.name} was applied with other content than this program has`);
    }
  }
  const applied = new Set(rows.map(({ version }) => version));
  return migrations.filter(({ version }) => !applied.has(version));
}
