import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readEvent } from '../../../../src/bridge/from-matrix/from-matrix.ts';
import type { MatrixAction } from '../../../../src/bridge/from-matrix/from-matrix.ts';
import { readGeoUri } from '../../../../src/bridge/from-matrix/content.ts';
import type { Said } from '../../../../src/bridge/from-matrix/content.ts';
import { ECHO_KEY } from '../../../../src/bridge/ids.ts';

const isOwn = (user: string) => user.startsWith('@mail_') || user === '@mailroom:x.example';
const read = (type: string, content: unknown, more: Record<string, unknown> = {}): MatrixAction =>
  readEvent({ type, sender: '@alice:x.example', event_id: '$e', content, ...more }, { isOwn });
const message = (content: Record<string, unknown>) => read('m.room.message', { msgtype: 'm.text', ...content });

function saidOf(action: MatrixAction): Said {
  assert.ok(action.kind === 'message', action.kind);
  return action.said;
}

describe('an event that becomes no mail', () => {
  const reasons: [string, MatrixAction, string][] = [
    ['a notice', message({ msgtype: 'm.notice', body: 'x' }), 'notice'],
    ['an empty message', message({ body: ' \n ' }), 'empty'],
    ['a redacted message', read('m.room.message', {}), 'redacted'],
    ['a verification request', message({ msgtype: 'm.key.verification.request', body: 'x' }), 'verification'],
    ['a poll vote', read('m.poll.response', { 'm.selections': ['a'] }), 'poll-vote'],
    ['the end of a poll', read('org.matrix.msc3381.poll.end', {}), 'poll-vote'],
    ['a call', read('m.call.invite', {}), 'not-for-mail'],
    ['a topic', read('m.room.topic', { topic: 'x' }, { state_key: '' }), 'not-for-mail'],
    [
      'a message sent as state',
      read('m.room.message', { msgtype: 'm.text', body: 'x' }, { state_key: '' }),
      'not-for-mail',
    ],
    ['a message without a type', read('m.room.message', { body: 'x' }), 'malformed'],
    ['a file without a place', message({ msgtype: 'm.file', body: 'x' }), 'malformed'],
    ['a file from the web', message({ msgtype: 'm.file', body: 'x', url: 'https://x.example/y' }), 'malformed'],
    [
      'an edit without content',
      message({ body: '* x', 'm.relates_to': { rel_type: 'm.replace', event_id: '$a' } }),
      'malformed',
    ],
  ];
  for (const [name, action, reason] of reasons) {
    test(name, () => assert.deepEqual(action, { kind: 'ignore', reason }));
  }

  test('no event at all', () => {
    for (const event of [null, 'x', 7, [], {}, { type: 1 }]) {
      assert.deepEqual(readEvent(event, { isOwn }), { kind: 'ignore', reason: 'malformed' });
    }
  });

  test('our own events come back as echoes by their key, and are nothing without one', () => {
    const own = (content: unknown) =>
      readEvent({ type: 'm.room.message', sender: '@mail_bob=40y.example:x.example', content }, { isOwn });
    assert.deepEqual(own({ msgtype: 'm.text', body: 'x', [ECHO_KEY]: 'k' }), { kind: 'echo', key: 'k' });
    assert.deepEqual(own({ msgtype: 'm.text', body: 'x' }), { kind: 'ignore', reason: 'own-event' });
    assert.deepEqual(own({}), { kind: 'ignore', reason: 'own-event' });
  });

  test('a key in what somebody else says makes it no echo', () => {
    assert.equal(message({ body: 'x', [ECHO_KEY]: 'k' }).kind, 'message');
  });

  test('notes, in text, captions and edits', () => {
    for (const body of ['!note x', '!NOTE', ' !note\nx', '!Note ']) {
      assert.equal(message({ body }).kind, 'note', body);
    }
    const picture = { msgtype: 'm.image', url: 'mxc://x/y', filename: 'a.png', body: '!note x' };
    assert.equal(message(picture).kind, 'note');
    assert.equal(saidOf(message({ body: '!notes are words' })).kind, 'text');
    assert.equal(saidOf(message({ body: 'a !note within' })).kind, 'text');
  });
});

describe('commands', () => {
  test('name in lower case, arguments by spaces, the message replied to', () => {
    assert.deepEqual(message({ body: '!MAIL  To a  b', 'm.relates_to': { 'm.in_reply_to': { event_id: '$a' } } }), {
      kind: 'command',
      name: 'to',
      args: ['a', 'b'],
      rest: 'a  b',
      replyTo: '$a',
      threadRoot: null,
    });
  });

  test('no name is an empty one', () => {
    const action = message({ body: '!mail' });
    assert.equal(action.kind === 'command' && action.name, '');
  });

  test('a word that begins alike is no command', () =>
    assert.equal(message({ body: '!mailbox is full' }).kind, 'message'));

  test('a command behind the fallback of a reply', () => {
    assert.equal(message({ body: '> <@bob:x.example> hello\n> again\n\n!mail to' }).kind, 'command');
  });
});

