/**
 * What a changed team comes to. Pure.
 *
 * Policy. Whoever is taken out of a team has no rights in its account from that moment, whatever follows. They are
 * taken out of its space and rooms without a question where few go: at most two people, and at most a third of the
 * team, with those who are on their way out. More at once may be a mistake in the config, which must not empty the
 * rooms: then somebody of the team says yes first. Whoever is put back before they have left stays.
 */
import type { UserId } from '../types.ts';
import type { Member } from './account.ts';

/**
 * How somebody stands who is or was of a team. waiting: taken out of the team, and asked about. leaving: being taken
 * out of its rooms. former: nothing is left to do.
 */
export type TeamStanding = 'member' | 'waiting' | 'leaving' | 'former';

/** Somebody of a team, as the database last saw them. */
export interface SeenMember {
  readonly user: UserId;
  readonly name: string | null;
  readonly standing: TeamStanding;
}

export interface TeamChange {
  /** They are new, or have been away for good. */
  readonly joined: readonly Member[];
  /** They were taken out, are back, and may still be in rooms. */
  readonly returned: readonly Member[];
  readonly left: readonly SeenMember[];
  /** Whether somebody is asked before those who left are taken out of the rooms. */
  readonly asks: boolean;
}

/** So many people go without a question. */
const GO_MOST = 2;
/** As this share of the team. */
const GO_SHARE = 1 / 3;

export function decideTeam(seen: readonly SeenMember[], team: readonly Member[]): TeamChange {
  const now = new Set(team.map(({ user }) => user));
  const before = new Map(seen.map((one) => [one.user, one.standing]));
  const left = seen.filter(({ user, standing }) => standing === 'member' && !now.has(user));
  const going = seen.filter(({ user, standing }) => standing !== 'former' && !now.has(user)).length;
  const all = seen.filter(({ standing }) => standing !== 'former').length;
  const isBack = (user: UserId) => before.get(user) === 'waiting' || before.get(user) === 'leaving';
  return {
    joined: team.filter(({ user }) => before.get(user) !== 'member' && !isBack(user)),
    returned: team.filter(({ user }) => isBack(user)),
    left,
    asks: left.length > 0 && (going > GO_MOST || going > all * GO_SHARE),
  };
}

export function isNoChange({ joined, returned, left }: TeamChange): boolean {
  return joined.length + returned.length + left.length === 0;
}
