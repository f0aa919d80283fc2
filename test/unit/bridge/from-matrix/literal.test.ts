import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readEvent } from '../../../../src/bridge/from-matrix/from-matrix.ts';
import { literalText } from '../../../../src/bridge/from-matrix/literal.ts';

/** What is read in it as a message; null where it is none. */
function said(text: string): string | null {
  const event = { type: 'm.room.message', sender: '@a:x', content: literalText(text) };
  const read = readEvent(event, { isOwn: () => false });
  return read.kind === 'message' && read.begins === undefined && read.said.kind === 'text' ? read.said.body : null;
}

describe('words that the bridge says in somebody’s name', () => {
  for (const text of [
    '!note This leaves.',
    '!mail done',
    '!sender Between us.',
    '!reply !reply twice',
    'Ada: !note x',
    'Ada: !done',
    '> <@a:x> quoted\n\nand said',
    'Plain words.',
  ]) {
    it(`are said as they are: ${JSON.stringify(text)}`, () => {
      assert.equal(said(text), text);
    });
  }

  it('are said whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.constantFrom('', '!note ', '!mail ', 'Ada: !mail '),
        (text, front) => {
          const whole = `${front}${text}`.trim();
          if (whole !== '') assert.equal(said(whole), whole);
        },
      ),
    );
  });
});
