import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { LogFields } from '../../../src/log.ts';
import { DurableAppService } from '../../../src/matrix/appservice.ts';
import type { ReadTransaction } from '../../../src/matrix/transaction.ts';
import { StandInHomeserver } from '../../support/homeserver.ts';

describe('DurableAppService', () => {
  let service: DurableAppService;
  let stored: { txn: string; transaction: ReadTransaction }[];
  let lines: { message: string; fields: LogFields | undefined }[];
  let restarts: number;
  let answer: { fresh: number; poison: number; restarted: boolean };
  let broken: boolean;

  beforeEach(async () => {
    [stored, lines, restarts, broken] = [[], [], 0, false];
    answer = { fresh: 0, poison: 0, restarted: false };
    const write = (message: string, fields?: LogFields) => lines.push({ message, fields });
    service = new DurableAppService({
      hsToken: 'secret',
      store: (txn, transaction) => {
        if (broken) return Promise.reject(new Error('no database'));
        stored.push({ txn, transaction });
        return Promise.resolve(answer);
      },
      aliasExists: (alias) => Promise.resolve(alias === '#mailroom_x:matrix.test'),
      userExists: (user) => Promise.resolve(user === '@mailroom:matrix.test'),
      onRestarted: () => (restarts += 1),
      log: { debug: write, info: write, warn: write, error: write },
      bodyLimit: 1_000_000,
    });
    await service.listen(0, '127.0.0.1');
  });
  afterEach(() => service.close());

  const ask = (method: string, path: string, options: { token?: string | null; body?: string | Buffer } = {}) =>
    fetch(`http://127.0.0.1:${service.port}${path}`, {
      method,
      headers: options.token === null ? {} : { authorization: `Bearer ${options.token ?? 'secret'}` },
      ...(options.body === undefined ? {} : { body: options.body }),
    });
  const transaction = '/_matrix/app/v1/transactions/7';

  it('stores a transaction, then acknowledges it', async () => {
    const result = await ask('PUT', transaction, { body: '{"events":[]}' });
    assert.deepEqual([result.status, await result.json()], [200, {}]);
    assert.deepEqual(stored, [{ txn: '7', transaction: { events: [], poison: [] } }]);
  });

  it('answers 500 where storing failed, so that the homeserver repeats', async () => {
    broken = true;
    assert.equal((await ask('PUT', transaction, { body: '{"events":[]}' })).status, 500);
    assert.equal(lines[0]?.message, 'intake: request failed');
  });

  it('takes the legacy path and the token in the query', async () => {
    assert.equal(
      (await ask('PUT', '/transactions/8?access_token=secret', { token: null, body: '{"events":[]}' })).status,
      200,
    );
    assert.equal(stored[0]?.txn, '8');
  });

  it('refuses a wrong, an empty and a missing token with 403 and a log line, without the token in it', async () => {
    for (const token of ['wrong-token', '', null]) {
      const result = await ask('PUT', transaction, { token, body: '{"events":[]}' });
      assert.equal(result.status, 403);
      assert.equal(((await result.json()) as { errcode: string }).errcode, 'M_FORBIDDEN');
    }
    assert.equal(lines.length, 3);
    assert.ok(!JSON.stringify(lines).includes('wrong-token'));
    assert.deepEqual(stored, []);
  });

  it('acknowledges what is no JSON once it is stored', async () => {
    answer = { fresh: 0, poison: 1, restarted: false };
    assert.equal((await ask('PUT', transaction, { body: 'no json' })).status, 200);
    assert.equal(stored[0]?.transaction.poison[0]?.reason, 'not-json');
    assert.equal(lines[0]?.message, 'intake: poison stored');
  });

  it('says when the transaction ids fell', async () => {
    answer = { fresh: 1, poison: 0, restarted: true };
    await ask('PUT', transaction, { body: '{"events":[]}' });
    assert.equal(restarts, 1);
  });

  it('refuses a body above its limit', async () => {
    assert.equal((await ask('PUT', transaction, { body: Buffer.alloc(1_100_000, 32) })).status, 413);
    assert.deepEqual(stored, []);
  });

  it('answers pings, knows its alias and its bot, and nothing else', async () => {
    const status = async (method: string, path: string) => (await ask(method, `/_matrix/app/v1${path}`)).status;
    assert.equal(await status('POST', '/ping'), 200);
    assert.equal(await status('GET', `/rooms/${encodeURIComponent('#mailroom_x:matrix.test')}`), 200);
    assert.equal(await status('GET', `/rooms/${encodeURIComponent('#mailroom_y:matrix.test')}`), 404);
    assert.equal(await status('GET', `/users/${encodeURIComponent('@mailroom:matrix.test')}`), 200);
    assert.equal(await status('GET', '/users/%E0%A4%A'), 404);
    assert.equal(await status('GET', '/thirdparty/protocol/email'), 404);
    assert.equal(await status('GET', '/transactions/1'), 404);
  });

  it('leaves everything else to the library', async () => {
    assert.equal((await ask('GET', '/health')).status, 200);
  });

  it('gets from a homeserver what it could not take before, in order and once', async () => {
    const homeserver = await new StandInHomeserver({ asToken: 'as', hsToken: 'secret' }).start();
    homeserver.users.add(homeserver.bot);
    const room = homeserver.rooms.create(homeserver.bot, {}, String).id;
    broken = true;
    homeserver.pushTo(`http://127.0.0.1:${service.port}`);
    for (let n = 0; n < 150; n += 1) homeserver.say(room, homeserver.bot, `message ${n}`);
    broken = false;
    await homeserver.push();
    const events = stored.flatMap(({ transaction: { events: all } }) => all.map(({ event }) => event));
    assert.equal(new Set(events).size, events.length);
    assert.deepEqual(
      events,
      homeserver.rooms.get(room).timeline.map(({ event_id: id }) => id),
    );
    await homeserver.stop();
  });
});
