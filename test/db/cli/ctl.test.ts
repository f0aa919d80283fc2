import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { JsonObject } from '../../../src/bridge/types.ts';
import { explainFailure, type Io } from '../../../src/cli/command.ts';
import { ctlCommand } from '../../../src/cli/ctl.ts';
import { CTL_OPERATIONS, optionsOf } from '../../../src/provisioning/usage.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { workOfADay } from '../../support/operators.ts';
import type { Answered } from '../../support/operators.ts';
import { alice, teamAccount } from '../../support/handlers/fixtures.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const main = join(import.meta.dirname, '../../../src/main.ts');

describe('mailroom ctl', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let rooms: Rooms;
  let folder: string;
  beforeEach(async () => {
    test = await server.database();
    ({ rooms } = await handlerWorld({ test, accounts: [teamAccount('support'), teamAccount('info')] }));
    folder = await mkdtemp(join(tmpdir(), 'mailroom-ctl-'));
    const mailServer = { host: '127.0.0.1', port: 1, security: 'none' };
    const account = (id: string) => ({
      address: `${id}@mailroom.test`,
      name: id,
      imap: { ...mailServer, user: id, password: 'x' },
      smtp: mailServer,
      team: [{ user: alice, name: 'Alice' }],
    });
    const config = {
      homeserver: { url: 'http://127.0.0.1:1', domain: 'matrix.test' },
      appservice: { url: 'http://127.0.0.1:1' },
      secret: 'a secret of thirty-two characters',
      database: { url: test.url },
      accounts: { support: account('support'), info: account('info') },
    };
    await writeFile(join(folder, 'config.yaml'), JSON.stringify(config));
  });
  afterEach(async () => {
    await test.close();
    await rm(folder, { recursive: true, force: true });
  });

  const mailroom = (...args: string[]) => run([main, ...args, '--config', join(folder, 'config.yaml')]);
  const ctl = (...args: string[]) => within([...args, '--config', join(folder, 'config.yaml')]);

  it('does the work of a day, each operation as a process of its own', async () => {
    let files = 0;
    const fileOf = (value: unknown): string => {
      files += 1;
      const file = join(folder, `given-${String(files)}`);
      writeFileSync(file, typeof value === 'string' ? `${value}\n` : JSON.stringify(value));
      return file;
    };
    const read = ({ code, out, err }: Ended): Answered =>
      code === 0 ? { body: JSON.parse(out) as JsonObject } : { refused: err };
    const call = async (id: string, input: JsonObject) =>
      read(await mailroom('ctl', ...typed(id, input, fileOf), '--json'));
    const tries = async (id: string, input: JsonObject) => read(await ctl(...typed(id, input, fileOf), '--json'));
    const source = async (message: string) => {
      const file = join(folder, 'mail.eml');
      assert.deepEqual(await mailroom('ctl', 'source', message, '--out', file), { code: 0, out: '', err: '' });
      const written = await readFile(file, 'utf8');
      assert.equal((await mailroom('ctl', 'source', message)).out, written);
      assert.equal(
        (await mailroom('ctl', 'source', message, '--out', file)).code,
        1,
        'a file that is there is left alone',
      );
      return written;
    };
    await workOfADay(test, rooms, { call, tries, source });
  });

  it('answers in lines of text', async () => {
    const room = await rooms.room('support', 'thread');
    await rooms.room('support', 'lobby');
    const as = ['--as', alice];
    assert.match(
      (await ctl('accounts')).out,
      /^support <support@mailroom\.test>: connected since .*\n  sending: not tried yet\ninfo </,
    );
    assert.match((await ctl('who', alice)).out, /^support: moderator \(read, draft, answer/);
    assert.match((await ctl('threads', 'support', 'us')).out, /^0 \(page 1 of 1\)/);
    assert.match((await ctl('claim', room, ...as)).out, /^Done\.\nsupport\t.*\tLamps\nopen, @alice:matrix\.test\n$/);
    assert.match((await ctl('claim', room, ...as)).out, /^Nothing changed/);
    assert.match((await ctl('thread', room)).out, /\nTo: Bob <bob@outside\.test>\n$/);
    assert.match(
      (await ctl('why', `m${(await ctl('messages', room)).out.split('\tm')[1]?.split('\t')[0] ?? ''}`)).out,
      /\S/,
    );
    assert.match((await ctl('block', 'support', 'news.example.org', ...as)).out, /⛔ news\.example\.org/);
    assert.match((await ctl('rules', 'support')).out, /⛔ news\.example\.org/);
    assert.match((await ctl('held')).out, /^0\n$/);
    assert.match((await ctl('status', room)).out, /^No mail of ours yet/);
    const begun = await ctl(
      'compose',
      'support',
      '--to',
      'bob@outside.test',
      '--subject',
      'Tables',
      '--text',
      'Here.',
      ...as,
    );
    assert.match(begun.out, /^Begun\.\n\S+\t#mailroom_\S+:matrix\.test\n$/);
  });

  it('has the breaker as a command of its own, with an exit code for scripts', async () => {
    assert.deepEqual(await mailroom('breaker'), {
      code: 0,
      out: 'Outgoing mail is not stopped: 0 mails within the last ten minutes.\n',
      err: '',
    });
    await test.db.query(`UPDATE breaker SET opened_at = now(), reason = 'volume', count = 301`);
    const open = await mailroom('breaker');
    assert.equal(open.code, 1);
    assert.match(open.out, /has been stopped since .* \(volume: 301\)/);
    assert.match((await mailroom('breaker', 'reset')).out, /^Outgoing mail flows again; 0 mails/);
    assert.match((await mailroom('breaker', 'reset')).out, /not stopped/);
  });

  it('leaves a database of another version alone', async () => {
    await test.db.query(`INSERT INTO schema_migrations (version, name, checksum) VALUES (999, '0999_later', '')`);
    assert.match((await ctl('accounts')).err, /start a newer Mailroom/);
    await test.db.query('DELETE FROM schema_migrations WHERE version > 1');
    assert.match((await ctl('accounts')).err, /the database lacks \d+ migrations: "mailroom migrate"/);
  });

  it('says what it does not understand, and what is not there', async () => {
    const codes = async (...args: string[]) => (await ctl(...args)).code;
    assert.deepEqual([await codes('acounts'), await codes('who'), await codes('who', 'alice')], [2, 2, 2]);
    assert.match((await ctl('acounts')).err, /Did you mean accounts\?/);
    assert.match((await ctl('claim', 't1')).err, /ctl claim needs --as/);
    assert.match((await ctl('queue', '--as', alice)).err, /ctl queue has no option --as/);
    assert.match((await ctl('queue', '--out', 'x')).err, /ctl queue has no option --out/);
    assert.deepEqual(await ctl('claim', 't9', '--as', alice), {
      code: 1,
      out: '',
      err: 'there is no conversation t9\n',
    });
  });
});

/** An operation as it is typed. */
function typed(id: string, input: JsonObject, fileOf: (value: unknown) => string): string[] {
  const one = CTL_OPERATIONS.find((other) => other.id === id);
  assert.ok(one, id);
  const given = one.ctl.args.map((arg) => input[arg.replace('?', '')]).filter((value) => value !== undefined);
  const options = optionsOf(one).flatMap(({ name, field, inFile }) => {
    const value = input[field];
    if (value === undefined) return [];
    if (inFile) return [`--${name}`, fileOf(value)];
    return (Array.isArray(value) ? value : [value]).flatMap((each) => [`--${name}`, String(each)]);
  });
  return [...one.ctl.words.split(' '), ...given.map(String), ...options];
}

/** How a command ended. */
interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `mailroom ctl` without a process of its own. */
async function within(args: readonly string[]): Promise<Ended> {
  let out = '';
  const io: Io = {
    env: {},
    out: (text) => {
      out += text;
    },
    err: () => undefined,
    stopped: new Promise(() => undefined),
    onFatal: () => undefined,
  };
  try {
    return { code: await ctlCommand.run(args, io), out, err: '' };
  } catch (error) {
    const { text, code } = explainFailure(error);
    return { code, out, err: `${text}\n` };
  }
}

function run(args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_NO_WARNINGS: '1' };
    execFile(process.execPath, [...args], { timeout: 60_000, env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}
