/** Who asks about accounts, queues and quarantine, and which accounts are theirs to ask about. */
import type { Account } from '../../bridge/account/account.ts';
import { isOpenToOperators } from '../../bridge/account/own-mailbox.ts';
import { capabilities } from '../../bridge/account/permissions.ts';
import type { Capability } from '../../bridge/account/permissions.ts';
import type { UserId } from '../../bridge/types.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import type { Reader, TimeZone } from '../../words/zones.ts';
import type { JobDeps } from '../../handling/deps.ts';
import { isAccountOf, levelAt } from '../../handling/rights.ts';

export interface Operator {
  readonly user: UserId;
  readonly language: Language;
  /** The one of their clock: times in what they asked for are told in it. */
  readonly zone: TimeZone;
  /** In a room of an account that one alone. */
  readonly own: readonly Account[];
  /** What they may do with one of them. */
  readonly can: (account: Account) => ReadonlySet<Capability>;
  /** Whether what belongs to no account is theirs too. */
  readonly managesAll: boolean;
}

/** Accounts whose team somebody is of, and all of them for who moderates or manages everywhere. */
export function accountsOfPerson(deps: Pick<JobDeps, 'accounts' | 'ghosts'>, user: UserId): Account[] {
  return [...deps.accounts.values()].filter((account) => isAccountOf(account, user, deps.ghosts.domain));
}

/** A person with the accounts that they can ask about: those of theirs, where nothing narrower is meant. */
export function operatorOf(
  deps: Pick<JobDeps, 'accounts' | 'ghosts'>,
  who: Reader & { readonly user: UserId },
  own: readonly Account[] = accountsOfPerson(deps, who.user),
): Operator {
  const can = (account: Account) => capabilities(levelAt(account, who.user, deps.ghosts.domain));
  return {
    ...who,
    own,
    can,
    managesAll: own.some((account) => isOpenToOperators(account) && can(account).has('manage')),
  };
}

/**
 * Everything that somebody may do with at least one of their accounts; without any, what anybody of their server may.
 */
export function capabilitiesAnywhere(
  deps: Pick<JobDeps, 'accounts' | 'ghosts'>,
  user: UserId,
): ReadonlySet<Capability> {
  const all = [...deps.accounts.values()].flatMap((account) => {
    const may = [...capabilities(levelAt(account, user, deps.ghosts.domain))];
    // Whose own mailbox it is decides about that, and about nothing that concerns all.
    return isOpenToOperators(account) ? may : may.filter((one) => one !== 'release' && one !== 'manage');
  });
  return new Set(all);
}

/**
 * The accounts that are meant: the one that is named by key, address or name, or all. Where the word names none of
 * theirs, what is said about that.
 */
export function operatorAccounts(
  operator: Pick<Operator, 'own' | 'language'>,
  word: string | null,
): readonly Account[] | { readonly unknown: string } {
  if (word === null) return operator.own;
  const wanted = word.toLowerCase();
  const found = operator.own.filter(({ id, address, name }) =>
    [id, address, name].some((one) => one.toLowerCase() === wanted),
  );
  if (found.length > 0) return found;
  const say = words(operator.language);
  return {
    unknown:
      operator.own.length === 0
        ? say('operations-no-accounts')
        : say('operations-which-account', { known: operator.own.map(({ id }) => id).join(', ') }),
  };
}
