import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { threadMailOf } from '../../../../src/bridge/thread/thread-facts.ts';
import { makeThreadToken, readThreadToken, tokenAddress, tokensOf } from '../../../../src/bridge/thread-token.ts';
import type { TokenKey, TokenKeys } from '../../../../src/bridge/thread-token.ts';
import { changedTopic } from '../../../../src/bridge/thread/topic.ts';
import type { AccountName, ThreadId } from '../../../../src/bridge/types.ts';
import { parseAddress, parsePeople, sameAddress, withoutDetail } from '../../../../src/mail/address.ts';
import type { Address, MessageId } from '../../../../src/mail/types.ts';
import { cpuTime } from '../../../support/cpu-time.ts';
import { readHeader } from '../../../../src/mail/header/read-header.ts';

const address = (text: string): Address => {
  const parsed = parseAddress(text);
  assert.ok(parsed !== null);
  return parsed;
};
const own = address('support@ours.example');
const isOwn = (one: Address) => sameAddress(withoutDetail(one), own);
const account = 'support' as AccountName;
const thread = 'abcdefghijklmnopqrstuvwxyz234567' as ThreadId;
const key = (version: number, letter: string, secret = `secret ${version}`, leaked = false): TokenKey => ({
  version,
  key: createSecretKey(secret, 'utf8'),
  letter,
  leaked,
});
const keys: TokenKeys = [key(2, 'b'), key(1, 'a')];
const older: TokenKeys = [key(1, 'a'), key(2, 'b')];
const start = { start: thread.slice(0, 13), leaked: null };

describe('token', () => {
  test('names its thread, in any case of letters, and its form is that of a local part', () => {
    const token = makeThreadToken(keys, account, thread);
    assert.match(token, /^b[a-z2-7]{26}$/);
    assert.deepEqual(readThreadToken(keys, account, token), start);
    assert.deepEqual(readThreadToken(keys, account, token.toUpperCase()), start);
  });
  test('of an older key is read as long as the key is there', () => {
    const token = makeThreadToken(older, account, thread);
    assert.deepEqual(readThreadToken(keys, account, token), start);
    assert.equal(readThreadToken([key(2, 'b')], account, token), null);
  });
  test('attack: of another account, of another key under this version, with another version, of another thread', () => {
    const token = makeThreadToken(keys, account, thread);
    assert.equal(readThreadToken(keys, 'sales' as AccountName, token), null);
    assert.equal(readThreadToken([key(2, 'b', 'x')], account, token), null);
    assert.equal(readThreadToken(keys, account, `a${token.slice(1)}`), null);
    assert.equal(readThreadToken(keys, account, `z${token.slice(1)}`), null);
    assert.equal(readThreadToken(keys, account, `b${'z'.repeat(13)}${token.slice(14)}`), null);
  });
  test('attack: any character changed, or none of the form', () => {
    const token = makeThreadToken(keys, account, thread);
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'q' ? 'r' : 'q';
      assert.equal(readThreadToken(keys, account, token.slice(0, at) + other + token.slice(at + 1)), null);
    }
    fc.assert(fc.property(fc.string(), (text) => assert.equal(readThreadToken(keys, account, text), null)));
  });
  test('of each of two keys that share a letter is read, whichever is current', () => {
    const both: TokenKeys = [key(27, 'a'), key(1, 'a')];
    for (const one of [key(27, 'a'), key(1, 'a')]) {
      assert.deepEqual(readThreadToken(both, account, makeThreadToken([one], account, thread)), start);
    }
  });
  test('of a leaked key says so, and not where a key that is none made it too', () => {
    const leaked = key(1, 'a', 'secret 1', true);
    const token = makeThreadToken([leaked], account, thread);
    assert.deepEqual(readThreadToken([key(2, 'b'), leaked], account, token), { ...start, leaked: 1 });
    assert.deepEqual(readThreadToken([key(2, 'a', 'secret 1'), leaked], account, token), start);
  });
  test('stands behind the name of the account, where there is room', () => {
    const token = makeThreadToken(keys, account, thread);
    assert.equal(tokenAddress(own, token), `support+${token}@ours.example`);
    assert.equal(tokenAddress(address('support+x@ours.example'), token), `support+${token}@ours.example`);
    assert.equal(tokenAddress(address(`${'s'.repeat(37)}@ours.example`), token), null);
    assert.notEqual(tokenAddress(address(`${'s'.repeat(36)}@ours.example`), token), null);
  });
  test('is found in the recipient fields, what the server wrote before what the sender wrote', () => {
    const first = `support+${makeThreadToken(keys, account, thread)}@ours.example`;
    const second = `support+${makeThreadToken(older, account, 'bbbbbbbbbbbbbbbbbbbb' as ThreadId)}@ours.example`;
    const headers = [
      { name: 'to', value: `Bob <bob@x.example>, ${second}, support+news@ours.example` },
      { name: 'delivered-to', value: first },
    ];
    assert.deepEqual(tokensOf(readHeader(headers), keys, account, isOwn), [
      start,
      { start: 'b'.repeat(13), leaked: null },
    ]);
  });
  test('attack: under a stranger’s address it is none', () => {
    const headers = [{ name: 'to', value: `mallory+${makeThreadToken(keys, account, thread)}@evil.example` }];
    assert.deepEqual(tokensOf(readHeader(headers), keys, account, isOwn), []);
  });
});

