import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decideTeam, isNoChange } from '../../../../src/bridge/account/team-change.ts';
import type { SeenMember, TeamStanding } from '../../../../src/bridge/account/team-change.ts';
import type { UserId } from '../../../../src/bridge/types.ts';

/** People by single letters: a small one is a member, others by what stands behind it. */
const standings: Readonly<Record<string, TeamStanding>> = { '?': 'waiting', '-': 'leaving', x: 'former' };

function seen(people: string): SeenMember[] {
  return people.split(' ').flatMap((one) => {
    if (one === '') return [];
    const standing = standings[one.slice(1)] ?? 'member';
    return [{ user: `@${one.slice(0, 1)}:x` as UserId, name: null, standing }];
  });
}

function decided(before: string, now: string): string {
  const team = seen(now).map(({ user }) => ({ user, name: null, address: null }));
  const { joined, returned, left, asks } = decideTeam(seen(before), team);
  const letters = (people: readonly { user: string }[]) => people.map(({ user }) => user.charAt(1)).join('');
  return [`+${letters(joined)}`, `<${letters(returned)}`, `-${letters(left)}`, ...(asks ? ['asks'] : [])]
    .filter((part) => part.length > 1)
    .join(' ');
}

describe('a team that has changed', () => {
  const cases: readonly [what: string, before: string, now: string, decided: string][] = [
    ['nothing', 'a b c', 'a b c', ''],
    ['the order is no change', 'a b c', 'c b a', ''],
    ['one is new', 'a b', 'a b c', '+c'],
    ['one of three goes: a third is not more than a third', 'a b c', 'a b', '-c'],
    ['one of two goes', 'a b', 'a', '-b asks'],
    ['the only one goes', 'a', '', '-a asks'],
    ['the only one is another', 'a', 'b', '+b -a asks'],
    ['two of six go', 'a b c d e f', 'a b c d', '-ef'],
    ['two of five go', 'a b c d e', 'a b c', '-de asks'],
    ['three of twelve go', 'a b c d e f g h i j k l', 'a b c d e f g h i', '-jkl asks'],
    [
      'the third who goes is asked about, while two are on their way',
      'a b c d e f g h i k- l-',
      'a b c d e f g h',
      '-i asks',
    ],
    ['who is gone for good does not count', 'a b c xx yx zx', 'a b', '-c'],
    ['who waits and is back', 'a b c?', 'a b c', '<c'],
    ['who is leaving and is back', 'a b c-', 'a b c', '<c'],
    ['who is gone for good and is back is new', 'a b cx', 'a b c', '+c'],
    ['who waits still is no change', 'a b c?', 'a b', ''],
    ['one comes and one goes', 'a b c', 'a b d', '+d -c'],
    ['everybody is back', 'a? b? c?', 'a b c', '<abc'],
  ];
  for (const [what, before, now, expected] of cases) {
    it(`is decided: ${what}`, () => {
      assert.equal(decided(before, now), expected);
    });
  }

  it('is none where nobody came or went', () => {
    assert.equal(isNoChange(decideTeam(seen('a'), [])), false);
    assert.equal(isNoChange(decideTeam([], [])), true);
  });
});
