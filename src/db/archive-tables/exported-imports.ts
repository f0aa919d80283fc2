/** Old mail that was brought in, for an export. One SQL statement a function. */
import type { AccountId, EventId, RoomId, ThreadId } from '../../bridge/types.ts';
import type { ExportScope } from '../mail-tables/exported-messages.ts';
import type { Queryable } from '../pool.ts';

/** How many mails an export looks at: those that came or left, and those that were brought in. */
export async function countExported(db: Queryable, { account, room }: ExportScope): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT (SELECT count(*) FROM messages m WHERE ($1::text IS NULL OR m.account = $1)
         AND NOT EXISTS (SELECT FROM own_accounts WHERE account = m.account AND owner IS NOT NULL)
         AND ($2::text IS NULL OR m.thread IN (SELECT thread FROM rooms WHERE room = $2)))
       + (SELECT count(*) FROM import_mails m WHERE m.state IN ('imported', 'merged', 'aside') AND m.copy_of IS NULL
         AND ($1::text IS NULL OR m.account = $1)
         AND NOT EXISTS (SELECT FROM own_accounts WHERE account = m.account AND owner IS NOT NULL)
         AND ($2::text IS NULL OR m.thread IN (SELECT thread FROM rooms WHERE room = $2))) AS count`,
    [account, room],
  );
  return rows[0]?.count ?? 0;
}

/** A room of an import. */
export interface ExportedUnit {
  readonly import: string;
  readonly account: AccountId;
  readonly thread: ThreadId;
  /** The newest room of its thread; null where it has none. */
  readonly room: RoomId | null;
  /** Of the key that made the ids of what stands in it. */
  readonly keyVersion: number;
  /** When the import was begun. */
  readonly startedAt: Date;
  /** Where the next page begins. */
  readonly place: string;
}

/** The next `limit` rooms of imports behind that one (null for the first), the oldest first. */
export async function exportedUnits(
  db: Queryable,
  { account, room }: ExportScope,
  after: ExportedUnit | null,
  limit: number,
): Promise<ExportedUnit[]> {
  const { rows } = await db.query<ExportedUnit>(
    `SELECT u.import, u.account, u.thread, i.key_version AS "keyVersion", i.started_at AS "startedAt",
       coalesce(u.first_at, 'infinity')::text AS place,
       (SELECT r.room FROM rooms r WHERE r.thread = u.thread AND r.kind = 'thread' ORDER BY r.generation DESC LIMIT 1)
         AS room
     FROM import_units u JOIN imports i USING (import)
     WHERE u.kind <> 'space' AND (coalesce(u.first_at, 'infinity'), u.thread) > ($3::timestamptz, $4)
       AND ($1::text IS NULL OR u.account = $1)
       AND NOT EXISTS (SELECT FROM own_accounts WHERE account = u.account AND owner IS NOT NULL)
       AND ($2::text IS NULL OR u.thread IN (SELECT thread FROM rooms WHERE room = $2))
     ORDER BY coalesce(u.first_at, 'infinity'), u.thread LIMIT $5`,
    [account, room, after?.place ?? '-infinity', after?.thread ?? '', limit],
  );
  return rows;
}

/** A mail that was brought in. */
export interface ExportedImport {
  readonly ordinal: number;
  readonly account: AccountId;
  readonly thread: ThreadId | null;
  /** Where it lay, as people are told. */
  readonly place: string;
  readonly folder: string;
  /** Hex. */
  readonly sha256: string;
  readonly mail: number | null;
  /** Serialised `ThreadedFacts`; null where they are not known. */
  readonly facts: unknown;
  /** Null where nothing tells when it was written. */
  readonly at: Date | null;
  /** merged: another copy of it stands in the room. aside: it stands in none. */
  readonly state: 'imported' | 'merged' | 'aside';
  /** Why it was set aside, or what it was merged with. */
  readonly reason: string | null;
  /** Its first event. */
  readonly event: EventId | null;
  /** Where the next page begins. */
  readonly mark: string;
}

const MAIL = `m.ordinal, m.account, m.thread, m.place, m.folder, encode(m.sha256, 'hex') AS sha256, m.mail, m.facts,
  m.at, m.state, m.reason, m.event, coalesce(m.at, 'infinity')::text AS mark`;

/**
 * The next mails of a room behind that one (null for the first), oldest first, each once. Other copies of them are
 * among them as long as their bytes are kept.
 */
export async function exportedImports(
  db: Queryable,
  thread: ThreadId,
  after: ExportedImport | null,
  limit: number,
): Promise<ExportedImport[]> {
  const { rows } = await db.query<ExportedImport>(
    `SELECT ${MAIL} FROM import_mails m
     WHERE m.thread = $1 AND m.copy_of IS NULL
       AND (m.state = 'imported' OR m.state = 'merged'
         AND EXISTS (SELECT FROM mail_chunks c WHERE c.mail = m.mail))
       AND (coalesce(m.at, 'infinity'), m.ordinal) > ($2::timestamptz, $3)
     ORDER BY coalesce(m.at, 'infinity'), m.ordinal LIMIT $4`,
    [thread, after?.mark ?? '-infinity', after?.ordinal ?? -1, limit],
  );
  return rows;
}

/** The next mails that were set aside and whose bytes are kept here, in the order of their imports. */
export async function exportedAside(
  db: Queryable,
  account: AccountId | null,
  after: { readonly import: string; readonly ordinal: number } | null,
  limit: number,
): Promise<(ExportedImport & { readonly import: string })[]> {
  const { rows } = await db.query<ExportedImport & { readonly import: string }>(
    `SELECT m.import, ${MAIL} FROM import_mails m
     WHERE m.state = 'aside' AND m.copy_of IS NULL AND ($1::text IS NULL OR m.account = $1)
       AND NOT EXISTS (SELECT FROM own_accounts WHERE account = m.account AND owner IS NOT NULL)
       AND EXISTS (SELECT FROM mail_chunks c WHERE c.mail = m.mail) AND (m.import, m.ordinal) > ($2, $3)
     ORDER BY m.import, m.ordinal LIMIT $4`,
    [account, after?.import ?? '', after?.ordinal ?? -1, limit],
  );
  return rows;
}
