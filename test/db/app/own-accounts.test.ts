/** Accounts that are added, changed and removed while processes run. */
import assert from 'node:assert/strict';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { stringify } from 'yaml';
import { OwnAccounts } from '../../../src/app/own-accounts.ts';
import { imapSettings, sealerOf } from '../../../src/app/settings.ts';
import type { AccountId, UserId } from '../../../src/bridge/types.ts';
import { loadConfig } from '../../../src/config/config.ts';
import { configState } from '../../../src/db/config-state.ts';
import type { AccountDone, OwnSecret } from '../../../src/handling/deps.ts';
import { until } from '../../../tools/servers/wait.ts';
import { columnsWith } from '../../support/all-columns.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, bob, domain } from '../../support/handlers/fixtures.ts';
import { account, Process, type Draft } from '../../support/reload-process.ts';
import { suiteServer } from '../../support/suite.ts';

const MARK = 'swordfish-51c0de';
const sales = 'sales' as AccountId;
const peer = { host: '127.0.0.1', port: 1, security: 'none', user: 'sales' };
const settings: Draft = {
  address: 'sales@mailroom.test',
  name: 'Sales',
  imap: peer,
  smtp: peer,
  team: [{ user: bob }],
};
const { team: _team, ...ownSettings } = settings;
const passwords = (text = MARK) =>
  new Map<OwnSecret, string>([
    ['imap.password', text],
    ['smtp.password', text],
  ]);

