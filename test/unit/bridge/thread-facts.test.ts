import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { formerIds, listIdOf, threadIndexRoot, threadMailOf } from '../../../src/bridge/thread-facts.ts';
import { makeThreadToken, readThreadToken, tokenAddress, tokensOf } from '../../../src/bridge/thread-token.ts';
import type { TokenKeys } from '../../../src/bridge/thread-token.ts';
import { changedTopic } from '../../../src/bridge/thread-topic.ts';
import type { AccountId, ThreadId } from '../../../src/bridge/types.ts';
import { parseAddress, parsePeople, sameAddress, withoutDetail } from '../../../src/mail/address.ts';
import type { Address, MessageId } from '../../../src/mail/types.ts';

const address = (text: string): Address => {
  const parsed = parseAddress(text);
  assert.ok(parsed !== null);
  return parsed;
};
const own = address('support@ours.example');
const isOwn = (one: Address) => sameAddress(withoutDetail(one), own);
const account = 'support' as AccountId;
const thread = 'abcdefghijklmnopqrstuvwxyz234567' as ThreadId;
const keys: TokenKeys = { current: 'b', secrets: new Map([['a', 'old secret'], ['b', 'new secret']]) }; // prettier-ignore
const older: TokenKeys = { ...keys, current: 'a' };

describe('token', () => {
  test('names its thread, in any case of letters, and its form is that of a local part', () => {
    const token = makeThreadToken(keys, account, thread);
    assert.match(token, /^b[a-z2-7]{26}$/);
    assert.equal(readThreadToken(keys, account, token), thread.slice(0, 13));
    assert.equal(readThreadToken(keys, account, token.toUpperCase()), thread.slice(0, 13));
  });
  test('of an older key is read as long as the key is there', () => {
    const token = makeThreadToken(older, account, thread);
    assert.equal(readThreadToken(keys, account, token), thread.slice(0, 13));
    const without: TokenKeys = { current: 'b', secrets: new Map([['b', 'new secret']]) };
    assert.equal(readThreadToken(without, account, token), null);
  });
  test('attack: of another account, of another key under this version, with another version, of another thread', () => {
    const token = makeThreadToken(keys, account, thread);
    assert.equal(readThreadToken(keys, 'sales' as AccountId, token), null);
    assert.equal(readThreadToken({ current: 'b', secrets: new Map([['b', 'x']]) }, account, token), null);
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
  test('no current key is a fault of the caller', () => {
    assert.throws(() => makeThreadToken({ current: 'c', secrets: new Map() }, account, thread));
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
    assert.deepEqual(tokensOf(headers, keys, account, isOwn), [thread.slice(0, 13), 'b'.repeat(13)]);
  });
  test('attack: under a stranger’s address it is none', () => {
    const headers = [{ name: 'to', value: `mallory+${makeThreadToken(keys, account, thread)}@evil.example` }];
    assert.deepEqual(tokensOf(headers, keys, account, isOwn), []);
  });
});

describe('Thread-Index', () => {
  const root = Buffer.concat([Buffer.from([1, 0xd9, 1, 2, 3, 4]), Buffer.from('0123456789abcdef')]);
  const read = (bytes: Buffer) => threadIndexRoot([{ name: 'thread-index', value: bytes.toString('base64') }]);
  test('the first 22 octets, of a root and of its children', () => {
    assert.equal(read(root), root.toString('hex'));
    assert.equal(read(Buffer.concat([root, Buffer.alloc(10, 7)])), root.toString('hex'));
  });
  test('what is none: too short, of another form, of another version, no GUID, not there', () => {
    assert.equal(read(root.subarray(0, 21)), null);
    assert.equal(read(Buffer.concat([root, Buffer.alloc(3, 7)])), null);
    assert.equal(read(Buffer.concat([Buffer.from([0]), root.subarray(1)])), null);
    assert.equal(read(Buffer.concat([root.subarray(0, 6), Buffer.alloc(16)])), null);
    assert.equal(threadIndexRoot([{ name: 'thread-index', value: 'nonsense!' }]), null);
    assert.equal(threadIndexRoot([]), null);
  });
});

test('List-Id with and without description and brackets', () => {
  const read = (value: string) => listIdOf([{ name: 'list-id', value }]);
  assert.equal(read('Developers <Dev.Lists.Example>'), 'dev.lists.example');
  assert.equal(read('dev.lists.example'), 'dev.lists.example');
  assert.equal(read('Developers'), null);
  assert.equal(listIdOf([]), null);
});

test('former ids of a rewritten copy, bounded', () => {
  const headers = [
    { name: 'x-microsoft-original-message-id', value: '<own1@ours>' },
    { name: 'x-google-original-message-id', value: Array.from({ length: 40 }, (_, n) => `<n${n}@x>`).join(' ') },
  ];
  assert.equal(formerIds(headers)[0], '<own1@ours>');
  assert.equal(formerIds(headers).length, 10);
});

test('the sender is the one From; of several none', () => {
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
        headers: [],
      },
      { insider: false, quotes: false, reportOf: [] },
      isOwn,
    );
  assert.equal(of('Bob <Bob@x.example>').sender, 'bob@x.example');
  assert.equal(of('bob@x.example, mallory@evil.example').sender, null);
  assert.equal(of('').sender, null);
  assert.deepEqual(of('bob@x.example').people, ['dana@y.example']);
});

describe('topic', () => {
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
    const start = performance.now();
    changedTopic(long, [long.slice(1)]);
    assert.ok(performance.now() - start < 500);
  });
});
