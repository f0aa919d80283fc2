import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { teamLevels } from '../../../../src/bridge/room/team-levels.ts';
import type { JsonObject, UserId } from '../../../../src/bridge/types.ts';

const [ann, ben] = ['@ann:x', '@ben:x'] as [UserId, UserId];

describe('the levels of a room whose team has changed', () => {
  const cases: readonly [
    what: string,
    content: JsonObject,
    raise: UserId[],
    lower: UserId[],
    users: JsonObject | null,
  ][] = [
    ['one is raised', { users: { [ben]: 50 } }, [ann], [], { [ben]: 50, [ann]: 50 }],
    ['one is lowered', { users: { [ann]: 50, [ben]: 50 } }, [], [ann], { [ben]: 50 }],
    ['whatever people gave goes too', { users: { [ann]: 75 } }, [], [ann], {}],
    ['who has more keeps it', { users: { [ann]: 75 } }, [ann], [], null],
    ['who has it already', { users: { [ann]: 50 } }, [ann], [], null],
    ['who has none', { users: {} }, [], [ann], null],
    ['a level that is text, as old rooms have', { users: { [ann]: '60' } }, [ann], [], null],
    ['no users', {}, [ann], [ben], { [ann]: 50 }],
    ['users that are none', { users: 'nobody' }, [ann], [], { [ann]: 50 }],
    ['a name of JavaScript', { users: { constructor: 1 } }, [], [ann], null],
  ];
  for (const [what, content, raise, lower, users] of cases) {
    it(`are decided: ${what}`, () => {
      const next = teamLevels({ state_default: 50, ...content }, { raise, lower });
      assert.deepEqual(next, users === null ? null : { state_default: 50, users });
    });
  }
});