describe('where a message stands', () => {
  const position = (relates: unknown) => {
    const action = message({ body: 'x', 'm.relates_to': relates });
    assert.ok(action.kind === 'message');
    return [action.replyTo, action.threadRoot];
  };
  test('a reply', () => assert.deepEqual(position({ 'm.in_reply_to': { event_id: '$a' } }), ['$a', null]));
  test('in a thread, without and with a reply of its own', () => {
    const thread = { rel_type: 'm.thread', event_id: '$root', 'm.in_reply_to': { event_id: '$a' } };
    assert.deepEqual(position({ ...thread, is_falling_back: true }), [null, '$root']);
    assert.deepEqual(position(thread), ['$a', '$root']);
  });
  test('a relation of another kind, and one that is none', () => {
    assert.deepEqual(position({ rel_type: 'm.reference', event_id: '$a' }), [null, null]);
    assert.deepEqual(position('nonsense'), [null, null]);
    assert.deepEqual(position({ 'm.in_reply_to': { event_id: 7 } }), [null, null]);
  });
});

describe('the text of a message', () => {
  test('is read plain, and with HTML in the one format that is known', () => {
    const rich = { body: 'x', format: 'org.matrix.custom.html', formatted_body: '<b>x</b>' };
    assert.deepEqual(saidOf(message(rich)), { kind: 'text', emote: false, body: 'x', html: '<b>x</b>' });
    assert.deepEqual(saidOf(message({ ...rich, format: 'other' })), {
      kind: 'text',
      emote: false,
      body: 'x',
      html: null,
    });
    assert.deepEqual(saidOf(message({ msgtype: 'm.emote', body: 'waves' })), {
      kind: 'text',
      emote: true,
      body: 'waves',
      html: null,
    });
  });

  test('the fallback of a reply goes, what people quote themselves stays', () => {
    const body = (text: string) => {
      const said = saidOf(message({ body: text }));
      return said.kind === 'text' ? said.body : null;
    };
    assert.equal(body('> <@bob:x.example> a\n> b\n\nc\n\n> d'), 'c\n\n> d');
    assert.equal(body('> * <@bob:x.example> waves\n\nc'), 'c');
    assert.equal(body('> quoted by hand\n\nc'), '> quoted by hand\n\nc');
  });

  test('has the mentions that are a list of users, and none else', () => {
    const action = message({ body: 'x', 'm.mentions': { user_ids: ['@b:x.example'], room: true } });
    assert.deepEqual(action.kind === 'message' && action.mentions, ['@b:x.example']);
    const broken = message({ body: 'x', 'm.mentions': { user_ids: 'all' } });
    assert.deepEqual(broken.kind === 'message' && broken.mentions, []);
  });
});

describe('a file that is said', () => {
  const file = (content: Record<string, unknown>) => {
    const said = saidOf(message({ msgtype: 'm.file', url: 'mxc://x.example/id', body: 'a.pdf', ...content }));
    assert.ok(said.kind === 'file');
    return said;
  };
  test('body and file name: the same is a name, another is a caption', () => {
    assert.deepEqual([file({}).name, file({}).caption], ['a.pdf', null]);
    assert.deepEqual([file({ filename: 'a.pdf' }).name, file({ filename: 'a.pdf' }).caption], ['a.pdf', null]);
    const captioned = file({ filename: 'b.pdf', body: 'my file' });
    assert.deepEqual([captioned.name, captioned.caption], ['b.pdf', { body: 'my file', html: null }]);
  });
  test('what is claimed about it, and claims that are none', () => {
    const info = { mimetype: 'image/png', size: 10, w: 3, h: 4, duration: 5 };
    const said = file({ info });
    assert.deepEqual([said.type, said.size, said.width, said.height, said.durationMs], ['image/png', 10, 3, 4, 5]);
    const lie = file({ info: { mimetype: 7, size: -1, w: 'x' } });
    assert.deepEqual([lie.type, lie.size, lie.width], ['', null, null]);
    assert.equal(file({ info: 'nothing' }).type, '');
  });
  test('may be a voice message or a sticker', () => {
    assert.equal(file({ msgtype: 'm.audio', 'org.matrix.msc3245.voice': {} }).media, 'voice');
    assert.equal(file({ msgtype: 'm.audio' }).media, 'audio');
    const sticker = saidOf(read('m.sticker', { body: 'cat', url: 'mxc://x.example/cat', info: {} }));
    assert.equal(sticker.kind === 'file' && sticker.media, 'sticker');
  });
  test('an encrypted file cannot be mailed', () => {
    assert.equal(message({ msgtype: 'm.file', body: 'a', file: { url: 'mxc://x/y', key: {} } }).kind, 'encrypted');
  });
});

