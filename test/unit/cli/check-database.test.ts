import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AccountId } from '../../../src/bridge/types.ts';
import { refusedFindings } from '../../../src/check/database.ts';

describe('what check says of refusals that are written down', () => {
  it('names the account, what is missing in its rooms, and the word of the homeserver', () => {
    const account = 'support' as AccountId;
    const found = refusedFindings([
      { account, kind: 'invite', subject: '@bob:matrix.test', code: 'M_INVITE_BLOCKED' },
      { account, kind: 'state', subject: 'm.room.join_rules', code: 'M_INVALID_ROOM_STATE' },
    ]);
    assert.deepEqual(found, [
      {
        state: 'warn',
        what: 'homeserver',
        text: 'it does not let @bob:matrix.test be invited in rooms of support (M_INVITE_BLOCKED)',
      },
      {
        state: 'warn',
        what: 'homeserver',
        text: 'it takes no m.room.join_rules in rooms of support (M_INVALID_ROOM_STATE)',
      },
    ]);
    assert.deepEqual(refusedFindings([]), []);
  });
});
