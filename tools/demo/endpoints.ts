import { join } from 'node:path';
import { findProcess, type Running } from '../servers/process.ts';
import type { Environment, MailLogin } from './environment.ts';
import { writePrivate } from './state.ts';

/** The file that holds everything another program needs to join in; it holds passwords and is its owner's alone. */
export function endpointsFile(state: string): string {
  return join(state, 'endpoints.json');
}

/** `port` takes plain connections and STARTTLS; `tls_port` TLS from the first byte, with the authority in `ca_file`. */
function mailServers({ host, ports, certificates }: Environment, { address, password }: MailLogin): object {
  const login = { user: address, password, ca_file: certificates.ca };
  return {
    address,
    imap: { host, port: ports.imap, tls_port: ports.imaps, security: 'starttls', ...login },
    smtp: { host, port: ports.submission, security: 'starttls', ...login },
  };
}

/**
 * The process by its command line, so that one that somebody else started again counts too; null when it does not run.
 */
async function processOf(server: Running): Promise<{ pid: number | null; command_line: string }> {
  return { pid: server.running ? server.pid : await findProcess(server.argv), command_line: server.commandLine };
}

/** Writes endpoints.json in one step. `spaces` has the room ids of the accounts' spaces, as far as they are known. */
export async function writeEndpoints(environment: Environment, spaces: ReadonlyMap<string, string>): Promise<void> {
  const { homeserver, mailroom, accounts, team, outsiders, servers } = environment;
  const others = servers.filter((server) => server !== mailroom.server);
  const value = {
    homeserver: {
      url: homeserver.url,
      server_name: homeserver.serverName,
      registration_shared_secret: homeserver.registrationSecret,
    },
    users: team.map(({ name, address, login, matrixPassword }) => ({
      user_id: login.userId,
      password: matrixPassword,
      access_token: login.accessToken,
      device_id: login.deviceId,
      name,
      address,
    })),
    accounts: accounts.map((account) => ({
      name: account.name,
      ...mailServers(environment, account),
      further_addresses: account.addresses ?? [],
      room_id: spaces.get(account.id) ?? null,
      space: { room_id: spaces.get(account.id) ?? null },
    })),
    outsiders: outsiders.map((outsider) => ({ name: outsider.name, ...mailServers(environment, outsider) })),
    database_url: environment.databaseUrl,
    mailroom: {
      config_file: mailroom.configFile,
      registration_file: mailroom.registrationFile,
      appservice_url: mailroom.appserviceUrl,
      metrics_url: `${mailroom.observabilityUrl}/metrics`,
      log_file: mailroom.logFile,
      ...(await processOf(mailroom.server)),
    },
    servers: await Promise.all(
      others.map(async (server) => ({ name: server.name, log_file: server.logFile, ...(await processOf(server)) })),
    ),
  };
  await writePrivate(endpointsFile(environment.state), JSON.stringify(value, null, 2));
}
