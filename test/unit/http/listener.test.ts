import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, describe, it } from 'node:test';
import { startHttpListener } from '../../../src/http/listener.ts';
import type { HttpAnswer, HttpListener, HttpListenerOptions, HttpRequest } from '../../../src/http/listener.ts';
import { findRoute, isSameSecret, matchPath } from '../../../src/http/request.ts';

/** An end by an error is an end: `once` would reject. */
function closed(stream: Socket | Readable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.closed) resolve();
    else stream.once('close', () => resolve());
  });
}

describe('the HTTP listener', () => {
  let listener: HttpListener | null = null;
  let sockets: Socket[] = [];

  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    sockets = [];
    await listener?.close();
    listener = null;
  });

  async function start(options: Partial<HttpListenerOptions> = {}) {
    const failures: unknown[] = [];
    const asked: string[] = [];
    let full = 0;
    const answer = (request: HttpRequest): Promise<HttpAnswer> => {
      asked.push(`${request.method} ${request.path}`);
      return Promise.resolve({ status: 200, body: { bearer: request.bearer } });
    };
    listener = await startHttpListener({
      listen: { host: '127.0.0.1', port: 0 },
      connections: 8,
      answer,
      onFailure: (error) => failures.push(error),
      onFull: () => (full += 1),
      ...options,
    });
    return { failures, asked, full: () => full };
  }

  async function open(): Promise<Socket> {
    const socket = connect({ host: '127.0.0.1', port: listener?.port ?? 0 });
    // A connection that is reset has ended; what it said before is compared.
    socket.on('error', () => undefined);
    sockets.push(socket);
    await once(socket, 'connect');
    return socket;
  }

  /** What a connection says until its other end closes it; `more` gets a chance to send. */
  async function said(first: string, more?: (socket: Socket) => void): Promise<string> {
    const socket = await open();
    let heard = '';
    socket.on('data', (piece: Buffer) => (heard += piece.toString('latin1')));
    const over = closed(socket);
    if (first !== '') socket.write(first);
    more?.(socket);
    await over;
    return heard;
  }
  const head = (line: string, ...fields: string[]) => [line, 'Host: here', ...fields, '', ''].join('\r\n');
  const status = (heard: string) => /^HTTP\/1\.1 (\d+)/.exec(heard)?.[1] ?? '';

  it('answers JSON, with the bearer token of the request', async () => {
    await start();
    const answer = await fetch(`${String(listener?.url)}/a`, { headers: { authorization: 'bearer secret' } });
    assert.deepEqual([answer.status, await answer.json()], [200, { bearer: 'secret' }]);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  });

  it('sends streams as they come and texts as they are', async () => {
    await start({
      answer: ({ path }) =>
        Promise.resolve({
          status: 200,
          body: path === '/stream' ? Readable.from(['one ', 'two']) : 'plain',
          headers: { 'content-type': 'text/plain' },
        }),
    });
    for (const [path, expected] of [
      ['/stream', 'one two'],
      ['/text', 'plain'],
    ] as const) {
      const answer = await fetch(`${String(listener?.url)}${path}`);
      assert.deepEqual([answer.headers.get('content-type'), await answer.text()], ['text/plain', expected]);
    }
  });

  it('refuses targets that are no paths without asking what to answer', async () => {
    const { asked } = await start();
    for (const line of ['GET http://here/a HTTP/1.1', 'OPTIONS * HTTP/1.1', 'GET HTTP://here/a HTTP/1.1'])
      assert.equal(status(await said(head(line, 'Connection: close'))), '404', line);
    assert.deepEqual(asked, []);
  });

  it('hands on the path as it was sent', async () => {
    const { asked } = await start();
    for (const path of ['/a/../b', '//a', '/%61', '/A', '/a/', '/a\\b', '/a%2Fb'])
      await said(head(`GET ${path}?q=1 HTTP/1.1`, 'Connection: close'));
    assert.deepEqual(
      asked,
      ['/a/../b', '//a', '/%61', '/A', '/a/', '/a\\b', '/a%2Fb'].map((path) => `GET ${path}`),
    );
  });

  it('answers without the body that nobody asked for, and ends the connection', async () => {
    const { asked } = await start();
    const begun = performance.now();
    const heard = await said(head('PUT /a HTTP/1.1', 'Content-Length: 5000000') + '{"a":');
    assert.equal(status(heard), '200');
    assert.match(heard, /connection: close/i);
    assert.deepEqual(asked, ['PUT /a']);
    assert.ok(performance.now() - begun < 5_000);
  });

  it('answers before a client has sent all of what nobody reads', async () => {
    await start();
    const heard = await said(head('PUT /a HTTP/1.1', 'Transfer-Encoding: chunked'), (socket) => {
      const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
      const pour = () => {
        while (socket.writable && socket.write(chunk));
      };
      socket.on('drain', pour);
      pour();
    });
    assert.equal(status(heard), '200');
  });

  it('does not ask for a body that it does not read', async () => {
    await start();
    const heard = await said(head('PUT /a HTTP/1.1', 'Content-Length: 5', 'Expect: 100-continue'));
    assert.equal(status(heard), '200');
  });

  it('reads a body up to its limit and not beyond, whether its length is told or not', async () => {
    await start({
      answer: async ({ body }) => ({ status: 200, body: { read: (await body(10))?.toString() ?? 'too large' } }),
    });
    const close = 'Connection: close';
    const read = async (...fields: string[]) => /"read":"([^"]*)"/.exec(await said(fields.join('')))?.[1];
    assert.equal(await read(head('PUT /a HTTP/1.1', 'Content-Length: 10', close), '0123456789'), '0123456789');
    assert.equal(await read(head('PUT /a HTTP/1.1', 'Content-Length: 11', close), '0123456789a'), 'too large');
    const chunked = head('PUT /a HTTP/1.1', 'Transfer-Encoding: chunked', close);
    assert.equal(await read(chunked, 'a\r\n0123456789\r\n0\r\n\r\n'), '0123456789');
    assert.equal(await read(chunked, 'a\r\n0123456789\r\n1\r\na\r\n0\r\n\r\n'), 'too large');
    const waiting = head('PUT /a HTTP/1.1', 'Content-Length: 2', 'Expect: 100-continue', close);
    const heard = await said(waiting, (socket) => socket.once('data', () => socket.write('ok')));
    assert.match(heard, /^HTTP\/1\.1 100 Continue[^]*"read":"ok"/);
  });

  it('tells of what failed, and says nothing of it to the client', async () => {
    const { failures } = await start({ answer: () => Promise.reject(new Error('the password is 7')) });
    const answer = await fetch(`${String(listener?.url)}/a`);
    assert.deepEqual([answer.status, await answer.json()], [500, { errcode: 'M_UNKNOWN', error: 'internal error' }]);
    assert.equal(failures.length, 1);
  });

  it('takes a client that goes away in the middle of its body for no failure', async () => {
    const over = Promise.withResolvers<undefined>();
    const { failures } = await start({
      answer: async ({ body }) => {
        try {
          await body(100);
        } finally {
          over.resolve(undefined);
        }
        return { status: 200, body: {} };
      },
    });
    const socket = await open();
    socket.write(head('PUT /a HTTP/1.1', 'Content-Length: 10') + '01', () => socket.destroy());
    await over.promise;
    await listener?.close();
    assert.deepEqual(failures, []);
  });

  describe('ends a connection', () => {
    const times = { header: 200, request: 400, idle: 200, stalled: 600 };

    it('that says nothing', async () => {
      await start({ times });
      assert.equal(status(await said('')), '408');
    });

    it('whose header does not end', async () => {
      const { asked } = await start({ times });
      let drip: NodeJS.Timeout | undefined;
      const heard = await said('GET /a HTTP/1.1\r\nHost: here\r\n', (socket) => {
        drip = setInterval(() => socket.write('X-More: 1\r\n'), 50);
      });
      clearInterval(drip);
      assert.equal(status(heard), '408');
      assert.deepEqual(asked, []);
    });

    it('whose body does not end, though it is read', async () => {
      await start({ times, answer: async ({ body }) => ({ status: 200, body: { read: (await body(1e6)) !== null } }) });
      let drip: NodeJS.Timeout | undefined;
      const heard = await said(head('PUT /a HTTP/1.1', 'Content-Length: 1000'), (socket) => {
        drip = setInterval(() => socket.write('x'), 50);
      });
      clearInterval(drip);
      assert.equal(status(heard), '408');
    });

    it('that asks nothing more', async () => {
      await start({ times });
      assert.equal(status(await said(head('GET /a HTTP/1.1'))), '200');
    });

    it('that takes nothing of its answer', async () => {
      const endless = new Readable({ read: () => endless.push(Buffer.alloc(65_536)) });
      await start({ times, answer: () => Promise.resolve({ status: 200, body: endless }) });
      const socket = await open();
      socket.pause();
      socket.write(head('GET /a HTTP/1.1'));
      endless.on('error', () => undefined);
      await closed(endless);
      assert.ok(endless.destroyed);
    });

    it('whose header is too long', async () => {
      await start();
      assert.equal(status(await said(head('GET /a HTTP/1.1', `X: ${'x'.repeat(20_000)}`))), '431');
    });
  });

  it('closes what comes above its bound on connections, says so, and goes on afterwards', async () => {
    const { full } = await start({ connections: 3 });
    for (let at = 0; at < 3; at += 1) await open();
    const many = await Promise.all(Array.from({ length: 20 }, () => said(head('GET /a HTTP/1.1'))));
    assert.deepEqual([...new Set(many)], ['']);
    assert.equal(full(), 1);
    const [first] = sockets;
    first?.end(head('GET /a HTTP/1.1', 'Connection: close'));
    assert.ok(first !== undefined);
    assert.equal(status(await text(first)), '200');
  });

  it('lets what is under way end when it closes, and nothing else', async () => {
    const begun = Promise.withResolvers<undefined>();
    const go = Promise.withResolvers<undefined>();
    await start({
      answer: async () => {
        begun.resolve(undefined);
        await go.promise;
        return { status: 200, body: {} };
      },
    });
    const silent = await open();
    const under = said(head('GET /a HTTP/1.1'));
    await begun.promise;
    const closing = listener?.close();
    go.resolve(undefined);
    const heard = await under;
    assert.equal(status(heard), '200');
    assert.match(heard, /connection: close/i);
    await Promise.all([closing, closed(silent)]);
  });

  it('waits no longer than it may when it closes', async () => {
    const begun = Promise.withResolvers<undefined>();
    await start({
      times: { drain: 100 },
      answer: () => {
        begun.resolve(undefined);
        return new Promise(() => undefined);
      },
    });
    const under = said(head('GET /a HTTP/1.1'));
    await begun.promise;
    await listener?.close();
    assert.equal(await under, '');
  });
});

