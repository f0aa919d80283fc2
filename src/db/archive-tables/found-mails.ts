/**
 * Mails that an import found, as they are read. Their bytes are kept as those of mail that came (`mails`,
 * `mail_chunks`), under a mailbox that no server has.
 */
import { columnText } from '../../base/wire-text.ts';
import type { OddDate, ImportedDate } from '../../bridge/imported/imported-date.ts';
import { onlyRow } from '../pool.ts';
import type { Queryable, Transaction } from '../pool.ts';
import type { Import } from './imports.ts';

/** Bytes of a chunk. */
export const CHUNK = 256 * 1024;

/** What is said of mail that comes in as new mail: it is asked for again in the next run. */
export const AS_NEW = {
  comes: 'it comes in as new mail',
  waits: 'it waits as new mail for a word of the team (!mail old, !mail overflow)',
} as const;

/** Something that was found. */
export interface FoundMail {
  readonly place: string;
  readonly placeHash: Buffer;
  readonly folder: string;
  /** Bytes as they lie there. */
  readonly size: number;
  /** Null where it could not be read. */
  readonly sha256: Buffer | null;
  /** Null for what is not brought in, and for what is stored already. */
  readonly bytes: Buffer | null;
  /** The row in which the bytes of a large one are stored already; null for none. */
  readonly stored: number | null;
  /** Serialised `ThreadedFacts`; null where there are none. */
  readonly facts: string | null;
  readonly list: string | null;
  readonly at: Date | null;
  readonly dated: ImportedDate['by'] | null;
  readonly oddDate: OddDate | null;
  readonly state: 'waiting' | 'there' | 'aside' | 'damaged';
  readonly reason: string | null;
}

/** Whether something was found in the run that goes on. */
export async function isFoundBefore(
  db: Queryable,
  importing: Import,
  { placeHash, size }: Pick<FoundMail, 'placeHash' | 'size'>,
): Promise<boolean> {
  const { rows } = await db.query(
    'SELECT FROM import_mails WHERE import = $1 AND place_hash = $2 AND size = $3 AND seen = $4 LIMIT 1',
    [importing.import, placeHash, size, importing.run],
  );
  return rows.length > 0;
}

/**
 * Sees once more what was found at a place at which the same mail lies for ever, in whichever run; returns whether
 * there is such. What could not be read is tried again.
 */
export async function seeLasting(
  db: Queryable,
  importing: Import,
  { placeHash, size }: Pick<FoundMail, 'placeHash' | 'size'>,
): Promise<boolean> {
  const { rows } = await db.query(
    `UPDATE import_mails SET seen = $4 WHERE import = $1 AND place_hash = $2 AND size = $3 AND state <> 'damaged'
       AND (seen = $4 OR reason IS NULL OR reason <> ALL($5::text[]))
     RETURNING ordinal`,
    [importing.import, placeHash, size, importing.run, Object.values(AS_NEW)],
  );
  return rows.length > 0;
}

/** Whether anything was found in the run that goes on. */
export async function isBegun(db: Queryable, importing: Import): Promise<boolean> {
  const { rows } = await db.query('SELECT FROM import_mails WHERE import = $1 AND seen = $2 LIMIT 1', [
    importing.import,
    importing.run,
  ]);
  return rows.length > 0;
}

/** What is known of this import by its bytes or its place. */
interface KnownFound {
  readonly ordinal: number;
  readonly placeHash: Buffer;
  readonly sha256: Buffer | null;
  readonly copyOf: number | null;
}

async function knownOf(tx: Queryable, importing: string, found: readonly FoundMail[]): Promise<KnownFound[]> {
  const { rows } = await tx.query<{
    ordinal: number;
    place_hash: Buffer;
    sha256: Buffer | null;
    copy_of: number | null;
  }>(
    `SELECT ordinal, place_hash, sha256, copy_of FROM import_mails
     WHERE import = $1 AND (sha256 = ANY($2::bytea[]) OR place_hash = ANY($3::bytea[])) ORDER BY ordinal`,
    [importing, found.flatMap(({ sha256 }) => sha256 ?? []), found.map(({ placeHash }) => placeHash)],
  );
  return rows.map((row) => ({
    ordinal: row.ordinal,
    placeHash: row.place_hash,
    sha256: row.sha256,
    copyOf: row.copy_of,
  }));
}

/**
 * Stores what was found, in its order. What was found before at its place is seen again; what has the bytes of another
 * mail of this import is noted as its copy, and its bytes are not kept twice. The caller is the only one who reads for
 * this import.
 */
