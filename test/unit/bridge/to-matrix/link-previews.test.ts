import assert from 'node:assert/strict';
import { it } from 'node:test';
import { withoutPreviews } from '../../../../src/bridge/to-matrix/link-previews.ts';

it('a message, and what replaces one, asks for no previews, whatever stood there', () => {
  const bundled = { 'com.beeper.linkpreviews': [{ matched_url: 'https://evil.example/seen' }] };
  const said = { msgtype: 'm.text', body: 'https://evil.example/seen' };
  const none = { ...said, 'com.beeper.linkpreviews': [] };
  assert.deepEqual(withoutPreviews('m.room.message', said), none);
  assert.deepEqual(withoutPreviews('m.room.message', { ...said, ...bundled }), none);
  assert.deepEqual(withoutPreviews('m.room.message', { ...said, 'm.new_content': { ...said, ...bundled } }), {
    ...none,
    'm.new_content': none,
  });
});

it('nothing else is changed', () => {
  const relation = { 'm.relates_to': { rel_type: 'm.annotation', event_id: '$x', key: '👀' } };
  assert.deepEqual(withoutPreviews('m.reaction', relation), relation);
});
