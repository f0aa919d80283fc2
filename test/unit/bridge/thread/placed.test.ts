import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { branchOf, namedRoom, saidAgain } from '../../../../src/bridge/thread/placed.ts';
import { probeAddress, probedAddress, probeField } from '../../../../src/bridge/delivery/probe.ts';
import { IdKey } from '../../../../src/bridge/ids.ts';
import { aliasLink, eventLink } from '../../../../src/bridge/room-link.ts';
import type { AccountId, EventId, RoomId } from '../../../../src/bridge/types.ts';
import type { Address, MessageId } from '../../../../src/mail/types.ts';
import { readHeader } from '../../../../src/mail/header/read-header.ts';

describe('the room that a command names', () => {
  const rows: readonly [string, string, unknown][] = [
    ['!abc:ours.example', '', { id: '!abc:ours.example' }],
    ['!newer-without-domain', '', { id: '!newer-without-domain' }],
    ['#mailroom_x:ours.example', '', { alias: 'mailroom_x' }],
    ['#mailroom_x:elsewhere.example', '', null],
    [aliasLink('mailroom_x', 'ours.example'), '', { alias: 'mailroom_x' }],
    [eventLink('!abc:ours.example' as RoomId, '$e' as EventId, 'ours.example'), '', { id: '!abc:ours.example' }],
    ['matrix:r/mailroom_x:ours.example', '', { alias: 'mailroom_x' }],
    [
      'My Room',
      '<a href="https://matrix.to/#/!abc:ours.example?via=a&amp;via=b">My Room</a>',
      { id: '!abc:ours.example' },
    ],
    ['@bob:ours.example', '', null],
    ['there please', '', null],
  ];
  for (const [text, html, want] of rows) {
    test(`${text} ${html}`, () => assert.deepEqual(namedRoom(text, html, 'ours.example'), want));
  }

  test('is found or not, whatever is written', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (text, html) => typeof namedRoom(text, html, 'x') === 'object'));
  });
});

test('a branch is a mail with all that answers it, by either field, at any depth', () => {
  const one = (id: string, ...references: string[]) => ({
    messageId: id as MessageId,
    facts: { inReplyTo: references.slice(-1) as MessageId[], references: references as MessageId[] },
  });
  const all = [one('b'), one('c', 'a'), one('d', 'b'), one('e', 'd'), one('f', 'c')];
  assert.deepEqual(
    branchOf(all).map(({ messageId }) => messageId),
    ['b', 'd', 'e'],
  );
});

describe('what somebody said, said again by the bot', () => {
  test('names them and keeps the text, without the relation and mentions of before', () => {
    const content = { msgtype: 'm.text', body: 'a < b', 'm.relates_to': {}, 'm.mentions': { user_ids: ['@x:y'] } };
    const again = saidAgain(content, 'Al <i>ce');
    assert.equal(again['body'], 'Al <i>ce: a < b');
    assert.equal(again['formatted_body'], '<strong>Al &lt;i&gt;ce:</strong> a &lt; b');
    assert.deepEqual(again['m.mentions'], {});
    assert.ok(!('m.relates_to' in again));
  });

  test('keeps a file a file, with its name', () => {
    const again = saidAgain({ msgtype: 'm.image', body: 'cat.png', url: 'mxc://a/b' }, 'Alice');
    assert.deepEqual([again['filename'], again['body'], again['url']], ['cat.png', 'Alice: cat.png', 'mxc://a/b']);
  });
});

test('a probe is known by its field, for one account and address', () => {
  const ids = new IdKey('a secret of thirty-two characters');
  const account = 'support' as AccountId;
  const field = probeField(ids, account, 'support@ours.example', 'abcdef123456');
  const headers = [{ name: field.name.toLowerCase(), value: field.value }];
  const own = new Set(['info@ours.example', 'support@ours.example']);
  assert.equal(probedAddress(ids, account, own, readHeader(headers)), 'support@ours.example');
  assert.equal(probedAddress(ids, 'sales' as AccountId, own, readHeader(headers)), null);
  assert.equal(probedAddress(new IdKey('another secret of thirty-two chars'), account, own, readHeader(headers)), null);
  assert.equal(probedAddress(ids, account, own, readHeader([{ name: 'x-mailroom-probe', value: 'x' }])), null);
  assert.equal(probeAddress('support@ours.example' as Address, 'abcdef'), 'support+probeabcdef@ours.example');
  assert.equal(probeAddress(`${'a'.repeat(60)}@ours.example` as Address, 'abcdef'), null);
});
