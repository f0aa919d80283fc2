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
    assert.deepEqual(readTransaction(bytes('{"events":[]}')), { events: [], poison: [] });
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
});
