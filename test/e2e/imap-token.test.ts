import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AccessTokens } from '../../src/logins/access-tokens.ts';
import type { OAuth2Client } from '../../src/logins/access-tokens.ts';
import { mailText, onDatabase, startMailSite, storedMails, type MailSite } from '../support/imap.ts';
import { TokenServer } from '../support/token-server.ts';

let server: TokenServer;
let site: MailSite;
before(async () => {
  server = await new TokenServer().start();
  // The first user of the site is the one whose mailbox the client may use.
  site = await startMailSite({ introspection: server.introspection('user0@mailroom.test') });
});
after(async () => {
  await site.stop();
  await server.stop();
});

test('a mailbox is read by a token, whose end and whose refusal cost nothing', async () => {
  const client: OAuth2Client = {
    issuer: server.url,
    tokenUrl: null,
    clientId: 'mailroom',
    clientSecret: 'secret',
    scope: 'imap',
  };
  const token = new AccessTokens().of(client);
  const account = site.account('token', { password: '', token });
  await onDatabase(site, async ({ db }, start) => {
    const supervisor = await start({ accounts: [account] });
    await supervisor.state(account, 'connected');
    await site.dovecot.save(account.imap.user, 'INBOX', mailText('by-token'));
    await supervisor.when('the mail is stored', async () => (await storedMails(db, account)).length === 1);
    assert.equal(server.asked.length, 1);

    // Taken back: the connection stands until the server ends it, and the next login gets a token of its own.
    server.takeBack();
    await site.dovecot.kick(account.imap.user);
    await site.dovecot.save(account.imap.user, 'INBOX', mailText('after'));
    await supervisor.when('the next mail is stored', async () => (await storedMails(db, account)).length === 2);
    assert.equal(server.asked.length, 2);
    assert.ok(!supervisor.happened.some((one) => one.what === 'state' && one.state === 'bad-credentials'));

    // The client itself is refused: people are told, and nothing is tried into a ban.
    server.takeBack();
    server.refuses = { status: 401, error: 'invalid_client' };
    await site.dovecot.kick(account.imap.user);
    await supervisor.state(account, 'bad-credentials');
    const last = supervisor.happened.findLast((one) => one.what === 'state');
    assert.equal(last?.what === 'state' ? last.reason : null, 'provider-client-refused');
  });
});
