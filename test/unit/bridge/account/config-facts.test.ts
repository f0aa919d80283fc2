import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factsOf, lowestBy, narrowed, type ConfigFacts } from '../../../../src/bridge/account/config-facts.ts';
import { levelOf } from '../../../../src/bridge/account/permissions.ts';
import type { Level } from '../../../../src/bridge/account/permissions.ts';
import type { AccountId, UserId } from '../../../../src/bridge/types.ts';
import { levelAt } from '../../../../src/handling/rights.ts';
import { teamAccount } from '../../../support/handlers/fixtures.ts';

const alice = '@alice:example.org' as UserId;
const bert = '@bert:example.org' as UserId;

function facts(key: string, ...team: UserId[]): ConfigFacts['accounts'][number] {
  return { account: key as AccountId, team };
}
const config = (accounts: ConfigFacts['accounts'], permissions: Record<string, Level> = {}): ConfigFacts => ({
  accounts,
  permissions: Object.entries(permissions),
});
const account = (permissions: Record<string, Level>, ...team: UserId[]) => ({
  ...teamAccount('support'),
  permissions: new Map(Object.entries(permissions)),
  team: team.map((user) => ({ user, address: null, name: null })),
});

describe('a right while processes have different configs', () => {
  const cases: readonly {
    readonly is: string;
    readonly own: ReturnType<typeof account>;
    readonly others: readonly ConfigFacts[];
    readonly level: Level;
  }[] = [
    {
      is: 'that of the config where all are the same',
      own: account({}, alice),
      others: [config([facts('support', alice)])],
      level: 'moderator',
    },
    {
      is: 'gone for who is out of the team elsewhere',
      own: account({}, alice),
      others: [config([facts('support')])],
      level: 'relay',
    },
    {
      is: 'not there yet for who is in the team here alone',
      own: account({ '*': 'block' }, alice),
      others: [config([facts('support')], { '*': 'block' })],
      level: 'block',
    },
    {
      is: 'the lower level of two',
      own: account({ [alice]: 'admin' }),
      others: [config([facts('support')], { [alice]: 'user' })],
      level: 'user',
    },
    {
      is: 'the lower level of two, whichever is older',
      own: account({ [alice]: 'user' }),
      others: [config([facts('support')], { [alice]: 'admin' })],
      level: 'user',
    },
    {
      is: 'the lowest of three',
      own: account({ [alice]: 'admin' }),
      others: [config([facts('support')], { [alice]: 'moderator' }), config([facts('support')], { '*': 'block' })],
      level: 'block',
    },
    {
      is: 'not lowered by a config that has not got the account',
      own: account({}, alice),
      others: [config([facts('sales')], { '*': 'block' })],
      level: 'moderator',
    },
  ];
  for (const { is, own, others, level } of cases) {
    it(`is ${is}`, () => {
      assert.equal(levelAt(narrowed(own, others), alice, 'example.org'), level);
    });
  }

  it('leaves an account as it is where nothing is different', () => {
    const own = account({}, alice);
    assert.equal(narrowed(own, [factsOf([own])]), own);
  });

  it('asks each config by its own words, not by both together', () => {
    const own = {
      ...account({ 'example.org': 'moderator' }),
      alsoPermissions: [new Map<string, Level>([[alice, 'relay']])],
    };
    const level = (user: UserId) =>
      lowestBy(own, (permissions) =>
        levelOf({ user, inTeam: false, former: false, power: null, permissions, domain: 'example.org' }),
      );
    assert.deepEqual([level(alice), level(bert)], ['relay', 'block']);
  });
});
