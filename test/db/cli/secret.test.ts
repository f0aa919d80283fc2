import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { secretCommand } from '../../../src/cli/secret.ts';
import { loadMigrations, migrate } from '../../../src/db/migrate.ts';
import { openKeys } from '../../../src/handling/keyring.ts';
import { until } from '../../../tools/servers/wait.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { runCommand } from '../../support/command-run.ts';
import { recordedActs } from '../../support/recorded.ts';

const [first, second, third] = ['first', 'second', 'third'].map((name) => `the ${name} secret of thirty-two chars`) as [
  string,
  string,
  string,
];

describe('mailroom secret', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let folder: string;
  beforeEach(async () => {
    test = await server.database();
    folder = await mkdtemp(join(tmpdir(), 'mailroom-secret-'));
  });
  afterEach(async () => {
    await test.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Runs the command with these secrets in the config. */
  async function mailroom(secret: string, old: readonly string[], ...args: readonly string[]) {
    const mailServer = { host: '127.0.0.1', port: 1, security: 'none' };
    const login = { ...mailServer, user: 'support', password: 'x' };
    const account = { address: 'support@mailroom.test', name: 'Support', imap: login, smtp: mailServer };
    const config = {
      homeserver: { url: 'http://127.0.0.1:1', domain: 'matrix.test' },
      appservice: { url: 'http://127.0.0.1:1' },
      secret,
      old_secrets: old,
      database: { url: test.url },
      accounts: { support: account },
    };
    const file = join(folder, 'config.yaml');
    await writeFile(file, JSON.stringify(config));
    return runCommand(secretCommand, [...args, '--config', file]);
  }
  const versions = async () =>
    (
      await test.db.query<{
        text: string;
      }>(`SELECT version || ' ' || derivation || ' ' || state AS text FROM key_versions
      ORDER BY version`)
    ).rows.map(({ text }) => text);
  const starts = (secret: string, old: readonly string[] = []) => openKeys(test.db, { secret, oldSecrets: old });

  it('has one version from the first start on, and is refused with another secret', async () => {
    assert.match((await mailroom(first, [])).out, /^No version yet/);
    assert.equal((await starts(first)).version, 1);
    assert.equal((await starts(first)).version, 1);
    assert.deepEqual(await versions(), ['1 purpose current']);
    await assert.rejects(starts(second, [first]), { code: 'secret-changed' });
    assert.match((await mailroom(first, [])).out, /^ {2}1 {2}current {2}since \d{4}-\d\d-\d\d\n$/);
  });

  it('is changed once, however often it is asked for', async () => {
    await starts(first);
    const changed = await mailroom(second, [first], 'rotate');
    assert.deepEqual(
      [changed.code, changed.out],
      [0, 'Version 2 is current, version 1 is retired. Mailroom can be started.\n'],
    );
    const again = await mailroom(second, [first], 'rotate');
    assert.match(again.out, /current one already \(version 2\)/);
    assert.deepEqual(await versions(), ['1 purpose retired', '2 purpose current']);
    assert.deepEqual(
      (await recordedActs(test.db)).map(({ act, facts }) => [act, facts]),
      [['cli.secret-rotate', { version: 2, leaked: false }]],
    );
    const keys = await starts(second, [first]);
    assert.deepEqual([keys.version, keys.hasLeaked], [2, false]);
    await assert.rejects(starts(first), { code: 'secret-changed' });
    assert.match(
      (await mailroom(second, [], 'list')).out,
      /1 {2}retired {2}since \S+, its secret is not in the config/,
    );
  });

  it('is marked as leaked at once or later, and the current one is not', async () => {
    await starts(first);
    assert.match((await mailroom(second, [first], 'leaked', '1')).out, /version 1 is in use/);
    await mailroom(second, [first], 'rotate', '--leaked');
    assert.ok((await starts(second, [first])).hasLeaked);
    await mailroom(third, [second, first], 'rotate');
    assert.deepEqual(await versions(), ['1 purpose leaked', '2 purpose retired', '3 purpose current']);
    assert.equal((await mailroom(third, [second, first], 'leaked', '2')).out, 'Version 2 counts as leaked.\n');
    assert.equal((await mailroom(third, [second, first], 'leaked', '9')).code, 1);
    assert.deepEqual(await versions(), ['1 purpose leaked', '2 purpose leaked', '3 purpose current']);
  });

  it('is changed to nothing that would make what was before unknown', async () => {
    await starts(first);
    assert.match((await mailroom(second, [], 'rotate')).out, /not in old_secrets/);
    await mailroom(second, [first], 'rotate');
    assert.match((await mailroom(first, [second], 'rotate')).out, /used here before/);
    await test.db.query(
      `INSERT INTO processes (owner, alive_until) VALUES (gen_random_uuid(), now() + interval '1 m')`,
    );
    assert.match((await mailroom(third, [second, first], 'rotate')).out, /Mailroom is running/);
    assert.match((await mailroom(second, [first], 'leaked', '1')).out, /Mailroom is running/);
    assert.deepEqual(await versions(), ['1 purpose retired', '2 purpose current']);
  });

  it('is done or not when the connection is lost in between, and can be asked for again', async () => {
    await starts(first);
    // Whoever holds the table lets the change begin and not end.
    const holder = test.db.transaction(async (tx) => {
      await tx.query('LOCK TABLE processes IN ACCESS EXCLUSIVE MODE');
      const changing = mailroom(second, [first], 'rotate');
      const waits = `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
      let pid: number | undefined;
      // Outside of the transaction, in which what is seen of others stands still.
      await until(
        async () => {
          pid = (await test.db.query<{ pid: number }>(waits)).rows[0]?.pid;
          return pid !== undefined;
        },
        { what: 'the change waits', within: 20_000, every: 10 },
      );
      await tx.query('SELECT pg_terminate_backend($1)', [pid]);
      return changing;
    });
    assert.equal((await holder).code, 1);
    assert.deepEqual(await versions(), ['1 purpose current']);
    assert.equal((await mailroom(second, [first], 'rotate')).code, 0);
    assert.deepEqual(await versions(), ['1 purpose retired', '2 purpose current']);
  });

  it('of a database of before keeps what was made with the secrets themselves', async () => {
    const before = await server.database(6);
    try {
      await before.db.query(`INSERT INTO accounts (account) VALUES ('support')`);
      await migrate(before.db, await loadMigrations());
      const keys = await openKeys(before.db, { secret: first, oldSecrets: [second] });
      assert.equal(keys.version, 3);
      const { rows } = await before.db.query<{ text: string }>(
        `SELECT version || ' ' || derivation || ' ' || state AS text FROM key_versions ORDER BY version`,
      );
      assert.deepEqual(
        rows.map(({ text }) => text),
        ['1 plain retired', '2 plain retired', '3 purpose current'],
      );
    } finally {
      await before.close();
    }
  });

  it('says what is wrong with its words', async () => {
    for (const args of [['frobnicate'], ['leaked'], ['leaked', 'x'], ['list', 'more'], ['list', '--leaked']]) {
      assert.equal((await mailroom(first, [], ...args)).code, 2, args.join(' '));
    }
  });
});
