import type { Queryable } from '../../src/db/pool.ts';

/**
 * Every column of every table in which a text stands, in whatever case, as `table.column`; in bytes as they are, and in
 * JSON as it is written.
 */
export async function columnsWith(db: Queryable, words: string): Promise<string[]> {
  const { rows } = await db.query<{ table: string; column: string; type: string }>(
    `SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' ORDER BY 1, 2`,
  );
  const found: string[] = [];
  for (const { table, column, type } of rows) {
    const value = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`;
    const { rowCount } = await db.query(`SELECT FROM "${table}" WHERE strpos(lower(${value}), lower($1)) > 0 LIMIT 1`, [
      words,
    ]);
    if (rowCount !== 0) found.push(`${table}.${column}`);
  }
  return found;
}
