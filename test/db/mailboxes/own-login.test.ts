/** A login with one's own mailbox, from the link in the chat over the page to the digits in the chat. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AccountId, RoomId, UserId } from '../../../src/bridge/types.ts';
import type { CheckedLogin } from '../../../src/db/secret-tables/own-logins.ts';
import { loginPages } from '../../../src/mailboxes/login-pages.ts';
import { loginsForgotten, ownMailboxes } from '../../../src/mailboxes/own-mailboxes.ts';
import type { LoginServers, ServerRules } from '../../../src/mailboxes/servers-for.ts';
import type { LoginTrouble } from '../../../src/mailboxes/try-login.ts';
import { silentLog } from '../../../src/base/log.ts';
import { startSite } from '../../../src/web/site.ts';
import type { Site } from '../../../src/web/site.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, bob, bot } from '../../support/handlers/fixtures.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { PageVisitor } from '../../support/page-visitor.ts';
import { suiteServer } from '../../support/suite.ts';

const MARKED = 'correct horse 8f3a';
const INSIDE: Omit<LoginServers['imap'], 'reach'> = { host: '127.0.0.1', port: 143, security: 'none', ca: null };
const RULES: ServerRules = {
  servers: [{ domains: ['mailroom.test'], imap: INSIDE, smtp: { ...INSIDE, port: 25 }, login: 'address' }],
  closedNetwork: false,
};

describe('a login with an own mailbox', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let rooms: Rooms;
  let site: Site;
  let browser: PageVisitor;
  let allowed: string[];
  let rules: ServerRules;
  let secrets: Map<AccountId, string>;
  let added: { user: UserId; login: CheckedLogin; address: string }[];
  let tried: { servers: LoginServers; password: string }[];
  let trouble: LoginTrouble | null;

  beforeEach(async () => {
    test = await server.database();
    allowed = ['matrix.test'];
    rules = RULES;
    secrets = new Map();
    added = [];
    tried = [];
    trouble = null;
    browser = new PageVisitor();
    const dropSecrets = (_tx: unknown, account: AccountId) => Promise.resolve(void secrets.delete(account));
    let url = 'http://127.0.0.1:9';
    const mailboxes = ownMailboxes({
      config: () => ({ allowed, url }),
      dropSecrets,
      accounts: {
        add: (_tx, user, login) => {
          const { address, name } = JSON.parse(login.settings) as { address: string; name: string };
          if (added.some((one) => one.address === address)) return Promise.resolve({ taken: address });
          added.push({ user, login, address });
          return Promise.resolve({ address, name });
        },
        of: (_tx, user) =>
          Promise.resolve(
            added.filter((one) => one.user === user).map(({ login: { account }, address }) => ({ account, address })),
          ),
        remove: (_tx, _user, account) => {
          added = added.filter(({ login }) => login.account !== account);
          secrets.delete(account);
          return Promise.resolve();
        },
      },
    });
    ({ rooms } = await handlerWorld({ test, eventIn: { mailboxes } }));
    const pages = {
      db: test.db,
      log: silentLog(),
      url: 'http://127.0.0.1',
      rules: () => rules,
      outside: {
        network: {
          services: () => Promise.resolve([]),
          exchangers: () => Promise.resolve([]),
          text: () => Promise.resolve(null),
        },
        lookUp: (name: string) => Promise.resolve(name.startsWith('inside') ? ['10.0.0.7'] : ['193.0.0.1']),
      },
      tryLogin: (servers: LoginServers, password: string) => {
        tried.push({ servers, password });
        return Promise.resolve(trouble);
      },
      mayLogIn: (user: UserId) => mailboxes.mayLogIn(user) === 'yes',
      isTaken: (address: string) => address === 'taken@mailroom.test',
      keepPassword: (_tx: unknown, account: AccountId, password: string) =>
        Promise.resolve(void secrets.set(account, password)),
    };
    site = await startSite({
      listen: { host: '127.0.0.1', port: 0 },
      url: 'http://127.0.0.1',
      behindProxy: false,
      routes: [loginPages(pages)],
      log: silentLog(),
      now: () => 0,
    });
    url = site.url;
  });
  afterEach(async () => {
    await site.close();
    await test.close();
  });

  const chatOf = (user: UserId) => `!chat-${user.slice(1, 4)}:matrix.test` as RoomId;

  async function said(user: UserId, words: string): Promise<string> {
    const chat = chatOf(user);
    await rooms.event(chat, user, 'm.room.member', { membership: 'invite', is_direct: true }, bot);
    const heard = await rooms.say(chat, user, words);
    return heard.map(({ body }) => body).join('\n');
  }

  async function linkOf(user: UserId): Promise<string> {
    const answer = await said(user, 'login');
    return /http:\S+\/login\/[\w-]{43}/.exec(answer)?.[0] ?? assert.fail(answer);
  }

  /** Opens a link, goes on, and sends the form. */
  async function entered(link: string, fields: Record<string, string> = {}, by = browser) {
    const { token } = await by.send(link, { step: 'begin' });
    const login = { address: 'alice@mailroom.test', password: MARKED, name: 'Alice' };
    return by.send(link, { step: 'try', token, ...login, ...fields });
  }

  const digitsIn = (text: string) => /login (\d{6})/.exec(text)?.[1] ?? assert.fail(text);
  const wrongDigits = (digits: string) => (digits === '000000' ? '000001' : '000000');

  it('names who it is for, takes what the servers take, and adds it when its member says the digits', async () => {
    const link = await linkOf(alice);
    const first = await browser.open(link);
    assert.ok(first.text.includes(alice));
    const shown = await entered(link);
    const digits = digitsIn(shown.text);
    assert.deepEqual(
      tried.map(({ password }) => password),
      [MARKED],
    );
    assert.equal(added.length, 0);
    assert.match(await said(alice, `login ${digits}`), /alice@mailroom\.test is here now/);
    assert.deepEqual(
      added.map(({ user }) => user),
      [alice],
    );
    assert.deepEqual(JSON.parse(added[0]?.login.settings ?? ''), {
      address: 'alice@mailroom.test',
      name: 'Alice',
      language: 'en',
      imap: { host: '127.0.0.1', port: 143, security: 'none', user: 'alice@mailroom.test' },
      smtp: { host: '127.0.0.1', port: 25, security: 'none', user: 'alice@mailroom.test' },
      from: '{account}',
    });
  });

  it('leaves the password nowhere but sealed, and nothing of it after a logout', async () => {
    const link = await linkOf(alice);
    await said(alice, `login ${digitsIn((await entered(link)).text)}`);
    assert.deepEqual([...secrets.values()], [MARKED]);
    assert.deepEqual(await placesOf(MARKED), []);
    assert.match(await said(alice, 'logout'), /is taken away/);
    assert.deepEqual([added.length, secrets.size], [0, 0]);
    assert.match(await said(alice, 'logout'), /No mailbox of yours/);
    const { rows } = await test.db.query('SELECT account, settings, code FROM own_logins');
    assert.deepEqual(rows, [{ account: null, settings: null, code: null }]);
  });

  /** The columns of the whole database in which a text stands. */
  async function placesOf(text: string): Promise<string[]> {
    const { rows } = await test.db.query<{ table: string }>(
      `SELECT table_name AS table FROM information_schema.tables
       WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`,
    );
    const found: string[] = [];
    for (const { table } of rows) {
      const { rowCount } = await test.db.query(`SELECT 1 FROM "${table}" t WHERE t::text LIKE '%' || $1 || '%'`, [
        text,
      ]);
      if (rowCount !== 0) found.push(table);
    }
    return found;
  }

  it('ends a link with its use, with a new link and with its time, and says so', async () => {
    const used = await linkOf(alice);
    const digits = digitsIn((await entered(used)).text);
    assert.match((await browser.open(used)).title, /digits were shown already/);
    await said(alice, `login ${digits}`);
    assert.match((await browser.open(used)).title, /used or is too old/);

    const before = await linkOf(alice);
    const after = await linkOf(alice);
    assert.equal((await browser.open(before)).status, 410);
    assert.equal((await browser.open(after)).status, 200);

    await test.db.query("UPDATE own_logins SET made_at = now() - interval '16 minutes'");
    assert.match((await browser.open(after)).title, /used or is too old/);
    assert.equal((await entered(after)).status, 410);
    const never = await browser.open(`${site.url}/login/${'x'.repeat(43)}`);
    assert.equal(never.text.replace(/\s/g, ''), (await browser.open(after)).text.replace(/\s/g, ''));
    assert.equal((await browser.open(`${site.url}/login/%00`)).status, 410);
    assert.deepEqual([tried.length, secrets.size], [1, 1]);
  });

  it('belongs to the browser that went on first, whatever programs opened the link before', async () => {
    const link = await linkOf(alice);
    assert.equal((await new PageVisitor().open(link)).status, 200);
    await browser.send(link, { step: 'begin' });
    const other = new PageVisitor();
    assert.equal((await other.open(link)).status, 403);
    assert.equal((await entered(link, {}, other)).status, 403);
    assert.equal(other.set.length, 0);
    assert.equal(tried.length, 0);
    assert.equal((await browser.open(link)).status, 200);
  });

  it('takes no cookie that somebody put into the browser before, and none of another link', async () => {
    const link = await linkOf(alice);
    browser.cookies.set('mailroom-login', 'f'.repeat(43));
    await browser.send(link, { step: 'begin' });
    assert.notEqual(browser.cookies.get('mailroom-login'), 'f'.repeat(43));
    assert.match(browser.set[0] ?? '', /; HttpOnly(?:;|$)/);
    assert.match(browser.set[0] ?? '', /; SameSite=Strict(?:;|$)/);
    const fixed = new PageVisitor();
    fixed.cookies.set('mailroom-login', 'f'.repeat(43));
    assert.equal((await fixed.open(link)).status, 403);
    const theirs = await linkOf(bob);
    const mallory = new PageVisitor();
    await mallory.send(theirs, { step: 'begin' });
    assert.equal((await mallory.open(link)).status, 403);
  });

  it('takes a form from its own page alone', async () => {
    const link = await linkOf(alice);
    const { token } = await browser.send(link, { step: 'begin' });
    const fields = { step: 'try', address: 'alice@mailroom.test', password: MARKED };
    assert.equal((await browser.send(link, fields)).status, 403);
    assert.equal((await browser.send(link, { ...fields, token: `${token}x` })).status, 403);
    browser.headers = { 'sec-fetch-site': 'cross-site' };
    assert.equal((await browser.send(link, { ...fields, token })).status, 403);
    browser.headers = { origin: 'https://evil.example' };
    assert.equal((await browser.send(link, { ...fields, token })).status, 403);
    assert.equal(tried.length, 0);
  });

  it('gets into nobody else’s space: digits count for the person of the link, a few times, for minutes', async () => {
    const digits = digitsIn((await entered(await linkOf(alice))).text);
    assert.match(await said(bob, `login ${digits}`), /No login of yours/);
    for (const left of [4, 3, 2]) {
      assert.match(await said(alice, `login ${wrongDigits(digits)}`), new RegExp(`${String(left)} more attempts`));
    }
    assert.match(await said(alice, `login ${wrongDigits(digits)}`), /One more attempt/);
    assert.match(await said(alice, `login ${wrongDigits(digits)}`), /dropped/);
    assert.match(await said(alice, `login ${digits}`), /No login of yours/);
    assert.deepEqual([added.length, secrets.size], [0, 0]);

    const late = digitsIn((await entered(await linkOf(alice), {}, new PageVisitor())).text);
    await test.db.query("UPDATE own_logins SET coded_at = now() - interval '11 minutes'");
    assert.match(await said(alice, `login ${late}`), /No login of yours/);
    await loginsForgotten(test.db, silentLog(), (_tx, account) =>
      Promise.resolve(void secrets.delete(account)),
    ).start();
    assert.equal(secrets.size, 0);
    const { rows } = await test.db.query('SELECT 1 FROM own_logins WHERE settings IS NOT NULL OR account IS NOT NULL');
    assert.equal(rows.length, 0);
  });

  it('drops what was entered by a link when its member asks for another', async () => {
    const digits = digitsIn((await entered(await linkOf(alice))).text);
    await linkOf(alice);
    assert.equal(secrets.size, 0);
    assert.match(await said(alice, `login ${digits}`), /No login of yours/);
  });

  it('tries no more passwords by one link than a person needs, and shows none again', async () => {
    trouble = { server: 'imap', kind: 'refused' };
    const link = await linkOf(alice);
    for (let time = 0; time < 5; time += 1) {
      const again = await entered(link, { password: `${MARKED} ${String(time)}` });
      assert.match(again.text, /127\.0\.0\.1:143 did not take/);
      assert.ok(!again.text.includes(MARKED));
      assert.ok(again.text.includes('value="alice@mailroom.test"'));
    }
    trouble = null;
    assert.match((await entered(link)).text, /tried too often/);
    assert.equal(tried.length, 5);
  });

  it('goes to no server of the inside, to no other port, and nowhere in a closed network', async () => {
    const link = await linkOf(alice);
    const own = { address: 'alice@elsewhere.example', 'smtp-host': 'smtp.elsewhere.example' };
    const wrong = async (fields: Record<string, string>) =>
      /id="wrong" role="alert">([^<]*)/.exec((await entered(link, { ...own, ...fields })).text)?.[1] ?? '';
    assert.match(await wrong({ 'imap-host': 'inside.elsewhere.example' }), /no public name and address/);
    await test.db.query('UPDATE own_logins SET tries = 0');
    for (const host of ['127.0.0.1', '2130706433', '0177.1', '[::1]', 'fe80::1%eth0', 'localhost']) {
      assert.match(await wrong({ 'imap-host': host }), /no public name and address/, host);
      await test.db.query('UPDATE own_logins SET tries = 0');
    }
    assert.match(
      await wrong({ 'imap-host': 'imap.elsewhere.example', 'imap-port': '6379' }),
      /no port of a mail server/,
    );
    assert.match(await wrong({ 'smtp-host': '' }), /No servers were found/);
    rules = { ...RULES, closedNetwork: true };
    assert.match(await wrong({ 'imap-host': 'imap.elsewhere.example' }), /cannot be brought here/);
    assert.equal(tried.length, 0);
    rules = RULES;
    const shown = await entered(link, { ...own, 'imap-host': 'imap.elsewhere.example' });
    assert.match(shown.text, /imap\.elsewhere\.example/);
    assert.equal(tried[0]?.servers.imap.reach === null, false);
  });

  it('shows as text whatever is entered, and is not confused by what no form has', async () => {
    const link = await linkOf(alice);
    const odd = '"><script>alert(1)</script>';
    for (const fields of [
      { address: odd, name: odd, user: odd, 'imap-host': odd, 'imap-port': odd, 'imap-security': odd },
      { address: 'a\u0000@mailroom.test' },
      { password: '\u0000' },
      { password: 'a\r\nNOOP' },
      { address: `${'a'.repeat(5_000)}@mailroom.test` },
    ]) {
      const again = await entered(link, fields);
      assert.equal(again.status, 200);
      assert.ok(!again.text.includes('<script'));
      assert.match(again.text, /class="wrong"/);
    }
    assert.equal(tried.length, 0);
  });

  it('adds no address that is an account already', async () => {
    assert.match((await entered(await linkOf(alice), { address: 'taken@mailroom.test' })).text, /already/);
    const one = digitsIn((await entered(await linkOf(alice))).text);
    const two = digitsIn((await entered(await linkOf(bob), {}, new PageVisitor())).text);
    await said(alice, `login ${one}`);
    assert.match(await said(bob, `login ${two}`), /already/);
    assert.deepEqual([added.length, secrets.size], [1, 1]);
  });

  it('is for those whom the admin allows it, and never by a password in the chat', async () => {
    const link = await linkOf(alice);
    allowed = [];
    assert.equal((await browser.open(link)).status, 410);
    assert.match(await said(alice, 'login'), /not allowed/);
    allowed = [alice];
    assert.match(await said(bob, 'login'), /not allowed/);
    assert.match(await said(alice, `login alice@mailroom.test ${MARKED}`), /delete the message/);
    assert.equal(secrets.size, 0);
  });
});
