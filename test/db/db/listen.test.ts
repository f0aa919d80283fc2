/** The connection that LISTENs, behind a proxy that goes silent without closing anything. */
import assert from 'node:assert/strict';
import { createServer, connect } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { Database } from '../../../src/db/pool.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../../support/database.ts';

/** Passes bytes between a program and Postgres until it is told to swallow those of the connections that are there. */
class SilentProxy {
  readonly #pairs = new Set<{ from: Socket; to: Socket; silent: boolean }>();
  readonly #server: Server;
  connections = 0;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(port: number): Promise<SilentProxy> {
    const server = createServer();
    const proxy = new SilentProxy(server);
    server.on('connection', (from) => {
      proxy.connections += 1;
      const to = connect(port, '127.0.0.1');
      const pair = { from, to, silent: false };
      proxy.#pairs.add(pair);
      from.on('data', (data) => pair.silent || to.write(data));
      to.on('data', (data) => pair.silent || from.write(data));
      from.on('error', () => undefined).on('close', () => to.destroy());
      to.on('error', () => undefined).on('close', () => pair.silent || from.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  silence(): void {
    for (const pair of this.#pairs) pair.silent = true;
  }

  async stop(): Promise<void> {
    for (const { from, to } of this.#pairs) {
      from.destroy();
      to.destroy();
    }
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

describe('the connection that listens', () => {
  let server: TestServer;
  let test: TestDatabase;
  before(async () => {
    server = await startTestServer();
    test = await server.database();
  });
  after(async () => {
    await test.close();
    await server.stop();
  });

  it('notices that its peer is silent, and listens again on another connection', async (t) => {
    const url = new URL(test.url);
    const proxy = await SilentProxy.start(Number(url.port));
    t.after(() => proxy.stop());
    url.port = String(proxy.port);
    const errors: Error[] = [];
    const db = new Database({
      url: url.href,
      connections: 1,
      listenCheckMs: 100,
      onError: (error) => errors.push(error),
    });
    t.after(() => db.close());
    const heard: string[] = [];
    await db.listen('lamps', (payload) => heard.push(payload));
    proxy.silence();
    while (heard.length === 0) {
      await test.db.query(`SELECT pg_notify('lamps', 'on')`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.equal(heard[0], 'on');
    assert.ok(errors.length > 0);
    assert.ok(proxy.connections >= 2, String(proxy.connections));
  });
});
