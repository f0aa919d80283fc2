import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Account } from '../../../../src/bridge/account/account.ts';
import { IdKey } from '../../../../src/bridge/ids.ts';
import { inboxLine } from '../../../../src/bridge/helpdesk/inbox-line.ts';
import type { InboxFacts } from '../../../../src/bridge/helpdesk/inbox-line.ts';
import type { JsonObject, ThreadId, UserId } from '../../../../src/bridge/types.ts';

const ids = new IdKey('a secret of thirty-two characters');
const account = {
  id: 'support',
  address: 'support@ours.example',
  name: 'Support',
  language: 'en',
} as unknown as Account;
const facts: InboxFacts = {
  thread: 'abcdefgh' as ThreadId,
  who: 'Bob Example',
  ours: false,
  subject: 'Lamp',
  text: 'The lamp\n\nis broken.',
  files: 0,
};

function line(changed: Partial<InboxFacts>, of: Account = account) {
  return inboxLine({ ids, bot: '@mail:h.example' as UserId, domain: 'h.example' }, of, { ...facts, ...changed });
}

function text(content: JsonObject, key: 'body' | 'formatted_body'): string {
  const value = content[key];
  assert.ok(typeof value === 'string');
  return value;
}

const body = (changed: Partial<InboxFacts>, of?: Account) => text(line(changed, of).content, 'body').split('\n')[0];

describe('the line of a new conversation', () => {
  test('says who, subject and first words, and leads to the room', () => {
    const { content, own, thread, room } = line({});
    assert.deepEqual([own, thread, room], ['inbox', null, null]);
    assert.equal(content['msgtype'], 'm.notice');
    assert.equal(
      content['body'],
      'Bob Example: Lamp – The lamp is broken.\nhttps://matrix.to/#/%23mailroom_abcdefgh%3Ah.example',
    );
    assert.equal(
      content['formatted_body'],
      'Bob Example: <a href="https://matrix.to/#/%23mailroom_abcdefgh%3Ah.example"><strong>Lamp</strong></a> – The lamp is broken.',
    );
    assert.deepEqual(content['m.mentions'], {});
  });
  test('is the same event for the same conversation', () => assert.equal(line({}).send, line({ text: 'else' }).send));
  test('a colleague began it', () => assert.match(body({ ours: true }) ?? '', /^Bob Example \(ours\): /));
  test('without a subject, without words', () => {
    assert.equal(body({ subject: '', text: '' }), 'Bob Example: (no subject)');
    assert.equal(body({ text: '', files: 2 }), 'Bob Example: Lamp – 2 files');
    assert.equal(body({ text: '', files: 1 }, { ...account, language: 'de' }), 'Bob Example: Lamp – eine Datei');
  });
  test('long words are cut between letters', () => {
    const shown = body({ text: '👩‍💻'.repeat(400), subject: 'ä'.repeat(500) }) ?? '';
    assert.ok(shown.length < 700 && shown.endsWith('…'));
  });
  test('what a stranger writes is text, on one line, in one direction', () => {
    const { content } = line({ who: 'Bob</a>\u202e', subject: '<b>x\r\ny', text: '\u2066<img src=x>' });
    const html = text(content, 'formatted_body');
    assert.doesNotMatch(html, /<b>|<img|[\u202e\u2066\r\n]/u);
    assert.equal(text(content, 'body').split('\n').length, 2);
  });
});
