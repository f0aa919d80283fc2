/** Patterns of allow and block lists, as people write them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { matchesPattern, patternsOf, readPattern } from '../../../../src/bridge/admission/admission.ts';
import type { Address } from '../../../../src/mail/types.ts';

describe('a pattern', () => {
  for (const [written, kept] of [
    ['Bob@Example.org', 'bob@example.org'],
    [' <bob@example.org> ', 'bob@example.org'],
    ['mailto:bob@example.org', 'bob@example.org'],
    ['example.org', 'example.org'],
    ['@example.org', '@example.org'],
    ['*.Example.org', '*.example.org'],
    ['news*@example.org', 'news*@example.org'],
    ['*@*', '*@*'],
    ['*', '*'],
    ['bob@xn--mnchen-3ya.example', 'bob@münchen.example'],
  ] as const) {
    test(`${written} is kept as ${kept}`, () => assert.equal(readPattern(written), kept));
  }
  for (const none of [
    '',
    'bob',
    'bob@',
    '@',
    'a b@example.org',
    'a@b@',
    'bob@example.org, eve@example.org',
    `${'x'.repeat(250)}@y.example`,
    'a\u0000@example.org',
    'bob@example',
  ])
    // prettier-ignore
    test(`${JSON.stringify(none.slice(0, 30))} is none`, () => assert.equal(readPattern(none), null));

  test('is what it is kept as, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const once = readPattern(text);
        if (once !== null) assert.equal(readPattern(once), once);
      }),
    );
  });

  test('without wildcards fits an address only where it is among those that are looked up for it', () => {
    const address = 'News.Bob@Mail.X.example' as Address;
    for (const pattern of [
      'news.bob@mail.x.example',
      'mail.x.example',
      '@mail.x.example',
      'x.example',
      'bob@mail.x.example',
    ])
      assert.equal(matchesPattern(address, pattern), patternsOf(address).includes(pattern), pattern);
  });
});
