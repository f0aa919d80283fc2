import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readTransaction } from '../../../src/matrix/transaction.ts';
import { cpuTime } from '../../support/cpu-time.ts';

const event = { event_id: '$a', room_id: '!r:x', type: 'm.room.message', sender: '@u:x', content: { body: 'hi' } };
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (body: Uint8Array | undefined) => Buffer.from(body ?? []).toString('utf8');

describe('readTransaction', () => {
  it('keeps the bytes of each event as they came, with odd spacing, doubled keys, large numbers and U+0000', () => {
    const odd =
      '{ "event_id":"$b","room_id":"!r:x", ' +
      '"type":"t","sender":"@u:x","n":12345678901234567890,"n":1e400,"z":"\\u0000" }';
    const read = readTransaction(
      bytes(`{"a":[1,{"events":[2]}], "events" : [\n${odd} ,${JSON.stringify(event)}\n] ,"b":"]"}`),
    );
    assert.deepEqual(
      read.events.map(({ body }) => text(body)),
      [odd, JSON.stringify(event)],
    );
    assert.deepEqual(read.poison, []);
  });

  it('reads sender, room, type and state key', () => {
    const [read] = readTransaction(bytes(JSON.stringify({ events: [{ ...event, state_key: '' }] }))).events;
    assert.ok(read);
    assert.equal(read.event, '$a');
    assert.equal(read.room, '!r:x');
    assert.equal(read.type, 'm.room.message');
    assert.equal(read.sender, '@u:x');
    assert.equal(read.stateKey, '');
  });

  it('makes poison of what is no JSON, of a body without events, and of a single event without ids', () => {
    assert.deepEqual(readTransaction(bytes('{"events":[')).poison, [
      { reason: 'not-json', body: bytes('{"events":[') },
    ]);
    assert.equal(readTransaction(bytes('{"other":[]}')).poison[0]?.reason, 'no-events');
    assert.equal(readTransaction(bytes('[]')).poison[0]?.reason, 'no-events');
    const read = readTransaction(bytes(JSON.stringify({ events: [{ type: 'm.x' }, 7, event] })));
    assert.deepEqual(
      read.poison.map(({ reason, body }) => [reason, text(body)]),
      [
        ['event-without-ids', '{"type":"m.x"}'],
        ['event-without-ids', '7'],
      ],
    );
    assert.equal(read.events.length, 1);
  });

  it('has no poison in an empty transaction', () => {
    assert.deepEqual(readTransaction(bytes('{"events":[]}')), { events: [], poison: [], receipts: [] });
  });

  it('refuses ids that Postgres cannot hold', () => {
    const nul = { ...event, room_id: '!r\0:x' };
    assert.equal(readTransaction(bytes(JSON.stringify({ events: [nul] }))).poison[0]?.reason, 'event-without-ids');
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (body) => void readTransaction(body)));
  });

  it('cuts any JSON events at their borders', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), fc.jsonValue(), (events, before, after) => {
        const body = bytes(JSON.stringify({ before, events, after }));
        const read = readTransaction(body);
        assert.deepEqual(
          read.poison.map((poison) => text(poison.body)),
          events.map((value) => JSON.stringify(value)),
        );
      }),
    );
  });

  it('reads a transaction of 100 events of 64 KB in less than a second', () => {
    const large = { ...event, content: { body: '"\\[{'.repeat(12_000) } };
    const body = bytes(
      JSON.stringify({ events: Array.from({ length: 100 }, (_, n) => ({ ...large, event_id: `$${n}` })) }),
    );
    const begun = cpuTime();
    assert.equal(readTransaction(body).events.length, 100);
    assert.ok(cpuTime() - begun < 1_000);
  });

  describe('receipts', () => {
    const receipts = (body: object) => readTransaction(bytes(JSON.stringify({ events: [], ...body }))).receipts;
    const pushed = (content: unknown, more: object = {}) => ({ type: 'm.receipt', room_id: '!r:x', content, ...more });
    const one = (user: string, data: unknown = { ts: 1 }, type = 'm.read') => ({ $a: { [type]: { [user]: data } } });
    const read = { room: '!r:x', user: '@u:x', event: '$a', root: null };

    it('are read by the name of the spec, and by that of before', () => {
      assert.deepEqual(receipts({ ephemeral: [pushed(one('@u:x'))] }), [read]);
      assert.deepEqual(receipts({ 'de.sorunome.msc2409.ephemeral': [pushed(one('@u:x'))] }), [read]);
      const both = { ephemeral: [pushed(one('@u:x'))], 'de.sorunome.msc2409.ephemeral': [pushed(one('@u:x'))] };
      assert.deepEqual(receipts(both), [read], 'once');
    });

    it('tell the room from its Matrix threads', () => {
      assert.deepEqual(receipts({ ephemeral: [pushed(one('@u:x', { thread_id: 'main' }))] }), [read]);
      assert.deepEqual(receipts({ ephemeral: [pushed(one('@u:x', { thread_id: '$t' }))] }), [{ ...read, root: '$t' }]);
    });

    it('leave out private ones, and whatever else is ephemeral', () => {
      assert.deepEqual(receipts({ ephemeral: [pushed(one('@u:x', {}, 'm.read.private'))] }), []);
      assert.deepEqual(receipts({ ephemeral: [{ type: 'm.typing', room_id: '!r:x', content: { user_ids: [] } }] }), []);
    });

    it('are none where they make no sense, and cost no event', () => {
      const odd = [null, 1, 'x', [], {}, { type: 'm.receipt' }, pushed(null), pushed([]), pushed({ $a: null })];
      const ids = [
        pushed(one('@u\0:x')),
        pushed({ '': { 'm.read': { '@u:x': {} } } }),
        pushed(one('@u:x'), { room_id: 7 }),
      ];
      const more = [pushed({ $a: { 'm.read': 'x' } }), pushed(one('x'.repeat(300)))];
      const read = readTransaction(bytes(JSON.stringify({ events: [event], ephemeral: [...odd, ...ids, ...more] })));
      assert.deepEqual([read.receipts, read.events.length, read.poison], [[], 1, []]);
      assert.deepEqual(receipts({ ephemeral: { 0: pushed(one('@u:x')) } }), []);
      // What says nothing of a thread is of the room.
      assert.equal(receipts({ ephemeral: [pushed(one('@u:x', 'nonsense'))] }).length, 1);
    });

    it('take time that grows with their number alone', () => {
      const many = (n: number) => {
        const users = Object.fromEntries(Array.from({ length: n }, (_, at) => [`@u${String(at)}:x`, { ts: 1 }]));
        return bytes(JSON.stringify({ events: [], ephemeral: [pushed({ $a: { 'm.read': users } })] }));
      };
      const [small, large] = [many(20_000), many(160_000)];
      readTransaction(small);
      const time = (body: Uint8Array) => {
        const began = cpuTime();
        readTransaction(body);
        return cpuTime() - began;
      };
      assert.ok(time(large) < 30 * Math.max(20, time(small)), 'eight times as many');
    });
  });
});
