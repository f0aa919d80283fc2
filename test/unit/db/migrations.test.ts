import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { loadMigrations } from '../../../src/db/migrate.ts';

describe('the migrations that come with a program', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailroom-migrations-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('have numbers that rise', async () => {
    const migrations = await loadMigrations();
    assert.ok(migrations.length > 20);
    const versions = migrations.map(({ version }) => version);
    assert.deepEqual(
      versions,
      [...new Set(versions)].sort((a, b) => a - b),
    );
  });

  it('are none where a number stands twice, but may leave one out', async () => {
    await writeFile(join(folder, '0001_one.sql'), 'SELECT 1');
    await writeFile(join(folder, '0003_three.sql'), 'SELECT 3');
    assert.deepEqual(
      (await loadMigrations(folder)).map(({ version }) => version),
      [1, 3],
    );
    await writeFile(join(folder, '0003_too.sql'), 'SELECT 4');
    await assert.rejects(loadMigrations(folder), /0003_too\.sql: expected a number above 3/);
  });

  it('are none where a file has no number', async () => {
    await writeFile(join(folder, 'none.sql'), 'SELECT 1');
    await rm(join(folder, '0003_too.sql'), { force: true });
    await assert.rejects(loadMigrations(folder), /none\.sql/);
  });
});
