/** Imports of old mail: what is read, and how far it is. One SQL statement a function. */
import { z } from 'zod';
import type { AccountId, ThreadId } from '../../bridge/types.ts';
import type { Queryable } from '../pool.ts';
import { onlyRow } from '../pool.ts';

/** What becomes of old mail: a room a conversation, a room a mail folder, or a room a mailing list. */
export type Grouping = 'thread' | 'folder' | 'list';
/** Which files of old mails are uploaded. */
export type AttachmentChoice = 'none' | 'small' | 'all';

export interface Import {
  readonly import: string;
  readonly account: AccountId;
  readonly grouping: Grouping;
  readonly attachments: AttachmentChoice;
  readonly keyVersion: number;
  /** From 1; grows when it is begun again after it was done. */
  readonly run: number;
  /** Whether everything was read that its sources have, in this run. */
  readonly isRead: boolean;
  /** Whether the homeserver takes the time of a mail for its event; null where it was not asked yet. */
  readonly takesTimes: boolean | null;
  readonly startedAt: Date;
}

interface RawImport {
  import: string;
  account: AccountId;
  grouping: Grouping;
  attachments: AttachmentChoice;
  key_version: number;
  run: number;
  is_read: boolean;
  takes_times: boolean | null;
  started_at: Date;
}

const IMPORT =
  'import, account, grouping, attachments, key_version, run, read_at IS NOT NULL AS is_read, takes_times, started_at';

/** The import that there is, under whichever version of the key; null for none. */
export async function findImport(db: Queryable, ids: readonly string[]): Promise<Import | null> {
  const { rows } = await db.query<RawImport>(`SELECT ${IMPORT} FROM imports WHERE import = ANY($1::text[]) LIMIT 1`, [
    ids,
  ]);
  return rows[0] === undefined ? null : toImport(rows[0]);
}

/** Begins an import, goes on with it, or begins it once more where it was done. */
export async function beginImport(
  db: Queryable,
  begun: Pick<Import, 'import' | 'account' | 'grouping' | 'attachments' | 'keyVersion'> & {
    readonly sources: readonly string[];
  },
): Promise<Import> {
  const { import: id, account, sources, grouping, attachments, keyVersion } = begun;
  const result = await db.query<RawImport>(
    `INSERT INTO imports AS i (import, account, sources, grouping, attachments, key_version)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (import) DO UPDATE SET done_at = NULL,
       run = CASE WHEN i.done_at IS NULL THEN i.run ELSE i.run + 1 END,
       read_at = CASE WHEN i.done_at IS NULL THEN i.read_at END
     RETURNING ${IMPORT}`,
    [id, account, JSON.stringify(sources), grouping, attachments, keyVersion],
  );
  return toImport(onlyRow(result, 'begin import'));
}

/** An account that the bridge has not served yet. */
export async function knowAccount(db: Queryable, account: AccountId): Promise<void> {
  await db.query('INSERT INTO accounts (account) VALUES ($1) ON CONFLICT DO NOTHING', [account]);
}

/** Everything was read. @param passed files that are no mail, by why */
export async function noteAllRead(
  db: Queryable,
  importing: string,
  passed: readonly { readonly reason: string; readonly files: number }[],
): Promise<void> {
  await db.query('UPDATE imports SET read_at = now(), passed = $2 WHERE import = $1', [
    importing,
    JSON.stringify(passed),
  ]);
}

export async function noteDone(db: Queryable, importing: string): Promise<void> {
  await db.query('UPDATE imports SET done_at = now() WHERE import = $1', [importing]);
}

export async function noteTakesTimes(db: Queryable, importing: string, takes: boolean): Promise<void> {
  await db.query('UPDATE imports SET takes_times = $2 WHERE import = $1', [importing, takes]);
}

const passedCodec = z.array(z.object({ reason: z.string(), files: z.number() })).catch([]);

/** Files that are no mail, as the last reading found them. */
export async function passedFiles(
  db: Queryable,
  importing: string,
): Promise<readonly { readonly reason: string; readonly files: number }[]> {
  const { rows } = await db.query<{ passed: unknown }>('SELECT passed FROM imports WHERE import = $1', [importing]);
  return passedCodec.parse(rows[0]?.passed);
}

