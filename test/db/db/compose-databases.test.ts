import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startTestServer, type TestDatabase, type TestServer } from '../../support/database.ts';

describe('docker/postgres.sql', () => {
  let server: TestServer;
  let admin: TestDatabase;
  before(async () => {
    server = await startTestServer({ own: true });
    admin = await server.database();
  });
  after(async () => {
    await admin.close();
    await server.stop();
  });

  it('makes databases in UTF-8 also where new ones of that server would have another encoding', async () => {
    const { db } = admin;
    await db.query('ALTER DATABASE template1 IS_TEMPLATE false');
    await db.query('DROP DATABASE template1');
    await db.query(`CREATE DATABASE template1 TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'`);
    const script = await readFile(join(import.meta.dirname, '../../../docker/postgres.sql'), 'utf8');
    const statements = script
      .replace(/^(?:--|\\set ).*$/gm, '')
      // What psql puts in there from the file of the secret.
      .replaceAll(":'password'", `'secret'`)
      .split(';')
      .map((statement) => statement.trim())
      .filter((statement) => statement !== '');
    assert.equal(statements.length, 4);
    for (const statement of statements) await db.query(statement);
    const made = await db.query<{ datname: string; encoding: string; owner: string }>(
      `SELECT datname, pg_encoding_to_char(encoding) AS encoding, pg_get_userbyid(datdba) AS owner FROM pg_database
       WHERE datname IN ('mailroom', 'synapse') ORDER BY datname`,
    );
    assert.deepEqual(made.rows, [
      { datname: 'mailroom', encoding: 'UTF8', owner: 'mailroom' },
      { datname: 'synapse', encoding: 'UTF8', owner: 'synapse' },
    ]);
  });
});