describe('an event that changes something', () => {
  const replace = { 'm.relates_to': { rel_type: 'm.replace', event_id: '$a' } };
  test('an edit is its new content', () => {
    const action = message({ body: '* new', 'm.new_content': { msgtype: 'm.text', body: 'new' }, ...replace });
    assert.deepEqual(action, {
      kind: 'edit',
      of: '$a',
      fresh: {
        kind: 'message',
        said: { kind: 'text', emote: false, body: 'new', html: null },
        mentions: [],
        replyTo: null,
        threadRoot: null,
      },
    });
  });
  test('an edit into what is no mail withdraws', () => {
    for (const [fresh, is] of [
      [
        { msgtype: 'm.notice', body: 'x' },
        { kind: 'ignore', reason: 'notice' },
      ],
      [{ msgtype: 'm.text', body: '!note x' }, { kind: 'note' }],
      [
        { msgtype: 'm.text', body: '' },
        { kind: 'ignore', reason: 'empty' },
      ],
    ]) {
      const action = message({ body: '* x', 'm.new_content': fresh, ...replace });
      assert.deepEqual(action, { kind: 'edit', of: '$a', fresh: is });
    }
  });
  test('redactions of old and new room versions', () => {
    assert.deepEqual(read('m.room.redaction', {}, { redacts: '$a' }), { kind: 'redact', of: '$a' });
    assert.deepEqual(read('m.room.redaction', { redacts: '$a' }), { kind: 'redact', of: '$a' });
  });
  test('a reaction is read with its event and key', () => {
    const content = { 'm.relates_to': { rel_type: 'm.annotation', event_id: '$a', key: '❌' } };
    assert.deepEqual(read('m.reaction', content), { kind: 'react', of: '$a', key: '❌' });
  });
  test('a membership is read, whoever sets it', () => {
    const join = read('m.room.member', { membership: 'join' }, { state_key: '@b:x.example' });
    assert.deepEqual(join, { kind: 'membership', user: '@b:x.example', membership: 'join' });
    const ban = {
      type: 'm.room.member',
      sender: '@mailroom:x.example',
      state_key: '@b:x.example',
      content: { membership: 'ban' },
    };
    assert.equal(readEvent(ban, { isOwn }).kind, 'membership');
  });
  test('a tombstone, with and without a successor', () => {
    const stone = (content: unknown) => read('m.room.tombstone', content, { state_key: '' });
    assert.deepEqual(stone({ body: 'x', replacement_room: '!b:x' }), { kind: 'tombstone', replacement: '!b:x' });
    assert.deepEqual(stone({}), { kind: 'tombstone', replacement: null });
  });
  test('an encrypted event is told from the rest', () =>
    assert.deepEqual(read('m.room.encrypted', { ciphertext: 'x' }), { kind: 'encrypted' }));

  test('an encrypted edit is an edit, whose words cannot be read', () => {
    const of = (rel_type: string) => ({ ciphertext: 'x', 'm.relates_to': { rel_type, event_id: '$a' } });
    assert.deepEqual(read('m.room.encrypted', of('m.replace')), {
      kind: 'edit',
      of: '$a',
      fresh: { kind: 'encrypted' },
    });
    assert.deepEqual(read('m.room.encrypted', of('m.thread')), { kind: 'encrypted' });
  });
});

test('a geo URI is read with its latitude and longitude, and anything else refused', () => {
  assert.deepEqual(readGeoUri('geo:52.5,13.4'), { latitude: 52.5, longitude: 13.4 });
  assert.deepEqual(readGeoUri('GEO:-1,-2,3;crs=wgs84;u=5'), { latitude: -1, longitude: -2 });
  for (const bad of ['geo:91,0', 'geo:0,181', 'geo:x,y', 'geo:1', '', 'geo:1,2\r\nX: y'])
    assert.equal(readGeoUri(bad), null, bad);
});

test('reading is total: any JSON becomes one action', () => {
  const types = fc.constantFrom(
    'm.room.message',
    'm.sticker',
    'm.poll.start',
    'm.reaction',
    'm.room.redaction',
    'm.room.member',
    'm.room.tombstone',
  );
  const keys = fc.constantFrom(
    ...[
      'msgtype',
      'body',
      'formatted_body',
      'format',
      'url',
      'file',
      'info',
      'm.relates_to',
      'm.new_content',
      'm.mentions',
      'geo_uri',
      'm.poll',
      'filename',
    ],
  );
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('m.text', 'm.image', 'mxc://x/y', '!mail to', 'm.replace', 'org.matrix.custom.html'),
  );
  fc.assert(
    fc.property(
      types,
      fc.dictionary(keys, value),
      fc.option(fc.string(), { nil: undefined }),
      (type, content, stateKey) => {
        const action = read(type, content, stateKey === undefined ? {} : { state_key: stateKey });
        assert.equal(typeof action.kind, 'string');
      },
    ),
    { numRuns: 2000 },
  );
});

test('takes a notice for said only where that was asked for', () => {
  const event = {
    type: 'm.room.message',
    sender: '@bot:x.example',
    content: { msgtype: 'm.notice', body: 'deployed' },
  };
  assert.deepEqual(readEvent(event, { isOwn }), { kind: 'ignore', reason: 'notice' });
  const asked = readEvent(event, { isOwn, notices: true });
  assert.equal(asked.kind === 'message' && asked.said.kind === 'text' ? asked.said.body : '', 'deployed');
});
