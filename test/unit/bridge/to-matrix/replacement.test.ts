import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ECHO_KEY } from '../../../../src/bridge/ids.ts';
import { withoutWords } from '../../../../src/bridge/to-matrix/replacement.ts';
import type { JsonObject } from '../../../../src/bridge/types.ts';

const said: JsonObject = {
  msgtype: 'm.image',
  body: 'casino.png',
  formatted_body: '<p>Win at the casino</p>',
  format: 'org.matrix.custom.html',
  url: 'mxc://matrix.test/casino',
  filename: 'casino.png',
  info: { mimetype: 'image/casino' },
  'm.mentions': { user_ids: ['@alice:matrix.test'] },
  'm.relates_to': { 'm.in_reply_to': { event_id: '$before' } },
  [ECHO_KEY]: 'send',
};
const place = { what: 'mail', link: null, isAbout: true } as const;

describe('what stands in the place of words that are refused', () => {
  it('has none of them, nor of a name, and is known, answers and mentions as before', () => {
    const kept = withoutWords({ type: 'm.room.message', content: said }, place, 'en');
    assert.ok(kept !== null);
    const { body, ...rest } = kept;
    assert.ok(typeof body === 'string' && body.startsWith('⚠ Part of this mail'), JSON.stringify(body));
    assert.deepEqual(rest, {
      msgtype: 'm.notice',
      'm.mentions': said['m.mentions'],
      'm.relates_to': said['m.relates_to'],
      [ECHO_KEY]: 'send',
    });
    assert.doesNotMatch(JSON.stringify(kept), /casino/i);
  });

  it('answers nothing where what it is about may be what is refused, and leads where the line led', () => {
    const alone = { ...place, what: 'line', link: 'https://matrix.to/#/x', isAbout: false } as const;
    const kept = withoutWords({ type: 'm.room.message', content: said }, alone, 'de');
    assert.equal(kept?.['m.relates_to'], undefined);
    assert.match(JSON.stringify(kept?.['body']), /nicht zulassen:\\nhttps:\/\/matrix\.to\/#\/x"$/);
  });

  it('is nothing for a reaction and for an edit: what it is about stays as it is', () => {
    const edit = { ...said, 'm.relates_to': { rel_type: 'm.replace', event_id: '$before' } };
    for (const isAbout of [true, false]) {
      assert.equal(withoutWords({ type: 'm.room.message', content: edit }, { ...place, isAbout }, 'en'), null);
    }
    assert.equal(withoutWords({ type: 'm.reaction', content: said }, place, 'en'), null);
  });
});
