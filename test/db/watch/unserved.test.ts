/** An account that no process serves: who is told of it, and that nothing of it is cleared away. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { checkDatabase } from '../../../src/check/database.ts';
import { ctlCommand } from '../../../src/cli/ctl.ts';
import { loadConfig } from '../../../src/config/config.ts';
import { Heartbeat } from '../../../src/queue/heartbeat.ts';
import { createMetrics } from '../../../src/watch/metrics.ts';
import { metricsSource } from '../../../src/watch/figures.ts';
import { purge } from '../../../src/watch/maintenance.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../../support/database.ts';
import { quiet, teamAccount } from '../../support/handlers/fixtures.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('an account that no process serves', () => {
  let server: TestServer;
  let test: TestDatabase;
  let life: Heartbeat;
  let folder: string;
  before(async () => {
    server = await startTestServer();
    folder = await mkdtemp(join(tmpdir(), 'mailroom-unserved-'));
  });
  after(async () => {
    await rm(folder, { recursive: true });
    await server.stop();
  });
  beforeEach(async () => {
    test = await server.database();
    await handlerWorld({ test, accounts: [teamAccount('support'), teamAccount('gone')] });
    life = await Heartbeat.start(test.db, { leaseMs: 60_000, accounts: ['support'], onError: assert.ifError });
    await test.db.query(`INSERT INTO account_service (account, served_at) VALUES ('gone', now() - interval '2 hours')`);
    await test.db.query(`INSERT INTO jobs (account, queue, key, subject) VALUES ('gone', 'mail-in', 'gone', '1')`);
  });
  afterEach(async () => {
    await life.stop();
    await test.close();
  });

  async function configOf(...accounts: string[]): Promise<string> {
    const login = { host: '127.0.0.1', port: 1, user: 'x', password: 'x' };
    const file = join(folder, 'config.yaml');
    const account = (id: string) => ({ address: `${id}@mailroom.test`, name: id, imap: login, smtp: login });
    const config = {
      homeserver: { url: 'http://127.0.0.1:1', domain: 'matrix.test' },
      appservice: { url: 'http://127.0.0.1:9000' },
      secret: 's'.repeat(32),
      database: { url: test.url },
      accounts: Object.fromEntries(accounts.map((id) => [id, account(id)])),
    };
    // JSON is YAML too.
    await writeFile(file, JSON.stringify(config));
    return file;
  }

  const gaugeOf = async (unservedMs: number) => {
    const metrics = createMetrics({ version: '0', process: false });
    metrics.read(metricsSource(test.db, () => unservedMs));
    const { text } = await metrics.page();
    return text.split('\n').filter((line) => line.startsWith('mailroom_account_unserved{'));
  };

  it('is 1 in the metric from the time on that makes it unserved, and the others are 0', async () => {
    const is = (gone: number) => [
      `mailroom_account_unserved{account="gone"} ${String(gone)}`,
      'mailroom_account_unserved{account="support"} 0',
    ];
    assert.deepEqual((await gaugeOf(HOUR)).sort(), is(1));
    assert.deepEqual((await gaugeOf(3 * HOUR)).sort(), is(0));
  });

  it('is a warning of check with how much waits, and with what to do by whether the config has it', async () => {
    const warnings = async (...accounts: string[]) =>
      (await checkDatabase(loadConfig(await configOf(...accounts), {})))
        .filter(({ state }) => state === 'warn')
        .map(({ text }) => text);
    const [left, ...more] = await warnings('support');
    assert.deepEqual(more, []);
    assert.match(left ?? '', /no process has served gone since .*, 1 pieces of work wait\nnothing of it is lost/);
    assert.match((await warnings('support', 'gone')).join(), /gone.*\nthe processes that run have another config/);
  });

  it('is named by ctl accounts with how much waits', async () => {
    let said = '';
    const out = (text: string): void => void (said += text);
    const io = { env: {}, out, err: out, stopped: new Promise<string>(() => undefined), onFatal: () => undefined };
    assert.equal(await ctlCommand.run(['accounts', '--config', await configOf('support')], io), 0);
    assert.match(said, /^gone: no process has served it since .* \(1 pieces of work wait\)$/m);
    assert.doesNotMatch(said, /support: no process/);
  });

  it('keeps what is cleared away of others, while it is away and for as long again after its return', async () => {
    for (const account of ['support', 'gone']) {
      await test.db.query(
        `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, state, stored_at)
         VALUES ($1, 'INBOX', 'watched', 1, 1, 3, 'decided', now() - interval '9 days')`,
        [account],
      );
      await test.db.query(
        `INSERT INTO mail_chunks (mail, seq, account, bytes) SELECT mail, 0, account, 'abc' FROM mails
         WHERE account = $1`,
        [account],
      );
      await test.db.query(
        `INSERT INTO events (event, room, account, type, sender, body, state, received_at)
         VALUES ($1, '!r:matrix.test', $2, 'm.room.message', '@alice:matrix.test', '{}', 'done',
           now() - interval '9 days')`,
        [`$${account}`, account],
      );
    }
    const kept = async () => {
      await purge({ db: test.db, log: quiet, keep: { raw: DAY, events: DAY } }, new AbortController().signal);
      const { rows } = await test.db.query<{ what: string }>(
        `SELECT 'bytes of ' || account AS what FROM mail_chunks UNION ALL SELECT 'event of ' || account FROM events
         ORDER BY 1`,
      );
      return rows.map(({ what }) => what);
    };
    assert.deepEqual(await kept(), ['bytes of gone', 'event of gone']);
    await test.db.query(`UPDATE processes SET accounts = '{support,gone}'`);
    await test.db.query(`UPDATE account_service SET returned_at = now() - interval '1 hour' WHERE account = 'gone'`);
    assert.deepEqual(await kept(), ['bytes of gone', 'event of gone']);
    await test.db.query(`UPDATE account_service SET returned_at = now() - interval '2 days' WHERE account = 'gone'`);
    assert.deepEqual(await kept(), []);
  });
});
