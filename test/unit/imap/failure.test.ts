import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { fromServer, imapFailure, ImapFailure, piecesFromServer } from '../../../src/imap/failure.ts';

const refusal = (serverResponseCode?: string): Error =>
  Object.assign(new Error('no'), { authenticationFailed: true, serverResponseCode });

test('a login is refused by the codes that repeat; without a code nobody knows why', () => {
  for (const code of ['AUTHENTICATIONFAILED', 'AUTHORIZATIONFAILED', 'EXPIRED']) {
    assert.equal(imapFailure(refusal(code)).kind, 'refused', code);
  }
  assert.equal(imapFailure(refusal()).kind, 'refused-unexplained');
});

test('a login that a busy server puts off is no refusal', () => {
  for (const code of ['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG']) {
    const failure = imapFailure(refusal(code));
    assert.deepEqual([failure.kind, failure.code], ['server', code]);
  }
});

test('a code that no standard knows is not passed on', () => {
  assert.equal(imapFailure(refusal('SECRET-OF-BOB')).code, 'imap-failed');
});

test('a missing mailbox concerns itself alone; a throttle names its patience; a socket its code', () => {
  assert.equal(imapFailure(Object.assign(new Error(), { mailboxMissing: true })).kind, 'mailbox');
  const throttle = imapFailure(Object.assign(new Error(), { code: 'ETHROTTLE', throttleReset: 90_000 }));
  assert.deepEqual([throttle.code, throttle.retryAfterMs], ['ETHROTTLE', 90_000]);
  assert.equal(imapFailure(Object.assign(new Error(), { code: 'ECONNREFUSED' })).code, 'ECONNREFUSED');
  assert.equal(imapFailure('text').code, 'imap-failed');
});

test('the words of a server stay out of the message', async () => {
  await assert.rejects(fromServer(Promise.reject(new Error('bob@outside.test is over quota'))), (error) => {
    assert.ok(error instanceof ImapFailure);
    assert.doesNotMatch(error.message, /bob/);
    return true;
  });
});

test('what breaks in a stream is the server’s, what breaks in its consumer is not', async () => {
  const broken = new Readable({ read: () => undefined });
  broken.destroy(new Error('cut'));
  await assert.rejects(piecesFromServer(broken).next(), ImapFailure);
  const own = new Error('database');
  const well = Readable.from([Buffer.from('a'), Buffer.from('b')]);
  const consume = async (): Promise<void> => {
    for await (const piece of piecesFromServer(well)) if (piece.length > 0) throw own;
  };
  await assert.rejects(consume(), own);
  assert.ok(well.destroyed);
});
