/** The settings of an account that a member brought, as the config file has them. */
import type { UserId } from '../bridge/types.ts';
import type { Address } from '../mail/types.ts';
import type { Language } from '../words/words.ts';
import type { LoginServers, ServerAt } from './servers-for.ts';

/**
 * Of one person: they are the team, mails bear their name alone, and nobody else is asked into a room. Secrets stand
 * elsewhere, certificates in the config.
 */
export function settingsOf(login: {
  readonly address: Address;
  readonly name: string;
  readonly user: UserId;
  readonly language: Language;
  readonly servers: LoginServers;
}): Readonly<Record<string, unknown>> {
  const { address, user, language, servers } = login;
  const name = login.name === '' ? address : login.name;
  return {
    address,
    name,
    language,
    imap: serverSettings(servers.imap, servers.user),
    smtp: serverSettings(servers.smtp, servers.user),
    from: '{account}',
    team: [{ user, name }],
  };
}

function serverSettings({ host, port, security }: ServerAt, user: string): Readonly<Record<string, unknown>> {
  return { host, port, security, user };
}
