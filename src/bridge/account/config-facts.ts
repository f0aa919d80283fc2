/**
 * What each process tells the others of its config: accounts, teams and rights, and no secret. Pure.
 *
 * Policy. Processes read their own files, and take a change at their own moments. While living ones differ, a right
 * counts that all of them give: whoever is taken out of a team, or is given a lower level, has lost it everywhere at
 * once; whoever is added has it when the last process knows. An account is served as long as one process has it.
 */
import type { AccountId, UserId } from '../types.ts';
import type { Account } from './account.ts';
import { lowest } from './permissions.ts';
import type { Level, Permissions } from './permissions.ts';

/** An account, as far as rights in it go. */
interface AccountFacts {
  readonly account: AccountId;
  readonly team: readonly UserId[];
}

export interface ConfigFacts {
  readonly accounts: readonly AccountFacts[];
  /** Levels by user, server and `*`, in the order of the file. */
  readonly permissions: readonly (readonly [key: string, level: Level])[];
}

/** The facts of a process's accounts; all of them come from one config and have its permissions. */
export function factsOf(accounts: Iterable<Account>): ConfigFacts {
  const all = [...accounts];
  return {
    accounts: all.map(({ id, team }) => ({ account: id, team: team.map(({ user }) => user) })),
    permissions: [...(all[0]?.permissions ?? new Map<string, Level>())],
  };
}

/** An account with the rights that the others give too, in so far as they have the account. */
export function narrowed(account: Account, others: readonly ConfigFacts[]): Account {
  const having = others.flatMap(({ accounts, permissions }) => {
    const found = accounts.find((one) => one.account === account.id);
    return found === undefined ? [] : [{ team: new Set(found.team), permissions: new Map(permissions) }];
  });
  const own = account.permissions ?? new Map<string, Level>();
  const differing = having.filter(
    ({ team, permissions }) =>
      !samePermissions(own, permissions) ||
      team.size !== account.team.length ||
      account.team.some(({ user }) => !team.has(user)),
  );
  if (differing.length === 0) return account;
  return {
    ...account,
    team: account.team.filter(({ user }) => differing.every(({ team }) => team.has(user))),
    alsoPermissions: differing.map(({ permissions }) => permissions),
  };
}

/** The lowest of the levels that somebody has by the permissions of each process. */
export function lowestBy(account: Account, levelBy: (permissions: Permissions) => Level): Level {
  const own: Permissions = account.permissions ?? new Map<string, Level>();
  return (account.alsoPermissions ?? []).map(levelBy).reduce(lowest, levelBy(own));
}

function samePermissions(a: Permissions, b: Permissions): boolean {
  return a.size === b.size && [...a].every(([key, level]) => b.get(key) === level);
}
