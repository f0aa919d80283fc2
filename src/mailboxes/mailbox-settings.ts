/** The settings of an account that a member brought, as the config file has them. */
import type { Address } from '../mail/types.ts';
import type { Language } from '../words/words.ts';
import type { LoginServers, ServerAt } from './servers-for.ts';

/**
 * Of one person: mails bear their name alone. The owner, who is all of its team, and the secrets stand elsewhere;
 * certificates stand in the config.
 */
export function mailboxSettings(login: {
  readonly address: Address;
  readonly name: string;
  readonly language: Language;
  readonly servers: LoginServers;
}): Readonly<Record<string, unknown>> {
  const { address, language, servers } = login;
  const name = login.name === '' ? address : login.name;
  return {
    address,
    name,
    language,
    imap: serverSettings(servers.imap, servers.user),
    smtp: serverSettings(servers.smtp, servers.user),
    from: '{account}',
  };
}

function serverSettings({ host, port, security }: ServerAt, user: string): Readonly<Record<string, unknown>> {
  return { host, port, security, user };
}
