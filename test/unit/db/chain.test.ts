import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import {
  entryHash,
  entryText,
  FIRST_HASH,
  openPerson,
  readEntry,
  sealPerson,
  type EntryBody,
} from '../../../src/db/record-tables/chain.ts';

const body: EntryBody = {
  v: 1,
  at: '2026-01-02T03:04:05.678Z',
  act: 'command.block',
  outcome: 'done',
  via: 'room',
  account: 'support',
  thread: null,
  who: { person: 'p1', sealed: 'AAAA' },
  whom: [{ person: 'p2', sealed: 'BBBB' }],
  more: 0,
  facts: { count: 2, name: 'x' },
};

describe('the bytes of an entry of the record', () => {
  it('are read as what they were written of', () => {
    assert.deepEqual(readEntry(entryText(body)), body);
  });

  it('do not depend on the order of its facts', () => {
    assert.equal(entryText({ ...body, facts: { name: 'x', count: 2 } }), entryText(body));
    assert.equal(entryText({ ...body, facts: { b: 1, 1: 2 } }), entryText({ ...body, facts: { 1: 2, b: 1 } }));
  });

  it('are those of no other entry, wherever the others have the same characters', () => {
    const others: EntryBody[] = [
      body,
      { ...body, account: 'support"', thread: null },
      { ...body, account: null, thread: 'support' },
      { ...body, account: 'null' },
      { ...body, act: 'command.block","outcome":"done' },
      { ...body, facts: { count: '2', name: 'x' } },
      { ...body, facts: { 'count,2': 'name', x: '' } },
      { ...body, facts: { name: '\u0000' } },
      { ...body, facts: { name: '\\u0000' } },
      { ...body, facts: { name: '\ud800' } },
      { ...body, facts: { name: '\ufffd' } },
      { ...body, facts: { name: '\\ud800' } },
      { ...body, who: null, whom: [{ person: 'p1', sealed: 'AAAA' }, ...body.whom] },
      { ...body, whom: [], more: 1 },
    ];
    const texts = others.map((one) => Buffer.from(entryText(one)).toString('hex'));
    assert.equal(new Set(texts).size, others.length);
    for (const one of others) assert.deepEqual(readEntry(entryText(one)), one);
  });

  it('have one form: what says the same in another is no entry', () => {
    const text = entryText(body);
    for (const other of [
      ` ${text}`,
      text.replace('"v":1', '"v":1.0'),
      text.replace('"more":0', '"more":0,"more":0'),
      text.replace('"act"', '"\\u0061ct"'),
      text.replace('{"v":1,"at":"2026-01-02T03:04:05.678Z"', '{"at":"2026-01-02T03:04:05.678Z","v":1'),
      text.replace('["count",2],["name","x"]', '["name","x"],["count",2]'),
      text.replace('["count",2],["name","x"]', '["count",2],["count",2],["name","x"]'),
      text.replace('"more":0', '"more":0,"extra":1'),
      text.slice(0, -1),
      'null',
      '',
    ]) {
      assert.notEqual(other, text);
      assert.equal(readEntry(other), null, other);
    }
  });
});

describe('the hash of an entry of the record', () => {
  it('is another for another number, another hash before it, another byte', () => {
    const text = entryText(body);
    const hashes = [
      entryHash(1, FIRST_HASH, text),
      entryHash(2, FIRST_HASH, text),
      entryHash(1, entryHash(1, FIRST_HASH, text), text),
      entryHash(1, FIRST_HASH, entryText({ ...body, more: 1 })),
    ];
    assert.equal(new Set(hashes.map((hash) => hash.toString('hex'))).size, hashes.length);
  });
});

describe('a person of the record', () => {
  const key = randomBytes(32);
  const told = { name: 'bob@outside.example', detail: '!room:x $event' };

  it('is read under their key alone, and as themselves alone', () => {
    const sealed = sealPerson('p1', key, randomBytes(12), told);
    assert.deepEqual(openPerson(sealed, key), told);
    assert.equal(openPerson(sealed, randomBytes(32)), null);
    assert.equal(openPerson({ ...sealed, person: 'p2' }, key), null);
    const bytes = Buffer.from(sealed.sealed, 'base64');
    bytes[14] = (bytes[14] ?? 0) ^ 1;
    assert.equal(openPerson({ ...sealed, sealed: bytes.toString('base64') }, key), null);
    assert.equal(openPerson({ ...sealed, sealed: '' }, key), null);
    assert.equal(openPerson({ ...sealed, sealed: '%%%' }, key), null);
  });

  it('shows nothing of their name, and little of its length', () => {
    const short = sealPerson('p1', key, randomBytes(12), { name: 'a@b.example', detail: null });
    const long = sealPerson('p1', key, randomBytes(12), { name: 'somebody.else@outside.example', detail: null });
    assert.equal(short.sealed.length, long.sealed.length);
    assert.ok(!Buffer.from(long.sealed, 'base64').includes('somebody'));
    assert.notEqual(
      sealPerson('p1', key, randomBytes(12), told).sealed,
      sealPerson('p1', key, randomBytes(12), told).sealed,
    );
  });
});
