/** What the commands `login` and `logout` do about mailboxes that members bring. */
import { Ticker } from '../base/ticker.ts';
import type { Log } from '../base/log.ts';
import { logTrouble } from '../base/log.ts';
import { mayLogIn } from '../bridge/account/own-login.ts';
import type { AccountId, UserId } from '../bridge/types.ts';
import type { Database, Transaction } from '../db/pool.ts';
import { addLoginLink, forgetLogins, takeLoginCode } from '../db/secret-tables/own-logins.ts';
import type { CheckedLogin } from '../db/secret-tables/own-logins.ts';
import type { Confirmed, OwnMailbox, OwnMailboxPort } from '../handling/own-mailboxes.ts';
import { loginCodeHash, loginHash, newLoginSecret } from './login-secrets.ts';

export interface OwnMailboxDeps {
  /** Asked each time: who may bring a mailbox, and the address of the pages, null where there are none. */
  readonly config: () => { readonly allowed: readonly string[]; readonly url: string | null };
  readonly accounts: MailboxAccounts;
  /** Takes all secrets of an account away. */
  readonly dropSecrets: (tx: Transaction, account: AccountId) => Promise<void>;
}

/** The accounts that are added at run time. */
interface MailboxAccounts {
  /** Adds one with its owner; null where its address is another account's. */
  readonly add: (
    tx: Transaction,
    user: UserId,
    login: CheckedLogin,
  ) => Promise<{ readonly address: string; readonly name: string } | { readonly taken: string }>;
  readonly of: (tx: Transaction, user: UserId) => Promise<readonly OwnMailbox[]>;
  readonly remove: (tx: Transaction, user: UserId, account: AccountId) => Promise<void>;
}

export function ownMailboxes({ config, accounts, dropSecrets }: OwnMailboxDeps): OwnMailboxPort {
  return {
    mayLogIn(user) {
      const { allowed, url } = config();
      if (!mayLogIn(allowed, user)) return 'no';
      return url === null ? 'no-pages' : 'yes';
    },
    async link(tx, user, language) {
      const secret = newLoginSecret();
      for (const account of await addLoginLink(tx, { link: loginHash(secret), user, language })) {
        await dropSecrets(tx, account);
      }
      return `${config().url ?? ''}/login/${secret}`;
    },
    async confirm(tx, user, code): Promise<Confirmed> {
      const found = await takeLoginCode(tx, user, (link) => loginCodeHash(link, code));
      if (found.kind === 'spent') await dropSecrets(tx, found.dropped);
      if (found.kind !== 'right') return found;
      const added = await accounts.add(tx, user, found.login);
      if (!('taken' in added)) return { kind: 'added', ...added };
      await dropSecrets(tx, found.login.account);
      return { kind: 'taken', address: added.taken };
    },
    of: (tx, user) => accounts.of(tx, user),
    remove: (tx, user, { account }) => accounts.remove(tx, user, account),
  };
}

/** Between two looks for logins that nobody confirmed, milliseconds. */
const FORGET_MS = 60_000;

/** Takes away, again and again, what was entered and never confirmed. */
export function loginsForgotten(
  db: Database,
  log: Log,
  dropSecrets: OwnMailboxDeps['dropSecrets'],
): Pick<Ticker, 'start' | 'stop'> {
  return new Ticker({
    everyMs: FORGET_MS,
    turn: () =>
      db.transaction(async (tx) => {
        for (const account of await forgetLogins(tx)) await dropSecrets(tx, account);
      }),
    onError: (error) => logTrouble(log, 'logins that nobody confirmed could not be forgotten', error),
  });
}
