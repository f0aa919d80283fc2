import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { request as open } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, describe, it } from 'node:test';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { silentLog } from '../../../src/base/log.ts';
import { showPage } from '../../../src/web/page.ts';
import { rateKey, remoteOf } from '../../../src/web/remote.ts';
import { ownFormsOnly, ROBOTS, startSite } from '../../../src/web/site.ts';
import type { Site, SiteOptions } from '../../../src/web/site.ts';
import type { SiteEnv } from '../../../src/web/visit.ts';

const URL_OF_PAGES = 'https://pages.mailroom.test';

describe('the pages for people', () => {
  let site: Site | null = null;
  let now = 0;

  afterEach(async () => {
    await site?.close();
    site = null;
    now = 0;
  });

  /** A feature with a page that shows what it is given, a form, and a page that breaks. */
  async function start(options: Partial<SiteOptions> = {}): Promise<void> {
    const app = new Hono<SiteEnv>();
    app.get('/shown/:words', (c) =>
      showPage(c, 200, () => ({
        title: c.req.param('words'),
        body: [c.req.param('words'), html`<p id="${c.req.param('words')}"></p>`],
      })),
    );
    app.post('/form', ownFormsOnly(URL_OF_PAGES), async (c) => {
      const { word } = await c.req.parseBody();
      return showPage(c, 200, () => ({ title: 'Taken', body: typeof word === 'string' ? word : '' }));
    });
    app.post('/machine', (c) => c.text('taken'));
    app.get('/broken', () => {
      throw new Error('the password is hunter2');
    });
    site = await startSite({
      listen: { host: '127.0.0.1', port: 0 },
      url: URL_OF_PAGES,
      behindProxy: false,
      routes: [{ at: '/feature', app }],
      log: silentLog(),
      now: () => now,
      ...options,
    });
  }

  function asked(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${site?.url ?? ''}${path}`, { redirect: 'manual', ...init });
  }

  function posted(path: string, headers: Record<string, string>, body = 'word=hello'): Promise<Response> {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return asked(path, { method: 'POST', headers: { ...type, ...headers }, body });
  }

  it('lets no answer load, run, frame or keep anything, whatever it is', async () => {
    await start();
    for (const path of ['/feature/shown/hello', '/nowhere', '/robots.txt', '/feature/broken']) {
      const { headers } = await asked(path);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; frame-ancestors 'none'/);
      assert.deepEqual(
        ['referrer-policy', 'x-content-type-options', 'x-frame-options', 'cache-control'].map((name) =>
          headers.get(name),
        ),
        ['no-referrer', 'nosniff', 'DENY', 'no-store'],
      );
    }
  });

  it('applies its own style: the hash of the policy is that of what stands in the page', async () => {
    await start();
    const answer = await asked('/feature/shown/hello');
    const style = /<style>(.*?)<\/style>/s.exec(await answer.text())?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    assert.ok(answer.headers.get('content-security-policy')?.includes(`'sha256-${hash}'`));
  });

  it('shows what strangers wrote as text, in every place of a page', async () => {
    await start();
    const words = '"><script>alert(1)</script>&';
    const shown = await (await asked(`/feature/shown/${encodeURIComponent(words)}`)).text();
    assert.doesNotMatch(shown, /<script/);
    assert.equal(shown.split('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;').length - 1, 4);
  });

  it('speaks the language of the browser, and English where it has none of ours', async () => {
    await start();
    const spoken = async (wanted: string) => {
      const answer = await asked('/nowhere', { headers: { 'accept-language': wanted } });
      return /<html lang="([^"]*)"/.exec(await answer.text())?.[1];
    };
    assert.equal(await spoken('de-AT,de;q=0.9,en;q=0.8'), 'de');
    assert.equal(await spoken('ja, pl;q=0.5, fr;q=0.7'), 'fr');
    assert.equal(await spoken('ja'), 'en');
    assert.equal(await spoken(`,;q=x,${'a-'.repeat(3_000)}`), 'en');
  });

  it('tells nothing of what is not there: not of methods, of odd targets, of bodies that are too large', async () => {
    await start();
    const there = await (await asked('/nowhere')).text();
    const others = await Promise.all([
      asked('/feature/form'),
      asked('/feature/shown/hello', { method: 'DELETE' }),
      asked('/feature/%2e%2e/%00'),
      posted('/feature/machine', {}, 'x'.repeat(40_000)),
    ]);
    for (const answer of others) {
      assert.equal(answer.status, 404);
      assert.equal(await answer.text(), there);
    }
  });

  it('answers a target that names another site with what stands here', async () => {
    await start();
    const { port } = new URL(site?.url ?? '');
    const body = await new Promise<string>((resolve, reject) => {
      const sent = open({ port, host: '127.0.0.1', path: '//evil.example/robots.txt' }, (response) => {
        text(response).then(resolve, reject);
      });
      sent.on('error', reject).end();
    });
    assert.notEqual(body, ROBOTS);
  });

  it('says of a failure nothing but that there was one', async () => {
    await start();
    const answer = await asked('/feature/broken');
    assert.equal(answer.status, 500);
    assert.doesNotMatch(await answer.text(), /hunter2/);
  });

  it('takes a form from its own pages and from what is no browser, and from no other site', async () => {
    await start();
    const statuses = await Promise.all(
      [
        { 'sec-fetch-site': 'same-origin', origin: 'null' },
        {},
        { origin: URL_OF_PAGES },
        { 'sec-fetch-site': 'cross-site', origin: URL_OF_PAGES },
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'none' },
        { origin: 'null' },
        { origin: 'https://evil.example' },
      ].map(async (headers) => (await posted('/feature/form', headers)).status),
    );
    assert.deepEqual(statuses, [200, 200, 200, 403, 403, 403, 403, 403]);
  });

  it('lets machines send where a route takes that', async () => {
    await start();
    assert.equal((await posted('/feature/machine', {}, 'List-Unsubscribe=One-Click')).status, 200);
  });

  it('bounds how often one visitor asks, and says when the next may come', async () => {
    await start();
    for (let visit = 0; visit < 60; visit += 1) assert.equal((await asked('/robots.txt')).status, 200);
    const refused = await asked('/robots.txt');
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '1']);
    now = 1_000;
    assert.equal((await asked('/robots.txt')).status, 200);
  });

  it('counts visitors behind a proxy by what the proxy says of them, and by nothing that they say', async () => {
    await start({ behindProxy: true });
    const from = async (forwarded: string) =>
      (await asked('/robots.txt', { headers: { 'x-forwarded-for': forwarded } })).status;
    for (let visit = 0; visit < 60; visit += 1) assert.equal(await from(`10.0.0.${String(visit)}, 192.0.2.1`), 200);
    assert.equal(await from('10.0.0.99, 192.0.2.1'), 429);
    assert.equal(await from('192.0.2.2'), 200);
  });
});

describe('by which address a visit is counted', () => {
  it('is the one of the connection unless a proxy of ours names another', () => {
    const visit = { headers: { 'x-forwarded-for': '192.0.2.7' }, remote: '127.0.0.1' };
    assert.equal(remoteOf(visit, false), '127.0.0.1');
    assert.equal(remoteOf(visit, true), '192.0.2.7');
    assert.equal(remoteOf({ headers: {}, remote: '127.0.0.1' }, true), '127.0.0.1');
    assert.equal(remoteOf({ headers: { 'x-forwarded-for': 'x'.repeat(9_000) }, remote: '' }, true).length, 64);
  });

  it('is the network of an address of IPv6, however it is written', () => {
    for (const one of ['2001:db8:0:1::5', '2001:0DB8::1:0:0:0:7', '2001:db8:0:1:ffff:1:2:3%eth0']) {
      assert.equal(rateKey(one), '2001:db8:0:1::/64');
    }
    assert.equal(rateKey('::1'), '0:0:0:0::/64');
    assert.equal(rateKey('::ffff:192.0.2.1'), '192.0.2.1');
    assert.equal(rateKey('192.0.2.1'), '192.0.2.1');
    assert.equal(rateKey('no address'), 'no address');
  });
});
