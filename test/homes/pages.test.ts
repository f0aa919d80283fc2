/** The pages for people in a real browser: by keyboard alone, without a script, without a request to anywhere else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import type { UserId } from '../../src/bridge/types.ts';
import { silentLog } from '../../src/base/log.ts';
import { addLoginLink } from '../../src/db/secret-tables/own-logins.ts';
import { loginPages } from '../../src/mailboxes/login-pages.ts';
import { loginHash, newLoginSecret } from '../../src/mailboxes/login-secrets.ts';
import type { LoginTrouble } from '../../src/mailboxes/try-login.ts';
import { startSite } from '../../src/web/site.ts';
import type { Site } from '../../src/web/site.ts';
import type { Language } from '../../src/words/words.ts';
import { installPackages } from '../../tools/servers/debian.ts';
import type { TestDatabase } from '../support/database.ts';
import { suiteServer } from '../support/suite.ts';

const alice = '@alice:matrix.test' as UserId;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const findings = z.object({ violations: z.array(z.object({ id: z.string(), help: z.string() })) });

describe('the pages in a browser', () => {
  const server = suiteServer();
  let browser: Browser;
  let test: TestDatabase;
  let site: Site;
  let context: BrowserContext;
  let page: Page;
  let checked: Page;
  let requests: string[];
  let trouble: LoginTrouble | null;

  before(async () => {
    await installPackages(['chromium']);
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  });
  after(() => browser.close());

  beforeEach(async () => {
    test = await server.database();
    trouble = null;
    const inside = { host: '127.0.0.1', port: 143, security: 'none', ca: null } as const;
    const { listen, url } = { listen: { host: '127.0.0.1', port: 0 }, url: 'http://127.0.0.1' };
    const routes = loginPages({
      db: test.db,
      log: silentLog(),
      url,
      rules: () => ({
        servers: [{ domains: ['mailroom.test'], imap: inside, smtp: inside, login: 'address' }],
        closedNetwork: true,
      }),
      outside: {
        network: { services: nothing, exchangers: nothing, text: () => Promise.resolve(null) },
        lookUp: nothing,
      },
      tryLogin: () => Promise.resolve(trouble),
      mayLogIn: () => true,
      isTaken: () => false,
      keepPassword: () => Promise.resolve(),
    });
    site = await startSite({ listen, url, behindProxy: false, routes: [routes], log: silentLog(), now: () => 0 });
    context = await browser.newContext({ javaScriptEnabled: false, locale: 'en' });
    page = await context.newPage();
    checked = await browser.newPage();
    requests = [];
    page.on('request', (request) => requests.push(request.url()));
  });
  afterEach(async () => {
    await context.close();
    await checked.context().close();
    await site.close();
    await test.close();
  });

  const nothing = () => Promise.resolve([]);

  async function link(language: Language = 'en'): Promise<string> {
    const secret = newLoginSecret();
    await test.db.transaction((tx) => addLoginLink(tx, { link: loginHash(secret), user: alice, language }));
    return `${site.url}/login/${secret}`;
  }

  /**
   * What the checker of accessibility finds (WCAG 2.2 A and AA, and what it advises), in light and in dark. It is a
   * script, so that it looks at a copy of the page where scripts run.
   */
  async function found(): Promise<string[]> {
    const all: string[] = [];
    await checked.setContent(await page.content());
    await checked.evaluate(axe);
    for (const colorScheme of ['light', 'dark'] as const) {
      await checked.emulateMedia({ colorScheme });
      const result = findings.parse(await checked.evaluate('axe.run()'));
      all.push(...result.violations.map(({ id, help }) => `${colorScheme}: ${id}: ${help}`));
    }
    return all;
  }

  const title = () => page.locator('h1').innerText();

  it('lead through a login by keyboard alone', async () => {
    await page.goto(await link());
    assert.deepEqual(await found(), []);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#address');
    assert.deepEqual(await found(), []);

    trouble = { server: 'imap', kind: 'away' };
    await page.keyboard.press('Tab');
    await page.keyboard.type('alice@mailroom.test');
    await page.keyboard.press('Tab');
    await page.keyboard.type('not the password');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.wrong');
    assert.equal(await title(), 'Not logged in yet');
    assert.equal(await page.locator('#address').inputValue(), 'alice@mailroom.test');
    assert.equal(await page.locator('#password').inputValue(), '');
    assert.ok(await page.locator('#imap-host').isVisible());
    assert.deepEqual(await found(), []);

    trouble = null;
    await page.locator('#password').focus();
    await page.keyboard.type('the password');
    // On over the name and the fields of the servers to the button.
    for (let key = 0; key < 20 && !(await page.locator('button:focus').count()); key += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Space');
    await page.waitForSelector('.code');
    assert.match(await page.locator('.code').innerText(), /^login \d{6}$/);
    assert.deepEqual(await found(), []);
    assert.ok(requests.length > 3);
    for (const url of requests) assert.ok(url.startsWith(`${site.url}/login/`), url);
  });

  it('say that a link was used, is old or is open elsewhere, and that there is nothing', async () => {
    const one = await link();
    await page.goto(one);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#address');
    const other = await browser.newContext();
    const second = await other.newPage();
    await second.goto(one);
    assert.match(await second.locator('h1').innerText(), /open in another browser/);
    await other.close();
    await link();
    await page.goto(one);
    assert.match(await title(), /used or is too old/);
    assert.deepEqual(await found(), []);
    await page.goto(`${site.url}/nowhere`);
    assert.equal(await title(), 'There is nothing here');
    assert.deepEqual(await found(), []);
  });

  it('send nothing from a page of another site, and stand in no frame', async () => {
    const one = await link();
    const evil = await browser.newContext();
    const attacker = await evil.newPage();
    await attacker.route('https://evil.example/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body:
          `<iframe src="${one}"></iframe>` +
          `<form method="post" action="${one}"><button name="step" value="begin">x</button></form>`,
      }),
    );
    await attacker.goto('https://evil.example/');
    const frame = attacker.frames()[1];
    assert.equal((await frame?.content())?.includes('Log in with your mailbox'), false);
    await attacker.click('button');
    await attacker.waitForURL(one);
    assert.match(await attacker.locator('h1').innerText(), /not sent from our page/);
    await evil.close();
    const { rows } = await test.db.query('SELECT 1 FROM own_logins WHERE browser IS NOT NULL');
    assert.equal(rows.length, 0);
  });

  it('fit a narrow screen, and large letters, in each language', async () => {
    for (const language of ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'pt'] as const) {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(await link(language));
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#address');
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, language);
      assert.deepEqual(await found(), []);
      await context.clearCookies();
    }
  });
});
