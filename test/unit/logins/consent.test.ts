import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { beginCode, beginDevice, finishCode, refreshGrant, revokeGrant } from '../../../src/logins/consent.ts';
import type { Provider } from '../../../src/logins/consent.ts';
import { NoToken } from '../../../src/logins/token-client.ts';
import { OAUTH_CLIENT, OAuthServer, PUBLIC_CLIENT } from '../../support/oauth-server.ts';

const REDIRECT = 'http://localhost/back';
const ALICE = 'alice@mailroom.test';

describe('a grant of a person', () => {
  let server: OAuthServer;
  before(async () => {
    server = (await OAuthServer.start({ redirects: [REDIRECT] })).watchTokens();
  });
  after(() => server.stop());
  beforeEach(() => {
    server.signsIn = ALICE;
    server.accessLasts = 3600;
    server.refreshLasts = 86_400;
    server.says = {};
    server.instead = null;
    server.asked.length = 0;
  });

  const provider = (changes: Partial<Provider> = {}): Provider => ({
    issuer: server.url,
    tokenUrl: null,
    clientId: OAUTH_CLIENT.id,
    clientSecret: OAUTH_CLIENT.secret,
    scope: 'openid offline_access email imap smtp',
    parameters: {},
    ...changes,
  });
  const failureOf = async (promise: Promise<unknown>): Promise<NoToken> => {
    const error: unknown = await promise.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof NoToken, String(error));
    assert.ok(!error.message.includes(OAUTH_CLIENT.secret));
    return error;
  };
  const granted = async (changes: Partial<Provider> = {}) => {
    const { url, awaited } = await beginCode(provider(changes), REDIRECT, null);
    return finishCode(provider(changes), awaited, await server.walk(url));
  };

  it('is given at the page of the provider, by a client with a secret and by one without', async () => {
    for (const client of [{}, { clientId: PUBLIC_CLIENT, clientSecret: null }]) {
      const { tokens, address } = await granted(client);
      assert.equal(address, ALICE);
      assert.equal(await server.whose(tokens.accessToken), ALICE);
      assert.ok(await server.isAlive(tokens.refreshToken));
      assert.equal(tokens.refreshUntil, null);
    }
  });

  it('is asked for with PKCE, a state, a nonce, the mailbox that is meant, and what the provider wants', async () => {
    const { url, awaited } = await beginCode(provider({ parameters: { access_type: 'offline' } }), REDIRECT, ALICE);
    const asked = Object.fromEntries(new URL(url).searchParams);
    assert.equal(asked['code_challenge_method'], 'S256');
    assert.deepEqual(
      [asked['state'], asked['nonce'], asked['login_hint'], asked['redirect_uri'], asked['access_type']],
      [awaited.state, awaited.nonce, ALICE, REDIRECT, 'offline'],
    );
    assert.ok(!url.includes(awaited.verifier));
  });

  it('is refused where the person says no', async () => {
    server.signsIn = null;
    const error = await failureOf(granted());
    assert.deepEqual([error.kind, error.answer], ['refused', 'access_denied']);
  });

  it('attack: an answer with another state, or two, is none, and its code is not shown to the provider', async () => {
    const { url, awaited } = await beginCode(provider(), REDIRECT, null);
    const back = await server.walk(url);
    const mine = back.searchParams.get('state') ?? '';
    for (const states of [['forged'], [mine, 'forged'], ['forged', mine], [mine, mine], ['']]) {
      const forged = new URL(back);
      forged.searchParams.delete('state');
      for (const state of states) forged.searchParams.append('state', state);
      assert.equal((await failureOf(finishCode(provider(), awaited, forged))).answer, 'invalid_state');
    }
    assert.deepEqual(server.asked, []);
    assert.equal((await finishCode(provider(), awaited, back)).address, ALICE);
  });

  it('attack: a code is worth nothing to who began another login, nor a second time', async () => {
    const theirs = await beginCode(provider(), REDIRECT, null);
    const mine = await beginCode(provider(), REDIRECT, null);
    const back = await server.walk(theirs.url);
    const moved = new URL(back);
    moved.searchParams.set('state', mine.awaited.state);
    assert.equal((await failureOf(finishCode(provider(), mine.awaited, moved))).kind, 'refused');
    assert.equal((await finishCode(provider(), theirs.awaited, back)).address, ALICE);
    assert.equal((await failureOf(finishCode(provider(), theirs.awaited, back))).kind, 'refused');
  });

  it('attack: strangers’ text in an answer is not told on', async () => {
    const { awaited } = await beginCode(provider(), REDIRECT, null);
    const back = new URL(REDIRECT);
    back.search = new URLSearchParams({
      error: 'a\u0000b\nforged line',
      error_description: 'x'.repeat(100_000),
      state: awaited.state,
      iss: server.url,
    }).toString();
    const error = await failureOf(finishCode(provider(), awaited, back));
    assert.equal(error.message, 'no token: an error');
  });

  it('is given by a code that is typed elsewhere', async () => {
    const device = await beginDevice(provider());
    assert.equal(await server.type(device.url, device.code), 'done');
    const { tokens, address } = await device.wait(AbortSignal.timeout(60_000));
    assert.equal(address, ALICE);
    assert.equal(await server.whose(tokens.accessToken), ALICE);
  });

  it('is refused where the person at the page for codes says no', async () => {
    const device = await beginDevice(provider());
    await server.type(device.url, device.code, false);
    const error = await failureOf(device.wait(AbortSignal.timeout(60_000)));
    assert.deepEqual([error.kind, error.answer], ['refused', 'access_denied']);
  });

  it('is not waited for once nobody wants it any more', async () => {
    const device = await beginDevice(provider());
    const stop = new AbortController();
    const waits = failureOf(device.wait(stop.signal));
    stop.abort();
    assert.equal((await waits).kind, 'away');
  });

  it('goes on with the next refresh token, and the one of before ends it', async () => {
    const { tokens } = await granted();
    const next = await refreshGrant(provider(), tokens);
    assert.notEqual(next.refreshToken, tokens.refreshToken);
    assert.equal(await server.whose(next.accessToken), ALICE);
    const error = await failureOf(refreshGrant(provider(), tokens));
    assert.deepEqual([error.kind, error.answer], ['refused', 'invalid_grant']);
    assert.equal((await failureOf(refreshGrant(provider(), next))).answer, 'invalid_grant');
  });

  it('is over where it was taken back, and where its refresh token has ended', async () => {
    const { tokens } = await granted();
    await server.revoke(tokens.refreshToken);
    assert.equal((await failureOf(refreshGrant(provider(), tokens))).answer, 'invalid_grant');
    server.refreshLasts = 1;
    const short = await granted();
    while (await server.isAlive(short.tokens.refreshToken)) await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal((await failureOf(refreshGrant(provider(), short.tokens))).answer, 'invalid_grant');
  });

  it('has the end that its provider names, and keeps it where nothing new is said', async () => {
    const before = Date.now();
    server.says = { refresh_token_expires_in: 86_400 };
    const { tokens } = await granted();
    assert.ok(tokens.refreshUntil !== null);
    assert.ok(tokens.refreshUntil >= before + 86_400_000 && tokens.refreshUntil <= Date.now() + 86_400_000);
    for (const strange of [-1, 1e300, '5', null]) {
      server.says = { refresh_token_expires_in: strange };
      assert.equal((await granted()).tokens.refreshUntil, null);
    }
  });

  it('can be taken back at the provider', async () => {
    const { tokens } = await granted();
    assert.equal(await revokeGrant(provider(), tokens), true);
    assert.equal(await server.isAlive(tokens.refreshToken), false);
  });

  it('names Microsoft’s number of a refusal, and nothing else of its words', async () => {
    const { tokens } = await granted();
    server.instead = {
      status: 400,
      body: { error: 'invalid_grant', error_description: `AADSTS700082: expired for ${ALICE}\r\nTrace: 1` },
    };
    const error = await failureOf(refreshGrant(provider(), tokens));
    assert.equal(error.message, 'no token: invalid_grant (AADSTS700082)');
    server.instead = { status: 400, body: { error: 'invalid_grant', error_description: `not AADSTS700082: ${ALICE}` } };
    assert.equal((await failureOf(refreshGrant(provider(), tokens))).message, 'no token: invalid_grant');
  });
});
