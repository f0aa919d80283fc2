import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bareContent, bareFacts, bareSaid } from '../../../src/bridge/retention/bare-words.ts';
import {
  replaceAddresses,
  scopeOfAddress,
  withoutPeople,
  type ErasableMail,
} from '../../../src/bridge/retention/erasure.ts';
import type { ThreadId } from '../../../src/bridge/types.ts';

const keys = ['ann@x.example'];
const out = (text: string): string => replaceAddresses(text, keys, 'erased');

describe('an erased address in a text', () => {
  for (const [text, left] of [
    ['ann@x.example', 'erased'],
    ['Ann <ANN@X.Example>, Bob', 'Ann <erased>, Bob'],
    ['write to ann@x.example.', 'write to erased.'],
    ["'ann@x.example':3", "'erased':3"],
    ['prvs=12=ann@x.example', 'prvs=12=erased'],
    ['(ann@x.example)ann@x.example', '(erased)erased'],
    ['mailto:ann@x.example?subject=x', 'mailto:erased?subject=x'],
  ]) {
    it(`goes out of ${String(text)}`, () => assert.equal(out(text ?? ''), left));
  }

  for (const text of [
    'joann@x.example',
    'jo.ann@x.example',
    "o'ann@x.example",
    'a+ann@x.example',
    'ann@x.example.org',
    'ann@x.examples',
    'ann@x.example-2.org',
    'éann@x.example',
    '',
  ]) {
    it(`is another one in ${text === '' ? 'an empty text' : text}`, () => assert.equal(out(text), text));
  }

  it('is found behind letters that have more than one in small', () => {
    assert.equal(out('İİİ ANN@x.example'), 'İİİ erased');
  });

  it('is looked for in a moment, whatever the text', () => {
    for (const text of ['ann@x.example'.repeat(50_000), '@'.repeat(500_000), 'ann@x.exampl'.repeat(50_000)]) {
      const began = performance.now();
      out(text);
      assert.ok(performance.now() - began < 2_000);
    }
  });
});

describe('an erased person in JSON', () => {
  it('goes out of lists, and the address out of every string and name', () => {
    assert.deepEqual(
      withoutPeople(
        {
          to: [
            { name: 'Ann', address: 'Ann@X.example' },
            { name: 'Jo', address: 'joann@x.example' },
          ],
          said: ['by ann@x.example', 'ANN@x.example'],
          'ann@x.example': 1,
          deep: { one: null, two: true, text: 'x\0ann@x.example' },
        },
        keys,
        'erased',
      ),
      {
        to: [{ name: 'Jo', address: 'joann@x.example' }],
        said: ['by erased'],
        erased: 1,
        deep: { one: null, two: true, text: 'x\0erased' },
      },
    );
  });
});

describe('what the erasure of an address takes', () => {
  const own = new Set(['us@x.example']);
  const people = (...addresses: string[]) => addresses.map((address) => ({ address }));
  const mail = (id: string, thread: string, direction: ErasableMail['direction'], from: string, ...to: string[]) => ({
    ...{ id, thread: thread as ThreadId, direction, from: people(from), to: people(...to) },
  });
  const scope = (...mails: ErasableMail[]) => scopeOfAddress(mails, new Set(keys), own);

  it('is what it wrote and what went to it alone, and a conversation of which nothing else is left', () => {
    assert.deepEqual(
      scope(
        mail('1', 't', 'in', 'ann@x.example', 'us@x.example'),
        mail('2', 't', 'out', 'us@x.example', 'ANN@x.example'),
        mail('3', 'u', 'in', 'ann@x.example', 'us@x.example'),
        mail('4', 'u', 'out', 'us@x.example', 'ann@x.example', 'bob@x.example'),
      ),
      { threads: ['t'], mails: ['1', '2', '3'], naming: 1 },
    );
  });

  it('is not what others wrote to it, nor a mail of ours to nobody', () => {
    assert.deepEqual(
      scope(
        mail('1', 't', 'in', 'bob@x.example', 'us@x.example', 'ann@x.example'),
        mail('2', 't', 'out', 'us@x.example'),
        mail('3', 't', 'in', 'bob@x.example', 'ann@x.example'),
      ),
      { threads: [], mails: [], naming: 2 },
    );
  });
});

describe('something without its words', () => {
  it('keeps what it relates to, how, and its echo', () => {
    assert.deepEqual(
      bareContent({
        msgtype: 'm.text',
        body: 'Words',
        'org.mailroom.send': 's',
        'm.relates_to': {
          ...{ rel_type: 'm.thread', event_id: '$r', is_falling_back: true, key: 'Words' },
          'm.in_reply_to': { event_id: '$q', body: 'Words' },
        },
      }),
      {
        'org.mailroom.send': 's',
        'm.relates_to': {
          ...{ rel_type: 'm.thread', event_id: '$r', is_falling_back: true },
          'm.in_reply_to': { event_id: '$q' },
        },
      },
    );
  });

  it('is made of anything that stands there', () => {
    for (const odd of [null, undefined, 1, 'x', [], { 'm.relates_to': 'x' }, { 'm.relates_to': { event_id: {} } }]) {
      assert.deepEqual(bareContent(odd), {});
      assert.deepEqual(bareSaid(odd), { type: 'm.room.message', content: {} });
      assert.equal(bareFacts(odd)['subject'], '');
    }
  });
});
