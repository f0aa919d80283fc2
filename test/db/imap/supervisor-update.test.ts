import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AccountId } from '../../../src/bridge/types.ts';
import { defaultTiming } from '../../../src/imap/settings.ts';
import type { ImapAccount, ImapSettings } from '../../../src/imap/settings.ts';
import { until } from '../../../tools/servers/wait.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../../support/database.ts';
import { ids } from '../../support/handlers/fixtures.ts';
import { quietSupervisor } from '../../support/quiet-supervisor.ts';
import { StandInImap } from '../../support/imap-stand-in.ts';

describe('the mailboxes of a config that changed', () => {
  let server: TestServer;
  let test: TestDatabase;
  let imap: StandInImap;
  before(async () => {
    server = await startTestServer();
    test = await server.database();
    imap = await new StandInImap().start();
  });
  after(async () => {
    await imap.stop();
    await test.close();
    await server.stop();
  });

  const account = (id: string, more: Partial<ImapSettings> = {}): ImapAccount => {
    const settings: ImapSettings = {
      host: '127.0.0.1',
      port: imap.port,
      security: 'none',
      ca: null,
      user: id,
      password: 'right',
      mailboxes: ['INBOX'],
      sentMailbox: null,
      follow: null,
      firstStartDays: 0,
      mailSize: 1_000_000,
      pollMs: 60_000,
      timing: defaultTiming(),
      ...more,
    };
    const { host, port, user, password } = settings;
    return { account: id as AccountId, imap: settings, login: ids.login(host, String(port), user, password) };
  };
  /** `account: state, how often it was begun`. */
  const standing = async () => {
    const { rows } = await test.db.query<{ account: string; state: string; epoch: number }>(
      'SELECT account, state, epoch FROM accounts ORDER BY account',
    );
    return rows.map((row) => `${row.account}: ${row.state}, ${String(row.epoch)}`);
  };
  const see = async (...wanted: string[]) => {
    let seen: string[] = [];
    await until(
      async () => {
        seen = await standing();
        return JSON.stringify(seen) === JSON.stringify(wanted);
      },
      { what: wanted.join('; '), within: 30_000 },
    ).catch((error: unknown) => assert.deepEqual(seen, wanted, String(error)));
  };

  it('begin and end by themselves; those of accounts that are as they were go on', async () => {
    // Longer than the test: what happens, happens because it was told.
    const supervisor = quietSupervisor(test.db, [account('a'), account('b')], 600_000);
    await supervisor.start();
    try {
      await see('a: connected, 1', 'b: connected, 1');
      supervisor.update([account('a'), account('b', { pollMs: 30_000 }), account('c')]);
      await see('a: connected, 1', 'b: connected, 2', 'c: connected, 1');
      supervisor.update([account('b', { pollMs: 30_000 }), account('c', { password: 'wrong' })]);
      await see('a: stopped, 1', 'b: connected, 2', 'c: bad-credentials, 2');
      assert.deepEqual(supervisor.held(), ['b']);
      supervisor.update([account('a'), account('b', { pollMs: 30_000 }), account('c')]);
      await see('a: connected, 2', 'b: connected, 2', 'c: connected, 3');
      // Twice within a moment: the last counts.
      supervisor.update([account('a')]);
      supervisor.update([account('a'), account('c')]);
      await see('a: connected, 2', 'b: stopped, 2', 'c: connected, 4');
    } finally {
      await supervisor.stop();
    }
    assert.deepEqual(await standing(), ['a: stopped, 2', 'b: stopped, 2', 'c: stopped, 4']);
  });
});
