import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { LogFields } from '../../../src/base/log.ts';
import type { StoredTransaction } from '../../../src/db/intake-tables/events.ts';
import { DurableAppService } from '../../../src/matrix/appservice.ts';
import type { ReadTransaction } from '../../../src/matrix/transaction.ts';
import { StandInHomeserver } from '../../support/homeserver.ts';

describe('DurableAppService', () => {
  let service: DurableAppService;
  let stored: { txn: string; transaction: ReadTransaction }[];
  let lines: { message: string; fields: LogFields | undefined }[];
  let restarts: number;
  let answer: StoredTransaction;
  let broken: boolean;
  let refused: (readonly string[])[];

  beforeEach(async () => {
    [stored, lines, restarts, broken, refused] = [[], [], 0, false, []];
    answer = { fresh: 0, poison: 0, fell: null };
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
      onFallen: () => (restarts += 1),
      onRefused: (rooms) => refused.push(rooms),
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
    assert.deepEqual(stored, [{ txn: '7', transaction: { events: [], poison: [], receipts: [] } }]);
  });

  it('answers 500 where storing failed, so that the homeserver repeats', async () => {
    broken = true;
    assert.equal((await ask('PUT', transaction, { body: '{"events":[]}' })).status, 500);
    assert.equal(lines[0]?.message, 'intake: request failed');
  });

  it('attack: nobody but the homeserver has rooms read back by pushes that are refused', async () => {
    const body = JSON.stringify({
      events: [{ event_id: '$1', room_id: '!r', type: 'm.room.message', sender: '@a:x', content: {} }],
    });
    broken = true;
    for (const sent of [body, 'no json', Buffer.alloc(1_100_000, 32)]) {
      assert.equal((await ask('PUT', transaction, { token: 'wrong', body: sent })).status, 403);
    }
    assert.deepEqual(refused, []);
    assert.equal((await ask('PUT', transaction, { body })).status, 500);
    assert.deepEqual(refused, [['!r']]);
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
    answer = { fresh: 0, poison: 1, fell: null };
    assert.equal((await ask('PUT', transaction, { body: 'no json' })).status, 200);
    assert.equal(stored[0]?.transaction.poison[0]?.reason, 'not-json');
    assert.equal(lines[0]?.message, 'intake: poison stored');
  });

  it('says when the transaction ids fell', async () => {
    answer = { fresh: 1, poison: 0, fell: 'anew' };
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

  it('answers /health without a token, and lets nothing reach the routes of the library', async () => {
    assert.equal((await ask('GET', '/health')).status, 200);
    assert.equal((await ask('GET', '/health', { token: null })).status, 200);
    let reached = 0;
    service.expressApp.use((_request, response) => {
      reached += 1;
      response.end();
    });
    for (const path of ['/', '/health/', '/HEALTH', '/_matrix/app/v1/transactions/1/2', '/metrics'])
      assert.equal((await ask('GET', path)).status, 404, path);
    assert.equal(reached, 0);
  });

  describe('takes for no route of ours, neither stored nor acknowledged,', () => {
    /** What a connection hears that sends these bytes and waits for its end. */
    const said = (sent: string) =>
      new Promise<string>((resolve) => {
        const socket = connect({ host: '127.0.0.1', port: service.port });
        let heard = '';
        socket.on('data', (piece: Buffer) => (heard += piece.toString('latin1')));
        socket.on('error', () => undefined);
        socket.once('close', () => resolve(heard));
        socket.write(sent);
      });
    const put = (target: string, body: string, length = body.length) =>
      said(
        [
          `PUT ${target} HTTP/1.1`,
          'Host: here',
          'Authorization: Bearer secret',
          'Content-Type: application/json',
          `Content-Length: ${length}`,
          'Connection: close',
          '',
          body,
        ].join('\r\n'),
      );

    for (const [what, target] of [
      ['another case', '/_MATRIX/app/v1/transactions/9'],
      ['another case at the end', '/_matrix/app/v1/Transactions/9'],
      ['an absolute target', 'http://here/_matrix/app/v1/transactions/9'],
      ['an absolute target of another host', 'http://elsewhere.example/transactions/9'],
      ['an encoded letter', '/%5Fmatrix/app/v1/transactions/9'],
      ['an encoded slash', '/_matrix%2Fapp/v1/transactions/9'],
      ['a doubled slash in front', '//_matrix/app/v1/transactions/9'],
      ['a doubled slash within', '/_matrix/app/v1//transactions/9'],
      ['a dotted way', '/_matrix/x/../app/v1/transactions/9'],
      ['a slash behind', '/_matrix/app/v1/transactions/9/'],
      ['a path of nobody', '/other'],
    ] as const) {
      it(what, async () => {
        assert.match(await put(target, '{"events":[]}'), /^HTTP\/1\.1 404 [^]*M_UNRECOGNIZED/);
        assert.deepEqual([stored, lines], [[], []]);
      });
    }

    it('a path of nobody with a body that is no JSON, and says nothing of the program', async () => {
      const heard = await put('/other', '{"a":');
      assert.match(heard, /^HTTP\/1\.1 404 /);
      assert.doesNotMatch(heard, /node_modules|SyntaxError|<html/);
    });

    it('a path of nobody with a huge body, before that has come', async () => {
      assert.match(await put('/other', '{"a":', 5_000_000), /^HTTP\/1\.1 404 /);
    });
  });

  it('refuses without the token whatever stands below its prefix, be it a route or not', async () => {
    for (const [method, path] of [
      ['PUT', '/_matrix/app/'],
      ['PUT', '/_matrix/app/v1/'],
      ['PUT', '/_matrix/app/v1/transactions/'],
      ['PUT', '/_matrix/app/v1/transactions/9/'],
      ['GET', '/_matrix/app/v1/transactions/9'],
      ['PUT', '/_matrix/app/v9/transactions/9'],
    ] as const) {
      for (const token of ['wrong', null]) {
        const result = await ask(method, path, { token, ...(method === 'PUT' ? { body: '{"events":[]}' } : {}) });
        assert.equal(result.status, 403, `${method} ${path}`);
      }
      assert.equal((await ask(method, path)).status, 404, `${method} ${path}`);
    }
    assert.deepEqual(stored, []);
  });

  it('refuses a wrong token before the body has come', async () => {
    const socket = connect({ host: '127.0.0.1', port: service.port });
    socket.write(`PUT ${transaction} HTTP/1.1\r\nHost: here\r\nContent-Length: 1000000\r\n\r\n{`);
    assert.match(await text(socket), /^HTTP\/1\.1 403 /);
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
