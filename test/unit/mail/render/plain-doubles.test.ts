import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutDoubles } from '../../../../src/mail/render/plain-doubles.ts';

describe('the plain text of Outlook and Thunderbird loses what stands twice', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['bo@liner.example<mailto:bo@liner.example>', 'bo@liner.example'],
    ['Bo@Liner.example <mailto:bo@liner.example?subject=x>', 'Bo@Liner.example'],
    ['"Bo" <bo@liner.example<mailto:bo@liner.example>> wrote', '"Bo" <bo@liner.example> wrote'],
    ['see (https://a.example/x<https://a.example/x>)', 'see (https://a.example/x)'],
    ['http://liner.example<http://liner.example/>\nnext', 'http://liner.example\nnext'],
    ['www.liner.example<http://www.liner.example/>', 'www.liner.example'],
    ['https://a.example/%C3%BC<https://a.example/ü>', 'https://a.example/%C3%BC'],
    ['Tel. +49 (0)69 1234567<tel:+49691234567>', 'Tel. +49 (0)69 1234567'],
    ['a@b.example<mailto:a@b.example><mailto:a@b.example>', 'a@b.example'],
  ];
  for (const [text, kept] of cases) it(text.replaceAll('\n', ' '), () => assert.equal(withoutDoubles(text), kept));
});

describe('a target that its words do not tell stays', () => {
  for (const text of [
    'www.bank.example<http://evil.example/>',
    'Click here<https://a.example/x>',
    'bo@liner.example<mailto:mallory@evil.example>',
    'https://a.example/x<https://a.example/y>',
    'https://a.example\n<https://a.example>',
    '<https://a.example>',
    '1 < 2 <https://a.example> 3',
  ])
    it(text.replaceAll('\n', ' '), () => assert.equal(withoutDoubles(text), text));
});
