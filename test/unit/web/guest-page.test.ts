import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { silentLog } from '../../../src/base/log.ts';
import { guestRoutes } from '../../../src/web/guest-page.ts';
import { startSite } from '../../../src/web/site.ts';
import type { Site } from '../../../src/web/site.ts';

describe('the page on which a guest ends the mails to them', () => {
  const stopped: string[] = [];
  let site: Site;

  beforeEach(async () => {
    stopped.length = 0;
    const links = {
      isKnown: (link: string) => link === 'known',
      stop: (link: string) => {
        stopped.push(link);
        return Promise.resolve();
      },
    };
    site = await startSite({
      listen: { host: '127.0.0.1', port: 0 },
      url: 'https://pages.mailroom.test',
      behindProxy: false,
      routes: [guestRoutes('/guest', links)],
      log: silentLog(),
      now: () => 0,
    });
  });
  afterEach(() => site.close());

  it('does nothing by being looked at, also by what reads ahead', async () => {
    const page = await fetch(`${site.url}/guest/known`, { headers: { 'accept-language': 'de' } });
    assert.equal(page.status, 200);
    assert.match(await page.text(), /<html lang="de">[^]*<form method="post"><button type="submit">Mails beenden/);
    await fetch(`${site.url}/guest/known`, { method: 'HEAD' });
    assert.deepEqual(stopped, []);
  });

  it('ends them by its button, and by the one click of a mail program', async () => {
    const one = await fetch(`${site.url}/guest/known`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    assert.equal(one.status, 200);
    assert.equal(one.redirected, false);
    await fetch(`${site.url}/guest/known`, { method: 'POST' });
    assert.deepEqual(stopped, ['known', 'known']);
  });

  it('says of a guessed link what it says of every place where nothing is', async () => {
    const nothing = await (await fetch(`${site.url}/nothing`)).text();
    for (const method of ['GET', 'POST']) {
      for (const path of ['guess', '%00', '..%2f', 'x'.repeat(5_000)]) {
        const answer = await fetch(`${site.url}/guest/${path}`, { method });
        assert.equal(answer.status, 404, path);
        assert.equal(await answer.text(), nothing, path);
      }
    }
    assert.deepEqual(stopped, []);
  });
});
