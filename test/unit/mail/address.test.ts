import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addressKey,
  detailOf,
  domainOf,
  formatPerson,
  parseAddress,
  parsePeople,
  sameAddress,
  withoutDetail,
} from '../../../src/mail/address.ts';
import type { Address } from '../../../src/mail/types.ts';
import { cpuTime } from '../../support/cpu-time.ts';

function address(text: string): Address {
  const parsed = parseAddress(text);
  assert.notEqual(parsed, null, text);
  return parsed as Address;
}

describe('parseAddress', () => {
  const good: readonly (readonly [string, string])[] = [
    ['ann@example.org', 'ann@example.org'],
    ['<Ann.Lee@EXAMPLE.org>', 'Ann.Lee@example.org'],
    ['jürgen@xn--mnchen-3ya.example', 'jürgen@münchen.example'],
    ['ann@MÜNCHEN.example', 'ann@münchen.example'],
    ['"ann lee"@example.org', '"ann lee"@example.org'],
    ['"ann"@example.org', 'ann@example.org'],
    ['foo..bar.@docomo.example', 'foo..bar.@docomo.example'],
    ['root@localhost', 'root@localhost'],
    ['ann@[192.0.2.1]', 'ann@[192.0.2.1]'],
    ['<@relay.example,@other.example:ann@example.org>', 'ann@example.org'],
    ['ann@example.org.', 'ann@example.org'],
    ['用户@例え.example', '用户@例え.example'],
  ];
  for (const [text, expected] of good) it(`reads ${text}`, () => assert.equal(parseAddress(text), expected));

  const bad = [
    '',
    'ann',
    '@example.org',
    'ann@',
    'ann@@',
    'a b@example.org',
    'ann@exa mple.org',
    'ann@example.org\r\nBcc: x@y',
    'ann,bob@example.org',
    `${'a'.repeat(300)}@b.example`,
  ];
  for (const text of bad)
    it(`refuses ${JSON.stringify(text.slice(0, 40))}`, () => assert.equal(parseAddress(text), null));

  it('is idempotent and total', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress(), fc.stringMatching(/^["a-z@.<>+ \\]{0,20}$/)),
        (text) => {
          const once = parseAddress(text);
          if (once !== null) assert.equal(parseAddress(once), once);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('addresses compared', () => {
  it('ignores case on both sides of the at sign', () =>
    assert.equal(sameAddress(address('Ann@example.org'), address('ann@Example.ORG')), true));
  it('counts the detail', () =>
    assert.equal(sameAddress(address('ann+x@example.org'), address('ann@example.org')), false));
  it('takes the detail off', () => {
    assert.equal(withoutDetail(address('ann+x+y@example.org')), 'ann@example.org');
    assert.equal(withoutDetail(address('+x@example.org')), '+x@example.org');
    assert.equal(detailOf(address('ann+x@example.org')), 'x');
    assert.equal(detailOf(address('ann@example.org')), null);
    assert.equal(domainOf(address('ann@example.org')), 'example.org');
    assert.equal(addressKey(address('ANN@example.org')), 'ann@example.org');
  });
});

describe('parsePeople', () => {
  const rows: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
    ['a bare address', 'ann@example.org', [['', 'ann@example.org']]],
    ['a name', 'Ann Lee <ann@example.org>', [['Ann Lee', 'ann@example.org']]],
    [
      'a quoted name with a comma',
      '"Lee, Ann" <ann@example.org>, bob@example.org',
      [
        ['Lee, Ann', 'ann@example.org'],
        ['', 'bob@example.org'],
      ],
    ],
    [
      'a name with a comma inside an encoded word',
      '=?utf-8?q?Lee=2C_Ann?= <ann@example.org>',
      [['Lee, Ann', 'ann@example.org']],
    ],
    ['an encoded word inside quotes', '"=?utf-8?B?w4RubmU=?=" <ann@example.org>', [['Änne', 'ann@example.org']]],
    ['a comment as a name', 'ann@example.org (Ann (the) Lee)', [['Ann the Lee', 'ann@example.org']]],
    [
      'a group',
      'Team: ann@example.org, Bob <bob@example.org>;, c@example.org',
      [
        ['', 'ann@example.org'],
        ['Bob', 'bob@example.org'],
        ['', 'c@example.org'],
      ],
    ],
    ['an empty group', 'undisclosed-recipients:;', []],
    [
      'semicolons as Outlook writes them',
      'ann@example.org; bob@example.org',
      [
        ['', 'ann@example.org'],
        ['', 'bob@example.org'],
      ],
    ],
    [
      'a name that is another address',
      '"boss@corp.example" <x@evil.example>',
      [['boss@corp.example', 'x@evil.example']],
    ],
    [
      'an unquoted name that is another address',
      'boss@corp.example <x@evil.example>',
      [['boss@corp.example', 'x@evil.example']],
    ],
    [
      'an encoded word that holds another address',
      '=?utf-8?q?boss=40corp=2Eexample?= <x@evil.example>',
      [['boss@corp.example', 'x@evil.example']],
    ],
    [
      'an encoded word around the whole',
      '=?utf-8?q?Ann_Lee_=3Cann=40example=2Eorg=3E?=',
      [['Ann Lee', 'ann@example.org']],
    ],
    ['a name without brackets around the address', 'Ann Lee ann@example.org', [['Ann Lee', 'ann@example.org']]],
    ['an open quote', 'Ann "the <ann@example.org>', [['Ann "the', 'ann@example.org']]],
    ['an unclosed angle', 'Ann <ann@example.org', [['Ann', 'ann@example.org']]],
    ['the same address twice', 'ann@example.org, Ann <ANN@example.org>', [['Ann', 'ann@example.org']]],
    ['an IPv6 literal', 'ann@[IPv6:2001:db8::1]', [['', 'ann@[ipv6:2001:db8::1]']]],
    ['nobody', ' , <>, foo, ', []],
    [
      'two people without a comma',
      'Ann <ann@example.org> Bob <bob@example.org>',
      [
        ['Ann', 'ann@example.org'],
        ['Bob', 'bob@example.org'],
      ],
    ],
    [
      'two addresses without a comma',
      'ann@example.org bob@example.org',
      [
        ['', 'ann@example.org'],
        ['', 'bob@example.org'],
      ],
    ],
    [
      'comments and spaces inside an address',
      'Pete (a chap) <pete(his)@silly (host) . example>',
      [['Pete', 'pete@silly.example']],
    ],
    ['a dot in an atom', 'Ann B. Lee <ann@example.org>', [['Ann B. Lee', 'ann@example.org']]],
  ];
  for (const [name, value, expected] of rows)
    it(`reads ${name}`, () =>
      assert.deepEqual(
        parsePeople(value).map((person) => [person.name, person.address]),
        expected,
      ));

  it('stops at the limit', () => {
    const many = Array.from({ length: 2000 }, (_, i) => `p${i}@example.org`).join(', ');
    assert.equal(parsePeople(many, 500).length, 500);
  });

  it('ends on hostile input in linear time', () => {
    for (const text of [
      '('.repeat(200_000),
      '"'.repeat(200_001),
      '<'.repeat(200_000),
      'a@'.repeat(100_000),
      '=?a?q?'.repeat(30_000),
    ]) {
      const from = cpuTime();
      parsePeople(text);
      assert.ok(cpuTime() - from < 2000, text.slice(0, 6));
    }
  });

  it('never throws', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ab@.<>"(),;:\\ =?q[]')) }), (text) =>
        Array.isArray(parsePeople(text)),
      ),
      { numRuns: 3000 },
    ));
});

describe('formatPerson', () => {
  it('leaves a name out that says nothing', () => {
    assert.equal(formatPerson({ name: '', address: address('a@b.example') }), 'a@b.example');
    assert.equal(formatPerson({ name: 'A@B.example', address: address('a@b.example') }), 'a@b.example');
    assert.equal(formatPerson({ name: 'Ann', address: address('a@b.example') }), 'Ann <a@b.example>');
  });
});
