import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readReply } from '../../../src/smtp/result.ts';

describe('the words of a relay', () => {
  it('can be kept, whatever bytes it sends', () => {
    assert.deepEqual(readReply('550-5.1.1 No\0 such\r\n550 5.1.1 user\0'), {
      code: 550,
      enhanced: '5.1.1',
      text: 'No  such user',
    });
  });
});
