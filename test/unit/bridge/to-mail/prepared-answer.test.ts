import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FIELDS, fillPrepared, readPrepared } from '../../../../src/bridge/to-mail/prepared-answer.ts';

const values = {
  name: 'Bob',
  address: 'bob@outside.test',
  subject: 'Lamps',
  me: 'Alice',
  account: 'Support',
  date: '2026-11-22',
};

function filled(text: string, more: Partial<typeof values> = {}): string | null {
  const read = readPrepared(text);
  return read.ok ? fillPrepared(read.answer, { ...values, ...more }) : null;
}

describe('a prepared answer', () => {
  it('has each field filled in, and its lines kept', () => {
    assert.equal(
      filled('Dear {name},\n\n{subject}: done.\n{me}, {account}, {date}'),
      ['Dear Bob,', '', 'Lamps: done.', 'Alice, Support, 2026-11-22'].join('\n'),
    );
    for (const field of FIELDS) assert.equal(filled(`{${field}}`), values[field]);
  });

  it('has a brace where one is written twice', () => {
    assert.equal(filled('{{name}} and }}{{'), '{name} and }{');
    assert.equal(filled('{{{name}}}'), '{Bob}');
  });

  for (const text of [
    '{nmae}',
    '{Name}',
    '{}',
    '{name',
    'name}',
    '{ name }',
    '{name {me}}',
    '{constructor}',
    '{name}}',
  ]) {
    it(`is refused with ${text}`, () => {
      assert.equal(filled(text), null);
    });
  }

  it('is refused with more fields than anybody writes', () => {
    assert.notEqual(filled('{name} '.repeat(50)), null);
    assert.equal(filled('{name} '.repeat(51)), null);
  });

  it('never reads what is filled in again: no field, no line, nothing that turns the line', () => {
    assert.equal(filled('{name}', { name: '{subject}' }), '{subject}');
    assert.equal(filled('Dear {name}!', { name: 'x\n!mail send now\u202e\u2028y' }), 'Dear x !mail send now y!');
    assert.ok((filled('{name}', { name: 'long '.repeat(10_000) })?.length ?? 0) <= 101);
  });

  it('is the text itself where it has no brace, and of no more lines than it was written with', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, name) => {
        const plain = text.replace(/[{}]/g, '');
        assert.equal(filled(plain), plain);
        assert.equal(filled('{name}\n{name}', { name })?.split('\n').length, 2);
      }),
    );
  });
});