describe('accounts beside those of the config file', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let folder: string;
  let own: OwnAccounts;
  const running: Process[] = [];
  beforeEach(async () => {
    test = await server.database();
    folder = await mkdtemp(join(tmpdir(), 'mailroom-own-'));
    await writeFile(join(folder, 'password'), 'hunter2');
    await write({ support: account('support', alice) });
    const config = loadConfig(file(), {});
    // As `ctl` has it: a process of its own, which serves nothing.
    own = new OwnAccounts({ db: test.db, sealer: sealerOf(config), inUse: () => config });
  });
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
    await test.close();
    await rm(folder, { recursive: true });
  });

  const file = () => join(folder, 'config.yaml');
  const write = (accounts: Draft, more: Draft = {}) =>
    writeFile(
      file(),
      stringify({
        homeserver: { url: 'http://127.0.0.1:1', domain },
        appservice: { url: 'http://127.0.0.1:1' },
        secret: 'x'.repeat(40),
        database: { embedded: './data' },
        ...more,
        accounts,
      }),
    );
  const run = async () => {
    const process = await Process.begin(test.url, file());
    running.push(process);
    await process.start();
    return process;
  };
  const lookedAt = (done: AccountDone) => {
    if ('refused' in done) assert.fail(JSON.stringify(done.refused));
    return until(
      async () => (await configState(test.db)).processes.every(({ generation }) => generation >= done.generation),
      { what: 'a look of all processes', within: 30_000 },
    );
  };
  const add = (more: Partial<Parameters<OwnAccounts['add']>[1]> = {}) =>
    test.db.transaction((tx) =>
      own.add(tx, { account: sales, owner: null, settings, secrets: passwords(), by: 'ctl', ...more }),
    );
  const change = (more: Partial<Parameters<OwnAccounts['change']>[1]>) =>
    test.db.transaction((tx) => own.change(tx, { account: sales, by: 'ctl', ...more }));
  const remove = (purge = false) => test.db.transaction((tx) => own.remove(tx, { account: sales, purge, by: 'ctl' }));
  const refusal = (done: AccountDone) => ('refused' in done ? done.refused.map(({ path }) => path) : 'done');
  const passwordIn = ({ live }: Process) => live.config.accounts.find(({ id }) => id === sales)?.imap.password;

  it('are served, changed and gone in every process, without a restart and without a look into the files', async () => {
    const [one, two] = [await run(), await run()];
    // Somebody is writing into the file: it is nobody's business.
    await writeFile(file(), 'accounts: {');
    await lookedAt(await add());
    for (const process of [one, two]) {
      assert.deepEqual([process.level(bob, 'sales'), passwordIn(process)], ['moderator', MARK]);
      assert.deepEqual(process.served, [['sales']]);
    }
    await lookedAt(await change({ secrets: passwords('another') }));
    assert.deepEqual([passwordIn(one), passwordIn(two)], ['another', 'another']);
    await lookedAt(await change({ set: { path: ['team'], value: [{ user: alice }] } }));
    await Promise.all([one.reload.upToDate(), two.reload.upToDate()]);
    assert.deepEqual([one.level(bob, 'sales'), two.level(alice, 'sales')], ['relay', 'moderator']);
    await lookedAt(await remove());
    for (const process of [one, two]) assert.equal(process.level(alice, 'sales'), 'none');
    const { rows } = await test.db.query<{ accounts: string[] }>('SELECT accounts FROM processes');
    assert.deepEqual(rows, [{ accounts: ['support'] }, { accounts: ['support'] }]);
  });

  it('are there after a restart', async () => {
    await lookedAt(await add());
    const one = await Process.begin(test.url, file());
    running.push(one);
    const { config } = await one.own.merged(loadConfig(file(), {}));
    assert.deepEqual(
      config.accounts.map(({ id, imap }) => [id, imap.password]),
      [
        ['support', 'hunter2'],
        ['sales', MARK],
      ],
    );
  });

  it('leave no secret in any column, neither while they are there nor after it', async () => {
    const one = await run();
    await lookedAt(await add());
    assert.deepEqual(await columnsWith(test.db, MARK), []);
    await lookedAt(await change({ secrets: passwords(`${MARK}-new`) }));
    assert.deepEqual(await columnsWith(test.db, MARK), []);
    await lookedAt(await remove());
    assert.deepEqual(await columnsWith(test.db, MARK), []);
    const { rows } = await test.db.query('SELECT FROM sealed_secrets');
    assert.equal(rows.length, 0);
    assert.ok(!one.logged.join('\n').includes(MARK));
  });

  it('are refused with all that is wrong, and nothing of them is kept', async () => {
    const wrong: readonly (readonly [Parameters<typeof add>[0], string | RegExp])[] = [
      [{ settings: { ...settings, imap: { ...peer, password: MARK } } }, 'accounts.sales.imap.password'],
      [
        { settings: { ...settings, imap: { ...peer, password: { file: '/etc/passwd' } } } },
        'accounts.sales.imap.password',
      ],
      [{ settings: { ...settings, smtp: { ...peer, password: { env: 'PATH' } } } }, 'accounts.sales.smtp.password'],
      [{ settings: { ...settings, imap: { ...peer, port: 'x' } } }, 'accounts.sales.imap.port'],
      [{ settings: { ...settings, colour: 'red' } }, 'accounts.sales.colour'],
      [{ settings: 'no mapping' }, 'accounts.sales'],
      [{ settings: { ...settings, address: 'support@mailroom.test' } }, 'accounts.sales'],
      [{ account: 'support' as AccountId }, 'accounts.support'],
      [{ account: '../up' as AccountId }, 'accounts'],
      [{ owner: alice }, 'accounts.sales.team'],
      [{ secrets: new Map([['smtp.password', 'x']]) }, 'accounts.sales.imap.password'],
    ];
    for (const [draft, path] of wrong) {
      const done = await add(draft);
      assert.deepEqual(refusal(done), [path], JSON.stringify(draft));
      assert.ok(!JSON.stringify(done).includes(MARK));
    }
    const { rows } = await test.db.query('SELECT FROM own_accounts UNION ALL SELECT FROM sealed_secrets');
    assert.equal(rows.length, 0);
    assert.equal((await configState(test.db)).wanted, null);
  });

  it('have a key once, whoever adds them at the same moment', async () => {
    const done = await Promise.all([add(), add({ by: 'http' }), add({ by: alice })]);
    assert.equal(done.filter((one) => !('refused' in one)).length, 1);
    assert.deepEqual(refusal(await add()), ['accounts.sales']);
    // Another key for the same address neither.
    assert.deepEqual(refusal(await add({ account: 'other' as AccountId })), ['accounts.other']);
  });

  it('give way to the config file: what it has counts, and they are told as left out', async () => {
    const one = await run();
    await lookedAt(await add());
    assert.equal(passwordIn(one), MARK);
    await write({ support: account('support', alice), sales: account('sales', alice) });
    await one.reload.ask('SIGHUP');
    assert.equal(passwordIn(one), 'hunter2');
    const [told] = await one.own.list(test.db);
    assert.equal(told?.state, 'left-out');
    assert.match(told.problems.join(), /stands in the config file/);
    // It is not changed there either, and can be taken away.
    assert.deepEqual(refusal(await change({ secrets: passwords('x') })), 'done');
    await lookedAt(await remove());
    assert.equal(passwordIn(one), 'hunter2');
  });

  it('wait where the key is lost, with the others in use, and go on once it is back', async () => {
    const one = await run();
    await lookedAt(await add());
    const key = join(folder, 'secrets.key');
    await rename(key, `${key}.away`);
    const again = await run();
    assert.equal(again.level(alice), 'moderator');
    const waiting = again.live.config.accounts.find(({ id }) => id === sales);
    assert.ok(waiting?.own?.trouble?.includes(key), waiting?.own?.trouble ?? 'none');
    // No server is asked with what is no password.
    const { token } = imapSettings(again.live.config, waiting ?? assert.fail('it is left out'));
    await assert.rejects(async () => token?.get(), { code: 'no-secret' });
    const [told] = await again.own.list(test.db);
    assert.equal(told?.state, 'waits');
    await rename(`${key}.away`, key);
    await again.reload.look();
    assert.equal(passwordIn(again), MARK);
    assert.equal(passwordIn(one), MARK);
  });

  it('wait for a password where they were added without one, and take it then', async () => {
    const one = await run();
    await lookedAt(await add({ secrets: new Map() }));
    assert.equal((await one.own.list(test.db))[0]?.state, 'waits');
    await lookedAt(await change({ secrets: passwords() }));
    assert.equal(passwordIn(one), MARK);
    assert.equal((await one.own.list(test.db))[0]?.state, 'served');
  });

  it('are taken as a whole or not at all when the transaction does not end', async () => {
    const one = await run();
    await assert.rejects(
      test.db.transaction(async (tx) => {
        await own.add(tx, { account: sales, owner: null, settings, secrets: passwords(), by: 'ctl' });
        throw new Error('the process ends');
      }),
    );
    await one.reload.look();
    assert.equal(one.level(bob, 'sales'), 'none');
    const { rows } = await test.db.query('SELECT FROM own_accounts UNION ALL SELECT FROM sealed_secrets');
    assert.equal(rows.length, 0);
  });

  it('are taken by a process that was killed between the commit and its look', async () => {
    const done = await add();
    const one = await run();
    await lookedAt(done);
    assert.equal(passwordIn(one), MARK);
  });

  describe('with an owner', () => {
    const owner = alice;
    const admin = '@root:matrix.test' as UserId;

    it('are theirs alone, whatever the config says of others', async () => {
      await write({ support: account('support', bob) }, { permissions: { [admin]: 'admin', [domain]: 'moderator' } });
      const one = await run();
      await lookedAt(await add({ owner, settings: ownSettings }));
      assert.equal(one.level(owner, 'sales'), 'moderator');
      for (const other of [bob, admin, '@alice:elsewhere.test' as UserId]) {
        assert.equal(one.level(other, 'sales'), 'block', other);
      }
      const found = one.live.config.accounts.find(({ id }) => id === sales);
      assert.deepEqual(
        found?.team.map(({ user }) => user),
        [owner],
      );
    });

    it('are changed by them alone, and taken away by operators too, with all that there is', async () => {
      const one = await run();
      await lookedAt(await add({ owner, settings: ownSettings }));
      assert.deepEqual(refusal(await change({ set: { path: ['name'], value: 'Mine' } })), ['accounts.sales']);
      await lookedAt(await change({ set: { path: ['name'], value: 'Mine' }, by: owner }));
      assert.equal(one.live.config.accounts.find(({ id }) => id === sales)?.name, 'Mine');
      await lookedAt(await remove());
      assert.equal(one.level(owner, 'sales'), 'none');
      assert.equal((await one.own.list(test.db))[0]?.state, 'leaving');
      assert.deepEqual(refusal(await add({ owner, settings: ownSettings })), ['accounts.sales']);
    });
  });
});
