import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TokenFailure } from '../../../src/base/token-source.ts';
import type { TokenSource } from '../../../src/base/token-source.ts';
import { peer, reply, smtpFor } from '../../support/smtp-peer.ts';

/** Takes `good` by XOAUTH2, and nothing else. */
const byToken = {
  authMethods: ['XOAUTH2'],
  onAuth: (
    auth: { readonly username?: string | undefined; readonly accessToken?: string | undefined },
    _session: unknown,
    done: (error: Error | null, answer?: { readonly user: string }) => void,
  ) =>
    auth.accessToken === 'good' && auth.username === 'support'
      ? done(null, { user: 'support' })
      : done(reply(535, '5.7.3 no')),
};

function tokens(...values: readonly string[]): TokenSource & { readonly refusals: string[] } {
  const refusals: string[] = [];
  const left = [...values];
  return {
    refusals,
    get: () => Promise.resolve({ value: left.shift() ?? '', fresh: true }),
    refused: (value) => void refusals.push(value),
  };
}

test('a relay that wants a token gets one, and no password', async (t) => {
  const token = tokens('good');
  const { config } = await peer(t, byToken, { token, login: { user: 'support', password: '' } });
  assert.equal((await smtpFor(t, config).verify()).outcome, 'ready');
  assert.deepEqual(token.refusals, []);
});

test('a token that the relay refuses is given back, and the next one is tried', async (t) => {
  const token = tokens('old', 'good');
  const { config } = await peer(t, byToken, { token, login: { user: 'support', password: '' } });
  const smtp = smtpFor(t, config);
  const refused = await smtp.verify();
  assert.ok(refused.outcome === 'not-sent');
  assert.deepEqual([refused.reason, refused.code], ['login', 535]);
  assert.deepEqual(token.refusals, ['old']);
  assert.equal((await smtp.verify()).outcome, 'ready');
});

test('without a token nothing is asked of the relay', async (t) => {
  let connections = 0;
  for (const [kind, reason] of [
    ['refused', 'login'],
    ['away', 'connect'],
  ] as const) {
    const token: TokenSource = { get: () => Promise.reject(new TokenFailure(kind, 'none')), refused: () => undefined };
    const { config } = await peer(
      t,
      {
        ...byToken,
        onConnect: (_session, done) => {
          connections += 1;
          done();
        },
      },
      { token, login: { user: 'support', password: '' } },
    );
    const result = await smtpFor(t, config).verify();
    assert.ok(result.outcome === 'not-sent');
    assert.deepEqual([result.reason, result.cause, result.temporary], [reason, `oauth2-${kind}`, true]);
  }
  assert.equal(connections, 0);
});
