import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Level } from '../../../src/bridge/account/permissions.ts';
import type { Json, JsonObject, RoomId } from '../../../src/bridge/types.ts';
import { startProvisioning, type Provisioning } from '../../../src/provisioning/listener.ts';
import { OPERATIONS } from '../../../src/provisioning/operations.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { ownAccountsIn } from '../../support/own-accounts.ts';
import { workOfADay } from '../../support/operators.ts';
import type { Answered } from '../../support/operators.ts';
import { alice, bot, teamAccount, quiet } from '../../support/handlers/fixtures.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const TOKEN = 'a token of thirty-two characters at least';

describe('the interface for operators', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let rooms: Rooms;
  let provisioning: Provisioning;
  let folder: string;
  beforeEach(async () => {
    test = await server.database();
    const permissions = new Map<string, Level>([
      ['@root:matrix.test', 'admin'],
      ['matrix.test', 'relay'],
    ]);
    ({ rooms } = await handlerWorld({
      test,
      accounts: [teamAccount('support', { permissions }), teamAccount('info', { permissions, team: [] })],
    }));
    folder = await mkdtemp(join(tmpdir(), 'mailroom-http-'));
    provisioning = await listen(10_000);
  });
  afterEach(async () => {
    await provisioning.close();
    await test.close();
    await rm(folder, { recursive: true });
  });

  function listen(perMinute: number): Promise<Provisioning> {
    const { db, accounts, ghosts, ids } = rooms.deps;
    const checked = { fingerprint: 'one', facts: { accounts: [], permissions: [] } };
    const reload = { asker: 'http', upToDate: () => Promise.resolve(), check: () => Promise.resolve(checked) };
    const listenAt = { host: '127.0.0.1', port: 0 };
    return startProvisioning({
      listen: listenAt,
      token: TOKEN,
      perMinute,
      deps: { db, accounts, ghosts, ids, reload, ownAccounts: ownAccountsIn(folder, test.db) },
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

  /** An operation by its id, as its document says that it is asked for. */
  async function operate(id: string, input: JsonObject): Promise<{ status: number; body: unknown }> {
    const one = OPERATIONS.find((other) => other.id === id);
    assert.ok(one, id);
    const { path, method } = one;
    const rest = Object.entries(input).filter(([name]) => !path.includes(`{${name}}`));
    const at = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(textOf(input[name])));
    if (method === 'GET') {
      const query = new URLSearchParams(rest.map(([name, value]): [string, string] => [name, textOf(value)]));
      return ask(`${at}?${query.toString()}`);
    }
    const headers = { authorization: `Bearer ${TOKEN}` };
    const response = await fetch(`${provisioning.url}${at}`, {
      method,
      headers,
      body: JSON.stringify(Object.fromEntries(rest)),
    });
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

  it('does the work of a day, and gives every answer as its document says', async () => {
    const call = async (id: string, input: JsonObject): Promise<Answered> => {
      const { status, body } = await operate(id, input);
      if (status === 200) return { body: body as JsonObject };
      assert.ok([400, 403, 404].includes(status), `${id}: ${String(status)}`);
      return { refused: (body as { error: string }).error };
    };
    const source = async (message: string) => {
      const headers = { authorization: `Bearer ${TOKEN}` };
      const response = await fetch(`${provisioning.url}/_mailroom/v1/messages/${message}/source`, { headers });
      assert.equal(response.headers.get('content-type'), 'message/rfc822');
      return response.text();
    };
    await workOfADay(test, rooms, { call, tries: call, source });
  });

  it('answers managers of mautrix bridges as its document says', async () => {
    for (const id of ['whoami', 'logins', 'login-flows']) {
      const one = OPERATIONS.find((other) => other.id === id);
      const { status, body } = await operate(id, id === 'login-flows' ? {} : { user_id: alice });
      assert.equal(status, 200);
      assert.equal(one?.result.safeParse(body).error, undefined, id);
    }
  });

  it('refuses bodies that are none, or too large, before anything is done', async () => {
    const post = async (body: string) => {
      const url = `${provisioning.url}/_mailroom/v1/breaker/reset`;
      const response = await fetch(url, { method: 'POST', body, headers: { authorization: `Bearer ${TOKEN}` } });
      return `${String(response.status)} ${/"errcode":"(\w+)"/.exec(await response.text())?.[1] ?? ''}`;
    };
    assert.equal(await post('{'), '400 M_NOT_JSON');
    assert.equal(await post('[1]'), '400 M_NOT_JSON');
    assert.equal(await post('{"as":7}'), '400 M_INVALID_PARAM');
    assert.equal(await post('{"as":"@nobody:elsewhere.test"}'), '403 M_FORBIDDEN');
    assert.equal(await post(`"${'x'.repeat(1_000_000)}"`), '413 M_TOO_LARGE');
    assert.equal(await post(''), '200 ');
  });

  it('shows a person as mautrix does: their accounts, their chat, their states', async () => {
    await rooms.event(
      '!chat:matrix.test' as RoomId,
      alice,
      'm.room.member',
      { membership: 'invite', is_direct: true },
      bot,
    );
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
    assert.match(text, /"account":"info","team":false,"level":"relay","may":\["read","draft","answer"\]/);
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
});

/** A value as it stands in an address. */
function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
