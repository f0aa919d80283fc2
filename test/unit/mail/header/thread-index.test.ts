import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { answeredConversation, readConversation, threadIndexRoot } from '../../../../src/mail/header/thread-index.ts';

const guid = Buffer.from('0123456789abcdef');
const root = Buffer.concat([Buffer.from([1, 0xd9, 1, 2, 3, 4]), guid]);
const fields = (index: Buffer | string, topic?: string) => [
  { name: 'thread-index', value: typeof index === 'string' ? index : index.toString('base64') },
  ...(topic === undefined ? [] : [{ name: 'thread-topic', value: topic }]),
];

/** FILETIME of a moment: hundreds of nanoseconds since 1601. */
const filetime = (date: Date): bigint => BigInt(date.getTime() + 11_644_473_600_000) * 10_000n;
const octets = (value: bigint, length: number) => Buffer.from(value.toString(16).padStart(2 * length, '0'), 'hex');
/** As Outlook writes it: the six highest octets of the time, the first of which is 1. */
const outlook = (date: Date) => Buffer.concat([octets(filetime(date) >> 16n, 6), guid]);
/** As newer servers of Exchange write it: 1, then the five highest octets. */
const exchange = (date: Date) => Buffer.concat([Buffer.from([1]), octets(filetime(date) >> 24n, 5), guid]);

describe('Thread-Index', () => {
  const read = (bytes: Buffer) => threadIndexRoot(fields(bytes));
  test('the first 22 octets, of a root and of its children', () => {
    assert.equal(read(root), root.toString('hex'));
    assert.equal(read(Buffer.concat([root, Buffer.alloc(10, 7)])), root.toString('hex'));
  });
  test('what is none: too short, of another form, of another version, no GUID, not there', () => {
    const none = [
      root.subarray(0, 21),
      Buffer.concat([root, Buffer.alloc(3, 7)]),
      Buffer.concat([Buffer.from([0]), root.subarray(1)]),
      Buffer.concat([root.subarray(0, 6), Buffer.alloc(16)]),
      'nonsense!',
      '',
      'A'.repeat(100_000),
    ];
    for (const index of none) {
      assert.equal(threadIndexRoot(fields(index)), null);
      assert.equal(readConversation(fields(index, 'Lamp')), null);
    }
    assert.equal(readConversation([{ name: 'thread-topic', value: 'Lamp' }]), null);
  });
});

describe('an answer in a conversation of Outlook', () => {
  const answer = (index: Buffer, date: Date, more: { topic?: string; subject?: string; seed?: string } = {}) => {
    const parent = readConversation(fields(index, more.topic));
    assert.ok(parent !== null);
    return answeredConversation(parent, { date, subject: more.subject ?? 'Re: Lamp', seed: more.seed ?? 'seed' });
  };
  const levelOf = (index: Buffer, date: Date, seed?: string) => {
    const made = Buffer.from(answer(index, date, seed === undefined ? {} : { seed }).index, 'base64');
    assert.deepEqual(made.subarray(0, -5), index);
    return { time: made.readUInt32BE(made.length - 5), random: made[made.length - 1] };
  };
  const at = (iso: string) => new Date(iso);

  test('is one level deeper: the time since its beginning, and a number of its own', () => {
    // The root has no time below 6.5536 ms (1.7 s where servers wrote it), a level none below 26.2144 ms.
    for (const [make, bound] of [
      [outlook, 7],
      [exchange, 1_700],
    ] as const) {
      const begun = at('2026-03-09T09:12:00Z');
      const { time } = levelOf(make(begun), at('2026-03-11T10:00:00Z'));
      assert.ok(time < 0x8000_0000);
      const since = (time * 2 ** 18) / 10_000;
      const real = at('2026-03-11T10:00:00Z').getTime() - begun.getTime();
      assert.ok(Math.abs(since - real) <= bound + 27, `${since} ms for ${real} ms`);
    }
    const numbers = new Set(['aa', 'bb', 'cc', 'dd'].map((seed) => levelOf(root, new Date(0), seed).random));
    assert.ok(numbers.size > 1);
  });

  test('says more coarsely when it began more than 1.7 years ago', () => {
    const begun = at('2020-01-01T00:00:00Z');
    const { time } = levelOf(outlook(begun), at('2026-03-11T10:00:00Z'));
    assert.ok(time >= 0x8000_0000);
    const since = ((time - 0x8000_0000) * 2 ** 23) / 10_000;
    const real = at('2026-03-11T10:00:00Z').getTime() - begun.getTime();
    assert.ok(Math.abs(since - real) <= 900, `${since} ms for ${real} ms`);
  });

  test('has the same moment as a root that is of the future', () => {
    assert.equal(levelOf(outlook(at('2030-01-01T00:00:00Z')), at('2026-03-11T10:00:00Z')).time, 0);
  });

  test('keeps the topic where its words stand in the subject, and nothing that nobody saw', () => {
    const topicOf = (topic: string, subject: string) => answer(root, new Date(0), { topic, subject }).topic;
    assert.equal(topicOf('Lamp', 'Re: Lamp'), 'Lamp');
    assert.equal(topicOf('Lamp ', 'Re: [EXT]  lamp'), 'Lamp');
    assert.equal(topicOf('=?utf-8?B?R8OidGVhdQ==?=', 'Re: Gâteau'), 'Gâteau');
    assert.equal(topicOf('Call me: evil.example', 'Re: Lamp'), '');
    assert.equal(topicOf('Lamp', 'Re: Something that the team says'), '');
    assert.equal(topicOf('La\u202emp', 'Re: La mp'), 'La mp');
    assert.equal(topicOf('', 'Re: Lamp'), '');
  });

  test('attack: a conversation of thousands of answers makes no line that cannot be sent', () => {
    let index = root.toString('base64');
    for (let n = 0; n < 130; n += 1) {
      const parent = readConversation(fields(index));
      assert.ok(parent !== null);
      index = answeredConversation(parent, { date: new Date(n), subject: 'Re: Lamp', seed: 'seed' }).index;
    }
    assert.ok(`Thread-Index: ${index}`.length < 998);
    assert.equal(threadIndexRoot(fields(index)), root.toString('hex'));
    const long = Buffer.concat([root, Buffer.alloc(5 * 590, 7)]);
    assert.ok(long.toString('base64').length < 4000);
    assert.ok((readConversation(fields(long, 'x'.repeat(100_000)))?.topic.length ?? 0) <= 500);
    assert.ok(answer(long, new Date(0)).index.length < 800);
  });

  test('is a Thread-Index, whatever stood there', () => {
    const guids = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(guids, fc.nat(3), fc.date({ noInvalidDate: true }), (id, levels, date) => {
        const index = Buffer.concat([root.subarray(0, 6), id, Buffer.alloc(5 * levels, 9)]);
        const parent = readConversation(fields(index));
        fc.pre(parent !== null);
        const made = answeredConversation(parent, { date, subject: '', seed: '' });
        assert.equal(threadIndexRoot(fields(made.index)), index.subarray(0, 22).toString('hex'));
        assert.equal(Buffer.from(made.index, 'base64').length, index.length + 5);
      }),
    );
  });
});
