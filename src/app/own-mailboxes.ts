/** Members' own mailboxes, put together: their commands and their pages. */
import { z } from 'zod';
import { readWireJson } from '../base/wire-text.ts';
import type { LoginPagesDeps } from '../mailboxes/login-pages.ts';
import { getSecret, putSecret, removeSecrets } from '../db/secret-tables/sealed-secrets.ts';
import type { OwnAccountsPort } from '../handling/deps.ts';
import type { OwnMailboxPort } from '../handling/own-mailboxes.ts';
import { mayLogIn } from '../bridge/account/own-login.ts';
import { publicNetwork, systemLookUp } from '../logins/autoconfig/network.ts';
import { addressKey } from '../mail/address.ts';
import { loginPages } from '../mailboxes/login-pages.ts';
import { ownMailboxes } from '../mailboxes/own-mailboxes.ts';
import { tryLogin } from '../mailboxes/try-login.ts';
import type { Sealer } from '../secrets/sealer.ts';
import type { SiteRoutes } from '../web/site.ts';
import type { LiveConfig } from './live-config.ts';

interface MailboxGround {
  readonly live: Pick<LiveConfig, 'config'>;
  readonly own: OwnAccountsPort;
  readonly sealer: Sealer;
}

const named = z.object({ address: z.string(), name: z.string() });

/** Until a login is confirmed, its password stands under this alone. */
const PASSWORD = 'imap.password';

/** What the commands have. */
export function mailboxesOf({ live, own, sealer }: MailboxGround): OwnMailboxPort {
  const addressOf = (account: string) => live.config.accounts.find(({ id }) => id === account)?.address ?? account;
  return ownMailboxes({
    config: () => ({ allowed: live.config.logins.allowed, url: live.config.web?.url ?? null }),
    dropSecrets: removeSecrets,
    accounts: {
      async add(tx, owner, { account, settings: text }) {
        const settings = readWireJson(text);
        const { address, name } = named.parse(settings);
        const password = await getSecret(tx, sealer, { account, field: PASSWORD });
        if (password === null) throw new Error('the password of a login is not there');
        const secrets = new Map([
          [PASSWORD, password],
          ['smtp.password', password],
        ] as const);
        const done = await own.add(tx, { account, owner, settings, secrets, by: owner });
        return 'refused' in done ? { taken: address } : { address, name };
      },
      async of(tx, user) {
        const theirs = (await own.list(tx)).filter(({ owner, state }) => owner === user && state !== 'leaving');
        return theirs.map(({ account }) => ({ account, address: addressOf(account) }));
      },
      async remove(tx, by, account) {
        await own.remove(tx, { account, purge: true, by });
      },
    },
  });
}

/** The pages on which somebody logs in. */
export function mailboxRoutes(
  { live, sealer }: MailboxGround,
  { db, log, url }: Pick<LoginPagesDeps, 'db' | 'log' | 'url'>,
): SiteRoutes {
  return loginPages({
    db,
    log,
    url,
    rules: () => live.config.logins,
    outside: { network: publicNetwork(), lookUp: systemLookUp },
    tryLogin,
    mayLogIn: (user) => mayLogIn(live.config.logins.allowed, user),
    isTaken: (address) =>
      live.config.accounts.some((one) =>
        [one.address, ...one.addresses].some((other) => addressKey(other) === addressKey(address)),
      ),
    keepPassword: (tx, account, password) => putSecret(tx, sealer, { account, field: PASSWORD }, password),
  });
}
