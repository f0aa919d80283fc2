/**
 * By what an account is known again under another key. Pure.
 *
 * Policy. The key of an account stands in front of everything that the database has of it. Whoever changes it in the
 * config alone would begin the same mailbox anew, with new rooms for all its conversations. So a key that the database
 * does not know is refused where it has the login and the address of one that it knows and the config has no more. Keys
 * that both are known (two accounts that swap them, one that takes over another's mailbox) are what the config says.
 */
import type { AccountId } from '../types.ts';

/** What an account is known by. Capitals make no difference in any of it. */
export interface AccountIdentity {
  readonly account: AccountId;
  readonly host: string;
  readonly user: string;
  readonly address: string;
}

/** An account as the database knows it; null where no config has said it yet. */
export type KnownIdentity = Pick<AccountIdentity, 'account'> & {
  readonly [Field in 'host' | 'user' | 'address']: string | null;
};

/** An account of the config that is one of before. */
export interface RenamedAccount {
  readonly from: AccountId;
  readonly to: AccountId;
}

/** The accounts whose keys were changed in the config and not in the database. */
export function renamedAccounts(
  known: readonly KnownIdentity[],
  config: readonly AccountIdentity[],
): readonly RenamedAccount[] {
  const keys = new Set(known.map(({ account }) => account));
  const gone = known.filter(({ account }) => !config.some((one) => one.account === account));
  return config.flatMap((one) => {
    if (keys.has(one.account)) return [];
    const before = gone.find((other) => isSame(other, one));
    return before === undefined ? [] : [{ from: before.account, to: one.account }];
  });
}

function isSame(known: KnownIdentity, { host, user, address }: AccountIdentity): boolean {
  const same = (a: string | null, b: string) => a !== null && a.toLowerCase() === b.toLowerCase();
  return same(known.host, host) && same(known.user, user) && same(known.address, address);
}

/** Where in the config it stands, and what is to be done about it. */
export function renameProblem({ from, to }: RenamedAccount): { readonly path: string; readonly text: string } {
  return {
    path: `accounts.${to}`,
    text:
      `has the mailbox and the address of the account "${from}", which this database knows and the config has no ` +
      `more. It would begin anew, with new rooms. If "${from}" is to be called "${to}", stop Mailroom and run ` +
      `"mailroom account rename ${from} ${to}"; if not, call it "${from}" again`,
  };
}