test('the sender of a mail is its one From, and nobody where there are several', () => {
  const of = (from: string) =>
    threadMailOf(
      {
        kind: 'message',
        messageId: '<m@x>' as MessageId,
        inReplyTo: [],
        references: [],
        from: parsePeople(from),
        to: parsePeople('support+x@ours.example, Dana@y.example'),
        cc: [],
        subject: 's',
      },
      { insider: false, verdict: 'pass', group: null, quotes: false, reportOf: [], list: null },
      isOwn,
    );
  assert.equal(of('Bob <Bob@x.example>').sender, 'bob@x.example');
  assert.equal(of('bob@x.example, mallory@evil.example').sender, null);
  assert.equal(of('').sender, null);
  assert.deepEqual(of('bob@x.example').people, ['dana@y.example']);
});

describe('the topic of a room', () => {
  const same: readonly (readonly [string, string])[] = [
    ['Re: Printer broken', 'Printer broken'],
    ['Printer broken: it burns now', 'Printer broken'],
    ['', 'Printer broken'],
    ['Re: ', 'Printer broken'],
    ['Anything', ''],
    ['[EXT] [dev] Re: Printer', 'Printer'],
    ['Ｐｒｉｎｔｅｒ broken', 'Printer broken'],
    ['RE: Angebot 4711', 'Ihr Angebot 4711 vom 3. Mai'],
    ['Re: �r�ger', 'Ärger'],
  ];
  const other: readonly (readonly [string, string])[] = [
    ['Holidays', 'Printer broken'],
    ['Re: Holidays', 'Printer broken'],
    ['Scanner (was: Printer broken)', 'Printer broken'],
    ['Scanner (war: Printer broken)', 'Printer broken'],
    ['Hi', 'This is it'],
    ['Print', 'Fingerprints'],
  ];
  for (const [a, b] of same) test(`"${a}" goes on with "${b}"`, () => assert.equal(changedTopic(a, [b]), false));
  for (const [a, b] of other) test(`"${a}" leaves "${b}"`, () => assert.equal(changedTopic(a, [b]), true));
  test('any subject that the thread has had is its own', () => {
    assert.equal(changedTopic('Re: Scanner', ['Printer broken', 'Scanner']), false);
  });
  test('a hostile subject costs no time', () => {
    const long = '[x] Re: (was: '.repeat(20_000);
    const start = cpuTime();
    changedTopic(long, [long.slice(1)]);
    assert.ok(cpuTime() - start < 500);
  });
});