export async function addFound(tx: Transaction, importing: Import, found: readonly FoundMail[]): Promise<void> {
  const known = await knownOf(tx, importing.import, found);
  const first = new Map<string, number>();
  const places = new Map<string, number>();
  const placeKey = (placeHash: Buffer, sha256: Buffer | null): string =>
    `${placeHash.toString('base64')} ${sha256?.toString('base64') ?? ''}`;
  for (const one of known) {
    places.set(placeKey(one.placeHash, one.sha256), one.ordinal);
    if (one.sha256 !== null && one.copyOf === null) first.set(one.sha256.toString('base64'), one.ordinal);
  }
  const again: number[] = [];
  const added: (FoundMail & { readonly ordinal: number; readonly copyOf: number | null })[] = [];
  let ordinal = await lastOrdinal(tx, importing.import);
  for (const one of found) {
    const key = placeKey(one.placeHash, one.sha256);
    const before = places.get(key);
    if (before !== undefined) {
      again.push(before);
      continue;
    }
    ordinal += 1;
    const bytes = one.sha256?.toString('base64');
    const copyOf = bytes === undefined ? null : (first.get(bytes) ?? null);
    if (bytes !== undefined && copyOf === null) first.set(bytes, ordinal);
    places.set(key, ordinal);
    added.push({ ...one, ordinal, copyOf });
  }
  await seeAgain(tx, importing, again);
  const isAdded = new Set(added.filter(({ copyOf }) => copyOf === null).map(({ stored }) => stored));
  await dropRaw(
    tx,
    found.flatMap(({ stored }) => (stored === null || isAdded.has(stored) ? [] : [stored])),
  );
  const large = added.flatMap(({ ordinal, stored, sha256 }) =>
    stored === null || !isAdded.has(stored) ? [] : [{ ordinal, stored, sha256 }],
  );
  for (const one of large) await completeRaw(tx, one);
  const kept = added.flatMap((one) =>
    one.bytes === null || one.copyOf !== null ? [] : [{ ...one, bytes: one.bytes }],
  );
  const mails = await addRaw(tx, importing, kept);
  await addRows(
    tx,
    importing,
    added.map((one) => ({ ...one, mail: mails.get(one.ordinal) ?? (one.copyOf === null ? one.stored : null) })),
  );
}

/** The number of a mail whose bytes are stored a piece at a time; no ordinal is this. */
const BEGUN = 0;

/** Begins to store a large mail, of which one is stored at a time. What an earlier try left is thrown away. */
export async function beginRaw(tx: Transaction, importing: Import): Promise<number> {
  await dropBegun(tx, importing);
  const { rows } = await tx.query<{ mail: number }>(
    `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, state)
     VALUES ($1, $2, 'watched', 0, $3, 0, 'fetching') RETURNING mail`,
    [importing.account, mailboxOf(importing), BEGUN],
  );
  return rows[0]?.mail ?? 0;
}

/** Throws away what was begun and never came to its end. */
export async function dropBegun(db: Queryable, importing: Import): Promise<void> {
  await db.query('DELETE FROM mails WHERE account = $1 AND mailbox = $2 AND uidvalidity = 0 AND uid = $3', [
    importing.account,
    mailboxOf(importing),
    BEGUN,
  ]);
}

/** Stores the next piece of a mail that was begun; the same again changes nothing. */
export async function addRawPiece(
  db: Queryable,
  importing: Import,
  { mail, seq, bytes }: { readonly mail: number; readonly seq: number; readonly bytes: Buffer },
): Promise<void> {
  await db.query('INSERT INTO mail_chunks (mail, seq, account, bytes) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
    mail,
    seq,
    importing.account,
    bytes,
  ]);
}

/** A mail whose bytes are all stored is that with the number. */
async function completeRaw(
  tx: Queryable,
  { ordinal, stored, sha256 }: { readonly ordinal: number; readonly stored: number; readonly sha256: Buffer | null },
): Promise<void> {
  onlyRow(
    await tx.query(
      `UPDATE mails SET uid = $2, sha256 = $3, state = 'importing', stored_at = now(),
         size = (SELECT coalesce(sum(octet_length(bytes)), 0) FROM mail_chunks WHERE mail = $1)
       WHERE mail = $1 AND state = 'fetching' RETURNING mail`,
      [stored, ordinal, sha256],
    ),
    'complete a mail of an import',
  );
}

async function dropRaw(tx: Queryable, mails: readonly number[]): Promise<void> {
  if (mails.length > 0)
    await tx.query(`DELETE FROM mails WHERE mail = ANY($1::bigint[]) AND state = 'fetching'`, [mails]);
}

/** No server has a mailbox of that name. */
function mailboxOf(importing: Import): string {
  return `import ${importing.import}`;
}

