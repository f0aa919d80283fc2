import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mistakeText, plainExcerpt, renderFound } from '../../../../src/bridge/search/search-told.ts';
import type { FoundPage } from '../../../../src/bridge/search/search-told.ts';
import type { AccountId, EventId, RoomId, ThreadId } from '../../../../src/bridge/types.ts';
import { words } from '../../../../src/words/words.ts';
import { UTC } from '../../../../src/words/zones.ts';

const one = {
  account: 'support' as AccountId,
  thread: 't' as ThreadId,
  room: '!r:matrix.test' as RoomId,
  event: '$e' as EventId,
  at: new Date('2024-05-06T07:08:09Z'),
  sender: 'Bob <bob@outside.example>',
  subject: 'Lamp',
  excerpt: [
    { text: 'The ', marked: false },
    { text: 'lamp', marked: true },
    { text: ' flickers', marked: false },
  ],
};
const page = (found: FoundPage['found'], more: Partial<FoundPage> = {}): FoundPage => ({
  found,
  total: found.length,
  more: false,
  page: 1,
  pages: 1,
  readIn: null,
  ...more,
});
const style = { language: 'en', zone: UTC, domain: 'matrix.test' } as const;

describe('what a search found', () => {
  it('is told with a link to each, who wrote it, when, and the words marked', () => {
    const said = renderFound(page([one], { total: 30, pages: 3, page: 2 }), style, '!mail search lamp');
    assert.equal(
      said.body,
      'Found: 30 (page 2 of 3)\n• Lamp – Bob <bob@outside.example> · 2024-05-06 – ' +
        'https://matrix.to/#/!r%3Amatrix.test/%24e?via=matrix.test\n  The lamp flickers\n' +
        words('en')('helpdesk-next-page', { command: '!mail search lamp page 3' }),
    );
    assert.match(said.html, /<ol start="11"><li><a href="https:[^"]*">Lamp<\/a> – Bob &lt;bob@outside\.example&gt; · /);
    assert.match(said.html, /The <strong>lamp<\/strong> flickers/);
  });

  it('says how much more there is, and what is still being read in', () => {
    const said = renderFound(page([one], { total: 1_000, more: true, readIn: 37 }), style, 'search x');
    assert.match(said.body, /^Found: more than 1000\n[^]*\(37 % so far\)/);
    assert.equal(renderFound(page([]), style, 'search x').body, 'Nothing was found.');
  });

  it('calls nobody, opens nothing and turns nothing', () => {
    const evil =
      '<b onclick=x>&lt; @room @alice:matrix.test https://matrix.to/#/@alice:matrix.test #r:x !r:x \u202e\u0007\n</li>';
    const told = { ...one, subject: evil, sender: evil, excerpt: [{ text: evil, marked: true }] };
    const { html, body } = renderFound(page([told]), style, 'search x');
    assert.doesNotMatch(
      html.replaceAll(/<\/?(?:p|ol|li|br|strong)(?: start="1")?>|<a href="[^"]*">|<\/a>/g, ''),
      /<|>/,
    );
    assert.equal(html.match(/<\/li>/g)?.length, 1);
    const ours = body.replaceAll(/https:\/\/matrix\.to\/#\/!r%3A\S+/g, '');
    assert.doesNotMatch(ours, /@room|@alice:matrix|https?:|matrix\.to\/#\/@alice|(?<!\u2060)#r:x|[\u202e\u0007]/);
    assert.equal(body.split('\n').length, 3);
  });

  it('has an excerpt around a word that Postgres did not mark', () => {
    const text = `${'word '.repeat(50)}Łódź ${'more '.repeat(100)}`;
    const [before, marked, after] = plainExcerpt(text, ['lodz']);
    assert.deepEqual(
      [before?.text.length, marked, (after?.text.length ?? 0) <= 300],
      [61, { text: 'Łódź', marked: true }, true],
    );
    assert.deepEqual(plainExcerpt('Nothing here', ['x']), [{ text: 'Nothing here', marked: false }]);
  });

  it('is wrong for a reason', () => {
    assert.match(
      mistakeText({ wrong: 'person', word: 'from:' }, words('en'), []),
      /^“from:” needs a name or an address/,
    );
    assert.match(
      mistakeText({ wrong: 'place', word: 'in:' }, words('en'), ['support' as AccountId]),
      /yours are: support/,
    );
  });
});
