/** An account gets another key: everything of it goes along, and what was made under the old one is known after it. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AccountId, EventId, ThreadId } from '../../../src/bridge/types.ts';
import { makeThreadToken, readThreadToken } from '../../../src/bridge/thread-token.ts';
import { accountCommand, renameAccount } from '../../../src/cli/account.ts';
import { checkDatabase } from '../../../src/check/database.ts';
import { loadConfig } from '../../../src/config/config.ts';
import { identitiesOf } from '../../../src/app/settings.ts';
import { KeyFile } from '../../../src/secrets/key-file.ts';
import { Sealer } from '../../../src/secrets/sealer.ts';
import { getSecret, putSecret } from '../../../src/db/secret-tables/sealed-secrets.ts';
import { accountNames } from '../../../src/db/account-identities.ts';
import { takeIdentities } from '../../../src/handling/identities.ts';
import { openKeys } from '../../../src/handling/keyring.ts';
import type { MessageId } from '../../../src/mail/types.ts';
import { Heartbeat } from '../../../src/queue/heartbeat.ts';
import { IdKey } from '../../../src/bridge/ids.ts';
import type { TestDatabase } from '../../support/database.ts';
import { suiteParser, suiteServer } from '../../support/suite.ts';
import { runCommand } from '../../support/command-run.ts';
import { teamAccount } from '../../support/handlers/fixtures.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const [old, fresh] = ['support', 'helpdesk'] as [AccountId, AccountId];

describe('mailroom account rename', () => {
  const server = suiteServer();
  const parser = suiteParser();
  let test: TestDatabase;
  let folder: string;
  let sealer: Sealer;
  beforeEach(async () => {
    test = await server.database();
    folder = await mkdtemp(join(tmpdir(), 'mailroom-account-'));
    sealer = new Sealer(new KeyFile(join(folder, 'secrets.key'), null));
  });
  afterEach(async () => {
    await test.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A config whose accounts have these keys, all of them with one mailbox and address unless it is named. */
  async function configOf(...accounts: (string | readonly [key: string, user: string])[]): Promise<string> {
    const mailServer = { host: '127.0.0.1', port: 1, security: 'none' };
    const made = accounts.map((one) => {
      const [key, user] = typeof one === 'string' ? [one, 'support'] : one;
      const login = { ...mailServer, user, password: 'x' };
      return [key, { address: `${user}@mailroom.test`, name: 'Support', imap: login, smtp: mailServer }];
    });
    const config = {
      homeserver: { url: 'http://127.0.0.1:1', domain: 'matrix.test' },
      appservice: { url: 'http://127.0.0.1:1' },
      secret: 'a secret of thirty-two characters',
      database: { url: test.url },
      accounts: Object.fromEntries(made) as Record<string, unknown>,
    };
    const file = join(folder, 'config.yaml');
    await writeFile(file, JSON.stringify(config));
    return file;
  }
  const identities = (file: string) => identitiesOf(loadConfig(file, {}));
  const begin = async (...accounts: Parameters<typeof configOf>) =>
    takeIdentities(test.db, new IdKey('x'), identities(await configOf(...accounts)));

  async function mailroom(...args: readonly string[]) {
    return runCommand(accountCommand, [...args, '--config', join(folder, 'config.yaml')]);
  }

  /** Everything that any table has of an account, and where else its key stands. */
  async function tracesOf(key: string): Promise<string[]> {
    const { rows: columns } = await test.db.query<{ table: string; column: string }>(
      `SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
         AND c.data_type IN ('text', 'json', 'jsonb', 'ARRAY')`,
    );
    const found: string[] = [];
    for (const { table, column } of columns) {
      const { rows } = await test.db.query<{ value: string }>(
        `SELECT "${column}"::text AS value FROM "${table}" WHERE "${column}"::text ~ $1 LIMIT 1`,
        [`(^|[^a-z@._])${key}($|[^a-z@._])`],
      );
      if (rows[0] !== undefined) found.push(`${table}.${column}`);
    }
    return found.sort();
  }

  it('moves everything and says what, and only the name inside the ids is the old key', async () => {
    const world = await handlerWorld({ test, parser, accounts: [teamAccount('support', { name: 'Desk' })] });
    await begin('support');
    const arrived = await world.arrivals.arrive({ id: 'first@x.example', to: 'support@mailroom.test' });
    assert.equal(arrived.state, 'decided');
    await test.db.query(`INSERT INTO account_service (account) VALUES ('support')`);
    await test.db.query(
      `INSERT INTO matrix_sends (send, account, purpose, subject, sender, kind, type, content)
       VALUES ('s1', 'support', 'overview', 'support 0:1', '@b:x', 'event', 'm.room.message', '{}'),
         ('s2', 'support', 'account-state', 'support:well:1', '@b:x', 'event', 'm.room.message', '{}')`,
    );
    await test.db.query(
      `INSERT INTO jobs (account, queue, key, subject) VALUES ('support', 'team', 'support', 'support:3'),
         ('support', 'matrix-send', 'lobby:support', 's2')`,
    );
    const { code, out } = await mailroom('rename', 'support', 'helpdesk');
    assert.equal(code, 0, out);
    assert.match(out, /^ +1 {2}messages$/m);
    assert.match(out, /"support" is "helpdesk" now/);
    // The record says that it was renamed.
    const known = ['account_identities.id_name', 'account_identities.imap_user', 'audit_waiting.body'];
    assert.deepEqual(await tracesOf('support'), known);
    const { rows } = await test.db.query('SELECT subject, key FROM jobs ORDER BY subject, key');
    assert.ok(rows.some(({ subject, key }) => subject === 'helpdesk:3' && key === 'helpdesk'));
    assert.ok(rows.some(({ key }) => key === 'lobby:helpdesk'));
  });

  it('seals its secrets for the new key: under the old one nothing is left', async () => {
    await begin('support');
    const at = (account: AccountId) => ({ account, field: 'imap.password' }) as const;
    await test.db.transaction((tx) => putSecret(tx, sealer, at(old), 'hunter2'));
    await test.db.transaction((tx) => renameAccount(tx, old, fresh, sealer));
    assert.equal(await getSecret(test.db, sealer, at(fresh)), 'hunter2');
    assert.equal(await getSecret(test.db, sealer, at(old)), null);
  });

  it('makes the same ids as before, under the new key: threads, mails, aliases, hops, tokens', async () => {
    await begin('support');
    const secrets = { secret: 'a secret of thirty-two characters', oldSecrets: [] };
    const before = await openKeys(test.db, secrets);
    await test.db.transaction((tx) => renameAccount(tx, old, fresh, sealer));
    const now = await openKeys(test.db, secrets);
    const all = (ids: IdKey, account: AccountId) => [
      ids.thread(account, '<a@b>' as MessageId, 'hash'),
      ids.message(account, '<a@b>' as MessageId, 'hash'),
      ids.outgoing(account, '$e' as EventId),
      ids.notice(account, 'of', 'purpose'),
      ids.gathering(account, 'list', 'l'),
      ids.begun(account, 'by'),
      ids.split(account, '<a@b>' as MessageId, 'by'),
      ids.accountAlias(account, 'space', 0),
      ids.probe(account, 'k', 'n'),
      ids.hops(account),
      makeThreadToken(ids.tokenKeys, ids.nameOf(account), 'abcdefghijklmnop' as ThreadId),
    ];
    assert.deepEqual(all(now, fresh), all(before, old));
    const token = makeThreadToken(before.tokenKeys, before.nameOf(old), 'abcdefghijklmnop' as ThreadId);
    assert.equal(readThreadToken(now.tokenKeys, now.nameOf(fresh), token)?.start, 'abcdefghijklm');
    assert.notDeepEqual(
      all(now, old),
      all(before, old).map(() => null),
    );
  });

  it('brings an answer to a mail of before into its thread', async () => {
    const world = await handlerWorld({ test, parser, accounts: [teamAccount('support')] });
    await begin('support');
    const first = await world.arrivals.arrive({ id: 'first@x.example', to: 'support@mailroom.test' });
    await test.db.transaction((tx) => renameAccount(tx, old, fresh, sealer));
    const renamed = { ...teamAccount('support'), id: fresh };
    const again = await handlerWorld({ test, parser, accounts: [renamed] });
    const answer = await again.arrivals.arrive(
      { id: 'second@x.example', to: 'support@mailroom.test', answers: 'first@x.example' },
      { account: fresh, mailbox: 'INBOX 2' },
    );
    assert.equal(answer.thread, first.thread);
  });

  it('gives the old key, when somebody new has it, other ids than those that are in use', async () => {
    await begin('support');
    await test.db.transaction((tx) => renameAccount(tx, old, fresh, sealer));
    await begin('helpdesk', ['support', 'another']);
    assert.deepEqual([...(await accountNames(test.db))].sort(), [
      ['helpdesk', 'support'],
      ['support', 'support 2'],
    ]);
    // And once more, in a circle.
    await test.db.transaction((tx) => renameAccount(tx, old, 'third' as AccountId, sealer));
    await test.db.transaction((tx) => renameAccount(tx, fresh, old, sealer));
    assert.deepEqual([...(await accountNames(test.db))], [['third', 'support 2']]);
  });

  describe('refuses', () => {
    it('while a process serves the account, and one that begins meanwhile is seen', async () => {
      await begin('support');
      const life = await Heartbeat.start(test.db, { leaseMs: 60_000, accounts: ['support'], onError: assert.ifError });
      assert.match((await mailroom('rename', 'support', 'helpdesk')).out, /is running on this database and serves/);
      await life.stop();
      assert.equal((await mailroom('rename', 'support', 'helpdesk')).code, 0);
    });

    it('a new key that has anything, an old one that nobody knows, and keys that are none', async () => {
      await begin('support', ['sales', 'sales']);
      assert.match((await mailroom('rename', 'support', 'sales')).out, /has something of an account "sales" already/);
      assert.match((await mailroom('rename', 'nobody', 'helpdesk')).out, /knows no account "nobody"/);
      assert.match((await mailroom('rename', 'support', 'support')).out, /nothing to do/);
      assert.equal((await mailroom('rename', 'support', 'Help Desk')).code, 2);
      assert.equal((await mailroom('rename', 'support')).code, 2);
      assert.deepEqual([...(await accountNames(test.db))], []);
    });
  });

  describe('is asked for', () => {
    it('by the start and by check, where a key was changed in the config alone, and nothing is written', async () => {
      await begin('support', ['sales', 'sales']);
      const file = await configOf('helpdesk', ['sales', 'sales']);
      await assert.rejects(
        takeIdentities(test.db, new IdKey('x'), identities(file)),
        /mailroom account rename support helpdesk/,
      );
      const found = await checkDatabase(loadConfig(file, {}));
      assert.ok(found.some(({ state, text }) => state === 'fail' && text.includes('account rename support helpdesk')));
      await begin('support', ['sales', 'sales']);
      await mailroom('rename', 'support', 'helpdesk');
      await begin('helpdesk', ['sales', 'sales']);
    });

    it('not where two swap their keys, where capitals changed, and where a login is new', async () => {
      await begin('support', ['sales', 'sales']);
      await begin(['support', 'sales'], ['sales', 'support']);
      await begin(['support', 'SALES'], ['sales', 'support']);
      await begin('sales', ['another', 'another']);
    });
  });
});
