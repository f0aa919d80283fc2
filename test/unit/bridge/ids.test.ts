import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GhostCodec } from '../../../src/bridge/ids.ts';
import type { UserId } from '../../../src/bridge/types.ts';
import { parseAddress } from '../../../src/mail/address.ts';

const codec = new GhostCodec({ prefix: 'mail_', domain: 'matrix.test', bot: 'mailroom' });

/** The id in which the bytes of a text stand as those of an address would. */
function idOf(text: string): UserId {
  const escaped = [...Buffer.from(text)].map((byte) => `=${byte.toString(16).padStart(2, '0')}`).join('');
  return `@mail_${escaped}:matrix.test` as UserId;
}

/** As `idOf`, with what needs no escape as it is: the spelling that `ghost` has. */
function plainIdOf(text: string): UserId {
  const escaped = [...Buffer.from(text)].map((byte) => {
    const char = String.fromCharCode(byte);
    return /[a-z0-9._\-/]/.test(char) ? char : `=${byte.toString(16).padStart(2, '0')}`;
  });
  return `@mail_${escaped.join('')}:matrix.test` as UserId;
}

describe('the address of a ghost', () => {
  for (const text of [
    'bob@outside.test',
    'bob+list/x@outside.test',
    "o'brien@outside.test",
    'jürgen@münchen.test',
    'bob@[192.0.2.1]',
    '"bob b"@outside.test',
    'docomo..bob.@outside.test',
  ]) {
    it(`is what the ghost was made of: ${text}`, () => {
      const address = parseAddress(text) ?? assert.fail(text);
      assert.equal(codec.address(codec.ghost(address)), address);
    });
  }

  for (const [what, text] of [
    ['a line end', '\r\n'],
    ['an address and a line end', 'bob@outside.test\r\n'],
    ['a line end and a command', 'bob@outside.test>\r\nDATA'],
    ['no @', 'bob'],
    ['no local part', '@outside.test'],
    ['no domain', 'bob@'],
    ['a list with commas', 'bob@outside.test,eve@evil.test'],
    ['a list with semicolons', 'bob@outside.test;eve@evil.test'],
    ['a group', 'all:bob@outside.test;'],
    ['a name and angle brackets', 'bob <bob@outside.test>'],
    ['angle brackets', '<bob@outside.test>'],
    ['a route', '@relay.test:bob@outside.test'],
    ['blanks around', ' bob@outside.test '],
    ['a blank inside', 'bob @outside.test'],
    ['a quote that does not close', '"bob@outside.test'],
    ['quotes that nothing needs', '"bob"@outside.test'],
    ['a quote inside', 'b"ob@outside.test'],
    ['a zero byte', 'bob\0@outside.test'],
    ['a C1 control', 'bob\u0085@outside.test'],
    ['a delete', 'bob\u007f@outside.test'],
    ['a parenthesis', 'bob(x)@outside.test'],
    ['a port', 'bob@outside.test:25'],
    ['two domains', 'bob@outside.test@evil.test'],
    ['letters in two pieces', 'ju\u0308rgen@outside.test'],
    ['a domain in another spelling', 'bob@xn--mnchen-3ya.test'],
    ['a dot at the end of the domain', 'bob@outside.test.'],
    ['capital letters', 'Bob@outside.test'],
    ['what is longer than an address may be', `${'b'.repeat(230)}@${'o'.repeat(30)}.test`],
  ] as const) {
    it(`is none where an id holds ${what}`, () => {
      assert.equal(codec.address(plainIdOf(text)), null);
      assert.equal(codec.address(idOf(text)), null);
    });
  }

  it('is none where the id escapes what needs none, or bytes that are no UTF-8', () => {
    assert.equal(codec.address(idOf('bob@outside.test')), null);
    for (const local of ['bob=40outside.test=ff', 'bob=c0=80=40outside.test', 'bob=40', '=', 'bob=4', '']) {
      assert.equal(codec.address(`@mail_${local}:matrix.test` as UserId), null, local);
    }
  });
});
