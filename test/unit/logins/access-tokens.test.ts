import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { TokenFailure } from '../../../src/base/token-source.ts';
import { AccessTokens } from '../../../src/logins/access-tokens.ts';
import type { OAuth2Client } from '../../../src/logins/access-tokens.ts';
import { TokenServer } from '../../support/token-server.ts';

const SECRET = 'the-secret-of-the-client';

describe('access tokens', () => {
  let server: TokenServer;
  let now: number;
  let tokens: AccessTokens;
  before(async () => {
    server = await new TokenServer().start();
  });
  after(() => server.stop());
  beforeEach(() => {
    now = 0;
    tokens = new AccessTokens(() => now);
    server.asked.length = 0;
    server.lasts = 3600;
    server.refuses = null;
    server.instead = null;
  });

  const clientOf = (changes: Partial<OAuth2Client> = {}): OAuth2Client => ({
    issuer: null,
    tokenUrl: server.tokenUrl,
    clientId: 'mailroom',
    clientSecret: SECRET,
    scope: 'imap smtp',
    ...changes,
  });
  const source = (changes: Partial<OAuth2Client> = {}) => {
    const one = tokens.of(clientOf(changes));
    assert.ok(one !== null);
    return one;
  };
  const failure = async (changes: Partial<OAuth2Client> = {}): Promise<TokenFailure> => {
    const error: unknown = await source(changes)
      .get()
      .then(
        () => null,
        (thrown: unknown) => thrown,
      );
    assert.ok(error instanceof TokenFailure);
    assert.ok(!error.message.includes(SECRET));
    assert.ok(!error.message.includes('the words of a server'));
    return error;
  };

  it('are asked for with what the client is, and what it wants', async () => {
    const { fresh } = await source().get();
    assert.equal(fresh, true);
    assert.deepEqual(Object.fromEntries(server.asked[0] ?? []), {
      grant_type: 'client_credentials',
      client_id: 'mailroom',
      client_secret: SECRET,
      scope: 'imap smtp',
    });
  });

  it('are found by the word of their server', async () => {
    const { value } = await source({ issuer: server.url, tokenUrl: null }).get();
    assert.ok(server.isValid(value));
  });

  it('are asked for once by all who want one at the same moment, and by accounts with the same client', async () => {
    const other = source();
    const given = await Promise.all([source().get(), other.get(), source().get()]);
    assert.equal(new Set(given.map(({ value }) => value)).size, 1);
    assert.equal(server.asked.length, 1);
    assert.equal((await other.get()).fresh, false);
    assert.notEqual((await source({ clientId: 'another' }).get()).value, given[0].value);
  });

  it('are given anew a minute before their end', async () => {
    const first = await source().get();
    now = 3539_999;
    assert.equal((await source().get()).value, first.value);
    now = 3540_000;
    assert.notEqual((await source().get()).value, first.value);
  });

  it('are kept for minutes where nothing is said of their end, and not at all where that is near', async () => {
    server.lasts = null;
    const first = await source().get();
    now = 299_999;
    assert.equal((await source().get()).value, first.value);
    server.lasts = 30;
    now = 300_000;
    const short = await source().get();
    assert.notEqual((await source().get()).value, short.value);
  });

  it('are given no more once a server refused them, and only then', async () => {
    const { value } = await source().get();
    source().refused('another');
    assert.equal((await source().get()).value, value);
    source().refused(value);
    assert.notEqual((await source().get()).value, value);
  });

  it('are refused for good, until people act, where the client is', async () => {
    for (const error of ['invalid_client', 'unauthorized_client', 'invalid_scope']) {
      server.refuses = { status: 401, error };
      const { kind, code, message } = await failure();
      assert.deepEqual([kind, code], ['refused', 'oauth2-refused']);
      assert.match(message, new RegExp(error));
    }
    server.refuses = null;
    assert.equal((await source().get()).fresh, true);
  });

  it('are away where their server is, whatever it says', async () => {
    server.refuses = { status: 503, error: 'temporarily_unavailable' };
    assert.equal((await failure()).kind, 'away');
    server.refuses = { status: 400, error: 'words\r\nof a stranger' };
    assert.ok(!(await failure()).message.includes('stranger'));
    for (const instead of ['<html>', '[]', '{"access_token":7}', '{"token_type":"Bearer"}', '{']) {
      server.instead = (response) => response.writeHead(200, { 'content-type': 'application/json' }).end(instead);
      assert.equal((await failure()).kind, 'away');
    }
    const gone = await new TokenServer().start();
    const tokenUrl = gone.tokenUrl;
    await gone.stop();
    assert.equal((await failure({ tokenUrl })).code, 'oauth2-away');
  });

  it('attack: the secret follows no redirect', async () => {
    const other = await new TokenServer().start();
    try {
      server.instead = (response) => response.writeHead(307, { location: other.tokenUrl }).end();
      assert.equal((await failure()).kind, 'away');
      assert.deepEqual(other.asked, []);
    } finally {
      await other.stop();
    }
  });

  it('attack: the secret leaves this machine by https alone', async () => {
    // An address of a network for documentation (RFC 5737): nothing is asked there.
    assert.equal((await failure({ tokenUrl: 'http://192.0.2.1/token' })).kind, 'refused');
    assert.equal((await failure({ tokenUrl: 'http://127.0.0.1.example.org/token' })).kind, 'refused');
  });
});
