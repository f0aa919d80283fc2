/** Grants of people, from the shell to the token that opens a mailbox, at a real OAuth 2.0 server. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { Grants } from '../../../src/app/grants.ts';
import { imapSettings, sealerOf } from '../../../src/app/settings.ts';
import { TokenFailure } from '../../../src/base/token-source.ts';
import type { AccountId } from '../../../src/bridge/types.ts';
import { loginCommand } from '../../../src/cli/login.ts';
import { loadConfig } from '../../../src/config/config.ts';
import { Database } from '../../../src/db/pool.ts';
import { getSecret } from '../../../src/db/secret-tables/sealed-secrets.ts';
import { AccessTokens } from '../../../src/logins/access-tokens.ts';
import { columnsWith } from '../../support/all-columns.ts';
import { runCommand } from '../../support/command-run.ts';
import type { TestDatabase } from '../../support/database.ts';
import { OAUTH_CLIENT, OAuthServer } from '../../support/oauth-server.ts';
import { recordedActs } from '../../support/recorded.ts';
import { suiteServer } from '../../support/suite.ts';

const SUPPORT = 'support' as AccountId;
const ADDRESS = 'support@mailroom.test';

describe('a mailbox that somebody let Mailroom into', () => {
  const server = suiteServer();
  let oauth: OAuthServer;
  let test: TestDatabase;
  let folder: string;
  before(async () => {
    oauth = (await OAuthServer.start({ redirects: ['http://localhost/mailroom'] })).watchTokens();
  });
  after(() => oauth.stop());
  beforeEach(async () => {
    test = await server.database();
    folder = await mkdtemp(join(tmpdir(), 'mailroom-grants-'));
    oauth.signsIn = ADDRESS;
    oauth.accessLasts = 3600;
    oauth.says = {};
    oauth.instead = null;
    await writeConfig();
    oauth.asked.length = 0;
  });
  afterEach(async () => {
    await test.close();
    await rm(folder, { recursive: true, force: true });
  });

  const file = () => join(folder, 'config.yaml');
  async function writeConfig(deviceCode = false, secret: string = OAUTH_CLIENT.secret): Promise<void> {
    const mailServer = { host: '127.0.0.1', port: 1, security: 'none', user: ADDRESS };
    const account = { address: ADDRESS, name: 'Support', imap: mailServer, smtp: mailServer };
    const team = [{ user: '@alice:matrix.test', address: 'alice@mailroom.test', name: 'Alice' }];
    const config = {
      homeserver: { url: 'http://127.0.0.1:1', domain: 'matrix.test' },
      appservice: { url: 'http://127.0.0.1:1' },
      secret: 'a secret of thirty-two characters',
      database: { url: test.url },
      oauth2_providers: {
        example: {
          issuer: oauth.url,
          client_id: OAUTH_CLIENT.id,
          client_secret: secret,
          scope: 'openid offline_access email imap smtp',
          device_code: deviceCode,
        },
      },
      accounts: {
        support: { ...account, team, oauth2: { provider: 'example' } },
        plain: {
          ...account,
          address: 'plain@mailroom.test',
          imap: { ...mailServer, password: 'p' },
          smtp: { ...mailServer, password: 'p' },
          team,
        },
      },
    };
    await writeFile(file(), JSON.stringify(config));
  }
  const mailroom = (args: readonly string[], typed?: (out: string) => Promise<string>) =>
    runCommand(loginCommand, [...args, '--config', file()], typed);
  /** Somebody opens the address that is shown, agrees, and pastes where they ended. */
  const logIn = () =>
    mailroom(['support'], async (out) => {
      const url = /^http\S+$/m.exec(out)?.[0] ?? '';
      return `${(await oauth.walk(url)).href}\n`;
    });
  const kept = async (): Promise<string | null> =>
    getSecret(test.db, sealerOf(loadConfig(file(), {})), { account: SUPPORT, field: 'oauth2.refresh_token' });
  /** What a process has of the account: its tokens, by a database of its own. */
  function processOf(db = test.db) {
    const config = loadConfig(file(), {});
    const account = config.accounts.find(({ id }) => id === SUPPORT);
    assert.ok(account !== undefined);
    const grants = new Grants({ db, sealer: sealerOf(config) });
    const { token } = imapSettings(config, account, new AccessTokens(undefined, grants));
    assert.ok(token != null);
    return { token, grants };
  }
  const refusalOf = async (promise: Promise<unknown>): Promise<TokenFailure> => {
    const error: unknown = await promise.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof TokenFailure, String(error));
    return error;
  };

  it('is opened by its tokens, which lie in no column and no output', async () => {
    const { code, out } = await logIn();
    assert.equal(code, 0, out);
    assert.match(out, /may use the mailbox of "support" now: support@mailroom\.test has agreed/);
    const { value, fresh } = await processOf().token.get();
    assert.equal(await oauth.whose(value), ADDRESS);
    // What the login brought is used; nobody is asked again.
    assert.deepEqual([fresh, oauth.asked], [false, ['authorization_code']]);
    const { tokens } = JSON.parse((await kept()) ?? '') as { readonly tokens: Readonly<Record<string, string>> };
    for (const secret of [tokens['refreshToken'] ?? '', value, OAUTH_CLIENT.secret]) {
      assert.deepEqual(await columnsWith(test.db, secret), []);
      assert.ok(!out.includes(secret));
    }
    assert.ok((await recordedActs(test.db)).some(({ act, account }) => act === 'cli.login' && account === SUPPORT));
  });

  it('is opened after a code was typed at the page of the provider', async () => {
    await writeConfig(true);
    const login = mailroom(['support']);
    // The command prints the code and waits; the page is told it by its own list.
    await oauth.typeNext();
    const { code, out } = await login;
    assert.equal(code, 0, out);
    assert.match(out, /type the code \S+/);
    assert.equal(await oauth.whose((await processOf().token.get()).value), ADDRESS);
  });

  it('has a next token before the one of before ends, and what replaced its refresh token is kept first', async () => {
    oauth.accessLasts = 30;
    await logIn();
    const before = await kept();
    const { value, fresh } = await processOf().token.get();
    assert.equal(fresh, true);
    assert.equal(await oauth.whose(value), ADDRESS);
    assert.notEqual(await kept(), before);
    assert.deepEqual(oauth.asked, ['authorization_code', 'refresh_token']);
    // Another process goes on with what the first one has kept.
    assert.equal((await processOf().token.get()).fresh, true);
  });

  it('attack: two processes and many logins at once use a refresh token once', async () => {
    await logIn();
    const other = new Database({ url: test.url, onError: () => undefined });
    try {
      const first = processOf();
      const second = processOf(other);
      const { value } = await first.token.get();
      await second.token.get();
      for (const { token } of [first, second]) token.refused(value);
      oauth.asked.length = 0;
      const given = await Promise.all([first, second, first, second].map(({ token }) => token.get()));
      assert.deepEqual(oauth.asked, ['refresh_token']);
      assert.equal(new Set(given.map((one) => one.value)).size, 1);
      assert.equal(await oauth.whose(given[0]?.value ?? ''), ADDRESS);
    } finally {
      await other.close();
    }
  });

  it('is closed once the permission was taken back, nobody asks again, and a new login opens it', async () => {
    await logIn();
    const { token } = processOf();
    const { value } = await token.get();
    const { tokens } = JSON.parse((await kept()) ?? '') as { readonly tokens: { readonly refreshToken: string } };
    await oauth.revoke(tokens.refreshToken);
    token.refused(value);
    oauth.asked.length = 0;
    const first = await refusalOf(token.get());
    assert.deepEqual([first.kind, first.message], ['refused', 'no token: invalid_grant']);
    assert.deepEqual(oauth.asked, ['refresh_token']);
    for (const again of [token, processOf().token]) {
      assert.equal((await refusalOf(again.get())).message, 'no token: invalid_grant');
    }
    assert.deepEqual(oauth.asked, ['refresh_token']);
    assert.ok(!((await kept()) ?? '').includes(tokens.refreshToken));
    await logIn();
    assert.equal(await oauth.whose((await token.get()).value), ADDRESS);
  });

  it('stays open for the grant where the client is refused, or its provider is away', async () => {
    oauth.accessLasts = 30;
    await logIn();
    const before = await kept();
    await writeConfig(false, 'another');
    const wrong = await refusalOf(processOf().token.get());
    assert.deepEqual([wrong.kind, wrong.message], ['refused', 'no token: invalid_client']);
    await writeConfig();
    oauth.instead = { status: 503, body: {} };
    assert.equal((await refusalOf(processOf().token.get())).kind, 'away');
    assert.equal(await kept(), before);
    oauth.instead = null;
    assert.equal((await processOf().token.get()).fresh, true);
  });

  it('is told of days before its end where the provider names that, and not before', async () => {
    for (const [seconds, told] of [
      [86_400, 1],
      [30 * 86_400, 0],
    ] as const) {
      oauth.says = { refresh_token_expires_in: seconds };
      await logIn();
      const ends: string[] = [];
      const { token, grants } = processOf();
      grants.whenEnding((account, until) => ends.push(`${account} ${String(until > Date.now())}`));
      await token.get();
      assert.deepEqual(
        ends,
        Array.from({ length: told }, () => 'support true'),
      );
    }
  });

  it('is closed where nobody has logged in, and where its key is lost; no server is asked', async () => {
    assert.match((await refusalOf(processOf().token.get())).message, /nobody has logged in yet/);
    await logIn();
    oauth.asked.length = 0;
    await rm(join(folder, 'secrets.key'));
    const lost = await refusalOf(processOf().token.get());
    assert.equal(lost.kind, 'refused');
    assert.match(lost.message, /secrets\.key_file/);
    assert.deepEqual(oauth.asked, []);
  });

  it('is closed to the grant of another account, moved into its row', async () => {
    await logIn();
    await test.db.query(`UPDATE sealed_secrets SET account = 'plain'`);
    await test.db.query(
      `INSERT INTO sealed_secrets (account, field, version, nonce, sealed)
       SELECT 'support', 'imap.password', version, nonce, sealed FROM sealed_secrets`,
    );
    await test.db.query(`UPDATE sealed_secrets SET field = 'oauth2.refresh_token' WHERE account = 'support'`);
    // What was sealed for this account and field opens; what comes from elsewhere does not.
    await test.db.query(
      `UPDATE sealed_secrets SET nonce = decode('000000000000000000000000', 'hex') WHERE account = 'support'`,
    );
    assert.match((await refusalOf(processOf().token.get())).message, /does not open/);
  });

  it('is ended by hand: here without a trace, and at the provider', async () => {
    await logIn();
    const { tokens } = JSON.parse((await kept()) ?? '') as { readonly tokens: { readonly refreshToken: string } };
    const { code, out } = await mailroom(['--end', 'support']);
    assert.deepEqual([code, out], [0, 'Ended, here and at the provider.\n']);
    assert.equal(await oauth.isAlive(tokens.refreshToken), false);
    const { rows } = await test.db.query('SELECT 1 FROM sealed_secrets');
    assert.equal(rows.length, 0);
    assert.match((await mailroom(['--end', 'support'])).out, /^Nobody has let/);
  });

  it('attack: what is pasted and was no answer to this login opens nothing', async () => {
    const stranger = await mailroom(['support'], () =>
      Promise.resolve('http://localhost/mailroom?code=abc&state=forged\n'),
    );
    assert.equal(stranger.code, 1);
    assert.match(stranger.out, /no answer to what was asked/);
    for (const typed of ['', '\0\n', `${'x'.repeat(1_000_000)}\n`, 'http://localhost/mailroom?code=abc\n']) {
      assert.equal((await mailroom(['support'], () => Promise.resolve(typed))).code, 1);
    }
    assert.equal(await kept(), null);
    assert.deepEqual(oauth.asked, []);
  });

  it('says what to set where the account has a password, and where somebody else has agreed', async () => {
    const plain = await mailroom(['plain']);
    assert.equal(plain.code, 1);
    assert.match(plain.out, /set accounts\.plain\.oauth2 to \{ provider: KEY \}/);
    assert.match((await mailroom(['nobody'])).out, /has no account "nobody"/);
    oauth.signsIn = 'bob@mailroom.test';
    assert.match((await logIn()).out, /bob@mailroom\.test has agreed\. That is not support@mailroom\.test/);
  });
});
