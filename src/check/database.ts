import type { Config } from '../config/config.ts';
import { identitiesOf } from '../app/settings.ts';
import { renameProblems } from '../handling/identities.ts';
import { loadMigrations, pendingMigrations } from '../db/migrate.ts';
import { openDatabase, type OpenDatabase } from '../db/open.ts';
import { DatabaseAwayError, MailroomError } from '../base/errors.ts';
import { secretFingerprint } from '../bridge/keys.ts';
import { keyRows } from '../db/key-versions.ts';
import type { KeyRow } from '../db/key-versions.ts';
import type { Database } from '../db/pool.ts';
import { recentRefusals } from '../db/room-tables/refusals.ts';
import type { HomeserverRefusal } from '../db/room-tables/refusals.ts';
import { unservedAccounts } from '../queue/service.ts';
import { isFull, measure } from '../watch/space.ts';
import type { Measure } from '../watch/space.ts';
import { silentLog } from '../base/log.ts';
import { connectionAdvice, deepCode, type CheckFinding } from './finding.ts';
import { UTC, shortTime } from '../words/zones.ts';

/** The oldest Postgres that everything in the migrations works on (`server_version_num`). */
const OLDEST = 140_000;

/** The database answers, is new enough, holds UTF-8, and its schema is one that this program knows. */
export async function checkDatabase(config: Config): Promise<CheckFinding[]> {
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
    const unserved = pending === 0 ? await unservedFindings(config, database.db) : [];
    const keys = pending === 0 ? keyFindings(await keyRows(database.db), config) : [];
    const refused = pending === 0 ? refusedFindings(await recentRefusals(database.db)) : [];
    const renamed = pending === 0 ? await renameProblems(database.db, identitiesOf(config)) : [];
    return [
      { state: 'ok', what, text: `${text}, ${schema}` },
      ...keys,
      ...renamed.map(({ path, text }): CheckFinding => ({ state: 'fail', what: 'accounts', text: `${path} ${text}` })),
      ...(await spaceFindings(config, database.db)),
      ...unserved,
      ...refused,
    ];
  } catch (error) {
    return [{ state: 'fail', what, text: advice(config, error) }];
  } finally {
    await database?.close();
  }
}

/** Whether the secrets of the config are those that the database was last used with. */
function keyFindings(rows: readonly KeyRow[], { secret, oldSecrets }: Config): CheckFinding[] {
  const what = 'secret';
  const current = rows.find(({ state }) => state === 'current');
  if (current?.fingerprint == null) return [];
  if (current.fingerprint !== secretFingerprint(secret)) {
    const lead = 'not the one that this database was last used with: run will refuse it';
    const advice =
      'put the old one back, or, to change it, put the old one into old_secrets and: mailroom secret rotate';
    return [{ state: 'fail', what, text: `${lead}\n${advice}` }];
  }
  const known = new Set([secret, ...oldSecrets].map(secretFingerprint));
  const missing = rows.filter(({ fingerprint }) => fingerprint !== null && !known.has(fingerprint));
  const versions = missing.map(({ version }) => String(version)).join(', ');
  const lead = `no secret of version ${versions} in old_secrets: mails and rooms of that time may not be known again`;
  if (missing.length > 0) return [{ state: 'warn', what, text: lead }];
  return [{ state: 'ok', what, text: `version ${String(current.version)} of the key` }];
}

/** Whether there is room for more mail, and how much of it is used. */
async function spaceFindings(config: Config, db: Database): Promise<CheckFinding[]> {
  const { kind } = config.database;
  const found = await measure(db, kind === 'embedded' ? config.database.folder : null);
  return found.flatMap((one): CheckFinding[] => {
    if (!isFull(one, config.limits, true)) return [];
    return [{ state: 'fail', what: 'space', text: `${standing(config, one)}\n${ROOM_ADVICE[one.store]}` }];
  });
}

const ROOM_ADVICE: Readonly<Record<Measure['store'], string>> = {
  database:
    'no mail is fetched: raise limits.database_size, or shorten keep.raw and let Postgres give back what is free ' +
    '(VACUUM FULL)',
  disk: 'no mail is fetched: make room on that disk',
};

function standing({ limits }: Config, one: Measure): string {
  return one.store === 'database'
    ? `the database holds ${mebibytes(one.size)} of ${mebibytes(limits.databaseSize)}`
    : `${mebibytes(one.free)} are free on the disk of the database, ${mebibytes(limits.diskFree)} are to stay free`;
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MiB`;
}

/**
 * What the homeserver refused for good within the last day, while rooms were made: they are there without it.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function refusedFindings(refusals: readonly HomeserverRefusal[]): CheckFinding[] {
  return refusals.map(({ account, kind, subject, code }) => {
    const lead = kind === 'invite' ? `does not let ${subject} be invited` : `takes no ${subject}`;
    return { state: 'warn', what: 'homeserver', text: `it ${lead} in rooms of ${account} (${code})` };
  });
}

/** Accounts that nobody serves; those of this config only where some process runs, since otherwise none is meant to. */
async function unservedFindings(config: Config, db: Database): Promise<CheckFinding[]> {
  const { rows } = await db.query('SELECT FROM processes WHERE alive_until > now() LIMIT 1');
  const known = new Set<string>(config.accounts.map(({ id }) => id));
  const unserved = (await unservedAccounts(db, config.times.accountUnserved)).filter(
    ({ account }) => rows.length > 0 || !known.has(account),
  );
  return unserved.map(({ account, since, jobs }) => {
    const advice = known.has(account)
      ? 'the processes that run have another config: restart them'
      : 'nothing of it is lost: put it back into the config, or leave it';
    const lead = `no process has served ${account} since ${shortTime(since, UTC)}, ${jobs} pieces of work wait`;
    return { state: 'warn', what: 'accounts', text: `${lead}\n${advice}` };
  });
}

function advice(config: Config, error: unknown): string {
  if (error instanceof MailroomError && !(error instanceof DatabaseAwayError)) return error.message;
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
