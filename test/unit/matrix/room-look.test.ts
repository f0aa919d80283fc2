/** What a look at a room finds: over a homeserver that is a list of events, newest last. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EventId, JsonObject, RoomId, UserId } from '../../../src/bridge/types.ts';
import { lookCounts } from '../../../src/matrix/room-look.ts';
import { readBackTo } from '../../../src/matrix/room-reading.ts';
import { alice, bob, bot, ghosts } from '../../support/handlers/fixtures.ts';

const room = '!r:matrix.test' as RoomId;

describe('a look that began so long ago', () => {
  const cases: readonly [beganAgo: number, overFor: number, counts: boolean, why: string][] = [
    [0, 0, true, 'it begins now'],
    [200, 200, true, 'it began as the hold was over'],
    [200, 199, false, 'something may have been deleted in the last millisecond of the hold'],
    [4_999, 60_000, true, 'another mail of the room asked for it'],
    [5_001, 60_000, false, 'too much may have happened since'],
  ];
  for (const [beganAgo, overFor, counts, why] of cases) {
    const times = `${String(beganAgo)} ms, where the hold was over for ${String(overFor)} ms`;
    it(`${times}, ${counts ? 'counts' : 'does not count'}: ${why}`, () =>
      assert.equal(lookCounts(beganAgo, overFor), counts));
  }
});

describe('a room that is read back to the messages of a mail', () => {
  const said = (id: string, more: JsonObject = {}): JsonObject => ({
    event_id: id,
    type: 'm.room.message',
    sender: alice,
    content: { msgtype: 'm.text', body: id },
    ...more,
  });
  const redaction = (id: string, of: string, more: JsonObject = {}): JsonObject =>
    said(id, { type: 'm.room.redaction', content: { redacts: of }, redacts: of, ...more });
  const edit = (id: string, of: string): JsonObject =>
    said(id, {
      content: {
        body: '* x',
        'm.new_content': { msgtype: 'm.text', body: 'x' },
        'm.relates_to': { rel_type: 'm.replace', event_id: of },
      },
    });
  const member = (id: string, user: UserId, membership: string): JsonObject =>
    said(id, { type: 'm.room.member', sender: alice, state_key: user, content: { membership } });

  async function look(
    timeline: readonly JsonObject[],
    messages: readonly string[],
    more: {
      reader?: UserId;
      about?: readonly string[];
      related?: readonly JsonObject[];
      single?: JsonObject | null;
    } = {},
  ) {
    const asked = { pages: 0, single: 0 };
    const client = {
      messages: (_room: RoomId, { from, limit = 10 }: { from?: string; limit?: number }) => {
        asked.pages += 1;
        const end = from === undefined ? timeline.length : Number(from);
        const start = Math.max(0, end - limit);
        const events = timeline.slice(start, end).toReversed();
        return Promise.resolve({ events, end: start > 0 ? String(start) : null });
      },
      event: (_room: RoomId, event: EventId) => {
        asked.single += 1;
        const single = more.single === undefined ? timeline.find(({ event_id: id }) => id === event) : more.single;
        return Promise.resolve(single ?? null);
      },
      related: () => Promise.resolve((more.related ?? []).toReversed()),
    };
    const about = new Set([...messages, ...(more.about ?? [])] as EventId[]);
    const reading = await readBackTo({ client, codec: ghosts }, more.reader ?? bot, {
      room,
      messages: messages as EventId[],
      about,
    });
    const found = reading?.events.map(({ event }) => event) ?? null;
    const bodies = reading?.events.map(({ body }) => JSON.parse(Buffer.from(body).toString()) as JsonObject) ?? [];
    return { found, bodies, gap: reading?.gap, read: reading?.read, ...asked };
  }

  it('is asked once where it fits a page, and gives what was said since, oldest first', async () => {
    const { found, pages, single, gap } = await look(
      [said('$before'), said('$m'), edit('$e1', '$m'), said('$x'), edit('$e2', '$m')],
      ['$m'],
    );
    assert.deepEqual(found, ['$m', '$e1', '$x', '$e2']);
    assert.deepEqual({ pages, single, gap }, { pages: 1, single: 0, gap: false });
  });

  it('gives the redaction that a message names, where none stands among the events', async () => {
    const because = redaction('$r', '$m', { sender: bob, content: { reason: 'x' } });
    const gone = said('$m', { content: {}, unsigned: { redacted_because: because } });
    const { found, bodies } = await look([gone, said('$x')], ['$m']);
    assert.deepEqual(found, ['$m', '$x', '$r']);
    assert.deepEqual(
      [bodies[2]?.['type'], bodies[2]?.['redacts'], bodies[2]?.['sender'], bodies[2]?.['content']],
      ['m.room.redaction', '$m', bob, { reason: 'x', redacts: '$m' }],
    );
  });

  it('takes an empty message for a deleted one, always under the same id', async () => {
    for (const unsigned of [{}, { redacted_because: 'x' }, { redacted_because: { content: 7 } }]) {
      const first = await look([said('$m', { content: {}, unsigned })], ['$m']);
      const second = await look([said('$m', { content: {}, unsigned }), said('$x')], ['$m']);
      const [, id] = first.found ?? [];
      assert.match(id ?? '', /^\$[0-9a-f]{64}$/);
      assert.equal(first.bodies[1]?.['redacts'], '$m');
      assert.equal(second.found?.at(-1), id);
    }
  });

  it('gives the edit that a message carries', async () => {
    const with_ = said('$m', { unsigned: { 'm.relations': { 'm.replace': edit('$e', '$m') } } });
    assert.deepEqual((await look([with_], ['$m'])).found, ['$m', '$e']);
    const idAlone = said('$m', { unsigned: { 'm.relations': { 'm.replace': { event_id: '$e', sender: alice } } } });
    assert.deepEqual((await look([idAlone], ['$m'])).found, ['$m']);
  });

  it('asks for the messages one by one where too much lies between, and keeps what is about mails', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => said(`$n${String(n)}`));
    const timeline = [said('$m'), edit('$e1', '$m'), ...many, redaction('$r', '$other'), edit('$e2', '$m')];
    const { found, pages, single, gap } = await look(timeline, ['$m'], {
      about: ['$other'],
      related: [edit('$e1', '$m'), edit('$e2', '$m')],
    });
    assert.deepEqual(found, ['$e1', '$e2', '$r', '$e2']);
    assert.deepEqual({ pages, single, gap }, { pages: 10, single: 1, gap: true });
  });

  it('is hidden where a message is not there any more', async () => {
    assert.equal((await look([said('$x')], ['$m'], { single: null })).found, null);
  });

  it('is hidden from who has left it, although they are answered with what was said before', async () => {
    for (const membership of ['leave', 'ban', 'invite']) {
      const { found } = await look([said('$m'), member('$k', bot, membership)], ['$m']);
      assert.equal(found, null, membership);
    }
    const back = [said('$m'), member('$k', bot, 'leave'), member('$j', bot, 'join')];
    assert.deepEqual((await look(back, ['$m'])).found, ['$m', '$k', '$j']);
    const other = [said('$m'), member('$k', bob, 'leave')];
    assert.deepEqual((await look(other, ['$m'])).found, ['$m', '$k']);
  });

  it('passes over events that nobody can store', async () => {
    const odd = [
      said('$m'),
      {},
      { event_id: 7 },
      said('$a\0b'),
      said('$t', { type: 'x\0' }),
      said('$o', { content: 7 }),
    ];
    assert.deepEqual((await look(odd, ['$m'])).found, ['$m', '$o']);
  });
});
