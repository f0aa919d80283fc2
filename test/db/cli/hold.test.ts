import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { holdCommand } from '../../../src/cli/hold.ts';
import { runCommand } from '../../support/command-run.ts';
import type { TestDatabase } from '../../support/database.ts';
import { eachDatabase } from '../../support/suite.ts';

describe('mailroom hold', () => {
  let test: TestDatabase;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailroom-hold-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  eachDatabase(async (given) => {
    test = given;
    await test.db.query(`INSERT INTO accounts (account) VALUES ('support')`);
    await test.db.query(
      `INSERT INTO threads (thread, account, subject, opened_by) VALUES ('t', 'support', 'Lamp', 'x')`,
    );
    await test.db.query(
      `INSERT INTO rooms (room, account, kind, thread, alias) VALUES ('!r:m', 'support', 'thread', 't', '#a:m'),
         ('!s:m', 'support', 'space', NULL, '#s:m')`,
    );
  });

  async function hold(...args: string[]) {
    const file = join(folder, 'config.json');
    const login = { host: '127.0.0.1', port: 1, security: 'none' };
    const imap = { ...login, user: 's', password: 'x' };
    await writeFile(
      file,
      JSON.stringify({
        homeserver: { url: 'http://127.0.0.1:1', domain: 'matrix.test' },
        appservice: { url: 'http://127.0.0.1:1' },
        secret: 'a secret of thirty-two characters',
        database: { url: test.url },
        accounts: { support: { address: 'support@ours.example', name: 'S', imap, smtp: login } },
      }),
    );
    return runCommand(holdCommand, [...args, '--config', file]);
  }
  const listed = async (...args: string[]) =>
    JSON.parse((await hold('--list', '--json', ...args)).out) as { kind: string; subject: string; reason: string }[];

  it('keeps an account, a conversation by its id or its room, and an address in whatever case', async () => {
    for (const what of ['support', 't', '!r:m', 'Bob@OUTSIDE.test']) {
      assert.equal((await hold(what, '--reason', 'Müller ./. Meier')).code, 0, what);
    }
    assert.deepEqual(
      (await listed()).map(({ kind, subject }) => [kind, subject]),
      [
        ['address', 'bob@outside.test'],
        ['thread', 't'],
        ['account', 'support'],
      ],
    );
    assert.match((await hold('--list')).out, /^address bob@outside\.test, since .* by .*: Müller/m);
  });

  it('ends by a word, and says so where there is none; what was stays in the list of all', async () => {
    await hold('t');
    assert.deepEqual([(await hold('--release', '!r:m')).code, (await hold('--release', 't')).code], [0, 1]);
    assert.deepEqual([await listed(), (await listed('--all')).length], [[], 1]);
  });

  it('refuses what is none: a room without a conversation, a name that nobody has, half an address', async () => {
    for (const what of ['!s:m', '!nobody:m', 'nothing', '@', 'a b@c']) {
      const said = await hold(what);
      assert.equal(said.code, 1, what);
      assert.match(said.out, /no conversation|neither|no mail address/, what);
    }
    assert.equal((await hold()).code, 2);
    assert.equal((await hold('t', '--list')).code, 2);
    assert.deepEqual(await listed('--all'), []);
  });

  it('prints a reason with control characters as what it is', async () => {
    await hold('t', '--reason', 'a\u001b[31mred\nthread x');
    assert.doesNotMatch((await hold('--list')).out, /\u001b/);
  });
});
