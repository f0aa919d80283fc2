import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isForPeople, providerLine, refusalOf, wantsAppPassword } from '../../../../src/bridge/relay/login-refusal.ts';
import type { LoginRefusal } from '../../../../src/bridge/relay/login-refusal.ts';
import { relayLines } from '../../../../src/bridge/relay/relay-told.ts';
import { imapFailure } from '../../../../src/imap/failure.ts';
import { TokenFailure } from '../../../../src/base/token-source.ts';
import { words } from '../../../../src/words/words.ts';

/** What providers say, with what is meant. */
const SAID: readonly (readonly [string, LoginRefusal])[] = [
  [
    'Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit ' +
      'https://aka.ms/smtp_auth_disabled for more information. [FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM]',
    'microsoft-smtp-off',
  ],
  [
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. ' +
      'Visit https://aka.ms/smtp_auth_disabled for more information.',
    'microsoft-smtp-off-mailbox',
  ],
  [
    '535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [X.PROD.OUTLOOK.COM]',
    'microsoft-no-passwords',
  ],
  ['550 5.7.30 Basic authentication is not supported for Client Submission.', 'microsoft-no-passwords'],
  ['A1 NO AUTHENTICATE failed. BasicAuthBlocked', 'microsoft-no-passwords'],
  [
    "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security " +
      'defaults policy. Contact your administrator.',
    'microsoft-policy',
  ],
  [
    '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be ' +
      'authenticated successfully. Contact your administrator.',
    'microsoft-policy',
  ],
  ['no token: access_denied (AADSTS53003)', 'microsoft-policy'],
  ['no token: invalid_grant (AADSTS53003)', 'microsoft-policy'],
  ['no token: invalid_grant (AADSTS50076)', 'microsoft-policy'],
  [
    'Authentication unsuccessful [AM0PR01CA0001.eurprd01.prod.exchangelabs.outlook.com 2026-01-01T00:00:00.000Z]',
    'microsoft-login',
  ],
  ['A2 NO AUTHENTICATE failed.', 'microsoft-login'],
  [
    '530 5.7.57 Client not authenticated to send mail. [FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM]',
    'microsoft-not-logged-in',
  ],
  [
    'SMTP; Client was not authenticated to send anonymous mail during MAIL FROM [X.outlook.com]',
    'microsoft-not-logged-in',
  ],
  ['550 5.7.60 SMTP; Client does not have permissions to send as this sender', 'microsoft-send-as'],
  [
    '554 5.2.252 SendAsDenied; a@b.example not allowed to send as c@b.example; ' +
      'STOREDRV.Submission.Exception:SendAsDeniedException',
    'microsoft-send-as',
  ],
  ['A3 BAD User is authenticated but not connected.', 'microsoft-not-connected'],
  ['no token: invalid_grant (AADSTS65001)', 'microsoft-consent'],
  ['no token: invalid_grant (AADSTS700082)', 'login-again'],
  ['no token: invalid_grant (AADSTS50173)', 'login-again'],
  ['no token: invalid_grant', 'login-again'],
  ['no token: nobody has logged in yet', 'login-again'],
  ['no token: invalid_client (AADSTS7000215)', 'client-refused'],
  ['no token: invalid_client (AADSTS7000222)', 'client-refused'],
  ['no token: invalid_client', 'client-refused'],
  [
    'Application-specific password required. For more information, go to ' +
      'https://support.google.com/mail/?p=InvalidSecondFactor 5b1f17b1804b1 - gsmtp',
    'google-app-password',
  ],
  [
    'A4 NO [ALERT] Application-specific password required: ' +
      'https://support.google.com/accounts/answer/185833 (Failure)',
    'google-app-password',
  ],
  [
    'A5 NO [ALERT] This app is less secure. https://support.google.com/accounts/answer/6010255 (Failure)',
    'google-app-password',
  ],
  [
    '535-5.7.8 Username and Password not accepted. For more information, go to 535 5.7.8 ' +
      'https://support.google.com/mail/?p=BadCredentials 5b1f17b1804b1 - gsmtp',
    'google-login',
  ],
  ['A6 NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)', 'google-login'],
  [
    '534-5.7.14 <https://accounts.google.com/signin/continue?sarp=1> Please log in via your web ' +
      'browser and then try again. 534-5.7.14 Learn more at https://support.google.com/mail/answer/78754 - gsmtp',
    'google-web-login',
  ],
  [
    'A7 NO [ALERT] Please log in via your web browser: ' +
      'https://support.google.com/mail/accounts/answer/78754 (Failure)',
    'google-web-login',
  ],
  ['A8 NO [WEBALERT https://accounts.google.com/signin/continue] Web login required.', 'google-web-login'],
  [
    'A9 NO [ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page ' +
      'and enable your account for IMAP access. (Failure)',
    'google-imap-off',
  ],
  [
    'A10 NO [ALERT] IMAP access is disabled for your domain. Please contact your domain ' +
      'administrator for questions about this feature. (Failure)',
    'google-imap-off-organisation',
  ],
  ['A11 NO [AUTHENTICATIONFAILED] Sorry, you need to create an app password to use this service', 'app-password'],
];