/** A room of an import. */
export interface ImportUnit {
  readonly thread: ThreadId;
  readonly kind: 'space' | 'thread' | 'folder' | 'list';
  readonly name: string;
  /** Of its oldest mail. */
  readonly firstAt: Date | null;
}

/**
 * Writes down rooms that are to be filled, with their threads, which come in without a sound; one that was filled is to
 * be filled again.
 */
export async function addUnits(
  tx: Queryable,
  importing: Pick<Import, 'import' | 'account'>,
  units: readonly ImportUnit[],
): Promise<void> {
  await tx.query(
    `WITH given AS (
       SELECT * FROM unnest($3::text[], $4::text[], $5::text[], $6::timestamptz[]) AS g (thread, kind, name, first_at)
     ), opened AS (
       INSERT INTO threads (thread, account, subject, opened_by, kind, quiet, last_at)
       SELECT thread, $2, CASE kind WHEN 'thread' THEN name ELSE '' END, 'import',
         CASE kind WHEN 'thread' THEN 'mail' ELSE 'digest' END, true, coalesce(first_at, now()) FROM given
       ON CONFLICT (thread) DO NOTHING
     )
     INSERT INTO import_units (thread, import, account, kind, name, first_at)
     SELECT thread, $1, $2, kind, name, first_at FROM given
     ON CONFLICT (thread) DO UPDATE SET state = 'waiting' WHERE import_units.state = 'filled'`,
    [
      importing.import,
      importing.account,
      units.map(({ thread }) => thread),
      units.map(({ kind }) => kind),
      units.map(({ name }) => name),
      units.map(({ firstAt }) => firstAt),
    ],
  );
}

interface RawUnit {
  thread: ThreadId;
  kind: ImportUnit['kind'];
  name: string;
  first_at: Date | null;
}

const UNIT = 'thread, kind, name, first_at';

/** The rooms that were begun to be filled, and are not. */
export async function begunUnits(db: Queryable, importing: string): Promise<ImportUnit[]> {
  const { rows } = await db.query<RawUnit>(
    `SELECT ${UNIT} FROM import_units WHERE import = $1 AND state = 'filling' ORDER BY first_at NULLS LAST, thread`,
    [importing],
  );
  return rows.map(toUnit);
}

/** Takes the next room that is to be filled, the oldest first; null where none is left. */
export async function takeUnit(db: Queryable, importing: string): Promise<ImportUnit | null> {
  const { rows } = await db.query<RawUnit>(
    `UPDATE import_units SET state = 'filling' WHERE thread = (
       SELECT thread FROM import_units WHERE import = $1 AND state = 'waiting' AND kind <> 'space'
       ORDER BY first_at, thread LIMIT 1)
     RETURNING ${UNIT}`,
    [importing],
  );
  return rows[0] === undefined ? null : toUnit(rows[0]);
}

export async function noteFilled(tx: Queryable, thread: ThreadId): Promise<void> {
  await tx.query(`UPDATE import_units SET state = 'filled' WHERE thread = $1`, [thread]);
}

/** How many rooms an import has filled. */
export async function countRooms(db: Queryable, importing: string): Promise<number> {
  const { rows } = await db.query<{ rooms: number }>(
    `SELECT count(*)::integer AS rooms FROM import_units u
     WHERE u.import = $1 AND u.kind <> 'space' AND EXISTS (SELECT FROM rooms r WHERE r.thread = u.thread)`,
    [importing],
  );
  return rows[0]?.rooms ?? 0;
}

function toImport(row: RawImport): Import {
  const { key_version: keyVersion, is_read: isRead, takes_times: takesTimes, started_at: startedAt, ...rest } = row;
  return { ...rest, keyVersion, isRead, takesTimes, startedAt };
}

function toUnit({ first_at: firstAt, ...unit }: RawUnit): ImportUnit {
  return { ...unit, firstAt };
}
