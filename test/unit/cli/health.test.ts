import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { reachTrouble } from '../../../src/check/matrix.ts';
import { healthCommand, healthOrigin } from '../../../src/cli/health.ts';
import { ConfigError } from '../../../src/config/config-error.ts';

describe('mailroom health', () => {
  let folder = '';
  let server: Server;
  let status = 200;
  const asked: string[] = [];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailroom-health-'));
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(status).end('{}');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  });

  async function health(config: string): Promise<{ code: number; said: string }> {
    const file = join(folder, 'config.yaml');
    await writeFile(file, config);
    let said = '';
    const say = (text: string): void => {
      said += text;
    };
    const code = await healthCommand.run([], {
      env: { MAILROOM_CONFIG: file },
      out: say,
      err: say,
      stopped: new Promise(() => undefined),
      onFatal: () => undefined,
    });
    return { code, said };
  }
  const port = () => (server.address() as AddressInfo).port;

  it('asks where the config says that it is answered, whatever else stands there', async () => {
    const listen = `observability: { listen: { host: 0.0.0.0, port: ${port()} } }\n`;
    const { code, said } = await health(`${listen}accounts: 7\nsecret: { file: ./gone }\nunknown: true\n`);
    assert.equal(code, 0);
    assert.equal(said, `http://127.0.0.1:${port()}/health says that it works\n`);
    assert.deepEqual(asked, ['/health']);
  });

  it('fails where the answer is another, or none', async () => {
    status = 503;
    const other = await health(`observability: { listen: { port: ${port()} } }\n`);
    assert.deepEqual(other, { code: 1, said: `http://127.0.0.1:${port()}/health answers 503\n` });
    // A port that browsers refuse, and fetch with them.
    const none = await health('observability: { listen: { port: 1 } }\n');
    assert.deepEqual(none, { code: 1, said: 'http://127.0.0.1:1/health does not answer (ECONNREFUSED)\n' });
  });

  it('says what is wrong with that part of the config, and never its words', async () => {
    await assert.rejects(health('observability: { listen: { port: hunter2 } }\n'), (error: unknown) => {
      assert.ok(error instanceof ConfigError);
      assert.match(error.message, /observability\.listen\.port: expected a port/);
      assert.doesNotMatch(error.message, /hunter2/);
      return true;
    });
    await assert.rejects(health('- a list\n'), ConfigError);
    await assert.rejects(health('a: [\n'), ConfigError);
  });

  it('reaches what listens everywhere by loopback, and IPv6 in brackets', () => {
    const origin = (host: string) => healthOrigin({ host, port: 9001 });
    assert.equal(origin('127.0.0.1'), 'http://127.0.0.1:9001');
    assert.equal(origin('0.0.0.0'), 'http://127.0.0.1:9001');
    assert.equal(origin('::'), 'http://[::1]:9001');
    assert.equal(origin('fd00::5'), 'http://[fd00::5]:9001');
    assert.equal(origin('mailroom.example.org'), 'http://mailroom.example.org:9001');
  });
});

describe('what check says of a listener', () => {
  it('is a word where only this machine reaches it and the homeserver is sent elsewhere', () => {
    for (const host of ['127.0.0.1', '127.1.2.3', 'localhost', '::1']) {
      assert.match(reachTrouble(host, 'http://mailroom:9000') ?? '', /set listen\.host to 0\.0\.0\.0/);
    }
    assert.match(reachTrouble('127.0.0.1', 'https://[fd00::5]:9000') ?? '', /fd00/);
  });

  it('is nothing where both fit', () => {
    for (const host of ['0.0.0.0', '::', '10.0.0.5']) assert.equal(reachTrouble(host, 'http://mailroom:9000'), null);
    for (const url of ['http://127.0.0.1:9000', 'http://localhost:9000', 'http://[::1]:9000']) {
      assert.equal(reachTrouble('127.0.0.1', url), null);
    }
  });
});
