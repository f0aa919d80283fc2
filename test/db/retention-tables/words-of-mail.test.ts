import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WORDS_OF_MAIL } from '../../../src/db/retention-tables/words-of-mail.ts';
import { suiteServer } from '../../support/suite.ts';

/** Types that hold neither text nor bytes of anybody. */
const WORDLESS = ['bigint', 'integer', 'boolean', 'double precision', 'timestamp with time zone', 'uuid'];

describe('the list of what each column holds of a mail', () => {
  const server = suiteServer();

  it('names every column of the schema that can hold words, once, and none that is not there', async () => {
    const test = await server.database();
    try {
      const { rows } = await test.db.query<{ name: string; type: string }>(
        `SELECT c.table_name || '.' || c.column_name AS name, c.data_type AS type
         FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
         WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' ORDER BY 1`,
      );
      const real = rows.filter(({ type }) => !WORDLESS.includes(type)).map(({ name }) => name);
      const listed = WORDS_OF_MAIL.map(({ table, column }) => `${table}.${column}`).sort();
      assert.deepEqual(listed, real.sort(), 'src/db/retention-tables/words-of-mail.ts says what each column holds');
    } finally {
      await test.close();
    }
  });

  it('has a rule or an erasure for everything that holds something', () => {
    for (const { table, column, endedBy, whereNamed, holds } of WORDS_OF_MAIL) {
      const isFree = endedBy === 'none';
      assert.equal(holds === 'nothing', isFree, `${table}.${column}`);
      if (isFree) assert.equal(whereNamed, null, `${table}.${column}`);
    }
  });
});