describe('what a large provider means by a refused login', () => {
  for (const [said, meant] of SAID) {
    it(`${meant}: “${said.slice(0, 60)}”`, () => assert.equal(refusalOf(said), meant));
  }

  it('is nothing where any other server refuses', () => {
    for (const said of [
      '',
      'A1 NO [AUTHENTICATIONFAILED] Authentication failed.',
      '535 Incorrect authentication data',
      '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6',
      '454 4.7.0 Temporary authentication failure',
      'A1 NO [AUTHENTICATIONFAILED] Invalid credentials',
      'no token: the server that gives them does not answer as it should',
    ])
      assert.equal(refusalOf(said), null, said);
  });

  it('attack: a server’s huge or broken words are looked at in their beginning alone', () => {
    assert.equal(refusalOf(`${'x'.repeat(5_000_000)} AADSTS65001`), null);
    assert.equal(refusalOf('\0\ud800 application-specific\u0000password required'), null);
    assert.equal(refusalOf(`535 5.7.139\0 ${'basic '.repeat(100_000)}`), 'microsoft-policy');
  });

  it('stops the account at once, but for what Microsoft says of passing trouble as well', () => {
    const thrown = (response: string, code: string | false) =>
      imapFailure(Object.assign(new Error('x'), { authenticationFailed: true, response, serverResponseCode: code }));
    const alert = thrown('A4 NO [ALERT] Application-specific password required: https://x (Failure)', 'ALERT');
    assert.deepEqual([alert.kind, alert.code], ['refused', 'provider-google-app-password']);
    const bare = thrown('A2 NO AUTHENTICATE failed.', false);
    assert.deepEqual([bare.kind, bare.code], ['refused-unexplained', 'provider-microsoft-login']);
    const later = imapFailure(
      Object.assign(new Error('x'), {
        responseStatus: 'BAD',
        response: 'A3 BAD User is authenticated but not connected.',
      }),
    );
    assert.deepEqual([later.kind, later.code], ['server', 'provider-microsoft-not-connected']);
    assert.ok(isForPeople('login-again'));
  });

  it('is what stops a login whose permission is over', () => {
    const failure = imapFailure(new TokenFailure('refused', 'no token: invalid_grant (AADSTS700082)'));
    assert.deepEqual([failure.kind, failure.code], ['refused', 'provider-login-again']);
    const away = imapFailure(new TokenFailure('away', 'no token: an error (AADSTS700082)'));
    assert.deepEqual([away.kind, away.code], ['server', 'oauth2-away']);
  });

  it('is told behind what the server says of sending', () => {
    const lines = relayLines(
      { trouble: 'login', words: 'Authentication unsuccessful, basic authentication is disabled.' },
      'en',
    );
    assert.match(lines.at(-1) ?? '', /^Microsoft takes no passwords/);
    assert.equal(relayLines({ trouble: 'silent', words: 'application-specific password required' }, 'en').length, 2);
  });

  it('is told of an account, and a code that is none of these is not', () => {
    assert.match(providerLine('provider-google-imap-off', words('de')) ?? '', /^Google: IMAP/);
    for (const code of [null, '', 'provider-', 'provider-constructor', 'login-refused'])
      assert.equal(providerLine(code, words('en')), null);
  });

  it('is known by the server where its words say nothing', () => {
    for (const host of ['imap.mail.me.com', 'smtp.mail.yahoo.com', 'IMAP.AOL.COM']) assert.ok(wantsAppPassword(host));
    for (const host of ['mail.me.com.example', 'notaol.com', 'imap.example.org']) assert.ok(!wantsAppPassword(host));
  });
});
