import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readGuestWord } from '../../../../src/bridge/guest/guest-words.ts';
import { LANGUAGES } from '../../../../src/words/keys.ts';
import { words } from '../../../../src/words/words.ts';

test('what a mail tells a guest to answer is read as that, in each language', () => {
  for (const language of LANGUAGES) {
    for (const choice of ['now', 'hourly', 'daily', 'pause'] as const) {
      assert.equal(readGuestWord(words(language)(`guests-word-${choice}`), ''), choice, `${language}: ${choice}`);
    }
  }
});
