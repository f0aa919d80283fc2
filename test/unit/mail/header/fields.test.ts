import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formerIds, isGroup, listIdOf, listNameOf, ownValue } from '../../../../src/mail/header/fields.ts';

test('a List-Id is read with and without description and brackets', () => {
  const read = (value: string) => listIdOf([{ name: 'list-id', value }]);
  assert.equal(read('Developers <Dev.Lists.Example>'), 'dev.lists.example');
  assert.equal(read('dev.lists.example'), 'dev.lists.example');
  assert.equal(read('Developers'), null);
  assert.equal(listIdOf([]), null);
});

test('the former ids of a rewritten copy are read, a bounded number of them', () => {
  const headers = [
    { name: 'x-microsoft-original-message-id', value: '<own1@ours>' },
    { name: 'x-google-original-message-id', value: Array.from({ length: 40 }, (_, n) => `<n${n}@x>`).join(' ') },
  ];
  assert.equal(formerIds(headers)[0], '<own1@ours>');
  assert.equal(formerIds(headers).length, 10);
});

test('the description of a List-Id is what people call the list', () => {
  const read = (value: string) => listNameOf([{ name: 'list-id', value }]);
  assert.equal(read('"Developers, all" <dev.lists.example>'), 'Developers, all');
  assert.equal(read('Developers <dev.lists.example>'), 'Developers');
  assert.equal(read('dev.lists.example'), null);
  assert.equal(read('=?utf-8?q?D=C3=A9v?= <dev.lists.example>'), null);
  assert.equal(read(`${'a'.repeat(5000)} <dev.lists.example>`), null);
});

test('a field of ours is a few words of visible signs, and nothing else', () => {
  const read = (value: string) => ownValue([{ name: 'x-mailroom-id', value }], 'X-Mailroom-Id');
  assert.equal(read(' abc  def '), 'abc def');
  for (const wrong of ['', 'a\u0000b', 'ä b', 'a '.repeat(20), 'a'.repeat(600)]) assert.equal(read(wrong), null, wrong);
  assert.equal(ownValue([], 'X-Mailroom-Id'), null);
});

test('From is a group by a colon that stands for itself', () => {
  const read = (value: string) => isGroup([{ name: 'from', value }]);
  for (const group of ['A group: ann@x.example, bob@x.example;', 'a:;', '"a" b: c@x;', '(a) b: c@x;', '(a: b', 'a: b)'])
    assert.equal(read(group), true, group);
  for (const none of [
    'Ann <ann@x.example>',
    '"Ann: of X" <ann@x.example>',
    '"Ann \\": of X" <ann@x.example>',
    'Ann (of: X) <ann@x.example>',
    'Ann (of (X: Y) Z) <ann@x.example>',
    'ann@[IPv6:2001:db8::1]',
    '<@relay.example:ann@x.example>',
  ])
    assert.equal(read(none), false, none);
  assert.equal(isGroup([{ name: 'to', value: 'a:;' }]), false);
});

test('attack: a From of opened brackets is read in one pass', () => {
  for (const sign of ['[', '<', '"', '(', '\\', '[]:', '<"']) {
    const before = process.cpuUsage();
    isGroup([{ name: 'from', value: sign.repeat(200_000) }]);
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < 1_000_000, `${sign}: ${user + system} µs`);
  }
});
