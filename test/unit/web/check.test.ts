import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { silentLog } from '../../../src/base/log.ts';
import { checkWeb } from '../../../src/check/web.ts';
import { startHttpListener } from '../../../src/http/listener.ts';
import { startSite } from '../../../src/web/site.ts';

describe('what "mailroom check" says of the pages', () => {
  const open: { close(): Promise<void> }[] = [];

  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  async function pages(): Promise<string> {
    const site = await startSite({
      listen: { host: '127.0.0.1', port: 0 },
      url: 'http://127.0.0.1:1',
      behindProxy: false,
      routes: [],
      log: silentLog(),
      now: () => 0,
    });
    open.push(site);
    return site.url;
  }

  async function others(): Promise<string> {
    const listener = await startHttpListener({
      listen: { host: '127.0.0.1', port: 0 },
      connections: 4,
      answer: () => Promise.resolve({ status: 200, body: 'User-agent: *\nDisallow: /\n' }),
      onFailure: () => assert.fail(),
      onFull: () => assert.fail(),
    });
    open.push(listener);
    return listener.url;
  }

  const portOf = (url: string) => Number(new URL(url).port);

  async function found(here: string, there: string): Promise<string | undefined> {
    const listen = { host: '127.0.0.1', port: portOf(here) };
    const [finding] = await checkWeb({ web: { listen, url: there, behindProxy: true } });
    return finding?.state;
  }

  it('is nothing where there are none', async () => {
    assert.deepEqual(await checkWeb({ web: null }), []);
  });

  it('is well where the address leads to what listens here', async () => {
    const url = await pages();
    assert.equal(await found(url, url), 'ok');
  });

  it('fails where the address leads elsewhere or nowhere, or another program has the port', async () => {
    const [url, other] = [await pages(), await others()];
    assert.equal(await found(url, other), 'fail');
    assert.equal(await found(url, 'http://127.0.0.1:1'), 'fail');
    assert.equal(await found(other, url), 'fail');
  });

  it('tries nothing where Mailroom does not run', async () => {
    assert.equal(await found('http://127.0.0.1:1', 'http://127.0.0.1:1'), 'skip');
  });
});
