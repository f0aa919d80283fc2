import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { calledInFront } from '../../../../src/bridge/from-matrix/called.ts';

const pill = (user: string, name: string) => `<a href="https://matrix.to/#/${encodeURIComponent(user)}">${name}</a>`;
const bob = '@bob:x.example';
const carol = '@carol:x.example';

describe('who is called in front', () => {
  const rows: [string, string, string | null, string[], [readonly string[], boolean, string] | null][] = [
    ['a link and a name', 'Bob: !note x', `${pill(bob, 'Bob')}: !note x`, [bob], [[bob], true, '!note x']],
    [
      'a link and no word of who is meant',
      'Bob: !note x',
      `${pill(bob, 'Bob')}: !note x`,
      [],
      [[bob], true, '!note x'],
    ],
    ['a paragraph', 'Bob !note x', `<p>${pill(bob, 'Bob')} !note x</p>`, [bob], [[bob], true, '!note x']],
    ['a user id', `${bob}: !note x`, null, [], [[bob], true, '!note x']],
    ['two', `${bob}, ${carol} !note x`, null, [], [[bob, carol], true, '!note x']],
    ['a link in markdown', `[Bob](https://matrix.to/#/${bob}): !mail x`, null, [], [[bob], true, '!mail x']],
    ['the localpart', 'bob: !mail x', null, [bob], [[bob], true, '!mail x']],
    ['@ and the localpart', '@bob !mail x', null, [bob], [[bob], true, '!mail x']],
    ['everybody', '@room: !note x', null, [], [[], true, '!note x']],
    [
      'a display name that m.mentions stands behind',
      'Bob of the Lamps: !note x',
      null,
      [bob],
      [[bob], true, '!note x'],
    ],
    ['what looks like a name', 'Bob: !note x', null, [], [[], false, '!note x']],
    ['what looks like a name, and another word', 'Bob: !great', null, [], null],
    ['a link, and another word', 'Bob: !claim', `${pill(bob, 'Bob')}: !claim`, [bob], [[bob], true, '!claim']],
    ['HTML that begins with a command, which the body does not', 'hello', '!note hello', [], [[], true, '!note']],
    ['a body without a name that its HTML has', '!note x', `${pill(bob, 'Bob')}: !note x`, [bob], null],
    ['words', 'Bob: hello !note', `${pill(bob, 'Bob')}: hello !note`, [bob], null],
    [
      'a link to a room',
      '#a:x.example !note x',
      '<a href="https://matrix.to/#/%23a:x.example">#a</a> !note x',
      [],
      null,
    ],
    ['a name that another begins with', 'Bobby: !great', `${pill(bob, 'Bob')}by: !great`, [bob], null],
    ['a sentence', 'If you want to keep something inside write: !note x', null, [], null],
  ];
  for (const [what, body, html, mentions, expected] of rows) {
    test(what, () => {
      const called = calledInFront({ body, html }, mentions);
      assert.deepEqual(called === null ? null : [called.users, called.certain, called.rest], expected);
      if (called !== null && body.includes(called.rest)) assert.equal(called.front + called.rest, body);
    });
  }

  test('whatever stands there, a rest begins with a command', () => {
    const piece = fc.constantFrom(
      '!note',
      '!mail',
      ' ',
      ':',
      '@bob:x',
      '[',
      '](https://matrix.to/#/@a:b)',
      '<a href="',
      '">',
      '</a>',
      'Bob',
      '\n',
      '&nbsp;',
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.option(text), fc.constantFrom([], [bob]), (body, html, mentions) => {
        const called = calledInFront({ body, html }, mentions);
        assert.ok(called === null || called.rest.startsWith('!'));
      }),
    );
  });

  test('takes no longer for a long run of anything', () => {
    for (const run of [' ', '@', '[', '<', '<a ', ':', '@a:', '[](', '&nbsp;', '!', '<a href="', '@room ', 'a ']) {
      const long = run.repeat(Math.ceil(1_000_000 / run.length));
      const began = process.cpuUsage().user;
      calledInFront({ body: long, html: long }, [bob]);
      assert.ok(process.cpuUsage().user - began < 500_000, JSON.stringify(run));
    }
  });
});