async function lastOrdinal(tx: Queryable, importing: string): Promise<number> {
  const { rows } = await tx.query<{ last: number }>(
    'SELECT coalesce(max(ordinal), 0) AS last FROM import_mails WHERE import = $1',
    [importing],
  );
  return rows[0]?.last ?? 0;
}

async function seeAgain(tx: Queryable, importing: Import, ordinals: readonly number[]): Promise<void> {
  if (ordinals.length === 0) return;
  await tx.query('UPDATE import_mails SET seen = $3 WHERE import = $1 AND ordinal = ANY($2::integer[])', [
    importing.import,
    ordinals,
    importing.run,
  ]);
}

/** The numbers of the stored mails, by their ordinals. */
async function addRaw(
  tx: Queryable,
  importing: Import,
  mails: readonly (Pick<FoundMail, 'size' | 'sha256'> & { readonly ordinal: number; readonly bytes: Buffer })[],
): Promise<ReadonlyMap<number, number>> {
  if (mails.length === 0) return new Map();
  const { rows } = await tx.query<{ mail: number; uid: number }>(
    `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, sha256, state)
     SELECT $1, $2, 'watched', 0, new.*, 'importing' FROM unnest($3::bigint[], $4::bigint[], $5::bytea[]) AS new
     RETURNING mail, uid`,
    [
      importing.account,
      mailboxOf(importing),
      mails.map(({ ordinal }) => ordinal),
      mails.map(({ bytes }) => bytes.length),
      mails.map(({ sha256 }) => sha256),
    ],
  );
  const numbers = new Map(rows.map(({ mail, uid }) => [uid, mail]));
  const chunks = mails.flatMap(({ ordinal, bytes }) =>
    Array.from({ length: Math.max(1, Math.ceil(bytes.length / CHUNK)) }, (_, seq) => ({
      mail: numbers.get(ordinal),
      seq,
      bytes: bytes.subarray(seq * CHUNK, (seq + 1) * CHUNK),
    })),
  );
  // A parameter for each chunk, not one array: the driver sends a buffer as it is, but an array as hexadecimal text.
  const tuples = chunks.map((_, at) => `($${3 * at + 2}::bigint, $${3 * at + 3}::integer, $1, $${3 * at + 4}::bytea)`);
  await tx.query(`INSERT INTO mail_chunks (mail, seq, account, bytes) VALUES ${tuples.join(', ')}`, [
    importing.account,
    ...chunks.flatMap(({ mail, seq, bytes }) => [mail, seq, bytes]),
  ]);
  return numbers;
}

async function addRows(
  tx: Queryable,
  importing: Import,
  rows: readonly (FoundMail & {
    readonly ordinal: number;
    readonly copyOf: number | null;
    readonly mail: number | null;
  })[],
): Promise<void> {
  if (rows.length === 0) return;
  const each = <Value>(value: (row: (typeof rows)[number]) => Value) => rows.map(value);
  await tx.query(
    `INSERT INTO import_mails (import, account, run, seen, ordinal, place, place_hash, folder, size, sha256, mail,
       facts, list, at, dated, odd_date, state, reason, copy_of)
     SELECT $1, $2, $3, $3, g.ordinal, g.place, g.place_hash, g.folder, g.size, g.sha256, g.mail, g.facts::json, g.list,
       g.at, g.dated, g.odd_date, g.state, g.reason, g.copy_of
     FROM unnest($4::integer[], $5::text[], $6::bytea[], $7::text[], $8::bigint[], $9::bytea[], $10::bigint[],
       $11::text[], $12::text[], $13::timestamptz[], $14::text[], $15::text[], $16::text[], $17::text[],
       $18::integer[])
       AS g (ordinal, place, place_hash, folder, size, sha256, mail, facts, list, at, dated, odd_date, state, reason,
         copy_of)`,
    [
      importing.import,
      importing.account,
      importing.run,
      each(({ ordinal }) => ordinal),
      each(({ place }) => columnText(place)),
      each(({ placeHash }) => placeHash),
      each(({ folder }) => columnText(folder)),
      each(({ size }) => size),
      each(({ sha256 }) => sha256),
      each(({ mail }) => mail),
      each(({ facts }) => facts),
      each(({ list }) => (list === null ? null : columnText(list))),
      each(({ at }) => at),
      each(({ dated }) => dated),
      each(({ oddDate }) => oddDate),
      each(({ state, copyOf }) => (copyOf === null ? state : 'merged')),
      each(({ reason, copyOf }) => (copyOf === null ? reason : 'the same bytes')),
      each(({ copyOf }) => copyOf),
    ],
  );
}
