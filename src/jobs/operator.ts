/** Who asks about accounts, queues and quarantine, and which accounts are theirs to ask about. */
import { memberByUser } from '../bridge/account.ts';
import type { Account } from '../bridge/account.ts';
import type { Rendered } from '../bridge/commands.ts';
import type { CommandPlace } from '../bridge/commands-table.ts';
import { capabilities } from '../bridge/permissions.ts';
import type { Capability } from '../bridge/permissions.ts';
import type { UserId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { words } from '../mail/words.ts';
import type { Language } from '../mail/words.ts';
import type { JobDeps } from './deps.ts';
import { levelAt } from './event-permission.ts';

export interface Operator {
  readonly user: UserId;
  readonly language: Language;
  readonly place: CommandPlace;
  /** In a room of an account that one alone. */
  readonly own: readonly Account[];
  /** What they may do with one of them. */
  readonly can: (account: Account) => ReadonlySet<Capability>;
  /** Whether what belongs to no account is theirs too. */
  readonly managesAll: boolean;
}

/** Answers in any room; `args` are those of the command. */
export type OperatorHandler = (tx: Transaction, operator: Operator, args: readonly string[]) => Promise<Rendered>;

/** Accounts whose team somebody is of, and all of them for who moderates or manages everywhere. */
export function accountsOfPerson(deps: Pick<JobDeps, 'accounts' | 'ghosts'>, user: UserId): Account[] {
  return [...deps.accounts.values()].filter((account) => {
    const level = levelAt(account, user, deps.ghosts.domain);
    if (level === 'moderator' || level === 'admin') return true;
    return memberByUser(account, user) !== null && capabilities(level).has('read');
  });
}

/** A person in a direct chat with the bot. */
export function operatorOf(
  deps: Pick<JobDeps, 'accounts' | 'ghosts'>,
  who: { readonly user: UserId; readonly language: Language; readonly place: CommandPlace },
  own: readonly Account[] = accountsOfPerson(deps, who.user),
): Operator {
  const can = (account: Account) => capabilities(levelAt(account, who.user, deps.ghosts.domain));
  return { ...who, own, can, managesAll: own.some((account) => can(account).has('manage')) };
}

/** Everything that somebody may do with at least one of their accounts; without any, what anybody of their server may. */
export function capabilitiesAnywhere(
  deps: Pick<JobDeps, 'accounts' | 'ghosts'>,
  user: UserId,
): ReadonlySet<Capability> {
  const all = [...deps.accounts.values()].flatMap((account) => [
    ...capabilities(levelAt(account, user, deps.ghosts.domain)),
  ]);
  return new Set(all);
}

/**
 * The accounts that are meant: the one that is named by key, address or name, or all. Where the word names none of theirs, what
 * is said about that.
 */
export function meantAccounts(
  operator: Pick<Operator, 'own' | 'language'>,
  word: string | null,
): readonly Account[] | { readonly unknown: string } {
  if (word === null) return operator.own;
  const wanted = word.toLowerCase();
  const found = operator.own.filter(({ id, address, name }) =>
    [id, address, name].some((one) => one.toLowerCase() === wanted),
  );
  if (found.length > 0) return found;
  const said = words(operator.language).operations;
  return {
    unknown:
      operator.own.length === 0 ? said.noAccounts : said.whichAccount(operator.own.map(({ id }) => id).join(', ')),
  };
}
