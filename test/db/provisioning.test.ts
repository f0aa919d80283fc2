import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Level } from '../../src/bridge/permissions.ts';
import type { RoomId } from '../../src/bridge/types.ts';
import { startProvisioning, type Provisioning } from '../../src/operations/listener.ts';
import { OPERATIONS } from '../../src/operations/operations.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../support/database.ts';
import { alice, bot, Rooms, teamAccount } from '../support/said.ts';
import { quiet } from '../support/matrix-world.ts';

const TOKEN = 'a token of thirty-two characters at least';
const main = join(import.meta.dirname, '../../src/main.ts');

describe('the interface for operators', () => {
  let server: TestServer;
  let test: TestDatabase;
  let rooms: Rooms;
  let provisioning: Provisioning;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());
  beforeEach(async () => {
    test = await server.database();
    const permissions = new Map<string, Level>([
      ['@root:matrix.test', 'admin'],
      ['matrix.test', 'relay'],
    ]);
    rooms = await new Rooms(test, [teamAccount('support', { permissions }), teamAccount('info', { permissions, team: [] })]).begin(); // prettier-ignore
    provisioning = await listen(10_000);
  });
  afterEach(async () => {
    await provisioning.close();
    await test.close();
  });

  function listen(perMinute: number): Promise<Provisioning> {
    const { db, accounts, ghosts } = rooms.deps;
    const listenAt = { host: '127.0.0.1', port: 0 };
    return startProvisioning({
      listen: listenAt,
      token: TOKEN,
      perMinute,
      deps: { db, accounts, ghosts },
      log: quiet,
      now: () => performance.now(),
    });
  }

  async function ask(path: string, method = 'GET', token: string | null = TOKEN) {
    const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(`${provisioning.url}${path}`, { method, headers });
    const body: unknown = await response.json();
    return { status: response.status, body };
  }

  async function quarantined(): Promise<string> {
    const { rows } = await test.db.query<{ mail: number }>(
      `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, state, reason)
       VALUES ('support', 'INBOX', 'watched', 1, 7, 2000, 'quarantined', 'parse-time: took too long') RETURNING mail`,
    );
    return String(rows[0]?.mail);
  }

  it('gives every answer as its document says', async () => {
    const number = await quarantined();
    const room = await rooms.room('support', 'thread');
    await rooms.say(room, alice, '!mail claim');
    await rooms.event('!chat:matrix.test' as RoomId, alice, 'm.room.member', { membership: 'invite', is_direct: true }, bot); // prettier-ignore
    const query: Readonly<Record<string, string>> = {
      who: `?user=${encodeURIComponent(alice)}`,
      whoami: `?user_id=${encodeURIComponent(alice)}`,
      logins: `?user_id=${encodeURIComponent(alice)}`,
      threads: '?account=support&filter=all&page=1',
    };
    for (const one of OPERATIONS) {
      const { status, body } = await ask(`${one.path.replace('{number}', number)}${query[one.id] ?? ''}`, one.method);
      assert.equal(status, 200, one.id);
      assert.deepEqual(one.result.safeParse(body).error, undefined, one.id);
    }
  });

  it('shows a person as mautrix does: their accounts, their chat, their states', async () => {
    await rooms.event('!chat:matrix.test' as RoomId, alice, 'm.room.member', { membership: 'invite', is_direct: true }, bot); // prettier-ignore
    const who = (user: string) => ask(`/_matrix/provision/v3/logins?user_id=${encodeURIComponent(user)}`);
    assert.deepEqual((await who(alice)).body, { login_ids: ['support'] });
    assert.deepEqual((await who('@root:matrix.test')).body, { login_ids: ['support', 'info'] });
    assert.deepEqual((await who('@guest:matrix.test')).body, { login_ids: [] });
    const { body } = await ask(`/_matrix/provision/v3/whoami?user_id=${encodeURIComponent(alice)}`);
    assert.match(JSON.stringify(body), /"management_room":"!chat:matrix\.test".*"state_event":"CONNECTED"/);
  });

  it('tells who may what', async () => {
    const { body } = await ask(`/_mailroom/v1/permissions?user=${encodeURIComponent(alice)}`);
    const text = JSON.stringify(body);
    assert.match(text, /"account":"support","team":true,"level":"moderator"/);
    assert.match(text, /"account":"info","team":false,"level":"relay","may":\["read","answer"\]/);
  });

  it('tries what is in quarantine again, once', async () => {
    const number = await quarantined();
    assert.equal((await ask(`/_mailroom/v1/quarantine/${number}/retry`)).status, 405);
    assert.equal((await ask(`/_mailroom/v1/quarantine/${number}/retry`, 'POST')).status, 200);
    assert.deepEqual(await ask(`/_mailroom/v1/quarantine/${number}/retry`, 'POST'), {
      status: 404,
      body: { errcode: 'M_NOT_FOUND', error: `${number} is not in quarantine` },
    });
  });

  it('refuses whoever has not the token, and what is not as it should be', async () => {
    const codes = async (path: string, token: string | null = TOKEN) => {
      const { status, body } = await ask(path, 'GET', token);
      return `${String(status)} ${/"errcode":"(\w+)"/.exec(JSON.stringify(body))?.[1] ?? ''}`;
    };
    assert.equal(await codes('/_mailroom/v1/accounts', null), '401 M_MISSING_TOKEN');
    assert.equal(await codes('/_mailroom/v1/accounts', 'wrong'), '401 M_UNKNOWN_TOKEN');
    assert.equal(await codes('/_mailroom/v1/accounts', `${TOKEN}x`), '401 M_UNKNOWN_TOKEN');
    assert.equal(await codes('/_mailroom/v1/nothing', 'wrong'), '401 M_UNKNOWN_TOKEN');
    assert.equal(await codes('/_mailroom/v1/nothing'), '404 M_UNRECOGNIZED');
    assert.equal(await codes('/_mailroom/v1/queue?account=elsewhere'), '404 M_NOT_FOUND');
    assert.equal(await codes('/_mailroom/v1/threads?page=0'), '400 M_INVALID_PARAM');
    assert.equal(await codes("/_mailroom/v1/quarantine/1'%20OR%201=1"), '400 M_INVALID_PARAM');
    assert.equal(await codes('/_mailroom/v1/permissions?user=alice'), '400 M_INVALID_PARAM');
    assert.equal(await codes('/_mailroom/v1/quarantine/%ff'), '400 M_INVALID_PARAM');
  });

  it('counts requests, wrong tokens too, and says when to come back', async () => {
    await provisioning.close();
    provisioning = await listen(2);
    await ask('/_mailroom/v1/accounts', 'GET', 'wrong');
    await ask('/_mailroom/v1/accounts');
    const { status, body } = await ask('/_mailroom/v1/accounts');
    assert.equal(status, 429);
    assert.match(JSON.stringify(body), /"retry_after_ms":\d+/);
  });

  it('has the same from the shell: mailroom ctl', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mailroom-ctl-'));
    try {
      const mailServer = { host: '127.0.0.1', port: 1, security: 'none' };
      const account = (id: string) => ({
        address: `${id}@mailroom.test`,
        name: id,
        imap: { ...mailServer, user: id, password: 'x' },
        smtp: mailServer,
        team: [{ user: alice }],
      });
      const config = {
        homeserver: { url: 'http://127.0.0.1:1', domain: 'matrix.test' },
        appservice: { url: 'http://127.0.0.1:1' },
        secret: 'a secret of thirty-two characters',
        database: { url: test.url },
        accounts: { support: account('support'), info: account('info') },
      };
      const file = join(folder, 'config.yaml');
      await writeFile(file, JSON.stringify(config));
      const ctl = (...args: string[]) => run([main, 'ctl', ...args, '--config', file]);
      const number = await quarantined();
      assert.match((await ctl('accounts')).out, /^support <support@mailroom\.test>: connected since .*\ninfo </);
      assert.match((await ctl('quarantine')).out, new RegExp(`mailroom ctl quarantine retry ${number}`));
      assert.match((await ctl('quarantine', 'show', number)).out, /took too long/);
      assert.deepEqual(await ctl('quarantine', 'retry', number), { code: 0, out: 'It is tried again.\n', err: '' });
      assert.equal((await ctl('quarantine', 'retry', number)).code, 1);
      assert.match((await ctl('who', alice)).out, /^support: moderator \(read, answer/);
      assert.deepEqual(JSON.parse((await ctl('queue', 'info', '--json')).out), {
        accounts: [{ account: 'info', mails: { held: 0, leaving: 0, deferred: 0, failed: 0 }, queues: [] }],
      });
      assert.match((await ctl('threads', 'support', 'us')).out, /^0 \(page 1 of 1\)/);
      assert.deepEqual(
        [(await ctl('acounts')).code, (await ctl('who')).code, (await ctl('who', 'alice')).code],
        [2, 2, 2],
      );
      assert.match((await ctl('acounts')).err, /Did you mean accounts\?/);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

function run(args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_NO_WARNINGS: '1' };
    execFile(process.execPath, [...args], { timeout: 60_000, env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}
