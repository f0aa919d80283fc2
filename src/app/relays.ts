/** The way out of each account: its SMTP server, asked with the config that holds at that moment. */
import type { AccountId, Sought } from '../bridge/types.ts';
import type { IdKey } from '../bridge/ids.ts';
import { MailroomError } from '../base/errors.ts';
import type { AccessTokens } from '../logins/access-tokens.ts';
import type { SmtpConfig } from '../smtp/session.ts';
import { createSmtp } from '../smtp/transport.ts';
import type { Smtp } from '../smtp/transport.ts';
import type { LiveConfig } from './live-config.ts';
import { loginSecret, smtpConfig } from './settings.ts';

export interface Relays {
  /** That of an account; throws where there is none of that name. */
  readonly smtp: (account: AccountId) => Smtp;
  /** Keyed hash of what the server is asked with now. */
  readonly login: (account: AccountId) => Sought<string>;
  /** Takes the logins that the config's files hold now. */
  readonly refresh: () => void;
  readonly close: () => void;
}

interface RelayGround {
  readonly live: Pick<LiveConfig, 'config'>;
  readonly ids: Pick<IdKey, 'login'>;
  readonly tokens: AccessTokens;
  /** Takes the passwords that the files hold now into the live config. */
  readonly refresh: () => void;
}

interface OneRelay {
  readonly smtp: Smtp;
  /** Of an account that was taken out, the last that it had: what is under way with it may end. */
  last: SmtpConfig;
}

/** The SMTP server of each account that there is or was, asked with the config that holds at that moment. */
export function openRelays({ live, ids, tokens, refresh }: RelayGround): Relays {
  const relays = new Map<AccountId, OneRelay>();
  const configOf = (id: AccountId): SmtpConfig => {
    const account = live.config.accounts.find((one) => one.id === id);
    const found = account === undefined ? relays.get(id)?.last : smtpConfig(live.config, account, tokens);
    if (found === undefined) throw new MailroomError('no-relay', `account ${id} has no relay`);
    return found;
  };
  return {
    smtp: (id) => {
      const last = configOf(id);
      const known = relays.get(id);
      if (known !== undefined) {
        known.last = last;
        return known.smtp;
      }
      const smtp = createSmtp(() => configOf(id));
      relays.set(id, { smtp, last });
      return smtp;
    },
    close: () => {
      for (const { smtp } of relays.values()) smtp.close();
    },
    login: (id) => {
      const { host, port, login } = configOf(id);
      const oauth2 = live.config.accounts.find((one) => one.id === id)?.oauth2 ?? null;
      return ids.login(host, String(port), login?.user ?? '', loginSecret(login?.password ?? '', oauth2));
    },
    refresh,
  };
}
