import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { stringify } from 'yaml';
import { CONFIG_CHECKS } from '../../../src/app/config-check.ts';
import type { ConfigCheck } from '../../../src/app/config-check.ts';
import { identitiesOf } from '../../../src/app/settings.ts';
import { takeIdentities } from '../../../src/handling/identities.ts';
import { IdKey } from '../../../src/bridge/ids.ts';
import { reloadOutcome } from '../../../src/bridge/account/config-changes.ts';
import { configState, wantConfig } from '../../../src/db/config-state.ts';
import { until } from '../../../tools/servers/wait.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../../support/database.ts';
import { account, mailServer, Process, type Draft } from '../../support/reload-process.ts';
import { recordedActs } from '../../support/recorded.ts';
import { alice, bob, domain } from '../../support/handlers/fixtures.ts';

describe('a reload by several processes', () => {
  let postgres: TestServer;
  let test: TestDatabase;
  let folder: string;
  const running: Process[] = [];
  before(async () => {
    postgres = await startTestServer();
  });
  after(() => postgres.stop());
  beforeEach(async () => {
    test = await postgres.database();
    folder = await mkdtemp(join(tmpdir(), 'mailroom-reload-'));
    await writeFile(join(folder, 'password'), 'hunter2');
  });
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
    await test.close();
    await rm(folder, { recursive: true });
  });

  const file = (name = 'config') => join(folder, `${name}.yaml`);
  const write = async (accounts: Draft, more: Draft = {}, name = 'config') => {
    const config = {
      homeserver: { url: 'http://127.0.0.1:1', domain },
      appservice: { url: 'http://127.0.0.1:1' },
      secret: 'x'.repeat(40),
      database: { embedded: './data' },
      ...more,
      accounts,
    };
    await writeFile(file(name), stringify(config));
  };
  const begin = async (name?: string, leaseMs?: number, checks?: readonly ConfigCheck[]) => {
    const process = await Process.begin(test.url, file(name), leaseMs, checks);
    running.push(process);
    return process;
  };
  const run = async (name?: string, checks?: readonly ConfigCheck[]) => {
    const process = await begin(name, undefined, checks);
    await process.start();
    return process;
  };
  const lookedAt = (generation: number) =>
    until(
      async () => {
        const { processes } = await configState(test.db);
        return processes.every((one) => one.generation >= generation);
      },
      { what: 'a look of all processes', within: 30_000 },
    );
  const outcome = async () => {
    const { wanted, processes } = await configState(test.db);
    return reloadOutcome(wanted ?? assert.fail('no reload'), processes);
  };

  it('takes a member in every process, and all of it', async () => {
    await write({ support: account('support', alice) });
    const [one, two] = [await run(), await run()];
    await write({ support: account('support', bob), sales: account('sales', bob) }, { times: { poll: '1m' } });
    await one.reload.ask('SIGHUP');
    await lookedAt(1);
    for (const process of [one, two]) {
      await process.reload.upToDate();
      assert.deepEqual(
        [process.level(alice), process.level(bob), process.level(bob, 'sales')],
        ['relay', 'moderator', 'moderator'],
      );
      assert.equal(process.live.config.times.poll, 60_000);
      assert.deepEqual(process.served, [['sales']]);
    }
    const { rows } = await test.db.query<{ accounts: string[] }>('SELECT accounts FROM processes');
    assert.deepEqual(rows, [{ accounts: ['support', 'sales'] }, { accounts: ['support', 'sales'] }]);
  });

  it('takes a right from who is taken out at once, also in a process that hangs and has not looked', async () => {
    await write({ support: account('support', alice) });
    const [one, hangs] = [await run(), await begin()];
    await write({ support: account('support', bob) });
    await one.reload.ask('SIGHUP');
    assert.deepEqual([one.level(alice), one.level(bob)], ['relay', 'relay'], 'bob waits for the other');
    await hangs.reload.upToDate();
    assert.deepEqual([hangs.level(alice), hangs.level(bob)], ['relay', 'relay']);
    assert.deepEqual((await outcome()).processes.map(({ state }) => state).sort(), ['taken', 'waiting']);
    await hangs.start();
    await one.reload.upToDate();
    assert.deepEqual([one.level(bob), hangs.level(bob)], ['moderator', 'moderator']);
  });

  it('gives the right to who is new once a process that was killed counts no more', async () => {
    await write({ support: account('support', alice) });
    const [one, killed] = [await run(), await begin(undefined, 60_000)];
    await write({ support: account('support', alice, bob) });
    await one.reload.ask('SIGHUP');
    assert.equal(one.level(bob), 'relay');
    await test.db.query(`UPDATE processes SET alive_until = now() - interval '1 s' WHERE owner IN (
      SELECT owner FROM process_configs WHERE generation = 0)`);
    await one.reload.look();
    assert.deepEqual([one.level(bob), killed.level(alice)], ['moderator', 'moderator']);
  });

  it('changes nothing with a file that is wrong, and says where, without its values', async () => {
    await write({ support: account('support', alice) });
    const one = await run();
    await write({ support: { ...account('support', bob), imap: { ...mailServer, port: 'hunter3' } } });
    await one.reload.ask('SIGHUP');
    assert.deepEqual([one.level(alice), one.level(bob)], ['moderator', 'relay']);
    assert.match(one.logged.join('\n'), /accounts\.support\.imap\.port: expected a port/);
    assert.ok(!one.logged.join('\n').includes('hunter3'));
    assert.equal((await configState(test.db)).wanted, null);
    const checked = await one.reload.port.check();
    assert.deepEqual('refused' in checked && checked.refused.map(({ path }) => path), ['accounts.support.imap.port']);
  });

  it('is refused by what the database knows against it', async () => {
    await write({ support: account('support', alice) });
    const check: ConfigCheck = (_db, _ids, config) =>
      Promise.resolve(
        config.accounts.some(({ id }) => id === 'help') ? [{ path: 'accounts.help', text: 'renamed' }] : [],
      );
    const one = await run(undefined, [check]);
    await write({ help: account('help', alice) });
    await one.reload.ask('SIGHUP');
    assert.match(one.logged.join('\n'), /accounts\.help: renamed/);
    assert.equal(one.level(alice), 'moderator');
  });

  it('leaves one process as it was whose own file is wrong, with the narrower right in both', async () => {
    await write({ support: account('support', alice) });
    await write({ support: account('support', alice) }, {}, 'other');
    const [one, other] = [await run(), await run('other')];
    await write({ support: account('support', bob) });
    await writeFile(file('other'), 'accounts: {');
    await one.reload.ask('SIGHUP');
    await lookedAt(1);
    const { processes } = await outcome();
    const refused = processes.find(({ state }) => state === 'refused');
    assert.match(refused?.refused[0]?.text ?? '', /no valid YAML/);
    for (const process of [one, other]) {
      await process.reload.upToDate();
      assert.deepEqual([process.level(alice), process.level(bob)], ['relay', 'relay']);
    }
  });

  it('is left alone by a file that all found wrong: nobody loses a right by it', async () => {
    await write({ support: account('support', alice) });
    await write({ support: account('support', bob) }, {}, 'shell');
    const one = await run();
    const shell = await begin('shell');
    const checked = await shell.reload.port.check();
    await shell.stop();
    running.splice(running.indexOf(shell), 1);
    await writeFile(file(), 'accounts: {');
    assert.ok(!('refused' in checked));
    await test.db.transaction((tx) => wantConfig(tx, { by: 'ctl', ...checked, answerTo: null }));
    await lookedAt(1);
    await one.reload.look();
    assert.deepEqual([one.level(alice), one.level(bob)], ['moderator', 'relay']);
  });

  it('takes a password whose file changed while the config says the same', async () => {
    await write({ support: account('support', alice) });
    const one = await run();
    await writeFile(join(folder, 'password'), 'hunter3');
    await one.reload.ask('SIGHUP');
    assert.equal(one.live.config.accounts[0]?.imap.password, 'hunter3');
    const fields = (await outcome()).changes.changed.map((change) => change.fields);
    assert.deepEqual(fields, [['imap.password', 'smtp.password']]);
  });

  it('leaves what needs a restart, takes the rest, and names it again the next time', async () => {
    await write({ support: account('support', alice) });
    const one = await run();
    await write({ support: account('support', bob) }, { times: { lease: '30s' } });
    await one.reload.ask('SIGHUP');
    assert.deepEqual([one.level(bob), one.live.config.times.lease], ['moderator', 20_000]);
    assert.deepEqual((await outcome()).changes.needsRestart, ['times.lease']);
    await one.reload.ask('SIGHUP');
    assert.deepEqual((await outcome()).changes.needsRestart, ['times.lease']);
  });

  it('is one after the other where two ask at once', async () => {
    await write({ support: account('support', alice) });
    const [one, two] = [await run(), await run()];
    await write({ support: account('support', bob) });
    await Promise.all([one.reload.ask('SIGHUP'), two.reload.ask('SIGHUP')]);
    await lookedAt(2);
    await Promise.all([one.reload.upToDate(), two.reload.upToDate()]);
    assert.deepEqual([one.level(bob), two.level(bob)], ['moderator', 'moderator']);
  });

  it('lets teams be seen as all processes have them: also when one with another has only ended', async () => {
    await write({ support: account('support', alice) });
    const [one, hangs] = [await run(), await begin()];
    await write({ support: account('support', bob) });
    await one.reload.ask('SIGHUP');
    await one.reload.look();
    assert.deepEqual(one.seen, ['support: Alice', 'support: ']);
    await hangs.stop();
    running.splice(running.indexOf(hangs), 1);
    await one.reload.look();
    assert.deepEqual(one.seen.slice(2), ['support: Bob']);
  });

  it('refuses an account whose key was changed in the file alone', async () => {
    await write({ support: account('support', alice) });
    const one = await run(undefined, CONFIG_CHECKS);
    // What a start writes down.
    await takeIdentities(test.db, new IdKey('a secret of thirty-two characters'), identitiesOf(one.live.config));
    await write({ help: { ...account('support', bob), name: 'help' } });
    await one.reload.ask('SIGHUP');
    assert.match(one.logged.join('\n'), /accounts\.help: .*account rename support help/);
    assert.equal(one.level(alice), 'moderator');
  });

  it('stands in the record: the start, what was taken, by its paths, who came and went, what was refused', async () => {
    await write({ support: account('support', alice) });
    const one = await run();
    await write({ support: account('support', bob) }, { permissions: { [alice]: 'admin' } });
    await one.reload.ask('SIGHUP');
    await write({ support: { ...account('support', bob), address: 'none' } });
    await one.reload.ask('SIGHUP');
    const acts = await recordedActs(test.db);
    assert.deepEqual(
      acts.map(({ act, who, outcome }) => [act, who, outcome]),
      [
        ['config.started', null, 'done'],
        ['config.wanted', null, 'done'],
        ['config.taken', null, 'done'],
        ['config.refused', null, 'refused'],
      ],
    );
    const [started, wanted, taken, refused] = acts;
    assert.deepEqual([started?.facts['accounts'], wanted?.facts['by']], ['support', 'SIGHUP']);
    assert.notEqual(taken?.facts['fingerprint'], started?.facts['fingerprint']);
    assert.deepEqual([taken?.whom, taken?.facts['changed']], [[bob, alice], 'permissions']);
    assert.equal(refused?.facts['fields'], 'accounts.support.address');
    for (const { facts } of acts) assert.ok(!JSON.stringify(facts).includes('@'));
  });

  it('keeps no secret in the database', async () => {
    await write({ support: account('support', alice) }, { provisioning: { token: 'hunter2'.repeat(6) } });
    const one = await run();
    await one.reload.ask('SIGHUP');
    for (const table of ['config_generations', 'process_configs']) {
      const { rows } = await test.db.query<{ text: string }>(`SELECT t::text AS text FROM ${table} t`);
      assert.ok(rows.length > 0);
      assert.ok(!/hunter2|xxxx/.test(JSON.stringify(rows)), table);
    }
  });
});