describe('a route', () => {
  it('is found by what was sent, letter by letter, and its values are decoded', () => {
    const pattern = '/_matrix/app/v1/rooms/{alias}';
    assert.deepEqual(matchPath(pattern, '/_matrix/app/v1/rooms/%23a%2Fb%3Ax'), { alias: '#a/b:x' });
    assert.deepEqual(matchPath(pattern, '/_matrix/app/v1/rooms/%E0%A4%A'), { alias: '%E0%A4%A' });
    for (const path of [
      '/_MATRIX/app/v1/rooms/x',
      '/%5Fmatrix/app/v1/rooms/x',
      '//_matrix/app/v1/rooms/x',
      '/_matrix//app/v1/rooms/x',
      '/_matrix/app/v1/./rooms/x',
      '/_matrix/app/v1/rooms/',
      '/_matrix/app/v1/rooms/x/',
      '/_matrix/app/v1/rooms/x/y',
      '/_matrix/app/v1/rooms',
    ])
      assert.equal(matchPath(pattern, path), null, path);
  });

  it('is told from one that only has another method', () => {
    const routes = [
      { method: 'GET', path: '/a' },
      { method: 'PUT', path: '/a' },
    ];
    assert.deepEqual(findRoute(routes, 'PUT', '/a'), { route: routes[1], values: {} });
    assert.equal(findRoute(routes, 'POST', '/a'), 'method');
    assert.equal(findRoute(routes, 'GET', '/b'), null);
  });
});

describe('a secret', () => {
  it('is the same only where every letter is', () => {
    assert.ok(isSameSecret('abc', 'abc'));
    for (const other of ['', 'ab', 'abcd', 'Abc']) assert.ok(!isSameSecret(other, 'abc'));
  });
});
