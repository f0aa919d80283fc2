/** Accounts beside those of a config file, for tests of what is asked and told of them. */
import { OwnAccounts } from '../../src/app/own-accounts.ts';
import { sealerOf } from '../../src/app/settings.ts';
import { parseConfig } from '../../src/config/config.ts';
import type { Database } from '../../src/db/pool.ts';

/** With a key file in this folder, beside the one account `support`. */
export function ownAccountsIn(folder: string, db: Database): OwnAccounts {
  const mailServer = { host: '127.0.0.1', port: 1, security: 'none' };
  const value = {
    homeserver: { url: 'http://127.0.0.1:1', domain: 'matrix.test' },
    appservice: { url: 'http://127.0.0.1:1' },
    secret: 'a secret of thirty-two characters',
    database: { embedded: './data' },
    accounts: {
      support: {
        address: 'support@mailroom.test',
        name: 'Support',
        imap: { ...mailServer, user: 'support', password: 'x' },
        smtp: mailServer,
      },
    },
  };
  const config = parseConfig(JSON.stringify(value), `${folder}/config.yaml`, { folder, readFile: () => '', env: {} });
  return new OwnAccounts({ db, sealer: sealerOf(config), inUse: () => config });
}
