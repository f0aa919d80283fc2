/** An account is added, given another password and removed in the shell while Mailroom runs, on the real servers. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { programFile } from '../../tools/built.ts';
import type { AccountDraft } from '../../tools/demo/config.ts';
import { PATIENCE, unique, World } from '../support/e2e.ts';
import { until } from '../support/servers.ts';

let later: AccountDraft | undefined;
const world = await World.start({
  configure: (draft) => {
    const { info, ...others } = draft.accounts;
    later = info;
    draft.accounts = others;
  },
});
const folder = await mkdtemp(join(tmpdir(), 'mailroom-added-'));
after(() => rm(folder, { recursive: true }));
const { server, configFile } = world.environment.mailroom;
const alice = await world.client();

const within = (what: string) => ({ what, within: PATIENCE });

/** As an operator types it. */
function ctl(...words: readonly string[]): Promise<{ readonly failed: boolean; readonly said: string }> {
  const argv = [programFile('main.ts'), 'ctl', ...words, '--config', configFile];
  return new Promise((resolve) => {
    execFile(process.execPath, argv, (error, out, err) => resolve({ failed: error !== null, said: `${out}${err}` }));
  });
}

async function fileOf(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text, { mode: 0o600 });
  return file;
}

/** Every column of the database in which a text stands. */
async function columnsWith(text: string): Promise<string[]> {
  const columns = await world.sql<{ table: string; column: string; type: string }>(
    `SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { table, column, type } of columns) {
    const value = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`;
    const rows = await world.sql(`SELECT FROM "${table}" WHERE strpos(${value}, $1) > 0 LIMIT 1`, [text]);
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

const stateIs = (state: string) =>
  until(
    async () => (await world.sql(`SELECT FROM accounts WHERE account = 'info' AND state = $1`, [state])).length === 1,
    within(`that the account is ${state}`),
  );

describe('an account beside those of the config file', () => {
  it('is added with its mail, refused with a wrong password, mended, and gone with its secret', async () => {
    const draft = later ?? assert.fail('the demo has the account');
    const { password, ...imap } = draft.imap;
    const { password: _relay, ...smtp } = draft.smtp;
    const settings = await fileOf('info.yaml', JSON.stringify({ ...draft, imap, smtp }));
    const right = await fileOf('right', `${password}\n`);
    const marked = `swordfish-${unique('x')}`;
    const wrong = await fileOf('wrong', marked);
    const { pid } = server;

    const added = await ctl('account', 'add', 'info', '--settings-file', settings, '--password-file', right);
    assert.ok(!added.failed, added.said);
    await stateIs('connected');
    const olga = await world.outsider('Olga Outside');
    const word = unique('Added');
    await olga.write({ to: world.account('info').address, subject: word, text: 'Is anybody there?' });
    const room = await world.enter(word);
    await alice.say(room, 'Since a moment ago.');
    await olga.receives('Since a moment ago.');

    const changed = await ctl('account', 'change', 'info', '--password-file', wrong);
    assert.ok(!changed.failed, changed.said);
    await stateIs('bad-credentials');
    assert.deepEqual(await columnsWith(marked), []);
    assert.ok(!changed.said.includes(marked));
    const mended = await ctl('account', 'change', 'info', '--password-file', right);
    assert.ok(!mended.failed, mended.said);
    await stateIs('connected');

    const removed = await ctl('account', 'remove', 'info');
    assert.ok(!removed.failed, removed.said);
    assert.match((await ctl('account', 'list')).said, /All accounts stand in the config file/);
    assert.deepEqual(await world.sql(`SELECT FROM sealed_secrets WHERE account = 'info'`), []);
    assert.deepEqual(await world.sql(`SELECT FROM processes WHERE alive_until > now() AND 'info' = ANY(accounts)`), []);
    assert.equal(server.pid, pid);
  });
});
