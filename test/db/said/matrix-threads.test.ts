import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { notice } from '../../../src/bridge/notice/notices.ts';
import { renderLines } from '../../../src/bridge/notice/rendered.ts';
import type { AccountId, EventId, JsonObject, MessageKey, RoomId } from '../../../src/bridge/types.ts';
import { addSend } from '../../../src/db/room-tables/sends.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, bot, ids, teamAccount } from '../../support/handlers/fixtures.ts';
import type { Heard, Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { eachDatabase } from '../../support/suite.ts';

const root = '$root' as EventId;

describe('what the bot answers to something in a Matrix thread', () => {
  let test: TestDatabase;
  let rooms: Rooms;
  let room: RoomId;
  eachDatabase(async (given) => {
    test = given;
    const team = [
      { user: alice, address: null, name: 'Alice' },
      { user: '@ben:matrix.test' as typeof alice, address: null, name: 'Ben' },
    ];
    ({ rooms } = await handlerWorld({ test, accounts: [teamAccount('support', { team })] }));
    room = await rooms.room('support', 'thread');
  });

  const threaded = (body: string, more: JsonObject = {}): JsonObject => ({
    msgtype: 'm.text',
    body,
    'm.relates_to': {
      rel_type: 'm.thread',
      event_id: root,
      is_falling_back: true,
      'm.in_reply_to': { event_id: root },
      ...more,
    },
  });
  const say = (body: string) => rooms.event(room, alice, 'm.room.message', threaded(body));
  const last = async (): Promise<string> => {
    const { rows } = await test.db.query<{ event: string }>(
      `SELECT event FROM events WHERE type = 'm.room.message' ORDER BY received_at DESC, event DESC LIMIT 1`,
    );
    return rows[0]?.event ?? '';
  };

  /** It stands in the thread, as a reply to this. */
  function standsAt(heard: Heard | undefined, replyTo: string): void {
    assert.deepEqual(heard?.content['m.relates_to'], {
      rel_type: 'm.thread',
      event_id: root,
      is_falling_back: false,
      'm.in_reply_to': { event_id: replyTo },
    });
  }

  it('stands there: warnings, questions, answers to commands', async () => {
    for (const body of ['Ben: can you look?', '!mail lst', '!mail source', '!mail claim', '!nonsense']) {
      const heard = await say(body);
      assert.ok(heard.length > 0, body);
      for (const one of heard) standsAt(one, await last());
    }
  });

  it('stands there where it is about an edit, or a reaction', async () => {
    const said = await rooms.push({
      event_id: '$said',
      room_id: room,
      type: 'm.room.message',
      sender: alice,
      content: threaded('To be edited'),
    });
    await rooms.handle(said);
    const about = async (id: string, type: string, content: JsonObject) => {
      const event = await rooms.push({ event_id: id, room_id: room, type, sender: alice, content });
      const place = { account: 'support' as AccountId, thread: null, room };
      const facts = { place, bot, purpose: { kind: 'set-aside', of: event }, said: renderLines(['no']) } as const;
      await test.db.transaction((tx) => addSend(tx, notice(ids, { ...facts, replyTo: event })));
      const { rows } = await test.db.query<{ content: JsonObject }>(
        `SELECT content FROM matrix_sends WHERE purpose = 'set-aside' AND subject = $1`,
        [event],
      );
      standsAt({ room, body: '', content: rows[0]?.content ?? {} }, event);
    };
    const edit = { body: '* x', 'm.new_content': { body: 'x' } };
    await about('$edit', 'm.room.message', { ...edit, 'm.relates_to': { rel_type: 'm.replace', event_id: said } });
    await about('$sign', 'm.reaction', { 'm.relates_to': { rel_type: 'm.annotation', event_id: said, key: '❌' } });
  });

  it('stands there long afterwards, when the event itself is not kept any more', async () => {
    const said = await rooms.push({
      event_id: '$mailed',
      room_id: room,
      type: 'm.room.message',
      sender: alice,
      content: threaded('It is mailed.'),
    });
    await rooms.handle(said);
    const { rows } = await test.db.query<{ outgoing: string; thread: string }>('SELECT outgoing, thread FROM outgoing');
    await test.db.query('DELETE FROM events');
    const of = (rows[0]?.outgoing ?? '') as MessageKey;
    const place = { account: 'support' as AccountId, thread: rows[0]?.thread as never, room: null };
    const facts = { place, bot, purpose: { kind: 'delivery', of }, said: renderLines(['refused']) } as const;
    await test.db.transaction((tx) => addSend(tx, notice(ids, { ...facts, replyTo: said })));
    const { rows: sent } = await test.db.query<{ content: JsonObject }>(
      `SELECT content FROM matrix_sends WHERE purpose = 'delivery'`,
    );
    standsAt({ room, body: '', content: sent[0]?.content ?? {} }, said);
  });

  it('stands there where it is about what the bot said there; ✅ on a question there is understood', async () => {
    const [question] = await say('Ben: can you look?');
    const asked = await last();
    await test.db.query(`UPDATE matrix_sends SET event = '$question', state = 'sent' WHERE purpose = 'asked'`);
    assert.match(question?.body ?? '', /colleague’s name/);
    const reaction = { 'm.relates_to': { rel_type: 'm.annotation', event_id: '$question', key: '❌' } };
    const heard = await rooms.event(room, alice, 'm.reaction', reaction);
    assert.equal(heard.length, 1);
    assert.equal((heard[0]?.content['m.relates_to'] as JsonObject)['event_id'], root);
    const { rows } = await test.db.query<{ state: string }>('SELECT state FROM asked_messages WHERE event = $1', [
      asked,
    ]);
    assert.notEqual(rows[0]?.state, 'waiting');
  });

  it('stands outside where what it is about does, whatever is said elsewhere', async () => {
    const other = await rooms.room('support', 'thread');
    const inOther = await rooms.push({
      event_id: '$elsewhere',
      room_id: other,
      type: 'm.room.message',
      sender: alice,
      content: threaded('Elsewhere'),
    });
    const [first] = await rooms.say(room, alice, '!mail lst');
    assert.deepEqual(Object.keys((first?.content['m.relates_to'] ?? {}) as JsonObject), ['m.in_reply_to']);
    // The thread of another room is none of this one.
    const place = { account: 'support' as AccountId, thread: null, room };
    const facts = { place, bot, purpose: { kind: 'set-aside', of: inOther }, said: renderLines(['no']) } as const;
    await test.db.transaction((tx) => addSend(tx, notice(ids, { ...facts, replyTo: inOther })));
    const { rows } = await test.db.query<{ content: JsonObject }>(
      `SELECT content FROM matrix_sends WHERE purpose = 'set-aside'`,
    );
    assert.deepEqual(rows[0]?.content['m.relates_to'], { 'm.in_reply_to': { event_id: inOther } });
  });

  it('takes no root that is no event id, and follows no circle', async () => {
    for (const [id, relation] of [
      ['$long', { rel_type: 'm.thread', event_id: `$${'x'.repeat(300)}` }],
      ['$blank', { rel_type: 'm.thread', event_id: '$a b' }],
      ['$number', { rel_type: 'm.thread', event_id: 7 }],
      ['$circle', { rel_type: 'm.replace', event_id: '$circle' }],
      ['$none', { rel_type: 'm.thread' }],
    ] as const) {
      const event = await rooms.push({
        event_id: id,
        room_id: room,
        type: 'm.room.message',
        sender: alice,
        content: { msgtype: 'm.text', body: 'x', 'm.relates_to': relation },
      });
      const place = { account: 'support' as AccountId, thread: null, room };
      const facts = { place, bot, purpose: { kind: 'set-aside', of: event }, said: renderLines(['no']) } as const;
      await test.db.transaction((tx) => addSend(tx, notice(ids, { ...facts, replyTo: event })));
      const { rows } = await test.db.query<{ content: JsonObject }>(
        `SELECT content FROM matrix_sends WHERE purpose = 'set-aside' AND subject = $1`,
        [event],
      );
      assert.deepEqual(rows[0]?.content['m.relates_to'], { 'm.in_reply_to': { event_id: event } }, id);
    }
  });
});
