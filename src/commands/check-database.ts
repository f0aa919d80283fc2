import type { Config } from '../config.ts';
import { loadMigrations, pendingMigrations } from '../db/migrate.ts';
import { openDatabase, type OpenDatabase } from '../db/open.ts';
import { MailroomError } from '../errors.ts';
import { silentLog } from '../log.ts';
import { connectionAdvice, deepCode, type Finding } from './finding.ts';

/** The oldest Postgres that everything in the migrations works on (`server_version_num`). */
const OLDEST = 140_000;

/** The database answers, is new enough, holds UTF-8, and its schema is one that this program knows. */
export async function checkDatabase(config: Config): Promise<Finding[]> {
  const what = 'database';
  let database: OpenDatabase | null = null;
  try {
    database = await openDatabase(config.database, silentLog());
    const { rows } = await database.db.query<{ version: string; number: number; encoding: string }>(
      `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
         current_setting('server_encoding') AS encoding`,
    );
    const { version = '?', number = 0, encoding = '?' } = rows[0] ?? {};
    const text = `PostgreSQL ${version}`;
    if (number < OLDEST) return [{ state: 'fail', what, text: `${text} is too old: 14 or newer is needed` }];
    if (encoding !== 'UTF8') {
      return [{ state: 'fail', what, text: `${text} with encoding ${encoding}: make a database with ENCODING 'UTF8'` }];
    }
    const pending = await pendingMigrations(database.db, await loadMigrations());
    const schema =
      pending === 0 ? 'schema current' : `${pending} ${pending === 1 ? 'migration waits' : 'migrations wait'} for run`;
    return [{ state: 'ok', what, text: `${text}, ${schema}` }];
  } catch (error) {
    return [{ state: 'fail', what, text: advice(config, error) }];
  } finally {
    await database?.close();
  }
}

function advice(config: Config, error: unknown): string {
  if (error instanceof MailroomError) return error.message;
  const code = deepCode(error);
  const sqlState = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (sqlState) {
    case '28P01':
    case '28000':
      return 'the database refused the login: check user and password in database.url';
    case '3D000':
      return 'the server has no such database: create it (CREATE DATABASE mailroom OWNER mailroom)';
    case '42501':
      return 'the user may not create tables there: make it the owner of the database';
    default:
      return connectionAdvice(code || sqlState, databaseHost(config), 'database.url');
  }
}

function databaseHost(config: Config): string {
  if (config.database.kind !== 'url' || !URL.canParse(config.database.url)) return 'the database';
  const { hostname, port } = new URL(config.database.url);
  return `${hostname || 'localhost'}:${port || '5432'}`;
}
