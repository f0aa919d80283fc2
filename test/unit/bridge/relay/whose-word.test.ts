import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { areAlike, ownWordOf } from '../../../../src/bridge/relay/whose-word.ts';
import type { OwnRefusal } from '../../../../src/bridge/relay/whose-word.ts';
import { readReply } from '../../../../src/smtp/result.ts';

/** Where it was said, what, and whether to people at several domains; what it is taken for, null for theirs. */
type Row = readonly [stage: string, reply: string, said: readonly [OwnRefusal, 'again' | 'over'] | null, alike?: true];

const rows: readonly Row[] = [
  // Limits pass by themselves, whatever the code.
  ['data', '550 5.4.5 Daily user sending limit exceeded. For more information on Gmail go to', ['limit', 'again']],
  ['content', '550-5.4.5 Daily user sending quota exceeded.', ['limit', 'again']],
  ['sender', '550 5.7.1 Daily SMTP relay limit exceeded for user.', ['limit', 'again']],
  ['recipient', '550 5.4.5 Daily user sending limit exceeded', ['limit', 'again']],
  ['content', '454 Throttling failure: Maximum sending rate exceeded.', ['limit', 'again']],
  ['content', '454 Throttling failure: Daily message quota exceeded.', ['limit', 'again']],
  ['recipient', "550 5.1.90 Your message can't be sent because you've reached your daily limit", ['limit', 'again']],
  ['recipient', '550 5.7.233 tenant external recipient rate limit', ['limit', 'again']],
  ['recipient', '550 Domain ours.example has exceeded the max emails per hour (101/100) allowed.', ['limit', 'again']],
  ['sender', '450 4.7.0 Mail send limit exceeded', ['limit', 'again']],
  ['recipient', '450 4.7.1 <a@ours.example>: Sender address rejected: rate limit exceeded', ['limit', 'again']],
  // It wants a login.
  ['sender', '530 5.7.0 Authentication required', ['login-needed', 'again']],
  ['sender', '530 5.7.0 Must issue a STARTTLS command first', ['login-needed', 'again']],
  ['recipient', '535 5.7.8 no', ['login-needed', 'again']],
  ['sender', '550 Unauthenticated senders not allowed', ['login-needed', 'again']],
  ['recipient', '554 5.7.1 <bob@outside.test>: Relay access denied', ['relaying', 'over']],
  ['recipient', '550 relay not permitted', ['relaying', 'over']],
  // We may not be whom we say.
  ['recipient', '553 5.7.1 <a@ours.example>: Sender address rejected: not owned by user support', ['sender', 'over']],
  ['sender', '553 not owned by user', ['sender', 'over']],
  ['sender', '553 we do not know you', ['sender', 'over']],
  ['content', '554 5.2.252 SendAsDenied; not allowed to send as', ['sender', 'over']],
  ['content', '550 5.7.60 SMTP; Client does not have permissions to send as this sender', ['sender', 'over']],
  ['content', '554 Message rejected: Email address is not verified.', ['sender', 'over']],
  ['recipient', '550 5.1.8 Access denied, bad outbound sender', ['sender', 'over']],
  // Room and size.
  ['sender', '552 5.3.4 Message size exceeds fixed limit', ['too-large', 'over']],
  ['content', '552 5.2.3 Your message exceeded limits', ['too-large', 'over']],
  ['sender', '552 5.2.2 Quota exceeded for this mailbox', ['full', 'again']],
  ['sender', '452 4.3.1 Insufficient system storage', ['full', 'again']],
  // What is in it.
  ['content', '554 5.7.1 This message looks like spam', ['content', 'over']],
  ['content', '554 5.6.0 This content is not wanted', ['content', 'over']],
  ['data', '451 4.3.0 Temporary lookup failure', ['other', 'again']],
  ['sender', '550 no', ['other', 'over']],
  ['recipient', '554 5.7.1 <x>: Client host rejected: Access denied', ['other', 'over']],
  // Theirs, which ours hands on or knows.
  ['recipient', '550 5.1.1 No such user here', null],
  ['recipient', '550 5.1.1 No such user here', null, true],
  ['recipient', '452 4.2.2 Mailbox full', null],
  ['recipient', '552 5.2.2 Mailbox full', null, true],
  ['recipient', '451 4.7.1 Greylisted, try again later', null],
  ['recipient', '550 5.7.1 rejected by policy', null],
  ['recipient', '450 4.2.1 The user you are trying to contact is receiving mail at a rate that', null],
  ['recipient', '550 5.7.1 blocked using dnsbl', null],
  ['recipient', '552 5.2.2 <bob@outside.test>: daily limit exceeded', null],
  ['recipient', '550 5.2.1 Daily message quota exceeded', null],
  ['recipient', '452 4.2.2 rate limit exceeded', null, true],
  ['recipient', '450 4.7.1 daily limit exceeded for this mailbox', null],
  ['recipient', '550 This recipient has exceeded 100 mails per hour', null],
  ['recipient', '450 4.7.1 host mx.outside.test said: 450 rate limit exceeded (in reply to RCPT TO command)', null],
  ['recipient', '550 Callout verification failed: 550 relay not permitted', null],
  ['recipient', '450 4.7.1 <bob@outside.test>: undeliverable address: Sender address rejected', null],
  // Theirs would not speak of sending.
  ['recipient', '550 the daily sending limit of this mailbox is reached', ['limit', 'again']],
  // The same for everybody, and not about an address.
  ['recipient', '550 5.7.1 no', ['other', 'over'], true],
  ['recipient', '451 4.3.0 try later', ['other', 'again'], true],
];

describe('whose server said it', () => {
  for (const [stage, text, said, alike = false] of rows) {
    const to = alike ? ', to all alike,' : '';
    it(`takes ${JSON.stringify(text)} at ${stage}${to} for ${said?.join(', ') ?? 'theirs'}`, () => {
      const { code, enhanced, text: words } = readReply(text);
      const found = ownWordOf({ stage, code, enhanced, words }, alike);
      assert.deepEqual(found, said === null ? null : { kind: said[0], again: said[1] === 'again' });
    });
  }

  it('knows the same words to people of several domains, whatever address stands in them', () => {
    const reply = (address: string, words: string) => ({ domain: address.split('@')[1] ?? '', code: 550, words });
    const [bob, eve] = [reply('b@x.test', '<b@x.test>: no'), reply('e@y.test', '<e@y.test>: no')];
    assert.equal(areAlike([bob, eve]), true);
    assert.equal(areAlike([bob]), false);
    assert.equal(areAlike([bob, reply('c@x.test', '<c@x.test>: no')]), false);
    assert.equal(areAlike([bob, reply('e@y.test', 'unknown')]), false);
  });
});
