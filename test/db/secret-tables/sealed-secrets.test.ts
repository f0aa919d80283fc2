import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AccountId } from '../../../src/bridge/types.ts';
import { getSecret, putSecret, removeSecrets } from '../../../src/db/secret-tables/sealed-secrets.ts';
import { dropOldKeys, giveUpUnopened, reseal, unopened } from '../../../src/db/secret-tables/reseal.ts';
import { secretCommand } from '../../../src/cli/secret.ts';
import { KeyFile, newKey } from '../../../src/secrets/key-file.ts';
import { Sealer } from '../../../src/secrets/sealer.ts';
import type { SecretField } from '../../../src/secrets/sealing.ts';
import { columnsWith } from '../../support/all-columns.ts';
import { runCommand } from '../../support/command-run.ts';
import type { TestDatabase } from '../../support/database.ts';
import { recordedActs } from '../../support/recorded.ts';
import { suiteServer } from '../../support/suite.ts';

const MARK = 'swordfish-7f3a9c';

describe('sealed secrets', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let folder: string;
  let path: string;
  let sealer: Sealer;
  beforeEach(async () => {
    test = await server.database();
    folder = await mkdtemp(join(tmpdir(), 'mailroom-sealed-'));
    path = join(folder, 'secrets.key');
    sealer = new Sealer(new KeyFile(path, null));
  });
  afterEach(async () => {
    await test.close();
    await rm(folder, { recursive: true, force: true });
  });

  const at = (account: string, field: SecretField = 'imap.password') => ({ account: account as AccountId, field });
  const put = (account: string, text: string, by = sealer) =>
    test.db.transaction((tx) => putSecret(tx, by, at(account), text));
  const get = (account: string, by = sealer) => getSecret(test.db, by, at(account));
  const versions = async () =>
    (
      await test.db.query<{ text: string }>(
        `SELECT account || ' ' || version AS text FROM sealed_secrets ORDER BY account`,
      )
    ).rows.map(({ text }) => text);

  /** `mailroom secret …` with this database and this key file. */
  async function mailroom(...args: readonly string[]) {
    const mailServer = { host: '127.0.0.1', port: 1, security: 'none' };
    const config = {
      homeserver: { url: 'http://127.0.0.1:1', domain: 'matrix.test' },
      appservice: { url: 'http://127.0.0.1:1' },
      secret: 'a secret of thirty-two characters',
      database: { url: test.url },
      accounts: {
        support: {
          address: 'support@mailroom.test',
          name: 'Support',
          imap: { ...mailServer, user: 'support', password: 'x' },
          smtp: mailServer,
        },
      },
    };
    const file = join(folder, 'config.yaml');
    await writeFile(file, JSON.stringify(config));
    return runCommand(secretCommand, [...args, '--config', file]);
  }

  it('are given back, replaced and taken away, each for itself', async () => {
    assert.equal(await get('support'), null);
    await put('support', MARK);
    await test.db.transaction((tx) => putSecret(tx, sealer, at('support', 'smtp.password'), 'other'));
    await put('sales', 'theirs');
    assert.equal(await get('support'), MARK);
    await put('support', `${MARK}!`);
    assert.equal(await get('support'), `${MARK}!`);
    await removeSecrets(test.db, 'support' as AccountId, ['imap.password']);
    assert.equal(await get('support'), null);
    assert.equal(await getSecret(test.db, sealer, at('support', 'smtp.password')), 'other');
    await removeSecrets(test.db, 'support' as AccountId);
    assert.deepEqual(await versions(), ['sales 1']);
    assert.equal(await get('sales'), 'theirs');
  });

  it('stand in no column of the database, nor does the key', async () => {
    await put('support', MARK);
    assert.deepEqual(await columnsWith(test.db, MARK), []);
    const key = /^1 (.{43}=)$/m.exec(await readFile(path, 'utf8'))?.[1] ?? '';
    assert.equal(Buffer.from(key, 'base64').length, 32);
    for (const shown of [key, Buffer.from(key, 'base64').toString('hex')]) {
      assert.deepEqual(await columnsWith(test.db, shown), []);
    }
  });

  it('do not open in the row of another account or field', async () => {
    await put('support', MARK);
    await put('sales', 'theirs');
    await test.db.query(
      `UPDATE sealed_secrets s SET nonce = o.nonce, sealed = o.sealed FROM sealed_secrets o
       WHERE s.account = 'sales' AND o.account = 'support'`,
    );
    await assert.rejects(get('sales'), { code: 'seal-changed' });
    await test.db.query(`UPDATE sealed_secrets SET field = 'smtp.password' WHERE account = 'support'`);
    await assert.rejects(getSecret(test.db, sealer, at('support', 'smtp.password')), { code: 'seal-changed' });
    // Other accounts run on, and the one that was changed takes a new one.
    await put('sales', 'anew');
    assert.equal(await get('sales'), 'anew');
  });

  it('make no new key where the file was lost: nothing is sealed with a key that nobody expects', async () => {
    await put('support', MARK);
    await rename(path, `${path}.away`);
    await assert.rejects(get('support'), { code: 'seal-lost' });
    await assert.rejects(put('sales', 'theirs'), { code: 'seal-lost' });
    await assert.rejects(readFile(path), { code: 'ENOENT' });
    await rename(`${path}.away`, path);
    assert.equal(await get('support'), MARK);
  });

  it('know another key as such, and seal nothing with it', async () => {
    await put('support', MARK);
    const elsewhere = new Sealer(new KeyFile(join(folder, 'elsewhere.key'), null));
    await elsewhere.file.make(1);
    await assert.rejects(get('support', elsewhere), { code: 'seal-other' });
    await assert.rejects(put('sales', 'theirs', elsewhere), { code: 'seal-other' });
    assert.deepEqual(await versions(), ['support 1']);
  });

  it('are of one key where two machines make one each at the same moment', async () => {
    const elsewhere = new Sealer(new KeyFile(join(folder, 'elsewhere.key'), null));
    const done = await Promise.allSettled([put('support', MARK), put('sales', 'theirs', elsewhere)]);
    const [failed, ...more] = done.filter((one) => one.status === 'rejected');
    assert.equal(more.length, 0);
    // It made a key of its own before it saw that there is one, or saw that and made none.
    assert.match((failed?.reason as { code?: string }).code ?? '', /^seal-(other|lost)$/);
    assert.equal((await versions()).length, 1);
  });

  it('wait for the newest version on a machine that has an older file', async () => {
    await put('support', MARK);
    const older = join(folder, 'older.key');
    await copyFile(path, older);
    assert.deepEqual(await reseal(test.db, sealer), { version: 2, secrets: 1, unopened: [] });
    const machine = new Sealer(new KeyFile(older, null));
    await assert.rejects(get('support', machine), { code: 'seal-missing' });
    await assert.rejects(put('sales', 'theirs', machine), { code: 'seal-missing' });
    await copyFile(path, older);
    assert.equal(await get('support', machine), MARK);
  });

  describe('with another key', () => {
    it('all open as before, and the old key opens nothing', async () => {
      for (const account of ['a', 'b', 'c']) await put(account, `${MARK} of ${account}`);
      const before = await readFile(path, 'utf8');
      assert.deepEqual(await reseal(test.db, sealer), { version: 2, secrets: 3, unopened: [] });
      assert.deepEqual(await versions(), ['a 2', 'b 2', 'c 2']);
      for (const account of ['a', 'b', 'c']) assert.equal(await get(account), `${MARK} of ${account}`);
      assert.equal(await dropOldKeys(test.db, sealer), 1);
      assert.equal(await dropOldKeys(test.db, sealer), 0);
      assert.equal(await get('a'), `${MARK} of a`);
      await writeFile(path, before);
      await assert.rejects(get('a'), { code: 'seal-missing' });
    });

    it('are finished where a run was ended between any two of them, without one more version', async () => {
      for (const account of ['a', 'b', 'c']) await put(account, MARK);
      const keys = (await sealer.file.read()) ?? [];
      // The file was written, and the process ended.
      await sealer.file.replace([...keys, newKey(2)]);
      assert.equal(await get('b'), MARK);
      // One of them was sealed.
      await put('a', MARK);
      assert.deepEqual(await versions(), ['a 2', 'b 1', 'c 1']);
      assert.deepEqual(await reseal(test.db, sealer), { version: 2, secrets: 2, unopened: [] });
      assert.deepEqual(await versions(), ['a 2', 'b 2', 'c 2']);
    });

    it('leave those that do not open, and say which', async () => {
      await put('a', MARK);
      await put('b', MARK);
      await test.db.query(`UPDATE sealed_secrets SET sealed = sealed || '\\x00' WHERE account = 'a'`);
      const done = await reseal(test.db, sealer);
      assert.deepEqual(
        [done.version, done.secrets, done.unopened.map(({ account, failure }) => [account, failure.kind])],
        // The first pass has sealed nothing: a new version it was.
        [2, 1, [['a', 'changed']]],
      );
      assert.equal(await get('b'), MARK);
    });

    it('are what they are made of before the first need: nothing', async () => {
      assert.deepEqual(await reseal(test.db, sealer), { version: null, secrets: 0, unopened: [] });
      await assert.rejects(readFile(path), { code: 'ENOENT' });
    });
  });

  it('are given up where the key is lost, and taken anew under a new one', async () => {
    await put('a', MARK);
    await rm(path);
    const lost = await giveUpUnopened(test.db, sealer, () => Promise.resolve());
    assert.deepEqual(
      lost.map(({ account, field }) => `${account} ${field}`),
      ['a imap.password'],
    );
    await put('a', 'anew');
    assert.equal(await get('a'), 'anew');
    assert.deepEqual(await unopened(test.db, sealer), []);
  });

  it('are told of, sealed anew and given up in the shell, without a word of what they are', async () => {
    assert.match((await mailroom('reseal')).out, /^Nothing was ever sealed/);
    await put('a', MARK);
    await put('b', MARK);
    const told = [
      await mailroom('sealed'),
      await mailroom('reseal'),
      await mailroom('reseal', '--drop-old'),
      await mailroom('lost'),
    ];
    assert.deepEqual(
      told.map(({ code }) => code),
      [0, 0, 0, 0],
    );
    assert.match(told[0]?.out ?? '', /^2 secrets sealed/);
    assert.match(told[1]?.out ?? '', /^2 secrets sealed anew, with version 2/);
    assert.match(told[2]?.out ?? '', /with version 3[^]*2 old versions/);
    assert.match(told[3]?.out ?? '', /^0 secrets would be given up/);
    await rm(path);
    const without = [await mailroom('sealed'), await mailroom('reseal'), await mailroom('lost', '--yes')];
    assert.deepEqual(
      without.map(({ code }) => code),
      [1, 1, 0],
    );
    for (const { out } of without.slice(0, 2)) assert.ok(out.includes(path) && out.includes('backup'), out);
    assert.match(
      without[2]?.out ?? '',
      /^accounts\.a\.imap\.password\naccounts\.b\.imap\.password\n2 secrets given up/,
    );
    const key = await readFile(path, 'utf8').catch(() => '');
    assert.equal(key, '');
    for (const { out } of [...told, ...without]) assert.ok(!out.includes(MARK));
    assert.deepEqual(await columnsWith(test.db, MARK), []);
    const acts = (await recordedActs(test.db)).map(({ act, outcome }) => `${act} ${outcome}`);
    assert.ok(acts.includes('cli.secret-lost done') && acts.includes('cli.secret-reseal failed'), acts.join());
  });
});
