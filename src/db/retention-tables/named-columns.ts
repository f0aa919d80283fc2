/** The columns in which an erased address may stand, one after another, as `words-of-mail.ts` lists them. */
import type { Queryable } from '../pool.ts';
import type { HeldWords } from './words-of-mail.ts';

const PAGE = 200;
/** Of bytes so many are searched: the header of a mail. */
const SEARCHED = 64 * 1024;

/** A row of some table, by its place there; `value` is as text, a list as JSON. */
export interface NamingRow {
  readonly place: string;
  readonly value: string;
}

type Column = Pick<HeldWords, 'table' | 'column'>;
export type ColumnType = 'text' | 'json' | 'list' | 'bytes';

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** What each of these columns is. */
export async function typesOfColumns(db: Queryable): Promise<ReadonlyMap<string, ColumnType>> {
  const { rows } = await db.query<{ name: string; type: string }>(
    `SELECT table_name || '.' || column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_schema = current_schema()`,
  );
  const typeOf = (type: string): ColumnType =>
    type === 'json' || type === 'jsonb' ? 'json' : type === 'ARRAY' ? 'list' : type === 'bytea' ? 'bytes' : 'text';
  return new Map(rows.map(({ name, type }) => [name, typeOf(type)]));
}

function asText({ column }: Column, type: ColumnType): string {
  const name = quoted(column);
  if (type === 'bytes') return `encode(substring(${name} FROM 1 FOR ${SEARCHED}), 'escape')`;
  return type === 'list' ? `array_to_json(${name})::text` : `${name}::text`;
}

/** The next rows behind a place in which one of these texts (in small letters) stands, whole or not. */
export async function rowsNaming(
  db: Queryable,
  at: Column,
  type: ColumnType,
  texts: readonly string[],
  after: string,
): Promise<NamingRow[]> {
  const { rows } = await db.query<NamingRow>(
    `SELECT ctid::text AS place, ${asText(at, type)} AS value FROM ${quoted(at.table)}
     WHERE ctid > $2::tid AND EXISTS (
       SELECT FROM unnest($1::text[]) AS t (text) WHERE strpos(lower(${asText(at, type)}), t.text) > 0)
     ORDER BY ctid LIMIT ${PAGE}`,
    [texts, after],
  );
  return rows;
}

/** Writes another value where the old one stands still. */
export async function writeNamed(
  db: Queryable,
  at: Column,
  type: ColumnType,
  row: NamingRow,
  value: string,
): Promise<void> {
  const list = `ARRAY(SELECT json_array_elements_text($3::json))`;
  const cast = type === 'json' ? '$3::json' : type === 'list' ? list : '$3';
  await db.query(
    `UPDATE ${quoted(at.table)} SET ${quoted(at.column)} = ${cast}
     WHERE ctid = $1::tid AND ${asText(at, type)} = $2`,
    [row.place, row.value, value],
  );
}

/** Empties what the homeserver pushed and was settled. */
export async function emptyEvent(db: Queryable, row: NamingRow): Promise<void> {
  await db.query(
    `UPDATE events SET body = '{}' WHERE ctid = $1::tid AND state IN ('done', 'ignored')
       AND ${asText({ table: 'events', column: 'body' }, 'bytes')} = $2`,
    [row.place, row.value],
  );
}

/** Deletes the row; of the bytes of a mail all, unless somebody has to decide about it. */
export async function deleteNamed(db: Queryable, at: Column, type: ColumnType, row: NamingRow): Promise<void> {
  const here = `ctid = $1::tid AND ${asText(at, type)} = $2`;
  const statements: Readonly<Record<string, string>> = {
    mail_chunks: `DELETE FROM mail_chunks WHERE mail IN (SELECT c.mail FROM mail_chunks c JOIN mails m USING (mail)
      WHERE c.ctid = $1::tid AND m.state IN ('decided', 'ignored', 'imported') AND $2::text IS NOT NULL)`,
    outgoing_chunks: `DELETE FROM outgoing_chunks WHERE outgoing IN (SELECT c.outgoing FROM outgoing_chunks c
      JOIN outgoing o USING (outgoing) WHERE c.ctid = $1::tid AND o.state IN ('sent', 'cancelled')
      AND $2::text IS NOT NULL)`,
  };
  await db.query(statements[at.table] ?? `DELETE FROM ${quoted(at.table)} WHERE ${here}`, [row.place, row.value]);
}
