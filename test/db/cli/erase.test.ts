/** The command of the shell: a plan, a yes, a certificate, and the same again in a database of before. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { eraseCommand } from '../../../src/cli/erase.ts';
import { registrationCommand } from '../../../src/cli/registration.ts';
import { columnsWith } from '../../support/all-columns.ts';
import { runCommand } from '../../support/command-run.ts';
import type { TestDatabase } from '../../support/database.ts';
import { StandInHomeserver } from '../../support/homeserver.ts';
import { vouchedAccount } from '../../support/handlers/fixtures.ts';
import type { HandlerWorld } from '../../support/handlers/world.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';

describe('mailroom erase', () => {
  const parser = suiteParser();
  const homeserver = new StandInHomeserver({ asToken: 'as', hsToken: 'hs' });
  let test: TestDatabase;
  let world: HandlerWorld;
  let folder: string;
  let file: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailroom-erase-'));
    await homeserver.start();
  });
  after(async () => {
    await homeserver.stop();
    await rm(folder, { recursive: true, force: true });
  });
  let count = 0;
  eachDatabase(async (given) => {
    test = given;
    world = await handlerWorld({ test, parser, accounts: [vouchedAccount('support'), vouchedAccount('sales')] });
    file = join(folder, `config${String(count++)}.json`);
    const login = { host: '127.0.0.1', port: 1, security: 'none' };
    const imap = { ...login, user: 's', password: 'x' };
    const registration = join(folder, `registration${String(count)}.yaml`);
    await writeFile(
      file,
      JSON.stringify({
        homeserver: { url: homeserver.url, domain: 'matrix.test' },
        appservice: { url: 'http://127.0.0.1:1', registration },
        secret: 'a secret of thirty-two characters',
        database: { url: test.url },
        accounts: {
          support: { address: 'support@ours.example', name: 'S', imap, smtp: login },
          sales: { address: 'sales@ours.example', name: 'T', imap, smtp: login },
        },
      }),
    );
    assert.equal((await runCommand(registrationCommand, ['--config', file])).code, 0);
    const made = await readFile(registration, 'utf8');
    await writeFile(registration, made.replace(/^as_token: .*$/m, 'as_token: as'));
    await world.arrivals.arrive({ id: 'e1@x.example', from: 'Eve <eve@x.example>', text: 'Medlar.' });
  });

  const run = (...args: string[]) => runCommand(eraseCommand, [...args, '--config', file]);
  const certificate = () => join(folder, `certificate${String(count++)}.json`);

  it('says what would go and changes nothing, until it is told to', async () => {
    const plan = await run('Eve@X.example');
    assert.deepEqual([plan.code, /1 mails in conversations/.test(plan.out)], [0, true], plan.out);
    assert.notDeepEqual(await columnsWith(test.db, 'Medlar'), []);
    const out = certificate();
    const done = await run('Eve@X.example', '--yes', '--certificate', out);
    assert.equal(done.code, 0, done.out);
    assert.deepEqual(await columnsWith(test.db, 'Medlar'), []);
    assert.deepEqual(await columnsWith(test.db, 'eve@x.example'), []);
    assert.doesNotMatch(await readFile(out, 'utf8'), /eve@|medlar/i);
  });

  it('is done again by the certificate in a database of before, and refuses one that was changed', async () => {
    const out = certificate();
    assert.equal((await run('eve@x.example', '--yes', '--certificate', out)).code, 0);
    await test.db.query('DELETE FROM removals');
    await test.db.query('UPDATE messages SET erasure = NULL');
    await test.db.query('UPDATE threads SET erasure = NULL');
    await test.db.query('DELETE FROM erased');
    await test.db.query('DELETE FROM erasures');
    await world.arrivals.arrive({ id: 'e2@x.example', from: 'Eve <eve@x.example>', text: 'Medlar of the backup.' });
    const again = await run('--again', out, '--yes', '--certificate', certificate());
    assert.equal(again.code, 0, again.out);
    assert.deepEqual(await columnsWith(test.db, 'Medlar'), []);
    const came = await world.arrivals.arrive({ id: 'e1@x.example', from: 'Eve <eve@x.example>', text: 'Medlar.' });
    assert.deepEqual([came.state, came.reason], ['ignored', 'erased']);
    const changed = certificate();
    await writeFile(changed, (await readFile(out, 'utf8')).replace('address', 'adress'));
    const refused = await run('--again', changed, '--yes');
    assert.deepEqual([refused.code, /no certificate/.test(refused.out)], [1, true]);
  });

  it('refuses an account, our own addresses, and a conversation of another account', async () => {
    assert.equal((await run('support', '--yes')).code, 2);
    assert.match((await run('sales@ours.example', '--yes')).out, /address of the account sales/);
    const { rows } = await test.db.query<{ thread: string }>('SELECT thread FROM threads');
    const other = await run(rows[0]?.thread ?? '', '--account', 'sales', '--yes');
    assert.deepEqual([other.code, /no conversation of sales/.test(other.out)], [1, true]);
    assert.equal((await run('--yes')).code, 2);
    assert.notDeepEqual(await columnsWith(test.db, 'Medlar'), []);
  });
});
