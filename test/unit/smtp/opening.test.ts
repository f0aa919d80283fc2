import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { SMTPServerOptions } from 'smtp-server';
import { relayTroubleOf } from '../../../src/bridge/relay/trouble.ts';
import type { Address } from '../../../src/mail/types.ts';
import { isOpeningFailure } from '../../../src/outgoing/relay-health.ts';
import type { SmtpConfig } from '../../../src/smtp/session.ts';
import { createSmtp } from '../../../src/smtp/transport.ts';
import { closed, fixture, peer, reply, silentPeer, smtpFor } from '../../support/smtp-peer.ts';

const body = () => Readable.from([Buffer.from('Subject: x\r\n\r\nbody\r\n')], { objectMode: false });
const envelope = { from: 'a@ours.example' as Address, to: ['bob@x.example' as Address], size: 30, utf8: false };

describe('a server that cannot be used', () => {
  /** What people are told of a server that cannot be used. */
  const troubleOf = async (t: TestContext, config: SmtpConfig) => {
    const result = await smtpFor(t, config).verify();
    assert.ok(result.outcome === 'not-sent');
    assert.ok(isOpeningFailure(result), JSON.stringify(result));
    return relayTroubleOf(result);
  };

  test('what is wrong with the server is told apart, before any mail', async (t) => {
    const old = { key: fixture('expired.key'), cert: fixture('expired.pem') };
    const trusted = { ca: fixture('expired.pem') };
    const starttls = await peer(t, old, trusted);
    assert.equal(await troubleOf(t, starttls.config), 'certificate-expired');
    const implicit = await peer(t, { ...old, secure: true }, { ...trusted, security: 'tls' });
    assert.equal(await troubleOf(t, implicit.config), 'certificate-expired');
    assert.equal(await troubleOf(t, (await peer(t, {}, { ca: null })).config), 'certificate-unknown');
    const none = await peer(t, { disabledCommands: ['STARTTLS'] });
    assert.equal(await troubleOf(t, none.config), 'tls');

    const wrong = { login: { user: 'support', password: 'wrong' } };
    assert.equal(await troubleOf(t, (await peer(t, {}, wrong)).config), 'login');
    const later: SMTPServerOptions = { onAuth: (_auth, _session, done) => done(reply(454, '4.7.0 later')) };
    assert.equal(await troubleOf(t, (await peer(t, later)).config), 'login-later');

    const gone = await peer(t);
    await closed(gone.server);
    assert.equal(await troubleOf(t, gone.config), 'connection-refused');
    const full: SMTPServerOptions = { onConnect: (_session, done) => done(reply(421, '4.7.0 too many')) };
    assert.equal(await troubleOf(t, (await peer(t, full)).config), 'refuses');
    const timeouts = { connect: 200, greeting: 200, silence: 200, total: 200 };
    const config = await silentPeer(t);
    assert.equal(await troubleOf(t, { ...config, timeouts }), 'silent');
  });

  test('a config that changes is asked with from the next connection on', async (t) => {
    const { config, mails } = await peer(t);
    let now: SmtpConfig = config;
    const smtp = createSmtp(() => now);
    t.after(() => smtp.close());
    assert.equal((await smtp.send(envelope, body)).outcome, 'answered');
    // The connection that was kept is not used for another login.
    now = { ...config, login: { user: 'support', password: 'wrong' } };
    const refused = await smtp.send(envelope, body);
    assert.equal(refused.outcome === 'not-sent' && refused.reason, 'login');
    now = config;
    assert.equal((await smtp.send(envelope, body)).outcome, 'answered');
    assert.equal(mails.length, 2);
  });
});
